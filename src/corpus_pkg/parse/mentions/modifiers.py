"""What stands before a date and belongs to its value: about, early, first half of the, the following."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .centuries import rank
from .edtf import Date, Interval, Value
from .guard import word_before
from .periods import Reading, century, part_of, qualified, turn
from .relative import kind_of
from .unspaced import matched_left

if TYPE_CHECKING:
    from .paragraph import Paragraph

_TAIL = re.compile(r"[(\[\-‐“‘\"*_]|(?<=['’])(?=.)")
_VAGUE = frozenset({"early", "middle", "late", "turn"})


def prefixed(here: Paragraph, reading: Reading) -> Reading:
    """The reading with about, early, first half of the, the following … left of it."""
    rules, start = here.language.grammar, reading.start
    if here.language.unspaced:
        whole = matched_left(rules.prefix, here.text, here.floor, start, here.language.tag)
        return modified(reading, whole, here) if whole else reading
    tail = word_before(here, start)
    if tail not in rules.prefix_tails and _TAIL.split(tail.rstrip("-‐"))[-1] not in rules.prefix_tails:
        return reading
    if tail in rules.small:
        words = here.text[max(here.floor, start - 40) : start].rsplit(None, 2)
        if len(words) < 2 or _TAIL.split(words[-2].lower().rstrip("-‐"))[-1] not in rules.prefix_tails:
            return reading
    best: re.Match[str] | None = None
    at = start
    for _ in range(7):
        stop, at = at, _modifier_start(here, at)
        if at == stop:
            break
        match = rules.prefix.fullmatch(here.text, at, start)
        if match:
            best = match
        elif here.text[at:stop].strip(" \n-‐\u00a0").lower() not in rules.prefix_tails:
            break
    return modified(reading, best, here) if best else reading


def _modifier_start(here: Paragraph, stop: int) -> int:
    text, floor, at = here.text, here.floor, stop
    while at > floor and (text[at - 1].isspace() or text[at - 1] in "-‐"):
        at -= 1
    if at > floor and text[at - 1] in "'’":
        at -= 1
    while at > floor and not text[at - 1].isspace() and text[at - 1] not in "([-‐“‘\"*_'’":
        at -= 1
    if at < stop and at - 1 > floor and text[at - 1] in "-‐" and text[at - 2].isdigit():
        return _modifier_start(here, at - 1)  # the ending of an ordinal in figures: 1-й
    return at


def modified(reading: Reading, match: re.Match[str], here: Paragraph) -> Reading:
    """The reading with what the match of the prefix pattern says of it."""
    groups = {key: found for key, found in match.groupdict().items() if found}
    if not groups:
        return reading
    if "approximate" in groups and _VAGUE & groups.keys():
        # Gegen Ende, um die Mitte: a preposition, for the part is approximate itself.
        del groups["approximate"]
    if not _governs(here, match, groups, reading):
        return reading
    value: Value | None = reading.value
    rule, relative, unit = reading.rule, reading.relative, reading.unit
    part = part_in(groups, here)
    if part and reading.relative and unit in {"century", "decade"}:
        rule = f"{rule}.{part}"  # a part of what is not known yet is taken when it is
    elif "turn" in groups:
        value = _turn(reading)
    elif part and value is not None:
        if isinstance(value, Date) and value.year.startswith("XX") and unit == "decade":
            rule = f"{rule}.{part}"  # taken again when the century is known
        value = part_of(part, value)
    group = next((name for name in ("next", "previous", "same") if name in groups), None)
    kind = kind_of(group, groups[group], here.language.tag, whole=False) if group else None
    if value is None or (
        kind and not (isinstance(value, Date) and value.year == "XXXX") and not reading.relative
    ):
        return reading
    if part and part.startswith("tenth") and value != reading.value:
        unit = "decade"
    if isinstance(value, Date) and isinstance(value.month, int) and value.month > 32 and unit == "year":
        unit = "season"
    if kind and not reading.relative:
        relative, rule = kind, f"{rule.removesuffix('.bare')}.{kind}"
    if "approximate" in groups:
        value = qualified(value, "~")
    if "uncertain" in groups:
        value = qualified(value, "?")
    if "not_before" in groups:
        value = Interval(value, "..") if isinstance(value, Date) else value
    if "not_after" in groups:
        value = Interval("..", value) if isinstance(value, Date) else value
    first = min(match.start(name) for name in groups)
    return reading._replace(start=first, value=value, unit=unit, rule=rule, relative=relative)


def _governs(here: Paragraph, match: re.Match[str], groups: dict[str, str], reading: Reading) -> bool:
    """Whether early, end, about … belong to the date: no day has a beginning, and with ``in`` some are verbs.

    ``The year ending June 30``, ``will close in May``, ``turned around in April``.
    """
    name = next((name for name in ("early", "middle", "late", "approximate") if name in groups), None)
    if name is None:
        return True
    if name != "approximate" and reading.unit == "day":
        return False
    words = here.language.grammar.words
    behind = here.text[match.end(name) : reading.start].split(None, 1)
    follows, said = behind[0].lower() if behind else "", groups[name].lower()
    if said in words.words("with_of"):
        return follows in words.words("of")
    return (
        follows not in words.words("within") or not words.words("with_in") or said in words.words("with_in")
    )


def part_in(groups: dict[str, str], here: Paragraph) -> str | None:
    """The part of a period that a match names: early, half2 …; None where it names none."""
    for name in ("early", "middle", "late", "half1", "half2"):
        if name in groups:
            return name
    for name, most in (("half", 2), ("third", 3), ("quarter", 4), ("tenth", 10)):
        if name in groups:
            if "latter" in groups:
                return f"{name}{most}"
            number = 1 if "former" in groups else rank(groups["ordinal"], here.language.tag)
            return f"{name}{number}" if number and number <= most else None
    return None


def _turn(reading: Reading) -> Value | None:
    """The years on both sides of the turn to a century, or from one century to the next."""
    value = reading.value
    last = value.end if isinstance(value, Interval) else value
    if not isinstance(last, Date) or not last.year.endswith("XX") or last.year[0] == "X":
        return None
    number = int(last.year[:2]) + 1
    if isinstance(value, Interval) and value.start != century(number - 1):
        return None
    return turn(number)
