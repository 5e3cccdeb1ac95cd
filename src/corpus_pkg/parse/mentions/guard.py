"""Numbers that are not years, and names of months that are words: what is kept out of the mentions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .counted import AFTER, CLOSING, counts_noun
from .lexicon import Lexicon, alternation, lexicon
from .unspaced import last_word

if TYPE_CHECKING:
    from .paragraph import Paragraph

_SIGNS_BEFORE = frozenset("$£€¥₩#№/\\@_=<>+^&~°%§")
_SIGNS_AFTER = frozenset("$£€¥%％‰￥°@_=<>+^\\#")
_JOINTS = frozenset(".,:/-–'’")
_ELIDED = re.compile(r"(?<=['’])(?=.)")
_GROUPS = re.compile(r"([^\W\d_]+)[.:]?\s{0,2}(?:[(+]*[0-9]+[)/ \u00a0-]+){1,6}\Z")
"""Groups of digits with a label before them: tel. 06 1943 1945."""
_LABELLED = re.compile(r"([^\W\d_]+\.?)\s[0-9]{3,5}\s[^\W\d_]+\s\Z")
"""A number with its label before the word that leads to a second one: Articles 1990 to 1995."""
_NAME = re.compile(r"\s[A-Z][\w-]+")
_COMPOUND = re.compile(r"-[a-z]+-")
"""Behind the first part of a name: Mar-a-Lago."""
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}\s\Z")


class Guard(NamedTuple):
    """The words of a language that decide about a number or a month's name."""

    prepositions: frozenset[str]
    sure: frozenset[str]
    labels: frozenset[str]
    numbered: frozenset[str]
    """Acts that carry a number and a year: 3/2007."""
    versions: frozenset[str]
    """Words before the number of a release of a program: version 2016.5.3."""
    units: frozenset[str]
    plural: re.Pattern[str]
    counting: bool
    """Whether a round number before a small word counts it, for no ending tells a noun."""
    street: re.Pattern[str]
    street_left: re.Pattern[str] | None
    """What may stand before the number of a house, up to it; None where the language has no such words."""
    earliest: int
    """No bare number below it is a year of ours; where another calendar's years look the same."""
    year_nouns: frozenset[str]
    year_signs: tuple[str, ...]
    """Cases written behind a number that most often make it a year: 1299'da."""
    more_than: tuple[str, ...]
    """The same that make it a mere number: 1500'den fazla."""
    weak_months: frozenset[str]
    dated_months: frozenset[str]
    """Short months that are words as well, and months only with a year: 5 лис 2020."""
    adverbial: frozenset[str]
    """Prepositions that make a date an adverbial, not a part of the name behind it."""
    function_words: frozenset[str]
    """Words that may be capitalised and begin no name."""
    movement: re.Pattern[str]
    """Words after a month's name that show it to be a noun: the March on Rome."""
    capitalised: bool
    small_months: bool
    """Whether months are written small, so that a capital speaks against one."""


@cache
def guard(language: str) -> Guard:
    """The guard of a language; one without a table knows the labels and units that all texts share."""
    words = lexicon(language)
    shared = lexicon("mul")

    def lower(key: str) -> frozenset[str]:
        return frozenset(phrase.lower() for phrase in words.words(key) + shared.words(key))

    # The standard DIN is a label in all languages but one, in which the word is from.
    own = frozenset(phrase.lower() for phrase in words.words("number_labels"))
    labels = own | (lower("number_labels") - frozenset(words.words("sure_prepositions")))

    return Guard(
        prepositions=lower("year_prepositions"),
        sure=lower("sure_prepositions"),
        labels=labels,
        numbered=lower("numbered") | labels,
        versions=lower("versions"),
        units=lower("units"),
        plural=re.compile(rf"(?:{words.lists.get('plural', '(?!)')})(?![^\W_])"),
        counting="plural" not in words.lists and bool(words.lists),
        street=re.compile(rf"(?:\s[A-Z][\w.]*){{1,2}}\s{alternation(words.words('streets'))}"),
        street_left=_street_left(words),
        earliest=int(words.lists.get("earliest", 1)),
        year_nouns=frozenset(phrase.split()[-1].lower() for phrase in words.words("year_before")),
        year_signs=tuple(words.words("year_signs")),
        more_than=tuple(words.words("more_than")),
        weak_months=lower("weak_months"),
        dated_months=lower("dated_months"),
        adverbial=lower("adverbial"),
        function_words=lower("function_words"),
        movement=re.compile(rf"\s{alternation(words.words('movement'))}|[.,;:!?)]|$"),
        capitalised=bool(words.lists.get("capitalised", False)),
        small_months=not words.lists.get("capitalised", True),
    )


