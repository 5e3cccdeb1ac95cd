"""Quotations that are set off by marks alone: a paragraph in quotation marks, announced above or attributed below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.lists import is_marked
from corpus_pkg.parse.roles.shape import division, is_cased, is_person, title_case
from corpus_pkg.parse.roles.verse import is_verse

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "《": "》", '"': '"'}
_ANNOUNCES = re.compile(r"[:：]\Z|다음과 ?같이 [^.]{2,20}\.\Z|다음과 ?같다\.\Z")
_DASHES = "—–―"
_NAMED = 100
"""Columns of the line that names who is quoted at most."""
_SOURCE = 40
_WORDS = 3
_FEW = 3
_SET_IN, _WRAPPED, _WRAPPING = 3, 2, 3
"""Columns by which a quotation is set in, line breaks in it, and paragraphs at the margin that wrap so, at least."""
_CHAPTERS, _MOTTO = 3, 700
"""Chapters with a motto at least, and the columns of one at most."""
_SHARE = 10
"""A text of which more than one paragraph in ten opens with a quotation mark is a story or talk: they are speech."""


def set_off_quotations(draft: Draft) -> None:
    """Label the paragraphs in quotation marks that are no speech, and the lines that name who is quoted."""
    opened = [index for index, text in enumerate(draft.text) if text[0] in _PAIRS]
    if len(opened) > max(_FEW, len(draft) // _SHARE):
        return
    for index in opened:
        if not index or draft.role[index] is not None or not _is_quoted(draft.text[index]):
            continue
        below = index + 1
        if below < len(draft) and draft.role[below] is None and _names(draft, below):
            draft.put(index, "quotation", "attributed")
            draft.put(below, "attribution", "after_quotation")
        elif (
            draft.role_before(index) in (None, "body")
            and _ANNOUNCES.search(draft.text[index - 1])
            and not is_verse(draft, index)
        ):
            draft.put(index, "quotation", "announced")
        elif _is_epigraph(draft, index):
            draft.put(index, "quotation", "epigraph")
            draft.put(below, "attribution", "after_quotation")


def set_in(draft: Draft) -> None:
    """Label paragraphs all of whose lines are set in, where running text at the margin wraps: they are quoted."""
    if draft.marks:
        return
    margin: list[int] = []
    inner: list[int] = []
    for index, segment in enumerate(draft.segments):
        if segment.line_end - segment.line_start < _WRAPPED or not draft.prose[index]:
            continue
        start = draft.source.rfind("\n", 0, segment.span.start) + 1
        lines = draft.source[start : segment.span.end].split("\n")
        if is_verse(draft, index):
            continue
        depth = min(len(line) - len(line.lstrip()) for line in lines)
        (inner if depth >= _SET_IN else margin).append(index)
    if len(margin) < _WRAPPING or len(inner) > 2 * len(margin):
        return
    for index in inner:
        if index and is_marked(draft.text[index - 1]):
            continue  # what a point goes on with
        if draft.text[index][0].isalpha() or draft.text[index][0] in _PAIRS:
            draft.put(index, "quotation", "set_in")


def _is_epigraph(draft: Draft, index: int) -> bool:
    """True between a short line and one that is shorter, over running text: who said it, or where it is taken from."""
    below = index + 1
    return (
        below + 1 < len(draft)
        and draft.role[below] is None
        and not draft.stop[index - 1]
        and draft.size[index - 1] <= _NAMED
        and not draft.stop[below]
        and draft.text[below][-1] not in ",;:"
        and draft.size[below] <= _SOURCE
        and draft.size[below] < draft.size[index]
        and draft.text[below][0].isupper()
        and not division(draft.text[below], draft.cues)
        and draft.size[below + 1] >= _NAMED
    )


def find_mottoes(draft: Draft) -> None:
    """Label the mottoes of chapters and the persons who said them, where three chapters or more begin with one.

    Where lives of persons follow each other, names stand over paragraphs and under them; and where headings part
    chapters, those that look like names are headings too.
    """
    found = {index for index in range(1, len(draft) - 2) if _is_motto(draft, index)}
    if len(found) < _CHAPTERS or any(index + 2 in found for index in found):
        return
    beside = {index + side for index in found for side in (-1, 1)}
    others = sum(
        _may_head(draft, index) and draft.prose[index - 1] and index not in beside
        for index in range(1, len(draft) - 1)
    )
    if others > len(found):
        return
    for index in found:
        draft.put(index, "quotation", "attributed")
        draft.put(index + 1, "attribution", "after_quotation")


def _is_motto(draft: Draft, index: int) -> bool:
    """True for a paragraph between a short line and the name of a person, over running text."""
    over, below = index - 1, index + 1
    return (
        _may_say(draft, below)
        and draft.size[over] <= _NAMED
        and draft.stop[index]
        and not draft.stop[over]
        and draft.size[index] <= _MOTTO
        and draft.text[over][0].isupper()
        and draft.role[index] is None
        and draft.role[below] is None
    )


def _may_say(draft: Draft, index: int) -> bool:
    """True for a lone line that may be the name of a person, over running text."""
    text = draft.text[index]
    return draft.size[index] <= _SOURCE and _may_head(draft, index) and is_person(text) and " of " not in text


def _may_head(draft: Draft, index: int) -> bool:
    """True for a lone line over running text, capitalised as a title is and without a number."""
    return (
        draft.size[index] <= _NAMED
        and draft.prose[index + 1]
        and draft.segments[index + 1].rule != "stanza"
        and not draft.stop[index]
        and draft.lines(index) == 1
        and title_case(draft.text[index])
        and not division(draft.text[index], draft.cues)
    )


def _is_quoted(text: str) -> bool:
    """True for one quotation from the first sign to the last, a full stop behind it aside."""
    bare = text.rstrip(".。,")
    closers = _PAIRS[text[0]]
    inside = bare[1:-1]
    alone = bare[-1] in closers and text[0] not in inside and not any(map(inside.__contains__, closers))
    return alone and (len(inside.split()) >= _WORDS or not is_cased(inside))


def _names(draft: Draft, index: int) -> bool:
    """True for a dash and a name, perhaps with the work that is quoted."""
    text = draft.text[index]
    if text[0] not in _DASHES or draft.size[index] > _NAMED:
        return False
    words = text.lstrip(_DASHES + " ").split()
    return bool(words) and (words[0][0].isupper() or not is_cased(text))
