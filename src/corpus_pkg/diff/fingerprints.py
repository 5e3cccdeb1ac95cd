"""Tables as hashes: what a comparison holds of them in memory, however many rows are the same on both sides.

First each document is one hash for each table, then the rows of those documents that differ are held as keys and
hashes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus_pkg.diff.columns import Columns
    from corpus_pkg.diff.sides import Rows

SEED = 1
"""Of the hashes: those of one run are compared with each other and with no others."""


class Fingerprints(NamedTuple):
    """A table, one row per row: ``at`` is its number, all else are hashes.

    ``key``, ``document``, ``place``, ``value``, ``ref.<column>`` for each reference, and ``text``, the source text
    of a document, 0 in other tables.
    """

    frame: pl.DataFrame
    columns: Columns
    elsewhere: pl.Series = pl.Series(dtype=pl.UInt64)
    """Keys of rows that are left out, so far as rows that are not lead to them."""


def sketch_documents(files: Rows | None, columns: Columns) -> pl.DataFrame:
    """The rows of each document in a table: ``document`` (hash), ``rows`` and ``mark``, the hash of them all."""
    frames = [pl.DataFrame(schema={"document": pl.UInt64, "rows": pl.UInt32, "mark": pl.UInt64})]
    names = _names(columns)
    for frame in _frames(files, names):
        marks = pl.DataFrame({"document": _documents_of(frame, columns), "mark": frame.hash_rows(SEED)})
        frames.append(_sum_up(marks, pl.len().alias("rows")))
    return _sum_up(pl.concat(frames), pl.col("rows").sum())


def _sum_up(marks: pl.DataFrame, rows: pl.Expr) -> pl.DataFrame:
    return marks.group_by("document", maintain_order=True).agg(rows, pl.col("mark").bitwise_xor())


def find_apart(sketches: Iterable[tuple[pl.DataFrame, pl.DataFrame]]) -> pl.Series:
    """The hashes of the documents whose rows are not the same in two versions, from the sketches of each table."""
    apart = [pl.Series("document", dtype=pl.UInt64)]
    for old, new in sketches:
        both = old.join(new, on="document", how="full", coalesce=True, suffix=".new")
        differs = pl.col("mark").ne_missing(pl.col("mark.new")) | pl.col("rows").ne_missing(
            pl.col("rows.new")
        )
        apart.append(both.filter(differs)["document"])
    return pl.concat(apart).unique()


def take_fingerprints(files: Rows | None, columns: Columns, documents: pl.Series) -> Fingerprints:
    """Read a table batch by batch and keep hashes of 64 bits of the rows of some documents, named by theirs.

    A table that is not there has no rows. Raises UsageError where two rows have one key: then no row can be told
    from the other.
    """
    frames = [_empty(columns)]
    start = 0
    for frame in _frames(files if documents.len() else None, _names(columns)):
        kept = _documents_of(frame, columns).is_in(documents.implode())
        frames.append(_hash(frame, columns, start).filter(kept) if kept.any() else _empty(columns))
        start += frame.height
    held = pl.concat(frames)
    if held["key"].n_unique() != held.height and files:
        raise UsageError(
            f"{files.address} has several rows of one {columns.key}: validate it before comparing"
        )
    return Fingerprints(held, columns)


def find_keys(files: Rows | None, columns: Columns, wanted: pl.Series) -> pl.Series:
    """Those of the wanted keys, hashes all, that a table holds."""
    found = [pl.Series(dtype=pl.UInt64)]
    for frame in _frames(files if wanted.len() else None, [columns.key]):
        keys = frame[columns.key].cast(pl.String).hash(SEED)
        found.append(keys.filter(keys.is_in(wanted.implode())))
    return pl.concat(found)


def _names(columns: Columns) -> list[str]:
    names = (columns.key, columns.document, *columns.positions, *columns.references, *columns.values)
    return list(dict.fromkeys(name for name in names if name))


def _frames(files: Rows | None, names: list[str]) -> Iterator[pl.DataFrame]:
    for batch in files.batches(names) if files else ():
        frame = pl.from_arrow(batch)
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
        yield frame


def _documents_of(frame: pl.DataFrame, columns: Columns) -> pl.Series:
    return frame[columns.document or columns.key].cast(pl.String).hash(SEED)


def _hash(frame: pl.DataFrame, columns: Columns, start: int) -> pl.DataFrame:
    made = {
        "at": pl.int_range(start, start + frame.height, dtype=pl.Int64, eager=True),
        "key": frame[columns.key].cast(pl.String).hash(SEED),
        "document": _documents_of(frame, columns),
        "place": _hash_rows(frame, columns.positions),
        "value": _hash_rows(frame, columns.values),
        "text": frame["text"].hash(SEED) if columns.has_source_text else _hash_rows(frame, ()),
    }
    for name in columns.references:
        reference = frame[name].cast(pl.String)
        made[f"ref.{name}"] = pl.select(
            pl.when(reference.is_null()).then(None).otherwise(reference.hash(SEED)).alias("r")
        )["r"]
    return pl.DataFrame(made)


def _hash_rows(frame: pl.DataFrame, names: tuple[str, ...]) -> pl.Series:
    if not names:
        return pl.repeat(0, frame.height, dtype=pl.UInt64, eager=True)
    return frame.select(names).hash_rows(SEED)


def _empty(columns: Columns) -> pl.DataFrame:
    hashes = ("key", "document", "place", "value", "text", *(f"ref.{name}" for name in columns.references))
    return pl.DataFrame(schema={"at": pl.Int64, **dict.fromkeys(hashes, pl.UInt64)})
