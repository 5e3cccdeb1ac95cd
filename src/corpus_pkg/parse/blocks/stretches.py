"""Stretches of a paragraph in another script, to the character, grown to word boundaries and bracket pairs."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from corpus_pkg.model import Span
from corpus_pkg.parse.langid import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_PAIRS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "［": "］",
    "〔": "〕",
    "【": "】",
    "〈": "〉",
    "《": "》",
    "「": "」",
}
_BRACKETS = frozenset("".join(_PAIRS) + "".join(_PAIRS.values()))
_BRACKET = re.compile("[" + re.escape("".join(sorted(_BRACKETS))) + "]")
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_STOPS = frozenset(".?!…。？！")
# Each alternative begins where a word does and is bounded, so that a long run of letters is passed over once.
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/?\S*"
)


class Stretch(NamedTuple):
    """A series of words in scripts that the paragraph's language is not written in."""

    span: Span
    scripts: frozenset[str]
    letters: int
    bracketed: bool


@cache
def table() -> dict[str, Any]:
    """Return the table of scripts and of what is no word."""
    return tomllib.loads(files(__package__).joinpath("inline.toml").read_text("utf-8"))


@cache
def _own(script: str) -> NDArray[np.bool_]:
    """Return for each script code whether a text in ``script`` is written in it; what has no script belongs to all."""
    mine = {"Zyyy", *table()["own"].get(script, script).split()}
    return np.array([name in mine for name in scripts.names()])


def foreign(text: str, spans: Sequence[Span], hosts: Sequence[str]) -> Iterator[tuple[int, list[Stretch]]]:
    """Yield for each span that holds letters of other scripts than its host's its index and their stretches."""
    if not spans:
        return
    counts = scripts.counts(text, spans)
    present = counts.any(axis=0)
    if not any((present & ~_own(host)).any() for host in set(hosts)):
        return  # most documents are in one script
    own = np.array([_own(host) for host in hosts])
    for index in np.flatnonzero((counts * ~own).sum(axis=1)).tolist():
        if hosts[index] != "Zyyy":
            yield index, _stretches(text, spans[index], own[index])


def _stretches(text: str, span: Span, own: NDArray[np.bool_]) -> list[Stretch]:
    by_char = scripts.codes(text[span.start : span.end])
    if not len(by_char):
        return []
    strange = ~own[by_char]
    host = own[by_char] & (by_char > 0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], strange.astype(np.int8), [0]))))
    runs = [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]
    merged: list[tuple[int, int]] = []
    local = text[span.start : span.end]
    for first, last in runs:
        if merged and _continues(local[merged[-1][1] : first], host[merged[-1][1] : first]):
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    pairs = _clean_pairs(local, host)
    names = scripts.names()
    found: list[Stretch] = []
    for first, last in merged:
        kinds = frozenset(names[code] for code in set(by_char[first:last][strange[first:last]].tolist()))
        letters = int(strange[first:last].sum())
        start, end, bracketed = _grown(local, first, last, host, pairs)
        if found and start < found[-1].span.end - span.start:
            earlier = found.pop()
            start, kinds, letters = (
                earlier.span.start - span.start,
                kinds | earlier.scripts,
                letters + earlier.letters,
            )
            end = max(end, earlier.span.end - span.start)
        found.append(Stretch(Span(span.start + start, span.start + end), kinds, letters, bracketed))
    return found


def _continues(gap: str, host: NDArray[np.bool_]) -> bool:
    """Tell whether what stands between two runs keeps them together: no word of the host, and no bracket."""
    return len(gap) < 40 and not host.any() and _BRACKETS.isdisjoint(gap) and "\n\n" not in gap


def _clean_pairs(local: str, host: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the bracket pairs that hold no letter of the host: the outermost ones, in order."""
    before = np.concatenate(([0], np.cumsum(host)))
    stack: list[tuple[str, int]] = []
    clean: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(local):
        char = found[0]
        if char in _PAIRS:
            stack.append((char, found.start()))
        elif stack and stack[-1][0] == _CLOSERS[char]:
            start, end = stack.pop()[1], found.end()
            if before[end] == before[start]:
                while clean and clean[-1][0] > start:
                    clean.pop()
                clean.append((start, end))
    return clean


def _grown(
    local: str, first: int, last: int, host: NDArray[np.bool_], pairs: Sequence[tuple[int, int]]
) -> tuple[int, int, bool]:
    """Grow a stretch over the digits and marks that its words are joined to, and to brackets that hold it alone."""
    nearest = bisect(pairs, (first, len(local))) - 1
    if nearest >= 0 and last <= pairs[nearest][1]:
        return *pairs[nearest], True
    while first and (
        local[first - 1] in "¡¿"
        or local[first - 1].isdigit()
        or (local[first - 1] in ".,-" and local[first - 2 : first - 1].isdigit())
    ):
        first -= 1
    while last < len(local) and not host[last] and (local[last].isalnum() or _is_mark(local[last])):
        last += 1
    if " " in local[first:last]:
        while last < len(local) and local[last] in _STOPS:
            last += 1
    return first, last, False


def _is_mark(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or char == "\u200d"


def addresses(text: str, span: Span) -> list[Span]:
    """Return where addresses of the web and of mail stand: their letters are no words."""
    return [Span(*found.span()) for found in _ADDRESS.finditer(text, span.start, span.end)]
