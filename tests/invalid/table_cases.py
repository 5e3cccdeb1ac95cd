"""Tables, by the code that they are found with: one changed row that has it, and one like it that has not."""

import datetime as dt

from corpus_pkg.schema import table_schema
from validate import small_corpus

GIVEN = small_corpus.tables()


def key(table, row):
    return GIVEN[table][table_schema(table).primary_key][row].as_py()


def at(table, **cells):
    return small_corpus.row_where(GIVEN, table, **cells)


HEADING, DATELINE, PAGE = (at("paragraphs", role=role) for role in ("heading", "dateline", "page_furniture"))
BODY, NOTE = at("paragraphs", role="body"), at("paragraphs", document_id="note", role="body")
RUN, INLINE = at("blocks", kind="run"), at("blocks", kind="inline")
CLOSED, FOLLOWING = at("mentions", surface="1931"), at("mentions", surface="following May")
JUNE, JUCHE = at("mentions", surface="15 June 2000"), at("mentions", calendar="juche")
MENTION_PARAGRAPH = at("paragraphs", paragraph_id=GIVEN["mentions"]["paragraph_id"][CLOSED].as_py())
HARVEST = GIVEN["documents"]["text"][0].as_py()

CASES = {
    "value-required": (("paragraphs", BODY, {"rule": None}), ("paragraphs", BODY, {"rule": "other"})),
    "value-constraint": (
        ("paragraphs", BODY, {"legibility": 1.5}),
        ("paragraphs", BODY, {"legibility": 1.0}),
    ),
    "value-enum": (("paragraphs", BODY, {"role": "novel"}), ("paragraphs", BODY, {"role": "verse"})),
    "value-empty-text": (("documents", 0, {"author": ""}), ("documents", 0, {"author": None})),
    "rows-unsorted": (("paragraphs", BODY, {"ordinal": 9}), ("paragraphs", BODY, {"rule": "other"})),
    "key-duplicate": (
        ("paragraphs", BODY, {"paragraph_id": key("paragraphs", HEADING)}),
        ("paragraphs", BODY, {"text": GIVEN["paragraphs"]["text"][HEADING].as_py()}),
    ),
    "key-unique-violated": (
        ("documents", 1, {"source_path": "harvest.txt"}),
        ("documents", 1, {"source_path": "harvest"}),
    ),
    "key-foreign-missing": (
        ("paragraphs", BODY, {"heading_id": "p" + "0" * 16}),
        ("paragraphs", BODY, {"heading_id": None}),
    ),
    "document-id-mismatch": (
        ("paragraphs", NOTE, {"continues": key("paragraphs", BODY)}),
        ("paragraphs", NOTE, {"continues": key("paragraphs", NOTE - 1)}),
    ),
    "span-text-mismatch": (
        ("mentions", JUNE, {"surface": "15 June 2001"}),
        ("mentions", JUNE, {"context": "Note"}),
    ),
    "span-outside": (
        ("paragraphs", PAGE, {"char_end": len(HARVEST) + 1}),
        ("paragraphs", PAGE, {"char_end": len(HARVEST)}),
    ),
    "span-edge-blank": (
        ("paragraphs", PAGE, {"char_end": len(HARVEST)}),
        ("paragraphs", PAGE, {"char_end": len(HARVEST.rstrip())}),
    ),
    "lines-mismatch": (("paragraphs", BODY, {"line_start": 4}), ("paragraphs", BODY, {"line_start": 5})),
    "lines-not-covered": (
        ("paragraphs", HEADING, {"char_end": HARVEST.index("Harvest") + 4}),
        ("paragraphs", HEADING, {"char_end": HARVEST.index("Harvest") + 7}),
    ),
    "lines-covered-twice": (
        ("paragraphs", HEADING, {"char_end": HARVEST.index("October") + 7}),
        ("paragraphs", HEADING, {"char_end": HARVEST.index("Harvest") + 7}),
    ),
    "mention-outside-paragraph": (
        ("mentions", CLOSED, {"paragraph_id": key("paragraphs", HEADING)}),
        ("mentions", CLOSED, {"paragraph_id": key("paragraphs", MENTION_PARAGRAPH)}),
    ),
    "block-outside-paragraph": (("blocks", INLINE, {"paragraphs": 2}), ("blocks", INLINE, {"paragraphs": 1})),
    "blocks-not-partition": (
        ("paragraphs", BODY, {"block_id": key("blocks", INLINE)}),
        ("paragraphs", BODY, {"block_id": key("blocks", RUN)}),
    ),
    "block-language-mismatch": (
        ("paragraphs", BODY, {"language": "de"}),
        ("paragraphs", BODY, {"language": "en"}),
    ),
    "reference-order": (
        ("paragraphs", BODY, {"continues": key("paragraphs", DATELINE)}),
        ("paragraphs", DATELINE, {"continues": key("paragraphs", BODY)}),
    ),
    "reference-cycle": (
        ("paragraphs", BODY, {"translation_of": key("paragraphs", BODY)}),
        ("paragraphs", BODY, {"translation_of": key("paragraphs", DATELINE)}),
    ),
    "role-mismatch": (
        ("paragraphs", BODY, {"is_content": False}),
        ("paragraphs", BODY, {"role": "quotation"}),
    ),
    "ordinal-gap": (("paragraphs", PAGE, {"ordinal": 8}), ("paragraphs", PAGE, {"ordinal": 7})),
    "count-mismatch": (("documents", 0, {"mentions": 5}), ("documents", 0, {"mentions": 6})),
    "accounting-mismatch": (("documents", 0, {"lines": 99}), ("documents", 0, {"source_bytes": 99})),
    "document-without-paragraphs": (("documents", 0, {"paragraphs": 0}), ("documents", 0, {"paragraphs": 1})),
    "edtf-invalid": (("mentions", JUNE, {"edtf": "2000-06-31"}), ("mentions", JUNE, {"edtf": "2000-06-30"})),
    "edtf-bounds-mismatch": (
        ("mentions", CLOSED, {"date_end": dt.date(1931, 12, 30)}),
        ("mentions", CLOSED, {"date_end": dt.date(1931, 12, 31)}),
    ),
    "edtf-precision-mismatch": (
        ("mentions", CLOSED, {"precision": "day"}),
        ("mentions", CLOSED, {"precision": "year"}),
    ),
    "date-basis-mismatch": (
        ("documents", 0, {"date_published_basis": "imprint"}),
        ("documents", 0, {"date_published_basis": "imprint", "date_published": "1931"}),
    ),
    "juche-year-mismatch": (
        ("mentions", JUCHE, {"edtf": "2021-06-15"}),
        ("mentions", JUCHE, {"edtf": "2020-06-16"}),
    ),
    "anchor-missing": (
        ("mentions", FOLLOWING, {"anchor_id": None}),
        ("mentions", FOLLOWING, {"anchor_id": key("mentions", CLOSED)}),
    ),
    "anchor-unexpected": (
        ("mentions", FOLLOWING, {"year_basis": "explicit"}),
        ("mentions", FOLLOWING, {"year_basis": "explicit", "anchor_id": None}),
    ),
    "language-tag-unknown": (("documents", 0, {"language": "xq"}), ("documents", 0, {"language": "de"})),
    "script-unknown": (("documents", 0, {"script": "Xxxx"}), ("documents", 0, {"script": "Cyrl"})),
    "text-not-normal": (
        ("mentions", JUNE, {"context": "Note  of"}),
        ("mentions", JUNE, {"context": "Note of"}),
    ),
    "text-illegible": (("paragraphs", BODY, {"legibility": 0.1}), ("paragraphs", BODY, {"legibility": 0.6})),
}
