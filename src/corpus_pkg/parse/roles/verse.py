"""Verse: lines broken before the margin, and what only looks like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.draft import QUOTE_OPEN
from corpus_pkg.parse.roles.lists import is_marked
from corpus_pkg.parse.roles.shape import is_cased, is_name, title_case
from corpus_pkg.parse.roles.valedictions import is_closing

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_REOPENED = "“„"
_FIGURES = re.compile(r"(?<!\w)\d{2,}(?!\w)")
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
_DISH = 4
"""Words of a line on a card, or of a dish on a bill of fare, at most."""
_SIGNS = re.compile(r"[“\"]?(?:I am, |We are, )?[Yy](?:our|ours)\b(?:,?\s[\w’-]+){1,5},?\Z")
"""How the line over a name begins that says whose the writer is."""
_CODE = re.compile(r"[=(){}\[\]<>_\\/#@|]")


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
    if _is_speech(lines) or _is_inscribed(lines) or _is_card(lines):
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
    if len(lines) == _COUPLET and _SIGNS.match(lines[0]) and is_name(lines[1]):
        return False  # whose the writer is, and his name
    if len(lines) == _COUPLET and lines[0][-1] == "," and is_name(lines[0]) and lines[1][0].islower():
        return False  # who signs, and as what
    if _is_low_verse(draft, index, lines, ended):
        return True
    if high * 2 < len(lines) or (high * 10 < 7 * len(lines) and ended * 5 < 4 * len(lines)):
        return False
    if lines[-1][-1] not in ".!?;:,—–…”’\"'。，！？；" and not _is_cut(draft, index):
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


def _is_cut(draft: Draft, index: int) -> bool:
    """True where a page number parts lines from lines that may be of the same stanza."""
    after = index + 1
    while after < len(draft) and draft.role[after] == "page_furniture":
        after += 1
    return index + 1 < after < len(draft) and draft.segments[after].rule in ("stanza", "continued")


def _is_inscribed(lines: list[str]) -> bool:
    """True for what is centred on a stone, a card or a page of honour: a link alone on a line between two names."""
    return any(
        line in _LINKS and over[0].isupper() and below[0].isupper()
        for over, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )


def _is_card(lines: list[str]) -> bool:
    """True for names and places in which every word has its capital, and for dishes: few words and a stop each."""
    words = sum(line.count(" ") + 1 for line in lines)
    if words > _DISH * len(lines) or words < len(lines) + 2:
        return False
    return all(map(title_case, lines)) and (
        all(line[-1] == "." for line in lines)
        or (lines[-1][-1] == "." and all(line[-1] == "," for line in lines[:-1]))
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

    Half of them begin with a figure; two lines or more, and a third of them, hold a number of two figures; or the
    second of two ends with a number.
    """
    if len(lines) == _COUPLET and lines[1].rstrip(".)").endswith(tuple("0123456789")):
        return True
    if sum(line.lstrip(QUOTE_OPEN)[:1].isdigit() for line in lines) * 2 >= len(lines):
        return True
    found = sum(_FIGURES.search(line) is not None for line in lines)
    return found >= 2 and found * 3 >= len(lines)


def _starts_high(line: str) -> bool:
    bare = line.lstrip("“„«\"'‘’(—–-_*… ")
    return bool(bare) and not bare[0].islower()
