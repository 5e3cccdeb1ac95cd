"""Years in words: mil novecientos treinta y seis, neunzehnhundertfünfundvierzig."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import lexicon


@cache
def pattern(language: str, *, dated: bool = False) -> str:
    """The source of the pattern of a year in words; matches nothing where the language has no table.

    ``spelled`` gives the parts of number words with their values, ``spelled_heads`` those that a year begins with
    (``spelled_dated`` those that it begins with only behind a day and month), ``spelled_and`` what may join them.
    """
    words = lexicon(language)
    parts, heads = _parts(language), words.words("spelled_heads")
    if dated:
        heads = [*heads, *words.words("spelled_dated")]
    if not parts or not heads:
        return r"(?!)"
    joint = "|".join(map(re.escape, words.words("spelled_and"))) or "(?!)"
    joining = rf"(?:[\s-]{{1,8}}(?:(?:{joint})[\s-]{{1,8}})?|{joint})?"
    return rf"(?:{_any(heads)})(?:{joining}{parts}){{0,8}}(?!\w)"


def _any(phrases: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))) + ")"


@cache
def _parts(language: str) -> str:
    table = lexicon(language).lists.get("spelled", {})
    return _any(list(table)) if table else ""


def value(surface: str, language: str) -> int | None:
    """The number that the words make: hundreds and thousands multiply what stands before them."""
    table: dict[str, int] = lexicon(language).lists["spelled"]
    total = current = 0
    for part in re.findall(_parts(language), surface.lower()):
        number = table[part]
        if number == 100:
            current = max(current, 1) * 100
        elif number == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif 10 < current <= 20 and (number >= 10 or number == 0):
            current = current * 100 + number  # nineteen eighty-four, nineteen oh five
        else:
            current += number
    return total + current or None
