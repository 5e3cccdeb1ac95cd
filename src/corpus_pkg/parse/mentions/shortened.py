"""Years of two figures behind an apostrophe: the century of the years that the text writes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .edtf import Date, parse
from .periods import written, year_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mention, RoleLabel

_SHORT = re.compile(r"(?<![0-9])['’][0-9]{2}(?![0-9])")
_FULL = re.compile(r"(?<![0-9])(?:1[0-9]{3}|20[0-9]{2})(?![0-9])")
_LATER = frozenset({"imprint", "boilerplate", "navigation", "page_furniture"})
"""Roles printed at another time than the text."""
_FAR, _NEAR = 40, 25
"""Years from all others at which a year is of another century, and from the nearest one at which it is of this one."""


def with_own_centuries(mentions: Sequence[Mention], roles: Sequence[RoleLabel]) -> Sequence[Mention]:
    """The mentions, ``'94`` of a text about the 1890s with its century; without other years it stays as it was read.

    What was printed at another time than the text says nothing of its years.
    """
    short = [
        index
        for index, mention in enumerate(mentions)
        if ("'" in mention.surface or "’" in mention.surface) and _SHORT.search(mention.surface)
    ]
    if not short:
        return mentions
    years = {
        int(year)
        for mention in mentions
        if mention.year_basis == "explicit" and roles[mention.segment].role not in _LATER
        for year in _FULL.findall(mention.surface)
    }
    result = list(mentions)
    for index in short:
        value = parse(mentions[index].edtf)
        if not isinstance(value, Date) or not value.year.isdigit() or not years:
            continue
        near = min(abs(year - int(value.year)) for year in years)
        nearer = min(abs(year - int(value.year) + 100) for year in years)
        if near > _FAR and nearer <= _NEAR:
            edtf, first, last = written(value._replace(year=year_text(int(value.year) - 100)))
            result[index] = mentions[index]._replace(edtf=edtf, date_start=first, date_end=last)
    return result
