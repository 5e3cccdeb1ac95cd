"""The function words of a language, by which running text can be told to speak it.

The identifier costs a hundred times what looking up words does, so words are asked first.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from . import knowledge

_HEAD, _TAIL = 160, 120
_STRANGE, _SHARED = 1 << 10, 1 << 20
"""What a word says is one number, so that a text's is their sum: 1 where it is the language's own, 1024 where only
others have it, 1024² where a rival has it. Head and tail are fewer than 1024 words."""


class Vocabulary(NamedTuple):
    """The function words of one language and of the others."""

    own: frozenset[str]
    strange: frozenset[str]
    """Words that only other languages have."""
    rivals: tuple[frozenset[str], ...]
    """The words of each language that shares a seventh of them."""
    shared: frozenset[str]
    """The words of all rivals."""
    says: dict[str, int]
    """What each word says: any of 1, ``_STRANGE`` and ``_SHARED``, added up."""


@cache
def vocabulary(language: int) -> Vocabulary:
    """Return the words that tell a language, by its place in :func:`knowledge.languages`."""
    of: dict[int, set[str]] = {}
    for word, holders in knowledge.words().items():
        for holder in holders:
            of.setdefault(holder, set()).add(word)
    own = frozenset(of.get(language, ()))
    # A single letter is an initial or an enumerator in any language.
    strange = frozenset(word for word in knowledge.words() if word not in own and len(word) > 1)
    close = [frozenset(words) for other, words in sorted(of.items()) if other != language]
    rivals = tuple(words for words in close if len(words & own) > 0.14 * len(own))
    shared = frozenset[str]().union(*rivals)
    says = {
        word: (word in own) + (word in strange) * _STRANGE + (word in shared) * _SHARED
        for word in own | strange | shared
    }
    return Vocabulary(own, strange, rivals, shared, says)


@lru_cache(maxsize=1024)
def speaks(text: str, language: int) -> bool:
    """Tell whether the words at both ends of ``text`` leave no doubt that it is in ``language``."""
    its = vocabulary(language)
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]} {text[-_TAIL:]}"
    words = text.lower().split()
    said = sum(filter(None, map(its.says.get, words)))
    known, strange, close = said % _STRANGE, said % _SHARED // _STRANGE, said // _SHARED
    if known < 3 or known * 5 < len(words):
        return False
    # A capital within a sentence makes a name: `Il` of Kim Il Sung is no Italian. Most texts pass without that.
    if strange * 4 > known and sum(map(its.strange.__contains__, text.split())) * 4 > known:
        return False
    return close * 5 < known * 4 or all(
        sum(map(rival.__contains__, words)) * 5 < known * 4 for rival in its.rivals
    )
