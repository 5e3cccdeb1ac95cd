"""How the lines of a text make paragraphs: measured, before any line is joined to another."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from operator import sub
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from corpus_pkg.parse.columns import columns
from corpus_pkg.parse.segment.marks import ends_sentence, starts_low

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.segment.lines import Group

T = TypeVar("T")
_SAMPLE = 150
"""Groups measured at most, in each of the head, the middle and the tail of a text."""


_STANZA = range(3, 9)
"""Lines of a stanza."""
_PAUSES, _VERSE = 2, 48
"""Spaces in a line of verse at least, and its columns at most."""
_POINTS = frozenset(",;:.!?…—–”’\"'")
_VERSES = 4
"""A book of verse has one group of several lines in so many at least."""
_UNSUNG = re.compile(r"[\d()\[\]{}<>《》「」:：|/·.。,，?!]")


class Layout(NamedTuple):
    """What the lines of a document have in common."""

    width: int | None
    """Columns at which prose wraps inside groups of lines; None where lines are paragraphs."""
    spaced_width: int | None
    """The same where a blank line follows every line."""
    spaced_gap: int
    """The usual number of blank lines between two lines of a spaced text."""
    spaced_parted: bool
    """True where a spaced text parts its paragraphs by more blank lines than its lines."""
    indent: int | None
    """The first-line indent by which paragraphs are told apart inside groups of wrapped lines."""
    blank_separated: bool
    """True where blank lines part paragraphs throughout, so that a group of lines is one paragraph."""
    long: bool
    """True for a text of many groups: a book rather than a page."""
    dense: bool
    """True where no blank lines part paragraphs (recognised pages): groups run over many paragraphs."""
    alone: frozenset[str]
    """Short lines that stand alone between blank lines somewhere."""
    sung: bool
    """True for a book of verse: most groups of several lines are lines of verse."""
    stanzas: frozenset[int]
    """The numbers of lines that two stanzas next to each other have, in scripts that point no verse."""


def measure(groups: Sequence[Group]) -> Layout:
    """Measure the layout of a document from its groups of lines."""
    several = [group.raw for group in groups if "\n" in group.raw]
    lines = len(groups) + sum(raw.count("\n") for raw in several)
    width = _wrap_width(several)
    spaced, gap, parted = (
        (None, 1, False) if width or len(several) * 5 > len(groups) else _spaced_width(groups)
    )
    long = len(groups) >= 150 and not spaced
    indent = _first_line_indent(several) if width else None
    alone = (group.raw for group in groups if 4 < len(group.raw) <= 100 and "\n" not in group.raw)
    return Layout(
        width=width,
        spaced_width=spaced,
        spaced_gap=gap,
        spaced_parted=parted,
        indent=indent,
        blank_separated=long and len(several) * 8 <= len(groups),
        long=long,
        dense=indent is None and lines >= 30 and lines > 14 * len(groups),
        alone=frozenset(alone) if several else frozenset(),
        sung=long and len(several) * _VERSES >= len(groups) and _is_sung(several),
        stanzas=_stanzas(groups) if several and not width else frozenset(),
    )


def _is_sung(groups: Sequence[str]) -> bool:
    """True where most groups begin every line with a capital, and a third of their lines or more end with a point."""
    sung = 0
    sample = _sampled(groups)
    for raw in sample:
        lines = [line.strip() for line in raw.split("\n")]
        high = sum(not starts_low(line) for line in lines)
        pointed = sum(line[-1] in _POINTS for line in lines)
        sung += high * 10 >= 9 * len(lines) and pointed * 3 >= len(lines)
    return sung * 3 >= 2 * len(sample)


def _stanzas(groups: Sequence[Group]) -> frozenset[int]:
    """The numbers of lines of groups that may be stanzas and stand next to one of as many lines."""
    found = set()
    before = 0
    for group in groups:
        lines = group.raw.count("\n") + 1
        may_be = lines in _STANZA and is_unpointed_verse(group.raw.split("\n"))
        if may_be and lines == before:
            found.add(lines)
        before = lines if may_be else 0
    return frozenset(found)


def is_unpointed_verse(lines: Sequence[str]) -> bool:
    """True for short Korean lines of three words or more, much of a length, without figures, brackets and stops."""
    sizes = []
    for line in lines:
        bare = line.strip()
        if not "가" <= bare[:1] <= "힣" or bare.count(" ") < _PAUSES or _UNSUNG.search(bare):
            return False
        sizes.append(columns(bare))
    return max(sizes) <= _VERSE and max(sizes) * 3 <= min(sizes) * 5


def has_refrain(lines: Sequence[str]) -> bool:
    """True for short lines without figures, brackets and stops, of which one of two words or more comes again.

    In Korean the first words of all of them may come again instead.
    """
    if any(_UNSUNG.search(line) or columns(line) > _VERSE for line in lines):
        return False
    if len(lines) > _STANZA.stop:
        return False
    first = [line.split(None, 1)[0] for line in lines]
    if len(lines) > _STANZA.start and all(
        "가" <= word[0] <= "힣" and first.count(word) > 1 for word in first
    ):
        return True
    return any(" " in line and lines.count(line) > 1 for line in lines)


def _sampled(groups: Sequence[T]) -> Sequence[T]:
    if len(groups) <= 3 * _SAMPLE:
        return groups
    middle = len(groups) // 2
    return [*groups[:_SAMPLE], *groups[middle : middle + _SAMPLE], *groups[-_SAMPLE:]]


def _wrap_width(groups: Sequence[str]) -> int | None:
    """The width at which most line breaks fall: the next line's first word would not have fitted any more."""
    breaks: list[tuple[int, int]] = []
    for raw in _sampled(groups):
        for line, following in pairwise(raw.split("\n")[:400]):
            breaks.append((columns(line.rstrip()), first_word(following)))
    if len(breaks) < 8:
        return None
    width = _margin([size for size, _ in breaks])
    if width is None:
        return None
    # Where paragraphs are lines, many lines run beyond any margin.
    if sum(size > width + 2 for size, _ in breaks) * 10 > len(breaks):
        return None
    full = sum(size + 1 + word > width for size, word in breaks)
    return width if full * 2 > len(breaks) else None


