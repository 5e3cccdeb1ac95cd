"""Dates with words of an alphabet: what stands at an anchor, read by the patterns of one language."""

from __future__ import annotations

import re
from functools import lru_cache

from . import numerals, numeric
from .edtf import Date, Interval, Value, days_in_month
from .grammar import Grammar, grammar
from .guard import is_month, is_year, word_before
from .lexicon import lexicon
from .periods import Reading, century, decade, interval, part_of, qualified, year_text
from .years import Year, year

_RUN = re.compile(r"[0-9]{1,9}")


class Context:
    """What a paragraph brings to the reading of a date in it; one for each language and order."""

    __slots__ = ("east_asian", "grammar", "language", "order")

    def __init__(self, language: str, order: str | None, *, east_asian: bool) -> None:
        self.language = language
        self.order = order
        self.east_asian = east_asian
        self.grammar: Grammar = grammar(language)


def read(text: str, floor: int, start: int, end: int, context: Context) -> Reading | None:
    """Read the core of an expression that begins at ``start``; ``floor`` and ``end`` limit the paragraph."""
    if text[start].isascii() and text[start].isdigit():
        return _number(text, floor, start, end, context)
    rules = context.grammar
    match = rules.month_first.match(text, start, end)
    if match:
        return _month(match, text, floor, end, context)
    match = rules.season.match(text, start, end)
    if match:
        return _season(match, text, floor, context)
    match = rules.century.match(text, start, end)
    if match:
        return _century(match, text, floor, context)
    match = rules.decade.match(text, start, end)
    if match:
        return _decade(match, text, floor, context)
    match = rules.day_first.match(text, start, end)
    if match:
        return _month(match, text, floor, end, context)
    match = rules.era.match(text, start, end)
    if match:
        return _plain_year(match[0], start, match.end(), context, "year.era")
    return None


def _number(text: str, floor: int, start: int, end: int, context: Context) -> Reading | None:
    run = _RUN.match(text, start, end)
    if run is None:
        return None
    size, stop = run.end() - start, run.end()
    after = text[stop] if stop < end else " "
    rules = context.grammar
    before = text[start - 1] if start > floor else " "
    if size <= 2:
        match = rules.day_first.match(text, start, end)
        if match and not (before in ".,:/-" and text[start - 2 : start - 1].isdigit()):
            reading = _month(match, text, floor, end, context)
            if reading:
                return reading
    if after in "-./‐–" or size == 8:
        if not (before in ".,:/-–$£€#" and start - 2 >= floor and not text[start - 2].isspace()):
            reading = numeric.read(text, start, end, east_asian=context.east_asian, order=context.order)
            if reading and not _labelled(text, floor, start, context, reading):
                return reading
    if size > 4:
        return None
    match = rules.year.match(text, start, end)
    return _year(match, text, floor, end, context) if match else None


def _labelled(text: str, floor: int, start: int, context: Context, reading: Reading) -> bool:
    """Whether a month and year in digits belong to a number of something: No. 5/1950."""
    if reading.unit != "month":
        return False
    from .guard import guard  # noqa: PLC0415

    return word_before(text, floor, start).strip("([") in guard(context.language).labels


def _year(match: re.Match[str], text: str, floor: int, end: int, context: Context) -> Reading | None:
    start, stop = match.span()
    if match["dec"]:
        if not 1000 <= int(match["dec"]) <= 2100:
            return None
        return Reading(start, stop, decade(int(match["dec"])), "decade", "decade")
    if match["cn"]:
        number = int(match["cn"])
        if not 0 < number <= 21:
            return None
        return Reading(start, stop, century(number, before_christ=bool(match["cbc"])), "century", "century")
    if match["b1"]:
        return _era_range(match, start, stop)
    if match["y"]:
        reading = _year_range(match, text, floor, end, context)
        if reading:
            return reading
        stop = match.end("y")
        surface = match["y"]
    else:
        surface = match["one"]
    if len(surface) == 3 and surface.isdigit():
        rules = ("in", "year", "anno")
        if word_before(text, floor, start) not in rules or text[start - 1 : start] != " ":
            return None
        return Reading(start, stop, Date(year_text(int(surface))), "year", "year.ancient") if False else None
    if surface[:4].isdigit() and not is_year(text, floor, start, start + 4, end, context.language):
        return None
    return _plain_year(surface, start, stop, context, "year")


def _plain_year(surface: str, start: int, stop: int, context: Context, rule: str) -> Reading | None:
    value = year(surface, context.language)
    if value is None:
        return None
    remark = "date-calendars-disagree" if value.disagree else None
    return Reading(start, stop, Date(value.text), "year", rule, value.calendar, remark)


