"""A corpus in shards: cut, parsed by workers, staged, and read again in the order of its documents."""

from corpus_pkg.shards.linking import Links
from corpus_pkg.shards.rows import StagedPiece, StagedRows, staged_side, staged_tables
from corpus_pkg.shards.snapshot import Snapshot, find_snapshot, note_snapshot, take_snapshot
from corpus_pkg.shards.stage import Staged, stage_corpus

__all__ = [
    "Links",
    "Snapshot",
    "Staged",
    "StagedPiece",
    "StagedRows",
    "find_snapshot",
    "note_snapshot",
    "stage_corpus",
    "staged_side",
    "staged_tables",
    "take_snapshot",
]
