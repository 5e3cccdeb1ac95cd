"""What documents say of themselves."""

# ruff: noqa: E501 - a case is easier to read in one line

import pytest

from corpus_pkg.model import Mention, Span
from corpus_pkg.parse.describe import describe
from corpus_pkg.parse.describe.names import find_author
from corpus_pkg.parse.describe.places import find_publisher, find_section, find_site
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
    "a speech: the speaker alone between the title and the day": (
        f"Address at the Opening of the Pass\n\nHarriet Colley\nGull Bay, 4 October 1987\n\n{PROSE}",
        {"4 October 1987": "1987-10-04"},
        {"title": "Address at the Opening of the Pass", "author": "Harriet Colley"},
        ("1987-10-04", "dateline"),
    ),
    "a speech: the speaker in the line under the title": (
        f"More Light\n\nDiscours prononcé par la présidente Ada Merriweather au congrès des allumeurs\n\n{PROSE}\n\n{PROSE}",
        {},
        {"title": "More Light", "author": "Ada Merriweather"},
        (None, "none"),
    ),
    "an interview: the person before the paper": (
        f"The Pass Is Closed\n\nAda Merriweather / The Courier\n\n{PROSE}",
        {},
        {"title": "The Pass Is Closed", "author": "Ada Merriweather"},
        (None, "none"),
    ),
    "a page: the person with an office over the title, and the minute under it": (
        f"Ada Merriweather, Deputy Warden of the Upper Pass\n\nThe Long Winter of the Pass and Its Carters\n\n18/05/2020 10:36\n\n{PROSE}",
        {"18/05/2020 10:36": "2020-05-18T10:36"},
        {"title": "The Long Winter of the Pass and Its Carters", "author": "Ada Merriweather"},
        ("2020-05-18", "dateline"),
    ),
    "a library's header: what it calls the text, and when that appeared": (
        (
            "Titre : L'Écho du Col : journal politique\nÉditeur : Imprimerie du Col (Lille)\nDate d'édition : 1905-12-05\n"
            "Type : texte\nLangue : français\nDroits : Consultable en ligne\nIdentifiant : ark:/12148/bd6t\n"
            f"Date de mise en ligne : 11/08/2021\n\nNOS ENFANTS\n\n{PROSE}"
        ),
        {"1905-12-05": "1905-12-05", "11/08/2021": "2021-08-11"},
        {"title": "L'Écho du Col : journal politique", "publisher": "Imprimerie du Col (Lille)"},
        ("1905-12-05", "imprint"),
    ),
    "a report of an agency: the day before its dash": (
        f"The Pass Is Closed\n\nBERN, Nov. 5, 2015 (NTA) -- {PROSE}",
        {"Nov. 5, 2015": "2015-11-05"},
        {"title": "The Pass Is Closed"},
        ("2015-11-05", "dateline"),
    ),
    "a report that tells of a day": (
        f"The Pass Is Closed\n\nOn Nov. 5, 2015 the bridge fell. {PROSE}",
        {"Nov. 5, 2015": "2015-11-05"},
        {"title": "The Pass Is Closed"},
        (None, "none"),
    ),
    "a report: who delivered it": (
        f"Report on the Pass\n\nDelivered by Comrade A. Lind on November 5, 1922\n\n{PROSE}",
        {"November 5, 1922": "1922-11-05"},
        {"title": "Report on the Pass", "author": "A. Lind"},
        ("1922-11-05", "dateline"),
    ),
    "a declaration: the secretary signs for the committee": (
        f"Déclaration\n\n{PROSE}\n\n{PROSE}\n\nSaint-Armel, le 7 juin 1936\n\nPour le comité,\nLe secrétaire, Louis Kervran",
        {"7 juin 1936": "1936-06-07"},
        {"title": "Déclaration", "author": "Louis Kervran"},
        ("1936-06-07", "dateline"),
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
    "a magazine: its number with the year, the section, and the day of the article": (
        f"KOREA TODAY No. 7 (Juche 108(2019))\nSociety\nOrchard beneath the Pass of Songak\nText: Pak Ui Chol\n2019.6.24.\n{PROSE}",
        {"2019": "2019", "2019.6.24": "2019-06-24"},
        {"title": "Orchard beneath the Pass of Songak", "author": "Pak Ui Chol", "section": "Society"},
        ("2019-06-24", "dateline"),
    ),
    "a title of one word is no section": (
        f"Winter\nA Memoir of the Pass\nBy Ada Merriweather\n{PROSE}",
        {},
        {"title": "Winter", "author": "Ada Merriweather"},
        (None, "none"),
    ),
    "a page that was changed: the day on which it was published": (
        f"The Pass\n\nPublished 14 March 2019\n\nUpdated 15 March 2019\n\n{PROSE}",
        {"14 March 2019": "2019-03-14", "15 March 2019": "2019-03-15"},
        {"title": "The Pass"},
        ("2019-03-14", "dateline"),
    ),
    "a page: under its menus the title, what it says more, and the day with the author": (
        (
            "Home\nContact us\nLog in\nSearch\n\nSnow closes the road over the pass until spring\n\n"
            "Walkers are asked to go round by the sea.\n\nby Ada Merriweather - 14 March 2019\n\n"
            f"{PROSE}\n\n{PROSE}\n\nPrivacy policy\n© 2021 The Pass"
        ),
        {"14 March 2019": "2019-03-14", "2021": "2021"},
        {
            "title": "Snow closes the road over the pass until spring",
            "author": "Ada Merriweather",
            "site": "The Pass",
        },
        ("2019-03-14", "dateline"),
    ),
    "who wrote a page behind the day": (
        f"The Pass\n\n14 March 2019 by Ada Merriweather\n\n{PROSE}",
        {"14 March 2019": "2019-03-14"},
        {"title": "The Pass", "author": "Ada Merriweather"},
        ("2019-03-14", "dateline"),
    ),
    "where a day is dated by a place that begins like a name": (
        f"The Pass\n\n14 March 2019, by the Old Mill\n\n{PROSE}",
        {"14 March 2019": "2019-03-14"},
        {"title": "The Pass"},
        ("2019-03-14", "dateline"),
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


TITLE = ("The Pass in Winter", "title", "title")


@pytest.mark.parametrize(
    ("crumbs", "section"),
    [
        (["Home > World > Asia"], "Asia"),
        (["您当前的位置：首页 > 新闻 > 国际"], "国际"),
        (["首页 > 国际新闻 > 正文"], "国际新闻"),
        (["Vous êtes ici : Accueil > Actualités > Communiqués"], "Communiqués"),
        (["Главная » История"], "История"),
        (["Home › Travel › The Pass in…"], "Travel"),
        (["Prensa", "Inicio / Prensa / Notas"], "Notas"),
        (["الرئيسية > دولي > آسيا"], "آسيا"),
        (["صفحه نخست » فرهنگی » میراث فرهنگی"], "میراث فرهنگی"),
        (["דף הבית » חדשות » עבודה"], "עבודה"),
        (["राज्य", "होम / राज्य / उत्तराखंड"], "उत्तराखंड"),
        (["หน้าหลัก » ข่าว » แรงงาน"], "แรงงาน"),
        (["Você está aqui: Página Inicial > Assuntos > Notícias"], "Notícias"),
        (["होम / देश / खेल"], None),
        # menus, sums and the page itself are no section
        (["Home / News / Contact / About us"], None),
        (["Home | News | Sport"], None),
        (["Home > The Pass in Winter"], None),
        (["Sierra Leone > Liberia > Ghana"], None),
        (["Home"], None),
    ],
)
def test_section_in_the_breadcrumbs(crumbs, section):
    lines = [(text, "navigation", "menu_start") for text in crumbs]
    assert find_section([*lines, TITLE], "The Pass in Winter") == section
    assert find_section([TITLE, *lines], "The Pass in Winter") is None


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Travel 2011.3.3.", "Travel"),
        ("최근 수정 시각: 2021-11-03", None),
        ("Last updated: 2020-02-14", None),
        ("Thứ Sáu, 2019-03-01", None),
        ("עודכן לאחרונה: 15.02.2018", None),
        ("آخر تحديث: 13-03-2019", None),
        ("Güncelleme: 24.06.2019", None),
        ("Stand 2015-01-03", None),
        ("Standpunkte 2015-01-03", "Standpunkte"),
    ],
)
def test_what_stands_before_a_date_is_a_section_or_a_label(line, section):
    assert find_section([TITLE, (line, "dateline", "place_date")], TITLE[0]) == section


