"""How lines make paragraphs, layout by layout. A case is a text whose paragraphs are told by their first words."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.parse.segment import segment
from corpus_pkg.parse.segment.marks import goes_on

WRAPPED = """The ferry had been late every day of that week, and on the Friday it did
not come at all. We stood on the quay until the lamps were lit, and then
we went back up the hill, each of us carrying what he had meant to sell.

Nobody said very much. It is a long hill, and by the time we reached the
top of it the rain had begun and the dogs had gone in under the stairs.

“Tomorrow,” said my father.

In the morning the ferry was lying on its side in the mud below the mill
with all its windows broken, as if somebody had been very angry with it."""

CASES = {
    "a line a paragraph": (
        "One paragraph on a line of its own.\n\nAnother one.\nA third one, without a blank line before it.",
        ["One paragraph", "Another one", "A third one"],
    ),
    "hard-wrapped, parted by blank lines": (
        WRAPPED,
        ["The ferry had", "Nobody said", "“Tomorrow,”", "In the morning"],
    ),
    "hard-wrapped, parted by first-line indents": (
        "   " + WRAPPED.replace("\n\n", "\n   ") + "\n   " + WRAPPED.replace("\n\n", "\n   "),
        ["The ferry had", "Nobody said", "“Tomorrow,”", "In the morning"] * 2,
    ),
    "a blank line after every line, two between paragraphs": (
        "\n\n\n".join(part.replace("\n", "\n\n") for part in (WRAPPED + "\n\n" + WRAPPED).split("\n\n")),
        ["The ferry had", "Nobody said", "“Tomorrow,”", "In the morning"] * 2,
    ),
    "a blank line after every line, Korean": (
        (
            "우리 마을에서는 해마다 가을이 되면 강가에 모여 한 해의 농사를 함께 돌아\n\n"
            "보고 다음 해의 일을 의논한다. 올해는 비가 많이 와서 강물이 불어나는 바\n\n"
            "람에 모임을 마을 회관에서 가지게 되었다.\n\n"
            "모임에는 예순다섯 사람이 참석하였으며 먼저 다리를 고치는 문제를 두고 오\n\n"
            "랫동안 이야기를 나누었다. 다리는 지난여름의 큰물에 한쪽이 무너졌으나 아\n\n"
            "직 손을 대지 못하고 있었다. 의논한 끝에 집집마다 한 사람씩 나와 열흘 동\n\n"
            "안 일하기로 하였다.\n\n"
            "- 1 -\n\n"
            "그다음으로는 겨울을 나는 동안 함께 쓸 땔나무를 마련하는 문제를 의논하였\n\n"
            "으며 젊은이들이 산에 올라 나무를 해 오기로 하였다. 나이 많은 이들은 회관\n\n"
            "을 손질하고 떡을 빚기로 하였다."
        ),
        ["우리 마을에서는", "모임에는", "- 1 -", "그다음으로는"],
    ),
    "a menu: every entry by itself": (
        "Home\nOur History\nTickets and Opening Hours\nThe Garden in Winter\nContact",
        ["Home", "Our History", "Tickets", "The Garden", "Contact"],
    ),
    "a menu: verbs with their prepositions": (
        "Search\nLog in\nWhat's on\nEntries RSS",
        ["Search", "Log in", "What's on", "Entries"],
    ),
    "a title on two lines, the first of which ends with a preposition": (
        "The Garden in\nWinter and Spring",
        ["The Garden in"],
    ),
    "who is called over what is said": (
        "Comrades teachers,\nDear guests,\n"
        + "For three days you have spoken here, and I have listened to all of you with great attention and joy. "
        * 2
        + "\nComrades,\nWhat must we do now? I see three tasks.\n"
        + "The first of them is to mend the bridge before the snow comes and the ferry stops, as it always does. "
        * 2,
        ["Comrades teachers,", "Dear guests,", "For three days", "Comrades,", "What must we", "The first of"],
    ),
    "a name and an office": (
        "For three days you have spoken here, and I have listened to all of you with great attention and joy. "
        * 2
        + "\nAda Marsh,\nChairman of the Council\n",
        ["For three days", "Ada Marsh,"],
    ),
    "a running head as wide as the page between the halves of a paragraph": (
        WRAPPED
        + "\n\n"
        + WRAPPED
        + "\n\nIn the evening the ferry was lying there still, and whoever had the time\n\n5\n\n"
        + "THE HISTORY OF THE FERRIES AND LANDINGS OF THE LOWER RIVER\n\n"
        + "and a boat of his own went out to look at what the night had left of it.",
        ["The ferry had", "Nobody said", "“Tomorrow,”", "In the morning"] * 2
        + ["In the evening", "5", "THE HISTORY", "and a boat"],
    ),
    "a page's number and its head over wrapped text": (
        "112\t\tTHE LAST FERRY\n" + WRAPPED,
        ["112", "The ferry had", "Nobody said", "“Tomorrow,”", "In the morning"],
    ),
    "rows of a table": ("Bees\t12\nMules\t1\nUmbrellas\t0", ["Bees", "Mules", "Umbrellas"]),
    "an archive by months, in lower case": (
        "Archivos\njunio 2012\nmayo 2012\nabril de 2012 (3)",
        ["Archivos", "junio", "mayo", "abril"],
    ),
    "who comments, when, and what": (
        "Mary T. says:\n11 October 2015 at 9:14 am\nA wonderful evening, thank you to everybody who came to help.",
        ["Mary T.", "11 October", "A wonderful"],
    ),
    "a Korean date and who signs under it": (
        "1946년 8월 30일\n북조선로동당 창립대회",
        ["1946년", "북조선로동당"],
    ),
    "a Spanish resolution": (
        WRAPPED
        + "\n\nEL COMITÉ RESUELVE:\n\nPrimero.- Expresar su apoyo.\nSegundo.- Reclamar el fin.\nTercero.- Dar a publicidad la presente.",
        [
            "The ferry had",
            "Nobody said",
            "“Tomorrow,”",
            "In the morning",
            "EL COMITÉ",
            "Primero.-",
            "Segundo.-",
            "Tercero.-",
        ],
    ),
    "a date at the end of a sentence that wraps": (
        WRAPPED
        + "\n\nThe ferry that lay below the mill all that winter was launched again on\n11 October 2015\nand it has not been late since then.",
        ["The ferry had", "Nobody said", "“Tomorrow,”", "In the morning", "The ferry that"],
    ),
    "a month in verse": (
        "The boats were all laid up by then,\nOctober 2012\nwas wet and brown.",
        ["The boats"],
    ),
    "a title set on two lines": (
        "**The Great Book of\nSmall Harbours**\n\nHarbours are small or they are not harbours.",
        ["**The Great Book", "Harbours are"],
    ),
    "a caption broken after a name": (
        "Anna Lindqvist,\nkeeper of the light\n\nThe light was first lit in 1871.",
        ["Anna Lindqvist", "The light was"],
    ),
    "a caption that goes on in lower case": (
        "The crew of the lifeboat resting\non the slipway\n\nThe storm lasted two days.",
        ["The crew", "The storm"],
    ),
    "numbered points": (
        "The council decided:\n1. to mend the bridge\n2. to paint the bell\nover the north door\n3. to buy a drum",
        ["The council", "1. to mend", "2. to paint", "3. to buy"],
    ),
    "a year and its entries": (
        "1951\n16 June – The stone is laid.\nOctober – The divers strike.\nDec. 3: Rain.",
        ["1951", "16 June", "October", "Dec. 3"],
    ),
    "entries that wrap": (
        "3 May 1951 – The first stone is laid by the mayor on a wet morning\nand the last by the same mayor.\n9 June 1958 – The ferry comes in.",
        ["3 May 1951", "9 June 1958"],
    ),
    "Japanese entries": (
        "昭和26年6月 起工\n昭和33年6月 竣工\n昭和34年5月 初入港",
        ["昭和26年", "昭和33年", "昭和34年"],
    ),
    "points parted by semicolons": (
        "Anna Lindqvist, keeper of the light;\nJan Pettersen, foreman of the divers;\nthe mayor.",
        ["Anna", "Jan", "the mayor"],
    ),
    "points with a degree sign": ("1° the bridge is mended ;\n2° the bell is painted.", ["1° the", "2° the"]),
    "the heading of an encyclopaedia's section": (
        "History [edit]\nThe light was first lit in 1871.\nSources [edit]\nThe keeper's book.",
        ["History", "The light", "Sources", "The keeper's"],
    ),
    "an address under the text": (
        "It is done and it cannot be undone by anybody who was there that night -0-\n\nwww.example.org",
        ["It is done", "www.example.org"],
    ),
    "Korean sentences on lines of their own": (
        "첫째, 다리를 고쳐야 합니다.\n둘째, 길을 닦아야 합니다.\n셋째, 함께 가야 합니다.",
        ["첫째", "둘째", "셋째"],
    ),
    "Korean demands": (
        "우리는 다음과 같이 요구한다.\n하나. 다리를 고치라.\n하나. 길을 닦으라.",
        ["우리는", "하나. 다리", "하나. 길"],
    ),
    "a stanza with a date in it": (
        "In May the ice went out, and then\nThe tenth of June, a day for men;\nWe sold the boat, we sold the oar,\nAnd no one sang it any more.",
        ["In May"],
    ),
    "a stanza is one paragraph": (
        (
            "The tide went out, the tide came in,\nAnd nobody could tell its kin;\nThe gulls sat down, the gulls flew up,\n"
            "And drank the sky out of a cup.\n\nThat was the song."
        ),
        ["The tide", "That was"],
    ),
    "a page break with only blank lines in the gap": (
        (
            "The house had stood empty since the war, and those who had the key to it had long since forgotten which\n\n"
            "of the many doors it opened.\n\nThen they came."
        ),
        ["The house", "Then they"],
    ),
    "a caption unfinished above a paragraph is no page break": (
        (
            "The harbour seen from the church on the hill above it in the last summer before the great fire of the town\n\n"
            "The fire began in a bakery."
        ),
        ["The harbour", "The fire"],
    ),
    "a line that stands alone elsewhere is an item": (
        "The Long Quay\n\nThe Long Quay and the sheds on it\nThe Long Quay\nA quay.\n\nThe quay was built by a duke.",
        ["The Long Quay", "The Long Quay and", "The Long Quay", "A quay", "The quay was"],
    ),
    "text recognised in a picture, its lines hanging": (
        "A sign over the gate\n\n등대로 가는\n 길은 왼쪽\n 입니다\n\nThe gate was painted green.",
        ["A sign", "등대로", "The gate"],
    ),
    "names and offices under a text": ("국제련맹 의장\n김 철 수", ["국제련맹"]),
    "a form feed parts as a blank line does": ("The end of it.\n\fThe next page.", ["The end", "The next"]),
    "only line feeds end lines": ("One\u2028line\vstill\x85the same", ["One"]),
    "nothing": ("", []),
    "white space only": (" \n\t\n\u3000\n", []),
    "a page number inside a group": (
        "the last words of a page.\n- 12 -\nThe first of the next.",
        ["the last", "- 12 -", "The first"],
    ),
}


@pytest.mark.parametrize(("text", "beginnings"), CASES.values(), ids=CASES.keys())
def test_layout(text, beginnings):
    found = segment(text)
    assert len(found) == len(beginnings), [one.text for one in found]
    for one, beginning in zip(found, beginnings, strict=True):
        assert text[one.span.start :].startswith(beginning)


RUN_ON = (
    "Of the long bar and of the men that crossed\nAnd crossed it not and of the quarrel raised\n"
    "Among the pilots for a wooden chair\nAnd how they sat upon it turn by turn\n"
    "Until the legs were driven through the floor\nAnd {} was king."
)
LONG_LINE = "The pilots and the clerks and the women with their baskets, " + "and the bells of the town, " * 4


def book_of_verse(stanza):
    """Poem upon poem, and among them one stanza that is unlike the others."""
    poems = [
        f"The {n} Lamp\n\nI light the lamp when day is gone,\nI put it out at {n};\nAnd that is all."
        for n in range(90)
    ]
    return "\n\n".join([*poems, stanza])


@pytest.mark.parametrize(
    "stanza", [RUN_ON.format("nobody"), f"{LONG_LINE.strip()}\nI sing of them,\nAnd of the ropes."]
)
def test_in_a_book_of_verse_lines_without_points_and_long_ones_are_a_stanza(stanza):
    assert segment(book_of_verse(stanza))[-1].text == " ".join(stanza.split())


def test_in_a_book_of_lists_lines_without_points_are_entries():
    lists = [
        f"Shed {n}\n\nRopes of {n} Yards\nBaskets and Nets\nLamps {n}\nChairs {n}\nBells" for n in range(90)
    ]
    names = "Ropes\nBaskets\nNets of the Summer\nA Wooden Chair\nOne Bell\nLamps"
    assert segment("\n\n".join([*lists, names]))[-1].text == "Lamps"


def test_a_paragraph_that_a_page_number_cuts_is_continued():
    first = "When he had read the letter twice he folded it again and put it in the drawer with all of the"
    found = segment(f"{first}\n\n17\n\nothers that he had never answered.")
    assert [one.continues for one in found] == [None, None, 0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "What the ferrymen called the wind\nby Nora Whitlock\nEvery coast has its own names for the wind.",
            3,
        ),
        ("Der Fährmann\nvon Katharina Lindner", 2),
        # no byline: the rest of a sentence or of a title
        ("The whole was written in a night\nby Nora Whitlock\nand her sister, who had the pen.", 1),
        ("Reise eines Fährmanns\nvon Hamburg", 1),
        ("How the road was built\nby the men of the valley", 1),
    ],
)
def test_a_byline_in_lower_case_under_the_title(text, count):
    assert len(segment(text)) == count


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("der Grundstein zu dem neuen Hafenamt gelegt. Der", "Herr Bürgermeister hielt eine Ansprache", True),
        ("What the ferry is for and what it is made of. The", "Ford Line has three of them", True),
        ("What Is It For", "The Ford Line", False),
        ("Log in", "Register", False),
        ("Jeannot", "le 8 juin 2018 à 11:20", False),
        ("Tümünü kabul et", "Çerez ayarları", False),
        ("Histoire de la ville et", "Du port ancien", True),
        ("Wir trafen uns wieder", "am 8. Juni 2018 um 11:20 Uhr und gingen an Bord", True),
    ],
)
def test_an_article_that_begins_a_sentence_goes_on(line, following, expected):
    assert goes_on(line, following) is expected


def test_a_list_is_not_continued_by_its_next_point():
    found = segment(
        "The points are these, and each of them was agreed on by all who were present at the meeting:\n\na) one\n\nb) two"
    )
    assert [one.continues for one in found] == [None, None, None]


def test_lines_count_from_one_and_include_both_ends():
    found = segment("\n\nTwo lines of one\nand the same caption\n\nBody.\n")
    assert [(one.line_start, one.line_end) for one in found] == [(3, 4), (6, 6)]
