"""The notices of captured web pages, line by line, and with its menus all that shows that a document is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, words_of
from corpus_pkg.parse.roles.datelines import is_dateline
from corpus_pkg.parse.roles.menus import Hit, find_menu
from corpus_pkg.parse.roles.places import stands_in_text
from corpus_pkg.parse.roles.postings import bare_posting
from corpus_pkg.parse.roles.shape import division

if TYPE_CHECKING:
    from corpus_pkg.model import MarkKind
    from corpus_pkg.parse.roles.draft import Draft

_MARGINAL = ("navigation", "boilerplate")
_SURE = frozenset({"corpus", "markup", "links", "heads_links"})
"""Rules that were asked before: what the corpus names, and what the markup does."""
_POINTS = 8
"""Paragraphs among which the point before one begins."""
_EDGE = 40
"""Segments at either end of a long text among which a page's menus and notices would show."""
_COPYRIGHT = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright|版权|版權)\W{0,4}(?:©|ⓒ|\(c\)|by\s|copyright)?\W{0,3}(?:\d{4}|\w+.{0,40}\d{4})",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}\s?[日일]?\s+\d{1,2}:\d\d(?::\d\d)?\s+\D"
    r"|(?:작성일|등록일|게시일|입력|发布时间|发布日期|日期|时间|公開日|投稿日|掲載日)\s?[:：]?\s?\d{2,4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d"
    r"|(?:posted|published|added|publié|publicado|publicada|pubblicato|veröffentlicht|опубликовано|дата|добавлено)"
    r"(?:\son|\sle|\sel|\sem|\sil|\sam)?\s?[:：]?\s\d{1,4}[-./]\d{1,2}[-./]\d",
    re.IGNORECASE,
)
"""Day and minute, and who says so: the line over an article, whatever buttons stand behind it."""
_STAMPED = 110
_BESIDE_DATES = frozenset({"counter", "breadcrumbs"})
"""Rules of what a line that dates a text may hold too: ``14.01.2020 | 12 Kommentare``."""
_PUBLISHED = (
    "publicad",
    "pubblicat",
    "publié",
    "veröffentlicht",
    "опубликован",
    "geplaatst",
    "δημοσι",
    "نشر",
    "פורסם",
)
_COPYRIGHT_SIGNS = ("©", "ⓒ", "(c)", "copyr", "版权", "版權")
"""One of these is in whatever the pattern matches."""
_PARTS: frozenset[MarkKind | None] = frozenset({"item", "row", "quotation", "caption"})


def find_hits(draft: Draft) -> dict[int, Hit]:
    """Every line that a menu or a notice shows in, by its index."""
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
    return found if draft.marks else _without_told(draft, found)


def _without_told(draft: Draft, found: dict[int, Hit]) -> dict[int, Hit]:
    """Leave out what a text tells about cookies and rights: sentences with other running text before and after them.

    Nothing but running text stands between: a notice of a page has its menus on one side. Who claims a right, or
    begins as notices do, tells nothing.
    """
    told: set[int] = set()
    waiting: list[int] | None = None  # what holds a phrase since the last other running text
    for index in range(len(draft)):
        if not draft.is_running(index):
            waiting = None
        elif index not in found:
            told.update(waiting or ())
            waiting = []
        elif waiting is not None and _may_tell(draft, index, found[index]):
            waiting.append(index)
    return {index: hit for index, hit in found.items() if index not in told}


def _may_tell(draft: Draft, index: int, hit: Hit) -> bool:
    """True for a phrase that a sentence may hold. A word alone may open one too: Copyright reform came late."""
    text = draft.text[index]
    if not hit.rule.startswith("notice:") or _COPYRIGHT.search(text):
        return False
    start = draft.cues.notice_start.find_start(fold(text[:40]))
    return start is None or (start.isalpha() and text[len(start) :][:1].isspace())


def _is_part(draft: Draft, text: str) -> bool:
    """True for what books share because all books have it: Introduction, Chapter I, Notes."""
    low = fold(text).rstrip(".: ")
    return (
        low in draft.cues.front or low in draft.cues.notes_heading or division(text, draft.cues) is not None
    )


def _hits_in(draft: Draft, indices: range) -> dict[int, Hit]:
    return {index: hit for index in indices if (hit := _hit(draft, index, draft.text[index])) is not None}


def _hit(draft: Draft, index: int, text: str) -> Hit | None:
    cues, size = draft.cues, draft.size[index]
    given = draft.role[index]
    if given is not None:
        name = draft.rule[index].partition(":")[0]
        return Hit(given, name) if given in _MARGINAL and name in _SURE else None
    if text in draft.shared and size <= 300 and not _is_part(draft, text):
        short = size < 60 and not draft.stop[index]
        return Hit("navigation" if short else "boilerplate", "shared_line")
    if draft.marks and _speaks_of_it(draft, index):
        return None
    if (size <= _STAMPED and _STAMP.match(text)) or (text[:3] == "(c)" and _is_third_point(draft, index)):
        return None
    low = fold(text[:420])
    phrase = cues.notice_start.find_start(low)
    if phrase and (size <= 200 or not phrase.endswith(":")) and not (len(phrase) < 6 and size > 80):
        return Hit("boilerplate", f"notice:{phrase.strip()}")
    if size > 420:
        return None
    phrase = cues.notice.find(low, words_of(low))
    if phrase and (size <= 160 or low.find(phrase) < 100) and not _files(draft, text, size, phrase):
        return Hit("boilerplate", f"notice:{phrase}")
    if size > 120:
        return None
    if any(sign in low for sign in _COPYRIGHT_SIGNS) and _COPYRIGHT.search(text):
        return Hit("boilerplate", "copyright")
    if draft.stop[index]:
        return None
    hit = find_menu(draft, index, low)
    if hit and hit.rule in _BESIDE_DATES and is_dateline(text, size, cues):
        return None
    return hit


def _files(draft: Draft, text: str, size: int, phrase: str) -> bool:
    """True for the line that says when a text was published, where others say under which heading: ``publicado em``.

    It may say besides where to comment.
    """
    told = phrase.startswith(_PUBLISHED) or bare_posting(text) != text
    return told and is_dateline(text, size, draft.cues) is not None


def _is_third_point(draft: Draft, index: int) -> bool:
    """True for ``(c)`` behind a point ``(b)``, which claims no copyright."""
    return any(text.startswith("(b)") for text in draft.text[max(0, index - _POINTS) : index])


def _speaks_of_it(draft: Draft, index: int) -> bool:
    """True for running text, points and rows in the middle of the page's own text, which may speak of cookies too."""
    mark = draft.marks[index]
    announces = draft.size[index] >= 80 and draft.text[index][-1] in ":："
    told = (
        draft.is_running(index) or announces
        if mark.kind in {None, "set", "paragraph"}
        else mark.kind in _PARTS
    )
    return told and stands_in_text(draft, index)
