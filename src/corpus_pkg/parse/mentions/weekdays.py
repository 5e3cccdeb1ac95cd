"""The weekday beside a day and month without a year: it rules years out."""

from __future__ import annotations

import re
from datetime import date as day_of
from functools import cache
from typing import TYPE_CHECKING

from .edtf import Date, days_in_month, parse
from .lexicon import alternation, lexicon, table

if TYPE_CHECKING:
    from corpus_pkg.model import Mention

EAST_ASIAN = frozenset({"ko", "zh", "ja"})
GREGORIAN = 1752
"""The first year in which a weekday is taken as evidence: by then both halves of Europe had nearly one calendar."""


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    names = _names(language)
    if not names:
        return None
    # One sign alone is a weekday only in brackets.
    word = alternation([form for name in names for form in (name, name.upper())])
    long = alternation([form for name in names if len(name) > 1 for form in (name, name.upper())])
    left = re.compile(rf"(?<!\w)({long})\.?,?\s{{1,8}}(?:[^\W\d_]{{1,4}}\s)?\Z")
    right = re.compile(rf"(?:\s?[(（]\s?({word})\.?\s?[)）]|,?\s{{0,8}}({long})(?![^\W_]))")
    return left, right


@cache
def _names(language: str) -> dict[str, int]:
    """Names of the weekdays from Monday, 0."""
    rows = (
        table("cjk.toml").get("weekdays", [])
        if language in EAST_ASIAN
        else lexicon(language).words("weekdays")
    )
    return {name: place for place, names in enumerate(rows) for name in names}


def weekday(text: str, mention: Mention, language: str) -> int | None:
    """The weekday that stands beside a day without a year, from Monday, 0; None where none does."""
    if mention.precision != "day":
        return None
    subtag = language.split("-", maxsplit=1)[0]
    patterns = _patterns(subtag)
    if patterns is None:
        return None
    start, end = mention.span
    found = patterns[0].search(text, max(0, start - 24), start) or patterns[1].match(text, end)
    if found is None:
        return None
    return _written(subtag).get(found[found.lastindex or 1])


@cache
def _written(language: str) -> dict[str, int]:
    """The weekdays as their language writes them; in small letters only where it always does: he sat on 5 June."""
    names = _names(language).items()
    return {form: day for name, day in names for form in (name, name.upper(), name.capitalize())}


def fits(edtf: str, year: int, day: int) -> bool:
    """Whether a day without a year (``XXXX-05-08``) may be that weekday in a year."""
    value = parse(edtf)
    if not isinstance(value, Date) or not isinstance(value.month, int) or not isinstance(value.day, int):
        return True
    if not GREGORIAN <= year <= 9999:
        return True
    if value.day > days_in_month(year, value.month):
        return False
    return day_of(year, value.month, value.day).weekday() == day
