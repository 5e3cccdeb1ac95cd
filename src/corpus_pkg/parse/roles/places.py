"""What the markup of a page says of where its lines stand: menus, notices, comments, and the page's own text.

Markup is evidence: a part of the page that calls itself a menu and holds most of the running text is none.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.marked_titles import find_marked_title, repeats_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus_pkg.model import Mark, MarkPlace, Role
    from corpus_pkg.parse.roles.draft import Draft

_OWN: frozenset[MarkPlace | None] = frozenset({None, "main"})
_ROLES: dict[MarkPlace | None, Role] = {
    "navigation": "navigation",
    "contents": "navigation",
    "related": "navigation",
    "share": "navigation",
    "notice": "boilerplate",
    "comments": "boilerplate",
    "advert": "boilerplate",
}
"""The other places hold both: links and names are menus there, the rest notices."""
_WORDLESS: frozenset[MarkPlace | None] = frozenset({"navigation", "contents", "share"})
"""Places that hold no running text: where most of one is that and no link, it only bears the name of one."""
_TALKATIVE: frozenset[MarkPlace | None] = frozenset({"comments", "notice"})
_OVER, _FAR_OVER = 2, 20
"""So many times the running text that a page calls its own cannot stand in what it calls its margin."""
_LINKED = 0.8
"""The share of letters in links from which a line is a link and nothing else."""
_MOSTLY = 0.5
_FEW = 0.3
_NEARLY_ALL = 0.9


def find_places(draft: Draft) -> None:
    """Label what the markup sets apart from the page's own text; correct the marks of what it wrongly sets apart."""
    if not draft.marks:
        return
    _correct(draft)
    title = find_marked_title(draft)
    for index, mark in enumerate(draft.marks):
        if mark.place not in _OWN and index != title:
            draft.put(index, _role(draft, index, mark), f"markup:{mark.place}")
    _find_links(draft, title)
    if title is not None and draft.role[title] is None:
        draft.put(title, "title", "markup:title")


def main_part(draft: Draft) -> tuple[int, int] | None:
    """Where the page's own text begins and ends, where the markup says so and is right: most of it stands there."""
    inside = [
        index for index, mark in enumerate(draft.marks) if mark.place == "main" and draft.role[index] is None
    ]
    running = _running(draft, range(len(draft.marks)))
    told = [index for index in inside if draft.is_running(index)]
    if not told or _running(draft, inside) * 2 < running:
        return None
    return told[0], inside[-1]


def find_inside(draft: Draft, first: int, last: int) -> range:
    """What belongs to the page's own text beside what stands from ``first`` to ``last``: the parts that it stands in.

    A part that holds nearly all of the page tells nothing.
    """
    if not draft.marks:
        return range(0)
    ends: dict[int, tuple[int, int]] = {}
    for index, mark in enumerate(draft.marks):
        ends[mark.part] = (ends.get(mark.part, (index, 0))[0], index)
    own = {
        draft.marks[index].part
        for index in range(first, last + 1)
        if draft.role[index] is None and draft.is_running(index)
    }
    told = [
        ends[part] for part in own if part and ends[part][1] - ends[part][0] + 1 <= _NEARLY_ALL * len(draft)
    ]
    told.append((first, last))
    return range(min(begin for begin, _ in told), max(end for _, end in told) + 1)


def stands_in_text(draft: Draft, index: int) -> bool:
    """True in the middle of the page's own text: the markup says so, or running text is on both sides."""
    around = range(max(0, index - 1), min(len(draft), index + 2))
    if len(around) < 3 or any(draft.marks[other].linked >= _MOSTLY for other in around):
        return False
    places = {draft.marks[other].place for other in around}
    return places == {"main"} or (places == {None} and all(draft.is_running(other) for other in around))


def _running(draft: Draft, indices: range | list[int]) -> int:
    """The columns of running text among segments that have no role yet."""
    return sum(
        draft.size[index] for index in indices if draft.role[index] is None and draft.is_running(index)
    )


