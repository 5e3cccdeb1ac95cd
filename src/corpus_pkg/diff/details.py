"""The words of changed rows, read again a few thousand at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from corpus_pkg.diff.columns import sort_columns
from corpus_pkg.diff.values import Cell, RowChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus_pkg.diff.columns import Columns
    from corpus_pkg.diff.sides import Rows
    from corpus_pkg.diff.values import Difference, Fate

CHUNK = 10_000
"""Rows whose words are in memory at once."""

_EXCERPTS = {"documents": "title", "paragraphs": "text", "blocks": "text", "mentions": "surface"}
_EXCERPT = 120
"""Characters of an excerpt."""


def shared_columns(old: Rows | None, new: Rows | None) -> list[str]:
    """The columns that both versions of a table have, in the order of the old one."""
    if old is None or new is None:
        return [*(old or new).columns]  # type: ignore[union-attr]  # a table that is on neither side is not compared
    return [name for name in old.columns if name in new.columns]


def read_pairs(files: Rows, rows: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
    """Rows by number, in that order."""
    frame = pl.from_arrow(files.take(rows.to_numpy(), columns))
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
    return frame


def count_columns(old: Rows, new: Rows, pairs: pl.DataFrame, columns: Columns) -> dict[str, int]:
    """In how many pairs of rows each column differs; columns that never do, and whole texts, are left out."""
    names = _told_columns(columns, "changed")
    counts = dict.fromkeys(names, 0)
    for chunk in pairs.iter_slices(CHUNK):
        one, other = read_pairs(old, chunk["old"], names), read_pairs(new, chunk["new"], names)
        for name in names:
            counts[name] += int(_differs(one[name], other[name]).sum())
    return {name: count for name, count in counts.items() if count}


def _told_columns(columns: Columns, fate: Fate) -> list[str]:
    """The columns whose changes are told: no positions, and references only where the row is still itself.

    The text of a document is not told either: its paragraphs tell what changed.
    """
    references = columns.references if fate == "changed" else ()
    return [
        *references,
        *(name for name in columns.values if not (columns.is_of_documents and name == "text")),
    ]


def _differs(one: pl.Series, other: pl.Series) -> pl.Series:
    if one.dtype != other.dtype:
        one, other = one.cast(pl.String), other.cast(pl.String)
    return one.ne_missing(other)


def read_rows(difference: Difference, table: str, fate: Fate) -> Iterator[RowChange]:
    """The rows of a table that met a fate."""
    old, new = difference.old.tables.get(table), difference.new.tables.get(table)
    pairs = difference.tables[table].pairs[fate]
    for chunk in pairs.iter_slices(CHUNK):
        if fate == "removed" and old:
            yield from _read_lone(old, chunk["old"], fate, difference, table)
        elif fate == "added" and new:
            yield from _read_lone(new, chunk["new"], fate, difference, table)
        else:
            yield from _read_paired(difference, table, fate, chunk)


def _read_lone(
    files: Rows, rows: pl.Series, fate: Fate, difference: Difference, table: str
) -> Iterator[RowChange]:
    key = _key(files)
    names = [name for name in _telling(table, key) if name in files.columns]
    for row in read_pairs(files, rows, names).iter_rows(named=True):
        yield RowChange(fate, str(row[key]), *_place(row, difference), _excerpt(row, table))


def _read_paired(difference: Difference, table: str, fate: Fate, chunk: pl.DataFrame) -> Iterator[RowChange]:
    old, new = difference.old.tables[table], difference.new.tables[table]
    key = _key(new)
    columns = sort_columns(table, new.schema, shared_columns(old, new))
    compared = _told_columns(columns, fate)
    names = list(dict.fromkeys((key, *_telling(table, key), *compared)))
    names = [name for name in names if name in old.columns and name in new.columns]
    one, other = read_pairs(old, chunk["old"], names), read_pairs(new, chunk["new"], names)
    marks = pl.DataFrame({name: _differs(one[name], other[name]) for name in compared})
    for before, after, differs in zip(
        one.iter_rows(named=True), other.iter_rows(named=True), marks.iter_rows(), strict=True
    ):
        cells = tuple(
            Cell(name, before[name], after[name])
            for name, differ in zip(compared, differs, strict=True)
            if differ
        )
        old_key, new_key = str(before[key]), str(after[key])
        yield RowChange(
            fate,
            old_key,
            *_place(after, difference),
            _excerpt(after, table),
            new_key if new_key != old_key else None,
            cells,
        )


def _key(files: Rows) -> str:
    declared: Any = files.schema.get("primaryKey") or files.columns[0]
    return declared if isinstance(declared, str) else str(declared[0])


def _telling(table: str, key: str) -> list[str]:
    return list(dict.fromkeys((key, "document_id", "source_path", "line_start", _EXCERPTS.get(table, key))))


def _place(row: dict[str, Any], difference: Difference) -> tuple[str, str | None, int | None]:
    document = str(row.get("document_id", ""))
    return document, row.get("source_path") or difference.paths.get(document), row.get("line_start")


def _excerpt(row: dict[str, Any], table: str) -> str:
    text = str(row.get(_EXCERPTS.get(table, "")) or "")
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
