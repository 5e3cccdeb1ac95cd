"""Lines in the head, the middle and the foot of captured pages: beside what has a role stands what only looks like it."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PROSE = "The road over the pass was closed from November to May, and whoever had to cross it went round by the sea.\n"
PROSE_KO = "고갯길은 동짓달부터 이듬해 봄까지 막혀 있었으므로 그 길을 넘어야 하는 사람들은 모두 바다를 따라 먼 길을 돌아갔다.\n"
MENU = "Skip to content\nHome\nNews\nCulture\nSign in\nHome > News > Roads\n"
MENU_KO = "본문 바로가기\nHOME\n재단소개\n알림마당\nHOME > 알림마당 > 보도자료\n"
FOOT = "Related stories\nThe ferry is late again\nContact us\n© 2019 The Courier. All rights reserved.\n"
FOOT_KO = "목록\n개인정보처리방침\nCOPYRIGHT(C) 2019 고갯길재단 ALL RIGHTS RESERVED.\n"
TITLE = "The pass will stay closed until the bridge is mended"
BYLINE = "By Ada Marsh\n14 March 2019\n"
STANDFIRST = "From November to May nobody crosses it. A visit to those who live there all the same."

CASES = {
    "a title over its standfirst and byline": (
        MENU + f"*\n{STANDFIRST}\n{BYLINE}Share\nTwitter\n{PROSE}{PROSE}{FOOT}",
        TITLE,
        "title",
    ),
    "the byline under a standfirst": (
        MENU + f"{TITLE}\n{STANDFIRST}\n*\n14 March 2019\n{PROSE}{PROSE}{FOOT}",
        "By Ada Marsh",
        "dateline",
    ),
    "a title over a second one": (
        MENU + f"*\n\nWhat the people of the upper valley say about it\n\n{BYLINE}\n{PROSE}{PROSE}{FOOT}",
        TITLE,
        "title",
    ),
    "no title but the last of three stories over it": (
        MENU + f"The ferry has been late on every day of this week\n*\n{TITLE}\n{BYLINE}{PROSE}{PROSE}{FOOT}",
        "What the people of the upper valley say about it",
        "navigation",
    ),
    "a title with a number of a contest": (
        MENU_KO + f"*\n작성자\t관리자\n작성일\t2018-09-14\n조회수\t102\n{PROSE_KO}{PROSE_KO}{FOOT_KO}",
        "제12회 고갯길 이야기 공모전 수상작 발표",
        "title",
    ),
    "who wrote it, and when, in rows": (
        MENU_KO
        + f"고갯길 이야기 공모전 수상작 발표\n*\n작성일\t2018-09-14\n조회수\t102\n{PROSE_KO}{PROSE_KO}{FOOT_KO}",
        "작성자\t관리자",
        "dateline",
    ),
    "a row of a table with a date": (
        PROSE_KO + f"이름\t날자\n*\n바다길\t2018-09-15\n{PROSE_KO}",
        "고갯길\t2018-09-14",
        "table",
    ),
    "a sentence over Korean text": (
        MENU_KO + f"고갯길 이야기 공모전\n작성일\t2018-09-14\n*\n{PROSE_KO}{PROSE_KO}{FOOT_KO}",
        "안녕하십니까. 고갯길재단입니다.",
        "body",
    ),
    "who wrote it, with a colon": (
        MENU + f"{TITLE}\n*\nErstellt: Samstag, 12. Mai 2012\n{PROSE}{PROSE}{FOOT}",
        "Geschrieben von: Redaktion",
        "dateline",
    ),
    "who wrote it and when, and what was counted": (
        MENU + f"{TITLE}\n*\n{PROSE}{PROSE}{FOOT}",
        "By Ada Marsh on June 29, 2014 08:08 pm @adamarsh 76Comments",
        "dateline",
    ),
    "the paper, the day and the author, parted by signs": (
        MENU + f"{TITLE}\n*\n{PROSE}{PROSE}{FOOT}",
        "The Courier | 04.05.2015 at 13:36 • Updated 05.05.2015 at 20:13 | By Ada Marsh (with John Reed and Ann Lee)",
        "dateline",
    ),
    "the author and the paper before the hour": (
        MENU + f"{TITLE}\n*\n{PROSE}{PROSE}{FOOT}",
        "Ada Marsh, THE COURIER 8:42 a.m. EDT October 3, 2014",
        "dateline",
    ),
    "a heading with a name and a year": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{PROSE}{PROSE}{FOOT}",
        "Ada Marsh and the Sea in 1914",
        "heading",
    ),
    "a title over buttons that no menu tells": (
        MENU + f"*\nSend\nPrint Piece\n{BYLINE}{PROSE}{PROSE}{FOOT}",
        TITLE,
        "title",
    ),
    "what breaks into a text": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\nThe ferry and the mill\n{PROSE}{PROSE}{FOOT}",
        "Advertisement",
        "boilerplate",
    ),
    "a heading under what breaks into a text": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}Anzeige\n*\n{PROSE}{PROSE}{FOOT}",
        "The ferry and the mill",
        "heading",
    ),
    "no advertisement but a heading about one": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{PROSE}{PROSE}{FOOT}",
        "Advertisement Before the War",
        "heading",
    ),
    "how long a page takes to read": (
        MENU + f"{TITLE}\n{BYLINE}*\n{PROSE}{PROSE}{FOOT}",
        "Lesezeit: 5 Minuten",
        "boilerplate",
    ),
    "how long it took to cross": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}*\n{PROSE}{FOOT}",
        "It was a walk of five minutes from the ferry to the mill.",
        "body",
    ),
    "a chairman under a text": (
        MENU
        + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\nChairman, Friends of the Upper Valley\nBern, April 15, 2017\n{FOOT}",
        "Berta Kohl",
        "signature",
    ),
    "no chairman but the title of another story": (
        MENU
        + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\nApril 15, 2017\nWhat the ferryman saw that night\nApril 14, 2017\n{FOOT}",
        "Ferry Runs Again",
        "navigation",
    ),
    "who signs behind the line that says whom to ask": (
        MENU_KO
        + f"고갯길 이야기 공모전\n작성일\t2018-09-14\n{PROSE_KO}{PROSE_KO}문의: 기록사업팀 02-000-0000\n2018년 9월 14일\n*\n{FOOT_KO}",
        "고갯길재단 이사장 최윤식",
        "signature",
    ),
    "the link to an imprint": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}Kommentare\n*\nDatenschutz\nKontakt\n© 2016 Elbe-Kurier",
        "Impressum",
        "navigation",
    ),
    "an imprint": (
        f"{TITLE}\n\n{PROSE}\n{PROSE}\n*\n\nUpper Valley Press, Bern 1986\n\nPrinted by Marsh and Sons",
        "Impressum",
        "imprint",
    ),
    "a picture and its agency": (
        MENU + f"{TITLE}\n{BYLINE}*\n{PROSE}{PROSE}{FOOT}",
        "El alcalde abre el puente, este sábado. / EFE",
        "caption",
    ),
    "a picture and who has the rights in it": (
        MENU + f"{TITLE}\n{BYLINE}*\n{PROSE}{PROSE}{FOOT}",
        "La vallée sous la neige, vue du col. © Archives municipales",
        "caption",
    ),
    "whose page it is": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}Related stories\nThe ferry is late again\n*",
        "© 2014 Archives municipales",
        "boilerplate",
    ),
    "a picture in a Japanese paper": (
        "ホーム\nニュース\nログイン\nホーム ＞ ニュース ＞ 地域\n\n峠の道に記念碑\n\n2019年12月10日\n\n*\n\n"
        + "　峠の道は十一月から五月まで閉ざされており、そこを越えなければならない人は皆、海沿いの道を遠回りして歩いたという。\n\n"
        * 2
        + "関連記事\n渡し船また遅れる\n利用規約",
        "記念碑の前で献花する参加者＝９日、新潟市中央区",
        "caption",
    ),
    "two names in one": (
        "峠の道\n\n*\n\n　峠の道は十一月から五月まで閉ざされており、そこを越えなければならない人は皆、海沿いの道を遠回りして歩いたという。\n\n",
        "マルクス＝レーニン主義",
        "heading",
    ),
    "the row of a catalogue that holds a date": (
        MENU + f"{TITLE}\nReference:\tFO 262\nTitle:\tLetters\n*\nExtent:\t1 volume\n{PROSE}{PROSE}{FOOT}",
        "Date:\t1902 Jan - 1902 Dec",
        "table",
    ),
    "a title in quotation marks over what it is": (
        MENU + f"*\nA conversation with the ferryman\n{BYLINE}\n{PROSE}{PROSE}{FOOT}",
        '"The Sea Is Mostly Silence"',
        "title",
    ),
    "a link to the page before": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{FOOT}",
        "< Zurück",
        "navigation",
    ),
    "links to the pages before and after": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{FOOT}",
        "Prev | Next",
        "navigation",
    ),
    "a type in a list of parameters": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{PROSE}{PROSE}{FOOT}",
        "<Array>",
        "body",
    ),
    "an entry of a menu set as a list": (
        f"Friends of the Upper Valley\n• News\n• About us\n*\n• Join\n\n{TITLE}\n{BYLINE}{PROSE}{PROSE}{FOOT}",
        "• What the statutes say",
        "navigation",
    ),
    "a point of a list": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}There was then no\n• News\n*\n• bread\n{PROSE}{PROSE}{FOOT}",
        "• money to pay the ferryman",
        "list_item",
    ),
    "a title that the path of the page ends with": (
        f"Plan your visit\nCollections\nShop\nHome / Collections / Ceramics / Jar with a dragon\n\n*\n\nMade in\nBern\n\nPorcelain, painted in cobalt blue\n\n{PROSE}\n{PROSE}\nYou may also like\nBrush pot\n© 2021 The Museum",
        "Jar with a dragon",
        "title",
    ),
    "the words of somebody over a part": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{PROSE}{PROSE}{FOOT}",
        "‘A life in two languages’",
        "heading",
    ),
    "the words of somebody in the text": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{PROSE}{PROSE}{FOOT}",
        "“And by sea it is nearer still.”",
        "body",
    ),
    "a heading with a bar": (
        MENU + f"{TITLE}\n{BYLINE}{PROSE}{PROSE}*\n{PROSE}{PROSE}{FOOT}",
        "Ferry | Mill",
        "heading",
    ),
    "a section counted in Chinese characters": (
        "山路修缮工程\n\n山路从十一月到五月都是封闭的，要过山的人只好沿着海边绕很远的路走，因此大家商定今年一定要把这条路修好，不能再拖下去了。\n\n*\n（一）新建桥梁一座；\n（二）修缮水磨一处。\n",
        "一、工程主要内容",
        "heading",
    ),
    "points counted in Chinese characters": (
        "山路修缮工程\n\n山路从十一月到五月都是封闭的，要过山的人只好沿着海边绕很远的路走，因此大家商定今年要准备下列各项：\n一、大米\n二、食油\n*\n山路从十一月到五月都是封闭的，要过山的人只好沿着海边绕很远的路走，因此大家商定今年一定要把这条路修好，不能再拖下去了。\n",
        "三、茶叶",
        "list_item",
    ),
}


@pytest.mark.parametrize(("page", "line", "role"), CASES.values(), ids=CASES.keys())
def test_line_of_a_page(page, line, role):
    text = page.replace("*", line, 1)
    place = text.rindex(line)
    found = [
        label
        for one, label in zip(segment(text), label_roles(text, segment(text)), strict=True)
        if one.span.start <= place < one.span.end
    ]
    assert [label.role for label in found] == [role], found


@pytest.mark.parametrize(
    ("menu", "title"),
    [
        ("Home\nThe valley\nCoaching\nSkills\n\nHome\nThe valley\nCoaching\nSkills\n\n", TITLE),
        # a short title that is said again, where nothing else is
        ("Home\nThe valley\nCoaching\n\nSkills\n\nThe valley\n\nBridges\n\n", "The valley"),
    ],
)
def test_an_entry_of_a_menu_that_is_printed_twice_is_no_title(menu, title):
    text = f"Skip to content\n{menu}{TITLE}\n\n{PROSE}\n{PROSE}\n{FOOT}"
    found = segment(text)
    titles = {
        one.text for one, label in zip(found, label_roles(text, found), strict=True) if label.role == "title"
    }
    assert titles == {title}
