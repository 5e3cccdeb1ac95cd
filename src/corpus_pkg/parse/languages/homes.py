"""The languages at home in a document, found in a sample, and the lines too short to leave home."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.parse.langid import identifier, knowledge
from corpus_pkg.parse.langid.vocabulary import speaks, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .evidence import Script

_SAMPLED = 12
_ASKED = 4
_FIRST = 2
_LONG = 60
_TELLING = 24
_SHORT = 40
_HEAD = 280
_SURE = -0.02
_FEWEST = 4
"""Function words that tell a language."""


class Homes(NamedTuple):
    """The languages that a document speaks in one script, the commonest first."""

    languages: tuple[int, ...] = ()
    alone: bool = False
    """There is one, and most of what is long enough to tell speaks it."""


def homes(found: Sequence[Script], script: str) -> Homes:
    """Return the languages that a sample of the long paragraphs in ``script`` is in."""
    long = [s.text for s in found if s.name == script and s.letters >= _LONG]
    some = long[:: max(1, len(long) // _SAMPLED)]
    votes = _votes(some, script)
    if not votes:
        rows = identifier.log_likelihoods(some[:: max(1, len(some) // _ASKED)], script)
        votes = [int(row.argmax()) for row in rows if row.max() > _SURE]
    languages = tuple(sorted(set(votes), key=lambda language: (-votes.count(language), language)))
    if len(languages) != 1:
        return Homes(languages)
    telling = [s.text for s in found if s.name == script and s.letters >= _TELLING]
    telling = telling[:: max(1, len(telling) // (2 * _SAMPLED))]
    agreed = sum(1 for text in telling if speaks(text, languages[0]))
    return Homes(languages, alone=2 * agreed >= len(telling))


def _votes(texts: Sequence[str], script: str) -> list[int]:
    """Return the language of each text that tells one by its words.

    Most texts are in the language of the first ones: what speaks that is weighed against no other.
    """
    votes = _by_words(texts[:_FIRST], script)
    likely = tuple(dict.fromkeys(votes))
    left = []
    for text in texts[_FIRST:]:
        spoken = next((language for language in likely if speaks(text, language)), None)
        if spoken is None:
            left.append(text)
        else:
            votes.append(spoken)
    return votes + _by_words(left, script)


def _by_words(texts: Sequence[str], script: str) -> list[int]:
    """Return for each text that has one the language of a quarter of its words, twice as many as any other's."""
    known, holders = _words_of(script)
    said: list[int] = []
    starts: list[int] = []
    sizes: list[int] = []
    for text in texts:
        tokens = identifier.tokens(text[:_HEAD])
        found = [known[token] for token in tokens if token in known]
        if len(found) >= _FEWEST:
            starts.append(len(said))
            sizes.append(len(tokens))
            said += found
    if not said:
        return []
    hits = np.add.reduceat(holders[said], starts, axis=0)
    second, first = np.partition(hits, -2, axis=1)[:, -2:].T
    told = (first >= 0.25 * np.array(sizes)) & (first >= 2 * second) & (first >= _FEWEST)
    here = np.flatnonzero(knowledge.written_in(script)).tolist()
    return [here[column] for column in hits.argmax(axis=1)[told].tolist()]


@cache
def _words_of(script: str) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The function words of the languages that are written in ``script``, and which of them have each.

    A row for each word: (words, languages in the script), 1 where the language has it.
    """
    here = knowledge.written_in(script)
    column = (np.cumsum(here) - 1).tolist()
    holders = {
        word: some
        for word, of in knowledge.words().items()
        if (some := [column[language] for language in of if here[language]])
    }
    table = np.zeros((len(holders), here.sum()), np.float32)
    for row, some in enumerate(holders.values()):
        table[row, some] = 1
    return dict(zip(holders, range(len(holders)), strict=True)), table


def is_unremarkable(script: Script, language: int) -> bool:
    """Tell whether a line is so plain that its neighbours know better than any identifier.

    It has letters that the language writes, no function word of another one, and either fewer than forty letters
    or two function words of the language itself.
    """
    own, strange = vocabulary(language)[:2]
    letters = knowledge.letters(script.name)
    text = script.text.lower()
    if not text.isascii() and any(letters[c][language] for c in text if c in letters):
        return False
    tokens = identifier.tokens(text)
    # A capital within a line makes a name; the first word has one anyway.
    said = script.text.split()
    names = {word.strip(",.;:()").lower() for word in said[1:] if word[:1].isupper()}
    if any(token in strange and token not in names for token in tokens):
        return False
    return script.letters < _SHORT or sum(map(own.__contains__, tokens)) > 1
