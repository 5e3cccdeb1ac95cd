"""What holds of the roles of every text."""

# ruff: noqa: E501 - a case is easier to read in one line

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.model import Role
from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PIECES = [
    "Home", "Contact", "I", "II", "12", "13", "Chapter 1", "Comments", "© 2019 A Site. All rights reserved.", "* * *", "----------",
    "The quay was long.", "The Long Quay", "“Yes.”", "— Anna", "1. one", "- two", "2019-03-01", "March 1950-", "Colophon", "Endnotes",
    "Published by Tern Press", "김 철 수", "위원장", "[Illustration]", "a\tb\tc", "\x00", "\u200b", "*", "Dear Sir,", "Yours truly,", "·",
    ".", ":", "...", "[1]", "(A)", "(1) See p. 3", "1. Ibid., p. 5", "87", "– one", "Signatories", "For Norham: A. Holm", "石政发〔1986〕14号", "本报记者 王石",
    "1919年5月4日，没有游行。", "Works", "On Fevers. Whitby, 1899.", "Top secret", "Contact: A. Holm", "«Sim»", "- 왜?", "강변에 해가 뜨면 배를 띄우고",
    "The road over the pass was closed from November to May, and whoever had to cross it went round by the sea.",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40), st.just("")), max_size=40).map(
    "\n".join
)


@given(TEXTS)
def test_every_segment_has_one_role_with_its_evidence(text):
    segments = segment(text)
    labels = label_roles(text, segments)
    assert len(labels) == len(segments)
    for label in labels:
        assert label.role in get_args(Role)
        assert label.rule
        assert (label.heading_level is not None) == (label.role == "heading")


@given(TEXTS)
def test_the_governing_heading_stands_before(text):
    labels = label_roles(text, segment(text))
    for index, label in enumerate(labels):
        assert label.heading is None or (label.heading < index and labels[label.heading].role == "heading")


@pytest.mark.parametrize("piece", PIECES)
def test_many_of_a_kind_are_labelled(piece):
    text = "\n\n".join([piece] * 3000)
    assert len(label_roles(text, segment(text))) == len(segment(text))


def unlike(number: int) -> str:
    """A word in capitals for each number."""
    return "".join("ABCDEFGHIJ"[int(figure)] for figure in str(number))


MANY = {
    "pages between two lines": "{piece}\n\n- 3 -\n\n",
    "pages and ornaments": "* * *\n\n- 3 -\n\n",
    "notes on every page": "[1] See {word}.\n\n- 3 -\n\n",
    "numbers too high for chapters": "{number}\n\nTHE LONG QUAY\n\n{piece}\n\n",
    "a year over every entry": "1919\n\nMay 5 – He came.\n\n",
    "a year over every day": "1919\n\nMay 5\n\nThe quay was long.\n\n",
    "parts of a play, none of whom speaks again": "PILOT {word}.\n\nThe quay was long, and it was cold.\n\n",
    "garbled lines": "xqzv {word} wrtk\nzxcv hjklm\n",
    "the name of an author under every stanza": "The sea is wide,\nThe land is far,\nThe boat is old.\n\nANNA {word}\n\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", MANY.values(), ids=MANY.keys())
def test_many_unlike_ones_are_labelled(kind):
    """Where each of them is held against all others, this is not over before long."""
    text = "".join(kind.format(number=50 + n % 900, word=unlike(n), piece=PIECES[-1]) for n in range(3000))
    assert len(label_roles(text, segment(text))) == len(segment(text))
