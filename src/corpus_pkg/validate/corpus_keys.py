"""Keys across shards: each shard hands on its keys as numbers, and no text of it need be held.

A shard's keys are a small Arrow table, 22 bytes a row and the names of its documents once. An identifier of this
project is 64 bits written in hexadecimal, so its number is the identifier itself; a document's identifier and
path stand by their hash.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pyarrow as pa

from corpus_pkg.findings import Finding, Place, Related, finding
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.validate.keys import ACROSS_DOCUMENTS
from corpus_pkg.validate.shard import Shard
from corpus_pkg.validate.source_texts import SourceTexts, batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

_NAMES = pa.dictionary(pa.int32(), pa.string())

KEYS = pa.schema(
    [
        pa.field("table", pa.dictionary(pa.int8(), pa.string())),
        pa.field("field", pa.dictionary(pa.int8(), pa.string())),
        pa.field("value", pa.uint64()),
        pa.field("document_id", _NAMES),
        pa.field("source_path", _NAMES),
        pa.field("line", pa.uint32()),
        pa.field("column", pa.uint32()),
    ]
)
"""One row for each key, and for each reference that may lead out of the shard."""

_BYTES = "source_sha256"
"""The one column that need not be unique, and is looked at as if it were: two seeds may have the same bytes."""


def collect_keys(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Return the keys of a shard, and its references to other documents, as a table of schema ``KEYS``.

    ``tables`` have the columns of their schemas. Rows that lack a key or hold none of the form of their table are
    left out: ``check_tables`` reports them.
    """
    shard = Shard(tables)
    documents = shard.frames["documents"].select("document_id", "source_path", "source_sha256")
    parts = [
        documents.select(
            pl.lit("documents").alias("table"),
            pl.lit(field).alias("field"),
            pl.Series("value", [_hash(value) for value in documents[field]], dtype=pl.UInt64),
            pl.col("document_id"),
            pl.col("source_path"),
            pl.lit(None, pl.UInt32).alias("line"),
            pl.lit(None, pl.UInt32).alias("column"),
        )
        for field in ("document_id", "source_path", _BYTES)
    ]
    for name in TABLES[1:]:
        table = table_schema(name)
        rows = shard.ordered[name].join(
            documents.with_row_index("doc").select("doc", "source_path"), on="doc", maintain_order="left"
        )
        line, column = _places(shard, name)
        rows = rows.with_columns(pl.Series("line", line), pl.Series("column", column))
        fields = [field for field in (table.primary_key, ACROSS_DOCUMENTS) if field in table.columns]
        parts += [_numbered(rows, name, field) for field in fields]
    keys = pl.concat(parts).filter(pl.col("value").is_not_null())
    return pa.table(keys.to_arrow(compat_level=pl.CompatLevel.oldest())).cast(KEYS)


def _numbered(rows: pl.DataFrame, table: str, field: str) -> pl.DataFrame:
    well_formed = pl.col(field).str.contains("^[a-z][0-9a-f]{16}$")
    number = pl.col(field).str.slice(1).str.to_integer(base=16, dtype=pl.UInt64, strict=False)
    return rows.filter(well_formed).select(
        pl.lit(table).alias("table"),
        pl.lit(field).alias("field"),
        number.alias("value"),
        "document_id",
        "source_path",
        "line",
        "column",
    )


def _places(shard: Shard, table: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Lines and columns of the rows of a table; those of the document's start where an offset lies outside."""
    lines, columns = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)]
    for first, after in batches(shard.texts):
        texts = SourceTexts(shard.texts[first:after])
        rows = shard.rows_of(table, first, after)
        doc = rows["doc"].to_numpy().astype(np.int64) - first
        offset = rows["char_start"].to_numpy()
        byte = texts.byte_of(doc, np.where((offset >= 0) & (offset < texts.characters[doc]), offset, 0))
        lines.append(texts.line_of(doc, byte).astype(np.uint32))
        columns.append(texts.column_of(doc, byte).astype(np.uint32))
    return np.concatenate(lines), np.concatenate(columns)


def _hash(value: str | None) -> int | None:
    return None if value is None else int.from_bytes(blake2b(value.encode(), digest_size=8).digest())


