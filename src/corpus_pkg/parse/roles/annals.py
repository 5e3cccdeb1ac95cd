"""Chronologies: years as headings, and entries that begin with their dates."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.chronology import (
    begins_dated,
    begins_entry,
    is_like_entry,
    is_year_alone,
    may_begin_entry,
)
from corpus_pkg.parse.roles.cues import fold

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_LONGEST = 400
"""Columns beyond which what begins with a date is running text: a diary, not a chronology."""
_TOLD, _SHORT = 3, 160
"""Lines from which dates that running text may begin with make a chronology, and their columns at most."""
_CELLS, _COLUMNS = "\u3000\u3000", 2
"""What parts the cells of a row, and how often."""
_YEARS, _DAY = 2, 24
"""Years over days that make a chronology, and columns of a day."""
_PART = re.compile(r"\d+|[^\W\d_]+")
_YEARLY = frozenset({None, "heading", "dateline"})
_DATED = frozenset({None, "dateline"})


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
    _find_told(draft)
    _find_days(draft)


def _find_days(draft: Draft) -> None:
    """Label years that stand over days and months, each of these a line over what happened then: two or more."""
    years = dict.fromkeys(
        index
        for index in range(len(draft) - 1)
        if draft.role[index] in _YEARLY and is_year_alone(draft.text[index]) and _is_day(draft, index + 1)
    )
    if len(years) < _YEARS:
        return
    for index in range(min(years), len(draft) - 1):
        if index in years:
            draft.role[index] = None
            draft.put(index, "heading", "year")
        elif _is_day(draft, index) and (draft.prose[index + 1] or draft.stop[index + 1]):
            draft.put(index, "dateline", "date")


def _is_day(draft: Draft, index: int) -> bool:
    """True for a day or a month without a year, and nothing else."""
    if draft.role[index] not in _DATED or draft.size[index] > _DAY:
        return False
    parts = _PART.findall(fold(draft.text[index]))
    return any(part in draft.cues.months for part in parts) and all(
        part in draft.cues.months or (part.isdigit() and len(part) <= 2) for part in parts
    )


def _find_told(draft: Draft) -> None:
    """Label short paragraphs that begin with dates as running text may, three or more in a row."""
    row: list[int] = []
    told, total = 0, len(draft)
    for index in range(total + 1):
        begins = index < total and _may_be_told(draft, index)
        if row and (not begins or draft.gap[index] > 1):
            if told >= _TOLD:
                for entry in row:
                    draft.put(entry, "list_item", "dated_entry")
            row, told = [], 0
        if begins:
            row.append(index)
            told += draft.role[index] == "list_item" or may_begin_entry(draft.text[index])


def _is_row(draft: Draft, index: int) -> bool:
    """True for a line that wide spaces part into cells."""
    span = draft.segments[index].span
    return draft.source.count(_CELLS, span.start, span.end) >= _COLUMNS


def _may_be_told(draft: Draft, index: int) -> bool:
    if draft.role[index] is not None:
        return draft.rule[index] == "dated_entry"
    text = draft.text[index]
    return (
        draft.size[index] <= _SHORT
        and not _is_row(draft, index)
        and (begins_dated(text) or may_begin_entry(text) or begins_entry(text))
    )


def _belongs(draft: Draft, index: int, start: int) -> bool:
    """True for an entry or a year, and for what is like an entry right below one."""
    text = draft.text[index]
    if (draft.role[index] not in _DATED and draft.rule[index] != "number") or draft.size[index] > _LONGEST:
        return False
    if _is_row(draft, index):
        return False
    if text[0].isdigit() or index == start:
        return is_year_alone(text) or begins_entry(text)
    return begins_entry(text) or (not draft.gap[index] and is_like_entry(text))


def _put(draft: Draft, start: int, end: int) -> None:
    while end > start and is_year_alone(draft.text[end - 1]):
        end -= 1
    entries = [index for index in range(start, end) if begins_entry(draft.text[index])]
    years = dict.fromkeys(index for index in range(start, end) if is_year_alone(draft.text[index]))
    # One date under a year tells a chronology; without years it takes two.
    if len(entries) + bool(years) < 2 or any(following - year == 1 for year, following in pairwise(years)):
        return
    for index in range(start, end):
        draft.role[index] = None
        if index in years:
            draft.put(index, "heading", "year")
        else:
            draft.put(index, "list_item", "dated_entry")
