"""Who wrote or spoke, by the line under a title that names somebody and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.shape import is_cased, is_name, is_person

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_OFFICE, _LINE = 80, 60
"""Columns of an office under a name, and of a line that names somebody, at most."""
_PLACE = 2
"""Words of a place, or of who wrote it, right under the date; lines under a title that may be names alone."""
_OFFICES = re.compile(
    r"(?:(?:deputy|vice|first|former|general|national|vice-|ex-)\s?)*(?:member|senator|deputy|secretary|president|chair(?:man|woman)?"
    r"|director|leader|spokes\w+|minister|professor|mitglied|abgeordnete[rn]?|vorsitzende[rn]?|sprecher(?:in)?|sénat\w+|député\w*|secrétaire"
    r"|président\w*|senador\w*|diputad[oa]|secretari[oa]|president[ae]|presidenta|portavoz|segretari[oa]|senat\w+|deputat[oa]|deputad[oa]"
    r"|депутат|секретарь|председатель|член|poseł|senator|przewodnicząc[yaą]|genel başkan\w*|milletvekili)\b",
    re.IGNORECASE,
)
"""How the office of a person begins, beneath the name."""
_NAMES = re.compile(r"\s?[、，,·]\s?|\s{1,2}")
_EASTERN = re.compile(r"[\u3400-\u9fff]{2,3}\Z|[가-힣]{3}\Z")
_SURNAMES = word_lists("words")["surnames"]
_SIGNERS = 8
"""Names in a line at most."""
_SPOKEN = (
    "挨拶",
    "あいさつ",
    "演説",
    "講演",
    "讲话",
    "講話",
    "报告",
    "報告",
    "연설",
    "보고",
    "축사",
    "인사말",
)
"""How the line ends that says what was spoken, not by whom."""
_SPEAKER = re.compile(
    r"[^\W\d_]{0,16}(?:会長|議長|委員長|書記長|理事長|代表|主席|总书记|總書記|书记|書記|主任|总理|總理|会长"
    r"|위원장|의장|회장|사무총장|총비서|대표)\s+"
    r"(?:[\u3400-\u9fff]{1,4}\s?[\u3400-\u9fffぁ-んァ-ヶ]{1,4}|[가-힣]{2,4}|(?:[가-힣] ){1,2}[가-힣])\Z"
)
"""The office of who speaks before the name: ``会長 山川 一郎``, ``위원장 김 정 남``."""


def file_author(draft: Draft, title: int, index: int, seen: int) -> bool:
    """Label the line as who wrote what the title heads, if it tells, and what belongs to the name.

    ``seen`` counts the lines under the title up to this one.
    """
    text, size = draft.text[index], draft.size[index]
    if seen <= _PLACE and _are_eastern(draft, index):
        draft.put(index, "dateline", "author")
    elif _is_placed(draft, index) or _holds_office(draft, index):
        draft.put(index, "dateline", "place")
    elif _at_paper(text, size) and _heads_text(draft, index + 1):
        draft.put(index, "dateline", "author")
    elif _is_named_with_office(draft, index):
        draft.put(index, "dateline", "author")
        draft.put(index + 1, "dateline", "place")
    elif _SPEAKER.match(text):
        draft.put(index, "dateline", "author")
        if index - 1 > title and not is_cased(draft.text[index - 1]) and size <= _LINE:
            draft.put(index - 1, "dateline", "place")
    else:
        return False
    return True


def _is_placed(draft: Draft, index: int) -> bool:
    """True for a place or a person right under the day over a text, or over its buttons."""
    if draft.role[index - 1] != "dateline" or draft.gap[index] or draft.stop[index]:
        return False
    text = draft.text[index]
    if draft.gap_after(index):
        return len(text.split()) <= _PLACE and is_name(text)
    return is_person(text) and draft.role[index + 1] in {"navigation", "boilerplate"}


def _holds_office(draft: Draft, index: int) -> bool:
    """True for an office and a name without case right under the day over a text: who spoke."""
    text = draft.text[index]
    return (
        draft.role[index - 1] == "dateline"
        and draft.gap[index] == 0
        and draft.gap_after(index) > 0
        and not draft.stop[index]
        and draft.size[index] <= _LINE
        and not is_cased(text)
        and not text.endswith(_SPOKEN)
        and draft.cues.office.find(fold(text), ()) is not None
    )


def _are_eastern(draft: Draft, index: int) -> bool:
    """True for persons by names in Chinese characters or in Korean, apart, over the text: ``王小明、李四海``."""
    names = _NAMES.split(draft.text[index].strip())
    return (
        draft.gap_after(index) > 0
        and len(names) <= _SIGNERS
        and all(_EASTERN.match(name) is not None and name[0] in _SURNAMES for name in names)
        and fold(draft.text[index]) not in draft.cues.front
    )


def _at_paper(text: str, size: int) -> bool:
    """True for a person and a paper: ``Ada Marsh / The Courier``."""
    person, sign, paper = text.partition(" / ")
    return bool(sign) and size <= _LINE and is_person(person) and is_name(paper) and is_cased(text)


def _heads_text(draft: Draft, index: int) -> bool:
    return index < len(draft) and draft.prose[index]


def _is_named_with_office(draft: Draft, index: int) -> bool:
    """True for a person over an office, tight and apart from the text below: ``Ada Marsh`` / ``Member for Ostry``."""
    below = index + 1
    return (
        below < len(draft) - 1
        and draft.gap[below] == 0 < draft.gap_after(below)
        and draft.role[below] is None
        and draft.prose[below + 1]
        and draft.size[below] <= _OFFICE
        and not draft.stop[below]
        and is_person(draft.text[index])
        and _OFFICES.match(draft.text[below]) is not None
    )
