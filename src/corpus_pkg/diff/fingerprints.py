"""One table as keys and hashes: what a comparison holds of it in memory, whatever the length of its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
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


def take_fingerprints(files: Rows | None, columns: Columns) -> Fingerprints:
    """Read a table batch by batch and keep hashes of 64 bits; a table that is not there has no rows.

    Raises UsageError where two rows have one key: then no row can be told from the other.
    """
    frames = [_empty(columns)]
    start = 0
    wanted = [
        name
        for name in (
            columns.key,
            columns.document,
            *columns.positions,
            *columns.references,
            *columns.values,
        )
        if name
    ]
    for batch in files.batches(list(dict.fromkeys(wanted))) if files else ():
        frame = pl.from_arrow(batch)
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
        frames.append(_hash(frame, columns, start))
        start += frame.height
    held = pl.concat(frames)
    if held["key"].n_unique() != held.height and files:
        raise UsageError(
            f"{files.address} has several rows of one {columns.key}: validate it before comparing"
        )
    return Fingerprints(held, columns)


def _hash(frame: pl.DataFrame, columns: Columns, start: int) -> pl.DataFrame:
    made = {
        "at": pl.int_range(start, start + frame.height, dtype=pl.Int64, eager=True),
        "key": frame[columns.key].cast(pl.String).hash(SEED),
        "document": frame[columns.document or columns.key].cast(pl.String).hash(SEED),
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
