"""Chinese characters: which language, and simplified or traditional, by the national character sets.

GB 2312 holds the simplified forms, Big5 the traditional ones, JIS X 0208 the Japanese ones. A character that one of
them has and the others lack is written in one country only; most are common to all and say nothing.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .knowledge import index_of, languages, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OTHER = re.compile("[^\u3400-\u9fff]+")


class Forms(NamedTuple):
    """How many characters there are, and how many are in one national character set and not in the others."""

    all: int
    simplified: int
    traditional: int
    japanese: int


def forms(text: str) -> Forms:
    """Count the telling characters of ``text``."""
    han = _OTHER.sub("", text)
    outside_big5 = _lacking(han, "big5")
    outside_gb = _lacking(han, "gb2312")
    japanese = [c for c in outside_gb if c in set(outside_big5) and not _lacking(c, "shift_jis")]
    simplified = len(outside_big5) - sum(1 for c in outside_big5 if _lacking(c, "gb2312"))
    traditional = len(outside_gb) - sum(1 for c in outside_gb if _lacking(c, "big5"))
    return Forms(len(han), simplified, traditional, len(japanese))


def script(text: str) -> str:
    """Return ``Hans``, ``Hant``, or ``Hani`` where the characters are common to both."""
    found = forms(text)
    if found.simplified == found.traditional:
        return "Hani"
    return "Hans" if found.simplified > found.traditional else "Hant"


def _lacking(text: str, codec: str) -> str:
    """Return the characters of ``text`` that a character set lacks."""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return "".join(c for c in text if not _has(c, codec))
    return ""


@cache
def _has(char: str, codec: str) -> bool:
    return bool(char.encode(codec, "ignore"))


@cache
def _cantonese() -> frozenset[str]:
    return frozenset(table("words")["yue"].split())


def log_likelihood(text: str) -> NDArray[np.float64]:
    """Return the logarithm of each language's probability for a text in Chinese characters alone.

    Cantonese writes words that Mandarin has not; Japanese and Korean do without kana and Hangul only in names and
    headings, which are short.
    """
    found = forms(text)
    cantonese = sum(text.count(word) for word in _cantonese())
    scores = np.full(len(languages()), -np.inf)
    # One word in twelve or so of written Cantonese is one that no other language has.
    scores[index_of("zh")] = 0.0
    scores[index_of("yue")] = -3.0 - 0.1 * found.all
    scores[index_of("ja")] = -1.5 - 0.25 * found.all + 3.0 * (found.japanese - found.simplified)
    scores[index_of("ko")] = -3.0 - 0.25 * found.all - 3.0 * (found.japanese + found.simplified)
    scores[[index_of("zh"), index_of("ja"), index_of("ko")]] -= 2.5 * cantonese
    peak = scores.max()
    result: NDArray[np.float64] = np.maximum(scores - peak - math.log(np.exp(scores - peak).sum()), -30.0)
    return result
