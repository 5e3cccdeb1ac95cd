"""Headings: short lines that open a section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.heading_shapes import (
    QUOTES,
    ends_part,
    is_appeal,
    is_headline,
    is_initials,
    is_instrument,
    is_long_title,
    is_shown,
)
from corpus_pkg.parse.roles.letters import heads_letter, is_call
from corpus_pkg.parse.roles.lists import (
    is_contact,
    is_counted_heading,
    is_field,
    is_listed,
    is_numbered_heading,
    is_table,
)
from corpus_pkg.parse.roles.pictures import heads_pictures
from corpus_pkg.parse.roles.shape import all_capitals, division, is_cased, title_case
from corpus_pkg.parse.roles.valedictions import is_closing
from corpus_pkg.parse.roles.voices import is_speaker

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_USUAL, _LONG = 90, 160
"""Columns of a heading as most are, and of running text, whether or not it is cut."""
_KOREAN_SENTENCE = re.compile(r"(?:다|요|까|오|라|자|음|함|임|됨)[.!?\"'”’)\]]*\Z")
_ABBREVIATED = re.compile(
    r"\s(?:Esq|Jr|Sr|M\.\s?[AD]|LL\.\s?D|D\.\s?D|B\.\s?A|F\.\s?R\.\s?S|Co|Bart|S\.\s?J|O\.\s?P)\.\Z"
)
"""What stands shortened at the end of a title: ``Letter from Wendell Phillips, Esq.``"""


def is_heading(draft: Draft, index: int, *, web: bool, pictures: bool) -> bool:
    """True for a short line that opens a section: by number, by typography, and by the text under it."""
    text, size = draft.text[index], draft.size[index]
    if draft.headed and draft.marks[index].kind == "set":
        return False  # code, or what a program printed: the headings of such a page are marked
    if text[0] in "（(" and is_counted_heading(draft, index):
        return True
    if not (text[0].isalnum() or text[0] in QUOTE_OPEN + "¿¡§" or (web and _in_quotes(text))) or not any(
        map(str.isalpha, text)
    ):
        return False
    lettered = text[0].islower() and text[1:2] == ")" and is_numbered_heading(draft, index)
    if lettered and draft.gap[index] and draft.gap_after(index) and draft.prose[index + 1]:
        return True
    if draft.lines(index) > 1 and is_instrument(draft, index):
        return True
    if size > _USUAL and is_long_title(draft, index):
        return True
    if size > 140 or draft.lines(index) > 3 or text[0].islower() or text[0] in "—–-―•*(/":
        return False
    if is_field(draft, index) or is_contact(text) or is_call(draft, text):
        return False
    if draft.stop[index] and is_speaker(draft, index):
        return False
    if (
        index + 1 < len(draft)
        and not draft.stop[index]
        and is_closing(draft, index + 1)
        and draft.prose[index - 1]
    ):
        return False  # the last words of a letter: "and believe me"
    if not web and draft.stop[index] and fold(text).rstrip(".") in draft.cues.columns:
        return draft.gap[index] > 0 and draft.gap_after(index) > 0
    kind = division(text, draft.cues) if text[-1] not in ",;" else None
    if kind and (not draft.stop[index] or kind == "numeral" or all_capitals(text) or len(text.split()) <= 4):
        return True
    words = text.split()
    if is_initials(text) or ends_part(draft, index) or (not web and is_shown(draft, index)):
        return False
    if len(words) > 20 or text[-1] in ",;:—–-，、；：":
        return False
    titled = title_case(text) if is_cased(text) else False
    capitals = all_capitals(text)
    if (
        text[0] in QUOTES
        and text[-1] in "”»“\"」』’'"
        and is_cased(text)
        and not (web and _is_said(draft, index))
        and not (titled and is_headline(draft, index))
    ):
        return False
    if draft.stop[index] and is_appeal(draft, index):
        return True
    if heads_letter(draft, index):
        return True
    if draft.stop[index] and not (titled and _ABBREVIATED.search(text)):
        if capitals and len(words) <= 12:
            return _opens(draft, index) and draft.repeats[text] < 3
        if text[-1] not in "?!？！" or text[0] in QUOTE_OPEN:
            return False
        # A question or a cry may be a title, but speech looks the same: it must stand apart or follow a number.
        before = draft.role_before(index)
        apart = (
            draft.gap[index] > draft.usual_gap
            or before == "heading"
            or (before == "verse" and draft.anthology)
        )
        if not (apart and (titled or not is_cased(text)) and len(words) >= 2):
            return False
    if draft.lines(index) > 2 and not capitals:
        return False
    low = fold(text).rstrip(".: ")
    if low in draft.cues.front:
        return True
    if pictures:
        titled = titled or capitals
        return (titled and is_numbered_heading(draft, index)) or heads_pictures(draft, index, titled=titled)
    if not is_cased(text):
        if size > 70 or (_KOREAN_SENTENCE.search(text) and len(text) > 12):
            return False
        return is_counted_heading(draft, index) or _opens(draft, index, reach=1)
    if (
        not (draft.gap[index] or draft.gap_after(index))
        and index
        and not web
        and (size > 50 or len(words) > 7)
    ):
        return False
    if not (titled or capitals) and len(draft) >= 150 and draft.looks_english:
        return False
    if not (titled or capitals) and (size > 90 or len(words) > 14):
        return False
    if sum(map(str.isalpha, text)) * 2 < len(text):
        return False
    return _opens(draft, index)


def _in_quotes(text: str) -> bool:
    """True for words between two single quotation marks, and no other."""
    return text[0] in "‘'" and text[-1] in "’'" and text[1:2].isalpha() and "'" not in text[1:-1]


def _is_said(draft: Draft, index: int) -> bool:
    """True for words of somebody that head a part of an article: no sentence, with running text on both sides."""
    after = index + 1
    return (
        not draft.stop[index]
        and len(draft.text[index].split()) > 1
        and bool(index)
        and (draft.stop[index - 1] or draft.role[index - 1] == "boilerplate")
        and after < len(draft)
        and draft.prose[after]
    )


def _opens(draft: Draft, index: int, *, reach: int = 3) -> bool:
    """True where running text follows, datelines, further headings, verse and furniture aside."""
    seen = 0
    for after in range(index + 1, min(len(draft), index + 9)):
        role = draft.role[after]
        if role in ("page_furniture", "dateline", "heading", "caption", "footnote"):
            continue
        if role in ("boilerplate", "navigation", "imprint"):
            return False
        if role in ("list_item", "verse", "quotation") or (
            (reach > 1 or (after == index + 1 and index and draft.stop[index - 1]))
            and is_listed(draft, after)
        ):
            return True
        if after == index + 1 and draft.gap[after] and draft.has_columns and is_table(draft, after):
            return True
        if (
            draft.prose[after]
            or draft.size[after] >= _LONG
            or (draft.stop[after] and draft.size[after] >= 12)
            or draft.text[after][-1] in ",;:—"
        ):
            return True
        if draft.lines(after) >= 2:
            return True
        seen += 1
        if seen > reach:
            return False
    return False
