"""Centuries: in words, in Roman numerals, under a name, and as catalogues of manuscripts write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import numerals
from .edtf import Date, Interval, Value
from .guard import word_before
from .lexicon import lexicon
from .openers import opener, word_start
from .periods import Reading, century, part_of

if TYPE_CHECKING:
    from .paragraph import Paragraph


_LATIN_PARTS = {
    "in": "early",
    "m": "middle",
    "ex": "late",
    "½": "half1",
    "1": "half1",
    "¹": "half1",
    "2": "half2",
    "²": "half2",
    "1/2": "half1",
    "2/2": "half2",
    "¼": "quarter1",
    "¾": "quarter3",
}
"""What stands behind the number in catalogues of manuscripts; words by their first letters."""
_LATIN_PARTS |= {f"{n}/4": f"quarter{n}" for n in range(1, 5)} | {f"{n}/3": f"third{n}" for n in range(1, 4)}
_LOW, _BEHIND = 5, 48
"""The greatest number of a century that may be counted from an event, and the characters behind it that say so."""
_LATIN_BEFORE = {"ineunte": "early", "medio": "middle", "exeunte": "late"}


def latin(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The abbreviations of manuscript catalogues: s. XIV in., saec. XII ex., s. XIV/XV, exeunte saec. X."""
    start, stop = match.span()
    if here.text[max(0, start - 1) : start] in {"'", "’"}:
        return None  # Whiteley’s. I shall
    if not match["second"]:
        number, written = match["roman1"], match["part1"]
        before = _LATIN_BEFORE.get(word_before(here, start))
        if before and not written:
            return Reading(
                word_start(here, start), stop, _latin_value(number, before), "century", "century.latin"
            )
        if not written and (number in {"i", "v", "x"} or match[0].startswith("S. ")):
            return None  # s. v., s. x.: see under a word; S. XIV: page XIV
        return Reading(start, stop, _latin_value(number, _latin_part(written)), "century", "century.latin")
    first = _latin_value(match["roman"], _latin_part(match["part"]))
    value = spanning(first, _latin_value(match["second"], _latin_part(match["part2"])))
    return Reading(start, stop, value, "century", "century.latin") if value else None


def _latin_part(written: str | None) -> str | None:
    if not written:
        return None
    word = written.strip(" .()").lower()
    return _LATIN_PARTS.get(word) or _LATIN_PARTS[word[:1] if word[0] == "m" else word[:2]]


def _latin_value(number: str, part: str | None) -> Value:
    whole = century(numerals.roman(number))
    return (part_of(part, whole) if part else None) or whole


