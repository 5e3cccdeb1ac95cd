"""A written package cut into shards: whole documents with their rows, a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.schema import TABLES, arrow_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

SHARD_BYTES = 16 << 20
"""Bytes of rows of ``documents`` in a shard, one longer document apart."""


class WrittenShard(NamedTuple):
    """Some documents with all their rows, and the records, from 1, that the rows are in their files."""

    tables: dict[str, pa.Table]
    records: dict[str, NDArray[np.int64]]


def cut_package(readers: Mapping[str, Callable[[], Iterator[pa.Table]]]) -> Iterator[WrittenShard]:
    """Yield the shards of a package; ``readers`` begin to read a table from its first row.

    Rows follow their document even where they stand out of order; those of no document come with their
    neighbours. What is in memory is a shard, and a batch of every table.
    """
    identifiers = pa.chunked_array(
        [chunk for batch in readers["documents"]() for chunk in batch["document_id"].chunks], pa.string()
    ).combine_chunks()
    waiting = {name: _Waiting(name, readers[name](), identifiers) for name in TABLES[1:]}
    pending: list[pa.Table] = []
    start = end = held = 0
    for batch in readers["documents"]():
        for document in (batch.slice(row, 1) for row in range(batch.num_rows)):
            size = document.nbytes
            if pending and held + size > SHARD_BYTES:
                yield _shard(pending, start, end, waiting)
                pending, held, start = [], 0, end
            pending.append(document)
            held += size
            end += 1
    yield _shard(pending, start, end, waiting, is_last=True)


def _shard(
    pending: list[pa.Table],
    start: int,
    end: int,
    waiting: Mapping[str, _Waiting],
    *,
    is_last: bool = False,
) -> WrittenShard:
    documents = pa.concat_tables(pending) if pending else arrow_schema("documents").empty_table()
    tables, records = {"documents": documents}, {"documents": np.arange(start + 1, end + 1)}
    for name, rows in waiting.items():
        tables[name], records[name] = rows.take(end, everything=is_last)
    return WrittenShard(tables, records)


class _Waiting:
    """The rows of a table that no shard has taken yet."""

    def __init__(self, name: str, batches: Iterator[pa.Table], identifiers: pa.Array) -> None:
        self._empty = arrow_schema(name).empty_table()
        self._batches = batches
        self._identifiers = identifiers
        self._rows: list[tuple[pa.Table, NDArray[np.int64], NDArray[np.int64]]] = []
        """Rows, the numbers of their documents (−1 for none), and their records."""
        self._read = 0

    def take(self, end: int, *, everything: bool) -> tuple[pa.Table, NDArray[np.int64]]:
        """Take the rows of documents before ``end``, reading on until one of a later document comes."""
        while not self._rows or everything or self._rows[-1][1][-1] < end:
            batch = next(self._batches, None)
            if batch is None:
                break
            if batch.num_rows:
                found = pc.index_in(batch["document_id"], value_set=self._identifiers)
                numbers = pc.fill_null(found, -1).to_numpy().astype(np.int64)
                records = np.arange(self._read + 1, self._read + batch.num_rows + 1)
                self._rows.append((batch, numbers, records))
                self._read += batch.num_rows
        taken, left = [], []
        for rows, numbers, records in self._rows:
            now = numbers < end if not everything else np.ones(len(numbers), dtype=bool)
            if now.any():
                taken.append((rows.filter(pa.array(now)), records[now]))
            if not now.all():
                left.append((rows.filter(pa.array(~now)), numbers[~now], records[~now]))
        self._rows = left
        table = pa.concat_tables([rows for rows, _ in taken]) if taken else self._empty
        return table, np.concatenate([records for _, records in taken] or [np.empty(0, np.int64)])
