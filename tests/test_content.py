"""The content hash: one value for the rows, whatever the batches; another for any other rows."""

import hashlib

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.content import ContentHash, csv_rows
from corpus_pkg.schema import arrow_schema

TEXTS = st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), max_size=6))


def blocks(texts):
    """A table of the columns of `blocks`, null but for the texts."""
    schema = arrow_schema("blocks")
    columns = [
        pa.array(texts if field.name == "text" else [None] * len(texts), field.type) for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def content_hash(*batches):
    result = ContentHash("blocks")
    for batch in batches:
        result.update(batch)
    return result.hexdigest()


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=8), st.integers(0, 8))
def test_the_hash_does_not_depend_on_the_batches_and_is_that_of_the_csv_file(texts, cut):
    table = blocks(texts)
    whole = content_hash(table)
    assert whole == content_hash(table.slice(0, cut), table.slice(cut))
    assert whole == content_hash(*table.to_batches())
    assert whole == hashlib.sha256(csv_rows(table, header=True)).hexdigest()


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4))
def test_two_tables_have_one_hash_only_if_they_have_the_same_rows(left, right):
    assert (content_hash(blocks(left)) == content_hash(blocks(right))) == (left == right)


def test_no_rows_are_hashed_as_the_header_line():
    assert csv_rows(blocks([]), header=True).startswith(b"block_id,document_id,")
    assert content_hash() == content_hash(blocks([]))


def test_rows_of_other_columns_are_refused():
    with pytest.raises(ValueError, match="names"):
        content_hash(pa.table({"a": [1]}))
