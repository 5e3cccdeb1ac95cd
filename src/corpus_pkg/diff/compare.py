"""Comparing two packages: by keys and hashes first, then the words of what changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, get_args

import polars as pl

from corpus_pkg.diff.bump import croissant_class, find_reasons
from corpus_pkg.diff.columns import sort_columns
from corpus_pkg.diff.details import count_columns, shared_columns
from corpus_pkg.diff.documents import Documents, compare_documents
from corpus_pkg.diff.edits import pair_edits
from corpus_pkg.diff.fingerprints import find_apart, find_keys, sketch_documents, take_fingerprints
from corpus_pkg.diff.rows import compare_rows
from corpus_pkg.diff.schemas import compare_schemas
from corpus_pkg.diff.sides import METADATA, Side, side_of
from corpus_pkg.diff.values import FATES, Difference, MetadataChange, SeedChange, SeedFate, TableDifference
from corpus_pkg.errors import UsageError
from corpus_pkg.versions import gravest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from corpus_pkg.diff.columns import Columns
    from corpus_pkg.diff.fingerprints import Fingerprints
    from corpus_pkg.diff.values import Fate


def diff_packages(old: str | Path, new: str | Path) -> Difference:
    """Compare two packages in folders, zip files or at fsspec addresses; raises UsageError for one that is none."""
    return diff_sides(side_of(old), side_of(new))


def diff_sides(old: Side, new: Side) -> Difference:
    """Compare two versions, written or not."""
    tables = [*new.tables, *(name for name in old.tables if name not in new.tables)]
    if "documents" not in tables:
        raise UsageError(f"neither {old.name} nor {new.name} has a table of documents")
    columns = {name: _columns(name, old, new) for name in tables}
    sketches = {name: _sketch(name, columns[name], old, new) for name in tables}
    rows = {
        name: (int(one["rows"].sum()), int(other["rows"].sum())) for name, (one, other) in sketches.items()
    }
    apart = find_apart(sketches.values())
    before = {name: take_fingerprints(old.tables.get(name), columns[name], apart) for name in tables}
    after = {name: take_fingerprints(new.tables.get(name), columns[name], apart) for name in tables}
    _look_elsewhere(before, after, new)
    documents = compare_documents(
        (old.tables.get("documents"), new.tables.get("documents")),
        (before["documents"].frame, after["documents"].frame),
    )
    compared = {
        name: _compare_table(name, (old, new), (before, after), documents, rows[name]) for name in tables
    }
    schema = tuple(compare_schemas(old, new))
    metadata = tuple(
        MetadataChange(key, old.metadata.get(key), new.metadata.get(key))
        for key in METADATA
        if old.metadata.get(key) != new.metadata.get(key)
    )
    reasons = find_reasons(
        schema, metadata, compared, documents.changed(), renamed_package=old.name != new.name
    )
    bump = gravest(reason.bump for reason in reasons)
    return Difference(
        old,
        new,
        schema,
        metadata,
        documents.renamed,
        tuple(_seed_changes(documents, compared)),
        compared,
        documents.paths(),
        reasons,
        bump,
        croissant_class(schema, compared, bump),
    )


def widen(difference: Difference, rows: Mapping[str, int], paths: Mapping[str, str]) -> Difference:
    """Give a comparison of parts of two versions as one of the whole, where the rest of both is the same.

    ``rows`` counts the rows of the rest, by table; ``paths`` are the seeds of its documents, and may hold others.
    """
    tables = {
        name: table._replace(rows=(table.rows[0] + rows[name], table.rows[1] + rows[name]))
        for name, table in difference.tables.items()
    }
    return difference._replace(tables=tables, paths={**paths, **difference.paths})


def _columns(name: str, old: Side, new: Side) -> Columns:
    one, other = old.tables.get(name), new.tables.get(name)
    schema = (other or one).schema  # type: ignore[union-attr]  # a table that is on neither side is not compared
    return sort_columns(name, schema, shared_columns(one, other))


def _sketch(name: str, columns: Columns, old: Side, new: Side) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The documents of both sides in a table, which is read once where both have the same rows in it."""
    after = sketch_documents(new.tables.get(name), columns)
    content = new.content_hashes.get(name)
    if content is not None and content == old.content_hashes.get(name):
        return after, after
    return sketch_documents(old.tables.get(name), columns), after


