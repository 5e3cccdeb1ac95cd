"""What holds of every text."""

from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.parse.segment import reading_text, segment

SIGNS = "aB c.,;-–*_“”()1 \u3000가나。다\u00a0\t\f\v\u2028\u200b\x00é"
LINES = st.text(alphabet=SIGNS, max_size=90)
WORDS = st.lists(
    st.sampled_from(["the", "Quay", "of", "stone.", "1.", "—", "한국", "“Yes,”", "-"]), max_size=16
).map(" ".join)
TEXTS = st.lists(st.one_of(LINES, WORDS, st.just("")), max_size=30).map("\n".join)


@given(TEXTS)
def test_every_line_that_is_not_blank_belongs_to_exactly_one_segment(text):
    owned = [line for one in segment(text) for line in range(one.line_start, one.line_end + 1)]
    assert len(owned) == len(set(owned))
    filled = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    assert filled <= set(owned)
    ends = {number for one in segment(text) for number in (one.line_start, one.line_end)}
    assert ends <= filled


@given(TEXTS)
def test_spans_are_ordered_stripped_and_on_their_lines(text):
    last = 0
    for one in segment(text):
        start, end = one.span
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert text.count("\n", 0, start) + 1 == one.line_start
        assert text.count("\n", 0, end) + 1 == one.line_end
        last = end


@given(TEXTS)
def test_the_reading_text_is_that_of_the_slice_and_never_empty(text):
    for one in segment(text):
        assert one.text
        assert one.text == reading_text(text[one.span.start : one.span.end])
        assert one.text == " ".join(one.text.split())


@given(TEXTS)
def test_a_continued_segment_stands_before_and_not_next_to_its_rest(text):
    for index, one in enumerate(segment(text)):
        assert one.continues is None or 0 <= one.continues < index - 1


@given(TEXTS)
def test_segmenting_twice_is_segmenting_once(text):
    assert segment(text) == segment(text)
