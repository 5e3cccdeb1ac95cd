"""What readers wrote under the text of a captured page, and the menus that stand there."""

import pytest

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PROSE = "The road over the pass was closed from November to May, and whoever had to cross it went round by the sea."
PAGE = f"Skip to content\n\nHome\nNews\n\nThe Pass\n\n3 March 2011\n\n{PROSE}\n\n{PROSE}\n\n"


BUTTONS = ("Reply", "Ответить", "Répondre", "返信")


def labels(text):
    found = segment(text)
    return {one.text: label for one, label in zip(found, label_roles(text, found), strict=True)}


@pytest.mark.parametrize(
    "comments",
    [
        "2 Comments\nMary T. says:\nI was there\nReply\nAdmin:\nWhen exactly?\nReply",
        "Комментариев: 2\nНаталья:\n11.10.2015 в 08:15\nЯ там была\nОтветить",
        "1 comentario en “The Pass”\nJulio dice:\n18 junio, 2012 a las 16:20\nMuy buena",
        "Vos réactions (2)\nJeannot\nle 18 juin 2012 à 16:20\nJ'y étais\nRépondre",
        "この記事へのコメント（1件）\n匿名\n2012年6月18日 16:20\n行ってみたいです\n返信",
        "댓글목록\n길손님의 댓글\n길손 작성일 15-10-09 22:40\n저도 갔습니다!",
    ],
)
def test_who_comments_and_when_is_a_notice(comments):
    found = labels(PAGE + comments.replace("\n", "\n\n") + "\n\nArchives\nMay 2011\nApril 2011\n")
    lines = [line for line in comments.split("\n")[1:] if line not in BUTTONS]
    assert {found[line].role for line in lines} == {"boilerplate"}
    assert found["May 2011"].role == found["April 2011"].role == "navigation"


def test_a_menu_under_a_button_to_comment_holds_no_comments():
    found = labels(PAGE + "Leave a comment\n\nOlder stories\nThe inn at the pass\nThe road by the sea\n")
    assert found["The inn at the pass"].role == found["The road by the sea"].role == "navigation"


def test_the_latest_comments_of_a_site_are_a_menu():
    found = labels(PAGE + "Recent Comments\nMary on The Pass\nJohn on The inn\n\nSearch\nReply to us\n")
    assert found["Mary on The Pass"].role == "navigation"


def test_a_section_about_comments_is_of_the_text():
    text = f"Comments on the law\n\n{PROSE}\n\nThe law came into force at 10:00.\n\n{PROSE}\n\nArchives\nMay 2011\n"
    found = labels(PAGE + text)
    assert found["Comments on the law"].role == "heading"
    assert found["The law came into force at 10:00."].role == "body"


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("Connectez-vous pour commenter", "navigation"),
        ("Jeannot a raison", "boilerplate"),
    ],
)
def test_who_may_comment_is_said_under_the_comments(last, role):
    said = f"Vos réactions (1)\n\nOdile\n\nle 18 juin 2012 à 16:20\n\nJ'y étais\n\n{last}\n\nLa criée\nLe phare\n"
    found = labels(PAGE + said)
    assert found["La criée"].role == found["Le phare"].role == role


def test_topics_under_a_text_file_it_and_in_a_text_are_told():
    told = "Tema: a casa do moinho, dizia o cartaz que os vizinhos tinham pregado na porta da igreja."
    filed = "Temas: moinho, ofícios"
    found = labels(f"{PAGE}{told}\n\n{PROSE}\n\n{filed}\n\nArchives\nMay 2011\n")
    assert found[told].role == "body"
    assert found[filed].role == "boilerplate"


@pytest.mark.parametrize(
    ("over", "role"),
    [
        ("La dernière péniche de Saint-Aubret change de quai", "dateline"),
        ("Accueil > Portraits > Marins", "title"),
    ],
)
def test_a_name_between_a_title_and_a_date_signs(over, role):
    head = f"{over}\nOdile Le Bihan\n3 mars 2011, 14:35\n\n12 vues\n\n"
    found = labels(f"Aller au contenu\nAccueil\n\n{head}{PROSE}\n\n{PROSE}\n\nArchives\nMay 2011\n")
    assert found["Odile Le Bihan"].role == role


LONG = "\n\n".join(f"{PROSE} {number}. {PROSE}" for number in (1, 2, 3))


@pytest.mark.parametrize(
    "comments",
    [
        f"Mary T. 20. Juni 2018 um 10:29 Uhr - Antworten\n\n{LONG}",
        f"Comment by Mary T. — 17.07.2011 @ 13:04\n\n{LONG}",
        f"Мария\n\n3 дня назад\n\n{LONG}\n\nОтветить",
    ],
)
def test_long_comments_do_not_belong_to_the_text(comments):
    text = f"{PAGE}{comments}\n\nArchives\nMay 2011\n"
    found = segment(text)
    roles = [
        label.role for one, label in zip(found, label_roles(text, found), strict=True) if PROSE in one.text
    ]
    assert roles == ["body"] * 2 + ["boilerplate"] * 3


@pytest.mark.parametrize(
    "told",
    [
        f"20 June 2018, 10:29\n\n{LONG}\n\n20 June 2018, 11:40",
        f"The 2 comments of the judge\n\n{LONG}",
        f"The inn\n\n20 June 2018, 10:29 | 3 comments\n\n{LONG}",
    ],
)
def test_a_day_told_by_the_minute_is_of_the_text(told):
    text = f"{PAGE}{told}\n\n{PROSE}\n\nArchives\nMay 2011\n"
    found = segment(text)
    roles = {
        label.role for one, label in zip(found, label_roles(text, found), strict=True) if PROSE in one.text
    }
    assert roles == {"body"}


AR = "بعد أربعين عاما من الصمت عاد النول الخشبي الكبير إلى العمل في بيت الحرف، وجلست أمامه ثلاث نساء من القرية ينسجن."


@pytest.mark.parametrize(
    ("over", "name", "role"),
    [
        ("نوال القرية يعود إلى العمل بعد أربعين عاما", "سلمى الحداد", "dateline"),
        # a title in two words under a line that is not longer
        ("أخبار القرية", "عودة النوال", "title"),
    ],
)
def test_a_name_without_capitals_signs_under_a_long_title(over, name, role):
    text = f"الرئيسية\nأخبار\n\n{over}\n{name}\nالخميس 17 مايو 2018\n\n{AR}\n\n{AR}\n\nجميع الحقوق محفوظة © 2018\n"
    assert labels(text)[name].role == role


def test_entries_of_a_menu_behind_comments_are_none():
    text = (
        f"{PAGE}2 Comments\nMary T.\n3 May 2011 10:20\nI was there\nReply\n\nThe harbour\nOur crew\nContact\n"
    )
    found = labels(text)
    assert found["The harbour"].role == found["Our crew"].role == "navigation"
    assert found["Mary T."].role == found["I was there"].role == "boilerplate"


def test_what_readers_wrote_under_their_names_is_no_menu():
    told = "Mary T., 3 May 2011 / 10:20 Reply\nSeven decades\nJohn, 4 May 2011 / 11:00 Reply\nThe road by the sea\n"
    found = labels(f"{PAGE}{told}\nArchives\nJune 2011\n")
    assert found["Seven decades"].role == found["The road by the sea"].role == "boilerplate"
    assert found["June 2011"].role == "navigation"
