"""The structure of the tables: each is there, with the columns of its schema, in order and of their types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.findings import Finding, finding
from corpus_pkg.schema import TABLES, arrow_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa


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
