"""Whether decoded text is plausible: made of characters, and of letters that its language writes."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np

from corpus_pkg.parse.langid import knowledge, scripts

_SAMPLE = 8192
# What typesetting adds to any language's letters.
_TYPOGRAPHIC = frozenset("\u00a0«»‘’‚‛“”„‹›–—…·•°§©®™€£¡¿ªº№\u00ad")
# Letters of loan words and names, in a language that writes no other ones.
_LOANED = frozenset("àáâäåæçèéêëíîïñóôöøúûüœ")


def characters(text: str) -> float:
    """Return the share of characters that text is made of: no controls, nothing private or unassigned."""
    sample = text[:_SAMPLE]
    if not sample:
        return 0.0
    bad = 0
    for char in sample:
        if char > "\x7e":
            bad += unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"}
        elif char < " " and char not in "\t\n\r\f\v\x1b":
            bad += 1
    return 1.0 - bad / len(sample)


def coherence(text: str) -> float:
    """Return the share of letters that are in the text's main script, or in Latin letters beside it.

    Bytes read in pairs by mistake give characters of scripts that nobody mixes.
    """
    by_script = np.bincount(scripts.codes(text), minlength=len(scripts.names()))[1:]
    east = [scripts.code_of(name) - 1 for name in ("Hang", "Hani", "Hira", "Kana")]
    by_script[east[0]] = by_script[east].sum()
    by_script[east[1:]] = 0
    letters = int(by_script.sum())
    if letters == 0:
        return 1.0 if text.strip() else 0.0
    main = int(by_script.max())
    spaced = " " in text or "\n" in text or main > 0.95 * letters
    return (main + (0 if int(by_script.argmax()) == 0 else int(by_script[0]))) / letters if spaced else 0.0


@cache
def _alphabet(language: str) -> frozenset[str] | None:
    letters = knowledge.table("letters")["Latn"].get(language)
    return None if letters is None else frozenset(letters) or _LOANED


def strangeness(text: str, language: str) -> float:
    """Return the share of characters above ASCII that do not belong in a text in ``language``.

    Letters of no alphabet of it, drawing characters and signs, and capitals within a word.
    """
    sample = text[:_SAMPLE]
    alphabet = _alphabet(language)
    high = strange = 0
    before = " "
    for char in sample:
        if char > "\x7e":
            high += 1
            if char in _TYPOGRAPHIC:
                pass
            elif not char.isalpha():
                strange += unicodedata.category(char)[0] not in "MN"
            elif (char.isupper() and before.islower()) or (
                alphabet is not None and char.lower() not in alphabet
            ):
                strange += 1
        before = char
    return strange / high if high else 0.0
