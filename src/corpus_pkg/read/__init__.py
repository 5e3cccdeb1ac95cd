"""Where seeds come from: files in a folder, and records of containers among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.containers import BROKEN, is_archive, needs_unpacking, read_record, unpack
from corpus_pkg.read.files import Discovery, discover
from corpus_pkg.read.html import MARKUP, Page, read_page
from corpus_pkg.read.seeds import Raw, Seed, media_type_of, suffixes
from corpus_pkg.read.streams import open_stream

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "MARKUP",
    "Discovery",
    "Page",
    "Raw",
    "Seed",
    "discover",
    "is_archive",
    "needs_unpacking",
    "read_page",
    "read_seed",
    "suffixes",
    "unpack",
]


def read_seed(seed: Seed, unpacked: Path) -> Raw | Finding:
    """The bytes of a seed, or why they cannot be had; ``unpacked`` is the folder of unpacked containers."""
    if seed.record:
        return read_record(seed, unpacked)
    try:
        if suffixes(seed.path)[1]:
            with open_stream(seed.file) as stream:
                return Raw(stream.read(), media_type_of(seed.path))
        return Raw(seed.file.read_bytes(), media_type_of(seed.path))
    except FileNotFoundError:
        return finding("seed-vanished", "it was there when the run began and is gone", path=seed.path)
    except BROKEN as error:
        told = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        return finding("seed-unreadable", f"it cannot be read: {told}", path=seed.path)
