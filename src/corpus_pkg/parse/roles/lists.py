"""Points of lists and rows of tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.points import BEHIND_DASH, MARK
from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.shape import all_capitals

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_MARKER = re.compile(rf"{MARK}|[-*+]{BEHIND_DASH}")
_COUNTED = "一二三四五六七八九十"
_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}、")
_COUNT_BELOW = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_LETTERED = re.compile(r"[a-zа-я]\)\s[^\W\d_a-zß-ÿа-я]")
"""A section that a letter counts: ``a) Growth``."""
_COUNTED_COLUMNS = 50
FIELD = re.compile(r"([^\W\d_][^:：\n]{1,24}?)\s?[:：]\s?(?=\S)")
_WIDE = 2
_SPEECH = '“„«"「『'
_CONTACT = re.compile(
    r"(?:(?:media |press )?contacts?|pressekontakt|kontakt|contacto|contatto|contato|контакт\w*"
    r"|문의|연락처|联系人|聯絡人|連絡先)\s?[:：]",
    re.IGNORECASE,
)


def is_table(draft: Draft, index: int) -> bool:
    """True for a line whose columns tabs or bars part."""
    segment = draft.segments[index]
    if segment.line_end != segment.line_start:
        return False
    span = segment.span
    raw = draft.source[span.start : span.end]
    if "\t" in raw:
        return raw.count("\t") >= 2 or not draft.prose[index]
    if _parted(raw) and not draft.prose[index]:
        return any(_has_columns(draft, other) for other in (index - 1, index + 1))
    return raw.count("|") >= 2 and raw[0] == "|"


def _has_columns(draft: Draft, index: int) -> bool:
    """True for a line parted into columns."""
    if not 0 <= index < len(draft) or draft.lines(index) > 1:
        return False
    span = draft.segments[index].span
    return _parted(draft.source[span.start : span.end])


def _parted(raw: str) -> bool:
    """True for a line parted by three spaces or more, not behind its mark, or by two wide ones again and again."""
    if (mark := _MARKER.match(raw)) is not None:
        raw = raw[mark.end() :].lstrip()
    return "   " in raw or raw.count("\u3000\u3000") >= _WIDE


def is_field(draft: Draft, index: int) -> bool:
    """True for a name and its value, right beside another such line, or behind a word that files: ``Material: oak``."""
    found = FIELD.match(draft.text[index])
    if found is None:
        return False
    if fold(found[1]) in draft.cues.date_words:
        return True
    apart = int(found[1].isupper())  # FROM: and TO: stand a blank line apart
    return any(
        0 <= other < len(draft)
        and draft.gap[max(index, other)] <= apart
        and (beside := FIELD.match(draft.text[other]))
        and apart <= beside[1].isupper()
        for other in (index - 1, index + 1)
    )


def is_fact(draft: Draft, index: int) -> bool:
    """True for a name and its value right under another such line, where neither name files anything."""
    if not index or draft.gap[index]:
        return False
    names = [FIELD.match(draft.text[other]) for other in (index - 1, index)]
    return all(name is not None and draft.cues.date_words.isdisjoint(fold(name[1]).split()) for name in names)


def is_contact(line: str) -> bool:
    """True for a line that says whom to ask."""
    return _CONTACT.match(line) is not None


def is_marked(line: str) -> bool:
    """True for a line that begins with the mark of a point."""
    return _MARKER.match(line) is not None


def is_listed(draft: Draft, index: int) -> bool:
    """True for a marked line that has a marked neighbour or an announcement above it."""
    text = draft.text[index]
    if not _MARKER.match(text) or is_numbered_heading(draft, index) or _asks(draft, index):
        return False
    for other in (*range(index - 1, max(-1, index - 3), -1), *range(index + 1, min(len(draft), index + 3))):
        if _MARKER.match(draft.text[other]):
            return True
    return bool(index) and draft.text[index - 1][-1] in ":："


def _asks(draft: Draft, index: int) -> bool:
    """True for talk behind a dash that speech in quotation marks answers: the questions of an interview."""
    if draft.text[index][0] != "-" or not index or index + 1 >= len(draft):
        return False
    apart = not _MARKER.match(draft.text[index - 1]) and not _MARKER.match(draft.text[index + 1])
    return apart and draft.text[index + 1][0] in _SPEECH


def is_numbered_heading(draft: Draft, index: int) -> bool:
    """A short numbered line that ends no sentence, with running text below it instead of the next point."""
    after = index + 1
    if draft.text[index][0] in _COUNTED or _COUNT_BELOW.match(draft.text[index]):
        return is_counted_heading(draft, index)
    return (
        (draft.text[index][0].isdigit() or _LETTERED.match(draft.text[index]) is not None)
        and draft.size[index] <= 70
        and not draft.stop[index]
        and draft.text[index][-1] not in ",;:"
        and after < len(draft)
        and not _MARKER.match(draft.text[after])
        and (
            draft.prose[after]
            or draft.stop[after]
            or draft.size[after] >= 80
            or (draft.gap[after] > 0 and all_capitals(draft.text[index]))
        )
        and (draft.gap[index] > 0 or draft.gap[after] > 0)
    )


def is_counted_heading(draft: Draft, index: int) -> bool:
    """The same in Chinese characters: ``一、…`` over running text, or over points that are counted otherwise.

    What is counted in brackets, ``（一）…``, stands over running text.
    """
    after = index + 1
    below = _COUNT_BELOW.match(draft.text[index]) is not None
    if below and (after >= len(draft) or not draft.stop[after] or is_marked(draft.text[after])):
        return False
    return (
        (below or _COUNT.match(draft.text[index]) is not None)
        and draft.size[index] <= _COUNTED_COLUMNS
        and not draft.stop[index]
        and draft.text[index][-1] not in ",;:，；：、"
        and after < len(draft)
        and _COUNT.match(draft.text[after]) is None
        and (not index or _COUNT.match(draft.text[index - 1]) is None)
        and (
            draft.prose[after]
            or draft.stop[after]
            or draft.text[after][-1] in ":："
            or _MARKER.match(draft.text[after]) is not None
        )
    )
