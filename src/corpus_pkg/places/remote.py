"""Files at fsspec addresses, asked in the way in which ``pathlib.Path`` is asked: what reads seeds reads either."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from errno import EACCES
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from corpus_pkg.errors import UsageError
from corpus_pkg.places.address import reach, reaching, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

_OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "memory"})

DENIED = "access is denied: check the credentials and what they permit"

_AT_ONCE = 16
"""Requests that a store is sent at the same time."""

_TAGS = ("ETag", "etag", "generation", "md5Hash")
_TIMES = ("LastModified", "last_modified", "mtime", "updated", "created")
"""What file systems of fsspec call the mark of a file's contents, and the time of its last change."""


class Listed(NamedTuple):
    """What a store says of a file without giving it."""

    path: str
    """Relative to where it was listed from."""
    size: int
    modified: int | None
    """Nanoseconds since 1970 on the store's clock; None where it does not say."""
    tag: str
    """Another one for other contents; empty where it does not say."""


class RemotePath(NamedTuple):
    """A file or a folder at an fsspec address.

    What is wrong with one file (it is not there, it may not be read) is the OSError that a ``Path`` would raise;
    where the store cannot be reached, every method raises UsageError. It travels to other processes and machines,
    and takes no credentials with it: each looks for them in its own environment.
    """

    filesystem: Any
    """An fsspec file system."""
    path: str
    """As the file system has it."""
    address: str
    """As it may be shown."""

    def __truediv__(self, name: str) -> RemotePath:
        return RemotePath(self.filesystem, f"{self.path}/{name}", f"{self.address}/{name}")

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]

    @property
    def parent(self) -> RemotePath:
        """The folder that it lies in."""
        return RemotePath(self.filesystem, self.path.rpartition("/")[0], self.address.rpartition("/")[0])

    def is_file(self) -> bool:
        """Whether there is a file."""
        with reaching(self.address, PermissionError):
            try:
                return bool(self.filesystem.info(self.path)["type"] == "file")
            except FileNotFoundError:
                return False

    def read_bytes(self) -> bytes:
        """The bytes of the file."""
        with reaching(self.address, FileNotFoundError, PermissionError):
            try:
                return cast("bytes", self.filesystem.cat_file(self.path))
            except PermissionError:  # every library words it in its own way
                raise PermissionError(EACCES, DENIED) from None

    def write_bytes(self, content: bytes) -> None:
        """Put a file in place of what is there; an object store shows the one or the other, always whole."""
        with reaching(self.address):
            try:
                self.filesystem.pipe_file(self.path, content)
            except FileNotFoundError:
                raise UsageError(f"the bucket or container of {self.address} does not exist") from None

    def unlink(self) -> None:
        """Delete the file; one that is not there is no error."""
        with reaching(self.address):
            try:
                self.filesystem.rm_file(self.path)
            except FileNotFoundError:
                return

    def list(self) -> Iterator[Listed]:
        """All files below, however deep; nothing where there is no such folder."""
        with reaching(self.address):
            try:
                found = self.filesystem.find(self.path, detail=True)
            except FileNotFoundError:
                return
        for path, info in found.items():
            if path.startswith(f"{self.path}/"):
                relative = path[len(self.path) + 1 :]
                yield Listed(relative, int(info["size"] or 0), _time_of(info), _tag_of(info))


Place = Path | RemotePath
"""A file or a folder, wherever it is."""


def to_place(address: str) -> Place:
    """The place of a path or an fsspec address; raises UsageError where no library here can reach such a one."""
    if "://" not in address:
        return Path(address)
    if shown(address) != address:
        raise UsageError(
            f"{shown(address)}: an address takes no user, password or query; set credentials in the environment"
        )
    if address.startswith("file://"):
        return Path(address.removeprefix("file://"))
    location = reach(address)
    return RemotePath(location.filesystem, location.root, location.address)


def to_folder(option: str, path: Path) -> Path:
    """The folder that an option names; raises UsageError where it names an address, whatever became of its slashes."""
    if re.match(r"[a-z][a-z0-9+.-]+:/", str(path)):
        raise UsageError(f"{option} takes a local folder; `corpus-pkg publish` takes a package to an address")
    return path


def is_object_store(filesystem: Any) -> bool:  # noqa: ANN401 - untyped library
    """Whether there are no folders to make in it (asking for one might make a bucket), and no half-written files."""
    protocol = filesystem.protocol
    return not _OBJECT_STORES.isdisjoint({protocol} if isinstance(protocol, str) else protocol)


def fetch(source: Place, target: Path) -> None:
    """Copy a file to this machine."""
    if isinstance(source, Path):
        shutil.copyfile(source, target)
        return
    with reaching(source.address, FileNotFoundError, PermissionError):
        source.filesystem.get_file(source.path, str(target))


def in_parallel(
    function: Callable[[Item], Result], items: Iterable[Item], place: Place | None
) -> Iterator[Result]:
    """``function`` of each item, in their order; some at a time where ``place`` takes several requests at once."""
    if not isinstance(place, RemotePath) or not place.filesystem.async_impl:
        yield from map(function, items)
        return
    waiting = iter(items)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while batch := list(islice(waiting, 2 * _AT_ONCE)):
            yield from pool.map(function, batch)


_MAKING_SCRATCH = Lock()


@cache
def _scratch() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="corpus-pkg-", ignore_cleanup_errors=True)


def scratch() -> Path:
    """A folder of this process for copies of remote files; it goes with the process."""
    with _MAKING_SCRATCH:  # of two that were made at once, one would go with the thread that made it
        return Path(_scratch().name)


def _tag_of(info: dict[str, Any]) -> str:
    return next((str(info[key]).strip('"') for key in _TAGS if info.get(key)), "")


def _time_of(info: dict[str, Any]) -> int | None:
    found = next((info[key] for key in _TIMES if info.get(key)), None)
    if isinstance(found, datetime):
        found = found.timestamp()
    return int(found * 10**9) if isinstance(found, int | float) else None
