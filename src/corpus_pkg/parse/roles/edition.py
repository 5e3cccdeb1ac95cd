"""Pages about the edition: imprint and colophon, the Project Gutenberg frame, how secret a paper was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.datelines import is_dateline
from corpus_pkg.parse.roles.footnotes import find_notes
from corpus_pkg.parse.roles.postings import bare_posting

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_PUBLISHED = re.compile(
    r"(?:출판사|出版社|書店|书局|publishing house|publishers?|university press|verlag|éditions|editorial|editora"
    r"|edizioni|издательство|изд-во|wydawnictwo).{0,40}(?:1[6-9]|20)\d\d\W{0,2}[년年]?\W{0,2}\Z",
    re.IGNORECASE,
)
_IMPRINT = 80
_COMPILED = re.compile(r"[\u3400-\u9fff가-힣](?:编|編|编印|編印|编著|編著|编写|펴냄|엮음|刊行|発行|編集)\Z")
"""How the line ends that says who compiled a book."""
_COLOPHON, _EDITED = 3, 40
"""Lines at the end that may say so, and their columns at most."""
_FIRST = 6
"""Paragraphs among which a paper says how secret it is."""
_ENTRY = 24
"""Columns of an entry of a menu."""
_TAIL_LINES = 3
"""Lines at the very end with the place, the year, the number of an edition, at most."""
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|(?:No|Nr|№|n[°º])\.?\s?\d{2}")
_TAIL = 0.8
"""The share of a document after which a colophon runs to the end."""


def find_edition(draft: Draft) -> None:
    """Label the apparatus of editions."""
    _gutenberg(draft)
    _classified(draft)
    _imprint_sections(draft)
    _imprint_lines(draft)
    find_notes(draft)


def _gutenberg(draft: Draft) -> None:
    cues = draft.cues
    total = len(draft)
    start = end = None
    is_gutenberg = any(
        cues.gutenberg_head.find_start(fold(text[:60]).lstrip("\ufeff")) for text in draft.text[:6]
    )
    for index, text in enumerate(draft.text):
        low = fold(text[:60])
        if "gutenberg" not in low and "small print" not in low:
            continue
        if start is None and cues.gutenberg_start.find_start(low):
            start = index
        elif end is None and index > total // 2 and cues.gutenberg_end.find_start(low):
            end = index
    if start is None and end is None and not is_gutenberg:
        return
    for index in range((start + 1) if start is not None else 0):
        draft.put(index, "boilerplate", "gutenberg_header")
    if end is not None:
        for index in range(end, total):
            draft.put(index, "boilerplate", "gutenberg_footer")
    if start is not None:
        for index in range(start + 1, min(start + 4, total)):
            if cues.notice_start.find_start(fold(draft.text[index][:40])):
                draft.put(index, "boilerplate", "gutenberg_credits")


def _classified(draft: Draft) -> None:
    """How secret a paper is stands among its first lines, and files it; right over running text it is a title.

    It may come again on each page. Stamps say who let the paper out, or that a speech holds as it is spoken.
    """
    marks = set()
    for index, text in enumerate(draft.text):
        if draft.size[index] > _IMPRINT:
            continue
        mark = fold(text).strip(" .!*()[]")
        over = index < _FIRST and index + 1 < len(draft) and not draft.prose[index + 1]
        over = over and not (index and _is_entry(draft, index - 1) and _is_entry(draft, index + 1))
        if mark in marks or (over and mark in draft.cues.classified):
            draft.put(index, "boilerplate", "classified")
            marks.add(mark)
        elif (not draft.stop[index] or text[-1] == "!") and draft.cues.stamp.find_start(mark):
            draft.put(index, "boilerplate", "stamp")


def _imprint_sections(draft: Draft) -> None:
    """A heading such as Imprint or Colophon, and the paragraphs under it that speak of the edition."""
    total = len(draft)
    for index, text in enumerate(draft.text):
        if draft.size[index] > 24 or draft.role[index] is not None:
            continue
        if fold(text).rstrip(".:") not in draft.cues.imprint_heading:
            continue
        if _is_link(draft, index):
            continue
        late = draft.segments[index].span.end > _TAIL * len(draft.source) and total > 12
        draft.put(index, "imprint", "imprint_heading")
        for below in range(index + 1, total):
            if draft.role[below] == "page_furniture":
                continue
            words = frozenset(_words(draft.text[below]))
            if late or draft.cues.imprint_words.find(fold(draft.text[below]), words):
                draft.put(below, "imprint", "imprint_section")
            else:
                break


def _is_link(draft: Draft, index: int) -> bool:
    """True for the link to a site's imprint in a menu at its foot: the entry over or under it is one of a menu."""
    return any(
        0 <= other < len(draft)
        and draft.gap[max(index, other)] <= draft.usual_gap
        and _is_entry(draft, other)
        for other in (index - 1, index + 1)
    )


def _is_entry(draft: Draft, index: int) -> bool:
    low = fold(draft.text[index]).strip(" |·•–-")
    return draft.size[index] <= _ENTRY and (low in draft.cues.menu or low in draft.cues.menu_end)


def _imprint_lines(draft: Draft) -> None:
    """Lines of publisher, place and edition at the head or the foot of a text, with the title that tops them."""
    total = len(draft)
    edge = 12
    for index in (*range(min(edge, total)), *range(max(edge, total - edge), total)):
        if draft.role[index] is None and (draft.size[index] <= 140 or _is_block(draft, index)):
            low = fold(draft.text[index])
            last = index == total - 1 and draft.size[index] <= _IMPRINT
            told = last and _PUBLISHED.search(low)
            told = told or (
                index >= total - _COLOPHON and draft.size[index] <= _EDITED and _COMPILED.search(low)
            )
            if told or (draft.cues.imprint_start.find_start(low) and not _is_posting(draft, index)):
                draft.put(index, "imprint", "imprint_line")
                over = _around_imprint(draft, index) if index >= total - edge else index
                if over and over >= total - edge and draft.text[over - 1] in draft.text[: min(4, over - 1)]:
                    draft.put(over - 1, "imprint", "imprint_title")


def _is_posting(draft: Draft, index: int) -> bool:
    """True for who put a page up on which day: ``Published by Ada Marsh on May 12, 2013``."""
    text = draft.text[index]
    return bare_posting(text) != text and is_dateline(text, draft.size[index], draft.cues) == "date"


def _is_block(draft: Draft, index: int) -> bool:
    """True for several short lines that were joined."""
    return draft.lines(index) > 1 and max(map(len, draft.raw_lines(index))) <= _IMPRINT


def _around_imprint(draft: Draft, index: int) -> int:
    """Label the short lines printed tight around the imprint at the end; return the index of the first one."""
    below = index + 1
    while below < len(draft) and draft.gap[below] == 0 and _may_be_imprint(draft, below):
        draft.put(below, "imprint", "imprint_line")
        below += 1
    tail = range(below, len(draft))
    if len(tail) <= _TAIL_LINES and all(
        _may_be_imprint(draft, i) and _DATED.search(draft.text[i]) for i in tail
    ):
        for last in tail:
            draft.put(last, "imprint", "imprint_line")
    while index and draft.gap[index] == 0 and _may_be_imprint(draft, index - 1):
        index -= 1
        draft.put(index, "imprint", "imprint_line")
    return index


def _may_be_imprint(draft: Draft, index: int) -> bool:
    return draft.role[index] is None and draft.size[index] <= _IMPRINT and not draft.prose[index]


def _words(text: str) -> list[str]:
    return [word.strip(".,;:()“”\"'[]").casefold() for word in text[:1200].split()]
