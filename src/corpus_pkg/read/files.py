"""Seeds as files in a folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.containers import is_container, list_records
from corpus_pkg.read.seeds import Seed, Stamp, suffixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXPANSION = 3
"""How much larger than its file a compressed text is taken to be when shards are cut."""


class Discovery(NamedTuple):
    """What lies in the folder of seeds: the seeds by path, and what could not be one."""

    seeds: tuple[Seed, ...]
    findings: tuple[Finding, ...]


def discover(folder: Path, is_seed: Callable[[str], bool]) -> Discovery:
    """The seeds below ``folder``: every file whose path ``is_seed`` accepts, every record of one that is a container.

    Hidden files are none, in a container too.
    """
    seeds: list[Seed] = []
    findings: list[Finding] = []
    root, resolved = folder.absolute(), folder.resolve()
    for path, entry in _walk(folder):
        if not is_seed(path):
            continue
        found = _look_at(path, entry, root, resolved)
        for each in list_records(found) if isinstance(found, Seed) and is_container(path) else (found,):
            if isinstance(each, Finding):
                findings.append(each)
            else:
                seeds.append(each)
    return Discovery(tuple(seeds), tuple(findings))


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
    size = status.st_size * (_EXPANSION if suffixes(path)[1] else 1)
    return Seed(path, root, size, stamp)
