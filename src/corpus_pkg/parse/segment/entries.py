"""Where entries divide a group of lines however it is set: chronologies, subtitles, dates on lines of their own."""

from __future__ import annotations

import re
from operator import or_
from typing import TYPE_CHECKING

from corpus_pkg.parse.chronology import (
    begins_entry,
    is_day_alone,
    is_like_entry,
    is_month_alone,
    is_year_alone,
    may_begin_entry,
)
from corpus_pkg.parse.segment.marks import ends_sentence
from corpus_pkg.parse.segment.words import WORDS
from corpus_pkg.parse.subtitles import is_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.segment.lines import Line

_TOLD = 3
"""Lines from which dates that running text may begin with make a chronology."""
_TOP = 12
"""Lines at the top of a text among which its title stands."""
_TITLE = 80
_BY = re.compile(
    r"(?:by|von|par|por|av|door)\s(?:[^\W\d_a-zß-ÿ][\w.’'-]*\s(?:(?:de|del|van|von|and|und|et|y)\s)?){1,5}[^\W\d_a-zß-ÿ][\w’'-]+\Z"
)
_PAGE = re.compile("4[1-9]|[5-9][0-9]|[1-9][0-9]{2}")
_RUNNING = 60
"""Columns of a running head, at most."""
_WRITTEN = re.compile(r"(?:by|by:|von|par|por|di|da|door|av|oleh)\s([A-ZÀ-Þ][^.,;:!?\d]{2,50})\Z")
_WRITERS = 5
_OF = frozenset(WORDS["of_names"])
"""A byline in lower case, the words of a name at most, and what stands in lower case in one."""
_DATED = 80
"""Columns of the line under a byline that dates what stands over it, at most."""


def entry_breaks(group: Sequence[Line], sizes: Sequence[int], width: int | None) -> list[int]:
    """The indices of the lines before which entries begin; ``sizes`` are columns, ``width`` where prose wraps."""
    return (
        _entries(group, sizes, width)
        + _subtitles(group)
        + _dates(group)
        + _byline(group)
        + _page_head(group, sizes)
    )


def _entries(group: Sequence[Line], sizes: Sequence[int], width: int | None) -> list[int]:
    """Breaks before the entries of a chronology, of which a group holds two, or one under its year; else none.

    What is no entry carries on the one before it, unless that ended with a sentence short of the margin. Dates that
    running text may begin with are entries where three or more lines do, each behind the end of a sentence.
    """
    dated = [begins_entry(line.text) for line in group]
    years = [is_year_alone(line.text) for line in group]
    told = [
        may_begin_entry(line.text) and (not index or ends_sentence(group[index - 1].text))
        for index, line in enumerate(group)
    ]
    if sum(told) >= _TOLD:
        dated = list(map(or_, dated, told))
    if sum(dated) + (years[0] and any(dated)) < 2:
        return []
    breaks = []
    inside = dated[0] or years[0]
    for index in range(1, len(group)):
        begins = dated[index] or years[index]
        ended = not width or sizes[index - 1] < 0.84 * width
        if (
            begins
            or years[index - 1]
            or (inside and ended and _begins_anew(group[index - 1].text, group[index].text))
        ):
            breaks.append(index)
            inside = True
    return breaks


def _subtitles(group: Sequence[Line]) -> list[int]:
    """Breaks around the times of subtitles, and after the number over them."""
    return [
        index + beside
        for index, line in enumerate(group)
        if "-->" in line.text and is_times(line.text)
        for beside in (0, 1)
        if 0 < index + beside < len(group)
    ]


def _dates(group: Sequence[Line]) -> list[int]:
    """Breaks around the lines that are a whole date, and between those that are a month of a year.

    A date may be the rest of a sentence that wraps; what stands over one month of an archive may be its name.
    """
    breaks: list[int] = []
    months = [index for index, line in enumerate(group) if is_month_alone(line.text)]
    if len(months) >= 2 and months[-1] - months[0] == len(months) - 1:
        breaks += [index for index in (*months, months[-1] + 1) if 0 < index < len(group)]
    for index, line in enumerate(group):
        if not is_day_alone(line.text):
            continue
        if not index or ends_sentence(group[index - 1].text) or group[index - 1].text[-1] == ":":
            breaks += [beside for beside in (index, index + 1) if 0 < beside < len(group)]
    return breaks


def _byline(group: Sequence[Line]) -> list[int]:
    """Breaks around the line under a title at the top of a text that only says, in lower case, by whom it is."""
    if group[0].number > _TOP or _BY.match(group[1].text) is None:
        return []
    over = group[0].text
    if len(over) > _TITLE or ends_sentence(over) or over[-1] in ",;:" or not over[0].isupper():
        return []
    if len(group) > 2 and group[2].text[0].islower():
        return []
    return [1, 2] if len(group) > 2 else [1]


def _page_head(group: Sequence[Line], sizes: Sequence[int]) -> list[int]:
    """Breaks around a page's number, too high for a chapter, and the running head under or over it."""
    first, second = group[0].text, group[1].text
    number, head = (first, second) if first.isdigit() else (second, first)
    if not _PAGE.fullmatch(number) or not head.isupper() or max(sizes[:2]) > _RUNNING:
        return []
    return [1, 2] if len(group) > 2 else [1]


def _begins_anew(before: str, text: str) -> bool:
    return ends_sentence(before) and (not text[0].islower() or is_like_entry(text))


def is_byline(group: Sequence[Line], index: int) -> bool:
    """True for a line that names who wrote what stands over it, and nothing else, over the line that dates it.

    ``di Redazione`` / ``7 novembre 2017``: no word is in lower case but the first and the particles of names.
    """
    found = _WRITTEN.match(group[index].text)
    if found is None or index + 1 >= len(group):
        return False
    below = group[index + 1].text
    words = found[1].split()
    return (
        len(words) <= _WRITERS
        and all(word[0].isupper() or word in _OF for word in words)
        and len(below) <= _DATED
        and not below[0].islower()
        and any(map(str.isdigit, below))
    )
