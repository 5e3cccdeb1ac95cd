import pytest

from corpus_pkg.parse.mentions import find_mentions, resolve_years
from corpus_pkg.trace.words import is_explained
from mentions.known_failures import marked
from mentions.stories import STORIES, Story, story


@pytest.mark.parametrize("story", marked(map(story, STORIES), "stories"))
def test_years_come_from_where_the_contract_says(story: Story) -> None:
    found = find_mentions(story.text, story.segments, story.languages)
    resolved = resolve_years(story.text, found, story.segments, story.roles, story.languages, story.published)
    assert tuple((m.span.start, m.surface, m.edtf) for m in resolved) == story.expected
    assert [m.rule for m in resolved if not is_explained("date", m.rule)] == []
