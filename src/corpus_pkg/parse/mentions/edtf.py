"""Dates in EDTF (ISO 8601-2:2019 annex A, levels 0 to 2): our own formatter, parser and bounds.

The year is kept as its characters, because ``192X`` and ``XX2X`` are years here as much as ``1926`` is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Date(NamedTuple):
    """One date; ``month`` 21 to 41 is a season, quarter or half (ISO 8601-2 table 2)."""

    year: str = "XXXX"
    """Four characters, digits or ``X``; a leading ``-`` before the year 0; ``Y`` before a longer one."""
    month: int | str | None = None
    day: int | str | None = None
    time: str | None = None
    """``hh:mm:ss`` with an optional zone."""
    qualifier: str = ""
    """``~`` approximate, ``?`` uncertain, ``%`` both, ``""`` neither."""
    parts: tuple[str, str, str] = ("", "", "")
    """Level 2 qualifiers of the single components, written before them."""


class Interval(NamedTuple):
    """From ``start`` to ``end``: None is unknown, ``".."`` is open."""

    start: Date | str | None
    end: Date | str | None


class Set(NamedTuple):
    """Level 2: ``[one of]`` or ``{all of}`` its members; an Interval in it stands for a ``..`` range."""

    bracket: str
    members: tuple[Date | Interval, ...]


Value = Date | Interval | Set

_DATE = re.compile(
    r"""
    (?P<qy>[?~%]?)
    (?P<year> Y-?[0-9]{5,} | Y-?[0-9]+E[0-9]+ | -?[0-9X]{4} )(?:S[0-9]+)? (?P<ay>[?~%]?)
    (?: - (?P<qm>[?~%]?) (?P<month> 0[1-9] | 1[0-2] | 2[1-9] | 3[0-9] | 4[01] | [01X]X | X[0-9] ) (?P<am>[?~%]?)
        (?: - (?P<qd>[?~%]?) (?P<day> 0[1-9] | [12][0-9] | 3[01] | [0-3X]X | X[0-9] ) (?P<ad>[?~%]?)
            (?: T (?P<time>(?:[01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?) )?
        )?
    )?
    """,
    re.VERBOSE,
)


def _date(edtf: str) -> Date:
    match = _DATE.fullmatch(edtf)
    if match is None:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    month, day = _component(match["month"]), _component(match["day"])
    if day is not None and isinstance(month, int) and month > 12:
        raise ValueError(f"a season has no days: {edtf!r}")
    if isinstance(day, int) and isinstance(month, int):
        year = match["year"]
        whole = int(year) if year.lstrip("-").isdigit() else 2000  # an unknown year may be a leap year
        if day > days_in_month(whole, month):
            raise ValueError(f"no such day: {edtf!r}")
    # A qualifier after a component holds for it and all before it; after the last one, for the whole date.
    last = match["ad"] or ("" if day is not None else match["am"])
    if day is None and month is None:
        last = match["ay"]
    before = [match["qy"] or "", match["qm"] or "", match["qd"] or ""]
    if month is not None and match["ay"]:
        before[0] = match["ay"]
    if day is not None and match["am"]:
        before[0] = before[1] = match["am"]
    return Date(match["year"], month, day, match["time"], last or "", (before[0], before[1], before[2]))


def _component(digits: str | None) -> int | str | None:
    if digits is None:
        return None
    return digits if "X" in digits else int(digits)


@lru_cache(maxsize=8192)
def parse(edtf: str) -> Value:
    """Read an EDTF string.

    Raises:
        ValueError: where it is not EDTF, names a day that does not exist, or ends before it starts.

    """
    if edtf[:1] in "[{" and edtf[-1:] == {"[": "]", "{": "}"}.get(edtf[:1]):
        members = [_member(part.strip()) for part in edtf[1:-1].split(",")]
        return Set(edtf[0], tuple(members))
    if "/" not in edtf:
        return _date(edtf)
    first, _, second = edtf.partition("/")
    interval = Interval(_end(first), _end(second))
    if not any(isinstance(date, Date) for date in interval):
        raise ValueError(f"an interval needs a date: {edtf!r}")
    start, end = bounds_of(interval)
    if start is not None and end is not None and start > end:
        raise ValueError(f"ends before it starts: {edtf!r}")
    return interval


def _end(edtf: str) -> Date | str | None:
    return None if not edtf else ".." if edtf == ".." else _date(edtf)


def _member(edtf: str) -> Date | Interval:
    first, dots, second = edtf.partition("..")
    if not dots:
        return _date(first)
    if not first and not second:
        raise ValueError("a range in a set needs a date")
    return Interval(_date(first) if first else "..", _date(second) if second else "..")


def format(value: Value) -> str:  # noqa: A001 - the pair of parse
    """Write a value as EDTF."""
    if isinstance(value, Date):
        return _write(value)
    if isinstance(value, Interval):
        return f"{_write_end(value.start)}/{_write_end(value.end)}"
    closing = "]" if value.bracket == "[" else "}"
    return value.bracket + ",".join(_write_member(member) for member in value.members) + closing


def _write(date: Date) -> str:
    year, month, day, time, qualifier, parts = date
    text = parts[0] + year
    if month is not None:
        text += f"-{parts[1]}{month:02d}" if isinstance(month, int) else f"-{parts[1]}{month}"
        if day is not None:
            text += f"-{parts[2]}{day:02d}" if isinstance(day, int) else f"-{parts[2]}{day}"
            if time is not None:
                text += f"T{time}"
    return text + qualifier


def _write_end(end: Date | str | None) -> str:
    return _write(end) if isinstance(end, Date) else end or ""


def _write_member(member: Date | Interval) -> str:
    if isinstance(member, Date):
        return _write(member)
    ends = [_write(end) if isinstance(end, Date) else "" for end in member]
    return "..".join(ends)


@lru_cache(maxsize=8192)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day that an EDTF string can mean, ISO 8601 in the proleptic Gregorian calendar.

    None where the value is open or unknown on that side, or before the year 1. A winter ends in the next year.

    Raises:
        ValueError: as ``parse``.

    """
    return bounds_of(parse(edtf))


def bounds_of(value: Value) -> tuple[str | None, str | None]:
    """``bounds`` of a value already parsed."""
    if isinstance(value, Date):
        return _first(value), _last(value)
    if isinstance(value, Interval):
        start = _first(value.start) if isinstance(value.start, Date) else None
        end = _last(value.end) if isinstance(value.end, Date) else None
        return start, end
    pairs = [bounds_of(member) for member in value.members]
    starts, ends = [first for first, _ in pairs], [last for _, last in pairs]
    known_starts, known_ends = [day for day in starts if day], [day for day in ends if day]
    return (
        min(known_starts) if len(known_starts) == len(starts) else None,
        max(known_ends) if len(known_ends) == len(ends) else None,
    )


_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 25: 3, 26: 6, 27: 9, 28: 12, 29: 9, 30: 12, 31: 3, 32: 6}
_FIRST_MONTH |= {33: 1, 34: 4, 35: 7, 36: 10, 37: 1, 38: 5, 39: 9, 40: 1, 41: 7}


def _months(month: int | str) -> tuple[int, int]:
    """First month of a month or season and the number of months that it lasts."""
    if isinstance(month, str):
        fitting = [
            m for m in range(1, 13) if all(a in ("X", b) for a, b in zip(month, f"{m:02d}", strict=True))
        ]
        return fitting[0], fitting[-1] - fitting[0] + 1
    if month <= 12:
        return month, 1
    return _FIRST_MONTH[month], 6 if month > 39 else 4 if month > 36 else 3


def _first(date: Date) -> str | None:
    year = _year(date.year, "0")
    if year is None or year < 1 or year > 9999:
        return None
    if date.month is None:
        return f"{year:04d}-01-01"
    month, _ = _months(date.month)
    day = date.day if isinstance(date.day, int) else 1
    if isinstance(date.day, str):
        day = max(1, int(date.day.replace("X", "0")))
    return f"{year:04d}-{month:02d}-{day:02d}"


def _last(date: Date) -> str | None:
    year = _year(date.year, "9")
    if year is None or year < 1 or year > 9999:
        return None
    if date.month is None:
        return f"{year:04d}-12-31"
    first, count = _months(date.month)
    year, month = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    longest = days_in_month(year, month)
    day = longest
    if isinstance(date.day, int):
        day = date.day
    elif isinstance(date.day, str):
        day = min(longest, int(date.day.replace("X", "9")))
    return f"{year:04d}-{month:02d}-{day:02d}"


def _year(year: str, unknown: str) -> int | None:
    """Lowest or highest year that the characters allow; None where the century is not known."""
    if year.startswith("Y"):
        base, _, exponent = year[1:].partition("E")
        return int(base) * int(10 ** min(int(exponent or 0), 9))
    if year[-4] == "X" or year[-3] == "X":
        return None
    return int(year.replace("X", unknown))


def days_in_month(year: int, month: int) -> int:
    """Length of a month in the proleptic Gregorian calendar."""
    if month == 2:
        return 28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 30 + (month in {1, 3, 5, 7, 8, 10, 12})