def _street_left(words: Lexicon) -> re.Pattern[str] | None:
    names, ends = words.words("streets_before"), words.words("street_ends")
    if not names and not ends:
        return None
    ending = "|".join(map(re.escape, ends)) or "(?!)"
    name = rf"(?<!\w){alternation(names)}(?:\s[^\W\d_][\w.'’-]*){{1,3}}" if names else "(?!)"
    return re.compile(rf"(?:{name}|(?:{ending})),?\s\Z", re.IGNORECASE)


def word_before(here: Paragraph, start: int) -> str:
    """The word left of an offset, in lower case."""
    words = here.text[max(here.floor, start - 24) : start].rsplit(None, 1)
    word = words[-1].lower() if words else ""
    if here.language.unspaced and word:
        return last_word(word, here.language.tag)
    if "'" in word or "’" in word:
        # An elided article or preposition is a word of its own: nell'anno.
        return _ELIDED.split(word)[-1]
    return word


def after_hyphen(text: str, stop: int) -> bool:
    """Whether a hyphen hangs behind the number and its word follows later: 1700- och 1800-talen."""
    return text[stop : stop + 2] == "- " and text[stop + 2 : stop + 3].isalpha()


def is_year(here: Paragraph, start: int, stop: int, *, paired: bool = False) -> bool:
    """Whether the bare number of four digits at ``start`` is a year.

    ``paired`` where it opens a range or carries a modifier, which speaks for it.
    """
    text, floor, end = here.text, here.floor, here.end
    rules = here.language.guard
    year = int(text[start:stop])
    if year < rules.earliest or (after_hyphen(text, stop) and not paired):
        return False
    before = text[start - 1] if start > floor else " "
    after = text[stop] if stop < end else " "
    if before in _SIGNS_BEFORE or (before in _JOINTS and text[start - 2 : start - 1].isdigit()):
        return False
    left = word_before(here, start)
    if here.language.unspaced:
        left = next((noun for noun in rules.year_nouns if left.endswith(noun)), left)
    bare = left.strip('([{"“‘«*_')
    if before in "-–—" and start - 2 >= floor and not text[start - 2].isspace():
        return text[start - 2] in ")]" or left.rstrip("-–—") in rules.prepositions
    if not paired and (after in _SIGNS_AFTER or (after in _JOINTS and text[stop + 1 : stop + 2].isdigit())):
        return False
    if (
        (after.isalpha() and not (here.language.unspaced and bare in rules.sure))
        or bare in rules.labels
        or (bare.endswith((".", ":")) and bare.rstrip(".:") in rules.labels)
    ):
        return False
    if left[-1:].isdigit() and before.isspace() and _THOUSANDS.search(text[max(floor, start - 8) : start]):
        return False
    if left[-1:].isdigit() and before.isspace():
        groups = _GROUPS.search(text, max(floor, start - 32), start)
        if groups and not rules.labels.isdisjoint((groups[1].lower(), f"{groups[1].lower()}.")):
            return False
    if bare in here.language.grammar.closers:
        first = _LABELLED.search(text, max(floor, start - 32), start)
        if first and first[1].lower() in rules.labels:
            return False
    if rules.street.match(text, stop, end) or (
        rules.street_left and rules.street_left.search(text, max(floor, start - 32), start)
    ):
        return False
    if (
        year % 100 == 0
        and before == " "
        and rules.counting
        and counts_noun(here, start, stop, bare, paired=paired)
    ):
        return False
    return _score(here, year, stop, before, bare, paired=paired) >= 1


