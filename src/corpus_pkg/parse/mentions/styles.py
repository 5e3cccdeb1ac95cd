"""Old and new style: a Julian date that has the Gregorian one beside it, or that a mark shows to be Julian."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .edtf import Date, days_in_month
from .guard import word_before
from .lexicon import alternation, lexicon, table
from .periods import Reading, year_text
from .years import year

if TYPE_CHECKING:
    from .paragraph import Paragraph

_A_DAY = re.compile(r"(?<![0-9])[0-3]?[0-9]\s?\Z")
GAPS = range(10, 14)
"""Days by which the Julian calendar has lagged behind, from 1582 to 2099."""


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The mark of the old style before a date, and behind one."""
    marks = alternation(table("calendars.toml")["old_style"])
    return (
        re.compile(rf"{marks}\s{{0,3}}\Z", re.IGNORECASE),
        re.compile(rf",?\s{{0,3}}[(\[]?{marks}", re.IGNORECASE),
    )


@cache
def _last_words() -> frozenset[str]:
    return frozenset(mark.lower().split()[-1] for mark in table("calendars.toml")["old_style"])


def is_pair(first: Date, second: Date) -> bool:
    """Whether the second day is the first one in the new style."""
    if not all(isinstance(part, int) for part in (first.month, first.day, second.month, second.day)):
        return False
    longest = days_in_month(int(first.year) if first.year.isdigit() else 1900, int(first.month or 1))
    months = (int(second.month or 0) - int(first.month or 0)) % 12
    return months < 2 and int(second.day or 0) - int(first.day or 0) + months * longest in GAPS


def old_style(here: Paragraph, reading: Reading) -> Reading:
    """The day marked Julian where the new style stands behind it, or a mark on either side says so."""
    value, text = reading.value, here.text
    if reading.unit != "day" or not isinstance(value, Date) or reading.calendar != "gregorian":
        return reading
    beside = here.language.grammar.new_style.match(text, reading.end, here.end)
    if beside:
        second = _date(beside, here)
        if second and is_pair(value, second):
            turned = value.month == 12 and second.month == 1
            if value.year == "XXXX" and second.year != "XXXX":
                value = value._replace(year=year_text(int(second.year) - turned))
            return reading._replace(value=value, calendar="julian")
    before, behind = _marks()
    marked = behind.match(text, reading.end, here.end)
    if marked is None and word_before(here, reading.start).strip("([") in _last_words():
        marked = before.search(text, max(here.floor, reading.start - 24), reading.start)
    if marked:
        return reading._replace(calendar="julian")
    return reading


def day_of_two(here: Paragraph, start: int) -> Reading | None:
    """The first or the second day of two that share their month: 10 (22) июня 1741 г."""
    text, rules = here.text, here.language.grammar
    match = rules.two_styles.match(text, start, here.end)
    if match:
        second = _date(match, here)
        first = second._replace(day=int(match["first"])) if second else None
        if first and second and is_pair(first, second):
            return Reading(start, match.end("first"), first, "day", "day", "julian")
        return None
    opened = text.rfind("(", max(0, start - 2), start)
    if opened < 1 or not _A_DAY.search(text, max(0, opened - 5), opened):
        return None
    match = rules.closed_day.match(text, start, here.end)
    value = _date(match, here) if match else None
    return Reading(start, match.end(), value, "day", "day") if match and value else None


def _date(match: re.Match[str], here: Paragraph) -> Date | None:
    name = " ".join(match["mon"].lower().split())
    months = lexicon(here.language.tag).months
    month, written = months.get(name) or months.get(name.rstrip(".")), match["y"]
    value = year(written, here.language.tag) if written else None
    if month is None or (written and value is None):
        return None
    return Date(value.text if value else "XXXX", month, int(match["d"]))
