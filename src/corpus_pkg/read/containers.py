"""Containers: files that hold many seeds, told by their suffix, and the one way to list and read them."""

from __future__ import annotations

import zipfile
from hashlib import blake2b
from typing import TYPE_CHECKING

import pyarrow as pa

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read import archives, parquet, records, warc
from corpus_pkg.read.seeds import Raw, suffixes
from corpus_pkg.read.streams import unpack_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from corpus_pkg.read.seeds import Seed

_LISTS: dict[str, Callable[[Seed], Iterator[Seed | Finding]]] = {
    ".zip": archives.list_zip,
    ".tar": archives.list_tar,
    ".tgz": archives.list_tar,
    ".jsonl": records.list_lines,
    ".ndjson": records.list_lines,
    ".parquet": parquet.list_rows,
    ".warc": warc.list_captures,
    ".wet": warc.list_captures,
}
_READS: dict[str, Callable[[Seed, Path], Raw]] = {
    ".zip": archives.read_zip,
    ".tar": archives.read_tar,
    ".tgz": archives.read_tar,
    ".jsonl": records.read_line,
    ".ndjson": records.read_line,
    ".parquet": parquet.read_row,
    ".warc": warc.read_capture,
    ".wet": warc.read_capture,
}
_SEEKABLE = frozenset({".zip", ".warc", ".wet"})
"""Compressed record by record, so that any record can be read alone."""

BROKEN = (OSError, EOFError, ValueError, KeyError, RuntimeError, zipfile.BadZipFile, pa.ArrowException)
"""What readers raise on bytes that are not what their suffix says."""


def is_container(path: str) -> bool:
    """Say whether a file of this name holds many seeds."""
    return suffixes(path)[0] in _LISTS


def is_archive(path: str) -> bool:
    """Say whether the records of this container are files."""
    return suffixes(path)[0] in {".zip", ".tar", ".tgz"}


def list_records(container: Seed) -> Iterator[Seed | Finding]:
    """List the records of a container in its order, and what cannot be read of it.

    Where the container breaks off, the records before are listed all the same.
    """
    suffix, _ = suffixes(container.path)
    try:
        yield from _LISTS[suffix](container)
    except BROKEN as error:
        yield finding(
            "container-broken", f"it cannot be read to its end: {_told(error)}", path=container.path
        )


def needs_unpacking(container: str) -> bool:
    """Say whether a record of this container can only be read once all before it has been."""
    suffix, compression = suffixes(container)
    return suffix in {".parquet", ".tgz"} or (compression is not None and suffix not in _SEEKABLE)


def unpacked_file(seed: Seed, folder: Path) -> Path:
    """Where the container of a record lies once it has been unpacked into ``folder``."""
    name = blake2b(repr((seed.source, seed.stamp)).encode(), digest_size=16).hexdigest()
    return folder / name


def unpack(seed: Seed, folder: Path) -> None:
    """Unpack the container of a record, as far as it can be read."""
    target = unpacked_file(seed, folder)
    if suffixes(seed.source)[0] == ".parquet":
        parquet.unpack_rows(seed.file, target)
    else:
        unpack_stream(seed.file, target)


def read_record(seed: Seed, unpacked: Path) -> Raw | Finding:
    """Read one record; ``unpacked`` is the folder of unpacked containers."""
    suffix, _ = suffixes(seed.source)
    file = unpacked_file(seed, unpacked) if needs_unpacking(seed.source) else seed.file
    try:
        return _READS[suffix](seed, file)
    except FileNotFoundError:
        return finding("seed-vanished", "it was there when the run began and is gone", path=seed.path)
    except BROKEN as error:
        return finding("record-broken", f"it cannot be read: {_told(error)}", path=seed.path)


def _told(error: BaseException) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
