"""Rows that took another's place: an edited paragraph has a new identifier, and still it is that paragraph."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus_pkg.diff.fingerprints import Fingerprints
    from corpus_pkg.diff.rows import Compared
    from corpus_pkg.diff.sides import Rows

WORDS = {"paragraphs": ("text",), "blocks": ("text", "language"), "mentions": ("surface", "context")}
"""The columns that tell whether two rows are one, edited."""

ALIKE = 0.5
"""The share of words that two rows must have in common (Dice's coefficient)."""

GAP = 40
"""Removed or added rows in one gap beyond which no pairs are looked for: that is another text."""

_CHUNK = 20_000


def pair_edits(
    name: str,
    compared: Compared,
    old: Fingerprints,
    new: Fingerprints,
    files: tuple[Rows, Rows],
) -> pl.DataFrame:
    """Pair removed with added rows of one document that stand behind the same surviving row and are alike.

    Gives row numbers ``old`` and ``new`` and the hash ``document``. In each gap pairs keep their order.
    """
    pairs: list[tuple[int, int, int]] = []
    schema = {"old": pl.Int64, "new": pl.Int64, "document": pl.UInt64}
    if name in WORDS and compared.removed.height and compared.added.height:
        gaps = _gaps(compared.removed, old, new).join(
            _gaps(compared.added, new, old), on=["document", "anchor"], suffix=".new", maintain_order="left"
        )
        gaps = gaps.filter((pl.col("at").list.len() <= GAP) & (pl.col("at.new").list.len() <= GAP))
        columns = WORDS[name]
        for chunk in gaps.iter_slices(_CHUNK):
            before = _read_words(files[0], chunk["at"].explode(), columns)
            after = _read_words(files[1], chunk["at.new"].explode(), columns)
            for document, gone, come in chunk.select("document", "at", "at.new").iter_rows():
                pairs += ((one, other, document) for one, other in _align(gone, come, before, after))
    return pl.DataFrame(pairs, schema=schema, orient="row")


def _gaps(rows: pl.DataFrame, side: Fingerprints, other: Fingerprints) -> pl.DataFrame:
    """Rows by the row that they stand behind, the last one before them that is there in both versions."""
    survivors = other.frame.select("key", anchor="key")
    anchored = (
        side.frame.select("at", "document", "key")
        .join(survivors, on="key", how="left", maintain_order="left")
        .select("at", pl.col("anchor").forward_fill().over("document"))
    )
    return (
        rows.select("at", "document")
        .join(anchored, on="at")
        .with_columns(pl.col("anchor").fill_null(0))
        .sort("at")
        .group_by("document", "anchor", maintain_order=True)
        .agg("at")
    )


def _read_words(files: Rows, rows: pl.Series, columns: tuple[str, ...]) -> Mapping[int, Counter[str]]:
    held = [name for name in columns if name in files.columns]
    table = files.take(rows.to_numpy(), held)
    read = zip(*(table[name].to_pylist() for name in held), strict=True)
    return {
        number: Counter(word for cell in cells for word in (cell or "").split())
        for number, cells in zip(rows.to_list(), read, strict=True)
    }


def _align(
    gone: list[int], come: list[int], before: Mapping[int, Counter[str]], after: Mapping[int, Counter[str]]
) -> Iterator[tuple[int, int]]:
    """Pair greedily in order: each row that is gone with the likest of those that came behind the last pair."""
    first = 0
    for one in gone:
        likest = max(
            ((_likeness(before[one], after[other]), -at) for at, other in enumerate(come[first:], first)),
            default=(0.0, 0),
        )
        if likest[0] >= ALIKE:
            yield one, come[-likest[1]]
            first = -likest[1] + 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
