"""From a folder of seeds to a package in its place: the order of all that a build does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pyarrow.parquet as pq

from corpus_pkg.corpus import Corpus, open_corpus
from corpus_pkg.engine import run_tasks
from corpus_pkg.errors import RefusedError
from corpus_pkg.findings import SEVERITIES, Severity, finding
from corpus_pkg.package.names import folder_name
from corpus_pkg.package.placing import put_in_place, staging
from corpus_pkg.package.table_writer import FORMATS
from corpus_pkg.package.writing import write_package
from corpus_pkg.pipeline import make_settings
from corpus_pkg.schema import TABLES
from corpus_pkg.shards import ShardRecord, cut_shards, run_shard, staged_file
from corpus_pkg.validate import check_package
from corpus_pkg.waivers import Waived, apply_waivers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


class Built(NamedTuple):
    """How a build ended."""

    corpus: Corpus
    rows: dict[str, int]
    findings: Waived
    package: Path | None
    """Where the package lies; None where findings forbade it."""
    is_new: bool
    """False where the very same package lay there already."""


def build(
    seeds: Path,
    output: Path,
    *,
    formats: Sequence[str] = FORMATS,
    workers: int = 1,
    fail_on: Severity = "error",
    progress: Progress = lambda _step, _done, _all: None,
) -> Built:
    """Build the package of ``seeds`` in ``output``; it is complete there afterwards, or was not touched.

    Raises UsageError for a wrong configuration, RefusedError where a published version would be harmed.
    """
    corpus = open_corpus(seeds)
    if not corpus.seeds and (published := sorted(output.glob(f"{corpus.config.name}-*/datapackage.json"))):
        raise RefusedError(f"{seeds} has no seeds any more, but {published[-1].parent} was made of some")
    name = folder_name(corpus.config.name, corpus.config.version)
    with staging(output, name) as folder:
        shards, package = folder / "shards", folder / name
        shards.mkdir()
        package.mkdir()
        records = stage_shards(corpus, shards, workers, progress)
        rows = count_rows(records)
        findings = judge(corpus, records)
        if fails(findings, fail_on):
            return Built(corpus, rows, findings, None, is_new=False)
        progress("writing", 0, 1)
        write_package(
            package,
            corpus.config.descriptor(),
            read_shards(shards, records),
            ((known.seed.path, known.seed.file) for known in corpus.seeds),
            formats,
        )
        progress("verifying", 0, 1)
        findings = findings._replace(kept=(*findings.kept, *check_package(package)))
        if fails(findings, fail_on):
            return Built(corpus, rows, findings, None, is_new=False)
        is_new = put_in_place(package, output / name)
    return Built(corpus, rows, findings, output / name, is_new)


def stage_shards(corpus: Corpus, folder: Path, workers: int, progress: Progress) -> list[ShardRecord]:
    """Parse, validate and stage every shard of a corpus in ``folder``."""
    settings = make_settings(corpus.config)
    shards = cut_shards(corpus.seeds)
    records = []
    progress("parsing", 0, len(shards))
    for record in run_tasks(partial(run_shard, settings=settings, folder=folder), shards, workers):
        records.append(record)
        progress("parsing", len(records), len(shards))
    return records


def read_shards(folder: Path, records: Sequence[ShardRecord]) -> Iterator[dict[str, pa.Table]]:
    """The staged tables, shard by shard in order; by the records, never by what happens to lie in the folder."""
    for record in records:
        yield {name: pq.read_table(staged_file(folder, name, record.number)) for name in TABLES}


def count_rows(records: Sequence[ShardRecord]) -> dict[str, int]:
    """Rows of each table."""
    counted: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
    for record in records:
        counted.update(record.rows)
    return dict(counted)


def judge(corpus: Corpus, records: Sequence[ShardRecord]) -> Waived:
    """All findings, sorted, those that are waived apart. Nothing at all is never a success."""
    found = [*corpus.findings]
    for record in records:
        found += record.findings
    rows = count_rows(records)
    if corpus.seeds and not rows["documents"]:
        found.append(finding("documents-none", "no seed became a document"))
    elif corpus.seeds and not rows["paragraphs"]:
        found.append(finding("table-empty", "no document has a paragraph", table="paragraphs"))
    return apply_waivers(sorted(found), corpus.config.waivers)


def fails(findings: Waived, fail_on: Severity) -> bool:
    """Whether a finding that is not waived is at or above ``fail_on``."""
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(found.severity in grave for found in (*findings.kept, *findings.stale))
