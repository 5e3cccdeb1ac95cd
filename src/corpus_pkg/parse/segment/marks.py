"""Signs at the ends of a line that say whether it goes on."""

from __future__ import annotations

import re

from corpus_pkg.parse.points import BEHIND_DASH, MARK
from corpus_pkg.parse.segment.words import WORDS

_STOPS = frozenset(".!?…。！？｡؟۔।॥։።›»⁈⁉")
_CLOSERS = "\"'”’»›)]}）］｝〉》」』】〕*_\u201d\u00b4`"
_MARKER = re.compile(rf"{MARK}|[-*+–—^↑]{BEHIND_DASH}")
_ARTICLE = re.compile(
    r"제\s?\d{1,3}\s?조|第[一二三四五六七八九十百\d]{1,4}[条條]|(?:Art(?:icle|ikel|\.)|§)\s?\d"
)
_REFERENCES = re.compile(
    r"(?:\s?\[(?:\d{1,3}|[a-z]|주 ?\d{1,3}|注 ?\d{1,3}|(?:note|nota|Anm\.) \d{1,3})\])+\Z"
)
"""References to notes behind the end of a sentence: ``it was so.[3][4]``"""
_LINKING = frozenset(WORDS["linking"])
_WHOLE = tuple(WORDS["whole"])
_MIDDLE = _LINKING.difference(WORDS["articles"])
_PARTICLES = frozenset(WORDS["particles"])
_VERB = 2
"""Words of a verb with its preposition."""
_POSTED = re.compile(
    r"(?:le|el|il|em|am|den|dne|dnia|op|på|a) \d{1,2}\b.{3,40}\b\d{1,2}\s?[:.h]\s?\d\d(?: ?(?:uhr|hs?|ore))?\Z"
)
"""The day and the minute of a posting, under who posted it: ``le 3 mai 2012 à 11:20``."""


def ends_sentence(text: str) -> bool:
    """True where the last sign, brackets and quotes aside, is one that ends a sentence."""
    last = text[-1]
    if last in _STOPS:
        return True
    if last not in _CLOSERS:
        return False
    if last == "]":
        text = _REFERENCES.sub("", text[-40:]) or text
    bare = text[-8:].rstrip(_CLOSERS + " ")
    return bool(bare) and bare[-1] in _STOPS


def starts_low(text: str) -> bool:
    """True where a line begins in lower case, opening quotes and brackets aside."""
    first = text[0]
    return first.islower() or (
        not first.isalnum() and len(text) > 1 and first in "“‘\"'(*_" and text[1].islower()
    )


def has_marker(text: str) -> bool:
    """True where a line begins with the mark of a list's point."""
    return _MARKER.match(text) is not None


def has_article(text: str) -> bool:
    """True where a line begins with the number of an article of law, which running text may begin with too."""
    return _ARTICLE.match(text) is not None


def goes_on(text: str, following: str) -> bool:
    """True where one line's end or the next one's beginning says that the two are one."""
    last = text[-1]
    if last in ",;&-–—、，‐\u00ad" or text.endswith(" ⸻"):
        return True
    if following[0].islower() and not has_marker(following):
        return not ends_sentence(text) and _POSTED.match(following) is None
    if following.isupper() and text.isupper() and _links(following):
        return True
    before, _, word = text.rstrip("*_").rpartition(" ")
    begins = text.isupper() or before.endswith((".", "!", "?"))
    if (word.lower() if begins else word) in _LINKING and not _is_button(text, word, following):
        return True
    return _is_open(text)


def _links(text: str) -> bool:
    """True where a line in capitals begins as the middle of a title does: ``OF THE FEDERATION``."""
    first, _, rest = text.partition(" ")
    return bool(rest) and first.lower() in _MIDDLE


def _is_button(text: str, last: str, following: str) -> bool:
    """True for an entry of a menu whose verb takes its preposition behind it: ``Log in``, ``What's on``."""
    if text.casefold().endswith(_WHOLE):
        return True
    return last in _PARTICLES and len(text.split()) == _VERB and following[0].isupper()


def _is_open(text: str) -> bool:
    return (
        text.count("**") % 2 == 1
        or text.count("(") > text.count(")")
        or ("„" not in text and text.count("“") > text.count("”"))
        or text.count("《") > text.count("》")
        or text.count("「") > text.count("」")
    )
