"""The head of a document: its title, and the lines that date and place it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.shape import division, is_dateline, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_REACH = 12
"""How many segments from the top a title may stand, menus aside."""
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av|автор:?|text:)\s", re.IGNORECASE)
_SITE = re.compile(r"\s+[|»›>–—\-:]+\s+")


def find_head(draft: Draft, *, web: bool) -> None:
    """Label datelines everywhere, then the title and its repetitions."""
    for index, text in enumerate(draft.text):
        if draft.role[index] is None and draft.size[index] <= 110:
            rule = is_dateline(text, draft.size[index], draft.cues)
            if rule and (rule != "year" or (index and draft.role[index - 1] == "dateline")):
                draft.put(index, "dateline", rule)
    title = _title(draft, web=web)
    if title is None:
        return
    folded = _key(draft.text[title])
    prose = next((index for index in range(len(draft)) if draft.prose[index]), len(draft))
    for index, text in enumerate(draft.text):
        if _key(text) == folded and draft.role[index] in (None, "navigation"):
            if index < prose or draft.role[index] is None and not web:
                draft.role[index] = None
                draft.put(index, "title", "title" if index == title else "title_repeated")
    following = title + 1
    if following < len(draft) and draft.role[following] is None and _BYLINE.match(draft.text[following]) and draft.size[following] <= 80:
        draft.put(following, "title" if len(draft) > 150 else "dateline", "byline")


def _key(text: str) -> str:
    return text.casefold().strip(" .*_")


def _title(draft: Draft, *, web: bool) -> int | None:
    """The index of the printed title: repeated lines first, then the last candidate over the text of a web page,
    else the first candidate from the top."""
    candidates: list[int] = []
    for index in range(len(draft)):
        if draft.prose[index] or len(candidates) >= _REACH:
            break
        if draft.role[index] is not None and draft.role[index] != "dateline" and not (web and index < 3 and draft.rule[index] in ("breadcrumbs", "outside_content")):
            continue
        if draft.role[index] == "dateline":
            if candidates:
                break
            continue
        if _may_be_title(draft, index):
            candidates.append(index)
    if not candidates:
        return None
    counts: dict[str, int] = {}
    for index in candidates:
        counts[_key(draft.text[index])] = counts.get(_key(draft.text[index]), 0) + 1
    for index in candidates:
        if counts[_key(draft.text[index])] > 1:
            return index
    if web:
        top = _key(draft.text[0])
        for index in candidates[1:]:
            if draft.size[index] >= 8 and top.startswith(_key(draft.text[index])):
                return index
        open_ = [index for index in candidates if draft.role[index] is None]
        return open_[0] if open_ else None
    return candidates[0]


def _may_be_title(draft: Draft, index: int) -> bool:
    text, size = draft.text[index], draft.size[index]
    if size > 200 or size < 2 or draft.lines(index) > 4 or text[0].islower():
        return False
    if text[-1] in ",;:" or not any(map(str.isalnum, text)):
        return False
    if text.startswith(("[", "(", "http", "www.")) or division(text, draft.cues):
        return False
    if draft.stop[index] and not title_case(text) and text[-1] not in "?!？！":
        return False
    return not text.isdigit()


def site_parts(text: str) -> list[str]:
    """The parts of a line such as "Title | Site" or "Title > Section"."""
    return [part for part in _SITE.split(text) if part]