def _score(here: Paragraph, year: int, stop: int, before: str, left: str, *, paired: bool) -> int:
    """How much speaks for a year: its size, the word before it, what follows; 1 is enough."""
    rules = here.language.guard
    score = (1 if 1500 <= year <= 2049 else 0 if 1000 <= year <= 2100 else -1) + paired
    if before in "([©" or left == "©":
        score += 2
    elif left in rules.prepositions:
        score += 3 if left in rules.year_nouns else 1
    if rules.year_signs and here.text.startswith(rules.year_signs, stop):
        return score - 9 if here.text.startswith(rules.more_than, stop) else score + 1
    if CLOSING.match(here.text, stop, here.end):
        return score
    right = AFTER.match(here.text, stop, here.end)
    if right is None:
        return score
    word = right[2].lower()
    if word in rules.units or word.rstrip(".") in rules.units:
        # In 1944 men went to war: a preposition that takes no number but a year outweighs the unit.
        return score - (1 if left in rules.sure and 1500 <= year <= 2049 and len(word) > 3 else 9)
    if not right[1] and right[2][0].islower() and rules.plural.match(right[2]):
        return score - (1 if left in rules.sure else 3)
    return score


def is_month(here: Paragraph, start: int, stop: int, *, alone: bool = False, dated: bool = False) -> bool:
    """Whether the month's name is one: ``alone`` without a day or year beside it, ``dated`` with a year."""
    text, rules = here.text, here.language.guard
    word = text[start:stop].rstrip(".")
    weak = word.lower() in rules.weak_months
    lower = rules.capitalised and word[:1].islower()
    if dated:
        return True
    if word.lower() in rules.dated_months and text[stop : stop + 1] != ".":
        return False
    if not alone:
        return not (weak and (lower or _COMPOUND.match(text, stop)))
    if lower or text[stop : stop + 1] in {"@", "_"} or text[start - 1 : start] in {"@", "_", "/", "."}:
        return False
    left = word_before(here, start).strip('([{"“‘«*_,')
    named = text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isupper()
    if rules.small_months and word.istitle() and (named or _within(text, here.floor, start)):
        # Where months are written small, a capital makes a name: Julio César, keizer Augustus.
        return not named and (left in rules.sure or left in rules.prepositions)
    if word.isupper() and any(
        map(str.islower, text[max(here.floor, start - 12) : start] + text[stop : stop + 12])
    ):
        return False  # the DEC terminal
    if not weak:
        return True
    if text[stop : stop + 1] in {"-", "'", "’"}:
        return False
    if left in rules.sure or _leads_on(here, stop):
        return True
    if left in here.language.grammar.articles:
        # The April Theses and the May elections, but not the March on Rome, nor el mar.
        small = rules.small_months and word.islower()
        return not small and (named or not rules.movement.match(text, stop, here.end))
    if left in here.language.grammar.conjunctions:
        # Listed with the date before it: July and August. The conjunction alone would make no month of it.
        return not named and text[here.floor : start].strip().lower() == left and text[here.floor].isspace()
    # Only a preposition of time makes a month of it.
    return left in rules.prepositions and not named


def _leads_on(here: Paragraph, stop: int) -> bool:
    """Whether a second month follows, joined by a word or a dash: April and May 1940."""
    rules = here.language.grammar
    joined = rules.listed.match(here.text, stop, here.end)
    return joined is not None and rules.month_first.match(here.text, joined.end(), here.end) is not None


def _within(text: str, floor: int, start: int) -> bool:
    """Whether the word at ``start`` stands within a sentence, not at its beginning."""
    before = text[max(floor, start - 8) : start].rstrip(" \u00a0")
    if before.endswith(".") and len(before.split()[-1]) <= 3:
        return True  # M. Avril
    return bool(before) and before[-1] not in '.!?:\n"“«„(–—-'


def in_name(here: Paragraph, floor: int, start: int, stop: int) -> bool:
    """Whether a proper name goes on right behind the date: March 2013 Plenary Meeting, April Theses."""
    text, rules = here.text, here.language.guard
    if not text[stop + 1 : stop + 2].isupper():
        return False
    follows = _NAME.match(text, stop, here.end)
    if follows is None or follows[0].strip().lower() in rules.function_words:
        return False
    words = text[max(floor, start - 24) : start].rsplit(None, 1)
    if not words or not words[-1][0].isalpha():
        return False
    return words[-1].lower() not in rules.adverbial and words[-1][-1] not in ".!?,;:"
