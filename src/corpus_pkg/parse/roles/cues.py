"""The phrases and words that tell what a line is, from tables that a corpus can extend."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus_pkg.model import Role

_WORD = re.compile(r"[^\W_]+")
_APART = {sign: " " for sign in range(128) if not chr(sign).isalnum()}
_SPACELESS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ALIKE = {
    "\u0131": "i", "\u0307": "",  # Turkish capitals: İLGİLİ
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ", "ΐ": "ι", "ΰ": "υ",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ۀ": "ه", "ة": "ه", "ـ": "",
    **dict.fromkeys(map(chr, (*range(0x64B, 0x656), *range(0x591, 0x5BE))), ""),  # vowel points
    "\u093c": "", "ँ": "ं",
    "\u200c": " ", "\u200d": "", "\u200e": "", "\u200f": "",
}  # fmt: skip
"""Signs that one and the same phrase is written with here, and without or with another there."""
_VARIED = re.compile(f"[{''.join(_ALIKE)}]")
_SAME = str.maketrans(_ALIKE)
MARKS = "\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and points that stand on letters: parts of a word that are no letters themselves."""


def fold(text: str) -> str:
    """Return a text as phrases are compared: without regard to case, and to what few write alike.

    Turkish and Greek capitals, Arabic and Hebrew with and without vowel points, the two alphabets of Persian.
    """
    low = text.casefold()
    if low.isascii():
        return low
    low = low.replace("’", "'").replace("ё", "е")
    return low if _VARIED.search(low) is None else low.translate(_SAME)


def words_of(low: str) -> list[str]:
    """Return the words by which phrases are looked up in a line."""
    return low.translate(_APART).split() if low.isascii() else _WORD.findall(low)


class Phrases:
    """A set of phrases, asked of one line at a time.

    Most lines share no first word with any phrase and cost one set operation; scripts that write no spaces
    are asked with one alternation.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(sorted(set(map(fold, phrases))))
        by_word: dict[str, list[str]] = {}
        dense: list[str] = []
        for phrase in self._phrases:
            word = _first_word(phrase)
            if word is None or _SPACELESS.search(phrase):
                dense.append(phrase)
            else:
                by_word.setdefault(word, []).append(phrase)
        self._by_word = {word: tuple(found) for word, found in by_word.items()}
        self._words = frozenset(by_word)
        self._dense = (
            re.compile("|".join(map(re.escape, sorted(dense, key=len, reverse=True)))) if dense else None
        )
        self._starts = {word: tuple(found) for word, found in _by_head(self._phrases).items()}

    def find(self, low: str, words: Iterable[str]) -> str | None:
        """Return a phrase that stands in a folded line whose words are given, or None."""
        for word in sorted(self._words.intersection(words)):
            for phrase in self._by_word[word]:
                if phrase in low:
                    return phrase
        if self._dense is not None and not low.isascii():
            found = self._dense.search(low)
            if found:
                return found[0]
        return None

    def find_start(self, low: str) -> str | None:
        """Return a phrase that a folded line begins with, or None."""
        for phrase in self._starts.get(low[:2], ()):
            if low.startswith(phrase):
                return phrase
        return None


def _first_word(phrase: str) -> str | None:
    found = _WORD.search(phrase)
    return found[0] if found else None


def _by_head(phrases: Iterable[str]) -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {}
    for phrase in phrases:
        heads.setdefault(phrase[:2], []).append(phrase)
    return heads


class Cues(NamedTuple):
    """Every table of cues, ready to be asked."""

    notice: Phrases
    """What a site says about itself, anywhere in a line."""
    notice_start: Phrases
    advert: frozenset[str]
    """Whole lines that break into a text, which goes on below them."""
    menu: frozenset[str]
    """Whole lines of menus."""
    menu_end: frozenset[str]
    """Whole lines after which a page's own text is over: comments, related articles."""
    menu_start: Phrases
    also: Phrases
    """How the link to another page begins that breaks into a text, which goes on below it."""
    imprint_heading: frozenset[str]
    imprint_words: Phrases
    imprint_start: Phrases
    notes_heading: frozenset[str]
    works_heading: frozenset[str]
    classified: frozenset[str]
    stamp: Phrases
    """How the line begins that says who let a secret paper out, or what holds of a speech."""
    gutenberg_start: Phrases
    gutenberg_end: Phrases
    gutenberg_head: Phrases
    caption_start: Phrases
    credit: frozenset[str]
    """Words beside the name of who took a picture."""
    agency: frozenset[str]
    """Who stands alone in brackets behind a caption."""
    columns: frozenset[str]
    """Headings of the columns of old papers."""
    table_start: Phrases
    closing: frozenset[str]
    salutation: Phrases
    reporter: Phrases
    signed: frozenset[str]
    desks: frozenset[str]
    """Who signs a foreword without a name."""
    office: Phrases
    body: tuple[str, ...]
    """How the name of a body ends that signs."""
    signatories: frozenset[str]
    division: frozenset[str]
    cast: frozenset[str]
    """Headings over those who appear in a play."""
    front: frozenset[str]
    date_words: frozenset[str]
    months: frozenset[str]
    rubrics: frozenset[str]
    """What kind of article stands below."""

    own: tuple[tuple[Role, Phrases], ...] = ()
    """A corpus's own phrases by the role that they mark."""

    def extended(self, **phrases: Iterable[str]) -> Cues:
        """Return these cues with a corpus's own phrases, named by the role of the lines that hold them."""
        named = ((role, Phrases(words)) for role, words in phrases.items())
        return self._replace(own=(*self.own, *cast("Iterable[tuple[Role, Phrases]]", named)))


