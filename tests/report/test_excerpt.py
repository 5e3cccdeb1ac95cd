"""Excerpts: the marks stand under the place, whatever the script and however long the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus_pkg.report.excerpt import excerpt, visible

CASES = [
    ("one character", "hello", 1, 2, ("hello", "^")),
    ("a word", "on June 31 we", 4, 11, ("on June 31 we", "   ^^^^^^^")),
    ("to the end of the line", "abc", 2, None, ("abc", " ^^")),
    ("wide characters before", "안녕 x", 4, 5, ("안녕 x", "     ^")),
    ("wide characters under", "a안녕b", 2, 4, ("a안녕b", " ^^^^")),
    ("full-width digits", "１９５０년", 1, 6, ("１９５０년", "^^^^^^^^^^")),
    ("a combining accent takes no cell", "e\u0301x", 3, 4, ("e\u0301x", " ^")),
    ("an empty line", "", 1, 1, ("", "^")),
    ("after the last character", "ab", 3, 3, ("ab", "  ^")),
    ("far beyond the line", "ab", 50, 60, ("ab", "  ^")),
    ("a tab is one space", "\tx", 2, 3, (" x", " ^")),
    ("NUL and escape are shown", "\0\x1b[31m", 1, 2, ("␀␛[31m", "^")),
    ("marks that turn the direction are not let through", "a\u202eb", 3, 4, ("a\ufffdb", "  ^")),
    ("what ends lines elsewhere does not here", "a\u2028\x85b", 4, 5, ("a\ufffd\ufffdb", "   ^")),
]


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_marks_stand_under_the_place(line, column, end, expected):
    assert excerpt(line, column, end) == expected


WINDOWS = [
    ("at the start", 1, 2, ("abcdefgh…", "^")),
    ("in the middle", 16, 17, ("…nopqrstu…", "   ^")),
    ("at the end", 26, 27, ("…stuvwxyz", "        ^")),
    ("longer than the window", 1, 27, ("abcdefgh…", "^^^^^^^^")),
]


@pytest.mark.parametrize(
    ("column", "end", "expected"), [case[1:] for case in WINDOWS], ids=[case[0] for case in WINDOWS]
)
def test_a_long_line_is_cut_to_a_window_around_the_place(column, end, expected):
    assert excerpt("abcdefghijklmnopqrstuvwxyz", column, end, width=10) == expected


@given(
    st.text(alphabet="ab 한글\u0301\t\0🎉", max_size=300),
    st.integers(1, 310),
    st.integers(0, 30),
    st.integers(10, 60),
)
def test_text_and_marks_fit_the_width(line, column, length, width):
    """Neither line of an excerpt is wider than the room, and there is always a mark."""
    shown = excerpt(line, column, column + length, width)
    assert cell_len(shown.text) <= width
    assert len(shown.marks) <= width
    assert set(shown.marks.lstrip(" ")) == {"^"}


def test_a_line_of_megabytes_is_shown_like_any_other():
    shown = excerpt("x" * 5_000_000 + "한" + "y" * 5_000_000, 5_000_001, 5_000_002)
    assert shown.text[shown.marks.index("^")] == "한"
    assert shown.marks.endswith(" ^^")


@given(st.text())
def test_what_is_shown_is_one_printable_character_for_each(text):
    assert len(visible(text)) == len(text)
    assert not any(
        character < " " or character in "\x7f\x85\u2028\u2029\u202e" for character in visible(text)
    )