def _stretches(draft: Draft) -> Iterator[tuple[MarkPlace | None, list[int]]]:
    for place, stretch in groupby(range(len(draft)), key=lambda index: draft.marks[index].place):
        yield place, list(stretch)


def _correct(draft: Draft) -> None:
    """Take back the places that hold more running text than the rest of the page: first parts, then all of a name."""
    parts = list(_stretches(draft))
    own = sum(_running(draft, part) for place, part in parts if place in _OWN)
    by_place: dict[MarkPlace | None, list[int]] = {}
    for place, part in parts:
        if place in _OWN:
            continue
        if _running(draft, part) > _bound(place, own) or _belies(draft, place, part):
            own += _take_back(draft, part)
        else:
            by_place.setdefault(place, []).extend(part)
    for place, part in by_place.items():
        if _running(draft, part) > _bound(place, own):
            own += _take_back(draft, part)


def _bound(place: MarkPlace | None, own: int) -> int:
    return own * (_FAR_OVER if place in _TALKATIVE else _OVER)


def _belies(draft: Draft, place: MarkPlace | None, part: list[int]) -> bool:
    """True for running text in what should be links: `related-work` is the name of a section of many a paper."""
    running = _running(draft, part)
    if place in _WORDLESS:
        return running * 2 > sum(draft.size[index] for index in part)
    return place == "related" and running > 0 and all(draft.marks[index].linked < _FEW for index in part)


def _take_back(draft: Draft, part: list[int]) -> int:
    """Count a part to what stands before it."""
    before = draft.marks[part[0] - 1].place if part[0] else None
    for index in part:
        draft.marks[index] = draft.marks[index]._replace(place=before if before in _OWN else None)
    return _running(draft, part)


def _role(draft: Draft, index: int, mark: Mark) -> Role:
    role = _ROLES.get(mark.place)
    if role is not None:
        return role
    if mark.linked >= _MOSTLY or mark.kind == "heading":
        return "navigation"
    short = draft.size[index] <= 60 and not draft.stop[index]
    return "navigation" if short and mark.place in {"header", "aside"} else "boilerplate"


def _find_links(draft: Draft, title: int | None) -> None:
    """Label lines that are links and nothing else, two or more of them, and the line that heads them."""
    last = max((index for index in range(len(draft)) if _goes_on(draft, index)), default=len(draft))
    run: list[int] = []
    for index in range(len(draft) + 1):
        if index < len(draft) and _is_link(draft, index) and not repeats_title(draft, index, title):
            run.append(index)
            continue
        if len(run) >= 2 or (run and (run[0] > last or _may_stand_alone(draft, run[0], title))):
            for link in run:
                draft.put(link, "navigation", "links")
            if len(run) >= 2 and run[0] - 1 != title and not _goes_on(draft, index):
                _label_head(draft, run[0] - 1)
        run = []


def _is_link(draft: Draft, index: int) -> bool:
    mark = draft.marks[index]
    return (
        draft.role[index] is None and mark.linked >= _LINKED and mark.kind not in {"row", "note", "caption"}
    )


def _may_stand_alone(draft: Draft, index: int, title: int | None) -> bool:
    """True for a link that nothing like it stands beside: before the title, or in no element that text stands in."""
    mark = draft.marks[index]
    if title is not None and index < title:
        return mark.kind != "heading"
    return mark.place is None and mark.kind in {None, "set", "item", "control"} and not draft.stop[index]


def _goes_on(draft: Draft, index: int) -> bool:
    return index < len(draft) and draft.role[index] is None and draft.is_running(index)


def _label_head(draft: Draft, index: int) -> None:
    if index < 0 or draft.size[index] > 60 or draft.stop[index] or draft.lines(index) > 1:
        return
    if draft.marks[index].kind in {None, "set", "heading"} and draft.text[index][-1] not in ",;":
        draft.put(index, "navigation", "heads_links")
