"""Of which pieces a package was made: rows of a piece that is still the same need not be compared again.

The note lies in the cache under a hash of the package's Parquet files, so it is found for a package that holds
these very rows and for no other.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.cache import digest_of, fingerprint
from corpus_pkg.pieces import from_plain, to_plain
from corpus_pkg.schema import TABLES
from corpus_pkg.shards.rows import StagedPiece

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from corpus_pkg.findings import Finding
    from corpus_pkg.opening import Contents
    from corpus_pkg.shards.linking import Links
    from corpus_pkg.shards.stage import Staged
    from corpus_pkg.staging import Staging


class Snapshot(NamedTuple):
    """A corpus as it was staged when a package was made of it."""

    pieces: Mapping[str, Mapping[str, int]]
    """Rows of each table, by the name of the piece, in order."""
    links: str
    """A hash of the links between rows."""
    decided: str
    """A hash of all that decides of the rows beside the seeds."""
    findings: tuple[Finding, ...] | None
    """What no single piece tells; None where files were found that are no seeds: no package holds those."""

    def counted(self, cache: Staging) -> list[StagedPiece]:
        """Give the pieces with the number of their rows."""
        return [StagedPiece(cache.piece(name), rows) for name, rows in self.pieces.items()]


def take_snapshot(
    staged: Staged, links: Links, configuration: object, across: Sequence[Finding], *, is_clean: bool
) -> Snapshot:
    """Take a snapshot of a staged corpus.

    ``configuration`` is the hash of what the maintainers decide of the rows, ``across`` what no single piece
    tells, ``is_clean`` whether every file that was found is a seed.
    """
    return Snapshot(
        {piece.path.stem: piece.rows for piece in staged.counted()},
        digest_of(sorted(links.items())),
        digest_of((fingerprint(), configuration)),
        tuple(across) if is_clean else None,
    )


def note_snapshot(cache: Staging, contents: Contents, snapshot: Snapshot) -> list[Path]:
    """Note of what a package was made, where its rows lie in Parquet files; gives the file of the note."""
    key = _identify(contents)
    if key is None:
        return []
    findings = None if snapshot.findings is None else [to_plain(found) for found in snapshot.findings]
    note = [list(snapshot.pieces.items()), snapshot.links, snapshot.decided, findings]
    cache.note_package(key, json.dumps(note))
    return [cache.package(key)]


def find_snapshot(cache: Staging, contents: Contents) -> Snapshot | None:
    """Find out of what a package was made; None where this cache does not know, or has not all of it any more."""
    key = _identify(contents)
    note = key and cache.find_package(key)
    if not note:
        return None
    pieces, links, decided, findings = json.loads(note)
    held = None if findings is None else tuple(map(from_plain, findings))
    snapshot = Snapshot(dict(pieces), links, decided, held)
    return snapshot if all(piece.path.exists() for piece in snapshot.counted(cache)) else None


def _identify(contents: Contents) -> str | None:
    """Return a hash of the files that hold the rows of a package of this machine."""
    folder = contents.location.folder
    if folder is None or not all("parquet" in contents.tables.get(table, ()) for table in TABLES):
        return None
    hashes = []
    for table in TABLES:
        for path in contents.files(table).paths:
            with (folder / path).open("rb") as stream:
                digest = sha256()
                while piece := stream.read(1 << 20):
                    digest.update(piece)
            hashes.append((table, digest.hexdigest()))
    return digest_of(hashes)
