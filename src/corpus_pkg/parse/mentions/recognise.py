"""Recognise: run over the anchors of a text, read what stands there, refine it, write it as a mention."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus_pkg.model import LanguageLabel, Mention, Remark, Segment, Span

from . import cjk, cjk_left
from .anchors import Tables, anchors, tables, united
from .cjk_figures import read_figures, with_end
from .edtf import Date, Value
from .guard import in_name
from .kinds import LATIN, LOOK
from .lexicon import lexicon
from .named import NamedDays, named_year
from .paragraph import Paragraph, language_of
from .periods import Reading, qualified, written, year_text
from .refine import read, refine
from .unspaced import beginnings
from .usual import read_usual
from .usual_forms import Usual, usual
from .years import calendar_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD_KEYS = (
    "seasons",
    "decades",
    "decades_bare",
    "decade_prefix",
    "century",
    "century_names",
    "ad",
    "anno",
    "bc_before",
    "solar_months",
    "lunar_months",
    "hebrew_months",
    "spelled_heads",
)
_CLOCK = frozenset({"minute", "second"})
"""Units behind which no name goes on: um 14:30 Uhr."""
_NEAR = 12
"""Characters from an anchor on that show whether the date is an East Asian one."""

MESSAGES = {
    "date-calendars-disagree": "the year is given in two calendars that disagree; the Gregorian one is taken",
    "date-order-ambiguous": "the order of day and month is not decided by the text; read month first",
}


@cache
def _tables(languages: frozenset[str]) -> Tables:
    return united(_tables_of(language) for language in sorted(languages))


@cache
def _tables_of(language: str) -> Tables:
    words = _words_of(language)
    return tables(frozenset(word for word in words if word and not word[0].isdigit()), cjk.starters())


@cache
def _words_of(language: str) -> frozenset[str]:
    """The words that a date may begin with, other than those of East Asian dates."""
    words: set[str] = {word for word in calendar_words() if not cjk.EAST_ASIAN.search(word)}
    found = lexicon(language)
    words |= set(found.months)
    for key in _WORD_KEYS:
        for entry in found.words(key):
            words |= {entry} if isinstance(entry, str) else set(entry)
    words |= {f"{letter}{n}" for letter in found.words("quarter_letters") for n in "1234"}
    words |= {f"{letter}{n}" for letter in found.words("half_letters") for n in "12"}
    return frozenset(words | set(LATIN))


@cache
def _digits(tags: frozenset[str]) -> dict[int, str]:
    """From the digits of the languages' own scripts to those that the patterns read."""
    rows = [row for tag in tags for row in lexicon(tag).words("digits")]
    return {ord(sign): str(value) for row in sorted(rows) for value, sign in enumerate(row)}


def recognise(
    text: str,
    segments: Sequence[Segment],
    languages: Sequence[LanguageLabel],
    names: NamedDays,
    order: str | None,
) -> list[Mention]:
    """All mentions in the order of the text; ``order`` is that of the document's numeric dates, where it shows."""
    named = [label.variety or label.language for label in languages]
    tags = frozenset(language_of(name, order).tag for name in set(named))
    if not tags:
        return []
    source = text
    if digits := _digits(tags):
        text = text.translate(digits)  # one character for one: offsets stay
    places = anchors(text, _tables(tags))
    within = {at for tag in tags for at in beginnings(text, tag, _words_of(tag))}
    if within:
        places = sorted(within.union(places))
    found: list[Mention] = []
    index, floor, begin, stop, count = -1, 0, 0, 0, len(segments)
    name: str | None = None
    language = language_of("en", None)
    forms: Usual | None = None
    days = frozenset((name.month, name.day) for name in names)
    for place in places:
        if place < floor:
            continue
        if place >= stop:
            while index < count and (index < 0 or segments[index].span.end <= place):
                index += 1
            if index == count:
                break
            begin, stop = segments[index].span
            floor = max(floor, begin)
            if named[index] != name:
                name = named[index]
                language = language_of(name, order)
                forms = None if language.east_asian or language.unspaced else usual(language.tag)
            if place < floor:
                continue
        if forms is not None:
            plain = read_usual(text, begin, floor, place, stop, index, forms, days)
            if plain is not None:
                found.append(plain)
                floor = plain.span.end
                continue
        if _of_alphabet(text, place) and not language.grammar.kinds_at[text[place : place + LOOK]]:
            continue
        here = Paragraph(text, floor, stop, language)
        reading = _read(here, place, names)
        if reading is not None:
            found.append(_mention(here, begin, index, reading))
            floor = reading.end
    if digits:
        return [mention._replace(surface=source[slice(*mention.span)]) for mention in found]
    return found


