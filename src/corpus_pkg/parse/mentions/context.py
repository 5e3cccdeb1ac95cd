"""Years that the text does not write beside the date: from the context, from the document's own date, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .edtf import Date, Interval, Value, bounds, parse
from .narrative import Story
from .periods import part_of, written, year_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mention, RoleLabel, Segment

NEVER = frozenset({"navigation", "boilerplate", "page_furniture"})
"""Roles printed at another time than the text: they take no year from anything."""
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_RELATIVE = frozenset({"next", "previous", "same"})


def resolve(
    text: str,
    mentions: Sequence[Mention],
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    published: str | None,
) -> list[Mention]:
    """The mentions with every year that the context or the document's date gives."""
    result = list(mentions)
    story: Story | None = None
    for index, mention in enumerate(mentions):
        if mention.year_basis != "none" or roles[mention.segment].role in NEVER:
            continue
        if story is None:
            story = Story(text, mentions, segments, roles)
        if mention.precision in {"century", "decade"}:
            result[index] = _with_century(index, mention, story, published)
        else:
            anchor = story.anchor(index, relative=_kind(mention) in _RELATIVE)
            if anchor is not None:
                result[index] = _from_context(mention, anchor, story)
            elif not mention.in_name:
                result[index] = _from_document(mention, published)
        story.learn(index, result[index].edtf)
    return result


def _kind(mention: Mention) -> str:
    """How the year hangs on the anchor's: next, previous, same; something else where it does not."""
    return mention.rule.rpartition(".")[2]


def _from_context(mention: Mention, anchor: int, story: Story) -> Mention:
    year, last = story[anchor]
    if year is None:
        return mention
    value = parse(mention.edtf)
    month = _first_month(value)
    kind = _kind(mention)
    later = last is not None and month is not None and month > last
    earlier = last is not None and month is not None and month < last
    if kind == "next":
        # The following October is the first one after the anchor's month; without a month, next year's.
        year += 0 if later else 1
    elif kind == "previous":
        year -= 0 if earlier else 1
    elif kind != "same" and story.forward(anchor, month):
        year += 1
    return _with_year(mention, value, year, "context", anchor)


def _first_month(value: Value) -> int | None:
    start = value.start if isinstance(value, Interval) else value
    month = start.month if isinstance(start, Date) else None
    if not isinstance(month, int):
        return None
    return month if month <= 12 else _SEASON_MONTHS.get(month)


def _with_year(mention: Mention, value: Value, year: int, basis: str, anchor: int | None = None) -> Mention:
    """The mention in a year; as it was where that year has no such day."""
    if isinstance(value, Interval):
        start, end = (_dated(date, year) if isinstance(date, Date) else date for date in value)
        value = Interval(start, end)
    elif isinstance(value, Date):
        value = _dated(value, year)
    edtf, first, last = written(value)
    try:
        parse(edtf)
    except ValueError:
        return mention  # 29 February of a common year
    return mention._replace(edtf=edtf, date_start=first, date_end=last, year_basis=basis, anchor=anchor)


def _dated(date: Date, year: int) -> Date:
    return date._replace(year=year_text(year)) if date.year == "XXXX" else date


def _document_year(published: str | None) -> int | None:
    first = bounds(published)[0] if published else None
    return int(first[:4]) if first else None


def _with_century(index: int, mention: Mention, story: Story, published: str | None) -> Mention:
    """Last century, by the document's date; the thirties, by the century that the story is in."""
    value = parse(mention.edtf)
    if not isinstance(value, Date):
        return mention
    kind, _, part = mention.rule.partition(".")[2].partition(".")
    document = _document_year(published)
    anchor: int | None = None
    if kind in {"previous", "same"}:
        if document is None:
            return mention
        # A century runs from its year 01: last century, written in 2000, is the 19th.
        century, basis = (document - 1) // 100 - (kind == "previous"), "document"
    else:
        anchor = story.anchor(index, relative=False)
        year = story[anchor].year if anchor is not None else None
        if year is not None:
            century, basis = year // 100, "context"
        elif document is not None:
            decade = int(value.year[2]) * 10
            century, basis = document // 100 - (document % 100 < decade), "document"
        else:
            return mention
    placed: Value | None = value._replace(year=f"{century:02d}" + value.year[2:])
    if part and placed is not None:
        placed = part_of(part, placed)
    if placed is None:
        return mention
    edtf, first, last = written(placed)
    return mention._replace(edtf=edtf, date_start=first, date_end=last, year_basis=basis, anchor=anchor)


def _from_document(mention: Mention, published: str | None) -> Mention:
    year = _document_year(published)
    if year is None or published is None:
        return mention
    kind = _kind(mention)
    if kind in _RELATIVE:
        year += {"same": 0, "previous": -1, "next": 1}[kind]
    elif len(published) < 10:
        return mention  # a book's year does not date what its pages leave open
    return _with_year(mention, parse(mention.edtf), year, "document")
