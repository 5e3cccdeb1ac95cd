"""A package is complete or not there at all: written in a folder beside its place, then renamed into it."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus_pkg.errors import RefusedError
from corpus_pkg.places import files_below

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUMS = "SHA256SUMS"

MANY_FILES = 200
"""Files beyond which the whole disk is flushed sooner than each of them."""


@contextmanager
def staging(output: Path, name: str) -> Iterator[Path]:
    """An empty folder in ``output`` for the package ``name``, gone afterwards whatever happens.

    Raises RefusedError while another build of the same package is under way. The folder has the same name each
    time, so what a killed run left behind is cleared by the next.
    """
    output.mkdir(parents=True, exist_ok=True)
    with _locked(
        output / f".{name}.lock", f"another build is writing {name} to {output}; wait for it to end"
    ):
        folder = output / f".{name}.staging"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(lock: Path, refusal: str) -> Iterator[None]:
    """Hold a lock file, which the system lets go of when its holder dies, however it dies."""
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(refusal) from None
        # a build that has just ended may have removed the file between our opening and our locking of it
        if not lock.exists() or not os.path.samestat(os.fstat(held.fileno()), lock.stat()):
            raise RefusedError(refusal)
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def put_in_place(staged: Path, target: Path) -> bool:
    """Move a finished package to ``target``; False where the very same one lies there already.

    Raises RefusedError where another one does: a version that is there is never changed.
    """
    if target.exists():
        if same_package(staged, target):
            return False
        raise RefusedError(
            f"{target} exists with other contents, and a version is never changed: give the corpus a higher version,"
            " or build with --bump"
        )
    _flush_to_disk(staged)
    staged.rename(target)
    return True


def same_package(one: Path, other: Path) -> bool:
    """Whether two packages have the same files: ``SHA256SUMS`` names all of them and their hashes."""
    try:
        return (one / SUMS).read_bytes() == (other / SUMS).read_bytes()
    except OSError:
        return False


def _flush_to_disk(folder: Path) -> None:
    """A package that is in place must survive a power cut: its files first, then its folder."""
    if len(files_below(folder)) > MANY_FILES:
        os.sync()
        return
    for path in (*folder.rglob("*"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
