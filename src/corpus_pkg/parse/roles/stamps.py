"""Lines over an article that say in one who wrote it and when: ``By Ada Marsh on June 29, 2014 at 8:08 pm``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.datelines import is_byline, is_dateline
from corpus_pkg.parse.roles.shape import is_name, is_person

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.cues import Cues

_LONGEST, _PARTS, _NAMES = 160, 5, 2
"""Columns of such a line, the parts that signs make of it, and those of them that may be names alone, at most."""
_PARTED = re.compile(r"\s+[|•·¦]\s+|\s+[–—-]\s+")
_BESIDE = re.compile(
    r",?\s(?:(?:follow\s)?@\w{2,30}|rss(?:[ -](?:feed|лента|канал|フィード))?\Z"
    r"|\d[\d,.]{0,8}\s?(?:comments?|commentaires?|kommentare?|comentarios?|commenti|shares?|views?|reactions?))(?!\w)",
    re.IGNORECASE,
)
"""Buttons and counters on the same line."""
_CLOCK = re.compile(
    r",?(?:\s(?:at|um|à|às|a las|alle|kl\.?|ore))?\s(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?"
    r"(?:\s?[ap]\.?m(?:\.|\b))?(?:\s(?-i:[A-Z]{2,4}|Uhr)\b)?",
    re.IGNORECASE,
)
_MINUTE = re.compile(r"\d{1,2}[./-]\d{1,2}\.?,?\s(?:[01]?\d|2[0-3]):[0-5]\d\Z")
_SITE = re.compile(r"\b[\w-]{2,24}\.(?:com|net|org|info|news|id|ru|tv)\b", re.IGNORECASE)
"""A paper by the name of its site."""
_ASIDE = re.compile(r"\s\([^()]{2,60}\)\Z")
"""Who helped, behind the author."""
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMED = 9
"""Words of the names before a day, at most."""


def filed_by(text: str, size: int, cues: Cues) -> str | None:
    """The rule by which a line only dates, places, signs or files a text, or None."""
    rule = is_dateline(text, size, cues)
    if rule is None and size <= _LONGEST and any(map(str.isdigit, text)) and _is_stamp(text, cues):
        return "place_date"
    return rule


def is_minute(text: str) -> bool:
    """True for a day and a minute without a year: ``02.04 11:40``."""
    return _MINUTE.match(text) is not None


def _is_stamp(text: str, cues: Cues) -> bool:
    bare = _SITE.sub("Site", _CLOCK.sub("", _BESIDE.sub("", text))).strip(" ,|•·")
    if bare != text and is_dateline(bare, len(bare), cues):
        return True
    parts = [part for one in _PARTED.split(bare) if (part := one.strip(" ,|•·"))]
    if len(parts) == 1:
        return _signs_and_dates(bare, cues)
    if len(parts) > _PARTS:
        return False
    dated = [part for part in parts if is_dateline(part, len(part), cues) or _signs_and_dates(part, cues)]
    signed = [
        part
        for part in parts
        if part not in dated and is_byline(part_of := _ASIDE.sub("", part), len(part_of))
    ]
    agency = [part for part in parts if fold(part) in cues.agency]
    named = [part for part in parts if part not in dated and part not in signed and part not in agency]
    # Without who wrote it, a name and a day may be an entry of a menu.
    return bool(dated and (signed or agency)) and len(named) <= _NAMES and all(map(is_name, named))


def _signs_and_dates(text: str, cues: Cues) -> bool:
    """True for a byline, or for a person and a paper, with a day behind it; behind a byline the year may be wanting."""
    words = text.split()
    for place in range(2, min(len(words), _NAMED + 1)):
        when = " ".join(words[place:])
        if not _is_day(when, cues):
            continue
        who = " ".join(words[:place]).rstrip(",")
        if is_byline(who, len(who)):
            return True
        person, _, paper = who.partition(", ")
        return bool(paper) and is_person(person) and is_name(paper) and _YEAR.search(when) is not None
    return False


def _is_day(text: str, cues: Cues) -> bool:
    """True for nothing but a day of a month, with or without its year, and the words that lead to it."""
    tokens = _TOKEN.findall(text)
    if not 2 <= len(tokens) <= 6:
        return False
    low = [fold(token) for token in tokens]
    named = any(token in cues.months and len(token) >= 3 for token in low)
    figures = [token for token in tokens if token.isdigit()]
    whole = named or len(figures) == 3
    return (
        whole
        and bool(figures)
        and tokens[0][0] != "0"
        and all(
            token.isdigit() or fold(token) in cues.date_words or fold(token) in cues.months
            for token in tokens
        )
    )
