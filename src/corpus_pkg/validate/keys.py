"""Keys within a shard: no row is there twice, every row that is named is there and stands in the right place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from corpus_pkg.schema import TABLES, ForeignKey, table_schema

if TYPE_CHECKING:
    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.shard import Shard

ACROSS_DOCUMENTS = "translation_of"
"""The one reference that may lead to another document, and so out of the shard."""

_TO_EARLIER = ("heading_id", "continues")
"""References that lead to an earlier row of their own table."""


def check_shard_keys(shard: Shard) -> list[Finding]:
    """Check primary keys, unique keys, references and the order of rows within a shard."""
    findings = []
    for name in TABLES:
        table = table_schema(name)
        code = "document-id-duplicate" if name == "documents" else "key-duplicate"
        findings += _check_unique(shard, name, (table.primary_key,), code)
        for columns in table.unique_keys:
            findings += _check_unique(shard, name, columns, "key-unique-violated")
        for key in table.foreign_keys:
            findings += _check_reference(shard, name, key)
            if key.table == name and key.field not in _TO_EARLIER:
                findings += _check_cycles(shard, name, key)
        findings += _check_order(shard, name)
    return findings


def _check_unique(shard: Shard, table: str, columns: tuple[str, ...], code: str) -> list[Finding]:
    frame = shard.frames[table].select(columns)
    if not frame.is_empty() and frame.drop_nulls().n_unique() == frame.height:
        return []
    again = frame.with_row_index("row").drop_nulls()
    first = pl.col("row").first().over(columns)
    again = again.with_columns(first.alias("first")).filter(pl.col("row") != pl.col("first"))
    findings = []
    for row, *values, first_row in again.iter_rows():
        shown = ", ".join(f"{column} {value}" for column, value in zip(columns, values, strict=True))
        other = (f"the first row of {shown}", table, first_row)
        findings.append(shard.report(code, table, row, f"{shown} is there already", columns[-1], other=other))
    return findings


def _check_reference(shard: Shard, table: str, key: ForeignKey) -> list[Finding]:
    """Check that what a column names is there, in the same document, and stands before where it must."""
    if key.field == ACROSS_DOCUMENTS:
        return []  # what is not here may be in another shard
    named = shard.named(table, key.field)
    present = shard.frames[table][key.field].is_not_null().to_numpy()
    findings = [_of_missing(shard, table, key, row) for row in np.flatnonzero(present & (named < 0))]
    if key.table == "documents":
        return findings
    elsewhere = (named >= 0) & (shard.doc(table) != shard.doc(key.table)[named])
    for row in np.flatnonzero(elsewhere):
        other = ("the row that is named", key.table, int(named[row]))
        message = f"{key.field} names a row of another document"
        findings.append(shard.report("document-id-mismatch", table, row, message, key.field, other=other))
    if key.field in _TO_EARLIER:
        rows, targets = shard.leads(table, key.field, table)
        ordinal = shard.cells(table, "ordinal")
        for row in rows[ordinal[targets] >= ordinal[rows]]:
            message = f"{key.field} names a row that does not stand before it"
            other = ("the row that is named", table, int(named[row]))
            findings.append(shard.report("reference-order", table, row, message, key.field, other=other))
    return findings


def _of_missing(shard: Shard, table: str, key: ForeignKey, row: np.integer) -> Finding:
    message = f"{key.field} names no row of {key.table}"
    return shard.report("key-foreign-missing", table, row, message, key.field)


def _check_cycles(shard: Shard, table: str, key: ForeignKey) -> list[Finding]:
    """Follow every reference, twice as far each time: what is reached after more steps than rows is in a circle."""
    named = shard.named(table, key.field)
    end = len(named)
    onward = np.append(np.where(named < 0, end, named), end)
    if (named < 0).all():
        return []
    for _ in range(end.bit_length()):
        onward = onward[onward]
    return [
        shard.report("reference-cycle", table, row, f"{key.field} leads back to the row itself", key.field)
        for row in np.unique(onward[onward != end])
    ]


def _check_order(shard: Shard, table: str) -> list[Finding]:
    """Rows stand in the order of their documents, and of their ordinals within one."""
    if table == "documents":
        identifiers = shard.frames[table]["document_id"]
        late = (identifiers < identifiers.shift()).fill_null(value=False).arg_true().to_numpy()
    else:
        known = np.flatnonzero(shard.doc(table) >= 0)
        doc, ordinal = shard.doc(table)[known], shard.cells(table, "ordinal")[known]
        back = (doc[1:] < doc[:-1]) | ((doc[1:] == doc[:-1]) & (ordinal[1:] < ordinal[:-1]))
        late = known[1:][back]
    return [
        shard.report("rows-unsorted", table, row, "the row belongs before the one before it") for row in late
    ]
