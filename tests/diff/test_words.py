"""Texts compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.diff.words import diff_words, excerpt

CASES = {
    "a word": (
        "the long years",
        "the short years",
        [("=", "the "), ("-", "long"), ("+", "short"), ("=", " years")],
    ),
    "nothing": ("same words", "same words", [("=", "same words")]),
    "all of it": ("old", "new", [("-", "old"), ("+", "new")]),
    "a letter of a script without spaces": (
        "二〇〇一年",
        "二〇〇二年",
        [("=", "二〇〇"), ("-", "一"), ("+", "二"), ("=", "年")],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_pieces(old, new, expected):
    assert [tuple(piece) for piece in diff_words(old, new)] == expected


@given(st.text("ab 二\n", max_size=60), st.text("ab 二\n", max_size=60))
def test_the_pieces_are_both_texts(old, new):
    pieces = diff_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.mark != "+") == old
    assert "".join(piece.text for piece in pieces if piece.mark != "-") == new


def test_texts_of_many_words_are_compared_in_time():
    old, new = "a b " * 200_000, "b a " * 200_000
    assert diff_words(old, new)


def test_an_excerpt_leaves_out_what_is_far_from_a_change():
    pieces = excerpt(diff_words(f"{'far ' * 50}old{' far' * 50}", f"{'far ' * 50}new{' far' * 50}"))
    assert len("".join(piece.text for piece in pieces)) < 100
