"""The usual forms of a language as one pattern, with the words that make them unusual."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .beside import Beside, meaning_before
from .figure_forms import dotted
from .forms import DAY
from .learnt import Learnt
from .lexicon import Lexicon, lexicon, table
from .paragraph import Language, language_of
from .plain import Asked, Said, reader
from .years import calendar_words

if TYPE_CHECKING:
    from collections.abc import Callable

_HARMLESS = frozenset(
    {"function_words", "year_prepositions", "sure_prepositions", "adverbial", "number_labels"}
)
"""Lists whose words may follow even a day without a year."""
_BEHIND = (
    "bc ad anno year_after year_word years_word decade_suffix decade_suffix_short century halves thirds"
    " quarters or_later or_earlier approximate_after latter former ordinals early middle late seasons decades"
    " spelled_years month_word genitive first_halves second_halves from_after until_after between_after"
)
"""Lists whose words may follow a date and belong to it, beside those that the grammar names as such."""
_BEHIND_NUMBER = "units day_suffix"
"""Lists whose words make another number of one without a month."""
_AFTER_DAY = "next_after previous_after same_after"
"""Lists whose words alone give a day its year."""
_RELATIVE = frozenset({"next", "previous", "same"})
_GLUE = ("articles", "of", "within", "and", "next", "previous", "same", *_AFTER_DAY.split())
_YEAR = "(?:1[5-9]|20)[0-9]{2}"
_WORD = r"(?:[a-zß-öø-ÿ]{3,}(?!\w)|[^\W\d_]{1,2}(?:\.(?!\w)|(?![\w'’.-]))|[^\W\d_]{3,}(?!\w))"
"""A word behind a date; one or two letters with the point behind them, for they may be short for a word.

