"""Where the lines between two blank lines are divided: prose that wraps, verse, lists, menus, recognised pages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.columns import columns
from corpus_pkg.parse.edit_links import ends_with_edit_link
from corpus_pkg.parse.segment.entries import entry_breaks, is_byline
from corpus_pkg.parse.segment.layout import first_word, has_refrain, is_unpointed_verse
from corpus_pkg.parse.segment.marks import ends_sentence, goes_on, has_article, has_marker
from corpus_pkg.parse.works import names_work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.segment.layout import Layout
    from corpus_pkg.parse.segment.lines import Line

LONG = 120
"""Columns beyond which a line is a paragraph by itself, wherever lines wrap."""

_LONGEST_VERSE = 240
"""Columns of a line of verse at most, in a book of verse."""
_MARGIN = 30
"""Columns of a margin at least, where nothing else shows one."""
_TOLD = re.compile(r"[^\W\d_][^:;,!?\t]{0,24}:\s[^\s\d]")
_INDEXED = re.compile(r"[^\W\d].{0,70},\s\d{1,4}(?:[-–]\d{1,4})?\Z")
_MEMBER = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w.’'-]*\s){1,3}[A-ZÀ-ÞА-Я][\w’'-]+,\s[A-ZÀ-ÞА-Я].{4,80}[;.]\Z")
"""What a list defines, an entry of an index, and somebody in a delegation: ``Ada Holm, Minister of Ports;``."""
_OPENING = 8
"""Signs of a line that show its script, a year in figures among them."""
# Lines that belong to the page and not to its text wherever they stand: numbers between dashes, the page heads
# of recognised volumes, "Page 3 of 9".
_FURNITURE = re.compile(
    r"(?:(?:[-=_*~#+—–]\s?){5,100}|[-–—]\s?\d{1,4}\s?[-–—]|#+ p\. .*#{3,}|\d{1,4}\s?/\s?\d{1,4}"
    r"|\[?(?:Page|Seite|Pág(?:ina)?\.?|Стр(?:аница|\.)?|p\.|S\.)\s?\d{1,4}(?:\s?(?:of|/|von|de|из)\s?\d{1,4})?\]?)\Z"
)
_RIGHTS = re.compile(r"©|ⓒ|\(c\)\s?\d{4}|copyright\s?[©ⓒ(\d]", re.IGNORECASE)
_CALL, _CALLING = 40, 4
"""Signs and words of a line that calls those who listen, at most."""
_SPACED_NAME = re.compile(r"\w(?: \w){2,3}\Z")
_END_PUNCTUATION = frozenset(",;:.!?…—–”’\"'。，、；：！？")


def find_breaks(group: Sequence[Line], layout: Layout) -> tuple[Sequence[int], str]:
    """The indices of the lines before which a group of several lines is divided, and the rule of what is not."""
    sizes = [columns(line.text) for line in group]
    breaks, rule = _breaks(group, sizes, layout)
    entries = entry_breaks(group, sizes, layout.width)
    return (sorted({*breaks, *entries}), rule) if entries else (breaks, rule)


def _breaks(group: Sequence[Line], sizes: Sequence[int], layout: Layout) -> tuple[Sequence[int], str]:
    width = layout.width or 0
    filled = _filled(group, sizes, width)
    prose = filled * 10 >= 7 * (len(group) - 1)
    if prose and not width:
        prose = _reads_on(group, sizes)
    if prose and not layout.dense and max(sizes) <= LONG + 20:
        return _marks_in_prose(group, sizes, width), "wrapped"
    if layout.dense and width:
        return _breaks_in_dense(group, sizes, width), "wrapped"
    if _are_items(group):
        return range(1, len(group)), "item"
    rule = _one(group, sizes, layout)
    if rule:
        return _marks(group), rule
    apart = [
        index + 1
        for index, (line, following) in enumerate(pairwise(group))
        if not _together(line, following, sizes[index], layout)
        or _calls(group, index)
        or is_byline(group, index + 1)
    ]
    return apart, "continued"


def _reads_on(group: Sequence[Line], sizes: Sequence[int]) -> bool:
    """True for lines of one length, in a document that knows no margin, that read as one wrapped paragraph.

    Entries of a list may be of one length, and lines of verse; but entries begin with capitals or marks, and verse
    ends with commas and stops, where wrapped prose breaks anywhere.
    """
    if sum(line.text[-1] in _END_PUNCTUATION for line in group) * 5 >= 3 * len(group):
        return False
    if sum(has_marker(line.text) for line in group) > 1 or max(sizes) < _MARGIN:
        return False
    rest = group[1:]
    cased = [line for line in rest if line.text[0].isupper() or line.text[0].islower()]
    if len(cased) * 2 >= len(rest):
        return sum(line.text[0].islower() for line in cased) * 5 >= 2 * len(cased)
    return max(sizes) >= 50 and min(sizes[:-1]) >= max(sizes) - 6


def _are_items(group: Sequence[Line]) -> bool:
    """True for rows of columns, for points that end with semicolons, works, many unpunctuated entries in lower case."""
    if sum("\t" in line.text for line in group) * 2 > len(group):
        return True
    if all(line.text[-1] == "." and names_work(line.text) for line in group):
        return True
    if (
        len(group) >= 3
        and all(line.text[-1] in ";；" for line in group[1:-1])
        and group[0].text[-1] in ";；:："
    ):
        return group[-1].text[-1] in ".;。；"
    for kind in (_MEMBER, _INDEXED, _TOLD):
        alike = sum(kind.match(line.text) is not None for line in group)
        if alike * 4 >= 3 * len(group) and alike >= (2 if kind is _MEMBER else 3):
            return True
    if len(group) < 5:
        return False
    low = sum(line.text[0].islower() for line in group)
    ended = sum(line.text[-1] in _END_PUNCTUATION for line in group)
    return low * 10 >= 9 * len(group) and ended * 10 <= len(group)


def _filled(group: Sequence[Line], sizes: Sequence[int], width: int) -> int:
    """How many line breaks fall where the next line's first word would not have fitted any more."""
    limit = width or max(sizes[:-1])
    if not width and len(group) < 4:
        return 0
    return sum(
        sizes[index] + group[index].indent + 1 + first_word(group[index + 1].text) > limit
        for index in range(len(group) - 1)
    )


