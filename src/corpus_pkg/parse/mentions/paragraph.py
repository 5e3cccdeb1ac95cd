"""The stretch of text in which a date is read, with the patterns that its language brings."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .grammar import Grammar, grammar
from .guard import Guard, guard
from .lexicon import lexicon
from .unspaced import unspaced

EAST_ASIAN = frozenset({"ko", "zh", "ja"})


class Language(NamedTuple):
    """Grammar and guard of one language, and the order of its ambiguous numeric dates."""

    tag: str
    grammar: Grammar
    guard: Guard
    order: str | None
    east_asian: bool
    unspaced: bool = False
    """Whether it writes no spaces between words."""


class Paragraph(NamedTuple):
    """Offsets ``floor`` to ``end`` of the text; nothing outside is looked at."""

    text: str
    floor: int
    end: int
    language: Language


@cache
def language_of(tag: str, order: str | None) -> Language:
    """The language of a BCP 47 tag; English patterns where nobody knows the language's months.

    ``order`` is what the document shows. Without it a language that writes the day first decides for itself;
    English does not, for its countries differ.
    """
    subtag = tag.split("-", maxsplit=1)[0]
    known = bool(lexicon(subtag).months) and subtag not in EAST_ASIAN
    chosen = subtag if known else "en"
    own = "dmy" if tag in {"en-GB", "en-AU", "en-NZ", "en-IE"} else lexicon(chosen).lists.get("order", "dmy")
    decided = order or (own if own != "mdy" else None)
    return Language(
        chosen, grammar(chosen), guard(chosen), decided, subtag in EAST_ASIAN, bool(unspaced(chosen))
    )
