"""A package as one zip file, the same to the byte whoever makes it, and read without being unpacked."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from corpus_pkg.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say: no clock enters it."""


def zip_package(package: Path) -> Path:
    """Write ``<folder>.zip`` beside a package and give its path; one that is the same is left as it is.

    Everything is stored as it is: Parquet is compressed already and can then be read in place, and what a
    compressor makes of the rest depends on its version.

    Raises RefusedError where another file of that name is there.
    """
    target = package.with_name(f"{package.name}.zip")
    temporary = target.with_name(f".{target.name}.part")
    with ZipFile(temporary, "w", ZIP_STORED) as archive:
        for path in sorted(path for path in package.rglob("*") if path.is_file()):
            entry = ZipInfo(f"{package.name}/{path.relative_to(package).as_posix()}", _TIME)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix, whatever this machine is
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, archive.open(entry, "w") as stored:
                shutil.copyfileobj(source, stored, 1 << 20)
    if target.exists() and not _same(temporary, target):
        temporary.unlink()
        raise RefusedError(f"{target} exists with other contents, and a version is never changed")
    temporary.replace(target)
    return target


def _same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while piece := left.read(1 << 20):
            if piece != right.read(1 << 20):
                return False
    return True
