"""Writes one table of the package, Parquet and CSV, from batches of whole documents.

Row groups end where a document does, at a place that the documents themselves decide: an edit of one seed leaves
the row groups before and after it byte for byte as they were.
"""

from __future__ import annotations

import itertools
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from corpus_pkg.content import csv_rows
from corpus_pkg.package.pending import PendingRows
from corpus_pkg.schema import arrow_schema, table_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

FORMATS = ("csv", "parquet")

ROWS = (50_000, 120_000)
"""A row group ends at the first fitting document after the first number of rows, at the latest at the second."""
BYTES = 24 << 20
"""… or once it holds this much, so that a table of long texts stays within memory."""
_RENDERED = 1 << 20
_ONE_IN = 4
"""A document in so many is a fitting one."""


class WrittenFile(NamedTuple):
    """A file of the package: its path within it, its size, its SHA-256."""

    path: str
    size: int
    sha256: str


class WrittenTable(NamedTuple):
    """A table as it was written."""

    name: str
    rows: int
    content_hash: str
    files: dict[str, WrittenFile]
    """By format."""


class TableWriter:
    """A context manager; ``append`` takes tables of whole documents, ``written`` holds the result afterwards."""

    def __init__(self, name: str, package: Path, formats: tuple[str, ...], metadata: dict[str, str]) -> None:
        self.name = name
        self.rows = 0
        self.written: WrittenTable | None = None
        self._package = package
        self._folder = package / "data" / name
        self._folder.mkdir(parents=True)
        self._content = sha256()
        self._metadata = metadata
        self._pending_rows = self._pending_bytes = 0
        self._paths = {form: self._folder / f"{name}.{form}" for form in FORMATS if form in formats}
        self._csv = self._paths["csv"].open("wb") if "csv" in self._paths else None
        self._parquet = _open_parquet(name, self._paths["parquet"]) if "parquet" in self._paths else None
        self._pending = PendingRows(arrow_schema(name), self._folder / ".pending")
        self._render(arrow_schema(name).empty_table(), header=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
            content_hash = f"sha256:{self._content.hexdigest()}"
        if self._parquet:
            if kind is None:
                self._parquet.add_key_value_metadata(
                    {**self._metadata, "corpus_pkg:contentHash": content_hash}
                )
            self._parquet.close()
        if self._csv:
            self._csv.close()
        self._pending.discard()
        if kind is None:
            files = {form: describe_file(self._package, path) for form, path in self._paths.items()}
            self.written = WrittenTable(self.name, self.rows, content_hash, files)

    def append(self, table: pa.Table) -> None:
        """Add the rows of whole documents, in the order of their identifiers."""
        self.rows += table.num_rows
        self._render(table, header=False)
        if not self._parquet:
            return
        cuts = _cut_documents(table)
        first = 0
        for (start, end), size in zip(itertools.pairwise(cuts), _sizes(table, cuts), strict=True):
            fits = self._pending_rows >= ROWS[0] and _is_fitting(table["document_id"][start].as_py())
            full = self._pending_rows + end - start > ROWS[1] or self._pending_bytes > BYTES
            if self._pending_rows and (fits or full):
                self._pending.append(table.slice(first, start - first))
                self._flush()
                first = start
            self._pending_rows += end - start
            self._pending_bytes += size
        self._pending.append(table.slice(first))

    def _render(self, table: pa.Table, *, header: bool) -> None:
        """Hash the canonical text of the rows, which is also what the CSV file holds."""
        for piece in _in_pieces(table):
            text = csv_rows(piece, header=header)
            self._content.update(text)
            if self._csv:
                self._csv.write(text)

    def _flush(self) -> None:
        """Write what is pending as one row group, of one chunk: else its bytes depend on how it came."""
        if self._parquet and self._pending.holds:
            group = self._pending.take()
            self._parquet.write_table(group, row_group_size=max(1, group.num_rows))
            del group
            pa.default_memory_pool().release_unused()  # else the system's allocator keeps most of a row group
        self._pending_rows, self._pending_bytes = 0, 0


def _in_pieces(table: pa.Table) -> Iterator[pa.Table]:
    """Slices of about a megabyte, at least one: what is rendered at once must fit beside what is pending."""
    rows = max(1, table.num_rows * _RENDERED // max(1, table.nbytes))
    for first in range(0, max(1, table.num_rows), rows):
        yield table.slice(first, rows)


def _cut_documents(table: pa.Table) -> list[int]:
    """The rows where documents begin, and where the last one ends."""
    if table.num_rows == 0:
        return [0]
    identifiers = table["document_id"].combine_chunks()
    changes = np.flatnonzero(np.asarray(pc.not_equal(identifiers[1:], identifiers[:-1])))
    return [0, *(changes + 1).tolist(), table.num_rows]


def _sizes(table: pa.Table, cuts: list[int]) -> list[int]:
    """Bytes of each document's rows, whatever they are cut from: eight a cell, and the letters of texts."""
    sizes = np.diff(cuts) * 8 * table.num_columns
    for column in table.columns:
        if pa.types.is_string(column.type):
            lengths = np.asarray(pc.fill_null(pc.binary_length(column), 0), dtype=np.int64)
            sizes += np.diff(np.concatenate([[0], np.cumsum(lengths)])[cuts])
    return [int(size) for size in sizes]


def _is_fitting(document_id: str) -> bool:
    return blake2b(document_id.encode(), digest_size=1).digest()[0] % _ONE_IN == 0


def _open_parquet(name: str, path: Path) -> pq.ParquetWriter:
    schema = arrow_schema(name)
    described = table_schema(name)
    repeated = [
        field.name
        for field in described.fields
        if field.type == "string"
        and (field.name.endswith("_id") or field.constraints.get("enum"))
        and field.name != described.primary_key
    ] + [field.name for field in described.fields if field.name in _REPEATED]
    options: dict[str, Any] = {
        "compression": "zstd",
        "compression_level": 3,
        "write_page_index": True,
        "write_page_checksum": True,
        "use_dictionary": repeated,
        "use_content_defined_chunking": True,
    }
    return pq.ParquetWriter(path, schema, **options)


_REPEATED = frozenset(
    {"language", "variety", "script", "calendar", "rule", "media_type", "encoding", "encoding_basis"}
)
"""Columns of few values, which a dictionary holds well."""


def describe_file(package: Path, path: Path) -> WrittenFile:
    """Size and SHA-256 of a file that has been written."""
    with path.open("rb") as stream:
        digest = sha256()
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return WrittenFile(path.relative_to(package).as_posix(), path.stat().st_size, digest.hexdigest())
