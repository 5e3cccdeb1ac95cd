"""Lines that may be a title, and what stands beside one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.credits import is_credited
from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.datelines import is_byline
from corpus_pkg.parse.roles.lists import is_contact, is_field, is_listed
from corpus_pkg.parse.roles.shape import division, is_cased, is_person, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

HEAD_REACH = 12
"""How many segments from the top a title may stand, menus aside."""
TAGGED = re.compile(r"\[[^\[\]]{1,24}\]\s?[^\s\[(].{3}")
"""A title behind its kind: ``[사설] …``."""
_NAMED = 20
"""Columns of a title over a bare name, at least."""
_MINOR = word_lists("words")["minor"]
_NUMBERED = re.compile(r"\(\d{2,8}\)\s[^\W\d_]")
"""A title behind its number: ``(070503) …``."""
_BRAND = re.compile(r"[a-zß-ÿ]+(?:\.[a-zß-ÿ]|[A-ZÀ-Þ])[\w-]*\s")
"""A name that begins in small letters: ``ver.di-Kongress``, ``eLearning``."""
_IN_YEAR = re.compile(r"\d\s?(?:г|гг|р|рр)\.\Z")
"""The end of a title with its year: ``на съезде 27 октября 2021 г.``"""
_DAYS = frozenset({"date", "place_date"})
"""Rules of a dateline that says the day."""
_BETWEEN = 6
"""Counters, buttons and captions that may stand between a date and the text that it dates."""
_STANDFIRST = (20, 300)
"""Columns of the paragraph between a title and who wrote what it heads, at least and at most."""
_TWO_TITLES = 40
"""Columns of a title, and of the line under it that says more, where both stand over the date."""
_AROUND = " .*_"
"""What may stand around a title that is the same."""


def may_be_title(draft: Draft, index: int) -> bool:
    """True for a short line that looks like no sentence, field, entry, address or row."""
    text, size = draft.text[index], draft.size[index]
    if size > 200 or size < 2 or draft.lines(index) > 4 or (text[0].islower() and not _BRAND.match(text)):
        return False
    if fold(text).rstrip(".") in draft.cues.columns:
        return False
    if text[-1] in ",;:" or not any(map(str.isalnum, text)):
        return False
    if text.startswith(("http", "www.")) or division(text, draft.cues) or fold(text) in _MINOR:
        return False
    if text[0] == "(" and not _NUMBERED.match(text):
        return False
    if text[0] == "[" and not TAGGED.match(text):
        return False
    if (
        (is_field(draft, index) and not _is_filed(draft, index))
        or is_contact(text)
        or is_credited(draft, index)
        or is_listed(draft, index)
        or _is_addressed(draft, index)
    ):
        return False
    if draft.has_columns and _has_tab(draft, index) and (text[-1].isdigit() or is_row(draft, index)):
        return False  # a running head with its page, a row
    if draft.stop[index] and text[-1] not in "?!？！…" and not (title_case(text) and is_cased(text)):
        return _IN_YEAR.search(text) is not None
    return any(map(str.isalpha, text))


def _is_addressed(draft: Draft, index: int) -> bool:
    """True for the lines over the call of a letter that say whom it goes to."""
    below = index + 1
    return (
        draft.lines(index) > 1
        and below < len(draft)
        and draft.text[below][-1] in ",:!"
        and draft.cues.salutation.find_start(fold(draft.text[below][:40])) is not None
    )


def _is_filed(draft: Draft, index: int) -> bool:
    """True for a long line right over the name of who wrote what it heads, or over a date with its label."""
    below = index + 1
    if draft.size[index] < _TWO_TITLES or below >= len(draft):
        return False
    label = fold(draft.text[below].split(None, 1)[0]).rstrip(":：")
    dated = draft.role[below] == "dateline" and label in draft.cues.date_words
    return dated or is_byline(draft.text[below], draft.size[below])


def signs_under_title(draft: Draft, index: int) -> bool:
    """True for a bare name between a line that says more and the day, over running text: who wrote what they head."""
    return (
        0 < index < len(draft) - 2
        and draft.role[index + 1] == "dateline"
        and draft.rule[index + 1] in _DAYS
        and (is_person(draft.text[index]) or _may_be_named(draft, index))
        and not is_person(draft.text[index - 1])
        and draft.role[index - 1] not in {"navigation", "boilerplate"}
        and draft.size[index - 1] >= max(_NAMED, draft.size[index])
        and (text := _text_under(draft, index + 2)) < len(draft)
        and draft.prose[text]
        and draft.gap[index] <= draft.gap[text]
    )


def _may_be_named(draft: Draft, index: int) -> bool:
    """True for two or three words of a script without capitals, tight under a line of more than twice their length."""
    text = draft.text[index]
    return (
        "\u0590" <= text[0] <= "\u0dff"
        and 1 <= text.count(" ") <= 2
        and not any(sign.isdigit() or sign in ":،,؟!।" for sign in text)
        and draft.gap[index] == 0 == draft.gap[index + 1]
        and draft.size[index - 1] > 2 * draft.size[index]
    )


def _text_under(draft: Draft, index: int) -> int:
    """The first index from here on that is no counter, button or credited caption, of which a few may stand here."""
    end = min(len(draft), index + _BETWEEN)
    while index < end and (
        draft.role[index] in {"navigation", "boilerplate"}
        or (draft.role[index] is None and is_credited(draft, index))
    ):
        index += 1
    return index


def is_standfirst(draft: Draft, index: int) -> bool:
    """True for the sentences between a title and the byline or the date: what the article is about."""
    shortest, longest = _STANDFIRST
    return draft.role[index] is None and draft.stop[index] and shortest <= draft.size[index] <= longest


def key_of(text: str) -> str:
    """A title as it is compared with others: without case and without what may stand around it."""
    return text.casefold().strip(_AROUND)


def is_row(draft: Draft, index: int) -> bool:
    """True for a line with a tab next to another such."""
    return _has_tab(draft, index) and (_has_tab(draft, index - 1) or _has_tab(draft, index + 1))


def _has_tab(draft: Draft, index: int) -> bool:
    if not 0 <= index < len(draft):
        return False
    span = draft.segments[index].span
    return "\t" in draft.source[span.start : span.end]
