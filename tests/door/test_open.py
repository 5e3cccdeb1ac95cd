"""``corpus_pkg.open``: tables in four forms, the words around a row, and nothing read before it is asked for."""

import subprocess
import sys

import polars as pl
import pyarrow as pa
import pytest

import corpus_pkg
from corpus_pkg.errors import UsageError
from diff.packages import document, package

WORDS = ("HEADING", "It began on 1945-05-08 in the east.", "Then, 1950, it ended.\nOr so they said.", "END")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return package(
        tmp_path_factory.mktemp("small") / "small-1.0.0", document("a", WORDS), document("b", ("2001",))
    )


@pytest.fixture(scope="module")
def opened(folder):
    return corpus_pkg.open(folder)


def test_a_package_says_what_it_is(opened, folder):
    assert (opened.name, opened.version) == ("small", "1.0.0")
    assert opened.descriptor["name"] == "small"
    assert repr(opened) == f"<package small 1.0.0 at {folder}>"


@pytest.mark.parametrize("table", ["documents", "paragraphs", "blocks", "mentions"])
def test_a_table_is_the_same_in_every_form(opened, table):
    held = getattr(opened, table)
    arrow = held.arrow()
    assert arrow.column_names == list(held.columns)
    assert held.polars().collect().equals(pl.DataFrame(arrow))
    pandas = pytest.importorskip("pandas", reason="an extra")
    assert pa.Table.from_pandas(held.pandas(), preserve_index=False).cast(arrow.schema).equals(arrow)
    assert isinstance(held.pandas(), pandas.DataFrame)
    pytest.importorskip("duckdb", reason="an extra")
    assert held.duckdb().fetchall() == [tuple(row.values()) for row in arrow.to_pylist()]


def test_columns_may_be_chosen(opened):
    assert opened.mentions.arrow(["edtf"]).column_names == ["edtf"]
    assert opened.mentions.polars().select("edtf").collect()["edtf"].to_list() == [
        "1945-05-08",
        "1950,",
        "2001",
    ]


def test_a_relation_lives_on_a_connection_of_its_reader(opened):
    duckdb = pytest.importorskip("duckdb", reason="an extra")
    connection = duckdb.connect()
    mentions = opened.mentions.duckdb(connection)
    mentions.create_view("mentions")
    assert connection.sql("select count(*) from mentions").fetchall() == [(3,)]


@pytest.mark.parametrize("formats", [("csv",), ("parquet",)])
def test_either_format_is_enough(tmp_path, formats, opened):
    alone = corpus_pkg.open(
        package(tmp_path / "alone", document("a", WORDS), document("b", ("2001",)), formats=formats)
    )
    for table in ("documents", "paragraphs", "blocks", "mentions"):
        expected = getattr(opened, table).arrow()
        assert getattr(alone, table).arrow().cast(expected.schema).equals(expected)


def test_text_is_the_untouched_slice(opened):
    for table in ("paragraphs", "mentions"):
        for row in getattr(opened, table).arrow().to_pylist():
            source = "\n\n".join(WORDS) if row["document_id"] == "a" else "2001"
            expected = source[row["char_start"] : row["char_end"]]
            assert opened.text(row) == opened.text(row[f"{table[:-1]}_id"]) == expected


CONTEXTS = [
    (0, "It began on 1945-05-08 in the east."),
    (1, "\nIt began on 1945-05-08 in the east.\n"),
    (2, "HEADING\n\nIt began on 1945-05-08 in the east.\n\nThen, 1950, it ended."),
    (99, "\n\n".join(WORDS)),
]


@pytest.mark.parametrize(("lines", "expected"), CONTEXTS)
def test_context_is_whole_lines_around_a_row(opened, lines, expected):
    row = opened.mentions.arrow().to_pylist()[0]
    assert opened.context(row, lines=lines) == opened.context(row["mention_id"], lines) == expected


@pytest.mark.parametrize("key", ["m0000000000000000", "x", "", "document"])
def test_a_row_that_is_not_there(opened, key):
    with pytest.raises(KeyError):
        opened.text(key)


def test_verification_is_on_request(tmp_path):
    broken = package(tmp_path / "broken", document("a", WORDS))
    (broken / "CITATION.cff").write_text("broken")
    assert corpus_pkg.open(broken).verify()


def test_what_is_no_package(tmp_path):
    with pytest.raises(UsageError, match="there is no package at"):
        corpus_pkg.open(tmp_path)
    with pytest.raises(UsageError, match="nothing at"):
        corpus_pkg.open(tmp_path / "none.zip")
    (tmp_path / "datapackage.json").write_text('{"resources": 3}')
    with pytest.raises(UsageError, match="cannot be read"):
        corpus_pkg.open(tmp_path)


def test_a_package_leads_nowhere_outside_of_itself(tmp_path):
    described = '{"resources": [{"name": "documents", "path": "../secret.csv", "schema": {"fields": []}}]}'
    (tmp_path / "datapackage.json").write_text(described)
    with pytest.raises(UsageError, match="outside of itself"):
        corpus_pkg.open(tmp_path)


def test_a_table_that_is_not_there(tmp_path):
    (tmp_path / "datapackage.json").write_text('{"name": "x", "version": "1.0.0", "resources": []}')
    with pytest.raises(UsageError, match="has no table mentions"):
        _ = corpus_pkg.open(tmp_path).mentions


def test_import_is_light():
    code = "import sys, corpus_pkg; print([name for name in ('polars', 'pyarrow', 'fsspec') if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_nothing_else_is_public():
    assert sorted(name for name in corpus_pkg.__all__) == ["__version__", "open"]
