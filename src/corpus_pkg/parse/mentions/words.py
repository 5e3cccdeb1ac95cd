"""What a word opens: months with their days and years, seasons, quarters, centuries, decades, eras."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from . import numerals
from .edtf import Date, Interval, Value, days_in_month
from .guard import is_month, word_before
from .lexicon import lexicon
from .openers import opener, word_start
from .periods import Reading, century, decade, part_of
from .years import Year, year

if TYPE_CHECKING:
    from .paragraph import Paragraph


def read_word(here: Paragraph, start: int) -> Reading | None:
    """Read what begins with the word at ``start``."""
    text, end, rules = here.text, here.end, here.language.grammar
    for kind in rules.kinds.get(text[start : start + 3].lower(), ()):
        match = getattr(rules, kind).match(text, start, end)
        if match:
            return _READERS[kind](match, here)
    return None


def plain_year(surface: str, start: int, stop: int, language: str, rule: str) -> Reading | None:
    """The reading of a year as written."""
    value = year(surface, language)
    if value is None:
        return None
    remark = "date-calendars-disagree" if value.disagree else None
    return Reading(start, stop, Date(value.text), "year", rule, value.calendar, remark)


def _era(match: re.Match[str], here: Paragraph) -> Reading | None:
    return plain_year(match[0], match.start(), match.end(), here.language.tag, "year.era")


@lru_cache(maxsize=65536)
def _days(  # noqa: PLR0917 - the parts of a date are its cache key
    name: str, day: str | None, word: str | None, second: str | None, written: str | None, language: str
) -> tuple[Value, str, str, str | None] | None:
    """Value, unit, calendar and remark of month, day, second day and year as written."""
    words = lexicon(language)
    number = words.months.get(name.lower()) or words.months.get(name.lower().rstrip("."))
    value = year(written, language) if written else Year("XXXX")
    if number is None or value is None:
        return None
    first = int(day) if day else None
    if word:
        place = words.number("ordinals", word)
        first = place + 1 if place is not None else None
    longest = days_in_month(int(value.text) if value.text.lstrip("-").isdigit() else 2000, number)
    if first is not None and first > longest:
        return None
    date = Date(value.text, number, first)
    remark = "date-calendars-disagree" if value.disagree else None
    if second is None:
        return date, "day" if first else "month", value.calendar, remark
    if first is None or not first < int(second) <= longest:
        return None
    return Interval(date, date._replace(day=int(second))), "day", value.calendar, remark


def month(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A month with whatever day, second day and year stand with it, on either side."""
    start, stop = match.span()
    mon = match.start("mon")
    name, day, word, second, written, listed = match.group("mon", "d", "dw", "d2", "y", "and")
    name_end = match.end("mon")
    if stop == name_end + 1 and here.text[name_end] == ".":
        stop = name_end  # the full stop after a month alone belongs to the sentence
    opened: int | None = None
    if second:
        opened = opener(here, start, between=bool(listed))
        if listed and opened is None:
            return _listed(match, here)
    found = _days(name, day, word, second, written, here.language.tag)
    if found is None:
        return _listed(match, here) if second else None
    if day is None and word is None:
        worded = _day_before(match, here)
        if worded:
            start, word = worded
            found = _days(name, None, word, None, written, here.language.tag)
            if found is None:
                return None
    if (day or word or written) and not is_month(here, mon, name_end, dated=bool(written)):
        return None
    value, unit, calendar, remark = found
    rule = "days" if isinstance(value, Interval) else unit
    return Reading(start if opened is None else opened, stop, value, unit, rule, calendar, remark)


def _day_before(match: re.Match[str], here: Paragraph) -> tuple[int, str] | None:
    """Start and surface of a day in words before the month: the fifth of May."""
    if word_before(here, match.start()) not in here.language.grammar.day_links:
        return None
    at = match.start()
    for _ in range(4):
        at = word_start(here, at)
        found = here.language.grammar.day_words.fullmatch(here.text, at, match.start())
        if found:
            return at, found["dw"]
    return None


