"""What a site prints over the title of a text that nothing else shows to be a page of it: its name, a menu's word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.datelines import is_byline
from corpus_pkg.parse.roles.stamps import filed_by, is_minute
from corpus_pkg.parse.roles.title_lines import HEAD_REACH, may_be_title

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft
    from corpus_pkg.parse.roles.menus import Hit

_SITE = re.compile(
    r"\b[\w-]{2,30}\.(?:com|org|net|info|gov|edu|[a-z]{2})\Z"
    r"|\bofficial (?:web)?site\b|\boffizielle (?:web|internet)-?seite\b|\bsite officiel\b"
    r"|\b(?:sitio|página|pagina)(?: web)? (?:oficial|ufficiale)\b|\bsito(?: web)? ufficiale\b"
    r"|\bофициальный (?:интернет-|веб-)?(?:сайт|портал)\b|\bофіційний (?:веб-)?сайт\b|\boficjalna strona\b"
    r"|공식 ?(?:홈페이지|사이트|누리집)|公式(?:サイト|ホームページ)|官方网站|官方網站|\btrang (?:thông tin|web)",
    re.IGNORECASE,
)
"""The line by which a site calls itself."""
_NAME = 90
"""Columns of that line at most."""
_DAYS = frozenset({"date", "place_date"})
_UNSURE = frozenset({"link", "notice:contact"})
"""Rules of hits that a text may hold too."""
_FOOT = 12
"""Lines that may stand under the heading of another list at the end."""


def put_site_head(draft: Draft, hits: dict[int, Hit]) -> None:
    """Label the site's name and the words of its menus over a title, where the day of the text stands with it.

    Without the day, ``Home`` may be what a poem is called; ``Latest news`` is what no text is.
    """
    head = range(min(len(draft), 2 * HEAD_REACH))
    first = next((at for at in head if draft.is_running(at) and draft.text[at][-1] not in "!?！？"), None)
    if not first:
        return
    over = [index for index in range(first) if _tells(draft, index, hits)]
    dated = any(_is_dated(draft, index) for index in range(first))
    if not over or not (dated or (over == [0] and hits.get(0) and hits[0].rule == "end")):
        return
    last = max((index for index in over if _is_over_title(draft, index, first)), default=-1)
    for index in range(last + 1):
        hit = hits.get(index)
        if hit is not None:
            draft.put(index, "boilerplate" if hit.role == "boilerplate" else "navigation", hit.rule)
        elif not _is_dated(draft, index):
            draft.put(index, "imprint" if _SITE.search(draft.text[index]) else "navigation", "site_head")
    for index in range(last + 1, first):
        if index in hits and hits[index].rule == "counter":
            draft.put(index, "boilerplate", "counter")


def put_site_foot(draft: Draft, hits: dict[int, Hit]) -> None:
    """Label the buttons at the end of a text, and what stands under the heading of another list there."""
    last = next((index for index in range(len(draft) - 1, -1, -1) if draft.is_running(index)), None)
    if last is None or not 1 < len(draft) - last <= _FOOT:
        return
    foot = range(last + 1, len(draft))
    first = next((i for i in foot if i in hits and hits[i].rule == "end" and i + 1 < len(draft)), len(draft))
    buttons = range(last + 1, first)
    if all(index in hits and hits[index].rule not in _UNSURE for index in buttons) and len(buttons) > 1:
        for index in buttons:
            draft.put(
                index, "boilerplate" if hits[index].role == "boilerplate" else "navigation", hits[index].rule
            )
    for index in range(first, len(draft)):
        draft.put(index, "navigation", "end" if index == first else "outside_content")


def _tells(draft: Draft, index: int, hits: dict[int, Hit]) -> bool:
    if draft.role[index] is not None or draft.stop[index]:
        return False
    hit = hits.get(index)
    if hit is not None:
        return hit.rule not in _UNSURE
    return draft.size[index] <= _NAME and _SITE.search(draft.text[index]) is not None


def _is_over_title(draft: Draft, index: int, first: int) -> bool:
    """True where a line that may be the title stands between this one and the text."""
    return any(
        draft.role[below] is None
        and may_be_title(draft, below)
        and not _is_dated(draft, below)
        and not is_byline(draft.text[below], draft.size[below])
        for below in range(index + 1, first)
    )


def _is_dated(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    return is_minute(text) or filed_by(text, draft.size[index], draft.cues) in _DAYS
