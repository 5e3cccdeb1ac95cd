"""Books that were flattened to pages of wrapped lines, with numbers and running heads between them."""

import textwrap

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PROSE = (
    "The bar of Gull Bay lies a mile from the mole, and at low water in the spring one can walk on it without "
    "wetting more than the soles of one’s boots, as the clerk did in {}, and as nobody has done since then."
)
MOTTO = [
    "The sea gives up a boot, a spar,",
    "And keeps the better part",
    None,
    "Of everything that went too far,",
    "And of the cook his art.",
    "",
    "⋮",
    "",
    "It gives, it takes, it does not say",
    "To whom it gave the spar away.",
    "",
]


def book(after):
    """Twenty pages of prose, a chapter whose motto a page cuts, and what stands below it."""
    lines = ["The Bar", "", "By Nora Whitlock.", ""]
    page = 1

    def turn():
        nonlocal page
        page += 1
        lines.extend(["", str(page), "", "HARBOUR EDITION" if page % 2 == 0 else "THE BAR", ""])

    for number in range(1700, 1800):
        if number % 5 == 0:
            turn()
        lines.extend([*textwrap.wrap(PROSE.format(number), 72), ""])
    lines.extend(["VII", "", "The Stone", ""])
    for line in MOTTO:
        if line is None:
            turn()
        else:
            lines.append(line)
    lines.extend([after, "", *textwrap.wrap(PROSE.format("the winter"), 72)])
    return "\n".join(lines)


def roles(text):
    """The role of every paragraph by the first words of it."""
    found = segment(text)
    return {one.text[:16]: label.role for one, label in zip(found, label_roles(text, found), strict=True)}


def test_a_motto_that_a_page_cuts_is_one_quotation():
    found = roles(book("Edith Marsh"))
    for begins in ("The sea gives up", "Of everything th", "⋮", "It gives, it tak"):
        assert found[begins] == "quotation"
    assert found["Edith Marsh"] == "attribution"


def test_a_song_that_a_page_cuts_is_verse():
    found = roles(book("They sang it all the way home, and nobody who heard it slept that night."))
    for begins in ("The sea gives up", "Of everything th", "⋮", "It gives, it tak"):
        assert found[begins] == "verse"


def test_a_sign_that_a_sentence_announces_heads_nothing():
    story = [PROSE.format(number) for number in range(1700, 1860)]
    sign = "No Hens Upon the Mole"
    announced = roles("\n\n".join([*story, "The board over the gate said:", sign, PROSE.format("May")]))
    assert announced[sign[:16]] == "body"
    heading = roles("\n\n".join([*story, "That was what the board said.", sign, PROSE.format("May")]))
    assert heading[sign[:16]] == "heading"
