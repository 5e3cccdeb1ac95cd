"""The words that open an interval: between, from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .guard import word_before
from .unspaced import matched_left

if TYPE_CHECKING:
    from .paragraph import Paragraph


def opener(here: Paragraph, start: int, *, between: bool) -> int | None:
    """Where the ``from`` or ``between`` right before ``start`` begins, an article in between allowed."""
    rules = here.language.grammar
    word = word_before(here, start).lstrip("([“")
    if word not in rules.openers and word not in rules.articles and word.rstrip(",.") not in rules.weekdays:
        return None
    if here.language.unspaced:
        left = matched_left(rules.opener, here.text, here.floor, start, here.language.tag)
        fits = left and (bool(left["both"]) or between == bool(left["between"]))
        return left.start() if left and fits else None
    at = start
    for _ in range(3):
        at = word_start(here, at)
        while here.text[at] in "([“":
            at += 1
        match = rules.opener.fullmatch(here.text, at, start)
        if match and (match["both"] or bool(match["between"]) == between):
            return at
    return None


def word_start(here: Paragraph, stop: int) -> int:
    """Start of the word that ends before ``stop``, white space between them skipped."""
    text, floor, at = here.text, here.floor, stop
    while at > floor and text[at - 1].isspace():
        at -= 1
    words = text[max(floor, at - 40) : at].rsplit(None, 1)
    return at - len(words[-1]) if words else at
