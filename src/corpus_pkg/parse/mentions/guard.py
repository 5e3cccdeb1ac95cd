"""Numbers that are not years, and names of months that are words: what is kept out of the mentions."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .lexicon import lexicon

_WORD_LEFT = re.compile(r"([^\s]+)\s{0,8}\Z")
_AFTER = re.compile(r"\s{0,3}(-?)\s{0,3}([^\W_]+[.°²³]?|[%°$£€¥₩+×=/*^])")
_CLOSING = re.compile(r"\s{0,2}(?:[.,;:!?)\]}\"”’']|$|\n)")


class Guard(NamedTuple):
    """The words of a language that decide about a number."""

    prepositions: frozenset[str]
    labels: frozenset[str]
    units: frozenset[str]
    plural: re.Pattern[str]
    weak_months: frozenset[str]
    month_prepositions: frozenset[str]
    capitalised: bool


@cache
def guard(language: str) -> Guard:
    """The guard of a language; one without a table knows the labels and units that all texts share."""
    words = lexicon(language)
    shared = lexicon("mul")

    def lower(key: str) -> frozenset[str]:
        return frozenset(phrase.lower() for phrase in words.words(key) + shared.words(key))

    return Guard(
        prepositions=lower("year_prepositions"),
        labels=lower("number_labels"),
        units=lower("units"),
        plural=re.compile(rf"{words.lists.get('plural', '(?!)')}(?![^\W_])"),
        weak_months=lower("weak_months"),
        month_prepositions=lower("month_prepositions") or lower("year_prepositions"),
        capitalised=bool(words.lists.get("capitalised", False)),
    )


def word_before(text: str, floor: int, start: int) -> str:
    """The word left of an offset, in lower case, without an opening bracket or quote."""
    match = _WORD_LEFT.search(text[max(floor, start - 24) : start])
    return match[1].lower() if match else ""


def is_year(text: str, floor: int, start: int, stop: int, end: int, language: str) -> bool:
    """Whether the bare number of four digits at ``start`` is a year."""
    rules = guard(language)
    year = int(text[start : start + 4])
    before = text[start - 1] if start > floor else " "
    if before in "$£€¥₩#№/\\@_=<>+*^&~°%§" or (before in ".,:-–'’" and text[start - 2 : start - 1].isdigit()):
        return False
    if before in "-–—" and start - 2 >= floor and not text[start - 2].isspace():
        return (
            text[start - 2] in ")]"
            or (text[start - 2].isalpha()
            and word_before(text, floor, start - 1) in rules.prepositions)
        )
    after = text[stop] if stop < end else " "
    if after in "$£€¥%°@_=<>+*^&\\#" or (after in ".,:-/–'’" and text[stop + 1 : stop + 2].isdigit()):
        return False
    if after.isalpha():
        return False
    score = 1 if 1500 <= year <= 2049 else 0 if 1000 <= year < 1500 else -1
    left = word_before(text, floor, start)
    bare = left.strip('([{"“‘«*_')
    if bare in rules.labels or (bare.rstrip(".:") in rules.labels and bare.endswith((".", ":"))):
        return False
    if (
        left
        and left[-1].isdigit()
        and left[-1:]
        and text[start - 1].isspace()
        and _thousands(text, floor, start)
    ):
        return False
    if before in "([©" or bare in ("©",):
        score += 2
    elif bare in rules.prepositions:
        score += 1
    right = _AFTER.match(text, stop, end)
    if _CLOSING.match(text, stop, end):
        score += 0 if score > 0 else (1 if before in "([" or bare in rules.prepositions else 0)
    elif right:
        word = right[2]
        low = word.lower()
        if low in rules.units or low.rstrip(".") in rules.units:
            return False
        if not right[1] and rules.plural.match(word) and word[0].islower():
            # Year and plural noun meet only behind a preposition of time: in 1944 troops landed.
            score -= 1 if bare in ("in", "since", "by", "until", "during") else 3
        elif right[1] and low in rules.units:
            return False
    return score >= 1


def _thousands(text: str, floor: int, start: int) -> bool:
    """Whether the number goes on from digits before a space: 12 1945 is no year, nor is the end of 5 1945."""
    return (
        bool(re.search(r"(?<![0-9.,])[0-9]{1,3}\s\Z", text[max(floor, start - 8) : start]))
        and text[start : start + 4].isdigit()
    )


def is_month(text: str, floor: int, start: int, stop: int, end: int, language: str, *, alone: bool) -> bool:
    """Whether the month's name is one: ``alone`` where neither a day nor a year stands with it."""
    rules = guard(language)
    name = re.match(r"[^\W\d_]+", text[start:stop])
    word = name[0] if name else ""
    if rules.capitalised and word[:1].islower() and alone:
        return False
    if not alone:
        return True
    if text[stop : stop + 1] in ("’", "'", "@", "_") or text[start - 1 : start] in ("@", "_", "/"):
        return text[stop : stop + 2] in ("’s", "'s") and word.lower() not in rules.weak_months
    if (
        text[stop : stop + 1] == "-"
        and text[stop + 1 : stop + 2].isalpha()
        and word.lower() in rules.weak_months
    ):
        return False
    if word.lower() not in rules.weak_months:
        return True
    left = word_before(text, floor, start).strip('([{"“‘«*_,')
    following = text[stop : stop + 2]
    if left in rules.month_prepositions:
        # In May Sinclair's book: a preposition does not help where a name goes on.
        return not (
            left in ("of", "by", "for", "and", "to", "the", "or", "before", "after")
            and _named_on(following, word)
        )
    return False


def _named_on(following: str, word: str) -> bool:
    return len(following) == 2 and following[0] == " " and following[1].isupper() and word.lower() != "april"
