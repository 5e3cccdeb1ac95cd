"""Who is quoted, who sings and who speaks: attributions, epigraphs, verse, the parts of a play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.lists import is_marked
from corpus_pkg.parse.roles.shape import all_capitals, division, is_cased, is_name, title_case
from corpus_pkg.parse.roles.signatures import is_closing

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_FIGURES = re.compile(r"(?<!\w)\d{2,}(?!\w)")
_REOPENED = "“„"
_STANZA, _COUPLET = 3, 2
_NARROW, _VERSE = 48, 4
"""Columns of a verse that begins small at most, and its words at least."""
_LINKS = word_lists("words")["minor"]
"""What stands alone on a line of an inscription."""
_POINTED = re.compile(r"[,.:;!?。，、！？；：]\Z")
_SAID = re.compile(r"[”\"’»][,—–-]?\s?[a-zß-ÿа-я]")
"""Behind what is said, who says it: ``“Stop!” cried the stranger.``"""
_REST = 4
"""How many times longer than the second line the first of two is, where the second is what did not fit."""
_CODE = re.compile(r"[=(){}\[\]<>_\\/#@|]")
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
    if before in ("verse", "quotation") and draft.repeats[text] < 3:
        return (
            not (draft.anthology and _heads_poem(draft, index))
            and text[-1] not in ",:;"
            and any(map(str.isalpha, text))
            and not _heads_verse(draft, index)
            and not is_speaker(draft, index)
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


def is_verse(draft: Draft, index: int) -> bool:
    """True for lines broken before the margin, most with a capital in front and a stop or comma behind."""
    if draft.lines(index) < 2 or draft.segments[index].rule not in ("stanza", "wrapped", "continued"):
        return False
    lines = draft.raw_lines(index)
    if is_closing(draft, index) or any(
        draft.cues.salutation.find_start(fold(line[:40])) for line in lines[:2]
    ):
        return False
    if (
        sum(map(is_marked, lines)) >= 2
        or (len(lines) == _COUPLET and is_marked(lines[0]))
        or _has_figures(lines)
    ):
        return False
    if _is_speech(lines) or _is_inscribed(lines):
        return False
    if max(map(len, lines)) > 84 or (draft.segments[index].rule == "wrapped" and len(lines) > 3):
        return False
    high = sum(_starts_high(line) for line in lines)
    ended = sum(line[-1] in ",;:.!?…—–-”’\"'。，、！？；" for line in lines)
    if index and draft.text[index - 1][-1] == ":" and len(lines) >= _STANZA:
        pointed = sum(line[-1] in ",;.!?…。，、！？；" for line in lines)
        if pointed * 4 >= 3 * len(lines) and not any(map(_CODE.search, lines)):
            return draft.segments[index].rule == "stanza"
        if _is_sung(draft, index, lines):
            return True
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
    if _is_low_verse(draft, index, lines, ended):
        return True
    if high * 2 < len(lines) or (high * 10 < 7 * len(lines) and ended * 5 < 4 * len(lines)):
        return False
    if lines[-1][-1] not in ".!?;:,—–…”’\"'。，！？；":
        return False
    if draft.segments[index].rule == "wrapped":
        return False
    return ended * 2 >= len(lines)


def _is_speech(lines: list[str]) -> bool:
    """True for up to three lines of speech with who says it between, or the second of two but a word or two.

    So are the lines that close or head a quoted letter, each behind a quotation mark of its own, as none of verse is.
    """
    if len(lines) > _STANZA:
        return False
    if all(line[0] in _REOPENED for line in lines):
        return True
    if lines[0][0] in QUOTE_OPEN and any(map(_SAID.search, lines)):
        return True
    return len(lines) == _COUPLET and len(lines[1]) * _REST < len(lines[0]) and len(lines[0]) > _NARROW


def _is_inscribed(lines: list[str]) -> bool:
    """True for what is centred on a stone, a card or a page of honour: a link alone on a line between two names."""
    return any(
        line in _LINKS and over[0].isupper() and below[0].isupper()
        for over, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )


def _is_sung(draft: Draft, index: int, lines: list[str]) -> bool:
    """True for four narrow lines or more, announced above, most of which begin small: a song with few points."""
    low = sum(not _starts_high(line) for line in lines)
    return (
        len(lines) > _STANZA
        and draft.stop[index]
        and max(map(len, lines)) <= _NARROW
        and low * 2 >= len(lines)
        and draft.text[index].count(" ") >= _STANZA * len(lines)
        and not any(map(_CODE.search, lines))
    )


def _is_low_verse(draft: Draft, index: int, lines: list[str], ended: int) -> bool:
    """True for a stanza whose lines begin small: three in four end with a point, where prose breaks anywhere.

    Entries of a list are shorter.
    """
    return (
        len(lines) > _STANZA
        and draft.segments[index].rule == "stanza"
        and ended * 4 >= 3 * len(lines)
        and draft.stop[index]
        and max(map(len, lines)) <= _NARROW
        and draft.text[index].count(" ") >= _VERSE * len(lines)
    )


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
            and not draft.anthology
            and not _heads_period(draft, after)
            and not _heads_verse(draft, after)
            and len(text.split()) <= 6
            and title_case(text)
            and not division(text, draft.cues)
        )
    return False
