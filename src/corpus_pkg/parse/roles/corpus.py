"""What only the corpus can tell: lines that many of its seeds share, and phrases that its maintainers name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus_pkg.parse.roles.draft import Draft

_LONGEST = 300
"""Columns beyond which a line is compared with no other."""


def survey_lines(documents: Iterable[Iterable[str]], *, least: int = 3, share: float = 0.1) -> frozenset[str]:
    """Find the lines that many documents share.

    ``documents`` gives the reading texts of the paragraphs of each document. A line counts once a document and is
    shared where at least ``least`` documents, and at least the given share of them, hold it. The result does
    not depend on the order of the documents.
    """
    counts: Counter[str] = Counter()
    total = 0
    for texts in documents:
        total += 1
        counts.update({text for text in texts if 4 <= len(text) <= _LONGEST})
    bound = max(least, share * total)
    return frozenset(text for text, count in counts.items() if count >= bound)


def find_named(draft: Draft) -> None:
    """Label the lines that hold a phrase of the corpus's own cues."""
    if not draft.cues.own:
        return
    for index, text in enumerate(draft.text):
        if draft.size[index] > 420:
            continue
        low = fold(text)
        words = frozenset(words_of(low))
        for role, phrases in draft.cues.own:
            phrase = phrases.find(low, words)
            if phrase:
                draft.put(index, role, f"corpus:{phrase}")
                break
