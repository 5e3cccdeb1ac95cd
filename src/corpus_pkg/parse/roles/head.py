"""The head of a document: its title, and the lines that date and place it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.datelines import BYLINE, is_byline, is_dateline
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.lists import is_contact, is_field, is_listed
from corpus_pkg.parse.roles.shape import division, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_REACH = 12
"""How many segments from the top a title may stand, menus aside."""
_YEARS = re.compile(r"\d{4}\s?[-–—~]\s?(?:\d{4})?\Z")
_NOTE = re.compile(r"\[\d{1,3}\]\s|\d{1,3}\.?\s?[↑^]\s|[↑^]\s")
_TAGGED = re.compile(r"\[[^\[\]]{1,12}\]\s?[^\s\[(].{3}")
"""A title behind its kind: ``[사설] …``."""
_MARGINAL = frozenset({"navigation", "boilerplate"})
_DEFINED = 120
"""Characters of a paragraph in which its subject is named."""
_SHORT = 16
"""Columns of an entry in a menu."""
_BYLINE = 80
_ADOPTED = re.compile(
    r"[(（\[]?(?:(?:as )?(?:adopted|approved|amended|ratified|revised)\s|with amendments"
    r"|beschlossen\s|angenommen\s|verabschiedet\s|in der fassung"
    r"|(?:adopt|approuv|modifi)ée?s?\s|(?:adoptad|aprobad|aprovad)[oa]s?\s|(?:adottat|approvat)[oa]\s"
    r"|(?:принят|утвержд[её]н|одобрен)а?\s|с изменениями|uchwalon|przyjęt|schválen)",
    re.IGNORECASE,
)
"""How the line begins that says who made a statute or a programme its own, and when."""
_ADOPTION = 140
_SUBTITLES = 3
"""Lines under a title among which the author's stands."""
_AROUND = " .*_"
"""What may stand around a title that is the same."""


def find_head(draft: Draft, region: tuple[int, int] | None) -> None:
    """Label datelines, then the title and its repetitions.

    ``region`` is where the running text of a captured web page begins and ends; outside it and its head, dates
    belong to menus and notices.
    """
    first, last = region or (0, len(draft) - 1)
    for index in range(max(0, first - _REACH), min(len(draft), last + 3)):
        text = draft.text[index]
        if draft.role[index] is None and draft.size[index] <= 110 and not _is_part(draft, index):
            rule = is_dateline(text, draft.size[index], draft.cues)
            if rule is None and _is_rubric(draft, index):
                rule = "rubric"
            if rule and (rule != "year" or _may_be_years(draft, index)):
                draft.put(index, "dateline", rule)
                if rule == "number" and index and not draft.prose[index - 1]:
                    draft.put(index - 1, "imprint", "letterhead")
    title = _title(draft, region)
    if title is None:
        return
    if draft.role[title] != "title":
        draft.role[title] = None
        draft.put(title, "title", "title")
    prose = next((index for index in range(len(draft)) if draft.prose[index]), len(draft))
    key = _key(draft.text[title])
    repeated = [index for index, text in enumerate(draft.text) if index != title and _is_called(text, key)]
    for index in repeated:
        if draft.role[index] is None and (region is None or index < prose):
            draft.put(index, "title", "title_repeated")
    for index in repeated:
        if region and title < index < prose:
            _alternative_text(draft, index, prose)
    _byline(draft, title)


def _is_part(draft: Draft, index: int) -> bool:
    """True for a caption, a note or a row with a date in it, which only look like datelines."""
    return (
        draft.cues.caption_start.find_start(draft.text[index][:60].casefold()) is not None
        or _NOTE.match(draft.text[index]) is not None
        or (draft.has_columns and _is_row(draft, index))
        or is_listed(draft, index)
    )


def _is_row(draft: Draft, index: int) -> bool:
    """True for a line with a tab next to another such."""
    return _has_tab(draft, index) and (_has_tab(draft, index - 1) or _has_tab(draft, index + 1))


def _has_tab(draft: Draft, index: int) -> bool:
    if not 0 <= index < len(draft):
        return False
    span = draft.segments[index].span
    return "\t" in draft.source[span.start : span.end]


def _may_be_years(draft: Draft, index: int) -> bool:
    """A bare year or two date what stands right over them, if that is no number itself."""
    if not index or draft.gap[index] > 1:
        return False
    if draft.role[index - 1] == "dateline":
        return True
    over = draft.text[index - 1]
    return (
        _YEARS.match(draft.text[index]) is not None and draft.size[index - 1] <= 140 and not over[0].isdigit()
    )


def _alternative_text(draft: Draft, index: int, prose: int) -> None:
    """Lines printed tight against a repetition of the title, under the title: what stands for a picture."""
    for step in (-1, 1):
        other = index + step
        while 0 <= other < prose and draft.role[other] is None and draft.gap[max(other, other - step)] == 0:
            draft.put(other, "caption", "alternative_text")
            other += step


