"""Headings: short lines that open a section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
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
from corpus_pkg.parse.roles.shape import ENDS, all_capitals, division, is_cased, title_case
from corpus_pkg.parse.roles.valedictions import is_closing
from corpus_pkg.parse.roles.voices import is_speaker

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_LONG = 160
"""Columns of running text, whether or not it is cut."""
_APPEALS = re.compile(
    r"(?:to (?:all|the|our|every)|an (?:alle|die|das|den)|à (?:tous|toutes|la|nos)|aux?"
    r"|a (?:todos|todas|los|las|la)|aos?|às?|ai|alle|a tutti"
    r"|ко? (?:всем|трудящимся|рабочим|гражданам|населению)|всем)\s",
    re.IGNORECASE,
)
"""How a cry begins that names those to whom a text appeals."""
_ADDRESSED = 2
_INSTRUMENT = 300
"""Columns of the name of an instrument at most."""
_BOOK, _ANNOUNCING = 150, 3
"""Paragraphs of a book at least, and spaces in a sentence that announces what a sign says."""
_USUAL, _LONGEST, _LISTED = 90, 400, 5
"""Columns of a long title of a chapter, and words to a comma in it at least."""
_QUOTES = QUOTE_OPEN + "‘'"
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
    if draft.lines(index) > 1 and _is_instrument(draft, index):
        return True
    if size > _USUAL and _is_long_title(draft, index):
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
    if _is_initials(text) or _ends_part(draft, index) or (not web and _is_shown(draft, index)):
        return False
    if len(words) > 20 or text[-1] in ",;:—–-，、；：":
        return False
    titled = title_case(text) if is_cased(text) else False
    capitals = all_capitals(text)
    if (
        text[0] in _QUOTES
        and text[-1] in "”»“\"」』’'"
        and is_cased(text)
        and not (web and _is_said(draft, index))
        and not (titled and _is_headline(draft, index))
    ):
        return False
    if draft.stop[index] and _is_appeal(draft, index):
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


def _is_initials(text: str) -> bool:
    """True for letters and points alone, which sign a text or end a proof and head nothing: ``A. B.``, ``Q.E.D.``."""
    return text[-1] == "." and all(
        len(part) == 1 and part.isupper() for part in text[:-1].replace(" ", "").split(".")
    )


def _is_shown(draft: Draft, index: int) -> bool:
    """True for the words of a sign or a card that a sentence of a book has announced: ``The board said:``."""
    if not index or len(draft) < _BOOK or not is_cased(draft.text[index]):
        return False
    above = draft.text[index - 1].rstrip("—―–-")
    return (
        above[-1:] == ":"
        and above.count(" ") >= _ANNOUNCING
        and not all_capitals(draft.text[index])
        and fold(draft.text[index]).rstrip(".: ") not in draft.cues.front
    )


def _ends_part(draft: Draft, index: int) -> bool:
    """True for the words under the last sentence of a book or a part, unless a poem is called so."""
    below = index + 1
    return (
        ENDS.fullmatch(draft.text[index]) is not None
        and draft.stop[index - 1]
        and (below == len(draft) or draft.segments[below].rule != "stanza")
    )


def _is_long_title(draft: Draft, index: int) -> bool:
    """True for a long title in which every word has its capital, between a number or running text and running text.

    Names in a row are capitalised too, but commas part them.
    """
    text, below = draft.text[index], index + 1
    while below < len(draft) and draft.role[below] == "page_furniture":
        below += 1
    if draft.size[index] > _LONGEST or not (is_cased(text) and title_case(text)):
        return False
    if draft.stop[index] and text[-1] not in "?!":
        return False
    if text.count(",") * _LISTED > text.count(" ") or text[-1] in ",;:—–-" or text[0] in _QUOTES:
        return False
    if draft.gap[index] == 0 or below == len(draft):
        return False
    over = index - 1
    while over > 0 and draft.role[over] == "page_furniture":
        over -= 1
    if draft.role[over] == "heading" and division(draft.text[over], draft.cues):
        return True
    return draft.stop[over] and (draft.prose[below] or draft.stop[below])


def _is_instrument(draft: Draft, index: int) -> bool:
    """True for words in capitals that the line below goes on from: ``AGREEMENT`` / ``between Norham and Skerry``."""
    lines = draft.raw_lines(index)
    return (
        all_capitals(lines[0])
        and len(lines[0].split()) <= _ADDRESSED + 1
        and lines[0][-1].isalpha()
        and lines[1][0].islower()
        and not draft.stop[index]
        and draft.size[index] <= _INSTRUMENT
        and index + 1 < len(draft)
        and draft.gap[index] > 0
        and draft.gap_after(index) > 0
        and (draft.prose[index + 1] or draft.stop[index + 1])
    )


def _is_appeal(draft: Draft, index: int) -> bool:
    """True for a cry that says to whom the text below it appeals: ``To All Workers of the Port!``."""
    text, below = draft.text[index], index + 1
    return (
        text[-1] in "!！"
        and _APPEALS.match(text) is not None
        and text.count(" ") >= _ADDRESSED
        and "," not in text
        and (title_case(text) or not text.startswith("To "))
        and draft.gap[index] > 0
        and below < len(draft)
        and draft.gap[below] > 0
        and draft.prose[below]
    )


def _in_quotes(text: str) -> bool:
    """True for words between two single quotation marks, and no other."""
    return text[0] in "‘'" and text[-1] in "’'" and text[1:2].isalpha() and "'" not in text[1:-1]


def _is_headline(draft: Draft, index: int) -> bool:
    """True for words in quotation marks, capitalised as a title is, that end no sentence, between running text."""
    return (
        not draft.stop[index]
        and draft.text[index].count(" ") > _ADDRESSED
        and index + 1 < len(draft)
        and draft.prose[index + 1]
        and draft.gap[index] > 0
        and draft.gap_after(index) > 0
        and draft.text[index - 1][-1] not in ":,"
    )


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
