"""Identifiers follow from content; an edit changes those of what was edited and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.identifiers import Occurrences, slug

SLUGS = [
    ("a plain name", "speech.txt", "speech"),
    ("a folder", "1946/speech.txt", "1946-speech"),
    ("underscores and capitals", "000_6FB2.txt", "000-6fb2"),
    ("accents", "Über.txt", "uber"),
    ("another script", "신년사.txt", "c2e0-b144-c0ac"),
    ("a dot that is no suffix", "v1.2/notes.v2.txt", "v1.2-notes.v2"),
    ("nothing but a suffix", ".txt", "txt"),
    ("nothing usable", "---", "document"),
]


@pytest.mark.parametrize(("label", "path", "expected"), SLUGS)
def test_slug(label, path, expected):
    assert slug(path) == expected, label


def identify(texts):
    ids = Occurrences("p", "document")
    return [ids.identify(text) for text in texts]


texts = st.lists(st.sampled_from(["a", "b", "c", "a b"]) | st.text(max_size=4), max_size=12)


@given(texts)
def test_no_two_rows_share_an_identifier(rows):
    assert len(set(identify(rows))) == len(rows)


@given(texts, st.integers(0, 12), st.text(max_size=4))
def test_inserting_a_row_adds_one_identifier_and_loses_none(rows, place, added):
    """A position never enters an identifier, so all that were there stay; the new row brings one of its own."""
    before, after = identify(rows), identify([*rows[:place], added, *rows[place:]])
    assert set(before) < set(after)
    assert len(after) == len(before) + 1


@given(texts.filter(bool), st.data())
def test_deleting_a_row_loses_one_identifier(rows, data):
    place = data.draw(st.integers(0, len(rows) - 1))
    before, after = identify(rows), identify(rows[:place] + rows[place + 1 :])
    assert set(after) < set(before)


@given(texts, st.randoms(use_true_random=False))
def test_moving_rows_changes_no_identifier(rows, random):
    moved = rows[:]
    random.shuffle(moved)
    assert set(identify(rows)) == set(identify(moved))
