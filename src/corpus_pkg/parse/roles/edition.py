"""Pages about the edition: imprint and colophon, the Project Gutenberg frame, notes at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_TAIL = 0.8
"""The share of a document after which a colophon runs to the end."""


def find_edition(draft: Draft) -> None:
    """Label the apparatus of editions."""
    _gutenberg(draft)
    _imprint_sections(draft)
    _imprint_lines(draft)
    _notes(draft)


def _gutenberg(draft: Draft) -> None:
    cues = draft.cues
    total = len(draft)
    start = end = None
    is_gutenberg = any(
        cues.gutenberg_head.find_start(text[:60].casefold().lstrip("\ufeff")) for text in draft.text[:6]
    )
    for index, text in enumerate(draft.text):
        low = text[:60].casefold()
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
            if cues.notice_start.find_start(draft.text[index][:40].casefold()):
                draft.put(index, "boilerplate", "gutenberg_credits")


def _imprint_sections(draft: Draft) -> None:
    """A heading such as Imprint or Colophon, and the paragraphs under it that speak of the edition."""
    total = len(draft)
    for index, text in enumerate(draft.text):
        if draft.size[index] > 24 or draft.role[index] is not None:
            continue
        if text.casefold().rstrip(".:") not in draft.cues.imprint_heading:
            continue
        late = draft.segments[index].span.end > _TAIL * len(draft.source) and total > 12
        draft.put(index, "imprint", "imprint_heading")
        for below in range(index + 1, total):
            if draft.role[below] == "page_furniture":
                continue
            words = frozenset(_words(draft.text[below]))
            if late or draft.cues.imprint_words.find(draft.text[below].casefold(), words):
                draft.put(below, "imprint", "imprint_section")
            else:
                break


def _imprint_lines(draft: Draft) -> None:
    """Lines of publisher, place and edition at the head or the foot of a text, with the title that tops them."""
    total = len(draft)
    edge = 12
    for index in (*range(min(edge, total)), *range(max(edge, total - edge), total)):
        if draft.size[index] <= 140 and draft.role[index] is None:
            low = draft.text[index].casefold()
            if draft.cues.imprint_start.find_start(low):
                draft.put(index, "imprint", "imprint_line")
                if index >= total - edge and index and draft.text[index - 1] in draft.text[:4]:
                    draft.put(index - 1, "imprint", "imprint_title")


def _notes(draft: Draft) -> None:
    """The paragraphs under a heading such as Endnotes in the last part of a text."""
    total = len(draft)
    for index in range(total // 3, total):
        if draft.size[index] > 24 or draft.role[index] is not None:
            continue
        if draft.text[index].casefold().rstrip(".:") in draft.cues.notes_heading and index + 2 < total:
            draft.put(index, "heading", "notes_heading")
            for below in range(index + 1, total):
                if draft.role[below] not in (None, "page_furniture"):
                    break
                draft.put(below, "footnote", "notes_section")


def _words(text: str) -> list[str]:
    return [word.strip(".,;:()“”\"'[]").casefold() for word in text[:1200].split()]
