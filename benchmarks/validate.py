"""Validation of tables: MB of source text per CPU-second, the whole and each check.

python benchmarks/validate.py [MB]
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "validate"))

from small_corpus import documents

from corpus_pkg.tables import tabulate
from corpus_pkg.validate.accounting import check_counts, check_lines
from corpus_pkg.validate.columns import check_columns
from corpus_pkg.validate.corpus_keys import collect_keys
from corpus_pkg.validate.keys import check_shard_keys
from corpus_pkg.validate.links import check_links
from corpus_pkg.validate.shard import Shard
from corpus_pkg.validate.source_texts import SourceTexts, batches
from corpus_pkg.validate.spans import check_spans
from corpus_pkg.validate.values import check_values


def check_texts(shard):
    """Spans and lines, which share their view of the texts."""
    for first, after in batches(shard.texts):
        texts = SourceTexts(shard.texts[first:after])
        yield from check_spans(shard, texts, first, after)
        yield from check_lines(shard, texts, first, after)


CHECKS = (check_columns, check_shard_keys, check_texts, check_links, check_values, check_counts)


def many(megabytes, fillings):
    """Documents of some 8 kB, each a real small one with filling in its longest paragraphs."""
    texts = 0
    number = 0
    while texts < megabytes * 1e6:
        document = documents()[0]._asdict()
        document["provenance"] = document["provenance"]._replace(
            document_id=f"d{number:06d}", source_path=f"{number:06d}.txt"
        )
        text = document["source"].text
        grown, segments = "", []
        shift = 0
        starts = {segment.span.start: segment for segment in document["segments"]}
        added = {}
        for start, segment in starts.items():
            filling = fillings[number % len(fillings)] if segment.line_start in (5, 10, 12) else ""
            added[segment.span.end] = filling
            segments.append(
                segment._replace(
                    span=segment.span._replace(
                        start=start + shift, end=segment.span.end + shift + len(filling)
                    ),
                    text=segment.text + filling,
                )
            )
            grown += text[len(grown) - shift : segment.span.end] + filling
            shift += len(filling)
        grown += text[len(grown) - shift :]

        def moved(span, added=added):
            by = sum(len(filling) for end, filling in added.items() if end <= span.start)
            more = sum(len(filling) for end, filling in added.items() if span.start < end <= span.end)
            return span._replace(start=span.start + by, end=span.end + by + more)

        document["segments"] = tuple(segments)
        document["source"] = document["source"]._replace(text=grown)
        for name in ("blocks", "mentions"):
            document[name] = tuple(value._replace(span=moved(value.span)) for value in document[name])
        document["contexts"] = tuple(segments[mention.segment].text for mention in document["mentions"])
        document["inline_texts"] = tuple(
            grown[slice(*block.span)] if block.kind == "inline" else None for block in document["blocks"]
        )
        texts += len(grown.encode())
        number += 1
        yield type(documents()[0])(**document)


def measure(label, tables, megabytes):
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


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 16
    plain = " The quick brown fox jumps over the lazy dog and runs."
    korean = " 빠른 갈색 여우가 게으른 개를 뛰어넘어 달린다."
    for label, fillings in (("dense", [""]), ("English", [plain * 40]), ("Korean", [korean * 40])):
        measure(label, tabulate(many(megabytes, fillings)), megabytes)


if __name__ == "__main__":
    main()
