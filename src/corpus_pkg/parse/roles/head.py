"""The head of a document: its title, and the lines that date and place it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.lists import is_fact, is_listed
from corpus_pkg.parse.roles.mastheads import SHORT
from corpus_pkg.parse.roles.shape import is_person
from corpus_pkg.parse.roles.stamps import filed_by, is_minute
from corpus_pkg.parse.roles.title_lines import HEAD_REACH, is_row, key_of
from corpus_pkg.parse.roles.titles import choose_title
from corpus_pkg.parse.roles.under_title import file_under_title

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_YEARS = re.compile(r"\d{4}\s?[-–—~]\s?(?:\d{4})?\Z")
_NOTE = re.compile(r"\[\d{1,3}\]\s|\d{1,3}\.?\s?[↑^]\s|[↑^]\s")
_DATELINE, _FILED = 160, 5
"""Columns of a dateline at most, and the lines under a title far from the text that may be one."""
_DOCUMENTS = word_lists("words")["documents"]
_AROUND = " .*_"
"""What may stand around a title that is the same."""


def find_head(draft: Draft, region: tuple[int, int] | None) -> None:
    """Label datelines, then the title and its repetitions.

    ``region`` is where the running text of a captured web page begins and ends; outside it and its head, dates
    belong to menus and notices.
    """
    first, last = region or (0, len(draft) - 1)
    for index in range(max(0, first - HEAD_REACH), min(len(draft), last + 3)):
        _file(draft, index)
    _file_labels(draft)
    title = choose_title(draft, region)
    if title is None:
        return
    for index in range(title + 1, min(title + 1 + _FILED, first - HEAD_REACH)):
        _file(draft, index)
    if draft.role[title] != "title":
        draft.role[title] = None
        draft.put(title, "title", "title")
    prose = next((index for index in range(len(draft)) if draft.prose[index]), len(draft))
    key = key_of(draft.text[title])
    repeated = [index for index, text in enumerate(draft.text) if index != title and _is_called(text, key)]
    for index in repeated:
        if draft.role[index] is None and (region is None or index < prose):
            page = "page_furniture" in draft.role[max(0, index - 1) : index + 2]
            if page and prose < index and any(draft.prose[index + 1 : index + 3]):
                draft.put(index, "page_furniture", "running_head")
            else:
                draft.put(index, "title", "title_repeated")
    for index in repeated:
        if region and title < index < prose:
            _alternative_text(draft, index, prose)
    _over_title(draft, title)
    file_under_title(draft, title)


def _file(draft: Draft, index: int) -> None:
    """Label a line that dates, places or files what stands beside it."""
    if draft.role[index] is not None or draft.size[index] > _DATELINE or _is_part(draft, index):
        return
    rule = filed_by(draft.text[index], draft.size[index], draft.cues)
    if rule is None and _is_rubric(draft, index):
        rule = "rubric"
    if rule is None and _is_minute(draft, index):
        rule = "date"
    if rule == "place_date" and _is_document(draft, index):
        return
    if rule and (rule != "year" or _may_be_years(draft, index)):
        draft.put(index, "dateline", rule)
        if rule == "number" and index and not draft.prose[index - 1]:
            draft.put(index - 1, "imprint", "letterhead")


def _file_labels(draft: Draft) -> None:
    """Label a word that stands alone over the day that it files: ``Date:``."""
    for index in range(min(len(draft) - 1, 2 * HEAD_REACH)):
        text = draft.text[index]
        dated = text[-1] in ":：" and draft.role[index + 1] == "dateline"
        if dated and fold(text).rstrip(" :：") in draft.cues.date_words:
            draft.put(index, "dateline", "date")


def _over_title(draft: Draft, title: int) -> None:
    """Label a bare name printed tight over the title, where an archive tells below which edition it gives."""
    over, below = title - 1, title + 1
    if over < 0 or below == len(draft) or draft.rule[below] != "edition_field":
        return
    if draft.role[over] is None and draft.gap[title] == 0 and is_person(draft.text[over]):
        draft.put(over, "title", "byline")


def _is_part(draft: Draft, index: int) -> bool:
    """True for a caption, a note or a row with a date in it, which only look like datelines."""
    return (
        draft.cues.caption_start.find_start(fold(draft.text[index][:60])) is not None
        or _NOTE.match(draft.text[index]) is not None
        or (draft.has_columns and is_row(draft, index) and not _files(draft, index))
        or is_listed(draft, index)
        or is_fact(draft, index)
    )


def _is_rubric(draft: Draft, index: int) -> bool:
    """True over a short unfinished line, the title of what the line calls by its kind: ``[Interview]``."""
    below = index + 1
    if index > 2 * HEAD_REACH or any(draft.prose[:index]):
        return False
    if fold(draft.text[index]).strip("[]【】<>〈〉: ") not in draft.cues.rubrics or below >= len(draft):
        return False
    return draft.role[below] is None and not draft.prose[below] and not draft.stop[below]


def _is_document(draft: Draft, index: int) -> bool:
    """True at the top of a text for what it is and when it was made: ``Minutes Council 28 January 2017``."""
    text = draft.text[index]
    return (
        index <= 1
        and (not index or draft.size[0] <= SHORT)
        and "," not in text
        and fold(text.split(None, 1)[0]) in _DOCUMENTS
    )


def _is_minute(draft: Draft, index: int) -> bool:
    """True for a day and a minute without a year between a title and the text that it heads: ``02.04 11:40``."""
    below = index + 1
    return (
        0 < index < HEAD_REACH
        and is_minute(draft.text[index])
        and below < len(draft)
        and draft.prose[below]
        and not any(draft.prose[:index])
    )


def _files(draft: Draft, index: int) -> bool:
    """True for a row of the table over an article, which says when and by whom it was written and how often read."""
    return _is_filing(draft, index) and all(
        not is_row(draft, other) or draft.role[other] is not None or _is_filing(draft, other)
        for other in (index - 1, index + 1)
        if 0 <= other < len(draft)
    )


def _is_filing(draft: Draft, index: int) -> bool:
    return fold(draft.text[index].split(None, 1)[0].rstrip(":：")) in draft.cues.date_words


def _may_be_years(draft: Draft, index: int) -> bool:
    """A bare year or two date what stands right over them, if that is no number itself."""
    if not index or draft.gap[index] > 1:
        return False
    if draft.role[index - 1] == "dateline":
        return True
    over = draft.text[index - 1]
    return (
        _YEARS.match(draft.text[index]) is not None and draft.size[index - 1] <= 140 and not over[0].isdigit()
    )


def _alternative_text(draft: Draft, index: int, prose: int) -> None:
    """Lines printed tight against a repetition of the title, under the title: what stands for a picture."""
    for step in (-1, 1):
        other = index + step
        while 0 <= other < prose and draft.role[other] is None and draft.gap[max(other, other - step)] == 0:
            draft.put(other, "caption", "alternative_text")
            other += step


def _is_called(text: str, key: str) -> bool:
    """Tell whether a line is a title's repetition; case folding shortens no text, so that long ones are none."""
    bare = text.strip(_AROUND)
    return len(bare) <= len(key) and bare.casefold() == key
