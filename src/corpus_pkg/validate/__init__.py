"""Validation: tables against their schemas and their source texts, shards against each other, packages as written.

A finding names the place in the seed, whatever was checked. Nothing here mends anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.validate.corpus_keys import check_keys, collect_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.shard import DerivedFile

__all__ = ["check_keys", "check_tables", "collect_keys"]


def check_tables(
    tables: Mapping[str, pa.Table], files: Mapping[str, DerivedFile] | None = None
) -> list[Finding]:
    """Check one shard: whole documents with all their paragraphs, blocks and mentions.

    Columns, keys, spans, links between rows, values and counts; not the keys of other shards, which are for
    ``check_keys``. ``files`` says which files the tables were read from. Sorted.
    """
    # pandera takes most of a second to import, and --help must not wait for it
    from corpus_pkg.validate.accounting import check_counts, check_lines  # noqa: PLC0415
    from corpus_pkg.validate.columns import check_columns, check_structure  # noqa: PLC0415
    from corpus_pkg.validate.keys import check_shard_keys  # noqa: PLC0415
    from corpus_pkg.validate.links import check_links  # noqa: PLC0415
    from corpus_pkg.validate.shard import Shard  # noqa: PLC0415
    from corpus_pkg.validate.source_texts import SourceTexts, batches  # noqa: PLC0415
    from corpus_pkg.validate.spans import check_spans  # noqa: PLC0415
    from corpus_pkg.validate.values import check_values  # noqa: PLC0415

    if broken := check_structure(tables):
        return sorted(broken)
    shard = Shard(tables, files)
    findings: list[Finding] = []
    for check in (check_columns, check_shard_keys, check_links, check_values, check_counts):
        findings += check(shard)
    for first, after in batches(shard.texts):
        texts = SourceTexts(shard.texts[first:after])
        findings += check_spans(shard, texts, first, after)
        findings += check_lines(shard, texts, first, after)
    return sorted(findings)
