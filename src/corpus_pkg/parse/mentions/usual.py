"""The usual forms, read at once: what nothing around can belong to needs no grammar and repeats in any text.

A form is usual where one pattern matches it with a pause or an unsuspicious word behind it, and the words before
it modify nothing. Its value is what the whole grammar says of the surface alone, kept by surface. Everything
else goes the long way; a test holds that both ways agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.model import Mention, Span

from .beside import BELONGS, BRACKET, FREE, FROM, HANGS, MEANING, OPENER, OPENS, RANGE, SKIPPED
from .counted import is_counted
from .guard import in_name
from .paragraph import Paragraph

if TYPE_CHECKING:
    from .plain import Asked
    from .usual_forms import Usual

_WINDOW = 44
_NEXT = re.compile(r"\s([^\W\d_]{1,2}(?!\.)|[^\W\d_]{3,})(?![\w'’-])")
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
    if place and text[place - 1] not in " \n(":
        return None
    match = found.match(text, place, end)
    if match is None:
        return None
    form, word = match.groups()
    said, asked, suspects = found.known[form]
    if not said:
        return None
    if (
        word is not None
        and (word in suspects or not word.islower() or word >= "\u1100")
        and _belongs(text, match, end, found, asked)
    ):
        return None
    if asked is not None and asked.behind and not _stands(text, match, end, floor, found, asked, named):
        return None
    start, stop = place, place + len(form)
    cut = text.rfind(" ", place - _WINDOW, place - 1)
    left = text[cut + 1 : place - 1].lower() if floor <= cut < place else ""
    # Most often a word of no meaning for a date stands before it; anything else is looked at closely.
    if not left.isalpha() or left in found.near or found.roman or (asked is not None and asked.before):
        start = _start(text, floor, match, found, asked)
        if start < 0:
            return None
        if start < place:
            said = (text[start:stop], *said[1:])
    mention: Mention = _new(Mention, (segment, _new(Span, (start, stop)), *said))
    if word is not None and not word.islower():
        here = Paragraph(text, floor, end, found.language)
        return mention._replace(in_name=in_name(here, begin, start, stop))
    return mention


def _belongs(text: str, match: re.Match[str], end: int, found: Usual, asked: Asked | None) -> bool:
    """Whether the word behind a form may belong to it, alone or with the one that follows."""
    word, stop, beside = match[2], match.end(1), found.beside
    dated = asked is None or asked.day is None
    if not word.islower():
        # A name, where the year is there: a street where the year stands alone.
        return (
            not dated
            or not word[0].isupper()
            or word.lower() in beside.suspects(asked)
            or (
                asked is not None
                and asked.alone
                and found.language.guard.street.match(text, stop, end) is not None
            )
        )
    if word >= "\u1100" or word not in (beside.leading if dated else beside.leading_day):
        return True
    follows = _NEXT.match(text, match.end(), end)
    return (
        follows is None
        or not follows[1].islower()
        or follows[1] >= "\u1100"
        or follows[1] in beside.modifying
        or text[follows.start(1) : follows.start(1) + 3].lower() in found.language.grammar.kinds
    )


def _stands(  # noqa: PLR0917 - what may be around a form
    text: str,
    match: re.Match[str],
    end: int,
    floor: int,
    found: Usual,
    asked: Asked,
    named: frozenset[tuple[int, int]],
) -> bool:
    """Whether nothing is counted behind a form, and a day without a year has none around it."""
    if asked.counts:
        return not is_counted(Paragraph(text, floor, end, found.language), match.end(1))
    if asked.day is None:
        return not asked.decade or text[match.end(1)] != ","
    if text[match.end(1)] in ",)" or asked.day in named:
        return False
    tail = found.language.grammar.spelled_tail
    if tail is not None and match[2] and tail.match(text, match.end(1), end):
        return False
    before = text[max(floor, match.start() - _WINDOW) : match.start()].lower()
    for mark in found.beside.marks:  # noqa: SIM110 - half the time of any()
        if mark in before:
            return False
    return True


def _start(text: str, floor: int, match: re.Match[str], found: Usual, asked: Asked | None) -> int:
    """Where the mention of the form begins; -1 where a word before it may belong to it.

    A year ``alone`` needs a word that makes it one, or a bracket closed behind it. To an interval, ``linked``,
    belongs what opens it; the word behind what closes one may lead to the end of another.
    """
    at = place = match.start()
    alone, linked = (asked.alone, asked.linked) if asked is not None else (False, False)
    if place == floor:
        return -1 if alone else place
    low = max(floor, place - _WINDOW)
    before = found.before
    for _ in range(4):
        cut = text.rfind(" ", low, at - 1)
        if cut < low and floor < low:
            return -1
        kind = before[text[cut + 1 if cut >= low else low : at]]
        if kind == BRACKET:
            return place if not alone or text[match.end(1)] == ")" else -1
        if alone and at == place and not kind & OPENS:
            return -1
        meaning = kind & MEANING
        if meaning > SKIPPED or (linked and kind & RANGE):
            return _opened(match, at, cut + 1 if cut >= low else low, kind, found, asked)
        if meaning == FREE or cut < low:
            return place
        at = cut + 1
    return -1


def _opened(  # noqa: PLR0917 - what is known of a word
    match: re.Match[str], stop: int, start: int, kind: int, found: Usual, asked: Asked | None
) -> int:
    """Where a mention begins before which a word that means something runs from ``start`` to ``stop``."""
    place, meaning = match.start(), kind & MEANING
    closes = match[2] in found.beside.closers
    if asked is not None and asked.linked and kind & RANGE:
        return start if stop == place and kind & FROM and not closes else -1
    if meaning == HANGS:
        return -1 if asked is not None and (asked.linked or asked.day) else place
    return -1 if meaning == BELONGS or (meaning == OPENER and closes) else place
