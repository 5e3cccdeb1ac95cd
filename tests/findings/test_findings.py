"""Findings: the catalogue, the places they name, and fingerprints that outlive shifts of lines."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus_pkg
from corpus_pkg.findings import (
    EXCERPT_LENGTH,
    LEVELS,
    SEVERITIES,
    LineIndex,
    catalogue,
    finding,
    from_remark,
    place_of,
)
from corpus_pkg.model import Remark, Span
from corpus_pkg.report.catalogue import catalogue_markdown

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.code)
def test_an_entry_of_the_catalogue_says_what_is_wrong_and_how_to_mend_it(entry):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.code)
    assert entry.level in LEVELS
    assert entry.severity in SEVERITIES
    for sentence in (entry.meaning, entry.hint):
        assert sentence == sentence.strip()
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence.startswith(
            ("datapackage.json", "corpus.toml", "croissant.json")
        )
        assert "\n" not in sentence


def test_the_catalogue_is_in_the_order_of_levels():
    levels = [entry.level for entry in catalogue().values()]
    assert levels == sorted(levels)


def test_the_page_of_documentation_is_made_from_the_catalogue():
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert page == catalogue_markdown(), "python -m corpus_pkg.report.catalogue > docs/findings.md"


def emitted_codes():
    """Give each code that the sources write out, with its place: the first argument of finding() and Remark()."""
    package = Path(corpus_pkg.__file__).parent
    for file in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in ("finding", "Remark"):
                    yield node.args[0].value, f"{file.relative_to(package)}:{node.lineno}"


def test_every_code_that_the_sources_emit_is_in_the_catalogue():
    unknown = [f"{place}: {code}" for code, place in emitted_codes() if code not in catalogue()]
    assert not unknown


def test_severity_and_level_come_from_the_catalogue():
    found = finding("seed-empty", "no bytes", path="a.txt")
    assert (found.severity, found.level, found.hint) == ("error", 1, catalogue()["seed-empty"].hint)


def test_an_unknown_code_is_refused():
    with pytest.raises(ValueError, match="seed-emty"):
        finding("seed-emty", "no bytes")


class TestFingerprint:
    def test_is_the_same_when_lines_are_added_above(self):
        here = finding("edtf-invalid", "line 3 is wrong", path="a", line=3, column=1, key="k", value="19")
        there = finding("edtf-invalid", "line 9 is wrong", path="a", line=9, column=4, key="k", value="19")
        assert here.fingerprint == there.fingerprint
        assert re.fullmatch(r"[0-9a-f]{16}", here.fingerprint)

    @pytest.mark.parametrize(
        "other",
        [
            {"code": "edtf-bounds-mismatch"},
            {"path": "b"},
            {"key": "l"},
            {"value": "20"},
            {"field": "date_start"},
            {"table": "documents"},
        ],
        ids=lambda other: next(iter(other)),
    )
    def test_tells_apart(self, other):
        place = {"code": "edtf-invalid", "path": "a", "key": "k", "value": "19", "field": "edtf"}
        assert (
            finding(message="m", **place).fingerprint != finding(message="m", **(place | other)).fingerprint
        )

    def test_takes_the_message_where_nothing_else_speaks(self):
        assert (
            finding("documents-none", "no seeds").fingerprint != finding("documents-none", "none").fingerprint
        )


def test_findings_sort_by_place_and_those_without_one_come_first():
    ordered = [
        finding("documents-none", "m"),
        finding("hash-mismatch", "m", file="data/a.csv"),
        finding("hash-mismatch", "m", file="data/a.csv", record=2),
        finding("seed-empty", "m", path="a"),
        finding("nul-characters", "m", path="a", line=2, column=1),
        finding("nul-characters", "m", path="a", line=2, column=7),
        finding("edtf-invalid", "m", path="a", line=2, column=7),
        finding("nul-characters", "m", path="a", line=10, column=1),
        finding("seed-empty", "m", path="b"),
    ]
    shuffled = ordered[::-2] + ordered[:-1][::-2]
    assert sorted(shuffled) == ordered
    assert max(shuffled) == ordered[-1]


LINES = [
    ("empty", "", 0, (1, 1)),
    ("first character", "ab", 0, (1, 1)),
    ("the end", "ab", 2, (1, 3)),
    ("the line end belongs to its line", "ab\ncd", 2, (1, 3)),
    ("a new line", "ab\ncd", 3, (2, 1)),
    ("columns count code points", "한글\n🎉x", 4, (2, 2)),
    ("U+2028, form feed and U+0085 end no line", "a\u2028b\fc\x85d", 6, (1, 7)),
    ("beyond the end", "a\n", 99, (2, 1)),
    ("before the start", "a", -1, (1, 1)),
]


@pytest.mark.parametrize(
    ("text", "offset", "place"), [case[1:] for case in LINES], ids=[case[0] for case in LINES]
)
def test_an_offset_has_a_line_and_a_column(text, offset, place):
    assert LineIndex(text).locate(offset) == place


def test_a_line_is_given_without_its_end_and_none_where_there_is_none():
    lines = LineIndex("ab\n\ncd")
    assert [lines.line(number) for number in range(5)] == [None, "ab", "", "cd", None]


@given(st.text(alphabet="ab\n\r\u2028\x85한", max_size=60), st.data())
def test_line_and_column_lead_back_to_the_character(text, data):
    """The character at an offset stands at its column of its line, unless it is the line end itself."""
    if not text:
        return
    offset = data.draw(st.integers(0, len(text) - 1))
    line, column = LineIndex(text).locate(offset)
    assert (LineIndex(text).line(line) + "\n")[column - 1] == text[offset]


class TestFromRemark:
    def test_has_the_place_and_the_text_of_its_span(self):
        lines = LineIndex("ab\n한글 1950년\n")
        found = from_remark(Remark("date-impossible", Span(3, 8), "m"), lines, "a.txt", document_id="d")
        assert found[:10] == ("date-impossible", "warning", 5, "m", "a.txt", 2, 1, 2, 6, "d")
        assert found.value == "한글 19"

    def test_cuts_a_long_value(self):
        lines = LineIndex("x" * 1000)
        found = from_remark(Remark("text-illegible", Span(0, 1000), "m"), lines, "a")
        assert (found.end_column, found.value) == (1001, "x" * EXCERPT_LENGTH)

    def test_what_is_known_better_wins(self):
        found = from_remark(
            Remark("text-illegible", Span(0, 1), "m"), LineIndex("x"), "a", value="y", key="k"
        )
        assert (found.value, found.key) == ("y", "k")

    def test_an_empty_span_has_no_value(self):
        found = from_remark(Remark("text-illegible", Span(1, 1), "m"), LineIndex("x"), "a")
        assert (found.column, found.end_column, found.value) == (2, 2, None)


def test_the_end_of_a_place_is_never_before_its_start():
    assert place_of(3, 1, LineIndex("abcdef")) == {"line": 1, "column": 4, "end_line": 1, "end_column": 4}
