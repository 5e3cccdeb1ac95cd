"""What is to be done with the shards of a run, and what pieces go by: hashes of all that their rows follow from."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.cache import digest_of
from corpus_pkg.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus_pkg.config.values import CorpusConfig, DocumentConfig
    from corpus_pkg.corpus import KnownSeed
    from corpus_pkg.read import Raw
    from corpus_pkg.shards.cutting import Piece
    from corpus_pkg.staging import Staging


class Plan(NamedTuple):
    """All that a worker must know beside its shard."""

    config: CorpusConfig
    """What the corpus decides for every document of it, and nothing else."""
    cache: Staging
    unpacked: Path
    """The folder of unpacked containers."""
    fingerprint: str
    """That of the process that planned."""
    shared_lines: tuple[str, ...] = ()
    """Lines that many seeds of the corpus share, sorted."""
    elsewhere: bool = False
    """Whether workers may be of another installation, which would make other rows."""
    may_parse: bool = True
    """False where pieces that are not staged are only to be told."""


def stamp_key(piece: Piece, plan: Plan) -> str:
    """Return what a piece goes by as long as nobody reads its files: their sizes and times."""
    seeds = ((known.document_id, known.seed, known.known) for known in piece.seeds)
    told = ((id_, seed.path, seed.stamp, seed.record, _undeclared(known)) for id_, seed, known in seeds)
    return digest_of((_decided(plan), *told))


def content_key(piece: Piece, raws: Sequence[Raw | Finding], plan: Plan) -> str:
    """Return what a piece is kept under: a hash of all that its rows follow from."""
    told = (_told(known, raw) for known, raw in zip(piece.seeds, raws, strict=True))
    return digest_of((_decided(plan), tuple(told)))


def document_hashes(piece: Piece, raws: Sequence[Raw | Finding], plan: Plan) -> dict[str, str]:
    """Return hashes of all that each document of a piece follows from, by identifier."""
    decided = digest_of(_decided(plan))
    return {
        known.document_id: digest_of((decided, _told(known, raw)))
        for known, raw in zip(piece.seeds, raws, strict=True)
        if not isinstance(raw, Finding)
    }


def _told(known: KnownSeed, raw: Raw | Finding) -> tuple[object, ...]:
    """What the rows of one document follow from, beside what is decided for all."""
    return known.document_id, known.seed.path, _source_of(raw), _undeclared(known.known)


def _undeclared(known: DocumentConfig | None) -> DocumentConfig | None:
    """What the configuration says, apart from the line where it does."""
    return known and known._replace(declared=None)


def _source_of(raw: Raw | Finding) -> tuple[object, ...]:
    if isinstance(raw, Finding):
        return (raw.code, raw.message)
    return (
        sha256(raw.written).hexdigest(),
        raw.media_type,
        raw.encoding,
        tuple(sorted(raw.metadata.items())),
    )


def _decided(plan: Plan) -> tuple[object, ...]:
    return (plan.fingerprint, plan.config, plan.shared_lines)
