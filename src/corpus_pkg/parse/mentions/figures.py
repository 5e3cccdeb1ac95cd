"""What digits open: day and month, numeric dates, years and their ranges, decades, centuries, eras."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import numeric
from .centuries import spanning
from .decades import PAUSE, hundred_of, is_spoken_decade, listed_decade, shared_hundred
from .edtf import Date, Interval, days_in_month
from .guard import is_counted, is_year, word_before
from .openers import opener
from .periods import Reading, century, decade, year_text
from .styles import day_of_two
from .words import dated, month, plain_year, quarter_last

if TYPE_CHECKING:
    from .paragraph import Paragraph

_RUN = re.compile(r"[0-9]{1,9}")
_JOINING = ".,:/-–"
_DAY_MONTH = re.compile(r"(?P<d>3[01]|[12][0-9]|0?[1-9])\.\s?(?P<m>1[0-2]|0?[1-9])\.(?!\s?[0-9]|[^\W_])")
_ROMAN_HEADS = frozenset("IVXivx")


def read_figures(here: Paragraph, start: int) -> Reading | None:
    """Read the expression that begins with the digit at ``start``."""
    text, end = here.text, here.end
    run = _RUN.match(text, start, end)
    if run is None:
        return None
    size, stop = run.end() - start, run.end()
    rules = here.language.grammar
    before = text[start - 1] if start > here.floor else " "
    attached = before in _JOINING and start - 1 > here.floor and text[start - 2].isdigit()
    if size <= 2 and not attached:
        match = rules.day_first.match(text, start, end)
        reading = month(match, here) if match else None
        if reading is None and text[stop : stop + 2].strip()[:1] in ("(", ")"):
            reading = day_of_two(here, start)
        if reading:
            return reading
    after = text[stop] if stop < end else " "
    if size <= 2 and not attached and text[stop : stop + 2].strip()[-1:] in _ROMAN_HEADS:
        reading = numeric.read_roman(text, start, end)
        if reading:
            return _with_word(here, reading)
    if (after in "-./‐–" or size == 8) and not attached and before not in "$£€#":
        reading = numeric.read(text, start, end, here.language)
        if reading and not (
            reading.unit == "month" and word_before(here, start).strip("([") in here.language.guard.labels
        ):
            return _with_word(here, reading)
        if size <= 2 and (reading := _days(here, start) or _day_month(here, start)):
            return reading
    if size > 4 or (attached and before in ".,:/"):
        return None
    if before in "'’‘":
        return _short(here, start, stop)
    if text[stop - 1] == "0" and size in {2, 4} and (listed := listed_decade(here, start, stop)):
        return listed
    if size == 4 and (match := rules.year_first.match(text, start, end)) and (reading := dated(match, here)):
        return reading
    if size == 4 and text[start] in "12" and not rules.dotted and PAUSE.match(text, stop, end):
        return Reading(start, stop, Date(text[start:stop]), "year", "year")
    match = rules.year.match(text, start, end)
    return _year(match, here) if match else None


def _days(here: Paragraph, start: int) -> Reading | None:
    """Days of one month in figures: 3.–5.5.1920, vom 3. bis 5.5.1920."""
    match = here.language.grammar.figure_days.match(here.text, start, here.end)
    if match is None:
        return None
    last = numeric.read(here.text, match.end(), here.end, here.language)
    if last is None or last.unit != "day" or not isinstance(last.value, Date):
        return None
    opened = opener(here, start, between=bool(match["and"]))
    day, value = int(match["d"]), last.value
    if not isinstance(value.day, int) or not 0 < day < value.day or (match["and"] and opened is None):
        return None
    begin = start if opened is None else opened
    return last._replace(start=begin, value=Interval(value._replace(day=day), value), rule="days")


def _day_month(here: Paragraph, start: int) -> Reading | None:
    """Day and month in figures without a year, where a preposition or a second date shows them: am 17.6."""
    rules = here.language.grammar
    match = _DAY_MONTH.match(here.text, start, here.end) if rules.day_prepositions else None
    if match is None or int(match["d"]) > days_in_month(2000, int(match["m"])):
        return None
    if word_before(here, start) not in rules.day_prepositions and not rules.figure_link.match(
        here.text, match.end(), here.end
    ):
        return None
    return Reading(start, match.end(), Date("XXXX", int(match["m"]), int(match["d"])), "day", "numeric.dm")


def _with_word(here: Paragraph, reading: Reading) -> Reading:
    """The date in figures with the word for a year behind it: 3.4.1950 г."""
    tail = here.language.grammar.year_after.match(here.text, reading.end, here.end)
    return reading._replace(end=tail.end()) if tail and reading.unit == "day" else reading


def _short(here: Paragraph, start: int, stop: int) -> Reading | None:
    """'60s and '98, of which the apostrophe is a part."""
    text = here.text
    if stop - start == 3:
        return _short_century(here, start, stop)
    if stop - start == 2 and text[stop - 1] == "0" and (listed := listed_decade(here, start - 1, stop)):
        return listed
    if start - 2 >= here.floor and not (text[start - 2].isspace() or text[start - 2] in "(-–"):
        return None
    suffix = here.language.grammar.decade_suffix.match(text, stop, here.end)
    if suffix and stop - start == 2 and text[stop - 1] == "0":
        value = decade((shared_hundred(here, start) or 1900) + int(text[start:stop]))
        return Reading(start - 1, suffix.end(), value, "decade", "decade.short")
    if stop - start != 2 or word_before(here, start - 1) not in here.language.guard.prepositions:
        return None
    return plain_year("'" + text[start:stop], start - 1, stop, here.language.tag, "year.short")


def _short_century(here: Paragraph, start: int, stop: int) -> Reading | None:
    """A century by its hundreds, as Italian writes it: nel '900, nell'800."""
    if not here.language.grammar.words.lists.get("short_centuries") or here.text[start + 1 : stop] != "00":
        return None
    if here.text[start] < "2" or is_counted(here, stop):
        return None
    own = start - 1 > here.floor and here.text[start - 2].isspace()
    return Reading(start - own, stop, century(int(here.text[start]) + 11), "century", "century.short")


def _year(match: re.Match[str], here: Paragraph) -> Reading | None:
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
        if not match["of"] and shared is None and not is_spoken_decade(here, start):
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
    """Whether a bare number stands behind the word for a year: το έτος 330."""
    return word_before(here, start) in here.language.guard.year_nouns and not is_counted(here, stop)


def _century(match: re.Match[str], here: Paragraph) -> Reading | None:
    number, before_christ = int(match["cn"]), bool(match["cbc"])
    if not 0 < number <= 21:
        return None
    start, stop, value = match.start(), match.end(), century(number, before_christ=before_christ)
    if not match["c1"]:
        return Reading(start, stop, value, "century", "century")
    pair = spanning(century(int(match["c1"]), before_christ=before_christ), value)
    if pair is None:
        return None
    opened = opener(here, start, between=bool(match["cand"]))
    return Reading(start if opened is None else opened, stop, pair, "century", "century.range")


def _era_range(match: re.Match[str], here: Paragraph) -> Reading | None:
    start, stop = match.span()
    first, second, bc = int(match["b1"]), int(match["b2"] or 0), bool(match["bc"])
    if not first or (match["b2"] and not second):
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
    if len(tail) == 2 and 1 <= int(tail) <= 12 and match[0][4:5] == "-" and " " not in match[0]:
        return Reading(start, stop, Date(first, int(tail)), "month", "numeric.ym")
    return None
