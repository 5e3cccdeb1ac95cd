"""What a maintainer should look at once a seed is parsed: nothing is wrong with the rows, but perhaps with the seed."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING, Any

import polars as pl

from corpus_pkg.findings import EXCERPT_LENGTH, Finding, LineIndex, finding, place_of
from corpus_pkg.parse.mentions.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

LONG_LINE = 20_000
"""Code points: ten pages of print."""

ILLEGIBLE = 0.25
"""The legibility below which running text is told of."""

_LEAP_YEAR = 2000
_EAST_ASIAN = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?[月월]\s?(3[01]|[12]?\d)\s?[日일]")
_DAY_FIRST = re.compile(r"(?<![\d.,:/-])(3[01]|29)(?:st|th|\.|º)?\s(?:de\s)?([^\W\d_]{3,12})(?![^\W\d_])")
_MONTH_FIRST = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12})\.?\s(3[01]|29)(?:st|th)?(?![\d:%])")


def review_tables(tables: Mapping[str, pa.Table]) -> list[Finding]:
    """Review whole documents: their lines, their language, their title, and days that no calendar has."""
    documents = _frame(tables["documents"])
    paragraphs = _frame(tables["paragraphs"])
    texts = dict(documents.select("document_id", "text").iter_rows())
    paths = dict(documents.select("document_id", "source_path").iter_rows())
    findings = [*_review_documents(documents)]
    lines: dict[str, LineIndex] = {}
    for row in _doubtful(paragraphs).iter_rows(named=True):
        identifier = row["document_id"]
        if identifier not in lines:
            lines = {identifier: LineIndex(texts[identifier] or "")}  # rows of one document follow each other
        findings += _review_paragraph(row, lines[identifier], paths[identifier])
    return sorted(findings)


def _frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
    return frame


def _review_documents(documents: pl.DataFrame) -> Iterator[Finding]:
    for row in documents.iter_rows(named=True):
        place: dict[str, Any] = {"path": row["source_path"], "document_id": row["document_id"]}
        row_place = place | {"table": "documents", "key": row["document_id"]}
        if row["paragraphs"] and not row["lines_content"]:
            yield finding("document-without-content", "every line of it is apparatus", **row_place)
        if row["paragraphs"] and row["title"] is None:
            yield finding("document-without-title", "no line of it is its title", **row_place, field="title")
        if row["paragraphs"] and row["language"] == "und":
            message = "no language has the evidence for it"
            yield finding("language-undetermined", message, **row_place, field="language")
        text = row["text"] or ""
        long = (each for each in enumerate(text.split("\n"), 1) if len(each[1]) >= LONG_LINE)
        if len(text) >= LONG_LINE and (found := next(long, None)):
            message = f"the line has {len(found[1])} characters"
            yield finding("line-very-long", message, **place, line=found[0])


def _doubtful(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """The few paragraphs that need a look: recognised badly, or with a day at the end of a month."""
    is_running = pl.col("role").is_in(["body", "quotation", "list_item"])
    is_illegible = is_running & (pl.col("legibility") < ILLEGIBLE)
    has_last_days = pl.col("text").str.contains(r"(?:^|[^0-9])(?:29|3[01])(?:[^0-9]|$)")
    return paragraphs.filter(is_illegible | has_last_days)


def _review_paragraph(row: Mapping[str, Any], lines: LineIndex, path: str) -> Iterator[Finding]:
    start, end, text = row["char_start"], row["char_end"], lines.text
    if row["role"] in ("body", "quotation", "list_item") and row["legibility"] < ILLEGIBLE:
        place = place_of(start, end, lines)
        place |= {"path": path, "document_id": row["document_id"], "table": "paragraphs"}
        place |= {"key": row["paragraph_id"], "value": row["text"][:EXCERPT_LENGTH]}
        message = f"it is {row['legibility']:.0%} likely to be words of its language"
        yield finding("text-illegible", message, **place)
    for span, month, day in _find_days(text, start, end, row["language"]):
        if day > monthrange(_LEAP_YEAR, month)[1]:
            place = place_of(*span, lines)
            place |= {"path": path, "document_id": row["document_id"], "value": text[slice(*span)]}
            message = f"month {month} has {monthrange(_LEAP_YEAR, month)[1]} days"
            yield finding("date-impossible", message, **place)


def _find_days(text: str, start: int, end: int, language: str) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Months with a day beside them: the span, the month and the day."""
    months = lexicon(language.partition("-")[0]).months
    for found in _EAST_ASIAN.finditer(text, start, end):
        yield found.span(), int(found[1]), int(found[2])
    for found in _DAY_FIRST.finditer(text, start, end):
        if month := months.get(found[2].casefold()):
            yield found.span(), month, int(found[1])
    for found in _MONTH_FIRST.finditer(text, start, end):
        if month := months.get(found[1].casefold()):
            yield found.span(), month, int(found[2])
