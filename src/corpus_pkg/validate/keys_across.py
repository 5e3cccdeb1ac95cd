"""The keys of all shards against each other: what two of them have, and what is named and nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pyarrow as pa

from corpus_pkg.findings import Finding, Place, Related, finding
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.validate.corpus_keys import BYTES, FIELDS, KEYS, KINDS
from corpus_pkg.validate.keys import ACROSS_DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from numpy.typing import NDArray

    from corpus_pkg.validate.corpus_keys import Numbers


def check_keys(keys: Collection[pa.Table]) -> list[Finding]:
    """Check the keys of all shards against each other; each shard's own ``check_tables`` has seen within it.

    Finds keys that two shards have, and references to rows that no shard has. Sorted. Memory holds the numbers
    alone; where there is something to find, ``keys`` are gone through a second time.
    """
    suspects = _read_suspects(keys)
    if suspects.is_empty():
        return []
    is_reference = pl.col("field") == ACROSS_DOCUMENTS
    own, missing = suspects.filter(~is_reference), suspects.filter(is_reference)
    joined = own.join(own.unique(_SAME, keep="first", maintain_order=True), on=_SAME, suffix="_first")
    is_bytes = pl.col("field") == BYTES
    again = joined.filter((pl.col("shard") != pl.col("shard_first")) & ~is_bytes)
    copies = joined.filter((pl.col("document_id") != pl.col("document_id_first")) & is_bytes)
    findings = [_of_duplicate(row) for row in again.iter_rows(named=True)]
    findings += [_of_dangling(row) for row in missing.iter_rows(named=True)]
    findings += [_of_copy(row) for row in copies.iter_rows(named=True)]
    return sorted(findings)


_SAME = ("table", "field", "value")


def _read_suspects(keys: Collection[pa.Table]) -> pl.DataFrame:
    """Return the rows of keys that are there twice and of references to none, found by numbers alone."""
    held: dict[tuple[str, str], list[Numbers]] = {kind: [np.empty(0, np.uint64)] for kind in KINDS}
    for table in keys:
        for kind, _, values in _by_kind(table):
            held[kind].append(values)
    numbers = {kind: np.concatenate(parts) for kind, parts in held.items()}
    del held
    suspects = {kind: _find_suspects(numbers, *kind) for kind in KINDS}
    del numbers
    found = [_details(KEYS.empty_table(), 0)]
    if any(values.size for values in suspects.values()):
        for shard, table in enumerate(keys):
            rows = [rows[np.isin(values, suspects[kind])] for kind, rows, values in _by_kind(table)]
            found.append(_details(table.take(np.concatenate(rows)), shard))
    return pl.concat(found)


def _by_kind(table: pa.Table) -> Iterator[tuple[tuple[str, str], NDArray[np.int64], Numbers]]:
    """The rows of each column in the keys of a shard, and their numbers."""
    tables, fields = (table[name].combine_chunks() for name in ("table", "field"))
    codes = np.asarray(tables.indices) * len(FIELDS) + np.asarray(fields.indices)
    values = np.asarray(table["value"])
    for name, field in KINDS:
        rows = np.flatnonzero(codes == TABLES.index(name) * len(FIELDS) + FIELDS.index(field))
        yield (name, field), rows, values[rows]


def _find_suspects(numbers: Mapping[tuple[str, str], Numbers], name: str, field: str) -> Numbers:
    """Keys that are there twice, and references to keys that are not there."""
    if field == ACROSS_DOCUMENTS:
        named = numbers[name, field]  # none in most corpora, and then nothing is sorted
        return np.setdiff1d(named, numbers[name, table_schema(name).primary_key]) if named.size else named
    known = np.sort(numbers[name, field])
    repeated: Numbers = known[1:][known[1:] == known[:-1]]
    return repeated


def _details(rows: pa.Table, shard: int) -> pl.DataFrame:
    plain = [field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field for field in KEYS]
    return pl.DataFrame(rows.cast(pa.schema(plain))).with_columns(pl.lit(shard).alias("shard"))


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
