"""Lists of works: under a heading that says so, or several in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.works import names_work

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_MANY, _COLUMNS = 4, 200
"""Lines from which a list of works needs no heading, and the columns of one at most."""


def find_works(draft: Draft) -> None:
    """Label lines that name works; most of them end with a stop, as the entries of a menu do not."""
    row: list[int] = []
    total = len(draft)
    for index in range(total + 1):
        if index < total and _may_name(draft, index) and not (row and draft.gap[index] > 1):
            row.append(index)
        elif row:
            if sum(draft.stop[work] for work in row) * 2 > len(row) and _is_list(draft, row):
                for work in row:
                    draft.put(work, "list_item", "work")
            row = []


def _may_name(draft: Draft, index: int) -> bool:
    if draft.role[index] is not None or draft.size[index] > _COLUMNS:
        return False
    return draft.lines(index) == 1 and names_work(draft.text[index])


def _is_list(draft: Draft, row: list[int]) -> bool:
    if row[0] and fold(draft.text[row[0] - 1]).rstrip(".: ") in draft.cues.works_heading:
        return True
    return len(row) >= _MANY
