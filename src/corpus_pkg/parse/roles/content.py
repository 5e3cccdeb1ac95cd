"""The content itself: headings, captions, quotations, verse, lists, tables, signatures; body is what remains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.chronology import is_year_alone
from corpus_pkg.parse.roles.bodies import place_and_date
from corpus_pkg.parse.roles.closings import sign_closings, sign_feet, signs_in_columns
from corpus_pkg.parse.roles.credits import is_credited, names_credit, shows_numbered
from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.datelines import is_byline
from corpus_pkg.parse.roles.draft import OMITTED, QUOTE_OPEN
from corpus_pkg.parse.roles.footnotes import cites
from corpus_pkg.parse.roles.garbled import find_garbled
from corpus_pkg.parse.roles.glossary import find_glossary
from corpus_pkg.parse.roles.headings import is_heading
from corpus_pkg.parse.roles.letters import heads_letter
from corpus_pkg.parse.roles.lists import is_contact, is_listed, is_table
from corpus_pkg.parse.roles.pictures import (
    capitalises_headings,
    is_caption,
    is_cased_document,
    is_foreign,
    is_picture_document,
    is_sentence_caption,
    label_foreign,
    show_at_end,
    shows,
    shows_under_title,
    spread_captions,
    unplace_captions,
)
from corpus_pkg.parse.roles.quotations import find_mottoes, set_in, set_off_quotations
from corpus_pkg.parse.roles.shape import all_capitals, division, is_cased, is_plain_sentence, title_case
from corpus_pkg.parse.roles.signatures import is_signature
from corpus_pkg.parse.roles.told_lists import put_told, spread_lists
from corpus_pkg.parse.roles.verse import is_verse
from corpus_pkg.parse.roles.voices import is_attribution, put_verse

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_FOOTNOTE = re.compile(
    r"\[?(?:footnote|fußnote|note)\s?\w{0,3}\s?(?::|\.\s?[—–])|\[\d{1,3}\]\s|\*{1,3}\)\s?\S|[†‡]\s?\S|[\^↑]\s\S|[¹²³⁴⁵⁶⁷⁸⁹]",
    re.IGNORECASE,
)

_NAME = 5
"""Words of a name in quotation marks at most."""
_ADDRESS = 60
"""Columns of the line that says to whom a letter goes, at most."""
_ORDINAL = re.compile(r"\d{1,3}\.\Z")
_SHOWN = 2
"""Lines of a caption among headings that capitalise their words, at most."""
_ALONE = 110
"""Columns of what is listed, or shown in a picture, at most."""
_TABLED = 160
"""Columns of the line over a table at most."""
_STAR = re.compile(r"\*{1,3}\s\S")
_REFERENCE = re.compile(r"[\w.,;:!?”’\"')](\*{1,3})(?=[\s.,;:)]|\Z)")
_NOTE_REACH = 4000
"""Characters before a note in which its reference stands."""


def find_content(draft: Draft, *, web: bool) -> None:
    """Label every segment that has no role yet."""
    edited = "edit_link" in draft.rule
    spread_lists(draft)
    set_off_quotations(draft)
    if not web:
        set_in(draft)
        find_mottoes(draft)
        find_glossary(draft)
    sign_closings(draft)
    sign_feet(draft)
    pictures = not web and is_picture_document(draft)
    captions = not web and not pictures and capitalises_headings(draft)
    if pictures:
        unplace_captions(draft)
    elif not web and not draft.marks:
        put_told(draft)
    if not web:
        show_at_end(draft)
    script = is_cased_document(draft)
    for index in range(len(draft)):
        if draft.role[index] is not None:
            continue
        if draft.stop[index] and draft.text[index][-1] not in ")）" and _is_plain(draft, index):
            if heads_letter(draft, index):
                draft.put(index, "heading", "opens_section")
            draft.put(index, "body", "prose")
            continue
        if edited and _stands_alone(draft, index):
            beside = draft.gap[index] == 0 or draft.gap_after(index) == 0
            if beside:
                draft.put(index, "list_item", "listed_alone")
            else:
                draft.put(index, "caption", "unfinished_alone")
            continue
        if (
            captions
            and draft.lines(index) <= _SHOWN
            and draft.text[index][0].isalpha()
            and shows(draft, index)
        ):
            draft.put(index, "caption", "unfinished_alone")
            continue
        _label(draft, index, web=web, pictures=pictures, cased=script)
    if "caption" in draft.role:
        find_garbled(draft)
        if not web:
            spread_captions(draft)


_FILE = 60
_FILED = re.compile(r"[\w-]{2,40}\.(?:jpe?g|png|gif|tiff?|bmp|webp)\b", re.IGNORECASE)
"""The name of a picture's file, which stands for the picture."""


