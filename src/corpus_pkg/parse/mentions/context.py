"""Years that the text does not write beside the date: from the sentence, the paragraph, the narrative, the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_pkg.model import Mention, RoleLabel, Segment

from .edtf import Date, Interval, Value, bounds, parse
from .periods import part_of, written, year_text

NARRATIVE = frozenset({"title", "heading", "dateline", "body", "quotation", "list_item", "verse"})
"""Roles along which a story runs on; the others take years from themselves and their like only."""
NEVER = frozenset({"navigation", "boilerplate", "page_furniture"})
_SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{3})[.!?]['\"”’)]?\s|[。！？]|(?<=[다요]\.)\s|(?<=[0-9)]\.)\s(?=[A-Z])"
)
_BARE_YEAR = frozenset({"year", "year.era"})


class _Place:
    """Where a mention stands, and the year that it knows."""

    __slots__ = ("mention", "month", "year")

    def __init__(self, mention: Mention) -> None:
        self.mention = mention
        self.year, self.month = known_year(mention.edtf)


def known_year(edtf: str) -> tuple[int | None, int | None]:
    """The one year in which the value lies, and its last month; None where it lies in several, or is unknown."""
    value = parse(edtf)
    dates = (
        [value]
        if isinstance(value, Date)
        else [e for e in value if isinstance(e, Date)]
        if isinstance(value, Interval)
        else []
    )
    years = {date.year for date in dates}
    if len(years) != 1:
        return None, None
    (text,) = years
    if not text.isdigit():
        return None, None
    month = dates[-1].month
    return int(text), month if isinstance(month, int) and month <= 12 else None


def resolve(
    text: str,
    mentions: Sequence[Mention],
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    published: str | None,
) -> list[Mention]:
    """The mentions with every year that the context or the document's date gives."""
    places = [_Place(mention) for mention in mentions]
    sentences = _sentences(text, mentions, segments)
    document = _document_year(published)
    result = list(mentions)
    for index, mention in enumerate(mentions):
        if mention.year_basis != "none":
            continue
        role = roles[mention.segment].role
        if mention.precision in ("century", "decade"):
            result[index] = _of_century(mention, document, role)
        elif role not in NEVER:
            anchor = _anchor(index, mention, places, sentences, segments, roles)
            if anchor is not None:
                result[index] = _from_context(mention, anchor, places)
            elif not mention.in_name:
                result[index] = _from_document(mention, published)
        places[index] = _Place(result[index])
    return result


