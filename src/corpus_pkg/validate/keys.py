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
    naming = shard.frames[table].select(
        pl.col(key.field).alias("key"), "document_id", pl.col("ordinal").alias("place")
    )
    naming = naming.with_row_index("row").drop_nulls("key")
    if naming.is_empty():
        return []
    if key.table == "documents":
        unknown = naming.join(
            shard.frames["documents"].select(pl.col("document_id").alias("key")), on="key", how="anti"
        )
        return [_of_missing(shard, table, key, row) for row in unknown["row"]]
    named = shard.frames[key.table].select(
        pl.col(key.reference).alias("key"),
        pl.col("document_id").alias("named_document"),
        pl.col("ordinal").alias("named_place"),
    )
    named = named.with_row_index("named_row").unique("key", keep="first", maintain_order=True)
    joined = naming.join(named, on="key", how="left", maintain_order="left")
    if key.field == ACROSS_DOCUMENTS:
        return []  # what is not here may be in another shard
    findings = [
        _of_missing(shard, table, key, row) for row in joined.filter(pl.col("named_row").is_null())["row"]
    ]
    elsewhere = joined.filter(pl.col("document_id") != pl.col("named_document"))
    for row, named_row in elsewhere.select("row", "named_row").iter_rows():
        other = ("the row that is named", key.table, named_row)
        message = f"{key.field} names a row of another document"
        findings.append(shard.report("document-id-mismatch", table, row, message, key.field, other=other))
    if key.field in _TO_EARLIER:
        late = joined.filter(
            (pl.col("document_id") == pl.col("named_document")) & (pl.col("named_place") >= pl.col("place"))
        )
        for row, named_row in late.select("row", "named_row").iter_rows():
            message = f"{key.field} names a row that does not stand before it"
            other = ("the row that is named", key.table, named_row)
            findings.append(shard.report("reference-order", table, row, message, key.field, other=other))
    return findings


def _of_missing(shard: Shard, table: str, key: ForeignKey, row: int) -> Finding:
    message = f"{key.field} names no row of {key.table}"
    return shard.report("key-foreign-missing", table, row, message, key.field)


def _check_cycles(shard: Shard, table: str, key: ForeignKey) -> list[Finding]:
    """Follow every reference twice as far each time: what has not ended after all rows goes in a circle."""
    frame = shard.frames[table].select(pl.col(key.reference).alias("key"), pl.col(key.field).alias("next"))
    if frame["next"].null_count() == frame.height:
        return []
    rows = frame.with_row_index("named").select("key", "named").unique("key", keep="first")
    step = frame.join(rows, left_on="next", right_on="key", how="left", maintain_order="left")["named"]
    end = frame.height
    following = np.append(step.fill_null(end).to_numpy().astype(np.int64), end)
    onward = following
    for _ in range(end.bit_length()):
        onward = onward[onward]
    circling = set(onward[onward != end].tolist())
    while reached := {int(following[row]) for row in circling} - circling:
        circling |= reached
    return [
        shard.report("reference-cycle", table, row, f"{key.field} leads back to the row itself", key.field)
        for row in sorted(circling)
    ]


def _check_order(shard: Shard, table: str) -> list[Finding]:
    """Rows stand in the order of their documents, and of their ordinals within one."""
    if table == "documents":
        order = shard.frames[table].select(pl.col("document_id")).with_row_index("row")
        late = order.filter(pl.col("document_id") < pl.col("document_id").shift())
    else:
        known = shard.frames["documents"].select("document_id").with_row_index("doc")
        order = shard.frames[table].select("document_id", "ordinal").with_row_index("row")
        order = order.join(known.unique("document_id", keep="first"), on="document_id", maintain_order="left")
        same = pl.col("doc") == pl.col("doc").shift()
        late = order.filter(
            (pl.col("doc") < pl.col("doc").shift()) | (same & (pl.col("ordinal") < pl.col("ordinal").shift()))
        )
    return [
        shard.report("rows-unsorted", table, row, "the row belongs before the one before it")
        for row in late["row"]
    ]
