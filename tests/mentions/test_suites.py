import pytest

from corpus_pkg.parse.mentions import find_mentions
from corpus_pkg.trace.words import is_explained
from mentions.known_failures import marked
from mentions.phrases import SUITES, Case, paragraphs, suite


@pytest.mark.parametrize("case", marked((case for path in SUITES for case in suite(path)), "suites"))
def test_finds_what_is_marked_and_nothing_else(case: Case) -> None:
    segments, languages, _ = paragraphs(case.text, case.language)
    found = find_mentions(case.text, segments, languages)
    assert tuple((m.span.start, m.surface, m.edtf) for m in found) == case.expected
    assert [m.rule for m in found if not is_explained("date", m.rule)] == []
