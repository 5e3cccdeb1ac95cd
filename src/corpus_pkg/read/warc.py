"""Captures of web archives: responses of WARC files and the texts of WET files, read by ``fastwarc``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.seeds import Raw, Record, Seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEXTS = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


def list_captures(container: Seed, file: Path) -> Iterator[Seed | Finding]:
    """List the captures that are text; the offset of each is that of its record in the file."""
    others = 0
    with file.open("rb") as stream:
        for capture in _iterate(stream, container.path):
            media_type, _ = _content_type(capture)
            if media_type not in _TEXTS or _failed(capture):
                others += 1
                continue
            name = capture.record_id.strip("<>").removeprefix("urn:uuid:")
            length = int(capture.content_length)
            place = Record(container.path, name, capture.stream_pos, length)
            yield Seed(f"{container.path}!{name}", container.root, length, container.stamp, place)
    if others:
        message = f"{others} captures are no text or no successful answer"
        yield finding("captures-left-out", message, path=container.path)


def read_capture(seed: Seed, file: Path) -> Raw:
    """Read a capture: the body of the answer, with the address and the encoding that its head states."""
    assert seed.record  # noqa: S101 - told apart by the caller
    with file.open("rb") as stream:
        stream.seek(seed.record.offset)
        for capture in _iterate(stream, seed.source):
            media_type, encoding = _content_type(capture)
            address = capture.headers.get("WARC-Target-URI")
            metadata = {"source_url": address.strip("<>")} if address else {}
            return Raw(capture.reader.read(), media_type, encoding, metadata)
    raise EOFError("there is no record where there was one")


def _iterate(stream: Any, path: str) -> Iterator[Any]:  # noqa: ANN401 - untyped library
    try:
        from fastwarc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ImportError:
        raise ValueError(f'to read {path}, install "corpus-pkg[warc]"') from None
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    return iter(ArchiveIterator(stream, record_types=wanted, parse_http=True))


def _content_type(capture: Any) -> tuple[str, str | None]:  # noqa: ANN401 - untyped library
    """Return the media type of a capture's body, and its encoding where that is stated."""
    headers = capture.http_headers if capture.http_headers is not None else capture.headers
    stated, _, parameters = (headers.get("Content-Type") or "").partition(";")
    name, _, charset = parameters.strip().partition("=")
    encoding = charset.strip("\"' ").lower() if name.strip().lower() == "charset" else None
    if capture.http_headers is None and stated.strip() == "text/plain":
        encoding = "utf-8"  # WET files are
    return stated.strip().lower(), encoding or None


def _failed(capture: Any) -> bool:  # noqa: ANN401 - untyped library
    status = capture.http_headers.status_code if capture.http_headers is not None else None
    return status is not None and status != 200
