"""The context of a mention is the sentence that holds it."""

import pytest

from corpus_pkg.model import LanguageLabel, Mention, Segment, Span
from corpus_pkg.parse.sentences import REACH, find_contexts

CASES = [
    ("one of three", "He came. He left in {1946} for good. He died.", "He left in 1946 for good. "),
    ("an abbreviation", "Dr. Kim came on Oct. {10}, 1945. Rain fell.", "Dr. Kim came on Oct. 10, 1945. "),
    (
        "a mention that looks like two sentences",
        "말했다. {1945. 7월 1일}에 왔다. 갔다.",
        "1945. 7월 1일에 왔다. ",
    ),
    (
        "a space that no line breaks at",
        "He came. I\u00a0. left in {1946}. He died.",
        "I\u00a0. left in 1946. ",
    ),
    ("the last sentence", "He came. He left in {1946}", "He left in 1946"),
]


def contexts(text, language="en"):
    start, end = text.index("{"), text.index("}") - 1
    text = text.replace("{", "").replace("}", "")
    segment = Segment(Span(0, len(text)), 1, 1, text, None, "test")
    label = LanguageLabel(language, None, "Latn", 1.0, "text")
    mention = Mention(
        0,
        Span(start, end),
        text[start:end],
        "1946",
        None,
        None,
        "year",
        "gregorian",
        "explicit",
        None,
        False,
        "test",
    )
    (span,) = find_contexts(text, [segment], [label], [mention])
    return text[slice(*span)]


@pytest.mark.parametrize(("label", "text", "expected"), CASES)
def test_context(label, text, expected):
    assert contexts(text) == expected, label


def test_a_text_without_sentences_is_not_repeated_whole():
    found = contexts("word " * 10_000 + "{1946} " + "word " * 10_000)
    assert " 1946 " in found
    assert len(found) <= 2 * REACH + len("1946 ")
    assert found.startswith("word")
    assert found.endswith("word")
