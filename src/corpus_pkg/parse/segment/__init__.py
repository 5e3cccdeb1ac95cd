"""Segmentation: which lines of a source text make one paragraph, by its markup and by its layout.

The rules are in the data model under "Where a paragraph begins and ends". The layout is measured first
(:mod:`~corpus_pkg.parse.segment.layout`), groups of lines between blank lines are then taken whole or divided
(:mod:`~corpus_pkg.parse.segment.groups`), and what a page break cut is joined or linked last
(:mod:`~corpus_pkg.parse.segment.gaps`). Where a text had markup, no paragraph runs over the end of a block
(:mod:`~corpus_pkg.parse.segment.marked`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.model import Segment, Span
from corpus_pkg.parse.segment.gaps import close_gaps
from corpus_pkg.parse.segment.groups import divide
from corpus_pkg.parse.segment.layout import measure
from corpus_pkg.parse.segment.lines import group_lines
from corpus_pkg.parse.segment.marked import as_whole, find_whole, marks_of, part_groups
from corpus_pkg.parse.segment.reading import reading_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mark

__all__ = ["marks_of", "reading_text", "segment"]


def segment(text: str, marks: Sequence[Mark] = ()) -> tuple[Segment, ...]:
    """Divide a source text into paragraphs.

    Every line that is not blank (white space only) belongs to exactly one segment; segments are in order and
    do not overlap; each span begins and ends with a character that is not white space. ``rule`` names the
    evidence: ``line``, ``wrapped``, ``stanza``, ``hanging``, ``continued``, ``item``, ``furniture``, ``spaced``,
    ``page_break`` or ``block``.

    ``marks`` are what the text's markup says of it: each begins a paragraph and ends one.
    """
    groups = group_lines(text)
    if marks:
        groups = part_groups(groups, marks)
    layout = measure(groups)
    whole = find_whole(marks)
    pieces = [
        piece
        for group in groups
        for piece in ((as_whole(group),) if group.start in whole else divide(group, layout))
    ]
    apart = frozenset(mark.span.start for mark in marks)
    return tuple(
        Segment(
            Span(piece.start, piece.end),
            piece.line_start,
            piece.line_end,
            reading_text(text[piece.start : piece.end]),
            continues,
            piece.rule,
        )
        for piece, continues in close_gaps(pieces, layout, apart)
    )
