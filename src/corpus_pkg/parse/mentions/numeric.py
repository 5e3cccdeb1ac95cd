"""Dates in digits only: in every order, with time stamps; the order of an ambiguous one is left to evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .edtf import Date, days_in_month
from .numerals import roman
from .other_years import read_numeric
from .periods import Reading, year_text
from .years import full_year

if TYPE_CHECKING:
    from .paragraph import Language

_BEFORE_NOON = frozenset({"오전", "上午", "午前", "凌晨", "早上", "a", "s", "ص", "π"})
_HALF_BEFORE = r"(?:(?P<half>오전|오후|上午|下午|午前|午後|凌晨|早上|晚上)\s?)?"
_HALF_BEHIND = (
    r"(?:(?!\sam\s[A-ZÄÖÜ][a-zäöüß])\s?"
    r"(?P<noon>(?:[AaPp][Mm]|SA|CH|ص|م)(?![^\W_])|[AaPp]\.\s?[Mm]\.|[πμ]\.\s?μ\.))?"
)
"""Which half of a day an hour is of, before it and behind it; but: um 8:30 am Bahnhof."""
_TIME = (
    rf"(?:(?:T|,?\s{{1,3}}(?:(?:at|um|à|om|kl\.)\s)?){_HALF_BEFORE}"
    r"(?P<time>(?:[01]?[0-9]|2[0-3])[:h][0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,6})?)?)"
    rf"{_HALF_BEHIND}"
    r"(?P<zone>Z|\s?[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?(?![0-9:]))?"
)
_NOON = 12
TURNS = "\u200e\u200f\u061c"
"""Signs by which text from right to left keeps the order of figures."""
_TURN = f"[{TURNS}]?"
_NO_MORE = r"(?![0-9]|[./][0-9]|-(?![12][0-9]{3}[/.])[0-9]|[.][A-Za-z0-9])"
YEAR_FIRST = re.compile(
    r"(?P<y>[12][0-9]{3})(?:(?P<s>[-/‐–／．])(?P<m>0?[1-9]|1[0-2])(?P=s)|(?P<dot>\.)\s{0,3}(?P<m2>0?[1-9]|1[0-2])\.\s{0,3})"
    rf"(?P<d>0?[1-9]|[12][0-9]|3[01]){_NO_MORE}{_TIME}"
)
SHORT_YEAR_FIRST = re.compile(
    rf"(?P<y>[0-9]{{2}})(?P<s>[-./])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12][0-9]|3[01]){_NO_MORE}{_TIME}"
)
YEAR_LAST = re.compile(
    rf"(?P<a>[0-9]{{1,2}}){_TURN}(?P<s>[-./])(?P<sp>\s?)(?P<b>[0-9]{{1,2}}){_TURN}(?P=s)(?P=sp)"
    r"(?P<y>[12][0-9]{3}|['’]?[0-9]{2})"
    rf"{_NO_MORE}{_TIME}"
)
MONTH_YEAR = re.compile(r"(?P<m>0[1-9]|1[0-2]|[1-9])[/.](?P<y>(?:1[5-9]|20)[0-9]{2})(?![0-9]|[-./,][0-9])")
BASIC = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])" + _TIME
)


def read(text: str, start: int, end: int, language: Language) -> Reading | None:
    """Read the numeric date that starts at ``start``.

    The language's ``order`` is ``dmy`` or ``mdy`` where it or the document decides; None leaves an ambiguous date
    marked and read month first, as the readers of a text without other evidence would.
    """
    match = YEAR_FIRST.match(text, start, end)
    if match:
        month = match["m"] or match["m2"]
        year = int(match["y"])
        if year < 1500 and (other := _other(match, "d", end, language, (year, int(month), int(match["d"])))):
            return other
        return _reading(match, int(match["y"]), int(month), int(match["d"]), "numeric.ymd")
    if language.east_asian and (match := SHORT_YEAR_FIRST.match(text, start, end)):
        return _reading(
            match, full_year(int(match["y"])), int(match["m"]), int(match["d"]), "numeric.ymd-short"
        )
    match = YEAR_LAST.match(text, start, end)
    if match:
        parts = int(match["y"].lstrip("'’")), int(match["b"]), int(match["a"])
        if 1000 < parts[0] < 1500 and (other := _other(match, "y", end, language, parts)):
            return other
        return _year_last(match, language.order)
    match = MONTH_YEAR.match(text, start, end)
    if match and (match["m"][0] == "0" or match["m"] in ("10", "11", "12") or "/" in match[0]):
        value = Date(year_text(int(match["y"])), int(match["m"]))
        return Reading(start, match.end(), value, "month", "numeric.my")
    match = BASIC.match(text, start, end)
    if match and (match["time"] or "T" in match[0]):
        return _reading(match, int(match["y"]), int(match["m"]), int(match["d"]), "numeric.basic")
    return None


_ROMAN_MONTH = re.compile(
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:(?P<s>[-./])\s?|\s)(?P<m>XI{0,2}|IX|IV|VI{0,3}|I{1,3}|(?(s)(?:xi{0,2}|ix|iv|vi{0,3}|i{1,3})))"
    r"(?:[-./]\s?|\s)(?P<y>[12][0-9]{3})(?![0-9])"
)


def read_roman(text: str, start: int, end: int) -> Reading | None:
    """Read the date with its month in Roman numerals that starts at ``start``: 17.IX.1939, 3 V 1920."""
    match = _ROMAN_MONTH.match(text, start, end)
    if match is None:
        return None
    year, month, day = int(match["y"]), roman(match["m"]), int(match["d"])
    if day > days_in_month(year, month):
        return None
    return Reading(start, match.end(), Date(year_text(year), month, day), "day", "numeric.roman")


def _other(
    match: re.Match[str], last: str, end: int, language: Language, parts: tuple[int, int, int]
) -> Reading | None:
    """The day of another calendar in year, month and day, which ends with the group ``last``."""
    return read_numeric(match.string, match.start(), match.end(last), end, language.tag, parts)


def _year_last(match: re.Match[str], order: str | None) -> Reading | None:
    digits = match["y"].lstrip("'’")
    short = len(digits) == 2
    year = full_year(int(digits)) if short else int(digits)
    first, second, separator = int(match["a"]), int(match["b"]), match["s"]
    # Points and hyphens with single digits are versions, sections and scores.
    if short and (separator == "." and min(len(match["a"]), len(match["b"])) < 2 and order != "dmy"):
        return None
    if short and separator == "-" and min(len(match["a"]), len(match["b"])) < 2:
        return None
    if first > 12 or separator == ".":
        sure = "dmy" if second <= 12 else "mdy" if first <= 12 else None
    elif second > 12:
        sure = "mdy"
    else:
        sure = "either"
    if sure is None or (separator == "." and order != "dmy" and not 1500 <= year <= 2100):
        return None
    if separator == "." and sure == "mdy" and short:
        return None  # no language writes them so: version 1.21.10
    if sure == "either":
        chosen, rule = order or "mdy", "numeric.xmy"
        remark = None if order or first == second else "date-order-ambiguous"
    else:
        chosen, rule, remark = sure, f"numeric.{sure}", None
    day, month = (first, second) if chosen == "dmy" else (second, first)
    reading = _reading(match, year, month, day, rule)
    return reading._replace(remark=remark) if reading else None


def _reading(match: re.Match[str], year: int, month: int, day: int, rule: str) -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    time, unit = None, "day"
    if match["time"]:
        fields = [
            re.sub(r"[.,].*", "", field).zfill(2) for field in match["time"].replace("h", ":").split(":")
        ]
        unit = "second" if len(fields) == 3 else "minute"
        fields[0] = _hour(fields[0], match["half"] or match["noon"])
        time = ":".join([*fields, "00"][:3]) + _zone(match["zone"])
    return Reading(match.start(), match.end(), Date(year_text(year), month, day, time), unit, rule)


def _hour(hour: str, half: str | None) -> str:
    """The hour of the day for one of its half: 7 PM, 오후 3."""
    if not half or not 1 <= int(hour) <= _NOON:
        return hour
    early = half in _BEFORE_NOON or half[0].lower() in _BEFORE_NOON
    return f"{int(hour) % _NOON + (0 if early else _NOON):02}"


def _zone(zone: str | None) -> str:
    if not zone or zone == "Z":
        return zone or ""
    digits = zone.strip().replace(":", "")
    return f"{digits[:3]}:{digits[3:]}"
