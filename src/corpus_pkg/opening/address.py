"""Where a package lies: a folder, a zip file, or any address that fsspec understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.errors import UsageError
from corpus_pkg.places import Location, reach, reaching

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTOR = "datapackage.json"


def locate(address: str | Path) -> Location:
    """Where a package lies, given a folder, a zip file or an address; raises UsageError where there is none."""
    written = str(address)
    with reaching(written):
        location = _zip_inside(written) if written.endswith(".zip") else reach(written)
        if not location.filesystem.exists(location.path(DESCRIPTOR)):
            raise UsageError(f"there is no package at {location.address}: it has no {DESCRIPTOR}")
    return location


def _zip_inside(address: str) -> Location:
    """The package in a zip file: at its top, or in the one folder that is there."""
    from fsspec.implementations.zip import ZipFileSystem  # noqa: PLC0415 - it takes long to import

    outer = reach(address)
    archive = ZipFileSystem(outer.filesystem.open(outer.root, "rb"))
    top = archive.ls("", detail=False)
    root = "" if DESCRIPTOR in top or len(top) != 1 else top[0].rstrip("/")
    return Location(archive, root, outer.address)
