"""What a periodical prints over the title of an article: its own name, the section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.datelines import BYLINE
from corpus_pkg.parse.roles.shape import is_cased, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

SHORT = 16
"""Columns of an entry in a menu, of the name of a section, of a periodical in Chinese characters."""
_TITLE = 200
_PAPERS = word_lists("newspaper")
_MINOR = word_lists("words")["minor"]
_NAME = 6
"""Words of the name of a periodical, at most."""
_NUMBERS = frozenset({"date", "place_date", "issue", "number", "serial"})
"""Rules of the lines that number or date a periodical."""


def under_masthead(draft: Draft, first: int) -> int | None:
    """The title under the line ``first``, where that names a periodical and what stands between numbers or dates it."""
    if not names_periodical(draft.text[first]):
        return None
    title = first + 1
    while title < len(draft) and draft.rule[title] in _NUMBERS:
        title += 1
    if title == first + 1 or title == len(draft) or draft.role[title] is not None:
        return None
    if draft.prose[title] or draft.stop[title] or draft.size[title] > _TITLE:
        return None
    draft.put(first, "imprint", "masthead")
    return title


def names_periodical(text: str) -> bool:
    """True for the name of a paper or magazine, by its first word or its last: ``The Ford Gazette``, ``港湾新聞``.

    Articles aside; the last one only where nothing belongs to it: a ``History of the Gazette`` is none.
    """
    if not is_cased(text):
        return len(text) <= SHORT and text.endswith(tuple(_PAPERS["name_ends"]))
    words = fold(text).split()
    if words[0] in _MINOR and len(words) > 1:
        del words[0]
    ends = {words[0], words[-1]} if _MINOR.isdisjoint(words) else {words[0]}
    return len(words) <= _NAME and title_case(text) and not _PAPERS["names"].isdisjoint(ends)


def under_section(draft: Draft, candidates: list[int]) -> int:
    """The first candidate, or the second where the first is the section: one word under the number of a magazine.

    Over the section stands the number, under the title its date or author.
    """
    first = candidates[0]
    title, below = first + 1, first + 2
    if (
        first
        and draft.role[first - 1] == "dateline"
        and draft.size[first] < SHORT
        and " " not in draft.text[first]
        and title in candidates
        and draft.size[title] >= 2 * draft.size[first]
        and below < len(draft)
        and (draft.role[below] == "dateline" or BYLINE.match(draft.text[below]))
    ):
        draft.put(first, "dateline", "section")
        return title
    return first
