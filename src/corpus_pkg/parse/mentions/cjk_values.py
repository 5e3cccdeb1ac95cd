"""The values of Korean, Chinese and Japanese dates, from the parts that the pattern matched."""

from __future__ import annotations

import re
from functools import lru_cache

from . import numerals
from .edtf import Date, Interval, Value, days_in_month
from .lexicon import table
from .periods import century, decade, interval, part_of, qualified, year_text
from .years import Year, counted, full_year


def season(date: Date, name: str) -> Date:
    """The season by its name, in the year of a date."""
    place = next(i for i, names in enumerate(table("cjk.toml")["seasons"]) if name in names)
    return date._replace(month=21 + place)


def value_of(match: re.Match[str]) -> tuple[tuple[Value, str], str | None, str] | None:
    """Value and unit, remark and calendar of what the pattern of dates matched; None where it is no date."""
    year, calendar, remark = "XXXX", "gregorian", None
    if match["c"] is not None or match["lastc"] or match["thisc"]:
        return _century(match)
    if match["y"] or match["era"] or match["jn"]:
        written = _year(match)
        if written is None:
            return None
        year, calendar = written.text, written.calendar
        remark = "date-calendars-disagree" if written.disagree else None
        if match["decade"] is not None:
            years = _decade(int(year), match["era"])
            return _finished(match, years, "decade", remark, calendar) if years else None
    elif not match["m"]:
        return None
    month = numerals.number(match["m"] or match["nm"] or "") if match["m"] or match["nm"] else None
    day = numerals.number(match["d"] or match["nd"]) if match["d"] or match["nd"] else None
    if match["lunar"] and year == "XXXX":
        return None
    if match["lunar"] or (_lunisolar(calendar, year) and match["m"]):
        return _finished(match, Date(year), "year", remark, calendar)
    value: Date = Date(year, month, day)
    if not possible(value):
        return None
    if match["d1"]:
        first = value._replace(day=numerals.number(match["d1"]))
        days = interval(first, value) if possible(first) else None
        return _finished(match, days, "day", remark, calendar) if days else None
    if match["m1"]:
        months = _months(value, numerals.number(match["m1"]) or 0)
        return _finished(match, months, "month", remark, calendar) if months else None
    unit = "day" if day else "month" if month else "year"
    if match["season"]:
        value, unit = season(value, match["season"]), "season"
    elif match["quarter"] or match["quarter2"]:
        value, unit = (
            value._replace(month=32 + (numerals.number(match["quarter"] or match["quarter2"]) or 1)),
            "season",
        )
    return _finished(match, value, unit, remark, calendar)


def _months(last: Date, first: int) -> Value | None:
    """From a month by its number to the last one; over a turn of the year only where the year is known."""
    if last.day is not None or not 1 <= first <= 12:
        return None
    opening, month = last._replace(month=first), last.month if isinstance(last.month, int) else 0
    if first > month and last.year.isdigit():
        last = last._replace(year=year_text(int(last.year) + 1))
    return interval(opening, last)


def _century(match: re.Match[str]) -> tuple[tuple[Value, str], str | None, str] | None:
    """A century, or the decade of it."""
    tens = numerals.number(match["cd"]) if match["cd"] else None
    if tens is not None and (tens > 90 or tens % 10 or _PAIR.match(match["cd"])):
        return None
    if match["lastc"] or match["thisc"]:
        if tens is None:
            return ((Date("XXXX"), "century"), None, "gregorian") if match["lastc"] else None
        return (Date(f"XX{tens // 10}X"), "decade"), None, "gregorian"
    number = numerals.number(match["c"])
    if not number or number > 30:
        return None
    if tens is not None:
        return _finished(match, decade((number - 1) * 100 + tens), "decade", None, "gregorian")
    return _finished(match, century(number, before_christ=bool(match["bcc"])), "century", None, "gregorian")


_PAIR = re.compile(r"[二三四五六七八][三四五六七八九]十")
"""Two decades of one century: 七八十年代."""


def _lunisolar(calendar: str, year: str) -> bool:
    """Whether months of the year were not ours: only the year is known then.

    Japan took our months in 1873, Korea in 1896, China in 1912.
    """
    first = {"japanese": "1873", "korean": "1896", "chinese": "1912"}.get(calendar)
    return first is not None and year < first


def _part_of_years(part: str, whole: Value) -> Value | None:
    """The part of a decade, also of one that begins within ours: 昭和30年代後半."""
    if not isinstance(whole, Interval) or not isinstance(whole.start, Date):
        return part_of(part, whole)
    offset, within = int(whole.start.year) % 10, part_of(part, decade(int(whole.start.year)))
    if not isinstance(within, Interval):
        return None
    ends = [d._replace(year=year_text(int(d.year) + offset)) for d in within if isinstance(d, Date)]
    return Interval(*ends)


