"""What a word opens: months with their days and years here; seasons, centuries, decades in rooms of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from . import centuries, decades, numerals, seasons, spelled
from .counted import is_counted
from .edtf import Date, Interval, Value, days_in_month
from .guard import is_month, word_before
from .hebrew import read_hebrew
from .kinds import LOOK
from .lexicon import Lexicon, lexicon
from .listed import DAY_OF_LIST
from .openers import opener, word_start
from .other_years import read_other
from .periods import Reading
from .postposed import closing
from .styles import is_pair
from .worded_years import era, spelled_year
from .years import Year, year

if TYPE_CHECKING:
    from .paragraph import Paragraph


_SHORT_YEAR = re.compile(r"\s(?P<of>del\s)?(?P<y>3[2-9]|[4-9][0-9])(?=[.,;:)\]](?![0-9])|\s?(?:$|\n))")


_CLOCK = re.compile(
    r"\s(?P<time>(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)(?:\s(?P<zone>[A-Z]{3,4}))?\s(?P<y>[12][0-9]{3})(?![0-9])"
)
"""The time between a day and its year, as letters and logs have it: Nov 26 21:40:36 UTC 2004."""
_NOUN = 24
"""Characters behind a day in which the next word begins and ends."""
_UNITS = {2: "minute", 3: "second"}


def read_word(here: Paragraph, start: int) -> Reading | None:
    """Read what begins with the word at ``start``."""
    text, end, rules = here.text, here.end, here.language.grammar
    for kind in rules.kinds_at[text[start : start + LOOK]]:
        match = getattr(rules, kind).match(text, start, end)
        if match:
            return _READERS[kind](match, here)
    return None


@lru_cache(maxsize=65536)
def _days(  # noqa: PLR0917 - the parts of a date are its cache key
    name: str, day: str | None, word: str | None, second: str | None, written: str | None, language: str
) -> tuple[Value, str, str, str | None] | None:
    """Value, unit, calendar and remark of month, day, second day and year as written."""
    words = lexicon(language)
    name = " ".join(name.lower().split())
    number = words.months.get(name) or words.months.get(name.rstrip("."))
    value = year(written, language) if written else Year("XXXX")
    if number is None or value is None:
        return None
    first = int(day) if day else None
    if word:
        first = _day_number(word, words)
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
    if not written and here.text[stop : stop + 1] == ")" and here.text[start - 1 : start] == "(":
        closed = here.language.grammar.closed_year.match(here.text, stop + 1, here.end)
        if closed and closed["y"]:
            stop, written = closed.end(), closed["y"]
    if stop == name_end + 1 and here.text[name_end] == ".":
        stop = name_end  # the full stop after a month alone belongs to the sentence
    if not written and (tail := _year_behind(here, stop, day)):
        stop, written = tail
    if match["y"] and match["y"].endswith("00") and is_counted(here, match.end("y")):
        # On 6 June 1500 men: a round number before what it counts.
        date = here.text[start : match.start("y")].rstrip(" ,\n")
        if date.split()[-1].lower() not in here.language.grammar.small:
            stop, written = start + len(date), None
    clock = _CLOCK.match(here.text, stop, here.end) if day and not (written or second) else None
    if clock:
        stop, written = clock.end(), clock["y"]
    if mon == start and (day or word) and not written and _is_unit(match, here):
        stop, day, word, second = name_end, None, None, None
    opened: int | None = None
    if second:
        opened = opener(here, start, between=bool(listed))
        if listed and opened is None and closing(here, stop, until=False) is None:
            return _listed(match, here)
    found = _days(name, day, word, second, written, here.language.tag)
    if found is None:
        return _listed(match, here) if second else None
    if mon == match.start() and (worded := _day_before(match, here)):
        start, word = worded
        if match["d"] or match["dw"]:
            stop, written = name_end, None  # via IV Novembre, 12: the house number is no day
        found = _days(name, None, word, None, written, here.language.tag)
        if found is None:
            return None
    sure = bool(written and (day or word or match["mon"][0].isupper() or _is_dated(here, start)))
    if written and _is_wish(match, here):
        return None
    if (day or word or written) and not is_month(here, mon, name_end, dated=sure):
        return None
    value, unit, calendar, remark = found
    if isinstance(value, Interval) and match.string[match.end("d") : match.start("d2")].strip() == "/":
        old, new = value
        if isinstance(old, Date) and isinstance(new, Date) and is_pair(old, new):
            return Reading(start, stop, new, unit, "day", "julian", remark)
    rule = "days" if isinstance(value, Interval) else unit
    if clock and isinstance(value, Date):
        value, unit = _at(clock, value)
    return Reading(start if opened is None else opened, stop, value, unit, rule, calendar, remark)


def _at(clock: re.Match[str], day: Date) -> tuple[Date, str]:
    """The day with its time, and the unit that this is known to."""
    fields = clock["time"].split(":")
    zone = "Z" if clock["zone"] in {"UTC", "GMT"} else ""
    return day._replace(time=":".join([*fields, "00"][:3]).zfill(8) + zone), _UNITS[len(fields)]


def _is_dated(here: Paragraph, start: int) -> bool:
    """Whether a month in small letters begins its line, or a preposition stands before it: in may 2020."""
    left = word_before(here, start)
    return not left or left in here.language.guard.prepositions


def _is_wish(match: re.Match[str], here: Paragraph) -> bool:
    """Whether a month's name is a verb before an article: May the year 1940 be a good one."""
    behind = here.text[match.end("mon") :][:8].split(None, 1)
    return (
        match["mon"].lower() in here.language.guard.weak_months
        and not match["d"]
        and not match["dw"]
        and bool(behind)
        and behind[0] in here.language.grammar.articles
    )


