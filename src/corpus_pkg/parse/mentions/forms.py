"""The forms of dates in a language of an alphabet, as sources of patterns built from its lexicon."""

from __future__ import annotations

import re

from .lexicon import SPACE, Lexicon, alternation
from .numerals import ROMAN
from .years import END, PLAIN, fragment

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
DASH = r"[-‐‑–—―−~∼〜－～]"
GAP = rf"(?:{SPACE}|(?<=['’]))"
"""Between words, the first of which may be elided: dall'8 all'11."""
NO_NUMBER = r"(?![0-9]|[.,:/][0-9]|\s[0-9]{3}(?![0-9]))"
"""After a day: it does not go on as a longer number, a time, a fraction or with thousands."""
GLUED = rf"(?:(?![0-9])|(?<=[^\W\d_]{{4}})(?={DAY},?\s?{PLAIN}))"
"""After a month: no digit, but in flattened text the day where its year is there too: October17, 1926."""
POINT = rf"(?:\.(?!{PLAIN}))?"
"""After a shortened month; the one set close before its year is the year's: Oct.1926."""
POINTED = rf"(?:\.(?<=[^\W\d_]\.)(?=\s?{DASH}|\s(?-i:[^\W\d_A-Z])))?"
"""After a date: the point of a shortened month that goes on: Sept.–Oct., 3 Aug. to 5 Sept."""


def glued(words: Lexicon, key: str = "and_glued") -> str:
    """The word for and, or another, where it is written as one with the number after it: و1945."""
    written = "|".join(map(re.escape, words.words(key)))
    # Before a word of the language it is read with that word: see preposed.
    word = rf"|(?=(?:{written})[^\W\d_])" if words.preposed else ""
    return rf"(?:(?:{written})(?=[0-9]){word})" if written else "(?!)"


def relative(words: Lexicon) -> str:
    """The words that hang a year on another: the following, last, this."""
    return (
        rf"(?:(?P<next>{words.phrases('next')})|(?P<previous>{words.phrases('previous')})"
        rf"|(?P<same>{words.phrases('same')}))"
    )


def relative_after(words: Lexicon) -> str:
    """The same behind a date, in groups ``next``, ``previous``, ``same``: of the following year, scorso."""
    hung, year, glue = relative(words), words.phrases("year_word"), connected(words, 2)
    kinds = ("next", "previous", "same")
    after = "|".join(rf"(?P<{kind}3>{words.phrases(f'{kind}_after')})" for kind in kinds)
    # Behind the word for a year stand others beside: tháng 10 năm sau.
    of_year = "|".join(rf"(?P<{kind}2>{words.phrases(f'{kind}_after', f'{kind}_year')})" for kind in kinds)
    gap = r"\s{0,8}" if words.lists.get("unspaced") else SPACE
    leads = _leads_on(words, [word for kind in kinds for word in words.words(f"{kind}_after")])
    return rf",?{gap}(?:{glue}(?:{hung}{SPACE}{year}|{year}{gap}(?:{of_year}))|(?:{after}){leads})"


def _leads_on(words: Lexicon, phrases: list[str]) -> str:
    """Where a word for next leads to a second date as well, that none follows: tháng 3 tới tháng 5."""
    if not set(phrases) & set(words.words("to")):
        return ""
    heads = sorted({name.split()[0] for name in words.months} | set(words.words("articles")))
    return rf"(?!{SPACE}(?:[0-9]|{alternation(heads)}))"


def ordinal(words: Lexicon) -> str:
    """A number in order, in digits or words."""
    suffix = words.phrases("day_suffix")
    return rf"(?:[0-9]{{1,2}}(?:\s?{suffix})?|{words.nested('ordinals')})"


def connected(words: Lexicon, most: int) -> str:
    """Up to so many small words between a part and the whole: of the, des, del."""
    return rf"(?:{words.phrases('of', 'within', 'articles')}\s{{0,8}}){{0,{most}}}"


