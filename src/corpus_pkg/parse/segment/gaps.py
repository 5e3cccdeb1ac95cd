"""Across blank lines: what a page break cut is joined, or linked where something stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus_pkg.parse.segment.groups import Piece
from corpus_pkg.parse.segment.layout import Layout, first_word
from corpus_pkg.parse.segment.lines import Line, columns
from corpus_pkg.parse.segment.marks import ends_sentence, has_marker, starts_low

_REACH = 4
"""Pieces that may stand between the two halves of a paragraph: a page number, a running head, captions."""
_SHORT = 200
"""Characters beyond which a piece between two halves is itself running text."""


def close_gaps(pieces: Sequence[Piece], layout: Layout) -> Iterator[tuple[Sequence[Line], str, int | None]]:
    """Yield the lines, rule and continued index of every paragraph, pieces that were cut apart rejoined."""
    if layout.spaced_width:
        pieces = _join_spaced(pieces, layout.spaced_width, layout.spaced_gap)
    done: list[tuple[Sequence[Line], str, int | None]] = []
    for lines, rule in pieces:
        if not (lines[0].text[0].isalpha() or lines[0].text[0] in "“‘(\"'") or not done:
            done.append((lines, rule, None))
            continue
        if _resumes(done[-1][0], lines, layout):
            before, _, continues = done[-1]
            done[-1] = ([*before, *lines], "page_break", continues)
            continue
        done.append((lines, rule, _cut_before(done, lines, layout)))
    return iter(done)


def _resumes(before: Sequence[Line], after: Sequence[Line], layout: Layout) -> bool:
    """True where only a gap parts an unfinished sentence from a line that begins in lower case.

    Only that is safe: captions and headings are unfinished too, and none begins in lower case.
    """
    last = before[-1].text
    first = after[0].text
    if not first[0].islower() or has_marker(first) or not _unfinished(before, layout):
        return False
    return last[-1].isalnum() or last[-1] in "-," or after[0].page_break


def _cut_before(
    done: Sequence[tuple[Sequence[Line], str, int | None]], after: Sequence[Line], layout: Layout
) -> int | None:
    """The index of the paragraph that ``after`` is the rest of, short pieces standing between."""
    first = after[0].text
    low = starts_low(first)
    if not low and not (layout.width or layout.spaced_width):
        return None
    for back in range(2, _REACH + 2):
        if back > len(done):
            return None
        between = done[-back + 1][0]
        if sum(len(line.text) for line in between) > _SHORT:
            return None
        before = done[-back][0]
        if not _unfinished(before, layout) or has_marker(first):
            continue
        if low or all(_is_furniture(lines) for lines, _, _ in done[len(done) - back + 1 :]):
            return len(done) - back
    return None


def _is_furniture(lines: Sequence[Line]) -> bool:
    text = lines[0].text
    return len(lines) == 1 and (text.isdigit() or (len(text) <= 60 and text.upper() == text != text.lower()))


def _unfinished(lines: Sequence[Line], layout: Layout) -> bool:
    """True where a paragraph of running text ends without the end of a sentence."""
    last = lines[-1].text
    if ends_sentence(last) or last[-1] in ":：;；—–*":
        return False
    size = columns(last)
    width = layout.width or layout.spaced_width
    if width:
        return size >= 0.75 * width
    return size >= 80


def _join_spaced(pieces: Sequence[Piece], width: int, usual: int) -> list[Piece]:
    """Rejoin the lines of prose that has a blank line after every line."""
    done: list[Piece] = []
    for piece in pieces:
        if done and _flows(done[-1].lines[-1], piece.lines[0], width, usual):
            done[-1] = Piece([*done[-1].lines, *piece.lines], "spaced")
        else:
            done.append(piece)
    return done


def _flows(last: Line, first: Line, width: int, usual: int) -> bool:
    if first.number - last.number - 1 > usual or first.text[0] in "([［（":
        return False
    if has_marker(first.text) and (ends_sentence(last.text) or not "가" <= first.text[0] <= "힣"):
        return False
    size = columns(last.text)
    if size < 0.8 * width or size + 1 + first_word(first.text) <= 0.93 * width:
        return False
    if starts_low(first.text) or not ends_sentence(last.text):
        return True
    # A sentence may end where the line is full; then only a full line without indent goes on.
    return size >= 0.95 * width and first.indent == 0 and first.text[0].isalpha() and columns(first.text) >= 0.8 * width