def _marks(group: Sequence[Line]) -> list[int]:
    return [
        index
        for index in range(1, len(group))
        if _FURNITURE.match(group[index].text)
        or _FURNITURE.match(group[index - 1].text)
        or _claims(group[index - 1].text, group[index].text)
        or ends_with_edit_link(group[index].text)
        or ends_with_edit_link(group[index - 1].text)
        or has_article(group[index].text)
        or (
            has_marker(group[index].text)
            and (index > 1 or has_marker(group[0].text) or ends_lead(group[0].text))
        )
    ]


def _claims(text: str, following: str) -> bool:
    """True where one of two lines claims the rights, and the next one does not carry it on."""
    return not following[0].islower() and (
        _RIGHTS.match(following) is not None or (_RIGHTS.match(text) is not None and text[-1] != ",")
    )


def ends_lead(text: str) -> bool:
    """True where a line announces what follows or ends a sentence, so that a list may begin after it."""
    return text[-1] in ":：" or ends_sentence(text)


def find_indents(group: Sequence[Line], indent: int) -> list[int]:
    """Breaks before first-line indents, unless the line before is one that runs on into verse or a list."""
    return [
        index
        for index in range(1, len(group))
        if group[index].indent == indent and group[index - 1].text[-1] not in ",;"
    ]


def _marks_in_prose(group: Sequence[Line], sizes: Sequence[int], width: int) -> list[int]:
    """Breaks inside wrapped prose: points of a list, and first-line indents after a sentence's end."""
    breaks = []
    base = min(line.indent for line in group)
    for index in range(1, len(group)):
        line, before = group[index], group[index - 1]
        if _FURNITURE.match(line.text) or _FURNITURE.match(before.text):
            breaks.append(index)
            continue
        short = sizes[index - 1] + before.indent + 1 + first_word(line.text) <= (width or max(sizes)) - 1
        if (
            has_marker(line.text)
            and (short or ends_sentence(before.text))
            and (ends_lead(before.text) or short)
        ) or (2 <= line.indent - base <= 10 and before.indent == base and ends_sentence(before.text)):
            breaks.append(index)
    return breaks


def _breaks_in_dense(group: Sequence[Line], sizes: Sequence[int], width: int) -> list[int]:
    """Breaks in recognised pages without blank lines: short lines that end a sentence, and lone short lines."""
    return [
        index
        for index in range(1, len(group))
        if _breaks_before(group[index - 1], group[index], sizes[index - 1], sizes[index], width)
    ]


