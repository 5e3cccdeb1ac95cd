"""What a trace tells: rows, the seed lines that they come from, and why they are as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from corpus_pkg.corrections import Correction


class SeedLine(NamedTuple):
    """A line of a seed and the columns of it that belong to the row."""

    number: int
    text: str
    column: int
    """From 1, in code points."""
    end_column: int
    """The column after the last one."""


class Reason(NamedTuple):
    """Why a column holds what it holds."""

    what: str
    value: str
    rule: str | None
    words: str


class Link(NamedTuple):
    """Another row that has to do with this one."""

    relation: str
    table: str
    key: str
    path: str | None = None
    line: int | None = None
    text: str | None = None


class Traced(NamedTuple):
    """One row and where it comes from."""

    table: str
    key: str
    path: str
    """The seed."""
    lines: tuple[SeedLine, ...]
    """None for a document: all of its lines are its own."""
    reasons: tuple[Reason, ...]
    links: tuple[Link, ...]
    corrections: tuple[Correction, ...]
    row: dict[str, Any]
    """The columns of the row as the table holds them; a document's without its text."""