def _listed(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The first of two days that are listed and make no interval: October 10 and 14."""
    if match.start("mon") > match.start("d"):
        # Day first: "5 and 6 June" is read again from its second day.
        return None
    found = _days(match["mon"], match["d"], None, None, None, here.language.tag)
    if found is None:
        return None
    return Reading(match.start(), match.end("d"), found[0], "day", "day", found[2])


def season(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A season with its year, or bare (kept only where a modifier or the context places it)."""
    place = here.language.grammar.words.number("seasons", match["season"])
    if place is None:
        return None
    value = Date(month=21 + place)
    if not match["y"]:
        return Reading(match.start(), match.end("season"), value, "season", "season.bare")
    found = year(match["y"], here.language.tag)
    if found is None:
        return None
    value = value._replace(year=found.text)
    return Reading(match.start(), match.end(), value, "season", "season", found.calendar)


def quarter(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A quarter or half of a year in letters: Q3 2018, 2018 Q3."""
    found = year(match["y"], here.language.tag)
    if found is None:
        return None
    number = int(match["n"] or match["h"])
    value = Date(found.text, 32 + number if match["n"] else 39 + number)
    return Reading(match.start(), match.end(), value, "season", "quarter")


_LATIN_PARTS = {
    "in": "early",
    "inc": "early",
    "ineunte": "early",
    "med": "middle",
    "m": "middle",
    "ex": "late",
}
_LATIN_PARTS |= {"exeunte": "late", "1": "half1", "2": "half2", "1/2": "half1", "2/2": "half2"}
_LATIN_PARTS |= {f"{n}/4": f"quarter{n}" for n in range(1, 5)} | {f"{n}/3": f"third{n}" for n in range(1, 4)}


def latin(match: re.Match[str], _here: Paragraph) -> Reading | None:
    """The abbreviations of manuscript catalogues: s. XIV in., saec. XII ex., s. XIV/XV."""
    if match["roman"] in {"i", "v", "x"} and not match["part"]:
        return None  # s. v., s. x.: see under a word
    first: Value | None = century(numerals.roman(match["roman"]))
    if match["part"] and first is not None:
        first = part_of(_LATIN_PARTS[match["part"].strip(" .()").lower()], first)
    if first is None:
        return None
    if match["second"]:
        second = century(numerals.roman(match["second"]))
        if not isinstance(first, Date) or not isinstance(second, Date) or first.year >= second.year:
            return None
        first = Interval(first, second)
    return Reading(match.start(), match.end(), first, "century", "century.latin")


def _century(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A century whose number stands before the word, or behind it in Roman numerals."""
    before_christ = bool(match["bc"])
    if match["roman"]:
        value = century(numerals.roman(match["roman"]), before_christ=before_christ)
        return Reading(match.start(), match.end(), value, "century", "century.roman")
    at = match.start()
    for _ in range(3):
        at = word_start(here, at)
        while at < match.start() and not here.text[at].isalnum():
            at += 1
        left = here.language.grammar.century_left.fullmatch(here.text, at, match.start())
        if left:
            return _numbered(left, match, here, before_christ=before_christ)
    return None


def _numbered(
    left: re.Match[str], match: re.Match[str], here: Paragraph, *, before_christ: bool
) -> Reading | None:
    if left["n"] or left["roman"]:
        number = rank(left["n"], here.language.tag) if left["n"] else numerals.roman(left["roman"])
        if not number or number > 30:
            return None
        value = century(number, before_christ=before_christ)
        return Reading(left.start(), match.end(), value, "century", "century.words")
    if left["next"]:
        return None
    kind = "previous" if left["previous"] else "same"
    if kind == "same":
        return None  # this century is as vague as the new century
    return Reading(left.start(), match.end(), Date("XXXX"), "century", f"century.{kind}", relative=kind)


def rank(written: str, language: str) -> int | None:
    """The value of an ordinal in digits or words."""
    digits = re.match(r"[0-9]+", written)
    if digits:
        return int(digits[0])
    place = lexicon(language).number("ordinals", written)
    return place + 1 if place is not None else None


def _decade(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A decade in words: the thirties, twenties of last century, nineteen-thirties."""
    start, stop = match.start(), match.end("word")
    place = here.language.grammar.words.number("decades", match["word"])
    if place is None:
        return None
    if match["of"] and match["n"]:
        number = rank(match["n"], here.language.tag)
        value = decade((number - 1) * 100 + place * 10) if number else None
        return Reading(start, match.end(), value, "decade", "decade.words") if value else None
    if match["of"]:
        kind = "previous" if match["previous"] else "same"
        return Reading(start, match.end(), Date(f"XX{place}X"), "decade", f"decade.{kind}", relative=kind)
    left = word_before(here, start).strip("([-")
    hundred = here.language.grammar.words.number("hundreds", left)
    if hundred is not None:
        return Reading(
            word_start(here, start), stop, decade(1000 + hundred * 100 + place * 10), "decade", "decade.words"
        )
    if left in here.language.grammar.prefix_tails or " " in match["word"]:
        return Reading(start, stop, Date(f"XX{place}X"), "decade", "decade.words")
    return None


def _decade_number(match: re.Match[str], _here: Paragraph) -> Reading | None:
    """A decade behind its word: années 1930, anni '30, años 30."""
    digits = match["dec"]
    value = decade(int(digits) + (1900 if len(digits) == 2 else 0))
    rule = "decade.short" if len(digits) == 2 else "decade"
    return Reading(match.start(), match.end(), value, "decade", rule)


_READERS = {
    "month_first": month,
    "season": season,
    "quarter": quarter,
    "latin": latin,
    "century": _century,
    "decade_number": _decade_number,
    "decade": _decade,
    "era": _era,
}
