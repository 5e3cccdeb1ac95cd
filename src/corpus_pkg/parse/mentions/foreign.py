"""A month of another language than the paragraph's, found from the year behind it: le 14 juillet 1789."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .edtf import Date, days_in_month
from .lexicon import cldr_months, lexicon

if TYPE_CHECKING:
    from .paragraph import Paragraph
    from .periods import Reading

TABLES = ("de", "el", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk")
_DAY = r"(?<![\w.,:/-])(?P<day>3[01]|[12][0-9]|0?[1-9])"
_LEFT = re.compile(
    rf"(?:{_DAY}(?:\.|er|º|°|e|-го|η)?\s(?:de\s|di\s|van\s)?)?(?P<month>[^\W\d_]{{3,14}})\.?,?\s(?:de\s|del\s|του\s)?\Z"
)
_WHOLE = re.compile(
    rf"{_DAY}(?P<sign>[-.]|\.?\s)(?P<month>[^\W\d_]{{3,14}})(?:(?P=sign)|\.?,?\s)\Z"
    r"|(?<!\w)(?P<first>[^\W\d_]{3,14})\.?\s(?P<second>3[01]|[12][0-9]|0?[1-9]),\s\Z"
)
"""A day and a month right before a year, between signs or spaces: ``16 giu``, ``12-Mär-``."""
_COMMON = (
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fi",
    "fr",
    "gl",
    "hr",
    "hu",
    "id",
    "it",
    "lt",
    "lv",
    "nb",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "tr",
    "uk",
    "vi",
)
"""Languages whose short months are known beside a day and a year."""


@cache
def months() -> dict[str, int]:
    """Names that mean one month in whatever language has them, without those that are words elsewhere."""
    numbers: dict[str, set[int]] = {}
    for table in cldr_months().values():
        for number, names in enumerate(table, start=1):
            for name in names:
                numbers.setdefault(name.lower(), set()).add(number)
    for language in TABLES:
        for name, number in lexicon(language).months.items():
            numbers.setdefault(name, set()).add(number)
    return {name: next(iter(found)) for name, found in numbers.items() if len(found) == 1 and len(name) > 3}


@cache
def short_months() -> dict[str, int]:
    """Months in all their forms that mean one month in all of the common languages that have them."""
    numbers: dict[str, set[int]] = {}
    for language in _COMMON:
        for name, number in lexicon(language).months.items():
            if (bare := name.rstrip(".")).isalpha():
                numbers.setdefault(bare, set()).add(number)
    return {name: next(iter(found)) for name, found in numbers.items() if len(found) == 1}


def _whole(reading: Reading, before: str) -> Reading | None:
    """The year with a day and a month of another language right before it, short forms too."""
    found = _WHOLE.search(before)
    if found is None:
        return None
    name = (found["month"] or found["first"]).lower()
    day = int(found["day"] or found["second"])
    number = short_months().get(name)
    value = reading.value
    if number is None or not isinstance(value, Date):
        return None
    if day > days_in_month(int(value.year), number):
        return None
    start = reading.start - len(before) + found.start()
    return reading._replace(
        start=start, value=value._replace(month=number, day=day), unit="day", rule="foreign"
    )


def with_foreign_month(here: Paragraph, reading: Reading) -> Reading:
    """The year with the month, and the day, of another language before it; the year alone where there is none."""
    start = reading.start
    if start - here.floor < 4 or not isinstance(reading.value, Date):
        return reading
    before = here.text[max(here.floor, start - 34) : start]
    if before[-1] in " .-" and (whole := _whole(reading, before)) is not None:
        return whole
    words = before.rsplit(None, 2)
    known = months()
    if not any(words[-place].strip(".,").lower() in known for place in range(1, min(3, len(words) + 1))):
        return reading
    match = _LEFT.search(before)
    number = known.get(match["month"].lower()) if match else None
    if match is None or number is None or match["month"].lower() in here.language.grammar.words.months:
        return reading
    day = int(match["day"]) if match["day"] else None
    if day is not None and day > days_in_month(int(reading.value.year), number):
        return reading
    begin = match.start("day") if day else match.start("month")
    value = reading.value._replace(month=number, day=day)
    return reading._replace(
        start=start - len(before) + begin, value=value, unit="day" if day else "month", rule="foreign"
    )
