"""Title pages and heads of journal articles; what claims its rights on paper is no page of the web."""

import pytest

from corpus_pkg.parse.describe.names import find_author
from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PROSE = "The road over the pass was closed from November to May, and whoever had to cross it went round by the sea."


def labelled(*paragraphs: str) -> list[tuple[str, str, str]]:
    text = "\n\n".join(paragraphs)
    segments = segment(text)
    roles = label_roles(text, segments)
    return [(one.text, label.role, label.rule) for one, label in zip(segments, roles, strict=True)]


def roles_of(*paragraphs: str) -> list[str]:
    return [role for _, role, _ in labelled(*paragraphs)]


def test_the_title_page_of_a_book():
    page = (
        "THE PASS IN WINTER",
        "A Ferryman's Memoir",
        "ADA J. MERRIWEATHER",
        "Translated by Ruth Ames",
        "HARROW & LYLE",
        "First published in 1958 by Harrow & Lyle Ltd\n14 Bedford Row, London WC1",
        "Copyright © 1958 by Ada J. Merriweather",
        "All rights reserved",
        "Printed in Great Britain by Cole & Sons, Norwich",
        PROSE,
        PROSE,
    )
    lines = labelled(*page)
    assert [role for _, role, _ in lines] == [
        *["title"] * 4,
        *["imprint"] * 3,
        *["boilerplate"] * 2,
        "imprint",
        *["body"] * 2,
    ]
    assert find_author(lines, page[0]) == "ADA J. MERRIWEATHER"


def test_the_head_of_an_article_in_a_journal():
    found = roles_of(
        "Journal of Coastal Studies, Vol. 31, No. 2 (2007), pp. 114-131",
        "Tidal mills of the western coast: a survey",
        PROSE,
        PROSE,
        "© 2007 The Society for Coastal Studies",
    )
    assert found == ["imprint", "title", "body", "body", "boilerplate"]


@pytest.mark.parametrize(
    "over",
    [
        "The Pass in Winter",
        "Fifty Years of the Pass No. 2 Farm",
        "Volume of trade rose in the south",
    ],
)
def test_what_is_no_journal(over: str):
    assert roles_of(over, PROSE, PROSE)[0] == "title"


def test_a_page_of_the_web_that_claims_its_rights_is_one():
    menu = ["Home", "News", "Contact", "Search"]
    found = roles_of(
        *menu, "The Pass in Winter", PROSE, PROSE, *menu, "© 2007 The Society. All rights reserved."
    )
    assert found == [*["navigation"] * 4, "title", "body", "body", *["navigation"] * 4, "boilerplate"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Хабаровск, 17 мая 1936 года", "dateline"),
        ("Москва, 17 мая 1936 г.", "dateline"),
        ("Lyon, 12 mai 1950", "dateline"),
        ("They may sing in 1950, Anna says", "body"),
    ],
)
def test_place_and_date_under_the_title_with_a_month_of_three_letters(line: str, role: str):
    found = roles_of("The Pass in Winter", line, PROSE, PROSE)
    assert (found[1] == "dateline") == (role == "dateline")


def test_running_text_between_title_and_imprint_is_no_title_page():
    found = labelled("The Pass in Winter", PROSE, "Kim Chol", "Published by the Tern Press", PROSE)
    assert found[1][1] == "body"
    assert found[2][1:] != ("title", "byline")


def test_an_imprint_at_the_top_says_nothing_of_the_last_line():
    page = ("Ben Lind\nImprenta Costa, Bilbao", "The last word")
    assert roles_of(*page)[:2] == ["imprint", "imprint"]
    assert roles_of(*page)[2] != "imprint"
    over = ("The last word", "Ben Lind\nImprenta Costa, Bilbao")
    assert roles_of(*over)[1:] == ["imprint", "imprint"]
