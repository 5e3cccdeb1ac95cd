"""What became of the rows of one table: gone, new, changed, or the same in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.diff.fingerprints import Fingerprints


class Compared(NamedTuple):
    """Rows by what became of them; ``old`` and ``new`` are row numbers, ``document`` is the hash of an identifier."""

    removed: pl.DataFrame
    added: pl.DataFrame
    reidentified: pl.DataFrame
    changed: pl.DataFrame
    moved: pl.DataFrame
    relinked: pl.DataFrame


def compare_rows(
    name: str,
    old: Mapping[str, Fingerprints],
    new: Mapping[str, Fingerprints],
    renamed: pl.DataFrame,
) -> Compared:
    """Compare a table by its keys. ``renamed`` pairs the hashes ``document`` and ``heir`` of renamed documents.

    A reference that leads to another row has changed only if both rows stand in both versions: where its old target
    is gone or its new one has just come, the reference followed from that, and the row is merely *relinked*.
    """
    before, after = old[name].frame, new[name].frame
    removed = before.join(after, on="key", how="anti")
    added = after.join(before, on="key", how="anti")
    columns = new[name].columns
    alike = ["document"] if columns.is_of_documents else ["document", "value"]
    removed, added, reidentified = _follow_renames(removed, added, renamed, alike)
    both = before.join(after, on="key", how="inner", suffix=".new", maintain_order="right")
    repointed, relinked = _compare_references(name, both, old, new)
    marks = both.select(
        pl.col("at").alias("old"),
        pl.col("at.new").alias("new"),
        pl.col("document.new").alias("document"),
        changed=(pl.col("value") != pl.col("value.new")) | repointed,
        relinked=relinked,
        moved=pl.col("place") != pl.col("place.new"),
    )
    still = marks.filter(~pl.col("changed"))
    return Compared(
        removed,
        added,
        reidentified,
        marks.filter("changed").select("old", "new", "document"),
        still.filter(pl.col("moved") & ~pl.col("relinked")).select("document"),
        still.filter("relinked").select("document"),
    )


def _compare_references(
    name: str, both: pl.DataFrame, old: Mapping[str, Fingerprints], new: Mapping[str, Fingerprints]
) -> tuple[pl.Expr, pl.Expr]:
    repointed, relinked = pl.lit(value=False), pl.lit(value=False)
    for column, target in new[name].columns.references.items():
        one, other = pl.col(f"ref.{column}"), pl.col(f"ref.{column}.new")
        differs = one.ne_missing(other)
        if both.select(differs.any()).item():
            stands = _are_keys(both[f"ref.{column}"], new[target])
            stood = _are_keys(both[f"ref.{column}.new"], old[target])
            repointed |= differs & stands & stood
            relinked |= differs & ~(stands & stood)
    return repointed, relinked


def _are_keys(references: pl.Series, target: Fingerprints) -> pl.Series:
    """Which references lead to a row that is there; one that leads nowhere is content with that."""
    keys = pl.DataFrame({"key": pl.concat([target.frame["key"], target.elsewhere])})
    keys = keys.with_columns(there=pl.lit(value=True))
    asked = pl.DataFrame({"key": references})
    found = asked.join(keys, on="key", how="left", maintain_order="left")["there"]
    return found.fill_null(value=False) | references.is_null()


def _follow_renames(
    removed: pl.DataFrame, added: pl.DataFrame, renamed: pl.DataFrame, alike: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Rows of renamed documents that are the same in what ``alike`` names, the nth of its kind with the nth."""
    if not renamed.height:
        return (
            removed,
            added,
            pl.DataFrame(schema=dict.fromkeys(("old", "new"), pl.Int64) | {"document": pl.UInt64}),
        )
    heirs = removed.join(renamed, on="document").select(
        "at", pl.col("heir").alias("document"), "value", "place"
    )
    nth = pl.int_range(pl.len()).over(alike).alias("nth")
    pairs = heirs.with_columns(nth).join(
        added.with_columns(nth), on=[*alike, "nth"], suffix=".new", maintain_order="left"
    )
    reidentified = pairs.select(pl.col("at").alias("old"), pl.col("at.new").alias("new"), "document")
    return (
        removed.join(reidentified, left_on="at", right_on="old", how="anti"),
        added.join(reidentified, left_on="at", right_on="new", how="anti"),
        reidentified,
    )
