"""The two sides of a comparison: what a package or a build holds, before any row of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from corpus_pkg.errors import UsageError
from corpus_pkg.opening import Contents, read_contents
from corpus_pkg.versions import Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray


class Rows(Protocol):
    """The rows of one table in their order, in the files of a package or wherever else they lie."""

    @property
    def address(self) -> str:
        """Where they lie, for messages."""

    @property
    def schema(self) -> dict[str, Any]:
        """The Table Schema."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The rows in order, a few thousand at a time."""

    def take(self, positions: NDArray[np.int64], columns: Sequence[str]) -> pa.Table:
        """The rows at some positions, in the order asked for."""


class Side(NamedTuple):
    """One of two versions."""

    name: str
    version: str
    schema_version: str
    builder: str
    """Name and version of the program that made it."""
    configuration: str | None
    """The hash of what the corpus's configuration decides of the rows."""
    metadata: Mapping[str, Any]
    """Descriptive properties of the Data Package standard."""
    formats: tuple[str, ...]
    tables: Mapping[str, Rows]
    content_hashes: Mapping[str, str]
    """By table; empty where nothing has been written yet."""


METADATA = ("title", "description", "homepage", "licenses", "contributors", "sources", "keywords")
"""The descriptive properties; coverage is left out, for it follows from the rows."""


def side_of(package: Contents | str | Path) -> Side:
    """A written package as a side; raises UsageError where it cannot be read."""
    contents = package if isinstance(package, Contents) else read_contents(package)
    described = contents.descriptor
    try:
        Version.parse(contents.version)
    except ValueError as error:
        raise UsageError(f"the version of {contents.location.address}: {error}") from None
    builder = described.get("builder") or {}
    return Side(
        contents.name,
        contents.version,
        str(described.get("schemaVersion", "")),
        f"{builder.get('name', '')} {builder.get('version', '')}".strip(),
        (described.get("configuration") or {}).get("hash"),
        {key: described[key] for key in METADATA if described.get(key)},
        tuple(sorted({form for forms in contents.tables.values() for form in forms})),
        {table: contents.files(table) for table in contents.tables},
        {
            path.split("/")[1]: resource["contentHash"]
            for resource in described["resources"]
            if "contentHash" in resource and (path := str(resource["path"])).startswith("data/")
        },
    )
