"""The menus of captured web pages: their entries, buttons, paths and links, and the counters beside them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.parse.roles.cues import word_lists
from corpus_pkg.parse.roles.datelines import BYLINE, numbers_issue

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.cues import Cues
    from corpus_pkg.parse.roles.draft import Draft

_TRIM = "0123456789 .,:;!?|»«›‹<>→←▼▲▸◂•·-–—()[]+…\t*#&"
_CRUMBS = re.compile(r"\s[>»›→/|·•]\s")
_CRUMB_SIGNS = frozenset(">»›→/|·•")
_BULLETS = frozenset("•·▪■□◦●○►▶»›-–*")
_ENTRY, _KNOWN = 40, 2
"""Columns of an entry of a menu, and entries that make a list a menu."""
_BESIDE = word_lists("menu")["beside"]
_COUNTED = word_lists("menu")["counted"]
_BOARD = " 목록"
"""How the line ends that leads back to the list of a board."""
_GAP = re.compile(r"\s{3,}|\t")
_BELOW = 8
"""Lines below a path among which the title stands that it ends with."""
_PAIR, _LINKED = 2, 24
_BUTTONS, _CRUMBLED = 3, 12
"""Words that a line of buttons has at least and at most."""
_TONGUES = word_lists("menu")["tongues"]
_BOX = re.compile(r"\[\s?([^\[\]]{2,24}?)\s?\]")
_BOXED = re.compile(r"(?:\[[^\[\]]{2,24}\]\s*){2,}\Z")
_BOXES = 3
"""Words in brackets, and nothing else, that a line of more has in a menu only."""
_PARTED = str.maketrans(dict.fromkeys("|·•/-–,", " "))
_AGAIN, _LIST = 3, 4
"""How often a button or a list recurs on a page at least, and the lines of such a list."""
_LINK = re.compile(r"(?:https?://|www\.)\S+\Z|[\w.+-]+@[\w-]+\.[\w.]+\Z")
_DAY = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d")
"""A word beside a day says what was done on it: ``Giriş: 24.06.2019``."""
_COUNTER = re.compile(
    r"\d+\s?(?:comments?|replies|views|shares|likes|kommentare?|commentaires?|comentarios?|просмотр\w*"
    r"|комментари\w*|댓글|件|条评论|コメント|min(?:ute)?s? read|мин\w*\.? чтения)\Z"
    r"|\d\s?(?:kez okundu|yorum|commenti|comentários?|σχόλια|تعليقات?|تعليق|نظر|תגובות"
    r"|टिप्पणियाँ|टिप्पणियां|komentar|bình luận|lượt xem|lượt đọc|ความคิดเห็น)\Z"
    r"|\A(?:dibaca|dilihat|letto|lido|okundu)\s[\d.,]+\s?(?:kali|volte|vezes|kez|kere)?\Z"
    r"|total\s[\d,]+\s?건|전체\s?[\d,]+\s?건"
    r"|\A(?:total )?[\d.,]+ (?:visitors?|visits|hits|page views)\Z"
    r"|\A(?:total )?(?:visitors?|visits|hits|page views|방문자|посещений|访问量|浏览量)\b.{0,12}\d\Z",
    re.IGNORECASE,
)


class Hit(NamedTuple):
    """A line's evidence of a web page."""

    role: str
    rule: str


def find_menu(draft: Draft, index: int, low: str) -> Hit | None:
    """What a short unfinished line shows of a menu, if it does; ``low`` is the line as phrases are compared."""
    cues, text, size = draft.cues, draft.text[index], draft.size[index]
    bare = low.strip(_TRIM)
    if bare in cues.advert:
        return Hit("boilerplate", "advert")
    if bare in cues.menu_end:
        return Hit("navigation", "end")
    if draft.marks and _heads_text(draft, index):
        return None
    if low.endswith(_BOARD) and size <= _ENTRY:
        return Hit("navigation", "menu:목록")
    if bare in cues.menu and not _DAY.search(text):
        return Hit("navigation", f"menu:{bare}")
    if size > 100:
        return None
    if "|" in text and _is_pair(cues, low):
        return Hit("navigation", "menu_sign")
    if cues.also.find_start(low):
        return Hit("navigation", "also")
    phrase = cues.menu_start.find_start(low) if "»" not in text[2:-1] or " » " in text else None
    if phrase:
        return Hit("navigation", "menu_start" if any(map(str.isalpha, phrase)) else "menu_sign")
    if _are_buttons(draft, low):
        return Hit("navigation", "buttons")
    if not _CRUMB_SIGNS.isdisjoint(text) and not numbers_issue(text) and len(_CRUMBS.findall(text)) >= 2:
        return Hit("navigation", "breadcrumbs")
    if _is_path(draft, index):
        return Hit("navigation", "breadcrumbs")
    if _LINK.match(text):
        return Hit("boilerplate", "link")
    if BYLINE.match(text):
        return None
    counts = _COUNTER.search(low) or (low[0].isdigit() and bare in _COUNTED)
    return Hit("boilerplate", "counter") if counts else None