@lru_cache(maxsize=4)
def word_lists(table: str) -> dict[str, frozenset[str]]:
    """Load a table of plain word lists from the signs that ship with the package."""
    return {name: _folded(words) for name, words in _signs()[table].items()}


@lru_cache(maxsize=1)
def _signs() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "signs.toml").read_text(encoding="utf-8"))


def _flat(table: Mapping[str, Any]) -> list[str]:
    return [phrase for phrases in table.values() for phrase in phrases]


def _folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, phrases))


@lru_cache(maxsize=1)
def built_in() -> Cues:
    """Load the cues that ship with the package."""
    lines = tomllib.loads((files(__package__) / "cues.toml").read_text(encoding="utf-8"))
    signs = _signs()
    dates = signs["dateline"]
    return Cues(
        notice=Phrases(_flat(lines["boilerplate"]["anywhere"]) + _flat(lines["boilerplate"]["sign"])),
        notice_start=Phrases(_flat(lines["boilerplate"]["start"])),
        advert=_folded(_flat(lines["boilerplate"]["advert"])),
        menu=_folded(_flat(lines["navigation"]["whole"])),
        menu_end=_folded(_flat(lines["navigation"]["end"])),
        menu_start=Phrases(_flat(lines["navigation"]["start"])),
        also=Phrases(_flat(lines["navigation"]["also"])),
        imprint_heading=_folded(signs["apparatus"]["imprint"]),
        imprint_words=Phrases(signs["apparatus"]["imprint_words"]),
        imprint_start=Phrases(signs["apparatus"]["imprint_start"]),
        notes_heading=_folded(signs["apparatus"]["notes"]),
        works_heading=_folded(signs["apparatus"]["works"]),
        classified=_folded(signs["apparatus"]["classified"]),
        stamp=Phrases(signs["apparatus"]["stamp"]),
        gutenberg_start=Phrases(signs["gutenberg"]["start"]),
        gutenberg_end=Phrases(signs["gutenberg"]["end"]),
        gutenberg_head=Phrases(signs["gutenberg"]["head"]),
        caption_start=Phrases(signs["caption"]["start"]),
        credit=_folded(signs["caption"]["credit"]),
        agency=_folded(signs["caption"]["agency"]),
        columns=_folded(signs["newspaper"]["columns"]),
        table_start=Phrases(signs["table"]["start"]),
        closing=_folded(signs["letter"]["closing"]),
        salutation=Phrases(signs["letter"]["salutation"]),
        reporter=Phrases(signs["letter"]["reporter"]),
        signed=_folded(signs["letter"]["signed"]),
        desks=_folded(signs["letter"]["desks"]),
        office=Phrases(signs["letter"]["office"]),
        body=tuple(signs["letter"]["body"]),
        signatories=_folded(signs["letter"]["signatories"]),
        division=_folded(signs["division"]["words"]),
        cast=_folded(signs["division"]["cast"]),
        front=_folded(signs["division"]["front"]),
        date_words=_folded((*dates["labels"], *dates["seasons"], *dates["weekdays"], *dates["months"])),
        months=_folded((*dates["months"], *dates["seasons"])),
        rubrics=_folded(dates["rubrics"]),
    )
