"""The patterns of a language written in an alphabet, built from its lexicon and compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .lexicon import SPACE, Lexicon, alternation, lexicon
from .numerals import ROMAN
from .years import END, PLAIN, calendar_words, fragment

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
DASH = r"[-‐‑–—―−~∼〜]"
NO_NUMBER = r"(?![0-9]|[.,:/][0-9])"
"""After a day: it does not go on as a longer number, a time or a fraction."""


LATIN = [f"{short}{gap}{sign}" for short in ("s.", "sec.", "séc.", "saec.") for gap in (" ", "") for sign in "xvi"]
"""How the century begins in catalogues of manuscripts."""
_AFTER = " .-/,0123456789\n\u00a0"
AFTER_SHORT = {1: list(_AFTER), 2: [a + b for a in _AFTER for b in _AFTER]}


class Grammar(NamedTuple):
    """All patterns of one language. Each is matched at an anchor, never searched for."""

    words: Lexicon
    month_first: re.Pattern[str]
    day_first: re.Pattern[str]
    season: re.Pattern[str]
    quarter: re.Pattern[str]
    latin: re.Pattern[str]
    century: re.Pattern[str]
    century_left: re.Pattern[str]
    decade: re.Pattern[str]
    decade_number: re.Pattern[str]
    era: re.Pattern[str]
    year: re.Pattern[str]
    prefix: re.Pattern[str]
    prefix_heads: frozenset[str]
    prefix_tails: frozenset[str]
    link: re.Pattern[str]
    opener: re.Pattern[str]
    suffix_heads: frozenset[str]
    small: frozenset[str]
    link_heads: frozenset[str]
    openers: frozenset[str]
    articles: frozenset[str]
    day_links: frozenset[str]
    day_words: re.Pattern[str]
    kinds: dict[str, tuple[str, ...]]
    """Names of the patterns that a word may match, by its first three characters in lower case."""
    relative_after: re.Pattern[str]
    part_after: re.Pattern[str]
    or_later: re.Pattern[str]
    decade_suffix: re.Pattern[str]


def relative(words: Lexicon) -> str:
    """The words that hang a year on another: the following, last, this."""
    return (
        rf"(?:(?P<next>{words.phrases('next')})|(?P<previous>{words.phrases('previous')})"
        rf"|(?P<same>{words.phrases('same')}))"
    )


def ordinal(words: Lexicon) -> str:
    """A number in order, in digits or words."""
    suffix = words.phrases("day_suffix")
    return rf"(?:[0-9]{{1,2}}(?:\s?{suffix})?|{words.nested('ordinals')})"


def connected(words: Lexicon, most: int) -> str:
    """Up to so many small words between a part and the whole: of the, des, del."""
    return rf"(?:{words.phrases('of', 'articles')}\s{{0,8}}){{0,{most}}}"


def _fraction(words: Lexicon) -> str:
    rank = (
        rf"(?:(?P<ordinal>{ordinal(words)})|(?P<latter>{words.phrases('latter')})"
        rf"|(?P<former>{words.phrases('former')}))"
    )
    return (
        rf"{rank}{SPACE}(?:(?P<half>{words.phrases('halves')})|(?P<third>{words.phrases('thirds')})"
        rf"|(?P<quarter>{words.phrases('quarters')}))"
    )


def _part(words: Lexicon) -> str:
    names = ("early", "middle", "late", "turn")
    return "(?:" + "|".join(rf"(?P<{name}>{words.phrases(name)})" for name in names) + ")"


def _prefix(words: Lexicon) -> str:
    """What stands before the core and belongs to the value: about, early, first half of the, following."""
    doubts = "|".join(
        rf"(?P<{name}>{words.phrases(name)})"
        for name in ("approximate", "uncertain", "not_before", "not_after")
    )
    return (
        rf"(?:(?:{doubts})\s{{0,3}}(?:{words.phrases('of')}{SPACE})?)?"
        rf"(?:{words.phrases('articles')}\s{{0,8}})?"
        rf"(?:(?:{_fraction(words)}{SPACE}|{_part(words)}(?:\s?-\s?|\s{{0,8}})){connected(words, 3)})?"
        rf"(?:{relative(words)}{SPACE})?"
        rf"(?:{words.phrases('year_before')}{SPACE})?"
    )


def _year_tail(words: Lexicon) -> str:
    glue = rf"(?:{words.phrases('of', 'articles', 'year_before', 'day_of')}{SPACE}){{0,3}}"
    return rf"(?:(?:\s{{0,3}}[,./-]\s{{0,8}}|{SPACE}){glue}(?P<y>{fragment(words.language)}))?"


def _month_first(words: Lexicon) -> str:
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    article = words.phrases("articles")
    end = rf"(?:\s?{suffix})?(?![^\W\d_]){NO_NUMBER}"
    return (
        rf"(?P<mon>{months})\.?"
        rf"(?:(?:,?\s{{0,8}}|[-/])(?:{article}{SPACE})?(?:(?P<d>{DAY}){end}|(?P<dw>{words.nested('ordinals')}))"
        rf"(?:{_to(words)}(?P<d2>{DAY}){end}(?!{SPACE}{months}))?)?"
        rf"{_year_tail(words)}"
    )


def _day_first(words: Lexicon) -> str:
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    return (
        rf"(?:(?P<d>{DAY})(?:\s?{suffix})?(?:{_to(words)}(?P<d2>{DAY})(?:\s?{suffix})?)?"
        rf"|(?P<dw>{words.nested('ordinals')}))"
        rf"(?:\s{{1,8}}|[-./]\s?|(?<=[.º°ª]))(?:{words.phrases('day_of', 'of', 'articles')}\s{{0,8}}){{0,2}}"
        rf"(?P<mon>{months})\.?{_year_tail(words)}"
    )


def _to(words: Lexicon) -> str:
    return (
        rf"(?:\s{{0,3}}{DASH}\s{{0,3}}|{SPACE}(?:{words.phrases('to')}|(?P<and>{words.phrases('and')})){SPACE}"
        rf"(?:{words.phrases('articles')}{SPACE})?)"
    )


def _season(words: Lexicon) -> str:
    glue = rf"(?:{words.phrases('of', 'articles', 'year_before')}\s{{0,8}}){{0,3}}"
    year = rf"(?P<y>{fragment(words.language)})(?:[-–/](?P<y2>[0-9]{{4}}|[0-9]{{2}}){END})?"
    return rf"(?P<season>{words.nested('seasons')})(?:[\s,]{{1,8}}{glue}{year})?"


def _quarter(words: Lexicon) -> str:
    letters, halves = words.phrases("quarter_letters"), words.phrases("half_letters")
    letters, halves = letters.replace(r"(?!\w)", ""), halves.replace(r"(?!\w)", "")
    year = rf"(?P<y>{PLAIN}|['’][0-9]{{2}}){END}"
    named = rf"(?:{letters}\s?(?P<n>[1-4])|{halves}\s?(?P<h>[12]))(?![^\W_])"
    return rf"(?:{named}[\s,/-]{{1,3}}(?:{words.phrases('of')}{SPACE})?(?:FY\s?)?{year})"


def _latin() -> str:
    after = r"in(?:c|eunte)?\b\.?|med\b\.?|m\.|ex(?:eunte)?\b\.?|[12]/2|[123]/3|[1-4]/4|[12](?![0-9/])"
    return (
        rf"(?:saec\.|saeculo|s\.|sec\.|séc\.)\s?(?P<roman>{ROMAN})(?![^\W\d_])"
        rf"(?:\s?[-–/]\s?(?P<second>{ROMAN})(?![^\W\d_])|\s?\(?(?P<part>{after})\)?)?"
    )


def _century(words: Lexicon) -> str:
    era = rf"(?:{SPACE}(?:(?P<bc>{words.phrases('bc')})|{words.phrases('ad')}))?"
    return rf"(?P<word>{words.phrases('century')})(?:\s{{0,8}}(?P<roman>{ROMAN})(?![^\W_]))?{era}"


def _decade(words: Lexicon) -> str:
    of = rf"(?:{relative(words)}|(?P<n>{ordinal(words)}))(?:{SPACE}|-){words.phrases('century')}"
    return rf"(?P<word>{words.nested('decades')})(?:{SPACE}{connected(words, 2)}(?P<of>{of}))?"


def _year(words: Lexicon) -> str:
    suffix, bc, ad = words.phrases("day_suffix"), words.phrases("bc"), words.phrases("ad")
    return (
        rf"(?P<dec>[0-9]{{3}}0){words.phrases('decade_suffix')}"
        rf"|(?P<dec2>[1-9]0){words.phrases('decade_suffix_short')}"
        rf"|(?:(?P<c1>[0-9]{{1,2}})(?:\s?{suffix})?(?:\s?(?:{DASH}|/)\s?|{SPACE}{words.phrases('to', 'and')}{SPACE}))?"
        rf"(?P<cn>[0-9]{{1,2}})(?:\s?{suffix})?(?:\s{{1,8}}|\s?-\s?|(?<=\.)){words.phrases('century')}"
        rf"(?:{SPACE}(?:(?P<cbc>{bc})|{ad}))?"
        rf"|(?P<b1>[0-9]{{1,4}})(?:\s?{DASH}\s?(?P<b2>[0-9]{{1,4}}))?\s?(?:(?P<bc>{bc})|{ad})"
        rf"|(?P<y>{PLAIN}){END}\s{{0,2}}(?:{DASH}|/)\s{{0,2}}(?P<y2>{PLAIN}|[0-9]{{2}}){END}(?!{DASH}[0-9])"
        rf"|(?P<one>{fragment(words.language)})"
    )


def _kinds(words: Lexicon) -> dict[str, tuple[str, ...]]:
    """The patterns to try for a word, by the first three characters of all that each can begin with."""
    phrases: dict[str, list[str]] = {
        "month_first": list(words.months),
        "season": _flat(words, "seasons"),
        "quarter": [f"{letter}{n}" for key in ("quarter_letters", "half_letters") for letter in words.words(key) for n in "1234"],
        "latin": LATIN,
        "century": words.words("century"),
        "decade": _flat(words, "decades"),
        "decade_number": words.words("decade_prefix"),
        "era": [word for word in (*calendar_words(), *words.words("ad"), *words.words("anno")) if word],
    }
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, starts in phrases.items():
        for head in sorted({phrase.lower()[:3] for phrase in starts}):
            # A word of one or two letters may be followed by a space, a stop, a hyphen or a digit.
            for key in [head] if len(head) == 3 else [head + after for after in AFTER_SHORT[3 - len(head)]]:
                kinds[key] = (*kinds.get(key, ()), kind)
    return kinds


def _flat(words: Lexicon, key: str) -> list[str]:
    return [phrase for phrases in words.words(key) for phrase in phrases]


@cache
def grammar(language: str) -> Grammar:
    """The compiled patterns of a language subtag."""
    words = lexicon(language)
    keys = (
        "approximate uncertain not_before not_after of articles halves thirds quarters latter former early middle late "
        "turn next previous same year_before"
    ).split()
    tails = [phrase for key in keys for phrase in words.words(key)]
    tails += [phrase for phrases in words.words("ordinals") for phrase in phrases] + [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "1.",
        "2.",
    ]
    suffix = words.phrases("day_suffix")
    small = rf"(?:{words.phrases('articles')}{SPACE})?"
    openers = [phrase for key in ("between", "from") for phrase in words.words(key)]
    sources = {
        "month_first": _month_first(words),
        "day_first": _day_first(words),
        "season": _season(words),
        "century": _century(words),
        "century_left": rf"(?:(?P<n>{ordinal(words)})|(?P<roman>{ROMAN})(?:{suffix})?\.?|{relative(words)})"
        rf"(?:{SPACE}|\s?-\s?)",
        "decade": _decade(words),
        "decade_number": rf"{words.phrases('decade_prefix')}{SPACE}(?:{words.phrases('year_before', 'articles')}{SPACE})?"
        r"(?P<apostrophe>['’‘])?(?P<dec>[12][0-9]{2}0|[1-9]0)(?![0-9])",
        "era": fragment(language),
        "day_words": rf"(?P<dw>{words.nested('ordinals')}){SPACE}(?:{words.phrases('day_of', 'of')}{SPACE}){{1,2}}",
        "quarter": _quarter(words),
        "latin": _latin(),
        "year": _year(words),
        "prefix": _prefix(words),
        "link": rf"(?:\s{{0,3}}{DASH}\s{{0,3}}|{SPACE}(?:(?P<to>{words.phrases('to')})|(?P<and>{words.phrases('and')}))"
        rf"{SPACE}{small})(?P<now>{words.phrases('now')})?",
        "opener": rf"(?:(?P<between>{words.phrases('between')})|(?P<from>{words.phrases('from')})){SPACE}{small}",
        "relative_after": rf",?{SPACE}{connected(words, 2)}{relative(words)}{SPACE}{words.phrases('year_word')}",
        "part_after": rf",?\s?\(\s?(?:{_fraction(words)}|{_part(words)})\s?\)",
        "or_later": rf"{SPACE}(?:(?P<later>{words.phrases('or_later')})|(?P<earlier>{words.phrases('or_earlier')}))",
        "decade_suffix": words.phrases("decade_suffix"),
    }
    return Grammar(
        words=words,
        prefix_heads=frozenset(re.split(r"[\W_]", tail.lower())[0] for tail in tails),
        prefix_tails=frozenset(tail.split()[-1].lower() for tail in tails),
        articles=frozenset(words.words("articles")),
        day_links=frozenset(phrase.split()[-1].lower() for phrase in words.words("of") if words.words("ordinals")),
        kinds=_kinds(words),
        suffix_heads=frozenset(
            phrase.split()[0].lower()
            for key in ("of", "articles", "next", "previous", "same", "or_later", "or_earlier")
            for phrase in words.words(key)
        ),
        small=frozenset(phrase.lower() for key in ("of", "articles") for phrase in words.words(key)),
        link_heads=frozenset(phrase.split()[0].lower() for key in ("to", "and") for phrase in words.words(key)),
        openers=frozenset(phrase.split()[-1].lower() for phrase in openers),
        **{name: re.compile(source, re.IGNORECASE) for name, source in sources.items()},
    )
