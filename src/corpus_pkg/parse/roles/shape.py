"""The shapes of short lines: titles in capitals, names, numbers of divisions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import word_lists

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.cues import Cues

_WORDS = word_lists("words")
ROMAN = re.compile(r"(?=[IVX]|[LC][IVXLC])(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))[.:]?\Z")
ENDS = re.compile(
    r"(?:the )?end(?: of (?:the )?(?:\w+\s){0,3}\w+)?\.?|(?:finis|ende|fin|fine|конец)\.?"
    r"|(?:fine del|fin del?|ende des|конец) .{3,20}",
    re.IGNORECASE,
)
"""What stands under the last line of a book or a part."""
# A word with its apostrophes and hyphens: in "Ever-victorious" only the first half need be a capital.
_COMPOUND = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_CJK_DIVISION = re.compile(
    r"제\s?[\d一二三四五六七八九十백천]{1,4}\s?(?:[장절편부막권과]|회(?=\s?(?:[:：.]|\Z)))"
    r"|第[\d〇一二三四五六七八九十百千]{1,5}\s?(?:[章节節卷編编篇]|[回部话話幕課](?=[\s　:：、.「『《〈(（-]|\Z))"
)
"""Meetings are counted too: 第12回交流訪問団, 제12회 총회."""


@lru_cache(maxsize=2048)
def title_case(text: str) -> bool:
    """True where every word that a title would capitalise is capitalised."""
    words = _COMPOUND.findall(text)
    major = [word for word in words if word.lower() not in _WORDS["minor"]]
    if not major:
        return bool(words) and words[0][0].isupper()
    return not any(word[0].islower() for word in major)


def is_cased(text: str) -> bool:
    """True where a text has letters with case."""
    head = text[:20]
    return head.lower() != head.upper() or text.lower() != text.upper()


def all_capitals(text: str) -> bool:
    """True where a text has at least three letters with case and all of them are capitals."""
    return text.upper() == text and is_cased(text) and sum(char.isalpha() for char in text) >= 3


def is_name(text: str) -> bool:
    """True for up to five capitalised words or initials, particles aside: what a person's name looks like."""
    bare = text.strip("“”\"'‘’ ").rstrip(".,")
    words = bare.replace(".", ". ").split()
    if not 1 <= len(words) <= 5 or any(char.isdigit() or char in ":;!?" for char in bare):
        return False
    return (
        all(word[0].isupper() or word.lower().strip(".") in _WORDS["particles"] for word in words)
        and words[0][0].isupper()
    )


def is_person(text: str) -> bool:
    """True for two to four capitalised words, particles aside: a whole name with nothing beside it."""
    words = text.split()
    if not 2 <= len(words) <= 4 or words[0].casefold() in _WORDS["minor"]:
        return False
    numbered = len(words) > 2 and ROMAN.match(words[0]) and words[1][-1] != "." and text.isupper()
    return not numbered and is_name(text)


def division(text: str, cues: Cues) -> str | None:
    """The kind of a numbered division that a line names ("chapter", "part", "numeral" …), or None."""
    return _division(text, cues.division) if len(text) <= 120 else None


@lru_cache(maxsize=2048)
def _division(text: str, kinds: frozenset[str]) -> str | None:
    if ROMAN.match(text):
        return "numeral"
    low = text.casefold()
    first = low.split(None, 1)[0].strip('.:,—-[]()“"')
    if first in kinds:
        rest = text[len(first) :].strip(" .:—-").removeprefix("the ").removeprefix("THE ")
        head = rest.split(None, 1)[0].strip(".:,—-") if rest else ""
        if head and (
            head.isdigit()
            or ROMAN.match(head)
            or _is_numeral_word(head)
            or (len(head) == 1 and not head.islower())
        ):
            return first
    last = (low.rstrip(".: ") or low).rsplit(None, 1)[-1]
    if last in kinds and len(low.split()) <= 4 and _is_numeral_word(low.split()[0]):
        return last
    found = _CJK_DIVISION.match(text)
    if found:
        return found[0][-1]
    return None


def _is_numeral_word(word: str) -> bool:
    return word.casefold() in _WORDS["numerals"]


def is_plain_sentence(text: str) -> bool:
    """True for a short sentence that no name, title, closing or numbered division looks like."""
    words = text.split(None, 8)
    if text[-1] != ".":
        return False
    if not is_cased(text):
        return len(words) >= 4
    return len(words) >= 5 and sum(word[0].islower() for word in words) >= 3
