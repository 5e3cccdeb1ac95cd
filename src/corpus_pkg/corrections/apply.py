"""Corrections applied to the tables of a shard, after parsing and before validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.corrections.cells import CORRECTABLE, IN_CONFIGURATION, as_cell, from_cell, table_of
from corpus_pkg.corrections.consequences import draw_consequences, mark_corrected
from corpus_pkg.corrections.reading import CORRECTIONS_NAME
from corpus_pkg.findings import Finding, Related, finding
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.tables import to_arrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus_pkg.corrections.reading import Correction

Rows = dict[str, list[dict[str, Any]]]
"""The rows of one document, by table."""


class Outcome(NamedTuple):
    """What became of the corrections in one shard."""

    tables: Mapping[str, pa.Table]
    findings: tuple[Finding, ...]
    met: frozenset[int]
    """The lines of the corrections whose row is in the shard."""


def apply_corrections(tables: Mapping[str, pa.Table], corrections: Sequence[Correction]) -> Outcome:
    """Correct the rows of a shard; corrections of rows elsewhere are left to the other shards.

    What follows from a corrected cell follows here too: whether a paragraph is content and what governs it, the
    days of a date, runs of one language, lines accounted for. Every row that changed says so in ``corrected``.
    """
    if not corrections:
        return Outcome(tables, (), frozenset())
    documents = _documents_of(tables, corrections)
    if not documents:
        return Outcome(tables, (), frozenset())
    pieces: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
    extents = {name: _extents(tables[name]) for name in TABLES}
    findings: list[Finding] = []
    done = dict.fromkeys(TABLES, 0)
    for document_id in tables["documents"]["document_id"].to_pylist():
        if document_id not in documents:
            continue
        rows: Rows = {}
        for name in TABLES:
            start, length = extents[name].get(document_id, (done[name], 0))
            pieces[name].append(tables[name].slice(done[name], start - done[name]))
            rows[name] = tables[name].slice(start, length).to_pylist()
            done[name] = start + length
        findings += correct_document(rows, documents[document_id])
        for name in TABLES:
            pieces[name].append(to_arrow(name, rows[name]))
    corrected = {
        name: pa.concat_tables([*pieces[name], tables[name].slice(done[name])]).combine_chunks()
        for name in TABLES
    }
    met = frozenset(correction.line for held in documents.values() for correction in held)
    return Outcome(corrected, tuple(findings), met)


def correct_document(rows: Rows, corrections: Iterable[Correction]) -> list[Finding]:
    """Correct the rows of one document in place; a correction that does not hold is a finding and is left out."""
    before = {name: [dict(row) for row in rows[name]] for name in TABLES}
    by_key = {
        row[table_schema(name).primary_key]: (name, row) for name in reversed(TABLES) for row in rows[name]
    }
    findings: list[Finding] = []
    decided: dict[tuple[str, str], Any] = {}
    for correction in corrections:
        table, row = by_key[correction.identifier]
        cell = (correction.identifier, correction.column)
        if correction.column not in CORRECTABLE[table] or cell in decided:
            continue  # find_unmet says so
        held = as_cell(row[correction.column])
        if held != correction.old:
            findings.append(_stale(correction, table, row, held, before))
            continue
        try:
            decided[cell] = from_cell(table, correction.column, correction.new)
        except ValueError:
            message = f"{correction.new!r} is not of the type of {table}.{correction.column}"
            findings.append(_finding("value-type", message, correction, table, correction.new))
    for (identifier, column), value in decided.items():
        by_key[identifier][1][column] = value
    draw_consequences(rows, before, decided)
    mark_corrected(rows, before)
    return findings


def find_unmet(corrections: Sequence[Correction], met: frozenset[int]) -> list[Finding]:
    """Findings about corrections that no shard could apply: no such row, no such column, the same cell again."""
    findings = []
    first: dict[tuple[str, str], int] = {}
    for correction in corrections:
        table = table_of(correction.identifier)
        cell = (correction.identifier, correction.column)
        if cell in first:
            message = f"line {first[cell]} corrects {correction.column} of {correction.identifier} already"
            related = (Related("the first correction", path=CORRECTIONS_NAME, line=first[cell]),)
            findings.append(_finding("correction-duplicate", message, correction, table, related=related))
            continue
        first[cell] = correction.line
        if correction.column not in CORRECTABLE[table]:
            message = f"{table}.{correction.column} {_why_not(table, correction.column)}"
            findings.append(_finding("correction-column-unknown", message, correction, table))
        elif correction.line not in met:
            message = f"there is no {table[:-1]} {correction.identifier}"
            findings.append(_finding("correction-row-gone", message, correction, table, correction.old))
    return findings


def _why_not(table: str, column: str) -> str:
    if column not in table_schema(table).columns:
        return f"is no column; {', '.join(CORRECTABLE[table])} may be corrected"
    if table == "documents" and column in IN_CONFIGURATION:
        return "is said in the [[document]] table of corpus.toml, where the parser can heed it"
    return f"follows from the seed; {', '.join(CORRECTABLE[table])} may be corrected"


def _documents_of(
    tables: Mapping[str, pa.Table], corrections: Sequence[Correction]
) -> dict[str, list[Correction]]:
    """The corrections whose rows are here, by document, in the order of the file."""
    wanted: dict[str, list[Correction]] = {}
    for correction in corrections:
        wanted.setdefault(correction.identifier, []).append(correction)
    asked = pa.array(list(wanted))
    found: dict[str, list[Correction]] = {}
    for name in TABLES:
        table = tables[name].select(dict.fromkeys([table_schema(name).primary_key, "document_id"]))
        for row in table.filter(pc.is_in(table[0], asked)).to_pylist():
            key = row[table_schema(name).primary_key]
            found.setdefault(row["document_id"], []).extend(wanted.pop(key, ()))
    return {
        identifier: sorted(held, key=lambda correction: correction.line) for identifier, held in found.items()
    }


def _extents(table: pa.Table) -> dict[str, tuple[int, int]]:
    """The first row and the number of rows of every document."""
    series = pl.Series(table["document_id"].to_pylist(), dtype=pl.String)
    runs = series.rle().struct.unnest()
    starts = runs["len"].cum_sum() - runs["len"]
    return {
        key: (start, length) for key, start, length in zip(runs["value"], starts, runs["len"], strict=True)
    }


def _stale(correction: Correction, table: str, row: dict[str, Any], held: str, before: Rows) -> Finding:
    if held == correction.new:
        message = f"{correction.column} is {held!r} without it"
    else:
        message = f"{correction.column} is {held!r}, not {correction.old!r}"
    place = Related(
        "the row",
        path=before["documents"][0]["source_path"],
        line=row.get("line_start"),
        table=table,
        key=correction.identifier,
    )
    return _finding("correction-stale", message, correction, table, held, related=(place,))


def _finding(
    code: str,
    message: str,
    correction: Correction,
    table: str,
    value: str | None = None,
    *,
    related: tuple[Related, ...] = (),
) -> Finding:
    return finding(
        code,
        message,
        path=CORRECTIONS_NAME,
        line=correction.line,
        table=table,
        key=correction.identifier,
        field=correction.column,
        value=value or None,
        related=related,
    )
