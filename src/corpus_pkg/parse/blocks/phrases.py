"""Quoted and bracketed phrases in another language of the paragraph's own script."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.model import LanguageLabel, Span
from corpus_pkg.parse.langid import identifier, knowledge
from corpus_pkg.parse.langid.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_CLOSERS = {"“": "”", "«": "»", "„": "“", '"': '"', "(": ")", "[": "]", "*": "*", "_": "_"}
_OPENER = re.compile('[“«„"(\\[*_]')
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 2000
_FEW = 3
"""A document with so many phrases in one language has it in its shorter brackets too."""


class _Phrase(NamedTuple):
    segment: int
    span: Span
    row: NDArray[np.float64]
    """Log probabilities of the languages."""
    host: int
    short: bool


def foreign(
    text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel]
) -> Iterator[tuple[int, Span, LanguageLabel]]:
    """Yield the phrases of three words or more that are not in their paragraph's language.

    Close relatives must be told apart by much, since names are likely in any language.
    """
    found = _phrases(text, spans, labels)
    sure = [phrase for phrase in found if not phrase.short and _is_foreign(phrase)]
    common = {best for best, times in Counter(int(p.row.argmax()) for p in sure).items() if times >= _FEW}
    for phrase in found:
        best = int(phrase.row.argmax())
        if phrase.short:
            likely = max(common, key=lambda language: (phrase.row[language], language), default=phrase.host)
            if phrase.row[likely] - phrase.row[phrase.host] < 1.0:
                continue
            best = likely
        elif not _is_foreign(phrase):
            continue
        script = labels[phrase.segment].script
        confidence = round(float(np.exp(phrase.row[best])), 3)
        yield (
            phrase.segment,
            phrase.span,
            LanguageLabel(knowledge.languages()[best], None, script, confidence, "text"),
        )


def _is_foreign(phrase: _Phrase) -> bool:
    best = int(phrase.row.argmax())
    return (
        best != phrase.host and phrase.row[best] > -0.3 and phrase.row[best] - phrase.row[phrase.host] > 4.0
    )


def _phrases(text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel]) -> list[_Phrase]:
    """Return what stands in quotation marks, brackets or marks of emphasis, and whose words are not the host's."""
    starts = [span.start for span in spans]
    known = knowledge.words()
    asked: dict[str, list[tuple[str, int, Span, int, bool]]] = {}
    done = 0
    for opener in _OPENER.finditer(text):
        start = opener.start()
        if start < done:
            continue
        index = bisect(starts, start) - 1
        if index < 0 or (host := _host(labels[index])) is None:
            continue
        end = text.find(_CLOSERS[opener[0]], start + 1, min(spans[index].end, start + _LONGEST))
        if end < start + 4 or (opener[0] in "*_" and end < start + 12):
            continue
        content = text[start + 1 : end]
        words = _WORD.findall(content.lower())
        own = vocabulary(host).own
        if not words or sum(map(own.__contains__, words)) * 6 > len(words):
            continue
        bracketed = opener[0] in "(["
        short = len(words) < 3 or not any(word in known and word not in own for word in words)
        if short and not bracketed:
            continue
        done = end
        span = Span(start, end + 1) if bracketed else _stripped(content, start + 1)
        asked.setdefault(labels[index].script, []).append((content, index, span, host, short))
    found = []
    for script, some in asked.items():
        rows = identifier.log_likelihoods([content for content, *_ in some], script)
        found += [
            _Phrase(index, span, row, host, short)
            for (_, index, span, host, short), row in zip(some, rows, strict=True)
        ]
    return sorted(found, key=lambda phrase: phrase.span)


def _stripped(content: str, start: int) -> Span:
    """The span of a text that begins at ``start``, without the white space at its ends."""
    first = start + len(content) - len(content.lstrip())
    return Span(first, first + len(content.strip()))


def _host(label: LanguageLabel) -> int | None:
    """Return the place of a paragraph's language, None where no other one shares its script."""
    base = label.language.partition("-")[0]
    shared = knowledge.table("languages")["shared"]
    if label.script not in shared or base not in knowledge.languages() or base == "und":
        return None
    return knowledge.index_of(base)
