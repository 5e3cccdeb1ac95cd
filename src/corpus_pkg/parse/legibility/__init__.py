"""Legibility: how likely a paragraph is to be words of its language rather than the debris of recognition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.parse.legibility.evidence import scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import LanguageLabel, Segment

__all__ = ["score_legibility"]


def score_legibility(
    text: str,  # noqa: ARG001 - every stage on segments takes the source text first
    segments: Sequence[Segment],
    languages: Sequence[LanguageLabel],
) -> tuple[float, ...]:
    """Score every segment from 0 (debris) to 1 (clean words), rounded to three decimals.

    The score belongs to the block, not to the line: short segments lie near 1 unless their signs are broken.
    """
    return tuple(
        scorer(label.language, label.script).score(segment.text)
        for segment, label in zip(segments, languages, strict=True)
    )
