"""Years, decades and centuries in figures, with their ranges and eras."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .centuries import spanning
from .counted import is_counted
from .decades import hundred_of, is_spoken_decade, shared_hundred
from .edtf import Date, Interval
from .guard import is_year, word_before
from .openers import opener, word_start
from .periods import Reading, century, decade, year_text
from .seasons import quarter_last
from .worded_years import plain_year
from .years import is_code

if TYPE_CHECKING:
    import re

    from .paragraph import Paragraph


def year_reading(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The reading of what the pattern of a number matched: a decade, a century, an era, a range, a year."""
    start, stop = match.span()
    if match["dec"]:
        if not 1000 <= int(match["dec"]) <= 2100:
            return None
        if match["dec"].endswith("00") and here.language.grammar.words.lists.get("hundreds_are_centuries"):
            return Reading(start, stop, century(int(match["dec"]) // 100 + 1), "century", "century")
        return Reading(start, stop, decade(int(match["dec"])), "decade", "decade")
    if match["qy"] or match["yq"]:
        return quarter_last(match, here)
    if match["da"]:
        return _decades(match, here)
    if match["dec2"] and match["last"]:
        value = Date(f"XX{match['dec2'][0]}X")
        return Reading(start, stop, value, "decade", "decade.previous", relative="previous")
    if match["dec2"]:
        if not match["of"] and is_counted(here, stop):
            return None  # занял 20-е место
        shared = None if match["of"] else shared_hundred(here, start)
        if not match["of"] and shared is None and not is_spoken_decade(here, start, match.end("dec2"), stop):
            return None
        hundred = hundred_of(match, here.language.tag, "of_") if match["of"] else shared or 1900
        if hundred is None:
            hundred, stop = 1900, match.end("dec2")
        return Reading(start, stop, decade(hundred + int(match["dec2"])), "decade", "decade.short")
    if match["cn"]:
        return _century(match, here)
    if match["first"]:
        number = int(match["first"])
        return Reading(start, stop, century(number), "century", "century") if 0 < number <= 21 else None
    if match["b1"]:
        return _era_range(match, here)
    if match["y"]:
        reading = _range(match, here)
        if reading:
            return reading
        surface, stop = match["y"], match.end("y")
    else:
        surface = match["one"] or match["three"]
    if len(surface) == 3:
        # Three digits alone are a year only beside a month, an era or the word for it.
        named = _named(here, start, stop)
        return plain_year(surface, start, stop, here.language.tag, "year.named") if named else None
    tail = surface[3:].strip()
    if surface[:3].isdigit() and 0 < len(tail) < 3 and not tail.isdigit():
        left = word_before(here, start)
        if left not in here.language.guard.prepositions:
            return None  # 500 г. of flour
    # The guard for a bare year waits until the words around it have been read: see refine.
    return plain_year(
        surface, start, stop, here.language.tag, "year" if surface[:4].isdigit() else "year.era"
    )


def _decades(match: re.Match[str], here: Paragraph) -> Reading | None:
    """1920–30-е годы: the second decade borrows its century, or both have it behind them."""
    first, last = int(match["da"]), int(match["db"])
    hundred = hundred_of(match, here.language.tag, "on_") if match["on"] else 1900
    stop = match.end() if hundred is not None or not match["on"] else match.start("on")
    first += (hundred or 1900) if first < 100 else 0
    last += first // 100 * 100 if last < 100 else 0
    if first >= last:
        return None
    return Reading(match.start(), stop, Interval(decade(first), decade(last)), "decade", "decade-range")


def _named(here: Paragraph, start: int, stop: int) -> bool:
    """Whether a bare number stands behind the word for a year: το έτος 330, but not this year 135 factories."""
    if word_before(here, start) not in here.language.guard.year_nouns or is_counted(here, stop):
        return False
    told = here.language.grammar.words.words("year_told")
    return not told or word_before(here, word_start(here, start)) not in told


def _century(match: re.Match[str], here: Paragraph) -> Reading | None:
    number, start, stop = int(match["cn"]), *match.span()
    if not 0 < number <= 21:
        return None
    left = era_left(here, start, "bc_before")
    before_christ = bool(match["cbc"]) or left < start
    start, value = min(left, era_left(here, start, "ad")), century(number, before_christ=before_christ)
    if not match["c1"]:
        return Reading(start, stop, value, "century", "century")
    pair = spanning(century(int(match["c1"]), before_christ=before_christ), value)
    if pair is None:
        return None
    opened = opener(here, start, between=bool(match["cand"]))
    return Reading(start if opened is None else opened, stop, pair, "century", "century.range")


def era_left(here: Paragraph, start: int, key: str) -> int:
    """Where BC or AD, of the list ``key``, begins before a number, MÖ 5. yüzyıl; ``start`` where it does not."""
    for phrase in here.language.grammar.words.words(key):
        at = start - len(phrase) - 1
        if at >= here.floor and here.text.startswith(phrase, at):
            return at
    return start


def _era_range(match: re.Match[str], here: Paragraph) -> Reading | None:
    start, stop = match.span()
    first, second, bc = int(match["b1"]), int(match["b2"] or 0), bool(match["bc"])
    if not first or (match["b2"] and not second) or is_code(here.text, start, stop):
        return None
    years = [year_text(1 - n if bc else n) for n in ((first, second) if match["b2"] else (first,))]
    if len(years) == 1:
        return Reading(start, stop, Date(years[0]), "year", "year.era")
    opened = opener(here, start, between=bool(match["band"]))
    if (first < second) == bc or (match["band"] and opened is None):
        return None
    start = start if opened is None else opened
    return Reading(start, stop, Interval(Date(years[0]), Date(years[1])), "year", "year.era-range")


def _range(match: re.Match[str], here: Paragraph) -> Reading | None:
    """1944-45, 1953/54, 1905-1945; 2015-12 is a month (ISO 8601) where it cannot be a range."""
    first, tail = match["y"], match["y2"].lstrip("'’")
    start, stop = match.span()
    last = tail if len(tail) == 4 else first[:2] + tail
    if int(last) > int(first):
        if int(last) - int(first) > 700 or not is_year(here, start, match.end("y"), paired=True):
            return None
        return Reading(start, stop, Interval(Date(first), Date(last)), "year", "year-range")
    hung = here.text[start - 1 : start] == "-" and start > here.floor  # a code: A-1953-07
    if len(tail) == 2 and 1 <= int(tail) <= 12 and match[0][4:5] == "-" and " " not in match[0] and not hung:
        return Reading(start, stop, Date(first, int(tail)), "month", "numeric.ym")
    return None
