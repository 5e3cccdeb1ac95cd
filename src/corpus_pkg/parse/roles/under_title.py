"""The lines under a title: more of it, who wrote what it heads, where and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.authors import file_author
from corpus_pkg.parse.roles.credits import is_credited
from corpus_pkg.parse.roles.cues import word_lists
from corpus_pkg.parse.roles.datelines import BYLINE, is_byline
from corpus_pkg.parse.roles.shape import is_name, title_case
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
        if file_author(draft, title, following, seen):
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
