"""``datapackage.json``: a Data Package v2 descriptor that the stock tools of the standard accept.

Written by us: what ``frictionless`` writes adds private keys and is not the same from run to run. The CSV file is
the first resource of each table and carries size and hash. The Parquet file carries the hash alone, because the
stock parser miscounts its bytes (frictionless 5.21), and where integers may be missing it names ``nan`` a missing
value, because that parser reads through pandas.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from corpus_pkg.package.names import builder
from corpus_pkg.schema import SCHEMA_VERSION, TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus_pkg.package.table_writer import WrittenFile, WrittenTable

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


CSV_DIALECT = {
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "lineTerminator": "\n",
}
"""Said in full: without it the stock parser guesses the delimiter from the text (frictionless 5.21)."""


def resource_name(table: str, form: str, formats: Sequence[str]) -> str:
    """The first format of a table has the table's name, the other one says which it is."""
    return table if form == formats[0] else f"{table}-{form}"


def resource_schema(table: str, form: str, formats: Sequence[str]) -> dict[str, Any]:
    """The Table Schema of a table as it stands in the descriptor: foreign keys lead to the same format."""
    schema = copy.deepcopy(table_schema(table).descriptor)
    for key in schema.get("foreignKeys", ()):
        if "resource" in key["reference"]:
            key["reference"]["resource"] = resource_name(key["reference"]["resource"], form, formats)
    if form == "parquet":
        nullable = [field for field in schema["fields"] if not field.get("constraints", {}).get("required")]
        if any(field["type"] == "integer" for field in nullable):
            schema["missingValues"] = ["", "nan"]
    return schema


def describe_package(
    metadata: Mapping[str, Any],
    tables: Mapping[str, WrittenTable],
    sources: Sequence[WrittenFile],
    formats: Sequence[str],
) -> dict[str, Any]:
    """The descriptor of a written package.

    ``metadata`` holds the Data Package properties of the corpus configuration, ``tables`` and ``sources`` what
    was written, ``formats`` the formats in the order in which they are listed.
    """
    return {
        "$schema": PROFILE,
        **metadata,
        "schemaVersion": SCHEMA_VERSION,
        "builder": builder(),
        "resources": [_describe_resource(tables[name], form, formats) for name in TABLES for form in formats],
        "seeds": [
            {"path": file.path, "bytes": file.size, "hash": f"sha256:{file.sha256}"} for file in sources
        ],
    }


def _describe_resource(table: WrittenTable, form: str, formats: Sequence[str]) -> dict[str, Any]:
    file = table.files[form]
    described = table_schema(table.name)
    resource: dict[str, Any] = {
        "name": resource_name(table.name, form, formats),
        "type": "table",
        "title": described.title,
        "description": described.description,
        "path": file.path,
        "scheme": "file",
        "format": form,
        "mediatype": MEDIA_TYPES[form],
    }
    if form == "csv":
        resource |= {"encoding": "utf-8", "dialect": CSV_DIALECT, "bytes": file.size}
    resource |= {
        "hash": f"sha256:{file.sha256}",
        "rows": table.rows,
        "contentHash": table.content_hash,
        "schema": resource_schema(table.name, form, formats),
    }
    return resource


def to_json(value: object) -> str:
    """JSON as the package holds it: two spaces, letters as they are, a final line feed."""
    return "".join(json_parts(value))


def json_parts(value: object) -> Iterator[str]:
    """The same in small parts, for a descriptor of many seeds."""
    yield from json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(value)
    yield "\n"
