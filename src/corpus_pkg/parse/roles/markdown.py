"""Marks that plain text has from Markdown: hashes before headings, angles before quotations, pictures, links alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_HASHED = re.compile(r"#{1,6}\s+[^\W_]|#{1,6}\s+[“\"«„(*_¿¡]")
_PICTURE = re.compile(r"(?:\[\s?)?!\[[^\[\]]*\]\([^()]*\)(?:\s?\]\([^()]*\))?\Z")
_LINKS = re.compile(
    r"(?:[|·•*+/-]*\s*\[[^\[\]]{1,80}\]\([^()\s]{1,300}\)\s*+){1,40}+"
    r"(?:[|·•]*|\s?[-–—(·|]\s?[^\[\].!?]{1,24})\Z"
)
_QUOTED = re.compile(r">(?:\s|>?\s?[^\W_]|\Z)(?!>>)")
_FEWEST = 2
"""Links on a line, and points of links in a row, that make a menu."""
_HEADING = 160


def find_markdown(draft: Draft) -> None:
    """Label what the marks of Markdown name; a hash that stands tight over or under a line may be a comment in code."""
    if "](" in draft.source:
        _find_links(draft)
    hashed = "#" in draft.source
    quoted = "\n>" in draft.source
    if not (hashed or quoted):
        return
    for index, text in enumerate(draft.text):
        if draft.role[index] is not None:
            continue
        if text[0] == "#" and hashed and draft.size[index] <= _HEADING and _HASHED.match(text):
            if text[1] != "#" and not any(map(_HASHED.match, draft.text[:index])):
                continue  # the title
            if draft.lines(index) == 1 and (draft.gap[index] or not index) and draft.gap_after(index):
                draft.put(index, "heading", "hash_mark")
        elif text[0] == ">" and quoted and all(map(_QUOTED.match, draft.raw_lines(index))):
            draft.put(index, "quotation", "angle_mark")


def _find_links(draft: Draft) -> None:
    told = [index for index in range(len(draft)) if draft.prose[index]]
    lines = [segment.text for segment in draft.segments]
    linked = [text[0] in "[!|·•*+-/" and _LINKS.match(text) is not None for text in lines]
    for index, text in enumerate(lines):
        if draft.role[index] is not None:
            continue
        if "![" in text[:3] and _PICTURE.match(text):
            draft.put(index, "caption", "picture_mark")
        elif linked[index]:
            around = not told or index < told[0] or index > told[-1]
            beside = around and any(
                0 <= other < len(draft) and linked[other] and draft.gap[max(index, other)] == 0
                for other in (index - 1, index + 1)
            )
            if beside or text.count("](") >= _FEWEST:
                draft.put(index, "navigation", "linked_line")
