"""A shard under validation: whole documents with all their rows, and the way from any row to its seed.

The checks work on columns and know rows by number alone; a finding is made only for a row that offends. So
clean rows cost no Python, and every finding names seed, line and column, whatever check it comes from.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings import EXCERPT_LENGTH, Finding, LineIndex, Place, Related, finding, place_of
from corpus_pkg.schema import TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    """Row numbers of one table, from 0."""

_FILL: dict[str, Any] = {"string": "", "integer": -1, "number": 0.0, "boolean": False}
"""What stands for a missing required value in the checks after the one that reports it."""


class DerivedFile(NamedTuple):
    """The file that a table of the shard was read from."""

    path: str
    """Relative to the package."""
    records: NDArray[np.int64]
    """The records, from 1, that the rows of the shard are."""


class Shard:
    """The four tables of some documents, each with the columns and types of its schema."""

    def __init__(
        self, tables: Mapping[str, pa.Table], files: Mapping[str, DerivedFile] | None = None
    ) -> None:
        self.tables = tables
        self.files = files or {}
        self.frames = {name: _frame(tables[name]) for name in TABLES}
        self._lines: dict[int, LineIndex] = {}
        self._named: dict[tuple[str, str], Rows] = {}

    @cached_property
    def texts(self) -> pa.LargeStringArray:
        """The source text of each document; empty where the document's is null."""
        column = self.tables["documents"]["text"].cast(pa.large_string())
        return pc.fill_null(column, "").combine_chunks()

    @cached_property
    def filled(self) -> dict[str, pl.DataFrame]:
        """The tables with something in every required cell, for the checks after the one that misses it."""
        return {name: _filled(name, frame) for name, frame in self.frames.items()}

    def cells(self, table: str, column: str) -> NDArray[Any]:
        """Return a required column of numbers or booleans."""
        return self.filled[table][column].to_numpy()

    def named(self, table: str, field: str) -> Rows:
        """Return for each row of a table the row that its reference names: −1 where it names none that is here."""
        if (table, field) not in self._named:
            (key,) = (key for key in table_schema(table).foreign_keys if key.field == field)
            keys = self.tables[key.table][key.reference]
            found = pc.index_in(self.tables[table][field], value_set=keys, skip_nulls=True)
            self._named[table, field] = pc.fill_null(found, -1).to_numpy().astype(np.int64)
        return self._named[table, field]

    def doc(self, table: str) -> Rows:
        """Return the row of the document of each row of a table, −1 where there is none."""
        return np.arange(len(self.texts)) if table == "documents" else self.named(table, "document_id")

    def leads(self, table: str, field: str, to: str) -> tuple[Rows, Rows]:
        """Return the rows whose reference leads to a row of their own document, and the rows that they lead to."""
        target = self.named(table, field)
        rows = np.flatnonzero(target >= 0)
        same = self.doc(table)[rows] == self.doc(to)[target[rows]]
        return rows[same], target[rows[same]]

    @cached_property
    def ordered(self) -> dict[str, pl.DataFrame]:
        """The rows of known documents by document and ordinal, filled.

        Two more columns say where they come from: ``row``, the row number in the table, and ``doc``, that of the
        document.
        """
        ordered = {}
        for name in TABLES[1:]:
            frame = self.filled[name].with_row_index("row").with_columns(pl.Series("doc", self.doc(name)))
            if (self.doc(name) < 0).any():
                frame = frame.filter(pl.col("doc") >= 0)
            doc, ordinal = frame["doc"].to_numpy(), frame["ordinal"].to_numpy()
            if not ((doc[1:] > doc[:-1]) | ((doc[1:] == doc[:-1]) & (ordinal[1:] >= ordinal[:-1]))).all():
                frame = frame.sort("doc", "ordinal", maintain_order=True)
            ordered[name] = frame
        return ordered

    def rows_of(self, table: str, first: int, after: int) -> pl.DataFrame:
        """Return the ordered rows of the documents in rows ``first`` up to ``after``."""
        frame = self.ordered[table]
        low, high = np.searchsorted(frame["doc"].to_numpy(), [first, after])
        return frame[int(low) : int(high)]

    def lines(self, document: int) -> LineIndex:
        """The lines of the document in row ``document``."""
        if document not in self._lines:
            self._lines[document] = LineIndex(self.texts[document].as_py())
        return self._lines[document]

    def place(self, table: str, row: int) -> Place:
        """Where a row lies: its seed, line and column, its document, its key, its record in the derived file."""
        cells = self.frames[table].row(row, named=True)
        place: Place = {
            "document_id": cells["document_id"],
            "table": table,
            "key": cells[table_schema(table).primary_key],
        }
        document = int(self.doc(table)[row])
        if document >= 0:
            place["path"] = self.frames["documents"]["source_path"][document]
            place |= self._lines_of(document, cells)
        if file := self.files.get(table):
            place |= {"file": file.path, "record": int(file.records[row])}
        return place

    def _lines_of(self, document: int, cells: dict[str, Any]) -> Place:
        start, end = cells.get("char_start"), cells.get("char_end")
        if start is not None and 0 <= start < len(self.lines(document).text):
            return place_of(start, max(start, end or 0), self.lines(document))
        line = cells.get("line_start")
        return {"line": line, "column": 1} if line is not None and line > 0 else {}

    def report(
        self,
        code: str,
        table: str,
        row: int | np.integer,
        message: str,
        field: str | None = None,
        *,
        other: tuple[str, str, int] | None = None,
    ) -> Finding:
        """Make a finding of a row, its value that of ``field``.

        ``other`` is what another row has to do with it, and that row: a message, a table and a row number.
        """
        place = self.place(table, int(row))
        if field is not None:
            value = self.frames[table][field][int(row)]
            place |= {"field": field, "value": None if value is None else str(value)[:EXCERPT_LENGTH]}
        if other is not None:
            there = self.place(other[1], int(other[2]))
            place["related"] = (
                Related(
                    other[0],
                    there.get("path"),
                    there.get("line"),
                    there.get("column"),
                    other[1],
                    there["key"],
                ),
            )
        return finding(code, message, **place)


def _frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
    return frame


def _filled(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    lacking = [
        pl.col(field.name).fill_null(_FILL[field.type])
        for field in table_schema(name).fields
        if field.required and field.name != "document_id" and frame[field.name].null_count()
    ]
    return frame.with_columns(lacking) if lacking else frame


def offenders(mask: NDArray[np.bool_], rows: Rows) -> list[int]:
    """Return the row numbers where ``mask`` holds."""
    return [int(row) for row in rows[mask]] if mask.any() else []
