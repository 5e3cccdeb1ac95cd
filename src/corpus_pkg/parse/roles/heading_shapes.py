"""Headings by their shape: long titles, instruments and appeals, and short lines that head nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.shape import ENDS, all_capitals, division, is_cased, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

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
_LONGEST, _LISTED = 400, 5
"""Columns of a long title of a chapter, and words to a comma in it at least."""
QUOTES = QUOTE_OPEN + "‘'"
"""How words in quotation marks begin."""


def is_initials(text: str) -> bool:
    """True for letters and points alone, which sign a text or end a proof and head nothing: ``A. B.``, ``Q.E.D.``."""
    return text[-1] == "." and all(
        len(part) == 1 and part.isupper() for part in text[:-1].replace(" ", "").split(".")
    )


def is_shown(draft: Draft, index: int) -> bool:
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


def ends_part(draft: Draft, index: int) -> bool:
    """True for the words under the last sentence of a book or a part, unless a poem is called so."""
    below = index + 1
    return (
        ENDS.fullmatch(draft.text[index]) is not None
        and draft.stop[index - 1]
        and (below == len(draft) or draft.segments[below].rule != "stanza")
    )


def is_long_title(draft: Draft, index: int) -> bool:
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
    if text.count(",") * _LISTED > text.count(" ") or text[-1] in ",;:—–-" or text[0] in QUOTES:
        return False
    if draft.gap[index] == 0 or below == len(draft):
        return False
    over = index - 1
    while over > 0 and draft.role[over] == "page_furniture":
        over -= 1
    if draft.role[over] == "heading" and division(draft.text[over], draft.cues):
        return True
    return draft.stop[over] and (draft.prose[below] or draft.stop[below])


def is_instrument(draft: Draft, index: int) -> bool:
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


def is_appeal(draft: Draft, index: int) -> bool:
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


def is_headline(draft: Draft, index: int) -> bool:
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