def _sentences(text: str, mentions: Sequence[Mention], segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """The sentence of each mention, as segment and number in it."""
    found: list[tuple[int, int]] = []
    cache: dict[int, list[int]] = {}
    waiting = {mention.segment for mention in mentions if mention.year_basis == "none"}
    for mention in mentions:
        if mention.segment not in waiting:
            found.append((mention.segment, -1))
            continue
        if mention.segment not in cache:
            start, end = segments[mention.segment].span
            inside = (
                [m.span for m in mentions if m.segment == mention.segment] if len(mentions) < 2000 else []
            )
            cuts = [m.end() for m in _SENTENCE_END.finditer(text, start, end)]
            cache[mention.segment] = [cut for cut in cuts if not any(a < cut - 1 < b for a, b in inside)]
        number = sum(cut <= mention.span.start for cut in cache[mention.segment])
        found.append((mention.segment, number))
    return found


def _anchor(
    index: int,
    mention: Mention,
    places: Sequence[_Place],
    sentences: Sequence[tuple[int, int]],
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
) -> int | None:
    """The mention that gives the year: same sentence, then paragraph, then the narrative under the heading."""
    same = [other for other in _around(index, sentences) if places[other].year is not None]
    if mention.in_name:
        # The name's date and the sentence's other dates are different things, unless the other is a bare year.
        same = [o for o in same if places[o].mention.rule in _BARE_YEAR]
    relative = mention.rule.rpartition(".")[2] in ("next", "previous", "same")
    if same:
        before = [o for o in same if o < index]
        if relative and before:
            return before[-1]
        here = mention.span
        return min(same, key=lambda o: (_distance(here, places[o].mention.span), o))
    if mention.in_name:
        return None
    role, heading = roles[mention.segment].role, roles[mention.segment].heading
    for other in range(index - 1, max(-1, index - 400), -1):
        place = places[other]
        if place.mention.segment == mention.segment:
            if place.year is not None and not place.mention.in_name:
                return other
            continue
        there = roles[place.mention.segment]
        if place.mention.segment != heading and there.heading != heading:
            return None
        if place.year is None or place.mention.in_name:
            continue
        if (role == there.role and role not in ("caption", "table", "footnote")) or (
            role in NARRATIVE and there.role in NARRATIVE
        ):
            return other
    return None


def _around(index: int, sentences: Sequence[tuple[int, int]]) -> list[int]:
    here = sentences[index]
    first = index
    while first > 0 and sentences[first - 1] == here:
        first -= 1
    last = index
    while last + 1 < len(sentences) and sentences[last + 1] == here:
        last += 1
    return [other for other in range(first, last + 1) if other != index]


def _distance(here: tuple[int, int], there: tuple[int, int]) -> int:
    return there[0] - here[1] if there[0] >= here[1] else here[0] - there[1]


def _from_context(mention: Mention, anchor: int, places: Sequence[_Place]) -> Mention:
    place = places[anchor]
    year = place.year
    assert year is not None  # noqa: S101 - anchors are chosen by it
    kind = mention.rule.rpartition(".")[2]
    value = parse(mention.edtf)
    month = _first_month(value)
    if kind == "next":
        # The following October is the next one after the anchor's month; without a month, next year's.
        year += 0 if place.month is not None and month is not None and month > place.month else 1
    elif kind == "previous":
        year -= 0 if place.month is not None and month is not None and month < place.month else 1
    return _with_year(mention, value, year)._replace(year_basis="context", anchor=anchor)


def _first_month(value: Value) -> int | None:
    start = value.start if isinstance(value, Interval) else value
    month = start.month if isinstance(start, Date) else None
    if not isinstance(month, int):
        return None
    return month if month <= 12 else {21: 3, 22: 6, 23: 9, 24: 12}.get(month)


def _with_year(mention: Mention, value: Value, year: int) -> Mention:
    if isinstance(value, Date):
        value = value._replace(year=year_text(year))
    elif isinstance(value, Interval):
        start, end = value
        value = Interval(
            start._replace(year=year_text(year)) if isinstance(start, Date) else start,
            end._replace(year=year_text(year)) if isinstance(end, Date) else end,
        )
    try:
        parse(written(value)[0])
    except ValueError:
        return mention  # 29 February of a common year
    edtf, first, last = written(value)
    return mention._replace(edtf=edtf, date_start=first, date_end=last)


def _document_year(published: str | None) -> int | None:
    if published is None:
        return None
    first, _ = bounds(published)
    return int(first[:4]) if first else None


def _of_century(mention: Mention, document: int | None, role: str) -> Mention:
    """Last century, the twenties of last century: by the century in which the document was written."""
    kind, _, part = mention.rule.partition(".")[2].partition(".")
    if document is None or role in NEVER or kind not in ("previous", "same"):
        return mention
    # A century runs from its year 01: last century, written in 2000, is the 19th.
    number = (document - 1) // 100 - (kind == "previous")
    year = parse(mention.edtf)
    if not isinstance(year, Date):
        return mention
    value: Value | None = year._replace(year=f"{number:02d}" + year.year[2:])
    if part and value is not None:
        value = part_of(part, value)
    if value is None:
        return mention
    edtf, first, last = written(value)
    return mention._replace(edtf=edtf, date_start=first, date_end=last, year_basis="document")


def _from_document(mention: Mention, published: str | None) -> Mention:
    year = _document_year(published)
    if year is None or published is None:
        return mention
    kind = mention.rule.rpartition(".")[2]
    value = parse(mention.edtf)
    if kind in ("same", "previous", "next"):
        year += {"same": 0, "previous": -1, "next": 1}[kind]
    elif len(published) < 10:
        return mention  # a book's year does not date what its pages leave open
    return _with_year(mention, value, year)._replace(year_basis="document")
