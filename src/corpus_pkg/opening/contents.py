"""What a package holds by its descriptor: its tables, each in the formats that it has, and its seeds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus_pkg.errors import UsageError
from corpus_pkg.opening.address import DESCRIPTOR, locate
from corpus_pkg.opening.files import TableFiles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corpus_pkg.places import Location


class Contents(NamedTuple):
    """A package that has been found; nothing but its descriptor has been read."""

    location: Location
    descriptor: dict[str, Any]
    tables: dict[str, dict[str, TableFiles]]
    """By table, then by format."""

    @property
    def name(self) -> str:
        """The name of the corpus."""
        return str(self.descriptor.get("name", ""))

    @property
    def version(self) -> str:
        """The version of the data."""
        return str(self.descriptor.get("version", ""))

    def files(self, table: str) -> TableFiles:
        """One table in the format that is quickest to read; raises KeyError for a table that is not there."""
        forms = self.tables[table]
        return forms.get("parquet") or next(iter(forms.values()))


def read_contents(address: str | Path) -> Contents:
    """Find a package and read its descriptor; raises UsageError where there is none or it cannot be read."""
    location = locate(address)
    try:
        descriptor = json.loads(location.read(DESCRIPTOR))
        resources = [resource for resource in descriptor["resources"] if resource.get("schema")]
        tables = _tables(location, resources)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"the {DESCRIPTOR} of {location.address} cannot be read: {error}") from None
    return Contents(location, descriptor, tables)


def _tables(location: Location, resources: list[dict[str, Any]]) -> dict[str, dict[str, TableFiles]]:
    """Files by table and format: a table is the folder that its files lie in, several files are its parts."""
    tables: dict[str, dict[str, TableFiles]] = {}
    for resource in resources:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        for path in paths:
            location.path(path)
            table, form = _table_of(path, resource), path.rpartition(".")[2]
            if form not in ("csv", "parquet"):
                continue
            forms = tables.setdefault(table, {})
            held = forms.get(form)
            forms[form] = TableFiles(
                location,
                (*held.paths, path) if held else (path,),
                form,
                held.schema if held else _schema(resource),
            )
    return tables


def _schema(resource: Mapping[str, Any]) -> dict[str, Any]:
    schema = resource["schema"]
    if not isinstance(schema, dict):
        raise TypeError(f"the schema of {resource['name']} is not written out")
    return schema


def _table_of(path: str, resource: Mapping[str, Any]) -> str:
    parts = path.split("/")
    return parts[1] if parts[0] == "data" and len(parts) > 2 else str(resource["name"])
