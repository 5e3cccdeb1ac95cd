"""Recognise: run over the anchors of a text, read what stands there, refine it, write it as a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus_pkg.model import LanguageLabel, Mention, Remark, Segment, Span

from . import alphabet, cjk
from .alphabet import Context
from .anchors import Tables, anchors, tables
from .edtf import Date, Value, days_in_month
from .lexicon import lexicon
from .named import NamedDays, named_year
from .periods import Reading, qualified, written, year_text
from .years import calendar_words

EAST_ASIAN = frozenset({"ko", "zh", "ja"})
_MONTH_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])\s?[.·‧ㆍ・]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.·][0-9])"
)
_UNCERTAIN = re.compile(r"\s?\(\?\)|\?(?=[\])–-])")
_WORD_KEYS = ("seasons", "decades", "ordinals", "century", "ad", "anno")
_NAME = re.compile(r"\s[A-Z][\w-]+")

MESSAGES = {
    "date-calendars-disagree": "the year is given in two calendars that disagree; the Gregorian one is taken",
    "date-order-ambiguous": "the order of day and month is not decided by the text; read month first",
}


@cache
def _tables(languages: frozenset[str]) -> Tables:
    words: set[str] = {word for word in calendar_words() if not cjk.EAST_ASIAN.search(word)}
    for language in sorted(languages):
        found = lexicon(language)
        words |= set(found.months)
        for key in _WORD_KEYS:
            for entry in found.words(key):
                words |= {entry} if isinstance(entry, str) else set(entry)
    starters = {word[:2] for word in calendar_words() if cjk.EAST_ASIAN.search(word)} | {
        "第二",
        "第三",
        "第一",
    }
    starters |= {"第" + sign for sign in "一二三四五六七八九十"}
    return tables(frozenset(word for word in words if word and not word[0].isdigit()), frozenset(starters))


@cache
def _context(language: str, order: str | None) -> Context:
    known = bool(lexicon(language).months) and language not in EAST_ASIAN
    chosen = language if known else "en"
    own = lexicon(chosen).lists.get("order", "dmy")
    return Context(chosen, order or (own if own != "mdy" else None), east_asian=language in EAST_ASIAN)


def recognise(
    text: str,
    segments: Sequence[Segment],
    languages: Sequence[LanguageLabel],
    names: NamedDays,
    order: str | None,
) -> list[tuple[Mention, Reading]]:
    """All mentions with the readings behind them, in the order of the text."""
    subtags = [label.language.split("-")[0] for label in languages]
    contexts = [
        _context(subtag, "dmy" if label.variety == "en-GB" else order)
        for subtag, label in zip(subtags, languages, strict=True)
    ]
    places = anchors(text, _tables(frozenset(context.language for context in contexts)))
    found: list[tuple[Mention, Reading]] = []
    index, last, count = 0, 0, len(segments)
    for place in places:
        if place < last:
            continue
        while index < count and segments[index].span.end <= place:
            index += 1
        if index == count:
            break
        floor, end = segments[index].span
        if place < floor:
            continue
        reading = _read(text, max(floor, last), place, end, contexts[index], names)
        if reading is not None:
            last = reading.end
            found.append((_mention(text, index, reading, floor, end), reading))
    return found


def _read(text: str, floor: int, place: int, end: int, context: Context, names: NamedDays) -> Reading | None:
    reading = _numbered(text, floor, place, end, names)
    if reading is None:
        reading = alphabet.read(text, floor, place, end, context)
        if reading is None:
            return None
        reading = _refined(text, floor, reading, end, context)
    if reading is None or reading.start < floor:
        return None
    return _named(text, reading, end, names)


def _numbered(text: str, floor: int, place: int, end: int, names: NamedDays) -> Reading | None:
    """East Asian dates, whose script tells them from all others, and named days in figures."""
    near = text[place : place + 12]
    if near.isascii():
        return _figures(text, floor, place, end, names) if near[1:3].find(".") >= 0 else None
    reading = cjk.read(text, place, end) if cjk.EAST_ASIAN.search(near) or not near[0].isascii() else None
    if reading is None:
        return _figures(text, floor, place, end, names)
    value = reading.value
    if (isinstance(value, Date) and value.year == "XXXX") or reading.rule.endswith("-range"):
        left = cjk.relative_left(text, floor, place)
        if left:
            return reading._replace(start=left[0], relative=left[1], rule=f"{reading.rule}.{left[1]}")
    return reading


def _figures(text: str, floor: int, place: int, end: int, names: NamedDays) -> Reading | None:
    match = _MONTH_DAY.match(text, place, end)
    if match is None or (place > floor and text[place - 1] in ".,:-/"):
        return None
    month, day = int(match["m"]), int(match["d"])
    if day > days_in_month(2000, month):
        return None
    year = named_year(text, match.end(), end, month, day, names, figures=True)
    if year is not None:
        return Reading(
            place, match.end(), Date(year_text(year), month, day), "day", "named.figures", relative="named"
        )
    left = cjk.relative_left(text, floor, place)
    if left:
        return Reading(
            left[0], match.end(), Date("XXXX", month, day), "day", f"figures.{left[1]}", relative=left[1]
        )
    return None


def _refined(text: str, floor: int, reading: Reading, end: int, context: Context) -> Reading | None:
    if not reading.relative or reading.unit in ("century", "decade"):
        reading = alphabet.prefixed(text, floor, reading, context)
    reading = alphabet.linked(text, floor, reading, end, context)
    doubt = _UNCERTAIN.match(text, reading.end, end)
    if doubt:
        reading = reading._replace(end=doubt.end(), value=qualified(reading.value, "?"))
    if (
        reading.unit in ("month", "season", "day")
        and isinstance(reading.value, Date)
        and reading.value.year == "XXXX"
    ):
        after = context.grammar.relative_after.match(text, reading.end, end)
        if after and not reading.relative:
            kind = "next" if after["next"] else "previous" if after["previous"] else "same"
            return reading._replace(end=after.end(), relative=kind, rule=f"{reading.rule}.{kind}")
    if reading.rule == "season.bare" and not reading.relative:
        return None
    return reading


def _named(text: str, reading: Reading, end: int, names: NamedDays) -> Reading:
    value = reading.value
    if (
        isinstance(value, Date)
        and value.year == "XXXX"
        and isinstance(value.day, int)
        and isinstance(value.month, int)
    ):
        year = named_year(text, reading.end, end, value.month, value.day, names)
        if year is not None:
            return reading._replace(
                value=value._replace(year=year_text(year)), rule="named", relative="named"
            )
    return reading


def has_year(value: Value) -> bool:
    """Whether the value knows its year, at least its century."""
    if isinstance(value, Date):
        return value.year[0] != "X"
    ends = [end for end in value if isinstance(end, Date)]
    return bool(ends) and all(end.year[0] != "X" for end in ends)


def _mention(text: str, segment: int, reading: Reading, floor: int, end: int) -> Mention:
    start, stop, value, unit, rule, calendar, remark, relative = reading
    edtf, first, last = written(value)
    basis = "none" if not has_year(value) else "named" if relative == "named" else "explicit"
    span = Span(start, stop)
    return Mention(
        segment=segment,
        span=span,
        surface=text[start:stop],
        edtf=edtf,
        date_start=first,
        date_end=last,
        precision=unit,
        calendar=calendar,
        year_basis=basis,
        anchor=None,
        in_name=basis == "named" or in_name(text, floor, start, stop, end),
        rule=rule,
        remark=Remark(remark, span, MESSAGES[remark]) if remark else None,
    )


_TIME_PREPOSITIONS = frozenset(
    ["in", "on", "by", "since", "until", "till", "during", "from", "of", "before", "after", "between", "to", "through", "around", "about", "circa", "early", "late", "at", "for"]
)
_FUNCTION = frozenset(
    ["The", "A", "An", "In", "On", "At", "By", "He", "She", "It", "They", "We", "I", "His", "Her", "Its", "Their", "This", "That", "These", "Those", "From", "To", "Of", "And", "But", "When", "While", "As", "If", "After", "Before", "Since", "During", "With", "For"]
)
_LEFT = re.compile(r"([^\s]+)\s{1,8}\Z")


def in_name(text: str, floor: int, start: int, stop: int, end: int) -> bool:
    """Whether a proper name goes on right behind the date: March 2013 Plenary Meeting, April Theses."""
    follows = _NAME.match(text, stop, end)
    if follows is None or follows[0].strip() in _FUNCTION:
        return False
    left = _LEFT.search(text[max(floor, start - 24) : start])
    if left is None or not left[1][0].isalpha():
        return False
    return left[1].lower().strip('(["“') not in _TIME_PREPOSITIONS and left[1][-1] not in ".!?,;:"
