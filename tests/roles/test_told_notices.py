"""A text may tell about notices: sentences among running text are its own, notices beside menus are the page's."""

import pytest

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

EN = (
    "The portal was founded in 2003 by two students, who wanted a place for the photographs of their town.",
    "Two years later it was closed, and the photographs came to the museum, where they are kept in nine boxes.",
)
KO = (
    "지난 10년 동안 국회는 개인정보를 다루는 법률을 네 번 고쳤다. 그때마다 단체들은 문제점을 지적하였다.",
    "학자들은 그 까닭을 글이 너무 길고 어렵기 때문이라고 본다. 그래서 짧은 안내문을 권하는 이들도 있다.",
)
DE = (
    "Das Portal wurde 2003 von zwei Studenten gegründet, die einen Ort für alte Bilder ihrer Stadt suchten.",
    "Zwei Jahre später wurde es geschlossen, und die Bilder kamen ins Museum, wo sie in neun Kisten liegen.",
)
ZH = (
    "这个组织由几位法学教授发起，最初只有四名成员，后来在许多国家设立了分支机构。",
    "学者们认为，这些条文过于冗长，普通读者很少真正阅读。他们建议使用简短的说明。",
)
RU = (
    "Портал основали в 2003 году два студента, которые искали место для старых фотографий своего города.",
    "Через два года он был закрыт, и фотографии попали в музей, где они хранятся в девяти ящиках.",
)

TOLD = [
    (EN, "In 2011 its owners wrote a privacy policy of forty pages, and nobody read it."),
    (EN, "The court held in May 2012 that a cookie policy of that kind was void."),
    (EN, "The terms and conditions were changed four times between 2013 and 2016."),
    (EN, "Copyright reform was the other subject of those years in the parliament."),
    (EN, "Creative Commons was founded in 2001, and its licences spread to museums."),
    (KO, "개인정보처리방침을 읽는 사람은 거의 없다는 조사 결과도 나왔다."),
    (KO, "저작권은 작가가 죽은 뒤 70년 동안 보호된다. 2013년 이전에는 50년이었다."),
    (KO, "크리에이티브 커먼즈는 2001년에 세워진 단체이다. 이 단체는 여러 나라에서 활동한다."),
    (DE, "Im Jahr 2011 schrieben die Betreiber eine Datenschutzerklärung, die niemand las."),
    (DE, "Creative Commons wurde 2001 gegründet, und viele Museen nahmen die Lizenzen an."),
    (ZH, "隐私政策在二十一世纪成为各国立法的重点，欧洲在2016年通过了新的条例。"),
    (ZH, "知识共享组织于2001年成立，该国宪法最后修订于1998年，此后没有再作修改。"),
    (RU, "При перепечатке романа в 1956 году цензор вычеркнул две главы и предисловие."),
]

PAGE = "Skip to content\nHome\nAbout us\nArchive\nSign in\n\n{0}\n\n{1}\n\n{notice}\n\nShare\nNext post\nContact\n"
NOTICES = [
    (
        EN,
        "Text is available under the Creative Commons Attribution-ShareAlike License; additional terms may apply.",
    ),
    (EN, "By continuing to browse you accept our privacy policy and the use of cookies."),
    (KO, "이 사이트를 이용하시려면 이용약관과 개인정보처리방침에 동의하셔야 합니다."),
    (DE, "Wir verwenden Cookies. Mehr dazu in unserer Datenschutzerklärung und in den Nutzungsbedingungen."),
    (ZH, "本页面最后修订于2021年3月4日，文字内容采用知识共享署名许可协议。"),
    (RU, "При перепечатке материалов ссылка на сайт обязательна для всех изданий."),
]


def role_of(line, text):
    segments = segment(text)
    labels = zip(segments, label_roles(text, segments), strict=True)
    return next(label.role for segment, label in labels if segment.text == line)


@pytest.mark.parametrize(("prose", "told"), TOLD)
def test_a_sentence_among_running_text_is_body(prose, told):
    assert role_of(told, f"{prose[0]}\n\n{told}\n\n{prose[1]}\n") == "body"


@pytest.mark.parametrize(("prose", "notice"), NOTICES)
def test_a_notice_beside_menus_is_boilerplate(prose, notice):
    assert role_of(notice, PAGE.format(*prose, notice=notice)) == "boilerplate"


def test_who_claims_a_right_among_running_text_tells_nothing():
    claim = "Copyright (c) 1996 Digital Equipment Corporation, Maynard, Massachusetts. All rights reserved."
    assert role_of(claim, f"{EN[0]}\n\n{claim}\n\n{EN[1]}\n") == "boilerplate"
