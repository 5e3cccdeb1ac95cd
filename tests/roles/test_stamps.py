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
    "12.05.2014 | 14:30 Uhr | dpa",
    "Courier.com - 12/05/2014, 14:30 WIB",
    "May 12, 2014, 2:30 p.m. ET",
]
OTHERS = [
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
