"""The language and script of every paragraph: script first, then the identifier, in the light of the neighbours."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from corpus_pkg.model import LanguageLabel
from corpus_pkg.parse.langid import han, identifier, knowledge
from corpus_pkg.parse.langid.vocabulary import speaks

from . import korean, tags
from .context import Evidence, posteriors, weighed
from .declared import weigh_declared
from .evidence import (
    han_script,
    is_nameplate,
    is_shared,
    outside_brackets,
    scripts_of,
    shown,
    without_language_names,
)
from .homes import Homes, homes, is_unremarkable
from .noise import is_noise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corpus_pkg.model import Mark, RoleLabel, Segment

    from .evidence import Script

__all__ = ["label_languages"]

_LINE = 60
"""Letters of a line, at most."""
_NAME = 16
"""Letters of the longest name that a language gives itself."""
_UNDECIDED = 0.2
_CASED = frozenset({"Latn", "Cyrl", "Grek"})
_ELSEWHERE = -6.0
"""How likely (log) a name or a formula belongs to a text in another script; less where its own is at home too."""


def label_languages(
    text: str,
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    configured: str | None = None,
    marks: Sequence[Mark] = (),
) -> tuple[LanguageLabel, ...]:
    """Return the language of each segment of ``text``.

    ``configured`` is the document's language by its configuration: it holds for whatever is in that language's
    script, and what is in another script is still looked at. ``marks`` are what the markup says of the segments,
    parallel to them or none.
    """
    del roles  # every role's text is in some language
    if not segments:
        return ()
    found = scripts_of(text, segments)
    evidence = _evidence(found)
    if marks:
        evidence = weigh_declared(evidence, found, marks)
    labels = [
        _label(script.name, han_script(script), best, confidence, _basis(script, one, best))
        for script, one, (best, confidence) in zip(found, evidence, posteriors(evidence), strict=True)
    ]
    labels = tags.inherited(labels)
    if configured:
        labels = [tags.configured(label, configured) for label in labels]
    return tuple(tags.written(label) for label in korean.with_variety(segments, labels))


@lru_cache(maxsize=1024)
def _label(script: str, side: str | None, best: int, confidence: float, basis: str) -> LanguageLabel:
    """Return the label of the language at place ``best``; most paragraphs of a corpus have one of a few."""
    language = knowledge.languages()[best] if confidence >= _UNDECIDED else "und"
    kind = shown(script, side, language) if identifier.can_be(script, best) else "Zyyy"
    return LanguageLabel(language, None, kind, round(confidence, 3), basis)


def _evidence(found: Sequence[Script]) -> list[Evidence]:
    """Return what each paragraph says by itself; the identifier is asked where script and words leave a doubt."""
    names = dict.fromkeys(script.name for script in found)
    at_home = {name: homes(found, name) if is_shared(name) and name != "Hani" else Homes() for name in names}
    evidence = [_told(script, at_home[script.name]) for script in found]
    if _is_japanese(found):
        japanese = knowledge.index_of("ja")
        for place, script in enumerate(found):
            if script.name == "Hani" and evidence[place] is None:
                evidence[place] = _decided(japanese, script.letters)
    for name in names:
        left = [row for row, script in enumerate(found) if script.name == name and evidence[row] is None]
        rows = identifier.log_likelihoods([_asked_about(found[row].text) for row in left], name)
        for place, row in zip(left, rows, strict=True):
            evidence[place] = _asked(found[place], at_home[name], row)
    return [one for one in evidence if one is not None]


def _asked_about(text: str) -> str:
    return without_language_names(outside_brackets(text))


def _is_japanese(found: Sequence[Script]) -> bool:
    """True for a text in kana where Chinese characters alone make lines only that Japan can write: dates, headings."""
    kana = sum(script.letters for script in found if script.name in {"Hira", "Kana"})
    if kana * 3 < sum(script.letters for script in found):
        return False
    alone = [script for script in found if script.name == "Hani"]
    return all(script.letters <= _LINE and han.is_in_japan(script.text) for script in alone)


def _told(script: Script, at_home: Homes) -> Evidence | None:
    """Return what script and words say of a paragraph, None where they leave a doubt."""
    if script.letters == 0:
        return _undecided(script.name)
    if not is_shared(script.name):
        return _decided(_only(script.name), script.letters)
    if script.letters < 3 and script.name != "Hani":
        return _undecided(script.name)
    if script.letters <= _NAME:
        own = knowledge.autonyms().get(script.text.strip(" []|·").casefold())
        if own is not None:
            return _decided(own, script.letters)
    for language in at_home.languages:
        if speaks(script.text, language):
            return _decided(language, script.letters)
    if script.name == "Latn" and is_noise(script.text):
        return _decided(len(knowledge.languages()) - 1, script.letters)
    if at_home.alone and is_unremarkable(script, at_home.languages[0]):
        elsewhere = 1.5 * _ELSEWHERE if is_nameplate(script.text) else 2 * _ELSEWHERE
        return _undecided(script.name, elsewhere, at_home.languages[0])
    return None


def _asked(script: Script, at_home: Homes, row: NDArray[np.float64]) -> Evidence:
    """Return what the identifier says of a paragraph."""
    if is_nameplate(script.text):
        likely = np.maximum(row, _ELSEWHERE * (1.5 if at_home.languages else 1.0))
        # Only letters that have a case show a name: Chinese characters make names in languages that write them.
        row = likely if script.name in _CASED else np.where(knowledge.written_in(script.name), likely, row)
        row[-1] = -30.0
    return weighed(row, script.letters)


@cache
def _undecided(script: str, elsewhere: float = -3.5, at_home: int | None = None) -> Evidence:
    row = np.where(knowledge.written_in(script) | (script == "Zyyy"), -3.0, elsewhere)
    if at_home is not None:
        row[at_home] = -0.3
    return Evidence(row, 0, -1, settled=False)


def _decided(language: int, letters: int) -> Evidence:
    return Evidence(_certain(language), letters, language, settled=True)


@cache
def _certain(language: int) -> NDArray[np.float64]:
    row = np.full(len(knowledge.languages()), -30.0)
    row[language] = 0.0
    return row


@cache
def _only(script: str) -> int:
    """Return the one language that is written in ``script``."""
    return int(knowledge.written_in(script).argmax())


def _basis(script: Script, evidence: Evidence, best: int) -> str:
    """Return what decided: the script alone, the paragraph's own text, or its neighbours."""
    if script.letters and not is_shared(script.name):
        return "script"
    return "text" if evidence.best == best else "prior"
