"""What the value of a mention says of its year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .edtf import Date, Interval, parse

_LAST_MONTHS = {21: 5, 22: 8, 23: 11, 24: 12}
"""The last month of a season within the year that names it."""
_SIMPLE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
"""The commonest values, taken without the detour over their parts."""


class Known(NamedTuple):
    """The one year in which a value lies, its last month; None where there are several or none."""

    year: int | None
    month: int | None
    period: tuple[int, int] | None = None
    """First and last month of an interval over several years, counted from the year 0."""
    about: int | None = None
    """A year in the middle of what is known: of the year itself, a decade, a century."""


@lru_cache(maxsize=16384)
def known(edtf: str) -> Known:
    """What an EDTF string says of its year."""
    if _SIMPLE.fullmatch(edtf):
        return Known(int(edtf[:4]), int(edtf[5:7] or 0) or None, None, int(edtf[:4]))
    value = parse(edtf)
    dates = [value] if isinstance(value, Date) else []
    if isinstance(value, Interval):
        dates = [end for end in value if isinstance(end, Date)]
    if not dates or not all(date.year.isdigit() for date in dates):
        years = [date.year for date in dates if date.year[:2].isdigit() and len(date.year) == 4]
        return Known(
            None, None, None, int(years[0].replace("X", "5", 1).replace("X", "0")) if years else None
        )
    about = int(dates[0].year)
    month = dates[-1].month
    month = _LAST_MONTHS.get(month, month) if isinstance(month, int) else None
    if dates[0].year == dates[-1].year:
        return Known(about, month if month is not None and month <= 12 else None, None, about)
    months = [date.month for date in dates]
    first, last = months[0], months[-1]
    if isinstance(first, int) and isinstance(last, int) and max(first, last) <= 12:
        return Known(None, None, (about * 12 + first - 1, int(dates[-1].year) * 12 + last - 1), about)
    return Known(None, None, None, about)


def year_within(period: tuple[int, int], month: int) -> int | None:
    """The year of the only such month in a period; None where it has none or several."""
    first, last = period
    years = [year for year in range(first // 12, last // 12 + 1) if first <= year * 12 + month - 1 <= last]
    return years[0] if len(years) == 1 else None
