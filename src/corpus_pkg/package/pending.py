"""Rows that wait for their row group, in a file: row groups of four tables would fill memory side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray


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
            columns = [_read(file, place, field.type) for place, field in enumerate(self._schema)]
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


def _read(file: pa.OSFile, place: int, kind: pa.DataType) -> pa.Array:
    """Read one column into one chunk. A batch takes memory for all its columns: one alone is held, and copied."""
    options = pa.ipc.IpcReadOptions(included_fields=[place], use_threads=False)
    reader = pa.ipc.open_file(file, options=options)

    def chunks() -> Iterator[pa.Array]:
        return (reader.get_batch(each).column(0) for each in range(reader.num_record_batches))

    if kind == pa.string():
        return _join_texts(chunks)
    return pa.concat_arrays([pa.array([], kind), *(pa.concat_arrays([chunk]) for chunk in chunks())])


def _join_texts(chunks: Callable[[], Iterator[pa.StringArray]]) -> pa.StringArray:
    """Join arrays of texts, gone through twice: their lengths first, so that the texts are copied only once."""
    lengths, valid = [np.empty(0, np.int32)], [np.empty(0, bool)]
    for chunk in chunks():
        lengths.append(np.diff(_offsets(chunk)))
        valid.append(np.array(chunk.is_valid()))
    offsets = np.zeros(sum(map(len, lengths)) + 1, np.int32)
    np.cumsum(np.concatenate(lengths), out=offsets[1:])
    letters = np.empty(offsets[-1], np.uint8)
    filled = 0
    for chunk in chunks():
        start, end = _offsets(chunk)[[0, -1]]
        letters[filled : filled + end - start] = np.frombuffer(chunk.buffers()[2] or b"", np.uint8)[start:end]
        filled += end - start
    is_valid = np.concatenate(valid)
    missing = None if is_valid.all() else pa.array(is_valid).buffers()[1]
    return pa.StringArray.from_buffers(len(is_valid), pa.py_buffer(offsets), pa.py_buffer(letters), missing)


def _offsets(chunk: pa.StringArray) -> NDArray[np.int32]:
    return np.frombuffer(chunk.buffers()[1] or bytes(4), np.int32)[chunk.offset :][: len(chunk) + 1]
