"""From a folder of seeds to a package in its place: the order of all that a build does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from corpus_pkg.cache import CACHE_NAME
from corpus_pkg.config import CONFIG_NAME
from corpus_pkg.corpus import Corpus, open_corpus
from corpus_pkg.corrections import CORRECTIONS_NAME
from corpus_pkg.engine import choose_engine
from corpus_pkg.errors import RefusedError, UsageError
from corpus_pkg.findings import CHANGE, SEVERITIES, Finding, Severity, catalogue, finding
from corpus_pkg.opening import read_contents
from corpus_pkg.package.names import folder_name
from corpus_pkg.package.placing import put_in_place, staging
from corpus_pkg.package.table_writer import FORMATS
from corpus_pkg.package.writing import write_package
from corpus_pkg.read import local_file
from corpus_pkg.release import configuration_of, describe_corpus, raise_version, settle
from corpus_pkg.schema import TABLES
from corpus_pkg.shards import (
    Staged,
    note_snapshot,
    stage_corpus,
    staged_side,
    staged_tables,
    take_snapshot,
)
from corpus_pkg.staging import open_staging
from corpus_pkg.validate import check_package
from corpus_pkg.waivers import Waived, apply_waivers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus_pkg.diff import Side
    from corpus_pkg.engine import Engine
    from corpus_pkg.places import Place
    from corpus_pkg.read import Seed
    from corpus_pkg.shards import Links
    from corpus_pkg.staging import Staging

FEW_ROWS = 5_000
"""Rows of a package that Frictionless reads in about a second."""

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
    seeds: Place,
    output: Path,
    *,
    formats: Sequence[str] = FORMATS,
    workers: int | None = None,
    dask: str | None = None,
    cache: bool = True,
    staging_area: Place | None = None,
    finalize: bool = False,
    bump: bool = False,
    fail_on: Severity = "error",
    progress: Progress = lambda _step, _done, _all: None,
) -> Built:
    """Build the package of ``seeds`` in ``output``; it is complete there afterwards, or was not touched.

    ``workers`` are processes (by default one for each core, where there is enough to do), ``dask`` is the address
    of a scheduler. Without ``cache`` everything is parsed anew. ``staging_area`` is where workers put what they have
    parsed, where that is not to be ``output``. ``finalize`` only puts together what ``build_part`` has staged.
    ``bump`` raises a version that is too low, in ``corpus.toml`` too.

    Raises UsageError for a wrong configuration, RefusedError where a published version would be harmed.
    """
    pa.set_memory_pool(pa.system_memory_pool())  # Arrow's other allocators keep what has been freed
    if bump and not isinstance(seeds, Path):
        raise UsageError(
            f"--bump writes {CONFIG_NAME}, and {seeds} is no local folder: set its `version` yourself, and build"
            " without"
        )
    _refuse_among_seeds(seeds, staging_area)
    corpus = open_corpus(seeds)
    if not corpus.seeds and (published := sorted(output.glob(f"{corpus.config.name}-*/datapackage.json"))):
        raise RefusedError(f"{seeds} has no seeds any more, but {published[-1].parent} was made of some")
    name = folder_name(corpus.config.name, corpus.config.version)
    with (
        staging(output, name) as folder,
        open_staging(cache_folder(output, folder, cache=cache), staging_area) as kept,
    ):
        engine = partial(choose_engine, workers, dask)
        staged = stage_corpus(corpus, kept, folder, engine, progress, may_parse=not finalize)
        rows, across, links = count_rows(staged), staged.find_across(), staged.links()
        findings = judge(corpus, staged, across)
        pa.default_memory_pool().release_unused()
        if fails(findings, fail_on):
            return Built(corpus, rows, findings, None, is_new=False)
        progress("writing", 0, 1)
        write = partial(_write, staged=staged, links=links, formats=formats)
        # the seeds of the version before lie in the output, which workers may not see
        here = engine if staging_area is None else partial(choose_engine, workers, None)
        remake = partial(_remake, cache=kept, engine=here, progress=progress)
        settled = settle(corpus, folder / "packages", output, write, remake, bump=bump)
        declared, corpus, package = corpus.config.version, settled.corpus, settled.package
        is_new = not settled.is_published
        if is_new:
            progress("verifying", 0, 1)
            findings = findings._replace(kept=(*findings.kept, *verify(package, rows)))
            if fails(findings, fail_on):
                return Built(corpus, rows, findings, None, is_new=False)
        if corpus.config.version != declared and isinstance(corpus.folder, Path):
            raise_version(corpus.folder, corpus.config.version)
        if is_new:
            is_new = put_in_place(package, output / package.name)
    if cache:
        snapshot = take_snapshot(
            staged, links, configuration_of(corpus), across, is_clean=not corpus.findings
        )
        noted = note_snapshot(kept, read_contents(output / package.name), snapshot)
        kept.prune({*staged.pieces, *staged.kept, *noted})
    return Built(corpus, rows, findings, output / package.name, is_new)


def _write(corpus: Corpus, package: Path, staged: Staged, links: Links, formats: Sequence[str]) -> None:
    write_package(package, describe_corpus(corpus), staged.tables(links), source_files(corpus), formats)


def _remake(
    corpus: Corpus, folder: Path, cache: Staging, engine: Callable[[int], Engine], progress: Progress
) -> Side | None:
    """Stage another corpus, to be compared with; what must be unpacked goes into ``folder``."""
    folder.mkdir()
    staged = stage_corpus(corpus, cache, folder, engine, progress)
    if not count_rows(staged)["documents"]:
        return None
    tables = staged_tables(corpus.config.name, staged.counted(), staged.links())
    return staged_side(describe_corpus(corpus), tables)


def build_part(
    seeds: Place,
    output: Path,
    part: tuple[int, int],
    *,
    workers: int | None = None,
    staging_area: Place | None = None,
    progress: Progress = lambda _step, _done, _all: None,
) -> Waived:
    """Parse and stage a part of a corpus for a later ``build(…, finalize=True)``, and say what was found in it.

    ``part`` is its number, from 1, and how many there are. With a ``staging_area`` nothing is left in ``output``.
    """
    _refuse_among_seeds(seeds, staging_area)
    corpus = open_corpus(seeds)
    with (
        TemporaryDirectory(prefix="corpus-pkg-") as unpacked,
        open_staging(
            Path(unpacked) / "pieces" if staging_area else output / CACHE_NAME, staging_area
        ) as kept,
    ):
        engine = partial(choose_engine, workers, None)
        staged = stage_corpus(corpus, kept, Path(unpacked), engine, progress, part=part)
        found = find_all(corpus, staged, staged.find_across())
        return apply_waivers(found, corpus.config.waivers)._replace(stale=())


def _refuse_among_seeds(seeds: Place, area: Place | None) -> None:
    """What is staged among the seeds would be taken for seeds, unless it is hidden there."""
    if area is None:
        return
    above, below = (
        str(place.absolute()) if isinstance(place, Path) else str(place) for place in (seeds, area)
    )
    within = below.removeprefix(f"{above}/") if below.startswith(f"{above}/") else None
    if below == above or (within and not any(part.startswith(".") for part in within.split("/"))):
        raise UsageError(f"the staging area {area} lies among the seeds of {seeds}: put it beside them")


def cache_folder(output: Path, folder: Path, *, cache: bool) -> Path:
    """Where pieces are staged: where they stay, or in the ``folder`` that goes with the run."""
    return (output / CACHE_NAME if cache else folder / "pieces").absolute()


def source_files(corpus: Corpus) -> Iterator[tuple[str, Place]]:
    """The files that the rows come from, each once, with their paths in the package: seeds and corrections."""
    files: dict[str, Seed | None] = {seed.source: seed for seed, _, _ in corpus.seeds}
    if corpus.corrections:
        files[CORRECTIONS_NAME] = None
    for path in sorted(files):
        seed = files[path]
        if seed is None:
            yield path, corpus.folder / path
        else:
            yield path, local_file(seed, None) if seed.record else seed.file


def count_rows(staged: Staged) -> dict[str, int]:
    """Rows of each table."""
    counted: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
    for record in staged.records:
        counted.update(record.rows)
    return dict(counted)


def find_all(corpus: Corpus, staged: Staged, across: Sequence[Finding]) -> list[Finding]:
    """All findings about the seeds and their rows, sorted; ``across`` are those that no single piece tells."""
    found = [*corpus.findings, *across]
    for record in staged.records:
        found += record.findings
    return sorted(found)


def find_nothing(corpus: Corpus, rows: Mapping[str, int]) -> list[Finding]:
    """Nothing at all is never a success."""
    if corpus.seeds and not rows["documents"]:
        return [finding("documents-none", "no seed became a document")]
    if corpus.seeds and not rows["paragraphs"]:
        return [finding("table-empty", "no document has a paragraph", table="paragraphs")]
    return []


def judge(corpus: Corpus, staged: Staged, across: Sequence[Finding]) -> Waived:
    """All findings, sorted, those that are waived apart. Whether a waiver of a change is stale, ``check`` can tell."""
    found = [*find_all(corpus, staged, across), *find_nothing(corpus, count_rows(staged))]
    waivers = corpus.config.waivers
    lasting = [waiver for waiver in waivers if catalogue()[waiver.code].level < CHANGE]
    return apply_waivers(found, waivers)._replace(stale=apply_waivers(found, lasting).stale)


def verify(package: Path, rows: dict[str, int]) -> list[Finding]:
    """Check a written package: all of a small one; of a large one no row again, for each was before it was written."""
    if sum(rows.values()) <= FEW_ROWS:
        return check_package(package)
    from corpus_pkg.validate.package import PackageCheck  # noqa: PLC0415 - pandera takes most of a second

    check = PackageCheck(package)
    check.check_files()
    return check.result()


def fails(findings: Waived, fail_on: Severity) -> bool:
    """Whether a finding that is not waived is at or above ``fail_on``."""
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(found.severity in grave for found in (*findings.kept, *findings.stale))
