"""Offsets in many texts at once against the plain way: one text, one offset at a time."""

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.validate import source_texts
from corpus_pkg.validate.source_texts import SourceTexts, batches

SIGNS = st.sampled_from(
    "ab \n\n\t\r\x0b\x0c\x1c\x85\xa0é\u1680\u2003\u2028\u202f\u205f\u3000\u200b가\U0001f33e"
)
TEXTS = st.lists(st.text(SIGNS, max_size=12), max_size=5)


def lay(texts):
    return pa.array(texts, pa.large_string())


@settings(deadline=None)
@given(TEXTS)
def test_every_offset_has_its_byte_line_and_column(texts):
    laid = SourceTexts(lay(texts))
    assert laid.characters.tolist() == [len(text) for text in texts]
    for doc, text in enumerate(texts):
        for offset in range(len(text)):
            docs, offsets = np.array([doc]), np.array([offset])
            byte = laid.byte_of(docs, offsets)
            assert byte[0] - laid.base[doc] == len(text[:offset].encode())
            assert laid.line_of(docs, byte)[0] == text.count("\n", 0, offset) + 1
            assert laid.column_of(docs, byte)[0] == offset - text.rfind("\n", 0, offset)
            assert laid.white[byte[0]] == text[offset].isspace()


@settings(deadline=None)
@given(TEXTS)
def test_lines_are_parted_by_line_feeds_alone_and_written_if_not_white(texts):
    laid = SourceTexts(lay(texts))
    lines = [line for text in texts for line in text.removesuffix("\n").split("\n") if text]
    assert len(laid.line_starts) == len(lines)
    assert laid.written.tolist() == [bool(line.strip()) for line in lines]


@given(TEXTS, st.integers(0, 2), st.integers(1, 9))
def test_batches_hold_every_text_once_and_in_order(texts, skipped, size):
    laid = lay(texts).slice(skipped)
    usual, source_texts.BATCH_BYTES = source_texts.BATCH_BYTES, size
    try:
        ranges = list(batches(laid))
    finally:
        source_texts.BATCH_BYTES = usual
    assert [number for first, after in ranges for number in range(first, after)] == list(range(len(laid)))
    for first, after in ranges:
        held = sum(len(text.as_py().encode()) for text in laid[first:after])
        assert held <= size or after == first + 1
