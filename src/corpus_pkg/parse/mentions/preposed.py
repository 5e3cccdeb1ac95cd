"""Prepositions written as one with the word behind them, as Hebrew and Arabic do: במרץ, ومايو.

The tables give the words alone and, under ``preposed``, what may be written before them; such forms are read like the
words themselves, and a mention begins behind the preposition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .paragraph import Paragraph
    from .periods import Reading

_KEYS = (
    "seasons",
    "early",
    "middle",
    "late",
    "halves",
    "thirds",
    "quarters",
    "century",
    "decades",
    "decade_prefix",
    "weak_months",
    "hebrew_months",
)
"""Lists whose words may have a preposition before them."""
_DOUBLE = re.compile("[/(–-]")
"""In a month that has two names: نيسان/أبريل."""


def joined(phrases: list[Any], letters: Iterable[str]) -> list[Any]:
    """The phrases and, behind them, the same with each preposition; row by row in a list of lists."""
    if phrases and isinstance(phrases[0], list):
        return [joined(row, letters) for row in phrases]
    return [*phrases, *(letter + phrase for phrase in phrases for letter in letters)]


def with_forms(lists: dict[str, Any]) -> dict[str, Any]:
    """The lists of a language with the forms that its prepositions make."""
    letters = lists.get("preposed")
    return lists | {key: joined(lists[key], letters) for key in _KEYS if key in lists} if letters else lists


def with_prepositions(months: dict[str, int], lists: dict[str, Any]) -> dict[str, int]:
    """The months of a language with the forms that its prepositions make."""
    letters = lists.get("preposed", [])
    single = {name: number for name, number in months.items() if not _DOUBLE.search(name)}
    words = set(lists.get("not_preposed", []))
    forms = {letter + name: number for name, number in single.items() for letter in letters}
    return months | {name: number for name, number in forms.items() if name not in words}


def lengths(lists: dict[str, Any], months: dict[str, int]) -> dict[str, int]:
    """Characters of the preposition in the first word of each such form; none for a word that begins so itself."""
    letters = lists.get("preposed", [])
    phrases = [*months, *(phrase for key in _KEYS for phrase in _flat(lists.get(key, [])))] if letters else []
    stems = {phrase.split()[0] for phrase in phrases}
    return {letter + stem: len(letter) for stem in stems for letter in letters if letter + stem not in stems}


def _flat(entry: list[Any]) -> list[str]:
    return [phrase for part in entry for phrase in ([part] if isinstance(part, str) else part)]


def behind_preposition(here: Paragraph, reading: Reading) -> Reading:
    """The reading without the preposition that is written as one with its first word."""
    words = here.text[reading.start : reading.end].split(None, 1)
    size = here.language.grammar.words.preposed.get(words[0], 0) if words else 0
    return reading._replace(start=reading.start + size) if size else reading
