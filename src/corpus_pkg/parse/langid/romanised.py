"""Romanised Korean, told by its syllables.

The grammar is McCune-Reischauer's with the marks that distinguish it: an apostrophe after an aspirate (``ch'e``),
and a breve or, in plain text, an apostrophe on o and u (``kangso'nggukka``). Without a mark nothing is Korean: plain
syllables are found in any language.
"""

from __future__ import annotations

import re

_INITIAL = "kk|k'|k|g|n|tch|tt|t'|t|d|r|l|m|pp|p'|p|b|ss|sh|s|ch'|ch|j|h"
_VOWEL = "yae|yŏ|yo'|ye|ya|yo|yu|wae|wŏ|wo'|we|wi|wa|ae|oe|ŭi|u'i|ŏ|o'|ŭ|u'|a|e|i|o|u"
_FINAL = "ng|n'(?=g)|k|n|t|l|m|p"
_SYLLABLE = f"(?:{_INITIAL})?(?:{_VOWEL})(?:{_FINAL})?"
_WORD = re.compile(f"(?:{_SYLLABLE})+(?:-(?:{_SYLLABLE})+)*")
_MARK = re.compile("(?:[ou]|[kpt]|ch)'(?=[a-zŏŭ])|[ŏŭ]")
# What an apostrophe leaves behind in English and German: contractions, not syllables (`you're`, `gereu'n`).
_CONTRACTED = re.compile("[^'ŏŭ]*'(?:re|ve|ll|em|er|en|un|in|n|d|m|s|t)")
_QUOTES = str.maketrans("’‘ʼ`", "''''")
_LETTERS = re.compile("[A-Za-zŏŭŎŬ'’‘ʼ`-]+")
# Most apostrophes close a quotation or stand for what English leaves out. The pattern begins with a literal, by which
# a text is searched ten times faster than by a class of signs.
_APOSTROPHE = re.compile("'(?<=[ouOUkptKPThH].)(?=[a-zŏŭ])")
_BREVES = "ŏŭŎŬ"


def is_marked(word: str) -> bool:
    """Tell whether ``word`` is spelled in Korean syllables with at least one of their marks."""
    plain = word.translate(_QUOTES).lower()
    if len(plain) < 4 or not _MARK.search(plain) or _CONTRACTED.fullmatch(plain):
        return False
    return bool(_WORD.fullmatch(plain))


def is_phrase(text: str) -> bool:
    """Tell whether every word of ``text`` is spelled in Korean syllables, and one of them is marked."""
    words = [word.translate(_QUOTES).lower() for word in text.split()]
    return bool(words) and all(_WORD.fullmatch(word) for word in words) and any(map(is_marked, words))


def words(text: str) -> list[tuple[int, int]]:
    """Return where romanised words stand in ``text``; a possessive ending is not part of them."""
    found: list[tuple[int, int]] = []
    done = 0
    for at in _signs(text):
        if at < done:
            continue
        first = at
        while first > done and at - first < 40 and _LETTERS.match(text[first - 1]):
            first -= 1
        whole = _LETTERS.match(text, first, first + 80)
        done = whole.end() if whole else at + 1
        word = text[first:done].translate(_QUOTES)
        word = word.rstrip("'-")
        word = word.removesuffix("'s")
        lead = len(word) - len(word.lstrip("'-"))
        if is_marked(word[lead:]):
            found.append((first + lead, first + len(word)))
    return found


def _signs(text: str) -> list[int]:
    """Return where signs stand in ``text`` that a romanised word may have, in order."""
    plain = text.replace("’", "'").replace("ʼ", "'").replace("`", "'")
    found = [sign.start() for sign in _APOSTROPHE.finditer(plain)]
    breves = [sign.start() for breve in _BREVES if breve in text for sign in re.finditer(breve, text)]
    return sorted(found + breves)
