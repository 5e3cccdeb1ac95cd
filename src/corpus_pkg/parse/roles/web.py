"""Captured web pages: where their content lies, and which lines are menus and notices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_WORD = re.compile(r"[^\W_]+")
_EDGE = 40
"""Segments at either end of a long text among which a page's menus and notices would show."""
_TRIM = "0123456789 .,:;!?|»«›‹>→←▼▲▸◂•·-–—()[]+…\t*#&"
_CRUMBS = re.compile(r"\s[>»›→/|·•]\s")
_LINK = re.compile(r"(?:https?://|www\.)\S+\Z|[\w.+-]+@[\w-]+\.[\w.]+\Z")
_COPYRIGHT = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright|版权|版權)\W{0,4}(?:©|ⓒ|\(c\)|by\s|copyright)?\W{0,3}(?:\d{4}|\w+.{0,40}\d{4})",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:\d+\s?(?:comments?|replies|views|shares|likes|kommentare?|commentaires?|comentarios?|просмотр\w*|комментари\w*|댓글|件|条评论|コメント))\Z",
    re.IGNORECASE,
)


class Hit(NamedTuple):
    """A line's evidence of a web page."""

    role: str
    rule: str


def find_web(draft: Draft) -> tuple[int, int] | None:
    """Label menus and notices if the document is a captured web page; return where its running text begins and ends."""
    hits = _hits(draft)
    if not (_is_web(draft, hits) or _is_framed(draft, hits)):
        return None
    _repeated(draft, hits)
    first, last = _main_region(draft, hits)
    for index, hit in hits.items():
        draft.put(index, "boilerplate" if hit.role == "boilerplate" else "navigation", hit.rule)
    _menus_inside(draft, first, last)
    return first, last


def close_web(draft: Draft, region: tuple[int, int]) -> None:
    """Label what lies outside the content, whose head is known by now."""
    first, last = region
    head = next(
        (index for index in range(first) if draft.role[index] == "title" and draft.rule[index] == "title"),
        first,
    )
    for index in (*range(head), *range(last + 1, len(draft))):
        _outside(draft, index)


def _is_web(draft: Draft, hits: dict[int, Hit]) -> bool:
    """A notice, two menu lines or one that only a page has; more of them the longer the text."""
    score = 0
    for hit in hits.values():
        if hit.rule in ("link", "counter"):
            continue
        if hit.rule == "shared_line":
            return True
        score += (
            2
            if hit.role == "boilerplate" or " " in hit.rule or hit.rule in ("menu_start", "breadcrumbs")
            else 1
        )
    return score >= 2 and score * 60 >= len(draft)


def _is_framed(draft: Draft, hits: dict[int, Hit]) -> bool:
    """Menus over and under the text, told by shape alone: many short unfinished lines in a row at both ends."""
    total = len(draft)
    prose = [index for index in range(total) if draft.prose[index]]
    if not prose or total > 400:
        return False
    over = _menu_like(draft, range(prose[0] - 1, -1, -1), hits)
    under = _menu_like(draft, range(prose[-1] + 1, total), hits)
    return over >= 3 and under >= 3 and over + under >= 10


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


def _repeated(draft: Draft, hits: dict[int, Hit]) -> None:
    """Short lines that come again and again in one page: buttons."""
    seen: dict[str, list[int]] = {}
    for index, text in enumerate(draft.text):
        if (
            draft.size[index] <= 40
            and not draft.stop[index]
            and draft.role[index] is None
            and index not in hits
        ):
            seen.setdefault(text, []).append(index)
    for where in seen.values():
        if len(where) >= 3:
            hits.update((index, Hit("navigation", "repeated")) for index in where)


def _hits(draft: Draft) -> dict[int, Hit]:
    found: dict[int, Hit] = {}
    total = len(draft)
    for index, text in enumerate(draft.text):
        if index == _EDGE and total > 4 * _EDGE and not found and not draft.shared:
            # A page has its menus and notices at its ends: where both ends have none, no page is looked through.
            tail = _hits_in(draft, range(total - _EDGE, total))
            if not tail:
                return {}
        hit = _hit(draft, index, text)
        if hit is not None:
            found[index] = hit
    return found


