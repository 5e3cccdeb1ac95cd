"""The forms that begin with a number in a language of an alphabet, as sources of patterns."""

from __future__ import annotations

from .century_forms import decades, numbered_century
from .forms import DASH, DAY, NO_NUMBER, connected, quarter_last, to, year_tail
from .lexicon import SPACE, Lexicon, alternation
from .years import END, PLAIN, fragment


def dotted(words: Lexicon) -> bool:
    """Whether the language writes years as ordinals, with a point."""
    return any(phrase[0] == "." for key in ("year_after", "decade_suffix") for phrase in words.words(key))


def point_of_year(words: Lexicon) -> str:
    """The point of a year that is an ordinal and goes on: 1992. do 1995. godine."""
    return r"\.(?<=[0-9]\.)(?=\s(?-i:(?![A-ZČĆŽŠĐА-ЯЂЈЉЊЋЏ])[^\W\d_]))" if dotted(words) else "(?!)"


def year_first(words: Lexicon) -> str:
    """1950. május 3., 1950 m. gegužės 3 d., 1950. gada 3. maijs: where a language writes so; 2024-Aug-15 in all."""
    glue = rf"(?:{words.phrases('of')}{SPACE})?"
    joined = (
        rf"(?P<joined>{PLAIN})(?P<joint>[-/])(?P<mon4>{alternation(list(words.months))})\.?"
        rf"(?:(?P=joint)(?P<d4>{DAY}))?(?![\w/-])(?!\s{DAY}\b|,?\s{glue}{PLAIN}(?![-/]))"
    )
    if "year_first" not in words.lists:
        return joined
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    day = rf"(?P<d>{DAY})(?:\s?{suffix})?{NO_NUMBER}"
    first, second = day.replace("<d>", "<d3>"), day.replace("<d>", "<d2>")
    link = rf"(?:\s?{DASH}\s?|{words.phrases('from_after')}{SPACE})"
    days = rf"{day}(?:{link}{second})?"
    return (
        rf"{joined}|(?P<y>{PLAIN})(?:\s?{words.phrases('year_first')})?,?{SPACE}"
        rf"(?:(?P<mon>{months})\.?(?:{SPACE}{days})?|{first}\.?{SPACE}(?P<mon3>{months}))"
    )


def new_style(words: Lexicon) -> str:
    """A second day and month in brackets or behind a slash: 25 октября (7 ноября) 1917."""
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    day = rf"(?P<d>{DAY})(?:\s?{suffix})?\s(?:{words.phrases('day_of', 'of')}\s)?(?P<mon>{months})"
    return rf"\s?[(/\[]\s?{day}\.?\)?{year_tail(words)}"


def two_styles(words: Lexicon) -> str:
    """Two days of one month, the second in brackets: 10 (22) июня 1741."""
    return rf"(?P<first>{DAY})\s?\(\s?{closed_day(words)}"


def closed_day(words: Lexicon) -> str:
    """A day whose bracket closes before the month: 22) июня 1741."""
    months = alternation(list(words.months))
    return rf"(?P<d>{DAY})\s?\)\s{{1,8}}(?:{words.phrases('day_of', 'of')}\s)?(?P<mon>{months})\.?{year_tail(words)}"


def figure_days(words: Lexicon) -> str:
    """The first of two days before a date in figures: 3.– before 5.5.1920."""
    return rf"(?P<d>{DAY})\.?{to(words)}(?={DAY}[./-])"


def year(words: Lexicon) -> str:
    """What a number opens: decades, centuries, eras, ranges, bare years."""
    suffix, bc, ad = words.phrases("day_suffix"), words.phrases("bc"), words.phrases("ad")
    point = r"\.?" if dotted(words) else ""
    after = rf"(?:\s{{0,3}}{words.phrases('year_after')})?"
    return (
        rf"{quarter_last(words)}|(?P<dec>[0-9]{{3}}0){words.phrases('decade_suffix')}"
        rf"|{decades(words)}"
        rf"|(?P<dec2>[1-9]0){words.phrases('decade_suffix_short')}"
        rf"(?:{SPACE}{connected(words, 2)}(?:(?P<of>{numbered_century(words, 'of_')})"
        rf"|(?P<last>{words.phrases('previous')}){SPACE}{words.phrases('century')}))?"
        rf"|(?:(?P<c1>[0-9]{{1,2}})(?:\s?{suffix})?(?:\s?(?:{DASH}|/)\s?|-?{SPACE}(?:{words.phrases('to')}|(?P<cand>{words.phrases('and')})){SPACE})"
        rf"(?:{words.phrases('articles')}{SPACE})?)?"
        rf"(?P<cn>[0-9]{{1,2}})(?:\s?{suffix})?(?:\s{{1,8}}|\s?-\s?|(?<=\.)){words.phrases('century')}"
        rf"(?:{SPACE}(?:(?P<cbc>{bc})|{ad}))?"
        rf"|(?P<first>[0-9]{{1,2}})\s?{suffix}(?=(?:\s?(?:{DASH}|/)\s?|{SPACE}{words.phrases('to')}{SPACE})"
        rf"(?:{words.phrases('articles')}{SPACE})?(?:{words.phrases('early', 'middle', 'late')}[\s-]{{1,3}})?"
        rf"{connected(words, 2)}[0-9]{{1,2}}\s?{suffix}[\s-]{{1,3}}{words.phrases('century')})"
        rf"|(?P<b1>[0-9]{{1,4}})(?:(?:\s?{DASH}\s?|{SPACE}(?:{words.phrases('to')}|(?P<band>{words.phrases('and')})){SPACE})(?P<b2>[0-9]{{1,4}}))?{after}{point}\s?(?:(?P<bc>{bc})|{ad})"
        rf"|(?P<y>{PLAIN}){END}{point}\s{{0,2}}(?:{DASH}|/)\s{{0,2}}(?P<y2>{PLAIN}|['’]?[0-9]{{2}}){END}(?!{DASH}[0-9]){after}"
        rf"|(?P<one>{fragment(words.language)})|(?P<three>[1-9][0-9]{{2}}){END}(?![^\W_])"
    )
