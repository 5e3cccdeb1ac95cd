"""Inline blocks: what inside a paragraph is not in the paragraph's language."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.model import Block, LanguageLabel, Span
from corpus_pkg.parse.langid import han, identifier, knowledge, romanised

from . import glosses, phrases, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus_pkg.model import Segment

    from .stretches import Stretch

_CERTAIN = 0.98
_ROMANISED = LanguageLabel("ko-Latn", None, "Latn", 0.9, "text")
_EXPECTED = 2.0
"""How much likelier (log) a language is inside a paragraph where the document has runs in it, or if it is English."""
_REACH = 80
"""How far from a romanised word the brackets around it are looked for."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class _Host(NamedTuple):
    """The paragraph that a stretch stands in, and the languages that its document has runs in."""

    label: LanguageLabel
    spoken: frozenset[str]


def inline_blocks(text: str, segments: Sequence[Segment], labels: Sequence[LanguageLabel]) -> list[Block]:
    """Return the inline blocks of a document, those in other scripts first."""
    spans = [segment.span for segment in segments]
    found = list(_in_other_scripts(text, spans, labels))
    taken = sorted(block.span for block in found)
    for index, span, label in (
        *_glosses(text, spans, labels, found),
        *_romanised(text, spans, labels),
        *phrases.foreign(text, spans, labels),
    ):
        # What is taken lies apart, so only the two neighbours can overlap.
        place = bisect(taken, span)
        if not any(
            other.start < span.end and span.start < other.end
            for other in taken[max(0, place - 1) : place + 1]
        ):
            taken.insert(place, span)
            found.append(_block(index, span, label))
    return found


def _block(segment: int, span: Span, label: LanguageLabel) -> Block:
    return Block("inline", span, segment, segment, label, is_primary=False)


def _in_other_scripts(text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel]) -> Iterator[Block]:
    spoken = frozenset(language.partition("-")[0] for language in {label.language for label in labels})
    for index, found in stretches.foreign(text, spans, [label.script for label in labels]):
        host = _Host(labels[index], spoken)
        skipped = stretches.addresses(text, spans[index]) if any("Latn" in s.scripts for s in found) else []
        for stretch in found:
            nearest = bisect(skipped, (stretch.span.start, len(text))) - 1
            if nearest >= 0 and stretch.span.end <= skipped[nearest].end:
                continue
            if label := _label(text[stretch.span.start : stretch.span.end], stretch, host):
                yield _block(index, stretch.span, label)


def _label(content: str, stretch: Stretch, host: _Host) -> LanguageLabel | None:
    """Return the language of a stretch, or None where it is a name, a unit or a sign and no foreign language."""
    if "Hang" in stretch.scripts:
        return LanguageLabel("ko", None, "Kore", _CERTAIN, "script")
    if stretch.scripts & {"Hira", "Kana"}:
        return LanguageLabel("ja", None, "Jpan", _CERTAIN, "script")
    if stretch.scripts == {"Hani"}:
        return _chinese(content, stretch, host)
    script = min(stretch.scripts)
    if stretch.letters < 2:
        return None
    if script == "Latn":
        return _latin(content, host)
    if script in knowledge.table("languages")["shared"]:
        language, confidence = _likeliest(content, script, host)
        return LanguageLabel(language, None, script, confidence, "text")
    return LanguageLabel(
        knowledge.table("languages")["script"].get(script, "und"), None, script, _CERTAIN, "script"
    )


def _chinese(content: str, stretch: Stretch, host: _Host) -> LanguageLabel | None:
    """Label Chinese characters: in Korean a gloss in brackets is Korean in hanja, and a mixed text is never cut up."""
    korean = host.label.language == "ko"
    if korean and not stretch.bracketed:
        return None
    if korean or ("ko" in host.spoken and not host.spoken & {"zh", "ja"} and stretch.letters < 9):
        return LanguageLabel("ko-Hani", None, "Hani", 0.9, "script")
    language, confidence = _likeliest(content, "Hani", host)
    script = "Jpan" if language == "ja" else han.script(content)
    tag = "zh-Hant" if (language, script) == ("zh", "Hant") else language
    return LanguageLabel(tag, None, script, confidence, "text")


def _latin(content: str, host: _Host) -> LanguageLabel | None:
    """Label Latin letters in a paragraph of another script: names, acronyms, units and codes are no language."""
    skipped = stretches.table()["not_words"].split()
    words = [word for word in _WORD.findall(identifier.without_codes(content)) if len(word) > 1]
    if not any(word[0].islower() and word.lower() not in skipped for word in words):
        return None
    if host.label.language == "ko" and romanised.is_phrase(" ".join(words)):
        return _ROMANISED
    language, confidence = _likeliest(content, "Latn", host)
    return LanguageLabel(language, None, "Latn", confidence, "text")


def _likeliest(content: str, script: str, host: _Host) -> tuple[str, float]:
    """Return the likeliest language in ``script``, the document's own ones and English before the rest."""
    tags = knowledge.languages()
    scores = identifier.log_likelihood(content, script) + 0.0
    for tag in sorted(host.spoken | {"en"}):
        if tag in tags:
            scores[tags.index(tag)] += _EXPECTED
    chances = np.exp(scores - scores.max())
    best = int(chances.argmax())
    confidence = float(chances[best] / chances.sum())
    return (tags[best], round(confidence, 3)) if confidence >= 0.3 else ("und", round(confidence, 3))


def _glosses(
    text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel], found: Sequence[Block]
) -> Iterator[tuple[int, Span, LanguageLabel]]:
    """Yield the romanised words that stand beside the Korean ones that they spell."""
    for block in found:
        if block.label.script == "Kore" and labels[block.first].script == "Latn":
            for span in glosses.beside(text, block.span, spans[block.first]):
                yield block.first, span, _ROMANISED


def _romanised(
    text: str, spans: Sequence[Span], labels: Sequence[LanguageLabel]
) -> Iterator[tuple[int, Span, LanguageLabel]]:
    """Yield romanised Korean in Latin letters: a bracket that holds nothing else, or a word that is no name."""
    label = _ROMANISED
    starts = [span.start for span in spans]
    for start, end in romanised.words(text):
        index = bisect(starts, start) - 1
        if index < 0 or end > spans[index].end or labels[index].script != "Latn":
            continue
        left = max(spans[index].start, start - _REACH)
        opened = max(text.rfind("[", left, start), text.rfind("(", left, start))
        limit = min(spans[index].end, end + _REACH)
        closed = min((p for p in (text.find(c, end, limit) for c in "])") if p >= 0), default=-1)
        if opened >= 0 <= closed and romanised.is_phrase(text[opened + 1 : closed]):
            yield index, Span(opened, closed + 1), label
        elif text[start].islower():
            yield index, Span(start, end), label
