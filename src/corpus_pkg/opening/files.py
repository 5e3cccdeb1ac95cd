"""The files of one table, whatever their format and wherever they lie: read in batches, or single rows of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from corpus_pkg.places import Location, reaching

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow.dataset as ds
    from numpy.typing import NDArray

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


_ROWS, _BYTES = 16_384, 4 << 20
"""The most that is in a batch: a long text is never held with all others."""


class TableFiles(NamedTuple):
    """One table in one or more files of one format, rows in the order of the files."""

    location: Location
    paths: tuple[str, ...]
    form: str
    """``parquet`` or ``csv``."""
    schema: dict[str, Any]
    """The Table Schema."""

    @property
    def address(self) -> str:
        """Where it lies, as it may be shown."""
        return self.location.address

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field["name"] for field in self.schema["fields"])

    def dataset(self) -> ds.Dataset:
        """All of it as an Arrow dataset, which reads nothing but the form of the first file."""
        import pyarrow.dataset as ds  # noqa: PLC0415 - it loads pandas where that is installed: 40 MB

        form: object = "parquet"
        if self.form == "csv":
            form = ds.CsvFileFormat(
                parse_options=pa_csv.ParseOptions(newlines_in_values=True),
                convert_options=pa_csv.ConvertOptions(
                    column_types=self._types(),
                    null_values=[""],
                    strings_can_be_null=True,
                    quoted_strings_can_be_null=True,
                ),
                read_options=pa_csv.ReadOptions(block_size=16 << 20),
            )
        with reaching(self.location.address):
            return ds.dataset(
                [self.location.path(path) for path in self.paths],
                filesystem=self.location.filesystem,
                format=form,
                schema=self._arrow_schema() if self.form == "csv" else None,
            )

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The rows in order, a few thousand at a time."""
        if self.form == "csv":
            with reaching(self.location.address):
                yield from self.dataset().scanner(columns=list(columns), batch_readahead=1).to_batches()
            return
        for path in self.paths:
            with self._parquet(path) as file:
                for group in range(file.num_row_groups):
                    yield from file.iter_batches(
                        _batch_rows(file.metadata.row_group(group)), [group], list(columns), use_threads=False
                    )
                    pa.default_memory_pool().release_unused()  # else the next group comes on top of it

    def take(self, positions: NDArray[np.int64], columns: Sequence[str]) -> pa.Table:
        """The rows at some positions, in the order asked for; only the row groups that hold them are read."""
        order = np.argsort(positions, kind="stable")
        wanted = positions[order]
        found = [self._empty(columns)] if not len(wanted) else []
        start = 0
        for batch in self._pieces(wanted, columns):
            if isinstance(batch, int):
                start += batch
                continue
            first, last = np.searchsorted(wanted, (start, start + batch.num_rows))
            if first < last:
                found.append(batch.take(pa.array(wanted[first:last] - start)))
            start += batch.num_rows
        back = np.empty(len(order), np.int64)
        back[order] = np.arange(len(order))
        return pa.concat_tables(found).take(pa.array(back))

    def _pieces(self, wanted: NDArray[np.int64], columns: Sequence[str]) -> Iterator[pa.Table | int]:
        """Tables in order, and in place of those that hold nothing wanted the number of their rows."""
        if self.form == "csv":
            yield from (pa.Table.from_batches([batch]) for batch in self.batches(columns))
            return
        start = 0
        for path in self.paths:
            with self._parquet(path) as file:
                for group in range(file.num_row_groups):
                    rows = file.metadata.row_group(group).num_rows
                    first, last = np.searchsorted(wanted, (start, start + rows))
                    yield file.read_row_group(group, columns=list(columns)) if first < last else rows
                    start += rows

    def _empty(self, columns: Sequence[str]) -> pa.Table:
        types = self._types()
        return pa.schema([(name, types[name]) for name in columns]).empty_table()

    @contextmanager
    def _parquet(self, path: str) -> Iterator[pq.ParquetFile]:
        with (
            reaching(f"{self.location.address}/{path}"),
            self.location.open(path) as stream,
            pq.ParquetFile(stream) as file,
        ):
            yield file

    def _types(self) -> dict[str, pa.DataType]:
        return {field["name"]: _TYPES.get(field["type"], pa.string()) for field in self.schema["fields"]}

    def _arrow_schema(self) -> pa.Schema:
        return pa.schema(list(self._types().items()))


def _batch_rows(group: pq.RowGroupMetaData) -> int:
    """How many rows of a row group are read at once."""
    fitting: int = group.num_rows * _BYTES // max(1, group.total_byte_size)
    return max(1, min(_ROWS, fitting))
