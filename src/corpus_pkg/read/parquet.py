"""Rows of Parquet files with a column ``text``, mostly an ``id``, and what else is known of the documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, finding
from corpus_pkg.read.records import Names, raw_text
from corpus_pkg.read.seeds import Raw, Record, Seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ROWS = 256
"""Rows that are held at once."""


def list_rows(container: Seed, file: Path) -> Iterator[Seed | Finding]:
    """List the rows of a Parquet file; the offset of each is its number."""
    names = Names()
    with pq.ParquetFile(file) as rows:
        if "text" not in rows.schema_arrow.names:
            raise ValueError("it has no column `text`")
        row = 0
        for batch in rows.iter_batches(_ROWS, columns=_there(rows, "id", "text")):
            for record in batch.to_pylist():
                row += 1
                if not isinstance(record["text"], str):
                    message = f"row {row} has no text"
                    yield finding("record-broken", message, path=container.path, record=row)
                    continue
                name = names.name(record.get("id"), record["text"])
                length = len(record["text"].encode())
                place = Record(container.path, name, row - 1, length)
                yield Seed(f"{container.path}!{name}", container.root, length, container.stamp, place)


def unpack_rows(file: Path, target: Path) -> Path:
    """Write the rows as JSON Lines to ``target``, and into a file beside it, which it gives, where each begins."""
    starts = [0]
    with pq.ParquetFile(file) as source, target.open("wb") as unpacked:
        for batch in source.iter_batches(_ROWS):
            for record in batch.to_pylist():
                known = {key: value for key, value in record.items() if isinstance(value, str)}
                starts.append(starts[-1] + unpacked.write(json.dumps(known).encode() + b"\n"))
    np.save(target.with_suffix(".npy"), np.array(starts, dtype=np.int64))
    return target.with_suffix(".npy")


def read_row(seed: Seed, file: Path) -> Raw:
    """Read a row of an unpacked Parquet file."""
    assert seed.record  # noqa: S101 - told apart by the caller
    starts = np.load(file.with_suffix(".npy"), mmap_mode="r")
    start, end = starts[seed.record.offset : seed.record.offset + 2]
    with file.open("rb") as stream:
        stream.seek(int(start))
        return raw_text(json.loads(stream.read(int(end - start))))


def _there(file: pq.ParquetFile, *columns: str) -> list[str]:
    return [column for column in columns if column in file.schema_arrow.names]
