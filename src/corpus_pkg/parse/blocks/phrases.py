"""Quoted and bracketed phrases in another language of the paragraph's own script."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.model import LanguageLabel, Span
from corpus_pkg.parse.langid import identifier, knowledge
from corpus_pkg.parse.langid.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_CLOSERS = {"“": "”", "«": "»", "„": "“", '"': '"', "(": ")", "[": "]", "*": "*", "_": "_"}
_OPENERS = {opener: re.compile(re.escape(opener)) for opener in _CLOSERS}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 2000
_FEW = 3
"""A document with so many phrases in one language has it in its shorter brackets too."""


class _Phrase(NamedTuple):
    segment: int
    span: Span
    content: str
    script: str
    host: int
    """The place of its paragraph's language."""
    short: bool


def foreign(
    text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel]
) -> Iterator[tuple[int, Span, LanguageLabel]]:
    """Yield the phrases of three words or more that are not in their paragraph's language.

    Close relatives must be told apart by much, since names are likely in any language. The shorter ones are weighed
    where the document has a language again and again, and the identifier need not be asked of them elsewhere.
    """
    found = _phrases(text, spans, labels)
    told: dict[_Phrase, tuple[int, float]] = {}
    for phrase, row in _weighed([phrase for phrase in found if not phrase.short]):
        best = int(row.argmax())
        if best != phrase.host and row[best] > -0.3 and row[best] - row[phrase.host] > 4.0:
            told[phrase] = best, float(row[best])
    common = [best for best, times in Counter(best for best, _ in told.values()).items() if times >= _FEW]
    if common:
        for phrase, row in _weighed([phrase for phrase in found if phrase.short]):
            likely = max(common, key=lambda language: (row[language], language))
            if row[likely] - row[phrase.host] >= 1.0:
                told[phrase] = likely, float(row[likely])
    for phrase in sorted(told, key=lambda phrase: phrase.span):
        best, chance = told[phrase]
        confidence = round(float(np.exp(chance)), 3)
        label = LanguageLabel(knowledge.languages()[best], None, phrase.script, confidence, "text")
        yield phrase.segment, phrase.span, label


def _weighed(phrases: Sequence[_Phrase]) -> Iterator[tuple[_Phrase, NDArray[np.float64]]]:
    """Yield phrases with the log probabilities of the languages."""
    for script in dict.fromkeys(phrase.script for phrase in phrases):
        some = [phrase for phrase in phrases if phrase.script == script]
        rows = identifier.log_likelihoods([phrase.content for phrase in some], script)
        yield from zip(some, rows, strict=True)


def _phrases(text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel]) -> list[_Phrase]:
    """Return what stands in quotation marks, brackets or marks of emphasis, and whose words are not the host's."""
    starts = [span.start for span in spans]
    known = knowledge.words()
    found: list[_Phrase] = []
    done = 0
    for start in _openers(text):
        if start < done:
            continue
        index = bisect(starts, start) - 1
        if index < 0 or (host := _host(labels[index])) is None:
            continue
        end = text.find(_CLOSERS[text[start]], start + 1, min(spans[index].end, start + _LONGEST))
        if end < start + 4 or (text[start] in "*_" and end < start + 12):
            continue
        content = text[start + 1 : end]
        words = _WORD.findall(content.lower())
        own = vocabulary(host).own
        if not words or sum(map(own.__contains__, words)) * 6 > len(words):
            continue
        bracketed = text[start] in "(["
        short = len(words) < 3 or not any(word in known and word not in own for word in words)
        if short and not bracketed:
            continue
        done = end
        span = Span(start, end + 1) if bracketed else _stripped(content, start + 1)
        found.append(_Phrase(index, span, content, labels[index].script, host, short))
    return found


def _openers(text: str) -> list[int]:
    """Return where a phrase may begin, in order: a search by each literal is faster than one by a class of them."""
    signs = [pattern for opener, pattern in _OPENERS.items() if opener in text]
    return sorted(found.start() for sign in signs for found in sign.finditer(text))


def _stripped(content: str, start: int) -> Span:
    """The span of a text that begins at ``start``, without the white space at its ends."""
    first = start + len(content) - len(content.lstrip())
    return Span(first, first + len(content.strip()))


@lru_cache(maxsize=1024)
def _host(label: LanguageLabel) -> int | None:
    """Return the place of a paragraph's language, None where no other one shares its script."""
    base = label.language.partition("-")[0]
    shared = knowledge.table("languages")["shared"]
    if label.script not in shared or base not in knowledge.languages() or base == "und":
        return None
    return knowledge.index_of(base)
