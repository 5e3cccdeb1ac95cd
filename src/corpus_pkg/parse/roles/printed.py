"""Printed matter: title pages of books, heads of journal articles, and rights claimed on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.datelines import BYLINE
from corpus_pkg.parse.roles.shape import division, is_cased, is_name, is_person

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft
    from corpus_pkg.parse.roles.menus import Hit

_RIGHTS = frozenset(
    {"copyright", "notice:copyright", "notice:©", "notice:ⓒ", "notice:(c)", "notice:all rights reserved"}
)
_ALSO_PRINTED = _RIGHTS | {"menu:contents"}
_HOUSE = re.compile(
    r"(?:\b(?:press|publishing house|publishers?|publications|verlag)"
    r"|\A(?:éditions|ediciones|editorial|edizioni|издательство)\b.{2,40}|출판사|出版社)\Z",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"(?:주체\s?\d+\s?\()?(?:1[4-9]|20)\d\d\)?\s?[년年]?\Z")
_EDITION = re.compile(
    r"\b(?:edition|printing|impression|auflage|ausgabe|édition|edición|edição|edizione|издание|wydanie|druk)\b|(?:판|版|刷|쇄)\Z",
    re.IGNORECASE,
)
"""Which edition it is, on a title page."""
_CONTENTS = word_lists("apparatus")["contents"]
_PAGED = re.compile(
    r"\S(?:\s+|\s?[.·…‥・]{2,}\s?|\t)(?:\d{1,4}(?:[–-]\d{1,4})?|[ivxlc]{1,7}|(?<=[·…‥・])[〇一二三四五六七八九十百]{1,4})\Z"
)
"""How an entry of the contents ends: with its page."""
_NAMED = 40
"""Columns of the heading over contents or an index at most."""
_PAGES, _ENTRY = 3, 90
"""Entries of printed contents at least, and the columns of one at most."""
_BOOK, _PLACES = 16, 3
"""Paragraphs of what may have a title page, and words of the place on it."""
_TOP = 6
"""Paragraphs of a title page over the place and year of its house."""
_LETTERHEAD, _FEW = 8, 2
"""Lines of a letterhead, and from it to whom the letter calls, at most; and those that it has at least."""
_REACHED = re.compile(
    r"\b(?:tel|telephone|telefon|teléfono|téléphone|phone|fax|telegrams?|telex)\b.*\d|\S@\S+\.\w"
    r"|\d+\w?,?\s(?:\w+\s){1,3}(?:street|st\.|road|row|lane|avenue|square)\b"
    r"|\w(?:straße|strasse|str\.|gasse|platz|weg)\s\d|\b(?:rue|calle|via|rua|ulica|ul\.|ул\.)\s.*\d|[전電电][화話话]\s?[:：]?\s?\d",
    re.IGNORECASE,
)
"""How a letterhead says where somebody can be reached."""
_HEAD = 12
"""Paragraphs at the top among which a book or a journal names itself."""
_FIRST = 3
"""Paragraphs among which a journal names itself over an article."""
_SERIAL_LINE = 140
_SERIAL = re.compile(
    r"\bdoi(?:\.org/|:)\s?10\.|\bISSN\b|\b(?:vol(?:ume|\.)|tome|band|bd\.|т\.)\s?\w+,?\s\(?(?:no|nos|nr|n°|heft|№|issue)\b\W{0,2}\s?\d",
    re.IGNORECASE,
)
"""How a journal counts its volumes and numbers, and what libraries know it by."""

_PERIOD = re.compile(r"[(（]?[12]\d{3}\s?[-–—－~〜～]\s?[12]\d{3}[)）]?\Z")
"""The years that a part tells of: ``1896–1914``."""
_PERIODS = 2

_DEDICATES = re.compile(
    r"(?:to|for|in memory of|in memoriam|dedicated to|à|a la|meinen?|моему|моей)\b", re.IGNORECASE
)
_DEDICATED = 24
"""How a dedication begins, and paragraphs among which it stands."""
_DEDICATION = frozenset({"dedication", "widmung", "dédicace", "dedicatoria", "dedica", "посвящение"})
"""Headings over one."""

_LONGEST = 60
"""Columns of a line on a title page."""


def find_letterhead(draft: Draft) -> None:
    """Label the lines at the top of a letter that say whose paper it is: one of them tells where to reach them."""
    end = 1
    while end < min(_LETTERHEAD, len(draft)) and draft.gap[end] == 0:
        end += 1
    head = range(min(end, len(draft)))
    if len(head) < _FEW or not any(_REACHED.search(draft.text[index]) for index in head):
        return
    if any(draft.size[index] > _LONGEST or draft.stop[index] for index in head):
        return
    calls = (
        draft.cues.salutation.find_start(fold(text[:40])) for text in draft.text[end : end + _LETTERHEAD]
    )
    if any(calls):
        for index in head:
            draft.put(index, "imprint", "letterhead")


def find_serial(draft: Draft) -> None:
    """Label the line over an article that says in which number of which journal it is."""
    for index in range(min(_FIRST, len(draft) - 1)):
        if draft.size[index] <= _SERIAL_LINE and not draft.stop[index] and _SERIAL.search(draft.text[index]):
            draft.put(index, "imprint", "serial")


def find_house(draft: Draft) -> None:
    """Label the house that publishes a book, alone on a line of its title page, or the place, and the year below it."""
    if len(draft) < _BOOK:
        return
    for index in range(1, _TOP):
        if draft.prose[index] or draft.stop[index]:
            return
        if draft.role[index] is not None or draft.size[index] > _LONGEST:
            continue
        if _HOUSE.search(draft.text[index]) or _is_placed(draft, index):
            below = index
            while (
                below < _TOP + _PLACES and draft.role[below] is None and _may_be_placed(draft, index, below)
            ):
                draft.put(below, "imprint", "house")
                below += 1
            for over in range(1, index):
                if draft.size[over] <= _LONGEST:
                    edition = _EDITION.search(draft.text[over]) is not None
                    draft.put(over, "imprint" if edition else "title", "title_page")
            return


def _is_placed(draft: Draft, index: int) -> bool:
    """True for a place over a year: ``London`` / ``1911``."""
    below = index + 1
    return (
        not draft.marks
        and draft.gap[below] <= 1
        and _YEAR_ALONE.match(draft.text[below]) is not None
        and is_name(draft.text[index])
        and len(draft.text[index].split()) <= _PLACES
    )


def _may_be_placed(draft: Draft, house: int, index: int) -> bool:
    """True for the house, and for a place or a year right below it."""
    if index == house:
        return True
    text = draft.text[index]
    if draft.gap[index] > draft.gap[house + 1] or fold(text) in draft.cues.front:
        return False
    return _YEAR_ALONE.match(text) is not None or (
        len(text.split()) <= _PLACES and not division(text, draft.cues)
    )


def find_contents(draft: Draft) -> None:
    """Label the entries of printed contents: under their heading, each with its page, but for names of parts."""
    if draft.marks:
        return
    for index in range(len(draft) - 1):
        if (
            draft.role[index] is not None
            or draft.size[index] > _NAMED
            or _bare(draft.text[index]) not in _CONTENTS
        ):
            continue
        end = last = index + 1
        while end < len(draft) and end - last < _PAGES and draft.size[end] <= _ENTRY and not draft.prose[end]:
            end += 1
            if _PAGED.search(draft.text[end - 1]):
                last = end
        if sum(_PAGED.search(text) is not None for text in draft.text[index + 1 : last]) >= _PAGES:
            draft.put(index, "heading", "contents_heading")
            for entry in range(index + 1, last):
                draft.put(entry, "list_item", "contents_entry")


def _bare(text: str) -> str:
    """A line as headings of contents are compared: Chinese, Japanese and Korean print theirs wide."""
    low = text.casefold().strip(" .:")
    return low if is_cased(low) else "".join(low.split())


def is_printed(draft: Draft, hits: dict[int, Hit]) -> bool:
    """Tell whether a text claims rights on paper: nothing else is a page's, and its head names book or journal."""
    if not hits or draft.marks or any(hit.rule not in _ALSO_PRINTED for hit in hits.values()):
        return False
    return "imprint" in draft.role[:_HEAD]


