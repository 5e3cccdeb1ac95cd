"""The lines under a title: more of it, who wrote what it heads, where and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.credits import is_credited
from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.datelines import BYLINE, is_byline
from corpus_pkg.parse.roles.shape import is_cased, is_name, is_person, title_case
from corpus_pkg.parse.roles.speech_titles import tells_speech
from corpus_pkg.parse.roles.title_lines import is_standfirst, signs_under_title

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_BYLINE = 80
_ADOPTED = re.compile(
    r"[(（\[]?(?:(?:as )?(?:adopted|approved|amended|ratified|revised)\s|with amendments"
    r"|beschlossen\s|angenommen\s|verabschiedet\s|in der fassung"
    r"|(?:adopt|approuv|modifi)ée?s?\s|(?:adoptad|aprobad|aprovad)[oa]s?\s|(?:adottat|approvat)[oa]\s"
    r"|(?:принят|утвержд[её]н|одобрен)а?\s|с изменениями|uchwalon|przyjęt|schválen)"
    r"|[(（〔].{4,50}(?:通过|通過|修订|修訂|修正|公布|施行|採択|採決|制定|채택|의결|개정|제정|공포)"
    r"[)）〕]\Z",
    re.IGNORECASE,
)
"""How the line begins that says who made a statute or a programme its own, and when."""
_ADOPTION = 140
_SUBTITLES, _SUBTITLE, _BESIDE_TITLE = 3, 60, 10
"""Lines under a title among which the author's stands, columns of one that says more of the title, and lines with the
dates, buttons and captions between them."""
_UNDER = re.compile(r"[—–―]{2}\s?[^\s—–―]|[—–―-]\s?[^\s—–―-].*[—–―-]\Z")
"""What stands under a title behind two dashes, or between them: ``——在大会上的讲话``."""
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
_MINOR = word_lists("words")["minor"] | {"zur", "zum", "des", "über", "sur", "sobre", "о", "об", "по", "к"}
_PLACE = 2
"""Words of a place, or of who wrote it, right under the date."""


def file_under_title(draft: Draft, title: int) -> None:
    """Label what says more of a title, and who wrote what it heads."""
    seen = 0  # lines other than dates, buttons and the captions of pictures
    for following in range(title + 1, min(title + 1 + _BESIDE_TITLE, len(draft))):
        if _is_between(draft, following) or (
            following == title + 1 and is_standfirst(draft, following) and _is_filed(draft, following + 1)
        ):
            continue
        if draft.role[following] is not None or draft.prose[following] or seen == _SUBTITLES:
            return
        seen += 1
        text, size = draft.text[following], draft.size[following]
        near = following == title + 1
        if (
            near
            and size <= _BYLINE
            and (
                _UNDER.match(text)
                or _is_bracketed(draft, following)
                or _goes_on(draft, following)
                or _says_more(draft, following)
            )
        ):
            draft.put(following, "title", "under_title")
            continue
        if near and tells_speech(text, size):
            draft.put(following, "title", "under_title")
            continue
        if seen <= _PLACE and _are_eastern(draft, following):
            draft.put(following, "dateline", "author")
            return
        if _is_placed(draft, following) or _holds_office(draft, following):
            draft.put(following, "dateline", "place")
            return
        if _at_paper(text, size) and _heads_text(draft, following + 1):
            draft.put(following, "dateline", "author")
            return
        if _is_named_with_office(draft, following):
            draft.put(following, "dateline", "author")
            draft.put(following + 1, "dateline", "place")
            return
        if _SPEAKER.match(text):
            draft.put(following, "dateline", "author")
            if following - 1 > title and not is_cased(draft.text[following - 1]) and size <= _SUBTITLE:
                draft.put(following - 1, "dateline", "place")
            return
        if seen <= _PLACE and signs_under_title(draft, following):
            draft.put(following, "dateline", "author")
            return
        if is_byline(text, size) or (near and size <= _BYLINE and BYLINE.match(text)):
            # On a title page the author belongs to the title; over an article the line files it.
            page = near and _is_title_page(draft, following)
            draft.put(following, "title" if page else "dateline", "byline")
            _beside_author(draft, following + 1)
            for between in range(title + 1, following):
                if (
                    draft.size[between] <= _SUBTITLE
                    and title_case(draft.text[between])
                    and not _is_between(draft, between)
                ):
                    draft.put(between, "title", "under_title")
            return
        if _ADOPTED.match(text) and size <= _ADOPTION and any(map(str.isnumeric, text)):
            draft.put(following, "dateline", "adopted")
        elif BYLINE.match(text):
            return


def _beside_author(draft: Draft, index: int) -> None:
    """Label who took the pictures or translated, printed tight under who wrote."""
    while index < len(draft) and draft.gap[index] == 0 and is_byline(draft.text[index], draft.size[index]):
        draft.put(index, "dateline", "byline")
        index += 1


def _goes_on(draft: Draft, index: int) -> bool:
    """True for the rest of a title of one or two words: ``DECLARATION`` / ``of the Third Conference``."""
    over, text = draft.text[index - 1], draft.text[index]
    return (
        not draft.marks
        and text.split(None, 1)[0] in _MINOR
        and not draft.stop[index]
        and len(over.split()) <= _PLACE
        and over[-1] not in ",;:"
    )


def _is_bracketed(draft: Draft, index: int) -> bool:
    """True for more of a title in brackets, apart from the running text below: ``(Opening speech of the congress)``."""
    text, below = draft.text[index], index + 1
    return (
        text[0] == "("
        and text[-1] == ")"
        and text.count("(") == 1
        and text.count(" ") >= _PLACE
        and not _ADOPTED.match(text)
        and below < len(draft)
        and draft.gap[below] > 0
        and draft.is_running(below)
    )


def _says_more(draft: Draft, index: int) -> bool:
    """True for the second line of a title page: tight under the title that opens the text, and apart from the rest."""
    text, below = draft.text[index], index + 1
    return (
        index == 1
        and below < len(draft)
        and not draft.marks
        and not draft.gap[index]
        and (draft.gap[below] > 0 or draft.role[below] == "dateline")
        and not draft.stop[index]
        and text[-1] not in ",;:"
        and text[0].isupper()
        and text.count(" ") > _PLACE
        and not is_name(text)
        and BYLINE.match(text) is None
        and not draft.prose[below]
    )


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
        and draft.size[index] <= _SUBTITLE
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
    return bool(sign) and size <= _SUBTITLE and is_person(person) and is_name(paper) and is_cased(text)


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
        and draft.size[below] <= _BYLINE
        and not draft.stop[below]
        and is_person(draft.text[index])
        and _OFFICES.match(draft.text[below]) is not None
    )


def _is_filed(draft: Draft, index: int) -> bool:
    """True where the first line from here on that is no caption dates what stands over it, or says who wrote it."""
    while index < len(draft) and draft.role[index] != "dateline" and _is_between(draft, index):
        index += 1
    return index < len(draft) and (
        draft.role[index] == "dateline" or is_byline(draft.text[index], draft.size[index])
    )


def _is_between(draft: Draft, index: int) -> bool:
    """True for what may stand between a title and the line that says who wrote what it heads."""
    role = draft.role[index]
    return role == "dateline" or (
        bool(draft.marks) is False
        and (
            draft.rule[index] in {"title_repeated", "lone_number"}
            or role in {"navigation", "boilerplate"}
            or (role is None and is_credited(draft, index) and not BYLINE.match(draft.text[index]))
        )
    )


def _is_title_page(draft: Draft, index: int) -> bool:
    return len(draft) > 150 or (index + 1 < len(draft) and draft.role[index + 1] == "imprint")
