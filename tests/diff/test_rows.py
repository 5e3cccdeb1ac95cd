"""What a comparison says of rows: by key, losses first, and a moved row has not changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus_pkg.diff import FATES, diff_packages
from corpus_pkg.diff import compare as compare_module
from corpus_pkg.errors import UsageError
from diff.packages import change, document, package

SPEECH = ("SPEECH", "It was in 1945 that it began.", "Then came the long years after.", "The end of it all.")
NOTE = ("NOTE", "Written in 1950 by nobody.")


def compare(tmp_path, old, new, **metadata):
    one = package(tmp_path / "old", *old)
    other = package(tmp_path / "new", *new, **metadata)
    return diff_packages(one, other)


def counts(difference, table):
    return {fate: number for fate in FATES if (number := difference.tables[table].met(fate))}


def test_a_package_does_not_differ_from_itself(seeds_package):
    difference = diff_packages(seeds_package, seeds_package)
    assert difference.is_empty
    assert difference.bump == difference.croissant == "none"
    assert all(table.is_empty for table in difference.tables.values())


@pytest.mark.parametrize("formats", [("csv",), ("parquet",)])
def test_the_formats_of_a_package_say_the_same(tmp_path, formats):
    rows = document("a", SPEECH)
    one = package(tmp_path / "one", rows)
    other = package(tmp_path / "other", rows, formats=formats)
    difference = diff_packages(one, other)
    assert all(table.is_empty for table in difference.tables.values())
    assert [change.change for change in difference.schema] == ["format removed"]


def test_an_inserted_paragraph_moves_others_and_changes_none(tmp_path):
    longer = (SPEECH[0], "Something was said before.", *SPEECH[1:])
    difference = compare(tmp_path, [document("a", SPEECH)], [document("a", longer)])
    assert counts(difference, "paragraphs") == {"added": 1}
    assert difference.tables["paragraphs"].moved == 3
    assert counts(difference, "mentions") == {}
    assert difference.bump == "minor"


def test_moved_paragraphs_are_the_same_paragraphs(tmp_path):
    difference = compare(
        tmp_path, [document("a", SPEECH)], [document("a", (SPEECH[0], *reversed(SPEECH[1:])))]
    )
    assert counts(difference, "paragraphs") == {}
    assert counts(difference, "documents") == {"changed": 1}


def test_a_deleted_paragraph_is_named_with_its_words_and_its_line(tmp_path):
    difference = compare(tmp_path, [document("a", SPEECH)], [document("a", SPEECH[:3])])
    (gone,) = difference.rows("paragraphs", "removed")
    assert (gone.document_id, gone.path, gone.line, gone.excerpt) == ("a", "a.txt", 7, SPEECH[3])
    assert difference.bump == "major"


def test_an_edited_paragraph_is_told_word_by_word(tmp_path):
    edited = (*SPEECH[:2], "Then came the short years after.", SPEECH[3])
    difference = compare(tmp_path, [document("a", SPEECH)], [document("a", edited)])
    assert counts(difference, "paragraphs") == {"edited": 1}
    (row,) = difference.rows("paragraphs", "edited")
    assert row.new_key
    assert row.key != row.new_key
    assert [cell[:] for cell in row.cells] == [("text", SPEECH[2], edited[2])]
    assert difference.bump == "major"


def test_another_text_in_its_place_is_not_an_edit(tmp_path):
    other = (*SPEECH[:2], "Nothing at all to do with that.", SPEECH[3])
    difference = compare(tmp_path, [document("a", SPEECH)], [document("a", other)])
    assert counts(difference, "paragraphs") == {"removed": 1, "added": 1}


def test_a_corrected_value_is_told_by_column(tmp_path):
    rows = document("a", SPEECH)
    difference = compare(tmp_path, [rows], [change(rows, "mentions", 0, edtf="1945~")])
    assert counts(difference, "mentions") == {"changed": 1}
    assert difference.tables["mentions"].columns == {"edtf": 1}
    (row,) = difference.rows("mentions", "changed")
    assert [cell[:] for cell in row.cells] == [("edtf", "1945", "1945~")]
    assert difference.bump == "patch"
    assert difference.croissant == "major"


def test_a_value_that_changed_with_its_seed_asks_for_more(tmp_path):
    old = document("a", SPEECH)
    new = change(document("a", SPEECH, source_sha256="f" * 64), "paragraphs", 1, role="caption")
    assert compare(tmp_path, [old], [new]).bump == "minor"


def test_a_renamed_seed_is_recognised_by_its_bytes(tmp_path):
    difference = compare(
        tmp_path,
        [document("a", SPEECH), document("b", NOTE)],
        [document("a", SPEECH), document("letter", NOTE)],
    )
    assert [pair[:2] for pair in difference.renamed] == [("b", "letter")]
    assert counts(difference, "documents") == {"reidentified": 1}
    assert counts(difference, "paragraphs") == {"reidentified": 2}
    assert counts(difference, "mentions") == {"reidentified": 1}
    assert [seed.fate for seed in difference.seeds] == ["renamed"]
    assert difference.bump == "major"


def test_a_renamed_seed_is_recognised_by_its_words(tmp_path):
    difference = compare(tmp_path, [document("b", NOTE)], [document("letter", NOTE, source_sha256="e" * 64)])
    assert counts(difference, "paragraphs") == {"reidentified": 2}


def test_another_seed_is_not_a_renamed_one(tmp_path):
    difference = compare(tmp_path, [document("b", NOTE)], [document("c", SPEECH)])
    assert difference.renamed == ()
    assert [seed.fate for seed in difference.seeds] == ["removed", "added"]


def test_a_reference_that_follows_an_edit_has_not_changed(tmp_path):
    difference = compare(tmp_path, [document("a", SPEECH)], [document("a", ("THE SPEECH", *SPEECH[1:]))])
    assert difference.tables["paragraphs"].relinked == 3
    assert counts(difference, "paragraphs") == {"edited": 1}


def test_a_reference_that_leads_to_another_row_that_was_there_has_changed(tmp_path):
    rows = document("a", ("FIRST", "SECOND", "Words below."))
    first = rows["paragraphs"][0]["paragraph_id"]
    difference = compare(tmp_path, [rows], [change(rows, "paragraphs", 2, heading_id=first)])
    assert difference.tables["paragraphs"].columns == {"heading_id": 1}


def test_a_reference_may_lead_to_a_document_that_is_the_same(tmp_path):
    rendering = document("a", SPEECH)
    originals = [document("b", ("FIRST", "Words.")), document("c", ("SECOND", "More words."))]
    first, second = (rows["blocks"][0]["block_id"] for rows in originals)
    old, new, lost = (
        change(rendering, "blocks", 0, translation_of=key) for key in (first, second, "b" + "0" * 16)
    )
    difference = compare(tmp_path / "other", [old, *originals], [new, *originals])
    assert difference.tables["blocks"].columns == {"translation_of": 1}
    assert difference.tables["blocks"].rows == (3, 3)
    difference = compare(tmp_path / "none", [old, *originals], [lost, *originals])
    assert difference.tables["blocks"].relinked == 1


def test_rows_are_held_of_documents_that_differ_alone(tmp_path, monkeypatch):
    held = []
    take = compare_module.take_fingerprints

    def taken(*arguments):
        held.append(take(*arguments))
        return held[-1]

    monkeypatch.setattr(compare_module, "take_fingerprints", taken)
    same = [document(name, SPEECH) for name in "bcd"]
    difference = compare(tmp_path, [document("a", SPEECH), *same], [document("a", SPEECH[:-1]), *same])
    assert counts(difference, "paragraphs") == {"removed": 1}
    assert {prints.frame["document"].n_unique() for prints in held} == {1}
    assert difference.tables["paragraphs"].rows == (4 * len(SPEECH), 4 * len(SPEECH) - 1)


def test_a_row_that_moved_under_the_same_seed_was_corrected(tmp_path):
    rows = document("a", SPEECH)
    difference = compare(tmp_path, [rows], [change(rows, "mentions", 0, char_start=12)])
    assert counts(difference, "mentions") == {}
    assert difference.bump == "patch"


def test_two_rows_of_one_key_cannot_be_compared(tmp_path):
    rows = document("a", SPEECH)
    twice = rows | {"mentions": rows["mentions"] * 2}
    with pytest.raises(UsageError, match="several rows of one mention_id"):
        compare(tmp_path, [rows], [twice])


def test_a_package_without_a_version_cannot_be_compared(tmp_path):
    one = package(tmp_path / "one", document("a", SPEECH))
    other = package(tmp_path / "other", document("a", SPEECH), version="newest")
    with pytest.raises(UsageError, match="not a version of three numbers"):
        diff_packages(one, other)


WORDS = st.sampled_from(("one two three four", "five six seven eight", "IN ALL", "in 1945 and 1950", "end"))
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=3)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS)
def test_every_row_has_one_fate(tmp_path_factory, old, new):
    """What was there less what is gone, plus what is new, is what is there; other identifiers count on both sides."""
    folder = tmp_path_factory.mktemp("pair")
    documents = [[document(f"d{n}", text) for n, text in enumerate(texts)] for texts in (old, new)]
    difference = compare(folder, *documents)
    for table in difference.tables.values():
        before, after = table.rows
        assert before - table.met("removed") + table.met("added") == after
        replaced = table.met("edited") + table.met("reidentified")
        assert replaced + table.met("removed") + table.met("changed") + table.moved + table.relinked <= before
        for fate in FATES:
            rows = list(difference.rows(table.name, fate))
            assert len(rows) == table.met(fate)
            assert all((row.new_key is not None) == (fate in {"edited", "reidentified"}) for row in rows)
