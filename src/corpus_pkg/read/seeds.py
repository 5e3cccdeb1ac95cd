"""What a seed is: a file, or a record of a container, and where its bytes lie."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.places import Place

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
}
"""By suffix, lower case; anything else is read as plain text."""

COMPRESSIONS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}
"""The last suffix of a compressed file, and what Arrow calls its compression."""


class Stamp(NamedTuple):
    """What a file system says of a file without reading it; another one for every change that it knows of."""

    size: int
    modified: int
    changed: int
    """Nanoseconds; unlike ``modified`` nobody can set it."""
    mark: int | str
    """The inode, or what a store calls the contents."""


class Record(NamedTuple):
    """Where one record lies in its container."""

    container: str
    """The path of the container."""
    name: str
    """What the container calls it; unique in the container."""
    offset: int
    """Bytes into the container, decompressed where all of it is compressed at once; meaning is the reader's."""
    length: int


class Seed(NamedTuple):
    """One document to be: ``path`` is relative to the folder of seeds, with ``/``, ``container!name`` for a record."""

    path: str
    root: Place
    """The folder of seeds."""
    size: int
    """Bytes, decompressed; an estimate where only reading would tell."""
    stamp: Stamp
    """Of the file that holds it."""
    record: Record | None = None

    @property
    def file(self) -> Place:
        """The file that holds it."""
        return self.root / self.source

    @property
    def source(self) -> str:
        """The path of the file that holds it, relative to the folder of seeds."""
        return self.record.container if self.record else self.path


@lru_cache(maxsize=64)
def suffixes(path: str) -> tuple[str, str | None]:
    """Return the suffix of a path, lower case, that of a compression apart: ``a.TXT.gz`` is ``.txt`` and ``gzip``."""
    name = path.rpartition("/")[2].rpartition("!")[2].lower()
    last = _last_suffix(name)
    compression = COMPRESSIONS.get(last)
    return (_last_suffix(name.removesuffix(last)) if compression else last), compression


def _last_suffix(name: str) -> str:
    """Return what ``Path.suffix`` does, at a tenth of its cost: every file of a corpus is asked for its suffix."""
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""


def media_type_of(path: str) -> str:
    """Return the media type that a suffix tells, plain text where it tells none."""
    return MEDIA_TYPES.get(suffixes(path)[0], "text/plain")


class Raw(NamedTuple):
    """The bytes of a seed as they were read, and what is known of them beside."""

    data: bytes
    media_type: str
    encoding: str | None = None
    """Where the container leaves no doubt of it."""
    metadata: Mapping[str, str] = MappingProxyType({})
    """Columns of ``documents`` that the container states."""
    packed: bytes | None = None
    """The bytes of the file as it lies there, where they are compressed."""

    @property
    def written(self) -> bytes:
        """The bytes that the seed is known by: those of its file, or of its record in a container."""
        return self.data if self.packed is None else self.packed
