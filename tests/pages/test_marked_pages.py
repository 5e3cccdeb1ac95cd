"""Whole invented pages: what their markup says feeds segmentation and roles, and what it falsely says does not.

The cases are in cases/: a page, and beside it each of its paragraphs with the roles that it may have.
"""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest
from page_cases import CASES
from scoring import paragraphs_of, parse, score

from corpus_pkg.trace.words import is_explained

FLOORS = {"segmentation_f1": 1.0, "role_accuracy": 0.98, "content_f1": 0.99}
"""Of all cases together; they only rise."""
LEAST = 0.89
"""Of the paragraphs of each case, whose roles must be right."""


@pytest.fixture(scope="module")
def parsed():
    return {case.name: parse(case.html) for case in CASES}


def test_the_pages_are_read_as_well_as_ever(parsed):
    scores = score(CASES, [paragraphs_of(parsed[case.name]) for case in CASES])
    assert {name: value for name, value in scores.items() if value < FLOORS[name]} == {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page(case, parsed):
    rows = paragraphs_of(parsed[case.name])
    assert [text for text, *_ in rows] == [one.text for one in case.paragraphs]
    pairs = list(zip(rows, case.paragraphs, strict=True))
    wrong = [(text, role, rule) for (text, role, rule, _), one in pairs if role not in one.roles]
    assert len(wrong) <= (1 - LEAST) * len(rows), wrong
    assert [
        (text, level)
        for (text, role, _, level), one in pairs
        if role == "heading" and level != (one.level or level)
    ] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_rule_has_its_words(case, parsed):
    assert [
        rule for _, _, rule, _ in paragraphs_of(parsed[case.name]) if not is_explained("role", rule)
    ] == []


PROSE = "The keeper is on duty from the first bell until the last barge has gone through, on Sundays too."
MORE = (
    "Whoever comes by water eats with him at noon, and whoever comes by road may watch them while they eat."
)

LINES = {
    "a heading in lower case": (f"<p>{MORE}</p><h2>the lower gate</h2><p>{PROSE}</p>", "the lower gate", "heading"),
    "its look-alike without markup": (f"<p>{MORE}</p><p>the lower gate</p><p>{PROSE}</p>", "the lower gate", "body"),
    "a heading that is a sentence": (f"<p>{MORE}</p><h2>The gate is shut.</h2><p>{PROSE}</p>", "The gate is shut.", "heading"),
    "a paragraph set as a heading": (f"<p>{MORE}</p><h3>{PROSE} {PROSE}</h3>", f"{PROSE} {PROSE}", "body"),
    "pages of headings alone": (f"<h4>{PROSE}</h4><h4>{MORE}</h4>", PROSE, "body"),
    "a point that is a sentence": (f"<p>{PROSE}</p><ul><li>Shut the gate.<li>Wait.</ul>", "Shut the gate.", "list_item"),
    "a point with a heading of its own": (f"<ul><li><h3>Gates</h3><p>{PROSE}</p></ul>", PROSE, "body"),
    "a quotation": (f"<p>{MORE}</p><p>{MORE}</p><blockquote>{PROSE}</blockquote>", PROSE, "quotation"),
    "an indented page": (f"<blockquote><p>{PROSE}</p><p>{MORE}</p></blockquote>", PROSE, "body"),
    "who is quoted": (
        f"<p>{MORE}</p><p>{PROSE}</p><blockquote><p>{MORE}</p><cite>the keeper</cite></blockquote>",
        "the keeper",
        "attribution",
    ),
    "the title of a work": (f"<p>{PROSE}</p><p><cite>the keeper</cite></p><p>{MORE}</p>", "the keeper", "body"),
    "a caption that is a sentence": (
        f"<p>{PROSE}</p><figure><figcaption>The gate is shut.</figcaption></figure>",
        "The gate is shut.",
        "caption",
    ),
    "what stands for a picture": (f'<p>{PROSE}</p><p><img alt="the gate"></p>', "the gate", "caption"),
    "a row of figures": (f"<p>{PROSE}</p><table><tr><th>Gate<td>12<tr><th>Lock<td>1953</table>", "Gate | 12", "table"),
    "a row of a table that holds the text": (
        f"<table><tr><th>Date<td>3 March<tr><th>Place<td>Wick<tr><td colspan=2><p>{PROSE}<p>{MORE}</table>",
        PROSE,
        "body",
    ),
    "who signs under the text": (f"<p><a href=a>Letters</a></p><p>{PROSE}</p><p>Yours, the keeper</p>", "Yours, the keeper", "body"),
    "a row of a page's parts": (f"<table><tr><td>{PROSE}<td>{MORE}</table>", PROSE, "body"),
    "a note": (f'<p>{PROSE}</p><div class="footnotes"><p>Wren, p. 14</p></div>', "Wren, p. 14", "footnote"),
    "a menu": (f"<nav><p>Gates and barges.</p></nav><p>{PROSE}</p>", "Gates and barges.", "navigation"),
    "a menu that is the text": (f"<nav><p>{PROSE}</p><p>{MORE}</p></nav>", PROSE, "body"),
    "a section whose heading is its name": (f'<p>{PROSE}</p><section id="related-work"><h2>Related work</h2><p>{MORE}</p></section>', MORE, "body"),
    "related articles with their first lines": (f'<p>{PROSE}</p><div class="related"><h4><a href=a>Gates</a></h4><p>{MORE}</p></div>', MORE, "navigation"),
    "a notice by its name": (f'<div id="cookie-notice">{PROSE}</div><p>{MORE}</p><p>{MORE}</p>', PROSE, "boilerplate"),
    "a name that denies it": (f'<div class="no-cookies">{PROSE}</div><p>{MORE}</p>', PROSE, "body"),
    "the name of the whole page": (f'<body class="comments-open"><p>{PROSE}</p><p>{MORE}</p>', PROSE, "body"),
    "a comment": (
        f'<p>{PROSE}</p><ol class="commentlist"><li class="comment"><p>{MORE}</p></li></ol>',
        MORE,
        "boilerplate",
    ),
    "a page of comments alone": (f'<div class="comment-body"><p>{PROSE}</p><p>{MORE}</p></div>', PROSE, "body"),
    "the head of an article": (f"<article><header><p>{MORE}</p></header><p>{PROSE}</p></article>", MORE, "body"),
    "two links in a row": (f"<p>{PROSE}</p><p><a href=a>The lower gate.</a></p><p><a href=b>The mill.</a></p>", "The mill.", "navigation"),
    "a link in the text": (f"<p>{PROSE}</p><p><a href=a>The lower gate.</a></p><p>{MORE}</p>", "The lower gate.", "body"),
    "an anchor": (f"<p>{PROSE}</p><p><a name=a>The mill.</a></p><p><a name=b>The gate.</a></p>", "The mill.", "body"),
    "a year that heads a chapter": (f"<h1>The lock</h1><h2>1953</h2><p>{PROSE}</p>", "1953", "heading"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "line", "role"), LINES.values(), ids=LINES.keys())
def test_a_line(html, line, role):
    found = {text: (got, rule) for text, got, rule, _ in paragraphs_of(parse(html))}
    assert found[line][0] == role, found


def test_headings_have_the_levels_of_their_elements_below_the_title():
    html = f"<h1>The lock</h1><h3>gates</h3><p>{PROSE}</p><h5>the lower gate</h5><p>{MORE}</p><h3>barges</h3><p>{PROSE}</p>"
    levels = [(text, level) for text, role, _, level in paragraphs_of(parse(html)) if role == "heading"]
    assert levels == [("gates", 1), ("the lower gate", 2), ("barges", 1)]


WRAPPED = """The keeper of the lower gate and
his brother and the man who shut
it and the barge that was in it
were lost in the flood of that
year, and the gate was found in
a field four miles from the
river, upright, and closed, with
its lock on it and the key in it"""

BREAKS = {
    "blocks end paragraphs": ("<p>a stone that was</p><p>found in the river</p>", ["a stone that was", "found in the river"]),
    "points end them": ("<ul><li>green oak,<li>soft pine</ul>", ["green oak,", "soft pine"]),
    "two breaks end one": ("one stone<br><br>two stones", ["one stone", "two stones"]),
    "a heading on two lines is one": ("<h2>Of stones<br>and gates</h2>", ["Of stones and gates"]),
    "set lines wrap": (f"<pre>{WRAPPED}</pre>", [" ".join(WRAPPED.split())]),
    "set blank lines end one": ("<pre>one stone\n\ntwo stones</pre>", ["one stone", "two stones"]),
}  # fmt: skip


@pytest.mark.parametrize(("html", "texts"), BREAKS.values(), ids=BREAKS.keys())
def test_where_paragraphs_end(html, texts):
    assert [text for text, *_ in paragraphs_of(parse(html))] == texts


GERMAN = "Die Mühle am Wehr ist seit mehr als zweihundert Jahren im Besitz derselben Familie."
FRENCH = "Le moulin appartient depuis plus de deux cents ans à la même famille de la vallée."

LANGUAGES = {
    "a short line in a language that it declares": (f'<p>{GERMAN}</p><p lang="fr">Nature morte</p>', "Nature morte", "fr"),
    "the same undeclared": (f"<p>{GERMAN}</p><p>Nature morte</p>", "Nature morte", "de"),
    "a page that declares another language": (f'<html lang="en"><p>{GERMAN}</p><p>Hotel Post</p>', "Hotel Post", "de"),
    "text that declares another language": (f'<html lang="de"><p>{GERMAN}</p><p lang="fr">{GERMAN} Und er mahlt.</p>', f"{GERMAN} Und er mahlt.", "de"),
    "a script that cannot be it": (f'<html lang="de"><p>{GERMAN}</p><p lang="fr">물레방아</p>', "물레방아", "ko"),
    "a section that declares its language": (f'<html lang="de"><p>{GERMAN}</p><div lang="fr-CH"><p>{FRENCH}</p><p>Nature morte</p></div>', "Nature morte", "fr"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "line", "language"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_a_declared_language(html, line, language):
    document = parse(f"<html lang='de'>{html}" if not html.startswith("<html") else html)
    found = {
        segment.text: label.language
        for segment, label in zip(document.segments, document.languages, strict=True)
    }
    assert found[line] == language
