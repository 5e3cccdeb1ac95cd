import edtf as oracle
import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.parse.mentions.edtf import Date, Interval, bounds, format, parse  # noqa: A004

# The table of the data model, "Value": EDTF with the first and the last day that it can mean.
TABLE = [
    ("1926-10-17", "1926-10-17", "1926-10-17"),
    ("1934-05", "1934-05-01", "1934-05-31"),
    ("1948-03-27/1948-03-30", "1948-03-27", "1948-03-30"),
    ("1926-10/1945-08", "1926-10-01", "1945-08-31"),
    ("2016-05/..", "2016-05-01", None),
    ("../1420", None, "1420-12-31"),
    ("192X", "1920-01-01", "1929-12-31"),
    ("1970~/1973~", "1970-01-01", "1973-12-31"),
    ("1965/1969", "1965-01-01", "1969-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("1936-02~/1936-03~", "1936-02-01", "1936-03-31"),
    ("1950-21", "1950-03-01", "1950-05-31"),
    ("1950-24", "1950-12-01", "1951-02-28"),
    ("2018-35", "2018-07-01", "2018-09-30"),
    ("2018-40", "2018-01-01", "2018-06-30"),
    ("2018-41", "2018-07-01", "2018-12-31"),
    ("2008-10-12T00:00:00", "2008-10-12", "2008-10-12"),
    ("2013-02-09T01:35:15Z", "2013-02-09", "2013-02-09"),
    ("XXXX-02-08", None, None),
    ("XX2X", None, None),
    ("1950~", "1950-01-01", "1950-12-31"),
    ("1950?", "1950-01-01", "1950-12-31"),
    ("1950%", "1950-01-01", "1950-12-31"),
    ("-0043", None, None),
    ("0000", None, None),
    ("0842", "0842-01-01", "0842-12-31"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2004-XX-12", "2004-01-12", "2004-12-12"),
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("[1667,1668]", "1667-01-01", "1668-12-31"),
    ("[1950-03-04,1950-04-03]", "1950-03-04", "1950-04-03"),
]
NOT_EDTF = [
    "",
    "1950-13",
    "1950-02-30",
    "1900-02-29",
    "19500",
    "May 1950",
    "1950-21-01",
    "1950/1940",
    "/",
    "../..",
    "1950-5-1",
]


@pytest.mark.parametrize(("edtf", "first", "last"), TABLE)
def test_bounds_are_the_first_and_last_day_it_can_mean(
    edtf: str, first: str | None, last: str | None
) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [row[0] for row in TABLE])
def test_an_independent_validator_accepts_the_table(edtf: str) -> None:
    assert is_valid(edtf) or oracle.parse_edtf(edtf)


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_is_not_edtf_raises(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text)


years = st.one_of(
    st.integers(0, 9999).map(lambda y: f"{y:04d}"),
    st.integers(0, 99).map(lambda c: f"{c:02d}XX"),
    st.just("XXXX"),
)
dates = st.builds(
    lambda year, month, day, qualifier: Date(year, month, day if month else None, None, qualifier),
    years,
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
    st.sampled_from(["", "~", "?", "%"]),
)


@given(dates)
def test_parse_undoes_format(date: Date) -> None:
    assert parse(format(date)) == date


@given(dates, dates)
def test_an_interval_is_ordered_or_refused(first: Date, second: Date) -> None:
    text = format(Interval(first, second))
    try:
        value = parse(text)
    except ValueError:
        return
    start, end = bounds(text)
    assert start is None or end is None or start <= end
    assert format(value) == text


@given(st.text(alphabet="0123456789X-~?%/.T:Z[]{},", max_size=24))
def test_nothing_but_a_value_error(text: str) -> None:
    try:
        value = parse(text)
    except ValueError:
        return
    start, end = bounds(text)
    assert start is None or end is None or start <= end
    parse(format(value))