def _look_elsewhere(before: dict[str, Fingerprints], after: dict[str, Fingerprints], new: Side) -> None:
    """Find the rows of documents that are the same on both sides to which rows of others lead."""
    for target in before:
        wanted = pl.concat(
            [
                held.frame[f"ref.{column}"]
                for prints in (before, after)
                for held in prints.values()
                for column, named in held.columns.references.items()
                if named == target
            ]
            or [pl.Series(dtype=pl.UInt64)]
        )
        wanted = wanted.drop_nulls().unique()
        for prints in (before, after):
            wanted = wanted.filter(~wanted.is_in(prints[target].frame["key"].implode()))
        found = find_keys(new.tables.get(target), after[target].columns, wanted)
        before[target], after[target] = (
            prints[target]._replace(elsewhere=found) for prints in (before, after)
        )


def _compare_table(
    name: str,
    sides: tuple[Side, Side],
    prints: tuple[Mapping[str, Fingerprints], Mapping[str, Fingerprints]],
    documents: Documents,
    rows: tuple[int, int],
) -> TableDifference:
    before, after = prints
    renamed = documents.renamed_hashes()
    compared = compare_rows(name, before, after, renamed)
    old, new = sides[0].tables.get(name), sides[1].tables.get(name)
    edited = compared.reidentified.clear()
    columns: dict[str, int] = {}
    if old and new:
        edited = pair_edits(name, compared, before[name], after[name], (old, new))
        columns = count_columns(old, new, compared.changed, after[name].columns)
    pairs: dict[Fate, pl.DataFrame] = {
        "removed": compared.removed.join(edited, left_on="at", right_on="old", how="anti")
        .sort("at")
        .select(pl.col("at").alias("old"), pl.lit(None, pl.Int64).alias("new"), "document"),
        "edited": edited,
        "reidentified": compared.reidentified,
        "changed": compared.changed,
        "added": compared.added.join(edited, left_on="at", right_on="new", how="anti")
        .sort("at")
        .select(pl.lit(None, pl.Int64).alias("old"), pl.col("at").alias("new"), "document"),
    }
    unprompted = pl.concat([compared.moved, compared.relinked]).filter(
        ~pl.col("document").is_in(documents.changed().implode())
    )
    return TableDifference(
        name, rows, pairs, columns, compared.moved.height, compared.relinked.height, unprompted.height
    )


def _seed_changes(documents: Documents, tables: Mapping[str, TableDifference]) -> Iterator[SeedChange]:
    """What became of each document that is not as it was, and of its rows; those that are gone first."""
    counts: dict[int, dict[str, dict[Fate, int]]] = defaultdict(dict)
    for table in tables.values():
        for met in FATES:
            for document, count in table.pairs[met].group_by("document").len().iter_rows():
                counts[document].setdefault(table.name, {})[met] = count
    heirs = {pair.new_document for pair in documents.renamed}
    parted = {pair.old_document for pair in documents.renamed}
    found: list[SeedChange] = []
    for document, identifier, old_path, old_sha, new_path, new_sha in documents.frame.select(
        "document", "document_id", "path", "sha", "path.new", "sha.new"
    ).iter_rows():
        if identifier in parted:
            continue
        fate: SeedFate
        if new_sha is None:
            fate = "removed"
        elif old_sha is None:
            fate = "renamed" if identifier in heirs else "added"
        elif old_sha != new_sha:
            fate = "changed"
        elif document in counts:
            fate = "parser"
        else:
            continue
        found.append(SeedChange(identifier, new_path or old_path, fate, counts.get(document, {})))
    order = get_args(SeedFate)
    yield from sorted(found, key=lambda seed: (order.index(seed.fate), seed.path))
