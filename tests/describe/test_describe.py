"""What documents say of themselves."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.model import Mention, Span
from corpus_pkg.parse.describe import describe
from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PROSE = "The road over the pass was closed from November to May, and whoever had to cross it went round by the sea."

CASES = {
    "a book: the author on the title page, the publisher and year in the imprint": (
        f"The Pass\n\nBy Ada Merriweather\n\n{PROSE}\n\n{PROSE}\n\nPublished by the Tern Press\n\nPrinted in 1911",
        {"1911": "1911"},
        {"title": "The Pass", "author": "Ada Merriweather", "publisher": "Tern Press"},
        ("1911", "imprint"),
    ),
    "a magazine: section and date in one line": (
        f"The Pass in Winter\n\nTravel 2011.3.3.\n\n{PROSE}",
        {"2011.3.3": "2011-03-03"},
        {"title": "The Pass in Winter", "section": "Travel"},
        ("2011-03-03", "dateline"),
    ),
    "a board: the posting date, not the notice of moving, and the site in the copyright line": (
        (
            f"고갯길 > 여행\n\n본문 바로가기\n\n고갯길\n\n작성자 길손 작성일08-10-12 00:00 댓글0건\n\n{PROSE}\n\n"
            "[이 게시물은 관리자님에 의해 2013-02-09 01:35:15 여행판에서 이동 됨]\n\nCopyright ⓒ 2000-2021 고갯길동호회. All rights reserved."
        ),
        {"08-10-12 00:00": "2008-10-12T00:00:00", "2013-02-09 01:35:15": "2013-02-09T01:35:15"},
        {"title": "고갯길", "author": "길손", "section": "여행", "site": "고갯길동호회"},
        ("2008-10-12", "dateline"),
    ),
    "a blog: the speaker in the title, the section in the filing notice": (
        f"Anna Lind’s opening address at the congress of ferrymen\n\n{PROSE}\n\nThis entry was posted in Speeches. Bookmark the permalink.",
        {},
        {
            "title": "Anna Lind’s opening address at the congress of ferrymen",
            "author": "Anna Lind",
            "section": "Speeches",
        },
        (None, "none"),
    ),
    "a library's header": (
        (
            "The Project Gutenberg EBook of The Pass, by Ada Merriweather\n\nTitle: The Pass\n\nAuthor: Ada Merriweather\n\n"
            f"Release Date: April 12, 2010 [EBook #1]\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE PASS ***\n\nTHE PASS\n\n{PROSE}"
        ),
        {"April 12, 2010": "2010-04-12"},
        {"title": "THE PASS", "author": "Ada Merriweather", "publisher": "Project Gutenberg"},
        ("2010-04-12", "metadata"),
    ),
    "a period under a heading is no date of publication": (
        f"The Pass\n\n{PROSE}\n\nThe First Years\n\nMarch 1931\n\n{PROSE}\n\n" + f"{PROSE}\n\n" * 7,
        {"March 1931": "1931-03"},
        {"title": "The Pass"},
        (None, "none"),
    ),
}


def mentions_of(text, segments, dates):
    found = []
    for surface, edtf in dates.items():
        at = text.index(surface)
        index = next(i for i, one in enumerate(segments) if one.span.start <= at < one.span.end)
        span = Span(at, at + len(surface))
        precision = "day" if edtf.count("-") >= 2 else "month" if "-" in edtf else "year"
        found.append(
            Mention(
                index,
                span,
                surface,
                edtf,
                None,
                None,
                precision,
                "gregorian",
                "explicit",
                None,
                False,
                "case",
            )
        )
    return found


@pytest.mark.parametrize(("text", "dates", "said", "date"), CASES.values(), ids=CASES.keys())
def test_description(text, dates, said, date):
    segments = segment(text)
    roles = label_roles(text, segments)
    found = describe(text, segments, roles, mentions_of(text, segments, dates))
    expected = dict.fromkeys(("title", "author", "publisher", "site", "section")) | said
    assert {name: getattr(found, name) for name in expected} == expected
    assert (found.date_published, found.date_published_basis) == date
    assert (found.date_published_span is None) == (date[0] is None)


def test_a_text_that_says_nothing_of_itself():
    text = f"{PROSE} {PROSE}"
    segments = segment(text)
    assert describe(text, segments, label_roles(text, segments), ()).title is None
    assert describe("", (), (), ()) == (None,) * 6 + ("none", None)