def _of_alphabet(text: str, place: int) -> bool:
    """Whether a letter of an alphabet stands at ``place`` and no East Asian sign near it."""
    letter, near = text[place], text[place : place + _NEAR]
    return letter < "\u1100" and letter.isalpha() and (near.isascii() or not cjk.EAST_ASIAN.search(near))


def _read(here: Paragraph, place: int, names: NamedDays) -> Reading | None:
    text = here.text
    figures = not text.isascii() or "." in text[place + 1 : place + 3]
    reading = _numbered(text, here.floor, place, here.end, names) if figures else None
    if reading is None:
        core = read(here, place)
        reading = refine(here, core) if core else None
        if here.language.east_asian and reading and reading.rule.startswith("numeric.ymd"):
            reading = with_end(here, reading)
    return _named(here.text, reading, here.end, names) if reading else None


def _numbered(text: str, floor: int, place: int, end: int, names: NamedDays) -> Reading | None:
    """East Asian dates, whose script tells them from all others, and named days in figures."""
    near = text[place : place + _NEAR]
    if near.isascii():
        return read_figures(text, floor, place, end, names) if near[1:3].find(".") >= 0 else None
    start = place - 1 if place > floor and text[place - 1] in "'’‘" else place
    reading = cjk.read(text, start, end) if cjk.EAST_ASIAN.search(near) or near[0] >= "\u1100" else None
    if reading is None:
        season = cjk.read_season(text, place, end) if cjk.EAST_ASIAN.match(near) else None
        return season or read_figures(text, floor, place, end, names)
    value = reading.value
    if not has_year(value) and not reading.relative:
        if cjk_left.is_lunar(text, floor, place):
            return None
        left = cjk_left.relative_left(text, floor, place)
        if left and not (
            left[1] == "next" and reading.unit == "day"
        ):  # 다음 7월, but 다음 8월 15일 only lists
            return reading._replace(start=left[0], relative=left[1], rule=f"{reading.rule}.{left[1]}")
    if reading.rule.endswith("-range") and (opened := cjk_left.opener_left(text, floor, place)) is not None:
        return reading._replace(start=opened)
    about = cjk_left.approximate_left(text, floor, place)
    if about is not None and has_year(value):
        return reading._replace(start=about, value=qualified(value, "~"))
    return reading


def _named(text: str, reading: Reading, end: int, names: NamedDays) -> Reading:
    value = reading.value
    if reading.unit == "day" and isinstance(value, Date) and value.year == "XXXX":
        year = named_year(text, Span(reading.end, end), value, names)
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


def _mention(here: Paragraph, floor: int, segment: int, reading: Reading) -> Mention:
    start, stop, value, unit, rule, calendar, remark, relative = reading
    edtf, first, last, dated = _described(value)
    span = Span(start, stop)
    named = dated and relative == "named"
    return Mention(
        segment,
        span,
        here.text[start:stop],
        edtf,
        first,
        last,
        unit,
        calendar,
        "named" if named else "explicit" if dated else "none",
        None,
        relative == "named" or (unit not in _CLOCK and in_name(here, floor, start, stop)),
        rule,
        Remark(remark, span, MESSAGES[remark]) if remark else None,
    )


@lru_cache(maxsize=65536)
def _described(value: Value) -> tuple[str, str | None, str | None, bool]:
    return *written(value), has_year(value)
