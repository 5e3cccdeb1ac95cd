"""Speed of the structure stages: MB of UTF-8 a CPU-second for segment, roles and legibility, layout by layout.

usage: python benchmarks/structure.py [FILE ...]
Without files, books are invented in five layouts. Prints one line a text: size, paragraphs, each stage and all.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from corpus_pkg.model import LanguageLabel
from corpus_pkg.parse.decode import decode
from corpus_pkg.parse.legibility import score_legibility
from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "it",
    "was",
    "he",
    "for",
    "on",
    "as",
    "with",
    "his",
    "at",
    "be",
    "this",
    "had",
    "not",
    "by",
    "but",
    "her",
    "from",
    "they",
    "she",
    "which",
    "or",
    "we",
    "an",
    "were",
    "been",
    "harbour",
    "bridge",
    "council",
    "morning",
    "nobody",
    "answered",
    "village",
    "river",
    "between",
    "because",
    "another",
    "letter",
    "remembered",
]


def invent(megabytes: float) -> list[str]:
    """Paragraphs of a book: two thirds short speech, one third long prose, a heading every forty."""
    random = Random(7)
    paragraphs, size = [], 0
    while size < megabytes * 1e6:
        if len(paragraphs) % 40 == 0:
            line = f"Chapter {len(paragraphs) // 40 + 1}"
        else:
            count = random.choice((6, 12, 150))
            line = " ".join(random.choice(WORDS) for _ in range(count)).capitalize() + "."
            line = f"“{line}”" if count < 150 else line
        paragraphs.append(line)
        size += len(line.encode()) + 2
    return paragraphs


def layouts(paragraphs: list[str]) -> dict[str, str]:
    wrapped = [textwrap.wrap(paragraph, 72) for paragraph in paragraphs]
    lines = [line for paragraph in wrapped for line in (*paragraph, "")]
    pages = [lines[at : at + 36] for at in range(0, len(lines), 36)]
    return {
        "a line a paragraph": "\n\n".join(paragraphs),
        "wrapped at 72": "\n".join(lines),
        "pages of 36 lines": "\n\n".join(
            "\n".join([str(n), "", "A LONG BOOK", "", *page]) for n, page in enumerate(pages, 1)
        ),
        "a blank line after every line": "\n\n".join(line for line in lines if line),
        "no blank lines": "\n".join(line for line in lines if line),
    }


T = TypeVar("T")


def clocked(function: Callable[..., T], *arguments: object) -> tuple[T, float]:
    start = process_time()
    result = function(*arguments)
    return result, process_time() - start


def measure(name: str, data: bytes) -> None:
    source, decoding = clocked(decode, data)
    segments, segmenting = clocked(segment, source.text)
    _, labelling = clocked(label_roles, source.text, segments)
    labels = [LanguageLabel("en", None, "Latn", 1.0, "text")] * len(segments)
    _, scoring = clocked(score_legibility, source.text, segments, labels)
    megabytes = len(data) / 1e6
    rates = {
        "decode": decoding,
        "segment": segmenting,
        "roles": labelling,
        "legibility": scoring,
        "decode + segment + roles": decoding + segmenting + labelling,
    }
    told = "  ".join(f"{stage} {megabytes / max(seconds, 1e-9):6.1f}" for stage, seconds in rates.items())
    print(f"{name:32} {megabytes:6.2f} MB {len(segments):7} paragraphs  {told}")


def main() -> None:
    files = [Path(argument) for argument in sys.argv[1:]]
    texts = {path.name: path.read_bytes() for path in files}
    if not texts:
        texts = {name: text.encode() for name, text in layouts(invent(2.0)).items()}
    print("MB of UTF-8 a CPU-second")
    for name, data in texts.items():
        measure(name[:32], data)


if __name__ == "__main__":
    main()
