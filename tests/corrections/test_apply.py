"""What a correction changes, what follows from it, and what is said where it does not hold.

Rule: a corrected package is validated like any other, so every case passes `check_tables`.
"""

import pytest

from corpus_pkg.corrections import apply_corrections, find_unmet
from corpus_pkg.corrections.reading import Correction
from corpus_pkg.schema import TABLES
from corpus_pkg.validate import check_tables
from validate import small_corpus

GIVEN = small_corpus.tables()


def rows(table, given=GIVEN):
    return given[table].to_pylist()


def row(table, given=GIVEN, **cells):
    return next(row for row in rows(table, given) if cells.items() <= row.items())


def fix(table, column, old, new, line=2, **cells):
    key = row(table, **cells)["document_id" if table == "documents" else f"{table[:-1]}_id"]
    return Correction(key, column, old, new, "the page shows it", "A. Reader", line)


def correct(*corrections):
    outcome = apply_corrections(GIVEN, corrections)
    return outcome, [*outcome.findings, *find_unmet(corrections, outcome.met), *check_tables(outcome.tables)]


def changed(outcome):
    """The rows that differ, by table: their identifiers, ordinals and blocks apart."""
    found = {}
    for table in TABLES:
        was = {tuple(row.items()) for row in rows(table)}
        differing = [row for row in rows(table, outcome.tables) if tuple(row.items()) not in was]
        if differing:
            found[table] = differing
    return found


def test_without_corrections_nothing_is_touched():
    assert apply_corrections(GIVEN, ()).tables is GIVEN


def test_a_role_takes_what_follows_with_it():
    outcome, findings = correct(fix("paragraphs", "role", "page_furniture", "footnote", text="12"))
    assert findings == []
    (paragraph,) = changed(outcome)["paragraphs"]
    assert (paragraph["role"], paragraph["is_content"], paragraph["corrected"]) == ("footnote", True, True)
    (document,) = changed(outcome)["documents"]
    assert (document["lines_page_furniture"], document["lines_content"]) == (0, 7)
    assert set(changed(outcome)) == {"paragraphs", "documents"}


def test_a_heading_that_is_none_governs_nothing():
    outcome, findings = correct(fix("paragraphs", "role", "heading", "title", text="# The Harvest"))
    assert findings == []
    assert {
        row["heading_id"] for row in rows("paragraphs", outcome.tables) if row["document_id"] == "harvest"
    } == {None}
    assert row("paragraphs", outcome.tables, text="# The Harvest")["heading_level"] is None


def test_a_new_heading_governs_what_follows_it():
    outcome, findings = correct(
        fix("paragraphs", "role", "dateline", "heading", role="dateline"),
        fix("paragraphs", "heading_level", "", "2", 3, role="dateline"),
    )
    assert findings == []
    first = row("paragraphs", role="heading", document_id="harvest")["paragraph_id"]
    new = row("paragraphs", role="dateline")["paragraph_id"]
    over = [
        row["heading_id"] for row in rows("paragraphs", outcome.tables) if row["document_id"] == "harvest"
    ]
    assert over == [None, None, first, first, new, new, new]


def test_a_date_takes_its_days_with_it():
    outcome, findings = correct(fix("mentions", "edtf", "1931", "1931-04", surface="1931"))
    assert findings == []
    (mention,) = changed(outcome)["mentions"]
    assert (str(mention["date_start"]), str(mention["date_end"])) == ("1931-04-01", "1931-04-30")
    assert (mention["precision"], mention["corrected"]) == ("month", True)


def test_a_date_that_is_no_edtf_is_found_by_validation():
    _, findings = correct(fix("mentions", "edtf", "1931", "31 of May", surface="1931"))
    assert [found.code for found in findings] == ["edtf-invalid"]


def test_a_year_from_elsewhere_loses_its_anchor():
    outcome, findings = correct(fix("mentions", "year_basis", "context", "none", surface="following May"))
    assert findings == []
    assert row("mentions", outcome.tables, surface="following May")["anchor_id"] is None


