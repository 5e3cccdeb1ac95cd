"""What belongs to the page: its number, its running head and foot, ornaments between sections."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_NUMBER = re.compile(
    r"[-–—~\[(|\s]*(?:(?:p(?:age|\.)?|pp\.|seite|s\.|pág(?:ina|\.)?|стр(?:аница|\.)?|第|제)\s?)?(?:\d{1,5}(?:\.\d{1,3})?|[ivxlc]{1,7})(?:\s?(?:/|of|von|de|из)\s?\d{1,4})?(?:\s?[頁页쪽면])?[-–—~\])|.\s]*\Z",
    re.IGNORECASE,
)
_VOLUME_PAGE = re.compile(r"#+ p\. .*#{3,}\Z")
_DIGITS = re.compile(r"\d+")
_DITTO = re.compile(r"-[-. ]{6,}\Z")
_TIMES = re.compile(r"(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3} --> ")
_CHAPTERS = 40
_CAPITALS, _PAGES = 60, 1000
_LEAVES = 2
"""Pages between two that name the book or the chapter, at most."""
_HEAD = 110
"""Columns of a running head at most."""
_WIDE = "   "
_APART = re.compile(r"\t| {3,}")
_PAGE_CELL = re.compile(r"(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{2,7})\Z")
_TURNED = re.compile(
    r"[(\[（](?:(?:continued (?:on|from)|turn to|see) page|(?:pasa a|viene de) la p|下转|上接|\d+면에"
    r"|(?:fortsetzung|suite|segue|continua|продолжение|окончание|начало)\b.{0,20}\d)",
    re.IGNORECASE,
)
"""Where an article goes on in its paper."""
_COLUMN = re.compile(r"\([A-D]\)\Z")
"""The mark of a column in minutes of proceedings."""
_CELL = re.compile(r"[-+±$€£¥₩]?\d[\d.,\s]*%?\Z")


def find_furniture(draft: Draft) -> None:
    """Label ornaments, page numbers, and the short lines that recur beside page numbers."""
    if "-->" in draft.source:
        _subtitles(draft)
    numbers: list[int] = []
    for index, text in enumerate(draft.text):
        if draft.size[index] > 60:
            if text[0] == "#" and _VOLUME_PAGE.match(text):
                draft.put(index, "page_furniture", "page_number")
            continue
        first = text[0]
        if first.isalpha() and draft.size[index] > 12 and first not in "pPsS第제с":
            continue
        if not any(map(str.isalnum, text)):
            draft.put(index, "page_furniture", "ornament")
        elif first in "([（" and _TURNED.match(text):
            draft.put(index, "page_furniture", "turned")
        elif first == "(" and _COLUMN.match(text):
            draft.put(index, "page_furniture", "column")
        elif _VOLUME_PAGE.match(text) or (_NUMBER.match(text) and draft.lines(index) == 1):
            if _VOLUME_PAGE.match(text) or (
                not text.isdigit() and text.strip()[0] in "-–—~" and any(map(str.isdigit, text))
            ):
                draft.put(index, "page_furniture", "page_number")
            else:
                numbers.append(index)
    _high_numbers(draft, numbers)
    if draft.has_columns or _WIDE in draft.source:
        _page_rows(draft)
    _facing_pages(draft, numbers)
    _number_sequences(draft, numbers)
    _cells(draft)
    _running_heads(draft)


def _subtitles(draft: Draft) -> None:
    """Label the times of subtitles and the numbers over them; what is between is speech."""
    times = [index for index, text in enumerate(draft.text) if _TIMES.match(text)]
    if len(times) * 4 < len(draft):
        return
    for index in times:
        draft.put(index, "page_furniture", "subtitle")
        if index and draft.text[index - 1].isdigit():
            draft.put(index - 1, "page_furniture", "subtitle")
    for index in range(times[0] + 1, len(draft)):
        draft.put(index, "body", "subtitle")


def _page_rows(draft: Draft) -> None:
    """A page's number and its head on one line, parted by a tab, or by three spaces where the head is in capitals.

    The first line of a text, the last, one apart, or one of several whose numbers rise by a page or two.
    """
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
        if index in {0, len(draft) - 1} or (draft.gap[index] >= 2 and draft.gap_after(index) >= 1):
            draft.put(index, "page_furniture", "page_row")
        if page.isdigit():
            rows.append((index, int(page)))
    for (index, number), (following, next_number) in pairwise(rows):
        # Rows of a table stand next to each other, pages of text between these.
        if 1 <= next_number - number <= _LEAVES and any(draft.prose[index + 1 : following]):
            draft.put(index, "page_furniture", "page_row")
            draft.put(following, "page_furniture", "page_row")


def _high_numbers(draft: Draft, numbers: list[int]) -> None:
    """A number too high for a chapter right over or under a line of capitals, near running text: a page, its head."""
    for index in numbers:
        if not draft.text[index].isdigit() or not _CHAPTERS < int(draft.text[index]) < _PAGES:
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


def _facing_pages(draft: Draft, numbers: list[int]) -> None:
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
    if not pages:
        return
    for place, index in enumerate(order):
        if any(values[index] - values[page] == place - order.index(page) for page in pages):
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
            found[_DIGITS.sub("#", draft.text[index])] = index
    return found


def _number_sequences(draft: Draft, numbers: list[int]) -> None:
    """Tell page numbers, which rise through the text and cut it, from numbers of chapters and cells of tables."""
    values = {index: int(found[0]) for index in numbers if (found := _DIGITS.search(draft.text[index]))}
    rising: list[int] = []
    order = list(values)
    for index, following in pairwise(order):
        if (
            1 <= values[following] - values[index] <= 2
            and following - index >= 3
            and "." not in draft.text[index]
        ):
            rising += [index, following]
    years = all(1500 <= values[index] <= 2100 for index in rising)
    chapters = years or _are_chapters(draft, sorted(set(rising)), values)
    for index in order:
        text = draft.text[index]
        if index in rising:
            draft.put(index, *(("heading", "number") if chapters else ("page_furniture", "page_number")))
        elif text.casefold().startswith(("page ", "seite ", "p. ", "стр")):
            draft.put(index, "page_furniture", "page_number")
        elif (
            len(order) <= max(3, len(draft) // 40)
            and draft.gap[index] >= (1 if index == len(draft) - 1 or _is_alone(draft, index, values) else 2)
            and draft.gap_after(index) >= 1
            and not 1500 <= values[index] <= 2100
        ):
            draft.put(index, "page_furniture", "lone_number")


def _is_alone(draft: Draft, index: int, values: dict[int, int]) -> bool:
    """True for the only number of a text, too high for a chapter, inside it."""
    return len(values) == 1 and values[index] > _CHAPTERS and 0 < index < len(draft) - 1


def _are_chapters(draft: Draft, rising: list[int], values: dict[int, int]) -> bool:
    """Numbers that count from one and never cut a sentence head chapters."""
    if len(rising) < 2 or values[rising[0]] > 2 or rising[-1] - rising[0] < 8 * (len(rising) - 1):
        return False
    return all(
        values[index] == number + values[rising[0]]
        and (index == 0 or draft.stop[index - 1] or draft.size[index - 1] < 60)
        and (index + 1 >= len(draft) or not draft.text[index + 1][0].islower())
        for number, index in enumerate(rising)
    )


def _cells(draft: Draft) -> None:
    """Three numbers in a row, and lines of dashes that stand for what is the same, are cells of a table."""
    run: list[int] = []
    ditto: list[int] = []
    for index, text in enumerate(draft.text):
        first = text[0]
        if (first.isdigit() or first in "-+±$€£¥₩") and draft.size[index] <= 24 and _CELL.match(text):
            run.append(index)
            continue
        if len(run) >= 3:
            _put_cells(draft, run)
        run = []
        if first == "-" and _DITTO.match(text):
            ditto.append(index)
    if len(run) >= 3:
        _put_cells(draft, run)
    for index, following in pairwise(ditto):
        if following - index <= 2:
            for cell in range(index, following + 1):
                if draft.size[cell] <= 60:
                    _put_cells(draft, [cell])


def _put_cells(draft: Draft, cells: list[int]) -> None:
    for index in cells:
        if draft.rule[index] != "page_number":
            draft.role[index] = None
            draft.put(index, "table", "cells")


def _running_heads(draft: Draft) -> None:
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
                key = _DIGITS.sub("#", draft.text[index])
                beside[key] += 1
                where.setdefault(key, []).append(index)
    for key, count in beside.items():
        if count >= 3:
            for index in where[key]:
                if not draft.prose[index]:
                    draft.put(index, "page_furniture", "running_head")
