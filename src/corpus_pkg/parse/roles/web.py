"""Captured web pages: whether a document is one, and which of its lines are menus and notices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.comments import add_comments, find_comments, find_forms
from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.datelines import is_byline
from corpus_pkg.parse.roles.menus import add_listed, add_recurring, add_repeated
from corpus_pkg.parse.roles.notices import find_hits
from corpus_pkg.parse.roles.places import find_inside
from corpus_pkg.parse.roles.printed import is_printed, put_rights, tells_periods
from corpus_pkg.parse.roles.regions import PARTS, find_region
from corpus_pkg.parse.roles.shape import division, is_person
from corpus_pkg.parse.roles.site_heads import put_site_foot, put_site_head

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft
    from corpus_pkg.parse.roles.menus import Hit

_MINUTE = re.compile(r"\d[-./일日]\s?\d{1,2}[.일日]?\s\d{1,2}:\d\d\b")
_FILED = re.compile(
    r"(?:\b(?:tel|phone|telephone|telefon|teléfono|telefono|tél|téléphone|fax|address|adresse|dirección|indirizzo|тел|телефон|адрес)"
    r"|전화|팩스|주소|우편번호|电话|電話|地址|住所|传真|次数|更新|阅读|浏览)\s?[.:：]?\s?\S*\s?.*\d|\A(?:主办|主辦|承办|主管|运行维护)(?:单位|單位)?\s?[:：]|〒\s?\d|우\)\s?\d",
    re.IGNORECASE,
)
_HEADED = re.compile(r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я ]{1,20}:(?:\s|\Z)")
"""How the head of a memorandum says from whom, to whom and of what it is."""
_HEAD, _FIELDS = 8, 2
_PRINTED = frozenset({"page_furniture", "imprint", "footnote", "table"})
_TOPICS = word_lists("menu")["topics"]
_LABEL = 40
"""Columns in which the label of a page's topics ends."""
_BUTTON = 30
"""Columns of what stands beside a button between a title and its text, at most."""
_TEASERS = 0.15
"""The share of running text that a page may have beside its own. Where shape alone speaks for a page, more of it
outside the supposed content speaks for a document of forms and tables."""


