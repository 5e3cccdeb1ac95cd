"""The sentence that holds a mention.

Boundaries come from ``sentencex``: exact offsets, no model, 25 MB per CPU-second, and the best of what was
measured on hard English. A mention is never cut: its context reaches from the sentence in which it begins to the
one in which it ends (``1945. 7월 1일`` looks like two).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import sentencex

from corpus_pkg.model import Span

REACH = 1_000
"""Code points on either side of a mention. A text without sentence ends (a table, a megabyte on one line) would
otherwise be repeated whole with each of its mentions."""

_SPACE_BEFORE_STOP = re.compile(r"[^\S\x00-\x7f](?=\.)")
"""White space beyond ASCII; between one capital and a full stop, sentencex 1.0 takes it for a single byte and dies."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import LanguageLabel, Mention, Segment


def find_contexts(
    text: str, segments: Sequence[Segment], languages: Sequence[LanguageLabel], mentions: Sequence[Mention]
) -> tuple[Span, ...]:
    """The sentence around each mention, as a span of the source text, parallel to ``mentions``."""
    spans = []
    current, starts = -1, [0]
    for mention in mentions:
        segment = segments[mention.segment]
        if mention.segment != current:
            current = mention.segment
            starts = _sentence_starts(text, segment.span, languages[current].language)
        first = bisect_right(starts, mention.span.start) - 1
        after = bisect_right(starts, mention.span.end - 1)
        end = starts[after] if after < len(starts) else segment.span.end
        spans.append(_bounded(text, Span(starts[first], end), mention.span))
    return tuple(spans)


def _bounded(text: str, sentence: Span, mention: Span) -> Span:
    """The sentence, or as much of it around the mention as ``REACH`` allows, cut between words."""
    start, end = sentence
    if mention.start - start > REACH:
        near = mention.start - REACH
        start = text.find(" ", near, mention.start) + 1 or near
    if end - mention.end > REACH:
        near = mention.end + REACH
        cut = text.rfind(" ", mention.end, near)
        end = cut if cut > 0 else near
    return Span(start, end)


def _sentence_starts(text: str, span: Span, language: str) -> list[int]:
    plain = text[span.start : span.end]
    if not plain.isascii():
        plain = _SPACE_BEFORE_STOP.sub(" ", plain)
    # The sentences are the whole text cut up, white space and all.
    sentences = sentencex.segment(language.partition("-")[0], plain)
    return [*accumulate(map(len, sentences[:-1]), initial=span.start)]
