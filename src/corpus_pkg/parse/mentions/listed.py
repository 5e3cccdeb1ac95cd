"""Days and seasons that share their month or year with others of a list: May 1, 2 and 5, 1998; les 3, 4 et 5 mai."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .counted import is_counted
from .edtf import Date, days_in_month
from .forms import DAY, GAP, POINT, year_tail
from .guard import word_before
from .lexicon import SPACE, Lexicon, alternation
from .periods import Reading
from .years import year

if TYPE_CHECKING:
    from .paragraph import Paragraph

DAY_OF_LIST, SEASON_OF_LIST = "day.listed", "season.listed"
LISTED = frozenset({DAY_OF_LIST, SEASON_OF_LIST})
"""The rules of dates whose year stands with another of their list."""
_REACH = 72
"""Characters before a day in which the month of its list stands."""
_DIGIT = re.compile("[0-9]")
_NUMBER = re.compile(r"[0-9]{1,2}")
_WORD = re.compile(r"\s([^\W\d_]+)")
_PAUSE = re.compile(r"\s?(?:[.,;:!?)\]–—-](?![0-9])|\Z|\n)")


def _others(words: Lexicon, least: int) -> tuple[str, str]:
    """A day of a list, and the others behind it with the word before the last."""
    day = rf"(?:{words.phrases('articles')}{GAP})?{DAY}(?:\s?{words.phrases('day_suffix')})?\.?(?![^\W_])"
    return day, rf"(?:,{SPACE}{day}){{{least},8}},?{SPACE}{words.phrases('and')}{GAP}{day}"


def before_month(words: Lexicon) -> str:
    """A day before others and their month: 2, before 9 and 16 March 1971."""
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    _, others = _others(words, 0)
    return (
        rf"(?P<d>{DAY})(?P<stop>(?:\s?{suffix})?\.?)(?=,){others}"
        rf"(?:{SPACE}|\.\s?)(?:{words.phrases('day_of', 'of', 'articles')}\s{{0,8}}){{0,2}}"
        rf"(?P<mon>{months}){POINT}{year_tail(words)}"
    )


def behind_month(words: Lexicon) -> str:
    """A day behind the month and other days, with those behind it and the year: 2 and 5, 1998."""
    suffix = words.phrases("day_suffix")
    _, others = _others(words, 0)
    return (
        rf"(?P<d>{DAY})(?:\s?{suffix})?(?![^\W_]|[.:/][0-9])(?P<stop>)(?P<others>{others})?"
        rf"(?P<end>){year_tail(words)}"
    )


def month_left(words: Lexicon) -> str:
    """The month with the days before one, up to it: May 1, 2 and."""
    months = alternation(list(words.months))
    day = rf"{DAY}(?:\s?{words.phrases('day_suffix')})?"
    return (
        rf"(?<!\w)(?P<mon>{months})\.?{SPACE}(?P<days>{day}(?:,{SPACE}{day}){{0,8}})"
        rf"(?:,?{SPACE}(?P<and>{words.phrases('and')})|,){SPACE}\Z"
    )


def listed_day(here: Paragraph, start: int, stop: int) -> Reading | None:
    """The day in the digits from ``start`` to ``stop`` whose month stands with another day of a list."""
    if "," in here.text[stop : stop + 4]:
        match = here.language.grammar.days_before_month.match(here.text, start, here.end)
        if match and (value := _value(match, match["mon"], match["y"], here)):
            return _reading(match, value)
    if not here.text[start - 1 : start].isspace() or not _DIGIT.search(here.text, max(0, start - 12), start):
        return None
    if here.text[start - 2] != "," and word_before(here, start) not in here.language.grammar.conjunctions:
        return None
    before = here.language.grammar.month_of_days.search(here.text[max(0, start - _REACH) : start])
    match = here.language.grammar.days_behind_month.match(here.text, start, here.end) if before else None
    if before is None or match is None or not (before["and"] or match["others"]):
        return None
    if not match["y"] and not _pauses(here, match.end("end")):
        return None
    value = _value(match, before["mon"], match["y"], here)
    if value is None or int(_NUMBER.findall(before["days"])[-1]) >= int(match["d"]):
        return None
    if match["others"] or not match["y"]:
        return _reading(match, value)
    return Reading(start, match.end(), value, "day", "day")


def _value(match: re.Match[str], name: str, written: str | None, here: Paragraph) -> Date | None:
    words = here.language.grammar.words
    month = words.months.get(name.lower()) or words.months.get(f"{name.lower()}.")
    found = year(written, here.language.tag) if written else None
    if month is None or (written and found is None):
        return None
    value = Date(found.text if found else "XXXX", month, int(match["d"]))
    longest = days_in_month(int(found.text) if found and found.text.isdigit() else 2000, month)
    return value if int(match["d"]) <= longest else None


def _reading(match: re.Match[str], value: Date) -> Reading:
    rule = "day" if value.year == "XXXX" else DAY_OF_LIST
    return Reading(match.start(), match.end("stop"), value, "day", rule)


def _pauses(here: Paragraph, stop: int) -> bool:
    """Whether a list of days without a year ends here: nothing is counted by its last number."""
    if _PAUSE.match(here.text, stop, here.end):
        return True
    word, rules = _WORD.match(here.text, stop, here.end), here.language.guard
    if word is None or is_counted(here, stop):
        return False
    return word[1].lower() in rules.adverbial or word[1].lower() in rules.function_words


def listed_season(here: Paragraph, reading: Reading) -> Reading | None:
    """A season whose year stands with the next one: spring and summer of 1919."""
    rules = here.language.grammar
    link = rules.listed.match(here.text, reading.end, here.end)
    other = rules.season.match(here.text, link.end(), here.end) if link else None
    found = year(other["y"], here.language.tag) if other and other["y"] else None
    if found is None or not isinstance(reading.value, Date):
        return None
    return reading._replace(value=reading.value._replace(year=found.text), rule=SEASON_OF_LIST)
