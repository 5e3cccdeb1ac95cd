"""What only a look at many seeds can tell: the lines that the pages of one site share."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from corpus_pkg.errors import UndecodableError
from corpus_pkg.findings import Finding
from corpus_pkg.parse.decode import decode
from corpus_pkg.parse.roles import survey_lines
from corpus_pkg.parse.segment import reading_text
from corpus_pkg.read import MARKUP, needs_unpacking, read_page, read_seeds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus_pkg.corpus import KnownSeed
    from corpus_pkg.read import Raw

SAMPLE = 200
"""Seeds that are looked at. A line that a tenth of a corpus shares is missed by so many once in a billion times."""
SHARE = 0.3
"""Of the sample. The frame of a site stands on nearly all of its pages; below this, headings (`Preface`) recur too."""
LEAST = 4
LONGEST = 1 << 20
"""Bytes. No web page is longer, and a book would only cost time."""
EDGE = 40
"""Lines at the head and at the foot of a page, where its frame is."""


def survey_seeds(seeds: tuple[KnownSeed, ...], unpacked: Path) -> tuple[str, ...]:
    """The lines that many seeds of a corpus share, sorted; the same whichever part of it is parsed."""
    fitting = [
        known for known in seeds if known.seed.size <= LONGEST and not needs_unpacking(known.seed.source)
    ]
    drawn = sorted(fitting, key=lambda known: blake2b(known.document_id.encode(), digest_size=8).digest())
    if len(fitting) < LEAST:
        return ()
    sample = drawn[:SAMPLE]
    raws = read_seeds([known.seed for known in sample], unpacked)
    lines = (_edges(known, raw) for known, raw in zip(sample, raws, strict=True))
    return tuple(sorted(survey_lines(lines, least=LEAST, share=SHARE)))


def _edges(known: KnownSeed, raw: Raw | Finding) -> Iterator[str]:
    if isinstance(raw, Finding):
        return
    encoding = (known.known and known.known.encoding) or raw.encoding
    try:
        text = decode(raw.data, encoding=encoding).text
    except UndecodableError:
        return
    if raw.media_type in MARKUP:
        text = read_page(text).text
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    edges = lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]
    yield from (reading_text(line) for line in edges)
