"""Parsed pieces of a corpus on disk, each under the hash of all that it was made from.

A piece that is there is complete: one file, written under another name, flushed, and renamed. So the cache is
what a run hands from its workers to its end, what a killed run resumes from, and why an unchanged seed is not
parsed again. A second, smaller kind of entry leads from the sizes and times of a piece's files to the piece, so
that unchanged files are not even read.
"""

from __future__ import annotations

import fcntl
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.pieces import place_file, store_piece
from corpus_pkg.schema import TABLES, schema_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from corpus_pkg.findings import Finding

CACHE_NAME = ".corpus-pkg-cache"
"""The folder of the cache, in the folder of packages."""

_DECIDING = (
    "chardet",
    "langcodes",
    "numpy",
    "pandera",
    "polars",
    "py3langid",
    "pyarrow",
    "regex",
    "sentencex",
)
"""Libraries that have a say in the rows."""


@cache
def fingerprint() -> str:
    """What this installation would make of a seed depends on: our code and tables, and the libraries under it."""
    digest = sha256(python_version().encode())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".toml", ".json", ".txt"} and path.is_file():
            digest.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    for table in TABLES:
        digest.update((schema_folder() / f"{table}.json").read_bytes())
    for library in _DECIDING:
        with suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()


def digest_of(value: object) -> str:
    """Return a hash of texts, numbers, tuples of them and nothing: the same in every process."""
    return sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


class Cache(NamedTuple):
    """A folder of staged pieces; any number of processes may add to it at once."""

    folder: Path

    def __str__(self) -> str:
        return str(self.folder)

    def piece(self, key: str) -> Path:
        """Where the piece of a key lies once it is staged."""
        return self.folder / "pieces" / key[:2] / f"{key}.arrow"

    def stamp(self, key: str) -> Path:
        """Where the way from the sizes and times of files to their piece is noted."""
        return self.folder / "stamps" / key[:2] / key

    def find_by_stamps(self, keys: Sequence[str]) -> list[str | None]:
        """Return for each the key of the piece that was last made of files of these sizes and times, if it is there."""
        return [self._find_by_stamp(key) for key in keys]

    def _find_by_stamp(self, key: str) -> str | None:
        try:
            found = self.stamp(key).read_text(encoding="ascii")
        except OSError:
            return None
        return found if self.holds(found) else None

    def holds(self, key: str) -> bool:
        """Say whether the piece of a key is staged."""
        return self.piece(key).exists()

    def store(
        self, key: str, tables: Mapping[str, pa.Table], keys: pa.Table, findings: tuple[Finding, ...]
    ) -> None:
        """Stage a piece."""
        store_piece(self.piece(key), tables, keys, findings)

    def copy_piece(self, key: str, content: bytes) -> None:
        """Stage a piece that was staged elsewhere."""
        place_file(self.piece(key), lambda stream: stream.write(content))

    def look_up(self, key: str) -> Path | None:
        """Return where a piece can be read by any process; None where it is not staged."""
        return self.piece(key) if self.holds(key) else None

    def bring(self, keys: Iterable[str]) -> frozenset[str]:
        """Bring pieces to where ``piece`` says; return those that are there no more."""
        return frozenset(key for key in keys if not self.holds(key))

    def is_seen(self) -> bool:
        """Say whether this process sees it."""
        return self.folder.is_dir()

    def note_stamp(self, key: str, piece: str) -> None:
        """Note which piece was made of files of these sizes and times."""
        place_file(self.stamp(key), lambda stream: stream.write(piece.encode("ascii")))

    def beginning(self, document_id: str) -> Path:
        """Where it is noted which piece was last staged that begins with a document."""
        key = digest_of(document_id)
        return self.folder / "beginnings" / key[:2] / key

    def note_beginning(self, document_id: str, note: str) -> None:
        """Note what was last staged in the place of a piece."""
        place_file(
            self.beginning(document_id), lambda stream: stream.write(note.encode("utf-8", "surrogatepass"))
        )

    def find_beginning(self, document_id: str) -> str | None:
        """Return what was last staged in the place of a piece that begins with a document."""
        return _read_note(self.beginning(document_id))

    def package(self, key: str) -> Path:
        """Where it is noted of which pieces a package was made; ``key`` is a hash of its rows."""
        return self.folder / "packages" / key[:2] / key

    def note_package(self, key: str, note: str) -> None:
        """Note of which pieces a package was made."""
        place_file(self.package(key), lambda stream: stream.write(note.encode("utf-8", "surrogatepass")))

    def find_package(self, key: str) -> str | None:
        """Return what is noted of a package with these rows."""
        return _read_note(self.package(key))

    def prune(self, used: set[Path]) -> None:
        """Delete whatever is not ``used``, unless another run is at work with this cache."""
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return
            for kind in ("pieces", "stamps", "beginnings", "packages"):
                for path in (self.folder / kind).glob("*/*"):
                    if path not in used:
                        path.unlink(missing_ok=True)


@contextmanager
def open_cache(folder: Path) -> Iterator[Cache]:
    """Open a cache, made where there is none; while it is open nobody prunes it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="ascii")
    with (folder / "lock").open("w") as lock:
        with suppress(OSError):  # a file system without locks: then nobody prunes, for that asks for one too
            fcntl.flock(lock, fcntl.LOCK_SH)
        yield Cache(folder)


def _read_note(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except OSError:
        return None
