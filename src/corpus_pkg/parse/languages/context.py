"""The languages of neighbouring paragraphs bear on each other: a chain whose states are languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHANGE = 0.08
"""The chance that the next paragraph is in another language, drawn from the document's shares."""


def shares(evidence: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each language's share of the document: (languages,), summing to 1.

    ``evidence`` holds log probabilities (paragraphs, languages), ``weights`` how much each paragraph says.
    Unclear paragraphs say nothing, and every language keeps a small share.
    """
    sure = np.exp(evidence)
    sure[sure < 0.5] = 0.0
    total = weights @ sure
    count = evidence.shape[1]
    if total.sum() > 0:
        return np.asarray(0.8 * total / total.sum() + 0.2 / count)
    return np.full(count, 1.0 / count)


def posteriors(evidence: NDArray[np.float64], prior: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of each language for each paragraph, given all of them: (paragraphs, languages).

    The forward-backward algorithm over a chain that stays in its language or draws a new one from ``prior``;
    linear in paragraphs and in languages.
    """
    local = np.exp(evidence)
    forward = np.empty_like(local)
    belief = prior
    for row, here in enumerate(local):
        belief = ((1 - CHANGE) * belief + CHANGE * prior) * here
        belief = belief / belief.sum()
        forward[row] = belief
    behind = np.ones_like(prior)
    result = np.empty_like(local)
    for row in range(len(local) - 1, -1, -1):
        both = forward[row] * behind
        result[row] = both / both.sum()
        seen = behind * local[row]
        behind = (1 - CHANGE) * seen + CHANGE * (prior @ seen)
        behind = behind / behind.max()
    return result
