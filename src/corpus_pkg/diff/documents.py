"""The documents of two versions: which seeds are the same, which changed, which merely have another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from corpus_pkg.diff.fingerprints import SEED
from corpus_pkg.diff.values import Renamed

if TYPE_CHECKING:
    from corpus_pkg.diff.sides import Rows

_COLUMNS = ("document_id", "source_path", "source_sha256")


class Documents(NamedTuple):
    """The documents of both versions, side by side."""

    frame: pl.DataFrame
    """``document`` (hash), ``document_id``, ``path``, ``sha`` and, of the new version, ``path.new``, ``sha.new``."""
    renamed: tuple[Renamed, ...]

    def renamed_hashes(self) -> pl.DataFrame:
        """The hashes of renamed documents, ``document``, with those of their ``heir``."""
        old = pl.Series("document", [pair.old_document for pair in self.renamed], pl.String)
        new = pl.Series("heir", [pair.new_document for pair in self.renamed], pl.String)
        return pl.DataFrame([old.hash(SEED), new.hash(SEED)])

    def paths(self) -> dict[str, str]:
        """The seed of each document, the newer name where it has two."""
        path = pl.coalesce("path.new", "path")
        return dict(self.frame.select("document_id", path.alias("path")).iter_rows())

    def changed(self) -> pl.Series:
        """The hashes of the documents of both versions whose seeds are not the same."""
        return self.frame.filter(
            pl.col("sha").is_not_null()
            & pl.col("sha.new").is_not_null()
            & (pl.col("sha") != pl.col("sha.new"))
        )["document"]


def compare_documents(
    files: tuple[Rows | None, Rows | None], prints: tuple[pl.DataFrame, pl.DataFrame]
) -> Documents:
    """Put the documents side by side; ``prints`` hold the hashes ``document`` and ``text`` of either version.

    A seed is renamed where one that is gone and one that came have the same bytes, else the same text.
    """
    frame = _read(files[0]).join(_read(files[1]), on="document", how="full", coalesce=True, suffix=".new")
    frame = frame.with_columns(pl.coalesce("document_id", "document_id.new").alias("document_id"))
    gone, come = frame.filter(pl.col("sha.new").is_null()), frame.filter(pl.col("sha").is_null())
    texts = [frame.select("document", "text").filter(pl.col("text") != 0) for frame in prints]
    renamed: list[Renamed] = []
    for key in ("sha", "text"):
        one = gone.join(texts[0], on="document", how="left").with_columns(bytes="sha")
        other = come.join(texts[1], on="document", how="left").with_columns(bytes="sha.new")
        by = "bytes" if key == "sha" else "text"
        nth = pl.int_range(pl.len()).over(by).alias("nth")
        pairs = (
            one.sort("document_id")
            .with_columns(nth)
            .join(
                other.sort("document_id").with_columns(nth),
                on=[by, "nth"],
                suffix=".heir",
                maintain_order="left",
            )
        )
        renamed += (
            Renamed(*row)
            for row in pairs.select("document_id", "document_id.heir", "path", "path.new.heir").iter_rows()
        )
        gone = gone.join(pairs, on="document_id", how="anti")
        come = come.join(pairs, left_on="document_id", right_on="document_id.heir", how="anti")
    return Documents(frame, tuple(renamed))


def _read(files: Rows | None) -> pl.DataFrame:
    frames = [pl.DataFrame(schema=dict.fromkeys(_COLUMNS, pl.String))]
    held = [name for name in _COLUMNS if files and name in files.columns]
    for batch in files.batches(held) if files else ():
        frame = pl.from_arrow(batch)
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 - from_arrow gives a Series for arrays only
        frames.append(frame)
    read = pl.concat(frames, how="diagonal")
    return read.select(
        pl.col("document_id").hash(SEED).alias("document"),
        "document_id",
        pl.col("source_path").fill_null("").alias("path"),
        pl.col("source_sha256").fill_null("").alias("sha"),
    )
