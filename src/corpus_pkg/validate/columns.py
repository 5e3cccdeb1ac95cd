"""Columns: each table has those of its schema, and each cell what its column allows.

The rules are not written here: they are derived from the Table Schemas, for pandera on polars, so that its
verdict is that of any other tool that reads the schema.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandera.polars as pandera
import polars as pl
from pandera.errors import SchemaErrors

from corpus_pkg.findings import Finding, finding
from corpus_pkg.schema import TABLES, Field, arrow_schema, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from corpus_pkg.validate.shard import Shard

_TYPES = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


def check_structure(tables: Mapping[str, pa.Table]) -> list[Finding]:
    """Check that all tables are there with the columns of their schemas, in order and of their types."""
    findings = []
    for name in TABLES:
        if name in tables:
            findings += compare_columns(name, tables[name].schema)
        else:
            findings.append(finding("table-missing", f"there is no table {name}", table=name))
    return findings


def compare_columns(name: str, columns: pa.Schema, file: str | None = None) -> list[Finding]:
    """Compare the columns of a table, or of the ``file`` that holds it, with those of its schema."""
    expected = arrow_schema(name)
    findings = [
        finding("column-missing", f"{name} lacks the column {field}", table=name, field=field, file=file)
        for field in expected.names
        if columns.names.count(field) != 1
    ]
    findings += [
        finding("column-unknown", f"{name} has a column {field}", table=name, field=field, file=file)
        for field in dict.fromkeys(columns.names)
        if field not in expected.names
    ]
    if findings:
        return findings
    if columns.names != expected.names:
        order = ", ".join(columns.names)
        findings.append(
            finding("column-order", f"the columns of {name} are {order}", table=name, value=order, file=file)
        )
    for field in expected:
        found = columns.field(field.name).type
        if found != field.type:
            message = f"{name}.{field.name} is {found}, not {field.type}"
            place = {"table": name, "field": field.name, "value": str(found), "file": file}
            findings.append(finding("value-type", message, **place))
    return findings


@cache
def pandera_schema(name: str) -> pandera.DataFrameSchema:
    """Derive the schema of one of ``schema.TABLES`` for pandera on a polars DataFrame."""
    table = table_schema(name)
    return pandera.DataFrameSchema({field.name: _column(field, table.primary_key) for field in table.fields})


def _column(field: Field, primary_key: str) -> pandera.Column:
    checks = []
    for constraint, bound in field.constraints.items():
        match constraint:
            case "enum":
                checks.append(pandera.Check.isin(bound, error="enum"))
            case "pattern":  # as one group, or an alternative would end the anchors' reach
                checks.append(pandera.Check.str_matches(f"^(?:{bound})$", error="pattern"))
            case "minimum":
                checks.append(pandera.Check.ge(bound, error="minimum"))
            case "maximum":
                checks.append(pandera.Check.le(bound, error="maximum"))
            case "minLength":
                checks.append(pandera.Check.str_length(min_value=bound, error="minLength"))
            case _:
                raise NotImplementedError(f"no check for the constraint {constraint} of {field.name}")
    is_key = field.name == primary_key
    return pandera.Column(_TYPES[field.type], checks, nullable=not field.required, unique=is_key)


def check_columns(shard: Shard) -> list[Finding]:
    """Check every cell against the type and the constraints of its column."""
    findings = []
    for name in TABLES:
        try:
            pandera_schema(name).validate(shard.frames[name], lazy=True)
        except SchemaErrors as errors:
            failures = errors.failure_cases.select("column", "check", "index")
            findings += [
                _of_failure(shard, name, column, check, row)
                for column, check, row in failures.iter_rows()
                if check != "field_uniqueness"  # keys.py says that, and which row came first
            ]
    return list(dict.fromkeys(findings))  # the empty string may break two constraints of one column


def _of_failure(shard: Shard, table: str, column: str, check: str, row: int) -> Finding:
    constraints = {field.name: field.constraints for field in table_schema(table).fields}[column]
    value = shard.frames[table][column][row]
    shown = repr(value[:80] if isinstance(value, str) else value)
    if check == "not_nullable":
        what = f"{column} has no value" if value is None else f"{column} is {shown}"
        return shard.report("value-required", table, row, what, column)
    if value == "":
        return shard.report("value-empty-text", table, row, f"{column} is the empty string", column)
    if check == "enum":
        allowed = ", ".join(constraints["enum"])
        return shard.report("value-enum", table, row, f"{column} is {shown}, not one of {allowed}", column)
    bound = constraints.get(check)
    return shard.report(
        "value-constraint", table, row, f"{column} is {shown}: the {check} is {bound}", column
    )
