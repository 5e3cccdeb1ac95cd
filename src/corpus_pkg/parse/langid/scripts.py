"""The script of every character, by one table over the code points (Unicode Standard Annex 24)."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corpus_pkg.model import Span

_LETTERS = 26
"""Of ASCII, large and small ones apart."""
_WORDS = {
    "Hang": 0.4,
    "Hani": 0.6,
    "Hira": 0.4,
    "Kana": 0.3,
    "Kore": 0.4,
    "Hans": 0.6,
    "Hant": 0.6,
    "Jpan": 0.4,
}
_WORD = 0.2
"""How many words a letter is, by script; the latter where none is given."""


@cache
def _ranges() -> dict[str, str]:
    return tomllib.loads(files(__package__).joinpath("scripts.toml").read_text("utf-8"))


@cache
def names() -> tuple[str, ...]:
    """Return the ISO 15924 names in the order of the codes; code 0 is ``Zyyy``, what belongs to no one script."""
    return ("Zyyy", *_ranges())


@cache
def code_of(script: str) -> int:
    """Return the code of an ISO 15924 name."""
    return names().index(script)


def words_in_letter(script: str) -> float:
    """Return how many words a letter of ``script`` is, on average."""
    return _WORDS.get(script, _WORD)


@cache
def _table() -> NDArray[np.uint8]:
    table = np.zeros(0x32400, np.uint8)
    for code, ranges in enumerate(_ranges().values(), 1):
        for part in ranges.split():
            first, _, last = part.partition("-")
            table[int(first, 16) : int(last or first, 16) + 1] = code
    return table


def codes(text: str) -> NDArray[np.uint8]:
    """Return the script code of each character of ``text``."""
    if text.isascii():
        signs = np.frombuffer(text.encode("ascii"), np.uint8)
        # What comes before the small letters wraps round to 159 and more.
        return ((signs | 0x20) - ord("a") < _LETTERS).view(np.uint8)
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return np.asarray(_table()[np.minimum(points, 0x323FF)])


def counts(text: str, spans: Sequence[Span]) -> NDArray[np.int64]:
    """Return how many characters of each script stand in each of the ascending ``spans``: (spans, scripts).

    The last answer is remembered, since more than one asks about the paragraphs of a document.
    """
    return _counts(text, tuple(spans))


@lru_cache(maxsize=1)
def _counts(text: str, spans: tuple[Span, ...]) -> NDArray[np.int64]:
    found = np.zeros((len(spans), len(names())), np.int64)
    if not spans:
        return found
    by_char = codes(text)
    limits = np.fromiter(chain.from_iterable(spans), np.int64, 2 * len(spans)).reshape(-1, 2)
    latin = np.append(by_char == 1, False).view(np.uint8)  # a span may end with the text
    found[:, 1] = np.add.reduceat(latin, limits.ravel(), dtype=np.uint32)[::2]
    others = np.flatnonzero(by_char > 1) if not text.isascii() else ()
    if len(others):
        holder = np.searchsorted(limits[:, 0], others, "right") - 1
        inside = (holder >= 0) & (others < limits[holder, 1])
        key = holder[inside] * len(names()) + by_char[others[inside]]
        found += np.bincount(key, minlength=found.size).reshape(found.shape)
    found.flags.writeable = False
    return found