def _heads_text(draft: Draft, index: int) -> bool:
    """True for a heading in the page's own text right over running text, which may speak of menus too."""
    below = index + 1
    return (
        draft.marks[index].kind == "heading"
        and below < len(draft)
        and draft.marks[index].place == draft.marks[below].place == "main"
        and draft.is_running(below)
    )


def _is_path(draft: Draft, index: int) -> bool:
    """True for the way to the page that wide gaps part, from a menu's word to the title that stands again below."""
    raw = draft.raw_lines(index)
    steps = _GAP.split(raw[0].strip()) if len(raw) == 1 else []
    return (
        len(steps) > 1
        and steps[0].casefold() in draft.cues.menu
        and steps[-1] in draft.text[index + 1 : index + 1 + _BELOW]
    )


def _is_pair(cues: Cues, low: str) -> bool:
    """True for the links to what comes before and after: ``Prev | Next``, ``<< Previous record | Next record >>``."""
    parts = [part.strip(_TRIM) for part in low.split("|")]
    return (
        len(parts) == _PAIR
        and all(
            len(part) <= _LINKED and (part in cues.menu or part.split(None, 1)[0] in _BESIDE)
            for part in parts
            if part
        )
        and all(parts)
    )


def _are_buttons(draft: Draft, low: str) -> bool:
    """True for several buttons on one line: ``编辑 讨论 收藏``, ``Facebook Zalo Print``, ``[Home] [Back to list]``."""
    if low[0] == "[" and _BOXED.match(low):
        boxes = _BOX.findall(low)
        return len(boxes) > _BOXES or any(button in draft.cues.menu for button in boxes)
    words = low.translate(_PARTED).split()
    if len(words) >= _BUTTONS and sum(word in _TONGUES for word in words) >= max(_BUTTONS, len(words) - 2):
        return True
    if not _BUTTONS <= len(words) <= _CRUMBLED or words[0] not in draft.cues.menu:
        return False
    return sum(word in draft.cues.menu for word in words) * 3 >= 2 * len(words)


def add_listed(draft: Draft, hits: dict[int, Hit]) -> None:
    """The other entries of a menu that is set as a list: of those next to each other two or more are known."""
    runs: list[list[int]] = []
    for index, text in enumerate(draft.text):
        if text[0] not in _BULLETS:
            continue
        follows = runs and runs[-1][-1] == index - 1 and draft.gap[index] == 0
        # The way to a page ends with what the page is called.
        named = follows and text[1:].strip() in draft.text[index + 1 : index + 1 + _BELOW]
        if (draft.size[index] > _ENTRY or draft.stop[index]) and not named:
            continue
        if follows and draft.text[index - 1][0] == text[0]:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        known = [index for index in run if index in hits and hits[index].rule.startswith("menu:")]
        if len(known) >= _KNOWN:
            for index in run:
                hits.setdefault(index, Hit("navigation", "menu_list"))


def add_repeated(draft: Draft, hits: dict[int, Hit]) -> None:
    """Short lines that come again and again in one page: buttons."""
    seen: dict[str, list[int]] = {}
    for index, text in enumerate(draft.text):
        if (
            draft.size[index] <= 40
            and not draft.stop[index]
            and draft.role[index] is None
            and index not in hits
            and _may_be_button(draft, index)
        ):
            seen.setdefault(text, []).append(index)
    for where in seen.values():
        if len(where) >= _AGAIN:
            hits.update((index, Hit("navigation", "repeated")) for index in where)


def add_recurring(draft: Draft, hits: dict[int, Hit]) -> None:
    """Lists that the page prints three times or more: they break into its text and do not end it."""
    if draft.marks:
        return
    counted = Counter(draft.text)
    row: list[int] = []
    for index in range(len(draft) + 1):
        if index < len(draft) and counted[draft.text[index]] >= _AGAIN and not draft.stop[index]:
            row.append(index)
            continue
        if len(row) >= _LIST:
            hits.update((entry, Hit("navigation", "list_repeated")) for entry in row)
        row = []


def _may_be_button(draft: Draft, index: int) -> bool:
    """True where nothing is known of a line's markup, and for links."""
    return not draft.marks or draft.marks[index].linked >= 0.5
