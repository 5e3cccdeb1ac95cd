"""Values before they are written: parts of a period (early, first half …), seasons, borrowing between ends."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .edtf import Date, Interval, Value, bounds_of, days_in_month
from .edtf import format as write

UNITS = ("second", "minute", "day", "month", "season", "year", "decade", "century")
"""Precision, from the finest."""


class Reading(NamedTuple):
    """One expression read from the text, by the pattern ``rule``."""

    start: int
    end: int
    value: Value
    unit: str
    rule: str
    calendar: str = "gregorian"
    remark: str | None = None
    relative: str = ""
    """How the year hangs on another mention's: next, previous or same; empty where it does not."""


def finer(first: str, second: str) -> str:
    """The finer of two units."""
    return first if UNITS.index(first) <= UNITS.index(second) else second


def year_text(year: int) -> str:
    """The characters of a year, astronomical: 0 is 1 BC."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def century(number: int, *, before_christ: bool = False) -> Date | Interval:
    """The century by number: the 20th is 19XX; those before Christ are intervals, for their years run backwards."""
    if before_christ:
        return Interval(Date(year_text(1 - number * 100)), Date(year_text(100 - number * 100)))
    return Date(f"{number - 1:02d}XX")


def turn(number: int) -> Interval:
    """The turn to the century by number: about the last year of the one before and its own first."""
    first = (number - 1) * 100
    return Interval(Date(year_text(first - 1), qualifier="~"), Date(year_text(first), qualifier="~"))


def decade(year: int) -> Date:
    """The decade that begins with a year."""
    return Date(f"{year // 10:03d}X")


def span_of_years(date: Date) -> tuple[int, int] | None:
    """First and last year of a decade or century; None for a date that is neither."""
    year = date.year
    if date.month is not None or year[0] in "X-Y" or "X" not in year:
        return None
    return int(year.replace("X", "0")), int(year.replace("X", "9"))


# Years of a decade and of a century that a part of it takes, first and last, and whether they are exact.
# Source: the table in the data model (a decade 0-3, 4-6, 7-9; a century by thirds; halves and quarters exact).
_PARTS: dict[str, tuple[tuple[int, int], tuple[int, int], str]] = {
    "early": ((0, 3), (0, 33), "~"),
    "middle": ((4, 6), (34, 66), "~"),
    "late": ((7, 9), (67, 99), "~"),
    "half1": ((0, 4), (0, 49), ""),
    "half2": ((5, 9), (50, 99), ""),
    "third1": ((0, 3), (0, 33), ""),
    "third2": ((4, 6), (34, 66), ""),
    "third3": ((7, 9), (67, 99), ""),
    "quarter1": ((0, 2), (0, 24), ""),
    "quarter2": ((2, 4), (25, 49), ""),
    "quarter3": ((5, 7), (50, 74), ""),
    "quarter4": ((7, 9), (75, 99), ""),
}


@lru_cache(maxsize=4096)
def part_of(part: str, value: Value) -> Value | None:
    """The early, middle or late part, the half, third or quarter of a value; None where it has none."""
    if isinstance(value, Interval):
        return _part_of_interval(part, value)
    if not isinstance(value, Date) or value.time:
        return None
    span = span_of_years(value)
    if part.startswith("tenth"):
        if span is None or span[1] - span[0] != 99:
            return None
        return decade(span[0] + (int(part[5:]) - 1) * 10)
    decade_years, century_years, mark = _PARTS[part]
    if span is not None:
        first, last = decade_years if span[1] - span[0] == 9 else century_years
        qualifier = value.qualifier or mark
        return Interval(
            Date(year_text(span[0] + first), qualifier=qualifier),
            Date(year_text(span[0] + last), qualifier=qualifier),
        )
    if value.year[-1] == "X" and value.year != "XXXX":
        return value._replace(qualifier="~")  # a part of a decade whose century is not known yet
    if value.month is None and part.startswith("half"):
        return value._replace(month=40 if part == "half1" else 41)
    if value.month is None and part.startswith("quarter"):
        return value._replace(month=32 + int(part[-1]))
    if part in ("early", "middle", "late") or value.month is not None:
        return value._replace(qualifier="~")
    return None


def _part_of_interval(part: str, value: Interval) -> Value | None:
    """The part of a century before Christ."""
    if not isinstance(value.start, Date) or not isinstance(value.end, Date):
        return None
    start = int(value.start.year) if value.start.year.lstrip("-").isdigit() else None
    if start is None or not value.start.year.startswith("-"):
        return None
    (first, last), mark = _PARTS[part][1], _PARTS[part][2]
    ends = [Date(year_text(start + years), qualifier=mark) for years in (first, last)]
    return Interval(*ends)


def qualified(value: Value, qualifier: str) -> Value:
    """The value marked ``~`` or ``?``; ``%`` where it gets both. EDTF marks no time of day."""
    if isinstance(value, Date):
        old = value.qualifier
        marked = value._replace(qualifier="%" if old and old != qualifier else qualifier)
        return marked if value.time is None else value
    if isinstance(value, Interval):
        ends = [qualified(end, qualifier) if isinstance(end, Date) else end for end in value]
        return Interval(*ends)  # type: ignore[arg-type]
    return value


def written(value: Value) -> tuple[str, str | None, str | None]:
    """EDTF, first day, last day."""
    if isinstance(value, Date) and value[3:] == _PLAIN and value.year.isdigit() and value.year > "0000":
        # The commonest values by far, written without the detour over their parts.
        year, month, day = value[:3]
        if isinstance(day, int):
            text = f"{year}-{month:02d}-{day:02d}"
            return text, text, text
        if month is None:
            return year, f"{year}-01-01", f"{year}-12-31"
        if isinstance(month, int) and month <= 12:
            text = f"{year}-{month:02d}"
            return text, f"{text}-01", f"{text}-{days_in_month(int(year), month)}"
    return write(value), *bounds_of(value)


_PLAIN = Date()[3:]


def interval(first: Value, second: Value) -> Interval | None:
    """From one value to another, each of which may lack what the other has; None where it runs backwards."""
    start = first.start if isinstance(first, Interval) else first
    end = second.end if isinstance(second, Interval) else second
    if not isinstance(start, Date) or not isinstance(end, Date):
        return None
    start, end = _borrowed(start, end)
    low, _ = bounds_of(start)
    _, high = bounds_of(end)
    if low is not None and high is not None and low > high:
        return None
    if start.year == end.year == "XXXX" and _order(start) > _order(end):
        return None  # over a turn of the year of which nobody knows which
    if start == end:
        return None
    return Interval(start, end)


def _borrowed(start: Date, end: Date) -> tuple[Date, Date]:
    if start.year == "XXXX" and end.year.lstrip("-").isdigit() and start.month is not None:
        year = int(end.year)
        start = start._replace(year=end.year)
        if _order(start) > _order(end) and end.month is not None:
            start = start._replace(year=year_text(year - 1))
    elif end.year == "XXXX" and start.year.lstrip("-").isdigit() and end.month is not None:
        end = end._replace(year=start.year)
        if _order(start) > _order(end):
            end = end._replace(year=year_text(int(start.year) + 1))
    return start, end


_PART_BEGINS = {
    **{21 + place: 3 + 3 * place for place in range(4)},
    **{33 + place: 1 + 3 * place for place in range(4)},
    **{37 + place: 1 + 4 * place for place in range(3)},
    **{40 + place: 1 + 6 * place for place in range(2)},
}
"""The months with which seasons, quarters, thirds and halves begin; a winter with the last one."""


def _order(date: Date) -> tuple[int, int]:
    month = date.month if isinstance(date.month, int) else 0
    day = date.day if isinstance(date.day, int) else 0
    return (month if month <= 12 else _PART_BEGINS[month], day)
