"""Headings get levels and govern what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.pictures import INSERTED
from corpus_pkg.parse.roles.shape import all_capitals, division, is_cased

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_RANKS = (word_lists("rank")["high"], word_lists("rank")["middle"], word_lists("rank")["low"])
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s")


def govern(draft: Draft) -> tuple[list[int | None], list[int | None]]:
    """Return the level of every heading (1 is the highest) and, for every segment, the heading over it.

    The heading of a text inserted in another script governs that script only.
    """
    levels = _levels(draft)
    over: list[int | None] = []
    open_: list[int] = []
    for index, level in enumerate(levels):
        if open_ and draft.rule[open_[-1]] == INSERTED and is_cased(draft.text[index]):
            open_.pop()
        if level is not None:
            while open_ and (levels[open_[-1]] or 0) >= level:
                open_.pop()
            over.append(open_[-1] if open_ else None)
            open_.append(index)
        elif draft.role[index] in ("navigation", "boilerplate"):
            over.append(None)
        else:
            over.append(open_[-1] if open_ else None)
    return levels, over


def _levels(draft: Draft) -> list[int | None]:
    headings = [index for index, role in enumerate(draft.role) if role == "heading"]
    ranks = _ranks(draft, headings)
    numbered = sorted({rank for rank in ranks.values() if rank is not None})
    place = {rank: number for number, rank in enumerate(numbered, 1)}
    capitals = [all_capitals(draft.text[index]) for index in headings if ranks[index] is None]
    mixed = any(capitals) and not all(capitals)
    levels: list[int | None] = [None] * len(draft)
    deepest = 0
    before: int | None = None
    for index in headings:
        rank = ranks[index]
        if rank is not None:
            level = place[rank]
            deepest = level
        elif before == index - 1 and ranks[before] is not None:
            level = deepest  # the name of the division whose number stands over it
        elif (
            fold(draft.text[index]).rstrip(".: ") in draft.cues.front or draft.rule[index] == "notes_heading"
        ):
            level, deepest = 1, 0
        elif draft.rule[index] == INSERTED:
            level = 1 if before is None else (levels[before] or 0) + (draft.rule[before] != INSERTED)
        else:
            level = deepest + 1
            if mixed and not deepest:
                level = 1 if all_capitals(draft.text[index]) else 2
        levels[index] = level
        before = index
    return levels


def _ranks(draft: Draft, headings: list[int]) -> dict[int, int | None]:
    """The rank of every heading that has one: by the markup where it knows several, else by number and kind."""
    told = {index: _rank(draft, index) for index in headings}
    marked = {index: draft.marks[index].level for index in headings} if draft.marks else {}
    if len(set(marked.values()) - {None}) < 2 and any(rank is not None for rank in told.values()):
        return told
    return {index: marked.get(index) or (None if marked else told[index]) for index in headings}


def _rank(draft: Draft, index: int) -> int | None:
    text = draft.text[index]
    kind = division(text, draft.cues)
    if kind == "numeral":
        return 1
    if kind is not None:
        return next((rank for rank, kinds in enumerate(_RANKS) if kind in kinds), 1)
    found = _NUMBER.match(text)
    return 10 + found[1].count(".") if found else None
