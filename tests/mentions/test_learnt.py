"""What is kept by surface is what would be said of it anew."""

from __future__ import annotations

import importlib

import pytest

from corpus_pkg.parse.mentions import learnt
from corpus_pkg.parse.mentions.anchors import anchors, united
from corpus_pkg.parse.mentions.learnt import Learnt
from corpus_pkg.parse.mentions.lexicon import lexicon
from corpus_pkg.parse.mentions.plain import plain, reader

RECOGNISE = importlib.import_module("corpus_pkg.parse.mentions.recognise")


def test_a_string_is_looked_at_once() -> None:
    asked: list[str] = []
    known = Learnt(lambda word: asked.append(word) or len(word))
    assert [known["may"], known["june"], known["may"]] == [3, 4, 3]
    assert asked == ["may", "june"]


def test_no_more_than_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learnt, "MOST", 3)
    known = Learnt(len)
    assert [known["x" * size] for size in range(10)] == list(range(10))
    assert len(known) <= 3


@pytest.mark.parametrize("year", ["1500", "1600", "1943", "1944", "2000", "2077"])
@pytest.mark.parametrize(
    "head", ["February ", "29 February ", "28 February ", "June ", "June 31, ", "June 5, ", ""]
)
def test_a_date_says_the_same_in_every_year_or_is_read_in_each(head: str, year: str) -> None:
    words = lexicon("en")
    assert reader(words)(head + year) == plain(head + year, words)


def test_the_anchors_of_several_languages_are_those_of_each() -> None:
    text = "In May 1950, в мае 1950 года, tetor 1950; Janeiro, styczeń, the 1990s. 一九五〇年"
    tags = ("en", "pl", "pt", "ru")
    tables = [RECOGNISE._tables_of(tag) for tag in tags]
    together = set(anchors(text, united(tables)))
    assert together == set().union(*(anchors(text, table) for table in tables))
    assert united(tables[:1]) == tables[0]
