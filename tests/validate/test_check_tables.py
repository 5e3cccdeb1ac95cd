"""Every check of tables: a broken input that it finds, and one that looks like it and is right."""

import datetime as dt

import pyarrow as pa
import pytest
from langcodes import tag_is_valid
from small_corpus import HARVEST, as_table, change, documents, row_where, tables, without

from corpus_pkg.findings import catalogue
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.tables import tabulate
from corpus_pkg.validate import check_tables
from corpus_pkg.validate.values import FREQUENT_TAGS


def codes(given):
    return {found.code for found in check_tables(given)}


def test_valid_tables_have_no_findings():
    assert check_tables(tables()) == []


def test_no_documents_are_valid_tables():
    assert check_tables(tabulate([])) == []


def paragraph(**cells):
    return row_where(tables(), "paragraphs", **cells)


def key(table, row):
    return tables()[table][table_schema(table).primary_key][row].as_py()


FIRST, HEADING, BODY, DATELINE, KOREAN, LATE, PAGE, NOTE_HEADING, NOTE_BODY = range(9)
OCTOBER, CLOSED, FOLLOWING, JUCHE, KOREAN_OCTOBER, SEVENTIES, JUNE = range(7)
RUN, RUN_KO, RUN_LAST, INLINE, RUN_NOTE = range(5)

