"""A corpus held against what was published of it: what differs, who caused it, what speaks against publishing."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.check import gates
from corpus_pkg.config.values import CONFIGURING
from corpus_pkg.corpus import list_corpus, open_corpus
from corpus_pkg.diff import diff_sides, side_of, widen
from corpus_pkg.opening import read_contents
from corpus_pkg.pieces import load_record
from corpus_pkg.release import compare_through, divide
from corpus_pkg.report import fingerprints
from corpus_pkg.shards import find_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from corpus_pkg.check.making import Made, Workshop
    from corpus_pkg.check.published import Baseline
    from corpus_pkg.corpus import Corpus
    from corpus_pkg.diff import Changes, Difference, Side
    from corpus_pkg.findings import Finding
    from corpus_pkg.opening import Contents
    from corpus_pkg.shards import Snapshot

_SAME_KEY = frozenset({"key-duplicate", "document-id-duplicate"})


class Published(NamedTuple):
    """The version to compare with."""

    side: Side
    snapshot: Snapshot | None
    """Of what it was made, where the cache knows."""
    find_seeds: Callable[[], Path]
    """Gives the folder of its seeds."""


class Compared(NamedTuple):
    """What a comparison with the published version says."""

    findings: list[Finding]
    known: frozenset[str] = frozenset()
    """The fingerprints of what is found in the published seeds, parsed as these are."""
    changes: Changes | None = None
    lost: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({})
    """Identifiers that are gone, by table and document."""


def publish(baseline: Baseline, corpus: Corpus, workshop: Workshop) -> Published | None:
    """What was published; the seeds of a revision that has no package are made as if they had been."""
    if baseline.package is not None:
        contents = read_contents(baseline.package)

        def find_seeds() -> Path:
            return _find_sources(contents, workshop.room / "published-seeds")

        return Published(side_of(contents), find_snapshot(workshop.cache, contents), find_seeds)
    if baseline.seeds is None:
        return None
    seeds = baseline.seeds
    then = open_corpus(seeds)
    made = workshop.make(then._replace(config=then.config._replace(name=corpus.config.name)), "then")
    if not made.rows["documents"]:
        return None
    return Published(made.side(), made.snapshot(), lambda: seeds)


def _find_sources(contents: Contents, room: Path) -> Path:
    """The folder of the seeds of a package: its own, or for a package that is no folder here, a copy in ``room``."""
    location = contents.location
    if location.folder and (location.folder / "sources").is_dir():
        return location.folder / "sources"
    room.mkdir()
    for path in location.files():
        target = room / path.removeprefix("sources/")
        if path.startswith("sources/") and target.name not in CONFIGURING:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(location.read(path))
    return room


class Comparison:
    """A corpus that was made, held against the one that was published."""

    def __init__(self, made: Made, published: Published, workshop: Workshop) -> None:
        self._corpus = made.corpus
        self._made = made
        self._published = published
        self._workshop = workshop

    def judge(self) -> Compared:
        """Compare the two, tell who caused what, and open or shut every gate."""
        found = [*gates.find_unreadable_seeds(self._made.findings, frozenset(self._paths.values()))]
        if not self._made.rows["documents"]:
            return Compared([*found, *gates.find_new_errors(self._made.findings, frozenset(), self._version)])
        whole = self._compare()
        removals = {removed.identifier: removed.reason for removed in self._corpus.config.removed}
        changes = divide(whole, removals, self._part)
        known = self._find_known(whole)
        found += gates.find_changes(whole, self._corpus.config)
        found += gates.find_new_errors(self._made.findings, known, self._version)
        return Compared(found, known, changes, _list_lost(whole))

    @property
    def _version(self) -> str:
        return self._published.side.version

    @cached_property
    def _new(self) -> Side:
        """What was made, as a side; it will be written in the formats of the published version."""
        return self._made.side()._replace(formats=self._published.side.formats)

    @cached_property
    def _paths(self) -> dict[str, str]:
        """The seed of each published document."""
        documents = self._published.side.tables["documents"].batches(["document_id", "source_path"])
        return {
            identifier: path
            for batch in documents
            for identifier, path in zip(*(column.to_pylist() for column in batch.columns), strict=True)
        }

    def _compare(self) -> Difference:
        """Compare the rows: of pieces that are as they were published, none is looked at."""
        old = self._published.side
        snapshot, staged = self._published.snapshot, self._made.staged
        if snapshot is None or not self._are_comparable(snapshot):
            return diff_sides(old, self._new)
        kept = snapshot.pieces.keys() & {piece.stem for piece in staged.pieces}
        before = [p for p in snapshot.counted(self._workshop.cache) if p.path.stem not in kept]
        after = [p for p in staged.counted() if p.path.stem not in kept]
        new = self._new._replace(tables=self._made.tables(after))
        rows = {table: sum(snapshot.pieces[name][table] for name in kept) for table in new.tables}
        past = {
            name: held._replace(schema=old.tables[name].schema)
            for name, held in self._made.tables(before).items()
        }
        return widen(diff_sides(old._replace(tables=past), new), rows, self._paths)

    def _are_comparable(self, snapshot: Snapshot) -> bool:
        """Whether pieces can stand for the rows of both versions: columns and links are the same, no key is twice."""
        columns = {name: rows.columns for name, rows in self._published.side.tables.items()}
        return (
            columns == {name: rows.columns for name, rows in self._new.tables.items()}
            and snapshot.links == self._made.snapshot().links
            and not any(found.code in _SAME_KEY for found in self._made.findings)
        )

    @cached_property
    def _remade(self) -> Made:
        """The published seeds, made as they would be today: under the configuration and the corrections of today."""
        corpus = list_corpus(self._published.find_seeds(), self._corpus.config, self._corpus.corrections)
        return self._workshop.make(corpus, "published-anew")

    def _part(self) -> tuple[Difference, Difference] | None:
        """Compare by way of the published seeds, made as they would be today."""
        between = self._remade.side() if self._remade.rows["documents"] else None
        return compare_through(self._published.side, between, self._new)

    def _find_known(self, whole: Difference) -> frozenset[str]:
        """What is found in the published seeds too; they are looked at only where a seed that changed has findings."""
        others = {seed.path for seed in whole.seeds if seed.fate != "parser"}
        same = frozenset(whole.paths.values()) - others
        if all(found.path in same for found in self._made.findings):
            return frozenset(fingerprints(sorted(self._made.findings)))
        snapshot = self._published.snapshot
        if snapshot and snapshot.findings is not None and snapshot.decided == self._made.snapshot().decided:
            return frozenset(fingerprints(sorted(self._recall(snapshot, snapshot.findings))))
        return frozenset(fingerprints(sorted(self._remade.findings)))

    def _recall(self, snapshot: Snapshot, across: Iterable[Finding]) -> Iterator[Finding]:
        """What was found when the published seeds were made by this very parser, under this very configuration."""
        yield from across
        staged = self._made.staged
        known = {piece.stem: record for piece, record in zip(staged.pieces, staged.records, strict=True)}
        for name in snapshot.pieces:
            record = known.get(name) or load_record(self._workshop.cache.piece(name))
            yield from record.findings


def _list_lost(difference: Difference) -> dict[tuple[str, str], tuple[str, ...]]:
    lost: dict[tuple[str, str], list[str]] = {}
    for table in difference.tables:
        for fate in gates.LOSING:
            for row in difference.rows(table, fate):
                lost.setdefault((table, row.document_id), []).append(row.key)
    return {place: tuple(keys) for place, keys in lost.items()}
