"""What a check makes aside: corpora staged as a build stages them, and nothing written of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.build import Progress, count_rows, find_all, find_nothing
from corpus_pkg.engine import choose_engine
from corpus_pkg.release import configuration_of, describe_corpus
from corpus_pkg.shards import stage_corpus, staged_side, staged_tables, take_snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus_pkg.cache import Cache
    from corpus_pkg.corpus import Corpus
    from corpus_pkg.diff import Side
    from corpus_pkg.findings import Finding
    from corpus_pkg.shards import Links, Snapshot, Staged, StagedPiece, StagedRows


class Made(NamedTuple):
    """A corpus that was made aside."""

    corpus: Corpus
    staged: Staged
    links: Links
    rows: dict[str, int]
    across: list[Finding]
    """What no single piece tells."""
    findings: list[Finding]
    """All of them, before any waiver."""

    def side(self) -> Side:
        """The corpus as a side of a comparison."""
        return staged_side(describe_corpus(self.corpus), self.tables(self.staged.counted()))

    def tables(self, pieces: Sequence[StagedPiece]) -> dict[str, StagedRows]:
        """The rows of some pieces, with the links of the corpus."""
        return staged_tables(self.corpus.config.name, pieces, self.links)

    def snapshot(self) -> Snapshot:
        """Of what it was made."""
        configuration = configuration_of(self.corpus)
        return take_snapshot(
            self.staged, self.links, configuration, self.across, is_clean=not self.corpus.findings
        )


class Workshop(NamedTuple):
    """Where corpora are made aside, and how."""

    room: Path
    cache: Cache
    workers: int | None
    progress: Progress

    def make(self, corpus: Corpus, name: str) -> Made:
        """Do all that a build does but write, with a folder of the room for what must be unpacked."""
        folder = self.room / name
        folder.mkdir()
        engine = partial(choose_engine, self.workers, None)
        staged = stage_corpus(corpus, self.cache, folder, engine, self.progress)
        rows = count_rows(staged)
        across = staged.find_across()
        findings = [*find_all(corpus, staged, across), *find_nothing(corpus, rows)]
        return Made(corpus, staged, staged.links(), rows, across, findings)
