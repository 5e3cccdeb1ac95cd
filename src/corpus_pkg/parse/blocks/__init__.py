"""Multilingual blocks: who speaks which language where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.model import Block, LanguageLabel, Segment, Span
from corpus_pkg.parse.langid.scripts import words_in_letter

from .inline import inline_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["group_blocks"]


def group_blocks(
    text: str, segments: Sequence[Segment], languages: Sequence[LanguageLabel]
) -> tuple[Block, ...]:
    """Return the blocks of a document in text order: runs, which partition ``segments``, and what stands in them."""
    runs: list[tuple[int, int]] = []
    for index, label in enumerate(languages):
        if index and (label.language, label.script) == (
            languages[index - 1].language,
            languages[index - 1].script,
        ):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    weights = [len(segment.text) for segment in segments]
    sizes: dict[str, float] = {}
    for first, last in runs:
        language, _, script = languages[first][:3]
        words = sum(weights[first : last + 1]) * words_in_letter(script)
        sizes[language] = sizes.get(language, 0.0) + words
    primary = max(sizes, key=lambda language: (language != "und", sizes[language], language), default="und")
    found = [_run(segments, languages, weights, run, primary) for run in runs]
    found += inline_blocks(text, segments, languages)
    return tuple(sorted(found, key=lambda block: (block.span.start, block.kind != "run", block.span.end)))


def _run(
    segments: Sequence[Segment],
    languages: Sequence[LanguageLabel],
    weights: Sequence[int],
    run: tuple[int, int],
    primary: str,
) -> Block:
    first, last = run
    among = range(first, last + 1)
    mean = sum(languages[i].confidence * weights[i] for i in among) / sum(weights[first : last + 1])
    strongest = languages[max(among, key=weights.__getitem__)]
    label = strongest._replace(confidence=round(mean, 3))
    span = Span(segments[first].span.start, segments[last].span.end)
    return Block("run", span, first, last, label, label.language == primary)