def find_web(draft: Draft, sections: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Label menus and notices if the document is a captured web page; return where its running text begins and ends.

    ``sections`` are the first and the last heading that is known to stand in that text.
    """
    hits = find_hits(draft)
    if is_printed(draft, hits):
        put_rights(draft, hits)
        return None
    is_web = _is_web(draft, hits)
    if not (is_web or _is_framed(draft, hits)):
        _count_visits(draft, hits)
        if not draft.marks:
            put_site_head(draft, hits)
            put_site_foot(draft, hits)
        return None
    if not draft.marks:
        add_comments(hits, draft)
    add_repeated(draft, hits)
    add_recurring(draft, hits)
    add_listed(draft, hits)
    first, last = find_region(draft, hits)
    if sections:
        first, last = min(first, sections[0]), max(last, _foot(draft, hits, sections[1]))
    if not is_web and _prose_outside(draft, first, last) > _TEASERS:
        return None
    for index, hit in hits.items():
        draft.put(index, "boilerplate" if hit.role == "boilerplate" else "navigation", hit.rule)
    _menus_inside(draft, first, last)
    _put_topics(draft, first, last)
    return first, last


def _put_topics(draft: Draft, first: int, last: int) -> None:
    """Label the words that a page is filed under, beneath the last running text of its own: ``Themen: Weberei``."""
    if draft.marks:
        return
    under = next((index for index in range(last, first, -1) if draft.prose[index]), first) + 1
    for index in range(under, len(draft)):
        label, colon, words = draft.text[index][:_LABEL].replace("：", ":").partition(":")
        if colon and words and fold(label).strip(" #") in _TOPICS and not draft.prose[index]:
            draft.put(index, "boilerplate", "notice:topics")


def _count_visits(draft: Draft, hits: dict[int, Hit]) -> None:
    """Label the counter under a text that nothing else shows to be a page."""
    last = len(draft) - 1
    if last in hits and hits[last].rule == "counter":
        draft.put(last, "boilerplate", "counter")


def _foot(draft: Draft, hits: dict[int, Hit], heading: int) -> int:
    """The last segment of a section, before the notices of the page."""
    return next((index for index in range(heading + 1, len(draft)) if index in hits), len(draft)) - 1


def close_web(draft: Draft, region: tuple[int, int]) -> None:
    """Label what lies outside the content, whose head is known by now."""
    first, last = region
    head = next(
        (
            index
            for index in range(first)
            if draft.role[index] == "title" and draft.rule[index] in ("title", "markup:title")
        ),
        first,
    )
    inside = find_inside(draft, first, last)
    beside = [
        index
        for index in (*range(head), *range(last + 1, len(draft)))
        if index not in inside and not (draft.marks and draft.marks[index].place == "main")
    ]
    below = [index for index in beside if index > last]
    find_forms(draft, below)
    find_comments(draft, below)
    for index in beside:
        _outside(draft, index)
    if not draft.marks:
        _put_buttons(draft, head, first)


def _put_buttons(draft: Draft, head: int, first: int) -> None:
    """Label what stands tight beside known buttons between the title and the text, and bare numbers."""
    row: list[int] = []
    for index in range(head + 1, first + 1):
        if index == first or draft.gap[index]:
            if any(draft.role[entry] == "navigation" for entry in row):
                for entry in row:
                    draft.put(entry, "navigation", "menu_inside")
            row = []
        if index == first:
            break
        text = draft.text[index]
        if draft.role[index] is None and not any(map(str.isalpha, text)):
            draft.put(index, "boilerplate", "counter")
        elif draft.role[index] == "navigation" or (
            draft.role[index] is None
            and draft.size[index] <= _BUTTON
            and not draft.stop[index]
            and not is_person(text)
            and not is_byline(text, draft.size[index])
        ):
            row.append(index)


def _is_web(draft: Draft, hits: dict[int, Hit]) -> bool:
    """A notice, two menu lines or one that only a page has; more of them the longer the text."""
    score = 0
    for hit in hits.values():
        if hit.rule in ("link", "counter"):
            continue
        if hit.rule == "markup":
            return True
        if hit.rule == "advert":
            score += 1
            continue
        score += 2 if hit.role == "boilerplate" or " " in hit.rule or hit.rule == "breadcrumbs" else 1
    return score >= 2 and score * 60 >= len(draft)


def _is_framed(draft: Draft, hits: dict[int, Hit]) -> bool:
    """Menus over and under the text, told by shape alone: many short unfinished lines in a row at both ends."""
    total = len(draft)
    prose = [index for index in range(total) if draft.prose[index]]
    if draft.is_set_narrow:
        return False
    if not prose or total > 400 or sum(map(bool, map(_HEADED.match, draft.text[:_HEAD]))) >= _FIELDS:
        return False
    over = _menu_like(draft, range(prose[0] - 1, -1, -1), hits)
    under = _menu_like(draft, range(prose[-1] + 1, total), hits)
    return over >= 3 and under >= 3 and over + under >= 10 and bool(hits or not _is_printed(draft))


def _is_printed(draft: Draft) -> bool:
    """True for a text that numbers its pages or parts, tells its edition or has rows: what frames it is no menu."""
    return (
        not _PRINTED.isdisjoint(draft.role)
        or any(division(text, draft.cues) is not None for text in draft.text)
        or tells_periods(draft)
    )


def _prose_outside(draft: Draft, first: int, last: int) -> float:
    """The share of the running text that stands before ``first`` or after ``last``."""
    sizes = [draft.size[index] if draft.prose[index] else 0 for index in range(len(draft))]
    return 1 - sum(sizes[first : last + 1]) / max(1, sum(sizes))


def _menu_like(draft: Draft, indices: range, hits: dict[int, Hit]) -> int:
    run = best = width = 0
    for index in indices:
        short = draft.size[index] <= 60 and draft.text[index][-1] not in ".,;。，；"
        if index in hits or (short and draft.role[index] is None and draft.gap[index] <= 1):
            run += 1
            width += draft.size[index]
            if width <= 36 * run:
                best = max(best, run)
        else:
            run = width = 0
    return best


def _menus_inside(draft: Draft, first: int, last: int) -> None:
    """The short lines that follow a menu's heading inside the text, until the text goes on."""
    inside = False
    for index in range(first, last + 1):
        if draft.role[index] == "navigation":
            inside = True
        elif (
            draft.prose[index]
            or draft.stop[index]
            or draft.gap[index] > 1
            or draft.role[index] == "heading"
            or _is_named(draft, index)
        ):
            inside = False
        elif inside and draft.role[index] is None:
            following = index + 1
            if (
                following <= last
                and draft.prose[following]
                and draft.gap[following] >= 1
                and draft.gap[index] >= 1
            ):
                inside = False
            else:
                draft.put(index, "navigation", "menu_inside")


def _is_named(draft: Draft, index: int) -> bool:
    """True for what the markup calls something that is no link: no line of a menu."""
    if not draft.marks:
        return False
    return draft.marks[index].kind in (*PARTS, "heading", "date") and draft.marks[index].linked < 0.5


def _outside(draft: Draft, index: int) -> None:
    if draft.role[index] is None:
        short = draft.size[index] <= 110 and (not draft.stop[index] or draft.text[index][-1] not in ".。")
        # Who commented, and when; how often the page was read; where the site's owner lives.
        timed = _MINUTE.search(draft.text[index]) is not None or _FILED.search(draft.text[index]) is not None
        draft.put(index, "navigation" if short and not timed else "boilerplate", "outside_content")
