"""Validation: tables against their schemas and their source texts, shards against each other, packages as written.

A finding names the place in the seed, whatever was checked. Nothing here mends anything. The libraries are
imported inside the functions: pandera alone takes most of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    import pyarrow as pa

    from corpus_pkg.findings import Finding

__all__ = ["check_keys", "check_package", "check_tables", "collect_keys"]


def check_tables(tables: Mapping[str, pa.Table]) -> list[Finding]:
    """Check one shard: whole documents with all their paragraphs, blocks and mentions. Sorted.

    Columns, keys, spans, links between rows, values and counts; what two shards have to do with each other is
    for ``check_keys``.
    """
    from corpus_pkg.validate import tables as of_shard  # noqa: PLC0415

    return sorted(of_shard.check_tables(tables))


def collect_keys(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Return what ``check_keys`` needs of a shard: some 27 bytes a row and the names of its documents, no text.

    ``tables`` have the columns of their schemas.
    """
    from corpus_pkg.validate import corpus_keys  # noqa: PLC0415

    return corpus_keys.collect_keys(tables)


def check_keys(keys: Collection[pa.Table]) -> list[Finding]:
    """Check the keys of all shards against each other: those that two have, references to rows that none has. Sorted.

    ``keys`` may read them anew whenever it is gone through: memory need not hold more than one table of them. What
    ``check_tables`` finds within a shard is not found again.
    """
    from corpus_pkg.validate import keys_across  # noqa: PLC0415

    return sorted(keys_across.check_keys(keys))


def check_package(folder: Path, *, frictionless: bool = True) -> list[Finding]:
    """Check a written package: its descriptor, its files, its tables in every format, its sources. Sorted.

    With ``frictionless``, that framework validates the package too, at some 30 000 rows per CPU-second. Memory
    is bounded by a shard, as long as the rows stand in the order of their documents.
    """
    from corpus_pkg.validate.package import check_package as check  # noqa: PLC0415

    return check(folder, frictionless=frictionless)
