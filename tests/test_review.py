"""What a maintainer is told of a seed that is parsed without fault, beside what nobody need look at."""

import pytest

from corpus_pkg.review import LONG_LINE, review_tables
from validate import small_corpus


def reviewed(**changes):
    """The codes found in the small corpus with other cells in one row of a table."""
    given = small_corpus.tables()
    for table, (row, cells) in changes.items():
        given = small_corpus.change(given, table, row, **cells)
    return sorted(found.code for found in review_tables(given))


def body():
    return small_corpus.row_where(small_corpus.tables(), "paragraphs", role="body")


CASES = {
    "nothing": ({}, []),
    "no title": ({"documents": (1, {"title": None})}, ["document-without-title"]),
    "no language": ({"documents": (1, {"language": "und"})}, ["language-undetermined"]),
    "no content": ({"documents": (1, {"lines_content": 0})}, ["document-without-content"]),
    "garbled": ({"paragraphs": (body(), {"legibility": 0.1})}, ["text-illegible"]),
    "garbled, in a picture": ({"paragraphs": (body(), {"legibility": 0.1, "role": "figure_text"})}, []),
    "a very long line": ({"documents": (1, {"text": "x" * LONG_LINE + "y"})}, ["line-very-long"]),
    "a long text of short lines": ({"documents": (1, {"text": "x\n" * LONG_LINE})}, []),
}


@pytest.mark.parametrize("label", CASES)
def test_what_is_told(label):
    changes, codes = CASES[label]
    assert reviewed(**changes) == codes


DAYS = {
    "They met on 31 June 1934.": ("31 June", "en"),
    "They met on June 31, 1934.": ("June 31", "en"),
    "They met on February 30.": ("February 30", "en"),
    "They met on 29 February and 31 May.": (None, "en"),
    "They met on June 30, 1934.": (None, "en"),
    "In June 31 people met.": ("June 31", "en"),
    "31 Junes ago": (None, "en"),
    "1934년 6월 31일": ("6월 31일", "ko"),
    "1934년 6월 30일": (None, "ko"),
    "am 31. November 1918": ("31. November", "de"),
    "am 31. Oktober 1918": (None, "de"),
}


@pytest.mark.parametrize("text", DAYS)
def test_days_that_no_calendar_has(text):
    value, language = DAYS[text]
    given = small_corpus.tables()
    given = small_corpus.change(given, "documents", 1, text=text)
    row = small_corpus.row_where(given, "paragraphs", document_id="note")
    cells = {"char_start": 0, "char_end": len(text), "text": text, "language": language}
    found = review_tables(small_corpus.change(given, "paragraphs", row, **cells))
    assert [each.value for each in found] == ([value] if value else [])
