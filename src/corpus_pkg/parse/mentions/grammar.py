"""The patterns of a language written in an alphabet, built from its lexicon, compiled once and when needed."""

from __future__ import annotations

import re
from functools import cache

from . import century_forms, figure_forms, forms, hebrew, listed, other_years, spelled
from .kinds import Kinds, flat, kinds, kinds_of
from .learnt import Learnt
from .lexicon import SPACE, Lexicon, lexicon
from .numerals import ROMAN
from .years import fragment


class Grammar:
    """All patterns of one language, each compiled when it is first asked for: a text needs few of them.

    Each is matched at an anchor, never searched for.
    """

    words: Lexicon
    month_first: re.Pattern[str]
    day_first: re.Pattern[str]
    year_first: re.Pattern[str]
    new_style: re.Pattern[str]
    two_styles: re.Pattern[str]
    closed_day: re.Pattern[str]
    closed_year: re.Pattern[str]
    """The year behind a day in brackets: (7 ноября) 1917."""
    season: re.Pattern[str]
    quarter: re.Pattern[str]
    latin: re.Pattern[str]
    other_month: re.Pattern[str]
    hebrew_month: re.Pattern[str]
    century: re.Pattern[str]
    century_left: re.Pattern[str]
    century_name: re.Pattern[str]
    century_pair: re.Pattern[str]
    spelled: re.Pattern[str]
    decade: re.Pattern[str]
    decade_number: re.Pattern[str]
    decade_pair: re.Pattern[str]
    turn_left: re.Pattern[str]
    decade_left: re.Pattern[str]
    decade_bare: re.Pattern[str]
    decade_words_left: re.Pattern[str]
    figure_days: re.Pattern[str]
    figure_link: re.Pattern[str]
    """From a day and month in figures to a second date in figures."""
    days_before_month: re.Pattern[str]
    days_behind_month: re.Pattern[str]
    month_of_days: re.Pattern[str]
    day_prepositions: frozenset[str]
    """Words that make a day and month of two numbers with points."""
    slashed_days: frozenset[str]
    """The same of two numbers with a slash."""
    spelled_tail: re.Pattern[str] | None
    era: re.Pattern[str]
    year: re.Pattern[str]
    prefix: re.Pattern[str]
    prefix_heads: frozenset[str]
    prefix_tails: frozenset[str]
    prefix_lasts: frozenset[str]
    """The last words of all that may stand before a date and belong to it, small ones left out."""
    link: re.Pattern[str]
    listed: re.Pattern[str]
    """Between two months."""
    opener: re.Pattern[str]
    heads: frozenset[str]
    """First words of all that may follow a date and belong to it."""
    small: frozenset[str]
    openers: frozenset[str]
    closers: frozenset[str]
    """First words of what leads to the second end of an interval."""
    weekdays: frozenset[str]
    articles: frozenset[str]
    dotted: bool
    """Whether a year may have a point behind it that is not the sentence's: 1926. године."""
    conjunctions: frozenset[str]
    century_articles: frozenset[str]
    """Words that may stand right before the name of a century."""
    day_tails: frozenset[str]
    """Words that may stand right before a month and end a day in words."""
    roman_days: bool
    day_words: re.Pattern[str]
    kinds: Kinds
    """The patterns that a word may match."""
    kinds_at: Learnt[tuple[str, ...]]
    """Names of the patterns to try, by the first ``LOOK`` characters at a place."""
    relative_after: re.Pattern[str]
    part_after: re.Pattern[str]
    part_left: re.Pattern[str]
    or_later: re.Pattern[str]
    year_after: re.Pattern[str]
    approximate_after: re.Pattern[str]
    decade_suffix: re.Pattern[str]

    def __init__(self, sources: dict[str, str], **known: object) -> None:
        self._sources = sources
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """A pattern not asked for before; it is an ordinary attribute from then on."""
        if name not in self._sources:
            raise AttributeError(name)
        pattern = re.compile(self._sources[name], re.IGNORECASE)
        setattr(self, name, pattern)
        return pattern


def _spelled_tail(words: Lexicon) -> re.Pattern[str] | None:
    """A year in words behind a month; None where the language has none."""
    if not words.words("spelled_heads"):
        return None
    glue = rf"(?:{words.phrases('of', 'articles', 'year_before')}{forms.GAP}){{0,2}}"
    return re.compile(rf",?{SPACE}{glue}(?P<y>{spelled.pattern(words.language, dated=True)})", re.IGNORECASE)


def _day_tails(words: Lexicon) -> list[str]:
    """Phrases whose last word may stand right before a month that has its day in words."""
    days = flat(words, "day_words")
    return days + (words.words("of") if days or words.words("ordinals") else [])


def _suffixes(words: Lexicon) -> list[str]:
    """Every phrase that what follows a date and belongs to it may begin with."""
    keys = "of within articles next previous same to and or_later or_earlier early middle late latter former"
    keys += " approximate_after next_after previous_after same_after"
    phrases = [phrase for key in keys.split(" ") for phrase in words.words(key)]
    hung = any(f"{key}_year" in words.lists for key in ("next", "previous", "same"))
    phrases += words.words("year_word") if hung else []
    return phrases + [phrase for phrases in words.words("ordinals")[:4] for phrase in phrases]


