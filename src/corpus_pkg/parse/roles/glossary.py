"""What a dictionary or a glossary defines: words on lines of their own, in the order of the alphabet."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.shape import division

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_TERM, _WORDS = 40, 3
"""Columns and words of what is defined, at most."""
_NO_WORD = frozenset("0123456789:;,.·|/()[]<>#*–—")
"""What no word has that is defined."""
_LETTER = 2
"""Columns of the heading over a letter at most."""
_TERMS = 8
"""Words in order at least: by chance not one row in forty thousand stands so."""
_SAME = 3
"""Of so many neighbours two begin with the same letter."""


def find_glossary(draft: Draft) -> None:
    """Label words that stand alone over what they mean, eight or more in the order of the alphabet."""
    row: list[int] = []
    for index in range(1, len(draft) - 1):
        if not _is_term(draft, index):
            continue
        if row and draft.text[index].casefold() < draft.text[row[-1]].casefold():
            _put(draft, row)
            row = []
        row.append(index)
    _put(draft, row)


def _put(draft: Draft, row: list[int]) -> None:
    if len(row) < _TERMS:
        return
    first = [draft.text[index][0] for index in row]
    same = sum(one == other for one, other in pairwise(first))
    if same * _SAME < (_SAME - 1) * (len(row) - 1):
        return
    for index in row:
        draft.put(index, "list_item", "term")


def _is_term(draft: Draft, index: int) -> bool:
    """True for a capitalised word or three on a line, over a sentence or over another such line."""
    text, below = draft.text[index], index + 1
    return (
        _LETTER < draft.size[index] <= _TERM
        and draft.role[index] is None
        and not draft.stop[index]
        and text[0].isupper()
        and not any(map(_NO_WORD.__contains__, text))
        and draft.lines(index) == 1
        and text.count(" ") < _WORDS
        and (draft.stop[below] or draft.text[below][-1] == ":" or draft.size[below] <= _TERM)
        and division(text, draft.cues) is None
    )
