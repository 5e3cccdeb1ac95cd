"""What a usual form says: month, day and year in the order of their words, without a pattern of the grammar.

It is what the whole grammar says of such a surface alone; a test holds that both agree in every language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .edtf import Date, days_in_month
from .periods import decade, finer, written

if TYPE_CHECKING:
    from .lexicon import Lexicon

SURELY = 2049
"""The last year that needs no word to show that it is one."""
_DATE = re.compile(r"(?:([0-9]{1,2})\s)?([^\W\d_]+)(?:\s([0-9]{1,2})(?![0-9]))?(?:,?\s([0-9]{4}))?")
"""Groups: day, month, day behind it, year."""
_LINKED = re.compile(r"(?<=[0-9]{4})(?:\s?[–-]\s?|\s[^\d]+\s)(?=[0-9]+\s[^\W\d_]|[^\W\d_]+\s[0-9])")
"""Between the two dates of an interval, each of which ends with its year."""


class Plain(NamedTuple):
    """What is said of a surface that nothing modifies."""

    said: tuple[object, ...]
    """The fields of its mention from the surface on."""
    day: tuple[int, int] | None
    """Month and day where the year is wanting."""
    linked: bool
    """Whether it is an interval."""
    counts: bool
    """Whether its year may be the number of what follows: on 6 June 1500 men."""


class _Found(NamedTuple):
    """What is written of a value, its unit, and the rule that reads it."""

    edtf: str
    first: str | None
    last: str | None
    unit: str
    rule: str


def plain(surface: str, words: Lexicon) -> Plain | None:
    """The meaning of a usual form of a language; None where it is no date, a 31st of June."""
    bare = surface[:4].isdigit()
    found = _bare(surface, words) if bare else _linked(surface, words)
    if found is None:
        return None
    edtf, first, last, unit, rule = found
    day = (int(edtf[5:7]), int(edtf[8:10])) if edtf[0] == "X" else None
    basis = "none" if day else "explicit"
    said = (surface, edtf, first, last, unit, "gregorian", basis, None, False, rule, None)
    return Plain(said, day, "/" in edtf, not bare and day is None and surface.endswith("00"))


def _bare(surface: str, words: Lexicon) -> _Found | None:
    """A year, a decade, or a day in the order of ISO 8601."""
    year = int(surface[:4])
    if len(surface) == 4:
        return _Found(*written(Date(surface)), "year", "year") if year <= SURELY else None
    if len(surface) == 5:
        if surface[4] not in words.words("decade_suffix") or words.lists.get("hundreds_are_centuries"):
            return None
        return _Found(*written(decade(year)), "decade", "decade")
    month, day = int(surface[5:7]), int(surface[8:10])
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return _Found(surface, surface, surface, "day", "numeric.ymd")


def _linked(surface: str, words: Lexicon) -> _Found | None:
    """A date with its month in words, or the interval between two."""
    link = _LINKED.search(surface)
    if link is None:
        return _date(surface, words)
    if surface[link.end() - 1] in "–-" and surface[link.end()].isdigit():
        return None  # 1944-5 May
    if surface[: link.start()].endswith("00"):
        return None  # 1500 may count what the link begins with
    start, end = _date(surface[: link.start()], words), _date(surface[link.end() :], words)
    if not start or not end or not start.first or not end.last or start.first > end.last or start == end:
        return None
    unit = finer(start.unit, end.unit)
    return _Found(f"{start.edtf}/{end.edtf}", start.first, end.last, unit, f"{start.rule}-range")


def _date(surface: str, words: Lexicon) -> _Found | None:
    match = _DATE.fullmatch(surface)
    month = words.months.get(match[2].lower()) if match else None
    if match is None or month is None:
        return None
    before, _, behind, year = match.groups()
    day = int(before or behind or 0) or None
    if day is not None and day > days_in_month(int(year) if year else 2000, month):
        return None
    unit = "day" if day else "month"
    return _Found(*written(Date(year or "XXXX", month, day)), unit, unit)
