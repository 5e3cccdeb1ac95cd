"""Captured web pages in a dozen languages: which lines are content. The cases are in captures/.

A line begins with + where it is content, with - where it is not, with ? where readers may differ (a date).
"""

# ruff: noqa: E501 - a case is easier to read in one line

from pathlib import Path

import pytest

from corpus_pkg.model import APPARATUS
from corpus_pkg.parse.roles import BUILT_IN, label_roles
from corpus_pkg.parse.segment import segment

CAPTURES = sorted((Path(__file__).parent / "captures").glob("*.txt"))
FLOOR = 0.98


def read(path):
    return [line.split("|", 1) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def kept(text, cues=BUILT_IN):
    segments = segment(text)
    labels = label_roles(text, segments, cues=cues)
    return {
        line: label.role not in APPARATUS
        for one, label in zip(segments, labels, strict=True)
        for line in range(one.line_start, one.line_end + 1)
    }


def f1(rows, keeps):
    pairs = [(mark == "+", keep) for (mark, _), keep in zip(rows, keeps, strict=True) if mark != "?"]
    hits = sum(gold and keep for gold, keep in pairs)
    return 2 * hits / max(1, sum(gold for gold, _ in pairs) + sum(keep for _, keep in pairs))


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.stem)
@pytest.mark.parametrize("blank_lines", [0, 1])
def test_content_is_told_from_menus_and_notices(path, blank_lines):
    rows = read(path)
    keep = kept(("\n" * (blank_lines + 1)).join(line for _, line in rows))
    assert f1(rows, [keep[1 + index * (blank_lines + 1)] for index in range(len(rows))]) >= FLOOR


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.stem)
def test_the_title_and_the_date_are_found(path):
    rows = read(path)
    text = "\n".join(line for _, line in rows)
    segments = segment(text)
    labels = label_roles(text, segments)
    by_role = {label.role: one.text for one, label in reversed(list(zip(segments, labels, strict=True)))}
    assert by_role["title"] == next(line for mark, line in rows if mark == "+")
    dates = [line for mark, line in rows if mark == "?"]
    assert by_role.get("dateline") in (dates or [None])


def test_lines_that_many_seeds_share_are_not_content():
    page = "Vereinsblatt Oberau\nGruppe A\nGruppe B\n\nDie Gruppe traf sich am Sonntag am Brunnen und sang bis in die Nacht hinein.\n\nBesuch uns mal"
    shared = frozenset({"Vereinsblatt Oberau", "Gruppe A", "Gruppe B", "Besuch uns mal"})
    segments = segment(page)
    roles = [label.role for label in label_roles(page, segments, shared_lines=shared)]
    assert roles == ["navigation", "navigation", "navigation", "body", "navigation"]


def test_what_all_books_have_is_not_a_site_s_line():
    book = "The Grey Mare\n\nIntroduction\n\nThe mare was grey and so was the morning on which she was sold to us for a song."
    shared = frozenset({"Introduction"})
    labels = label_roles(book, segment(book), shared_lines=shared)
    assert [label.role for label in labels] == ["title", "heading", "body"]


def test_a_corpus_names_its_own_phrases():
    text = "The Grey Mare\n\nScanned for the Tarn archive, shelf 4\n\nThe mare was grey and so was the morning on which she was sold."
    cues = BUILT_IN.extended(imprint=["scanned for the Tarn archive"])
    labels = label_roles(text, segment(text), cues=cues)
    assert [label.role for label in labels] == ["title", "imprint", "body"]
