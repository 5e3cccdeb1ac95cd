"""The reading text of a slice: what a reader would say stands there, without the traces of its setting."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from corpus_pkg.parse.segment.words import WORDS

# A hyphen that ends a line after a letter and before a lower-case letter. Besides the common signs: U+00AD,
# U+2010, the oblique hyphen of Fraktur (U+2E17, recognised as "="), the not-sign of recognition programs,
# and U+0002, which PDF readers leave.
_LINE_END_HYPHEN = re.compile(
    r"(?<=[^\W\d_])(?P<sign>[-\u00ad\u2010\u2e17=\u00ac\x02])[ \t\r\f\v]*\n\s*(?P<right>[^\W\d_]+)"
)
_LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
_SOFT = frozenset("\u00ad\u00ac\x02\u2e17=")
_AFTER_ELISION = frozenset(WORDS["after_elision"])
_KEEPS_HYPHEN = frozenset(WORDS["keeps_hyphen"])
# Each alternative begins with a literal sign, since only then the regular expression machine leaps from sign to sign.
_MARK = re.compile(r"\*\*?\*?|__?_?")


def reading_text(raw: str) -> str:
    """Return the reading text of a slice of source text, never empty for a slice that is not blank.

    NFC; runs of white space folded to one space; ends stripped; hyphenation at a wrapped line end undone;
    paired Markdown emphasis marks (``*``, ``**``, ``_``) removed unless nothing else stands there.
    The rule is in the data model under "Source text, and offsets".
    """
    if "\n" in raw and _may_hyphenate(raw):
        raw = _LINE_END_HYPHEN.sub(_undo_hyphen, raw)
    if raw.count("*") + raw.count("_") > 1:
        raw = _without_emphasis(raw)
    # Printable text has no white space but the space itself.
    folded = raw.strip(" ") if raw.isprintable() and "  " not in raw else " ".join(raw.split())
    return folded if folded.isascii() or is_normalized("NFC", folded) else normalize("NFC", folded)


def _may_hyphenate(raw: str) -> bool:
    """Ask cheaply, before the dear question, whether a hyphen or white space stands before a line end at all."""
    return (
        "-\n" in raw
        or " \n" in raw
        or "\t\n" in raw
        or "=\n" in raw
        or (not raw.isascii() and any(sign + "\n" in raw for sign in "\u00ad\u2010\u2e17\u00ac"))
        or "\x02\n" in raw
    )


def _undo_hyphen(match: re.Match[str]) -> str:
    sign, right = match["sign"], match["right"]
    if sign in _SOFT:
        return right if right[0].islower() else match[0]
    if right in _AFTER_ELISION:
        return f"{sign} {right}"
    if not right[0].islower():
        return sign + right
    start = match.start()
    # No word that keeps its hyphen is longer than this, and a bound keeps a letter's megabyte linear.
    before = match.string[max(0, start - 24) : start]
    word = _LAST_LETTERS.search(before)
    stem = word[0].lower() if word else ""
    joined = before[: len(before) - len(stem)][-1:]
    if stem in _KEEPS_HYPHEN or (joined and joined in "-\u2010\u2019'"):
        return sign + right
    return right


def _without_emphasis(raw: str) -> str:
    """Drop emphasis marks that come in pairs: the opener before, the closer after a character that is no space.

    Like CommonMark's flanking rule, one pass with a stack per mark, so that unpaired marks cost no more.
    """
    waiting: dict[str, int] = {}
    drop: list[tuple[int, int]] = []
    for match in _MARK.finditer(raw):
        start, end = match.span()
        mark = match[0]
        before = raw[start - 1] if start else " "
        after = raw[end] if end < len(raw) else " "
        inside_word = before.isalnum() and after.isalnum() and (mark[0] == "_" or before.isascii())
        if inside_word:
            continue
        if not before.isspace() and mark in waiting and waiting[mark] >= 0:
            opened = waiting[mark]
            drop += [(opened, opened + len(mark)), (start, end)]
            waiting[mark] = -1
        elif not after.isspace() and not (before.isalnum() and before.isascii()):
            waiting[mark] = start
    if not drop:
        return raw
    parts: list[str] = []
    at = 0
    for start, end in sorted(drop):
        parts.append(raw[at:start])
        at = end
    parts.append(raw[at:])
    kept = "".join(parts)
    return kept if kept.strip(" \t\n\r*_") else raw
