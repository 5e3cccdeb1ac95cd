"""Who signs: names and offices under a text, and under the parts of a book."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.bodies import is_office, is_ordered, place_and_date, signs_for_a_body
from corpus_pkg.parse.roles.closings import SIGNED
from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.datelines import is_byline
from corpus_pkg.parse.roles.draft import WORD
from corpus_pkg.parse.roles.shape import ENDS, division, is_cased, is_name, is_person
from corpus_pkg.parse.roles.valedictions import is_closing

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_SPACED = re.compile(r"\w(?: +\w){2,4}\Z")
"""A name in spaced letters: 김 정 일."""
_LETTERED = re.compile(r"(?:\w +){5}\w\Z")
"""More spaced letters than a name has: a title."""
_PERIODS = frozenset({"year"})
_ARTICLES = frozenset({"the", "der", "die", "das", "les", "los", "las"})
"""What no name of a person begins with, but a heading does."""
_INITIALS = re.compile(r"[“\"]?(?:[A-ZÀ-ÞА-Я]\.\s?){2,4}[”\"]?\Z")
"""A name of which only the first letters are given."""
_ADDED = re.compile(r"[“\"]?(?:P\.\s?S\.|PS\b|N\.\s?B\.)")
"""How what is added under a signature begins."""
_OFTEN = 3
"""Sections that the same name signs, at least."""
_NAMED = 90
"""Columns of the heading of the next one at most."""
_NUMBERED = re.compile(r"\d{1,2}\.?\s[^\W\d_a-zß-ÿа-я]")
"""How a chapter begins whose number stands before its name."""
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.")
_POINTS = " ,.:;!—-"
_AND = re.compile(r"\s(?:and|und|et|y|e|и|&)\s")
_REPORTER, _RANKED = 40, 60
_FOR = ("For ", "Für ", "Pour ", "Por ", "Per ", "За ")
_HEADS = ("from ", "to ", "in ", "on ", "at ", "von ", "an ", "de ", "à ")
"""How the heading of the next message begins, and no name does."""
_OFFICE = 8
"""Words of a name with an office behind it, at most."""


def _signs_section(draft: Draft, index: int) -> bool:
    """True for a name between the last words of a section and the next one: initials, a name that signs others too.

    A name that comes once signs a preface, or a note behind the text.
    """
    text = draft.text[index]
    if not (is_name(text) and draft.stop[index - 1] and draft.lines(index) == 1):
        return False
    after = _below(draft, index)
    initials = _INITIALS.match(text) is not None
    if (initials and " " in text) or (after < len(draft) and _ADDED.match(draft.text[after])):
        return True
    if draft.stop[index] and not initials:
        return False
    if (
        draft.repeats[text] >= _OFTEN
        and after < len(draft)
        and draft.size[after] <= _NAMED
        and not draft.stop[after]
    ):
        return True
    if not _opens_section(draft, after):
        return False
    if initials:
        return True
    over = next((at for at in range(index - 1, -1, -1) if draft.role[at] in ("heading", "title")), None)
    return over is not None and is_person(text) and names_part(draft, draft.text[over])


def _below(draft: Draft, index: int) -> int:
    """The next segment, page numbers and running heads aside."""
    after = index + 1
    while after < len(draft) and draft.role[after] == "page_furniture":
        after += 1
    return after


def _opens_section(draft: Draft, index: int) -> bool:
    """True for the end, the title, and the heading of a chapter, of a preface, of notes or of an imprint."""
    if index == len(draft) or draft.role[index] in ("title", "imprint"):
        return True
    text = draft.text[index]
    if _NUMBERED.match(text) and draft.size[index] <= _NAMED and not draft.stop[index]:
        return True
    return names_part(draft, text) or draft.rule[index] == "notes_heading" or bool(division(text, draft.cues))


def _is_bracketed(draft: Draft, index: int) -> bool:
    """True for a person in brackets over the line that says for whom: ``(Ada Marsh)`` / ``For the Council``."""
    text, below = draft.text[index], index + 1
    return (
        text[-1] == ")"
        and is_person(text[1:-1])
        and below < len(draft)
        and draft.text[below].startswith(_FOR)
        and draft.size[below] <= _NAMED
        and not draft.stop[below]
    )


def _signs_over_place(draft: Draft, index: int) -> bool:
    """True for a person, with a stop, under running text and over a place and a day with which the section is over."""
    after = index + 1
    return (
        draft.prose[index - 1]
        and is_person(draft.text[index].rstrip("."))
        and after < len(draft)
        and draft.rule[after] == "place_date"
        and (after + 1 == len(draft) or not draft.is_running(after + 1))
    )


def _ranks(draft: Draft, index: int) -> bool:
    """True under running text for a name by its initials with an office behind it: ``R. E. Lee, General``.

    The office may stand on the next line.
    """
    name, comma, office = draft.text[index].partition(",")
    if not comma or draft.size[index] > _RANKED or not _INITIAL.match(name) or not is_person(name):
        return False
    if not office and index + 1 < len(draft) and draft.size[index + 1] <= _REPORTER:
        office = draft.text[index + 1]
    low = fold(office)
    return draft.prose[index - 1] and draft.cues.office.find(low, frozenset(WORD.findall(low))) is not None


def _ends_article(draft: Draft, index: int) -> bool:
    """True under running text, where nothing of its own follows but another byline."""
    if not (draft.prose[index - 1] or draft.role[index - 1] == "signature"):
        return False
    after = index + 1
    while after < len(draft) and is_byline(draft.text[after], draft.size[after]):
        after += 1
    return after == len(draft) or draft.role[after] in ("navigation", "boilerplate")


def names_part(draft: Draft, text: str) -> bool:
    """True for what a part of a book is called that has no number: ``Preface``, ``The Epilogue``, ``Notes``."""
    low = fold(text).rstrip(_POINTS).removeprefix("the ")
    return low in draft.cues.front or low in draft.cues.notes_heading


def is_signature(draft: Draft, index: int, *, pictures: bool) -> bool:
    """True for a closing phrase, and for the names and offices under a text.

    Among ``pictures`` a name right under a paragraph says what is shown.
    """
    text, size = draft.text[index], draft.size[index]
    if size > 90 or not index or draft.lines(index) > 4 or ENDS.fullmatch(text):
        return False
    low = fold(text).rstrip(_POINTS)
    if low in draft.cues.closing or low in draft.cues.signed or is_closing(draft, index):
        return True
    if (found := SIGNED.match(text)) and is_name(text[found.end() :].partition(",")[0]):
        return True
    if size <= _REPORTER and draft.stop[index - 1] and draft.cues.reporter.find_start(low):
        return True
    before, after = draft.role[index - 1], index + 1
    if text[0] == "(" and _is_bracketed(draft, index):
        return True
    if is_byline(text, size) and _ends_article(draft, index):
        return True
    if _ranks(draft, index):
        return True
    if before == "signature":
        if text.startswith(_FOR) and draft.text[index - 1][-1] == ")" and not draft.stop[index]:
            return True
        if draft.gap[index] > 1 or division(text, draft.cues) or names_part(draft, text):
            return False
        if after < len(draft) and draft.rule[after] in _PERIODS and draft.gap[index]:
            return False  # the heading of the next part, over its years
        if (is_name(text.replace(" & ", " ")) and not low.startswith(_HEADS)) or (
            _SPACED.search(text) is not None and _LETTERED.search(text) is None
        ):
            return True
        name, comma, office = text.partition(", ")
        if comma and office[:1].islower() and len(text.split()) <= _OFFICE and is_name(name):
            return not draft.stop[index]
        closed = fold(draft.text[index - 1]).rstrip(_POINTS) in draft.cues.closing
        return is_ordered(draft, index, low) or (closed and all(map(is_name, _AND.split(text))))
    if signs_for_a_body(draft, index, low) or _signs_section(draft, index) or is_ordered(draft, index, low):
        return True
    last = draft.raw_lines(index)[-1]
    if (
        _SPACED.match(last)
        and not is_cased(last)
        and draft.cues.office.find(low, frozenset(WORD.findall(low)))
    ):
        return True
    if _SPACED.match(last) and not is_cased(last) and before == "dateline":
        return True
    if size <= _REPORTER and text.endswith(draft.cues.body) and draft.stop[index - 1]:
        return after >= len(draft) or draft.role[after] == "dateline"
    if size <= _REPORTER and is_office(draft, index, low):
        apart = draft.prose[index - 1] and draft.gap_after(index) > draft.gap[index]
        return apart or after >= len(draft) or draft.role[after] == "dateline"
    if low.split()[0] in _ARTICLES and draft.gap[index] > max(1, draft.gap_after(index)):
        return False
    if not is_name(text.replace(" & ", " ")) or len(text.split()) > 5 or draft.text[index - 1][-1] == ":":
        return False
    if text[0] in '“"' and draft.stop[index]:
        previous = draft.text[index - 1]
        open_above = previous.startswith("“") and previous.count("“") > previous.count("”")
        return open_above and (text[-2:] in (".”", '."') or (text[-1] == "." and "”" not in text))
    if draft.stop[index] and not _INITIAL.search(text):
        return _signs_over_place(draft, index)
    if len(text.split()) < 2 or not draft.stop[index - 1]:
        return False
    if (
        not pictures
        and draft.prose[index - 1]
        and draft.gap_after(index) >= 3
        and draft.gap[index] < draft.gap_after(index)
        and after < len(draft)
        and draft.role[after] != "dateline"
    ):
        return True
    return (
        after >= len(draft)
        or draft.role[after] == "imprint"
        or draft.cues.caption_start.find_start(fold(draft.text[after][:60])) is not None
        or _dates_signature(draft, after)
        or (after < len(draft) and place_and_date(draft, after))
    )


def _dates_signature(draft: Draft, index: int) -> bool:
    """True for a dateline under a name, with a place or where the section is over after it; no period in brackets."""
    if draft.role[index] != "dateline" or draft.text[index][0] in "(（":
        return False
    below = index + 1
    return draft.rule[index].startswith("place") or below >= len(draft) or not draft.prose[below]
