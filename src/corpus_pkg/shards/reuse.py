"""Documents of a piece that are as they were: their rows are taken from the piece that stood in its place.

So one seed that changed costs the parsing of one seed, not that of a whole piece. Rows of different documents of
a piece have nothing to do with each other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.pieces import load_record, load_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.findings import Finding
    from corpus_pkg.shards.cutting import Piece
    from corpus_pkg.staging import Staging


class Earlier(NamedTuple):
    """What an earlier piece knows of the documents of a new one."""

    documents: frozenset[str]
    """Those that follow from the same bytes, configuration and parser, by identifier."""
    tables: dict[str, pa.Table]
    findings: tuple[Finding, ...]

    def complete(self, piece: Piece, parsed: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
        """Put its rows between those that were parsed, in the order of the piece."""
        order = pa.array([known.document_id for known in piece.seeds], pa.string())
        tables = {}
        for name, table in parsed.items():
            whole = pa.concat_tables([table, self.tables[name]])
            ranks = np.asarray(pc.index_in(whole["document_id"], order))
            tables[name] = whole.take(pa.array(np.argsort(ranks, kind="stable")))
        return tables


def note_documents(cache: Staging, piece: Piece, key: str, hashes: Mapping[str, str]) -> None:
    """Note what the documents of a piece follow from: a hash for each, by identifier."""
    cache.note_beginning(piece.first, json.dumps([key, hashes]))


def find_earlier(cache: Staging, piece: Piece, hashes: Mapping[str, str]) -> Earlier | None:
    """Find the documents that the last piece with the same beginning has too; None where there are none."""
    note = cache.find_beginning(piece.first)
    key, held = json.loads(note) if note else ("", {})
    same = {known.document_id: known.seed.path for known in piece.seeds}
    same = {name: path for name, path in same.items() if hashes.get(name, "") == held.get(name)}
    path = cache.look_up(key) if same else None
    if path is None:
        return None
    findings = load_record(path).findings
    if any(found.path is None for found in findings):  # whose it is nobody can tell
        return None
    paths, names = frozenset(same.values()), pa.array(sorted(same), pa.string())
    tables = load_tables(path)
    return Earlier(
        frozenset(same),
        {name: table.filter(pc.is_in(table["document_id"], names)) for name, table in tables.items()},
        tuple(found for found in findings if found.path in paths),
    )
