"""The Frictionless framework over a package, with a Parquet parser that reads by batches and misses nothing.

The parser of frictionless 5.21 reads whole files through pandas: it passes wrong hashes, refuses right sizes and
nullable integers, and takes a missing number for nan.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import pyarrow.parquet as pq
from frictionless import FrictionlessException, Package, Parser, Plugin, Resource, system

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from frictionless import Error

_BATCH_ROWS = 4096


class ArrowParquetParser(Parser):
    """Reads Parquet by batches of rows, and the file as bytes too, so that size and hash are counted."""

    requires_loader = True
    supported_types: ClassVar = ["boolean", "date", "datetime", "integer", "number", "string", "time"]

    def read_cell_stream_create(self) -> Iterator[list[Any]]:
        """Yield the names of the columns, then the rows."""
        with pq.ParquetFile(self.resource.normpath, page_checksum_verification=True) as file:
            yield file.schema_arrow.names
            for batch in file.iter_batches(_BATCH_ROWS):
                columns = [column.to_pylist() for column in batch.columns]
                yield from map(list, zip(*columns, strict=True))
        stream: Any = self.loader.byte_stream
        while stream.read1(1 << 20):
            pass


class ArrowParquetPlugin(Plugin):
    """Offers the parser; what is registered comes before what frictionless brings."""

    def create_parser(self, resource: Resource) -> Parser | None:
        """Return the parser where ``resource`` is Parquet."""
        return ArrowParquetParser(resource) if resource.format == "parquet" else None


class FrameworkError(NamedTuple):
    """What Frictionless says, in our terms."""

    code: str
    message: str
    file: str | None
    record: int | None
    """From 1, the header not counted."""
    field: str | None
    value: str | None


def run_framework(folder: Path) -> list[FrameworkError]:
    """Validate the package in ``folder`` by Frictionless, all errors and not the first thousand."""
    system.register("corpus-pkg-parquet", ArrowParquetPlugin())
    try:
        report = Package(str(folder / "datapackage.json")).validate(limit_errors=sys.maxsize)
    except FrictionlessException as exception:
        return [_translate(error, None) for error in (exception.reasons or [exception.error])]
    finally:
        system.deregister("corpus-pkg-parquet")
    found = [_translate(error, None) for error in report.errors]
    for task in report.tasks:
        found += [_translate(error, task.place) for error in task.errors]
    return found


_CODES = {
    "type-error": "value-type",
    "primary-key": "key-duplicate",
    "foreign-key": "key-foreign-missing",
    "hash-count": "hash-mismatch",
    "byte-count": "bytes-mismatch",
    "row-count": "rows-mismatch",
    "missing-label": "column-missing",
    "extra-label": "column-unknown",
    "incorrect-label": "column-order",
}


def _translate(error: Error, file: str | None) -> FrameworkError:
    code = _CODES.get(error.type, "frictionless-error")
    if error.type == "constraint-error":
        kind = error.note.partition('"')[2].partition('"')[0]
        kinds = {"required": "value-required", "enum": "value-enum"}
        code = kinds.get(kind, "value-constraint")
    row, field = getattr(error, "row_number", None), getattr(error, "field_name", None)
    names = getattr(error, "field_names", None)
    value = getattr(error, "cell", None)
    message = error.note or error.message
    return FrameworkError(
        code, message[:500], file, row and row - 1, field or (names and names[0]) or None, value or None
    )
