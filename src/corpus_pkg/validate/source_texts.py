r"""Source texts laid end to end as UTF-8, and what lies at any offset of them, for many offsets at once.

Offsets come and go in code points of one document; inside, everything is a byte of the whole. White space is
that of ``str.isspace``; lines end at ``\n`` alone.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from numpy.typing import NDArray

    Integers = NDArray[np.integer]

BATCH_BYTES = 1 << 19
"""Texts are looked at in batches of about this size: what is made of them stays in the processor's cache, and in
memory that need not be asked for anew."""

_LINE_FEED = 10
_LONGER_WHITE = tuple(
    np.frombuffer(chr(code).encode(), dtype=np.uint8)
    for code in range(0x80, 0x10000)
    if not 0xD800 <= code < 0xE000 and chr(code).isspace()
)
_LONGER_LEADS = np.zeros(256, dtype=bool)
_LONGER_LEADS[[sequence[0] for sequence in _LONGER_WHITE]] = True


def batches(texts: pa.LargeStringArray) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of texts that hold about ``BATCH_BYTES``, and one text at the least."""
    ends = _offsets(texts)[1:]
    start = 0
    while start < len(ends):
        held = ends[start - 1] if start else _offsets(texts)[0]
        end = max(start + 1, int(np.searchsorted(ends, held + BATCH_BYTES, side="right")))
        yield start, end
        start = end


class SourceTexts:
    """The texts of one batch; ``doc`` counts from 0 within it."""

    def __init__(self, texts: pa.LargeStringArray) -> None:
        offsets = _offsets(texts)
        data = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)
        self.data = data[offsets[0] : offsets[-1]]
        self.base = offsets - offsets[0]
        """The first byte of each text, and the end of the last."""
        continuing = (self.data & 0xC0) == 0x80
        self._starts = (
            None if not continuing.any() else np.append(np.flatnonzero(~continuing), len(self.data))
        )
        self.char_base = self._character_of(self.base)
        self.newlines = np.flatnonzero(self.data == _LINE_FEED)
        self._newline_base = np.searchsorted(self.newlines, self.base)

    @property
    def characters(self) -> Integers:
        """Code points of each text."""
        return np.diff(self.char_base)

    def byte_of(self, doc: Integers, offset: Integers) -> Integers:
        """Bytes of offsets that lie in their texts; the end of a text is one of them."""
        byte = self.char_base[doc] + offset
        return np.asarray(byte if self._starts is None else self._starts[byte])

    def _character_of(self, byte: Integers) -> Integers:
        return np.asarray(byte if self._starts is None else np.searchsorted(self._starts, byte))

    def line_of(self, doc: Integers, byte: Integers) -> Integers:
        """Lines, from 1, of bytes."""
        return np.asarray(np.searchsorted(self.newlines, byte) - self._newline_base[doc] + 1)

    def column_of(self, doc: Integers, byte: Integers) -> Integers:
        """Columns, from 1, of bytes."""
        before = np.searchsorted(self.newlines, byte) - 1
        ends = np.append(self.newlines, -1)  # −1 is also what stands before the first
        start = np.maximum(ends[before] + 1, self.base[doc])
        return self._character_of(byte) - self._character_of(start) + 1

    @cached_property
    def white(self) -> NDArray[np.bool_]:
        """True for the bytes of white space."""
        white = (self.data - 9 < 5) | (
            self.data - 28 < 5
        )  # unsigned: what is less wraps to what is much more
        if self._starts is not None:
            leads = np.flatnonzero(_LONGER_LEADS[self.data])
            last = len(self.data) - 1
            following = [self.data[np.minimum(leads + step, last)] for step in range(3)]
            for sequence in _LONGER_WHITE:
                is_it = np.logical_and.reduce([b == s for b, s in zip(following, sequence, strict=False)])
                for step in range(len(sequence)):
                    white[leads[is_it] + step] = True
        return white

    @cached_property
    def line_starts(self) -> Integers:
        """The first byte of each line of all texts; the end of a text is none."""
        filled = np.diff(self.base) > 0
        inner = np.ones(len(self.newlines), dtype=bool)
        closing = np.searchsorted(self.newlines, self.base[1:][filled] - 1)
        closing = closing[closing < len(inner)]
        inner[closing[np.isin(self.newlines[closing] + 1, self.base)]] = False
        starts = np.concatenate([self.base[:-1][filled], self.newlines[inner] + 1])
        return np.sort(starts, kind="stable")  # a merge of the two

    @cached_property
    def written(self) -> NDArray[np.bool_]:
        """For each line of all texts whether anything but white space stands in it."""
        if not len(self.line_starts):
            return np.empty(0, dtype=bool)
        return np.logical_or.reduceat(~self.white, self.line_starts)


def _offsets(texts: pa.LargeStringArray) -> Integers:
    return np.frombuffer(texts.buffers()[1], dtype=np.int64)[texts.offset : texts.offset + len(texts) + 1]
