"""The head of a document: its title, and the lines that date and place it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.credits import is_credited
from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.datelines import BYLINE, is_byline
from corpus_pkg.parse.roles.lists import is_fact, is_listed
from corpus_pkg.parse.roles.shape import is_cased, is_name, is_person, title_case
from corpus_pkg.parse.roles.stamps import filed_by
from corpus_pkg.parse.roles.title_lines import (
    HEAD_REACH,
    is_row,
    is_standfirst,
    key_of,
    signs_under_title,
)
from corpus_pkg.parse.roles.titles import choose_title

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_YEARS = re.compile(r"\d{4}\s?[-–—~]\s?(?:\d{4})?\Z")
_NOTE = re.compile(r"\[\d{1,3}\]\s|\d{1,3}\.?\s?[↑^]\s|[↑^]\s")
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
_DATELINE, _FILED = 160, 5
"""Columns of a dateline at most, and the lines under a title far from the text that may be one."""
_SUBTITLES, _SUBTITLE, _BESIDE_TITLE = 3, 60, 10
"""Lines under a title among which the author's stands, columns of one that says more of the title, and lines with the
dates, buttons and captions between them."""
_UNDER = re.compile(r"[—–―]{2}\s?[^\s—–―]|[—–―-]\s?[^\s—–―-].*[—–―-]\Z")
"""What stands under a title behind two dashes, or between them: ``——在大会上的讲话``."""
_MINOR = word_lists("words")["minor"] | {"zur", "zum", "des", "über", "sur", "sobre", "о", "об", "по", "к"}
_PLACE = 2
"""Words of a place, or of who wrote it, right under the date."""
_AROUND = " .*_"
"""What may stand around a title that is the same."""


def find_head(draft: Draft, region: tuple[int, int] | None) -> None:
    """Label datelines, then the title and its repetitions.

    ``region`` is where the running text of a captured web page begins and ends; outside it and its head, dates
    belong to menus and notices.
    """
    first, last = region or (0, len(draft) - 1)
    for index in range(max(0, first - HEAD_REACH), min(len(draft), last + 3)):
        _file(draft, index)
    title = choose_title(draft, region)
    if title is None:
        return
    for index in range(title + 1, min(title + 1 + _FILED, first - HEAD_REACH)):
        _file(draft, index)
    if draft.role[title] != "title":
        draft.role[title] = None
        draft.put(title, "title", "title")
    prose = next((index for index in range(len(draft)) if draft.prose[index]), len(draft))
    key = key_of(draft.text[title])
    repeated = [index for index, text in enumerate(draft.text) if index != title and _is_called(text, key)]
    for index in repeated:
        if draft.role[index] is None and (region is None or index < prose):
            page = "page_furniture" in draft.role[max(0, index - 1) : index + 2]
            if page and prose < index and any(draft.prose[index + 1 : index + 3]):
                draft.put(index, "page_furniture", "running_head")
            else:
                draft.put(index, "title", "title_repeated")
    for index in repeated:
        if region and title < index < prose:
            _alternative_text(draft, index, prose)
    _over_title(draft, title)
    _byline(draft, title)


def _file(draft: Draft, index: int) -> None:
    """Label a line that dates, places or files what stands beside it."""
    if draft.role[index] is not None or draft.size[index] > _DATELINE or _is_part(draft, index):
        return
    rule = filed_by(draft.text[index], draft.size[index], draft.cues)
    if rule is None and _is_rubric(draft, index):
        rule = "rubric"
    if rule and (rule != "year" or _may_be_years(draft, index)):
        draft.put(index, "dateline", rule)
        if rule == "number" and index and not draft.prose[index - 1]:
            draft.put(index - 1, "imprint", "letterhead")


def _over_title(draft: Draft, title: int) -> None:
    """Label a bare name printed tight over the title, where an archive tells below which edition it gives."""
    over, below = title - 1, title + 1
    if over < 0 or below == len(draft) or draft.rule[below] != "edition_field":
        return
    if draft.role[over] is None and draft.gap[title] == 0 and is_person(draft.text[over]):
        draft.put(over, "title", "byline")


def _is_part(draft: Draft, index: int) -> bool:
    """True for a caption, a note or a row with a date in it, which only look like datelines."""
    return (
        draft.cues.caption_start.find_start(fold(draft.text[index][:60])) is not None
        or _NOTE.match(draft.text[index]) is not None
        or (draft.has_columns and is_row(draft, index) and not _files(draft, index))
        or is_listed(draft, index)
        or is_fact(draft, index)
    )


def _is_rubric(draft: Draft, index: int) -> bool:
    """True over a short unfinished line, the title of what the line calls by its kind: ``[Interview]``."""
    below = index + 1
    if index > 2 * HEAD_REACH or any(draft.prose[:index]):
        return False
    if fold(draft.text[index]).strip("[]【】<>〈〉: ") not in draft.cues.rubrics or below >= len(draft):
        return False
    return draft.role[below] is None and not draft.prose[below] and not draft.stop[below]


def _files(draft: Draft, index: int) -> bool:
    """True for a row of the table over an article, which says when and by whom it was written and how often read."""
    return _is_filing(draft, index) and all(
        not is_row(draft, other) or draft.role[other] is not None or _is_filing(draft, other)
        for other in (index - 1, index + 1)
        if 0 <= other < len(draft)
    )


def _is_filing(draft: Draft, index: int) -> bool:
    return fold(draft.text[index].split(None, 1)[0].rstrip(":：")) in draft.cues.date_words


def _may_be_years(draft: Draft, index: int) -> bool:
    """A bare year or two date what stands right over them, if that is no number itself."""
    if not index or draft.gap[index] > 1:
        return False
    if draft.role[index - 1] == "dateline":
        return True
    over = draft.text[index - 1]
    return (
        _YEARS.match(draft.text[index]) is not None and draft.size[index - 1] <= 140 and not over[0].isdigit()
    )


def _alternative_text(draft: Draft, index: int, prose: int) -> None:
    """Lines printed tight against a repetition of the title, under the title: what stands for a picture."""
    for step in (-1, 1):
        other = index + step
        while 0 <= other < prose and draft.role[other] is None and draft.gap[max(other, other - step)] == 0:
            draft.put(other, "caption", "alternative_text")
            other += step


def _byline(draft: Draft, title: int) -> None:
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
            and (_UNDER.match(text) or _goes_on(draft, following) or _says_more(draft, following))
        ):
            draft.put(following, "title", "under_title")
            continue
        if _is_placed(draft, following) or _holds_office(draft, following):
            draft.put(following, "dateline", "place")
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
        and draft.cues.office.find(fold(text), ()) is not None
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
            role in {"navigation", "boilerplate"}
            or (role is None and is_credited(draft, index) and not BYLINE.match(draft.text[index]))
        )
    )


def _is_title_page(draft: Draft, index: int) -> bool:
    return len(draft) > 150 or (index + 1 < len(draft) and draft.role[index + 1] == "imprint")


def _is_called(text: str, key: str) -> bool:
    """Tell whether a line is a title's repetition; case folding shortens no text, so that long ones are none."""
    bare = text.strip(_AROUND)
    return len(bare) <= len(key) and bare.casefold() == key
