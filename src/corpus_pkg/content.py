r"""The rows of a table as one canonical text, and the hash of it: the same whatever the batches.

The canonical text is UTF-8 CSV as polars writes it: a header line, ``\n`` after every line, quotes only
where needed, nothing for a null, the shortest decimals that read back as the same number. No two tables of
one schema share it, and it depends neither on how the rows were cut into batches nor on the version of
Parquet. A CSV file of a package is this text, so its SHA-256 is the content hash of its table.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

import polars as pl

from corpus_pkg.schema import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa


def csv_rows(table: pa.Table | pa.RecordBatch, *, header: bool) -> bytes:
    """Return the rows as canonical CSV, after the header line if ``header``."""
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
    buffer = BytesIO()
    frame.write_csv(buffer, include_header=header)
    return buffer.getvalue()


class ContentHash:
    """SHA-256 over the canonical rows of one table, batch by batch."""

    def __init__(self, name: str) -> None:
        """``name`` is one of ``schema.TABLES``; the header line is hashed at once."""
        schema = arrow_schema(name)
        self._hash = hashlib.sha256(csv_rows(schema.empty_table(), header=True))
        for index, field in enumerate(schema):  # rows that lack a required value have a hash too
            schema = schema.set(index, field.with_nullable(True))
        self._schema = schema

    def update(self, batch: pa.Table | pa.RecordBatch) -> None:
        """Add rows; raises ValueError or ArrowInvalid where they do not have the columns of the schema."""
        self._hash.update(csv_rows(batch.cast(self._schema), header=False))

    def hexdigest(self) -> str:
        """Return the hash of the rows so far, in hexadecimal."""
        return self._hash.hexdigest()
