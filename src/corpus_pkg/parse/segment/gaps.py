"""Across blank lines: what a page break cut is joined, or linked where something stands between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.columns import columns
from corpus_pkg.parse.segment.layout import first_word
from corpus_pkg.parse.segment.marks import ends_sentence, has_marker, starts_low

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.segment.groups import Piece
    from corpus_pkg.parse.segment.layout import Layout

_REACH = 4
"""Pieces that may stand between the two halves of a paragraph: a page number, a running head, captions."""
_ENDS = (" -0-", " -30-", " ###")
"""Signs by which agencies and offices say that a text is over."""
_SURE, _LIKELY = 80, 60
"""Columns of a paragraph that may be cut, where no margin is known, and over the number of a page."""
_CAPTIONS = 2
"""Captions that may stand between them in a script that has no case."""
_UNCASED = "\u1100"
"""The first letter of the Korean, Japanese and Chinese ones."""
_SENTENCE = re.compile(r"[다요까]\.\s|。")
"""The end of a sentence within a paragraph."""
_VERB = re.compile(r"(?:[다요까라자]|[음함임됨]|하며|하고)\W*\Z")
"""How the last word of a Korean sentence ends, which may lack its stop."""
_SHORT = 200
"""Characters beyond which a piece between two halves is itself running text."""


def close_gaps(
    pieces: Sequence[Piece], layout: Layout, apart: frozenset[int] = frozenset()
) -> list[tuple[Piece, int | None]]:
    """Return every paragraph, pieces that were cut apart rejoined, with the index of the one it continues.

    What begins at an offset in ``apart`` is known to be no rest of what stands right before it.
    """
    if apart:
        layout = layout._replace(spaced_width=None)
    if layout.spaced_width:
        pieces = _join_spaced(pieces, layout.spaced_width, layout)
    wraps = bool(layout.width or layout.spaced_width)
    done: list[tuple[Piece, int | None]] = []
    for piece in pieces:
        head = piece.head
        low = starts_low(head)
        cut = _cut_by_captions(done, layout) if _is_rest(piece) else None
        if cut is not None:
            done.append((piece, cut))
            continue
        if not done or not (low or (wraps and head[0].isalpha() and _is_furniture(done[-1][0]))):
            done.append((piece, None))
            continue
        before, continues = done[-1]
        if low and piece.start not in apart and _resumes(before, piece, layout):
            done[-1] = (_joined(before, piece, "page_break"), continues)
        else:
            done.append((piece, _cut_before(done, head, layout, low=low)))
    return done


def _joined(before: Piece, after: Piece, rule: str) -> Piece:
    return before._replace(end=after.end, line_end=after.line_end, tail=after.tail, rule=rule)


def _resumes(before: Piece, after: Piece, layout: Layout) -> bool:
    """True where only a gap parts an unfinished sentence from a line that begins in lower case.

    Only that is safe: captions and headings are unfinished too, and none begins in lower case.
    """
    if not after.head[0].islower() or has_marker(after.head) or not _unfinished(before, layout):
        return False
    if _is_furniture(before):
        return False  # a running head as wide as the page
    last = before.tail[-1]
    return last.isalnum() or last in "-," or after.page_break


def _cut_before(
    done: Sequence[tuple[Piece, int | None]], head: str, layout: Layout, *, low: bool
) -> int | None:
    """The index of the paragraph that a line beginning with ``head`` is the rest of, short pieces between."""
    if has_marker(head):
        return None
    furniture = True
    paged = False
    likely: int | None = None
    for back in range(1, min(_REACH, len(done) - 1) + 1):
        between = done[-back][0]
        if between.end - between.start > _SHORT:
            return None
        furniture = furniture and _is_furniture(between)
        paged = paged or between.head.isdigit()
        before = done[-back - 1][0]
        if (low or furniture) and _unfinished(before, layout):
            return len(done) - back - 1
        if paged and low and _unfinished(before, layout, _LIKELY):
            places = [len(done) - back - 1, *([] if likely is None else [likely])]
            likely = min(places, key=lambda place: _flows_on(done, place))
    return likely


def _is_rest(piece: Piece) -> bool:
    """True for what may be the rest of a paragraph in a script without case: it ends a sentence."""
    first = piece.head[0]
    return first >= _UNCASED and first.isalpha() and ends_sentence(piece.tail) and not has_marker(piece.head)


def _cut_by_captions(done: Sequence[tuple[Piece, int | None]], layout: Layout) -> int | None:
    """The index of sentences whose last has no end, with nothing but short unfinished lines behind them.

    In scripts without case no first letter tells that a line goes on.
    """
    for back in range(1, min(_CAPTIONS, len(done) - 1) + 1):
        between, before = done[-back][0], done[-back - 1][0]
        if ends_sentence(between.tail) or columns(between.head) >= _LIKELY or has_marker(between.head):
            return None
        if before.head[0] >= _UNCASED and _SENTENCE.search(before.head) and _unfinished(before, layout):
            return None if _VERB.search(before.tail) else len(done) - back - 1
    return None


def _flows_on(done: Sequence[tuple[Piece, int | None]], index: int) -> tuple[int, int]:
    """How far a piece stands from the one above, and how short it is: running text is nearer and longer."""
    piece = done[index][0]
    above = done[index - 1][0].line_end if index else 0
    return piece.line_start - above, piece.start - piece.end


def _is_furniture(piece: Piece) -> bool:
    text = piece.head
    if piece.line_start != piece.line_end or len(text) > 60:
        return False
    return text.isupper() or (any(map(str.isdigit, text)) and not any(map(str.isalpha, text)))


def _unfinished(piece: Piece, layout: Layout, least: int = _SURE) -> bool:
    """True where a paragraph of running text ends without the end of a sentence.

    Where lines do not wrap it has at least so many columns, since captions are unfinished too.
    """
    last = piece.tail
    if (
        not any(map(str.isalnum, last[-8:]))
        or ends_sentence(last)
        or last[-1] in ":：;；—–*"
        or last.endswith(_ENDS)
        or "-->" in last
    ):
        return False
    width = layout.width or layout.spaced_width
    return columns(last) >= (0.75 * width if width else least)


def _join_spaced(pieces: Sequence[Piece], width: int, layout: Layout) -> list[Piece]:
    """Rejoin the lines of prose that has a blank line after every line."""
    done: list[Piece] = []
    first = last = None
    for piece in pieces:
        if last is not None and _flows(last, piece, width, layout):
            last = piece
            continue
        if first is not None and last is not None:
            done.append(first if first is last else _joined(first, last, "spaced"))
        first = last = piece
    if first is not None and last is not None:
        done.append(first if first is last else _joined(first, last, "spaced"))
    return done


def _flows(before: Piece, after: Piece, width: int, layout: Layout) -> bool:
    last, first = before.tail, after.head
    if after.line_start - before.line_end - 1 > layout.spaced_gap:
        return False
    if layout.spaced_parted and columns(last) + 1 + first_word(first) > 0.97 * width:
        return True
    if first[0] in "([［（":
        return False
    if has_marker(first) and (ends_sentence(last) or not "가" <= first[0] <= "힣"):
        return False
    size = columns(last)
    if size < 0.8 * width or size + 1 + first_word(first) <= 0.93 * width:
        return False
    if starts_low(first) or not ends_sentence(last):
        return True
    # A sentence may end where the line is full; then only a full line without indent goes on.
    return size >= 0.95 * width and after.indent == 0 and first[0].isalpha() and columns(first) >= 0.8 * width
