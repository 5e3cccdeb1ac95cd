"""The flow of a check: build aside, find what was published, compare, tell who caused what, judge."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.cache import CACHE_NAME, open_cache
from corpus_pkg.check import gates
from corpus_pkg.check.comparing import Compared, Comparison, publish
from corpus_pkg.check.making import Workshop
from corpus_pkg.check.published import find_baseline
from corpus_pkg.corpus import Corpus, open_corpus
from corpus_pkg.diff import FATES, Changes
from corpus_pkg.report import Change, fingerprints
from corpus_pkg.waivers import Waived, apply_waivers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus_pkg.build import Progress
    from corpus_pkg.places import Place


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


def check(
    seeds: Place,
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
            workshop = Workshop(room, cache, workers, progress)
            baseline = find_baseline(corpus.config.name, seeds, output, against, room / "revision")
            made = workshop.make(corpus, "new")
            published = publish(baseline, corpus, workshop)
            compared = Comparison(made, published, workshop).judge() if published else Compared([])
    findings = apply_waivers(sorted((*made.findings, *compared.findings)), corpus.config.waivers, today)
    told = gates.switch(findings, corpus.config.gates, allow)
    everything = fingerprints(sorted((*told.kept, *told.stale)))
    new = None if published is None else frozenset(everything) - compared.known
    changes = compared.changes
    asked = changes.least if changes and not changes.whole.is_empty else None
    return Checked(corpus, made.rows, told, new, changes, compared.lost, asked)
