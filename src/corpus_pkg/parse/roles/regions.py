"""Where the running text of a captured web page begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.closings import signs
from corpus_pkg.parse.roles.datelines import is_dateline
from corpus_pkg.parse.roles.lists import is_field, is_listed, is_table
from corpus_pkg.parse.roles.places import main_part
from corpus_pkg.parse.roles.shape import is_plain_sentence
from corpus_pkg.parse.roles.valedictions import is_closing
from corpus_pkg.parse.roles.verse import is_verse

if TYPE_CHECKING:
    from corpus_pkg.model import MarkKind
    from corpus_pkg.parse.roles.draft import Draft
    from corpus_pkg.parse.roles.menus import Hit

PARTS: frozenset[MarkKind | None] = frozenset({"item", "row", "note", "quotation", "caption"})
"""What belongs to a text whether or not it reads like one."""

BREAKING = frozenset({"advert", "also", "list_repeated"})
"""Rules of lines that break into a text, which goes on below them."""

_WRITTEN = frozenset({"heading", "list_item", "table", "quotation", "verse", "footnote"})
_SIGNING, _APART = 2, 4
"""Lines that may stand under a text and belong to it whatever they are, and between two parts of a text."""
_NAMES = 3
"""Lines between a text and the date under it: names, offices."""
_CLOSING = 3
_NEARLY = 0.6
"""The share of the greatest evidence from which an earlier stretch of running text is the page's own."""
"""Short paragraphs that may close a text."""


def find_region(draft: Draft, hits: dict[int, Hit]) -> tuple[int, int]:
    """The first and the last segment of the page's own text, what opens and closes it included."""
    first, last = main_part(draft) or _main_region(draft, hits)
    return _opened(draft, hits, first), _closed(draft, hits, last)


def _closed(draft: Draft, hits: dict[int, Hit], last: int) -> int:
    """Move the end on over what belongs to a text, up to the first notice: points, rows, sentences, who signs."""
    if draft.marks:
        return last
    total = len(draft)
    below = next((index for index in range(last + 1, total) if index in hits), total)
    last = _along_closing(draft, last, below)
    if below - last > _SIGNING + 1:
        last = _along(draft, range(last + 1, below), last)
        last = _along_signers(draft, last, below)
    if below < total and below - last <= _SIGNING + 1:
        return below - 1
    return last


def _along_closing(draft: Draft, last: int, below: int) -> int:
    """Move the end on over the phrase that closes a letter right under the text, who signs it, and when."""
    under = last + 1
    if under >= below or not is_closing(draft, under):
        return last
    while under + 1 < below and draft.gap[under + 1] <= draft.gap[last + 1]:
        text, size = draft.text[under + 1], draft.size[under + 1]
        if not (signs(draft, under + 1) or is_dateline(text, size, draft.cues)):
            break
        under += 1
    return under


def _along_signers(draft: Draft, last: int, below: int) -> int:
    """Move the end on over the place and date under a text, and over who signs there.

    Where nothing else stands over the first notice, names and offices may precede the date, and one line behind
    which somebody signs: whom to ask.
    """
    reach = range(last, min(below, last + 2 + _NAMES))
    dated = next((i for i in reach if is_dateline(draft.text[i], draft.size[i], draft.cues)), None)
    if dated is None:
        return last
    under = next((index for index in range(dated + 1, below) if not signs(draft, index)), below)
    if dated <= last + 1:
        return under - 1
    told = last + 2 if under > dated + 1 else last + 1
    signed = all(signs(draft, index) for index in range(told, dated))
    return below - 1 if signed and under == below else last


def _opened(draft: Draft, hits: dict[int, Hit], first: int) -> int:
    """Move the beginning up in the same way, under the last menu over it."""
    if draft.marks:
        return first
    above = next((index for index in range(first - 1, -1, -1) if index in hits), -1)
    return _along(draft, range(first - 1, above, -1), first)


def _along(draft: Draft, indices: range, edge: int) -> int:
    """The last of the indices that is a part of a text, of which none stands far from the one before."""
    for index in indices:
        if abs(index - edge) > _APART:
            break
        if _is_part(draft, index):
            edge = index
    return edge


def _is_part(draft: Draft, index: int) -> bool:
    role = draft.role[index]
    if role is not None:
        return role in _WRITTEN
    return (
        draft.is_running(index)
        or is_plain_sentence(draft.text[index])
        or is_verse(draft, index)
        or is_listed(draft, index)
        or is_field(draft, index)
        or is_table(draft, index)
    )


def _main_region(draft: Draft, hits: dict[int, Hit]) -> tuple[int, int]:
    """The contiguous run of segments with the greatest sum of evidence for running text, or nearly so.

    Maximum sub-arrays, of which the first wins that comes near the greatest: below a text stand the first
    lines of others. None reaches what readers commented.
    """
    total = 0.0
    begin = 0
    runs: list[tuple[float, int, int]] = [(0.0, 0, len(draft) - 1)]
    for index in range(len(draft)):
        if index in hits and hits[index].rule == "comment":
            break
        total += _weight(draft, index, hits)
        if total <= 0:
            total, begin = 0.0, index + 1
        elif runs[-1][1] != begin or len(runs) == 1:
            runs.append((total, begin, index))
        elif total > runs[-1][0]:
            runs[-1] = (total, begin, index)
    best = max(runs)[0]
    _, first, last = next(run for run in runs if run[0] >= _NEARLY * best)
    first = next((i for i in range(first, last) if draft.prose[i] or draft.stop[i]), first)
    return _reach(draft, hits, first, -1), _reach_parts(draft, _reach(draft, hits, last, 1))


def _reach_parts(draft: Draft, edge: int) -> int:
    """Move the end on over the points, rows and notes that a text ends with, and a few paragraphs: who signs it."""
    if not draft.marks:
        return edge
    part = draft.marks[edge].part
    paragraphs = 0
    for index in range(edge + 1, len(draft)):
        mark = draft.marks[index]
        if draft.role[index] is not None or mark.linked >= 0.5:
            break
        paragraphs += mark.kind == "paragraph"
        if mark.kind not in PARTS and not (
            mark.kind == "paragraph" and mark.part == part and paragraphs <= _CLOSING
        ):
            break
        edge = index
    return edge


def _reach(draft: Draft, hits: dict[int, Hit], edge: int, step: int) -> int:
    """Move an edge on to the next running text if no menu or notice stands before it."""
    index = edge + step
    while 0 <= index < len(draft) and abs(index - edge) <= 8 and not _ends(hits.get(index)):
        if draft.prose[index]:
            edge = index
        index += step
    return edge


def _ends(hit: Hit | None) -> bool:
    """True for a menu or a notice that does not break into a text."""
    return hit is not None and hit.rule not in BREAKING


def _weight(draft: Draft, index: int, hits: dict[int, Hit]) -> float:
    size, stop = draft.size[index], draft.stop[index]
    if index in hits:
        if hits[index].rule == "end":
            return -4.0
        if hits[index].rule in BREAKING:
            return 0.0  # the text goes on below it
        return -1.2 if hits[index].role == "boilerplate" else -1.0
    if draft.role[index] is not None:
        return 0.0
    if draft.marks and draft.marks[index].linked >= 0.5:
        return -0.5
    if draft.marks and draft.marks[index].kind in (*PARTS, "heading") and not draft.prose[index]:
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
