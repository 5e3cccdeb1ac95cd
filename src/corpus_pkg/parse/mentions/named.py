"""Named days: dates known by month and day, whose year holds only inside their name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import table

if TYPE_CHECKING:
    from corpus_pkg.model import Mention, Span

    from .edtf import Date


class NamedDay(NamedTuple):
    """The 15th of June before ``Joint Declaration`` is that of 2000."""

    month: int
    day: int
    year: int
    labels: tuple[str, ...]
    figures: bool = False
    """Whether only figures (``8.15``) make the name."""


EVENT = "named.event"
"""The rule of a day in figures that is a name, of which nobody gives the year."""
_ANNIVERSARY = re.compile("주년|[0-9](?:돐|돌)|[周週]年")

NamedDays = tuple[NamedDay, ...]


@cache
def _built_in() -> NamedDays:
    rows = table("named_days.toml")["day"]
    return tuple(
        NamedDay(r["month"], r["day"], r["year"], tuple(r["labels"]), r.get("figures", False)) for r in rows
    )


BUILT_IN: NamedDays = _built_in()


@cache
def _labels(
    names: NamedDays, month: int, day: int, *, figures: bool
) -> tuple[tuple[re.Pattern[str], int], ...]:
    fitting = [
        name for name in names if (name.month, name.day) == (month, day) and (figures or not name.figures)
    ]
    return tuple((_label(name.labels), name.year) for name in fitting)


def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(labels, key=lambda label: -len(label))
    any_label = "|".join(re.escape(label).replace(r"\ ", r"\s{1,8}") for label in ordered)
    # Up to two capitalised words may qualify the name: June 15 North-South Joint Declaration.
    return re.compile(rf"(?:\s{{1,8}}[A-Z][\w-]{{0,30}}){{0,2}}\s{{0,8}}(?:{any_label})(?![a-z])")


@cache
def _events() -> re.Pattern[str]:
    ordered = sorted(table("named_days.toml")["events"], key=lambda event: (-len(event), event))
    return re.compile(rf"[”\"」』’]?\s?の?(?:{'|'.join(map(re.escape, ordered))})")


def is_event(text: str, at: Span) -> bool:
    """Whether a day in figures that ends at ``at.start`` is the name of an event: 3·1운동."""
    return _events().match(text, *at) is not None


def is_remembered(text: str, mention: Mention) -> bool:
    """Whether a day in figures names what is only remembered, so that the year beside it is another: 100주년."""
    return (
        mention.rule == EVENT
        and _ANNIVERSARY.search(text, mention.span.end, mention.span.end + 20) is not None
    )


def named_year(text: str, at: Span, date: Date, names: NamedDays, *, figures: bool = False) -> int | None:
    """The year of the named day whose name goes on at ``at.start``; None where no label follows before ``at.end``."""
    month, day = date.month, date.day
    if not isinstance(month, int) or not isinstance(day, int):
        return None
    return next(
        (year for label, year in _labels(names, month, day, figures=figures) if label.match(text, *at)), None
    )
