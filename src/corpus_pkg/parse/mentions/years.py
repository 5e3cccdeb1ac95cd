"""Years as they are written: plain, short, with an era, in another calendar beside ours."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .lexicon import SPACE, alternation, lexicon, table
from .periods import year_text


class Year(NamedTuple):
    """The characters of a year, the calendar it was written in, and whether two calendars disagree."""

    text: str
    calendar: str = "gregorian"
    disagree: bool = False


class Calendar(NamedTuple):
    """A count of years that are ours: Gregorian year = written year + offset, up to the year ``last``."""

    name: str
    offset: int
    last: int
    words: tuple[str, ...]


@cache
def calendars() -> tuple[Calendar, ...]:
    """The packaged calendars."""
    rows = table("calendars.toml")["calendar"]
    return tuple(Calendar(r["name"], r["offset"], r.get("last", 2200), tuple(r["before"])) for r in rows)


@cache
def calendar_words() -> dict[str, Calendar]:
    """Calendars by the word that stands before the year, in lower case."""
    return {word.lower(): calendar for calendar in calendars() for word in calendar.words}


def calendar_alternation() -> str:
    """Every word that a calendar's year begins with, which may follow at once: Juche112."""
    words = alternation([word for calendar in calendars() for word in calendar.words])
    return words.replace(r"(?!\w)", r"(?![^\W\d])")


PLAIN = r"(?:1[0-9]|20|21)[0-9]{2}"
END = r"(?![0-9])(?![.,][0-9]{3}(?![0-9]))"
"""After a year: no further digit, no group of thousands."""


def _era_before(language: str) -> str:
    """AD and its like before the number, which may follow at once."""
    return _before(lexicon(language).words("ad") + lexicon(language).words("anno"))


def _bc_before(language: str) -> str:
    """BC before the number: MÖ 330."""
    return _before(lexicon(language).words("bc_before"))


def _before(phrases: list[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, longest)) + r")(?=[\s0-9])" if phrases else "(?!)"


@cache
def fragment(language: str) -> str:
    """The year as a part of a larger pattern; ``year`` gives its value."""
    words = lexicon(language)
    before = _era_before(language)
    counted = rf"{calendar_alternation()}(?:\s{{1,3}}year)?\s{{0,3}}[0-9]{{1,4}}(?:\s?\(\s?{PLAIN}\s?\))?"
    after = rf"(?:\s{{0,3}}{words.phrases('year_after')})?"
    no_century = rf"(?!\.?\s{{0,3}}{words.phrases('century')})"
    ancient = rf"{_bc_before(language)}\s?[0-9]{{1,4}}{no_century}{after}"
    era = rf"(?:{before}\s?[0-9]{{1,4}}{no_century}|{ancient}|[0-9]{{1,4}}{after}\s?{words.phrases('bc', 'ad')})"
    bracket = rf"\s?\(\s?{calendar_alternation()}(?:\s{{1,3}}year)?\s?[0-9]{{1,4}}\s?\)"
    beside = rf"(?:{bracket}|{after}\s?{words.phrases('bc', 'ad')})?"
    # A three-digit year stands only where the sentence pauses after it, or before a word that counts no years.
    counting = "|".join(
        rf"[1-9][0-9]{{2}}(?<![02-9][{digits}]){SPACE}{alternation([word])}"
        for word, digits in words.lists.get("year_after_count", {}).items()
    )
    pausing = r"[3-9][0-9]{2}(?=\s?(?:[.;:)\]]|,\s[^0-9]|$))"
    short = rf"(?:{pausing}|[1-9][0-9]{{2}}{SPACE}{words.phrases('year_after_sure')}|{counting or '(?!)'})"
    heads = [word for key in ("ad", "anno", "bc_before") for word in words.words(key)]
    starts = {word[0] for word in (*calendar_words(), *heads)}
    first = "".join(sorted(re.escape(sign) for sign in starts))
    # The commonest form first, and all others only behind a sign that one of them begins with.
    rarer = rf"(?=[0-9'’‘{first}])(?:{counted}{after}|{era}|['’‘][0-9]{{2}}|{short})"
    own = r"|2[3-6][0-9]{2}(?![0-9])" if "bare_calendar" in words.lists else ""
    return rf"(?:{PLAIN}(?![0-9]){beside}{after}|{rarer}{own}){END}"


@cache
def _value_pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    return re.compile(
        rf"""(?P<calendar>{calendar_alternation()})?\s*(?:year\s*)?
        (?P<ad>{_era_before(language)})?(?P<before>{_bc_before(language)})?\s*(?P<short>['’‘])?(?P<number>[0-9]{{1,4}})\s*
        (?:{words.phrases("year_after")}\s*)?(?P<bc>{words.phrases("bc")})?(?:{words.phrases("ad")})?\s*
        (?:\(\s*(?P<beside>{calendar_alternation()})?\s*(?:year\s*)?(?P<second>[0-9]{{1,4}})\s*\)\s*)?
        (?:{words.phrases("year_after", "year_after_sure")})?""".replace("\n        ", ""),
        re.IGNORECASE,
    )


@lru_cache(maxsize=16384)
def year(surface: str, language: str) -> Year | None:
    """The value of what ``fragment`` matched."""
    match = _value_pattern(language).fullmatch(surface.strip())
    if match is None:
        return None
    number = int(match["number"])
    if match["calendar"]:
        return counted(match["calendar"], number, int(match["second"]) if match["second"] else None)
    if match["bc"] or match["before"]:
        return Year(year_text(1 - number)) if number else None
    if match["short"]:
        return Year(year_text(number + (2000 if number < 30 else 1900)))
    own = lexicon(language).lists.get("bare_calendar")
    if own and number > 2300:
        return counted(own, number, None)
    if match["beside"] and match["second"]:
        return counted(match["beside"], int(match["second"]), number)
    return Year(year_text(number)) if number else None


def counted(word: str, number: int, beside: int | None) -> Year | None:
    """A year of another calendar; the Gregorian year beside it wins where they disagree."""
    calendar = calendar_words().get(" ".join(word.split()).lower())
    if calendar is None or number < 1:
        return None
    value = number + calendar.offset
    if beside is not None:
        return Year(year_text(beside), calendar.name, disagree=beside != value)
    return Year(year_text(value), calendar.name) if 0 < value <= calendar.last else None


_PADDED = re.compile(r"0[0-9]|[^0-9]0[0-9]")


def is_code(text: str, start: int, stop: int) -> bool:
    """Whether a year with its era is a part of a code: 9cd4382ad5, 4d09-97ce, 09A2 09BC; eras are glued in capitals."""
    surface, beside = text[start:stop], text[max(0, start - 1) : start] + text[stop : stop + 1]
    if any(sign.isascii() and sign.isalnum() for sign in beside):
        return True
    return (
        surface.isascii() and surface.isalnum() and (surface.islower() or _PADDED.search(surface) is not None)
    )


def full_year(short: int) -> int:
    """A year of two digits: 00 to 49 is 20YY (the data model's rule)."""
    return short + (2000 if short < 50 else 1900)


def own_year(number: int, language: str) -> int | None:
    """Our year for a bare number of the calendar that the language counts in; None where it counts in ours."""
    own = lexicon(language).lists.get("bare_calendar")
    found = counted(own, number, None) if own and number > 2300 else None
    return int(found.text) if found else None
