"""CPU time and memory of comparing two packages of 100 000 paragraphs: ``python benchmarks/comparing.py [ROWS]``."""

import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from corpus_pkg.diff import diff_packages, render_json, undivided
from diff.packages import document, package


def texts(documents: int, *, edited: bool) -> Iterator[dict[str, list[dict[str, object]]]]:
    """Documents of 100 paragraphs of about 60 words; one paragraph in a hundred of ``edited`` is another."""
    for number in range(documents):
        paragraphs = [
            f"{number} and {at} " + " ".join(f"word{(at * 7 + n * number) % 5003}" for n in range(60))
            for at in range(100)
        ]
        if edited and number % 10 == 0:
            paragraphs[50] += " and an edit"
        if edited and number % 10 == 1:
            del paragraphs[20]
        yield document(f"d{number:06d}", paragraphs)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        old = package(Path(folder, "old"), *texts(rows // 100, edited=False))
        new = package(Path(folder, "new"), *texts(rows // 100, edited=True), version="2.0.0")
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        difference = diff_packages(old, new)
        compared = time.process_time()
        length = sum(map(len, render_json(undivided(difference))))
        told = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    total = sum(table.rows[0] for table in difference.tables.values())
    print(f"{total} rows a side: compared in {compared - started:.2f} CPU-seconds")
    print(f"{length / 1e6:.1f} MB of JSON in {told - compared:.2f} CPU-seconds")
    print(f"memory beyond that of writing the packages: {(peak - held) / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
