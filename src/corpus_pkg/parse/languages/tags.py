"""BCP 47 tags: what a label is called once language and script are known."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.model import LanguageLabel

_LATIN = frozenset({"crh", "de", "en", "es", "fr", "it", "pt"})
"""Languages mostly printed in Latin letters: one whatever CLDR says, and the frequent, to ask nobody."""
_SIDELESS = frozenset({"Zyyy", "Hani"})
"""No letters, or characters common to simplified and traditional Chinese."""
# The script of a language's letters beside the name for the mixture that it is written in.
_PARTS = {"Kore": "Kore", "Hang": "Kore", "Jpan": "Jpan", "Hrkt": "Jpan", "Hans": "Hani", "Hant": "Hani"}


@cache
def usual_script(tag: str) -> str:
    """Return the script that a language is written in where its tag does not say (CLDR likely subtags)."""
    if tag in _LATIN:
        return "Latn"
    from langcodes import Language  # noqa: PLC0415 - imports late, since most documents need no tag but a bare one

    try:
        return str(Language.get(tag).maximize().script or "Zyyy")
    except ValueError:
        return "Zyyy"


@lru_cache(maxsize=1024)
def written(label: LanguageLabel) -> LanguageLabel:
    """Name the script in the tag where it is not the language's usual one: ``zh-Hant``, ``sr-Latn``."""
    if "-" in label.language or label.language == "und" or label.script in _SIDELESS:
        return label
    usual = usual_script(label.language)
    if label.script in {usual, "Kore", "Jpan"} or usual == "Zyyy":
        return label
    return label._replace(language=f"{label.language}-{label.script}")


def configured(label: LanguageLabel, tag: str) -> LanguageLabel:
    """Return the label under the language that the configuration names, where the script can be that language's."""
    usual = usual_script(tag)
    mine = _PARTS.get(label.script, label.script)
    if mine not in {_PARTS.get(usual, usual), "Zyyy"} and not (mine == "Hani" and usual in {"Kore", "Jpan"}):
        return label
    return label._replace(language=tag, basis="configured", confidence=1.0)


def inherited(labels: list[LanguageLabel]) -> list[LanguageLabel]:
    """Give what has no script of its own that of the neighbour in the same language.

    Numbers have no letters, and characters common to simplified and traditional Chinese no side.
    """
    if all(label.script not in _SIDELESS for label in labels):
        return labels
    for order in (range(len(labels)), range(len(labels) - 1, -1, -1)):
        before: dict[str, str] = {}
        for row in order:
            label = labels[row]
            if label.script in _SIDELESS:
                labels[row] = label._replace(script=before.get(label.language, label.script))
            else:
                before[label.language] = label.script
    return labels
