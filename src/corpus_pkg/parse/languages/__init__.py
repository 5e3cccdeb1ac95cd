"""The language and script of every paragraph: script first, then the identifier, in the light of the neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corpus_pkg.model import LanguageLabel, RoleLabel, Segment
from corpus_pkg.parse.langid import knowledge, scripts

from .context import posteriors, shares
from .evidence import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["label_languages"]

_UNDECIDED = 0.2


def label_languages(
    text: str, segments: Sequence[Segment], roles: Sequence[RoleLabel], configured: str | None = None
) -> tuple[LanguageLabel, ...]:
    """Return the language of each segment of ``text``.

    ``configured`` is the document's language by its configuration: it holds for whatever is in that language's
    script, and what is in another script is still looked at.
    """
    del roles
    if not segments:
        return ()
    found = scripts.counts(text, [segment.span for segment in segments])
    weighed = [weigh(segment, row) for segment, row in zip(segments, found, strict=True)]
    evidence = np.stack([w.evidence for w in weighed])
    weights = np.array([min(w.letters, 400) for w in weighed], np.float64)
    belief = posteriors(evidence, shares(evidence, weights))
    tags = knowledge.languages()
    labels = []
    for row, w in enumerate(weighed):
        best = int(belief[row].argmax())
        confidence = float(belief[row, best])
        basis = w.basis if int(w.evidence.argmax()) == best and w.basis else "prior"
        language = tags[best] if confidence >= _UNDECIDED else "und"
        labels.append(LanguageLabel(language, None, w.script, round(confidence, 3), basis))
    if configured:
        labels = [_configured(label, configured) for label in labels]
    return tuple(_inherit(labels))


def _configured(label: LanguageLabel, configured: str) -> LanguageLabel:
    return label._replace(language=configured, basis="configured", confidence=1.0)


def _inherit(labels: list[LanguageLabel]) -> list[LanguageLabel]:
    """Give what has no letters the script of the neighbour that it goes with."""
    for order in (range(len(labels)), range(len(labels) - 1, -1, -1)):
        before = None
        for row in order:
            label = labels[row]
            if label.script == "Zyyy" and before is not None and before.language == label.language:
                labels[row] = label._replace(script=before.script)
            before = labels[row]
    return labels
