"""Which of the lines over the text of a captured web page is its title."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.credits import is_credited
from corpus_pkg.parse.roles.datelines import BYLINE, is_dateline
from corpus_pkg.parse.roles.draft import QUOTE_OPEN, WORD
from corpus_pkg.parse.roles.lists import is_marked
from corpus_pkg.parse.roles.mastheads import SHORT
from corpus_pkg.parse.roles.title_lines import HEAD_REACH, TAGGED, is_standfirst, key_of, signs_under_title

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_CRUMB = re.compile(r"\s?[>»›→/|]\s")
_DAY = re.compile(r"\d{1,4}[-./]\d{1,2}(?:[-./]\d{1,4})?\.?\s|\d{1,2}:\d\d\b")
"""How an entry of a list of news begins."""
_DEFINED = 120
"""Characters of a paragraph in which its subject is named."""
_BYLINE = 80
_LONG = 20
"""Columns from which a line is more than an entry of a menu."""
_TWO_TITLES = 40
"""Columns of a title, and of the line under it that says more, where both stand over the date."""
_FAR = 40
"""How many segments over the running text its title may stand."""
_BUTTONS = 20
"""Lines between a title and who wrote what it heads, at most."""
_DATED = 4
"""Lines under a title among which it is dated or signed."""
_TOLD = 20_000
"""Characters of the text in which the words of its title are looked for."""
_WORD, _STEM, _SHARED, _MANY = 4, 6, 4, 8
"""Letters of a word that tells something, of them those that are compared, the shared words that make it sure, and
those beyond which more say nothing."""
_UNSPACED = "\u0e00"
"""The first letter of the scripts that part no words, or hang endings on them: two letters are compared at a time."""


def choose_page_title(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int:
    """The one of the candidates that is the title of the page whose running text is the region.

    What an encyclopaedia's first sentence defines; a line repeated near the text; what the page's own title line
    begins with, or its path ends with; the line over the date; else the one whose words, place and shape speak most.
    """
    if "edit_link" in draft.rule and (subject := _subject(draft, candidates, region)) is not None:
        return subject
    free = [index for index in candidates if draft.role[index] is None]
    filed = _filed(draft, free, region)
    repeated = _repeated(draft, candidates, region)
    if repeated is not None:
        # A board's name stands in its menu and over its page; the title stands over its date.
        long = draft.size[repeated[0]] >= _TWO_TITLES
        return repeated[0] if filed is None or filed <= repeated[-1] or long else filed
    top = key_of(draft.text[0])
    for index in free:
        key = key_of(draft.text[index])
        if index and draft.size[index] >= SHORT // 2 and top.startswith(key) and top != key:
            return index
    if filed is not None:
        return filed
    named = _in_path(draft, free, region)
    return _likeliest(draft, candidates, region) if named is None else named


def _subject(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate that an encyclopaedia's first sentence defines."""
    opening = next((draft.text[index] for index in range(region[0], region[1] + 1) if draft.prose[index]), "")
    head = opening[:_DEFINED].casefold()
    return next((index for index in candidates if key_of(draft.text[index]) in head), None)


def _repeated(draft: Draft, candidates: list[int], region: tuple[int, int]) -> list[int] | None:
    """The candidates near the text that say the same; the longest, where several do."""
    same: dict[str, list[int]] = {}
    for index in candidates:
        if index >= region[0] - HEAD_REACH and not is_marked(draft.text[index]):
            same.setdefault(key_of(draft.text[index]), []).append(index)
    twice = [each for each in same.values() if len(each) > 1 and not _are_entries(draft, each)]
    return max(twice, key=lambda each: min(draft.size[each[0]], _TWO_TITLES), default=None)


def _are_entries(draft: Draft, same: list[int]) -> bool:
    """True for an entry of a menu that the page prints twice: tight beside each stands the same other entry."""
    if draft.size[same[0]] >= _LONG:
        return False
    for step in (-1, 1):
        beside = [index + step for index in same if 0 <= index + step < len(draft)]
        texts = {draft.text[index] for index in beside}
        if (
            len(beside) == len(same)
            and len(texts) == 1
            and texts != {draft.text[same[0]]}
            and all(draft.size[index] < _LONG and not draft.gap[max(index, index - step)] for index in beside)
            and draft.role[beside[0]] != "dateline"
        ):
            return True
    return False


