"""Chronologies: years as headings, and entries that begin with their dates."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.chronology import begins_entry, is_year_alone

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_LONGEST = 400
"""Columns beyond which what begins with a date is running text: a diary, not a chronology."""
_LIKE = re.compile(r"[^\W\d_][\w./ -]{2,24}?\.?(?:\s?[:：]\s|\s[-–—]\s)")
"""An entry without a figure, between such with one: ``Late November: …``, ``October – …``."""
_DATED = frozenset({None, "dateline"})
_HAS_YEAR = re.compile(r"\d{4}")


def find_annals(draft: Draft) -> None:
    """Label the entries of chronologies, two or more in a row, and the years over them."""
    start = 0
    total = len(draft)
    while start < total:
        end = start
        while end < total and _belongs(draft, end, start):
            end += 1
        if end - start >= 2:
            _put(draft, start, end)
        start = max(end, start + 1)


def _belongs(draft: Draft, index: int, start: int) -> bool:
    """True for an entry or a year, and for what is like an entry right below one."""
    text = draft.text[index]
    if (draft.role[index] not in _DATED and draft.rule[index] != "number") or draft.size[index] > _LONGEST:
        return False
    if text[0].isdigit() or index == start:
        return is_year_alone(text) or begins_entry(text)
    return begins_entry(text) or (not draft.gap[index] and _LIKE.match(text) is not None)


def _put(draft: Draft, start: int, end: int) -> None:
    while end > start and is_year_alone(draft.text[end - 1]):
        end -= 1
    entries = [index for index in range(start, end) if begins_entry(draft.text[index])]
    years = [index for index in range(start, end) if is_year_alone(draft.text[index])]
    # One date under a year tells a chronology; without years it takes two.
    if len(entries) + bool(years) < 2 or any(following - year == 1 for year, following in pairwise(years)):
        return
    for index in range(start, end):
        draft.role[index] = None
        if index in years:
            draft.put(index, "heading", "year")
        else:
            draft.put(index, "list_item", "dated_entry")
