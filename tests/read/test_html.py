"""A page reads as it is shown: blocks apart, items and rows by line, nothing of what is hidden."""

import pytest

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
    "nothing": ("", ""),
    "nothing but marks": ("<p></p><br>", ""),
    "an end that is not there": ("<p>One <b", "One <b\n"),
}


@pytest.mark.parametrize("label", PAGES)
def test_a_page(label):
    html, text = PAGES[label]
    assert read_page(html).text == text


def test_what_the_head_states():
    page = read_page(
        '<head><title>A\n page</title><meta property="article:published_time" content="2019-04-05T10:00Z">'
        '<meta name="DC.date" content="2020"><meta name="author" content=" A.  B. "></head>'
    )
    assert page.stated == {"title": "A page", "date_published": "2019-04-05", "author": "A. B."}


def test_a_date_that_is_none_is_not_taken():
    assert read_page('<meta name="date" content="yesterday">').stated == {}


HOSTILE = ["<", "<!--", "<a ", "&", "</", "<div>", "<svg>", "<![CDATA[", "<pre>\n"]


@pytest.mark.parametrize("mark", HOSTILE)
@pytest.mark.parametrize("end", ["", ">"])
def test_a_flood_of_one_mark_takes_no_longer_than_its_length(mark, end):
    read_page(mark * (200_000 // len(mark)) + end)
