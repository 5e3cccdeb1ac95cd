"""A table of an opened package, in the form that its reader works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from corpus_pkg.opening.files import TableFiles


class Table:
    """One table; nothing is read before one of the forms is asked for, and then what that form needs."""

    def __init__(self, name: str, files: TableFiles) -> None:
        self._name = name
        self._files = files

    def __repr__(self) -> str:
        return f"<{self._name}: {', '.join(self.columns)}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return self._files.columns

    def arrow(self, columns: Sequence[str] | None = None) -> pa.Table:
        """The rows, or some columns of them, as an Arrow table."""
        return self._files.dataset().to_table(columns=None if columns is None else list(columns))

    def polars(self) -> pl.LazyFrame:
        """A polars query that reads what it selects; ``.collect()`` runs it."""
        import polars as pl  # noqa: PLC0415 - each form is imported when it is asked for

        folder = self._files.location.folder
        if folder and self._files.form == "parquet":
            return pl.scan_parquet([folder / path for path in self._files.paths], glob=False)
        return pl.scan_pyarrow_dataset(self._files.dataset())

    def pandas(self, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """The rows, or some columns of them, as a pandas frame of Arrow-backed columns: integers stay integers.

        Needs pandas: ``pip install corpus-pkg[pandas]``.
        """
        import pandas as pd  # noqa: PLC0415 - an optional library

        frame: pd.DataFrame = self.arrow(columns).to_pandas(types_mapper=pd.ArrowDtype)
        return frame

    def duckdb(self, connection: duckdb.DuckDBPyConnection | None = None) -> duckdb.DuckDBPyRelation:
        """A DuckDB relation that reads what is asked of it, on ``connection`` or one of its own.

        Needs DuckDB: ``pip install corpus-pkg[duckdb]``.
        """
        import duckdb  # noqa: PLC0415 - an optional library

        connection = connection or duckdb.connect()
        return connection.from_arrow(self._files.dataset())