def _byline(draft: Draft, title: int) -> None:
    for following in range(title + 1, min(title + 1 + _SUBTITLES, len(draft))):
        if draft.role[following] == "dateline":
            continue
        if draft.role[following] is not None or draft.prose[following]:
            return
        text, size = draft.text[following], draft.size[following]
        near = following == title + 1
        if is_byline(text, size) or (near and size <= _BYLINE and BYLINE.match(text)):
            # On a title page the author belongs to the title; over an article the line files it.
            page = near and _is_title_page(draft, following)
            draft.put(following, "title" if page else "dateline", "byline")
            return
        if _ADOPTED.match(text) and size <= _ADOPTION and any(map(str.isdigit, text)):
            draft.put(following, "dateline", "adopted")
        elif BYLINE.match(text):
            return


def _is_title_page(draft: Draft, index: int) -> bool:
    return len(draft) > 150 or (index + 1 < len(draft) and draft.role[index + 1] == "imprint")


def _key(text: str) -> str:
    return text.casefold().strip(_AROUND)


def _is_called(text: str, key: str) -> bool:
    """Tell whether a line is a title's repetition; case folding shortens no text, so that long ones are none."""
    bare = text.strip(_AROUND)
    return len(bare) <= len(key) and bare.casefold() == key


def _title(draft: Draft, region: tuple[int, int] | None) -> int | None:
    """The index of the printed title.

    A line repeated in the head, else the first line from the top; on a captured page the line that the page's
    own title line begins with, else the one over the dateline, else the nearest over the text.
    """
    if draft.marks and "title" in draft.role:
        return draft.role.index("title")
    candidates = _candidates(draft, region)
    if not candidates:
        return None
    keys = [_key(draft.text[index]) for index in candidates]
    if region and "edit_link" in draft.rule and (subject := _subject(draft, candidates, region)) is not None:
        return subject
    filed = _filed(draft, candidates, region) if region else None
    for index, key in zip(candidates, keys, strict=True):
        if keys.count(key) > 1:
            last = max(other for other, name in zip(candidates, keys, strict=True) if name == key)
            # A board's name stands in its menu and over its page; the title stands over its date.
            return index if filed is None or filed <= last else filed
    if region is None:
        return candidates[0]
    top = _key(draft.text[0])
    for index, key in zip(candidates, keys, strict=True):
        if index and draft.size[index] >= 8 and top.startswith(key):
            return index
    if filed is not None:
        return filed
    near = _near(draft, candidates, region)
    long = [index for index in near if draft.size[index] >= 20]
    menu = max((index for index in range(region[0]) if draft.role[index] in _MARGINAL), default=-1)
    under = [index for index in long if index > menu >= 0]
    if under:
        return under[0]  # what stands between it and the text describes it
    return (long or near or candidates)[-1]


def _subject(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate that an encyclopaedia's first sentence defines."""
    opening = next((draft.text[index] for index in range(region[0], region[1] + 1) if draft.prose[index]), "")
    head = opening[:_DEFINED].casefold()
    return next((index for index in candidates if _key(draft.text[index]) in head), None)


def _near(draft: Draft, candidates: list[int], region: tuple[int, int]) -> list[int]:
    near = [index for index in candidates if index >= region[0] - _REACH]
    return [index for index in near if not BYLINE.match(draft.text[index])]


def _filed(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate over the dateline nearest to the text; a byline or a button may stand between."""
    for index in reversed(_near(draft, candidates, region)):
        below = index + 1
        while below < len(draft) and (
            (BYLINE.match(draft.text[below]) and draft.size[below] <= 80)
            or (draft.role[below] == "navigation" and draft.size[below] <= 20)
        ):
            below += 1
        if below < len(draft) and draft.role[below] == "dateline":
            # Under a date in the head of the page the title may come, and over it the last line of a menu.
            longer = draft.size[index] < _SHORT and any(
                below < other <= below + 2 and draft.size[other] >= 2 * draft.size[index]
                for other in candidates
            )
            return None if longer else index
    return None


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
            if not region and len(found) >= _REACH:
                break
    return found


def _is_rubric(draft: Draft, index: int) -> bool:
    """True over a short unfinished line, the title of what the line calls by its kind: ``[Interview]``."""
    below = index + 1
    if index > 2 * _REACH or any(draft.prose[:index]):
        return False
    if draft.text[index].casefold().strip("[]【】<>〈〉: ") not in draft.cues.rubrics or below >= len(draft):
        return False
    return draft.role[below] is None and not draft.prose[below] and not draft.stop[below]


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
    if text[-1] in ",;:" or not any(map(str.isalnum, text)):
        return False
    if text.startswith(("(", "http", "www.")) or division(text, draft.cues):
        return False
    if text[0] == "[" and not _TAGGED.match(text):
        return False
    if is_field(draft, index) or is_contact(text):
        return False
    if draft.has_columns and _has_tab(draft, index) and (text[-1].isdigit() or _is_row(draft, index)):
        return False  # a running head with its page, a row
    if draft.stop[index] and not title_case(text) and text[-1] not in "?!？！":
        return False
    return not text.isdigit()
