"""corrections.csv as spreadsheets write it; what is wrong with it names its line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.corrections.reading import COLUMNS, parse_corrections
from corpus_pkg.errors import UsageError

HEAD = "identifier,column,old,new,reason,who\n"
LINE = "p1,role,caption,heading,it is printed large,A. Reader\n"

GOOD = {
    "nothing": ("", []),
    "a header alone": (HEAD, []),
    "one": (HEAD + LINE, [2]),
    "blank lines": (HEAD + "\n,,,,,\n" + LINE, [4]),
    "Windows line ends": ((HEAD + LINE).replace("\n", "\r\n"), [2]),
    "a reason over two lines": (HEAD + LINE.replace("it is printed large", '"it is\nlarge"') + LINE, [2, 4]),
    "columns in another order": ("who,reason,new,old,column,identifier\nA,b,c,d,e,f\n", [2]),
    "white space around cells": (HEAD + LINE.replace(",", " , "), [2]),
}


@pytest.mark.parametrize("label", GOOD)
def test_what_is_read(label):
    written, lines = GOOD[label]
    found = parse_corrections(written)
    assert [correction.line for correction in found] == lines
    assert all(
        correction == correction._replace(**{c: getattr(correction, c).strip() for c in COLUMNS})
        for correction in found
    )


BAD = {
    "no reason": (HEAD + "p1,role,caption,heading,,A\n", ":2: a correction needs its `reason`"),
    "nobody": (HEAD + "p1,role,caption,heading,why,\n", ":2: a correction needs its `who`"),
    "nothing changes": (HEAD + "p1,role,title,title,why,A\n", ":2: `old` and `new` are the same"),
    "a column misspelt": (
        "identifer,column,old,new,reason,who\n",
        ":1: there is no column `identifer`; did you mean `identifier`?",
    ),
    "a column missing": ("identifier,column,old,new,reason\n", ":1: the header lacks who"),
    "a column twice": ("identifier,column,old,new,reason,who,who\n", ":1: the header names a column twice"),
    "too few cells": (HEAD + "p1,role\n", ":2: 2 cells, where the header has 6"),
    "an open quotation": (HEAD + LINE + '"p1,role\n', ":3: not CSV"),
    "a semicolon between": (HEAD.replace(",", ";"), ":1: there is no column"),
}


@pytest.mark.parametrize("label", BAD)
def test_what_is_refused(label):
    written, told = BAD[label]
    with pytest.raises(UsageError) as refused:
        parse_corrections(written)
    assert f"corrections.csv{told}" in str(refused.value)


@given(st.text())
def test_any_text_is_read_or_refused(written):
    with suppress(UsageError):
        parse_corrections(HEAD + written)