def _in_path(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate that the line over it ends with which says where on its site the page stands."""
    for path in range(region[0] - 1, -1, -1):
        if draft.rule[path] in {"breadcrumbs", "menu_start"} and len(_CRUMB.findall(draft.text[path])) > 1:
            page = key_of(_CRUMB.split(draft.text[path])[-1])
            named = next((i for i in candidates if i > path and key_of(draft.text[i]) == page), None)
            # Under the name of the board stands what it calls the kind of text, and the title behind that.
            tagged = named is not None and named + 1 in candidates and TAGGED.match(draft.text[named + 1])
            return named + 1 if named is not None and tagged else named
    return None


def _filed(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int | None:
    """The candidate over the dateline nearest to the text; a byline or a button may stand between."""
    near = [
        index
        for index in candidates
        if index >= region[0] - HEAD_REACH and not BYLINE.match(draft.text[index])
    ]
    for index in near:
        if TAGGED.match(draft.text[index]) and draft.role[index + 1] == "dateline":
            return index  # a board's own title, over the day of the posting
    for index in reversed(near):
        if index - 1 in candidates and signs_under_title(draft, index):
            continue
        below = _under(draft, index + 1)
        if below < len(draft) and is_standfirst(draft, below):
            below = _under(draft, below + 1)
        if below < len(draft) and draft.role[below] == "dateline":
            # Under a date in the head of the page the title may come, and over it the last line of a menu.
            # Between a title and who wrote it stand buttons that no menu has told.
            size = draft.size[index]
            longer = size < SHORT and any(
                draft.size[other] >= 2 * size
                and (
                    below < other <= below + 2
                    or (index - _BUTTONS <= other < index and size < draft.size[other] / 3)
                )
                for other in candidates
            )
            return None if longer else _over_subtitle(draft, candidates, index)
    return None


def _under(draft: Draft, below: int) -> int:
    """The first index from here on that is neither a byline nor a button nor a credited caption."""
    while below < len(draft) and (
        (draft.role[below] != "dateline" and BYLINE.match(draft.text[below]) and draft.size[below] <= _BYLINE)
        or (draft.role[below] == "navigation" and draft.size[below] <= _LONG)
        or (draft.role[below] is None and (is_credited(draft, below) or signs_under_title(draft, below)))
    ):
        below += 1
    return below


def _over_subtitle(draft: Draft, candidates: list[int], index: int) -> int:
    """The upper one of two long lines over a date, which are a title and what it means to say; three are a list."""
    over = index - 1
    if over not in candidates:
        return index
    first = draft.text[over][0]
    if first not in QUOTE_OPEN and (
        not first.isalpha() or min(draft.size[over], draft.size[index]) < _TWO_TITLES
    ):
        return index
    third = over - 1
    return index if third in candidates and draft.size[third] >= _TWO_TITLES else over


def _likeliest(draft: Draft, candidates: list[int], region: tuple[int, int]) -> int:
    """The candidate for which most speaks.

    That the text below uses its words counts most; that it is long, stands apart, is dated or signed right below and
    stands elsewhere on the page too; against it that it is an entry of a list, or far from the text.
    """
    told = _words(" ".join(draft.text[region[0] + 1 : region[1] + 1])[:_TOLD])
    counted = Counter(key_of(text) for text in draft.text)

    def weight(index: int) -> float:
        words = _words(draft.text[index])
        shared = len(words & told)
        long = draft.size[index] >= _LONG
        return (
            2 * shared / max(1, len(words)) * min(1, shared / _SHARED)
            + 0.1 * min(shared, _MANY)
            + long
            + _is_dated(draft, index, region[0])
            + 0.7 * (long and counted[key_of(draft.text[index])] > 1)
            + 0.4 * (draft.gap[index] > 0 and draft.gap_after(index) > 0)
            + 0.5 * (long and index > 0 and draft.role[index - 1] == "navigation")
            - 0.8 * _is_entry(draft, index)
            - 0.02 * (region[0] - index)
        )

    near = [
        index for index in candidates if index >= region[0] - _FAR and BYLINE.match(draft.text[index]) is None
    ]
    return max(near or candidates, key=weight)


def _words(text: str) -> set[str]:
    """The beginnings of the words that tell something; of scripts without spaces, each two letters."""
    found: set[str] = set()
    for word in WORD.findall(text.casefold()):
        if word[0] >= _UNSPACED:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) >= _WORD:
            found.add(word[:_STEM])
    return found


def _is_dated(draft: Draft, index: int, first: int) -> bool:
    """True where one of the next lines over the text says when or by whom it was written."""
    return any(
        draft.role[below] == "dateline"
        or BYLINE.match(draft.text[below]) is not None
        or (
            draft.role[below] is None
            and is_dateline(draft.text[below], draft.size[below], draft.cues) is not None
        )
        for below in range(index + 1, min(first, index + _DATED) + 1)
    )


def _is_entry(draft: Draft, index: int) -> bool:
    """True for an entry of a list of titles: behind a day, or between two lines of its own kind, printed tight."""
    if _DAY.match(draft.text[index]):
        return True
    return (
        0 < index < len(draft) - 1
        and draft.gap[index] == 0 == draft.gap[index + 1]
        and all(
            draft.role[other] is None and draft.size[other] >= _LONG and not draft.stop[other]
            for other in (index - 1, index + 1)
        )
    )
