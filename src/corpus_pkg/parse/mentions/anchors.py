"""Where a date may begin: a table lookup over all characters, so that the grammar runs only at a few of them.

A candidate is the first digit of a run, the first Chinese or Korean numeral of a run, or a word whose first
four characters are those of a month, a season, a calendar (whatever the case). Two passes: the pair (character
before, character) through one table, then a hash of four characters for the words that are left.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .numerals import CHINESE, KOREAN

_BITS = 17
_NUMERAL, _EAST_ASIAN, _STARTER, _OTHER, _LETTERS = 1, 2, 3, 4, 0x80
_LETTER_CODES = 32

Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


class Tables(NamedTuple):
    """The lookup tables for one set of words."""

    pairs: Flags
    """Indexed by the code before and the code, little-endian."""
    grams: Flags
    starters: frozenset[str]
    """The first two characters of the Chinese, Japanese and Korean words."""


@cache
def _codes() -> Bytes:
    """A code of one byte for each character of the basic plane: Latin-1 as it is, other letters by a hash."""
    codes = np.full(65536, _OTHER, np.uint8)
    codes[:256] = np.arange(256)
    for point in range(256, 65536):
        sign = chr(point)
        if "\u1100" <= sign <= "\u11ff" or "\u2e80" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7ff":
            codes[point] = _EAST_ASIAN
        elif sign.isdecimal():
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
    return ((first * np.uint32(0x9E3779B1)) ^ (second * np.uint32(0x85EBCA77))) >> np.uint32(32 - _BITS)


def tables(words: frozenset[str], starters: frozenset[str]) -> Tables:
    """Tables for words of alphabets (any case) and for East Asian words."""
    codes, folds = _codes(), _folds()
    pairs = np.zeros((256, 256), np.bool_)  # [code, code before]
    letter = np.array([folds[code] < 59 for code in range(256)])
    digit = np.zeros(256, np.bool_)
    digit[0x30:0x3A] = True
    for code in range(0x30, 0x3A):
        pairs[code] = ~digit & ~(letter & (np.arange(256) < 0x80))
    pairs[_NUMERAL] = np.arange(256) != _NUMERAL
    pairs[_STARTER] = True
    grams = np.zeros(1 << _BITS, np.bool_)
    for word in sorted(words):
        spelled = [int(folds[codes[min(ord(sign), 65535)]]) for sign in word.lower()[:4]]
        for case in (word[0].lower(), word[0].upper()):
            pairs[codes[min(ord(case[0]), 65535)]] |= ~letter
        for gram in _completed(spelled):
            grams[gram] = True
    return Tables(pairs.reshape(-1), grams, starters)


def _completed(spelled: list[int]) -> NDArray[np.uint32]:
    """Hashes of a word's first four codes; of a shorter word with whatever may follow it."""
    after = np.array([59, 60], np.uint32)
    everything = np.arange(64, dtype=np.uint32)
    choices = [np.array([code], np.uint32) for code in spelled] + [after][: 4 - len(spelled)]
    choices += [everything] * (4 - len(choices))
    a, b, c, d = (grid.reshape(-1) for grid in np.meshgrid(*choices, indexing="ij"))
    return _hash(a << np.uint32(6) | b, c << np.uint32(6) | d)


def anchors(text: str, found: Tables) -> list[int]:
    """Offsets, ascending, at which an expression may begin."""
    if not text:
        return []
    points: NDArray[np.uint32] | None = None
    try:
        raw = np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = _codes().copy()
        for pair in found.starters:
            if codes[ord(pair[0])] == _EAST_ASIAN:
                codes[ord(pair[0])] = _STARTER
        raw = codes[np.minimum(points, 65535)]
    padded = np.empty(len(raw) + 6, np.uint8)
    padded[0] = 0x20
    padded[1:-5] = raw
    padded[-5:] = 0x20
    even = padded[: (len(padded) // 2) * 2].view(np.uint16)
    odd = padded[1 : 1 + ((len(padded) - 1) // 2) * 2].view(np.uint16)
    hits = np.concatenate([np.flatnonzero(found.pairs[even]) * 2, np.flatnonzero(found.pairs[odd]) * 2 + 1])
    hits = hits[hits < len(raw)]
    here = raw[hits]
    folded = _folds()
    is_word = (folded[here] < 59) & (here > _OTHER)
    words = hits[is_word]
    if len(words):
        grams = [folded[padded[words + place]].astype(np.uint32) for place in (1, 2, 3, 4)]
        kept = found.grams[_hash(grams[0] << np.uint32(6) | grams[1], grams[2] << np.uint32(6) | grams[3])]
        words = words[kept]
    rest = hits[~is_word]
    if points is not None:
        rest = rest[_east_asian(text, raw, rest, found)]
    both = np.concatenate([words, rest])
    both.sort()
    result: list[int] = both.tolist()
    return result


@cache
def _units() -> frozenset[str]:
    return frozenset(CHINESE + KOREAN + "년年월月세世일日")


def _east_asian(text: str, raw: Bytes, places: NDArray[np.int64], found: Tables) -> Flags:
    """Which of the places stand: digits always, numerals before a numeral or a unit, starters of a known word."""
    keep = np.ones(len(places), np.bool_)
    units = _units()
    for index in np.flatnonzero(raw[places] < _OTHER).tolist():
        place = int(places[index])
        after = text[place + 1 : place + 2]
        keep[index] = text[place : place + 2] in found.starters
        if raw[place] == _NUMERAL:
            keep[index] |= after in units and not (
                text[place] in KOREAN and text[place - 1 : place].isalpha()
            )
    return keep
