"""Years by their words: with the name of an era or a calendar, and spelled out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import spelled
from .counted import is_counted
from .edtf import Date, days_in_month
from .guard import word_before
from .periods import Reading, year_text
from .years import is_code, year

if TYPE_CHECKING:
    from .paragraph import Paragraph

_MONTH_AND_DAY = re.compile(r"\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|\.[0-9])")


def plain_year(surface: str, start: int, stop: int, language: str, rule: str) -> Reading | None:
    """The reading of a year as written."""
    value = year(surface, language)
    if value is None:
        return None
    remark = "date-calendars-disagree" if value.disagree else None
    return Reading(start, stop, Date(value.text), "year", rule, value.calendar, remark)


def era(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A year with the name of its era, or of a calendar that counts the years of ours, and its month and day."""
    start, stop = match.span()
    if is_code(here.text, start, stop):
        return None
    found = plain_year(match[0], start, stop, here.language.tag, "year.era")
    if found is None or found.calendar == "gregorian" or not isinstance(found.value, Date):
        return found
    # Juche112.2.16: month and day behind the year of a calendar.
    behind = _MONTH_AND_DAY.match(here.text, stop, here.end)
    if behind is None or int(behind["d"]) > days_in_month(int(found.value.year), int(behind["m"])):
        return found
    value = found.value._replace(month=int(behind["m"]), day=int(behind["d"]))
    return found._replace(end=behind.end(), value=value, unit="day", rule="day.era")


def spelled_year(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A year in words, only where a preposition makes it one: neunzehnhundertfünfundvierzig."""
    value = spelled.value(match[0], here.language.tag)
    left = word_before(here, match.start())
    if value is None or not 1000 <= value < 2200:
        return None
    if value % 1000 == 0 and (
        left not in here.language.guard.year_nouns or left in here.language.grammar.small
    ):
        return None  # a thousand
    tail = here.language.grammar.year_after.match(here.text, match.end(), here.end)
    if not tail and (left not in here.language.guard.prepositions or is_counted(here, match.end())):
        return None
    return Reading(
        match.start(), tail.end() if tail else match.end(), Date(year_text(value)), "year", "year.words"
    )
