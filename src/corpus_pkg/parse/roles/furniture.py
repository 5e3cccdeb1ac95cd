"""What belongs to the page: its number, its running head and foot, ornaments between sections."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_NUMBER = re.compile(
    r"[-–—~\[(|\s]*(?:(?:p(?:age|\.)?|pp\.|seite|s\.|pág(?:ina|\.)?|стр(?:аница|\.)?|第|제)\s?)?(?:\d{1,4}(?:\.\d{1,3})?|[ivxlc]{1,7})(?:\s?(?:/|of|von|de|из)\s?\d{1,4})?(?:\s?[頁页쪽면])?[-–—~\])|.\s]*\Z",
    re.IGNORECASE,
)
_VOLUME_PAGE = re.compile(r"#+ p\. .*#{3,}\Z")
_DIGITS = re.compile(r"\d+")


def find_furniture(draft: Draft) -> None:
    """Label ornaments, page numbers, and the short lines that recur beside page numbers."""
    numbers: list[int] = []
    for index, text in enumerate(draft.text):
        if draft.size[index] > 60:
            continue
        if not any(map(str.isalnum, text)):
            draft.put(index, "page_furniture", "ornament")
        elif _VOLUME_PAGE.match(text) or (_NUMBER.match(text) and draft.lines(index) == 1):
            if _VOLUME_PAGE.match(text) or (not text.isdigit() and text.strip()[0] in "-–—~" and any(map(str.isdigit, text))):
                draft.put(index, "page_furniture", "page_number")
            else:
                numbers.append(index)
    _number_sequences(draft, numbers)
    _running_heads(draft)


def _number_sequences(draft: Draft, numbers: list[int]) -> None:
    """Bare numbers are page numbers where they rise by one or two over at least some lines, or stand alone in a gap."""
    values = {index: int(found[0]) for index in numbers if (found := _DIGITS.search(draft.text[index]))}
    rising: set[int] = set()
    order = list(values)
    for index, following in zip(order, order[1:], strict=False):
        step = values[following] - values[index]
        apart = following - index
        if 1 <= step <= 2 and apart >= 3 and "." not in draft.text[index]:
            rising |= {index, following}
    for index in order:
        text = draft.text[index]
        if index in rising:
            draft.put(index, "page_furniture", "page_number")
        elif len(order) <= max(3, len(draft) // 40) and draft.gap[index] >= 2 and draft.gap_after(index) >= 1 and not 1500 <= values[index] <= 2100:
            draft.put(index, "page_furniture", "lone_number")
        elif text.casefold().startswith(("page ", "seite ", "p. ", "стр")):
            draft.put(index, "page_furniture", "page_number")


def _running_heads(draft: Draft) -> None:
    """Short lines that stand beside page numbers at least three times with the same words."""
    beside: Counter[str] = Counter()
    where: dict[str, list[int]] = {}
    pages = [index for index, role in enumerate(draft.role) if role == "page_furniture" and draft.rule[index] != "ornament"]
    if len(pages) < 3:
        return
    for page in pages:
        for index in (page - 1, page + 1):
            if 0 <= index < len(draft) and draft.role[index] is None and draft.size[index] <= 80 and draft.lines(index) == 1:
                key = _DIGITS.sub("#", draft.text[index]).casefold()
                beside[key] += 1
                where.setdefault(key, []).append(index)
    for key, count in beside.items():
        if count >= 3:
            for index in where[key]:
                if not draft.prose[index]:
                    draft.put(index, "page_furniture", "running_head")
