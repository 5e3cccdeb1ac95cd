"""The languages at home in a document, and the paragraphs whose function words leave no doubt that they speak one.

The identifier costs a hundred times what looking up words does, so it is asked only about the rest.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.parse.langid import identifier, knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .evidence import Script

_SAMPLED = 12
_ASKED = 4
_LONG = 60
_HEAD, _TAIL = 160, 120
_SURE = -0.02


def homes(found: Sequence[Script], script: str) -> tuple[int, ...]:
    """Return the languages that a sample of the long paragraphs in ``script`` is in, the commonest first."""
    long = [s.text for s in found if s.name == script and s.letters >= _LONG]
    some = long[:: max(1, len(long) // _SAMPLED)]
    votes = [language for text in some if (language := _by_words(text, script)) is not None]
    if not votes:
        for text in some[:: max(1, len(some) // _ASKED)]:
            row = identifier.log_likelihood(text, script)
            if row.max() > _SURE:
                votes.append(int(row.argmax()))
    return tuple(sorted(set(votes), key=lambda language: (-votes.count(language), language)))


def _by_words(text: str, script: str) -> int | None:
    """Return the language that has a quarter of the words, and twice as many as any other."""
    known = knowledge.words()
    hits = np.zeros(len(knowledge.languages()))
    tokens = identifier.tokens(text[: _HEAD + _TAIL])
    for token in tokens:
        if (holders := known.get(token)) is not None:
            hits[holders] += 1
    hits[~knowledge.written_in(script)] = 0
    second, first = np.sort(hits)[-2:]
    return int(hits.argmax()) if first >= 0.25 * len(tokens) and first >= 2 * second and first > 3 else None


class _Vocabulary(NamedTuple):
    own: frozenset[str]
    strange: frozenset[str]
    """Function words that only other languages have."""
    rivals: tuple[frozenset[str], ...]
    """The function words of each language that shares a fifth of them."""


@cache
def _vocabulary(language: int) -> _Vocabulary:
    of: dict[int, set[str]] = {}
    for word, holders in knowledge.words().items():
        for holder in holders.tolist():
            of.setdefault(holder, set()).add(word)
    own = frozenset(of.get(language, ()))
    # A single letter is an initial or an enumerator in any language.
    strange = frozenset(word for word in knowledge.words() if word not in own and len(word) > 1)
    close = [frozenset(words) for other, words in sorted(of.items()) if other != language]
    return _Vocabulary(own, strange, tuple(words for words in close if len(words & own) > 0.2 * len(own)))


def speaks(text: str, language: int) -> bool:
    """Tell whether the words at both ends of ``text`` leave no doubt that it is in ``language``."""
    own, strange, rivals = _vocabulary(language)
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]} {text[-_TAIL:]}"
    words = text.lower().split()
    known = sum(map(own.__contains__, words))
    if known < 3 or known * 5 < len(words):
        return False
    if sum(map(strange.__contains__, words)) * 4 > known:
        return False
    return all(sum(map(rival.__contains__, words)) * 5 < known * 4 for rival in rivals)


def is_unremarkable(script: Script, language: int) -> bool:
    """Tell whether a line is so short, and so plain, that its neighbours know better than any identifier.

    That is fewer than twenty-four letters, all of which the language writes, and no function word of another one.
    """
    if script.letters >= 24:
        return False
    strange = _vocabulary(language).strange
    letters = knowledge.letters(script.name)
    text = script.text.lower()
    if not text.isascii() and any(letters[c][language] for c in text if c in letters):
        return False
    return not any(token in strange for token in identifier.tokens(text))
