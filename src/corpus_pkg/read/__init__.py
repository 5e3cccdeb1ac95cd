"""Where seeds come from: files in a folder, and records of containers among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.findings import Finding, finding
from corpus_pkg.places import in_parallel
from corpus_pkg.read.containers import BROKEN, is_archive, local_file, needs_unpacking, read_record, unpack
from corpus_pkg.read.files import Discovery, discover
from corpus_pkg.read.html import MARKUP, Page, read_page
from corpus_pkg.read.seeds import Raw, Seed, media_type_of, suffixes
from corpus_pkg.read.streams import decompress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = [
    "MARKUP",
    "Discovery",
    "Page",
    "Raw",
    "Seed",
    "discover",
    "is_archive",
    "local_file",
    "needs_unpacking",
    "read_page",
    "read_seed",
    "read_seeds",
    "suffixes",
    "unpack",
]


def read_seeds(seeds: Sequence[Seed], unpacked: Path) -> Iterator[Raw | Finding]:
    """``read_seed`` of each, in their order; remote ones some at a time."""
    place = seeds[0].root if seeds else None
    return in_parallel(lambda seed: read_seed(seed, unpacked), seeds, place)


def read_seed(seed: Seed, unpacked: Path) -> Raw | Finding:
    """The bytes of a seed, or why they cannot be had; ``unpacked`` is the folder of unpacked containers."""
    if seed.record:
        return read_record(seed, unpacked)
    try:
        data = seed.file.read_bytes()
        if suffixes(seed.path)[1]:
            return Raw(decompress(data, seed.path), media_type_of(seed.path), packed=data)
        return Raw(data, media_type_of(seed.path))
    except FileNotFoundError:
        return finding("seed-vanished", "it was there when the run began and is gone", path=seed.path)
    except BROKEN as error:
        told = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        return finding("seed-unreadable", f"it cannot be read: {told}", path=seed.path)