def _label(draft: Draft, index: int, *, web: bool, pictures: bool, cased: bool) -> None:
    text, size = draft.text[index], draft.size[index]
    low = fold(text[:60])
    if text == OMITTED:
        before = draft.role_before(index)
        draft.put(index, before if before in ("verse", "quotation") else "body", "omission")
    elif not any(map(str.isalnum, text)):
        draft.put(index, "page_furniture", "ornament")
    elif is_contact(text) and draft.gap_after(index) == 0 and draft.role[index + 1] == "boilerplate":
        draft.put(index, "boilerplate", "contact")
    elif (
        draft.cues.caption_start.find_start(low)
        and (size <= 300 and (not draft.stop[index] or text[0] in "[▲△" or size <= 160))
        and not division(text, draft.cues)
    ):
        draft.put(index, "caption", "caption_mark")
    elif size <= _FILE and _FILED.match(text):
        draft.put(index, "caption", "alternative_text")
    elif is_credited(draft, index) or shows_numbered(draft, index):
        draft.put(index, "caption", "credit")
    elif (
        (_FOOTNOTE.match(text) and not is_table(draft, index))
        or _is_starred(draft, index)
        or (text[0] == "[" and text[-1] == "]" and cites(text))
    ):
        draft.put(index, "footnote", "note_mark")
    elif text[0] == "(" and draft.role_before(index) == "title" and _is_alternative(text):
        draft.put(index, "title", "under_title")
    elif _names_table(draft, index, low):
        draft.put(index, "caption", "tabled")
    elif signs_in_columns(draft, index):
        draft.put(index, "signature", "signs")
    elif is_table(draft, index):
        draft.put(index, "table", "columns")
    elif _numbers_heading(draft, index):
        draft.put(index, "heading", "number")
    elif draft.role_before(index) == "verse" and is_year_alone(text):
        draft.put(index, "dateline", "year")
    elif is_attribution(draft, index):
        draft.put(index, "attribution", "after_quotation")
    elif is_verse(draft, index):
        put_verse(draft, index)
    elif is_signature(draft, index, pictures=pictures):
        draft.put(index, "signature", "signs")
    elif is_listed(draft, index):
        draft.put(index, "list_item", "marker")
    elif (
        pictures and cased and is_foreign(draft, index) and (not draft.prose[index] or draft.lines(index) > 1)
    ):
        label_foreign(draft, index)
    elif draft.role_before(index) in ("heading", "title") and is_byline(text, size):
        draft.put(index, "dateline", "byline")
    elif _may_be_dated(draft, index) and place_and_date(draft, index):
        draft.put(index, "dateline", "place_date")
    elif web and shows_under_title(draft, index):
        draft.put(index, "caption", "unfinished_alone")
    elif not _is_no_heading(draft, index) and is_heading(draft, index, web=web, pictures=pictures):
        draft.put(index, "heading", "opens_section")
    elif pictures and is_caption(draft, index):
        draft.put(index, "caption", "unfinished_alone")
    elif pictures and is_sentence_caption(draft, index):
        draft.put(index, "caption", "between_captions")
    else:
        draft.put(index, "body", "text")