def _era_range(match: re.Match[str], start: int, stop: int) -> Reading | None:
    first, second, bc = int(match["b1"]), int(match["b2"] or 0), bool(match["bc"])
    if not first or (match["b2"] and not second):
        return None
    sign = [year_text(1 - n if bc else n) for n in ((first, second) if match["b2"] else (first,))]
    if len(sign) == 1:
        return Reading(start, stop, Date(sign[0]), "year", "year.era")
    if (first < second) == bc:
        return None
    return Reading(start, stop, Interval(Date(sign[0]), Date(sign[1])), "year", "year.era-range")


def _year_range(match: re.Match[str], text: str, floor: int, end: int, context: Context) -> Reading | None:
    """1944-45, 1953/54, 1905-1945; 2015-12 is a month (ISO 8601) where it cannot be a range."""
    first, tail = match["y"], match["y2"]
    last = tail if len(tail) == 4 else first[:2] + tail
    if int(last) > int(first):
        left = word_before(text, floor, match.start()).strip("([")
        from .guard import guard  # noqa: PLC0415

        if left in guard(context.language).labels or not 1000 <= int(first) <= 2100:
            return None
        if int(last) - int(first) > 1000:
            return None
        return Reading(match.start(), match.end(), Interval(Date(first), Date(last)), "year", "year-range")
    if len(tail) == 2 and 1 <= int(tail) <= 12 and "-" in match[0] and " " not in match[0]:
        return Reading(match.start(), match.end(), Date(first, int(tail)), "month", "numeric.ym")
    return None


@lru_cache(maxsize=65536)
def _days(
    month: str, day: str | None, word: str | None, second: str | None, written: str | None, language: str
) -> tuple[Value, str, str, str | None] | None:
    """Value, unit, calendar and remark of month, day, second day and year as written."""
    words = lexicon(language)
    name = month.lower()
    number = words.months.get(name) or words.months.get(name.rstrip("."))
    if number is None:
        return None
    value = year(written, language) if written else Year("XXXX")
    if value is None:
        return None
    first = int(day) if day else None
    if word:
        place = words.number("ordinals", word)
        first = place + 1 if place is not None else None
    known = int(value.text) if value.text.lstrip("-").isdigit() else 2000
    remark = "date-calendars-disagree" if value.disagree else None
    longest = days_in_month(known, number)
    if first is not None and first > longest:
        return Date(value.text, number), "month", value.calendar, "date-impossible"
    date = Date(value.text, number, first)
    if second is None:
        return date, "day" if first else "month", value.calendar, remark
    last = int(second)
    if first is None or not first < last <= longest:
        return None
    return Interval(date, date._replace(day=last)), "day", value.calendar, remark


def _month(match: re.Match[str], text: str, floor: int, end: int, context: Context) -> Reading | None:
    start, stop = match.span()
    groups = match.groupdict()
    day, word, second, written = groups["d"], groups["dw"], groups["d2"], groups["y"]
    mon = match.start("mon")
    if day is None and second is None and stop == match.end("mon") + 1 and text[stop - 1] == ".":
        stop -= 1  # a full stop after a month alone belongs to the sentence or is not needed
    opened: int | None = None
    if second:
        if groups["and"]:
            opened = _opener(text, floor, start, context, between=True)
            if opened is None:
                return _listed(match, text, floor, end, context)
        else:
            opened = _opener(text, floor, start, context, between=False)
    found = _days(match["mon"], day, word, second, written, context.language)
    if found is None:
        return _listed(match, text, floor, end, context) if second else None
    if not is_month(
        text, floor, mon, match.end("mon"), end, context.language, alone=not (day or word or written)
    ):
        return None
    value, unit, calendar, remark = found
    if remark == "date-impossible":
        return None
    rule = "day" if unit == "day" else "month"
    if isinstance(value, Interval):
        rule = "days"
    return Reading(opened if opened is not None else start, stop, value, unit, rule, calendar, remark)


def _listed(match: re.Match[str], text: str, floor: int, end: int, context: Context) -> Reading | None:
    """The first, or for day-first dates the last, of two days that are listed, not an interval."""
    if match.start("mon") > match.start("d"):
        return None
    found = _days(match["mon"], match["d"], None, None, None, context.language)
    if found is None or found[3]:
        return None
    return Reading(match.start(), match.end("d"), found[0], "day", "day", found[2])


