"""Running heads and feet: the lines beside the numbers of pages that name the book or the chapter."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.datelines import is_dateline
from corpus_pkg.parse.roles.mastheads import names_periodical

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

DIGITS = re.compile(r"\d+")
CHAPTERS = 40
"""Numbers that chapters have at most."""
_CAPITALS, _PAGES = 60, 1000
"""Columns of a head in capitals at most, and numbers that are none of pages any more."""
_LEAVES = 2
"""Pages between two that name the book or the chapter, at most."""
_HEAD = 110
"""Columns of a running head at most."""
_WIDE = "  "
"""White space that parts a number from its head."""
_APART = re.compile(r"\t| {3,}")
_NUMBERED_HEAD = re.compile(r"\d{1,4}\s+(?P<after>\D.+)|(?P<before>.+?)\s+\d{1,4}")
_PAGE_CELL = re.compile(r"(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{2,7})\Z")


def put_page_rows(draft: Draft) -> None:
    """A page's number and its head on one line, parted by a tab, or by three spaces where the head is in capitals.

    The first line of a text, the last, one apart, or one of several whose numbers rise by a page or two.
    """
    if not draft.has_columns and _WIDE not in draft.source:
        return
    rows: list[tuple[int, int]] = []
    for index, segment in enumerate(draft.segments):
        if draft.size[index] > _HEAD or segment.line_start != segment.line_end:
            continue
        raw = draft.source[segment.span.start : segment.span.end]
        if "\t" not in raw and not (_WIDE in raw and raw.isupper()):
            continue
        cells = [cell.strip() for cell in _APART.split(raw) if cell.strip()]
        if len(cells) not in {2, 3} or draft.stop[index] or not any(map(str.isalpha, raw)):
            continue
        page = next((cell for cell in (cells[0], cells[-1]) if _PAGE_CELL.match(cell)), "")
        if not page:
            continue
        apart = draft.gap[index] >= 1 and draft.gap_after(index) >= 1
        over = raw.isupper() and page.isdigit() and any(draft.prose[max(0, index - 1) : index + 3])
        if index in {0, len(draft) - 1} or (apart and (over or draft.gap[index] >= 2)):
            draft.put(index, "page_furniture", "page_row")
        if page.isdigit():
            rows.append((index, int(page)))
    for (index, number), (following, next_number) in pairwise(rows):
        # Rows of a table stand next to each other, pages of text between these.
        if 1 <= next_number - number <= _LEAVES and any(draft.prose[index + 1 : following]):
            draft.put(index, "page_furniture", "page_row")
            draft.put(following, "page_furniture", "page_row")


def put_page_ends(draft: Draft) -> None:
    """The first and the last line of a page out of a magazine: its number beside the magazine's name, or the date."""
    found = []
    for index in {0, len(draft) - 1} if len(draft) else ():
        page = _NUMBERED_HEAD.fullmatch(draft.text[index]) if draft.size[index] <= _CAPITALS else None
        if page is not None and not draft.stop[index]:
            found.append((index, page["after"] or page["before"]))
    if any(name.isupper() and names_periodical(name) for _, name in found):
        for index, name in found:
            if name.isupper() and (names_periodical(name) or is_dateline(name, len(name), draft.cues)):
                draft.put(index, "page_furniture", "page_row")


def put_high_numbers(draft: Draft, numbers: list[int]) -> None:
    """A number too high for a chapter right over or under a line of capitals, near running text: a page, its head."""
    for index in numbers:
        if not draft.text[index].isdigit() or not CHAPTERS < int(draft.text[index]) < _PAGES:
            continue
        for head in (index - 1, index + 1):
            if (
                0 <= head < len(draft)
                and any(draft.prose[max(0, index - 3) : index + 4])
                and draft.text[head].isupper()
                and draft.size[head] <= _CAPITALS
                and draft.segments[max(head, index)].line_start
                == draft.segments[min(head, index)].line_end + 1
                and draft.lines(head) == 1
            ):
                draft.put(index, "page_furniture", "page_number")
                draft.put(head, "page_furniture", "running_head")


def put_facing_pages(draft: Draft, numbers: list[int]) -> None:
    """Two numbers of pages next to each other, or but one, with the same line beside both: numbers and heads."""
    values = {index: int(draft.text[index]) for index in numbers if draft.text[index].isdigit()}
    order = list(values)
    pages: set[int] = set()
    for place, index in enumerate(order):
        for following in order[place + 1 : place + 3]:
            if not 1 <= values[following] - values[index] <= 2:
                continue
            here, there = _heads_beside(draft, index), _heads_beside(draft, following)
            for head in here.keys() & there.keys():
                pages |= {index, following}
                draft.put(here[head], "page_furniture", "running_head")
                draft.put(there[head], "page_furniture", "running_head")
    ahead = {values[index] - place for place, index in enumerate(order) if index in pages}
    for place, index in enumerate(order):
        if values[index] - place in ahead:
            draft.put(index, "page_furniture", "page_number")
            # Right pages may name the chapter where left ones name the book.
            heads = _heads_beside(draft, index).values()
            for beside in heads:
                if any(draft.rule[other] == "running_head" for other in heads):
                    break
                if draft.text[beside].isupper() and draft.size[beside] <= _CAPITALS:
                    draft.put(beside, "page_furniture", "running_head")


def _heads_beside(draft: Draft, page: int) -> dict[str, int]:
    """The lines right over and under a number that may be running heads, figures put out of mind, and their indices."""
    found = {}
    for index in (page - 1, page + 1):
        if (
            0 <= index < len(draft)
            and draft.size[index] <= _HEAD
            and draft.lines(index) == 1
            and any(map(str.isalpha, draft.text[index]))
            and draft.gap[max(page, index)] <= 1
            and not draft.text[index][0].islower()
            and (not draft.stop[index] or draft.text[index].isupper())
        ):
            found[DIGITS.sub("#", draft.text[index])] = index
    return found


def put_running_heads(draft: Draft) -> None:
    """Short lines that stand beside page numbers at least three times with the same words."""
    beside: Counter[str] = Counter()
    where: dict[str, list[int]] = {}
    pages = [
        index
        for index, role in enumerate(draft.role)
        if role == "page_furniture" and draft.rule[index] != "ornament"
    ]
    if len(pages) < 3:
        return
    for page in pages:
        for index in (page - 1, page + 1):
            if (
                0 <= index < len(draft)
                and draft.role[index] is None
                and draft.size[index] <= 80
                and draft.lines(index) == 1
            ):
                key = DIGITS.sub("#", draft.text[index])
                beside[key] += 1
                where.setdefault(key, []).append(index)
    for key, count in beside.items():
        if count >= 3:
            for index in where[key]:
                if not draft.prose[index]:
                    draft.put(index, "page_furniture", "running_head")
