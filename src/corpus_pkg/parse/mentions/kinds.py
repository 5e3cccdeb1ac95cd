"""Which patterns of a language a word may begin, by its first three characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hebrew import months
from .other_years import months_of_others
from .years import calendar_words

if TYPE_CHECKING:
    from .lexicon import Lexicon

LATIN = [
    f"{short}{gap}{sign}"
    for short in ("s.", "ss.", "sec.", "secc.", "séc.", "sécs.", "saec.", "saecc.", "saeculo", "saeculi")
    for gap in (" ", "")
    for sign in "xvi"
]
"""How the century begins in catalogues of manuscripts."""
_AFTER = " .-/,;:)]0123456789\n\u00a0"
AFTER_SHORT = {1: list(_AFTER), 2: [a + b for a in _AFTER for b in _AFTER]}


_LONGEST = 8
"""Characters that are compared before a pattern is tried."""
LOOK = _LONGEST + 2
"""Characters by which the patterns are chosen."""

Kinds = dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""By the first three characters in lower case: the names of patterns, with the beginnings that each asks for."""


def kinds_of(head: str, known: Kinds) -> tuple[str, ...]:
    """Names of the patterns that a word may match, by its ``LOOK`` characters with whatever is behind them."""
    head = head.lower()
    # Beyond ASCII a pattern's own notion of case is wider, HAZİRAN, but in scripts that have none.
    wide = not head.isascii() and head.upper() != head
    return tuple(name for name, heads in known.get(head[:3].ljust(3), ()) if wide or head.startswith(heads))


def kinds(words: Lexicon) -> Kinds:
    """The patterns to try for a word, by the first three characters of all that each can begin with."""
    phrases: dict[str, list[str]] = {
        "month_first": list(words.months),
        "quarter": [
            f"{letter}{n}"
            for key in ("quarter_letters", "half_letters")
            for letter in words.words(key)
            for n in "1234"
        ],
        "latin": LATIN,
        "century": words.words("century"),
        "century_name": words.words("century_names"),
        "decade": flat(words, "decades") + flat(words, "decades_bare"),
        "decade_number": words.words("decade_prefix"),
        "season": flat(words, "seasons"),
        "spelled": words.words("spelled_heads"),
        "other_month": months_of_others(words),
        "hebrew_month": months(words),
        "era": [word for word in (*calendar_words(), *_eras(words)) if word],
    }
    found: Kinds = {}
    for kind, starts in phrases.items():
        heads = {phrase.lower().split()[0][:_LONGEST] for phrase in starts}
        for head in sorted({phrase.lower()[:3] for phrase in starts}):
            longer = tuple(sorted(other for other in heads if other.startswith(head.split()[0])))
            # A word of one or two letters may be followed by a space, a stop, a hyphen or a digit.
            for key in [head] if len(head) == 3 else [head + after for after in AFTER_SHORT[3 - len(head)]]:
                found[key] = (*found.get(key, ()), (kind, longer))
    return found


def _eras(words: Lexicon) -> list[str]:
    return [word for key in ("ad", "anno", "bc_before") for word in words.words(key)]


def flat(words: Lexicon, key: str) -> list[str]:
    """The phrases of a list of lists."""
    return [phrase for phrases in words.words(key) for phrase in phrases]
