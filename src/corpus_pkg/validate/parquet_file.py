"""A Parquet file by itself: its columns, and what it says of itself once it has left its package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, Place, finding
from corpus_pkg.schema import arrow_schema
from corpus_pkg.validate.structure import compare_columns

if TYPE_CHECKING:
    from pathlib import Path

    from corpus_pkg.validate.descriptor import DescribedFile


def check_parquet(
    folder: Path, file: DescribedFile, descriptor: dict[str, Any]
) -> tuple[DescribedFile | None, list[Finding]]:
    """Check the columns and the metadata of a Parquet file; return it where its rows can be read."""
    place: Place = {"file": file.path, "table": file.table}
    try:
        with pq.ParquetFile(folder / file.path) as opened:
            schema, said = opened.schema_arrow, opened.metadata.metadata or {}
    except (pa.ArrowException, OSError, ValueError) as error:
        return None, [finding("file-unreadable", str(error)[:300], **place)]
    if findings := compare_columns(file.table, schema, file.path):
        return None, findings
    for column in arrow_schema(file.table):
        if schema.field(column.name).nullable != column.nullable:
            message = f"{column.name} is declared {'required' if column.nullable else 'optional'}"
            place["field"] = column.name
            findings.append(finding("value-type", message, **place))
    for name, expected in _metadata(file, descriptor).items():
        if not _says(said.get(f"corpus_pkg:{name}".encode()), expected):
            message = f"its metadata corpus_pkg:{name} is not that of the descriptor"
            place["field"] = f"corpus_pkg:{name}"
            findings.append(finding("metadata-disagrees", message, **place))
    return file, findings


def _metadata(file: DescribedFile, descriptor: dict[str, Any]) -> dict[str, Any]:
    """Return what the metadata must say by the descriptor."""
    resource = {name: file.resource.get(name) for name in ("name", "schema")}
    return {
        "version": descriptor.get("version"),
        "schemaVersion": descriptor.get("schemaVersion"),
        "builder": descriptor.get("builder"),
        "resource": resource | {"package": descriptor.get("name")},
        "contentHash": file.resource.get("contentHash"),
    }


def _says(said: bytes | None, expected: object) -> bool:
    try:
        text = (said or b"").decode()
        return bool(text == expected if isinstance(expected, str) else json.loads(text) == expected)
    except ValueError:
        return False
