"""Who signs for others: offices, bodies, and those who act by order of either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.shape import is_cased, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_ORDERED = re.compile(
    r"(?:by (?:order|command|authority|direction) of|(?:for and )?on behalf of|im (?:auftrag|namen) (?:de[rs]|von)"
    r"|par ordre d[eu]|au nom d[eu]|por orden del?|en nombre del?|per ordine d\w+|a nome d\w+|por ordem d\w+"
    r"|em nome d\w+|по (?:приказу|поручению|распоряжению)|от имени)\s"
)
"""How the line begins that says by whose order a notice was put up."""
_BODIES = re.compile(
    r"(?:committee|council|union|party|congress|federation|association|league|board|bureau|society|komitee|rat|verband"
    r"|verein|bund|partei|gewerkschaft|comité|conseil|parti|syndicat|fédération|consejo|sindicato|partido|federación"
    r"|asociación|coordinadora|confederación|plataforma|movimiento|asamblea|associação|sindicatos|comissão|comitê|movimento|collectif|confédération|mouvement|comitato|consiglio|partito|sindacato|associazione|coordinamento|комитет|совет|союз|партия|съезд)\b"
)
"""What a body is called that signs."""
_BODY = 12
"""Words of its name at most."""
_OFFICES = ("局", "部", "厅", "院", "处", "组", "會", "会", "社", "室", "국", "부", "청", "실", "회")
"""How the names of offices end in scripts without capitals."""
_EASTERN, _DAY = 24, 24
"""Letters of such a name, and columns of the day under it, at most."""
_SIGNERS = 4
"""Bodies that sign a page together at most, beside the first."""
_OFFICE = 8
"""Words of a name with an office behind it, at most."""
_YEAR = re.compile(r"\b(?:1[4-9]\d\d|20\d\d|1[4-9]\u2060?[—–-]{1,2})\W*\Z")


def is_office(draft: Draft, index: int, low: str) -> bool:
    """True under a sentence for a line without case that an office opens: ``المكتب السياسي``."""
    return (
        draft.stop[index - 1]
        and not draft.stop[index]
        and not is_cased(low)
        and draft.cues.office.find_start(low) is not None
    )


def signs_for_a_body(draft: Draft, index: int, low: str) -> bool:
    """True right under running text for editors and committees, apart from what follows, or over a place and a day."""
    if not draft.stop[index - 1] or draft.stop[index] or len(low.split()) > _OFFICE or low[-1] in ",:;":
        return False
    below = index + 1
    if below < len(draft) and draft.gap[below] == 0 and draft.text[index][0].isupper():
        return draft.role[below] == "dateline" and draft.rule[below] == "place_date"
    apart = draft.prose[index - 1] and draft.gap_after(index) > draft.gap[index]
    return apart and low in draft.cues.desks


def is_ordered(draft: Draft, index: int, low: str) -> bool:
    """True for by whose order a notice stands there, and for a body over the place and the day or the end of a page."""
    words = low.count(" ") + 1
    above = draft.role[index - 1]
    if words > _BODY or draft.stop[index] or draft.lines(index) > 1:
        return False
    if not draft.stop[index - 1] and above != "signature":
        return False
    if words <= _OFFICE and _ORDERED.match(low):
        return above != "signature"
    if not is_cased(low):
        return _dates_below(draft, index, low)
    found = _BODIES.search(low)
    if found is None or not (found.start() == 0 or title_case(draft.text[index])):
        return False
    if (draft.prose[index - 1] or above == "signature") and _ends_page(draft, index):
        return True
    below = index + 1
    return (
        above != "signature"
        and below < len(draft)
        and not draft.prose[below]
        and (draft.rule[below].startswith("place") or place_and_date(draft, below))
    )


def _dates_below(draft: Draft, index: int, low: str) -> bool:
    """True for an office right under running text and over the day, in a script without capitals: who wrote both."""
    below = index + 1
    return (
        draft.prose[index - 1]
        and below < len(draft)
        and len(low) <= _EASTERN
        and low.endswith((*draft.cues.body, *_OFFICES))
        and draft.rule[below] == "date"
        and draft.size[below] <= _DAY
        and (not draft.gap[index] or below + 1 == len(draft) or draft.gap[index] < draft.gap_after(below))
    )


def _ends_page(draft: Draft, index: int) -> bool:
    """True where nothing of the page's own text follows but another body: its buttons and menus do."""
    below = index + 1
    while (
        below < len(draft)
        and below <= index + _SIGNERS
        and draft.role[below] is None
        and _BODIES.search(fold(draft.text[below]))
    ):
        below += 1
    return below < len(draft) and draft.role[below] in ("navigation", "boilerplate")


def place_and_date(draft: Draft, index: int) -> bool:
    """True for a short line of places with a year."""
    text = draft.text[index]
    return (
        draft.size[index] <= 100
        and "," in text
        and "(" not in text
        and _YEAR.search(text) is not None
        and len(text.split()) <= 9
    )
