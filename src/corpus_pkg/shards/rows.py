"""A staged corpus as a side of a comparison: its rows are read from its pieces, and no package is written."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa

from corpus_pkg.diff import METADATA, Side
from corpus_pkg.package.descriptor import resource_schema
from corpus_pkg.package.names import builder
from corpus_pkg.pieces import load_table, load_tables
from corpus_pkg.schema import SCHEMA_VERSION, TABLES, arrow_schema
from corpus_pkg.shards.linking import LINKED, apply_links

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from corpus_pkg.shards.linking import Links


class StagedPiece(NamedTuple):
    """A piece, and how many rows of each table it has."""

    path: Path
    rows: Mapping[str, int]


class StagedRows(NamedTuple):
    """One table of some staged pieces, one after the other."""

    address: str
    table: str
    schema: dict[str, Any]
    """The Table Schema."""
    pieces: tuple[StagedPiece, ...]
    links: Links

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field["name"] for field in self.schema["fields"])

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The rows in order, piece by piece."""
        for piece in self.pieces:
            yield from self._read(piece, columns).to_batches()

    def take(self, positions: NDArray[np.int64], columns: Sequence[str]) -> pa.Table:
        """The rows at some positions, in the order asked for; only the pieces that hold them are read."""
        order = np.argsort(positions, kind="stable")
        wanted = positions[order]
        schema = arrow_schema(self.table)
        found = [pa.schema([schema.field(name) for name in columns]).empty_table()]
        ends = [*accumulate((piece.rows[self.table] for piece in self.pieces), initial=0)]
        for piece, start, end in zip(self.pieces, ends, ends[1:], strict=False):
            first, last = np.searchsorted(wanted, (start, end))
            if first < last:
                found.append(self._read(piece, columns).take(pa.array(wanted[first:last] - start)))
        back = np.empty(len(order), np.int64)
        back[order] = np.arange(len(order))
        return pa.concat_tables(found).take(pa.array(back))

    def _read(self, piece: StagedPiece, columns: Sequence[str]) -> pa.Table:
        if self.links and not LINKED.isdisjoint(columns):
            tables = {self.table: load_tables(piece.path)[self.table]}
            return apply_links(tables, self.links)[self.table].select(columns)
        return load_table(piece.path, self.table, columns)


def staged_tables(address: str, pieces: Sequence[StagedPiece], links: Links) -> dict[str, StagedRows]:
    """The tables of some staged pieces; ``address`` is what messages call them."""
    return {
        table: StagedRows(
            address, table, resource_schema(table, "parquet", ("parquet",)), tuple(pieces), links
        )
        for table in TABLES
    }


def staged_side(metadata: Mapping[str, Any], tables: Mapping[str, StagedRows]) -> Side:
    """Staged tables as the side that they would be once a package with this ``metadata`` was made of them.

    Formats it has none yet.
    """
    described = json.loads(json.dumps(metadata))  # as a descriptor gives it back
    made = builder()
    return Side(
        described["name"],
        described["version"],
        SCHEMA_VERSION,
        f"{made['name']} {made['version']}",
        described["configuration"]["hash"],
        {key: described[key] for key in METADATA if described.get(key)},
        (),
        tables,
        {},
    )
