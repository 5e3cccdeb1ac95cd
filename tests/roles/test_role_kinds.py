"""Whole invented documents, a role for every paragraph. The cases are in kinds/."""

import pytest
from role_cases import KINDS

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment
from corpus_pkg.trace.words import is_explained


@pytest.mark.parametrize("case", KINDS, ids=lambda case: case.name)
def test_every_paragraph_of_a_kind_has_its_role(case):
    segments = segment(case.text)
    labels = label_roles(case.text, segments)
    found = [(one.line_start, one.line_end, label.role) for one, label in zip(segments, labels, strict=True)]
    assert found == case.paragraphs


@pytest.mark.parametrize("case", KINDS, ids=lambda case: case.name)
def test_every_rule_of_a_kind_has_its_words(case):
    rules = {label.rule for label in label_roles(case.text, segment(case.text))}
    assert [rule for rule in sorted(rules) if not is_explained("role", rule)] == []


@pytest.mark.parametrize("case", KINDS, ids=lambda case: case.name)
def test_headings_have_levels_and_govern_what_follows(case):
    segments = segment(case.text)
    labels = label_roles(case.text, segments)
    for index, label in enumerate(labels):
        assert (label.heading_level is not None) == (label.role == "heading")
        if label.heading is not None:
            assert label.heading < index
            assert labels[label.heading].role == "heading"
            assert label.heading_level is None or label.heading_level > labels[label.heading].heading_level


def test_chapters_stand_under_parts_and_their_names_beside_their_numbers():
    text = (
        "The Long Book\n\nPart One\n\nChapter 1\n\nThe Beginning\n\n"
        + "A sentence of some length stands here to be read. " * 3
        + "\n\nChapter 2\n\n"
        + "Another sentence of some length stands here to be read. " * 3
        + "\n\nPart Two\n\nChapter 3\n\n"
        + "The last sentence of some length stands here to be read. " * 3
    )
    labels = label_roles(text, segment(text))
    assert [(label.role, label.heading_level) for label in labels if label.role == "heading"] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 2),
        ("heading", 2),
        ("heading", 1),
        ("heading", 2),
    ]


def test_a_text_in_another_script_stands_under_the_heading_it_is_reproduced_under():
    case = next(case for case in KINDS if case.name == "picture_book_en")
    labels = label_roles(case.text, segments := segment(case.text))
    levels = {segments[index].text: label.heading_level for index, label in enumerate(labels)}
    over = {
        segment.text: segments[label.heading].text
        for segment, label in zip(segments, labels, strict=True)
        if label.heading is not None
    }
    assert (
        levels["The Years of the Herring"],
        levels["도선에 관한 합의서"],
        levels["The Years of the Ferries"],
    ) == (1, 2, 1)
    assert over["도선에 관한 합의서"] == "The Years of the Herring"
    assert over["1972년 6월 15일"] == "도선에 관한 합의서"
    assert over["Pilots of both towns on the bridge of the ferry"] == "The Years of the Herring"
