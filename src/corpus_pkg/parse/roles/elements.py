"""What the markup of a page says that its lines are: headings, points, rows, quotations, captions.

Markup is evidence: what is set as a heading for its looks and runs on for lines is running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.verse import is_verse

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus_pkg.model import MarkKind, Role
    from corpus_pkg.parse.roles.draft import Draft

_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av|автор:?|text:|글|文)\s", re.IGNORECASE)
_HIDDEN_BY: frozenset[str] = frozenset(
    {"lone_number", "page_number", "running_head", "cells", "number", "year", "place_date", "place_year"}
)
"""Rules about numbers and dates that know less than markup does."""
_MOST = 0.5
"""The share of the running text beyond which a kind is there for its looks."""
_LONG = 120
_FILED, _HEAD = 40, 6
"""Columns of a name or a counter, and how far under the title its list stands."""


def find_marked(draft: Draft) -> None:
    """Label what the markup names, wherever the text does not contradict it."""
    if not draft.marks:
        return
    misused = _find_misused(draft)
    for index, mark in enumerate(draft.marks):
        if draft.role[index] is not None and not _yields(draft, index):
            continue
        if mark.kind == "item" and _files(draft, index):
            if any(map(str.isdigit, draft.text[index])):
                draft.put(index, "boilerplate", "counter")
            else:
                draft.put(index, "dateline", "byline")
            continue
        told = _TOLD.get(mark.kind)
        if told is None or mark.kind in misused or not told[2](draft, index):
            continue
        role, element, _ = told
        draft.role[index] = None
        if role == "quotation" and is_verse(draft, index):
            draft.put(index, "verse", "stanza")
        else:
            draft.put(index, role, f"markup:{element}{mark.level or ''}")
    draft.headed = any(
        role == "heading" and rule.startswith("markup:")
        for role, rule in zip(draft.role, draft.rule, strict=True)
    )


def _files(draft: Draft, index: int) -> bool:
    """True for a point in the list of author, date and counters that stands under many a title."""
    beside = [other for other in (index - 1, index + 1) if 0 <= other < len(draft)]
    return (
        draft.size[index] <= _FILED
        and not draft.stop[index]
        and any(draft.marks[other].kind == "item" and draft.role[other] == "dateline" for other in beside)
        and "title" in draft.role[max(0, index - _HEAD) : index]
    )


def _yields(draft: Draft, index: int) -> bool:
    return draft.rule[index] in _HIDDEN_BY and draft.marks[index].kind in {"heading", "item", "row", "page"}


def _find_misused(draft: Draft) -> frozenset[MarkKind | None]:
    """Kinds under which most of the running text stands: a page that indents or prints its text so."""
    sizes: dict[MarkKind | None, int] = {}
    for index, mark in enumerate(draft.marks):
        if draft.role[index] is None and draft.is_running(index):
            sizes[mark.kind] = sizes.get(mark.kind, 0) + draft.size[index]
    total = sum(sizes.values())
    return frozenset(
        kind
        for kind in ("quotation", "heading", "caption", "note", "date", "attribution")
        if sizes.get(kind, 0) > _MOST * total
    )


def _may_head(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    if draft.size[index] > 2 * _LONG or not any(map(str.isalnum, text)):
        return False
    return not (draft.size[index] > _LONG and draft.stop[index] and text[-1] not in "?!？！")


def _may_quote(draft: Draft, index: int) -> bool:
    return not (draft.text[index][0] in "—–―" and draft.size[index] <= 80)


def _may_date(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    return draft.size[index] <= 110 and (any(map(str.isdigit, text)) or _BYLINE.match(text) is not None)


def _is_short(draft: Draft, index: int) -> bool:
    return draft.size[index] <= 60


def _counts(draft: Draft, index: int) -> bool:
    return _is_short(draft, index) and any(map(str.isdigit, draft.text[index]))


def _may_caption(draft: Draft, index: int) -> bool:
    return draft.size[index] <= 800


def _always(draft: Draft, index: int) -> bool:
    del draft, index
    return True


_TOLD: dict[MarkKind | None, tuple[Role, str, Callable[[Draft, int], bool]]] = {
    "heading": ("heading", "h", _may_head),
    "item": ("list_item", "li", _always),
    "row": ("table", "tr", _always),
    "quotation": ("quotation", "blockquote", _may_quote),
    "attribution": ("attribution", "cite", lambda draft, index: draft.size[index] <= _LONG),
    "caption": ("caption", "figcaption", _may_caption),
    "picture": ("caption", "img", _may_caption),
    "note": ("footnote", "note", _always),
    "verse": ("verse", "verse", lambda draft, index: not draft.prose[index] or is_verse(draft, index)),
    "date": ("dateline", "time", _may_date),
    "counter": ("boilerplate", "counter", _counts),
    "page": ("page_furniture", "pagebreak", _is_short),
    "control": ("navigation", "button", _is_short),
}
"""By kind: the role, the element that stands for it in the rule, and whether the text allows it."""