def _may_be_dated(draft: Draft, index: int) -> bool:
    """True under a heading, a title and a signature, and under the line that says to whom a letter goes."""
    if draft.role_before(index) in ("heading", "signature", "title"):
        return True
    return bool(index) and draft.size[index - 1] <= _ADDRESS and draft.text[index - 1].startswith("To ")


def _is_alternative(text: str) -> bool:
    """True for more of a title in brackets: ``(To Say Nothing of the Dog)``."""
    bare = text[1:-1]
    return (
        text[-1] == ")"
        and is_cased(bare)
        and title_case(bare)
        and bare.replace(" ", "").replace("’", "").isalpha()
    )


def _numbers_heading(draft: Draft, index: int) -> bool:
    """True for a number and a stop that stand alone over a heading in capitals."""
    below = index + 1
    return (
        _ORDINAL.match(draft.text[index]) is not None
        and below < len(draft)
        and draft.role[below] in (None, "heading")
        and all_capitals(draft.text[below])
        and not draft.prose[below]
    )


def _stands_alone(draft: Draft, index: int) -> bool:
    """True for a short unfinished line in a text whose headings have links to edit them: it is none."""
    return draft.size[index] <= _ALONE and draft.lines(index) == 1 and is_caption(draft, index)


def _names_table(draft: Draft, index: int, low: str) -> bool:
    """True for the line over a table that begins with what it is and its number: ``Table 1. Members``."""
    below = index + 1
    return (
        below < len(draft)
        and draft.size[index] <= _TABLED
        and any(map(str.isdigit, text := draft.text[index][:20]))
        and text[0].isalpha()
        and draft.cues.table_start.find_start(low) is not None
        and (draft.role[below] == "table" or is_table(draft, below))
    )


def _is_starred(draft: Draft, index: int) -> bool:
    """True for a note behind an asterisk, when an asterisk stands behind a word of the paragraphs before it."""
    if not _STAR.match(draft.text[index]):
        return False
    if index and (draft.role[index - 1] == "table" or draft.rule[index - 1] == "caption_mark"):
        return draft.gap[index] <= 1 and not draft.prose[index]
    mark = draft.text[index].split(None, 1)[0]
    above = draft.source[
        max(0, draft.segments[index].span.start - _NOTE_REACH) : draft.segments[index].span.start
    ]
    return any(found[1] == mark for found in _REFERENCE.finditer(above))


def _is_no_heading(draft: Draft, index: int) -> bool:
    """True for a paragraph where the markup names the headings."""
    return (
        draft.headed
        and draft.marks[index].kind == "paragraph"
        and not division(draft.text[index], draft.cues)
    )


_PLAIN_RULES = frozenset({"line", "wrapped", "spaced", "page_break", "item"})


def _is_plain(draft: Draft, index: int) -> bool:
    """True for running text beyond doubt, which most segments of most texts are: no weaker evidence is weighed."""
    text, segment = draft.text[index], draft.segments[index]
    first = text[0]
    if draft.has_columns or segment.rule not in _PLAIN_RULES or text[1:2] in (")", "."):
        return False
    if draft.size[index] > 160:
        return first.isalpha() or first in QUOTE_OPEN
    if first in QUOTE_OPEN:
        # Speech; but a signed letter that is quoted ends with a name in quotes.
        return segment.line_start == segment.line_end and not (
            len(text) < 40 and "." in text[-2:] and text.count(" ") < _NAME
        )
    if first in "Nn" and _FOOTNOTE.match(text):
        return False
    if not first.isalpha() or draft.cues.caption_start.find_start(fold(text[:40])):
        return False
    if draft.prose[index]:
        return True
    return (
        segment.line_start == segment.line_end
        and is_plain_sentence(text)
        and not names_credit(draft, index)
        and not shows_numbered(draft, index)
    )
