"""From a corpus to its staged pieces: what is not there yet is parsed, wherever the engine has its workers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.cache import fingerprint
from corpus_pkg.config import CorpusConfig
from corpus_pkg.engine import run_tasks
from corpus_pkg.errors import CorpusPkgError, UsageError
from corpus_pkg.findings import Finding, finding
from corpus_pkg.pieces import PieceRecord, load_keys, load_record, load_tables
from corpus_pkg.places import scratch
from corpus_pkg.read import needs_unpacking, unpack
from corpus_pkg.shards.correct import correct_pieces
from corpus_pkg.shards.cutting import Piece, Shard, cut_pieces, group_pieces, split_shard
from corpus_pkg.shards.linking import apply_links, link_pieces
from corpus_pkg.shards.plan import Plan, stamp_key
from corpus_pkg.shards.rows import StagedPiece
from corpus_pkg.shards.survey import survey_seeds
from corpus_pkg.shards.work import join_parts, run_shard
from corpus_pkg.validate import check_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa

    from corpus_pkg.corpus import Corpus
    from corpus_pkg.engine import Engine
    from corpus_pkg.shards.linking import Links
    from corpus_pkg.staging import Staging

_KEYS_AT_ONCE = 1 << 20
"""Keys that are compared at once: some 20 MB of numbers."""

_TRIES = 3
"""How often pieces are staged that another run deletes: whoever does so has ended before they are staged again."""


class Staged(NamedTuple):
    """A corpus as it is staged, piece by piece in the order of the documents."""

    pieces: tuple[Path, ...]
    records: tuple[PieceRecord, ...]
    """Rows and findings of each piece."""
    findings: tuple[Finding, ...]
    """Corrections that no row meets."""
    kept: tuple[Path, ...]
    """What else the cache is to keep: notes about these pieces, and the pieces before their correction."""

    def links(self) -> Links:
        """Which rows render others; a corpus in one language has no such rows, and is not even looked at."""
        languages = {language for record in self.records for language in record.languages}
        return link_pieces(self.pieces) if len(languages - {"und"}) > 1 else {}

    def tables(self, links: Links) -> Iterator[dict[str, pa.Table]]:
        """The rows of each piece, with the ``links`` between them."""
        return (apply_links(load_tables(piece), links) for piece in self.pieces)

    def counted(self) -> list[StagedPiece]:
        """Give the pieces with the number of their rows."""
        return [StagedPiece(*each) for each in zip(self.pieces, (r.rows for r in self.records), strict=True)]

    def find_across(self) -> list[Finding]:
        """All findings that no single piece tells, sorted."""
        return sorted([*self.findings, *self._check_keys()])

    def _check_keys(self) -> list[Finding]:
        """Check the keys of all pieces against each other, a share of them at a time: memory holds one share."""
        rows = sum(sum(record.rows.values()) for record in self.records)
        shares = 1 + rows // _KEYS_AT_ONCE
        return [each for share in range(shares) for each in check_keys(_Keys(self.pieces, share, shares))]


def stage_corpus(
    corpus: Corpus,
    cache: Staging,
    unpacked: Path,
    open_engine: Callable[[int], Engine],
    progress: Callable[[str, int, int], None],
    *,
    part: tuple[int, int] | None = None,
    may_parse: bool = True,
) -> Staged:
    """Stage a corpus; ``open_engine`` is told how many source bytes are to be parsed.

    ``part`` is a number from 1 and a number of parts, and then every so-many-th piece is staged.

    Raises UsageError where pieces are missing that it may not parse.
    """
    deciding = CorpusConfig("", named_days=corpus.config.named_days, cues=corpus.config.cues)
    if not isinstance(corpus.folder, Path):
        unpacked = scratch()  # what was fetched to be listed is there
    shared = survey_seeds(corpus.seeds, unpacked)
    plan = Plan(deciding, cache, unpacked.absolute(), fingerprint(), shared, may_parse=may_parse)
    pieces = cut_pieces(corpus.seeds)
    if part:
        number, of = part
        pieces = pieces[number - 1 :: of]
    stamps = [stamp_key(piece, plan) for piece in pieces]
    found = zip(pieces, cache.find_by_stamps(stamps), strict=True)
    keys = {piece.first: key for piece, key in found if key is not None}
    for _ in range(_TRIES):
        if missing := [piece for piece in pieces if piece.first not in keys]:
            keys |= _parse(missing, plan, open_engine, progress)
        if not (gone := cache.bring(keys.values())):
            break
        keys = {first: key for first, key in keys.items() if key not in gone}
    else:
        raise CorpusPkgError("what is staged is deleted again and again: is another program at it?")
    parsed = tuple(cache.piece(keys[piece.first]) for piece in pieces)
    corrected, unmet = (parsed, ()) if part else correct_pieces(parsed, corpus.corrections, cache)
    return Staged(
        corrected,
        tuple(map(load_record, corrected)),
        unmet,
        (
            *(cache.stamp(stamp) for stamp in stamps),
            *(cache.beginning(piece.first) for piece in pieces),
            *parsed,
        ),
    )


def _parse(
    missing: Sequence[Piece],
    plan: Plan,
    open_engine: Callable[[int], Engine],
    progress: Callable[[str, int, int], None],
) -> dict[str, str]:
    """Stage what is missing; gives the key of each piece by its first document."""
    _unpack_containers(missing, plan.unpacked, progress)
    done: dict[str, tuple[Piece, str]] = {}
    crashes: list[Finding] = []
    for shard, keys, crash in _run(missing, plan, open_engine, progress):
        done |= {piece.first: (piece, key) for piece, key in zip(shard.pieces, keys, strict=False) if key}
        crashes += [crash] if crash else []
        if None in keys:
            raise UsageError(
                f"{shard.pieces[keys.index(None)].seeds[0].seed.path} and others are not parsed: run all parts"
                " (`build --shard I/N`) first"
            )
    return {piece.first: _whole(piece, done, crashes, plan) for piece in missing}


def _run(
    missing: Sequence[Piece],
    plan: Plan,
    open_engine: Callable[[int], Engine],
    progress: Callable[[str, int, int], None],
) -> Iterator[tuple[Shard, list[str | None], Finding | None]]:
    """Run the shards of what is missing; gives what each staged, or the finding about a seed that is set aside."""
    size = sum(piece.size for piece in missing)
    progress("parsing", 0, size)
    held = 0
    with open_engine(size) as engine:
        shards = group_pieces(missing, engine.window)
        task = partial(_run_named, plan=plan._replace(elsewhere=engine.elsewhere))
        for result in run_tasks(task, shards, engine, split=split_shard, set_aside=_set_aside):
            held += sum(piece.size for piece in result[0].pieces)
            progress("parsing", held, size)
            yield result


def _whole(piece: Piece, done: dict[str, tuple[Piece, str]], crashes: Sequence[Finding], plan: Plan) -> str:
    """Return the key of a piece, joined of its parts where it was divided because workers died of it."""
    parts = [done[known.document_id] for known in piece.seeds if known.document_id in done]
    if [part.seeds for part, _ in parts] == [piece.seeds]:
        return parts[0][1]
    crashed = [
        found for found in crashes if found.document_id in {known.document_id for known in piece.seeds}
    ]
    return join_parts(piece, [key for _, key in parts], crashed, plan)


def _run_named(shard: Shard, plan: Plan) -> tuple[Shard, list[str | None], Finding | None]:
    return shard, run_shard(shard, plan), None


def _set_aside(shard: Shard) -> tuple[Shard, list[str | None], Finding | None]:
    known = shard.pieces[0].seeds[0]
    message = "every process that parsed it died; it is left out until it or the parser changes"
    found = finding("seed-crashes-worker", message, path=known.seed.path, document_id=known.document_id)
    return shard, [], found


def _unpack_containers(
    pieces: Iterable[Piece], unpacked: Path, progress: Callable[[str, int, int], None]
) -> None:
    """Unpack what can only be read from its beginning, once, for all that read single records of it."""
    seeds = {
        known.seed.source: known.seed
        for piece in pieces
        for known in piece.seeds
        if known.seed.record and needs_unpacking(known.seed.source)
    }
    for done, seed in enumerate(seeds.values()):
        progress("unpacking", done, len(seeds))
        unpack(seed, unpacked)


@dataclass(frozen=True)
class _Keys:
    """A share of the keys of all pieces: each piece is read whenever its turn comes, and memory holds one."""

    pieces: Sequence[Path]
    share: int
    shares: int

    def __len__(self) -> int:
        return len(self.pieces)

    def __contains__(self, keys: object) -> bool:
        return any(keys == each for each in self)

    def __iter__(self) -> Iterator[pa.Table]:
        for piece in self.pieces:
            keys = load_keys(piece)
            own = np.asarray(keys["value"]) % self.shares == self.share
            yield keys if own.all() else keys.filter(own)
