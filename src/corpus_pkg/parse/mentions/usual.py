"""The usual forms, read at once: what nothing around can belong to needs no grammar and repeats in any text.

A form is usual where one pattern matches it with a pause or an unsuspicious word behind it, and the words before
it modify nothing. Its value is what the whole grammar says of the surface alone, kept by surface. Everything
else goes the long way; a test holds that both ways agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.model import Mention, Span

from .guard import in_name
from .numerals import IS_ROMAN
from .paragraph import Paragraph
from .plain import Plain, plain

if TYPE_CHECKING:
    from .usual_forms import Usual

_WINDOW = 44
_STOPS = '.,;:!?)]"”’'
_PARTS = re.compile(r"[-‐('’\"“‘*_\[]")
_NEXT = re.compile(r"\s([^\W\d_]{1,2}(?!\.)|[^\W\d_]{3,})(?![\w'’-])")
MOST = 65536
"""Surfaces, and words before them, kept for a language."""

# What a word before a date means for it: nothing; nothing, but the word before it may; that it may open an interval;
# that it may belong to the date.
_FREE, _SKIPPED, _OPENER, _BELONGS = range(4)
_OPENS = 4
"""Added where a bare number behind the word is a year."""
_new = tuple.__new__
"""Makes a NamedTuple of all its fields at half the price of calling it, where thousands are made."""


def read_usual(  # noqa: PLR0917 - called for every anchor
    text: str,
    begin: int,
    floor: int,
    place: int,
    end: int,
    segment: int,
    found: Usual,
    named: frozenset[tuple[int, int]],
) -> Mention | None:
    """The mention of the usual form at ``place``; None where there is none or anything around may belong to it.

    The segment runs from ``begin`` to ``end``, and is free from ``floor``; ``named`` are months and days that may
    have a year by their name.
    """
    sign = text[place - 1] if place else " "
    if sign not in " \n(":
        return None
    match = found.pattern.match(text, place, end)
    if match is None:
        return None
    form, bare, decade, word, comma, closed = match.groups()
    said, day, linked, counts = found.known.get(form) or _learn(form, found)
    if not said:
        return None
    alone = bare is not None and decade is None
    if word is not None:
        suspects = found.behind if day is None else found.behind_day
        if (counts or word in suspects or not word.islower() or word >= "\u1100") and (
            counts or _belongs(text, match, end, found, alone=alone, dated=day is None)
        ):
            return None
    elif comma is not None and (day is not None or decade is not None):
        return None
    low = max(floor, place - _WINDOW)
    if day is not None and (closed or day in named or not _stands(text, match, end, low, found)):
        return None
    start, stop = place, place + len(form)
    cut = text.rfind(" ", low, place - 1)
    left = text[cut + 1 : place - 1].lower() if cut >= 0 else ""
    # Most often a word of no meaning for a date stands before it; anything else is looked at closely.
    if alone or found.roman or sign == "(" or not left.isalpha() or left in found.beside:
        start = _start(
            text,
            floor,
            place,
            found,
            alone=alone,
            closed=closed is not None,
            linked=linked,
            closes=word in found.closers,
        )
        if start < 0:
            return None
        if start < place:
            said = (text[start:stop], *said[1:])
    mention: Mention = _new(Mention, (segment, _new(Span, (start, stop)), *said))
    if word is not None and not word.islower():
        here = Paragraph(text, floor, end, found.language)
        return mention._replace(in_name=in_name(here, begin, start, stop))
    return mention


_NOTHING = Plain((), None, linked=False, counts=False)


def _belongs(text: str, match: re.Match[str], end: int, found: Usual, *, alone: bool, dated: bool) -> bool:
    """Whether the word behind a form may belong to it, alone or with the one that follows."""
    word, stop = match[4], match.end(1)
    if not word.islower():
        # A name, where the year is there: a street where the year stands alone.
        return (
            not dated
            or not word[0].isupper()
            or word.lower() in found.behind
            or (alone and found.language.guard.street.match(text, stop, end) is not None)
        )
    if word >= "\u1100" or word not in (found.leading if dated else found.leading_day):
        return True
    follows = _NEXT.match(text, match.end(), end)
    return (
        follows is None
        or not follows[1].islower()
        or follows[1] >= "\u1100"
        or follows[1] in found.modifying
        or text[follows.start(1) : follows.start(1) + 3].lower() in found.language.grammar.kinds
    )


def _stands(text: str, match: re.Match[str], end: int, low: int, found: Usual) -> bool:
    """Whether a day without a year has none in words behind it, and no count of years before it."""
    tail = found.language.grammar.spelled_tail
    if tail is not None and tail.match(text, match.end(1), end):
        return False
    window = text[low : match.start()].lower()
    return not any(mark in window for mark in found.marks)


def _start(
    text: str, floor: int, place: int, found: Usual, *, alone: bool, closed: bool, linked: bool, closes: bool
) -> int:
    """Where the mention of the form at ``place`` begins; -1 where a word before it may belong to it.

    A year ``alone`` needs a word that makes it one, or a bracket, ``closed`` behind it. To an interval, ``linked``,
    belongs what opens it; the word behind what ``closes`` may lead to the end of another.
    """
    if place == floor:
        return -1 if alone else place
    if text[place - 1] == "(":
        free = place - 1 == floor or text[place - 2].isspace()
        return place if free and (closed or not alone) else -1
    low, at = max(floor, place - _WINDOW), place - 1
    for _ in range(4):
        cut = text.rfind(" ", low, at)
        if cut < low and floor < low:
            return -1
        word = text[cut + 1 if cut >= low else low : at]
        kind = found.left.get(word)
        if kind is None:
            kind = _learn_left(word, found)
        if alone and at == place - 1 and kind < _OPENS:
            return -1
        if linked and not found.openers.isdisjoint(word.lower().split()):
            own = at == place - 1 and word.lower() in found.froms and not closes
            return at - len(word) if own else -1
        kind %= _OPENS
        if kind == _BELONGS or (kind == _OPENER and closes):
            return -1
        if kind != _SKIPPED or cut < low:
            return place
        at = cut
    return -1


def _learn_left(token: str, found: Usual) -> int:
    """What the text between two spaces, most often a word, means for a date behind it."""
    words = token.lower().split()
    kind = next((kind for word in reversed(words) if (kind := _left(word, found)) != _SKIPPED), _SKIPPED)
    if words and words[-1] in found.opening:
        kind += _OPENS
    if len(found.left) > MOST:
        found.left.clear()
    found.left[token] = kind
    return kind


def _left(word: str, found: Usual) -> int:
    if found.roman and IS_ROMAN.fullmatch(word):
        return _BELONGS
    if word in found.skipped:
        return _SKIPPED
    if word.isalpha():
        if word in found.before:
            return _BELONGS
        return _OPENER if word in found.openers else _FREE
    last = _PARTS.split(word)[-1]
    if word in found.before or last in found.before or last in found.skipped or word[0].isdigit():
        return _BELONGS
    return _FREE if word.rstrip(_STOPS)[-1:].isalpha() else _BELONGS


def _learn(form: str, found: Usual) -> Plain:
    """What a surface says, kept; nothing where it is no date."""
    if len(found.known) > MOST:
        found.known.clear()
    found.known[form] = said = plain(form, found.language.grammar.words) or _NOTHING
    return said