def check_keys(keys: Iterable[pa.Table]) -> list[Finding]:
    """Check the keys of all shards against each other; each shard's own ``check_tables`` has seen within it.

    Finds keys that two shards have, and references to rows that no shard has. Sorted.
    """
    suspects = _read_suspects(list(keys))
    if suspects.is_empty():
        return []
    is_reference = pl.col("field") == ACROSS_DOCUMENTS
    own, missing = suspects.filter(~is_reference), suspects.filter(is_reference)
    joined = own.join(own.unique(_SAME, keep="first", maintain_order=True), on=_SAME, suffix="_first")
    is_bytes = pl.col("field") == _BYTES
    again = joined.filter((pl.col("shard") != pl.col("shard_first")) & ~is_bytes)
    copies = joined.filter((pl.col("document_id") != pl.col("document_id_first")) & is_bytes)
    findings = [_of_duplicate(row) for row in again.iter_rows(named=True)]
    findings += [_of_dangling(row) for row in missing.iter_rows(named=True)]
    findings += [_of_copy(row) for row in copies.iter_rows(named=True)]
    return sorted(findings)


_SAME = ("table", "field", "value")


def _read_suspects(tables: list[pa.Table]) -> pl.DataFrame:
    """Return the rows of keys that are there twice and of references to none, found by numbers alone."""
    together = pa.concat_tables([KEYS.empty_table(), *tables])
    rows = pl.DataFrame(together.select(_SAME).unify_dictionaries()).with_row_index("row")
    numbers = {
        (str(name), str(field)): (part["row"].to_numpy(), part["value"].to_numpy())
        for (name, field), part in rows.partition_by("table", "field", as_dict=True).items()
    }
    none = np.empty(0, np.uint32), np.empty(0, np.uint64)
    chosen = [none[0]]
    for (name, field), (numbered, values) in numbers.items():
        is_reference = field == ACROSS_DOCUMENTS
        own = numbers.get((name, table_schema(name).primary_key), none)[1] if is_reference else values
        known = np.sort(own)
        twice = known[1:][known[1:] == known[:-1]]
        chosen.append(numbered[~np.isin(values, known) if is_reference else np.isin(values, twice)])
    suspects = np.concatenate(chosen)
    ends = np.cumsum([table.num_rows for table in tables])
    return pl.DataFrame(together.take(suspects).unify_dictionaries()).with_columns(
        pl.Series("shard", np.searchsorted(ends, suspects, side="right"), pl.UInt32),
        pl.col(pl.Categorical).cast(pl.String),
    )


def _place(row: dict[str, Any]) -> Place:
    return {
        "path": row["source_path"],
        "line": row["line"],
        "column": row["column"],
        "document_id": row["document_id"],
        "table": row["table"],
    }


def _of_duplicate(row: dict[str, Any]) -> Finding:
    is_key = row["field"] == table_schema(row["table"]).primary_key
    value = row[row["field"]] if row["table"] == "documents" else _identifier(row)
    code = "key-duplicate" if is_key else "key-unique-violated"
    if is_key and row["table"] == "documents":
        code = "document-id-duplicate"
    place = _place(row)
    place |= {"field": row["field"], "value": value, "key": value if is_key else row["document_id"]}
    place["related"] = (
        Related(
            f"the first row of {row['field']} {value}",
            row["source_path_first"],
            row["line_first"],
            row["column_first"],
            row["table"],
            value if is_key else row["document_id_first"],
        ),
    )
    return finding(code, f"{row['field']} {value} is there already", **place)


def _of_copy(row: dict[str, Any]) -> Finding:
    return finding(
        "seed-duplicate",
        f"its bytes are those of {row['source_path_first']}",
        path=row["source_path"],
        document_id=row["document_id"],
        related=(Related("the other seed", path=row["source_path_first"]),),
    )


def _of_dangling(row: dict[str, Any]) -> Finding:
    message = f"{row['field']} names no row of {row['table']}"
    place = _place(row)
    place |= {"field": row["field"], "value": _identifier(row)}
    return finding("key-foreign-missing", message, **place)


def _identifier(row: dict[str, Any]) -> str:
    """Write a number as an identifier of its table, which begins with the letter of the table."""
    return f"{row['table'][0]}{row['value']:016x}"
