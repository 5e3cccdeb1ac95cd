"""Who is quoted, who sings and who signs: attributions, quotations, verse and signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.draft import QUOTE_OPEN, WORD
from corpus_pkg.parse.roles.lists import is_marked
from corpus_pkg.parse.roles.shape import division, is_cased, is_name, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_SPACED = re.compile(r"\w(?: +\w){2,4}\Z")
"""A name in spaced letters: 김 정 일."""
_LETTERED = re.compile(r"(?:\w +){5}\w\Z")
"""More spaced letters than a name has: a title."""
_SERVANT = (
    "obedient servant",
    "humble servant",
    "faithful servant",
    "yours truly",
    "yours sincerely",
    "yours faithfully",
    "yours ever",
    "yours affectionately",
    "affectionate friend",
    "ergebener",
    "dévoué",
    "servidor",
)
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.")
_FIGURES = re.compile(r"(?<!\w)\d{2,}(?!\w)")
_POINTS = " ,.:;!—-"
_AND = re.compile(r"\s(?:and|und|et|y|e|и|&)\s")
_STANZA, _COUPLET = 3, 2
_POINTED = re.compile(r"[,.:;!?。，、！？；：]\Z")
_CODE = re.compile(r"[=(){}\[\]<>_\\/#@|]")
_REPORTER = 40
_OFFICE = 8
"""Words of a name with an office behind it, at most."""
_YEAR = re.compile(r"\b(?:1[4-9]\d\d|20\d\d)\W*\Z")


def is_attribution(draft: Draft, index: int) -> bool:
    """True for the line that names who is quoted: after a dash, after verse, or below a set-off paragraph."""
    text, size = draft.text[index], draft.size[index]
    if size > 80 or not index or text[0] in "([（":
        return False
    before = draft.role_before(index)
    dash = text[0] in "—–―" and len(text) > 2 and (text[1] != " " or before in ("verse", "quotation"))
    if dash:
        return not draft.stop[index] and (before in ("verse", "quotation") or title_case(text[1:]))
    if draft.stop[index] and text.count(" ") > 3:
        return False
    if before in ("verse", "quotation") and draft.repeats[text] < 3:
        return (
            text[-1] not in ",:;"
            and len(text.split()) <= 6
            and (title_case(text) or not is_cased(text))
            and text[0] not in QUOTE_OPEN
            and not division(text, draft.cues)
        )
    if before != "body" or draft.gap[index] > 1 or draft.gap_after(index) <= draft.gap[index]:
        return False
    if not (is_name(text) and not draft.stop[index] and len(text.split()) >= 2):
        return False
    if index >= 2 and draft.gap[index - 1] <= draft.gap[index] and draft.role[index - 2] == "body":
        return False
    return draft.occurs_thrice(index) and _mark_quotation(draft, index - 1)


def _mark_quotation(draft: Draft, index: int) -> bool:
    if draft.rule[index] not in ("prose", "text"):
        return False
    draft.role[index] = "quotation"
    draft.rule[index] = "attributed"
    return True


def is_verse(draft: Draft, index: int) -> bool:
    """True for lines broken before the margin, most with a capital in front and a stop or comma behind."""
    if draft.lines(index) < 2 or draft.segments[index].rule not in ("stanza", "wrapped", "continued"):
        return False
    lines = draft.raw_lines(index)
    if is_closing(draft, index) or any(
        draft.cues.salutation.find_start(line[:40].casefold()) for line in lines[:2]
    ):
        return False
    if sum(map(is_marked, lines)) >= 2 or _has_figures(lines):
        return False
    if max(map(len, lines)) > 84 or (draft.segments[index].rule == "wrapped" and len(lines) > 3):
        return False
    high = sum(_starts_high(line) for line in lines)
    ended = sum(line[-1] in ",;:.!?…—–-”’\"'。，、！？；" for line in lines)
    if index and draft.text[index - 1][-1] == ":" and len(lines) >= _STANZA:
        pointed = sum(line[-1] in ",;.!?…。，、！？；" for line in lines)
        if pointed * 4 >= 3 * len(lines) and not any(map(_CODE.search, lines)):
            return draft.segments[index].rule == "stanza"
    if not is_cased(draft.text[index]):
        if max(map(len, lines)) > 30:
            return False
        if (
            len(lines) >= _STANZA
            and draft.segments[index].rule == "stanza"
            and not any(map(_POINTED.search, lines))
        ):
            return True
    if len(lines) == _COUPLET and lines[0][-1] == "," and is_name(lines[0]) and lines[1][0].islower():
        return False  # who signs, and as what
    if high * 2 < len(lines) or (high * 10 < 7 * len(lines) and ended * 5 < 4 * len(lines)):
        return False
    if lines[-1][-1] not in ".!?;:,—–…”’\"'。，！？；":
        return False
    if draft.segments[index].rule == "wrapped":
        return False
    return ended * 2 >= len(lines)


def _has_figures(lines: list[str]) -> bool:
    """True for accounts, lists and addresses, which are no verse.

    Two lines or more, and a third of them, hold a number of two figures; or the second of two ends with a number.
    """
    if len(lines) == _COUPLET and lines[1].rstrip(".)").endswith(tuple("0123456789")):
        return True
    found = sum(_FIGURES.search(line) is not None for line in lines)
    return found >= 2 and found * 3 >= len(lines)


def _starts_high(line: str) -> bool:
    bare = line.lstrip("“„«\"'‘’(—–-_*… ")
    return bool(bare) and not bare[0].islower()


def put_verse(draft: Draft, index: int) -> None:
    """Label a stanza: an epigraph with its author is a quotation, any other is verse."""
    before = draft.role_before(index)
    if before in ("heading", "title", "quotation") and _is_epigraph(draft, index):
        draft.put(index, "quotation", "epigraph")
    else:
        draft.put(index, "verse", "stanza")


def _is_epigraph(draft: Draft, index: int) -> bool:
    """True where the stanzas under a heading end with the line that names their author."""
    for after in range(index + 1, min(len(draft), index + 8)):
        if draft.role[after] == "page_furniture" or is_verse(draft, after):
            continue
        text = draft.text[after]
        return (
            not draft.stop[after]
            and len(text.split()) <= 6
            and title_case(text)
            and not division(text, draft.cues)
        )
    return False


def is_signature(draft: Draft, index: int, *, pictures: bool) -> bool:
    """True for a closing phrase, and for the names and offices under a text.

    Among ``pictures`` a name right under a paragraph says what is shown.
    """
    text, size = draft.text[index], draft.size[index]
    if size > 90 or not index or draft.lines(index) > 4:
        return False
    low = text.casefold().rstrip(_POINTS)
    if low in draft.cues.closing or low in draft.cues.signed or is_closing(draft, index):
        return True
    if size <= _REPORTER and draft.stop[index - 1] and draft.cues.reporter.find_start(low):
        return True
    before, after = draft.role[index - 1], index + 1
    if before == "signature":
        if draft.gap[index] > 1 or division(text, draft.cues) or low in draft.cues.front:
            return False
        if is_name(text) or (_SPACED.search(text) is not None and _LETTERED.search(text) is None):
            return True
        name, comma, office = text.partition(", ")
        if comma and office[:1].islower() and len(text.split()) <= _OFFICE and is_name(name):
            return not draft.stop[index]
        closed = draft.text[index - 1].casefold().rstrip(_POINTS) in draft.cues.closing
        return closed and all(map(is_name, _AND.split(text)))
    last = draft.raw_lines(index)[-1]
    if (
        _SPACED.match(last)
        and not is_cased(last)
        and draft.cues.office.find(low, frozenset(WORD.findall(low)))
    ):
        return True
    if _SPACED.match(last) and not is_cased(last) and before == "dateline":
        return True
    if size <= _REPORTER and text.endswith(draft.cues.body) and draft.stop[index - 1]:
        return after >= len(draft) or draft.role[after] == "dateline"
    if not is_name(text) or len(text.split()) > 5 or draft.text[index - 1][-1] == ":":
        return False
    if text[0] in '“"' and draft.stop[index]:
        previous = draft.text[index - 1]
        return (
            previous.startswith("“")
            and previous.count("“") > previous.count("”")
            and text[-2:] in (".”", '."')
        )
    if draft.stop[index] and not _INITIAL.search(text):
        return False
    if len(text.split()) < 2 or not draft.stop[index - 1]:
        return False
    if (
        not pictures
        and draft.prose[index - 1]
        and draft.gap_after(index) >= 3
        and draft.gap[index] < draft.gap_after(index)
        and after < len(draft)
    ):
        return True
    return (
        after >= len(draft)
        or draft.role[after] == "imprint"
        or draft.cues.caption_start.find_start(draft.text[after][:60].casefold()) is not None
        or _dates_signature(draft, after)
        or (after < len(draft) and place_and_date(draft, after))
    )


def is_closing(draft: Draft, index: int) -> bool:
    """True for a closing phrase and the name under it: ``I am, Sir, your obedient servant, / H. N. Allen.``."""
    lines = draft.raw_lines(index)
    if not 1 <= len(lines) <= 4 or max(map(len, lines)) > 70:
        return False
    first = lines[0].casefold().rstrip(_POINTS)
    closes = first in draft.cues.closing or first.endswith(_SERVANT)
    return closes and (len(lines) > 1 or lines[0][-1] in ",:") and all(is_name(line) for line in lines[1:])


def _dates_signature(draft: Draft, index: int) -> bool:
    """True for a dateline under a name: one with a place, or one after which the section is over."""
    if draft.role[index] != "dateline":
        return False
    below = index + 1
    return draft.rule[index].startswith("place") or below >= len(draft) or not draft.prose[below]


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
