"""Lists that are told by their lines together: behind a colon, in order, the parts of a play, what is defined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.lists import FIELD, is_marked, is_table
from corpus_pkg.parse.roles.shape import division

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_CAST, _APPEARS, _MANY = 40, 120, 3
"""Columns of the heading over those who appear in a play, and of their lines; and how many there are at least."""
_SET = re.compile(
    r"(?:the )?(?:scenes?|times?|places?|settings?|period|action)"
    r"(?:\s?[:.—–]|\s(?:is|in|of|takes|passes|lies)\b)",
    re.IGNORECASE,
)
"""How the line begins that says where and when a play is set."""
_TOLD = re.compile(
    rf"{FIELD.pattern}|[^\W\d_a-zß-ÿа-я][\w.’'-]*(?:\s[\w.’'-]+){{1,3}},\s[^\W\d_]"
    r"|\d{1,2}[.:]\d\d(?:\s(?:Uhr|h|hrs|[ap]\.?m\.?|ч\.?))?\s[^\W\d_]"
)
"""How a line of a list begins: a name and a colon, a name and a comma, an hour."""
_TALK = 2
"""Persons of a dialogue whose scene is told below them, at least."""
_SENTENCE, _ENTRY = 24, 80
"""Columns of a sentence that announces entries at least, and of an entry at most."""
_CODE = re.compile(r"[={}\[\]<>_\\#@|]|\w\(|::")
_DASH = re.compile(r"[–—-]\s")
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|lastly|finally"
    r"|erstens|zweitens|drittens|viertens|premièrement|deuxièmement|troisièmement|primero|segundo|tercero|cuarto"
    r"|во-первых|во-вторых|в-третьих|첫째|둘째|셋째|넷째|다섯째|여섯째|第一|第二|第三|第四|第五)"
    r"(?:[,、:，는로 ]|\.\s?[-–—])",
    re.IGNORECASE,
)
_PAIR = 2
"""Entries behind a colon that make a list where the text goes on tight below them."""


def spread_lists(draft: Draft) -> None:
    """Points without marks: what follows a colon in parallel paragraphs, and paragraphs that count themselves."""
    total = len(draft)
    for index in range(total - 1):
        if draft.role[index] not in (None, "list_item"):
            continue
        if draft.text[index][-1] in ":：":
            end = index + 1
            while (
                end < total and draft.role[end] is None and draft.text[end][-1] in ",;" and end - index <= 30
            ):
                end += 1
            if end - index >= 3 or (end - index == _PAIR and end < total and not draft.gap[end]):
                for point in range(index + 1, min(end + 1, total)):
                    if point < end or draft.text[point][-1] not in ":：":
                        draft.put(point, "list_item", "after_colon")
            end = index + 1
            while end < total and draft.role[end] is None and _DASH.match(draft.text[end]):
                end += 1
            if end - index >= 3:
                for point in range(index + 1, end):
                    draft.put(point, "list_item", "after_colon")
            _put_entries(draft, index)
        elif not draft.stop[index] and _announces(draft, index):
            _put_points(draft, index)
        if draft.size[index] <= _CAST and fold(draft.text[index]).rstrip(".: ") in draft.cues.cast:
            _put_cast(draft, index)
        if _ORDINAL.match(draft.text[index]) and _ORDINAL.match(draft.text[index + 1]):
            draft.put(index, "list_item", "ordinal")
            draft.put(index + 1, "list_item", "ordinal")


def _are_defined(draft: Draft, row: list[int]) -> bool:
    """True where most lines are sentences, each behind a name and a colon."""
    return sum(draft.stop[entry] and FIELD.match(draft.text[entry]) is not None for entry in row) * 2 > len(
        row
    )


def _are_named(draft: Draft, row: list[int]) -> bool:
    """True for unfinished lines under a short one that stands apart: each with an hour, or a name and a comma."""
    head = row[0] - 1
    return (
        head > 0
        and not any(draft.stop[entry] or draft.text[entry][-1] in ",;:" for entry in row)
        and draft.gap[row[0]] > 0
        and draft.gap[head] > 0
        and draft.size[head] <= _CAST
        and not draft.stop[head]
        and draft.text[head][0].isupper()
        and draft.text[head][-1] not in ",;:"
        and draft.role[head] in (None, "heading")
    )


def put_told(draft: Draft) -> None:
    """Label the lines of a list, three or more printed tight: what it defines, or under a heading who was what.

    ``Voe: an inlet of the sea.``, ``Alois Kern, brakeman``, ``9.00 Uhr Festzug``.
    """
    row: list[int] = []
    for index in range(len(draft) + 1):
        told = (
            index < len(draft)
            and draft.role[index] is None
            and draft.lines(index) == 1
            and draft.size[index] <= _APPEARS
            and _TOLD.match(draft.text[index]) is not None
        )
        if row and (not told or draft.gap[index]):
            if len(row) >= _MANY and (_are_defined(draft, row) or _are_named(draft, row)):
                for entry in row:
                    draft.put(entry, "list_item", "told")
            row = []
        if told:
            row.append(index)


def _put_entries(draft: Draft, announcing: int) -> None:
    """Label short unfinished lines next to each other right under a sentence that ends with a colon: two or more."""
    end = first = announcing + 1
    if draft.marks or draft.size[announcing] < _SENTENCE or draft.gap[first] > 1:
        return
    while (
        end < len(draft)
        and draft.role[end] is None
        and draft.lines(end) == 1
        and not draft.stop[end]
        and draft.size[end] <= _ENTRY
        and draft.text[end][0].isalpha()
        and not is_table(draft, end)
        and (end == first or draft.gap[end] == 0)
    ):
        end += 1
    if end - first > 1 and (end == len(draft) or draft.gap[end] > 0):
        for point in range(first, end):
            draft.put(point, "list_item", "after_colon")


def _announces(draft: Draft, index: int) -> bool:
    """True for a line that two points or more carry on, each in small letters: ``We call upon the Governments``."""
    if draft.marks or not draft.text[index][0].isupper() or is_marked(draft.text[index]):
        return False
    return all(
        following < len(draft)
        and draft.role[following] is None
        and draft.text[following][0].islower()
        and draft.text[following].rstrip(" ,").endswith((";", "; and", "; or"))
        and not is_marked(draft.text[following])
        and _CODE.search(draft.text[following]) is None
        for following in (index + 1, index + 2)
    )


def _put_points(draft: Draft, announcing: int) -> None:
    """Label the points that carry on a line, up to the one that ends the sentence."""
    draft.put(announcing, "body", "announces")
    for index in range(announcing + 1, len(draft)):
        if draft.role[index] is not None or not draft.text[index][0].islower():
            return
        draft.put(index, "list_item", "carries_on")
        if draft.stop[index] and draft.text[index][-1] != ";":
            return


def _put_cast(draft: Draft, heading: int) -> None:
    """Label those who appear in a play, three or more lines under the heading that no gap parts."""
    end = heading + 1
    while (
        end < len(draft)
        and draft.role[end] is None
        and draft.size[end] <= _APPEARS
        and draft.gap[end] <= max(draft.gap[heading + 1], 1)
        and not division(draft.text[end], draft.cues)
        and not _SET.match(draft.text[end])
        and (end == heading + 1 or draft.gap[end] <= draft.gap[heading + 2])
    ):
        end += 1
    if end - heading > (_TALK if end < len(draft) and _SET.match(draft.text[end]) else _MANY):
        draft.put(heading, "heading", "cast")
        for index in range(heading + 1, end):
            draft.put(index, *(("table", "columns") if is_table(draft, index) else ("list_item", "cast")))
