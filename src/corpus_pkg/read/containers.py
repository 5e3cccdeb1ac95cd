"""Containers: files that hold many seeds, told by their suffix, and the one way to list and read them."""

from __future__ import annotations

import zipfile
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import TYPE_CHECKING

import pyarrow as pa

from corpus_pkg.findings import Finding, finding
from corpus_pkg.places import fetch, scratch
from corpus_pkg.read import archives, parquet, records, warc
from corpus_pkg.read.seeds import Raw, suffixes
from corpus_pkg.read.streams import unpack_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus_pkg.read.seeds import Seed

_LISTS: dict[str, Callable[[Seed, Path], Iterator[Seed | Finding]]] = {
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

_FETCHING = RLock()
"""Held by the thread that fetches or unpacks a container: the others need the same one, mostly."""

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
        yield from _LISTS[suffix](container, local_file(container, None))
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


def local_file(seed: Seed, folder: Path | None) -> Path:
    """The file that holds a seed, on this machine: a remote one is fetched into ``folder`` once.

    Without one, or where this machine does not see it, that is a folder of this process.
    """
    remote = seed.file
    if isinstance(remote, Path):
        return remote
    target = _room(folder) / unpacked_file(seed, Path("fetched")) / Path(seed.source).name
    with _FETCHING:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=target.parent) as aside:
                fetched = Path(aside) / target.name
                fetch(remote, fetched)
                fetched.replace(target)
    return target


def unpack(seed: Seed, folder: Path) -> None:
    """Unpack the container of a record, as far as it can be read; whoever does so at the same time does no harm."""
    packed, target = local_file(seed, folder), unpacked_file(seed, folder)
    with TemporaryDirectory(dir=folder) as aside:
        unpacked = Path(aside) / target.name
        if suffixes(seed.source)[0] == ".parquet":
            starts = parquet.unpack_rows(packed, unpacked)
            starts.replace(target.with_name(starts.name))
        else:
            unpack_stream(packed, unpacked)
        unpacked.replace(target)


def read_record(seed: Seed, unpacked: Path) -> Raw | Finding:
    """Read one record; ``unpacked`` is the folder of unpacked containers."""
    suffix, _ = suffixes(seed.source)
    try:
        if not needs_unpacking(seed.source):
            return _READS[suffix](seed, local_file(seed, unpacked))
        file = unpacked_file(seed, _room(unpacked))
        with _FETCHING:
            if not file.exists():  # unpacked on another machine
                unpack(seed, file.parent)
        return _READS[suffix](seed, file)
    except FileNotFoundError:
        return finding("seed-vanished", "it was there when the run began and is gone", path=seed.path)
    except BROKEN as error:
        return finding("record-broken", f"it cannot be read: {_told(error)}", path=seed.path)


def _room(folder: Path | None) -> Path:
    return folder if folder and folder.is_dir() else scratch()


def _told(error: BaseException) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