def _is_unit(match: re.Match[str], here: Paragraph) -> bool:
    """Whether the number behind a month is another's: in June, 9 of ten; in August the 4th Panzer Army."""
    between = here.text[match.end("mon") : match.start("d") if match["d"] else match.start("dw")].split()
    if between == [","]:
        return True
    follows = here.text[match.end() : match.end() + 2]
    articled = bool(between) and between[-1].isalpha()
    if not follows[:1].isspace() or not (articled or match["dw"]):
        return False
    if match["dw"] and (follows[1:].islower() or (follows[1:].isalpha() and not articled)):
        # In November the first storm, im Mai erste Erfolge: what is counted. November the first was cold: a day.
        following = here.text[match.end() + 1 : match.end() + _NOUN].split(None, 1)[0].strip(".,;:!?")
        return following not in here.language.grammar.words.words("after_day")
    return articled and follows[1:].isupper()


def _year_behind(here: Paragraph, stop: int, day: str | None) -> tuple[int, str] | None:
    """End and surface of a year behind a month in words, or of two digits at a pause: le 6 juin 44."""
    rules = here.language.grammar
    if here.text[stop : stop + 1] not in {" ", "\n", "\u00a0"} and not (
        here.text[stop : stop + 1] == "," and rules.spelled_tail
    ):
        return None
    tail = rules.spelled_tail.match(here.text, stop, here.end) if rules.spelled_tail else None
    value = spelled.value(tail["y"], here.language.tag) if tail else None
    if tail and value and 1000 <= value < 2200:
        return tail.end(), str(value)
    short = _SHORT_YEAR.match(here.text, stop, here.end)
    if short and (short["of"] or day):
        return short.end(), f"19{short['y']}"
    return None


def dated(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The date that begins with its year."""
    parts = match.groupdict()
    if parts["joined"]:
        name, day, second, written = parts["mon4"], parts["d4"], None, parts["joined"]
    else:
        name, day = parts["mon"] or parts["mon3"], parts["d"] or parts["d3"]
        second, written = parts["d2"], parts["y"]
        if not day and not here.language.grammar.words.words("year_first"):
            return None  # in 1944 June was hot
    found = _days(name, day, None, second, written, here.language.tag)
    if found is None:
        return None
    value, unit, calendar, remark = found
    rule = "days" if isinstance(value, Interval) else unit
    return Reading(match.start(), match.end(), value, unit, rule, calendar, remark)


def _day_number(word: str, words: Lexicon) -> int | None:
    """The day in words or Roman numerals."""
    for key in ("ordinals", "day_words"):
        place = words.number(key, word)
        if place is not None:
            return place + 1
    return numerals.roman(word) if numerals.IS_ROMAN.fullmatch(word) else None


def _day_before(match: re.Match[str], here: Paragraph) -> tuple[int, str] | None:
    """Start and surface of a day in words before the month: the fifth of May, primo maggio, via XX Settembre."""
    rules, left = here.language.grammar, word_before(here, match.start())
    if left not in rules.day_tails and not (rules.roman_days and numerals.IS_ROMAN.fullmatch(left)):
        return None
    if here.text[match.end("mon") : match.end("mon") + 1] == "-":
        return None
    at = match.start()
    best: tuple[int, str] | None = None
    for _ in range(5):
        at = word_start(here, at)
        found = rules.day_words.fullmatch(here.text, at, match.start())
        if found:
            best = at, found["dw"] or found["dw2"]
    return best


def _listed(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The first of two days that are listed and make no interval: October 10 and 14, am 5. und 6. Mai 1990."""
    part = "d" if match["d"] else "dw"
    before = match.start("mon") > match.start(part)
    found = _days(
        match["mon"], match["d"], match["dw"], None, match["y"] if before else None, here.language.tag
    )
    if found is None:
        return None
    stop = match.end(part)
    while before and not here.text[stop].isspace() and here.text[stop] not in "/-–":
        stop += 1
    value, unit, calendar, _ = found
    rule = DAY_OF_LIST if match["y"] and before else unit
    return Reading(match.start(), stop, value, unit, rule, calendar)


def _other_month(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A month of the Persian or the Islamic calendar with its year, and the day in words before it."""
    start, word = _day_before(match, here) or (match.start(), "")
    day = _day_number(word, here.language.grammar.words) if word else None
    reading = read_other(match, here, day)
    return reading._replace(start=start) if reading else None


_READERS = {
    "other_month": _other_month,
    "hebrew_month": read_hebrew,
    "month_first": month,
    "season": seasons.season,
    "quarter": seasons.quarter,
    "latin": centuries.latin,
    "century": centuries.century_word,
    "century_name": centuries.century_name,
    "decade_number": decades.decade_number,
    "decade": decades.decade_word,
    "spelled": spelled_year,
    "era": era,
}
