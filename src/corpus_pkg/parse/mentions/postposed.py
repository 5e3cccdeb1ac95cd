"""What stands behind a date in languages whose small words follow: its part or season, what closes an interval.

1930'lu yılların başında, 1945 yazında, 1914'ten 1918'e kadar, 1939 और 1945 के बीच, XX. mendearen hasieran.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .edtf import Date
from .forms import DASH, fraction, glued, part
from .lexicon import SPACE, lexicon
from .modifiers import modified
from .periods import Reading, finer, interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from .paragraph import Paragraph

KEYS = ("genitive", "between_after", "until_after")
"""Lists that a language of this kind has, one of them at least."""
_DASH = re.compile(DASH)


class Postposed(NamedTuple):
    """The patterns of a language, matched at the end of a date."""

    part: re.Pattern[str]
    link: re.Pattern[str]
    """To the second date: behind ``tail`` a word that says until closes it, behind ``to`` either, else between."""
    until: re.Pattern[str]
    between: re.Pattern[str]


@cache
def postposed(language: str) -> Postposed | None:
    """The patterns of a language; None where nothing stands behind its dates."""
    words = lexicon(language)
    if not any(key in words.lists for key in KEYS):
        return None
    halves = rf"(?P<half1>{words.phrases('first_halves')})|(?P<half2>{words.phrases('second_halves')})"
    parts = rf"(?:{fraction(words)}|{part(words)}|{halves}|(?P<season>{words.nested('seasons')}))"
    link = (
        rf"(?P<tail>{words.phrases('from_after')}){SPACE}|{SPACE}(?:(?P<to>{words.phrases('to')}){SPACE}"
        rf"|{words.phrases('and')}{SPACE}|{glued(words)})"
    )
    sources = (
        rf"{words.phrases('genitive')}?{SPACE}{parts}",
        link,
        words.phrases("until_after"),
        words.phrases("between_after"),
    )
    return Postposed(*(re.compile(source.replace("'", "['’]"), re.IGNORECASE) for source in sources))


def with_part(here: Paragraph, reading: Reading) -> Reading:
    """The reading with its part or season behind it: 19. yüzyılın sonunda, 1945 yazında."""
    rules = postposed(here.language.tag)
    match = rules.part.match(here.text, reading.end, here.end) if rules else None
    if match is None:
        return reading
    if match["season"]:
        place = here.language.grammar.words.number("seasons", match["season"])
        if reading.rule != "year" or not isinstance(reading.value, Date) or place is None:
            return reading
        value = reading.value._replace(month=21 + place)
        return reading._replace(end=match.end(), value=value, unit="season", rule="season")
    found = modified(reading, match, here)
    return found._replace(start=reading.start, end=match.end()) if found != reading else reading


def closing(here: Paragraph, stop: int, *, until: bool) -> int | None:
    """The end of the word behind ``stop`` that closes an interval: between, or ``until`` too."""
    rules = postposed(here.language.tag)
    if rules is None:
        return None
    match = rules.between.match(here.text, stop, here.end)
    if match is None and until:
        match = rules.until.match(here.text, stop, here.end)
    return match.end() if match else None


def closed(here: Paragraph, reading: Reading, ahead: Callable[[Paragraph, int], Reading | None]) -> Reading:
    """The interval that the reading opens and a word behind its second date closes.

    ``ahead`` reads the second date. Days that a dash joins need no such word, and it stays outside.
    """
    rules = postposed(here.language.tag)
    if rules is None or reading.relative:
        return reading
    if reading.rule == "days":
        dashed = _DASH.search(here.text, reading.start, reading.end)
        stop = None if dashed else closing(here, reading.end, until=True)
        return reading._replace(end=stop) if stop else reading
    link = rules.link.match(here.text, reading.end, here.end)
    other = ahead(here, link.end()) if link else None
    if link is None or other is None or other.relative or "range" in other.rule:
        return reading
    stop = closing(here, other.end, until=bool(link["tail"] or link["to"]))
    value = interval(reading.value, other.value) if stop else None
    if value is None or stop is None:
        return reading
    unit, rule = finer(reading.unit, other.unit), f"{reading.rule}-range"
    return reading._replace(
        end=stop, value=value, unit=unit, rule=rule, remark=reading.remark or other.remark
    )
