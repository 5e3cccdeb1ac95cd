"""Paragraphs of a text that had markup: where a block of it begins or ends, a paragraph does."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus_pkg.parse.segment.groups import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus_pkg.model import Mark, MarkKind, Segment
    from corpus_pkg.parse.segment.lines import Group

_WHOLE: frozenset[MarkKind | None] = frozenset(
    {"heading", "item", "caption", "picture", "row", "attribution", "date"}
)
"""Kinds that are one paragraph however many lines they take: a title set on two lines is one title."""


def find_whole(marks: Iterable[Mark]) -> frozenset[int]:
    """Return where the marks begin that are one paragraph each."""
    return frozenset(mark.span.start for mark in marks if mark.kind in _WHOLE)


def part_groups(groups: Sequence[Group], marks: Sequence[Mark]) -> list[Group]:
    """Part groups of lines where a mark begins."""
    starts = [mark.span.start for mark in marks]
    parted: list[Group] = []
    at = 0
    for group in groups:
        end = group.start + len(group.raw)
        while at < len(starts) and starts[at] <= group.start:
            at += 1
        inside = at
        while at < len(starts) and starts[at] < end:
            at += 1
        parted.extend(_parts(group, starts[inside:at]) if at > inside else (group,))
    return parted


def _parts(group: Group, starts: Sequence[int]) -> Iterator[Group]:
    first, number = group.start, group.number
    for start in (*starts, group.start + len(group.raw) + 1):
        raw = group.raw[first - group.start : start - group.start]
        yield group._replace(
            number=number,
            start=first,
            raw=raw.rstrip(),
            indent=group.indent if first == group.start else 0,
            page_break=group.page_break and first == group.start,
        )
        first, number = start, number + raw.count("\n")


def as_whole(group: Group) -> Piece:
    """Return a group of lines as one paragraph."""
    lines = group.raw.split("\n")
    return Piece(
        group.start,
        group.start + len(group.raw),
        group.number,
        group.number + len(lines) - 1,
        lines[0].rstrip(),
        lines[-1].strip(),
        "block" if len(lines) > 1 else "line",
        group.indent,
        group.page_break,
    )


def marks_of(segments: Sequence[Segment], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return what the markup says of each segment, parallel to them; of a text without markup, nothing at all."""
    if not marks:
        return ()
    starts = [mark.span.start for mark in marks]
    return tuple(marks[max(0, bisect_right(starts, segment.span.start) - 1)] for segment in segments)
