"""The difference of two texts, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_SPACELESS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no space between words: there, a word is a character."""
_WORD = re.compile(rf"[{_SPACELESS}]|[^\s{_SPACELESS}]+|\s+")

_LONGEST = 4_000
"""Words beyond which what lies between the first and the last difference counts as replaced as a whole."""


class Piece(NamedTuple):
    """A stretch of words that both texts have (``=``), only the old one (``-``) or only the new one (``+``)."""

    mark: Literal["=", "-", "+"]
    text: str


def diff_words(old: str, new: str) -> list[Piece]:
    """What was taken out and put in; the pieces but the ``+`` ones are the old text, those but ``-`` the new one."""
    one, other = _WORD.findall(old), _WORD.findall(new)
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    pieces = [
        Piece("=", "".join(one[:head])),
        *_diff_middle(*middle),
        Piece("=", "".join(one[len(one) - tail :])),
    ]
    return [piece for piece in pieces if piece.text]


def _diff_middle(one: list[str], other: list[str]) -> list[Piece]:
    if max(len(one), len(other)) > _LONGEST:
        return [Piece("-", "".join(one)), Piece("+", "".join(other))]
    pieces = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, one, other).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("=", "".join(one[start:end])))
        else:
            pieces += [
                Piece("-", "".join(one[start:end])),
                Piece("+", "".join(other[other_start:other_end])),
            ]
    return pieces


def excerpt(pieces: list[Piece], around: int = 40) -> list[Piece]:
    """The changes with ``around`` characters before and after each; what is left out is an ellipsis."""
    shown = []
    for at, piece in enumerate(pieces):
        text = piece.text
        if piece.mark == "=" and len(text) > 2 * around:
            before = text[:around] if at else ""
            after = text[-around:] if at < len(pieces) - 1 else ""
            text = f"{before}…{after}"
        elif len(text) > 4 * around:
            text = f"{text[: 2 * around]}…{text[-2 * around :]}"
        shown.append(Piece(piece.mark, text))
    return shown
