"""An opened package, as researchers hold it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow.compute as pc

from corpus_pkg.errors import UsageError
from corpus_pkg.opening.contents import Contents, read_contents
from corpus_pkg.opening.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.findings import Finding

_TABLE_OF = {"p": "paragraphs", "b": "blocks", "m": "mentions"}


def open_package(address: str | Path) -> Package:
    """Open a package in a folder, a zip file or at any fsspec address (``s3://…``, ``https://…``).

    Only its descriptor is read. Raises UsageError where there is no package, or it cannot be reached.
    """
    return Package(read_contents(address))


class Package:
    """A package: four tables, what the descriptor says, and the words around any row.

    >>> package = corpus_pkg.open("dist/workers-party-of-korea-texts-1.0.0")  # doctest: +SKIP
    >>> package.mentions.polars().filter(pl.col("calendar") == "juche").collect()  # doctest: +SKIP
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._source = lru_cache(maxsize=4)(self._read_source)

    def __repr__(self) -> str:
        return f"<package {self.name} {self.version} at {self._contents.location.address}>"

    @property
    def name(self) -> str:
        """The name of the corpus."""
        return self._contents.name

    @property
    def version(self) -> str:
        """The version of the data."""
        return self._contents.version

    @property
    def descriptor(self) -> dict[str, Any]:
        """``datapackage.json`` as it was read."""
        return self._contents.descriptor

    @property
    def documents(self) -> Table:
        """One row per seed, with its whole source text."""
        return self._table("documents")

    @property
    def paragraphs(self) -> Table:
        """A partition of every document, with roles."""
        return self._table("paragraphs")

    @property
    def blocks(self) -> Table:
        """Who speaks which language where."""
        return self._table("blocks")

    @property
    def mentions(self) -> Table:
        """Expressions that place something in calendar time."""
        return self._table("mentions")

    def verify(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the package, by all that ``corpus-pkg validate`` checks; nothing if valid.

        A package that lies elsewhere is fetched into a temporary folder first.
        """
        from corpus_pkg.validate import check_package  # noqa: PLC0415 - validation takes most of a second to import

        location = self._contents.location
        if location.folder:
            return tuple(check_package(location.folder))
        with TemporaryDirectory() as temporary:
            folder = Path(temporary) / f"{self.name}-{self.version}"
            for relative in location.files():
                target = folder / relative
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(location.read(relative))
            return tuple(check_package(folder))

    def text(self, row: str | Mapping[str, Any]) -> str:
        """The untouched words of a mention, block or paragraph, given its identifier or its row.

        A row is any mapping with ``document_id``, ``char_start`` and ``char_end``. Raises KeyError where there is
        no such row.
        """
        document, start, end = self._place(row)
        return self._source(document)[start:end]

    def context(self, row: str | Mapping[str, Any], lines: int = 2) -> str:
        """The lines of the source text that hold a row, with ``lines`` more on either side."""
        document, start, end = self._place(row)
        text = self._source(document)
        before = text[:start].rsplit("\n", lines + 1)[-lines - 1 :]
        after = text[end:].split("\n", lines + 1)[: lines + 1]
        return "\n".join(before) + text[start:end] + "\n".join(after)

    def _table(self, name: str) -> Table:
        if name not in self._contents.tables:
            raise UsageError(f"{self._contents.location.address} has no table {name}")
        return Table(name, self._contents.files(name))

    def _place(self, row: str | Mapping[str, Any]) -> tuple[str, int, int]:
        if isinstance(row, str):
            table = _TABLE_OF.get(row[:1])
            if table is None:
                raise KeyError(row)
            key = f"{table[:-1]}_id"
            columns = ["document_id", "char_start", "char_end"]
            found = (
                self._contents.files(table)
                .dataset()
                .to_table(columns, filter=pc.field(key) == row)
                .to_pylist()
            )
            if not found:
                raise KeyError(row)
            return self._place(found[0])
        return str(row["document_id"]), int(row["char_start"]), int(row["char_end"])

    def _read_source(self, document: str) -> str:
        dataset = self._contents.files("documents").dataset()
        found = dataset.to_table(["text"], filter=pc.field("document_id") == document)["text"].to_pylist()
        if not found:
            raise KeyError(document)
        return found[0] or ""
