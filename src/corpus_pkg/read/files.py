"""Seeds as files in a folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.findings import Finding, finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEDIA_TYPES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown"}
"""By suffix, lower case; anything else is read as plain text."""


class Seed(NamedTuple):
    """A file of the corpus: ``path`` is relative to the folder of seeds, with ``/``; ``size`` is in bytes."""

    path: str
    file: Path
    size: int

    @property
    def media_type(self) -> str:
        """The media type, told by the suffix."""
        return MEDIA_TYPES.get(Path(self.path).suffix.lower(), "text/plain")


class Discovery(NamedTuple):
    """What lies in the folder of seeds: the seeds by path, and what could not be one."""

    seeds: tuple[Seed, ...]
    findings: tuple[Finding, ...]


def discover(folder: Path, is_seed: Callable[[str], bool]) -> Discovery:
    """The seeds below ``folder``: every file whose path ``is_seed`` accepts; hidden files are none."""
    seeds, findings = [], []
    root = folder.resolve()
    for path, entry in _walk(folder):
        if not is_seed(path):
            continue
        found = _look_at(path, entry, root)
        (seeds if isinstance(found, Seed) else findings).append(found)
    return Discovery(tuple(seeds), tuple(findings))  # type: ignore[arg-type]  # sorted apart above


def read_seed(seed: Seed) -> bytes | Finding:
    """The bytes of a seed, or why they cannot be had."""
    try:
        return seed.file.read_bytes()
    except FileNotFoundError:
        return finding("seed-vanished", "it was there when the run began and is gone", path=seed.path)
    except OSError as error:
        return finding("seed-unreadable", f"it cannot be read: {error.strerror}", path=seed.path)


def _walk(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Entries that are not folders, depth first, in the order of their names whatever the file system says."""
    with os.scandir(folder) as entries:
        ordered = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry


def _look_at(path: str, entry: os.DirEntry[str], root: Path) -> Seed | Finding:
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        return finding("seed-name-undecodable", "its name is not valid UTF-8", path=shown)
    try:
        status = entry.stat()
    except FileNotFoundError:
        return finding("seed-link-broken", f"it is a link to nothing: {Path(entry.path).readlink()}", path=path)
    except OSError as error:
        code = "seed-link-broken" if entry.is_symlink() else "seed-unreadable"
        return finding(code, f"it cannot be looked at: {error.strerror}", path=path)
    if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root):
        return finding("seed-link-outside", "it is a link out of the folder of seeds", path=path)
    if not stat.S_ISREG(status.st_mode):
        return finding("seed-not-a-file", "it is neither a file nor a folder", path=path)
    return Seed(path, Path(entry.path), status.st_size)
