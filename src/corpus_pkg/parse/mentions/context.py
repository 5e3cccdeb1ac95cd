"""Years that the text does not write beside the date: from the context, from the document's own date, or none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from .edtf import Date, Interval, Value, bounds, parse
from .hundreds import with_century
from .known import Known, known
from .listed import LISTED
from .named import is_remembered
from .narrative import Story
from .periods import written, year_text
from .relative import Hang, hang
from .shortened import with_own_centuries
from .weekdays import fits, weekday
from .yearly import is_yearly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus_pkg.model import LanguageLabel, Mention, RoleLabel, Segment

NEVER = frozenset({"navigation", "boilerplate", "page_furniture"})
"""Roles printed at another time than the text: they take no year from anything."""
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_DAY = 10
"""Characters of a date that names its day."""
MOST = 8
"""How many other dates are asked for a year in which the weekday fits."""


def resolve(  # noqa: PLR0917 - the sequences that the stages hand on
    text: str,
    mentions: Sequence[Mention],
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    languages: Sequence[LanguageLabel],
    published: str | None,
) -> list[Mention]:
    """The mentions with every year that the context or the document's date gives."""
    mentions = with_own_centuries(mentions, roles)
    result = list(mentions)
    story: Story | None = None
    for index, mention in enumerate(mentions):
        if mention.rule in LISTED:
            result[index] = _listed(index, mentions)
            continue
        if (
            mention.year_basis != "none"
            or roles[mention.segment].role in NEVER
            or is_yearly(text, mention)
            or is_remembered(text, mention)
        ):
            continue
        if story is None:
            story = Story(text, mentions, segments, roles, _day_month(published))
        if mention.precision in {"century", "decade"}:
            result[index] = with_century(index, mention, story, _year_of(published))
        else:
            day = weekday(text, mention, languages[mention.segment].language)
            result[index] = _dated_mention(index, mention, story, published, day)
        story.learn(index, result[index].edtf)
    return result


def _listed(index: int, mentions: Sequence[Mention]) -> Mention:
    """The date of a list with the one behind it that has their year."""
    mention = mentions[index]
    for other in range(index + 1, len(mentions)):
        if mentions[other].segment != mention.segment:
            break
        if mentions[other].rule not in LISTED:
            return mention._replace(year_basis="context", anchor=other)
    return mention


def _dated_mention(
    index: int, mention: Mention, story: Story, published: str | None, day: int | None
) -> Mention:
    """The mention with a year: of the speaker's day, of the story, of the document."""
    found, month = hang(mention.rule), _first_month(parse(mention.edtf))
    anchors: Iterator[int] = islice(
        story.anchors(index, month, relative=found is not None), 1 if day is None else MOST
    )
    if found is not None and found.deictic and not mention.in_name:
        said = story.said(index)
        if said is not None and not _is_of(story[said], published):
            anchors = iter((said,))
        elif published:
            return _from_document(mention, published, found, day)
    for anchor in anchors:
        year = _year_in_story(story, index, anchor, month, found)
        if year is not None and (day is None or fits(mention.edtf, year, day)):
            return _with_year(mention, parse(mention.edtf), year, "context", anchor)
    if mention.in_name:
        same = story.namesake(index)
        year = None if same is None else story[same].year
        return mention if year is None else _with_year(mention, parse(mention.edtf), year, "context", same)
    placed = _from_document(mention, published, found, day)
    if day is not None and placed.year_basis == "none":
        year = _only_year(mention, published, story.latest, day)
        return mention if year is None else _with_year(mention, parse(mention.edtf), year, "document")
    return placed


def _is_of(said: Known, published: str | None) -> bool:
    """Whether a date over or under a text is that of the document."""
    return published is not None and known(published)[:2] == said[:2]


def _year_in_story(
    story: Story, index: int, anchor: int, month: int | None, found: Hang | None
) -> int | None:
    year, last = story.year(anchor, month), story[anchor].month
    if year is None:
        return None
    if found is not None:
        return year + _years(found, last, month)
    return year + story.onward(index, anchor, month)


def _years(found: Hang, last: int | None, month: int | None) -> int:
    """How many years the relation adds to those of a date in the month ``last``."""
    if not found.whole and last is not None and month is not None:
        # The following October is the first one after the anchor's month; without a month, next year's.
        if found.years > 0 and month > last:
            return 0
        if found.years < 0 and month < last:
            return 0
    return found.years


def _only_year(mention: Mention, published: str | None, latest: int | None, day: int) -> int | None:
    """The one year between the document's date and the latest date printed in it in which the weekday fits."""
    first = _year_of(published)
    if first is None or latest is None:
        return None
    low, high = min(first, latest), max(first, latest)
    years = [year for year in range(low, min(high, low + 30) + 1) if fits(mention.edtf, year, day)]
    return years[0] if len(years) == 1 else None


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


def _day_month(published: str | None) -> tuple[int, int] | None:
    """The year and month of a document that is dated to the day: news, a speech, a letter."""
    if not published or len(published) < _DAY:
        return None
    year, month, *_ = known(published)
    return (year, month) if year is not None and month is not None else None


def _year_of(published: str | None) -> int | None:
    first = bounds(published)[0] if published else None
    return int(first[:4]) if first else None


def _from_document(mention: Mention, published: str | None, found: Hang | None, day: int | None) -> Mention:
    year = _year_of(published)
    if year is None or published is None:
        return mention
    month, value = known(published).month, parse(mention.edtf)
    if found is not None:
        year += _years(found, month, _first_month(value))
    elif len(published) < 10:
        return mention  # a book's year does not date what its pages leave open
    if day is not None and not fits(mention.edtf, year, day):
        return mention
    return _with_year(mention, value, year, "document")
