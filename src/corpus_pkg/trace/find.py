"""Finding rows in a package, by identifier or by seed line; a wrong one is answered with the nearest."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.dataset as ds

from corpus_pkg.corrections import CORRECTIONS_NAME, Correction
from corpus_pkg.corrections.reading import parse_corrections
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import LineIndex
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.trace.describe import describe_row

if TYPE_CHECKING:
    from corpus_pkg.opening import Contents
    from corpus_pkg.trace.values import Traced

Row = dict[str, Any]

_MOST_CANDIDATES = 20_000
"""Identifiers among which the nearest one is looked for: more of them would take seconds."""


class Source:
    """A package as ``trace`` reads it: single rows, by columns that tell them."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        if missing := [name for name in TABLES if name not in contents.tables]:
            raise UsageError(f"{contents.location.address} is no package of a corpus: it has no {missing[0]}")
        self._lines: dict[str, LineIndex] = {}
        self.corrections = self._read_corrections()

    def rows(self, table: str, condition: ds.Expression, *, text: bool = False) -> list[Row]:
        """The rows of a table that a condition holds for; ``documents.text`` only where it is asked for."""
        columns = [c for c in table_schema(table).columns if text or (table, c) != ("documents", "text")]
        try:
            found = self.contents.files(table).dataset().to_table(columns, filter=condition)
        except (pa.ArrowException, OSError) as error:
            address = self.contents.location.address
            raise UsageError(f"{table} of {address} cannot be read: {error}") from None
        rows: list[Row] = found.to_pylist()
        return rows

    def row(self, table: str, key: str) -> Row | None:
        """The row of a primary key."""
        return next(iter(self.rows(table, ds.field(table_schema(table).primary_key) == key)), None)

    def keys(self, table: str) -> list[str]:
        """All primary keys of a table."""
        column = table_schema(table).primary_key
        keys: list[str] = self.contents.files(table).dataset().to_table([column])[column].to_pylist()
        return keys

    def lines(self, document_id: str) -> LineIndex:
        """The source text of a document."""
        if document_id not in self._lines:
            found = self.rows("documents", ds.field("document_id") == document_id, text=True)
            self._lines[document_id] = LineIndex((found[0]["text"] if found else None) or "")
        return self._lines[document_id]

    def _read_corrections(self) -> tuple[Correction, ...]:
        """The corrections that the package was made with; its sources hold them."""
        location, relative = self.contents.location, f"sources/{CORRECTIONS_NAME}"
        if not location.filesystem.exists(location.path(relative)):
            return ()
        return parse_corrections(location.read(relative).decode("utf-8-sig", "replace"), relative)


def trace_target(contents: Contents, target: str) -> list[Traced]:
    """Trace ``ID`` or ``SEED:LINE``; raises UsageError with the nearest one where the package has no such thing."""
    source = Source(contents)
    seed, colon, number = target.rpartition(":")
    if colon and number.isdecimal() and source.row("documents", target) is None:
        return trace_line(source, seed, int(number))
    return [trace_row(source, target)]


def trace_row(source: Source, key: str) -> Traced:
    """Trace the row of a primary key, whatever its table."""
    for table in _likely_tables(key):
        if row := source.row(table, key):
            return describe_row(source, table, row)
    near = _nearest(source, key)
    raise UsageError(f"{source.contents.location.address} has no row {key!r}" + _advice(near))


def trace_line(source: Source, seed: str, number: int) -> list[Traced]:
    """Trace every row that comes from a line of a seed: its paragraphs, then their blocks and mentions."""
    document = _find_document(source, seed)
    lines = source.lines(document["document_id"])
    count = document["lines"]
    if not 1 <= number <= max(count, 1):
        raise UsageError(f"{document['source_path']} has {count} lines: there is no line {number}")
    here = (
        (ds.field("document_id") == document["document_id"])
        & (ds.field("line_start") <= number)
        & (ds.field("line_end") >= number)
    )
    found: list[Traced] = []
    for table in ("paragraphs", "blocks", "mentions"):
        rows = sorted(source.rows(table, here), key=lambda row: row["ordinal"])
        found += [describe_row(source, table, row, only_line=number) for row in rows]
    if not found and (lines.line(number) or "").strip():
        raise UsageError(f"no row comes from {document['source_path']}:{number}, though it is not blank")
    return found


def _likely_tables(key: str) -> tuple[str, ...]:
    """Tables in the order in which to look: an identifier begins with the letter of its table, mostly."""
    return tuple(sorted(TABLES, key=lambda name: (name[0] != key[:1], name != "documents")))


def _find_document(source: Source, seed: str) -> Row:
    """The document of a seed named by its path, by its path as typed from elsewhere, or by its identifier."""
    documents = (
        source.contents.files("documents").dataset().to_table(["document_id", "source_path"]).to_pylist()
    )
    typed = seed.replace("\\", "/").removeprefix("./")
    fitting = [row for row in documents if row["source_path"] == typed]
    fitting = fitting or [row for row in documents if typed.endswith(f"/{row['source_path']}")]
    fitting = fitting or [row for row in documents if row["document_id"] == seed]
    fitting = fitting or [row for row in documents if row["source_path"].endswith(f"/{typed}")]
    if len(fitting) == 1:
        found = source.row("documents", fitting[0]["document_id"])
        if found:
            return found
    if fitting:
        several = ", ".join(row["source_path"] for row in fitting[:5])
        raise UsageError(f"{seed!r} is more than one seed: {several}")
    paths = [row["source_path"] for row in documents]
    near = get_close_matches(typed, paths[:_MOST_CANDIDATES], 3, 0.4)
    raise UsageError(f"{source.contents.location.address} has no seed {seed!r}" + _advice(near))


def _nearest(source: Source, key: str) -> list[str]:
    """Identifiers like a wrong one: those of its table that begin or end as it does, else any."""
    near: list[str] = []
    for table in _likely_tables(key)[:2]:
        keys = source.keys(table)
        near += [known for known in keys if known.startswith(key)][:3]
        alike = [known for known in keys if known[:3] == key[:3] or known[-3:] == key[-3:]]
        near += get_close_matches(key, (alike or keys)[:_MOST_CANDIDATES], 3, 0.5)
    return sorted(near, key=lambda known: known[0] != key[:1])[:3]


def _advice(near: list[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else "; its tables list what there is"
