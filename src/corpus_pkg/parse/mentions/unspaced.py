"""Words of languages that write no spaces between them, as Thai: where one begins, and which ends at a place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTER = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_REACH = 40
"""Characters before a date in which what belongs to it begins."""


@cache
def unspaced(language: str) -> tuple[str, ...]:
    """The known words of a language that writes no spaces, the longest first; none of another."""
    lists = lexicon(language).lists
    if not lists.get("unspaced"):
        return ()
    found = {phrase for entry in lists.values() for phrase in _flat(entry) if _LETTER.search(phrase)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _flat(entry: object) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [phrase for part in entry for phrase in _flat(part)] if isinstance(entry, list | dict) else []


@cache
def _beginnings(language: str, words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, or one in which it would be a part of another."""
    others = lexicon(language).words("unspaced_not")
    ordered = sorted({*words, *others}, key=lambda word: (-len(word), word))
    return re.compile("|".join(f"(?:{re.escape(word)})" for word in ordered))


def beginnings(text: str, language: str, words: Iterable[str]) -> list[int]:
    """Where one of the words begins within a run of letters."""
    if not unspaced(language):
        return []
    others = frozenset(lexicon(language).words("unspaced_not"))
    pattern = _beginnings(language, frozenset(word for word in words if _LETTER.match(word)))
    return [match.start() for match in pattern.finditer(text) if match[0] not in others]


def last_word(word: str, language: str) -> str:
    """The longest known word at the end of a run of letters; the run itself where none is."""
    if not _LETTER.match(word[-1:]) and word[-1:] != ".":
        return word
    return next((known for known in unspaced(language) if word.endswith(known)), word)


def matched_left(
    pattern: re.Pattern[str], text: str, floor: int, start: int, language: str
) -> re.Match[str] | None:
    """The longest match of a pattern up to ``start`` that begins with a known word."""
    for at in range(max(floor, start - _REACH), start):
        if text.startswith(unspaced(language), at):
            match = pattern.fullmatch(text, at, start)
            if match:
                return match
    return None
