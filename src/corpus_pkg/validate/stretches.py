"""Stretches of source text compared with the texts that rows hold, all rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_pkg.validate.source_texts import Integers, SourceTexts

_LOST = np.zeros(256, dtype=bool)
"""Bytes that reading text may lose or fold: white space, controls, emphasis marks, hyphens at line ends."""
_LOST[: ord(" ") + 1] = True
_LOST[[ord(sign) for sign in "*_-=\x7f"]] = True


def differing_rows(
    texts: SourceTexts, start: Integers, end: Integers, held: pl.Series, *, exact: bool
) -> list[int]:
    """Return the indices of the rows whose text is not the stretch of bytes from ``start`` to ``end``.

    Unless ``exact``, bytes that reading text may lose are left out on both sides, and a row that is returned may
    yet be right: letters may be composed another way.
    """
    there, there_lengths = _gather(texts.data, start, end)
    here, here_lengths = _bytes_of(held)
    if not exact:
        white, _ = _gather(texts.white, start, end)
        there, there_lengths = _keep(there, there_lengths, ~(_LOST[there] | white))
        here, here_lengths = _keep(here, here_lengths, ~_LOST[here])
    alike = there_lengths == here_lengths
    differing = set(np.flatnonzero(~alike).tolist())
    if differing:
        there, here = there[np.repeat(alike, there_lengths)], here[np.repeat(alike, here_lengths)]
    unequal = np.flatnonzero(there != here)
    if unequal.size:
        ends = np.cumsum(there_lengths[alike])
        differing.update(np.flatnonzero(alike)[np.searchsorted(ends, unequal, side="right")].tolist())
    return sorted(differing)


def _gather(data: NDArray[Any], start: Integers, end: Integers) -> tuple[NDArray[Any], Integers]:
    """Lay the stretches of ``data`` end to end, and give their lengths."""
    lengths = end - start
    before = np.cumsum(lengths) - lengths
    return data[np.repeat(start - before, lengths) + np.arange(lengths.sum())], lengths


def _bytes_of(held: pl.Series) -> tuple[NDArray[np.uint8], Integers]:
    if held.is_empty():
        return np.empty(0, dtype=np.uint8), np.empty(0, dtype=np.int64)
    array = held.to_arrow(compat_level=pl.CompatLevel.oldest())
    offsets = np.frombuffer(array.buffers()[1], dtype=np.int64)[array.offset : array.offset + len(array) + 1]
    data = np.frombuffer(array.buffers()[2] or b"", dtype=np.uint8)
    return data[offsets[0] : offsets[-1]], np.diff(offsets)


def _keep(
    data: NDArray[np.uint8], lengths: Integers, kept: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], Integers]:
    """Leave out the bytes that are not ``kept``."""
    counted = np.append(0, np.cumsum(kept))
    ends = np.cumsum(lengths)
    return data[kept], counted[ends] - counted[ends - lengths]