def _hits_in(draft: Draft, indices: range) -> dict[int, Hit]:
    return {index: hit for index in indices if (hit := _hit(draft, index, draft.text[index])) is not None}


def _hit(draft: Draft, index: int, text: str) -> Hit | None:
    cues, size = draft.cues, draft.size[index]
    if draft.role[index] is not None:
        return None
    if text in draft.shared and size <= 300:
        short = size < 60 and not draft.stop[index]
        return Hit("navigation" if short else "boilerplate", "shared_line")
    low = text[:420].casefold()
    phrase = cues.notice_start.find_start(low)
    if phrase and (size <= 200 or not phrase.endswith(":")) and not (len(phrase) < 6 and size > 80):
        return Hit("boilerplate", f"notice:{phrase.strip()}")
    if size > 420:
        return None
    phrase = cues.notice.find(low, frozenset(_words(low)))
    if phrase and (size <= 160 or low.find(phrase) < 100):
        return Hit("boilerplate", f"notice:{phrase}")
    if size > 120:
        return None
    if _COPYRIGHT.search(text):
        return Hit("boilerplate", "copyright")
    if draft.stop[index]:
        return None
    return _menu_line(draft, text, low, size)


def _menu_line(draft: Draft, text: str, low: str, size: int) -> Hit | None:
    cues = draft.cues
    bare = low.strip(_TRIM)
    if bare in cues.menu_end:
        return Hit("navigation", "end")
    if bare in cues.menu:
        return Hit("navigation", f"menu:{bare}")
    if size > 100:
        return None
    if "»" not in text[2:-1] and cues.menu_start.find_start(low):
        return Hit("navigation", "menu_start")
    if len(_CRUMBS.findall(text)) >= 2:
        return Hit("navigation", "breadcrumbs")
    if _LINK.match(text):
        return Hit("boilerplate", "link")
    return Hit("boilerplate", "counter") if _COUNTER.search(low) else None


def _words(low: str) -> list[str]:
    return _WORD.findall(low)


def _main_region(draft: Draft, hits: dict[int, Hit]) -> tuple[int, int]:
    """The contiguous run of segments with the greatest sum of evidence for running text (maximum sub-array)."""
    best = total = 0.0
    begin = first = 0
    last = len(draft) - 1
    for index in range(len(draft)):
        total += _weight(draft, index, hits)
        if total <= 0:
            total, begin = 0.0, index + 1
        elif total > best:
            best, first, last = total, begin, index
    return _reach(draft, hits, first, -1), _reach(draft, hits, last, 1)


def _reach(draft: Draft, hits: dict[int, Hit], edge: int, step: int) -> int:
    """Move an edge on to the next running text if no menu or notice stands before it."""
    index = edge + step
    while 0 <= index < len(draft) and abs(index - edge) <= 8 and index not in hits:
        if draft.prose[index]:
            edge = index
        index += step
    return edge


def _weight(draft: Draft, index: int, hits: dict[int, Hit]) -> float:
    size, stop = draft.size[index], draft.stop[index]
    if index in hits:
        if hits[index].rule == "end":
            return -4.0
        return -1.2 if hits[index].role == "boilerplate" else -1.0
    if draft.role[index] is not None:
        return 0.0
    if draft.prose[index]:
        return 1.0 + min(size, 600) / 300
    if stop:
        return 0.6 if size >= 40 else 0.1
    if size >= 80:
        return 0.2
    following = index + 1
    if following < len(draft) and draft.prose[following] and following not in hits:
        return 0.0
    return -0.5 if size <= 60 else -0.3


def _menus_inside(draft: Draft, first: int, last: int) -> None:
    """The short lines that follow a menu's heading inside the text, until the text goes on."""
    inside = False
    for index in range(first, last + 1):
        if draft.role[index] == "navigation":
            inside = True
        elif draft.prose[index] or draft.stop[index] or draft.gap[index] > 1:
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


def _outside(draft: Draft, index: int) -> None:
    if draft.role[index] is None:
        short = draft.size[index] <= 110 and (not draft.stop[index] or draft.text[index][-1] not in ".。")
        draft.put(index, "navigation" if short else "boilerplate", "outside_content")