def _margin(sizes: Sequence[int]) -> int | None:
    """The right margin: the end of the ten columns where most lines end, if a tenth of them does at least."""
    counts = [0] * 141
    for size in sizes:
        if size <= 140:
            counts[size] += 1
    before = [0, *accumulate(counts)]
    nears = list(map(sub, before[25:], before[15:]))  # of the columns from 24
    near = max(nears)
    best = 24 + nears.index(near)
    return best if near >= 4 and near * 10 >= len(sizes) else None


def _first_line_indent(groups: Sequence[str]) -> int | None:
    """The indent of two to ten columns that some lines inside groups have again and again, most having none."""
    counts = [0] * 11
    total = 0
    for raw in _sampled(groups):
        for line in raw.split("\n")[1:400]:
            total += 1
            indent = len(line) - len(line.lstrip())
            if indent <= 10:
                counts[indent] += 1
    best = max(range(2, 11), key=lambda indent: (counts[indent], -indent))
    often = counts[best] >= 5 and counts[best] * 33 >= total
    return best if often and counts[best] * 3 >= 2 * sum(counts[1:]) and counts[0] >= counts[best] else None


def _spaced_width(groups: Sequence[Group]) -> tuple[int | None, int, bool]:
    """Like :func:`_wrap_width`, over single lines with blank lines between them."""
    if len(groups) < 8:
        return None, 1, False
    sample = _sampled(groups)
    sizes = [columns(group.raw) for group in sample]
    width = _margin(sizes)
    # No more than a tenth of the lines may run beyond the margin.
    if width is None or width > 110 or sum(size > width + 8 for size in sizes) * 10 > len(sizes):
        return None, 1, False
    full = cut = 0
    gaps: dict[int, int] = {}
    for group, following in pairwise(sample):
        last = group.raw.rsplit("\n", 1)[-1].strip()
        first = following.raw
        size = columns(last)
        gap = following.number - group.number - group.raw.count("\n") - 1
        gaps[gap] = gaps.get(gap, 0) + 1
        if size >= 0.84 * width and size + 1 + first_word(first) > 0.97 * width:
            full += 1
            cut += not ends_sentence(last) and (starts_low(first) or not first[0].isupper())
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 1
    # A third of the lines filled, and most of those cut in mid-sentence: chance does neither.
    if full * 10 < 3 * len(sample) or cut * 5 < 3 * full:
        return None, 1, False
    return width, usual, sum(gaps[gap] for gap in gaps if gap > usual) * 20 >= len(sample)


def first_word(text: str) -> int:
    """The columns that the first word of a line takes; no more than one sign where any two may be parted."""
    words = text[:40].split(None, 1)
    if not words:
        return 0
    word = words[0]
    if word.isascii():
        return len(word)
    size = columns(word)
    return len(word) if size == len(word) else min(size, 2)
