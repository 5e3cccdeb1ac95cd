"""Datelines: lines that only date, place or file something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.bylines import DESK, KEEPERS, WRITER
from corpus_pkg.parse.roles.cues import MARKS, fold, word_lists
from corpus_pkg.parse.roles.draft import WORD
from corpus_pkg.parse.roles.postings import bare_posting
from corpus_pkg.parse.roles.shape import is_cased, is_name

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.cues import Cues

BYLINE = re.compile(
    r"(?:(?:(?:interview(?:ed)?|written|text|photos?|photographs?|photography|pictures|pics?|drawings|illustrations?|illustrated"
    r"|analysis|opinion|commentary|review|essay|story|perspective|propos recueillis|entrevista|intervista|analyse"
    r"|posted|reported|delivered|geschrieben|verfasst|écrit|rédigé|escrito|scritto) )?"
    r"(?:by|von|par|por|di|door|av):?"
    r"|(?:posted|written|geschrieben|écrit|escrito) (?:by|von|par|por):"
    r"|(?:작성자|글쓴이|등록자|기자명|作者|投稿者)\s?[:：]?"
    r"|das gespräch führten?|a cura di|автор:?|text:|беседовала?|записала?|подготовила?)\s"
    rf"|(?:{WRITER})\s?",
    re.IGNORECASE,
)
_BYLINE_COLUMNS = 80
_REPORTED = re.compile(
    r"(?:[가-힣A-Za-z]{2,12}\s)?[가-힣]{2,4}\s?(?:기자|특파원|논설위원|편집위원|선임기자|통신원)(?:\s\S+@\S+)?\Z"
    r"|(?:本报|本社|本刊|新华社|新華社)?(?:记者|記者|通讯员)[:：\s]\s?\S{2,8}\Z|(?:文|文・写真|取材・文)\s?[/／・=＝:：]\s?\S{2,10}\Z"
)
"""Who reports, in Korean, Chinese and Japanese."""
_PAPER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔（(\[]\s?\d{4}\s?[〕）)\]]\s?第?\s?\d{1,5}\s?号\Z")
"""The number of an official paper: ``石政发〔1986〕14号``."""
_FILED = re.compile(
    r"(?:(?:our|your) )?ref(?:erence)?(?:[.:]|\sno)[.:]?\s?\S*\d"
    r"|(?:aktenzeichen|az\.|unser zeichen|n/réf\.?|nos réf\.?|réf\.)\s?:?\s?\S*\d"
    r"|(?:исх|вх)\.?\s?№\s?\d",
    re.IGNORECASE,
)
_REFERENCE = 40
"""Columns of the line that says under which number a letter is filed."""
_ISSUE = re.compile(
    r"(?:\A|[,;»”\")|·]\s?)(?:№|n[°º]|(?:no|nr|núm|num|issue|vol)\.?\s|제\s?(?=\d+\s?호)|第(?=\d+\s?[号號期]))\s?\d+"
    r"\s?[호号號期]?(?:\s?[(（]\d+[)）])?\s?[,;|·–—-]",
    re.IGNORECASE,
)
"""The number of an issue between a name and a date."""
_NUMBERED = 80
"""Columns of the line that numbers and dates an issue."""
_SHORT, _WHOLE = 3, frozenset({"may", "mai", "maj", "mei"})
"""Letters of a month that is shortened, and months that are as short."""
_UNITS = word_lists("words")["date_units"]
_PARTICLES = word_lists("words")["particles"] - {"of"}
_ASCII_DIGIT = re.compile("[0-9]")
_DIGIT = re.compile(r"\d|[〇一二三四五六七八九十元]年")
_EAST_WHOLE = re.compile(
    r"(?:明治|大正|昭和|平成|令和|主体)?[〇一二三四五六七八九十百千元]{1,7}年(?:[一二三四五六七八九十]{1,3}月)?(?:[一二三四五六七八九十]{1,3}日)?\Z"
)
_PERIOD = re.compile(
    r"[(（]?(?P<d>[12]\d{3}\s?[.년年]\s?(?:\d{1,2}\s?[.월月]?\s?(?:\d{1,2}\s?[.일日]?)?)?)\s?[-–—－~〜∼～]\s?"
    r"(?:[12]\d{3}\s?[.년年]\s?)?\d{1,2}\s?[.월月]?\s?(?:\d{1,2}\s?[.일日]?)?\s?[)）]?\Z"
)
"""A period under the heading of a part: ``(1926. 10－1945. 8)``."""
_ERA = r"(?:明治|大正|昭和|平成|令和|民国|主体)?[\d〇一二三四五六七八九十元]{1,4}年(?:[\d一二三四五六七八九十]{1,3}月)?"
_EAST_PERIOD = re.compile(rf"[(（]?{_ERA}\s?[-–—－~〜～]\s?{_ERA}[)）]?\Z")
"""The same in reigns or Chinese figures: ``大正八年～昭和五年``."""
_OF_A_YEAR = re.compile(r"\d\s?(?:[년월일](?:의|에|도)\s|[年月日][のに])")
"""A date with the particle that hangs it on what follows: ``1917년의 삐라``."""
_DATE_TOKEN = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{MARKS}])*")
_NATIVE = re.compile("[٠-٩۰-۹०-९๐-๙]")
_YEAR = re.compile(
    r"(?<!\d)(?:1\d{3}|20\d\d|(?<=[\u0e01-\u0e4e.]\s)25\d\d)(?!\d)|(?<![０-９])[０-９]{4}(?![０-９])"
)
_BESIDE_NAME = re.compile(r"\s?[,|،]")
_UNCASED_NAME = re.compile(rf"(?:(?:[^\W\d_]|[{MARKS}.'׳\"״\u200c-])++\s?){{1,5}}+\Z")
_ROMAN_MONTH = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)"
_NUMERIC_DATE = re.compile(
    rf"(?<!\d)\d{{1,4}}\s?[-./]\s{{0,2}}(?:\d{{1,2}}|{_ROMAN_MONTH})\s?[-./]\s{{0,2}}\d{{1,4}}(?!\d)"
)
_ROMAN_DATE = re.compile(rf"\d\s?[-./]\s?({_ROMAN_MONTH})\s?[-./]\s?\d")
_DAY = re.compile(r"\d\s?[月월]|\d\s?([-./])\s?\d{1,2}\s?\1\s?\d")
_PRICE = re.compile(
    r"[,;|·–—-]?\s(?:price|preis|prix|precio|preço|prezzo|pris|prijs|cena|ár|цена|ціна|정가|값|定价|定價|定価)"
    r"\s?:?\s?(?=\S{0,3}\s?\d|\w+\s\w).{1,20}\Z",
    re.IGNORECASE,
)
"""What an issue costs, behind its number and its date: ``Price 5 cents``."""
_CHANGED = re.compile(r"\b(?:dernière )?mise? à jour(?: le)?\b", re.IGNORECASE)
"""What says in several words when a page was changed."""
_LETTERS = re.compile(r"字(?:号|體|体)(?:大小)?\s?[:：]?\s?(?:A[-+]?|[大中小+T-]|\s)*")
"""The buttons for the size of the letters beside a date."""
_AGAIN = re.compile(r"\s?\(([^()]*\d[^()]*)\)\Z")
"""A second date in brackets: ``30 avril 2015 à 07:19 (Updated: 30 avril 2015 à 07:38)``."""
_KEPT_BACK = re.compile(
    r"\b(1[4-9])\u2060?[-—–]{1,3}"
    r"(?:,\s(?:(?:at|in the)\s)?(?:\w+\s){0,2}(?:at night|o[’']clock|in the (?:morning|evening)|noon|midnight))?\.?\Z"
)
"""A year of which an author keeps back the end, and the hour behind it: ``Paris, Aug. 4, 17—, eleven at night.``"""
_BEFORE_DAY = re.compile(r"\s?[,;|·–—(:\d]")
_PLACED_WORDS = 4
"""Words in capitals of a place, where a comma parts it from the day, at most; one less where nothing does."""
_HALF_DAY = re.compile(r",?\s(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\.?\Z")
"""The hour at the end: ``9 March 1926, 8 p.m.``"""
_PLACED = re.compile(r",\s(?:(?:a|ce)\s(?=\d)|(?:im|en|em|nel|w)\s(?=[^\W\d_]{3,10}\s(?:de\s)?\d{4}\Z))")
"""Between a place and a day or a month: Brückenau, im Januar 1971; Palma de Mallorca, a 18 de mayo."""
_SENTENCE = re.compile(r"[가-힣]\.\Z|[\u3040-\u9fff]。\Z|[\u0600-\u06ff]\.\Z")
_TOLD = re.compile(r"。.|[，、]\Z")
"""A sentence and more, in scripts without capitals."""
_ASIDE = re.compile(r"(?!(?:주체|主体|主體|juche)\s?\d)[^(（]*[(（]", re.IGNORECASE)
"""A name with its year in brackets is dated by somebody else."""
_EAST_DATE = re.compile(
    r"\d{1,4}\s?[年년]|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|[〇一二三四五六七八九十]{2,4}年"
    r"|(?:明治|大正|昭和|平成|令和|주체|主体)\s?[\d元]+"
)


def is_dateline(text: str, size: int, cues: Cues) -> str | None:
    """The rule by which a line only dates, places or files something, or None.

    A date that is complete (or a month, a year with a place before it) and beside it only labels, capitalised
    words of a place, section or author, and clock times.
    """
    if size > 110 or (_ASCII_DIGIT if text.isascii() else _DIGIT).search(text) is None:
        return _dated_in_words(text, size, cues)
    text = bare_posting(text) or text
    if text[0] in "（〔" and text[-1] in "）〕":
        text = text[1:-1].strip() or text
    if "," in text:
        text = _PLACED.sub(", ", text)
    if "1" in text and _KEPT_BACK.search(text):
        text = _KEPT_BACK.sub(r"\g<1>00", text)
    if "字" in text:
        text = _LETTERS.sub(" ", text)
    if " jour" in text:
        text = _CHANGED.sub("updated", text)
    if text[-1] == ")" and (again := _AGAIN.search(text)) and again.start() and again[1][0].isalpha():
        within = again[1]
        if is_dateline(within, len(within), cues):
            text = text[: again.start()]
    if _PRICE.search(text):
        text = _PRICE.sub("", text)
    if text[-1] in ".m" and _HALF_DAY.search(text):
        text = _HALF_DAY.sub("", text)
    if not text.isascii() and _NATIVE.search(text):
        text = _NATIVE.sub(lambda digit: str(int(digit[0])), text)
    low = text.casefold()
    if _EAST_WHOLE.match(text) or _PERIOD.match(text) or _EAST_PERIOD.match(text):
        return "date"
    if _OF_A_YEAR.search(text):
        return None
    if _PAPER.match(text) or (size <= _REFERENCE and _FILED.match(text)):
        return "number"
    if size <= _NUMBERED and _ISSUE.search(text) and (_EAST_DATE.search(text) or _month_and_year(text, cues)):
        return "issue"
    tokens = _DATE_TOKEN.findall(text)
    if len(tokens) > 24:
        return None
    rest = []
    month = False
    roman = _ROMAN_DATE.findall(text)
    for before, token in zip(["", *tokens], tokens, strict=False):
        folded = fold(token)
        if token.isdigit() or folded in _UNITS:
            continue
        # `may` and `mar` are words too, but not behind a day.
        if folded in cues.months and (token[0].isupper() or len(folded) > 3 or before.isdigit()):
            month = True
            continue
        if folded in cues.date_words or token in roman:
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
    if _ASIDE.match(text) and not month and _DAY.search(text) is None:
        return None
    if not year and not _NUMERIC_DATE.search(text):
        return None
    first = fold(tokens[0])
    labelled = len(first) >= 5 and first in cues.date_words and first not in cues.months and len(rest) <= 3
    # Puerto de la Ría, 3 de abril
    rest = [token for token in rest if token not in _PARTICLES or token == tokens[0]]
    if not labelled and any(token[0].islower() for token in rest):
        return None
    if text.isupper() and _shouts(text, cues):
        return None
    cased = is_cased("".join(rest))
    if not cased and (_SENTENCE.search(text) or _TOLD.search(text)):
        return None
    if full or (month and year):
        ends = (
            (full and not cased)
            or text.rstrip(" .])").endswith(tuple("0123456789일日"))
            or low.startswith(("by ", "von ", "par ", "por "))
        )
        return "place_date" if ends or len(rest) <= 3 else None
    if cased and len(rest) <= 3 and ("," in text) and (year or month) and text.rstrip(" .")[-1].isdigit():
        return "place_year"
    return None


def _shouts(text: str, cues: Cues) -> bool:
    """True for a title in capitals with its day: more words stand before it than a place has."""
    head = _BEFORE_DAY.split(text, maxsplit=1)[0]
    words = sum(fold(word) not in cues.months for word in head.split())
    return words > (_PLACED_WORDS if text[len(head) : len(head) + 1] == "," else _PLACED_WORDS - 1)


def numbers_issue(text: str) -> bool:
    """True for the line that numbers and dates an issue: ``The Ford Gazette · No. 143 · March 1967``."""
    return _ISSUE.search(text) is not None and _YEAR.search(text) is not None


def _month_and_year(text: str, cues: Cues) -> bool:
    if _YEAR.search(text) is None:
        return False
    return any(fold(word) in cues.months for word in _DATE_TOKEN.findall(text))


def is_byline(text: str, size: int) -> bool:
    """True for a line that says by whom a text is, and nothing else: ``By Kim Chol Nam``."""
    if size > _BYLINE_COLUMNS:
        return False
    found = BYLINE.match(text)
    if found is None:
        return _REPORTED.match(text) is not None or text.casefold() in DESK
    name = _BESIDE_NAME.split(text[found.end() :], maxsplit=1)[0]
    return (
        is_name(name)
        or name.casefold() in KEEPERS
        or (bool(name) and not is_cased(name) and _UNCASED_NAME.match(name) is not None)
    )


def _dated_in_words(text: str, size: int, cues: Cues) -> str | None:
    """The rule of a short line that dates something by words alone: ``Late Autumn``; or None."""
    if size > 40 or not text[0].isupper() or text.count(" ") > 4:
        return None
    words = []
    for word in WORD.finditer(text):
        words.append(fold(word[0]))
        if words[-1] not in cues.date_words:
            return None
    named = words and words[-1] in cues.months and (len(words[-1]) > _SHORT or words[-1] in _WHOLE)
    return "date" if len(words) >= 2 and named else None
