"""Aligning two series of paragraphs: the best path of pairs and gaps (Gale and Church 1993, with anchors)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .fitting import Columns, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .signature import Unit

_GAP = -1.5
_BAND = 40
_PAIR, _SKIP_ONE, _SKIP_OTHER = np.int8(0), np.int8(1), np.int8(2)


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
    where both are about as long. A row of the table is made at once, for a table may have millions of cells.
    """
    ratio = (sum(u.length for u in other) + 1) / (sum(u.length for u in one) + 1)
    width = _BAND + abs(len(one) - len(other))
    slope = len(other) / max(1, len(one))
    columns = Columns(other, ratio)
    low, above = 0, _GAP * np.arange(min(width, len(other)) + 1, dtype=np.float64)
    steps = [(0, np.full(len(above), _SKIP_OTHER))]
    for i, unit in enumerate(one, start=1):
        middle = int(i * slope)
        start, stop = max(0, middle - width), min(len(other), middle + width) + 1
        skipped, paired = np.full((2, stop - start), -np.inf)
        _put(skipped, above + _GAP, low - start)
        first = max(start, low + 1)
        last = min(stop, low + len(above) + 1)
        if first < last:
            before = above[first - 1 - low : last - 1 - low]
            paired[first - start : last - start] = before + columns.fit(unit, first - 1, last - 1)
        above = np.maximum(skipped, paired)
        # The best of all units to the left, each less the gaps from there to here.
        gaps = _GAP * np.arange(stop - start)
        beside = np.full(stop - start, -np.inf)
        beside[1:] = np.maximum.accumulate(above - gaps)[:-1] + gaps[1:]
        ahead = np.maximum(skipped, beside)
        step = np.where(
            (paired >= ahead) & (paired > -np.inf), _PAIR, np.where(beside >= skipped, _SKIP_OTHER, _SKIP_ONE)
        )
        steps.append((start, step.astype(np.int8)))
        low, above = start, np.maximum(above, beside)
    return [Pair(i, j, *fit(one[i], other[j], ratio)) for i, j in _path(steps, len(other))]


def _put(row: NDArray[np.float64], values: NDArray[np.float64], at: int) -> None:
    """Write what of ``values`` lies in ``row`` if they begin ``at`` its index, which may be negative."""
    start, stop = max(0, at), min(len(row), at + len(values))
    if start < stop:
        row[start:stop] = values[start - at : stop - at]


def _path(steps: Sequence[tuple[int, NDArray[np.int8]]], last: int) -> list[tuple[int, int]]:
    """Return the places of the pairs, back from the end of both series."""
    i, j = len(steps) - 1, last
    pairs = []
    while (i or j) and 0 <= j - steps[i][0] < len(steps[i][1]):
        step = steps[i][1][j - steps[i][0]]
        if step == _PAIR and i and j:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif step == _SKIP_ONE and i:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
