"""Pandera, Frictionless and the round trip through both formats agree on any rows.

Two values are left out, because the tools cannot agree on them: the empty string, which CSV cannot tell from a
missing value (pandera refuses it), and a line feed after a match of a pattern, which ``$`` of the framework lets
pass (pandera refuses it).
"""

import datetime as dt

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Resource, system
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandera.errors import SchemaErrors
from small_corpus import as_table

from corpus_pkg.content import csv_rows
from corpus_pkg.schema import TABLES, table_schema
from corpus_pkg.validate.columns import check_columns, pandera_schema
from corpus_pkg.validate.framework import ArrowParquetPlugin
from corpus_pkg.validate.rows import read_csv_typed, read_parquet
from corpus_pkg.validate.shard import Shard

TEXT = st.text(
    st.one_of(
        st.sampled_from("a,;|\t\"'\n\r :\\#é가\u2028"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    min_size=1,
    max_size=12,
)


def valid(field):
    constraints = field.constraints
    if "enum" in constraints:
        values = st.sampled_from(constraints["enum"])
    elif "pattern" in constraints:
        values = st.from_regex(f"(?:{constraints['pattern']})", fullmatch=True).filter(
            lambda v: "\n" not in v
        )
    else:
        low, high = constraints.get("minimum"), constraints.get("maximum")
        values = {
            "string": TEXT,
            "integer": st.integers(low if low is not None else -(2**40), high if high is not None else 2**40),
            "number": st.floats(low, high, allow_nan=False),
            "boolean": st.booleans(),
            "date": st.dates(dt.date(1, 1, 1)),
        }[field.type]
    return values if field.required else st.none() | values


def faults(field):
    """Values that the schema refuses, none where it refuses nothing that the type allows."""
    constraints = field.constraints
    found = [st.none()] if field.required else []
    if "enum" in constraints or "pattern" in constraints:
        found.append(st.sampled_from(["ABC~", "-", " ", "é\t,"]))
    if "minimum" in constraints:
        found.append(st.just(constraints["minimum"] - 1))
    if "maximum" in constraints:
        found.append(st.just(constraints["maximum"] + 1))
    return found


@st.composite
def rows_of(draw, name):
    """Rows of a table and whether the schema allows them."""
    schema = table_schema(name)
    rows = draw(
        st.lists(
            st.fixed_dictionaries({field.name: valid(field) for field in schema.fields}),
            min_size=1,
            max_size=3,
            unique_by=lambda row: row[schema.primary_key],
        )
    )
    fault = draw(st.sampled_from(["none", "value", "repeat"]))
    if fault == "value":
        field = draw(st.sampled_from([field for field in schema.fields if faults(field)]))
        draw(st.sampled_from(rows))[field.name] = draw(st.one_of(faults(field)))
    if fault == "repeat":
        rows.append(dict(rows[0]))
    return rows, fault == "none"


def by_pandera(name, table):
    frames = {other: table if other == name else as_table(other, []) for other in TABLES}
    try:
        pandera_schema(name).validate(Shard(frames).frames[name], lazy=True)
    except SchemaErrors:
        return False
    return True


def at_once(name, table):
    """Whether the quick look at all columns finds nothing; keys that are there twice are not for it."""
    return check_columns(Shard({other: as_table(other, []) for other in TABLES} | {name: table})) == []


def by_frictionless(folder, name, form):
    schema = {key: value for key, value in table_schema(name).descriptor.items() if key != "foreignKeys"}
    dialect = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False}
    described = {
        "name": name,
        "path": f"{name}.{form}",
        "format": form,
        "schema": schema,
        "encoding": "utf-8",
    }
    if form == "csv":
        described["dialect"] = dialect
    return Resource.from_descriptor(described, basepath=str(folder)).validate()


@pytest.fixture(scope="module", autouse=True)
def _plugin():
    system.register("corpus-pkg-parquet", ArrowParquetPlugin())
    yield
    system.deregister("corpus-pkg-parquet")


@pytest.mark.parametrize("name", TABLES)
@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_pandera_frictionless_and_the_round_trip_agree(name, tmp_path_factory, data):
    rows, is_valid = data.draw(rows_of(name))
    folder = tmp_path_factory.mktemp("rows")
    table = as_table(name, rows)
    (folder / f"{name}.csv").write_bytes(csv_rows(table, header=True))
    loose = pa.Table.from_arrays(table.columns, table.column_names)  # columns that may lack values
    pq.write_table(loose, folder / f"{name}.parquet")
    assert by_pandera(name, table) == is_valid
    if len(set(table.column(table_schema(name).primary_key).to_pylist())) == len(rows):
        assert at_once(name, table) == is_valid
    for form in ("csv", "parquet"):
        report = by_frictionless(folder, name, form)
        assert report.valid == is_valid, report.flatten(["type", "note"])
    noted = []
    for batches in (
        read_csv_typed(folder / f"{name}.csv", name, "csv", noted),
        read_parquet(folder / f"{name}.parquet", name),
    ):
        read = [row for batch in batches for row in batch.to_pylist()]
        assert read == rows
    assert noted == []
