"""A corpus in shards: each a few whole documents, parsed, validated and staged on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyarrow.parquet as pq

from corpus_pkg.findings import Finding
from corpus_pkg.pipeline import Settings, parse_seed
from corpus_pkg.read import read_seed
from corpus_pkg.schema import TABLES
from corpus_pkg.tables import ParsedDocument, tabulate
from corpus_pkg.validate import check_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pyarrow as pa

    from corpus_pkg.corpus import KnownSeed

SHARD_BYTES = 16 << 20
"""Source bytes in a shard, one longer document apart: large enough that the work outweighs the handing out."""


class Shard(NamedTuple):
    """Seeds that are parsed together, in the order of their document identifiers."""

    number: int
    seeds: tuple[KnownSeed, ...]


class ShardRecord(NamedTuple):
    """What a worker tells of a shard that it has staged."""

    number: int
    rows: dict[str, int]
    findings: tuple[Finding, ...]


def cut_shards(seeds: Iterable[KnownSeed], size: int = SHARD_BYTES) -> list[Shard]:
    """Shards of at most ``size`` source bytes or one document; the same for any number of workers."""
    shards: list[Shard] = []
    pending: list[KnownSeed] = []
    held = 0
    for known in sorted(seeds, key=lambda known: known.document_id):
        if pending and held + known.seed.size > size:
            shards.append(Shard(len(shards), tuple(pending)))
            pending, held = [], 0
        pending.append(known)
        held += known.seed.size
    if pending:
        shards.append(Shard(len(shards), tuple(pending)))
    return shards


def run_shard(shard: Shard, settings: Settings, folder: Path) -> ShardRecord:
    """Parse, validate and stage one shard in ``folder``."""
    documents: list[ParsedDocument] = []
    findings: list[Finding] = []
    for seed, document_id, known in shard.seeds:
        data = read_seed(seed)
        if isinstance(data, Finding):
            findings.append(data)
            continue
        parsed = parse_seed(data, seed, document_id, known, settings)
        findings += parsed.findings
        if parsed.document:
            documents.append(parsed.document)
    tables = tabulate(documents)
    findings += check_tables(tables)
    for name in TABLES:
        _stage(tables[name], staged_file(folder, name, shard.number))
    return ShardRecord(shard.number, {name: tables[name].num_rows for name in TABLES}, tuple(findings))


def staged_file(folder: Path, table: str, number: int) -> Path:
    """Where a shard's rows of a table are staged; the name holds the number alone, so a second try replaces it."""
    return folder / f"{table}-{number:06d}.parquet"


def _stage(table: pa.Table, target: Path) -> None:
    """Write under a temporary name, then rename: nobody ever reads half a table."""
    temporary = target.with_suffix(".part")
    pq.write_table(table, temporary, compression="lz4", use_dictionary=False)
    temporary.replace(target)
