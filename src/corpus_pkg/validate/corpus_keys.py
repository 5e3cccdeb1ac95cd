"""Keys across shards: each shard hands on its keys as numbers, and no text of it need be held.

A shard's keys are a small Arrow table, 22 bytes a row and the names of its documents once. An identifier of this
project is 64 bits written in hexadecimal, so its number is the identifier itself; a document's identifier and
path stand by their hash.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.validate.keys import ACROSS_DOCUMENTS
from corpus_pkg.validate.source_texts import SourceTexts, batches

if TYPE_CHECKING:
    from collections.abc import Mapping

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

BYTES = "source_sha256"
"""The one column that need not be unique, and is looked at as if it were: two seeds may have the same bytes."""

KINDS = (
    *(("documents", field) for field in ("document_id", "source_path", BYTES)),
    *(
        (name, field)
        for name in TABLES[1:]
        for field in (table_schema(name).primary_key, ACROSS_DOCUMENTS)
        if field in table_schema(name).columns
    ),
)
"""The columns of tables that are keys, or lead out of a shard."""

FIELDS = tuple(dict.fromkeys(field for _, field in KINDS))


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
        for name, field in KINDS
    ]
    kinds = np.repeat(np.arange(len(KINDS)), [len(held.values) for held in columns])
    values, doc, line, column = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    in_tables = np.array([TABLES.index(name) for name, _ in KINDS], dtype=np.int8)
    in_fields = np.array([FIELDS.index(field) for _, field in KINDS], dtype=np.int8)
    return pa.table(
        [
            pa.DictionaryArray.from_arrays(in_tables[kinds], list(TABLES)),
            pa.DictionaryArray.from_arrays(in_fields[kinds], list(FIELDS)),
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
