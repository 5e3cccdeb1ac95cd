"""Month and day in figures as Korean, Chinese and Japanese write them: names of events, the ends of intervals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.model import Span

from . import cjk_left, numerals, numeric
from .cjk_forms import GAP, patterns
from .edtf import Date, days_in_month
from .named import EVENT, NamedDays, is_event, named_year
from .periods import Reading, interval, year_text

if TYPE_CHECKING:
    from .paragraph import Paragraph

_MONTH_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])\s?[.·‧ㆍ・]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.·][0-9])"
)
_IN_SIGNS = re.compile(r"(?P<m>[一二三四五六七八九十]{1,2})[·‧・](?P<d>[一二三四五六七八九十]{1,3})")
"""九·一八, 二・二六; only as the name of an event."""
_SECOND = re.compile(r"(?P<m>1[0-2]|0?[1-9])(?P<s>[./-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[./-][0-9])")
"""The second end of an interval without its year: 2019.3.1~3.31."""
_NUMBER = f"[0-9０-９{numerals.CHINESE}]{{1,3}}"
_DAY = re.compile(
    rf"(?P<d>{_NUMBER})\s?[日号號일](?!\s?(?:대|간|동안|만|전|후|뒤|이내|이상|째|[間间後后前以余多連连半目ぶ内內]))"
)
_DAYS_LEFT = re.compile(
    rf"(?P<m>{_NUMBER})\s?[月월]{GAP}(?:(?P<last>{_NUMBER})\s?[日号號일]?(?:\s?[、，,・·]\s?|[과와と和与與及]\s?|\s및\s)){{1,6}}\Z"
)
"""The month of a list of days, up to one of them: 3月3日と."""
_REACH = 24
"""Characters before a day in which the month of its list stands."""


def read_figures(text: str, floor: int, place: int, end: int, names: NamedDays) -> Reading | None:
    """A month and day with a point between them as a name, or hung on a year; a day of a list."""
    match = _MONTH_DAY.match(text, place, end) or _IN_SIGNS.match(text, place, end)
    if match is None:
        return _listed_day(text, place, end)
    if place > floor and text[place - 1] in ".,:-/제第":
        return None
    month, day = numerals.number(match["m"]) or 0, numerals.number(match["d"]) or 0
    if not 0 < month <= 12 or not 0 < day <= days_in_month(2000, month):
        return None
    value = Date("XXXX", month, day)
    in_signs = match.re is _IN_SIGNS
    year = None if in_signs else named_year(text, Span(match.end(), end), value, names, figures=True)
    if year is not None:
        return Reading(
            place, match.end(), value._replace(year=year_text(year)), "day", "named.figures", relative="named"
        )
    if is_event(text, Span(match.end(), end)):
        return Reading(place, match.end(), value, "day", EVENT, relative="named")
    left = None if in_signs else cjk_left.relative_left(text, floor, place)
    return (
        Reading(left[0], match.end(), value, "day", f"figures.{left[1]}", relative=left[1]) if left else None
    )


def _listed_day(text: str, place: int, end: int) -> Reading | None:
    """The day whose month stands with another day of a list: 3月3日と5日."""
    match = _DAY.match(text, place, end)
    left = _DAYS_LEFT.search(text[max(0, place - _REACH) : place]) if match else None
    if match is None or left is None:
        return None
    month, day = numerals.number(left["m"]) or 0, numerals.number(match["d"]) or 0
    if not 0 < month <= 12 or not (numerals.number(left["last"]) or 0) < day <= days_in_month(2000, month):
        return None
    return Reading(place, match.end(), Date("XXXX", month, day), "day", "cjk.day")


def with_end(here: Paragraph, reading: Reading) -> Reading:
    """The date in figures with the apostrophe of its short year, and the interval that it opens: 2019.3.1~3.31."""
    text, end = here.text, here.end
    if reading.rule == "numeric.ymd-short" and text[reading.start - 1 : reading.start] in {"'", "’", "‘"}:
        reading = reading._replace(start=reading.start - 1)
    found = patterns()
    link = found.link.match(text, reading.end, end)
    if link is None or not isinstance(reading.value, Date) or reading.value.time:
        return reading
    other = numeric.read(text, link.end(), end, here.language)
    stop, value = (other.end, other.value) if other and other.unit == "day" else (0, None)
    if value is None and (match := _SECOND.match(text, link.end(), end)):
        sign = match["s"] in text[reading.start : reading.end]
        day = Date("XXXX", int(match["m"]), int(match["d"]))
        stop, value = (match.end(), day) if sign else (0, None)
    whole = interval(reading.value, value) if value else None
    if whole is None:
        return reading
    closer = found.closer.match(text, stop, end)
    return reading._replace(end=closer.end() if closer else stop, value=whole, rule=f"{reading.rule}-range")
