"""What a word beside a date means for it, as far as it can be told from the word alone; kept by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .numerals import IS_ROMAN

if TYPE_CHECKING:
    from .plain import Asked

_STOPS = '.,;:!?)]"”’'
_PARTS = re.compile(r"[-‐('’\"“‘*_\[]")

FREE, SKIPPED, OPENER, BELONGS, HANGS = range(5)
"""What stands before a date: nothing to it; nothing, but the word before may be; what may open an interval; what may
belong to the date; what gives it a year if it has none."""
MEANING = 7
OPENS, BRACKET, RANGE, FROM = 8, 16, 32, 64
"""Added where a bare number behind it is a year; where it is a bracket; where a word that opens an interval is within;
where it is that word alone, and may belong to an interval with a dash or a word like to."""


class Beside(NamedTuple):
    """The words of a language that make a usual form unusual where they stand beside it."""

    behind: frozenset[str]
    """Words behind a date with its month and year that may belong to it."""
    behind_number: frozenset[str]
    """The same where the month is wanting."""
    behind_day: frozenset[str]
    """The same where the year is wanting."""
    leading: frozenset[str]
    """Of these, those behind a date that belong to it only together with the word that follows: to June, or later."""
    leading_day: frozenset[str]
    """The same where the year is wanting: that year, one year later."""
    before: frozenset[str]
    """Words before a date that may belong to it."""
    hanging: frozenset[str]
    """Of these, those that do so only where the year is wanting: that 5 May."""
    modifying: frozenset[str]
    """Words of all that may stand beside a date."""
    skipped: frozenset[str]
    """Words before it behind which another must be looked at."""
    opening: frozenset[str]
    """Words behind which a bare number is a year."""
    openers: frozenset[str]
    """Words that open an interval."""
    froms: frozenset[str]
    """Of these, those that alone do so, and belong to an interval with a dash or a word like to."""
    roman: bool
    """Whether a numeral before a month may be its day."""
    closers: frozenset[str]
    """Words that lead to its end."""
    marks: tuple[str, ...]
    """Words that count years: two years later, on 5 May."""

    def suspects(self, asked: Asked | None) -> frozenset[str]:
        """The words behind a form that may belong to it."""
        if asked is None or asked.linked:
            return self.behind
        return self.behind_day if asked.day else self.behind_number


def meaning_before(token: str, known: Beside) -> int:
    """What the text from a space to a date means for it: most often a word, with the sign right before the date."""
    text = token[:-1]
    if token[-1:] == "(":
        return BRACKET if not text or text[-1].isspace() else BELONGS
    words = text.lower().split()
    kind = next((kind for word in reversed(words) if (kind := _meaning(word, known)) != SKIPPED), SKIPPED)
    if words and words[-1] in known.opening:
        kind += OPENS
    if not known.openers.isdisjoint(words):
        kind += RANGE
    return kind + (FROM if text.lower() in known.froms else 0)


def _meaning(word: str, known: Beside) -> int:
    if known.roman and IS_ROMAN.fullmatch(word):
        return BELONGS
    if word in known.skipped:
        return SKIPPED
    if word.isalpha():
        if word in known.before:
            return HANGS if word in known.hanging else BELONGS
        return OPENER if word in known.openers else FREE
    last = _PARTS.split(word)[-1]
    if word in known.before or last in known.before or last in known.skipped or word[0].isdigit():
        return BELONGS
    return FREE if word.rstrip(_STOPS)[-1:].isalpha() else BELONGS
