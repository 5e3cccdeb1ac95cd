"""Who is quoted, who sings and who speaks: attributions, epigraphs, verse, the parts of a play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.draft import OMITTED, QUOTE_OPEN
from corpus_pkg.parse.roles.shape import all_capitals, division, is_cased, is_name, is_person, title_case
from corpus_pkg.parse.roles.signatures import names_part
from corpus_pkg.parse.roles.verse import is_verse

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_ARTICLES = frozenset({"The", "A", "An"})
_SOURCE = 9
"""Words of a source with the place in it, at most."""
_NAME = 8
"""Signs of an author's name in a script without case, at most."""
_CITES = re.compile(
    r"\b[IVXLC]{1,6}[,.:]?\s\d{1,4}(?:[–-]\d{1,4})?\)?\Z|\d[:.]\d{1,3}(?:[–,-]\s?\d{1,3})*\.?\Z"
)
"""How the source of a quotation ends that says where it stands: ``Aeneid, III 414``, ``Proverbs 3:16``."""
_LONE, _LINE = 6, 84
"""Segments between a heading and a stanza at most, and columns of a line of verse."""
_PARTS = 4
"""Paragraphs that begin with who speaks, from which a text is a play."""


def is_attribution(draft: Draft, index: int) -> bool:
    """True for the line that names who is quoted: after a dash, after verse, or below a set-off paragraph."""
    text, size = draft.text[index], draft.size[index]
    if size > 80 or not index or text[0] in "([（" or _heads_period(draft, index):
        return False
    before = draft.role_before(index)
    dash = text[0] in "—–―" and len(text) > 2 and (text[1] != " " or before in ("verse", "quotation"))
    if dash:
        return not draft.stop[index] and (before in ("verse", "quotation") or title_case(text[1:]))
    if draft.stop[index] and text.count(" ") > 3:
        return False
    if names_part(draft, text) or (before == "verse" and _heads_chapter(draft, index)):
        return False
    if before == "quotation" and _is_announced(draft, index) and not (is_person(text) or _CITES.search(text)):
        return False
    if before in ("verse", "quotation") and draft.repeats[text] < 3:
        return (
            not (draft.anthology and _heads_poem(draft, index))
            and text[-1] not in ",:;"
            and any(map(str.isalpha, text))
            and (_CITES.search(text) is not None or not _heads_verse(draft, index))
            and not is_speaker(draft, index)
            and len(text.split()) <= (_SOURCE if _CITES.search(text) else 6)
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


def _is_announced(draft: Draft, index: int) -> bool:
    """True under a quotation that the text above has said to be one: a line below it is likelier the next heading."""
    index -= 1
    while index > 0 and draft.role[index] == "page_furniture":
        index -= 1
    return draft.rule[index] == "announced"


def _heads_chapter(draft: Draft, index: int) -> bool:
    """True for a title with an article, over prose and under verse that ended a chapter: no source of the verse.

    Verse right under a heading is a motto, and its source may be called so.
    """
    below = index + 1
    if draft.text[index].partition(" ")[0] not in _ARTICLES or below == len(draft) or not draft.prose[below]:
        return False
    over = index - 1
    while over > 0 and draft.role[over] in ("verse", "page_furniture"):
        over -= 1
    return draft.role[over] == "body"


def _heads_period(draft: Draft, index: int) -> bool:
    """True for a heading over the period of its part, in brackets."""
    below = index + 1
    return below < len(draft) and draft.role[below] == "dateline" and draft.text[below][0] in "(（"


def _heads_verse(draft: Draft, index: int) -> bool:
    """True for a line over the next poem, its number aside, which names no author of the last one.

    It is in capitals as the heading over it is, or verse follows right below.
    """
    if all_capitals(draft.text[index]):
        over = next((at for at in range(index - 1, -1, -1) if draft.role[at] == "heading"), None)
        if over is not None and all_capitals(draft.text[over]):
            return True
    below = index + 1
    if below < len(draft) and division(draft.text[below], draft.cues) == "numeral":
        below += 1
    return below < len(draft) and draft.gap[index] >= draft.gap[index + 1] and is_verse(draft, below)


def _heads_poem(draft: Draft, index: int) -> bool:
    """True for a line in a collection of poems, unless the book's title stands below: who signs what is over it."""
    return index + 1 < len(draft) and draft.role[index + 1] != "title"


def is_speaker(draft: Draft, index: int) -> bool:
    """True for the name of a part in a play, who speaks again or speaks verse: ``FIRST PILOT.``."""
    text, below = draft.text[index], index + 1
    if text[-1] != "." or not text.isupper() or division(text, draft.cues) is not None:
        return False
    if not draft.begins_another(index) and not (
        below < len(draft) and draft.gap[below] <= 1 and draft.lines(below) > 1
    ):
        return False
    return draft.parts >= _PARTS


def _mark_quotation(draft: Draft, index: int) -> bool:
    if draft.rule[index] not in ("prose", "text"):
        return False
    draft.role[index] = "quotation"
    draft.rule[index] = "attributed"
    return True


def put_verse(draft: Draft, index: int) -> None:
    """Label a stanza: an epigraph with its author is a quotation, any other is verse."""
    if _begins_section(draft, index) and _is_epigraph(draft, index):
        draft.put(index, "quotation", "epigraph")
    else:
        draft.put(index, "verse", "stanza")


def _begins_section(draft: Draft, index: int) -> bool:
    """True right under a heading or an epigraph, lone lines of verse and page numbers between them aside."""
    for over in range(index - 1, max(-1, index - _LONE), -1):
        role = draft.role[over]
        if role in ("heading", "title", "quotation"):
            return True
        if role != "page_furniture" and (role != "body" or draft.lines(over) > 1 or draft.size[over] > _LINE):
            return False
    return False


def _is_epigraph(draft: Draft, index: int) -> bool:
    """True where the stanzas under a heading end with the line that names their author."""
    for after in range(index + 1, min(len(draft), index + 10)):
        if draft.role[after] == "page_furniture" or draft.text[after] == OMITTED or is_verse(draft, after):
            continue
        if draft.anthology:
            return False
        text = draft.text[after]
        return (
            not draft.stop[after]
            and not _heads_period(draft, after)
            and not _heads_verse(draft, after)
            and len(text.split()) <= 6
            and title_case(text)
            and (is_cased(text) or len(text) <= _NAME)
            and not division(text, draft.cues)
        )
    return False
