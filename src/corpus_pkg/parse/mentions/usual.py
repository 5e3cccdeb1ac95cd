"""The usual forms, read at once: what nothing around can belong to needs no grammar and repeats in any text.

A form is usual where one pattern matches it with a pause or an unsuspicious word behind it, and the words before
it modify nothing. Its value is what the whole grammar says of the surface alone, kept by surface. Everything
else goes the long way; a test holds that both ways agree.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .edtf import Date
from .forms import DAY
from .lexicon import lexicon, table
from .numerals import IS_ROMAN
from .paragraph import Language, Paragraph, language_of
from .periods import written
from .refine import read, refine
from .years import calendar_words

_HARMLESS = frozenset(
    {"function_words", "year_prepositions", "sure_prepositions", "adverbial", "number_labels"}
)
"""Lists whose words may follow even a day without a year."""
_BEHIND = (
    "bc ad anno year_after year_word years_word decade_suffix decade_suffix_short day_suffix century halves thirds"
    " quarters or_later or_earlier approximate_after latter former ordinals early middle late seasons decades"
    " spelled_years month_word units to"
)
"""Lists whose words may follow a date and belong to it, beside those that the grammar names as such."""
_GLUE = (
    "articles",
    "of",
    "within",
    "and",
    "next",
    "previous",
    "same",
    "next_after",
    "previous_after",
    "same_after",
)
_YEAR = r"(?:1[5-9]|20)(?!00)[0-9]{2}"
_WINDOW = 44
_STOPS = '.,;:!?)]"”’'
_PARTS = re.compile(r"[-‐('’\"“‘*_\[]")
MOST = 65536
"""Surfaces kept for a language."""


class Plain(NamedTuple):
    """What is said of a surface that nothing modifies."""

    edtf: str
    first: str | None
    last: str | None
    unit: str
    calendar: str
    rule: str
    day: tuple[int, int] | None
    """Month and day where the year is wanting."""


class Usual(NamedTuple):
    """The usual forms of a language, with the words that make them unusual."""

    language: Language
    pattern: re.Pattern[str]
    """Groups: the form, an interval's link, a bare year, a decade's sign, the word behind, a comma, a bracket."""
    behind: frozenset[str]
    """Words behind a date that may belong to it."""
    behind_day: frozenset[str]
    """The same where the year is wanting."""
    before: frozenset[str]
    """Words before a date that may belong to it."""
    skipped: frozenset[str]
    """Words before it behind which another must be looked at."""
    opening: frozenset[str]
    """Words behind which a bare number is a year."""
    openers: frozenset[str]
    """Words that open an interval."""
    closers: frozenset[str]
    """Words that lead to its end."""
    marks: tuple[str, ...]
    """Words that count years: two years later, on 5 May."""
    known: dict[str, Plain | None]
    """Surfaces read so far."""


@cache
def usual(tag: str) -> Usual:
    """The usual forms of a language of an alphabet."""
    language, words = language_of(tag, None), lexicon(tag)
    rules, guard = language.grammar, language.guard
    names = sorted(
        {name for name in words.months if name.isalpha() and len(name) > 2}, key=lambda n: (-len(n), n)
    )
    months = "|".join(name.capitalize() if guard.capitalised else name for name in names) or "(?!)"
    link = rf"(?:\s?[–-]\s?|\s{words.phrases('to')}\s)"
    dated = rf"(?:(?:{DAY}\s)?(?:{months})\s{_YEAR}|(?:{months})\s{DAY},\s{_YEAR})"
    day = rf"{dated}(?:({link}){dated})?|{DAY}\s(?:{months})(?![^\W_])(?!\s{_YEAR})"
    month = rf"(?:{months})\s{DAY}(?![0-9])(?!,\s{_YEAR})"
    unlike = months if "year_first" in words.lists else "(?!)"
    pattern = (
        rf"({day}|{month}|{_YEAR}-[01][0-9]-[0-3][0-9]|({_YEAR})(s)?)(?![\w'’])"
        rf"(?:\s([^\W\d_]+)(?![\w'’-])(?!(?<=\s[^\W\d_])\.|(?<=\s[^\W\d_]{{2}})\.)|(,)\s(?!{unlike})(?=[^\W\d_])|\.(?=\s+[^\W\d_]|\s*\Z)|[;:](?=\s)|(\)))"
    )
    old_style = table("calendars.toml")["old_style"]
    after = [phrase for key in _BEHIND.split(" ") for phrase in _flat(words.words(key))]
    after += [*calendar_words(), *old_style, *words.months, *guard.units]
    sure = frozenset(word for phrase in after for word in _first_words(phrase))
    every = [phrase for key, entry in words.lists.items() if key not in _HARMLESS for phrase in _flat(entry)]
    behind_day = frozenset(word for phrase in every for word in _first_words(phrase))
    parts = _flat(words.words("day_words") + words.words("ordinals")) + old_style
    before = (
        rules.prefix_lasts | rules.day_tails | {word for phrase in parts for word in phrase.lower().split()}
    )
    # What hangs a year on another needs none beside it; glue leads from a part to its whole; a conjunction leads
    # on only behind between: none of them from a whole year.
    glue = {word for key in _GLUE for word in words.words(key)}
    return Usual(
        language,
        re.compile(pattern),
        sure | (rules.heads - glue),
        sure | rules.heads | glue | behind_day,
        before - rules.small,
        rules.small,
        guard.prepositions & guard.sure,
        rules.openers,
        rules.closers,
        tuple(words.words("year_word") + words.words("years_word")),
        {},
    )


def _first_words(phrase: str) -> tuple[str, ...]:
    whole = phrase.lower().split()
    return (whole[0], re.split(r"[\W_]", whole[0])[0]) if whole else ()


def _flat(entry: object) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [phrase for part in entry for phrase in _flat(part)] if isinstance(entry, list | dict) else []


def read_usual(  # noqa: PLR0917 - called for every anchor
    text: str, floor: int, place: int, end: int, found: Usual, named: frozenset[tuple[int, int]]
) -> tuple[int, Plain] | None:
    """End and meaning of the usual form at ``place``; None where there is none or anything around may belong to it.

    ``named`` are months and days that may have a year by their name.
    """
    if place and text[place - 1] not in " \n(":
        return None
    match = found.pattern.match(text, place, end)
    if match is None:
        return None
    form, link, bare, decade, word, comma, closed = match.groups()
    plain = found.known.get(form, _UNKNOWN)
    if plain is _UNKNOWN:
        plain = _read(form, found)
    if plain is None:
        return None
    if plain.day is None:
        if word and (word in found.behind or not word.islower() or word >= "\u1100"):
            return None
        if comma and decade:
            return None
    elif comma or closed or plain.day in named or (word and (word in found.behind_day or not word.islower())):
        return None
    open_ended = link is None and (word is None or word not in found.closers)
    window = text[max(floor, place - _WINDOW) : place]
    left = window.lower().rsplit(None, 4)
    if not left:
        ready = not bare or decade is not None
    elif left[-1] == "(":
        ready = not bare or decade is not None or closed is not None
    else:
        ready = (not bare or decade is not None or left[-1] in found.opening) and _unmodified(
            left, found, open_ended=open_ended
        )
    if not ready or (plain.day and not _stands(text, match.end(1), end, window, found)):
        return None
    return match.end(1), plain


_UNKNOWN = Plain("", None, None, "", "", "", None)


def _stands(text: str, stop: int, end: int, window: str, found: Usual) -> bool:
    """Whether a day without a year has none in words behind it, and no count of years before it."""
    tail = found.language.grammar.spelled_tail
    if tail is not None and tail.match(text, stop, end):
        return False
    lower = window.lower()
    return not any(mark in lower for mark in found.marks)


def _unmodified(left: list[str], found: Usual, *, open_ended: bool) -> bool:
    """Whether the last of the words left of a date, small ones skipped, cannot belong to it.

    What opens an interval belongs to it, unless it is ``open_ended``.
    """
    if found.language.grammar.roman_days and IS_ROMAN.fullmatch(left[-1]):
        return False
    for word in left[:-5:-1]:
        if word in found.skipped:
            continue
        if word.isalpha():
            return word not in found.before and (open_ended or word not in found.openers)
        last = _PARTS.split(word)[-1]
        if word in found.before or last in found.before or last in found.skipped or word[0].isdigit():
            return False
        return word.rstrip(_STOPS)[-1:].isalpha()
    return False


def _read(form: str, found: Usual) -> Plain | None:
    """What the grammar says of a surface, kept; None where it does not read the whole of it without a remark."""
    here = Paragraph(form, 0, len(form), found.language)
    core = read(here, 0)
    reading = refine(here, core) if core else None
    plain = None
    if (
        reading
        and (reading.start, reading.end) == (0, len(form))
        and not reading.remark
        and not reading.relative
    ):
        value = reading.value
        day = None
        if isinstance(value, Date) and value.year == "XXXX" and isinstance(value.month, int):
            day = (value.month, value.day if isinstance(value.day, int) else 0)
        plain = Plain(*written(value), reading.unit, reading.calendar, reading.rule, day)
    if len(found.known) > MOST:
        found.known.clear()
    found.known[form] = plain
    return plain
