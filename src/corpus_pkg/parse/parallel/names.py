"""Names across scripts, as the consonants that every spelling of them keeps."""

from __future__ import annotations

import re
from functools import lru_cache

# Consonants that romanisations and transliterations confuse are one class; vowels and ㅇ at a syllable's head none.
_CLASSES = {
    "kgqxc": "K",
    "tdðþ": "T",
    "pbfv": "P",
    "szß": "S",
    "j": "C",
    "rl": "L",
    "m": "M",
    "n": "N",
    "h": "",
}
_LATIN = {letter: kind for letters, kind in _CLASSES.items() for letter in letters}
_CYRILLIC = dict(zip("бвгджзклмнпрстфхцчшщ", "PPKTCSKLMNPLSTPKCCSS", strict=True))
_INITIALS = ("K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "C", "C", "C", "K", "T", "P", "")
_FINALS = "- K K KS N NC N T L LK LM LP LS LT LP L M P PS S S N C C K T P -".replace("-", "").split(" ")
_HANGUL = re.compile("[가-힣]{2,}")
_LEAST = 4
_MOST = 48


def skeletons(text: str, script: str) -> list[str]:
    """Return the consonant skeletons of the names in ``text``, of four consonants and more, at most 48.

    Cased scripts show their names by capitals. Korean does not: there the first two to four syllables of every word
    are offered, and a wrong one hardly ever meets a name of four consonants.
    """
    found: dict[str, None] = {}
    if script in {"Latn", "Cyrl", "Grek"}:
        for words in _names(text):
            if len(skeleton := _collapsed("".join(map(_cased, words)))) >= _LEAST:
                found[skeleton] = None
    elif script == "Kore":
        for word in _HANGUL.findall(text):
            for size in (2, 3, 4):
                if len(word) >= size and len(skeleton := _korean(word[:size])) >= _LEAST:
                    found[skeleton] = None
    return list(found)[:_MOST]


def _names(text: str) -> list[list[str]]:
    """Return the series of capitalised words; one that opens the paragraph is none by its capital alone."""
    series: list[list[str]] = []
    current: list[str] = []
    for word in text.split():
        named, goes_on = _named(word)
        if named:
            current.append(named)
        if current and not goes_on:
            series.append(current)
            current = []
    if current:
        series.append(current)
    return [words for words in series if len(words) > 1 or len(words[0]) > 4]


@lru_cache(maxsize=1 << 16)
def _named(word: str) -> tuple[str, bool]:
    """Return a word without its marks if it has a capital, and whether a name may go on behind it."""
    bare = word.strip("\"'“”‘’()[].,;:!?«»")
    if bare[:1].isupper() and any(map(str.islower, bare)):
        return bare, bare == word.lstrip("\"'“‘([")
    return "", False


@lru_cache(maxsize=1 << 14)
def _cased(word: str) -> str:
    lower = (
        word.lower()
        .replace("ch", "j")
        .replace("sh", "s")
        .replace("ng", "n")
        .replace("ph", "p")
        .replace("'s", "")
    )
    return "".join(_LATIN.get(c, _CYRILLIC.get(c, "")) for c in lower)


@lru_cache(maxsize=1 << 14)
def _collapsed(skeleton: str) -> str:
    """Return ``skeleton`` with doubled consonants once, as some spellings double them."""
    return "".join(kind for kind, before in zip(skeleton, " " + skeleton, strict=False) if kind != before)


@lru_cache(maxsize=16384)
def _korean(word: str) -> str:
    found = []
    for char in word:
        initial, rest = divmod(ord(char) - 0xAC00, 588)
        found += [_INITIALS[initial], _FINALS[rest % 28]]
    return _collapsed("".join(found))
