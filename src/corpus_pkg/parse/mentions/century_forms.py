"""The forms of centuries and decades in a language of an alphabet, as sources of patterns."""

from __future__ import annotations

import re

from .forms import DASH, connected, ordinal, relative
from .lexicon import SPACE, Lexicon, alternation
from .numerals import ROMAN

_NO_WORD = r"(?!(?-i:[ivxіхιχ])(?![^\W_]))"
"""Not a word of one letter, as *i* and *v* are in Slavic languages."""


def decade_pair(words: Lexicon) -> str:
    """The first of two decades, whose century the second has: 1860s and 70s."""
    part = rf"(?:(?:{words.phrases('early', 'middle', 'late')})[\s-]{{1,3}})?"
    return (
        rf"(?P<century>[12][0-9])[0-9]0{words.phrases('decade_suffix')}"
        rf"(?:\s?(?:,|/|{DASH})\s?|,?{SPACE}(?:{words.phrases('and', 'to')}){SPACE})"
        rf"(?:{words.phrases('articles')}{SPACE})?{part}['’‘]?\Z"
    )


def turn_left(words: Lexicon) -> str:
    """The turn of a century that is not named: at the turn of the century, turn-of-the-century."""
    gap = r"(?:\s{1,8}|-)"
    of = rf"(?:(?:{words.phrases('of', 'articles')}){gap}){{1,2}}"
    return rf"(?<!\w){words.phrases('turn')}{gap}{of}(?P<previous>{words.phrases('previous')}{gap})?\Z"


def latin() -> str:
    """S. XIV in., saec. XII ex., s. XII ex. - XIII in., saec. XV²."""
    after = (
        r"in(?:c|itio|eunte)?\b\.?|med(?:io|ii)?\b\.?|m\.|ex(?:eunte)?\b\.?"
        r"|[12]/2|[123]/3|[1-4]/4|[12](?![0-9/])|[¹²½¼¾]"
    )
    part = rf"(?:\s?[(/]?\s?(?P<%s>{after})\)?)?"
    word = r"(?:saecc?\.|saecul[oi]|ss?\.|secc?\.|sécs?\.)"
    return (
        rf"{word}\s?(?P<roman>{ROMAN})(?![^\W\d_¹²½¼¾]){part % 'part'}"
        rf"(?:\s?{DASH}\s?|\s?/\s?)(?:{word}\s?)?(?P<second>{ROMAN})(?![^\W\d_¹²½¼¾]){part % 'part2'}"
        rf"|{word}\s?(?P<roman1>{ROMAN})(?![^\W\d_¹²½¼¾]){part % 'part1'}"
    )


def century(words: Lexicon) -> str:
    """The word for a century, with a number behind it (siglo XIX, siglos XVI-XVIII, siglo diecinueve), an era."""
    word = rf"(?:{words.phrases('to')}|(?P<and>{words.phrases('and')}))"
    link = rf"(?:\s?(?:{DASH}|/)\s?|{SPACE}{word}{SPACE}(?:{words.phrases('articles')}{SPACE})?)"
    roman = rf"{_NO_WORD}(?P<roman>{ROMAN})(?![^\W_])(?:{link}(?P<roman2>{ROMAN})(?![^\W_]))?"
    day_words = words.nested("day_words")
    also = rf"(?:{SPACE}(?:{words.phrases('and')}{SPACE}|(?:{_glued(words)}))(?P<number2>{day_words}))?"
    word = rf"(?P<number>{day_words}){also}|(?P<previous>{words.phrases('previous_after')})"
    era = rf"(?:{SPACE}(?:(?P<bc>{words.phrases('bc')})|{words.phrases('ad')}))?"
    behind = "(?P<behind>(?!))(?P<behind2>)"
    if "century_link" in words.lists:
        behind = (
            rf"(?P<behind>[0-9]{{1,2}})(?![0-9])(?:{words.phrases('day_suffix')})?"
            rf"(?:{SPACE}(?:{_glued(words)})(?:{_link(words)})?(?P<behind2>[0-9]{{1,2}})(?![0-9]))?"
        )
    glue = rf"(?:{_link(words)}\s?)?"
    number = rf"(?:\s{{0,8}}{glue}(?:{roman}|{behind})|{SPACE}(?:{word}))"
    return rf"(?P<word>{words.phrases('century')})(?:{number}(?!{SPACE}{words.phrases('other_eras')}))?{era}"


def _link(words: Lexicon) -> str:
    """The article written as one with the number of a century: ה-19."""
    return words.phrases("century_link").replace(r"(?!\w)", "")


def _glued(words: Lexicon) -> str:
    """The word for and that is written as one with the number behind it."""
    return "|".join(map(re.escape, words.words("and_glued"))) or "(?!)"


def numbered_century(words: Lexicon, names: str = "") -> str:
    """A century by number or name, as the whole of a part; ``names`` begins the names of its groups."""
    return (
        rf"(?:(?:(?P<{names}n>{ordinal(words)})|(?P<{names}roman>{ROMAN})(?:{words.phrases('day_suffix')})?\.?)"
        rf"(?:{SPACE}|-){words.phrases('century')}|{words.phrases('century')}{SPACE}(?P<{names}roman2>{ROMAN})(?![^\W_])"
        rf"{_numbered_behind(words, names)}"
        rf"|(?P<{names}name>{alternation(list(words.lists.get('century_names', {})))}))"
    )


