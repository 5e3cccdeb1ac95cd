"""What letters and speeches open with: who writes to whom, and the call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.shape import division

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_HEADED = 140
"""Columns of the line that says who writes to whom, at most."""
_WORD = r"[A-ZÀ-Þ][\w.’'-]*"
_TITLED = r"(?:[Tt]he |[Ll]a |[Ll]e |M(?:rs?|iss|me|lle)\.? )?"
_PERSON = rf"{_TITLED}{_WORD}(?:\s(?:(?:de|of|von|du|des|the|y)\s)*{_WORD}){{0,5}}"
_ADDRESSES = re.compile(
    rf"{_PERSON},? (?:to|à|au|an|a|al) {_PERSON}(?:,\s(?:at|à|in|en|zu)\s.{{2,60}})?\.?\Z"
)


def heads_letter(draft: Draft, index: int) -> bool:
    """True right under the number of a letter for who writes to whom: ``Miss Alder to the Viscount, at Norham``."""
    if not index or draft.role[index - 1] != "heading" or draft.size[index] > _HEADED:
        return False
    return _ADDRESSES.match(draft.text[index]) is not None and (
        division(draft.text[index - 1], draft.cues) is not None
    )


def is_call(draft: Draft, text: str) -> bool:
    """True for nothing but the call of a speech or a letter: ``Comrades``, ``Συνάδελφοι``."""
    low = fold(text).strip(" .,:!")
    return draft.cues.salutation.find_start(low) == low
