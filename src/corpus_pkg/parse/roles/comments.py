"""Readers' comments under the text of a web page: who says what, and when, between the buttons to answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import MARKS, fold, word_lists
from corpus_pkg.parse.roles.datelines import is_dateline
from corpus_pkg.parse.roles.menus import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.roles.draft import Draft

_WORDS = word_lists("comments")
_UNSPACED = frozenset(start for start in _WORDS["heading"] if start[0] >= "\u3040")
"""Those of scripts that write other words before them without a space."""
_HEADING = 100
"""Columns of the line over the comments at most."""
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_DAY = re.compile(r"\b(?:19|20)\d\d(?:\b|年|년)|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
_AGO = re.compile(
    r"\bvor \d+ (?:minute|stunde|tag|woche|monat|jahr)|\bil y a \d+|\bhace \d+|\bhá \d+|(?:منذ|قبل) \d"
    r"|\d+ [^\W\d_]{1,8}\.? (?:ago|назад|тому|fa\b|temu|önce|trước|yang lalu|geleden|sedan|siden|πριν|पहले)"
    r"|\d\s?(?:분|시간|일|주|개월|달|년)\s?전|\d\s?(?:分|時間|日|週間|か月|ヶ月|年)前|\d\s?(?:分钟|小时|天|周|个月|年)前",
    re.IGNORECASE,
)
"""How long ago somebody wrote."""
_HEAD, _NAME = 1, 30
"""Paragraphs of a text over which its head stands, and columns of the name of who comments or of a menu's entry."""
_POSTED, _UNDER, _BUTTON = 110, 3, 8
"""Columns of the line that says when somebody wrote, and the lines under another in which it stands, or under it the
button to answer."""
_FIELD = " *:：()"
_TRIM = " .:…()[]"
_WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+")


def add_comments(hits: dict[int, Hit], draft: Draft) -> None:
    """Add a hit for each line that says who commented and when, and for lines that count comments over such.

    Somebody commented where a line that tells the minute calls itself a comment or has a button to answer. Over the
    second paragraph of running text is the head of the page.
    """
    told = [index for index in range(len(draft)) if draft.prose[index] and index not in hits]
    first = told[_HEAD] if len(told) > _HEAD else len(draft)
    posted = [index for index in range(first, len(draft)) if _is_posted(draft, index)]
    for at, index in enumerate(posted):
        end = min(posted[at + 1] if at + 1 < len(posted) else len(draft), index + _BUTTON)
        if _comments(draft.text[index]) or any(map(_answers, draft.text[index + 1 : end])):
            hits.setdefault(index, Hit("boilerplate", "comment"))
            if _names(draft, index - 1):
                hits.setdefault(index - 1, Hit("boilerplate", "comment"))
        for over in range(max(first, index - _UNDER), index):
            if any(map(str.isdigit, draft.text[over])) and _heads(draft, over):
                hits.setdefault(over, Hit("navigation", "end"))


def _comments(text: str) -> bool:
    """True for a line that calls itself a comment, and does not count them, or ends with a button to answer."""
    words = _WORD.findall(fold(text))
    named = any(words[0].startswith(start) for start in _WORDS["heading"]) and not words[1].isdigit()
    return named or words[-1] in _WORDS["reply"]


def _names(draft: Draft, index: int) -> bool:
    """True for a short line tight over one that tells a minute and nothing else: who commented."""
    below = index + 1
    return (
        draft.gap[below] == 0
        and draft.size[index] <= _NAME
        and not draft.stop[index]
        and not any(map(str.isdigit, draft.text[index]))
        and is_dateline(draft.text[below], draft.size[below], draft.cues) == "date"
    )


def _answers(text: str) -> bool:
    return fold(text).strip(_TRIM) in _WORDS["reply"]


def _is_posted(draft: Draft, index: int) -> bool:
    """True for an unfinished line that says the day and the minute, or how long ago."""
    text = draft.text[index]
    if draft.size[index] > _POSTED or draft.stop[index] or not any(map(str.isdigit, text)):
        return False
    return (_CLOCK.search(text) is not None and _DAY.search(text) is not None) or (
        _AGO.search(text) is not None
    )


def find_comments(draft: Draft, indices: Sequence[int]) -> None:
    """Label what readers wrote among ``indices``, the segments under the text of a captured page.

    Comments stand under a line that speaks of them and reach to the next menu that is no button to answer, or to the
    foot of the page. At least one of their lines says what o'clock it was, or a button to answer stands among them:
    else it is the next menu that stands under that line.
    """
    found: list[int] | None = None
    told = False
    for index in indices:
        if draft.rule[index] == "comment":
            found, told = found or [], True
            continue
        answers, heads = _is_button(draft.text[index]), _heads(draft, index)
        if told and heads and draft.rule[index].startswith("notice:") and draft.gap_after(index):
            _put(draft, found, told=told)  # who may comment is said last
            found, told = None, False
        elif answers or heads:
            told = told or (answers and found is not None)
            found = found or []
        elif draft.role[index] == "navigation" or draft.rule[index] == "copyright":
            _leave_menu(draft, found or [], index)
            _put(draft, found, told=told)
            found, told = None, False
        if found is not None and draft.role[index] is None and not answers:
            found.append(index)
            told = told or _CLOCK.search(draft.text[index]) is not None
    _put(draft, found, told=told)


def find_forms(draft: Draft, indices: Sequence[int]) -> None:
    """Label the fields of the form under a line that asks for a comment, whatever a menu may call by their names."""
    asked = False
    for index in indices:
        low = fold(draft.text[index])
        if draft.size[index] <= _HEADING and any(phrase in low for phrase in _WORDS["form"]):
            asked = True
        elif asked and draft.gap[index] <= 1 and low.strip(_FIELD) in _WORDS["field"]:
            draft.role[index] = None
            draft.put(index, "boilerplate", "form")
        else:
            asked = False


def _leave_menu(draft: Draft, found: list[int], index: int) -> None:
    """Take the entries of a menu off what was found over a known one, up to the blank line over the menu."""
    for at in range(len(found) - 1, 0, -1):
        entry = found[at]
        if entry != index - 1 or draft.gap[index] or draft.stop[entry] or draft.size[entry] > _NAME:
            return
        if _is_posted(draft, entry):
            return
        if draft.gap[entry]:
            del found[at:]
            return
        index = entry


def _put(draft: Draft, found: Sequence[int] | None, *, told: bool) -> None:
    if told:
        for index in found or ():
            draft.put(index, "boilerplate", "comment")


def _is_button(text: str) -> bool:
    return fold(text).strip(_TRIM) in _WORDS["answer"]


def _heads(draft: Draft, index: int) -> bool:
    """True for a line over comments, of which one beside the text lists the latest of all pages."""
    if draft.size[index] > _HEADING or draft.stop[index] or draft.role[index] == "title":
        return False
    words = _WORD.findall(fold(draft.text[index]))
    speaks = any(
        word.startswith(start) or (start in _UNSPACED and start in word)
        for word in words
        for start in _WORDS["heading"]
    )
    return speaks and _WORDS["latest"].isdisjoint(words)
