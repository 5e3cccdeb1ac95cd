"""What belongs to the page: its number, its running head and foot, ornaments between sections."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.draft import OMITTED
from corpus_pkg.parse.roles.running_heads import (
    CHAPTERS,
    DIGITS,
    put_facing_pages,
    put_high_numbers,
    put_page_ends,
    put_page_rows,
    put_running_heads,
)
from corpus_pkg.parse.subtitles import is_times

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_NUMBER = re.compile(
    r"[-–—~·•\[(|\s]*(?:(?:p(?:age|\.)?|pp\.|seite|s\.|pág(?:ina|\.)?|стр(?:аница|\.)?|第|제)\s?)?(?:\d{1,5}(?:\.\d{1,3})?|[ivxlc]{1,7})(?:\s?(?:/|of|von|de|из)\s?\d{1,4})?(?:\s?[頁页쪽면])?[-–—~·•\])|.\s]*\Z",
    re.IGNORECASE,
)
_VOLUME_PAGE = re.compile(r"#+ p\. .*#{3,}\Z")
_DITTO = re.compile(r"-[-. ]{6,}\Z")
_TURNED = re.compile(
    r"(?:continued (?:on|from)|turn to) page \d{1,4}\Z"
    r"|[(\[（](?:(?:continued (?:on|from)|turn to|see) page|(?:pasa a|viene de) la p|下转|上接|\d+면에"
    r"|(?:fortsetzung|suite|segue|continua|продолжение|окончание|начало)\b.{0,20}\d)",
    re.IGNORECASE,
)
"""Where an article goes on in its paper."""
_EAST_PAGE = re.compile("[〇一二三四五六七八九]{2,3}\\Z")
"""The number of a page digit by digit, as no chapter is counted: ``一七``."""
_COLUMN = re.compile(r"\([A-D]\)\Z")
"""The mark of a column in minutes of proceedings."""
_EAST_DIGITS = "〇一二三四五六七八九"
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
            if first in "cCtT" and _TURNED.match(text):
                draft.put(index, "page_furniture", "turned")
            continue
        if text != OMITTED and not any(map(str.isalnum, text)):
            draft.put(index, "page_furniture", "ornament")
        elif first in "([（" and _TURNED.match(text):
            draft.put(index, "page_furniture", "turned")
        elif first in _EAST_DIGITS and _EAST_PAGE.match(text):
            draft.put(index, "page_furniture", "page_number")
        elif first == "(" and _COLUMN.match(text):
            draft.put(index, "page_furniture", "column")
        elif _VOLUME_PAGE.match(text) or (_NUMBER.match(text) and draft.lines(index) == 1):
            if (
                _VOLUME_PAGE.match(text)
                or (not text.isdigit() and text.strip()[0] in "-–—~·•" and any(map(str.isdigit, text)))
                or _is_front_page(draft, index)
            ):
                draft.put(index, "page_furniture", "page_number")
            else:
                numbers.append(index)
    put_high_numbers(draft, numbers)
    put_page_rows(draft)
    put_page_ends(draft)
    put_facing_pages(draft, numbers)
    _number_sequences(draft, numbers)
    _cells(draft)
    put_running_heads(draft)


def _is_front_page(draft: Draft, index: int) -> bool:
    """True for the number of a page before the text, ``xiv``, apart, where no sections are numbered so."""
    text = draft.text[index]
    apart = draft.gap[index] > 0 and draft.gap_after(index) > 0 and index > 0
    return apart and text.isalpha() and text.islower() and "i" not in draft.repeats


def _subtitles(draft: Draft) -> None:
    """Label the times of subtitles and the numbers over them; what is between is speech."""
    times = [index for index, text in enumerate(draft.text) if is_times(text)]
    if len(times) * 4 < len(draft):
        return
    for index in times:
        draft.put(index, "page_furniture", "subtitle")
        if index and draft.text[index - 1].isdigit():
            draft.put(index - 1, "page_furniture", "subtitle")
    for index in range(times[0] + 1, len(draft)):
        draft.put(index, "body", "subtitle")


def _number_sequences(draft: Draft, numbers: list[int]) -> None:
    """Tell page numbers, which rise through the text and cut it, from numbers of chapters and cells of tables."""
    values = {index: int(found[0]) for index in numbers if (found := DIGITS.search(draft.text[index]))}
    rising: set[int] = set()
    order = list(values)
    for index, following in pairwise(order):
        if (
            1 <= values[following] - values[index] <= 2
            and following - index >= 3
            and "." not in draft.text[index]
        ):
            rising |= {index, following}
    years = all(1500 <= values[index] <= 2100 for index in rising)
    chapters = years or _are_chapters(draft, sorted(rising), values)
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
    return len(values) == 1 and values[index] > CHAPTERS and 0 < index < len(draft) - 1


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
