"""Where a date may begin: a table lookup over all characters, so that the grammar runs only at a few of them.

A candidate is the first digit of a run, the first Chinese or Korean numeral of a run, or a word whose first
four characters are those of a month, a season, a calendar (whatever the case). Two passes: the pair (character
before, character) through one table, then a hash of four characters for the words that are left.
"""

from __future__ import annotations

from functools import cache
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .numerals import CHINESE, KOREAN

if TYPE_CHECKING:
    from collections.abc import Iterable

_BITS = 18
"""Of the hash: its table stays in the processor's cache beside what other stages have there."""
_NUMERAL, _EAST_ASIAN, _STARTER, _OTHER, _LETTERS = 1, 2, 3, 4, 0x80
_LETTER_CODES = 32
_CHUNK = 1 << 16
"""Codes looked at in one go: the arrays of a chunk stay in the processor's cache."""
_AFTER = (59, 60)
"""The codes of the second pass for what may follow a short word: a digit, any other sign that is no letter."""
_WORD, _FIGURE = 1, 2
"""Bits of a class: what a character may begin; two bits higher, what it forbids the next one to begin."""

Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


class Tables(NamedTuple):
    """The lookup tables for one set of words."""

    classes: bytes
    """A class for each of the 256 codes."""
    pairs: Flags
    """Indexed by the codes of a word's first two characters as they lie in memory: the first in the low byte."""
    grams: Flags
    """Indexed by the hash of its first four."""
    starters: frozenset[str]
    """The first two characters of the Chinese, Japanese and Korean words."""


@cache
def _codes() -> Bytes:
    """A code of one byte for each character of the basic plane: Latin-1 as it is, other letters by a hash."""
    codes = np.full(65536, _OTHER, np.uint8)
    codes[:256] = np.arange(256)
    alphabetic = np.ones(65536, np.bool_)
    alphabetic[:256] = False
    for first, last in ((0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xAC00, 0xD7FF), (0xD800, 0xF8FF)):
        alphabetic[first : last + 1] = False
        codes[first : last + 1] = _EAST_ASIAN if first < 0xD800 else _OTHER
    for point in np.flatnonzero(alphabetic).tolist():
        sign = chr(point)
        if sign.isdecimal():
            codes[point] = 0x30
        elif sign.isalpha():
            # By the lower-case letter, so that both cases have one code.
            codes[point] = _LETTERS + ord(sign.lower()[0]) % _LETTER_CODES
    for sign in CHINESE + KOREAN:
        codes[ord(sign)] = _NUMERAL
    return codes


@cache
def _folds() -> Bytes:
    """Codes of six bits for the second pass: letters whatever their case, one code for all that is no letter."""
    folds = np.full(256, 60, np.uint8)
    for code in range(256):
        sign = chr(code)
        if "0" <= sign <= "9":
            folds[code] = 59
        elif sign.isascii() and sign.isalpha():
            folds[code] = ord(sign.lower()) - ord("a")
        elif code >= 0xC0 or _LETTERS <= code < _LETTERS + _LETTER_CODES:
            folds[code] = 26 + ord(sign.lower()) % 32
    return folds


