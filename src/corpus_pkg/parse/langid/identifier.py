"""How likely each language is, given a stretch of text in one script.

Three kinds of evidence are added up: the byte n-grams of py3langid's naive Bayes model, function words, and letters
that a language does not write. Each is divided by a root of the text's length, since neighbouring n-grams and
words do not testify independently.
"""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from . import han
from .knowledge import languages, letters, word_stems, words, written_in
from .model import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_WINDOW = 600
NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|[\d_]+")
"""What has letters and digits and says nothing of a language."""
_DIGIT = re.compile(r"[\d_]")
_LETTER_SPACED = re.compile(r"\W*(?:[^\W\d_]\W+){3,}[^\W\d_]\W*")
_SINGLE = re.compile(r"(?<=\w) (?=\w)")
_PUNCTUATION = '!"#$%&()*+,-./:;<=>?@[\\]^`{|}~¡¿«»‹›“”„‘’‚…–—·।؟،؛。、，！？「」'
_TEMPER = 0.4
"""The power of its length that a text's score is divided by: so the softmax comes out calibrated (py3langid's own
is 0.5, for itself alone)."""
_WORD = 1.5
"""What a function word adds to the languages that have it."""
_LETTER = 1.0
"""What a letter takes from the languages that do not write it."""
_TOGETHER = 128
"""Texts that are scored at once: more save nothing and take memory."""
_MEMORY = 4096
"""Texts remembered at most: the lines of menus recur from page to page."""
_scored: dict[tuple[str, str], NDArray[np.float64]] = {}


def log_likelihood(text: str, script: str) -> NDArray[np.float64]:
    """Return the logarithm of each language's probability for a text that is mostly in ``script``.

    The probabilities of all languages sum to 1 under a prior that knows nothing but how rare a language is in
    print; those that are not written in the script have none.
    """
    return log_likelihoods((text,), script)[0]


def log_likelihoods(texts: Sequence[str], script: str) -> list[NDArray[np.float64]]:
    """Return what :func:`log_likelihood` does for each of ``texts``; together they cost half as much."""
    heads = [unspaced(text)[:_WINDOW] for text in texts]
    if script == "Hani":
        return [han.log_likelihood(head) for head in heads]
    asked = [without_codes(head).strip() for head in heads]
    found = {text: _scored.get((text, script)) for text in asked}
    new = [text for text, row in found.items() if row is None]
    for at in range(0, len(new), _TOGETHER):
        some = new[at : at + _TOGETHER]
        if len(_scored) >= _MEMORY:
            _scored.clear()
        for text, row in zip(some, _scores(some, script), strict=True):
            found[text] = _scored[text, script] = row
    return [row for text in asked if (row := found[text]) is not None]


def _scores(texts: Sequence[str], script: str) -> NDArray[np.float64]:
    """Return the log probabilities: (texts, languages)."""
    known = model()
    encoded = [known.identifier._encode(text) for text in texts]  # noqa: SLF001
    raw = np.array([known.identifier._raw_score(one) for one in encoded], np.float64)  # noqa: SLF001
    raw /= np.array([(len(one) or 1) ** _TEMPER for one in encoded])[:, None]
    scores = np.full((len(texts), len(languages())), -np.inf)
    scores[:, known.tags] = np.maximum.reduceat(raw[:, known.columns], known.starts, axis=1)
    for missing, like in known.relatives:
        scores[:, missing] = scores[:, like]
    scores += known.prior + _by_words(texts)
    scores += _by_letters(texts, script)
    here = written_in(script)
    scores[:, ~here] = -np.inf
    peaks = scores.max(axis=1)
    unknown = ~np.isfinite(peaks)
    scores[unknown] = np.where(here, 0.0, -np.inf)
    peaks[unknown] = 0.0
    scores -= peaks[:, None]
    scores -= np.array([[math.log(total)] for total in np.exp(scores).sum(axis=1).tolist()])
    np.maximum(scores, -30.0, out=scores)
    scores.flags.writeable = False
    return scores


def without_codes(text: str) -> str:
    """Return ``text`` with a space for what has letters and digits and says nothing of a language."""
    may = "@" in text or "www." in text or "://" in text or _DIGIT.search(text)
    return NOT_WORDS.sub(" ", text) if may else text


def unspaced(text: str) -> str:
    """Return a letter-spaced line (``B O O K``) with its words closed up, any other one as it is."""
    return _SINGLE.sub("", text) if _LETTER_SPACED.fullmatch(text) else text


def can_be(script: str, language: int) -> bool:
    """Tell whether a text in ``script`` can be in the language at that place of :func:`languages`."""
    return script == "Zyyy" or bool(written_in(script)[language]) or languages()[language] == "und"


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, without the punctuation around them."""
    return [
        word
        for part in text.lower().replace("’", "'").replace("་", " ").split()
        if (word := part.strip(_PUNCTUATION))
    ]


def _by_words(texts: Sequence[str]) -> NDArray[np.float64]:
    known, stems = words(), word_stems()
    found = np.zeros((len(texts), len(languages())))
    for number, text in enumerate(texts):
        some = tokens(text)
        said = [known[word] for word in some if word in known]
        for word in some:
            if word[:3] in stems and len(word) > 3 and word not in known:
                said += [known[stem] for n in range(3, 8) if (stem := f"{word[:n]}*") in known]
        if said:
            hits = np.bincount(list(chain.from_iterable(said)), minlength=found.shape[1])
            found[number] = hits * (_WORD / math.sqrt(len(some)))
    return found


def _by_letters(texts: Sequence[str], script: str) -> NDArray[np.float64]:
    strange = letters(script)
    found = np.zeros((len(texts), len(languages())))
    for number, text in enumerate(texts):
        low = text.lower()
        told = strange.keys() & set(low)
        for char in told:
            found[number] -= low.count(char) * strange[char]
        if told:
            found[number] *= _LETTER / math.sqrt(len(text.split()) or 1)
    return found
