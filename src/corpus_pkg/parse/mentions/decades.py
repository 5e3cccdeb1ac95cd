"""Decades: in words, behind their word in figures, and the second of a list that shares the word of the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import numerals
from .centuries import rank, rank_of_day
from .counted import is_counted
from .edtf import Date, Interval
from .guard import word_before
from .lexicon import lexicon
from .openers import word_start
from .periods import Reading, decade, year_text
from .years import own_year

if TYPE_CHECKING:
    from .paragraph import Paragraph

PAUSE = re.compile(r"[.,;:)\]](?![0-9])")
"""After a number: the sentence pauses."""


def hundred_of(match: re.Match[str], language: str, names: str = "") -> int | None:
    """The first year of the century in the groups of ``century_forms.numbered_century``."""
    roman = match[f"{names}roman"] or match[f"{names}roman2"]
    if roman:
        number: int | None = numerals.roman(roman)
    elif match[f"{names}name"]:
        names_of: dict[str, int] = lexicon(language).lists["century_names"]
        number = names_of.get(match[f"{names}name"].capitalize())
    else:
        behind = match.groupdict().get(f"{names}behind")
        number = _behind(behind, language) if behind else rank(match[f"{names}n"], language)
    return (number - 1) * 100 if number and number <= 21 else None


def _behind(written: str, language: str) -> int | None:
    """The number behind the word for a century, in digits or words."""
    place = rank_of_day(written, language)
    return rank(written, language) if place < 0 else place + 1


def shared_hundred(here: Paragraph, start: int) -> int | None:
    """The hundred that the decade before gives to one in two digits: 1860s and 70s."""
    match = here.language.grammar.decade_pair.search(here.text, max(0, start - 40), start)
    return int(match["century"]) * 100 if match else None


def is_spoken_decade(here: Paragraph, start: int, suffix: int, stop: int) -> bool:
    """Whether 60s is a decade, not an age (in his 60s); always so where the suffix itself says it (60er Jahre)."""
    words = here.language.grammar.words
    spoken, left = words.words("spoken_decades"), word_before(here, start)
    if here.text[suffix:stop] in words.words("decade_suffix_bare"):
        # Anfang der 80er, in den 80ern; not in ihren 80ern, die 80er Zone.
        opens = [word for key in ("early", "middle", "late", "decade_openers") for word in words.words(key)]
        opened = word_before(here, word_start(here, start)) in [word.lower() for word in opens]
        named = here.text[stop : stop + 2].strip()[:1].isupper()
        return left in here.language.grammar.articles and opened and not named
    return not spoken or left in spoken or re.split(r"[-‐]", left)[0] in spoken


def decade_word(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A decade in words: the thirties, twenties of last century, anni Trenta del Novecento."""
    start, stop = match.start(), match.end("word")
    words = here.language.grammar.words
    place = words.number("decades", match["word"])
    if place is None:
        place = _bare_decade(match, here)
    if place is None:
        return None
    if match["of"]:
        kind = next((name for name in ("next", "previous", "same", "passed") if match[name]), None)
        if kind:
            kind = "previous" if kind in {"previous", "passed"} else "same"
            return Reading(start, match.end(), Date(f"XX{place}X"), "decade", f"decade.{kind}", relative=kind)
        hundred = hundred_of(match, here.language.tag)
        if hundred is None:
            return None
        return Reading(start, match.end(), decade(hundred + place * 10), "decade", "decade.words")
    left = word_before(here, start).strip("([-")
    thousand = words.number("hundreds", left)
    if thousand is not None:
        value = decade(1000 + thousand * 100 + place * 10)
        return Reading(word_start(here, start), stop, value, "decade", "decade.words")
    sure = (
        " " in match["word"]
        or words.number("decades_bare", match["word"]) is not None
        or match["word"].lower().endswith(tuple(words.words("decade_endings")))
    )
    if sure or left in here.language.grammar.prefix_tails:
        return Reading(start, stop, Date(f"XX{place}X"), "decade", "decade.words")
    return None


def _bare_decade(match: re.Match[str], here: Paragraph) -> int | None:
    """The place of a decade that lacks its noun, behind a part or another decade: mediados de los ochenta."""
    rules, low = here.language.grammar, max(0, match.start() - 48)
    bare = rules.decade_bare.search(here.text, low, match.start())
    if not (bare and not bare["open"]) and not rules.decade_words_left.search(here.text, low, match.start()):
        return None
    return rules.words.number("decades_bare", match["word"])


def decade_number(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A decade behind its word: années 1930, anni '30, años 30 del siglo XIX."""
    digits, stop = match["dec"], match.end("dec")
    if here.language.grammar.words.lists.get("decade_stop") and is_counted(here, stop):
        return None  # przez lata 60 osób
    if match["of"] and match["passed"] and len(digits) == 2:
        value = Date(f"XX{digits[0]}X")
        return Reading(match.start(), match.end(), value, "decade", "decade.previous", relative="previous")
    if match["of"] and len(digits) == 2:
        hundred = hundred_of(match, here.language.tag)
        if hundred is not None:
            return Reading(match.start(), match.end(), decade(hundred + int(digits)), "decade", "decade")
    own = own_year(int(digits), here.language.tag)
    if own is not None:
        # A decade of another calendar begins within ours.
        years = Interval(Date(year_text(own)), Date(year_text(own + 9)))
        return Reading(match.start(), match.end("written"), years, "decade", "decade")
    value = decade(int(digits) + (1900 if len(digits) == 2 else 0))
    rule = "decade.short" if len(digits) == 2 else "decade"
    return Reading(match.start(), match.end("written"), value, "decade", rule)


def listed_decade(here: Paragraph, start: int, stop: int) -> Reading | None:
    """The second of two decades whose word the first has, or one with an article alone: a finales de los 80."""
    rules, text = here.language.grammar, here.text
    behind = text[stop : stop + 2] if stop < here.end else ""
    if behind[:1].isalnum() or (behind[:1] in ".,:" and behind[1:].isdigit()):
        return None
    low, digits = max(0, start - 48), text[start:stop].lstrip("'’‘")
    short = len(digits) == 2
    if rules.decade_left.search(text, low, start) and (short or digits[0] in "12"):
        return Reading(start, stop, decade(int(digits) + 1900 * short), "decade", "decade")
    bare = rules.decade_bare.search(text, low, start) if short and digits[0] > "1" else None
    paused = bare is not None and (not bare["open"] or bool(PAUSE.match(text, stop, here.end)))
    if not paused or is_counted(here, stop):
        return None
    return Reading(start, stop, decade(1900 + int(digits)), "decade", "decade.short")
