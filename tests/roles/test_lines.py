"""Single lines in their setting: beside what has a role stands what only looks like it."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.parse.roles import label_roles, survey_lines
from corpus_pkg.parse.roles.cues import built_in
from corpus_pkg.parse.roles.datelines import is_byline, is_dateline
from corpus_pkg.parse.segment import segment

PROSE = "The road over the pass was closed from November to May, and whoever had to cross it went round by the sea."
PROSE_KO = "고갯길은 동짓달부터 이듬해 봄까지 막혀 있었으므로 그 길을 넘어야 하는 사람들은 모두 바다를 따라 먼 길을 돌아갔다."

CASES = {
    "a quotation that is announced": (
        PROSE + "\n\nThe innkeeper's daughter put it so:\n\n*\n\n" + PROSE,
        2,
        "“The pass is there to be looked at, and the sea to be crossed.”",
        "quotation",
    ),
    "a Korean quotation that is announced": (
        PROSE_KO + "\n\n길손은 다음과 같이 말하였다.\n\n*\n\n" + PROSE_KO,
        2,
        "《고개는 바라보라고 있는것이고 바다는 건느라고 있는것입니다.》",
        "quotation",
    ),
    "a quotation with its author": (
        PROSE + "\n\n*\n\n— Ada Marsh, quoted in Roads and Passes, vol. 2\n\n" + PROSE,
        1,
        "“The pass is there to be looked at. The sea is there to be crossed.”",
        "quotation",
    ),
    "the author of a quotation": (
        PROSE + "\n\n“The pass is there to be looked at. The sea is not.”\n\n*\n\n" + PROSE,
        2,
        "— Ada Marsh, quoted in Roads and Passes, vol. 2",
        "attribution",
    ),
    "two verses in quotation marks": (
        PROSE + "\n\nThey sang on the road:\n\n*\n\n" + PROSE,
        2,
        "“The lamp is lit, the door is shut,\nThe wind goes round the house.”",
        "verse",
    ),
    "speech over two lines, of which the second begins with a name": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "“Stop!” cried the stranger. “You have not seen the inn of\nAda Marsh, have you?”",
        "body",
    ),
    "a sentence whose last word stands on a line of its own": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "“For the third time we set out on this road over the pass,\nAda.”",
        "body",
    ),
    "many links and a cry: no pattern tries all ways to part them": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "[a](b) " * 60 + "read them all, and tell us which of them you have seen before on your way!",
        "body",
    ),
    "speech that nobody announces": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "“The pass is there to be looked at, and the sea to be crossed.”",
        "body",
    ),
    "speech in a talk of many": (
        PROSE
        + "\n\n“Is it far to the pass?”\n\nHe said:\n\n*\n\n“And by sea?” she asked.\n\n“And by sea it is nearer.”",
        3,
        "“It is as far as it was.”",
        "body",
    ),
    "two quotations in a sentence": (
        PROSE + "\n\nThe children told us:\n\n*\n\n" + PROSE,
        2,
        "“Up” said one of them, but another said “down”.",
        "body",
    ),
    "a byline in a magazine": (
        "The Sea Road\n\n" + PROSE + "\n\n\nCHAPTER II\n\n*\n\n" + PROSE,
        3,
        "By Ada Marsh",
        "dateline",
    ),
    "no byline but a title": (
        "The Sea Road\n\n" + PROSE + "\n\n\nCHAPTER II\n\n*\n\n" + PROSE,
        3,
        "By the Sea in Winter and in Summer",
        "heading",
    ),
    "who made the rules its own": (
        "RULES OF THE GUILD\n\n*\n\n" + PROSE,
        1,
        "Adopted by the third assembly of the guild on 12 May 1952",
        "dateline",
    ),
    "when the rules were amended": (
        "УСТАВ\n\nУтверждён III съездом Союза 12 мая 1952 года\n\n*\n\n" + PROSE,
        2,
        "(с изменениями, внесёнными IV съездом 3 июня 1956 года)",
        "dateline",
    ),
    "a sentence about who adopted them": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Adopted by the third assembly of the guild, the rules came into force in 1952.",
        "body",
    ),
    "for whom a letter is signed": (
        "À nos amis\n\n"
        + PROSE
        + "\n\n*\n\nL. Maertens\n\nSecrétaire international\n\nP.-S. Le camarade Dubois a les clefs.",
        2,
        "Pour le Secrétariat,",
        "signature",
    ),
    "who signs at the end of a page": (
        "The Pass\n\n" + PROSE + "\n\n*\nSecretary, Guild of the Sea\n\nPage 3 of 9",
        2,
        "John Ashworth",
        "signature",
    ),
    "a heading over an office": (
        "The Pass\n\n" + PROSE + "\n\n*\n\nThe Secretary\n\n" + PROSE,
        2,
        "The Officers",
        "heading",
    ),
    "a date under a title": ("The Pass\n\n*\n\n" + PROSE, 1, "3 March 1931", "dateline"),
    "a posting line": ("The Pass\n\n*\n\n" + PROSE, 1, "Posted on March 3, 2011 by admin", "dateline"),
    "a section and a date": ("The Pass\n\n*\n\n" + PROSE, 1, "Travel 2011.3.3.", "dateline"),
    "a Korean posting line": (
        "고갯길 이야기\n\n*\n\n" + PROSE_KO,
        1,
        "작성자 길손 작성일 2011-03-03 10:15 댓글 0",
        "dateline",
    ),
    "a Spanish dateline": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Palma de Mallorca, a 18 de mayo de 1987.",
        "dateline",
    ),
    "a Korean sentence with a date": (
        PROSE_KO + "\n\n*\n\n" + PROSE_KO,
        1,
        "그는 1930년 3월 1일에 이 고개를 넘었다.",
        "body",
    ),
    "a Chinese sentence with a date": (
        PROSE_KO + "\n\n*\n\n" + PROSE_KO,
        1,
        "20世纪30年代修了铁路，1944年拆除。",
        "body",
    ),
    "a Japanese date": ("峠の話\n\n*\n\n" + PROSE_KO, 1, "昭和六年三月三日", "dateline"),
    "a caption with a date in it": (
        PROSE_KO + "\n\n*\n\n" + PROSE_KO,
        1,
        "▲ 2018년 8월 고갯길에서 (사진: 길손)",
        "caption",
    ),
    "a caption with its credit": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "The pass in winter, seen from the inn (Photo: A. Marsh)",
        "caption",
    ),
    "a Russian caption": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Инженер В. П. Соколов. Фото из семейного архива",
        "caption",
    ),
    "who spoke with whom": ("The Pass\n\n*\n\n" + PROSE, 1, "Interview by Ada Merriweather", "dateline"),
    "who spoke with whom, in Russian": (
        "Перевал\n\n*\n\n" + PROSE,
        1,
        "Беседовала Ольга Травина",
        "dateline",
    ),
    "a Korean filing line": (
        "고갯길 이야기\n\n*\n\n" + PROSE_KO,
        1,
        "작성일 : 2018-06-14 조회수 : 512",
        "dateline",
    ),
    "a Spanish caption": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "El paso en invierno, 1978 (archivo municipal)",
        "caption",
    ),
    "a Chinese caption": (
        PROSE_KO + "\n\n*\n\n" + PROSE_KO,
        1,
        "1月16日，一辆汽车驶过山口。（张敏 摄）",
        "caption",
    ),
    "an agency's caption": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "The pass on the day after the storm (Reuters)",
        "caption",
    ),
    "a sentence that ends in a bracket": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "We went on foot (the mule had seen the photo).",
        "body",
    ),
    "an agency's report": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "The pass was closed on Friday after the storm. (Reuters)",
        "body",
    ),
    "a sentence with a date in it": (
        "The Pass\n\n*\n\n" + PROSE,
        1,
        "It was closed on 3 March 1931 by order.",
        "body",
    ),
    "a numeral alone": (PROSE + "\n\n*\n\n" + PROSE, 1, "XIV", "heading"),
    "a chapter in capitals with a stop": (PROSE + "\n\n*\n\n" + PROSE, 1, "CHAPTER THE FOURTH.", "heading"),
    "a Chinese chapter": (PROSE_KO + "\n\n*\n\n" + PROSE_KO, 1, "第三章 峠を越えて", "heading"),
    "a Korean chapter": (PROSE_KO + "\n\n*\n\n" + PROSE_KO, 1, "제3장 고개를 넘어", "heading"),
    "a short sentence": (PROSE + "\n\n*\n\n" + PROSE, 1, "Nobody came.", "body"),
    "speech": (PROSE + "\n\n*\n\n" + PROSE, 1, "“Who Goes There?”", "body"),
    "an announcement": (PROSE + "\n\n*\n\n" + PROSE, 1, "The rules were these:", "body"),
    "an illustration": (PROSE + "\n\n*\n\n" + PROSE, 1, "[Illustration: The pass in winter.]", "caption"),
    "a figure": (PROSE + "\n\n*\n\n" + PROSE, 1, "Fig. 3. The pass in winter", "caption"),
    "a Korean photograph": (PROSE_KO + "\n\n*\n\n" + PROSE_KO, 1, "▲ 겨울의 고갯길", "caption"),
    "stars between sections": (PROSE + "\n\n*\n\n" + PROSE, 1, "* * *", "page_furniture"),
    "a page number between dashes": (PROSE + "\n\n*\n\n" + PROSE, 1, "- 112 -", "page_furniture"),
    "the head of a recognised page": (
        "*\n\n" + PROSE,
        0,
        "## p. 12 (#34) ##########################################################",
        "page_furniture",
    ),
    "a page's number and its head under text": (
        PROSE + "\n\n*\n\n" + PROSE + "\n\nTHE LAST FERRY\t\t113\n\n" + PROSE,
        1,
        "112\t\tTHE SEA ROAD",
        "page_furniture",
    ),
    "a row of a table, far from the next": (
        PROSE + "\n\n*\n\n" + PROSE + "\n\nMules\t3\n\n" + PROSE,
        1,
        "Umbrellas\t12",
        "table",
    ),
    "a line of columns": (PROSE + "\n\n*\n\n" + PROSE, 1, "Station\tHeight\tOpen", "table"),
    "a footnote": (PROSE + "\n\n*\n\n" + PROSE, 1, "[Footnote 2: Closed again in 1940.]", "footnote"),
    "a star without a reference": (PROSE + "\n\n*\n\n" + PROSE, 1, "* Closed again in 1940.", "body"),
    "a name and its value": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Height: Two Thousand Feet\nOwner: The Canton",
        "body",
    ),
    "an article in Spanish": (PROSE + "\n\n*\n\n" + PROSE, 1, "Artículo 12.", "heading"),
    "an article in Russian": (PROSE + "\n\n*\n\n" + PROSE, 1, "Статья 12.", "heading"),
    "a remark on the audience": (
        "The sea is wide,\nThe road is long,\nAnd no one sings.\n\n*\n\n" + PROSE,
        1,
        "(Applause)",
        "body",
    ),
    "a heading like a link back": (PROSE + "\n\n*\n\n" + PROSE, 1, "Retour à Séoul", "heading"),
    "an office and a name in columns": (PROSE + "\n\n*", 1, "СЕКРЕТАРЬ ЦК\tИ. И. ИВАНОВ", "signature"),
    "a heading with a colon": (PROSE + "\n\n*\n\n" + PROSE, 1, "The Pass: A History", "heading"),
    "a heading with the link to edit it": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Geschichte [Bearbeiten | Quelltext bearbeiten]",
        "heading",
    ),
    "an editor's remark": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "He crossed the pass on foot [edited for length].",
        "body",
    ),
    "who is quoted": (PROSE + "\n\n*\n\n" + PROSE, 1, "—Ada Merriweather", "attribution"),
    "speech with a dash": (PROSE + "\n\n*\n\n" + PROSE, 1, "— Y a-t-il quelqu’un ?", "body"),
    "a map with its number": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Map 2. The road over the pass and the old road",
        "caption",
    ),
    "a sentence about a map": (PROSE + "\n\n*\n\n" + PROSE, 1, "Map 2 was of no use to anybody.", "body"),
    "what is shown from a drawing": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "The inn on the pass, from a drawing made about 1840.",
        "caption",
    ),
    "what came from a drawer": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "He took the key, from a drawer he never locked.",
        "body",
    ),
    "a number of a page before the text": (PROSE + "\n\n*\n\n" + PROSE, 1, "xiv", "page_furniture"),
    "a word of letters that count": (PROSE + "\n\n*\n\n" + PROSE, 1, "Civil.", "body"),
    "where an article goes on": (PROSE + "\n\n*\n\n" + PROSE, 1, "Continued on page 31", "page_furniture"),
    "where the talk goes on": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "Continued on page 31 is the talk of the two innkeepers.",
        "body",
    ),
    "to whom a text appeals": (PROSE + "\n\n\n*\n\n" + PROSE, 1, "To All Workers of the Pass!", "heading"),
    "where somebody calls": (
        PROSE + "\n\n\n*\n\n" + PROSE,
        1,
        "To the boats, everybody to the boats!",
        "body",
    ),
    "a section that a letter counts": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "b) The road and its keepers",
        "heading",
    ),
    "a point that a letter counts": (
        PROSE + "\n\nIt needs:\n\n*\n\nb) a mule",
        2,
        "a) a pair of boots",
        "list_item",
    ),
    "a note that a bracket refers to": (
        PROSE + "\n\nThe mules were counted twice (1).\n\n*\n\n" + PROSE,
        2,
        "(1) Archive of the valley, box 12.",
        "footnote",
    ),
    "an aside that begins with a bracket": (
        PROSE + "\n\nThe mules were counted twice.\n\n*\n\n" + PROSE,
        2,
        "(1) is the first of the counts, and the wrong one.",
        "body",
    ),
    "words of somebody that head a part": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        '"We Shall Not Wait for Spring"',
        "heading",
    ),
    "words of somebody that are said": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        '"We shall not wait for spring"',
        "body",
    ),
    "an instrument between two parties": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "AGREEMENT\nbetween the Valley of Norham and the Valley of Skerry on the Keeping of the Road over the Pass and on the Feeding of the Mules",
        "heading",
    ),
    "a word in capitals that begins a sentence": (
        PROSE + "\n\n*\n\n" + PROSE,
        1,
        "NOBODY\nwas on the road that night, and nobody came to the inn.",
        "body",
    ),
    "a section counted in brackets": (
        "同志们：\n\n*\n\n各站自己动手，就地取材，节省了大部分费用。",
        1,
        "（一）修复道路",
        "heading",
    ),
    "a point counted in brackets": (
        "今后要做三件事：\n\n*\n\n（二）培养看守\n\n（三）公布账目",
        1,
        "（一）修复道路",
        "list_item",
    ),
    "a sentence that ends with a day beside a caption": (
        PROSE + "\n\nFig. 2. The inn in winter\n\n*\n\n" + PROSE,
        2,
        "The inn was shut on November 11, 1919.",
        "body",
    ),
    "what a second picture shows": (
        PROSE + "\n\nFig. 2. The inn in winter\n\n*\n\n" + PROSE,
        2,
        "The innkeeper and his three daughters at the door, 1919.",
        "caption",
    ),
    "a page digit by digit": (
        "峠の道は十一月から五月まで閉ざされ、越えようとする者は海を回るよりほかになかった。\n\n*\n\n宿の主人はそれを喜んだ。",
        1,
        "一七",
        "page_furniture",
    ),
    "a chapter counted in Japanese": (
        "峠の道は十一月から五月まで閉ざされ、越えようとする者は海を回るよりほかになかった。\n\n*\n\n宿の主人は雪の降る日を一日も忘れずに待っていて、客が来るたびにそれを話した。",
        1,
        "十七",
        "heading",
    ),
}


@pytest.mark.parametrize(("setting", "index", "line", "role"), CASES.values(), ids=CASES.keys())
def test_line(setting, index, line, role):
    text = setting.replace("*", line, 1)
    labels = label_roles(text, segment(text))
    assert labels[index].role == role, labels[index]


def test_project_gutenberg_s_frame_is_no_content_and_the_book_inside_is():
    text = (
        "The Project Gutenberg EBook of The Pass, by Ada Merriweather\n\nThis eBook is for the use of anyone anywhere at no cost.\n\n"
        "Title: The Pass\n\nAuthor: Ada Merriweather\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE PASS ***\n\n"
        f"THE PASS\n\nI\n\n{PROSE}\n\n{PROSE}\n\n*** END OF THIS PROJECT GUTENBERG EBOOK THE PASS ***\n\nUpdated editions will replace the previous one."
    )
    roles = [label.role for label in label_roles(text, segment(text))]
    assert roles == ["boilerplate"] * 5 + ["title", "heading", "body", "body"] + ["boilerplate"] * 2


def test_page_numbers_rise_and_chapter_numbers_head_chapters():
    pages = "\n\n".join(f"{PROSE[:-1]}\n\n{PROSE}\n\n{PROSE}\n\n{number}" for number in range(11, 16))
    roles = {
        one.text: label.role
        for one, label in zip(segment(pages), label_roles(pages, segment(pages)), strict=True)
    }
    assert {roles[str(number)] for number in range(11, 16)} == {"page_furniture"}
    chapters = "\n\n".join(f"{number}\n\n" + "\n\n".join([PROSE] * 9) for number in range(1, 5))
    roles = {
        one.text: label.role
        for one, label in zip(segment(chapters), label_roles(chapters, segment(chapters)), strict=True)
    }
    assert {roles[str(number)] for number in range(1, 5)} == {"heading"}


def test_the_lines_that_documents_share_are_counted_once_a_document():
    documents = [
        ["Home page", "Home page", "a"],
        ["Home page", "One story"],
        ["Home page", "Another"],
        ["One story"],
    ]
    assert survey_lines(documents) == {"Home page"}
    assert survey_lines(reversed(documents)) == {"Home page"}
    assert survey_lines([]) == frozenset()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("14. Januar 2020, 9:21 Uhr 571 Kommentare", "date"),
        ("3 mai 2012 | Culture | 5 commentaires", "place_date"),
        ("By Ada Merriweather | 27.06.2018 09:54 | Comments", "place_date"),
        ("23.06.2016 um 16:14 Uhr - Henrike Sommerfeld - 91 Kommentare", "place_date"),
        ("12 апреля 2016, 14:35 | 3 комментария", "date"),
        ("2019.03.14 댓글 3", "date"),
        ("11.05.2012, 10:22 von hafenkatze", "date"),
        ("Gespeichert von hafenkatze am 24. Juli 2017 - 18:55", "date"),
        ("Veröffentlicht am 6. Juli 2015 von Henrike Sommerfeld — Hinterlasse eine Antwort", "place_date"),
        # counts and names without a date, and sentences
        ("571 Kommentare", None),
        ("Im Jahr 2012 kamen 5 Kommentare", None),
        ("Am 11.05.2012 um 10:22 Uhr kam der Zug von gestern", None),
        ("Gespeichert von hafenkatze", None),
    ],
)
def test_what_dates_a_posting_says_more(line, rule):
    assert is_dateline(line, len(line), built_in()) == rule


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Eine Analyse von Henrike Sommerfeld", True),
        ("Un article de Maëlle Kerjean", True),
        ("Eine Analyse von Daten", False),
        ("Un article de Paris", False),
    ],
)
def test_who_wrote_what_kind_of_text(line, expected):
    assert is_byline(line, len(line)) is expected
