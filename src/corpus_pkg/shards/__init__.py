"""A corpus in shards: cut, parsed by workers, staged, and read again in the order of its documents."""

from corpus_pkg.shards.stage import Staged, stage_corpus

__all__ = ["Staged", "stage_corpus"]