def fraction(words: Lexicon) -> str:
    """A half, third or quarter with its rank."""
    rank = (
        rf"(?:(?P<ordinal>{ordinal(words)}|[IVX]{{1,3}}\.?)|(?P<latter>{words.phrases('latter')})"
        rf"|(?P<former>{words.phrases('former')}))"
    )
    share = (
        rf"(?:(?P<half>{words.phrases('halves')})|(?P<third>{words.phrases('thirds')})"
        rf"|(?P<quarter>{words.phrases('quarters')})|(?P<tenth>{words.phrases('tenths')}))"
    )
    return rf"{share}{SPACE}{rank}" if words.lists.get("rank_behind") else rf"{rank}{SPACE}{share}"


def part(words: Lexicon) -> str:
    """Early, middle, late, turn."""
    names = ("early", "middle", "late", "turn")
    return "(?:" + "|".join(rf"(?P<{name}>{words.phrases(name)})" for name in names) + ")"


def prefix(words: Lexicon) -> str:
    """What stands before the core and belongs to the value: about, early, first half of the, following."""
    doubts = "|".join(
        rf"(?P<{name}>{words.phrases(name)})"
        for name in ("approximate", "uncertain", "not_before", "not_after")
    )
    return (
        rf"(?:(?:{doubts})\s{{0,3}}(?:{words.phrases('of', 'within')}{SPACE})?)?"
        rf"(?:{words.phrases('articles')}\s{{0,8}})?"
        rf"(?:(?:{fraction(words)}{SPACE}|{part(words)}(?:\s?-\s?|\s{{0,8}})){connected(words, 3)})?"
        rf"(?:{relative(words)}{SPACE}(?:{words.phrases('within')}{GAP})?)?"
        rf"(?:{words.phrases('year_before')}{SPACE})?"
    )


def year_tail(words: Lexicon) -> str:
    """The year behind a month or a day, with what may glue it on."""
    glue = rf"(?:{words.phrases('of', 'within', 'articles', 'year_before', 'day_of')}{SPACE}){{0,3}}"
    return rf"(?:(?:\s{{0,3}}[,،./-]\s{{0,8}}|{SPACE}){glue}(?P<y>{fragment(words.language)}))?"


def month_first(words: Lexicon) -> str:
    """October 17, 1926, with a second day where one follows."""
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    article, opened = words.phrases("articles"), months.replace(r"(?!\w)", r"(?![^\W\d])")
    end = rf"(?:\s?{suffix})?(?![^\W\d_])(?:{NO_NUMBER}|(?=,{PLAIN}{END}))"
    return (
        rf"(?P<mon>{opened}){GLUED}{POINT}{_no_length(words)}"
        rf"(?:(?:(?:,?\s{{0,8}}|[-/]|{SPACE}{article}{SPACE})(?P<d>{DAY}){end}"
        rf"|(?:{SPACE}(?:{article}{SPACE})?|-)(?P<dw>{words.nested('ordinals')}))"
        rf"(?:{to(words)}(?P<d2>{DAY}){end}(?!{SPACE}{months}))?)?"
        rf"{year_tail(words)}"
    )


def day_first(words: Lexicon) -> str:
    """17 October 1926, with a second day where one stands before it."""
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    return (
        rf"(?:(?P<d>{DAY})(?:\s?{suffix})?(?:(?:/|{to(words)})(?P<d2>{DAY})(?:\s?{suffix})?)?"
        rf"|(?P<dw>{words.nested('ordinals')}))"
        rf"(?:\s{{1,8}}|[-./]\s?|(?<=[.º°ª])|(?<=[0-9])(?=[^\W\d_]{{4,20}}\s{PLAIN}))"
        rf"(?:{words.phrases('day_of', 'of', 'articles')}\s{{0,8}}){{0,2}}(?P<mon>{months}){POINT}"
        rf"{_no_length(words)}{year_tail(words)}"
    )


def opener(words: Lexicon) -> str:
    """What opens an interval, between or from; a word that is ``both`` leads to a second end with *and* or *to*."""
    both = alternation(sorted(set(words.words("between")) & set(words.words("from"))))
    spaced = rf"(?:(?P<both>{both})|(?P<between>{words.phrases('between')})|(?P<from>{words.phrases('from')})){GAP}"
    joined = "|".join(map(re.escape, words.words("from_glued"))) or "(?!)"
    return rf"(?:{spaced}|{joined})"


