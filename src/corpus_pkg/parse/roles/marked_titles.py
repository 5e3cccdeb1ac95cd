"""The title of a page by its markup: the heading that says what the page is called, and stands over its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.model import MarkPlace
    from corpus_pkg.parse.roles.draft import Draft

_PARTS = re.compile(r"\s+[|–—:»›>·•/\\<«-]\s*|\s*[|»›·•]\s+|:\s+")
_HEAD: frozenset[MarkPlace | None] = frozenset({None, "main", "header"})
"""Where on the page a title may stand."""
_LONGEST = 300


def find_marked_title(draft: Draft) -> int | None:
    """The index of the title, where markup tells it.

    A line before the running text that is what the head of the page calls it; else the only heading of the highest
    level there.
    """
    if not draft.marks:
        return None
    names = {_key(part) for title in draft.titles for part in (title, *_PARTS.split(title))} - {""}
    head = range(next((index for index in range(len(draft)) if _begins_text(draft, index)), len(draft)))
    told = [index for index in head if _may_be_title(draft, index) and _key(draft.text[index]) in names]
    if told:
        best = max(told, key=lambda index: _rank(draft, index))
        alike = (index for index in told if _rank(draft, index)[:3] == _rank(draft, best)[:3])
        return next(index for index in alike if _says(draft, index, best))
    headings = [index for index in head if _may_be_title(draft, index) and draft.marks[index].level]
    within = [index for index in headings if draft.marks[index].place == "main"]
    levels = [draft.marks[index].level or 0 for index in within or headings]
    if not levels or levels.count(min(levels)) > 1:
        return None
    return (within or headings)[levels.index(min(levels))]


def repeats_title(draft: Draft, index: int, title: int | None) -> bool:
    """True for a heading that says what the title says."""
    return title is not None and draft.marks[index].kind == "heading" and _says(draft, index, title)


def _says(draft: Draft, index: int, other: int) -> bool:
    return _key(draft.text[index]) == _key(draft.text[other])


def _rank(draft: Draft, index: int) -> tuple[bool, int, bool, int]:
    """The page's own text first, and there what leads nowhere: a site names itself above, in a link to its front page.

    Of several the one that says more, of those a heading, and of those the nearest to the text.
    """
    mark = draft.marks[index]
    own = mark.place != "header" and mark.linked < 0.5
    return own, min(len(draft.text[index]), 12), mark.level is not None, index


def _may_be_title(draft: Draft, index: int) -> bool:
    mark = draft.marks[index]
    if (
        mark.place not in _HEAD
        or draft.size[index] > _LONGEST
        or mark.kind not in {None, "set", "heading", "paragraph"}
    ):
        return False
    return mark.kind == "heading" or (mark.linked < 0.5 and len(draft.text[index]) >= 4)


def _begins_text(draft: Draft, index: int) -> bool:
    mark = draft.marks[index]
    return (
        mark.place in {None, "main"} and mark.kind != "heading" and draft.prose[index] and mark.linked < 0.5
    )


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .*_")
