"""Which of the lines over a text is its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.lists import is_marked
from corpus_pkg.parse.roles.mastheads import under_masthead, under_section
from corpus_pkg.parse.roles.page_titles import choose_page_title
from corpus_pkg.parse.roles.shape import division, is_person
from corpus_pkg.parse.roles.speech_titles import names_speaker, names_speeches, opens_speech, was_spoken
from corpus_pkg.parse.roles.title_lines import HEAD_REACH, key_of, may_be_title

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_MINUTE = re.compile(r"(?<!\d)\d{1,2}[:시]\s?\d\d(?!\d)")
_SITE = 24
"""Columns of the name of a site over a posting, at most."""
_NAMED = 20
"""Columns from which a line that stands in a page again and again may yet be its title."""
_CRY = 120
"""Columns of a title that ends like a sentence, at most."""
_SPEECH, _LINES, _CALL = 200, 4, 60
"""Columns and lines of what stands over the call of a speech, and columns of the call, at most."""
_BELOW = 6
"""Lines of the running text of a page among which its title may yet stand."""


def choose_title(draft: Draft, region: tuple[int, int] | None) -> int | None:
    """The index of the printed title.

    A line repeated in the head, else the first line from the top; on a captured page the likeliest one.
    """
    if draft.marks and "title" in draft.role:
        return draft.role.index("title")
    candidates = _candidates(draft, region)
    if not candidates:
        return None
    if region:
        return choose_page_title(draft, candidates, region)
    if (spoken := _spoken(draft, candidates)) is not None:
        return spoken
    keys = [key_of(draft.text[index]) for index in candidates]
    for index, key in zip(candidates, keys, strict=True):
        if keys.count(key) > 1 and not is_marked(draft.text[index]):
            return index
    return (
        under_masthead(draft, candidates[0])
        or _over_posting(draft, candidates)
        or under_section(draft, candidates)
    )


def _over_posting(draft: Draft, candidates: list[int]) -> int | None:
    """The second candidate over the day and the minute of a posting, under the short name of a site or who wrote it."""
    first, second = candidates[0], candidates[1] if len(candidates) > 1 else candidates[0]
    below = second + 1
    if second != first + 1 or below >= len(draft) or draft.role[below] != "dateline":
        return None
    if _MINUTE.search(draft.text[below]) is None:
        return None
    name, comma, _ = draft.text[first].partition(", ")
    if comma and is_person(name):
        draft.put(first, "dateline", "author")
    elif draft.size[first] <= _SITE and 2 * draft.size[second] >= 3 * draft.size[first]:
        draft.put(first, "navigation", "site_head")
    else:
        return None
    return second


def _spoken(draft: Draft, candidates: list[int]) -> int | None:
    """The first candidate or the second, where it tells what speech it heads; the first may name who spoke."""
    first, second = candidates[0], candidates[1] if len(candidates) > 1 else None
    if opens_speech(draft.text[first], draft.size[first]):
        return first
    if second != first + 1 or not opens_speech(draft.text[second], draft.size[second]):
        return None
    if names_speeches(draft.text[first]):
        draft.put(first, "dateline", "section")
        return second
    if is_person(draft.text[first]) and not names_speaker(draft.text[second]):
        draft.put(first, "title", "byline")
        return second
    return None


def _candidates(draft: Draft, region: tuple[int, int] | None) -> list[int]:
    found: list[int] = []
    end = region[0] + 1 if region else len(draft)
    while region and end < region[1] and draft.role[end - 1] == "dateline":
        end += 1  # a text may open with its day, over its title
    for index in range(end):
        again = region and draft.rule[index] == "repeated" and draft.size[index] >= _NAMED
        if (draft.role[index] not in (None, "dateline") and not again) or (not region and draft.prose[index]):
            if _heads_speech(draft, index):
                return [index]
            if draft.prose[index] and draft.role[index] is None and not _is_said_twice(draft, index):
                break
            if draft.role[index] is not None or not _is_said_twice(draft, index):
                continue
        if draft.role[index] == "dateline":
            if found and not region:
                break
        elif (
            (not draft.prose[index] or (region and _calls(draft, index)) or _is_said_twice(draft, index))
            and may_be_title(draft, index)
            and not _belongs_above(draft, index)
        ):
            found.append(index)
            if not region and len(found) >= HEAD_REACH:
                break
    return found + _said_again(draft, region) if region else found


def _is_said_twice(draft: Draft, index: int) -> bool:
    """True for a cry in the head of a text that stands there again: a title, however long."""
    text = draft.text[index]
    return index < HEAD_REACH and text[-1] in "?!？！…" and text in draft.text[index + 1 : index + HEAD_REACH]


def _heads_speech(draft: Draft, index: int) -> bool:
    """True for what opens a text over the call of a speech: who speaks, where and when, with or without a stop."""
    below = index + 1
    if index == 0 and draft.role[0] is None and opens_speech(draft.text[0], draft.size[0]):
        return (
            not draft.stop[0]
            or was_spoken(draft.text[0])
            or (below < len(draft) and _is_called(draft, below))
        )
    return (
        index == 0
        and below < len(draft)
        and draft.role[0] is None
        and draft.size[0] <= _SPEECH
        and draft.lines(0) <= _LINES
        and draft.text[0][-1] not in ",;:!?"
        and draft.size[below] <= _CALL
        and draft.text[below][-1] in "!,:！，："
        and draft.cues.salutation.find_start(fold(draft.text[below][:_CALL])) is not None
        and draft.cues.salutation.find_start(fold(draft.text[0][:_CALL])) is None
    )


def _is_called(draft: Draft, index: int) -> bool:
    """True for a remark in brackets, a stamp, and the call of a speech."""
    text = draft.text[index]
    return (
        draft.rule[index] == "stamp"
        or (text[0] in "(（" and text[-1] in ")）")
        or draft.cues.salutation.find_start(fold(text[:_CALL])) is not None
    )


def _calls(draft: Draft, index: int) -> bool:
    """True for a line apart that ends as a report does not: with a cry, a question, something left out."""
    return draft.text[index][-1] in "?!？！…" and draft.size[index] <= _CRY and draft.gap_after(index) > 0


def _said_again(draft: Draft, region: tuple[int, int]) -> list[int]:
    """Lines right under the first paragraph of the running text that stand elsewhere too: it was a notice."""
    return [
        index
        for index in range(region[0] + 1, min(region[1], region[0] + _BELOW))
        if draft.size[index] >= _NAMED
        and draft.role[index] is None
        and not draft.prose[index]
        and may_be_title(draft, index)
        and draft.text.count(draft.text[index]) > 1
    ]


def _belongs_above(draft: Draft, index: int) -> bool:
    """True right under the number of a part, whose name it is, and under a quotation, whose author it names."""
    if not index:
        return False
    over = draft.text[index - 1]
    return division(over, draft.cues) is not None or (
        over[0] in QUOTE_OPEN and over[-1] in "”“»」』" and draft.stop[index - 1]
    )
