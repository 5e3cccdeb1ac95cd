"""The reading text, rule by rule."""

import pytest

from corpus_pkg.parse.segment import reading_text

CASES = {
    "white space folds": ("a  b\t c\n d\u3000e", "a b c d e"),
    "composed": ("Cafe\u0301", "Café"),
    "hyphenation undone": ("unent-\nbehrlich", "unentbehrlich"),
    "hyphenation with a soft hyphen": ("Entwick\u00ad\nlung", "Entwicklung"),
    "hyphenation recognised as an equals sign": ("schmerz=\nlich", "schmerzlich"),
    "hyphenation with white space behind the hyphen": ("exam- \n  ple", "example"),
    "a compound keeps its hyphen": ("self-\nmade", "self-made"),
    "a name keeps its hyphen": ("Anglo-\nSaxon", "Anglo-Saxon"),
    "the second hyphen of a compound": ("will-o’-the-\nwisp", "will-o’-the-wisp"),
    "an elided compound": ("Finanz-\nund Steuerpolitik", "Finanz- und Steuerpolitik"),
    "a range is no word": ("1914-\n1918", "1914- 1918"),
    "a dash is no hyphen": ("he said--\nand went", "he said-- and went"),
    "emphasis": ("the organ *Bolshevik* and **all** of _it_", "the organ Bolshevik and all of it"),
    "emphasis over two lines": ("**A Title of\nTwo Lines**", "A Title of Two Lines"),
    "emphasis before a comma": ("read *Emma*, twice", "read Emma, twice"),
    "a footnote star stays": ("a word* and more", "a word* and more"),
    "names in code stay": ("snake_case_name", "snake_case_name"),
    "a product stays": ("2 * 3 * 4", "2 * 3 * 4"),
    "a list bullet stays": ("* one *two*", "* one two"),
    "an ornament stays": ("* * *", "* * *"),
    "marks alone stay": ("****", "****"),
}


@pytest.mark.parametrize(("raw", "text"), CASES.values(), ids=CASES.keys())
def test_reading_text(raw, text):
    assert reading_text(raw) == text


@pytest.mark.parametrize(
    "raw", ["a" * 10**6, "*a" * 10**5, "-\n" * 10**5, "a-\n" * 10**5, " " * 10**6 + "x", "_" * 10**5 + "a"]
)
def test_long_runs_cost_no_more_than_their_length(raw):
    assert reading_text(raw)
