"""A page reads as it is shown: blocks apart, items and rows by line, nothing of what is hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.read import read_page

PAGES = {
    "blocks stand apart": ("<h1>A</h1><p>B<p>C", "A\n\nB\n\nC\n"),
    "a source line end is a space": ("<p>One\n two</p>", "One two\n"),
    "a break is a line end": ("<p>One<br>two</p>", "One\ntwo\n"),
    "items are lines": ("<ul><li>One<li>Two</ul>Three", "One\nTwo\n\nThree\n"),
    "rows are lines, cells apart": ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", "a | b\nc | d\n"),
    "set lines stay": ("<pre>One\nTwo</pre>", "One\nTwo\n"),
    "entities are characters": ("<p>1 &lt; 2 &#x2014; &amp;c.</p>", "1 < 2 — &c.\n"),
    "inline marks leave no trace": ("<p>One <b>t</b>wo</p>", "One two\n"),
    "a picture says its alternative text": ('<p><img src="x" alt="A map"></p>', "A map\n"),
    "scripts and styles are not shown": ("<script>a<b</script><style>p{}</style><p>One</p>", "One\n"),
    "the head is not shown": ("<head><title>T</title></head><body>One", "One\n"),
    "a head without an end": ("<head><title>T</title><body>One", "One\n"),
    "what is hidden, and no more": ("<div hidden>a<div>b</div>c</div>d", "d\n"),
    "a sign that opens nothing": ("<p>1 < 2</p>", "1 < 2\n"),
    "what is hidden by its style": ('<p style="color:red; display: none">a</p>b', "b\n"),
    "a hidden point": ("<ul><li>a<li hidden>b<li>c</ul>", "a\nc\n"),
    "two breaks are a blank line": ("a<br><br>b", "a\n\nb\n"),
    "a break before a block is none": ("a<br><p>b", "a\n\nb\n"),
    "set blank lines and indents stay": ("<pre>a\n\n  b</pre>", "a\n\n  b\n"),
    "the parts of a page are no row": (
        "<table><tr><td><a href=x>a</a><br><a href=y>b</a><td><p>c<p>d</table>",
        "a\nb\n\nc\n\nd\n",
    ),
    "one row is no table": ("<table><tr><td>a<td>b</table>", "a\n\nb\n"),
    "a table in a table for layout": (
        "<table><tr><td>a<td><table><tr><th>b<td>c</table></table>",
        "a\n\nb | c\n",
    ),
    "buttons are lines": ("<button>a</button><button>b</button>", "a\nb\n"),
    "an end that ends nothing": ("<p>a</div></td>b", "ab\n"),
    "an end outside of a cell": ("<div><table><tr><td>a</div>b</table>", "ab\n"),
    "nothing": ("", ""),
    "nothing but marks": ("<p></p><br>", ""),
    "an end that is not there": ("<p>One <b", "One <b\n"),
}


@pytest.mark.parametrize("label", PAGES)
def test_a_page(label):
    html, text = PAGES[label]
    assert read_page(html).text == text


def marks(html):
    page = read_page(html)
    return [(page.text[slice(*mark.span)], *mark[1:-1]) for mark in page.structure.marks]


PLAIN = (None, None, None, 0.0, None)

MARKS = {
    "a heading and its level": ("<h3>a</h3>", [("a", "heading", 3, None, 0.0, None)]),
    "a heading by its role": (
        '<div role="heading" aria-level="4">a</div>',
        [("a", "heading", 4, None, 0.0, None)],
    ),
    "a heading by its role, without a level": (
        '<x² role="heading" aria-level="²">a</x²>',
        [("a", "heading", 2, None, 0.0, None)],
    ),
    "a heading that is a date": ("<h2><time>1953</time></h2>", [("1953", "heading", 2, None, 0.0, None)]),
    "a date on its own": ("<div><time>1953</time></div>", [("1953", "date", None, None, 0.0, None)]),
    "a date in a line": ("<div>in <time>1953</time></div>", [("in 1953", *PLAIN)]),
    "a line is one mark": ("<p>a<b>b</b>", [("ab", "paragraph", None, None, 0.0, None)]),
    "lines without a blank one between": ("<div>a<br>b</div>", [("a\nb", *PLAIN)]),
    "points": (
        "<ul><li>a<li><p>b</ul>",
        [("a", "item", None, None, 0.0, None), ("b", "item", None, None, 0.0, None)],
    ),
    "the links of a line": ("<div>ab<a href=x>cd</a></div>", [("abcd", None, None, None, 0.5, None)]),
    "an anchor is no link": ("<div><a name=x>a</a></div>", [("a", *PLAIN)]),
    "a link that is never closed ends with its block": (
        "<div><a href=x>a</div><div>b</div>",
        [("a", None, None, None, 1.0, None), ("b", *PLAIN)],
    ),
    "places": (
        "<header>a</header><main>b<footer>c</footer></main>",
        [
            ("a", None, None, "header", 0.0, None),
            ("b", None, None, "main", 0.0, None),
            ("c", None, None, "footer", 0.0, None),
        ],
    ),
    "the head of an article": (
        "<article><header>a</header></article>",
        [("a", None, None, "main", 0.0, None)],
    ),
    "a comment is an article": (
        '<div id="comments"><article>a</article></div>',
        [("a", None, None, "comments", 0.0, None)],
    ),
    "a name of several words": (
        '<div class="siteCookie_bar">a</div>',
        [("a", None, None, "notice", 0.0, None)],
    ),
    "the name of something else": ('<div class="has-cookie-bar">a</div>', [("a", *PLAIN)]),
    "the name of the page": ('<body class="comments">a', [("a", *PLAIN)]),
    "a heading as a name": ('<section id="how-to-share-a-cookie">a</section>', [("a", *PLAIN)]),
    "a language": ('<p lang="FR_ca">a', [("a", "paragraph", None, None, 0.0, "fr")]),
    "no language": ('<p lang="x-none">a', [("a", "paragraph", None, None, 0.0, None)]),
    "a row": (
        "<table><tr><th>a<td><a href=x>b</a></table>",
        [("a | b", "row", None, None, 0.5, None)],
    ),
    "no row": ("<table><tr><td>a<td>b</table>", [("a", *PLAIN), ("b", *PLAIN)]),
    "a picture": ('<p><img alt="a">', [("a", "picture", None, None, 0.0, None)]),
    "a picture in a line": (
        '<p><img alt="a">b',
        [("a b", "paragraph", None, None, 0.0, None)],
    ),
}


@pytest.mark.parametrize("label", MARKS)
def test_what_the_markup_says(label):
    html, expected = MARKS[label]
    assert marks(html) == expected


def test_what_stands_in_one_part_of_a_page():
    page = read_page("<div><p>a</p><div>b</div><ul><li>c</ul></div><div>d</div>")
    parts = [mark.part for mark in page.structure.marks]
    assert parts[0] == parts[1] == parts[2] != parts[3]


ELEMENTS = st.sampled_from(
    [
        "p",
        "div",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "th",
        "h1",
        "pre",
        "nav",
        "a",
        "b",
        "br",
        "caption",
        "dl",
        "dd",
    ]
)
TAGS = st.builds("<{}{}>".format, st.sampled_from(["", "", "/"]), ELEMENTS)


@given(
    st.lists(
        st.one_of(TAGS, st.sampled_from(["a", " ", "\n", "b c", "<p hidden>", "<img alt=d>"])), max_size=60
    )
)
def test_every_character_has_its_mark(pieces):
    page = read_page("".join(pieces))
    at = 0
    for mark in page.structure.marks:
        start, end = mark.span
        assert not page.text[at:start].strip()
        assert page.text[start:end] == page.text[start:end].strip() != ""
        at = end
    assert not page.text[at:].strip()


def test_what_the_head_states():
    page = read_page(
        '<head><title>A\n page</title><meta property="article:published_time" content="2019-04-05T10:00Z">'
        '<meta name="DC.date" content="2020"><meta name="author" content=" A.  B. "></head>'
    )
    assert page.stated == {"title": "A page", "date_published": "2019-04-05", "author": "A. B."}


def test_a_date_that_is_none_is_not_taken():
    assert read_page('<meta name="date" content="yesterday">').stated == {}


HOSTILE = [
    "<",
    "<!--",
    "<a ",
    "&",
    "</",
    "<div>",
    "<svg>",
    "<![CDATA[",
    "<pre>\n",
    "<div>a",
    "<p>a",
    "<table><tr><td>a",
    "<tr><td>a",
    "<b>",
    "<h1>a",
    "</p>",
    "<li><ul>a",
]


@pytest.mark.parametrize("mark", HOSTILE)
@pytest.mark.parametrize("end", ["", pytest.param(">", marks=pytest.mark.slow)])
def test_a_flood_of_one_mark_takes_no_longer_than_its_length(mark, end):
    read_page(mark * (200_000 // len(mark)) + end)
