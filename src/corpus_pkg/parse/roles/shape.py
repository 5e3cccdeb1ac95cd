"""The shapes of short lines: titles in capitals, names, dates, numbers of divisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.draft import WORD

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.cues import Cues

ROMAN = re.compile(r"(?=[IVX]|[LC][IVXLC])(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))[.:]?\Z")
# Words that titles leave in lower case.
_MINOR = frozenset(
    "a an the and or nor but of in on at to by for from with as into onto over under upon than via per vs v de la le les "
    "des du d l el los las del y e et von van der den das die und zu zum zur im am di da dei della delle il lo i al is "
    "its it or so that".split()
)
# A word with its apostrophes and hyphens: in "Ever-victorious" only the first half need be a capital.
_COMPOUND = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_PARTICLES = frozenset("de da di du von van der den la le del des dos ibn bin al el y zu zur of the".split())
_NUMBERED = re.compile(r"(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3}){0,3})[.):]?\s+\S")
_CJK_DIVISION = re.compile(r"(?:제\s?[\d一二三四五六七八九十백천]{1,4}\s?[장절편부회막권과]|第[\d〇一二三四五六七八九十百千]{1,5}\s?[章节節回卷部編编篇話话幕課])")
_DIGIT = re.compile(r"\d|[〇一二三四五六七八九十]{2}年")
_DATE_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)|(?<![０-９])[０-９]{4}(?![０-９])")
_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}\s?[-./]\s{0,2}\d{1,2}\s?[-./]\s{0,2}\d{1,4}(?!\d)")
_EAST_DATE = re.compile(r"\d{1,4}\s?[年년]|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|[〇一二三四五六七八九十]{2,4}年|(?:明治|大正|昭和|平成|令和|주체|主体)\s?[\d元]+")
_EAST_UNIT = frozenset(["年", "月", "日", "년", "월", "일", "시", "분", "초", "時", "分", "時分", "오전", "오후", "午前", "午後", "st", "nd", "rd", "th", "er", "h", "주체", "令和", "平成", "昭和", "大正", "明治", "г", "року", "r", "и"])


def title_case(text: str) -> bool:
    """True where every word that a title would capitalise is capitalised."""
    words = _COMPOUND.findall(text)
    major = [word for word in words if word.lower() not in _MINOR]
    if not major:
        return bool(words) and words[0][0].isupper()
    return not any(word[0].islower() for word in major)


def is_cased(text: str) -> bool:
    """True where a text has letters with case."""
    return text.lower() != text.upper()


def all_capitals(text: str) -> bool:
    """True where a text has at least three letters with case and all of them are capitals."""
    return text.upper() == text and is_cased(text) and sum(char.isalpha() for char in text) >= 3


def is_name(text: str) -> bool:
    """True for up to five capitalised words or initials, particles aside: what a person's name looks like."""
    bare = text.strip("“”\"'‘’ ").rstrip(".,")
    words = bare.replace(".", ". ").split()
    if not 1 <= len(words) <= 5 or any(char.isdigit() for char in bare):
        return False
    return all(word[0].isupper() or word.lower().strip(".") in _PARTICLES for word in words) and words[0][0].isupper()


def division(text: str, cues: Cues) -> str | None:
    """The kind of a numbered division that a line names ("chapter", "part", "numeral" …), or None."""
    if len(text) > 120:
        return None
    if ROMAN.match(text):
        return "numeral"
    low = text.casefold()
    first = low.split(None, 1)[0].strip(".:,—-[]()“\"")
    if first in cues.division:
        rest = text[len(first) :].strip(" .:—-")
        head = rest.split(None, 1)[0].strip(".:,—-") if rest else ""
        if head and (head.isdigit() or ROMAN.match(head) or _is_numeral_word(head) or len(head) == 1):
            return first
    last = low.rstrip(".: ").rsplit(None, 1)[-1]
    if last in cues.division and len(low.split()) <= 4 and _is_numeral_word(low.split()[0]):
        return last
    found = _CJK_DIVISION.match(text)
    if found:
        return found[0][-1]
    return None


def _is_numeral_word(word: str) -> bool:
    return word.casefold() in _NUMERAL_WORDS


_NUMERAL_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh eighth "
    "ninth tenth last the erster erste erstes zweiter zweite zweites dritter dritte drittes vierter vierte viertes fünfter "
    "fünfte premier première deuxième troisième quatrième cinquième primero primera segundo segunda tercero tercera cuarto "
    "primo prima secondo terzo quarto первая вторая третья первый второй третий четвертая пятая quinto".split()
)


def is_dateline(text: str, size: int, cues: Cues) -> str | None:
    """The rule by which a line only dates, places or files something, or None.

    A date that is complete (or a month, a year with a place before it) and beside it only labels, capitalised
    words of a place, section or author, and clock times.
    """
    if size > 110 or _DIGIT.search(text) is None:
        return _seasonless(text, size, cues)
    low = text.casefold()
    tokens = _DATE_TOKEN.findall(text)
    if len(tokens) > 24:
        return None
    rest = []
    month = False
    for token in tokens:
        folded = token.casefold()
        if token.isdigit() or folded in _EAST_UNIT:
            continue
        if folded in cues.months and (token[0].isupper() or len(folded) > 3):
            month = True
            continue
        if folded in cues.date_words:
            continue
        rest.append(token)
    year = _YEAR.search(text) is not None
    full = _NUMERIC_DATE.search(text) is not None or _EAST_DATE.search(text) is not None
    if not (full or month or year):
        return None
    if not rest:
        return "date" if full or month else ("year" if len(tokens) <= 3 else None)
    if len(rest) > 6 or ("(" in text and not full and not month):
        return None
    if not year and not _NUMERIC_DATE.search(text):
        return None
    if any(token[0].islower() for token in rest):
        return None
    cased = is_cased("".join(rest))
    if full or (month and year):
        ends = full and not cased or text.rstrip(" .])").endswith(tuple("0123456789일日")) or low.startswith(("by ", "von ", "par ", "por "))
        return "place_date" if ends or len(rest) <= 3 else None
    if cased and len(rest) <= 3 and ("," in text) and (year or month) and text.rstrip(" .")[-1].isdigit():
        return "place_year"
    return None


def _seasonless(text: str, size: int, cues: Cues) -> str | None:
    if size > 40 or not text[0].isupper() or text.count(" ") > 4:
        return None
    words = [word.casefold() for word in WORD.findall(text)]
    return "date" if len(words) >= 2 and all(word in cues.date_words for word in words) and words[-1] in cues.months else None
