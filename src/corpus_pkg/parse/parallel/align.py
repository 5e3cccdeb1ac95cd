"""Aligning two series of paragraphs: the best path of pairs and gaps (Gale and Church 1993, with anchors)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .signature import Unit

_GAP = -1.5
_BAND = 40
_VARIANCE = 6.8
"""Of the length of a translation, in characters for each character of the original (Gale and Church)."""


class Pair(NamedTuple):
    """Two aligned units, by their places in the two series."""

    one: int
    other: int
    score: float
    """How well they fit, in natural logarithms; 0 is no better than chance."""
    shared: int
    """How many numbers, dates, names and points they share."""
    against: int
    """How many of these contradict."""


def align(one: Sequence[Unit], other: Sequence[Unit]) -> list[Pair]:
    """Return the pairs on the best path through ``one`` and ``other``.

    Looks no farther from the diagonal than the difference in length and forty units: linear in the longer series
    where both are about as long.
    """
    ratio = (sum(u.length for u in other) + 1) / (sum(u.length for u in one) + 1)
    width = _BAND + abs(len(one) - len(other))
    slope = len(other) / max(1, len(one))
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for j in range(1, min(width, len(other)) + 1):
        best[0][j] = (_GAP * j, 2)
    fits: dict[tuple[int, int], Pair] = {}
    for i in range(1, len(one) + 1):
        middle = int(i * slope)
        above = best[-1]
        row: dict[int, tuple[float, int]] = {}
        for j in range(max(0, middle - width), min(len(other), middle + width) + 1):
            choice = (-math.inf, 1)
            if j in above:
                choice = max(choice, (above[j][0] + _GAP, 1))
            if j - 1 in row:
                choice = max(choice, (row[j - 1][0] + _GAP, 2))
            if j - 1 in above:
                pair = fit(one[i - 1], other[j - 1], ratio)
                score = above[j - 1][0] + pair[0]
                if score >= choice[0]:
                    choice = (score, 0)
                    fits[i, j] = Pair(i - 1, j - 1, *pair)
            row[j] = choice
        best.append(row)
    return _path(best, fits, len(other))


def _path(
    best: Sequence[dict[int, tuple[float, int]]], fits: dict[tuple[int, int], Pair], last: int
) -> list[Pair]:
    i, j = len(best) - 1, last
    pairs = []
    while (i or j) and j in best[i]:
        step = best[i][j][1]
        if step == 0 and i and j:
            pairs.append(fits[i, j])
            i, j = i - 1, j - 1
        elif step == 1 and i:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def fit(one: Unit, other: Unit, ratio: float) -> tuple[float, int, int]:
    """Return how well two units fit, how many features they share, and how many contradict.

    ``ratio`` is the length of the other language's text for one character of the first.
    """
    expected = one.length * ratio
    distance = (other.length - expected) / math.sqrt(_VARIANCE * (expected + other.length) / 2 + 25)
    score = 1.5 - min(distance * distance / 2, 5.0)
    shared = against = 0
    if one.point and other.point:
        same = one.point == other.point
        score += 4.0 if same else -5.0
        shared, against = shared + same, against + (not same)
    elif one.point or other.point:
        score -= 2.0
    for mine, theirs in ((one.numbers, other.numbers), (one.dates, other.dates)):
        # One small number among others is chance; all of them, or a long one, is not.
        common = (
            len(mine & theirs) if mine == theirs else sum(1 for feature in mine & theirs if len(feature) > 2)
        )
        if mine and theirs:
            score += 2.0 * min(common, 3) if common else -2.5
            shared, against = shared + common, against + mine.isdisjoint(theirs)
        elif mine or theirs:
            score -= 0.5
    named = len(one.names & other.names)
    return score + 2.0 * min(named, 3), shared + named, against