BROKEN = [
    # columns
    ("value-required", "paragraphs", BODY, {"rule": None}),
    ("value-required", "paragraphs", BODY, {"char_start": None}),
    ("value-required", "mentions", JUNE, {"document_id": None}),
    ("value-required", "blocks", RUN, {"confidence": float("nan")}),
    ("value-constraint", "paragraphs", BODY, {"legibility": 1.5}),
    ("value-constraint", "documents", 0, {"source_bytes": -1}),
    ("value-constraint", "documents", 0, {"source_sha256": "ab"}),
    ("value-constraint", "documents", 0, {"source_sha256": "0" * 64 + "\n"}),
    ("value-constraint", "documents", 0, {"language": "en|ko"}),
    ("value-enum", "paragraphs", BODY, {"role": "novel"}),
    ("value-empty-text", "documents", 0, {"author": ""}),
    ("value-empty-text", "mentions", JUNE, {"surface": ""}),
    # keys
    ("document-id-duplicate", "documents", 1, {"document_id": "harvest"}),
    ("key-unique-violated", "documents", 1, {"source_path": "harvest.txt"}),
    ("key-unique-violated", "paragraphs", BODY, {"ordinal": 4}),
    ("key-duplicate", "paragraphs", BODY, {"paragraph_id": key("paragraphs", HEADING)}),
    ("key-foreign-missing", "paragraphs", BODY, {"document_id": "elsewhere"}),
    ("key-foreign-missing", "paragraphs", BODY, {"block_id": "b" + "0" * 16}),
    ("key-foreign-missing", "paragraphs", BODY, {"heading_id": "p" + "0" * 16}),
    ("key-foreign-missing", "mentions", FOLLOWING, {"anchor_id": "m" + "0" * 16}),
    ("document-id-mismatch", "paragraphs", NOTE_BODY, {"heading_id": key("paragraphs", HEADING)}),
    ("document-id-mismatch", "paragraphs", NOTE_BODY, {"continues": key("paragraphs", BODY)}),
    ("document-id-mismatch", "mentions", FOLLOWING, {"anchor_id": key("mentions", JUNE)}),
    ("reference-order", "paragraphs", BODY, {"continues": key("paragraphs", DATELINE)}),
    ("reference-order", "paragraphs", BODY, {"heading_id": key("paragraphs", BODY)}),
    ("reference-cycle", "paragraphs", BODY, {"translation_of": key("paragraphs", BODY)}),
    ("rows-unsorted", "paragraphs", BODY, {"ordinal": 9}),
    # spans
    ("span-outside", "paragraphs", PAGE, {"char_end": len(HARVEST) + 1}),
    ("span-outside", "paragraphs", BODY, {"char_start": -1}),
    ("span-outside", "mentions", JUCHE, {"char_end": 0}),
    ("span-outside", "mentions", JUCHE, {"char_end": 2**63 - 1}),
    ("span-edge-blank", "paragraphs", PAGE, {"char_end": len(HARVEST)}),
    ("lines-mismatch", "paragraphs", BODY, {"line_start": 4}),
    ("lines-mismatch", "mentions", JUCHE, {"line_end": 9}),
    ("lines-covered-twice", "paragraphs", HEADING, {"char_end": HARVEST.index("October") + 7}),
    ("lines-not-covered", "paragraphs", HEADING, {"char_end": HARVEST.index("Harvest") + 4}),
    ("span-text-mismatch", "mentions", JUNE, {"surface": "15 June 2001"}),
    ("span-text-mismatch", "mentions", OCTOBER, {"surface": "October  1926"}),
    ("span-text-mismatch", "paragraphs", BODY, {"text": "In October 1962 the school opened."}),
    ("span-text-mismatch", "blocks", INLINE, {"text": "새하"}),
    # between rows
    ("mention-outside-paragraph", "mentions", OCTOBER, {"paragraph_id": key("paragraphs", HEADING)}),
    ("block-outside-paragraph", "blocks", INLINE, {"paragraph_id": key("paragraphs", HEADING)}),
    ("block-outside-paragraph", "blocks", INLINE, {"text": None}),
    ("block-outside-paragraph", "blocks", INLINE, {"paragraphs": 2}),
    ("block-outside-paragraph", "blocks", RUN, {"text": "words"}),
    ("block-outside-paragraph", "blocks", RUN, {"char_end": 20}),
    ("blocks-not-partition", "paragraphs", BODY, {"block_id": key("blocks", INLINE)}),
    ("blocks-not-partition", "paragraphs", FIRST, {"block_id": key("blocks", RUN_LAST)}),
    ("blocks-not-partition", "blocks", RUN_KO, {"language": "en", "script": "Latn"}),
    ("block-language-mismatch", "paragraphs", BODY, {"language": "de"}),
    ("block-language-mismatch", "paragraphs", BODY, {"script": "Cyrl"}),
    ("role-mismatch", "paragraphs", BODY, {"is_content": False}),
    ("role-mismatch", "paragraphs", PAGE, {"is_content": True}),
    ("role-mismatch", "paragraphs", BODY, {"heading_level": 1}),
    ("role-mismatch", "paragraphs", LATE, {"heading_id": key("paragraphs", BODY)}),
    ("ordinal-gap", "paragraphs", PAGE, {"ordinal": 8}),
    ("ordinal-gap", "mentions", CLOSED, {"char_start": 0}),
    ("count-mismatch", "documents", 0, {"mentions": 5}),
    ("count-mismatch", "blocks", RUN, {"paragraphs": 2}),
    ("accounting-mismatch", "documents", 0, {"characters": len(HARVEST) - 1}),
    ("accounting-mismatch", "documents", 0, {"lines": 99}),
    ("accounting-mismatch", "documents", 0, {"lines_content": 7, "lines_imprint": 2}),
    ("accounting-mismatch", "paragraphs", BODY, {"role": "imprint", "is_content": False}),
    # values
    ("edtf-invalid", "mentions", JUNE, {"edtf": "15 June 2000"}),
    ("edtf-invalid", "mentions", JUNE, {"edtf": "2000-06-31"}),
    ("edtf-invalid", "documents", 0, {"date_published": "2000-13", "date_published_basis": "metadata"}),
    ("edtf-bounds-mismatch", "mentions", CLOSED, {"date_end": dt.date(1931, 12, 30)}),
    ("edtf-bounds-mismatch", "mentions", CLOSED, {"date_start": None}),
    ("edtf-precision-mismatch", "mentions", CLOSED, {"precision": "day"}),
    ("date-basis-mismatch", "documents", 0, {"date_published_basis": "imprint"}),
    ("juche-year-mismatch", "mentions", JUCHE, {"edtf": "2021-06-15"}),
    ("anchor-missing", "mentions", FOLLOWING, {"anchor_id": None}),
    ("anchor-unexpected", "mentions", FOLLOWING, {"year_basis": "explicit"}),
    ("language-tag-unknown", "documents", 0, {"language": "xq"}),
    ("language-tag-unknown", "blocks", RUN_KO, {"variety": "ko-AB"}),
    ("script-unknown", "blocks", RUN, {"script": "Xxxx"}),
    ("text-not-normal", "mentions", JUNE, {"context": "Note  of"}),
    ("text-not-normal", "mentions", JUNE, {"context": "Note\u00a0of"}),
    ("text-not-normal", "mentions", JUNE, {"context": "Cafe\u0301"}),
]


