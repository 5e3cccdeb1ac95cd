"""The century of a decade or a turn that does not name it: the thirties, last century, turn of the century."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .edtf import Date, Value, parse
from .periods import part_of, turn, written

if TYPE_CHECKING:
    from corpus_pkg.model import Mention

    from .narrative import Story

_LATEST = 2029
"""The last year that a text is taken to know of, where it has no date."""


def with_century(index: int, mention: Mention, story: Story, document: int | None) -> Mention:
    """The mention with its century: last century's by the document's year, else the one that the story is in."""
    value = parse(mention.edtf)
    if not isinstance(value, Date):
        return mention
    kind, _, part = mention.rule.partition(".")[2].partition(".")
    anchor: int | None = None
    if kind in {"previous", "same"}:
        year, basis = document, "document"
    else:
        anchor = story.about_anchor(index)
        year, basis = (story[anchor].about, "context") if anchor is not None else (document, "document")
    if year is None:
        return mention
    latest = max(year, document or _LATEST)
    placed = (
        _turned(year, part) if "turn" in {kind, part} else _placed(value, year, kind, basis, part, latest)
    )
    if placed is None:
        return mention
    edtf, first, last = written(placed)
    return mention._replace(edtf=edtf, date_start=first, date_end=last, year_basis=basis, anchor=anchor)


def _turned(year: int, part: str) -> Value:
    """The turn nearest to a year; of the last century the one before it."""
    return turn((year + 50) // 100 + 1 - (part == "turn"))


def _placed(  # noqa: PLR0917 - what is known of the decade, and of the text
    value: Date, year: int, kind: str, basis: str, part: str, latest: int
) -> Value | None:
    century = year // 100
    if kind in {"previous", "same"}:
        # A century runs from its year 01: last century, written in 2000, is the 19th.
        century = (year - 1) // 100 - (kind == "previous")
    elif basis == "document":
        century -= year % 100 < int(value.year[2]) * 10
    elif value.year[2].isdigit() and century * 100 + int(value.year[2]) * 10 > latest:
        century -= 1  # the nineties, in a text about 2010
    placed = value._replace(year=f"{century:02d}" + value.year[2:])
    return part_of(part, placed) if part else placed
