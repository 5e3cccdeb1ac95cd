"""The rows of a package's files, batch by batch, and whether the two files of a table hold the same."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from corpus_pkg.content import csv_rows
from corpus_pkg.findings import EXCERPT_LENGTH
from corpus_pkg.schema import arrow_schema, table_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_BATCH_ROWS = {"documents": 128}
"""Rows read at once; documents hold their whole text."""
_OTHERS = 8192

_ASTRAY = 3
"""So many rows in a row that have another key each, and the files do not have the same rows any more."""


class UnreadableError(Exception):
    """A file is not what its format asks for; the message says where."""


class Noted(NamedTuple):
    """What was noticed about a row of a file: a finding that does not know its seed yet."""

    code: str
    message: str
    table: str
    file: str
    record: int
    """From 1."""
    field: str | None
    value: str | None


def read_parquet(path: Path, table: str, columns: list[str] | None = None) -> Iterator[pa.Table]:
    """Yield the rows of a Parquet file; raises UnreadableError where it is damaged."""
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            for batch in file.iter_batches(_BATCH_ROWS.get(table, _OTHERS), columns=columns):
                yield pa.Table.from_batches([batch.replace_schema_metadata(None)])
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnreadableError(str(error)[:300]) from error


def read_csv(path: Path, table: str) -> Iterator[list[str]]:
    """Yield the header and the records of a CSV file; raises UnreadableError where it is damaged."""
    csv.field_size_limit(2**31 - 1)
    width = len(arrow_schema(table))
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            for number, record in enumerate(csv.reader(stream, strict=True)):
                if len(record) != width:
                    raise UnreadableError(f"record {number} has {len(record)} cells, not {width}")
                yield record
    except (csv.Error, OSError, ValueError) as error:
        raise UnreadableError(str(error)[:300]) from error


def read_csv_typed(path: Path, table: str, file: str, noted: list[Noted]) -> Iterator[pa.Table]:
    """Yield the rows of a CSV file, null where a cell is not of its type; ``noted`` takes up where."""
    records = read_csv(path, table)
    if (header := next(records, None)) != arrow_schema(table).names:
        raise UnreadableError(f"its header is {','.join(header or ())[:300]}")
    first = 1
    while batch := list(islice(records, _BATCH_ROWS.get(table, _OTHERS))):
        columns = [
            _typed(cells, field, Noted("value-type", "", table, file, first, field.name, None), noted)
            for cells, field in zip(zip(*batch, strict=True), arrow_schema(table), strict=True)
        ]
        yield pa.Table.from_arrays(columns, schema=arrow_schema(table))
        first += len(batch)


def _typed(cells: tuple[str, ...], field: pa.Field, first: Noted, noted: list[Noted]) -> pa.Array:
    """Cells as values of their column's type; ``first`` is what to note of the first of them."""
    texts = pa.array([cell or None for cell in cells], pa.string())
    try:
        return pc.cast(texts, field.type)
    except pa.ArrowInvalid:
        values = []
        for record, cell in enumerate(cells, first.record):
            try:
                values.append(pc.cast(pa.scalar(cell or None, pa.string()), field.type).as_py())
            except pa.ArrowInvalid:
                message = f"{field.name} is {cell[:80]!r}, which is not of type {field.type}"
                noted.append(first._replace(message=message, record=record, value=cell[:EXCERPT_LENGTH]))
                values.append(None)
        return pa.array(values, field.type)


def compare_formats(batches: Iterable[pa.Table], csv_path: Path, table: str, file: str) -> Iterator[Noted]:
    """Yield the cells in which a CSV file differs from rows, and where one has rows that the other has not.

    Raises UnreadableError where the CSV file is damaged.
    """
    names = arrow_schema(table).names
    key = names.index(table_schema(table).primary_key)
    records = read_csv(csv_path, table)
    next(records, None)
    expected = (
        row for batch in batches for row in csv.reader(StringIO(csv_rows(batch, header=False).decode()))
    )
    astray = 0
    for number, (here, there) in enumerate(zip_longest(records, expected), 1):
        if here == there:
            astray = 0
            continue
        if here is None or there is None:
            what = (
                "lacks this row and all after it" if here is None else "has more rows than the Parquet file"
            )
            message = f"the CSV file {what}"
            yield Noted("formats-disagree", message, table, file, number, None, None)
            return
        astray = astray + 1 if here[key] != there[key] else 0
        if astray == _ASTRAY:
            message = "from here on the rows are not those of the Parquet file"
            yield Noted("formats-disagree", message, table, file, number, None, None)
            return
        for field, one, other in zip(names, here, there, strict=True):
            if one != other:
                message = f"{field} is {one[:80]!r}, in the Parquet file {other[:80]!r}"
                yield Noted("formats-disagree", message, table, file, number, field, one[:EXCERPT_LENGTH])