@pytest.mark.parametrize(("code", "table", "row", "cells"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_broken_row_is_found_with_its_place_in_the_seed(code, table, row, cells):
    found = [found for found in check_tables(change(tables(), table, row, **cells)) if found.code == code]
    assert found
    told = {(found.table, found.document_id) for found in found}
    document = tables()[table]["document_id"][row].as_py()
    document = cells.get("document_id", document)
    assert (table, document) in told or code in (
        "lines-not-covered",
        "accounting-mismatch",
        "blocks-not-partition",
    )
    for finding in found:
        if finding.document_id in ("harvest", "note"):
            own = tables()["documents"]["source_path"][row].as_py() if table == "documents" else None
            assert finding.path in (cells.get("source_path", f"{finding.document_id}.txt"), own)
            assert finding.line or finding.table == "documents"
            assert finding.column or finding.table == "documents"


RIGHT = [
    ("a regional variety", "blocks", RUN, {"variety": "en-US"}),
    ("a basis other than text", "blocks", RUN, {"basis": "prior"}),
    ("an author", "documents", 0, {"author": "Kim Jong Un"}),
    (
        "a date of publication",
        "documents",
        0,
        {"date_published": "2000~", "date_published_basis": "dateline"},
    ),
    ("the rest of an earlier paragraph", "paragraphs", LATE, {"continues": key("paragraphs", BODY)}),
    ("a translation in another shard", "paragraphs", BODY, {"translation_of": "p" + "1" * 16}),
    ("a translation here", "paragraphs", KOREAN, {"translation_of": key("paragraphs", BODY)}),
    ("a corrected reading text", "paragraphs", BODY, {"text": "In October 1962.", "corrected": True}),
    ("a hyphen undone", "paragraphs", BODY, {"text": tables()["paragraphs"]["text"][BODY].as_py() + "-"}),
    ("a season as a unit", "mentions", CLOSED, {"precision": "decade"}),
    (
        "a seed with two years that do not agree",
        "mentions",
        JUCHE,
        {"edtf": "2020-06-15", "precision": "day"},
    ),
    ("an open interval", "mentions", CLOSED, {"edtf": "1931/..", "date_end": None}),
    ("a year before 1", "mentions", CLOSED, {"edtf": "-0100", "date_start": None, "date_end": None}),
    (
        "an anchor later in the sentence",
        "mentions",
        OCTOBER,
        {"year_basis": "context", "anchor_id": key("mentions", CLOSED)},
    ),
    ("a private-use language", "documents", 0, {"language": "qaa"}),
    ("legibility at its limit", "paragraphs", BODY, {"legibility": 1.0}),
]


@pytest.mark.parametrize(
    ("table", "row", "cells"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT]
)
def test_what_looks_like_it_is_right(table, row, cells):
    assert check_tables(change(tables(), table, row, **cells)) == []


GONE = [
    ("lines-not-covered", "paragraphs", DATELINE),
    ("count-mismatch", "mentions", CLOSED),
    ("ordinal-gap", "mentions", OCTOBER),
    ("key-foreign-missing", "mentions", CLOSED),
    ("key-foreign-missing", "documents", 1),
    ("key-foreign-missing", "blocks", RUN_KO),
]


@pytest.mark.parametrize(("code", "table", "row"), GONE)
def test_a_row_that_is_gone_is_found(code, table, row):
    assert code in codes(without(tables(), table, row))


def test_a_run_without_paragraphs_is_found():
    rows = tables()["blocks"].to_pylist()
    rows.append(rows[RUN_NOTE] | {"block_id": "b" + "0" * 16, "ordinal": 2, "language": "de"})
    assert "blocks-not-partition" in codes(tables() | {"blocks": as_table("blocks", rows)})


def test_a_document_whose_text_gave_no_paragraph_is_found():
    empty = documents()[1]._replace(segments=(), roles=(), languages=(), legibility=(), blocks=())
    empty = empty._replace(mentions=(), contexts=(), inline_texts=())
    found = codes(tabulate([empty]))
    assert {"document-without-paragraphs", "lines-not-covered"} <= found


def test_an_uncovered_line_is_shown_from_its_first_uncovered_character():
    (found, *_) = [
        f for f in check_tables(without(tables(), "paragraphs", LATE)) if f.code == "lines-not-covered"
    ]
    assert (found.path, found.line, found.column) == ("harvest.txt", 12, 3)
    assert found.value == "The late 1970s were good; see 새해."


def test_the_first_row_of_a_repeated_key_is_named():
    given = change(tables(), "paragraphs", BODY, paragraph_id=key("paragraphs", HEADING))
    (found,) = [found for found in check_tables(given) if found.code == "key-duplicate"]
    assert (found.line, found.related[0].line) == (5, 3)


def test_a_circle_of_references_is_found_whole_and_what_leads_into_it_is_not():
    given = change(tables(), "paragraphs", BODY, translation_of=key("paragraphs", KOREAN))
    given = change(given, "paragraphs", KOREAN, translation_of=key("paragraphs", BODY))
    given = change(given, "paragraphs", LATE, translation_of=key("paragraphs", BODY))
    keys = {found.key for found in check_tables(given) if found.code == "reference-cycle"}
    assert keys == {key("paragraphs", BODY), key("paragraphs", KOREAN)}


STRUCTURE = [
    ("table-missing", lambda given: {name: given[name] for name in TABLES[:3]}),
    ("column-missing", lambda given: given | {"blocks": given["blocks"].drop_columns("kind")}),
    ("column-unknown", lambda given: given | {"blocks": given["blocks"].append_column("more", pa.nulls(5))}),
    (
        "column-order",
        lambda given: given | {"blocks": given["blocks"].select(given["blocks"].column_names[::-1])},
    ),
    ("value-type", lambda given: given | {"mentions": _retyped(given["mentions"])}),
]


def _retyped(table):
    return table.set_column(3, "ordinal", table["ordinal"].cast(pa.int32()))


@pytest.mark.parametrize(("code", "break_"), STRUCTURE, ids=[case[0] for case in STRUCTURE])
def test_a_broken_table_is_found(code, break_):
    assert codes(break_(tables())) == {code}


def test_every_text_column_refuses_the_empty_string():
    for name in TABLES:
        for field in table_schema(name).fields:
            if field.type == "string":
                assert {"pattern", "enum", "minLength"} & field.constraints.keys(), field.name


def test_slices_of_larger_tables_are_checked_like_tables():
    given = tables()
    twice = {name: pa.concat_tables([table, table]) for name, table in given.items()}
    sliced = {name: table.slice(given[name].num_rows) for name, table in twice.items()}
    assert check_tables(sliced) == []


def test_every_code_here_is_in_the_catalogue():
    assert {case[0] for case in BROKEN} <= catalogue().keys()


@pytest.mark.parametrize("tag", sorted(FREQUENT_TAGS))
def test_the_tags_that_are_not_looked_up_are_registered(tag):
    assert tag_is_valid(tag)
