"""Accounting: what a document's row counts is what the text and the other tables hold, and it adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from corpus_pkg.model import APPARATUS

if TYPE_CHECKING:
    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.shard import Shard
    from corpus_pkg.validate.source_texts import Integers, SourceTexts

PARTS = ("lines_content", *(f"lines_{role}" for role in sorted(APPARATUS)))
"""The columns of ``documents`` that share its written lines between them."""


def check_counts(shard: Shard) -> list[Finding]:
    """Check the counts of rows, and that the parts of the lines are the whole."""
    documents = shard.frames["documents"]
    findings = []
    for table in ("paragraphs", "blocks", "mentions"):
        counted = np.bincount(shard.ordered[table]["doc"].to_numpy(), minlength=documents.height)
        for row, count in _differing(shard.cells("documents", table), counted):
            message = f"{table} says {documents[table][row]}, the table has {count} rows of the document"
            findings.append(shard.report("count-mismatch", "documents", row, message, table))
    whole = documents.select(
        (pl.col("lines") != pl.sum_horizontal("lines_blank", *PARTS)).alias("wrong")
    ).to_series()
    for row in whole.arg_true():
        message = "the blank lines and those of content and apparatus do not add up to lines"
        findings.append(shard.report("accounting-mismatch", "documents", row, message, "lines"))
    for row in (documents["paragraphs"] == 0).fill_null(value=False).arg_true():
        if (documents["text"][row] or "").strip():
            message = "the document has lines that are not blank and no paragraph"
            findings.append(
                shard.report("document-without-paragraphs", "documents", row, message, "paragraphs")
            )
    return findings


def check_lines(shard: Shard, texts: SourceTexts, first: int, after: int) -> list[Finding]:
    """Check the counts of characters and lines of the documents ``first`` up to ``after``, given their texts."""
    documents = shard.frames["documents"]
    findings = []
    for column, counted in _count(shard, texts, first, after).items():
        for row, count in _differing(shard.cells("documents", column)[first:after], counted):
            message = f"{column} says {documents[column][first + row]}, counted are {count}"
            findings.append(shard.report("accounting-mismatch", "documents", first + row, message, column))
    return findings


def _count(shard: Shard, texts: SourceTexts, first: int, after: int) -> dict[str, Integers]:
    """Count characters, lines, and lines by what they belong to."""
    line_docs = np.searchsorted(texts.base, texts.line_starts, side="right") - 1
    lines = np.bincount(line_docs, minlength=after - first)
    written = np.bincount(line_docs[texts.written], minlength=after - first)
    counts = {"characters": texts.characters, "lines": lines, "lines_blank": lines - written}
    paragraphs = shard.rows_of("paragraphs", first, after)
    doc = paragraphs["doc"].to_numpy().astype(np.int64) - first
    # Where spans are wrong, spans.py says so; here they only must not lead outside.
    start = np.clip(paragraphs["line_start"].to_numpy(), 1, lines[doc] + 1) - 1
    end = np.clip(paragraphs["line_end"].to_numpy(), start, lines[doc])
    before = np.append(0, np.cumsum(texts.written))
    base = np.searchsorted(texts.line_starts, texts.base[doc])
    held = before[base + end] - before[base + start]
    role = paragraphs["role"]
    apparatus = np.zeros(len(doc), dtype=bool)
    for name in sorted(APPARATUS):
        is_it = (role == name).to_numpy()
        apparatus |= is_it
        counts[f"lines_{name}"] = np.bincount(doc[is_it], held[is_it], minlength=after - first).astype(
            np.int64
        )
    content = np.bincount(doc[~apparatus], held[~apparatus], minlength=after - first)
    return counts | {"lines_content": content.astype(np.int64)}


def _differing(said: Integers, counted: Integers) -> list[tuple[int, int]]:
    """Pairs of row and count where a column says something else."""
    return [(int(row), int(counted[row])) for row in np.flatnonzero(said != counted)]
