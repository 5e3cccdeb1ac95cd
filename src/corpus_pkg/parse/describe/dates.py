"""The date of publication, among the dates that a document mentions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus_pkg.parse.describe.names import find_head

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus_pkg.model import Mention, Span
    from corpus_pkg.parse.describe.names import Line

_PUBLISHED = re.compile(
    r"publish|date d['’]édition|date de publication|fecha de (?:publicación|edición)|erscheinungs|issued|printed"
    r"|released|edition|©|copyright|erschienen|gedruckt|auflage|publié|imprimé|dépôt|publicado|impreso|издан|напечат|печат"
    r"|발행|펴낸|인쇄|출판|発行|出版|印刷|初版|第.版",
    re.IGNORECASE,
)
_RELEASED = re.compile(r"release date|posting date", re.IGNORECASE)

_BASES = ("imprint", "dateline", "dateline", "metadata")
_RUNNING = ("body", "quotation", "verse")
_LONG = 60
"""Characters from which a line is running text and the head is over."""
_HEAD = 25
"""Segments at the top among which a full date may stand under a masthead's notices."""
_UNDER = 2
"""How far under the title its date stands, where a sentence on what it means to say stands between."""
_PLACED = 40
"""Characters before the day with which a report begins: its place, the agency."""
_DASHED = re.compile(r"\.?\s?(?:[(\[（][^()\[\]]{2,24}[)\]）]\s?)?(?:--|[—–―]|-\s)")
_FOOT = 6
"""Segments at the end among which the date over a signature stands."""


def find_date(lines: Sequence[Line], mentions: Sequence[Mention]) -> tuple[str | None, str, Span | None]:
    """Return the EDTF date, its basis and its place.

    An imprint says it best, then a dateline at the head, then one at the foot, last a library's header.
    Notices, menus and comments never say it: they were printed at another time.
    """
    explicit = [
        mention for mention in mentions if mention.year_basis == "explicit" and "/" not in mention.edtf
    ]
    prose = next(
        (i for i, line in enumerate(lines) if line[1] in _RUNNING and len(line[0]) >= _LONG), len(lines)
    )
    title = find_head(lines)
    if title + _UNDER < len(lines) and lines[title + _UNDER][1] == "dateline":
        prose = max(prose, title + _UNDER)
    says = cache(lambda index: _says_when(lines[index]))
    best: tuple[int, Mention] | None = None
    for mention in explicit:
        rank = _rank(lines, mention, prose, says)
        if rank is not None and (best is None or rank < best[0] or _refines(mention, rank, best)):
            best = (rank, mention)
    if best is None:
        return None, "none", None
    # A posting notes the minute; a document is published on a day.
    return best[1].edtf.split("T", 1)[0], _BASES[best[0]], best[1].span


def _refines(mention: Mention, rank: int, best: tuple[int, Mention]) -> bool:
    """True for the day of an article in the head, where only the year or month of the number stood over it."""
    return rank == best[0] == 1 and mention.edtf.startswith(f"{best[1].edtf}-")


def _says_when(line: Line) -> bool:
    """True for a line of an imprint, or of a library's header, that says when something was published."""
    text, role, rule = line
    if role == "imprint":
        return rule == "serial" or _PUBLISHED.search(text) is not None
    return rule == "gutenberg_header" and _RELEASED.search(text) is not None


def _rank(lines: Sequence[Line], mention: Mention, prose: int, says: Callable[[int], bool]) -> int | None:
    """How well a mention can say when its document was published; lower is better.

    ``says`` tells whether a line says when something was published; a line may hold any number of mentions.
    """
    index = mention.segment
    role = lines[index][1]
    if role == "imprint":
        return 0 if says(index) else None
    if role == "dateline":
        if index <= prose:
            return 1
        if index >= len(lines) - _FOOT or (
            index < _HEAD and mention.precision in ("day", "second", "minute")
        ):
            return 2
        return None
    if index == prose and _opens(lines[index][0], mention):
        return 2
    return 3 if says(index) else None


def _opens(text: str, mention: Mention) -> bool:
    """True for the day before the dash with which an agency's report begins: ``SEOUL, Aug. 20, 2019 (Yonhap) -- …``."""
    place = text.find(mention.surface)
    return (
        mention.precision == "day"
        and 0 <= place <= _PLACED
        and _DASHED.match(text, place + len(mention.surface)) is not None
    )
