"""Where workers stage pieces: a folder that all of them see, or an object store that all of them reach.

In a store an object is there whole or not at all, under the hash of all that it follows from, so any number of runs
may add to it. It has no locks, so a run deletes only what has lain there for long; what another run needs of that, it
parses again. The process that leads keeps a copy on its own machine, and reads that.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.cache import Cache, open_cache
from corpus_pkg.errors import UsageError
from corpus_pkg.pieces import write_piece
from corpus_pkg.places import Place, RemotePath, in_parallel, is_object_store, scratch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from corpus_pkg.findings import Finding

TAG = "CACHEDIR.TAG"
"""What is put there first: who may do that and sees it afterwards can work with the store."""

_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n# Pieces of corpora that corpus-pkg has parsed.\n"

KEPT_SECONDS = 24 * 60 * 60.0
"""How long what the last run did not use stays: another one may be at work."""


class SharedCache(NamedTuple):
    """Staged pieces in an object store, and copies of them on this machine."""

    local: Cache
    shared: RemotePath

    def __str__(self) -> str:
        return str(self.shared)

    def piece(self, key: str) -> Path:
        """Where the copy of a piece lies once it is brought."""
        return self.local.piece(key)

    def stamp(self, key: str) -> Path:
        """What ``prune`` is told to keep of a stamp."""
        return self.local.stamp(key)

    def find_by_stamps(self, keys: Sequence[str]) -> list[str | None]:
        """Return for each the key of a piece that was made of files of these sizes and times, if it is still there."""
        names = [listed.path.rpartition("/")[2] for listed in self.shared.list()]
        pieces = {name.removesuffix(".arrow") for name in names if name.endswith(".arrow")}
        stamps = dict(name.split("-", 1) for name in sorted(names) if "-" in name)
        found = [stamps.get(key) for key in keys]
        return [piece if piece in pieces else None for piece in found]

    def holds(self, key: str) -> bool:
        """Say whether the piece of a key is staged."""
        return self._piece(key).is_file()

    def store(
        self, key: str, tables: Mapping[str, pa.Table], keys: pa.Table, findings: tuple[Finding, ...]
    ) -> None:
        """Stage a piece."""
        stream = BytesIO()
        write_piece(stream, tables, keys, findings)
        self._piece(key).write_bytes(stream.getvalue())

    def note_stamp(self, key: str, piece: str) -> None:
        """Note which piece was made of files of these sizes and times: in a name, so that listing tells it."""
        (self.shared / "stamps" / key[:2] / f"{key}-{piece}").write_bytes(b"")

    def look_up(self, key: str) -> Path | None:
        """Return where a piece can be read by this process, on whichever machine; None where it is not staged."""
        here = self if self.local.is_seen() else self._replace(local=Cache(scratch()))
        return None if here.bring([key]) else here.piece(key)

    def beginning(self, document_id: str) -> Path:
        """What ``prune`` is told to keep of a note."""
        return self.local.beginning(document_id)

    def note_beginning(self, document_id: str, note: str) -> None:
        """Note what was last staged in the place of a piece."""
        self._beginning(document_id).write_bytes(note.encode("utf-8", "surrogatepass"))

    def find_beginning(self, document_id: str) -> str | None:
        """Return what was last staged in the place of a piece that begins with a document."""
        try:
            return self._beginning(document_id).read_bytes().decode("utf-8", "surrogatepass")
        except FileNotFoundError:
            return None

    def package(self, key: str) -> Path:
        """Where it is noted of which pieces a package was made: on this machine, where the package is."""
        return self.local.package(key)

    def note_package(self, key: str, note: str) -> None:
        """Note of which pieces a package was made."""
        self.local.note_package(key, note)

    def find_package(self, key: str) -> str | None:
        """Return what is noted of a package with these rows."""
        return self.local.find_package(key)

    def bring(self, keys: Iterable[str]) -> frozenset[str]:
        """Copy pieces to this machine; return those that are there no more."""
        wanted = sorted({key for key in keys if not self.local.holds(key)})
        brought = in_parallel(self._bring, wanted, self.shared)
        return frozenset(key for key, is_there in zip(wanted, brought, strict=True) if not is_there)

    def prune(self, used: set[Path]) -> None:
        """Delete what is not ``used``: here all of it, in the store what has lain there for long."""
        self.local.prune(used)
        keys = {path.stem for path in used}
        before = (time.time() - KEPT_SECONDS) * 10**9
        old = [
            listed.path
            for listed in self.shared.list()
            if listed.path.startswith(("pieces/", "stamps/", "beginnings/"))
            and listed.modified is not None
            and listed.modified < before
            and listed.path.rpartition("/")[2].removesuffix(".arrow").partition("-")[0] not in keys
        ]
        for _ in in_parallel(lambda path: (self.shared / path).unlink(), old, self.shared):
            pass

    def is_seen(self) -> bool:
        """Say whether this process sees it."""
        return (self.shared / TAG).is_file()

    def _piece(self, key: str) -> RemotePath:
        return self.shared / "pieces" / key[:2] / f"{key}.arrow"

    def _beginning(self, document_id: str) -> RemotePath:
        key = self.beginning(document_id).name
        return self.shared / "beginnings" / key[:2] / key

    def _bring(self, key: str) -> bool:
        try:
            self.local.copy_piece(key, self._piece(key).read_bytes())
        except FileNotFoundError:
            return False
        return True


Staging = Cache | SharedCache


@contextmanager
def open_staging(folder: Path, place: Place | None) -> Iterator[Staging]:
    """Open the staging area at ``place``, in ``folder`` where none is named; copies lie in ``folder``.

    Raises UsageError where ``place`` cannot be written to, or would show files that are half written.
    """
    if not isinstance(place, RemotePath):
        with open_cache(folder if place is None else place.absolute()) as cache:
            yield cache
        return
    if not is_object_store(place.filesystem):
        raise UsageError(
            f"{place} is neither a folder nor an object store: there, files may appear half written"
        )
    (place / TAG).write_bytes(_SIGNATURE)
    with open_cache(folder) as local:
        yield SharedCache(local, place)
