"""What a usual form says: month, day and year in the order of their words, without a pattern of the grammar.

It is what the whole grammar says of such a surface alone; a test holds that both agree in every language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .edtf import Date, days_in_month
from .learnt import Learnt
from .periods import decade, finer, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from .lexicon import Lexicon

SURELY = 2049
"""The last year that needs no word to show that it is one."""
_DATE = re.compile(r"(?:([0-9]{1,2})\s)?([^\W\d_]+)(?:\s([0-9]{1,2})(?![0-9]))?(?:,?\s([0-9]{4}))?")
"""Groups: day, month, day behind it, year."""
_LINKED = re.compile(r"(?<=[0-9]{4})(?:\s?[–-]\s?|\s[^\d]+\s)(?=[0-9]+\s[^\W\d_]|[^\W\d_]+\s[0-9])")
"""Between the two dates of an interval, each of which ends with its year."""


Said = tuple[object, ...]
"""Fields of a mention in their order."""


class Asked(NamedTuple):
    """What the text around a surface must be asked, beside whether it modifies it."""

    day: tuple[int, int] | None
    """Month and day where the year is wanting."""
    alone: bool
    """Whether it is a bare number, a year only where something shows it."""
    decade: bool
    linked: bool
    """Whether it is an interval."""
    counts: bool
    """Whether its year may be the number of what follows: on 6 June 1500 men."""
    before: bool
    """Whether words that modify no date mean something before it."""
    behind: bool
    """Whether more than the words behind it must be looked at there."""


class Plain(NamedTuple):
    """What is said of a surface that nothing modifies."""

    said: Said
    """The fields of its mention from the surface on; none where it is no date."""
    asked: Asked | None
    """None for most, a date with its year."""


NOTHING = Plain((), None)


class _Yearly(NamedTuple):
    """What a date says beside its year, the same in all years: 17 October 1926, 17 October 1927."""

    value: str
    """What its value adds to the year."""
    first: str
    last: str
    """What the first and the last day add to the value."""
    said: Said
    """The fields of its mention from the precision on."""


class _Found(NamedTuple):
    """What is written of a value, its unit, and the rule that reads it."""

    edtf: str
    first: str | None
    last: str | None
    unit: str
    rule: str


def plain(surface: str, words: Lexicon) -> Plain:
    """The meaning of a usual form of a language; nothing where it is no date, a 31st of June."""
    bare = surface[:4].isdigit()
    found = _bare(surface, words) if bare else _linked(surface, words)
    if found is None:
        return NOTHING
    edtf, first, last, unit, rule = found
    day = (int(edtf[5:7]), int(edtf[8:10])) if edtf[0] == "X" else None
    basis = "none" if day else "explicit"
    said = (surface, edtf, first, last, unit, "gregorian", basis, None, False, rule, None)
    counts = not bare and day is None and surface.endswith("00")
    asked = Asked(
        day,
        alone=unit == "year",
        decade=unit == "decade",
        linked="/" in edtf,
        counts=counts,
        before=unit == "year" or "/" in edtf,
        behind=counts or day is not None or unit == "decade",
    )
    return Plain(said, asked if any(asked) else None)


def reader(words: Lexicon) -> Callable[[str], Plain]:
    """What usual forms of a language say, with what is the same in all years read once."""
    heads = Learnt(lambda head: _yearly(head, words))

    def read(surface: str) -> Plain:
        year = surface[-4:]
        one = year.isdigit() and year[2:] != "00" and surface.count(" ") < 3
        found = heads[surface[:-4]] if one else None
        if found is None:
            return plain(surface, words)
        value = year + found.value
        return Plain((surface, value, value + found.first, value + found.last, *found.said), None)

    return read


def _yearly(head: str, words: Lexicon) -> _Yearly | None:
    """What a usual form says up to its year; None where that is not the same in every year."""
    said, asked = plain(f"{head}1901", words)
    if not said or asked is not None:
        return None
    value, first, last = map(str, said[1:4])
    if value[4:] == "-02":
        return None  # a February of 28 days, or 29
    size = len(value)
    return _Yearly(value[4:], first[size:], last[size:], said[4:])


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