def test_the_language_of_a_paragraph_parts_its_run():
    """Rule: a run is a maximal series of paragraphs in one language and script; their order and counts follow."""
    harvest = [row for row in rows("paragraphs") if row["document_id"] == "harvest"]
    outcome, findings = correct(
        fix("paragraphs", "language", "en", "de", paragraph_id=harvest[1]["paragraph_id"])
    )
    assert findings == []
    blocks = [row for row in rows("blocks", outcome.tables) if row["document_id"] == "harvest"]
    runs = [row for row in blocks if row["kind"] == "run"]
    assert [row["language"] for row in runs] == ["en", "de", "en", "ko", "en"]
    assert [row["paragraphs"] for row in runs] == [1, 1, 1, 2, 2]
    assert [row["ordinal"] for row in blocks] == list(range(1, len(blocks) + 1))
    assert runs[3]["variety"] == "ko-KP"
    assert row("documents", outcome.tables, document_id="harvest")["blocks"] == len(blocks)
    assert row("blocks", outcome.tables, kind="inline")["corrected"] is False


def test_the_language_of_a_run_is_that_of_its_paragraphs():
    outcome, findings = correct(fix("blocks", "language", "ko", "en", kind="run", language="ko"))
    assert findings == []
    run = row("blocks", outcome.tables, kind="run", script="Kore")
    assert (run["language"], run["variety"], run["basis"], run["paragraphs"]) == ("en", None, "configured", 2)
    assert {row["language"] for row in rows("paragraphs", outcome.tables)} == {"en"}


def test_a_run_that_becomes_like_its_neighbours_joins_them():
    outcome, findings = correct(
        fix("blocks", "language", "ko", "en", kind="run", language="ko"),
        fix("blocks", "script", "Kore", "Latn", 3, kind="run", language="ko"),
    )
    assert findings == []
    runs = [
        row
        for row in rows("blocks", outcome.tables)
        if (row["document_id"], row["kind"]) == ("harvest", "run")
    ]
    assert [row["paragraphs"] for row in runs] == [7]


def test_a_document_is_described_better():
    outcome, findings = correct(fix("documents", "author", "", "The Teacher", document_id="note"))
    assert findings == []
    assert row("documents", outcome.tables, document_id="note")["author"] == "The Teacher"
    assert set(changed(outcome)) == {"documents"}


UNMET = {
    "the old value is another": (
        ("mentions", "edtf", "1930", "1932"),
        {"surface": "1931"},
        "correction-stale",
    ),
    "the parser says so by now": (
        ("mentions", "edtf", "1930", "1931"),
        {"surface": "1931"},
        "correction-stale",
    ),
    "no such column": (
        ("mentions", "edft", "1931", "1932"),
        {"surface": "1931"},
        "correction-column-unknown",
    ),
    "an offset": (("mentions", "char_start", "1", "2"), {"surface": "1931"}, "correction-column-unknown"),
    "a column of corpus.toml": (("documents", "language", "en", "de"), {}, "correction-column-unknown"),
    "not of its type": (("paragraphs", "heading_level", "1", "one"), {"role": "heading"}, "value-type"),
    "not of its enumeration": (
        ("paragraphs", "role", "heading", "haeding"),
        {"role": "heading"},
        "value-enum",
    ),
}


@pytest.mark.parametrize("label", UNMET)
def test_a_correction_that_does_not_hold_is_a_finding(label):
    (table, column, old, new), cells, code = UNMET[label]
    outcome, findings = correct(fix(table, column, old, new, **cells))
    assert code in [found.code for found in findings]
    first = next(found for found in findings if found.code == code)
    if code != "value-enum":
        assert (first.path, first.line, first.field) == ("corrections.csv", 2, column)
        assert outcome.tables["mentions"].equals(GIVEN["mentions"])


def test_a_row_that_is_gone():
    gone = Correction("m0000000000000000", "edtf", "1931", "1932", "why", "who", 7)
    _, findings = correct(gone)
    assert [(found.code, found.line, found.key) for found in findings] == [
        ("correction-row-gone", 7, gone.identifier)
    ]


def test_the_same_cell_twice():
    _, findings = correct(
        fix("mentions", "edtf", "1931", "1932", 2, surface="1931"),
        fix("mentions", "edtf", "1931", "1933", 3, surface="1931"),
    )
    assert [(found.code, found.line, found.related[0].line) for found in findings] == [
        ("correction-duplicate", 3, 2)
    ]
