"""What stands around a date and belongs to it: modifiers before, doubts after, the second end of an interval."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .centuries import century_before, spanning
from .counted import is_counted
from .edtf import Date, Interval, Value
from .figures import read_figures
from .foreign import with_foreign_month
from .forms import DASH, POINTED
from .guard import is_month, is_year, word_before
from .listed import listed_season
from .modifiers import modified, part_in, prefixed
from .openers import opener
from .periods import Reading, finer, interval, part_of, qualified
from .postposed import closed, postposed, with_part
from .preposed import behind_preposition
from .relative import kind_of, with_years
from .styles import old_style
from .words import read_word

if TYPE_CHECKING:
    from .paragraph import Paragraph

_DOUBT = re.compile(r"\s?(?:\(\?\)|\[\?\])|\?(?=[\])–,;-])")
_REACH = 40
"""Characters before a part in which an earlier part of the same period begins."""
_WITH_COMMA = frozenset({"century", "decade"})
_AHEAD = re.compile(rf"{POINTED}\s{{0,8}}(?:([^\W\d_]+)|[&([?/]|{DASH}|(,)\s{{0,8}}([^\W\d_]*))")
"""What may follow a date and still belong to it: a word to be looked up, a bracket, a doubt, a dash, a comma."""
_HEAD = re.compile(r"[^\W_]+")
_OPEN = re.compile(r"\s?[-–—](?=\s*(?:[)\],;.]|$))")


def read(here: Paragraph, start: int) -> Reading | None:
    """Read the core of an expression at an anchor, or at the apostrophe before its digits."""
    sign = here.text[start]
    if sign in "'’" and here.text[start + 1 : start + 2].isdigit():
        return read_figures(here, start + 1)
    return read_figures(here, start) if sign.isascii() and sign.isdigit() else read_word(here, start)


def refine(here: Paragraph, core: Reading) -> Reading | None:
    """The whole expression around its core; None where the guard says that it is none."""
    reading = _refined(here, core)
    return behind_preposition(here, reading) if reading and here.language.grammar.words.preposed else reading


def _refined(here: Paragraph, core: Reading) -> Reading | None:
    if core.rule == "year" and word_before(here, core.start) not in here.language.guard.prepositions:
        core = with_foreign_month(here, core)
    reading = prefixed(here, core)
    if reading.unit in _WITH_COMMA and reading.value != core.value:
        reading = _from_part(here, core.value, reading)
    if core.rule in {"century.words", "century.name", "century"}:
        reading = _paired(here, reading)
    if postposed(here.language.tag):
        reading = closed(here, with_part(here, reading), _read_forward)
    if _goes_on(here, reading):
        reading = _linked(here, _suffixed(here, reading))
    if reading.unit == "day":
        reading = old_style(here, reading)
    value = reading.value
    yearless = isinstance(value, Date) and value.year == "XXXX"
    if yearless and not reading.relative and reading.unit in {"day", "month", "season"}:
        reading = with_years(here, reading)
    tail = here.text[core.start + 4 : core.end].strip() if core.rule == "year" else ""
    # The word for a year behind it (1812-м году, but not 1500 г), or its quarter or half before it.
    # A case of the number itself (1936an), of two letters at least.
    cased = reading.end > core.start + 5 and here.text[core.start + 4 : core.start + 6].isalpha()
    # Behind a round number it is short for the metre as well: 1800 m. aukščio.
    marked = tail in here.language.grammar.words.words("year_mark") and (
        reading.value != core.value or here.text[core.start + 2 : core.start + 4] != "00"
    )
    sure = (
        len(tail) > 2
        or tail[:1] == "-"
        or marked
        or cased
        or (reading.unit == "season" and reading.rule == "year")
    )
    if (
        core.rule == "year"
        and not sure
        and not is_year(here, core.start, core.start + 4, paired=reading.value != core.value)
    ):
        return None
    if reading.rule == "year-range" and is_counted(here, reading.end):
        return None
    if (
        core.rule == "month"
        and yearless
        and not is_month(
            here, core.start, core.end, alone=reading.rule == "month" and reading.value == core.value
        )
    ):
        return None
    if reading.rule == "season.bare":
        return listed_season(here, reading)
    return reading


def _goes_on(here: Paragraph, reading: Reading) -> bool:
    """Whether anything behind the reading may belong to it: most often not, and nothing need be tried."""
    ahead = _AHEAD.match(here.text, reading.end, here.end)
    if ahead is None:
        return here.language.grammar.dotted and here.text.startswith(". ", reading.end)
    if ahead[1]:
        return ahead[1].lower() in here.language.grammar.heads
    return (
        not ahead[2]
        or reading.unit in _WITH_COMMA
        or ahead[3].lower() in here.language.grammar.closers
        or (isinstance(reading.value, Date) and reading.value.year == "XXXX")
    )


def _paired(here: Paragraph, reading: Reading) -> Reading:
    """The reading from the century before it that lacks the word: fin XIIIe-début XIVe siècle."""
    opening = reading.value.start if isinstance(reading.value, Interval) else None
    ancient = isinstance(opening, Date) and opening.year.startswith("-")
    before = century_before(here, reading.start, before_christ=ancient)
    if before is None:
        return reading
    pair = spanning(before.value, reading.value)
    if pair is not None:
        joined = reading._replace(start=before.start, value=pair, rule="century.range")
        whole = prefixed(here, joined)
        if whole.value != pair:
            return whole  # the turn of both
    first = prefixed(here, before)
    value = spanning(first.value, reading.value)
    if value is None:
        return reading
    opened = opener(here, first.start, between=before.rule == "century.and")
    start = first.start if opened is None else opened
    return prefixed(here, reading._replace(start=start, value=value, rule="century.range"))


def _from_part(here: Paragraph, whole: Value, reading: Reading) -> Reading:
    """The reading from an earlier part of the same period on: early to mid-1960s, Anfang bis Mitte der 1950er Jahre."""
    rules, word = here.language.grammar, word_before(here, reading.start).strip("-").rsplit("-", 1)[-1]
    if word not in rules.closers and word not in rules.articles:
        return reading
    low = max(here.floor, reading.start - _REACH)
    left = rules.part_left.search(here.text[low : reading.start])
    part = part_in({name: found for name, found in left.groupdict().items() if found}, here) if left else None
    first = part_of(part, whole) if part else None
    value = spanning(first, reading.value) if first else None
    if left is None or value is None:
        return reading
    opened = opener(here, low + left.start(), between=False)
    start = low + left.start() if opened is None else opened
    return reading._replace(start=start, value=value, rule=f"{reading.rule}-range")


def _suffixed(here: Paragraph, reading: Reading) -> Reading:
    """The reading with (?), (2nd half), or later, of the following year, a dash that leaves it open."""
    text, end, rules = here.text, here.end, here.language.grammar
    doubt = _DOUBT.match(text, reading.end, end)
    if doubt:
        return reading._replace(end=doubt.end(), value=qualified(reading.value, "?"))
    value = reading.value
    about = rules.approximate_after.match(text, reading.end, end)
    if about:
        return reading._replace(end=about.end(), value=qualified(value, "~"))
    if not isinstance(value, Date):
        return reading
    if reading.unit in {"century", "decade"} and not reading.relative:
        after = rules.part_after.match(text, reading.end, end)
        if after and (part := part_in({k: v for k, v in after.groupdict().items() if v}, here)):
            found = part_of(part, value)
            return reading._replace(end=after.end(), value=found) if found else reading
    later = rules.or_later.match(text, reading.end, end)
    if later:
        ends = (value, "..") if later["later"] else ("..", value)
        return reading._replace(end=later.end(), value=Interval(*ends))
    if value.year == "XXXX" and reading.unit in {"day", "month", "season"} and not reading.relative:
        after = rules.relative_after.match(text, reading.end, end)
        if after:
            group = next(name for name, found in after.groupdict().items() if found)
            whole = not group.endswith("3")
            kind = kind_of(group.rstrip("23"), after[group], here.language.tag, whole=whole)
            rule = f"{reading.rule.removesuffix('.bare')}.{kind}"
            return reading._replace(end=after.end(), relative=kind, rule=rule)
        return reading
    if reading.unit in {"day", "month", "year"} and (dash := _OPEN.match(text, reading.end, end)):
        return reading._replace(end=dash.end(), value=Interval(value, ".."), rule=f"{reading.rule}.open")
    return reading


def _linked(here: Paragraph, reading: Reading) -> Reading:
    """The interval that the reading opens, where a dash or a word leads on to a second date."""
    link = here.language.grammar.link.match(here.text, reading.end, here.end)
    if link is None or reading.relative or (isinstance(reading.value, Interval) and "range" in reading.rule):
        return reading
    if reading.rule == "days":
        return reading
    if link["now"]:
        if link["and"] and opener(here, reading.start, between=True) is None:
            return reading  # the year 1947 and now the next
        if isinstance(reading.value, Date) and reading.value.year != "XXXX":
            start = opener(here, reading.start, between=False)
            return reading._replace(
                start=reading.start if start is None else start,
                end=link.end(),
                value=Interval(reading.value, ".."),
                rule=f"{reading.rule}.open",
            )
        return reading
    joined = link["and"] is not None
    opened = opener(here, reading.start, between=joined)
    if (joined or link[0][0] == ",") and opened is None:
        return reading
    # Behind a whole date in figures the dash is no part of a number: 1926-10-17–1945-08-15.
    ahead = here._replace(floor=link.end()) if reading.rule.startswith("numeric") else here
    other = _read_forward(ahead, link.end())
    if other is None or other.relative or other.rule == "days" or "range" in other.rule:
        return reading
    value = interval(reading.value, other.value)
    if value is None:
        return reading
    return Reading(
        reading.start if opened is None else opened,
        other.end,
        value,
        finer(reading.unit, other.unit),
        f"{reading.rule}-range",
        other.calendar if reading.calendar == "gregorian" else reading.calendar,
        reading.remark or other.remark,
    )


def _read_forward(here: Paragraph, start: int) -> Reading | None:
    """Read a date with its modifiers from their beginning, as the second end of an interval."""
    rules = here.language.grammar
    head = _HEAD.match(here.text, start, here.end)
    has_prefix = head is not None and head[0].lower() in rules.prefix_heads
    match = rules.prefix.match(here.text, start, here.end) if has_prefix else None
    at = match.end() if match else start
    if at >= here.end:
        return None
    reading = read(here, at)
    if reading is None or reading.start < start:
        return None
    if reading.rule == "month" and here.text[at].islower() and here.language.guard.capitalised:
        return None
    return _suffixed(here, modified(reading, match, here) if match and at > start else reading)
