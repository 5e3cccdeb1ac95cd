"""Where a corpus is cut: pieces that are staged and kept whole, and shards of them that workers take."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus_pkg.corpus import KnownSeed

PIECE_BYTES = 256 << 10
"""Source bytes in a piece, on the average: an edit of one seed parses this much again."""

SHARD_BYTES = 16 << 20
"""Source bytes in a shard at most: large enough that the work outweighs the handing out."""

LEAST_SHARD_BYTES = 2 << 20
"""Source bytes below which a shard costs more to validate on its own than an idle worker would cost."""


class Piece(NamedTuple):
    """Seeds whose rows are staged together, in the order of their document identifiers."""

    seeds: tuple[KnownSeed, ...]

    @property
    def first(self) -> str:
        """The identifier of its first document, by which pieces are in order."""
        return self.seeds[0].document_id

    @property
    def size(self) -> int:
        """Source bytes."""
        return sum(known.seed.size for known in self.seeds)


class Shard(NamedTuple):
    """Pieces that one worker parses, one after the other."""

    pieces: tuple[Piece, ...]


def cut_pieces(seeds: Iterable[KnownSeed], size: int = PIECE_BYTES) -> list[Piece]:
    """Cut seeds into pieces of some ``size`` source bytes at places that the seeds themselves decide.

    A piece ends after a seed whose identifier draws a lot, the likelier the larger the seed is, so that a seed
    that is added, removed or changed moves no cut but those beside it.
    """
    pieces: list[Piece] = []
    pending: list[KnownSeed] = []
    held = 0
    for known in sorted(seeds, key=lambda known: known.document_id):
        if pending and held + known.seed.size > 4 * size:
            pieces.append(Piece(tuple(pending)))
            pending, held = [], 0
        pending.append(known)
        held += known.seed.size
        if held >= size // 4 and _lot(known.document_id) * size < known.seed.size:
            pieces.append(Piece(tuple(pending)))
            pending, held = [], 0
    if pending:
        pieces.append(Piece(tuple(pending)))
    return pieces


def group_pieces(pieces: Sequence[Piece], at_once: int) -> list[Shard]:
    """Group pieces into shards: no larger than ``SHARD_BYTES``, and enough of them that all workers end together.

    ``at_once`` shards are handed out at a time: 1 where this process does them one after the other.
    """
    size = sum(piece.size for piece in pieces)
    wanted = SHARD_BYTES if at_once == 1 else max(LEAST_SHARD_BYTES, min(SHARD_BYTES, size // (3 * at_once)))
    shards: list[Shard] = []
    pending: list[Piece] = []
    held = 0
    for piece in pieces:
        if pending and held + piece.size > wanted:
            shards.append(Shard(tuple(pending)))
            pending, held = [], 0
        pending.append(piece)
        held += piece.size
    if pending:
        shards.append(Shard(tuple(pending)))
    return shards


def split_shard(shard: Shard) -> list[Shard]:
    """Halve a shard: by pieces, and a shard of one piece by its seeds; one of one seed stays as it is."""
    if len(shard.pieces) > 1:
        middle = len(shard.pieces) // 2
        return [Shard(shard.pieces[:middle]), Shard(shard.pieces[middle:])]
    seeds = shard.pieces[0].seeds
    if len(seeds) == 1:
        return [shard]
    middle = len(seeds) // 2
    return [Shard((Piece(seeds[:middle]),)), Shard((Piece(seeds[middle:]),))]


def _lot(document_id: str) -> float:
    """Draw from [0, 1): the same for the same identifier, everywhere."""
    return int.from_bytes(blake2b(document_id.encode(), digest_size=6).digest()) / (1 << 48)