def _numbered_behind(words: Lexicon, names: str) -> str:
    """The same with its number behind it, where the language writes it so: המאה ה-20."""
    if "century_link" not in words.lists:
        return ""
    number = rf"[0-9]{{1,2}}(?![0-9])(?:{words.phrases('day_suffix')})?|{words.nested('day_words')}"
    return rf"|{words.phrases('century')}\s{{0,8}}(?:{_link(words)}\s?)?(?P<{names}behind>{number})"


def century_pair(words: Lexicon) -> str:
    """The first of two centuries, whose word the second has: XVIe-XVIIIe siècles, tra XV e XVI secolo."""
    short = alternation(list(words.lists.get("century_shorts", {})))
    suffix = words.phrases("day_suffix")
    return (
        rf"(?<![\w.,])(?:(?P<n>{ordinal(words)})|(?P<roman>{ROMAN})(?:{suffix})?\.?|(?P<short>{short}))"
        rf"(?:\s?(?:{DASH}|/)\s?|{SPACE}(?:{words.phrases('to')}|(?P<and>{words.phrases('and')})){SPACE})"
        rf"(?:{words.phrases('articles')}\s{{0,8}})?\Z"
    )


def century_name(words: Lexicon) -> str:
    """A century that has a name of its own: Quattrocento."""
    return rf"(?P<name>{alternation(list(words.lists.get('century_names', {})))})"


def passed_century(words: Lexicon) -> str:
    """Last century with its adjective behind: siglo pasado."""
    return rf"{words.phrases('century')}{SPACE}(?P<passed>{words.phrases('previous_after')})"


def decade(words: Lexicon) -> str:
    """A decade in words, with the century it belongs to."""
    of = (
        rf"(?:{relative(words)}(?:{SPACE}|-){words.phrases('century')}|{passed_century(words)}"
        rf"|{numbered_century(words)})"
    )
    names = f"{words.nested('decades')}|{words.nested('decades_bare')}"
    of_life = rf"(?!{SPACE}{words.phrases('ages_after')})"
    return rf"(?P<word>{names}){of_life}(?:{SPACE}{connected(words, 2)}(?P<of>{of}))?"


def decade_number(words: Lexicon) -> str:
    """A decade in digits behind its word: années 1930, anni '30, años 30 del siglo XIX."""
    glue = rf"(?:{words.phrases('year_before', 'articles')}{SPACE})?"
    # Where the word is that for years, it makes a decade only of two digits: lata 60., but w latach 1960-1970.
    short = words.lists.get("decade_stop")
    tens = r"[1-9]0" if short else r"(?:[12][0-9]{2}0|[1-9]0)"
    stop = rf"(?:\.|{words.phrases('decade_suffix')})?" if short else ""
    digits = (
        rf"(?P<written>(?P<apostrophe>['’‘])?(?P<dec>{tens})(?![0-9]){stop}(?:{SPACE}{words.phrases('ad')})?)"
        rf"(?!\s?{DASH}\s?(?:[12][0-9])?[0-9][1-9](?![0-9]))"
    )
    if words.lists.get("decade_suffix_first"):
        digits += rf"(?!{words.phrases('decade_suffix')})"  # dekade 1960-an: the ending says it
    of = rf"(?:{SPACE}{connected(words, 2)}(?P<of>{passed_century(words)}|{numbered_century(words)}))?"
    return rf"{words.phrases('decade_prefix')}(?:{SPACE}|(?<=[-־])){glue}{digits}{of}"


def decades(words: Lexicon) -> str:
    """Two decades of which only the second has its word: 1920–30-е годы, 20—30-е годы XX века."""
    suffix = words.phrases("decade_suffix", "decade_suffix_short")
    return (
        rf"(?P<da>[12][0-9]{{2}}0|[1-9]0)(?:{words.phrases('decade_suffix')})?\s?{DASH}\s?(?P<db>[12][0-9]{{2}}0|[1-9]0){suffix}"
        rf"(?:{SPACE}{connected(words, 2)}(?P<on>{numbered_century(words, 'on_')}))?"
    )


def decade_left(words: Lexicon) -> str:
    """What stands before the second of two decades, whose word the first has: anni '60 e '70."""
    stop = r"\.?" if words.lists.get("decade_stop") else ""
    digits = rf"['’‘]?[12]?[0-9]?[0-9]0{stop}"
    glue, article = words.phrases("year_before", "articles"), words.phrases("articles")
    link = rf"(?:,?{SPACE}{words.phrases('and', 'to')}{SPACE}|\s?(?:,|/|{DASH})\s?)"
    first = rf"(?<!\w){words.phrases('decade_prefix')}{SPACE}(?:{glue}{SPACE})?{digits}"
    return rf"{first}{link}(?:{article}{SPACE})?\Z"


def decade_words_left(words: Lexicon) -> str:
    """What stands before the second of two decades in words: años sesenta y."""
    return rf"(?<!\w){words.nested('decades')}{SPACE}{words.phrases('and', 'to')}{SPACE}\Z"


def decade_bare(words: Lexicon) -> str:
    """What stands before a decade that has an article alone: a finales de los, en los; ``open`` for the latter."""
    part, article = words.phrases("early", "middle", "late"), words.phrases("decade_articles")
    glue = rf"(?:{words.phrases('of')}{SPACE})?"
    return rf"(?<!\w)(?:{part}{SPACE}{glue}|(?P<open>{words.phrases('decade_openers')}){SPACE}){article}{SPACE}\Z"
