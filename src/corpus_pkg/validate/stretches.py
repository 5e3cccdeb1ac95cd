"""Stretches of source text compared with the texts that rows hold, all rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_pkg.validate.source_texts import Integers, SourceTexts


def differing_rows(
    texts: SourceTexts, start: Integers, end: Integers, held: pl.Series, *, exact: bool
) -> list[int]:
    """Return the indices of the rows whose text is not the stretch of bytes from ``start`` to ``end``.

    Unless ``exact``, bytes that reading text may lose are left out on both sides, and a row that is returned may
    yet be right: letters may be composed another way.
    """
    here, here_lengths = _bytes_of(held)
    if not exact and _agree_throughout(texts, start, end, here, here_lengths):
        return []
    at, there_lengths = positions(start, end)
    there = texts.data[at]
    if not exact:
        kept = ~(_lost(there) | texts.white[at])
        there, there_lengths = there[kept], _count_kept(kept, there_lengths)
        kept = ~_lost(here)
        here, here_lengths = here[kept], _count_kept(kept, here_lengths)
    alike = there_lengths == here_lengths
    differing = set(np.flatnonzero(~alike).tolist())
    if differing:
        there, here = there[np.repeat(alike, there_lengths)], here[np.repeat(alike, here_lengths)]
    unequal = np.flatnonzero(there != here)
    if unequal.size:
        ends = np.cumsum(there_lengths[alike])
        differing.update(np.flatnonzero(alike)[np.searchsorted(ends, unequal, side="right")].tolist())
    return sorted(differing)


def _agree_throughout(
    texts: SourceTexts, start: Integers, end: Integers, here: NDArray[np.uint8], here_lengths: Integers
) -> bool:
    """Tell whether all that counts of the texts stands in the stretches, and each holds what its row does.

    That is so of nearly all paragraphs, and no byte need be looked up by its position then.
    """
    if 2 * (end - start).sum() < len(texts.data):
        return False
    there_lost, here_lost = _lost(texts.data) | texts.white, _lost(here)
    ends = np.cumsum(here_lengths)
    counts = _count_kept_between(there_lost, start, end)
    return bool(
        (start[1:] >= end[:-1]).all()
        and counts.sum() == len(there_lost) - np.count_nonzero(there_lost)
        and (counts == _count_kept_between(here_lost, ends - here_lengths, ends)).all()
        and np.array_equal(texts.data.compress(~there_lost), here.compress(~here_lost))
    )


def _count_kept_between(lost: NDArray[np.bool_], start: Integers, end: Integers) -> Integers:
    """Count in each stretch the bytes that are not ``lost``."""
    places = np.flatnonzero(lost)
    kept: Integers = end - start - (np.searchsorted(places, end) - np.searchsorted(places, start))
    return kept


def positions(start: Integers, end: Integers) -> tuple[Integers, Integers]:
    """Number the bytes of all stretches, one after the other, and give the lengths of the stretches."""
    lengths = end - start
    before = np.cumsum(lengths) - lengths
    return np.repeat(start - before, lengths) + np.arange(lengths.sum()), lengths


def _lost(data: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Find bytes that reading text may lose or fold: white space, controls, emphasis marks, hyphens at line ends."""
    lost = data <= ord(" ")  # comparisons are ten times as fast as a look-up in a table of bytes
    for sign in b"*_-=\x7f":
        lost |= data == sign
    return lost


def _bytes_of(held: pl.Series) -> tuple[NDArray[np.uint8], Integers]:
    if held.is_empty():
        return np.empty(0, dtype=np.uint8), np.empty(0, dtype=np.int64)
    array = held.to_arrow(compat_level=pl.CompatLevel.oldest())
    offsets = np.frombuffer(array.buffers()[1], dtype=np.int64)[array.offset : array.offset + len(array) + 1]
    data = np.frombuffer(array.buffers()[2] or b"", dtype=np.uint8)
    return data[offsets[0] : offsets[-1]], np.diff(offsets)


def _count_kept(kept: NDArray[np.bool_], lengths: Integers) -> Integers:
    """Count in each stretch what is kept of it."""
    counted = np.zeros(len(kept) + 1, dtype=np.int32 if len(kept) < 1 << 31 else np.int64)
    np.cumsum(kept, dtype=counted.dtype, out=counted[1:])
    ends = np.cumsum(lengths)
    held: Integers = counted[ends] - counted[ends - lengths]
    return held
