"""Days and months of the Hebrew calendar with their year, numbers in letters: ה' באייר תש"ח.

Source: the arithmetic of E. M. Reingold and N. Dershowitz, Calendrical Calculations.
"""

from __future__ import annotations

import re
from datetime import date as day_of
from typing import TYPE_CHECKING

from .edtf import Date, Interval
from .lexicon import SPACE, Lexicon, alternation, lexicon
from .periods import Reading, year_text

if TYPE_CHECKING:
    from .paragraph import Paragraph

_EPOCH = -1373427
"""The day before the first one of the calendar, counted from 1 January of the year 1 (``date.toordinal``)."""
_ADAR = 5
"""The month, from Tishri, 0, of which a leap year has two."""
_VALUES = dict(
    zip("אבגדהוזחטיכלמנסעפצקרשת", [*range(1, 10), *range(10, 100, 10), *range(100, 500, 100)], strict=True)
)
_DAY = re.compile(r"(?:(?<=[\s(,:-])|^)(?P<d>[א-ל]['׳]|[יכל][\"״][א-ט]|ט[\"״][וז])\s{1,3}\Z")


def months(words: Lexicon) -> list[str]:
    """Names of the Hebrew months in a language."""
    return [name for row in words.words("hebrew_months") for name in row]


def pattern(words: Lexicon) -> str:
    """A Hebrew month with its year, in letters or figures."""
    names = months(words)
    if not names:
        return "(?!)"
    letters = r"(?:ה['׳])?(?P<letters>ת[ר-ת]?[ק-ת]?[א-צ]?[\"״][א-ת])"
    return rf"(?P<mon>{alternation(names)}){SPACE}(?:{letters}|(?P<figures>5[2-9][0-9]{{2}}))(?!\w)"


def read_hebrew(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The reading of what the pattern matched, with the day in letters before it."""
    place = lexicon(here.language.tag).number("hebrew_months", match["mon"])
    if place is None:
        return None
    year = int(match["figures"]) if match["figures"] else 5000 + _number(match["letters"])
    first, last = _month(year, place)
    low = max(here.floor, match.start() - 8)
    left = _DAY.search(here.text[low : match.start()])
    if left is None:
        return Reading(
            match.start(), match.end(), Interval(_date(first), _date(last)), "month", "month", "hebrew"
        )
    day = first + _number(left["d"]) - 1
    if day > last:
        return None
    return Reading(low + left.start("d"), match.end(), _date(day), "day", "day", "hebrew")


def _number(letters: str) -> int:
    return sum(_VALUES.get(letter, 0) for letter in letters)


def _date(ordinal: int) -> Date:
    day = day_of.fromordinal(ordinal)
    return Date(year_text(day.year), day.month, day.day)


def _elapsed(year: int) -> int:
    """Days from the epoch to the new moon of a year, moved where it may not begin."""
    count = (235 * year - 234) // 19
    days = 29 * count + (12084 + 13753 * count) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def _new_year(year: int) -> int:
    before, this, after = (_elapsed(year + step) for step in (-1, 0, 1))
    return _EPOCH + this + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def _month(year: int, place: int) -> tuple[int, int]:
    """First and last day of a month by its place in the table: Tishri is 0, a second Adar 6 in every year."""
    first, length = _new_year(year), _new_year(year + 1) - _new_year(year)
    leap = length > 360
    days = [30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30, 29, 30, 30 if leap else 0]
    days += [29, 30, 29, 30, 29, 30, 29]
    if place == _ADAR and not leap:
        place += 1
    first += sum(days[:place])
    return first, first + days[place] - 1
