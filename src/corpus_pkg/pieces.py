"""A staged piece as a file: what is known of it, the keys of its rows, and its four tables, one after the other."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from corpus_pkg.errors import CorpusPkgError
from corpus_pkg.findings import Finding, Related
from corpus_pkg.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class PieceRecord(NamedTuple):
    """What is known of a staged piece without looking into its tables."""

    rows: dict[str, int]
    findings: tuple[Finding, ...]
    languages: tuple[str, ...]
    """Of its blocks, as primary subtags."""


def store_piece(
    target: Path, tables: Mapping[str, pa.Table], keys: pa.Table, findings: tuple[Finding, ...]
) -> None:
    """Stage a piece in a file."""
    place_file(target, lambda stream: write_piece(stream, tables, keys, findings))


def write_piece(
    stream: IO[bytes], tables: Mapping[str, pa.Table], keys: pa.Table, findings: tuple[Finding, ...]
) -> None:
    """Write a piece: its record, its keys and its tables, one after the other."""
    languages = {tag.partition("-")[0] for tag in tables["blocks"]["language"].unique().to_pylist()}
    record = json.dumps(
        {
            "rows": {name: tables[name].num_rows for name in TABLES},
            "findings": [to_plain(f) for f in findings],
            "languages": sorted(languages),
        }
    )
    head = pa.schema([], metadata={"record": record.encode("utf-8", "surrogatepass")}).empty_table()
    options = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)  # buffers are small
    for table in (head, keys, *(tables[name] for name in TABLES)):
        with pa.ipc.new_stream(stream, table.schema, options=options) as writer:
            writer.write_table(table)


def load_record(path: Path) -> PieceRecord:
    """Read what is known of a staged piece."""
    with _reading(path) as stream:
        return _record(pa.ipc.open_stream(stream).schema)


def load_keys(path: Path) -> pa.Table:
    """Read the keys of a staged piece."""
    with _reading(path) as stream:
        pa.ipc.open_stream(stream).read_all()
        return pa.ipc.open_stream(stream).read_all()


def load_tables(path: Path) -> dict[str, pa.Table]:
    """Read the tables of a staged piece."""
    with _reading(path) as stream:
        for _ in ("record", "keys"):
            pa.ipc.open_stream(stream).read_all()
        return {name: pa.ipc.open_stream(stream).read_all() for name in TABLES}


def load_table(path: Path, name: str, columns: Sequence[str]) -> pa.Table:
    """Read some columns of one table of a staged piece; nothing else of the piece is unpacked."""
    with _reading(path) as stream:
        for _ in ("record", "keys", *TABLES[: TABLES.index(name)]):
            for _message in pa.ipc.MessageReader.open_stream(stream):
                pass
        start = stream.tell()
        schema = pa.ipc.open_stream(stream).schema
        stream.seek(start)
        wanted = [schema.get_field_index(column) for column in columns]
        options = pa.ipc.IpcReadOptions(included_fields=wanted)
        return pa.ipc.open_stream(stream, options=options).read_all().select(columns)


@contextmanager
def _reading(path: Path) -> Iterator[pa.NativeFile]:
    try:
        with pa.OSFile(str(path)) as stream:
            yield stream
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        raise CorpusPkgError(
            f"{path} is damaged ({error}): delete {path.parents[2]} and run again"
        ) from error


def place_file(target: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file so that under its name it is always whole, whoever else writes the same one at the same time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as stream:
        try:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            Path(stream.name).unlink(missing_ok=True)
            raise
    Path(stream.name).replace(target)


def to_plain(found: Finding) -> list[object]:
    """Give a finding as JSON can hold it."""
    return [*found[:-2], [list(related) for related in found.related], found.fingerprint]


def from_plain(held: list[Any]) -> Finding:
    """Give the finding that ``to_plain`` was given."""
    *rest, related, mark = held
    return Finding._make((*rest, tuple(Related(*each) for each in related), mark))


def _record(schema: pa.Schema) -> PieceRecord:
    record = json.loads(schema.metadata[b"record"])
    findings = tuple(map(from_plain, record["findings"]))
    return PieceRecord(record["rows"], findings, tuple(record["languages"]))
