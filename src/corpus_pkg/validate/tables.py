"""Every check of one shard, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.validate.accounting import check_counts, check_lines
from corpus_pkg.validate.columns import check_columns
from corpus_pkg.validate.keys import check_shard_keys
from corpus_pkg.validate.links import check_links
from corpus_pkg.validate.shard import Shard
from corpus_pkg.validate.source_texts import SourceTexts, batches
from corpus_pkg.validate.spans import check_spans
from corpus_pkg.validate.structure import check_structure
from corpus_pkg.validate.values import check_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from corpus_pkg.findings import Finding


def check_tables(tables: Mapping[str, pa.Table]) -> list[Finding]:
    """Check the four tables of one shard: that they are tables of their schemas, and all that a shard must be."""
    return check_structure(tables) or check_shard(Shard(tables))


def check_shard(shard: Shard) -> list[Finding]:
    """Check whole documents with all their rows: columns, keys, links, values, counts, spans and lines."""
    findings: list[Finding] = []
    for check in (check_columns, check_shard_keys, check_links, check_values, check_counts):
        findings += check(shard)
    for first, after in batches(shard.texts):
        texts = SourceTexts(shard.texts[first:after])
        findings += check_spans(shard, texts, first, after)
        findings += check_lines(shard, texts, first, after)
    return findings
