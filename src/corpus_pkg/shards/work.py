"""What a worker does: parse, validate and stage the pieces of a shard that are not staged yet."""

from __future__ import annotations

import gc
import time
import traceback
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
from platformdirs import user_cache_path

from corpus_pkg.cache import fingerprint
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, finding
from corpus_pkg.parse.langid.model import keep_below
from corpus_pkg.pieces import load_record, load_tables
from corpus_pkg.pipeline import make_settings, parse_seed
from corpus_pkg.read import Raw, read_seeds
from corpus_pkg.review import review_tables
from corpus_pkg.shards.plan import Plan, content_key, document_hashes, stamp_key
from corpus_pkg.shards.reuse import Earlier, find_earlier, note_documents
from corpus_pkg.tables import document_rows, join_rows
from corpus_pkg.validate import check_tables, collect_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus_pkg.shards.cutting import Piece, Shard
    from corpus_pkg.staging import Staging

_CHECKED_BYTES = 4 << 20
"""Source bytes whose tables are validated at once: each validation costs the same few hundredths of a second."""

_SETTLED = 2 * 10**9
"""Nanoseconds after which a change of a file is sure to give it another time, on any file system."""


class _Parsed(NamedTuple):
    key: str
    piece: Piece
    tables: dict[str, pa.Table]
    findings: list[Finding]
    hashes: dict[str, str]
    """Of all that each document follows from, by identifier."""
    earlier: Earlier | None
    """Documents that need not be parsed again."""


def run_shard(shard: Shard, plan: Plan) -> list[str | None]:
    """Stage the pieces of a shard and return their keys, or None for one that is not staged.

    Raises UsageError where this worker is not fit for the plan.
    """
    pa.set_memory_pool(pa.system_memory_pool())  # Arrow's other allocators keep what has been freed
    with suppress(RuntimeError):  # a user without a home
        keep_below(user_cache_path("corpus-pkg", appauthor=False))
    _check_fitness(shard, plan)
    with _sparing_collector():
        return _run(shard, plan)


@contextmanager
def _sparing_collector() -> Iterator[None]:
    """Keep from Python's collector of cycles what was there before: it looks at all of it again and again.

    The tables and models of the parser are a million objects and more, and parsing makes hardly any cycle.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _run(shard: Shard, plan: Plan) -> list[str | None]:
    keys: list[str | None] = []
    parsed: list[_Parsed] = []
    held = 0
    for piece in shard.pieces:
        gc.freeze()  # a table may have been loaded since
        began = time.time_ns()
        raws = list(read_seeds([known.seed for known in piece.seeds], plan.unpacked))
        key = content_key(piece, raws, plan)
        keys.append(key)
        if not plan.cache.holds(key):
            if not plan.may_parse:
                keys[-1] = None
                continue
            parsed.append(_parse_piece(key, piece, raws, plan))
            held += piece.size
            if held >= _CHECKED_BYTES:
                _stage(parsed, plan.cache)
                parsed, held = [], 0
        if not any(isinstance(raw, Finding) for raw in raws):
            _note_stamp(piece, key, plan, began)
    _stage(parsed, plan.cache)
    return keys


def _parse_piece(key: str, piece: Piece, raws: Sequence[Raw | Finding], plan: Plan) -> _Parsed:
    settings = _settings(plan.config, plan.shared_lines)
    hashes = document_hashes(piece, raws, plan)
    earlier = find_earlier(plan.cache, piece, hashes)
    documents = []
    findings: list[Finding] = []
    for (seed, document_id, known), raw in zip(piece.seeds, raws, strict=True):
        if isinstance(raw, Finding):
            findings.append(raw)
            continue
        if earlier and document_id in earlier.documents:
            continue
        try:
            parsed = parse_seed(raw, seed.path, document_id, known, settings)
            rows = document_rows(parsed.document) if parsed.document else None
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":  # that of Rust
                raise
            findings.append(_of_failure(error, seed.path, document_id))
            continue
        findings += parsed.findings
        if rows:
            documents.append(rows)
    return _Parsed(key, piece, join_rows(documents), findings, hashes, earlier)


def _of_failure(error: BaseException, path: str, document_id: str) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).stem}.{last.name}, line {last.lineno}"
    message = f"{type(error).__name__} in {place}: {error}"
    return finding("parse-failed", message, path=path, document_id=document_id)


_settings = lru_cache(maxsize=2)(make_settings)


def _stage(parsed: Sequence[_Parsed], cache: Staging) -> None:
    """Validate the tables of some pieces at once, and stage each piece with the findings that are its own."""
    if not parsed:
        return
    tables = {name: pa.concat_tables([p.tables[name] for p in parsed]) for name in parsed[0].tables}
    owners = {known.document_id: part for part in parsed for known in part.piece.seeds}
    for found in [*check_tables(tables), *review_tables(tables)]:
        owners.get(found.document_id or "", parsed[0]).findings.append(found)
    for part in parsed:
        held, findings = part.tables, part.findings
        if part.earlier:
            held = part.earlier.complete(part.piece, held)
            findings += part.earlier.findings
        cache.store(part.key, held, collect_keys(held), tuple(sorted(findings)))
        note_documents(cache, part.piece, part.key, part.hashes)


def join_parts(piece: Piece, parts: Sequence[str], crashes: Sequence[Finding], plan: Plan) -> str:
    """Stage a piece of which only parts could be, without the seeds that no worker survives, and return its key.

    So what crashed is known, and neither the next run nor one that may not parse takes it up again.
    """
    began = time.time_ns()
    raws = list(read_seeds([known.seed for known in piece.seeds], plan.unpacked))
    key = content_key(piece, raws, plan)
    plan.cache.bring(parts)
    staged = [plan.cache.piece(part) for part in parts]
    held = [join_rows(()), *map(load_tables, staged)]
    tables = {name: pa.concat_tables([each[name] for each in held]) for name in held[0]}
    findings = [*crashes, *(found for path in staged for found in load_record(path).findings)]
    plan.cache.store(key, tables, collect_keys(tables), tuple(sorted(findings)))
    _note_stamp(piece, key, plan, began)
    return key


def _note_stamp(piece: Piece, key: str, plan: Plan, began: int) -> None:
    """Note the sizes and times of a piece's files, unless one was so young that a change might not show in them."""
    if all(max(known.seed.stamp[1:3]) + _SETTLED < began for known in piece.seeds):
        plan.cache.note_stamp(stamp_key(piece, plan), key)


def _check_fitness(shard: Shard, plan: Plan) -> None:
    if plan.elsewhere and fingerprint() != plan.fingerprint:
        raise UsageError(
            "a worker has another version of corpus-pkg, Python or a library than the machine that plans the run:"
            " install the same everywhere"
        )
    if not plan.cache.is_seen():
        raise UsageError(
            f"a worker does not see the staging area {plan.cache}: OUTPUT must lie where all workers see it, or"
            " --staging name a place where they do"
        )
    seeds = shard.pieces[0].seeds[0].seed.root
    if isinstance(seeds, Path) and not seeds.is_dir():
        raise UsageError(f"a worker does not see {seeds}: seeds must lie where all workers see them")
