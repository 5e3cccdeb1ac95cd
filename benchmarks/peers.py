"""The whole build beside the tools that do a part of it, on the same text, each in processes of its own.

    python benchmarks/peers.py PYTHON [--megabytes 10]

PYTHON is the interpreter of an environment that has the peers: pip install "datatrove[io,processing]" spacy
trafilatura lxml_html_clean frictionless. None of them does what the build does; what each does is said beside its
figure. CPU-seconds include the start of the process.
"""

import argparse
import json
import tempfile
from pathlib import Path

from made_corpus import make_corpus
from measuring import COMMAND, measure, megabytes, table

DATATROVE = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import C4QualityFilter, GopherRepetitionFilter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import ParquetWriter
seeds, output = sys.argv[1:]
steps = [JsonlReader(seeds, glob_pattern="*.jsonl"), *FILTERS, ParquetWriter(output)]
LocalPipelineExecutor(pipeline=steps, logging_dir=output + "-log", tasks=1, workers=1).run()
"""
TRAFILATURA = """
import sys
from pathlib import Path
from trafilatura import bare_extraction
for page in sorted(Path(sys.argv[1]).glob("*.html")):
    bare_extraction(page.read_text(encoding="utf-8"))
"""
FRICTIONLESS = """
import sys
from frictionless import validate
report = validate(sys.argv[1])
assert report.valid, report.stats
"""


def as_lines(texts, folder):
    folder.mkdir()
    with (folder / "texts.jsonl").open("w", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            lines.write(json.dumps({"id": str(number), "text": text}) + "\n")


def as_pages(texts, folder):
    folder.mkdir()
    for number, text in enumerate(texts):
        title, *paragraphs = text.split("\n\n")
        body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        head = f"<html><head><title>{title}</title></head>\n<body><article><h1>{title}</h1>\n"
        page = f"{head}{body}</article></body></html>\n"
        (folder / f"{number:06d}.html").write_text(page, encoding="utf-8")


def beside_peers(python, work, size):
    """A table of the build and of each peer: its CPU-seconds, MB per CPU-second, and share of the build's."""
    seeds = make_corpus(work / "seeds", size)
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.rglob("*.txt"))]
    lines, pages, output = work / "lines", work / "pages", work / "peers-out"
    as_lines(texts, lines)
    as_pages(texts, pages)
    trove = DATATROVE.replace("*FILTERS, ", "")
    filtering = DATATROVE.replace("*FILTERS", "GopherRepetitionFilter(), C4QualityFilter()")
    package = output / "made-1.0.0" / "datapackage.json"
    runs = {
        "corpus-pkg build: all of it": [
            *COMMAND,
            *("build", seeds, "--output", output, "--workers", "1", "--quiet"),
        ],
        "datatrove: read JSON Lines, write Parquet": [python, "-c", trove, lines, work / "t1"],
        "datatrove: the same with two quality filters": [python, "-c", filtering, lines, work / "t2"],
        "trafilatura: text and metadata of the same as HTML": [python, "-c", TRAFILATURA, pages],
        "frictionless: validate the package that was built": [python, "-c", FRICTIONLESS, package],
    }
    size, whole, rows = megabytes(seeds), None, []
    for label, command in runs.items():
        cpu = measure(command).cpu
        whole = whole or cpu
        rows.append((label, f"{cpu:.1f}", f"{size / cpu:.2f}", f"{cpu / whole:.2f}"))
    return table(("", "CPU-s", "MB per CPU-s", "to the build"), rows)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("python")
    parser.add_argument("--megabytes", type=float, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corpus-pkg-peers-") as folder:
        print(beside_peers(options.python, Path(folder), options.megabytes))


if __name__ == "__main__":
    main()
