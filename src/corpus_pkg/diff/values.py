"""What a comparison found. Rows are named by their places; their words are read when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import polars as pl

    from corpus_pkg.diff.sides import Side
    from corpus_pkg.versions import Bump

Fate = Literal["removed", "edited", "reidentified", "changed", "added"]

FATES: tuple[Fate, ...] = ("removed", "edited", "reidentified", "changed", "added")
"""What became of a row that is not as it was, losses first."""


class SchemaChange(NamedTuple):
    """One change of the form of the tables."""

    table: str
    field: str | None
    """None where the table as a whole is meant."""
    change: str
    bump: Bump
    old: Any = None
    new: Any = None


class MetadataChange(NamedTuple):
    """A descriptive property that says something else."""

    property: str
    old: Any
    new: Any


class Renamed(NamedTuple):
    """A seed that is the same to the byte, or in all its text, under another name."""

    old_document: str
    new_document: str
    old_path: str
    new_path: str


class Cell(NamedTuple):
    """A value that changed."""

    column: str
    old: Any
    new: Any


class RowChange(NamedTuple):
    """A row that is gone, new, or not as it was."""

    fate: Fate
    key: str
    document_id: str
    path: str | None
    """The seed."""
    line: int | None
    """Of the old seed for a row that is gone, else of the new one."""
    excerpt: str
    """Its words, or what else tells it from others."""
    new_key: str | None = None
    """The identifier that took the place of this one."""
    cells: tuple[Cell, ...] = ()


class TableDifference(NamedTuple):
    """The differences of one table.

    ``pairs`` holds for every fate a frame of row numbers, ``old`` (null for added rows) and ``new`` (null for
    removed ones), with ``document``, the hash of the identifier of the row's document.
    """

    name: str
    rows: tuple[int, int]
    """Before and after."""
    pairs: Mapping[Fate, pl.DataFrame]
    columns: Mapping[str, int]
    """In how many changed rows each column differs."""
    moved: int
    """Rows that merely stand elsewhere."""
    relinked: int
    """Rows that merely refer to a row that took the place of another, or that is new."""
    unprompted: int
    """How many of those that moved or were relinked lie in a document whose seed is the same."""

    def met(self, fate: Fate) -> int:
        """How many rows met a fate."""
        return self.pairs[fate].height

    @property
    def is_empty(self) -> bool:
        """Whether not even a row moved."""
        return not (self.moved or self.relinked or any(frame.height for frame in self.pairs.values()))


class Reason(NamedTuple):
    """A kind of change and what it asks of the version."""

    bump: Bump
    change: str
    """In words."""
    rows: int


SeedFate = Literal["removed", "changed", "parser", "renamed", "added"]
"""What became of a seed, losses first; ``parser``: the seed is the same, its rows are not."""


class SeedChange(NamedTuple):
    """What became of one document and its rows."""

    document_id: str
    path: str
    fate: SeedFate
    counts: Mapping[str, Mapping[Fate, int]]
    """By table; fates of no row are left out."""


class Difference(NamedTuple):
    """All that differs between two versions."""

    old: Side
    new: Side
    schema: tuple[SchemaChange, ...]
    metadata: tuple[MetadataChange, ...]
    renamed: tuple[Renamed, ...]
    seeds: tuple[SeedChange, ...]
    tables: Mapping[str, TableDifference]
    paths: Mapping[str, str]
    """The seed of each document, gone ones included."""
    reasons: tuple[Reason, ...]
    """Gravest first."""
    bump: Bump
    croissant: Bump
    """The class that the Croissant specification gives to the change."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs but how it is serialised."""
        return self.bump == "none"

    def rows(self, table: str, fate: Fate) -> Iterator[RowChange]:
        """The rows of a table that met a fate, in their order, read a few thousand at a time."""
        from corpus_pkg.diff.details import read_rows  # noqa: PLC0415 - it builds on the values of this module

        return read_rows(self, table, fate)