def _opener(text: str, floor: int, start: int, context: Context, *, between: bool) -> int | None:
    """Where ``from`` or ``between`` begins, when it stands right before ``start``."""
    word = word_before(text, floor, start)
    if word not in context.grammar.openers and word not in ("the",):
        return None
    for words in (1, 2):
        at = start
        for _ in range(words):
            at = _word_start(text, floor, at)
        match = context.grammar.opener.fullmatch(text, at, start)
        if match and bool(match["between"]) == between:
            return at
    return None


def _word_start(text: str, floor: int, stop: int) -> int:
    """Start of the word that ends before ``stop``, white space between them skipped."""
    at = stop
    while at > floor and text[at - 1].isspace():
        at -= 1
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


def _season(match: re.Match[str], text: str, floor: int, context: Context) -> Reading | None:
    place = context.grammar.words.number("seasons", match["season"])
    if place is None:
        return None
    value, calendar = Date(month=21 + place), "gregorian"
    if match["y"]:
        found = year(match["y"], context.language)
        if found is None:
            return None
        value, calendar = value._replace(year=found.text), found.calendar
        return Reading(match.start(), match.end(), value, "season", "season", calendar)
    return Reading(match.start(), match.end("season"), value, "season", "season.bare")


def _century(match: re.Match[str], text: str, floor: int, context: Context) -> Reading | None:
    """A century whose number stands before the word, or behind it in Roman numerals."""
    before_christ = bool(match["bc"])
    if match["roman"]:
        value = century(numerals.roman(match["roman"]), before_christ=before_christ)
        return Reading(match.start(), match.end(), value, "century", "century.roman")
    at = match.start()
    for _ in range(3):
        at = _word_start(text, floor, at)
        # Brackets and quotes may hide the word's first letter.
        while at < match.start() and not text[at].isalnum():
            at += 1
        left = context.grammar.century_left.fullmatch(text, at, match.start())
        if left:
            return _numbered_century(left, match, context, before_christ=before_christ)
    return None


def _numbered_century(
    left: re.Match[str], match: re.Match[str], context: Context, *, before_christ: bool
) -> Reading | None:
    end = match.end()
    if left["n"] or left["roman"]:
        number = _rank(left["n"], context) if left["n"] else numerals.roman(left["roman"])
        if not number or number > 30:
            return None
        value = century(number, before_christ=before_christ)
        return Reading(left.start(), end, value, "century", "century.words")
    kind = "previous" if left["previous"] else "same" if left["same"] else "next"
    if kind == "next":
        return None
    return Reading(left.start(), end, Date("XXXX"), "century", f"century.{kind}", relative=kind)


def _rank(written: str, context: Context) -> int | None:
    digits = re.match(r"[0-9]+", written)
    if digits:
        return int(digits[0])
    place = context.grammar.words.number("ordinals", written)
    return place + 1 if place is not None else None


def _decade(match: re.Match[str], text: str, floor: int, context: Context) -> Reading | None:
    place = context.grammar.words.number("decades", match["word"])
    if place is None:
        return None
    if match["of"]:
        if match["n"]:
            number = _rank(match["n"], context)
            if not number:
                return None
            value = decade((number - 1) * 100 + place * 10)
            return Reading(match.start(), match.end(), value, "decade", "decade.words")
        kind = "previous" if match["previous"] else "same"
        return Reading(
            match.start(), match.end(), Date(f"XX{place}X"), "decade", f"decade.{kind}", relative=kind
        )
    left = word_before(text, floor, match.start()).strip("([-")
    if left in ("nineteen", "nineteen-"):
        return Reading(
            _word_start(text, floor, match.start()),
            match.end("word"),
            decade(1900 + place * 10),
            "decade",
            "decade.words",
        )
    if left in context.grammar.prefix_tails:
        return Reading(match.start(), match.end("word"), Date(f"XX{place}X"), "decade", "decade.words")
    return None


def prefixed(text: str, floor: int, reading: Reading, context: Context) -> Reading:
    """The reading with the modifiers left of it: about, early, first half of the, the following."""
    rules = context.grammar
    start = reading.start
    if start <= floor:
        return reading
    best: tuple[int, re.Match[str]] | None = None
    at = start
    for _ in range(7):
        previous = at
        at = _modifier_start(text, floor, previous)
        if at == previous:
            break
        match = rules.prefix.fullmatch(text, at, start)
        if match:
            best = (at, match)
        elif (
            text[at:previous].strip().rstrip("-").lower() not in rules.prefix_tails
            and best is None
            and previous == start
        ):
            break
    return _modified(reading, best[0], best[1], text, context) if best else reading


