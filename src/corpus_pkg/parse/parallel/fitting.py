"""How well two paragraphs fit as a text and its translation, one pair or one paragraph against many at a time."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from .signature import Unit

_UNIT = 1 << 20

Feature = TypeVar("Feature")

_VARIANCE = 6.8
"""Of the length of a translation, in characters for each character of the original (Gale and Church)."""


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


class Columns:
    """The units of one series as columns: the fits of one unit with all of them are a few operations on arrays.

    The scores are those of :func:`fit` to a millionth, rounded so that their sums are exact and equal paths are
    equal however they are added up.
    """

    def __init__(self, units: Sequence[Unit], ratio: float) -> None:
        self._ratio = ratio
        self._lengths = np.array([unit.length for unit in units], np.float64)
        points = list(dict.fromkeys(unit.point for unit in units if unit.point))
        self._points = {point: code for code, point in enumerate(points)} | {"": -1}
        self._point = np.array([self._points[unit.point] for unit in units], np.int64)
        self._numbers = _Features([unit.numbers for unit in units])
        self._dates = _Features([unit.dates for unit in units])
        self._names = _places([unit.names for unit in units])

    def fit(self, unit: Unit, start: int, stop: int) -> NDArray[np.float64]:
        """Return the scores of ``unit`` with the units of the series from ``start`` to ``stop``."""
        expected = unit.length * self._ratio
        lengths, points = self._lengths[start:stop], self._point[start:stop]
        distance = (lengths - expected) / np.sqrt(_VARIANCE * (expected + lengths) / 2 + 25)
        score = 1.5 - np.minimum(distance * distance / 2, 5.0)
        if unit.point:
            same = points == self._points.get(unit.point, -2)
            score += np.where(points < 0, -2.0, np.where(same, 4.0, -5.0))
        else:
            score += np.where(points < 0, 0.0, -2.0)
        score += self._numbers.add(unit.numbers)[start:stop]
        score += self._dates.add(unit.dates)[start:stop]
        if named := _counted(self._names, unit.names, len(self._lengths)):
            score += 2.0 * np.minimum(named[0][start:stop], 3)
        rounded: NDArray[np.float64] = np.rint(score * _UNIT) / _UNIT
        return rounded


class _Features:
    """The numbers, or the dates, of a series."""

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        self._has = np.array([bool(features) for features in sets], np.bool_)
        self._long = _places([[feature for feature in features if len(feature) > 2] for features in sets])
        self._equal = _places([[features] for features in sets])

    def add(self, mine: frozenset[str]) -> NDArray[np.float64]:
        """Return what they add to the fits of a unit that has ``mine``."""
        if not mine:
            return np.where(self._has, -0.5, 0.0)
        added = np.where(self._has, -2.5, -0.5)
        if counted := _counted(self._long, mine, len(added)):
            common = counted[0]
            added = np.where(common > 0, 2.0 * np.minimum(common, 3), added)
        if (same := self._equal.get(mine)) is not None:
            added[same] = 2.0 * min(len(mine), 3)
        return added


def _places(sets: Sequence[Iterable[Feature]]) -> dict[Feature, NDArray[np.intp]]:
    """Return for each feature where in a series it is."""
    places: defaultdict[Feature, list[int]] = defaultdict(list)
    for place, features in enumerate(sets):
        for feature in features:
            places[feature].append(place)
    return {feature: np.array(found, np.intp) for feature, found in places.items()}


def _counted(
    places: Mapping[str, NDArray[np.intp]], features: Iterable[str], size: int
) -> tuple[NDArray[np.int64], ...]:
    """Return how many of ``features`` each unit of a series has; nothing where none has any."""
    found = [places[feature] for feature in features if feature in places]
    if not found:
        return ()
    return (np.bincount(np.concatenate(found), minlength=size),)
