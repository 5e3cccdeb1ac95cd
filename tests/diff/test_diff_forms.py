"""Changes as JSON, text, Markdown and HTML."""

import json
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from corpus_pkg.cli.app import run
from corpus_pkg.diff import diff_packages, render_html, render_json, render_markdown, render_text, undivided
from corpus_pkg.diff.changes import Changes, Step
from diff.packages import change, document, package

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/reports/changes.schema.json").read_text())
HOSTILE = "| <b>*bold*</b> `code` [link](http://e.org) & 1999 \u2028 end"


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    kept = document("kept", ("TITLE", "It was in 1945 that it began.", "Some more words to read here."))
    old = package(folder / "old", kept, document("gone", (HOSTILE, "2001")))
    edited = document("kept", ("TITLE", "It was in 1945 that it all began.", "Some more words to read here."))
    edited = change(edited, "blocks", 0, confidence=0.75)
    new = package(
        folder / "new", edited, document("new", ("Fresh 1960",)), version="2.0.0", title="Small texts"
    )
    return old, new


@pytest.fixture(scope="module")
def changes(packages):
    return undivided(diff_packages(*packages))


def test_json_is_of_its_published_schema_and_lists_every_row(changes):
    told = json.loads("".join(render_json(changes)))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    (step,) = told["steps"]
    for table in step["tables"].values():
        for fate in ("removed", "edited", "reidentified", "changed", "added"):
            assert len(table[fate]) == table["counts"][fate]
    assert told["bump"] == "major"
    assert told["leastVersion"] == "2.0.0"
    (edited,) = step["tables"]["paragraphs"]["edited"]
    assert ["+", "all "] in edited["cells"][0]["words"] or ["+", " all"] in edited["cells"][0]["words"]


def test_json_of_two_steps_and_reasons(changes):
    whole = changes.whole
    gone = next(whole.rows("mentions", "removed")).key
    told = Changes(whole, (Step("parser", whole), Step("seeds", whole)), {gone: "withdrawn"})
    read = json.loads("".join(render_json(told)))
    jsonschema.Draft202012Validator(SCHEMA).validate(read)
    assert [step["cause"] for step in read["steps"]] == ["parser", "seeds"]
    assert read["steps"][0]["tables"]["mentions"]["removed"][0]["reason"] == "withdrawn"


def test_losses_come_first_in_text(changes):
    text = "".join(render_text(changes))
    places = [
        text.index(words) for words in ("documents gone: 1", "paragraphs edited", "paragraphs added: 1")
    ]
    assert places == sorted(places)
    assert "{+all +}" in text or "{+ all+}" in text or "{+all+}" in text
    assert "the version must be at least 2.0.0" in text


def test_a_long_list_says_how_long_it_is(changes):
    assert "… and 1 more" in "".join(render_text(changes, limit=1))


def test_markdown_shows_the_words_of_others_as_they_are(changes):
    text = "".join(render_markdown(changes))
    assert "<b>" not in text
    assert "\\*bold\\*" in text
    assert "\\[link\\]" in text
    assert "&lt;b&gt;" in text


def test_html_is_closed_and_holds_no_markup_of_others(changes):
    tags = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, _attributes):
            assert tag not in {"b", "script"}
            if tag != "meta":
                tags.append(tag)

        def handle_endtag(self, tag):
            assert tags.pop() == tag

    Reader().feed("".join(render_html(changes)))
    assert tags == []


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_the_command_writes_every_form(packages, tmp_path, form, capsys):
    file = tmp_path / "deep" / "out"
    assert run(["diff", *map(str, packages), "--format", form, "--output", str(file)]) == 0
    assert run(["diff", *map(str, packages), "--format", form]) == 0
    assert capsys.readouterr().out == file.read_text()


def test_the_command_says_what_is_no_package(tmp_path, capsys):
    assert run(["diff", str(tmp_path), str(tmp_path)]) == 2
    assert "there is no package at" in capsys.readouterr().err
