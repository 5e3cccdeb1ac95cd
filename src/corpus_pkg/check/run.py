"""The flow of a check: build aside, find what was published, compare, tell who caused what, judge."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.build import Progress, count_rows, find_all, find_nothing
from corpus_pkg.cache import CACHE_NAME, Cache, open_cache
from corpus_pkg.check import gates
from corpus_pkg.check.published import Baseline, find_baseline
from corpus_pkg.config.values import CONFIGURING
from corpus_pkg.corpus import Corpus, open_corpus
from corpus_pkg.diff import FATES, Changes, Difference, diff_sides, side_of
from corpus_pkg.engine import choose_engine
from corpus_pkg.opening import read_contents
from corpus_pkg.package.names import folder_name
from corpus_pkg.package.writing import write_package
from corpus_pkg.release import describe_corpus, divide
from corpus_pkg.report import Change, fingerprints
from corpus_pkg.shards import stage_corpus
from corpus_pkg.waivers import Waived, apply_waivers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus_pkg.findings import Finding
    from corpus_pkg.opening import Contents


class Checked(NamedTuple):
    """How a check ended."""

    corpus: Corpus
    rows: dict[str, int]
    findings: Waived
    new: frozenset[str] | None
    """The fingerprints of findings that the published seeds do not have; None where nothing was compared."""
    changes: Changes | None
    """None where nothing has been published yet, or nothing could be built."""
    lost: Mapping[tuple[str, str], tuple[str, ...]]
    """Identifiers that are gone, by table and document."""
    asked: str | None
    """The version that the change asks for; None where nothing changed or was compared."""

    def list_changes(self) -> Iterator[Change]:
        """Rows that differ, by cause, table and seed; an edited row is one removed and one added."""
        for step in self.changes.steps if self.changes else ():
            cause = "" if step.cause == "all" else step.cause
            for seed in step.difference.seeds:
                for table, counts in seed.counts.items():
                    fates = {fate: counts.get(fate, 0) for fate in FATES}
                    replaced = fates["edited"] + fates["reidentified"]
                    removed, added = fates["removed"] + replaced, fates["added"] + replaced
                    lost = self.lost.get((table, seed.document_id), ()) if removed else ()
                    yield Change(table, seed.path, removed, fates["changed"], added, lost, cause)


class _Workshop(NamedTuple):
    """Where packages are made aside, and how."""

    room: Path
    cache: Cache
    workers: int | None
    progress: Progress

    def make(self, corpus: Corpus, name: str) -> _Made:
        """Do all that a build does, in a folder of the room."""
        folder = self.room / name
        folder.mkdir()
        engine = partial(choose_engine, self.workers, None)
        staged = stage_corpus(corpus, self.cache, folder, engine, self.progress)
        rows = count_rows(staged)
        findings = [*find_all(corpus, staged), *find_nothing(corpus, rows)]
        if not rows["documents"]:
            return _Made(None, rows, findings)
        package = folder / folder_name(corpus.config.name, corpus.config.version)
        package.mkdir()
        self.progress("writing", 0, 1)
        write_package(package, describe_corpus(corpus), staged.tables(), (), ("parquet",))
        return _Made(package, rows, findings)


class _Made(NamedTuple):
    """A package that was made aside."""

    package: Path | None
    """None where no document came of the seeds."""
    rows: dict[str, int]
    findings: list[Finding]
    """Before any waiver."""


class _Compared(NamedTuple):
    """What a comparison with the published version says."""

    findings: list[Finding]
    known: frozenset[str] = frozenset()
    """The fingerprints of what is found in the published seeds, parsed as these are."""
    changes: Changes | None = None
    lost: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({})


def check(
    seeds: Path,
    *,
    against: str | None = None,
    output: Path = Path("dist"),
    workers: int | None = None,
    allow: Iterable[str] = (),
    today: str | None = None,
    progress: Progress = lambda _step, _done, _all: None,
) -> Checked:
    """Build ``seeds`` aside, compare with what was published last, and say what speaks against publishing.

    ``against`` names what to compare with (a package, a folder of packages, an address, a git revision); without
    it, that is the newest version in ``output``. ``allow`` are codes of gates to leave open, beside those that
    corpus.toml leaves open. ``today`` is the day by which waivers run out. Nothing is written, but that a cache
    which lies in ``output`` is used.

    Raises UsageError for a wrong configuration or where ``against`` names nothing.
    """
    corpus = open_corpus(seeds)
    with TemporaryDirectory(prefix="corpus-pkg-check-") as temporary:
        room, kept = Path(temporary), output / CACHE_NAME
        with open_cache((kept if kept.is_dir() else room / "cache").absolute()) as cache:
            workshop = _Workshop(room, cache, workers, progress)
            baseline = find_baseline(corpus.config.name, seeds, output, against, room / "revision")
            made = workshop.make(corpus, "new")
            published = _publish(baseline, corpus, workshop)
            compared = _Comparison(corpus, made, published, workshop).judge() if published else _Compared([])
    findings = apply_waivers(sorted((*made.findings, *compared.findings)), corpus.config.waivers, today)
    told = gates.switch(findings, corpus.config.gates, allow)
    everything = fingerprints(sorted((*told.kept, *told.stale)))
    new = None if published is None else frozenset(everything) - compared.known
    changes = compared.changes
    asked = changes.least if changes and not changes.whole.is_empty else None
    return Checked(corpus, made.rows, told, new, changes, compared.lost, asked)


def _publish(baseline: Baseline, corpus: Corpus, workshop: _Workshop) -> Contents | None:
    """What was published; the seeds of a revision that has no package are built as if they had been."""
    if baseline.package is not None:
        return read_contents(baseline.package)
    if baseline.seeds is None:
        return None
    then = open_corpus(baseline.seeds)
    made = workshop.make(then._replace(config=then.config._replace(name=corpus.config.name)), "then")
    return read_contents(made.package) if made.package else None


class _Comparison:
    """A package that was made, held against the one that was published."""

    def __init__(self, corpus: Corpus, made: _Made, published: Contents, workshop: _Workshop) -> None:
        self._corpus = corpus
        self._made = made
        self._published = published
        self._workshop = workshop

    def judge(self) -> _Compared:
        """Compare the two, tell who caused what, and open or shut every gate."""
        documents = self._published.files("documents").dataset().to_table(["source_path"])
        paths = frozenset(documents["source_path"].to_pylist())
        found = [*gates.find_unreadable_seeds(self._made.findings, paths)]
        if self._made.package is None:
            return _Compared(
                [*found, *gates.find_new_errors(self._made.findings, frozenset(), self._version)]
            )
        old = side_of(self._published)
        whole = diff_sides(old, side_of(self._made.package)._replace(formats=old.formats, content_hashes={}))
        removals = {removed.identifier: removed.reason for removed in self._corpus.config.removed}
        changes = divide(whole, removals, lambda: self._remade.package)
        known = self._find_known(whole)
        found += gates.find_changes(whole, self._corpus.config)
        found += gates.find_new_errors(self._made.findings, known, self._version)
        return _Compared(found, known, changes, _list_lost(whole))

    @property
    def _version(self) -> str:
        return self._published.version

    @cached_property
    def _remade(self) -> _Made:
        """The published seeds, built as they would be today: under the configuration and the corrections of today."""
        folder = self._workshop.room / "published-seeds"
        folder.mkdir()
        location = self._published.location
        for path in location.files():
            target = folder / path.removeprefix("sources/")
            if path.startswith("sources/") and target.name not in CONFIGURING:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(location.read(path))
        for name in CONFIGURING:
            if (self._corpus.folder / name).is_file():
                copyfile(self._corpus.folder / name, folder / name)
        return self._workshop.make(open_corpus(folder), "published-anew")

    def _find_known(self, whole: Difference) -> frozenset[str]:
        """What is found in the published seeds too; they are looked at only where a seed that changed has findings."""
        others = {seed.path for seed in whole.seeds if seed.fate != "parser"}
        same = frozenset(whole.paths.values()) - others
        if any(found.path not in same for found in self._made.findings):
            return frozenset(fingerprints(sorted(self._remade.findings)))
        return frozenset(fingerprints(sorted(self._made.findings)))


def _list_lost(difference: Difference) -> dict[tuple[str, str], tuple[str, ...]]:
    lost: dict[tuple[str, str], list[str]] = {}
    for table in difference.tables:
        for fate in gates.LOSING:
            for row in difference.rows(table, fate):
                lost.setdefault((table, row.document_id), []).append(row.key)
    return {place: tuple(keys) for place, keys in lost.items()}
