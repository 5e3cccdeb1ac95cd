"""Compressed files as streams of what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

import pyarrow as pa

from corpus_pkg.read.seeds import suffixes

if TYPE_CHECKING:
    from pathlib import Path

_PIECE = 1 << 20


def open_stream(file: Path) -> BinaryIO:
    """Open a file; its compression (gzip, zstd, bz2) is undone on the way. It can be read forwards only."""
    suffix, compression = suffixes(file.name)
    if suffix == ".tgz":
        compression = "gzip"
    if compression is None:
        return file.open("rb")
    return cast("BinaryIO", pa.CompressedInputStream(pa.OSFile(str(file)), compression))


def decompress(data: bytes, path: str) -> bytes:
    """Return what a compressed file of this path and these bytes holds."""
    compression = suffixes(path)[1]
    return cast("bytes", pa.CompressedInputStream(pa.BufferReader(data), compression).read())


def unpack_stream(file: Path, target: Path) -> None:
    """Write what a compressed file holds to ``target``, as far as it can be read."""
    with open_stream(file) as stream, target.open("wb") as unpacked:
        while piece := _read_on(stream):
            unpacked.write(piece)


def _read_on(stream: BinaryIO) -> bytes:
    try:
        return stream.read(_PIECE)
    except (OSError, pa.ArrowException):
        return b""  # listing has made a finding of it
