"""Rows that wait for their row group, in a file: row groups of four tables would fill memory side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from pathlib import Path


class PendingRows:
    """Takes up tables of one schema, and gives them back as one; ``path`` is where its file may lie meanwhile."""

    def __init__(self, schema: pa.Schema, path: Path) -> None:
        self._schema = schema
        self._path = path
        self._file: pa.OSFile | None = None
        self._writer: pa.RecordBatchFileWriter | None = None

    @property
    def holds(self) -> bool:
        """Whether any table was taken up, be it one without rows."""
        return self._writer is not None

    def append(self, table: pa.Table) -> None:
        """Take up a table."""
        if self._writer is None:
            self._file = pa.OSFile(str(self._path), "wb")
            self._writer = pa.ipc.new_file(self._file, self._schema)
        self._writer.write_table(table)

    def take(self) -> pa.Table:
        """Give back all rows, every column in one chunk, and hold none any more."""
        self._close()
        with pa.OSFile(str(self._path)) as file:
            columns = [self._read(file, place) for place in range(len(self._schema))]
        return pa.table(columns, schema=self._schema)

    def discard(self) -> None:
        """Hold no rows any more, and leave no file."""
        self._close()
        self._path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._writer is not None and self._file is not None:
            self._writer.close()
            self._file.close()
        self._writer = self._file = None

    def _read(self, file: pa.OSFile, place: int) -> pa.Array:
        options = pa.ipc.IpcReadOptions(included_fields=[place], use_threads=False)
        column = pa.ipc.open_file(file, options=options).read_all().column(0)
        if column.type != pa.string():
            return column.combine_chunks()
        chunks = column.chunks
        del column
        return _join_texts(chunks)


def _join_texts(chunks: list[pa.StringArray]) -> pa.StringArray:
    """Join arrays of texts, and let go of each as soon as it is copied: memory never holds the texts twice."""
    places = [np.frombuffer(c.buffers()[1] or bytes(4), np.int32)[c.offset :][: len(c) + 1] for c in chunks]
    valid = np.concatenate([np.empty(0, bool), *(np.asarray(chunk.is_valid()) for chunk in chunks)])
    offsets = np.zeros(len(valid) + 1, np.int32)
    np.cumsum(np.concatenate([np.empty(0, np.int32), *map(np.diff, places)]), out=offsets[1:])
    letters = np.empty(offsets[-1], np.uint8)
    filled = 0
    for start, end in [(place[0], place[-1]) for place in places]:
        texts = np.frombuffer(chunks.pop(0).buffers()[2] or b"", np.uint8)[start:end]
        letters[filled : filled + len(texts)] = texts
        filled += len(texts)
    missing = None if valid.all() else pa.array(valid).buffers()[1]
    return pa.StringArray.from_buffers(len(valid), pa.py_buffer(offsets), pa.py_buffer(letters), missing)
