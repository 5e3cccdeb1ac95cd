"""Validation of tables: MB of source text per CPU-second, the whole and each check.

python benchmarks/validation.py [MB]
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "validate"))

from small_corpus import harvest

from corpus_pkg.findings import Finding
from corpus_pkg.tables import ParsedDocument, tabulate
from corpus_pkg.validate.accounting import check_counts, check_lines
from corpus_pkg.validate.columns import check_columns
from corpus_pkg.validate.corpus_keys import collect_keys
from corpus_pkg.validate.keys import check_shard_keys
from corpus_pkg.validate.links import check_links
from corpus_pkg.validate.shard import Shard
from corpus_pkg.validate.source_texts import SourceTexts, batches
from corpus_pkg.validate.spans import check_spans
from corpus_pkg.validate.values import check_values


def check_texts(shard: Shard) -> Iterator[Finding]:
    """Spans and lines, which share their view of the texts."""
    for first, after in batches(shard.texts):
        texts = SourceTexts(shard.texts[first:after])
        yield from check_spans(shard, texts, first, after)
        yield from check_lines(shard, texts, first, after)


CHECKS = (check_columns, check_shard_keys, check_texts, check_links, check_values, check_counts)


def many(megabytes: float, filling: str) -> Iterator[ParsedDocument]:
    """Documents that hold so much text together; ``filling`` makes them longer."""
    read = number = 0
    while read < megabytes * 1e6:
        document = harvest(f"d{number:06d}", filling)
        read += document.provenance.size
        number += 1
        yield document


def measure(label: str, tables: dict[str, pa.Table], megabytes: float) -> None:
    shard = Shard(tables)
    total = 0.0
    for check in CHECKS:
        before = time.process_time()
        found = list(check(shard))
        spent = time.process_time() - before
        total += spent
        print(f"  {check.__name__:20} {megabytes / spent:8.0f} MB/CPU-s  {len(found)} findings")
    before = time.process_time()
    collect_keys(tables)
    print(f"  {'collect_keys':20} {megabytes / (time.process_time() - before):8.0f} MB/CPU-s")
    print(
        f"{label}: {megabytes / total:.0f} MB/CPU-s, { {name: table.num_rows for name, table in tables.items()} }"
    )


def main() -> None:
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 16
    for label, sentence in (
        ("English", "The quick brown fox jumps over the lazy dog and runs. "),
        ("Korean", "빠른 갈색 여우가 게으른 개를 뛰어넘어 달린다. "),
    ):
        for sentences in (0, 10, 40):
            measure(
                f"{label}, {sentences} sentences more",
                tabulate(many(megabytes, sentence * sentences)),
                megabytes,
            )


if __name__ == "__main__":
    main()
