"""Segmentation: which lines of a source text make one paragraph, by the layout of that text.

The rules are in the data model under "Where a paragraph begins and ends". The layout is measured first
(:mod:`~corpus_pkg.parse.segment.layout`), groups of lines between blank lines are then taken whole or divided
(:mod:`~corpus_pkg.parse.segment.groups`), and what a page break cut is joined or linked last
(:mod:`~corpus_pkg.parse.segment.gaps`).
"""

from __future__ import annotations

from corpus_pkg.model import Segment, Span
from corpus_pkg.parse.segment.gaps import close_gaps
from corpus_pkg.parse.segment.groups import divide
from corpus_pkg.parse.segment.layout import measure
from corpus_pkg.parse.segment.lines import group_lines
from corpus_pkg.parse.segment.reading import reading_text

__all__ = ["reading_text", "segment"]


def segment(text: str) -> tuple[Segment, ...]:
    """Divide a source text into paragraphs.

    Every line that is not blank (white space only) belongs to exactly one segment; segments are in order and
    do not overlap; each span begins and ends with a character that is not white space. ``rule`` names the
    evidence: ``line``, ``wrapped``, ``stanza``, ``hanging``, ``continued``, ``item``, ``furniture``, ``spaced``
    or ``page_break``.
    """
    groups = group_lines(text)
    layout = measure(groups)
    pieces = [piece for group in groups for piece in divide(group, layout)]
    return tuple(
        Segment(
            Span(piece.start, piece.end),
            piece.line_start,
            piece.line_end,
            reading_text(text[piece.start : piece.end]),
            continues,
            piece.rule,
        )
        for piece, continues in close_gaps(pieces, layout)
    )
