"""A written package: a valid one passes, and whatever is changed in it afterwards is found, with its place."""

import datetime as dt
import json
import shutil
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_corpus import as_table, change, row_where, tables, write

from corpus_pkg.content import csv_rows
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.validate import check_package
from corpus_pkg.validate.files import check_sums, list_files
from corpus_pkg.validate.framework import run_framework


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return write(tmp_path_factory.mktemp("packages") / "small")


@pytest.fixture
def package(original, tmp_path):
    return shutil.copytree(original, tmp_path / "small")


def codes(package, **options):
    return {found.code for found in check_package(package, **options)}


def read(package):
    return json.loads((package / "datapackage.json").read_text())


def describe(package, descriptor):
    """Write the descriptor and the sums anew, with the hashes of the files as they are now."""
    for entry in [*descriptor["resources"], *descriptor["seeds"]]:
        path = package / entry["path"]
        if path.is_file():
            entry["hash"] = f"sha256:{sha256(path.read_bytes()).hexdigest()}"
            if "bytes" in entry:
                entry["bytes"] = path.stat().st_size
    (package / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False))
    sum_up(package)


def sum_up(package):
    files = sorted(p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file())
    lines = [
        f"{sha256((package / path).read_bytes()).hexdigest()}  {path}\n"
        for path in files
        if path != "SHA256SUMS"
    ]
    (package / "SHA256SUMS").write_text("".join(lines))


@pytest.mark.parametrize("formats", [("csv", "parquet"), ("csv",), ("parquet",)])
def test_a_package_as_it_was_written_has_no_findings(tmp_path, formats):
    package = write(tmp_path / "small", formats=formats)
    assert check_package(package, frictionless=len(formats) > 1) == []


def test_describing_it_anew_changes_nothing(package):
    describe(package, read(package))
    assert check_package(package, frictionless=False) == []


def test_what_is_no_package_is_found(tmp_path):
    assert codes(tmp_path / "nowhere") == {"package-missing"}
    assert "package-missing" in codes(tmp_path)


# --- the files ------------------------------------------------------------------------------------------------


def test_a_file_that_is_gone_or_too_many_is_found(package):
    (package / "README.md").unlink()
    (package / "notes.txt").write_text("Note")
    found = {(f.code, f.file) for f in check_package(package, frictionless=False)}
    assert found == {("file-missing", "README.md"), ("file-unlisted", "notes.txt")}


def test_a_file_that_only_the_sums_know_is_found(package):
    (package / "sources" / "other.txt").write_text("Other")
    sum_up(package)
    assert codes(package, frictionless=False) == {"file-unlisted"}


def test_a_link_is_found(package, tmp_path):
    (tmp_path / "outside").write_text("Outside")
    (package / "link.txt").symlink_to(tmp_path / "outside")
    assert codes(package, frictionless=False) == {"path-unsafe"}


def test_sums_in_another_order_are_found(package):
    sums = package / "SHA256SUMS"
    sums.write_text("".join(f"{line}\n" for line in reversed(sums.read_text().splitlines())))
    assert codes(package, frictionless=False) == {"sums-invalid"}


def test_no_sums_are_found(package):
    (package / "SHA256SUMS").unlink()
    assert codes(package, frictionless=False) == {"file-missing"}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_byte_changed_in_any_file_is_found_by_the_sums(package, data):
    files = sorted(path.relative_to(package) for path in package.rglob("*") if path.is_file())
    file = package / data.draw(st.sampled_from(files))
    content = file.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
    file.write_bytes(content[:at] + bytes([other]) + content[at + 1 :])
    facts, _ = list_files(package)
    assert check_sums(package, facts)
    file.write_bytes(content)


@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_byte_changed_in_a_table_is_never_a_traceback(package, data):
    files = [f"data/{table}/{table}.{form}" for table in TABLES for form in ("csv", "parquet")]
    file = package / data.draw(st.sampled_from(files))
    content = file.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    flipped = bytes([content[at] ^ (1 << data.draw(st.integers(0, 7)))])
    file.write_bytes(content[:at] + flipped + content[at + 1 :])
    assert "hash-mismatch" in codes(package, frictionless=False)
    file.write_bytes(content)