def _decade(year: int, era: str | None) -> Value | None:
    """The decade that begins with a year; that of an era as an interval, for it begins within ours."""
    if era is None:
        return decade(year)
    return Interval(Date(year_text(year)), Date(year_text(year + 9)))


PARTS = (("first", "half1"), ("second", "half2"), ("early", "early"), ("late", "late"), ("middle", "middle"))


def _finished(
    match: re.Match[str], value: Value, unit: str, remark: str | None, calendar: str
) -> tuple[tuple[Value, str], str | None, str] | None:
    whole: Value | None = value
    for name, part in PARTS:
        if match[name] and whole is not None:
            whole = _part_of_years(part, whole) if unit == "decade" else part_of(part, whole)
    if whole is None:
        return None
    if isinstance(whole, Date) and whole.month in (40, 41):
        unit = "season"
    if match["approximate"]:
        whole = qualified(whole, "~")
    if match["uncertain"]:
        whole = qualified(whole, "?")
    return (whole, unit), remark, calendar


def _year(match: re.Match[str]) -> Year | None:
    if match["era"]:
        number = 1 if match["en"] in table("cjk.toml")["first_year"] else numerals.number(match["en"])
        ours = match["eg"] or match["ag"]
        return counted(match["era"], number or 0, numerals.number(ours) if ours else None)
    if match["jn"]:
        # Northern usage: the Juche year alone with ours in brackets. Two numbers that do not agree are no year.
        year = counted("주체", numerals.number(match["jn"]) or 0, numerals.number(match["jg"]))
        return year if year and not year.disagree else None
    number = numerals.number(match["y"])
    if number is None:
        return None
    if match["ae"]:
        return _of_two(match["ae"], match["an"], number)
    if match["bc"] or match["ad"]:
        return Year(year_text(1 - number if match["bc"] else number)) if 0 < number <= 9999 else None
    if match["be"]:
        return _of_two(match["be"], match["bn"], number)
    digits = (
        len(match["y"]) if not any(sign in "십백천十百千" for sign in match["y"]) else 4 if number > 99 else 2
    )
    if match["y"] in _THOUSAND and not match["m"]:
        return None  # as long as a thousand years
    if digits == 4 and (1000 <= number <= 2199 or match["y"][0] in "0〇" or match["m"]):
        return Year(year_text(number))
    if digits == 2 and match["decade"] is not None and number % 10 == 0:
        return Year(year_text(1900 + number if number >= 20 else 2000 + number))
    if digits == 2 and (match["m"] or match["short"]):
        return Year(year_text(full_year(number)))
    if digits == 3 and (match["m"] or _is_ancient(match, number)):
        return Year(year_text(number))
    if digits == 2 and match["year"] is not None and match["y"][0] in "0０〇零○":
        return Year(year_text(2000 + number))  # 07年, 零八年: no number of years begins so
    return None


_THOUSAND = frozenset({"천", "千", "일천", "一千"})
_ANCIENT = re.compile(r"に(?![わ亘及近満達一二数渡もな0-9０-９])|에(?!\s?(?:걸|달|이르|가|한))")
"""What follows a year of three figures that is no length: 645年に, 668년에."""
_BESIDE = re.compile(r"\s?[（(][^\W\d_]{2,3}[0-9元一二三四五六七八九十]{1,3}年[）)]")
"""The same year of an era behind it: 710年（和銅3年）."""


def _is_ancient(match: re.Match[str], number: int) -> bool:
    """Whether a number of three figures is a year: what follows shows it, and no other word in signs is before it."""
    stop, left = match.end("year"), match.string[max(0, match.start() - 1) : match.start()]
    if "一" <= left <= "鿿":
        return False
    return bool(_BESIDE.match(match.string, stop) or (number % 50 and _ANCIENT.match(match.string, stop)))


def _of_two(calendar: str, count: str, ours: int) -> Year | None:
    """A year with its number in a calendar beside it; where it is cut short, the two must agree to be a year."""
    there = numerals.number(count) or 0
    if ours > 999:
        return counted(calendar, there, ours) if ours <= 9999 else None
    year = counted(calendar, there, None)
    return year if year and ours in {int(year.text), int(year.text) % 100} else None


@lru_cache(maxsize=1024)
def possible(value: Date) -> bool:
    """Whether the year has such a month and the month such a day."""
    if value.month is None:
        return value.day is None
    month, day = value.month, value.day
    if not isinstance(month, int) or not 1 <= month <= 12:
        return False
    year = int(value.year) if value.year.isdigit() else 2000
    return day is None or (isinstance(day, int) and 1 <= day <= days_in_month(year, month))
