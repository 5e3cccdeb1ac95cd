"""Columns: each table has those of its schema, and each cell what its column allows.

The rules are not written here: they are derived from the Table Schemas, for pandera on polars, so that its
verdict is that of any other tool that reads the schema.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

import pandera.polars as pandera
import polars as pl
from pandera.errors import SchemaError, SchemaErrors

from corpus_pkg.schema import TABLES, Field, table_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.shard import Shard

_TYPES = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}
_RULES: dict[str, Callable[[pl.Expr, Any], pl.Expr]] = {
    "enum": lambda cell, allowed: cell.is_in(allowed),
    # as one group, or an alternative would end the anchors' reach
    "pattern": lambda cell, pattern: cell.str.contains(f"^(?:{pattern})$"),
    "minimum": lambda cell, bound: cell >= bound,
    "maximum": lambda cell, bound: cell <= bound,
    "minLength": lambda cell, letters: cell.str.len_chars() >= letters,
}
"""What each constraint of a Table Schema asks of a cell; a cell without a value meets them all."""


@cache
def pandera_schema(name: str) -> pandera.DataFrameSchema:
    """Derive the schema of one of ``schema.TABLES`` for pandera on a polars DataFrame."""
    table = table_schema(name)
    return pandera.DataFrameSchema({field.name: _column(field, table.primary_key) for field in table.fields})


def _column(field: Field, primary_key: str) -> pandera.Column:
    checks = [
        pandera.Check(partial(_holds, constraint=constraint, bound=bound), error=constraint)
        for constraint, bound in field.constraints.items()
    ]
    is_key = field.name == primary_key
    return pandera.Column(_TYPES[field.type], checks, nullable=not field.required, unique=is_key)


def _holds(data: pandera.PolarsData, constraint: str, bound: object) -> pl.LazyFrame:
    return data.lazyframe.select(_RULES[constraint](pl.col(data.key), bound))


@cache
def _at_once(name: str) -> pandera.DataFrameSchema:
    """The same schema as one check of all columns, which says only whether every cell is as it should be.

    Pandera asks polars several times for each check of each column; nearly every table is right, and one question
    tells it. Uniqueness is left to ``keys.py``.
    """
    cells = [cell for field in table_schema(name).fields for cell in _expectations(field)]
    return pandera.DataFrameSchema(checks=pandera.Check(partial(_all_hold, cells=cells), error=name))


def _expectations(field: Field) -> Iterator[pl.Expr]:
    cell = pl.col(field.name)
    if field.required:
        yield cell.is_not_null()
        if field.type == "number":
            yield cell.is_not_nan()
    for constraint, bound in field.constraints.items():
        yield _RULES[constraint](cell, bound)


def _all_hold(data: pandera.PolarsData, cells: list[pl.Expr]) -> bool:
    answers = data.lazyframe.select(cell.all().alias(str(place)) for place, cell in enumerate(cells))
    return all(answers.collect().row(0))


def check_columns(shard: Shard) -> list[Finding]:
    """Check every cell against the type and the constraints of its column."""
    findings = []
    for name in TABLES:
        try:
            _at_once(name).validate(shard.frames[name])
        except SchemaError:
            findings += _check_each(shard, name)
    return list(dict.fromkeys(findings))  # the empty string may break two constraints of one column


def _check_each(shard: Shard, name: str) -> list[Finding]:
    try:
        pandera_schema(name).validate(shard.frames[name], lazy=True)
    except SchemaErrors as errors:
        failures = errors.failure_cases.select("column", "check", "index")
        return [
            _of_failure(shard, name, column, check, row)
            for column, check, row in failures.iter_rows()
            if check != "field_uniqueness"  # keys.py says that, and which row came first
        ]
    return []


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