def tells_periods(draft: Draft) -> bool:
    """Tell whether lines say what years parts of a text tell of: ``1896–1914``."""
    return sum(_PERIOD.match(text) is not None for text in draft.text) >= _PERIODS


def put_rights(draft: Draft, hits: dict[int, Hit]) -> None:
    """Label what claims the rights."""
    for index, hit in hits.items():
        if hit.rule in _RIGHTS:
            draft.put(index, "boilerplate", hit.rule)


def find_title_page(draft: Draft) -> None:
    """Label what stands between the title of a book and its imprint: its author, the house that the imprint names.

    Lines right under the imprint that are no sentences belong to it: the address.
    """
    head = range(min(_HEAD, len(draft)))
    title = next((index for index in head if draft.role[index] == "title"), None)
    first = next((index for index in head if draft.rule[index] == "imprint_line"), None)
    if title is None or first is None or not all(_may_stand(draft, index) for index in range(title, first)):
        return
    named = "".join(draft.text[first].split()).casefold()
    house = next(
        (
            index
            for index in range(title + 1, first)
            if "".join(draft.text[index].split()).casefold() in named
        ),
        first,
    )
    for index in range(title + 1, house):
        text = draft.text[index]
        draft.put(index, "title", "byline" if BYLINE.match(text) or is_person(text) else "title_page")
    for index in range(house, first):
        draft.put(index, "imprint", "title_page")
    below = first + 1
    while below < len(draft) and draft.gap[below] == 0 and _may_stand(draft, below):
        draft.put(below, "imprint", "imprint_address")
        below += 1


def find_dedication(draft: Draft) -> None:
    """Label to whom a book is dedicated, between its title page and the title, heading or number that opens it."""
    for index in range(1, min(_DEDICATED, len(draft) - 1)):
        before = draft.role[index - 1]
        if draft.prose[index] and before is None:
            return
        if draft.role[index] is not None or not _DEDICATES.match(draft.text[index]):
            continue
        after = index + 1
        short = not draft.prose[after] and draft.size[after] <= _LONGEST and draft.lines(after) == 1
        if (
            before in ("title", "imprint", "boilerplate") and short and draft.size[index] <= _SERIAL_LINE
        ) or fold(draft.text[index - 1]) in _DEDICATION:
            draft.put(index, "body", "dedication")
            return


def _may_stand(draft: Draft, index: int) -> bool:
    if draft.role[index] not in (None, "title", "imprint"):
        return False
    return draft.size[index] <= _LONGEST and not draft.stop[index]
