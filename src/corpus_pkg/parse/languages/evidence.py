"""What a paragraph's own characters say of its language: script first."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_pkg.parse.langid import han, identifier, knowledge, scripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corpus_pkg.model import Segment

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|［[^［］]*］|〔[^〔〕]*〕|【[^【】]*】")
_CHOICES = re.compile(r"[\s|/·•,;()\[\]]+")
# By script: runs of Chinese characters with what inflects them right behind, and the least share that has it.
_KANA = re.compile("[\u3400-\u9fff々]+([\u3041-\u30ff])?"), 0.0
_INFLECTED = {
    "Hang": (re.compile("[\u3400-\u9fff]+([\uac00-\ud7a3])?"), 0.33),
    "Hira": _KANA,
    "Kana": _KANA,
}
_CLEAR = 0.9
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek"})
"""Scripts that no language mixes with another one."""
_CHOICE = 240
"""Signs of a line that offers a choice of languages, at most."""
_NAMES = 3
"""So many languages' own names in a line make it a choice of languages."""
_PLATE = 16
"""Chinese characters of the longest inscription that may be nothing but names."""


class Script(NamedTuple):
    """The script that carries most words of a paragraph."""

    name: str
    """ISO 15924 of its letters; ``Zyyy`` where it has none."""
    letters: int
    text: str
    """What to ask about: the reading text, without brackets in another script."""


def scripts_of(text: str, segments: Sequence[Segment]) -> list[Script]:
    """Return the script of each segment of ``text``."""
    names = scripts.names()
    counts = scripts.counts(text, [segment.span for segment in segments])
    total = counts.sum(axis=1)
    main = (counts * _weights()).argmax(axis=1)
    most = counts[np.arange(len(counts)), main]
    clear = most > _CLEAR * total
    found = []
    for row, (segment, code, letters, simple) in enumerate(
        zip(segments, main.tolist(), total.tolist(), clear.tolist(), strict=True)
    ):
        if letters == 0:
            found.append(Script("Zyyy", 0, segment.text))
        elif simple:
            found.append(Script(names[code], letters, segment.text))
        else:
            found.append(_mixed(segment.text, counts[row]))
    return found


@cache
def _weights() -> NDArray[np.float64]:
    """Return how many words a letter of each script is, in the order of its code."""
    return np.array([scripts.words_in_letter(name) for name in scripts.names()])


def _mixed(text: str, counts: NDArray[np.int64]) -> Script:
    """Weigh the scripts of a paragraph by words; what stands in brackets counts only where nothing else does."""
    outside = _BRACKETED.sub(" ", text)
    if len(outside) < len(text):
        inner = np.bincount(scripts.codes(outside), minlength=len(counts)) if outside else counts * 0
        inner[0] = 0
        if inner.sum() > 1:
            counts, text = inner, outside
    names = scripts.names()
    words = {names[i]: float(counts[i] * _weights()[i]) for i in np.flatnonzero(counts)}
    # Kana that inflect Chinese characters are Japanese, Hangul Korean.
    for script in _INFLECTED:
        if "Hani" in words and words.get(script, 0.0) * 8 > words["Hani"] and _inflects(script, text):
            words[script] += words.pop("Hani")
    if "Hira" in words and "Kana" in words:
        words["Hira"] += words.pop("Kana")
    main = max(words, key=lambda script: (words[script], script))
    if main in _ALPHABETS and len(words) > 1:
        text = _only(main, text)
    return Script(main, int(counts.sum()), text)


def _only(script: str, text: str) -> str:
    """Return ``text`` with a space for each letter of another script than ``script``."""
    others = (codes := scripts.codes(text)) != scripts.code_of(script)
    return "".join(
        " " if other else char for char, other in zip(text, (others & (codes > 0)).tolist(), strict=True)
    )


def _inflects(script: str, text: str) -> bool:
    """Tell a text that mixes Chinese characters with ``script`` from a Chinese one that quotes a phrase in it.

    A quotation stands apart. Korean has endings and particles behind a third of the words at least, Japanese
    behind some, since it counts them off without.
    """
    pattern, least = _INFLECTED[script]
    behind = list(map(bool, pattern.findall(text)))
    return any(behind) and sum(behind) >= least * len(behind)


def outside_brackets(text: str) -> str:
    """Return ``text`` without what stands in brackets, where most of what it says is outside them."""
    if ")" not in text and "]" not in text and "）" not in text:
        return text
    outside = _BRACKETED.sub(" ", text)
    return outside if sum(map(str.isalpha, outside)) >= 15 else text


def without_language_names(text: str) -> str:
    """Return ``text`` without the names that languages give themselves, where it offers a choice of them."""
    if len(text) > _CHOICE:
        return text
    own = knowledge.autonyms()
    parts = _CHOICES.split(text)
    left = [part for part in parts if part.casefold() not in own]
    return text if len(parts) - len(left) < _NAMES else " ".join(left)


def is_nameplate(text: str) -> bool:
    """Tell whether a line is made of names, initials, formulas or addresses: no word begins in lower case.

    Such a line can stand in a text of any language, whatever its letters. Of Chinese characters, which have no
    case, only a short line without points is one.
    """
    if len(text) > 80 or (len(text) > _PLATE and han.forms(text).all > _PLATE):
        return False
    words = identifier.without_codes(text).split()
    return not any(
        word[0].islower() and len(word) > 1 for word in (w.strip("()[]\"'“”‘’.,:;") for w in words) if word
    )


def han_script(script: Script) -> str | None:
    """Return the side that a paragraph in Chinese characters takes (:func:`han.script`), None for any other one."""
    return han.script(script.text) if script.name == "Hani" else None


def shown(script: str, side: str | None, language: str) -> str:
    """Return the ISO 15924 name to publish: scripts that one language mixes have a name of their own.

    ``side`` is that of Chinese characters, by :func:`han_script`.
    """
    if script == "Hang" or (script == "Hani" and language == "ko"):
        return "Kore"
    if script in {"Hira", "Kana"} or (script == "Hani" and language == "ja"):
        return "Jpan"
    return side or script


@cache
def is_shared(script: str) -> bool:
    """Tell whether several languages are written in ``script``."""
    return script in knowledge.table("languages")["shared"]
