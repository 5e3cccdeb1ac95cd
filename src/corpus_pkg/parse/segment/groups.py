"""The lines between two blank lines: one paragraph, or several."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.parse.segment.layout import first_word
from corpus_pkg.parse.segment.lines import columns, is_narrow
from corpus_pkg.parse.segment.marks import ends_sentence, goes_on, has_article, has_marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.segment.layout import Layout
    from corpus_pkg.parse.segment.lines import Group, Line

_LONG = 120
"""Columns beyond which a line is a paragraph by itself, wherever lines wrap."""

# Lines that belong to the page and not to its text wherever they stand: numbers between dashes, the page heads
# of recognised volumes, "Page 3 of 9".
_FURNITURE = re.compile(
    r"(?:[-–—]\s?\d{1,4}\s?[-–—]|#+ p\. .*#{3,}|\d{1,4}\s?/\s?\d{1,4}"
    r"|\[?(?:Page|Seite|Pág(?:ina)?\.?|Стр(?:аница|\.)?|p\.|S\.)\s?\d{1,4}(?:\s?(?:of|/|von|de|из)\s?\d{1,4})?\]?)\Z"
)
_SPACED_NAME = re.compile(r"\w(?: \w){2,3}\Z")
_END_PUNCTUATION = frozenset(",;:.!?…—–”’\"'。，、；：！？")


class Piece(NamedTuple):
    """One paragraph: its place, its first and last line as stripped text, and the evidence that it is one."""

    start: int
    end: int
    line_start: int
    line_end: int
    head: str
    tail: str
    rule: str
    indent: int
    page_break: bool


def divide(group: Group, layout: Layout) -> list[Piece]:
    """Divide a group of lines without blank lines between them into paragraphs."""
    number, start, raw, indent, page_break = group
    if "\n" not in raw:
        return [Piece(start, start + len(raw), number, number, raw, raw, "line", indent, page_break)]
    width = layout.width or 0
    if width and not layout.dense:
        parts = raw.split("\n")
        if _is_plain_prose(raw, parts, width):
            end = start + len(raw)
            tail = parts[-1]
            return [
                Piece(
                    start,
                    end,
                    number,
                    number + len(parts) - 1,
                    parts[0].rstrip(),
                    tail,
                    "wrapped",
                    indent,
                    page_break,
                )
            ]
    lines = group.lines()
    if layout.indent and any(line.indent == layout.indent for line in lines[1:]):
        return _cut(lines, _indents(lines, layout.indent), "wrapped", page_break=page_break)
    breaks, rule = _breaks(lines, layout)
    return _cut(lines, breaks, rule, page_break=page_break)


def _is_plain_prose(raw: str, parts: Sequence[str], width: int) -> bool:
    """True where every line but the last is filled and none begins with an indent or a mark: the common case."""
    sizes = list(map(len, parts))
    last = sizes.pop()
    if (
        min(sizes) < 0.84 * width
        or max(sizes) > _LONG
        or last > _LONG
        or not (raw.isascii() or is_narrow(raw))
    ):
        return False
    for part in parts[1:]:
        first = part[0]
        if not (first.isalpha() or first in "“‘\"'") or part[1:2] in (")", "."):
            return False
    return True


def _breaks(group: Sequence[Line], layout: Layout) -> tuple[Sequence[int], str]:
    """The indices of the lines before which a group of several lines is divided, and the rule of what is not."""
    sizes = [columns(line.text) for line in group]
    width = layout.width or 0
    filled = _filled(group, sizes, width)
    prose = filled * 10 >= 7 * (len(group) - 1)
    if prose and not width and sum(has_marker(line.text) for line in group) > 1:
        prose = False
    if prose and not width:
        # Lines of verse may be of one length; but they end with commas and stops, where wrapped prose ends anywhere.
        prose = sum(line.text[-1] in _END_PUNCTUATION for line in group) * 5 < 3 * len(group)
    if prose and not layout.dense and max(sizes) <= _LONG + 20:
        return _marks_in_prose(group, sizes, width), "wrapped"
    if layout.dense and width:
        return _breaks_in_dense(group, sizes, width), "wrapped"
    rule = _one(group, sizes, layout)
    if rule:
        return _marks(group), rule
    apart = [
        index + 1
        for index, (line, following) in enumerate(pairwise(group))
        if not _together(line, following, sizes[index], layout)
    ]
    return apart, "continued"


def _cut(group: Sequence[Line], breaks: Sequence[int], rule: str, *, page_break: bool) -> list[Piece]:
    pieces = []
    start = 0
    for end in (*breaks, len(group)):
        first, last = group[start], group[end - 1]
        evidence = rule if end - start > 1 or not breaks else "item"
        pieces.append(
            Piece(
                first.start,
                last.start + len(last.text),
                first.number,
                last.number,
                first.text,
                last.text,
                evidence,
                first.indent,
                page_break and not start,
            )
        )
        start = end
    return pieces


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
        or has_article(group[index].text)
        or (
            has_marker(group[index].text)
            and (index > 1 or has_marker(group[0].text) or ends_lead(group[0].text))
        )
    ]


def ends_lead(text: str) -> bool:
    """True where a line announces what follows or ends a sentence, so that a list may begin after it."""
    return text[-1] in ":：" or ends_sentence(text)


def _indents(group: Sequence[Line], indent: int) -> list[int]:
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
    if max(sizes) > _LONG:
        return None
    first = group[0]
    if len(group) < 40 and all(line.indent > first.indent for line in group[1:]) and _hangs(group, sizes):
        return "hanging"
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


def _hangs(group: Sequence[Line], sizes: Sequence[int]) -> bool:
    """True where indented lines carry on the first one; the entries of a menu are indented too, but short."""
    if all(line.indent == group[0].indent + 1 for line in group[1:]):
        return True
    low = sum(line.text[0].islower() for line in group[1:])
    return low * 2 >= len(group) - 1 or sum(sizes) >= 45 * len(group)


def _together(line: Line, following: Line, size: int, layout: Layout) -> bool:
    if _FURNITURE.match(line.text) or _FURNITURE.match(following.text) or has_marker(following.text):
        return False
    if goes_on(line.text, following.text):
        return size <= _LONG or following.text[0].islower()
    if size > _LONG or len(following.text) > _LONG:
        return False
    if line.text in layout.alone or following.text in layout.alone:
        return False
    return _SPACED_NAME.match(following.text) is not None and not ends_sentence(line.text)
