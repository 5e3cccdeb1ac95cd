"""Pages of encyclopaedias: headings with the links to edit them, and the list of these headings over the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.edit_links import ends_with_edit_link, without_edit_link
from corpus_pkg.parse.roles.cues import fold

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+")
_FEWEST = 2
"""Headings that a list of contents names at least."""


def find_encyclopaedia(draft: Draft) -> tuple[int, int] | None:
    """Label headings by their links, and the contents over them; return the first heading and the last, if any."""
    headings = [index for index, text in enumerate(draft.text) if ends_with_edit_link(text)]
    if not headings:
        return None
    names = {_name(without_edit_link(draft.text[index])) for index in headings}
    for index in headings:
        draft.put(index, "heading", "edit_link")
    listed = [
        index
        for index in range(headings[0])
        if draft.size[index] <= 100 and _name(draft.text[index]) in names
    ]
    if len(listed) >= _FEWEST:
        for index in listed:
            draft.put(index, "navigation", "contents")
        over = listed[0] - 1
        if over >= 0 and fold(draft.text[over]).strip(" .:") in draft.cues.front:
            draft.put(over, "navigation", "contents")
    return headings[0], headings[-1]


def _name(text: str) -> str:
    return _NUMBER.sub("", text, count=1).casefold().strip()