def _modifier_start(text: str, floor: int, stop: int) -> int:
    at = stop
    while at > floor and (text[at - 1].isspace() or text[at - 1] in "-‐"):
        at -= 1
    while at > floor and not text[at - 1].isspace() and text[at - 1] not in '([-‐“‘"':
        at -= 1
    return at


def _modified(reading: Reading, at: int, match: re.Match[str], text: str, context: Context) -> Reading:
    value: Value | None = reading.value
    groups = {key: found for key, found in match.groupdict().items() if found}
    if not groups:
        return reading
    rule, relative = reading.rule, reading.relative
    unit = reading.unit
    part = next((name for name in ("early", "middle", "late") if name in groups), None)
    fraction = next((name for name in ("half", "third", "quarter") if name in groups), None)
    if fraction:
        rank = _fraction_rank(groups, fraction, context)
        part = f"{fraction}{rank}" if rank else None
        if part is None:
            return reading
    if reading.unit in ("century", "decade") and reading.relative and part:
        rule = f"{rule}.{part}"  # a part of what is not known yet is taken when it is
    elif "turn" in groups:
        value = _turn(reading)
    elif part and value is not None:
        value = part_of(part, value)
    if value is None:
        return reading
    if isinstance(value, Date) and (value.month or 0) > 32 and unit == "year":  # type: ignore[operator]
        unit = "season"
    kind = next((name for name in ("next", "previous", "same") if name in groups), None)
    if kind:
        if unit in ("month", "season", "day") and isinstance(value, Date) and value.year == "XXXX":
            relative, rule = kind, f"{rule}.{kind}"
        elif reading.relative == "":
            return reading
    if "approximate" in groups:
        value = qualified(value, "~")
    if "uncertain" in groups:
        value = qualified(value, "?")
    first = min(match.start(name) for name in groups)
    if (
        any(name in groups for name in ("approximate", "uncertain", "early", "middle", "late", "turn"))
        or fraction
        or kind
    ):
        return reading._replace(start=first, value=value, unit=unit, rule=rule, relative=relative)
    return reading


def _fraction_rank(groups: dict[str, str], fraction: str, context: Context) -> int | None:
    most = {"half": 2, "third": 3, "quarter": 4}[fraction]
    if "latter" in groups:
        return most
    if "former" in groups:
        return 1
    rank = _rank(groups["ordinal"], context)
    return rank if rank and rank <= most else None


def _turn(reading: Reading) -> Value | None:
    if isinstance(reading.value, Date) and reading.value.year.endswith("XX") and reading.value.year[0] != "X":
        first = int(reading.value.year[:2]) * 100
        return Interval(Date(year_text(first - 1), qualifier="~"), Date(year_text(first), qualifier="~"))
    return None


def linked(text: str, floor: int, reading: Reading, end: int, context: Context) -> Reading:
    """The interval that the reading opens, if a dash or a word of the language leads to a second date."""
    rules = context.grammar
    link = rules.link.match(text, reading.end, end)
    if link is None or reading.relative or reading.rule in ("days", "year-range"):
        return reading
    opened = None
    if link["and"]:
        opened = _opener(text, floor, reading.start, context, between=True)
        if opened is None:
            return reading
    other = read_forward(text, floor, link.end(), end, context)
    if other is None or other.rule in ("days", "year-range") or (other.relative and not link["and"]):
        return reading
    value = interval(reading.value, other.value)
    if value is None or not _same_kind(reading, other, link):
        return reading
    if (opened is None and link["to"]) or opened is None:
        opened = (
            _opener(text, floor, reading.start, context, between=False)
            if link["to"] or not link["and"]
            else opened
        )
    remark = reading.remark or other.remark
    calendar = other.calendar if reading.calendar == "gregorian" else reading.calendar
    from .periods import finer  # noqa: PLC0415

    return Reading(
        opened if opened is not None else reading.start,
        other.end,
        value,
        finer(reading.unit, other.unit),
        f"{reading.rule}-range",
        calendar,
        remark,
    )


def _same_kind(first: Reading, second: Reading, link: re.Match[str]) -> bool:
    """Whether two readings make one interval: a dash binds like with like, a word binds anything dated."""
    if first.unit == second.unit:
        return True
    return {first.unit, second.unit} <= {"day", "month", "season", "year", "decade", "century"}


def read_forward(text: str, floor: int, start: int, end: int, context: Context) -> Reading | None:
    """Read a date with its modifiers from their beginning, as the second end of an interval."""
    match = context.grammar.prefix.match(text, start, end)
    at = match.end() if match else start
    if at >= end:
        return None
    reading = read(text, start, at, end, context)
    if reading is None or reading.start < start:
        return None
    return _modified(reading, start, match, text, context) if match and at > start else reading
