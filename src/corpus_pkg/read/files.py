"""Seeds as files in a folder, of this machine or at an address."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.containers import is_container, list_records
from corpus_pkg.read.seeds import Seed, Stamp, suffixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus_pkg.places import Place, RemotePath

_EXPANSION = 3
"""How much larger than its file a compressed text is taken to be when shards are cut."""

_CLOCKS_APART = 600 * 10**9
"""Nanoseconds by which the clock of a store may be behind: only where it marks contents is a time of it not needed."""

_NEVER_SETTLED = 1 << 63
"""A time after all others."""


class Discovery(NamedTuple):
    """What lies in the folder of seeds: the seeds by path, and what could not be one."""

    seeds: tuple[Seed, ...]
    findings: tuple[Finding, ...]


def discover(folder: Place, is_seed: Callable[[str], bool]) -> Discovery:
    """The seeds below ``folder``: every file whose path ``is_seed`` accepts, every record of one that is a container.

    Hidden files are none, in a container too. Raises UsageError where nothing at all lies at an address.
    """
    seeds: list[Seed] = []
    findings: list[Finding] = []
    looked = _look_around(folder, is_seed) if isinstance(folder, Path) else _look_there(folder, is_seed)
    for path, found in looked:
        for each in list_records(found) if isinstance(found, Seed) and is_container(path) else (found,):
            if isinstance(each, Finding):
                findings.append(each)
            else:
                seeds.append(each)
    return Discovery(tuple(seeds), tuple(findings))


def _look_around(folder: Path, is_seed: Callable[[str], bool]) -> Iterator[tuple[str, Seed | Finding]]:
    root, resolved = folder.absolute(), folder.resolve()
    for path, entry in _walk(folder):
        if is_seed(path):
            yield path, _look_at(path, entry, root, resolved)


def _look_there(folder: RemotePath, is_seed: Callable[[str], bool]) -> Iterator[tuple[str, Seed | Finding]]:
    """Files at an address, in the order in which those of a folder come."""
    listed = sorted(folder.list(), key=lambda each: each.path.split("/"))
    if not listed:
        raise UsageError(f"there is no folder of seeds at {folder}, or nothing in it")
    folders = {ancestor.as_posix() for each in listed for ancestor in PurePosixPath(each.path).parents}
    for path, size, modified, tag in listed:
        parts = path.split("/")
        if any(part.startswith(".") for part in parts) or not is_seed(path):
            continue
        if path in folders or "" in parts or "\0" in path:
            message = (
                "no file system can hold it: it is a file and a folder, or a part of its name is missing"
            )
            yield path, finding("seed-not-a-file", message, path=path)
            continue
        changed = _NEVER_SETTLED if modified is None else modified if tag else modified + _CLOCKS_APART
        stamp = Stamp(size, modified or 0, changed, tag)
        yield path, Seed(path, folder, _expected_size(path, size), stamp)


def _walk(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Entries that are not folders, depth first, in the order of their names whatever the file system says."""
    with os.scandir(folder) as entries:
        ordered = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry


def _look_at(path: str, entry: os.DirEntry[str], root: Path, resolved: Path) -> Seed | Finding:
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        return finding("seed-name-undecodable", "its name is not valid UTF-8", path=shown)
    try:
        status = entry.stat()
    except FileNotFoundError:
        return finding(
            "seed-link-broken", f"it is a link to nothing: {Path(entry.path).readlink()}", path=path
        )
    except OSError as error:
        code = "seed-link-broken" if entry.is_symlink() else "seed-unreadable"
        return finding(code, f"it cannot be looked at: {error.strerror}", path=path)
    if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(resolved):
        return finding("seed-link-outside", "it is a link out of the folder of seeds", path=path)
    if not stat.S_ISREG(status.st_mode):
        return finding("seed-not-a-file", "it is neither a file nor a folder", path=path)
    stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return Seed(path, root, _expected_size(path, status.st_size), stamp)


def _expected_size(path: str, size: int) -> int:
    return size * (_EXPANSION if suffixes(path)[1] else 1)