First the commonest, which are matched at less cost."""


class Usual(NamedTuple):
    """The usual forms of a language, with the words that make them unusual."""

    language: Language
    match: Callable[[str, int, int], re.Match[str] | None]
    """Of the pattern. Groups: the form, the word behind it."""
    near: frozenset[str]
    """Words before a date that mean anything for it, but numerals."""
    roman: bool
    """Whether a numeral before a month may be its day."""
    beside: Beside
    known: Learnt[tuple[Said, Asked | None, frozenset[str]]]
    """What surfaces say, what the text around must be asked, and the words behind that may belong to them."""
    before: Learnt[int]
    """What the text right before a date means for it."""


@cache
def usual(tag: str) -> Usual:
    """The usual forms of a language of an alphabet."""
    language, words = language_of(tag, None), lexicon(tag)
    rules, guard = language.grammar, language.guard
    calendars = [*calendar_words(), *table("calendars.toml")["old_style"]]
    after = [phrase for key in _BEHIND.split() for phrase in _flat(words.words(key))]
    after += [*calendars, *words.months]
    counted = [phrase for key in _BEHIND_NUMBER.split() for phrase in _flat(words.words(key))] + [
        *guard.units
    ]
    every = [phrase for key, entry in words.lists.items() if key not in _HARMLESS for phrase in _flat(entry)]
    parts = _flat(words.words("day_words") + words.words("ordinals")) + table("calendars.toml")["old_style"]
    before = rules.prefix_lasts | rules.day_tails | _words(parts)
    # What hangs a year on another needs none beside it; glue leads from a part to its whole; a conjunction leads
    # on only behind between: none of them from a whole year.
    glue = {word for key in _GLUE for word in words.words(key)}
    behind = _firsts([*after, *words.words("to")]) | (rules.heads - glue)
    behind_number = behind | _firsts(counted)
    behind_day = behind_number | rules.heads | glue | _firsts(every)
    alone = {phrase.lower() for phrase in after + counted if len(_parts(phrase)) == 1} | _firsts(calendars)
    alone |= {part for phrase in alone for part in _parts(phrase)}
    alone_day = alone | {phrase.lower() for key in _AFTER_DAY.split() for phrase in words.words(key)}
    openers = [phrase.lower() for phrase in words.words("from")]
    between = _words(words.words("between"))
    beside = Beside(
        behind,
        behind_number,
        behind_day,
        _whole(behind_number - alone),
        _whole(behind_day - alone_day),
        before - rules.small,
        _hanging(words),
        _words(every) | {part for phrase in every for part in _parts(phrase)} | behind_day,
        rules.small,
        guard.prepositions & guard.sure,
        rules.openers,
        frozenset(word for word in openers if " " not in word and word not in between) - before,
        rules.roman_days,
        rules.closers,
        tuple(words.words("year_word") + words.words("years_word")),
    )
    read = reader(words)
    return Usual(
        language,
        re.compile(_pattern(words, capitalised=guard.capitalised)).match,
        before | rules.small | rules.openers,
        rules.roman_days,
        beside,
        Learnt(lambda surface: (*(found := read(surface)), beside.suspects(found.asked))),
        Learnt(lambda token: meaning_before(token, beside)),
    )


def _pattern(words: Lexicon, *, capitalised: bool) -> str:
    """A usual form at its anchor, with what stands behind it and leaves it whole."""
    apart = {*words.preposed, *words.words("dated_months")}
    names = sorted(
        {name for name in words.months if name.isalpha() and len(name) > 2 and name not in apart},
        key=lambda n: (-len(n), n),
    )
    # Where a year has a point of its own behind it, no point ends its sentence: 1926. године.
    stop = "" if dotted(words) else r"\.(?=\s+[^\W\d_]|\s*\Z)|"
    months = _alternatives([name.capitalize() if capitalised else name for name in names])
    link = rf"(?:\s?[–-]\s?|\s{words.phrases('to')}\s)"
    linked = rf"(?:{link}(?:(?:{DAY}\s)?{months}\s{_YEAR}|{months}\s{DAY},\s{_YEAR}))?"
    named = rf"{months}\s(?:(?:{DAY},\s)?{_YEAR}{linked}|{DAY}(?![0-9])(?!,\s{_YEAR}))"
    figures = rf"{DAY}\s{months}(?:\s{_YEAR}{linked}|(?![^\W_])(?!\s{_YEAR}))"
    iso = rf"{_YEAR}-[01][0-9]-[0-3][0-9]"
    unlike = months if "year_first" in words.lists else "(?!)"
    behind = rf"\s({_WORD})|,\s(?!{unlike})(?=[^\W\d_])|{stop}[;:](?=\s)|\)"
    return rf"({named}|{figures}|{iso}|{_YEAR}s?)(?:{behind})"


def _alternatives(names: list[str]) -> str:
    """Any of the names, grouped by their first letter: a failing match looks at each letter once."""
    ordered = sorted(names, key=lambda name: name[0])
    groups = [
        sign + "(?:" + "|".join(name[1:] for name in group) + ")"
        for sign, group in groupby(ordered, key=lambda name: name[0])
    ]
    return "(?:" + ("|".join(groups) or "(?!)") + ")"


def _hanging(words: Lexicon) -> frozenset[str]:
    """Words that hang a year on another one's and do nothing else before a date."""
    lasts = {
        hangs: {
            phrase.lower().split()[-1]
            for key, entry in words.lists.items()
            if key not in _HARMLESS | {"deictic"} and (key in _RELATIVE) == hangs
            for phrase in _flat(entry)
            if phrase.strip()
        }
        for hangs in (True, False)
    }
    return frozenset(lasts[True] - lasts[False])


def _parts(phrase: str) -> list[str]:
    return [part for part in re.split(r"[\W_]+", phrase.lower()) if part]


def _firsts(phrases: list[str]) -> frozenset[str]:
    """What a phrase begins with, as written and up to the first sign in it, a short word also with a point."""
    found = set()
    for phrase in phrases:
        whole = phrase.lower().split()
        if not whole:
            continue
        head = re.split(r"[\W_]", whole[0])[0]
        found |= {whole[0], f"{head}."}
        if len(head) > 2 or whole[0][len(head) : len(head) + 1] != ".":
            found.add(head)
    return frozenset(found)


def _whole(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isalpha())


def _words(phrases: list[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.lower().split())


def _flat(entry: object) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [phrase for part in entry for phrase in _flat(part)] if isinstance(entry, list | dict) else []
