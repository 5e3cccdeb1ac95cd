"""Lines that are no language: letters struck at random, and what a machine reads where nothing is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f'’-]+")
_VOWEL = re.compile("[aeiouywæœøıəɛɔ]")
_RUN = re.compile("[bcdfghjklmnpqrstvxz]{6}|(.)\\1{3}")
_JOINED = frozenset("./:&%$€£+=@")
_JUNK = frozenset("~|\\^`_{}<>#@¬¦§¢•■□▪◆◇●○♦¤¨´")


def is_noise(text: str) -> bool:
    """Tell whether a line of Latin letters is no text of any language.

    Three in five of its words, of three at least, lack a vowel, mix letters with digits and signs, or heap up
    consonants as no orthography does; or three signs in ten are such as only a machine reads. Capitals alone may be
    an acronym, and what is long enough to hold sentences is never noise for its signs.
    """
    if len(text) > 400:
        return False
    signs = 0 if _JUNK.isdisjoint(text) else sum(char in _JUNK for char in text)
    if signs * 10 >= 3 * (len(text) - text.count(" ")):
        return True
    words = [
        word
        for word in text.split()
        if (len(word) > 1 if word.isalpha() else sum(map(str.isalpha, word)) > 1)
    ]
    return len(words) > 2 and sum(map(_is_odd, words)) * 5 >= 3 * len(words)


@lru_cache(maxsize=8192)
def _is_odd(word: str) -> bool:
    bare = word.strip("\"'“”‘’()[]«».,;:!?…–—-")
    if not _LATIN_WORD.fullmatch(bare):
        # A full stop, slash or sign within makes an abbreviation, an address or an amount.
        return bare.isascii() and not bare.isalnum() and _JOINED.isdisjoint(bare)
    if bare.isupper():
        return False
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    low = bare.lower()
    if len(bare) > 2 and not _VOWEL.search(low):
        return True
    return bool(_RUN.search(low))
