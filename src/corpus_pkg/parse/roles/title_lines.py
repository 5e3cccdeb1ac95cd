"""Which of the lines over a text is its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.credits import is_credited
from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.datelines import BYLINE, is_byline
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.lists import is_contact, is_field, is_listed, is_marked
from corpus_pkg.parse.roles.mastheads import SHORT, under_masthead, under_section
from corpus_pkg.parse.roles.shape import division, is_cased, is_person, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

HEAD_REACH = 12
"""How many segments from the top a title may stand, menus aside."""
_CRUMB = re.compile(r"\s?[>»›→/|]\s")
_TAGGED = re.compile(r"\[[^\[\]]{1,24}\]\s?[^\s\[(].{3}")
"""A title behind its kind: ``[사설] …``."""
_MARGINAL = frozenset({"navigation", "boilerplate"})
_DEFINED = 120
"""Characters of a paragraph in which its subject is named."""
_BYLINE = 80
_NAMED = 20
"""Columns of a title over a bare name, at least."""
_DAYS = frozenset({"date", "place_date"})
"""Rules of a dateline that says the day."""
_STANDFIRST = (20, 300)
"""Columns of the paragraph between a title and who wrote what it heads, at least and at most."""
_TWO_TITLES = 40
"""Columns of a title, and of the line under it that says more, where both stand over the date."""
_AROUND = " .*_"
"""What may stand around a title that is the same."""


def choose_title(draft: Draft, region: tuple[int, int] | None) -> int | None:
    """The index of the printed title.

    A line repeated in the head, else the first line from the top; on a captured page the line that the page's
    own title line begins with, else the one over the dateline, else the nearest over the text.
    """
    if draft.marks and "title" in draft.role:
        return draft.role.index("title")
    candidates = _candidates(draft, region)
    if not candidates:
        return None
    keys = [key_of(draft.text[index]) for index in candidates]
    if region and "edit_link" in draft.rule and (subject := _subject(draft, candidates, region)) is not None:
        return subject
    filed = _filed(draft, candidates, region) if region else None
    for index, key in zip(candidates, keys, strict=True):
        if keys.count(key) > 1 and not is_marked(draft.text[index]):
            last = max(other for other, name in zip(candidates, keys, strict=True) if name == key)
            # A board's name stands in its menu and over its page; the title stands over its date.
            return index if filed is None or filed <= last else filed
    if region is None:
        return under_masthead(draft, candidates[0]) or under_section(draft, candidates)
    top = key_of(draft.text[0])
    for index, key in zip(candidates, keys, strict=True):
        if index and draft.size[index] >= 8 and top.startswith(key):
            return index
    if filed is not None:
        return filed
    named = _in_path(draft, candidates, region)
    if named is not None:
        return named
    near = _near(draft, candidates, region)
    long = [index for index in near if draft.size[index] >= 20]
    menu = max((index for index in range(region[0]) if draft.role[index] in _MARGINAL), default=-1)
    under = [index for index in long if index > menu >= 0]
    if under:
        return under[0]  # what stands between it and the text describes it
    return (long or near or candidates)[-1]


def _in_path(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate that the line over it ends with which says where on its site the page stands."""
    for path in range(region[0] - 1, -1, -1):
        if draft.rule[path] in {"breadcrumbs", "menu_start"} and len(_CRUMB.findall(draft.text[path])) > 1:
            page = key_of(_CRUMB.split(draft.text[path])[-1])
            return next((i for i in candidates if i > path and key_of(draft.text[i]) == page), None)
    return None


