"""What a value of ``corpus.toml`` must be: one function a kind, each giving the value or saying what was expected."""

from __future__ import annotations

import codecs
import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime

Check = Callable[[object], object]


class WrongValueError(Exception):
    """A value is not what its key takes; the message completes "must be …"."""


def text(value: object) -> str:
    """Accept text with something in it; white space around it goes."""
    if not isinstance(value, str) or not value.strip():
        raise WrongValueError("text in quotation marks, and not empty")
    return value.strip()


def flag(value: object) -> bool:
    """Accept true and false."""
    if not isinstance(value, bool):
        raise WrongValueError("true or false")
    return value


def number(lowest: int, highest: int) -> Check:
    """Accept whole numbers between two, both included."""

    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise WrongValueError(f"a whole number from {lowest} to {highest}")
        return value

    return check


def form(pattern: str, expected: str) -> Check:
    """Accept text that is wholly of a pattern."""
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        told = text(value) if isinstance(value, str) else ""
        if not compiled.fullmatch(told):
            raise WrongValueError(expected)
        return told

    return check


def texts(check: Check) -> Check:
    """Accept an array of what ``check`` accepts, without repeats."""

    def check_all(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise WrongValueError('an array in brackets, such as ["…", "…"]')
        checked = tuple(check(item) for item in value)
        if len(set(checked)) < len(checked):
            raise WrongValueError("an array without repeats")
        return checked

    return check_all


slug = form(
    r"[a-z0-9]+(?:[-._][a-z0-9]+)*",
    'lower-case letters a to z, digits and single "-", "." or "_" between them, such as "my-corpus"',
)
"""A name that is safe in file names and addresses (Data Package v2, ``name``)."""

semantic_version = form(
    r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?",
    'a version of three numbers, such as "1.2.0" (semver.org)',
)

url = form(r"(?:https?|ftp)://[^\s/]+(?:/\S*)?", 'an address, such as "https://example.org/page"')

email = form(r"[^\s@]+@[^\s@]+", 'an e-mail address, such as "name@example.org"')

language_tag = form(
    r"(?:[A-Za-z]{2,3}|[A-Za-z]{5,8})(?:-[A-Za-z0-9]{1,8})*",
    'a language tag (BCP 47), such as "en" or "ko-KP"',
)

seed_path = form(
    r"(?!/)(?!(?:.*/)?\.\.?(?:/|$))[^\\\x00]+(?<!/)",
    'a path below the folder of corpus.toml with "/" between folders and no ".."',
)

glob = form(
    r"(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\\x00]+",
    'a pattern below the folder of corpus.toml, such as "*.txt" or "**/*.html", with "/" between folders',
)

_EDTF_DATE = (
    r"-?[\dX]{4}(?:-(?:0[1-9]|1[0-2]|2[1-9]|3\d|4[01]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|[0-3]?X{1,2}))?)?[~?%]?"
)
_EDTF = re.compile(rf"{_EDTF_DATE}|{_EDTF_DATE}/(?:{_EDTF_DATE}|\.\.)?|(?:\.\.)?/{_EDTF_DATE}")


def edtf(value: object) -> str:
    """Accept a date or interval in the forms of EDTF that a date of publication takes, and TOML's own dates."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str) or not _EDTF.fullmatch(value.strip()):
        raise WrongValueError('a date as EDTF in quotation marks, such as "2020-10-10", "2020-10" or "2020~"')
    return value.strip()


def day(value: object) -> str:
    """Accept a day, as text or as TOML's own date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    try:
        return date.fromisoformat(value).isoformat() if isinstance(value, str) else _not_a_day()
    except ValueError:
        return _not_a_day()


def _not_a_day() -> str:
    raise WrongValueError("a day, such as 2027-01-31")


def encoding(value: object) -> str:
    """Accept the name of a text encoding that Python can decode."""
    name = text(value) if isinstance(value, str) else ""
    try:
        known = codecs.lookup(name)
        "".encode(known.name)  # refuses codecs that are not of text, such as base64
    except (LookupError, ValueError, TypeError):
        raise WrongValueError('the name of a text encoding, such as "utf-8" or "cp949"') from None
    return name


def month_has_day(month: int, day_of_month: int, year: int) -> bool:
    """Say whether a month of a year has that day."""
    return day_of_month <= monthrange(year, month)[1]
