"""How fast seeds are decoded, labelled and grouped into blocks, in MB per CPU-second.

usage: python benchmarks/languages.py FILE...

Each paragraph is what stands between blank lines. The models are loaded and a first run thrown away before the clock
starts, so the figures are those of a long build; the first document of a process costs about a second more.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from corpus_pkg.model import RoleLabel, Segment, Span
from corpus_pkg.parse.blocks import group_blocks
from corpus_pkg.parse.decode import decode
from corpus_pkg.parse.langid import identifier
from corpus_pkg.parse.languages import label_languages

PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
TARGET = 4_000_000


def segments_of(text: str) -> list[Segment]:
    """Return the paragraphs of ``text``, blank lines between them."""
    found = []
    for match in PARAGRAPH.finditer(text):
        surface = match[0].rstrip()
        span = Span(match.start(), match.start() + len(surface))
        found.append(Segment(span, 1, 1, " ".join(surface.split()), None, ""))
    return found


def main() -> None:
    for name in sys.argv[1:]:
        data = Path(name).read_bytes()
        segments = segments_of(decode(data).text)
        roles = [RoleLabel("body", "")] * len(segments)
        spent = [0.0, 0.0, 0.0]
        repeats = max(2, TARGET // max(1, len(data)))
        for number in range(repeats + 1):
            identifier._scored.clear()  # noqa: SLF001 - or the second run would ask nothing
            marks = [time.process_time()]
            text = decode(data).text
            marks.append(time.process_time())
            languages = label_languages(text, segments, roles)
            marks.append(time.process_time())
            group_blocks(text, segments, languages)
            marks.append(time.process_time())
            if number:
                spent = [
                    s + after - before for s, before, after in zip(spent, marks, marks[1:], strict=False)
                ]
        size = len(data) * repeats / 1e6
        rates = [size / max(s, 1e-9) for s in (*spent, sum(spent))]
        print(
            "{:40.40} decode {:6.0f}  languages {:6.1f}  blocks {:6.0f}  all {:6.1f}".format(
                Path(name).name, *rates
            )
        )


if __name__ == "__main__":
    main()
