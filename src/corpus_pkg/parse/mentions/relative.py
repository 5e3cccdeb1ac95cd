"""How a year hangs on another one: the following October, March of last year, two years later in May."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import SPACE, lexicon

if TYPE_CHECKING:
    from .paragraph import Paragraph
    from .periods import Reading


class Hang(NamedTuple):
    """What a kind of relation means."""

    years: int
    """Years from the other date's; 1 and -1 are the nearest fitting month's where ``whole`` is false."""
    whole: bool = False
    """Whether whole years are counted: March of the following year, not the following March."""
    deictic: bool = False
    """Whether it hangs on the day of the one who speaks: last May, this year."""


KINDS = {
    "same": Hang(0),
    "next": Hang(1),
    "previous": Hang(-1),
    "this": Hang(0, deictic=True),
    "coming": Hang(1, deictic=True),
    "last": Hang(-1, deictic=True),
    "year_after": Hang(1, whole=True),
    "year_before": Hang(-1, whole=True),
    "this_year": Hang(0, whole=True, deictic=True),
    "coming_year": Hang(1, whole=True, deictic=True),
    "last_year": Hang(-1, whole=True, deictic=True),
}
_SPOKEN = {"same": "this", "next": "coming", "previous": "last"}
_WHOLE = {"same": "same", "next": "year_after", "previous": "year_before"}
_WHOLE |= {"this": "this_year", "coming": "coming_year", "last": "last_year"}
_WINDOW = 44


def hang(rule: str) -> Hang | None:
    """The relation at the end of a mention's rule (``month.next``, ``day.year_after2``); None where there is none."""
    kind = rule.rpartition(".")[2]
    name = kind.rstrip("0123456789")
    found = KINDS.get(name)
    if found is None or name == kind:
        return found
    return found._replace(years=found.years * int(kind[len(name) :]))


def kind_of(group: str, phrase: str, language: str, *, whole: bool) -> str:
    """The kind for the group ``next``, ``previous`` or ``same``, by the phrase in it and whether it counts years."""
    spoken = " ".join(phrase.lower().split()) in lexicon(language).words("deictic")
    kind = _SPOKEN[group] if spoken else group
    return _WHOLE[kind] if whole else kind


def sources(language: str) -> tuple[str, str]:
    """Sources of the patterns for the count of years left and right of a date: two years later, in March."""
    words = lexicon(language)
    if not words.words("year_word"):
        return "(?!)", "(?!)"
    hung = "|".join(rf"(?P<{name}>{words.phrases(name)})" for name in ("next", "previous", "same"))
    year = words.phrases("year_word")
    count = words.nested("counts")
    direction = (
        rf"(?:(?P<later>{words.phrases('years_later')})|(?P<earlier>{words.phrases('years_earlier')}))"
    )
    counted = (
        rf"(?P<count>{count}|[1-9][0-9]?){SPACE}{words.phrases('year_word', 'years_word')}{SPACE}{direction}"
    )
    the = rf"(?:{words.phrases('articles')}{SPACE})?"
    left = (
        rf"(?<!\w)(?:{the}(?:(?:{hung}){SPACE}{year}(?:(?P<before>{SPACE}{words.phrases('years_earlier')}))?)|{counted})"
        rf"(?P<comma>,?){SPACE}(?:{words.phrases('date_prepositions')}{SPACE})?{the}\Z"
    )
    return left, rf",?{SPACE}{counted}"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    left, right = sources(language)
    words = lexicon(language)
    marks = words.words("year_word") + words.words("years_word")
    return re.compile(left, re.IGNORECASE), re.compile(right, re.IGNORECASE), frozenset(marks)


def with_years(here: Paragraph, reading: Reading) -> Reading:
    """The reading of a date without a year, hung on the years counted left or right of it."""
    tag = here.language.tag
    left, right, marks = _patterns(tag)
    rule = reading.rule.removesuffix(".bare")
    after = right.match(here.text, reading.end, here.end)
    if after:
        kind = _counted(after, tag)
        return reading._replace(end=after.end(), relative=kind, rule=f"{rule}.{kind}") if kind else reading
    low = max(here.floor, reading.start - _WINDOW)
    window = here.text[low : reading.start].lower()
    if not any(mark in window for mark in marks):
        return reading
    before = left.search(here.text, low, reading.start)
    if before is None:
        return reading
    group = next((name for name in ("next", "previous", "same") if before[name]), None)
    kind = kind_of(group, before[group], tag, whole=True) if group else _counted(before, tag)
    if not kind:
        return reading
    start = reading.start if before["comma"] else before.start(group or "count")
    return reading._replace(start=start, relative=kind, rule=f"{rule}.{kind}")


def _counted(match: re.Match[str], language: str) -> str:
    written = match["count"]
    place = lexicon(language).number("counts", written)
    number = int(written) if written.isdigit() else place + 1 if place is not None else 0
    if not number:
        return ""
    return ("year_after" if match["later"] else "year_before") + (str(number) if number > 1 else "")
