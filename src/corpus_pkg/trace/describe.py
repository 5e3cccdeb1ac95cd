"""One row told: its place in the seed, the reasons for what it says, the rows that it has to do with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.dataset as ds

from corpus_pkg.schema import table_schema
from corpus_pkg.trace.values import Link, Reason, SeedLine, Traced
from corpus_pkg.trace.words import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus_pkg.trace.find import Source

Row = dict[str, Any]

_EXCERPT = 80
"""Code points of another row's text that a link shows."""


def describe_row(source: Source, table: str, row: Row, only_line: int | None = None) -> Traced:
    """Tell a row; ``only_line``: of its seed lines, this one alone."""
    key = row[table_schema(table).primary_key]
    document = row if table == "documents" else source.row("documents", row["document_id"]) or {}
    told = {
        "documents": _of_document,
        "paragraphs": _of_paragraph,
        "blocks": _of_block,
        "mentions": _of_mention,
    }[table]
    reasons, links = told(source, row)
    return Traced(
        table,
        key,
        document.get("source_path", ""),
        () if table == "documents" else tuple(_seed_lines(source, row, only_line)),
        tuple(reasons),
        tuple(links),
        tuple(correction for correction in source.corrections if correction.identifier == key),
        row,
    )


def _seed_lines(source: Source, row: Row, only_line: int | None) -> Iterator[SeedLine]:
    lines = source.lines(row["document_id"])
    (first, column), (last, end_column) = lines.locate(row["char_start"]), lines.locate(row["char_end"])
    for number in range(first, last + 1):
        if only_line in (None, number):
            text = lines.line(number) or ""
            start = column if number == first else len(text) - len(text.lstrip()) + 1
            yield SeedLine(number, text, start, end_column if number == last else len(text.rstrip()) + 1)


def _of_document(source: Source, row: Row) -> tuple[list[Reason], list[Link]]:
    del source
    basis = row["date_published_basis"]
    reasons = [
        Reason(
            "encoding",
            f"{row['encoding']} ({row['encoding_confidence']:.0%})",
            row["encoding_basis"],
            explain("encoding", row["encoding_basis"]),
        ),
        Reason("date published", row["date_published"] or "none", basis, explain("date_published", basis)),
        Reason(
            "language", f"{row['language']} in {row['script']}", None, "the language of most of its words"
        ),
    ]
    reasons += [
        Reason(column, str(row[column]), "configured", "corpus.toml says so")
        for column in (row["configured"] or "").split()
        if column != "date_published"
    ]
    return reasons, []


def _of_paragraph(source: Source, row: Row) -> tuple[list[Reason], list[Link]]:
    role = f"heading, level {row['heading_level']}" if row["role"] == "heading" else row["role"]
    reasons = [Reason("role", role, row["rule"], explain("role", row["rule"]))]
    block = source.row("blocks", row["block_id"])
    if block:
        reasons.append(_reason_of_language(block))
    links = _links(
        source,
        ("governed by", "paragraphs", row["heading_id"]),
        ("continues", "paragraphs", row["continues"]),
        ("translates", "paragraphs", row["translation_of"]),
        ("in run", "blocks", row["block_id"]),
    )
    inside = ds.field("paragraph_id") == row["paragraph_id"]
    links += [_link("holds inline", "blocks", found) for found in _in_order(source, "blocks", inside)]
    links += [_link("holds", "mentions", found) for found in _in_order(source, "mentions", inside)]
    same = ds.field("document_id") == row["document_id"]
    rest = same & (ds.field("continues") == row["paragraph_id"])
    links += [_link("continued by", "paragraphs", found) for found in _in_order(source, "paragraphs", rest)]
    return reasons, links


def _of_block(source: Source, row: Row) -> tuple[list[Reason], list[Link]]:
    links = _links(
        source, ("in", "paragraphs", row["paragraph_id"]), ("translates", "blocks", row["translation_of"])
    )
    extent = f"lines {row['line_start']} to {row['line_end']}"
    reasons = [_reason_of_language(row)]
    if row["kind"] == "run":
        reasons.append(
            Reason("extent", extent, None, f"as long as the language goes on; {row['paragraphs']} paragraphs")
        )
    return reasons, links


def _of_mention(source: Source, row: Row) -> tuple[list[Reason], list[Link]]:
    start, end = row["date_start"] or "open", row["date_end"] or "open"
    days = f"{row['edtf']} ({start})" if start == end else f"{row['edtf']} ({start} to {end})"
    basis = row["year_basis"]
    reasons = [
        Reason("date", days, row["rule"], explain("date", row["rule"])),
        Reason("precision", row["precision"], None, f"in the {row['calendar']} calendar"),
        Reason("year", basis, basis, explain("year", basis)),
    ]
    if row["in_name"]:
        reasons.append(Reason("name", "yes", None, "it stands in a proper name"))
    links = _links(
        source, ("year from", "mentions", row["anchor_id"]), ("in", "paragraphs", row["paragraph_id"])
    )
    return reasons, links


def _reason_of_language(block: Row) -> Reason:
    told = f"{block['variety'] or block['language']} in {block['script']} ({block['confidence']:.0%})"
    return Reason("language", told, block["basis"], explain("language", block["basis"]))


def _in_order(source: Source, table: str, condition: ds.Expression) -> list[Row]:
    return sorted(source.rows(table, condition), key=lambda row: row["ordinal"])


def _links(source: Source, *named: tuple[str, str, str | None]) -> list[Link]:
    found = []
    for relation, table, key in named:
        if key is not None:
            row = source.row(table, key)
            found.append(_link(relation, table, row) if row else Link(relation, table, key, text="not there"))
    return found


def _link(relation: str, table: str, row: Row) -> Link:
    if table == "mentions":
        told = f"{row['surface']} = {row['edtf']}"
    elif table == "blocks" and row["kind"] == "run":
        told = f"{row['language']} in {row['script']}, lines {row['line_start']} to {row['line_end']}"
    else:
        told = row["text"] or ""
    cut = told if len(told) <= _EXCERPT else told[: _EXCERPT - 1] + "…"
    return Link(
        relation, table, row[table_schema(table).primary_key], None, row["line_start"], " ".join(cut.split())
    )
