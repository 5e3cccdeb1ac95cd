"""Lines that say in one who wrote a text and when, and lines that only look like them."""

import pytest

from corpus_pkg.parse.roles.cues import built_in
from corpus_pkg.parse.roles.stamps import filed_by

STAMPS = [
    "By Ada Marsh on June 29, 2014 08:08 pm @adamarsh 76Comments",
    "By Ada Marsh March 18 at 12:22 PM Follow @adamarsh",
    "By Ada Marsh, 5 March",
    "Von Anna Berg – 12. Mai 2014, 14:30 Uhr",
    "Por Juan Pérez, 3 de mayo de 2015 a las 10:30",
    "Di Mario Rossi | 12 maggio 2014 | 10:30",
    "Le Courrier | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13 | Par Luc Martin (avec Anne Leroy)",
    "Ada Marsh, The Courier, 12 May 2014",
    "Late October",
    "NEW YORK CITY MARCH 3, 1950",
    "WELLINGTON SCHOOL, DEPTFORD COMMON, MARCH 3, 1950",
    "12.05.2014 | 14:30 Uhr | dpa",
    "Courier.com - 12/05/2014, 14:30 WIB",
    "May 12, 2014, 2:30 p.m. ET",
    "Veröffentlicht am 12. Mai 2013 von redaktion",
    "Geschrieben von Anna Berg am 12. Mai 2013",
    "Publicado por Ana Lobo el 12 de mayo de 2013",
    "21 septiembre, 2012 · Publicado por: comité",
    "Publié par Comité local le 12 mai 2013",
    "Inserito il 12 maggio 2013 da redazione",
    "Postado por redação em 12/05/2013",
    "Geplaatst op 12 mei 2013 door redactie",
    "Gepubliceerd op 12 mei 2013 door Jan de Wit",
    "Postad den 12 maj 2013 av Anna Berg",
    "Udgivet den 12. maj 2013 af redaktionen",
    "Publisert 12. mai 2013 av redaksjonen",
    "Julkaistu 12.5.2013 kirjoittanut Anna Mäki",
    "Dodano 12 maja 2013 przez Redakcja",
    "Napsal admin dne 12. 5. 2013",
    "Beküldte admin, 2013. május 12.",
    "Postat de redactia pe 12 mai 2013",
    "12 Mayıs 2013 tarihinde admin tarafından gönderildi",
    "Опубликовано admin в Вск, 12/05/2013 - 14:02",
    "Опубліковано 12.05.2013 автором admin",
    "Публикувано на 12.05.2013 от admin",
    "Αναρτήθηκε από admin στις 12 Μαΐου 2013",
    "投稿日: 2013年5月12日 投稿者: admin",
    "发布于 2013 年 5 月 12 日 由 admin",
    "작성일자 2013년 5월 12일 글쓴이 admin",
    "نُشر في 12 مايو 2013 بواسطة admin",
    "Đăng bởi: admin ngày 12/05/2013",
    "Ditulis oleh admin pada 12 Mei 2013",
    "โพสต์เมื่อ 12 พฤษภาคม 2556 โดย admin",
    "ارسال شده در ۱۲ اردیبهشت ۱۳۹۲ توسط مدیر",
    "פורסם ב-12 במאי 2013 על ידי admin",
    "Objavljeno 12. svibnja 2013. Autor: admin",
    "12 मई 2013 को admin द्वारा प्रकाशित",
    "Por admin | Publicado: 12 mayo, 2013",
]
OTHERS = [
    "Published by Harbour Press 1975",
    "SPEECH AT THE CONGRESS 12 MAY 1950",
    "RESOLUTION OF THE THIRD PLENUM, JULY 1950",
    "Written in May 1848 by candlelight",
    "Posted sentries stood by the gate on 12 May 1848",
    "The strike of 12 May 1913 by the river",
    "12 May 1913 by night",
    "Posted to France in 1916 by the War Office",
    "Écrit par les prisonniers du bagne en 1872 et 1873",
    "By the end of June 1950",
    "By Christmas 1944 the war",
    "By land and by sea, 1914",
    "Grace and Peace, October",
    "The ferry | Chapter 4 | By the sea",
    "Le Mag",
    "Ferry | Mill | Bridge of 1914",
    "courier.com has 14:30 trains",
    "In the year 1914 Ada Marsh left",
]


@pytest.mark.parametrize("line", STAMPS)
def test_files(line):
    assert filed_by(line, len(line), built_in()) is not None


@pytest.mark.parametrize("line", OTHERS)
def test_files_nothing(line):
    assert filed_by(line, len(line), built_in()) is None
