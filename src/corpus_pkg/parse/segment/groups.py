"""The lines between two blank lines: one paragraph, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.parse.columns import is_narrow
from corpus_pkg.parse.segment.breaks import LONG, find_breaks, find_indents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.segment.layout import Layout
    from corpus_pkg.parse.segment.lines import Group, Line


_RULED = frozenset("=-_*~#+—–")
"""Signs that a line is ruled with."""


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
    set_in = all(line.indent == layout.indent for line in lines)
    if layout.indent and not set_in and any(line.indent == layout.indent for line in lines[1:]):
        return _cut(lines, find_indents(lines, layout.indent), "wrapped", page_break=page_break)
    breaks, rule = find_breaks(lines, layout)
    return _cut(lines, breaks, rule, page_break=page_break)


def _is_plain_prose(raw: str, parts: Sequence[str], width: int) -> bool:
    """True where every line but the last is filled and none begins with an indent or a mark: the common case."""
    sizes = list(map(len, parts))
    if parts[0][0] in _RULED:
        return False
    last = sizes.pop()
    if min(sizes) < 0.84 * width or max(sizes) > LONG or last > LONG or not (raw.isascii() or is_narrow(raw)):
        return False
    for part in parts[1:]:
        first = part[0]
        if not (first.isalpha() or first in "“‘\"'") or part[1:2] in (")", "."):
            return False
    return True


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
