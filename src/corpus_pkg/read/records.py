"""JSON Lines: a record a line, with ``text``, mostly an ``id``, and what else is known of the document."""

from __future__ import annotations

import json
import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.seeds import Raw, Record, Seed
from corpus_pkg.read.streams import open_stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_COLUMNS = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "date": "date_published",
    "date_published": "date_published",
    "language": "language",
    "lang": "language",
    "url": "source_url",
    "source_url": "source_url",
    "license": "rights",
    "rights": "rights",
}
"""Keys of a record, and the columns of ``documents`` that they fill."""

_FORMS = {
    "date_published": re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|T|\s)"),
    "language": re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
    "source_url": re.compile(r"[a-z][a-z0-9+.-]*:\S+$"),
}
"""What a value must look like to be used; of a date with a time the date is."""


class Names:
    """The names of a container's records: the identifier that each states, else one of what it says."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, identifier: object, text: str) -> str:
        """Return the name of the next record."""
        if isinstance(identifier, str | int) and str(identifier).strip():
            return str(identifier).strip()
        name = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"


def list_lines(container: Seed, file: Path) -> Iterator[Seed | Finding]:
    """List the records of a JSON Lines file; offsets count in the file decompressed."""
    names = Names()
    offset = 0
    with open_stream(file) as stream:
        for number, line in enumerate(_lines(stream), 1):
            start, offset = offset, offset + len(line)
            if not line.strip():
                continue
            try:
                record = _parse(line)
            except ValueError as error:
                yield finding("record-broken", str(error), path=container.path, line=number)
                continue
            name = names.name(record.get("id"), record["text"])
            place = Record(container.path, name, start, len(line))
            yield Seed(f"{container.path}!{name}", container.root, len(line), container.stamp, place)


def read_line(seed: Seed, file: Path) -> Raw:
    """Read a record of a JSON Lines file."""
    assert seed.record  # noqa: S101 - told apart by the caller
    with file.open("rb") as stream:
        stream.seek(seed.record.offset)
        record = _parse(stream.read(seed.record.length))
    return raw_text(record)


def raw_text(record: Mapping[str, Any]) -> Raw:
    """Return the text of a record with its metadata, as bytes of UTF-8."""
    return Raw(record["text"].encode(), "text/plain", "utf-8", usable_metadata(record))


def usable_metadata(record: Mapping[str, Any]) -> dict[str, str]:
    """Columns of ``documents`` that a record states in a form that they take."""
    found = {}
    for key, column in _COLUMNS.items():
        value = record.get(key)
        if not isinstance(value, str) or not (value := value.strip()):
            continue
        form = _FORMS.get(column)
        if form is None:
            found[column] = " ".join(value.split())
        elif match := form.match(value):
            found[column] = match[0]
    return found


def _parse(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is not JSON: {error}") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError('it is not an object with a "text"')  # noqa: TRY004 - of data, not of an argument
    try:
        record["text"].encode()
        str(record.get("id")).encode()
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair") from None
    return record


def _lines(stream: Any) -> Iterator[bytes]:  # noqa: ANN401 - a file, or Arrow's notion of one
    """Lines with their ends; Arrow's own streams cannot tell them."""
    rest = b""
    while piece := stream.read(1 << 20):
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        for line in lines:
            yield line + b"\n"
    if rest:
        yield rest
