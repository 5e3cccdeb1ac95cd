"""The languages of neighbouring paragraphs bear on each other: a chain whose states are languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

CHANGE = 0.08
"""The chance that the next paragraph is in another language, drawn from the document's shares."""
_SURE = -0.005
_SAYS = 60
_ENOUGH = 600
"""So many letters of clear text make a document's shares of languages worth relying on."""
_ALLOWS = -4.0
"""Above this, a paragraph that says nothing may be in a language; below, its script is against it."""


class Evidence(NamedTuple):
    """How likely each language is for one paragraph by itself."""

    row: NDArray[np.float64]
    """Log probabilities, one for each language."""
    letters: int
    best: int
    """The likeliest language; -1 where the paragraph says nothing."""
    settled: bool
    """Nothing around it can outweigh what it says."""


def weighed(row: NDArray[np.float64], letters: int) -> Evidence:
    """Return what a paragraph with so many ``letters`` says by itself."""
    best = int(row.argmax())
    return Evidence(row, letters, best, bool(row[best] > _SURE) and letters >= _SAYS)


def shares(evidence: Sequence[Evidence]) -> NDArray[np.float64]:
    """Return each language's share of the document: (languages,), summing to 1.

    Unclear paragraphs say nothing, and every language keeps a small share.
    """
    count = len(evidence[0].row)
    total = [0.0] * count
    for row, letters, best, settled in evidence:
        if settled:
            total[best] += min(letters, 400)
        elif letters and row[best] > -0.7:
            total[best] += min(letters, 400) * float(np.exp(row[best]))
    said = np.array(total)
    if not said.any():
        return np.full(count, 1.0 / count)
    # A short document must not bear witness to itself.
    known = 0.8 * min(1.0, said.sum() / _ENOUGH) ** 2
    return np.asarray(known * said / said.sum() + (1 - known) / count)


def posteriors(evidence: Sequence[Evidence]) -> list[tuple[int, float]]:
    """Return the language of each paragraph and its probability, given all of them.

    The forward-backward algorithm over a chain that stays in its language or draws a new one from the document's
    shares; linear in paragraphs and in languages. A settled paragraph parts the chain.
    """
    prior = None
    found = [(one.best, 0.99) for one in evidence]
    for first, last in _stretches(evidence):
        after = evidence[last].best if last < len(evidence) else -1
        silent = all(one.best < 0 and one.row[after] > _ALLOWS for one in evidence[first:last])
        if silent and after >= 0 and (not first or evidence[first - 1].best == after):
            found[first:last] = [(after, 0.97)] * (last - first)
            continue
        prior = shares(evidence) if prior is None else prior
        before = _at(evidence[first - 1].best, prior) if first else prior
        rows = np.exp(np.stack([one.row for one in evidence[first:last]]))
        beliefs = _smoothed(rows, before, after, prior)
        best = beliefs.argmax(axis=1).tolist()
        sure = np.minimum(beliefs.max(axis=1), 0.99).tolist()
        found[first:last] = zip(best, sure, strict=True)
    return found


def _stretches(evidence: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """Yield the half-open intervals of paragraphs that are not settled."""
    first = None
    for index, one in enumerate(evidence):
        if one.settled and first is not None:
            yield first, index
            first = None
        elif not one.settled and first is None:
            first = index
    if first is not None:
        yield first, len(evidence)


def _at(state: int, prior: NDArray[np.float64]) -> NDArray[np.float64]:
    belief = np.zeros_like(prior)
    belief[state] = 1.0
    return belief


def _smoothed(
    local: NDArray[np.float64], before: NDArray[np.float64], after: int, prior: NDArray[np.float64]
) -> NDArray[np.float64]:
    drawn = CHANGE * prior
    forward = np.empty_like(local)
    belief = before
    for row, here in enumerate(local):
        belief = (1 - CHANGE) * belief
        belief += drawn
        belief *= here
        belief /= np.add.reduce(belief)
        forward[row] = belief
    behind = np.ones_like(prior)
    if after >= 0:
        behind = (1 - CHANGE) * _at(after, prior) + CHANGE * prior[after]
    for row in range(len(local) - 1, -1, -1):
        forward[row] *= behind
        behind = behind * local[row]
        drawn_after = CHANGE * (prior @ behind)
        behind *= 1 - CHANGE
        behind += drawn_after
        behind /= np.maximum.reduce(behind)
    forward /= forward.sum(axis=1, keepdims=True)
    return forward
