"""Numbers that count what stands behind them, and are no years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .paragraph import Paragraph

AFTER = re.compile(
    r"\s{0,3}(-?)\s{0,3}((?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e])+[.°²³]?|[%°$£€¥₩+×=/*^])"
)
"""The word or sign behind a number, and the hyphen before it."""
CLOSING = re.compile(r"\s{0,2}(?:[.,;:!?)\]}\"”’*_،؛؟।]|$|\n)")
"""The end of what the number stands in."""
_NOUN = 3
"""Letters of the shortest noun that may be counted."""


def counts_noun(here: Paragraph, start: int, stop: int, left: str, *, paired: bool) -> bool:
    """Whether a round number counts the noun behind it: ha 2000 addetti, около 1800 зданий.

    Only in languages whose nouns no ending tells. Where the word for a year stands behind a year, only the surest
    prepositions, and else any, make one of it; a sentence may begin with one.
    """
    rules, grammar, words = here.language.guard, here.language.grammar, here.language.grammar.words
    dated = bool(words.words("year_after"))
    if paired and not (dated and left in words.words("approximate")):
        return False
    if not left.isalpha() or not here.text[start - 1 - len(left)].islower():
        return False
    if left in (rules.sure if dated else rules.prepositions) or left in rules.year_nouns:
        return False
    right = AFTER.match(here.text, stop, here.end)
    word = right[2].rstrip(".") if right and not right[1] else ""
    if word in words.words("counters"):
        return True
    if len(word) < _NOUN or not word.isalpha() or not word.islower() or word in grammar.conjunctions:
        return False
    small = (rules.prepositions, rules.function_words, rules.adverbial, grammar.closers, grammar.small)
    return not any(word in known for known in small)


def is_counted(here: Paragraph, stop: int) -> bool:
    """Whether a unit or a plural noun follows the number that ends at ``stop``: 1500 and 2000 people."""
    right = AFTER.match(here.text, stop, here.end)
    if right is None or CLOSING.match(here.text, stop, here.end):
        return False
    rules, word = here.language.guard, right[2].lower()
    if word in rules.units or word.rstrip(".") in rules.units:
        return True
    return not right[1] and right[2][0].islower() and bool(rules.plural.match(right[2]))
