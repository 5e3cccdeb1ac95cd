"""Days and months of calendars whose years begin on other days than ours: the Persian and the Islamic one.

A month with its year, and perhaps a day, is read; neither a year alone nor a day without one.
Sources: the cycle of 33 years for the Persian calendar, exact from 1178 to 1633 of its years; the civil tables of 30
years for the Islamic one, which the moon may miss by a day: E. M. Reingold and N. Dershowitz, Calendrical
Calculations.
"""

from __future__ import annotations

import re
from datetime import date as day_of
from functools import cache
from typing import TYPE_CHECKING

from .edtf import Date, Interval, Value
from .forms import DAY
from .lexicon import SPACE, Lexicon, alternation, lexicon
from .periods import Reading, year_text

if TYPE_CHECKING:
    from .paragraph import Paragraph

SOLAR, LUNAR = "persian", "islamic"
_KEYS = {"solar_months": SOLAR, "lunar_months": LUNAR}
_SOLAR_YEARS = range(1178, 1500)
"""Years of the Persian calendar that are read: behind them begin ours."""
_LUNAR_YEARS = range(1, 1500)
_EARLIEST = 1200
"""The first year of theirs that is read in figures alone."""
_CLOCK = re.compile(r"\s[^\W\d_]{1,10}\s[0-9]{1,2}:[0-9]{2}(?=\s)")
"""The hour between a day and its era: 22/01/1437 الساعة 22:07 هـ."""
_NEAR = 2
"""Days by which an Islamic day may differ from the one of ours that stands beside it."""


def months_of_others(words: Lexicon) -> list[str]:
    """Names of the months of other calendars in a language."""
    return [name for key in _KEYS for row in words.words(key) for name in row]


@cache
def _months(language: str) -> dict[str, tuple[str, int]]:
    """Calendar and number of a month by its name."""
    words = lexicon(language)
    return {
        name: (calendar, number)
        for key, calendar in _KEYS.items()
        for number, row in enumerate(words.words(key), start=1)
        for name in row
    }


def pattern(words: Lexicon) -> str:
    """A month of another calendar with its year, and perhaps its day in figures before it."""
    names = months_of_others(words)
    if not names:
        return "(?!)"
    day = rf"(?:(?P<d>{DAY})(?:\s?{words.phrases('day_suffix')})?{SPACE}(?:{words.phrases('of')}{SPACE})?)?"
    glue = rf"(?:,?{SPACE}(?:{words.phrases('of', 'year_before')}{SPACE}){{0,2}})"
    era = rf"(?:\s{{0,3}}{words.phrases('other_eras')})"
    year = rf"(?P<y>1[0-4][0-9]{{2}}(?![0-9])|[1-9][0-9]{{0,2}}(?={era}))"
    return rf"{day}(?P<mon>{alternation(names)}){glue}{year}{era}?"


def first_day(calendar: str, year: int, month: int) -> int:
    """The first day of a month, counted from 1 January of the year 1 (``date.toordinal``)."""
    if calendar == LUNAR:
        return 227015 + 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    year += 1595
    before = 31 * (month - 1) if month < 7 else 30 * (month - 7) + 186
    return 365 * year + year // 33 * 8 + (year % 33 + 3) // 4 + before - 356032


def gregorian(calendar: str, year: int, month: int, day: int | None) -> Value | None:
    """The day of ours, or the days of a month; None where there is no such day."""
    if year not in (_LUNAR_YEARS if calendar == LUNAR else _SOLAR_YEARS) or not 1 <= month <= 12:
        return None
    first = first_day(calendar, year, month)
    following = first_day(calendar, year + month // 12, month % 12 + 1)
    about = "~" if calendar == LUNAR else ""
    if day is None:
        return Interval(_date(first, about), _date(following - 1, about))
    # The moon may make a month of 29 days in the tables one of 30.
    longest = 30 if calendar == LUNAR else following - first
    return _date(first + day - 1, about) if 1 <= day <= longest else None


def _date(ordinal: int, qualifier: str) -> Date:
    day = day_of.fromordinal(ordinal)
    return Date(year_text(day.year), day.month, day.day, qualifier=qualifier)


@cache
def _eras(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{{0,3}}{lexicon(language).phrases('other_eras')}")


def read_numeric(  # noqa: PLR0917 - a date and where it stands
    text: str, start: int, stop: int, end: int, language: str, parts: tuple[int, int, int]
) -> Reading | None:
    """A day in figures whose year is too low for ours, its era behind it or understood: 14-09-1432 هـ, 1394/06/26."""
    year, month, day = parts
    words = lexicon(language)
    understood = words.lists.get("figures_of")
    era = _eras(language).match(text, stop, end)
    clock = None if era or understood else _CLOCK.match(text, stop, end)
    if clock and _eras(language).match(text, clock.end(), end):
        understood = LUNAR
    if not words.words("lunar_months") or not (era or understood) or year < _EARLIEST:
        return None
    value = gregorian(understood or LUNAR, year, month, day)
    return (
        Reading(start, era.end() if era else stop, value, "day", "numeric.other", understood or LUNAR)
        if value
        else None
    )


def read_other(match: re.Match[str], here: Paragraph, day: int | None = None) -> Reading | None:
    """The reading of what the pattern matched, or of the month with the ``day`` in words before it."""
    calendar, month = _months(here.language.tag)[" ".join(match["mon"].split())]
    if match["d"]:
        day = int(match["d"])
    value = gregorian(calendar, int(match["y"]), month, day)
    if value is None:
        return None
    unit = "month" if day is None else "day"
    return Reading(match.start(), match.end(), value, unit, unit, calendar)


def beside(reading: Reading, ours: Value | None) -> Reading:
    """The Islamic day with the value of ours beside it, where they are near enough to be the same."""
    value, other = reading.value, ours
    if not isinstance(value, Date) or not isinstance(other, Date) or not isinstance(other.day, int):
        return reading
    if not other.year.isdigit() or other.time:
        return reading
    days = [day_of(int(one.year), int(one.month or 1), int(one.day or 1)) for one in (value, other)]
    return reading._replace(value=other) if abs((days[0] - days[1]).days) <= _NEAR else reading