def century_word(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A century by its word, with the number before it, or behind it in Roman numerals or words."""
    before_christ = bool(match["bc"])
    start, stop = match.span()
    if match["roman"]:
        value = century(numerals.roman(match["roman"]), before_christ=before_christ)
        if not match["roman2"]:
            return Reading(start, stop, value, "century", "century.roman")
        pair = spanning(value, century(numerals.roman(match["roman2"]), before_christ=before_christ))
        if pair is None:
            return None
        opened = opener(here, start, between=bool(match["and"]))
        return Reading(start if opened is None else opened, stop, pair, "century", "century.range")
    if match["number"] or match["behind"]:
        return _number_behind(match, here, before_christ=before_christ)
    if match["previous"]:
        return Reading(start, stop, Date("XXXX"), "century", "century.previous", relative="previous")
    turned = here.language.grammar.turn_left.search(here.text, max(here.floor, start - 40), start)
    if turned:
        rule = "century.previous.turn" if turned["previous"] else "century.turn"
        return Reading(turned.start(), match.end("word"), Date("XXXX"), "century", rule, relative="turn")
    at, best = start, None
    for _ in range(3):
        at = word_start(here, at)
        while at < start and not here.text[at].isalnum():
            at += 1
        joint = max(here.text.rfind(sign, at, start) for sign in "-–—/’'")
        for begin in (at, joint + 1) if joint >= 0 else (at,):
            left = here.language.grammar.century_left.fullmatch(here.text, begin, start)
            if left and (best is None or left.start() < best.start()):
                best = left  # the longest: the twenty-first is not the first
                break
        else:
            if best:
                break
    return _numbered(best, match, here, before_christ=before_christ) if best else None


def _number_behind(match: re.Match[str], here: Paragraph, *, before_christ: bool) -> Reading | None:
    """A century, or two, whose number stands behind the word in digits or words: המאה ה-19, قرن هجدهم و نوزدهم."""
    written = [match[name] for name in ("number", "number2", "behind", "behind2") if match[name]]
    places = [int(one) - 1 if one.isdigit() else rank_of_day(one, here.language.tag) for one in written]
    if not all(0 <= place <= 20 for place in places):
        return None
    first, *others = [century(place + 1, before_christ=before_christ) for place in places]
    if not others:
        return Reading(match.start(), match.end(), first, "century", "century.words")
    pair = spanning(first, others[0])
    return Reading(match.start(), match.end(), pair, "century", "century.range") if pair else None


def rank_of_day(written: str, language: str) -> int:
    """The place, from 0, of an ordinal among the words for days; -1 where it is none."""
    place = lexicon(language).number("day_words", written)
    return -1 if place is None else place


def spanning(first: Value, last: Value) -> Interval | None:
    """From one century, or part of one, to a later one; None where it runs backwards."""
    low = first.start if isinstance(first, Interval) else first
    high = last.end if isinstance(last, Interval) else last
    if not isinstance(low, Date) or not isinstance(high, Date) or _first(low) >= _first(high):
        return None
    return Interval(low, high)


def _first(date: Date) -> int:
    return int(date.year.replace("X", "0"))


def century_before(here: Paragraph, start: int, *, before_christ: bool) -> Reading | None:
    """The first of two centuries right before ``start``, whose word the second one has: XVIe-XVIIIe siècles.

    Its end is that of the number; its rule is ``century.and`` where a mere *and* joins the two.
    """
    match = here.language.grammar.century_pair.search(here.text, max(here.floor, start - 40), start)
    if match is None:
        return None
    if match["short"]:
        number: int | None = here.language.grammar.words.lists["century_shorts"].get(match["short"])
    elif match["roman"]:
        number = numerals.roman(match["roman"])
    else:
        number = rank(match["n"], here.language.tag)
    if not number or number > 21:
        return None
    group = next(name for name in ("n", "roman", "short") if match[name])
    rule = "century.and" if match["and"] else "century.range"
    value = century(number, before_christ=before_christ)
    return Reading(match.start(), match.end(group), value, "century", rule)


def century_name(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A century by its name, with a capital and behind an article or a preposition: nel Quattrocento."""
    rules = here.language
    if not match[0][0].isupper() or word_before(here, match.start()) not in rules.grammar.century_articles:
        return None
    number = rules.grammar.words.lists["century_names"][match[0].capitalize()]
    return Reading(match.start(), match.end(), century(number), "century", "century.name")


def _numbered(
    left: re.Match[str], match: re.Match[str], here: Paragraph, *, before_christ: bool
) -> Reading | None:
    if left["roman"] in {"i", "v", "x", "і", "х", "ι", "χ"}:
        return None  # a word of one letter: wieki i wieki
    if left["n"] or left["roman"]:
        number = rank(left["n"], here.language.tag) if left["n"] else numerals.roman(left["roman"])
        if not number or number > 30:
            return None
        if number <= _LOW and not before_christ and _is_own(here, left.start(), match.end()):
            return None
        value = century(number, before_christ=before_christ)
        return Reading(left.start(), match.end(), value, "century", "century.words")
    if left["next"]:
        return None
    kind = "previous" if left["previous"] else "same"
    if kind == "same":
        return None  # this century is as vague as the new century
    return Reading(left.start(), match.end(), Date("XXXX"), "century", f"century.{kind}", relative=kind)


def _is_own(here: Paragraph, start: int, stop: int) -> bool:
    """Whether a century is counted from an event: its second century, the second one of our nation, not of our era."""
    words = here.language.grammar.words
    if word_before(here, start) in words.words("possessives"):
        return True
    behind = re.split(r"[.,;:!?]", here.text[stop : min(here.end, stop + _BEHIND)])[0].lstrip()
    return behind.startswith(tuple(words.words("century_of"))) and not any(
        era in behind for era in words.words("era_words")
    )


def rank(written: str, language: str) -> int | None:
    """The value of an ordinal in digits, words or Roman numerals."""
    digits = re.match(r"[0-9]+", written)
    if digits:
        return int(digits[0])
    place = lexicon(language).number("ordinals", written)
    if place is None and numerals.IS_ROMAN.fullmatch(written.rstrip(".")):
        return numerals.roman(written.rstrip("."))
    return place + 1 if place is not None else None
