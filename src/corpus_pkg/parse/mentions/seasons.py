"""Seasons, and the quarters and halves of a year in letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .edtf import Date
from .guard import word_before
from .numerals import roman
from .periods import Reading
from .years import year

if TYPE_CHECKING:
    import re

    from .paragraph import Paragraph


def season(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A season with its year, or bare (kept only where a modifier or the context places it)."""
    place = here.language.grammar.words.number("seasons", match["season"])
    if place is None:
        return None
    value = Date(month=21 + place)
    if _is_verb(match, here):
        return None
    if not match["y"]:
        return Reading(match.start(), match.end("season"), value, "season", "season.bare")
    found = year(match["y"], here.language.tag)
    if found is None:
        return None
    value = value._replace(year=found.text)
    return Reading(match.start(), match.end(), value, "season", "season", found.calendar)


def _is_verb(match: re.Match[str], here: Paragraph) -> bool:
    """Whether the season's name is a verb: prices fall in 1946, what springs from it, the duties that fall under it."""
    words = here.language.grammar.words
    if match["season"] not in words.words("verbs"):
        return False
    left = word_before(here, match.start())
    behind = here.text[match.end("season") : match.end("season") + 12].split(None, 1)
    follows = behind[0] if behind else ""
    if match["y"]:
        return follows in words.words("within") and left not in words.words("articles")
    return left == "that" and follows in words.words("verb_particles")


def quarter(match: re.Match[str], here: Paragraph) -> Reading | None:
    """A quarter or half of a year in letters: Q3 2018, 2018 Q3."""
    found = year(match["y"], here.language.tag)
    if found is None:
        return None
    written = match["n"] or match["h"]
    number = int(written) if written.isdigit() else roman(written)
    value = Date(found.text, 32 + number if match["n"] else 39 + number)
    return Reading(match.start(), match.end(), value, "season", "quarter")


def quarter_last(match: re.Match[str], here: Paragraph) -> Reading | None:
    """The same with the year or the number first: 2018 Q3, 3Q 2018."""
    found = year(match["qy"] or match["yq"], here.language.tag)
    if found is None:
        return None
    number = match["qn"] or match["nq"]
    value = Date(found.text, 32 + int(number) if number else 39 + int(match["qh"] or match["nh"]))
    return Reading(match.start(), match.end(), value, "season", "quarter")
