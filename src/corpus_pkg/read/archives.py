"""Members of zip and tar archives."""

from __future__ import annotations

import tarfile
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.seeds import Raw, Record, Seed, media_type_of, suffixes
from corpus_pkg.read.streams import open_stream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NESTED = frozenset(
    {".zip", ".tar", ".tgz", ".jsonl", ".ndjson", ".parquet", ".warc", ".wet", ".gz", ".zst", ".bz2"}
)


def list_zip(container: Seed, file: Path) -> Iterator[Seed | Finding]:
    """List the members of a zip archive that can be seeds; the offset of each is its number in the directory."""
    with zipfile.ZipFile(file) as archive:
        for number, member in enumerate(archive.infolist()):
            if not member.is_dir() and _is_visible(member.filename):
                yield _member(container, Record(container.path, member.filename, number, member.file_size))


def read_zip(seed: Seed, file: Path) -> Raw:
    """Read a member of a zip archive."""
    assert seed.record  # noqa: S101 - told apart by the caller
    archive = _open_zip(str(file), seed.stamp)
    with archive.open(archive.infolist()[seed.record.offset]) as stream:
        return Raw(stream.read(), media_type_of(seed.record.name))


@lru_cache(maxsize=4)
def _open_zip(file: str, _stamp: tuple[int, ...]) -> zipfile.ZipFile:
    return zipfile.ZipFile(file)


def list_tar(container: Seed, file: Path) -> Iterator[Seed | Finding]:
    """List the members of a tar archive that can be seeds; offsets count in the archive decompressed."""
    with open_stream(file) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            if member.isreg() and _is_visible(member.name):
                yield _member(container, Record(container.path, member.name, member.offset_data, member.size))
            archive.members = []  # type: ignore[attr-defined]  # else it holds all of them


def read_tar(seed: Seed, file: Path) -> Raw:
    """Read a member of a tar archive."""
    assert seed.record  # noqa: S101 - told apart by the caller
    with file.open("rb") as stream:
        stream.seek(seed.record.offset)
        data = stream.read(seed.record.length)
    if len(data) < seed.record.length:
        raise EOFError("the archive ends within it")
    return Raw(data, media_type_of(seed.record.name))


def _member(container: Seed, record: Record) -> Seed | Finding:
    path = f"{container.path}!{record.name}"
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        return finding("seed-name-undecodable", "its name is not valid UTF-8", path=shown)
    suffix, compression = suffixes(record.name)
    if suffix in _NESTED or compression:
        message = "a container or compressed file inside another is not read"
        return finding("seed-format-unsupported", message, path=path)
    return Seed(path, container.root, record.length, container.stamp, record)


def _is_visible(name: str) -> bool:
    return not any(part.startswith(".") or part == "__MACOSX" for part in name.split("/") if part != ".")
