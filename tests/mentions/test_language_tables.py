"""A key of the tables of languages means the same in all of them, and each word of them stands in a text."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus_pkg.parse.mentions
from corpus_pkg.parse.mentions import find_mentions, resolve_years
from corpus_pkg.parse.mentions.edtf import bounds, format, parse  # noqa: A004
from mentions.often import often
from mentions.phrases import paragraphs

TABLES = sorted((Path(corpus_pkg.parse.mentions.__file__).parent / "languages").glob("*.toml"))


FORMS = [
    "{}",
    "{} 1945",
    "1945 {}",
    "5 {}",
    "{} 5 1945",
    "12 {} 50",
    "2013-02-09T01:35:15Z {}",
    "{} 19 {}",
    "{} {}",
]


def words(value: object) -> Iterator[str]:
    """All texts in a table, as written and capitalised."""
    if isinstance(value, str):
        yield from (value, value.upper(), value.capitalize())
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from words(item)


def kind(value: object) -> str:
    """What a value holds; of lists, what their items do."""
    if not isinstance(value, list):
        return type(value).__name__
    inner = {kind(item) for item in value} - {"list of nothing"}
    return f"list of {' and '.join(sorted(inner)) or 'nothing'}"


def test_every_key_holds_one_kind_of_value() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for path in TABLES:
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            kinds[key].add(kind(value))
    assert len(TABLES) > 20
    assert {key: found for key, found in kinds.items() if len(found - {"list of nothing"}) > 1} == {}


@pytest.mark.parametrize("language", often([path.stem for path in TABLES]))
def test_every_word_of_a_table_can_stand_beside_any_figure(language: str) -> None:
    path = next(path for path in TABLES if path.stem == language)
    said = sorted(set(words(tomllib.loads(path.read_text(encoding="utf-8")))))
    for at in range(0, len(said), 100):
        text = "\n\n".join(form.replace("{}", word) for word in said[at : at + 100] for form in FORMS)
        segments, languages, roles = paragraphs(text, path.stem)
        mentions = find_mentions(text, segments, languages)
        for mention in resolve_years(text, mentions, segments, roles, languages, "2008-10-12"):
            assert format(parse(mention.edtf)) == mention.edtf
            assert bounds(mention.edtf) == (mention.date_start, mention.date_end)
