"""What digits open: day and month, numeric dates, years and their ranges, decades, centuries, eras."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import numeric
from .counted import is_counted
from .decades import PAUSE, listed_decade, shared_hundred
from .edtf import Date, Interval, days_in_month
from .figure_years import year_reading
from .guard import word_before
from .listed import listed_day
from .openers import opener
from .other_years import LUNAR, beside, read_other
from .periods import Reading, century, decade, year_text
from .styles import day_of_two
from .worded_years import plain_year
from .words import dated, month
from .years import own_year

if TYPE_CHECKING:
    from .paragraph import Paragraph

_RUN = re.compile(r"[0-9]{1,9}")
_JOINING = ".,:/-–"
_DAY_MONTH = re.compile(r"(?P<d>3[01]|[12][0-9]|0?[1-9])\.\s?(?P<m>1[0-2]|0?[1-9])\.(?!\s?[0-9]|[^\W_])")
_SLASHED = re.compile(r"(?P<d>3[01]|[12][0-9]|0?[1-9])/(?P<m>1[0-2]|0?[1-9])(?![0-9/]|[.,][0-9])")
_SLASHED_YEAR = re.compile(
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])/(?P<m>1[0-2]|0?[1-9])[ -](?P<y>(?:1[5-9]|20)[0-9]{2})(?![0-9]|[.,][0-9])"
)
"""As Scandinavians write the day: 9/8 1945."""
_JOINT = re.compile(r"[\s،,(/–-]{1,4}(?:(?:[وا]?ل?موافق|المصادف)\s(?:ل|لـ|يوم\s)?\s?)?(?=[0-9])")
"""Between a day of the Islamic calendar and the same of ours."""
_ROMAN_HEADS = frozenset("IVXivx")


def read_figures(here: Paragraph, start: int) -> Reading | None:
    """Read the expression that begins with the digit at ``start``."""
    text, end = here.text, here.end
    run = _RUN.match(text, start, end)
    if run is None or (text[start - 1 : start] == "_" and text[max(0, start - 2) : start - 1].isalnum()):
        return None  # a file's name: report_2019-05
    size, stop = run.end() - start, run.end()
    rules = here.language.grammar
    before = text[start - 1] if start > here.floor else " "
    attached = before in _JOINING and start - 1 > here.floor and text[start - 2].isdigit()
    if size <= 2 and not attached:
        match = rules.day_first.match(text, start, end)
        reading = month(match, here) if match else None
        if reading is None and (match := rules.other_month.match(text, start, end)):
            reading = _of_both(here, read_other(match, here))
        if reading is None and text[stop : stop + 2].strip()[:1] in ("(", ")"):
            reading = day_of_two(here, start)
        if reading is None:
            reading = listed_day(here, start, stop)
        if reading:
            return reading
    after = text[stop] if stop < end else " "
    if after in numeric.TURNS:
        after = text[stop + 1 : stop + 2]
    if size <= 2 and not attached and text[stop : stop + 2].strip()[-1:] in _ROMAN_HEADS:
        reading = numeric.read_roman(text, start, end)
        if reading:
            return _with_word(here, reading)
    if (after in "-./‐–／．" or size == 8) and not attached and before not in "$£€#":
        reading = numeric.read(text, start, end, here.language)
        if reading and "bare_calendar" in rules.words.lists:
            reading = _of_own_calendar(reading, here.language.tag)
        if reading and after == "." and word_before(here, start) in here.language.guard.versions:
            return None
        if reading and not (
            reading.unit == "month" and word_before(here, start).strip("([") in here.language.guard.numbered
        ):
            return _with_word(here, reading)
        if size <= 2 and (reading := _days(here, start) or _day_month(here, start)):
            return reading
    if size > 4 or (attached and before in ".,:/"):
        return None
    if before in "'’‘":
        return _short(here, start, stop)
    if text[stop - 1] == "0" and size in {2, 4} and (listed := listed_decade(here, start, stop)):
        return listed
    if size == 4 and (match := rules.year_first.match(text, start, end)) and (reading := dated(match, here)):
        return reading
    if (
        size == 4
        and "1000" <= text[start:stop] < "2200"
        and not rules.dotted
        and PAUSE.match(text, stop, end)
    ):
        return Reading(start, stop, Date(text[start:stop]), "year", "year")
    match = rules.year.match(text, start, end)
    return year_reading(match, here) if match else None


def _of_both(here: Paragraph, reading: Reading | None) -> Reading | None:
    """A day of another calendar, the same as ours where that stands behind it: 14 شعبان 1432 هـ / 15 يوليو 2011."""
    if reading is None or reading.calendar != LUNAR:
        return reading
    joint = _JOINT.match(here.text, reading.end, here.end)
    ours = read_figures(here, joint.end()) if joint else None
    return beside(reading, ours.value if ours else None)


def _of_own_calendar(reading: Reading, language: str) -> Reading:
    """The date in figures in our years where the language counts others: 1/1/2567."""
    value = reading.value
    year = own_year(int(value.year), language) if isinstance(value, Date) else None
    if year is None or not isinstance(value, Date):
        return reading
    return reading._replace(value=value._replace(year=year_text(year)), calendar="buddhist")


def _days(here: Paragraph, start: int) -> Reading | None:
    """Days of one month in figures: 3.–5.5.1920, vom 3. bis 5.5.1920."""
    match = here.language.grammar.figure_days.match(here.text, start, here.end)
    if match is None:
        return None
    last = numeric.read(here.text, match.end(), here.end, here.language)
    if last is None or last.unit != "day" or not isinstance(last.value, Date):
        return None
    opened = opener(here, start, between=bool(match["and"]))
    day, value = int(match["d"]), last.value
    if not isinstance(value.day, int) or not 0 < day < value.day or (match["and"] and opened is None):
        return None
    begin = start if opened is None else opened
    return last._replace(start=begin, value=Interval(value._replace(day=day), value), rule="days")


def _day_month(here: Paragraph, start: int) -> Reading | None:
    """Day and month in figures without a year, where a preposition or a second date shows them: am 17.6."""
    rules = here.language.grammar
    whole = _SLASHED_YEAR.match(here.text, start, here.end) if rules.words.lists.get("slashed_year") else None
    if whole and int(whole["d"]) <= days_in_month(int(whole["y"]), int(whole["m"])):
        value = Date(whole["y"], int(whole["m"]), int(whole["d"]))
        return Reading(start, whole.end(), value, "day", "numeric.dmy")
    slashed = _SLASHED.match(here.text, start, here.end) if rules.slashed_days else None
    if slashed and word_before(here, start) in rules.slashed_days:
        day, month = int(slashed["d"]), int(slashed["m"])
        if day <= days_in_month(2000, month):
            return Reading(start, slashed.end(), Date("XXXX", month, day), "day", "numeric.dm")
    match = _DAY_MONTH.match(here.text, start, here.end) if rules.day_prepositions else None
    if match is None or int(match["d"]) > days_in_month(2000, int(match["m"])):
        return None
    if word_before(here, start) not in rules.day_prepositions and not rules.figure_link.match(
        here.text, match.end(), here.end
    ):
        return None
    return Reading(start, match.end(), Date("XXXX", int(match["m"]), int(match["d"])), "day", "numeric.dm")


def _with_word(here: Paragraph, reading: Reading) -> Reading:
    """The date in figures with the word for a year behind it: 3.4.1950 г."""
    tail = here.language.grammar.year_after.match(here.text, reading.end, here.end)
    return reading._replace(end=tail.end()) if tail and reading.unit == "day" else reading


def _short(here: Paragraph, start: int, stop: int) -> Reading | None:
    """'60s and '98, of which the apostrophe is a part."""
    text = here.text
    if stop - start == 3:
        return _short_century(here, start, stop)
    if stop - start == 2 and text[stop - 1] == "0" and (listed := listed_decade(here, start - 1, stop)):
        return listed
    if start - 2 >= here.floor and not (text[start - 2].isspace() or text[start - 2] in "(-–"):
        return None
    suffix = here.language.grammar.decade_suffix.match(text, stop, here.end)
    if suffix and stop - start == 2 and text[stop - 1] == "0":
        value = decade((shared_hundred(here, start) or 1900) + int(text[start:stop]))
        return Reading(start - 1, suffix.end(), value, "decade", "decade.short")
    if stop - start != 2 or word_before(here, start - 1) not in here.language.guard.prepositions:
        return None
    return plain_year("'" + text[start:stop], start - 1, stop, here.language.tag, "year.short")


def _short_century(here: Paragraph, start: int, stop: int) -> Reading | None:
    """A century by its hundreds, as Italian writes it: nel '900, nell'800."""
    if not here.language.grammar.words.lists.get("short_centuries") or here.text[start + 1 : stop] != "00":
        return None
    if here.text[start] < "2" or is_counted(here, stop):
        return None
    own = start - 1 > here.floor and here.text[start - 2].isspace()
    return Reading(start - own, stop, century(int(here.text[start]) + 11), "century", "century.short")
