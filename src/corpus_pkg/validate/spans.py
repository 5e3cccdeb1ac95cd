"""Spans: offsets lie in their text, lines follow from them, texts are what stands there, nothing is left out."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from corpus_pkg.findings import EXCERPT_LENGTH, Finding, finding
from corpus_pkg.validate.shard import offenders
from corpus_pkg.validate.stretches import differing_rows, positions

if TYPE_CHECKING:
    from corpus_pkg.validate.shard import Rows, Shard
    from corpus_pkg.validate.source_texts import Integers, SourceTexts

_TABLES = ("paragraphs", "blocks", "mentions")


class Located(NamedTuple):
    """Rows of a table with what they point at in a batch of texts; parallel arrays."""

    table: str
    frame: pl.DataFrame
    """The rows whose offsets lie in their text."""
    rows: Rows
    doc: Integers
    """The document, from 0 within the batch."""
    start: Integers
    """Its first byte."""
    end: Integers
    """The byte after its last."""


def check_spans(shard: Shard, texts: SourceTexts, first: int, after: int) -> list[Finding]:
    """Check every span of every table that lies in the ``texts`` of the documents ``first`` up to ``after``."""
    findings = []
    for table in _TABLES:
        located, found = _locate(shard, table, shard.rows_of(table, first, after), texts, first)
        findings += found
        findings += _check_lines(shard, located, texts)
        if table == "paragraphs":
            findings += _check_coverage(shard, located, texts, first)
        findings += _check_texts(shard, located, texts)
    return findings


def _locate(
    shard: Shard, table: str, frame: pl.DataFrame, texts: SourceTexts, first: int
) -> tuple[Located, list[Finding]]:
    """Sort out the rows whose offsets lie outside their text."""
    doc = frame["doc"].to_numpy().astype(np.int64) - first
    start, end = frame["char_start"].to_numpy(), frame["char_end"].to_numpy()
    inside = (start >= 0) & (start < end) & (end <= texts.characters[doc])
    rows = frame["row"].to_numpy().astype(np.int64)
    findings = []
    for row in offenders(~inside, rows):
        cells = shard.frames[table].row(row, named=True)
        message = f"the span {cells['char_start']} to {cells['char_end']} does not lie in the document's text"
        findings.append(shard.report("span-outside", table, row, message, "char_start"))
    if findings:
        frame, rows, doc, start, end = (
            frame.filter(pl.Series(inside)),
            rows[inside],
            doc[inside],
            start[inside],
            end[inside],
        )
    located = Located(table, frame, rows, doc, texts.byte_of(doc, start), texts.byte_of(doc, end))
    return located, findings


def _check_lines(shard: Shard, located: Located, texts: SourceTexts) -> list[Finding]:
    table, frame, rows, doc, start, end = located
    findings = []
    for field, byte in (("line_start", start), ("line_end", end - 1)):
        line = texts.line_of(doc, byte)
        wrong = line != frame[field].to_numpy()
        for row, actual in zip(rows[wrong], line[wrong], strict=True):
            findings.append(
                shard.report("lines-mismatch", table, row, f"{field} by its offsets is {actual}", field)
            )
    for field, byte in (("char_start", start), ("char_end", end - 1)):
        for row in offenders(texts.white[byte], rows):
            edge = "begins" if field == "char_start" else "ends"
            findings.append(
                shard.report("span-edge-blank", table, row, f"the span {edge} with white space", field)
            )
    return findings


def _check_coverage(shard: Shard, located: Located, texts: SourceTexts, first: int) -> list[Finding]:
    """Paragraphs in order share no line, and no written line lies outside all of them."""
    findings = []
    _, _, rows, doc, start, end = located
    follows = doc[1:] == doc[:-1]
    shares = follows & (texts.line_of(doc[1:], start[1:]) <= texts.line_of(doc[:-1], end[:-1] - 1))
    for index in np.flatnonzero(shares):
        message = "the paragraph begins before the end of the last line of the one before it"
        before = ("the paragraph before it", "paragraphs", int(rows[index]))
        findings.append(
            shard.report(
                "lines-covered-twice", "paragraphs", rows[index + 1], message, "char_start", other=before
            )
        )
    order = np.argsort(start, kind="stable")
    reach = np.maximum.accumulate(np.append(0, end[order]))
    upto = np.append(start[order], len(texts.data))
    gaps = reach < upto
    between, _ = positions(reach[gaps], upto[gaps])
    left_out = between[~texts.white[between]]
    if left_out.size:
        findings += _of_uncovered(shard, left_out, texts, first)
    return findings


def _of_uncovered(shard: Shard, bytes_: Integers, texts: SourceTexts, first: int) -> list[Finding]:
    """One finding for each line, at the first byte of it that no paragraph has."""
    doc = np.searchsorted(texts.base, bytes_, side="right") - 1
    line, column = texts.line_of(doc, bytes_), texts.column_of(doc, bytes_)
    _, firsts = np.unique(np.column_stack([doc, line]), axis=0, return_index=True)
    findings = []
    for index in firsts:
        document, number = first + int(doc[index]), int(line[index])
        place = shard.place("documents", document)
        text = (shard.lines(document).line(number) or "")[int(column[index]) - 1 :]
        place |= {
            "line": number,
            "column": int(column[index]),
            "field": "text",
            "value": text[:EXCERPT_LENGTH],
        }
        place |= {"end_line": number, "end_column": int(column[index]) + len(text)}
        findings.append(finding("lines-not-covered", "the line belongs to no paragraph", **place))
    return findings


def _check_texts(shard: Shard, located: Located, texts: SourceTexts) -> list[Finding]:
    """A mention's surface is the slice; a reading text has the slice's letters in their order."""
    field = "surface" if located.table == "mentions" else "text"
    held = located.frame[field]
    chosen = held.is_not_null() if field == "surface" else held.is_not_null() & ~located.frame["corrected"]
    index = chosen.arg_true().to_numpy()
    texts_of_rows = held.filter(chosen)
    start, end = located.start[index], located.end[index]
    findings = []
    for which in differing_rows(texts, start, end, texts_of_rows, exact=field == "surface"):
        row = int(located.rows[index[which]])
        slice_ = texts.data[start[which] : end[which]].tobytes().decode()
        if field == "surface" or letters(slice_) != letters(texts_of_rows[which]):
            shown = repr(slice_[:80])
            message = f"{field} is not what stands there: {shown}"
            findings.append(shard.report("span-text-mismatch", located.table, row, message, field))
    return findings


_LOST_IN_READING = frozenset("*_-=\u00ac\u2010\u2e17")
"""Signs that reading text may lose: emphasis marks, and what stands for a hyphen at the end of a line."""


def letters(text: str) -> str:
    """Return what a slice and its reading text have in common: NFC without white space and signs it may lose."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFC", text)
        if not sign.isspace()
        and sign not in _LOST_IN_READING
        and unicodedata.category(sign) not in ("Cc", "Cf")
    )
