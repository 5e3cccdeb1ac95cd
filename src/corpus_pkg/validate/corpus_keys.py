"""Keys across shards: each shard hands on its keys as numbers, and no text of it need be held.

A shard's keys are a small Arrow table, 22 bytes a row and the names of its documents once. An identifier of this
project is 64 bits written in hexadecimal, so its number is the identifier itself; a document's identifier and
path stand by their hash.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings import Finding, Place, Related, finding
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.validate.keys import ACROSS_DOCUMENTS
from corpus_pkg.validate.source_texts import SourceTexts, batches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.uint32]

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

_KINDS = (
    *(("documents", field) for field in ("document_id", "source_path", _BYTES)),
    *(
        (name, field)
        for name in TABLES[1:]
        for field in (table_schema(name).primary_key, ACROSS_DOCUMENTS)
        if field in table_schema(name).columns
    ),
)
"""The columns of tables that are keys, or lead out of a shard."""

_FIELDS = tuple(dict.fromkeys(field for _, field in _KINDS))


class _Column(NamedTuple):
    """The keys of one column, with the document and the place of the row of each; parallel arrays."""

    values: Numbers
    doc: NDArray[np.int32]
    line: Places
    column: Places
    """0 where a row has no place but its document."""


def collect_keys(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Return the keys of a shard, and its references to other documents, as a table of schema ``KEYS``.

    ``tables`` have the columns of their schemas. Rows that lack a key or hold none of the form of their table are
    left out: ``check_tables`` reports them.
    """
    documents = tables["documents"]
    docs = {name: _documents_of(tables[name], documents) for name in TABLES[1:]}
    placed = _find_places(tables, docs)
    columns = [
        _of_documents(documents[field].to_pylist())
        if name == "documents"
        else _of_rows(tables[name][field], docs[name], *placed[name])
        for name, field in _KINDS
    ]
    kinds = np.repeat(np.arange(len(_KINDS)), [len(held.values) for held in columns])
    values, doc, line, column = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    in_tables = np.array([TABLES.index(name) for name, _ in _KINDS], dtype=np.int8)
    in_fields = np.array([_FIELDS.index(field) for _, field in _KINDS], dtype=np.int8)
    return pa.table(
        [
            pa.DictionaryArray.from_arrays(in_tables[kinds], list(TABLES)),
            pa.DictionaryArray.from_arrays(in_fields[kinds], list(_FIELDS)),
            pa.array(values),
            *(
                pa.DictionaryArray.from_arrays(doc, _whole(documents[field]))
                for field in ("document_id", "source_path")
            ),
            *(pa.array(place, mask=place == 0) for place in (line, column)),
        ],
        schema=KEYS,
    )


def _documents_of(table: pa.Table, documents: pa.Table) -> NDArray[np.int32]:
    """Return for each row of a table the row of its document, −1 where there is none."""
    found = pc.index_in(table["document_id"], value_set=documents["document_id"], skip_nulls=True)
    return np.asarray(pc.fill_null(found, -1))


def _of_documents(values: list[str | None]) -> _Column:
    held = [row for row, value in enumerate(values) if value is not None]
    hashes = np.array([_hash(values[row] or "") for row in held], np.uint64)
    nowhere = np.zeros(len(held), np.uint32)
    return _Column(hashes, np.array(held, np.int32), nowhere, nowhere)


def _of_rows(identifiers: pa.ChunkedArray, doc: NDArray[np.int32], line: Places, column: Places) -> _Column:
    well_formed = pc.fill_null(pc.match_substring_regex(identifiers, "^[a-z][0-9a-f]{16}$"), fill_value=False)
    rows = np.flatnonzero(np.asarray(well_formed) & (doc >= 0))
    letters = np.frombuffer("".join(identifiers.take(rows).to_pylist()).encode(), np.uint8).reshape(-1, 17)
    numbers = np.frombuffer(bytes.fromhex(letters[:, 1:].tobytes().decode()), ">u8").astype(np.uint64)
    return _Column(numbers, doc[rows], line[rows], column[rows])


def _find_places(
    tables: Mapping[str, pa.Table], docs: Mapping[str, NDArray[np.int32]]
) -> dict[str, tuple[Places, Places]]:
    """Lines and columns of the rows of each table; those of the document's start where an offset lies outside."""
    whole = pc.fill_null(tables["documents"]["text"].cast(pa.large_string()), "").combine_chunks()
    placed = {
        name: (np.zeros(len(doc), np.uint32), np.zeros(len(doc), np.uint32)) for name, doc in docs.items()
    }
    offsets = {name: np.asarray(pc.fill_null(tables[name]["char_start"], -1)) for name in docs}
    for first, after in batches(whole):
        texts = SourceTexts(whole[first:after])
        for name, (line, column) in placed.items():
            rows = np.flatnonzero((docs[name] >= first) & (docs[name] < after))
            doc, offset = docs[name][rows] - first, offsets[name][rows]
            byte = texts.byte_of(doc, np.where((offset >= 0) & (offset < texts.characters[doc]), offset, 0))
            line[rows], column[rows] = texts.line_of(doc, byte), texts.column_of(doc, byte)
    return placed


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks()


def _hash(value: str) -> int:
    return int.from_bytes(blake2b(value.encode(), digest_size=8).digest())


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
    is_bytes = pl.col("field") == _BYTES
    again = joined.filter((pl.col("shard") != pl.col("shard_first")) & ~is_bytes)
    copies = joined.filter((pl.col("document_id") != pl.col("document_id_first")) & is_bytes)
    findings = [_of_duplicate(row) for row in again.iter_rows(named=True)]
    findings += [_of_dangling(row) for row in missing.iter_rows(named=True)]
    findings += [_of_copy(row) for row in copies.iter_rows(named=True)]
    return sorted(findings)


_SAME = ("table", "field", "value")


def _read_suspects(keys: Collection[pa.Table]) -> pl.DataFrame:
    """Return the rows of keys that are there twice and of references to none, found by numbers alone."""
    held: dict[tuple[str, str], list[Numbers]] = {kind: [np.empty(0, np.uint64)] for kind in _KINDS}
    for table in keys:
        for kind, _, values in _by_kind(table):
            held[kind].append(values)
    numbers = {kind: np.concatenate(parts) for kind, parts in held.items()}
    del held
    suspects = {kind: _find_suspects(numbers, *kind) for kind in _KINDS}
    del numbers
    found = [_details(KEYS.empty_table(), 0)]
    if any(values.size for values in suspects.values()):
        for shard, table in enumerate(keys):
            rows = [rows[np.isin(values, suspects[kind])] for kind, rows, values in _by_kind(table)]
            found.append(_details(table.take(np.concatenate(rows)), shard))
    return pl.concat(found)


def _by_kind(table: pa.Table) -> Iterator[tuple[tuple[str, str], NDArray[np.int64], Numbers]]:
    """The rows of each column in the keys of a shard, and their numbers."""
    tables, fields = (_whole(table[name]) for name in ("table", "field"))
    table_codes, field_codes = np.asarray(tables.indices), np.asarray(fields.indices)
    values = np.asarray(table["value"])
    for name, field in _KINDS:
        rows = np.flatnonzero((table_codes == TABLES.index(name)) & (field_codes == _FIELDS.index(field)))
        yield (name, field), rows, values[rows]


def _find_suspects(numbers: Mapping[tuple[str, str], Numbers], name: str, field: str) -> Numbers:
    """Keys that are there twice, and references to keys that are not there."""
    if field == ACROSS_DOCUMENTS:
        return np.setdiff1d(numbers[name, field], numbers[name, table_schema(name).primary_key])
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