@cache
def grammar(language: str) -> Grammar:
    """The patterns of a language subtag."""
    words = lexicon(language)
    found = kinds(words)
    keys = [
        "approximate",
        "uncertain",
        "not_before",
        "not_after",
        "of",
        "within",
        "articles",
        "halves",
        "thirds",
        "quarters",
        "tenths",
        "latter",
        "former",
        "early",
        "middle",
        "late",
        "turn",
        "next",
        "previous",
        "same",
        "year_before",
    ]
    tails = [phrase for key in keys for phrase in words.words(key)]
    tails += [phrase for phrases in words.words("ordinals") for phrase in phrases] + [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "1.",
        "2.",
    ]
    if words.lists.get("rank_behind"):
        tails += ["1", "2", "3", "4", "I", "II", "III", "IV"]
    suffix = words.phrases("day_suffix")
    small = rf"{forms.weekday(words)}(?:{words.phrases('articles')}{forms.GAP})?{forms.weekday(words)}"
    skipped = frozenset(phrase.lower() for key in ("of", "within", "articles") for phrase in words.words(key))
    openers = [phrase for key in ("between", "from", "from_glued") for phrase in words.words(key)]
    sources = {
        "year_first": figure_forms.year_first(words),
        "new_style": figure_forms.new_style(words),
        "two_styles": figure_forms.two_styles(words),
        "closed_day": figure_forms.closed_day(words),
        "closed_year": forms.year_tail(words),
        "month_first": forms.month_first(words),
        "day_first": forms.day_first(words),
        "season": forms.season(words),
        "century": century_forms.century(words),
        "century_left": rf"(?:(?P<n>{forms.ordinal(words)})|(?P<roman>{ROMAN})(?:{suffix})?\.?|{forms.relative(words)})"
        rf"(?:{SPACE}|\s?-\s?)",
        "decade": century_forms.decade(words),
        "decade_number": century_forms.decade_number(words),
        "era": fragment(language),
        "day_words": forms.day_in_words(words),
        "century_name": century_forms.century_name(words),
        "century_pair": century_forms.century_pair(words),
        "decade_left": century_forms.decade_left(words),
        "spelled": spelled.pattern(language),
        "decade_words_left": century_forms.decade_words_left(words),
        "decade_bare": century_forms.decade_bare(words),
        "figure_days": figure_forms.figure_days(words),
        "days_before_month": listed.before_month(words),
        "days_behind_month": listed.behind_month(words),
        "month_of_days": listed.month_left(words),
        "figure_link": rf"{forms.to(words)}{forms.DAY}\.\s?[01]?[0-9]\.",
        "quarter": forms.quarter(words),
        "latin": century_forms.latin(),
        "other_month": other_years.pattern(words),
        "hebrew_month": hebrew.pattern(words),
        "year": figure_forms.year(words),
        "decade_pair": century_forms.decade_pair(words),
        "turn_left": century_forms.turn_left(words),
        "prefix": forms.prefix(words),
        "link": rf"(?:{figure_forms.point_of_year(words)}|{forms.POINTED})"
        rf"(?:\s{{0,3}}(?:{forms.DASH}|/(?=\s?[^\W\d_]{{3}}))\s{{0,3}}|,?{SPACE}"
        rf"(?:(?P<to>{words.phrases('to')}){forms.GAP}|{forms.glued(words, 'to_glued')}"
        rf"|(?P<and>{words.phrases('and')}{forms.GAP}|{forms.glued(words)}))"
        rf"{small})(?P<now>{words.phrases('now')})?",
        "listed": rf"{SPACE}{words.phrases('and', 'to')}{SPACE}|\s?{forms.DASH}\s?",
        "opener": forms.opener(words) + small,
        "relative_after": forms.relative_after(words),
        "part_after": rf"(?:,?\s?(?P<bracket>\()\s?|,?{SPACE})(?:{forms.fraction(words)}|{forms.part(words)})"
        r"(?![\s-]+[^\W_])(?(bracket)\s?\))",
        "year_after": rf"(?:\s{{1,3}}|(?=\.)){words.phrases('year_after')}",
        "part_left": rf"(?<!\w){forms.part(words)}(?:\s?-\s?|-?{SPACE}){words.phrases('to')}(?:-|{SPACE})"
        rf"(?:{words.phrases('articles')}{forms.GAP})?\Z",
        "or_later": rf"{SPACE}(?:(?P<later>{words.phrases('or_later')})|(?P<earlier>{words.phrases('or_earlier')}))",
        "approximate_after": rf",?{SPACE}{words.phrases('approximate_after')}",
        "decade_suffix": words.phrases("decade_suffix"),
    }
    return Grammar(
        sources,
        words=words,
        prefix_heads=frozenset(re.split(r"[\W_]", tail.lower())[0] for tail in tails),
        prefix_tails=frozenset(word.lower() for tail in tails for word in tail.split()),
        prefix_lasts=frozenset(
            next((word for word in reversed(tail.lower().split()) if word not in skipped), "")
            for tail in tails
        ),
        articles=frozenset(words.words("articles")),
        dotted=figure_forms.dotted(words),
        conjunctions=frozenset(words.words("and")),
        day_tails=frozenset(phrase.split()[-1].lower() for phrase in _day_tails(words)),
        century_articles=frozenset(words.words("century_articles")),
        day_prepositions=frozenset(words.words("day_prepositions")),
        slashed_days=frozenset(words.words("slashed_days")),
        spelled_tail=_spelled_tail(words),
        roman_days=bool(words.lists.get("roman_days", False)),
        kinds=found,
        kinds_at=Learnt(lambda head: kinds_of(head, found)),
        heads=frozenset(re.split(r"[\W_]", phrase.lower())[0] for phrase in _suffixes(words))
        | frozenset(words.preposed),
        small=skipped,
        weekdays=frozenset(name.lower() for name in flat(words, "weekdays")),
        closers=frozenset(phrase.split()[0].lower() for key in ("to", "and") for phrase in words.words(key)),
        openers=frozenset(phrase.split()[-1].lower() for phrase in openers),
    )
