"""Values: dates are EDTF and give their own bounds, years agree, tags are registered, reading text is normal."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from corpus_pkg.parse.mentions.edtf import Date, Interval, Value, bounds, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.shard import Shard

_TAGS = (("documents", "language"), ("paragraphs", "language"), ("blocks", "language"), ("blocks", "variety"))
_SCRIPTS = (("documents", "script"), ("paragraphs", "script"), ("blocks", "script"))
FREQUENT_TAGS = frozenset(
    {"de", "en", "es", "fr", "it", "ko", "pt", "ru", "zh", "und"}
    | {"und-Cyrl", "und-Hang", "und-Hani", "und-Kore", "und-Latn", "und-Zyyy"}
)
"""Registered, of course: where a table has no other, the registry need not be loaded."""
_READING_TEXTS = (("paragraphs", "text"), ("blocks", "text"), ("mentions", "context"))


def check_values(shard: Shard) -> list[Finding]:
    """Check dates, tags, scripts and reading texts: one look at each value, however many rows have it."""
    return [
        *_check_dates(shard),
        *_check_published(shard),
        *_check_juche(shard),
        *_check_tags(shard),
        *_check_reading_texts(shard),
    ]


_IS_DAY = (
    (pl.col("precision") == "day")
    & (pl.col("date_start") == pl.col("date_end"))
    & (pl.col("date_start").cast(pl.String) == pl.col("edtf"))
).fill_null(value=False)
"""A day that is its own bounds, as most dates are: there is nothing left to check."""


def _check_dates(shard: Shard) -> Iterator[Finding]:
    mentions = shard.ordered["mentions"]
    found = mentions.select("edtf", "date_start", "date_end", "precision").filter(~_IS_DAY).unique()
    invalid, misbound, misnamed = {}, {}, {}
    for edtf, start, end, precision in found.iter_rows():
        try:
            value = parse(edtf)
            first, last = (day and date.fromisoformat(day) for day in bounds(edtf))
        except (ValueError, OverflowError) as error:
            invalid[edtf] = str(error)
            continue
        if (first, last) != (start, end):
            misbound[edtf, start, end] = f"{edtf} means {first or 'open'} to {last or 'open'}"
        if _FINENESS.get(precision, 0) > _fineness(value):
            misnamed[edtf, precision] = f"{edtf} is not known to the {precision}"
    for edtf, message in invalid.items():
        for row in mentions.filter(pl.col("edtf") == edtf)["row"]:
            yield shard.report("edtf-invalid", "mentions", row, message, "edtf")
    for (edtf, start, end), message in misbound.items():
        same = (
            (pl.col("edtf") == edtf)
            & pl.col("date_start").eq_missing(pl.lit(start, pl.Date))
            & pl.col("date_end").eq_missing(pl.lit(end, pl.Date))
        )
        for row in mentions.filter(same)["row"]:
            yield shard.report("edtf-bounds-mismatch", "mentions", row, message, "date_start")
    for (edtf, precision), message in misnamed.items():
        same = (pl.col("edtf") == edtf) & (pl.col("precision") == precision)
        for row in mentions.filter(same)["row"]:
            yield shard.report("edtf-precision-mismatch", "mentions", row, message, "precision")


_FINENESS = {"second": 4, "minute": 4, "hour": 4, "day": 3, "week": 3, "month": 2, "quarter": 2, "season": 2}
"""How fine an EDTF value must be at the least to be of a precision; coarser units may be written as finer ones."""


def _fineness(value: Value) -> int:
    """Tell the finest component that a value has: 4 a time, 3 a day, 2 a month or season, 1 a year."""
    if isinstance(value, Date):
        return 4 if value.time else 3 if value.day is not None else 2 if value.month is not None else 1
    parts = value[:2] if isinstance(value, Interval) else value.members
    return max((_fineness(part) for part in parts if isinstance(part, Date | Interval)), default=0)


def _check_published(shard: Shard) -> Iterator[Finding]:
    documents = shard.frames["documents"]
    for row, edtf in enumerate(documents["date_published"]):
        if edtf is not None:
            try:
                parse(edtf)
            except (ValueError, OverflowError) as error:
                yield shard.report("edtf-invalid", "documents", row, str(error), "date_published")
    basis = pl.col("date_published_basis") == "none"
    for row in documents.select(basis != pl.col("date_published").is_null()).to_series().arg_true():
        message = "date_published and its basis do not agree whether there is a date"
        yield shard.report("date-basis-mismatch", "documents", row, message, "date_published_basis")


_JUCHE = r"(?:주체|主体|主體|チュチェ|ju-?che|ch?uch['’ʼ]?e)"
_BOTH_YEARS = re.compile(
    rf"(?<!\d)\d{{1,3}}\s*년?\s*[(（]\s*(\d{{4}})\s*년?\s*[)）]|(?<!\d)(\d{{4}})\s*년?\s*[(（]\s*{_JUCHE}",
    re.IGNORECASE,
)
_JUCHE_YEAR = re.compile(rf"{_JUCHE}[\s(（]*(\d{{1,3}})(?!\d)", re.IGNORECASE)
_FIRST_JUCHE_YEAR = 1912


def _check_juche(shard: Shard) -> Iterator[Finding]:
    """The EDTF year is the Gregorian one where it stands in brackets, else what the Juche year gives.

    Where the seed gives two years that do not agree, the parser has said so and taken the Gregorian one.
    """
    mentions = shard.ordered["mentions"].filter(pl.col("calendar") == "juche")
    for surface, edtf in mentions.select("surface", "edtf").unique(maintain_order=True).iter_rows():
        meant = {int(behind or before) for behind, before in _BOTH_YEARS.findall(surface)} or {
            int(juche) + _FIRST_JUCHE_YEAR - 1 for juche in _JUCHE_YEAR.findall(surface)
        }
        written = {int(year) for year in re.findall(r"(?<![\d-])\d{4}(?!\d)", edtf)}
        if meant and not meant & written:
            message = f"{surface!r} is {' or '.join(map(str, sorted(meant)))}, not {edtf}"
            same = (pl.col("surface") == surface) & (pl.col("edtf") == edtf)
            for row in mentions.filter(same)["row"]:
                yield shard.report("juche-year-mismatch", "mentions", row, message, "edtf")


@lru_cache(maxsize=4096)
def is_tag(tag: str) -> bool:
    """Tell whether a language tag is valid BCP 47 and all its subtags are registered."""
    if tag in FREQUENT_TAGS:
        return True
    from langcodes import tag_is_valid  # noqa: PLC0415 - slow to import, and not needed for most tables

    return bool(tag_is_valid(tag))


def is_script(code: str) -> bool:
    """Tell whether a code is of ISO 15924; ``Kore`` and ``Zyyy`` are."""
    return is_tag(f"und-{code}")


def _check_tags(shard: Shard) -> Iterator[Finding]:
    for columns, is_known, code, what in (
        (_TAGS, is_tag, "language-tag-unknown", "no registered BCP 47 tag"),
        (_SCRIPTS, is_script, "script-unknown", "no code of ISO 15924"),
    ):
        for table, field in columns:
            column = shard.frames[table][field]
            unknown = [
                value for value in column.drop_nulls().unique(maintain_order=True) if not is_known(value)
            ]
            for row in column.is_in(unknown).fill_null(value=False).arg_true() if unknown else ():
                yield shard.report(code, table, row, f"{column[row]!r} is {what}", field)


_DOUBTFUL = (
    r"[\s&&[^ ]]|  |^ | $|[\p{M}\x{374}\x{37e}\x{387}\x{958}-\x{95f}\x{9dc}-\x{9df}\x{a33}-\x{a5e}\x{b5c}\x{b5d}"
    r"\x{f43}-\x{f69}\x{1160}-\x{11ff}\x{1f00}-\x{1fff}\x{2126}-\x{212b}\x{2329}\x{232a}\x{2adc}\x{f900}-\x{faff}"
    r"\x{fb1d}-\x{fb4f}\x{113b0}-\x{113d0}\x{1611e}-\x{16129}\x{16d63}-\x{16d70}\x{1d15e}-\x{1d1c0}"
    r"\x{2f800}-\x{2fa1f}]"
)
"""White space that should have been folded, and every code point that NFC may change or compose with another."""


def _check_reading_texts(shard: Shard) -> Iterator[Finding]:
    """NFC, no white space but single spaces inside; a text without any doubtful sign is both."""
    for table, field in _READING_TEXTS:
        column = shard.frames[table][field]
        for row in column.str.contains(_DOUBTFUL).fill_null(value=False).arg_true():
            text = column[row]
            if text != " ".join(text.split()):
                message = f"{field} has white space that should have been folded"
                yield shard.report("text-not-normal", table, row, message, field)
            if not unicodedata.is_normalized("NFC", text):
                yield shard.report("text-not-normal", table, row, f"{field} is not in NFC", field)