def _breaks_before(before: Line, line: Line, size: int, next_size: int, width: int) -> bool:
    if size > width + 8 or next_size > width + 8:
        return True
    if before.text[-1] in "-=¬\u00ad" and line.text[0].islower():
        return False
    if _FURNITURE.match(line.text) or _FURNITURE.match(before.text):
        return True
    if line.text[0].islower():
        return False
    if ends_sentence(before.text):
        short_heading = next_size < 0.5 * width and not ends_sentence(line.text)
        return size < 0.86 * width or short_heading or has_marker(line.text)
    return size < 0.6 * width and not goes_on(before.text, line.text)


def _one(group: Sequence[Line], sizes: Sequence[int], layout: Layout) -> str | None:
    """The rule by which a group of lines that do not fill a width is one paragraph, if there is one."""
    if max(sizes) > LONG and not (layout.sung and max(sizes) <= _LONGEST_VERSE):
        return None
    first = group[0]
    if _is_east_asian(first.text) and all(ends_sentence(line.text) for line in group):
        return None  # where no verse is pointed, lines that are sentences are paragraphs
    if len(group) < 40 and all(line.indent > first.indent for line in group[1:]) and _hangs(group, sizes):
        return "hanging"
    lines = [line.text for line in group]
    if (len(group) in layout.stanzas and is_unpointed_verse(lines)) or has_refrain(lines):
        return "stanza"
    if layout.sung and not any("   " in text or (text.isupper() and text in layout.alone) for text in lines):
        return "stanza"
    if any(line.text in layout.alone for line in group):
        return None
    ended = sum(line.text[-1] in _END_PUNCTUATION for line in group)
    low = sum(line.text[0].islower() for line in group)
    commas = sum(line.text[-1] in ",;" for line in group)
    if max(sizes) <= 80 and len(group) > 1 and (ended * 5 >= 2 * len(group) or low * 2 >= len(group)):
        if len(group) > 2 or commas or low:
            return "stanza"
        if layout.blank_separated or layout.width:
            return "stanza"
    if layout.blank_separated or layout.width:
        return "stanza"
    # In a book a group is a paragraph, unless it looks like a list of many unpunctuated items.
    if layout.long and (len(group) < 4 or ended * 5 >= len(group) or low):
        return "stanza"
    return None


def _calls(group: Sequence[Line], index: int) -> bool:
    """True for a line that calls those who listen, over what it says to them: ``Comrades,`` / ``What must we do?``.

    Up to four words and a comma that carry on nothing; a sentence or another such call follows.
    """
    line, following = group[index].text, group[index + 1].text
    if not _is_call(line) or not following[0].isupper():
        return False
    if index and goes_on(group[index - 1].text, line) and not _is_call(group[index - 1].text):
        return False
    return _is_call(following) or (ends_sentence(following) and len(following.split()) > _CALLING)


def _is_call(text: str) -> bool:
    return (
        text[-1] == ","
        and len(text) <= _CALL
        and text[0].isupper()
        and len(text.split()) <= _CALLING
        and all(sign.isalpha() or sign in " ,’'-" for sign in text)
    )


def _is_east_asian(text: str) -> bool:
    return any("\u3040" <= sign <= "\u9fff" or "가" <= sign <= "힣" for sign in text[:_OPENING])


def _hangs(group: Sequence[Line], sizes: Sequence[int]) -> bool:
    """True where indented lines carry on the first one; the entries of a menu are indented too, but short."""
    if all(line.indent == group[0].indent + 1 for line in group[1:]):
        return True
    low = sum(line.text[0].islower() for line in group[1:])
    return low * 2 >= len(group) - 1 or sum(sizes) >= 45 * len(group)


def _together(line: Line, following: Line, size: int, layout: Layout) -> bool:
    if _FURNITURE.match(line.text) or _FURNITURE.match(following.text) or has_marker(following.text):
        return False
    if ends_with_edit_link(line.text) or ends_with_edit_link(following.text):
        return False
    if _claims(line.text, following.text):
        return False
    if goes_on(line.text, following.text):
        return size <= LONG or following.text[0].islower()
    if size > LONG or len(following.text) > LONG:
        return False
    if line.text in layout.alone or following.text in layout.alone:
        return False
    return _SPACED_NAME.match(following.text) is not None and not ends_sentence(line.text)
