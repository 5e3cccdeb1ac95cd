"""Identifiers survive: an edit changes those of what was edited and no other, from text to tables."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.config import CorpusConfig, DocumentConfig
from corpus_pkg.model import SourceText
from corpus_pkg.pipeline import make_settings, parse_source
from corpus_pkg.tables import Provenance, document_rows

SETTINGS = make_settings(CorpusConfig("small"))

SENTENCES = (
    "The meeting of 1950 was held in the capital, and many came from far away.",
    "It was on 17 October 1926 that the first of these societies was founded.",
    "Nobody knew in those days how long the work was going to take, nor what it would cost.",
    "In May 1934 they met again, and in May 1934 they parted for good.",
    "The same words stand here more than once, and each of them is a paragraph of its own.",
)
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)
NEW = "Somebody added this sentence later on, in the winter of 1962, for reasons of his own."


def identifiers(paragraphs):
    """The identifiers of paragraphs and of mentions, each mention under its paragraph."""
    text = "\n\n".join(paragraphs) + "\n"
    provenance = Provenance("document", "document.txt", "0" * 64, len(text), "text/plain")
    parsed = parse_source(
        SourceText(text, "utf-8", 1.0, "validity"), provenance, DocumentConfig("x"), SETTINGS
    )
    rows = document_rows(parsed.document)
    assert [row["text"] for row in rows["paragraphs"]] == paragraphs
    mentions = {row["paragraph_id"]: set() for row in rows["paragraphs"]}
    for row in rows["mentions"]:
        mentions[row["paragraph_id"]].add(row["mention_id"])
    return mentions


@settings(max_examples=30, deadline=None)
@given(PARAGRAPHS, st.data())
def test_an_inserted_paragraph_brings_its_own_identifiers_and_changes_no_other(paragraphs, data):
    place = data.draw(st.integers(0, len(paragraphs)))
    added = data.draw(st.sampled_from((NEW, *SENTENCES)))
    before = identifiers(paragraphs)
    after = identifiers([*paragraphs[:place], added, *paragraphs[place:]])
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


@settings(max_examples=30, deadline=None)
@given(PARAGRAPHS.filter(lambda texts: len(texts) > 1), st.data())
def test_a_deleted_paragraph_takes_its_own_identifiers_and_no_other(paragraphs, data):
    place = data.draw(st.integers(0, len(paragraphs) - 1))
    before = identifiers(paragraphs)
    after = identifiers(paragraphs[:place] + paragraphs[place + 1 :])
    assert after.items() <= before.items()
    assert len(after) == len(before) - 1


@settings(max_examples=30, deadline=None)
@given(PARAGRAPHS, st.data())
def test_an_edited_paragraph_changes_its_own_identifiers_and_no_other(paragraphs, data):
    place = data.draw(st.integers(0, len(paragraphs) - 1))
    before = identifiers(paragraphs)
    after = identifiers([*paragraphs[:place], NEW, *paragraphs[place + 1 :]])
    assert len(set(before) - set(after)) == 1
    assert len(set(after) - set(before)) == 1
    assert all(before[key] == after[key] for key in set(before) & set(after))


@settings(max_examples=30, deadline=None)
@given(PARAGRAPHS, st.randoms(use_true_random=False))
def test_moved_paragraphs_keep_all_identifiers(paragraphs, random):
    moved = paragraphs[:]
    random.shuffle(moved)
    assert identifiers(paragraphs) == identifiers(moved)
