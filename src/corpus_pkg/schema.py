"""The four tables as Table Schemas, and the forms derived from them.

``schemas/*.json`` is the source: what a column is called, means and may hold is said there and nowhere else.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SCHEMA_VERSION = "1.0.0"
"""The version of the schemas, apart from the data's and the builder's."""

TABLES = ("documents", "paragraphs", "blocks", "mentions")
"""The tables, in the order in which a package lists them."""

_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


class Field(NamedTuple):
    """One column: its name, Table Schema type, description and constraints."""

    name: str
    type: str
    description: str
    required: bool
    constraints: dict[str, Any]


class ForeignKey(NamedTuple):
    """``field`` holds keys of ``table``, found in its column ``reference``."""

    field: str
    table: str
    reference: str


class TableSchema(NamedTuple):
    """One table as the contract has it."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: str
    unique_keys: tuple[tuple[str, ...], ...]
    foreign_keys: tuple[ForeignKey, ...]
    descriptor: dict[str, Any]
    """The Table Schema itself; not to be changed."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(field.name for field in self.fields)


def schema_folder() -> Traversable:
    """The folder of the schema files: inside the installed package, or at the top of a checkout."""
    packaged = files("corpus_pkg") / "schemas"
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[2] / "schemas"


@cache
def table_schema(name: str) -> TableSchema:
    """The schema of one of ``TABLES``; raises KeyError for another name."""
    if name not in TABLES:
        raise KeyError(name)
    descriptor = json.loads((schema_folder() / f"{name}.json").read_text(encoding="utf-8"))
    return TableSchema(
        name=name,
        title=descriptor["title"],
        description=descriptor["description"],
        fields=tuple(_field(field) for field in descriptor["fields"]),
        primary_key=descriptor["primaryKey"][0],
        unique_keys=tuple(tuple(key) for key in descriptor.get("uniqueKeys", ())),
        foreign_keys=tuple(
            ForeignKey(
                key["fields"][0], key["reference"].get("resource", name), key["reference"]["fields"][0]
            )
            for key in descriptor.get("foreignKeys", ())
        ),
        descriptor=descriptor,
    )


def _field(descriptor: dict[str, Any]) -> Field:
    constraints = dict(descriptor.get("constraints", {}))
    required = bool(constraints.pop("required", False))
    return Field(descriptor["name"], descriptor["type"], descriptor["description"], required, constraints)


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a table: flat columns, nullable where the Table Schema does not require a value."""
    return pa.schema(
        [
            pa.field(field.name, _ARROW[field.type], nullable=not field.required)
            for field in table_schema(name).fields
        ]
    )