@pytest.mark.parametrize(
    ("line", "role", "author"),
    [
        ("2012年08月09日 10:26 来源：东方晨报 作者：王建国", "dateline", "王建国"),
        ("文・写真：佐藤美咲", "heading", "佐藤美咲"),
        ("文・写真＝桑原みどり", "dateline", "桑原みどり"),
        ("글=김철수 사진=박영희", "dateline", "김철수"),
        ("기자명 송은결 기자", "dateline", "송은결"),
        ("Publié le 7 octobre 2014 par Hélène Varenne", "dateline", "Hélène Varenne"),
        ("Posted on 3 May 2009 by Ada Merriweather at 9:12", "dateline", "Ada Merriweather"),
        ("작성자 바닷바람 댓글 3건 조회 12회 작성일 19-08-14 22:51", "dateline", "바닷바람"),
        ("By Kim Chol Nam", "dateline", "Kim Chol Nam"),
        ("By Ada Merriweather on 3 May 2009", "dateline", "Ada Merriweather"),
        ("كتب: سامح عبد الحميد", "dateline", "سامح عبد الحميد"),
        ("מאת: יעל ברקוביץ'", "dateline", "יעל ברקוביץ'"),
        ("रिपोर्ट: कमल रावत, पौड़ी", "dateline", "कमल रावत"),
        ("โดย ทีมข่าวแรงงาน", "dateline", "ทีมข่าวแรงงาน"),
        ("Haber: Elif Yıldırım", "dateline", "Elif Yıldırım"),
        ("Penulis: Rina Wulandari | Editor: Bambang Setiawan", "dateline", "Rina Wulandari"),
        ("by: Ada Merriweather", "dateline", "Ada Merriweather"),
        ("Door Jan Jansen op 12 mei 2014", "dateline", "Jan Jansen"),
        ("2014-05-12 14:30:00 | 홍길동 기자", "dateline", "홍길동"),
        ("홍길동 기자 입력 2014.05.12 14:30", "dateline", "홍길동"),
        ("입력 2014.05.12 기자회견 안내", "dateline", None),
        (
            "The Courier | 04.05.2015 at 13:36 • By Ada Merriweather (with John Reed)",
            "dateline",
            "Ada Merriweather",
        ),
        ("By Ada Merriweather March 18 at 12:22 PM Follow @ada", "dateline", "Ada Merriweather"),
        ("By Ada March, 3 May 2009", "dateline", "Ada March"),
        ("By Ada Merriweather eCourier Contributor", "dateline", "Ada Merriweather"),
        ("By Ada Merriweather Features Reviewed by John Reed, MD", "dateline", "Ada Merriweather Features"),
        ("Analysis by Ada Merriweather, the Courier's analyst", "dateline", "Ada Merriweather"),
        ("Haber Elif Yıldırım", "dateline", None),
        ("Oleh karena itu rakyat menolak", "dateline", None),
        ("Της Άρτας το γεφύρι", "title", None),
        ("Door: Jan R. de Jong, afgevaardigde", "dateline", "Jan R. de Jong"),
        ("Door op 28 april 2013", "dateline", None),
        ("Gepubliceerd op 12 mei 2013 door Jan de Wit", "dateline", "Jan de Wit"),
        ("Dodano 12 maja 2013 przez Anna Berg", "dateline", "Anna Berg"),
        ("Написал Иван Соколов 12 мая 2013", "dateline", "Иван Соколов"),
        ("12 Mayıs 2013 tarihinde Elif Yıldırım tarafından gönderildi", "dateline", "Elif Yıldırım"),
        ("Đăng vào 12 Tháng Năm, 2013 bởi Nguyễn Lan", "dateline", "Nguyễn Lan"),
        # who keeps a site is no author
        ("Posted on 3 May 2009 by admin", "dateline", None),
        ("Por admin | Publicado: 12 mayo, 2013", "dateline", None),
        ("作者：管理员 发布时间：2013-05-12", "dateline", None),
        # no author: a place, a part of a sentence, a heading that goes on
        ("Brief von Hamburg, 3. Mai 1920", "dateline", None),
        ("Published on 3 May 2009 by the sea", "dateline", None),
        ("文：言葉について考える", "heading", None),
        ("条文：第三条", "dateline", None),
        ("文：水のように", "heading", None),
    ],
)
def test_author_among_a_page_s_data(line, role, author):
    assert find_author([TITLE, (line, role, "")], TITLE[0]) == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Yours sincerely, Victor Adam", "Victor Adam"),
        ("Ton frère dévoué, Victor", "Victor"),
        ("본사기자 김순영", "김순영"),
        ("홍길동 기자 hong@example.org", "홍길동"),
        ("대통령 이 명 박", "이명박"),
        ("Ada Merriweather, Chair", "Ada Merriweather, Chair"),
        ("기자회 서울지부", "기자회 서울지부"),
    ],
)
def test_author_who_signs(line, author):
    lines = [TITLE, (PROSE, "body", "prose"), (PROSE, "body", "prose"), (line, "signature", "signs")]
    assert find_author(lines, TITLE[0]) == author


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("Copyright © 2000-2023 by www.kcna.kp", "www.kcna.kp"),
        ("Copyright © 2000 - 2022 DBYNEWS.CN All Rights Reserved.", "DBYNEWS.CN"),
        ("版权所有 © 东方晨报社 未经授权不得转载", "东方晨报社"),
        ("版权所有：中国驻朝鲜大使馆 地址：平壤市牡丹峰区域", "中国驻朝鲜大使馆"),
        ("Copyright © 2018 西海新聞社 無断転載を禁じます", "西海新聞社"),
        ("© Association Mémoires d'Asie 2010 – Tous droits réservés", "Association Mémoires d'Asie"),
        ("© 2015 Museo d'Arte Orientale – P. IVA 01234567890", "Museo d'Arte Orientale"),
        ("© J. R. Lind Society 2012", "J. R. Lind Society"),
        ("कॉपीराइट © 2019 पहाड़ समाचार। सभी अधिकार सुरक्षित।", "पहाड़ समाचार"),
        ("สงวนลิขสิทธิ์ © 2560 มูลนิธิข่าวแรงงาน", "มูลนิธิข่าวแรงงาน"),
        ("כל הזכויות שמורות למוזיאון הנמל", "מוזיאון הנמל"),
        ("جميع الحقوق محفوظة للاتحاد العام", "الاتحاد العام"),
        ("کلیه حقوق متعلق به خبرگزاری بندر است", "خبرگزاری بندر"),
        ("© 2019 Todos os direitos reservados", None),
        ("جميع الحقوق محفوظة", None),
        # a point of a list, a notice without a holder, the author
        ("(c) Vessels of 1500 tons and over shall pay 1900 crowns.", None),
        ("本站信息版权所有，未经授权禁止转载。", None),
        ("© Crown copyright", None),
        ("© RIPRODUZIONE RISERVATA", None),
        ("Copyright © 1958 by Ada J. Merriweather", None),
    ],
)
def test_site_that_claims_the_rights(line, site):
    assert find_site([TITLE, (line, "boilerplate", "")], TITLE[0], "Ada J. Merriweather") == site


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Foreign Languages Publishing House Pyongyang, 1978", "Foreign Languages Publishing House"),
        ("First published in 1958 by Harrow & Lyle Ltd 14 Bedford Row", "Harrow & Lyle Ltd"),
        ("Éditions du Seuil, Paris 1978", "Éditions du Seuil"),
        ("人民文学出版社 一九七八年 北京", "人民文学出版社"),
        ("조선로동당출판사 주체67(1978)", "조선로동당출판사"),
        ("Издательство «Прогресс», Москва 1978", "«Прогресс»"),
        ("발행 주체106(2017)년", None),
        ("Printed in Great Britain by the press of the town", None),
    ],
)
def test_publisher_in_an_imprint(line, publisher):
    assert find_publisher([TITLE, (line, "imprint", "imprint")]) == publisher
    assert find_publisher([TITLE, (line, "body", "text")]) is None


def test_a_long_imprint_that_says_nothing_of_its_printing_has_no_date():
    dates = {f"1911, no. {number:04}": "1911" for number in range(2000)}
    text = "Colophon\n\nISBN " + "; ".join(dates) + " " + "A" * 100_000
    segments = segment(text)
    labels = label_roles(text, segments)
    assert [label.role for label in labels] == ["imprint", "imprint"]
    found = describe(text, segments, labels, mentions_of(text, segments, dates))
    assert (found.date_published, found.publisher) == (None, None)