def _no_length(words: Lexicon) -> str:
    """Where months have numbers, no length goes on behind one: 3 tháng 5 ngày."""
    behind = words.phrases("length_behind")
    return rf"(?![0-9]|{SPACE}{behind}(?!{SPACE}[0-9]))" if words.words("length_behind") else ""


def weekday(words: Lexicon) -> str:
    """A weekday within an interval of days: du lundi 3 au vendredi 7 mai."""
    return rf"(?:{words.nested('weekdays')}[.,]?{SPACE})?" if words.words("weekdays") else ""


def to(words: Lexicon) -> str:
    """From one day to the next: a dash or a word."""
    return (
        rf"(?:\s{{0,3}}{DASH}\s{{0,3}}|{SPACE}(?:{words.phrases('to')}{GAP}"
        rf"|{glued(words, 'to_glued')}|(?P<and>{words.phrases('and')}{GAP}|{glued(words)}))"
        rf"{weekday(words)}(?:{words.phrases('articles')}{GAP})?)"
    )


def season(words: Lexicon) -> str:
    """Spring of 1950."""
    glue = rf"(?:{words.phrases('of', 'within', 'articles', 'year_before')}\s{{0,8}}){{0,3}}"
    after = rf"(?:\s{{0,3}}{words.phrases('year_after')})?"
    least = 0 if words.lists.get("unspaced") else 1
    year = (
        rf"(?P<y>{fragment(words.language)})(?:\s?(?:{DASH}|/)\s?(?P<y2>[0-9]{{4}}|[0-9]{{2}}){END}{after})?"
    )
    return rf"(?P<season>{words.nested('seasons')})(?:[\s,]{{{least},8}}{glue}{year})?"


def quarter(words: Lexicon) -> str:
    """Q3 2018, H1 2018."""
    letters, halves = words.phrases("quarter_letters"), words.phrases("half_letters")
    letters, halves = letters.replace(r"(?!\w)", ""), halves.replace(r"(?!\w)", "")
    own = r"|2[3-6][0-9]{2}(?![0-9])" if "bare_calendar" in words.lists else ""
    year = rf"(?P<y>{PLAIN}|['’][0-9]{{2}}{own}){END}"
    behind = any(words.lists.get(key) for key in ("rank_behind", "roman_quarters"))
    n, h = ("[1-4]|IV|I{1,3}", "[12]|I{1,2}") if behind else ("[1-4]", "[12]")
    named = rf"(?:{letters}\s?(?P<n>{n})|{halves}\s?(?P<h>{h}))(?![^\W_])"
    glue = rf"(?:{words.phrases('of', 'year_before')}{SPACE}){{0,2}}"
    return rf"(?:{named}[\s,/-]{{1,3}}{glue}(?:FY\s?)?{year})"


def quarter_last(words: Lexicon) -> str:
    """2018 Q3 and 3Q 2018, H for halves."""
    letters, halves = (
        words.phrases(key).replace(r"(?!\w)", "") for key in ("quarter_letters", "half_letters")
    )
    return (
        rf"(?P<qy>{PLAIN})[\s/-]?(?:{letters}(?P<qn>[1-4])|{halves}(?P<qh>[12]))(?![^\W_])"
        rf"|(?:(?P<nq>[1-4]){letters}|(?P<nh>[12]){halves})[\s/-]?(?:FY\s?)?(?P<yq>{PLAIN}|['’][0-9]{{2}}){END}"
    )


def day_in_words(words: Lexicon) -> str:
    """A day in words before its month: the fifth of, primo, dos de, XX."""
    roman = rf"|(?P<dr>{ROMAN}|XXXI?)(?![^\W_])" if words.lists.get("roman_days") else ""
    of = rf"(?:{words.phrases('day_of', 'of')}{SPACE})"
    return (
        rf"(?:(?P<dw>{words.nested('day_words')}{roman.replace('dr', 'r')}){SPACE}{of}{{0,2}}"
        rf"|(?P<dw2>{words.nested('ordinals')}){SPACE}{of}{{1,2}})"
    )