@pytest.mark.parametrize("file", ["data/documents/documents.csv", "data/mentions/mentions.parquet"])
def test_a_file_cut_short_is_a_finding_and_never_a_traceback(package, file):
    content = (package / file).read_bytes()
    (package / file).write_bytes(content[: len(content) // 2])
    assert {"hash-mismatch", "file-unreadable"} <= codes(package)


# --- the descriptor -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"name": 1, "name": 2}', '{"a": NaN}', "\udc80", "[" * 99999]
)
def test_a_descriptor_that_is_no_json_object_is_found(package, content):
    (package / "datapackage.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert codes(package) == {"hash-mismatch", "descriptor-unreadable"}


DESCRIPTOR = [
    ("descriptor-invalid", lambda d: d.pop("resources")),
    ("descriptor-invalid", lambda d: d.update(keywords=[])),
    ("descriptor-schema-differs", lambda d: d.update(schemaVersion="9.9.9")),
    ("descriptor-schema-differs", lambda d: d["resources"][2]["schema"]["fields"][0]["constraints"].clear()),
    ("descriptor-schema-differs", lambda d: d["resources"][2]["schema"]["foreignKeys"].pop()),
    ("metadata-disagrees", lambda d: d.update(version="1.0.1")),
    ("metadata-disagrees", lambda d: d["builder"].update(version="0")),
    ("rows-mismatch", lambda d: d["resources"][0].update(rows=3)),
    ("rows-mismatch", lambda d: d["resources"][1].update(rows=3)),
    ("content-hash-mismatch", lambda d: d["resources"][0].update(contentHash="sha256:0")),
    ("content-hash-mismatch", lambda d: d["resources"][1].pop("contentHash")),
    ("table-missing", lambda d: d["resources"].pop(0)),
    ("file-missing", lambda d: d["resources"][0].update(path="data/documents/other.csv")),
    ("file-unlisted", lambda d: d["seeds"].pop()),
    ("path-unsafe", lambda d: d["resources"][0].update(path="../documents.csv")),
    ("path-unsafe", lambda d: d["resources"][0].update(path="/etc/passwd")),
    ("path-unsafe", lambda d: d["resources"][0].update(path=["data/documents/documents.csv"])),
]


@pytest.mark.parametrize(("code", "break_"), DESCRIPTOR)
def test_a_descriptor_that_is_wrong_is_found(package, code, break_):
    descriptor = read(package)
    break_(descriptor)
    if "resources" in descriptor:
        describe_safely(package, descriptor)
    else:
        (package / "datapackage.json").write_text(json.dumps(descriptor))
    assert code in codes(package, frictionless=False)


def describe_safely(package, descriptor):
    """Descriptors whose paths may be anything."""
    (package / "datapackage.json").write_text(json.dumps(descriptor))
    sum_up(package)


def test_wrong_bytes_and_hashes_in_the_descriptor_are_found(package):
    descriptor = read(package)
    descriptor["resources"][0]["bytes"] += 1
    descriptor["resources"][1]["hash"] = "sha256:" + "0" * 64
    describe_safely(package, descriptor)
    assert codes(package, frictionless=False) == {"bytes-mismatch", "hash-mismatch"}


# --- the rows -------------------------------------------------------------------------------------------------


def replace_csv(package, table, given):
    (package / "data" / table / f"{table}.csv").write_bytes(csv_rows(given[table], header=True))


def replace_parquet(package, table, given):
    path = package / "data" / table / f"{table}.parquet"
    metadata = pq.read_schema(path).metadata
    pq.write_table(given[table].replace_schema_metadata(metadata), path)


@st.composite
def changed_cells(draw):
    table = draw(st.sampled_from(TABLES))
    rows = tables()[table].to_pylist()
    row = draw(st.integers(0, len(rows) - 1))
    field = draw(st.sampled_from(table_schema(table).fields))
    value = rows[row][field.name]
    other = {
        "string": lambda: f"{value or ''}x",
        "integer": lambda: (value or 0) + 1,
        "number": lambda: (value or 0) / 2 + 0.001,
        "boolean": lambda: not value,
        "date": lambda: None if value else dt.date(1, 1, 1),
    }[field.type]()
    return table, row, field.name, other


@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cell=changed_cells(), form=st.sampled_from([replace_csv, replace_parquet]))
def test_any_cell_changed_in_either_format_is_found_even_with_new_hashes(
    original, tmp_path_factory, cell, form
):
    table, row, field, value = cell
    given_tables = tables()
    package = shutil.copytree(original, tmp_path_factory.mktemp("changed") / "small")
    form(package, table, change(given_tables, table, row, **{field: value}))
    describe(package, read(package))
    found = [f for f in check_package(package, frictionless=False) if f.code == "formats-disagree"]
    assert [(f.table, f.field, f.record) for f in found] == [(table, field, row + 1)]
    assert found[0].path or field == "document_id"


def test_a_cell_that_the_formats_disagree_on_is_placed_in_its_seed(package):
    row = row_where(tables(), "mentions", surface="1931")
    replace_csv(package, "mentions", change(tables(), "mentions", row, rule="another"))
    (found,) = [f for f in check_package(package) if f.code == "formats-disagree"]
    assert (found.path, found.line, found.column) == ("harvest.txt", 6, 11)
    assert (found.table, found.field, found.value) == ("mentions", "rule", "another")
    assert (found.file, found.record) == ("data/mentions/mentions.csv", row + 1)
    assert found.key == tables()["mentions"]["mention_id"][row].as_py()


def test_rows_missing_from_one_format_are_found_once(package):
    replace_csv(package, "paragraphs", tables() | {"paragraphs": tables()["paragraphs"].slice(0, 3)})
    found = [f for f in check_package(package, frictionless=False) if f.code == "formats-disagree"]
    assert [f.record for f in found] == [4]


def test_rows_that_are_others_altogether_end_the_comparison(package):
    replace_csv(package, "paragraphs", tables() | {"paragraphs": tables()["paragraphs"].slice(1)})
    found = [f for f in check_package(package, frictionless=False) if f.code == "formats-disagree"]
    assert "from here on" in next(f for f in found if f.field is None).message
    assert max(f.record for f in found) == 3


def test_the_same_rows_written_otherwise_are_found(package):
    path = package / "data/mentions/mentions.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    describe(package, read(package))
    assert "formats-disagree" in codes(package, frictionless=False)


BROKEN_ROWS = [
    ("value-enum", "paragraphs", 2, {"role": "novel"}),
    ("value-constraint", "paragraphs", 2, {"legibility": 2.0}),
    ("key-foreign-missing", "mentions", 2, {"anchor_id": "m" + "0" * 16}),
    ("key-duplicate", "mentions", 3, {"mention_id": tables()["mentions"]["mention_id"][2].as_py()}),
    ("span-text-mismatch", "mentions", 3, {"surface": "1932"}),
    ("source-mismatch", "documents", 1, {"source_sha256": "0" * 64}),
    ("source-mismatch", "documents", 1, {"source_bytes": 1}),
]


@pytest.mark.parametrize(("code", "table", "row", "cells"), BROKEN_ROWS)
def test_a_broken_row_is_found_with_seed_and_file(tmp_path, code, table, row, cells):
    package = write(tmp_path / "small", change(tables(), table, row, **cells))
    (found,) = [f for f in check_package(package, frictionless=False) if f.code == code]
    assert (found.table, found.file, found.record) == (table, f"data/{table}/{table}.parquet", row + 1)
    assert found.path == ("note.txt" if table == "documents" else "harvest.txt")


def test_a_dangling_translation_is_found(tmp_path):
    package = write(tmp_path / "small", change(tables(), "paragraphs", 2, translation_of="p" + "0" * 16))
    assert codes(package, frictionless=False) == {"key-foreign-missing"}


def test_a_value_of_another_type_in_a_csv_file_alone_is_found(tmp_path):
    package = write(tmp_path / "small", formats=("csv",))
    path = package / "data/mentions/mentions.csv"
    path.write_text(path.read_text().replace("1931-12-31", "the year's end"))
    found = [f for f in check_package(package, frictionless=False) if f.code == "value-type"]
    assert [(f.path, f.line, f.field, f.value) for f in found] == [
        ("harvest.txt", 6, "date_end", "the year's end")
    ]


def test_columns_in_another_order_are_found(package):
    path = package / "data/blocks/blocks.parquet"
    table = pq.read_table(path)
    pq.write_table(table.select(table.column_names[::-1]), path)
    assert "column-order" in codes(package, frictionless=False)


def test_columns_that_may_lack_values_are_found(package):
    path = package / "data/blocks/blocks.parquet"
    table = pq.read_table(path)
    said = pq.ParquetFile(path).metadata.metadata
    said = {key: value for key, value in said.items() if key != b"ARROW:schema"}
    loose = pa.schema([field.with_nullable(True) for field in table.schema], said)
    pq.write_table(pa.Table.from_arrays(table.columns, schema=loose), path)
    describe(package, read(package))
    assert codes(package, frictionless=False) == {"value-type"}


def test_a_source_that_is_gone_is_found_by_its_document(package):
    (package / "sources/note.txt").unlink()
    found = [f for f in check_package(package, frictionless=False) if f.code == "source-mismatch"]
    assert [(f.path, f.field) for f in found] == [("note.txt", "source_path")]


def test_a_member_of_a_container_needs_the_container(tmp_path):
    member = "harvest.txt!inside.txt"
    package = write(tmp_path / "small", change(tables(), "documents", 0, source_path=member, source_bytes=5))
    assert check_package(package, frictionless=False) == []


@pytest.mark.parametrize(
    "cells", [{"text": "Something else"}, {"document_id": "harvest"}, {"document_id": "gone"}]
)
def test_a_package_is_checked_alike_however_it_is_cut(tmp_path, monkeypatch, cells):
    package = write(tmp_path / "small", change(tables(), "paragraphs", 8, **cells))
    whole = check_package(package, frictionless=False)
    monkeypatch.setattr("corpus_pkg.validate.package_shards.SHARD_BYTES", 1)
    assert whole
    cut = check_package(package, frictionless=False)
    assert {(f.table, f.key, f.record) for f in cut} == {(f.table, f.key, f.record) for f in whole}


# --- Frictionless ---------------------------------------------------------------------------------------------


def break_all(cases):
    broken = tables()
    for _, table, row, cells in cases:
        broken = change(broken, table, row, **cells)
    return broken


def test_what_we_say_frictionless_does_not_say_again(tmp_path):
    package = write(tmp_path / "small", break_all(BROKEN_ROWS[:4]))
    found = check_package(package)
    assert found == check_package(package, frictionless=False)
    assert len({f.fingerprint for f in found}) == len(found)


def test_frictionless_finds_the_faults_that_we_find(tmp_path):
    errors = run_framework(write(tmp_path / "small", break_all(BROKEN_ROWS[:4])))
    found = {(error.code, error.file, error.record) for error in errors}
    for code, table, row, _ in BROKEN_ROWS[:4]:
        for form in ("csv", "parquet"):
            assert (code, f"data/{table}/{table}.{form}", row + 1) in found


def test_frictionless_counts_all_errors(tmp_path):
    rows = [row | {"role": "novel"} for row in tables()["paragraphs"].to_pylist()[:1] * 1200]
    given_tables = tables() | {"paragraphs": as_table("paragraphs", rows)}
    errors = run_framework(write(tmp_path / "small", given_tables, ("csv",)))
    assert sum(error.code == "value-enum" for error in errors) == 1200


def test_frictionless_sees_a_wrong_hash_of_a_parquet_file(package):
    descriptor = read(package)
    descriptor["resources"][1]["hash"] = "sha256:" + "0" * 64
    (package / "datapackage.json").write_text(json.dumps(descriptor))
    errors = {(error.code, error.file) for error in run_framework(package)}
    assert errors == {("hash-mismatch", "data/documents/documents.parquet")}
