"""What one paragraph's own characters say of its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.parse.langid import identifier, knowledge, scripts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_pkg.model import Segment

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|［[^［］]*］|〔[^〔〕]*〕")
# How many words a letter is, by script; a fifth of a word where none is given.
_WORDS = {"Hang": 0.4, "Hani": 0.6, "Hira": 0.4, "Kana": 0.3}


class Evidence(NamedTuple):
    """How likely each language is for one paragraph by itself."""

    script: str
    letters: int
    evidence: NDArray[np.float64]
    """Log probabilities, one for each of the identifier's languages."""
    basis: str
    """script or text; empty where the characters say nothing."""


def weigh(segment: Segment, counts: NDArray[np.int64]) -> Evidence:
    """Return what the characters of ``segment`` say, ``counts`` of which are in each script."""
    present = np.flatnonzero(counts)
    text = segment.text
    if len(present) > 1:
        outside = _BRACKETED.sub(" ", text)
        inner = np.bincount(scripts.codes(outside), minlength=len(counts)) if outside else counts
        inner[0] = 0
        if inner.sum() >= 2:
            counts, text = inner, outside
    letters = int(counts[1:].sum())
    if letters == 0:
        return Evidence("Zyyy", 0, _flat(), "")
    script = _dominant(counts)
    shown = _shown(script, counts)
    if script in knowledge.table("languages")["shared"]:
        if letters < 3 and script != "Hani":
            return Evidence(shown, letters, _only(script), "")
        return Evidence(shown, letters, identifier.log_likelihood(text, script), "text")
    return Evidence(shown, letters, _certain(script), "script")


def _dominant(counts: NDArray[np.int64]) -> str:
    """Return the script of most words; kana beside Chinese characters are Japanese, Hangul beside them Korean."""
    names = scripts.names()
    words = {names[i]: counts[i] * _WORDS.get(names[i], 0.2) for i in np.flatnonzero(counts) if i}
    if "Hani" in words:
        for script in ("Hang", "Hira", "Kana"):
            if script in words and words[script] * 8 > words["Hani"]:
                words[script] += words["Hani"]
                del words["Hani"]
                break
    return max(words, key=lambda s: (words[s], s))


def _shown(script: str, counts: NDArray[np.int64]) -> str:
    del counts
    return {"Hang": "Kore", "Hira": "Jpan", "Kana": "Jpan"}.get(script, script)


def _flat() -> NDArray[np.float64]:
    return np.full(len(knowledge.languages()), -3.0)


def _only(script: str) -> NDArray[np.float64]:
    return np.where(knowledge.written_in(script), -3.0, -8.0)


def _certain(script: str) -> NDArray[np.float64]:
    return np.where(knowledge.written_in(script), -0.001, -30.0)
