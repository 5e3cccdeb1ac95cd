"""Notes at the end of a text and at the foot of its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_LINK = 80
"""Columns of an entry of a menu under the notes at most."""
_NUMBERED = re.compile(r"[(\[]?(\d{1,3})[.)\]]?\s+\S")
_BRACKETED = re.compile(r"[(\[]?\d{1,3}[)\]](?=\s)")
_MARKED = re.compile(r"[(\[]?\d{1,3}[.)\]]?\s|[*†‡↑^]")
_LETTERED = re.compile(r"(\((?:[a-z]|\d{1,2}|\*{1,3})\))\s\S")
_NEAR = 6
"""Paragraphs and rows over a note among which its mark stands, where nothing else shows the foot of a page."""
_REACH = 40_000
"""Characters above a note in which its mark stands behind a word."""
_CITES = re.compile(
    r"\b(?:pp?\.\s?\d|vols?\.\s?[\dIVX]|ff\.|fols?\.\s?\d|ibid|op\.\s?cit|loc\.\s?cit|cf\.|vgl\.|ebd|ebenda|a\.\s?a\.\s?o\."
    r"|s\.\s?\d|bd\.\s?\d|см\.|там же|указ\. соч|[ст]\.\s?\d|cfr\.|véase|ibíd)"
    r"|참조|위의 책|앞의 책|\d\s?쪽|[参參][见見照]|同上|前掲|\d\s?[页頁]",
    re.IGNORECASE,
)
"""How notes refer: to pages, volumes, and to the note before."""
_PAGE_ENDS = frozenset({"page_number", "lone_number", "running_head"})


def find_notes(draft: Draft) -> None:
    """Label the paragraphs under a heading such as Endnotes, and those that cite or are referred to at a foot."""
    _notes(draft)
    _notes_at_foot(draft)
    _notes_below(draft)


def _notes(draft: Draft) -> None:
    """The paragraphs under a heading such as Endnotes in the last part of a text."""
    total = len(draft)
    for index in range(total // 3, total):
        if draft.size[index] > 24 or draft.role[index] is not None:
            continue
        if fold(draft.text[index]).rstrip(".:") in draft.cues.notes_heading and index + 2 < total:
            draft.put(index, "heading", "notes_heading")
            marked = _MARKED.match(draft.text[index + 1]) is not None
            for below in range(index + 1, total):
                if draft.role[below] not in (None, "page_furniture") or (
                    marked and _is_link_after(draft, below)
                ):
                    break
                if below > index + 1 and fold(draft.text[below]).rstrip(".:") in draft.cues.front:
                    break  # the next part of a book
                draft.put(below, "footnote", "notes_section")


def _notes_at_foot(draft: Draft) -> None:
    """Numbered paragraphs that cite, at the foot of a page or of the text: no running text follows them there."""
    for foot in _feet(draft):
        notes = _numbered_up_to(draft, foot)
        over = draft.text[notes[-1] - 1] if notes and notes[-1] else ""
        if over and _is_referred(draft, notes):
            for note in notes:
                draft.put(note, "footnote", "referred")
            continue
        citing = sum(cites(draft.text[note]) for note in notes)
        if not over or citing * 2 < len(notes):
            continue
        if over[-1] not in ":：" and fold(over).rstrip(".: ") not in draft.cues.works_heading:
            for note in notes:
                draft.put(note, "footnote", "cites")


def _notes_below(draft: Draft) -> None:
    """Paragraphs behind a mark in brackets that stands once in the few paragraphs or rows above, behind a word."""
    for index, text in enumerate(draft.text):
        if text[0] != "(" or draft.role[index] is not None or not index:
            continue
        mark = _LETTERED.match(text)
        if mark is None or draft.text[index - 1][-1] in ":：":
            continue
        above = draft.text[max(0, index - _NEAR) : index]
        behind = re.compile(rf"[\w.,;:!?»”\"')]\s?{re.escape(mark[1])}(?!\w)")
        if sum(len(behind.findall(line)) for line in above) == 1 and not any(
            line.startswith("(") and _LETTERED.match(line) and draft.role[at] is None
            for at, line in enumerate(above, max(0, index - _NEAR))
        ):
            draft.put(index, "footnote", "referred")


def _is_referred(draft: Draft, notes: list[int]) -> bool:
    """True where the mark of every note, in brackets, stands behind a word of the text, once."""
    for note in notes:
        mark = _BRACKETED.match(draft.text[note])
        above = draft.source[
            max(0, draft.segments[note].span.start - _REACH) : draft.segments[note].span.start
        ]
        if mark is None or len(re.findall(rf"[\w.,;:!?»”\"')]\s?{re.escape(mark[0])}(?!\w)", above)) != 1:
            return False
    return True


def _is_link_after(draft: Draft, index: int) -> bool:
    """True for a short line without a mark or an end under notes that have them: the menu at the foot of a page."""
    text = draft.text[index]
    return (
        draft.size[index] <= _LINK
        and not draft.stop[index]
        and not _MARKED.match(text)
        and not text[0].islower()
    )


def _feet(draft: Draft) -> list[int]:
    """The last paragraph of every page and of the text, page furniture aside."""
    feet: dict[int, None] = {}
    last = None
    for index, role in enumerate(draft.role):
        if last is not None and draft.rule[index] in _PAGE_ENDS:
            feet[last] = None
        if role != "page_furniture":
            last = index
    if last is not None:
        feet[last] = None
    return list(feet)


def _numbered_up_to(draft: Draft, last: int) -> list[int]:
    """The paragraphs that count up to the last one of a page one by one, that one first."""
    notes: list[int] = []
    number = 0
    for index in range(last, -1, -1):
        found = _NUMBERED.match(draft.text[index]) if draft.role[index] is None else None
        if found is None or (notes and number - int(found[1]) != 1):
            break
        notes.append(index)
        number = int(found[1])
    return notes


def cites(text: str) -> bool:
    """True for a text that refers as notes do: to pages, volumes, the note before."""
    return _CITES.search(text) is not None
