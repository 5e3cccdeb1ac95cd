"""What holds for every text, whatever stands in it."""

from __future__ import annotations

import time

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.model import Mention, Span
from corpus_pkg.parse.mentions import find_mentions, resolve_years
from corpus_pkg.parse.mentions.edtf import bounds, format, parse  # noqa: A004
from mentions.phrases import SUITES, paragraphs, suite

CASES = [case for path in SUITES if path.stem in {"en", "ko"} for case in suite(path)]
texts = st.lists(st.sampled_from([case.text for case in CASES]) | st.text(max_size=30), max_size=6).map(
    "\n\n".join
)


def found(text: str, language: str = "en") -> tuple[Mention, ...]:
    segments, languages, _ = paragraphs(text, language)
    return find_mentions(text, segments, languages)


def hold(text: str, mentions: tuple[Mention, ...]) -> None:
    """The invariants of the table of mentions."""
    last = 0
    for mention in mentions:
        start, end = mention.span
        assert last <= start < end
        assert mention.surface == text[start:end]
        assert mention.surface == mention.surface.strip()
        assert bounds(mention.edtf) == (mention.date_start, mention.date_end)
        assert format(parse(mention.edtf)) == mention.edtf
        if mention.date_start and mention.date_end:
            assert mention.date_start <= mention.date_end
        last = end


@given(texts)
@settings(max_examples=150, deadline=None)
def test_spans_reproduce_the_text_and_values_are_whole(text: str) -> None:
    segments, languages, roles = paragraphs(text)
    mentions = find_mentions(text, segments, languages)
    hold(text, mentions)
    resolved = resolve_years(text, mentions, segments, roles, languages, "2008-10-12")
    hold(text, resolved)
    for mention in resolved:
        assert (mention.anchor is not None) == (mention.year_basis == "context")


@given(texts, st.integers(0, 50))
@settings(max_examples=60, deadline=None)
def test_shifting_a_text_shifts_the_offsets_and_nothing_else(text: str, by: int) -> None:
    before = found(text)
    after = found("\n" * by + text)
    assert [m._replace(span=Span(m.span.start - by, m.span.end - by), remark=None) for m in after] == [
        m._replace(remark=None) for m in before
    ]


@given(st.sampled_from(CASES), st.sampled_from(CASES))
@settings(max_examples=100, deadline=None)
def test_a_neighbour_never_changes_an_explicit_mention(one, other) -> None:
    alone = {
        (m.surface, m.edtf) for m in found(one.text) if m.year_basis == "explicit" and "xmy" not in m.rule
    }
    together = {(m.surface, m.edtf) for m in found(one.text + "\n\n" + other.text)}
    assert alone <= together


@pytest.mark.parametrize("case", [c for c in CASES if c.expected], ids=lambda case: case.label)
def test_an_independent_validator_accepts_every_value(case) -> None:
    for mention in found(case.text, case.language):
        # edtf-validate refuses what ISO 8601-2 leaves open: a season or an approximate month of an unknown year.
        seasons = ("-21", "-22", "-23", "-24")
        if not mention.edtf.startswith("XXXX") or not mention.edtf.endswith((*seasons, "~")):
            assert is_valid(mention.edtf), mention.edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "\ufeff",
        "\u2028",
        "\x0b\x0c",
        "\u200b1950\u200b",
        "0" * 5000,
        "年" * 5000,
        "一" * 5000,
        "May",
        "'",
        "1",
    ],
)
def test_odd_input_is_survived(text: str) -> None:
    for language in ("en", "ko", "zh", "de", "und", "xx", "vi"):
        hold(text, found(text, language))


UNITS = [
    "1",
    "-",
    "January ",
    "1950-",
    "first half of the ",
    "1950 to ",
    " ",
    "between 1 and ",
    "년",
    "一",
    "s. X",
    "the ",
    "(",
    "9 ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    """Four times the text takes four times the work; a square would take sixteen: the bound is in between."""

    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            found(text)
            best = min(best, time.process_time() - start)
        return best

    found(unit)
    # Below a few hundredths of a second the clock says nothing.
    assert seconds(40_000) < 9 * seconds(10_000) + 0.05


@pytest.mark.parametrize(
    "unit", ["Monday, May 5 1950. On Monday, May 6, he came. ", "The April Theses, the May Day. "]
)
def test_many_dates_without_a_year_are_resolved(unit: str) -> None:
    text = unit * 3000
    segments, languages, roles = paragraphs(text)
    resolved = resolve_years(
        text, find_mentions(text, segments, languages), segments, roles, languages, "2008-10-12"
    )
    hold(text, resolved)
    assert len(resolved) > 3000
