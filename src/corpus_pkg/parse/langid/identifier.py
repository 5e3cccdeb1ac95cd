"""How likely each language is, given a stretch of text in one script.

Three kinds of evidence are added up: the byte n-grams of py3langid's naive Bayes model, function words, and letters
that a language does not write. Each is divided by a root of the text's length, since neighbouring n-grams and
words do not testify independently.
"""

from __future__ import annotations

import array
import io
import lzma
import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from . import han
from .knowledge import index_of, languages, letters, table, words, written_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WINDOW = 600
NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|[\d_]+")
"""What has letters and digits and says nothing of a language."""
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


class _Model(NamedTuple):
    """The bundled naive Bayes model of py3langid, its columns gathered by tag."""

    identifier: Any
    columns: NDArray[np.intp]
    """For each column of the model the index of its tag, -1 for none."""
    relatives: tuple[tuple[int, int], ...]
    """Languages that the model lacks, each with the one that it takes them for."""
    prior: NDArray[np.float64]


def _loaded() -> Any:  # noqa: ANN401 - py3langid ships no types
    """Return py3langid's identifier, read in memory.

    Its own loader passes the model through a temporary file, and parsing must not fail for want of disk.
    """
    # Half a second, which a text whose script or words tell its language need not pay.
    import py3langid.langid as library  # noqa: PLC0415

    packed = files("py3langid").joinpath(library.MODEL_FILE).read_bytes()
    with np.load(io.BytesIO(lzma.decompress(packed)), allow_pickle=False) as data:
        rows, states = (
            array.array("H" if data[n].itemsize == 2 else "I") for n in ("nextmove", "nextmove_row")
        )
        rows.frombytes(data["nextmove"].tobytes())
        states.frombytes(data["nextmove_row"].tobytes())
        classes, features = data["classes"].tolist(), data["out_feat"].tolist()
        return library.LanguageIdentifier(
            data["ptc"], data["pc"], classes, rows, features, norm_probs=True, tk_row=states
        )


@cache
def _model() -> _Model:
    identifier = _loaded()
    tags, prior = table("languages")["tags"], table("languages")["prior"]
    order = {tag: index for index, tag in enumerate(languages())}
    columns = np.array([order.get(tags.get(label, label), -1) for label in identifier.nb_classes], np.intp)
    relatives = tuple((index_of(tag), index_of(like)) for tag, like in table("languages")["like"].items())
    return _Model(identifier, columns, relatives, np.array([prior.get(tag, 0.0) for tag in languages()]))


def log_likelihood(text: str, script: str) -> NDArray[np.float64]:
    """Return the logarithm of each language's probability for a text that is mostly in ``script``.

    The probabilities of all languages sum to 1 under a prior that knows nothing but how rare a language is in
    print; those that are not written in the script have none.
    """
    text = unspaced(text)
    if script == "Hani":
        return han.log_likelihood(text[:_WINDOW])
    return _scores(NOT_WORDS.sub(" ", text[:_WINDOW]).strip(), script)


@lru_cache(maxsize=4096)
def _scores(text: str, script: str) -> NDArray[np.float64]:
    model = _model()
    encoded = model.identifier._encode(text)  # noqa: SLF001
    raw = model.identifier._raw_score(encoded).astype(np.float64)  # noqa: SLF001
    raw /= (len(encoded) or 1) ** _TEMPER
    scores = np.full(len(languages()), -np.inf)
    known = model.columns >= 0
    np.maximum.at(scores, model.columns[known], raw[known])
    for missing, like in model.relatives:
        scores[missing] = scores[like]
    scores += model.prior + _by_words(text)
    scores += _by_letters(text, script)
    here = written_in(script)
    scores[~here] = -np.inf
    peak = scores.max()
    if not np.isfinite(peak):
        scores, peak = np.where(here, 0.0, -np.inf), 0.0
    result: NDArray[np.float64] = np.maximum(scores - peak - math.log(np.exp(scores - peak).sum()), -30.0)
    result.flags.writeable = False
    return result


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


def _by_words(text: str) -> NDArray[np.float64]:
    found = np.zeros(len(languages()))
    known = words()
    all_of = tokens(text)
    for word in all_of:
        if (holders := known.get(word)) is not None:
            found[holders] += 1.0
        elif len(word) > 3:
            for length in range(3, 8):
                if (holders := known.get(f"{word[:length]}*")) is not None:
                    found[holders] += 1.0
    return found * (_WORD / math.sqrt(len(all_of) or 1))


def _by_letters(text: str, script: str) -> NDArray[np.float64]:
    found = np.zeros(len(languages()))
    strange = letters(script)
    for char in text.lower():
        if (not_theirs := strange.get(char)) is not None:
            found -= not_theirs
    return found * (_LETTER / math.sqrt(len(text.split()) or 1))