def _subject(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate that an encyclopaedia's first sentence defines."""
    opening = next((draft.text[index] for index in range(region[0], region[1] + 1) if draft.prose[index]), "")
    head = opening[:_DEFINED].casefold()
    return next((index for index in candidates if key_of(draft.text[index]) in head), None)


def _near(draft: Draft, candidates: list[int], region: tuple[int, int]) -> list[int]:
    near = [index for index in candidates if index >= region[0] - HEAD_REACH]
    return [index for index in near if not BYLINE.match(draft.text[index])]


def _filed(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate over the dateline nearest to the text; a byline or a button may stand between."""
    for index in reversed(_near(draft, candidates, region)):
        if index - 1 in candidates and signs_under_title(draft, index):
            continue
        below = _under(draft, index + 1)
        if below < len(draft) and is_standfirst(draft, below):
            below = _under(draft, below + 1)
        if below < len(draft) and draft.role[below] == "dateline":
            # Under a date in the head of the page the title may come, and over it the last line of a menu.
            longer = draft.size[index] < SHORT and any(
                below < other <= below + 2 and draft.size[other] >= 2 * draft.size[index]
                for other in candidates
            )
            return None if longer else _over_subtitle(draft, candidates, index)
    return None


def _under(draft: Draft, below: int) -> int:
    """The first index from here on that is neither a byline nor a button nor a credited caption."""
    while below < len(draft) and (
        (draft.role[below] != "dateline" and BYLINE.match(draft.text[below]) and draft.size[below] <= _BYLINE)
        or (draft.role[below] == "navigation" and draft.size[below] <= 20)
        or (draft.role[below] is None and (is_credited(draft, below) or signs_under_title(draft, below)))
    ):
        below += 1
    return below


def signs_under_title(draft: Draft, index: int) -> bool:
    """True for a bare name between a line that says more and the day, over running text: who wrote what they head."""
    return (
        0 < index < len(draft) - 2
        and draft.role[index + 1] == "dateline"
        and draft.rule[index + 1] in _DAYS
        and draft.prose[index + 2]
        and is_person(draft.text[index])
        and not is_person(draft.text[index - 1])
        and draft.size[index - 1] >= max(_NAMED, draft.size[index])
        and draft.gap[index] <= draft.gap[index + 2]
    )


def is_standfirst(draft: Draft, index: int) -> bool:
    """True for the sentences between a title and the byline or the date: what the article is about."""
    shortest, longest = _STANDFIRST
    return draft.role[index] is None and draft.stop[index] and shortest <= draft.size[index] <= longest


def _over_subtitle(draft: Draft, candidates: list[int], index: int) -> int:
    """The upper one of two long lines over a date, which are a title and what it means to say; three are a list."""
    over = index - 1
    if over not in candidates:
        return index
    first = draft.text[over][0]
    if first not in QUOTE_OPEN and (
        not first.isalpha() or min(draft.size[over], draft.size[index]) < _TWO_TITLES
    ):
        return index
    third = over - 1
    return index if third in candidates and draft.size[third] >= _TWO_TITLES else over


def _candidates(draft: Draft, region: tuple[int, int] | None) -> list[int]:
    found: list[int] = []
    end = region[0] + 1 if region else len(draft)
    for index in range(end):
        if draft.role[index] not in (None, "dateline") or (not region and draft.prose[index]):
            if draft.prose[index] and draft.role[index] is None:
                break
            continue
        if draft.role[index] == "dateline":
            if found and not region:
                break
        elif not draft.prose[index] and _may_be_title(draft, index) and not _belongs_above(draft, index):
            found.append(index)
            if not region and len(found) >= HEAD_REACH:
                break
    return found


def _belongs_above(draft: Draft, index: int) -> bool:
    """True right under the number of a part, whose name it is, and under a quotation, whose author it names."""
    if not index:
        return False
    over = draft.text[index - 1]
    return division(over, draft.cues) is not None or (
        over[0] in QUOTE_OPEN and over[-1] in "”“»」』" and draft.stop[index - 1]
    )


def _may_be_title(draft: Draft, index: int) -> bool:
    text, size = draft.text[index], draft.size[index]
    if size > 200 or size < 2 or draft.lines(index) > 4 or text[0].islower():
        return False
    if fold(text).rstrip(".") in draft.cues.columns:
        return False
    if text[-1] in ",;:" or not any(map(str.isalnum, text)):
        return False
    if text.startswith(("(", "http", "www.")) or division(text, draft.cues):
        return False
    if text[0] == "[" and not _TAGGED.match(text):
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
    if draft.stop[index] and text[-1] not in "?!？！" and not (title_case(text) and is_cased(text)):
        return False
    return not text.isdigit()


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
