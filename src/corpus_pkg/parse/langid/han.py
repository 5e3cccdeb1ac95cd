"""Chinese characters: which language, and simplified or traditional, by the national character sets.

GB 2312 holds the simplified forms, Big5 the traditional ones, JIS X 0208 the Japanese ones. A character that one of
them has and the others lack is written in one country only; most are common to all and say nothing.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .knowledge import index_of, languages, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

_RANGE = range(0x3400, 0xA000)


class Forms(NamedTuple):
    """How many characters there are, and how many are in one national character set and not in the others."""

    all: int
    simplified: int
    traditional: int
    japanese: int


def forms(text: str) -> Forms:
    """Count the telling characters of ``text``."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    points = points[(points >= _RANGE.start) & (points < _RANGE.stop)]
    simplified, traditional, japanese = np.bincount(_sides()[points - _RANGE.start], minlength=4)[1:].tolist()
    return Forms(len(points), simplified, traditional, japanese)


def script(text: str) -> str:
    """Return ``Hans``, ``Hant``, or ``Hani`` where the characters are common to both."""
    found = forms(text)
    if found.simplified == found.traditional:
        return "Hani"
    return "Hans" if found.simplified > found.traditional else "Hant"


def is_in_japan(text: str) -> bool:
    """Tell whether the Japanese character set has every character of ``text``."""
    try:
        text.encode("shift_jis_2004")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _sides() -> NDArray[np.uint8]:
    """Return for each character 1 for simplified, 2 for traditional, 3 for Japanese, 0 for what says nothing."""
    simplified, traditional, japanese = map(_characters, ("gb2312", "big5", "shift_jis"))
    sides = np.zeros(len(_RANGE), np.uint8)
    sides[sorted(japanese - simplified - traditional)] = 3
    sides[sorted(simplified - traditional)] = 1
    sides[sorted(traditional - simplified)] = 2
    return sides


def _characters(codec: str) -> set[int]:
    """Return the places in ``_RANGE`` of the characters that a character set has."""
    everything = "".join(map(chr, _RANGE))
    return {ord(char) - _RANGE.start for char in everything.encode(codec, "ignore").decode(codec)}


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(table("words")[language].split())


def log_likelihood(text: str) -> NDArray[np.float64]:
    """Return the logarithm of each language's probability for a text in Chinese characters alone.

    Cantonese writes words that Mandarin has not; Japanese and Korean do without kana and Hangul only in names and
    headings, which are short and have none of the words that hold a sentence together.
    """
    found = forms(text)
    cantonese = sum(map(text.count, _words("yue")))
    grammar = sum(map(text.count, _words("zh")))
    scores = np.full(len(languages()), -np.inf)
    # One word in twelve or so of written Cantonese is one that no other language has.
    scores[index_of("zh")] = 0.0
    scores[index_of("yue")] = -3.0 - 0.1 * found.all
    scores[index_of("ja")] = -1.5 - 0.25 * found.all + 3.0 * (found.japanese - found.simplified)
    scores[index_of("ko")] = -3.0 - 0.25 * found.all - 3.0 * (found.japanese + found.simplified)
    scores[[index_of("zh"), index_of("ja"), index_of("ko")]] -= 2.5 * cantonese
    scores[[index_of("ja"), index_of("ko")]] -= 1.5 * grammar
    peak = scores.max()
    result: NDArray[np.float64] = np.maximum(scores - peak - math.log(np.exp(scores - peak).sum()), -30.0)
    return result