def _hash(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return (((first << np.uint32(12)) | second) * np.uint32(0x9E3779B1)) >> np.uint32(32 - _BITS)


def tables(words: frozenset[str], starters: frozenset[str]) -> Tables:
    """Tables for words of alphabets (any case) and for East Asian words."""
    codes, folds = _codes(), _folds()
    classes = bytearray(256)
    pairs = np.zeros((256, 256), np.bool_)
    grams = np.zeros(1 << _BITS, np.bool_)
    same = [np.flatnonzero(folds == fold) for fold in range(64)]
    for word in sorted(words):
        spelled = [int(folds[codes[min(ord(sign), 65535)]]) for sign in word.lower()[:4]]
        for code in same[spelled[0]].tolist():
            classes[code] |= _WORD
            for fold in spelled[1:2] or _AFTER:
                pairs[same[fold], code] = True
        grams[_completed(spelled)] = True
    for code in range(256):
        if folds[code] < 59:
            classes[code] |= (_WORD | (_FIGURE if code < 0x80 else 0)) << 2
        elif 0x30 <= code < 0x3A:
            classes[code] |= _FIGURE | _FIGURE << 2
    classes[_NUMERAL] = _FIGURE
    classes[_STARTER] = _FIGURE
    return Tables(bytes(classes), pairs.reshape(-1), grams, starters)


def united(several: Iterable[Tables]) -> Tables:
    """Tables that know the words of all."""
    first, *others = several
    for other in others:
        classes = bytes(map(or_, first.classes, other.classes))
        first = Tables(classes, first.pairs | other.pairs, first.grams | other.grams, first.starters)
    return first


def _completed(spelled: list[int]) -> NDArray[np.uint32]:
    """Hashes of a word's first four codes; of a shorter word with whatever may follow it."""
    after = np.array(_AFTER, np.uint32)
    everything = np.arange(64, dtype=np.uint32)
    choices = [np.array([code], np.uint32) for code in spelled] + [after][: 4 - len(spelled)]
    choices += [everything] * (4 - len(choices))
    a, b, c, d = (grid.reshape(-1) for grid in np.meshgrid(*choices, indexing="ij"))
    return _hash(a << np.uint32(6) | b, c << np.uint32(6) | d)


def anchors(text: str, found: Tables) -> list[int]:
    """Offsets, ascending, at which an expression may begin."""
    if not text:
        return []
    wide = False
    try:
        coded = text.encode("latin-1")
    except UnicodeEncodeError:
        wide = True
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = _codes().copy()
        for pair in found.starters:
            if codes[ord(pair[0])] == _EAST_ASIAN:
                codes[ord(pair[0])] = _STARTER
        coded = codes[np.minimum(points, 65535)].tobytes()
    padded = b" " + coded + b"     "
    both = np.concatenate([_chunk(padded, low, found) for low in range(0, len(text), _CHUNK)])
    if wide:
        both = both[_east_asian(text, np.frombuffer(coded, np.uint8), both, found)]
    places: list[int] = both.tolist()
    return places


def _chunk(padded: bytes, low: int, found: Tables) -> NDArray[np.int64]:
    """Candidates among the characters from ``low``; the padding has one code before the text and five behind it."""
    part = padded[low : low + _CHUNK + 5]
    size = min(_CHUNK, len(padded) - 6 - low)
    classes = np.frombuffer(part[: size + 1].translate(found.classes), np.uint8)
    begins = classes[1:] & ~(classes[:-1] >> 2) & 3
    # Every two codes as one number, at odd places too.
    pairs = np.ndarray((size + 4,), "<u2", part, 0, (1,)).copy()
    words = np.flatnonzero(begins == _WORD)
    first = pairs[1:].take(words)
    kept = found.pairs.take(first)
    words, first = words.compress(kept), first.compress(kept)
    double = _double_folds()
    words = words.compress(found.grams.take(_hash(double.take(first), double.take(pairs[3:].take(words)))))
    both = np.concatenate([words, np.flatnonzero(begins >= _FIGURE)])
    both.sort()
    return both + low


@cache
def _double_folds() -> NDArray[np.uint32]:
    """Twelve bits for two codes, indexed as they lie in memory: the first in the low byte."""
    folds = _folds().astype(np.uint32)
    return (folds[None, :] << np.uint32(6) | folds[:, None]).reshape(-1)


@cache
def _units() -> frozenset[str]:
    return frozenset(CHINESE + KOREAN + "년年월月세世일日·・")


def _east_asian(text: str, raw: Bytes, places: NDArray[np.int64], found: Tables) -> Flags:
    """Which of the places stand: digits always, numerals before a numeral or a unit, starters of a known word."""
    keep = np.ones(len(places), np.bool_)
    units = _units()
    for index in np.flatnonzero(raw[places] < _OTHER).tolist():
        place = int(places[index])
        after = text[place + 1 : place + 2]
        keep[index] = text[place : place + 2] in found.starters
        if raw[place] == _NUMERAL and not (place and raw[place - 1] == _NUMERAL):
            keep[index] |= after in units and not (
                text[place] in KOREAN and text[place - 1 : place].isalpha()
            )
    return keep
