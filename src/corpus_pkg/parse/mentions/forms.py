"""The forms of dates in a language of an alphabet, as sources of patterns built from its lexicon."""

from __future__ import annotations

from .lexicon import SPACE, Lexicon, alternation
from .numerals import ROMAN
from .years import END, PLAIN, fragment

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
DASH = r"[-‐‑–—―−~∼〜]"
GAP = rf"(?:{SPACE}|(?<=['’]))"
"""Between words, the first of which may be elided: dall'8 all'11."""
NO_NUMBER = r"(?![0-9]|[.,:/][0-9])"
"""After a day: it does not go on as a longer number, a time or a fraction."""


def relative(words: Lexicon) -> str:
    """The words that hang a year on another: the following, last, this."""
    return (
        rf"(?:(?P<next>{words.phrases('next')})|(?P<previous>{words.phrases('previous')})"
        rf"|(?P<same>{words.phrases('same')}))"
    )


def relative_after(words: Lexicon) -> str:
    """The same behind a date, in groups ``next``, ``previous``, ``same``: of the following year, scorso."""
    hung, year, glue = relative(words), words.phrases("year_word"), connected(words, 2)
    after = "|".join(
        rf"(?P<{kind}2>{words.phrases(f'{kind}_after')})" for kind in ("next", "previous", "same")
    )
    return rf",?{SPACE}(?:{glue}(?:{hung}{SPACE}{year}|{year}{SPACE}(?:{after}))|(?:{after.replace('2>', '3>')}))"


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
    return (
        rf"{rank}{SPACE}(?:(?P<half>{words.phrases('halves')})|(?P<third>{words.phrases('thirds')})"
        rf"|(?P<quarter>{words.phrases('quarters')})|(?P<tenth>{words.phrases('tenths')}))"
    )


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
    return rf"(?:(?:\s{{0,3}}[,./-]\s{{0,8}}|{SPACE}){glue}(?P<y>{fragment(words.language)}))?"


def month_first(words: Lexicon) -> str:
    """October 17, 1926, with a second day where one follows."""
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    article = words.phrases("articles")
    end = rf"(?:\s?{suffix})?(?![^\W\d_]){NO_NUMBER}"
    return (
        rf"(?P<mon>{months})\.?"
        rf"(?:(?:,?\s{{0,8}}|[-/]|{SPACE}{article}{SPACE})(?:(?P<d>{DAY}){end}|(?P<dw>{words.nested('ordinals')}))"
        rf"(?:{to(words)}(?P<d2>{DAY}){end}(?!{SPACE}{months}))?)?"
        rf"{year_tail(words)}"
    )


def day_first(words: Lexicon) -> str:
    """17 October 1926, with a second day where one stands before it."""
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    return (
        rf"(?:(?P<d>{DAY})(?:\s?{suffix})?(?:(?:/|{to(words)})(?P<d2>{DAY})(?:\s?{suffix})?)?"
        rf"|(?P<dw>{words.nested('ordinals')}))"
        rf"(?:\s{{1,8}}|[-./]\s?|(?<=[.º°ª]))(?:{words.phrases('day_of', 'of', 'articles')}\s{{0,8}}){{0,2}}"
        rf"(?P<mon>{months})\.?{year_tail(words)}"
    )


def dotted(words: Lexicon) -> bool:
    """Whether the language writes years as ordinals, with a point."""
    return any(phrase[0] == "." for key in ("year_after", "decade_suffix") for phrase in words.words(key))


def year_first(words: Lexicon) -> str:
    """1950. május 3., 1950 m. gegužės 3 d., 1950. gada 3. maijs: only in languages that write the year first."""
    if "year_first" not in words.lists:
        return r"(?!)"
    months, suffix = alternation(list(words.months)), words.phrases("day_suffix")
    day = rf"(?P<d>{DAY})(?:\s?{suffix})?{NO_NUMBER}"
    first, second = day.replace("<d>", "<d3>"), day.replace("<d>", "<d2>")
    days = rf"{day}(?:\s?{DASH}\s?{second})?"
    return (
        rf"(?P<y>{PLAIN})(?:\s?{words.phrases('year_first')})?,?{SPACE}"
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


def weekday(words: Lexicon) -> str:
    """A weekday within an interval of days: du lundi 3 au vendredi 7 mai."""
    return rf"(?:{words.nested('weekdays')}[.,]?{SPACE})?" if words.words("weekdays") else ""


def to(words: Lexicon) -> str:
    """From one day to the next: a dash or a word."""
    return (
        rf"(?:\s{{0,3}}{DASH}\s{{0,3}}|{SPACE}(?:{words.phrases('to')}|(?P<and>{words.phrases('and')})){GAP}"
        rf"{weekday(words)}(?:{words.phrases('articles')}{GAP})?)"
    )


def season(words: Lexicon) -> str:
    """Spring of 1950."""
    glue = rf"(?:{words.phrases('of', 'within', 'articles', 'year_before')}\s{{0,8}}){{0,3}}"
    after = rf"(?:\s{{0,3}}{words.phrases('year_after')})?"
    year = (
        rf"(?P<y>{fragment(words.language)})(?:\s?(?:{DASH}|/)\s?(?P<y2>[0-9]{{4}}|[0-9]{{2}}){END}{after})?"
    )
    return rf"(?P<season>{words.nested('seasons')})(?:[\s,]{{1,8}}{glue}{year})?"


def quarter(words: Lexicon) -> str:
    """Q3 2018, H1 2018."""
    letters, halves = words.phrases("quarter_letters"), words.phrases("half_letters")
    letters, halves = letters.replace(r"(?!\w)", ""), halves.replace(r"(?!\w)", "")
    year = rf"(?P<y>{PLAIN}|['’][0-9]{{2}}){END}"
    named = rf"(?:{letters}\s?(?P<n>[1-4])|{halves}\s?(?P<h>[12]))(?![^\W_])"
    return rf"(?:{named}[\s,/-]{{1,3}}(?:{words.phrases('of')}{SPACE})?(?:FY\s?)?{year})"


def quarter_last(words: Lexicon) -> str:
    """2018 Q3 and 3Q 2018, H for halves."""
    letters, halves = (
        words.phrases(key).replace(r"(?!\w)", "") for key in ("quarter_letters", "half_letters")
    )
    return (
        rf"(?P<qy>{PLAIN})[\s/-]?(?:{letters}(?P<qn>[1-4])|{halves}(?P<qh>[12]))(?![^\W_])"
        rf"|(?:(?P<nq>[1-4]){letters}|(?P<nh>[12]){halves})[\s/-]?(?:FY\s?)?(?P<yq>{PLAIN}|['’][0-9]{{2}}){END}"
    )


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
    roman = rf"(?P<roman>{ROMAN})(?![^\W_])(?:{link}(?P<roman2>{ROMAN})(?![^\W_]))?"
    word = rf"(?P<number>{words.nested('day_words')})|(?P<previous>{words.phrases('previous_after')})"
    era = rf"(?:{SPACE}(?:(?P<bc>{words.phrases('bc')})|{words.phrases('ad')}))?"
    behind = "(?P<behind>(?!))"
    if "century_link" in words.lists:
        behind = rf"(?P<behind>[0-9]{{1,2}})(?![0-9])(?:{words.phrases('day_suffix')})?"
    glue = rf"(?:{words.phrases('century_link')}\s?)?"
    return rf"(?P<word>{words.phrases('century')})(?:\s{{0,8}}{glue}(?:{roman}|{behind})|{SPACE}(?:{word}))?{era}"


def numbered_century(words: Lexicon, names: str = "") -> str:
    """A century by number or name, as the whole of a part; ``names`` begins the names of its groups."""
    return (
        rf"(?:(?:(?P<{names}n>{ordinal(words)})|(?P<{names}roman>{ROMAN})(?:{words.phrases('day_suffix')})?\.?)"
        rf"(?:{SPACE}|-){words.phrases('century')}|{words.phrases('century')}{SPACE}(?P<{names}roman2>{ROMAN})(?![^\W_])"
        rf"|(?P<{names}name>{alternation(list(words.lists.get('century_names', {})))}))"
    )


def century_pair(words: Lexicon) -> str:
    """The first of two centuries, whose word the second has: XVIe-XVIIIe siècles, tra XV e XVI secolo."""
    short = alternation(list(words.lists.get("century_shorts", {})))
    suffix = words.phrases("day_suffix")
    return (
        rf"(?<![\w.,])(?:(?P<n>{ordinal(words)})|(?P<roman>{ROMAN})(?:{suffix})?\.?|(?P<short>{short}))"
        rf"(?:\s?(?:{DASH}|/)\s?|{SPACE}(?:{words.phrases('to')}|(?P<and>{words.phrases('and')})){SPACE})"
        rf"(?:{words.phrases('articles')}\s{{0,8}})?\Z"
    )


def day_in_words(words: Lexicon) -> str:
    """A day in words before its month: the fifth of, primo, dos de, XX."""
    roman = rf"|(?P<dr>{ROMAN}|XXXI?)(?![^\W_])" if words.lists.get("roman_days") else ""
    of = rf"(?:{words.phrases('day_of', 'of')}{SPACE})"
    return (
        rf"(?:(?P<dw>{words.nested('day_words')}{roman.replace('dr', 'r')}){SPACE}{of}{{0,2}}"
        rf"|(?P<dw2>{words.nested('ordinals')}){SPACE}{of}{{1,2}})"
    )


def century_name(words: Lexicon) -> str:
    """A century that has a name of its own: Quattrocento."""
    return rf"(?P<name>{alternation(list(words.lists.get('century_names', {})))})"


def decade(words: Lexicon) -> str:
    """A decade in words, with the century it belongs to."""
    of = rf"(?:{relative(words)}(?:{SPACE}|-){words.phrases('century')}|{numbered_century(words)})"
    names = f"{words.nested('decades')}|{words.nested('decades_bare')}"
    return rf"(?P<word>{names})(?:{SPACE}{connected(words, 2)}(?P<of>{of}))?"


def decade_number(words: Lexicon) -> str:
    """A decade in digits behind its word: années 1930, anni '30, años 30 del siglo XIX."""
    glue = rf"(?:{words.phrases('year_before', 'articles')}{SPACE})?"
    stop = r"\.?" if words.lists.get("decade_stop") else ""
    digits = (
        rf"(?P<written>(?P<apostrophe>['’‘])?(?P<dec>[12][0-9]{{2}}0|[1-9]0)(?![0-9]){stop})"
        rf"(?!\s?{DASH}\s?(?:[12][0-9])?[0-9][1-9](?![0-9]))"
    )
    of = rf"(?:{SPACE}{connected(words, 2)}(?P<of>{numbered_century(words)}))?"
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
    digits = r"['’‘]?[12]?[0-9]?[0-9]0"
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
        rf"|(?:(?P<c1>[0-9]{{1,2}})(?:\s?{suffix})?(?:\s?(?:{DASH}|/)\s?|{SPACE}(?:{words.phrases('to')}|(?P<cand>{words.phrases('and')})){SPACE})"
        rf"(?:{words.phrases('articles')}{SPACE})?)?"
        rf"(?P<cn>[0-9]{{1,2}})(?:\s?{suffix})?(?:\s{{1,8}}|\s?-\s?|(?<=\.)){words.phrases('century')}"
        rf"(?:{SPACE}(?:(?P<cbc>{bc})|{ad}))?"
        rf"|(?P<first>[0-9]{{1,2}})\s?{suffix}(?=(?:\s?(?:{DASH}|/)\s?|{SPACE}{words.phrases('to')}{SPACE})"
        rf"(?:{words.phrases('articles')}{SPACE})?(?:{words.phrases('early', 'middle', 'late')}[\s-]{{1,3}})?"
        rf"{connected(words, 2)}[0-9]{{1,2}}\s?{suffix}[\s-]{{1,3}}{words.phrases('century')})"
        rf"|(?P<b1>[0-9]{{1,4}})(?:(?:\s?{DASH}\s?|{SPACE}(?:{words.phrases('to')}|(?P<band>{words.phrases('and')})){SPACE})(?P<b2>[0-9]{{1,4}}))?{after}\s?(?:(?P<bc>{bc})|{ad})"
        rf"|(?P<y>{PLAIN}){END}{point}\s{{0,2}}(?:{DASH}|/)\s{{0,2}}(?P<y2>{PLAIN}|['’]?[0-9]{{2}}){END}(?!{DASH}[0-9]){after}"
        rf"|(?P<one>{fragment(words.language)})|(?P<three>[1-9][0-9]{{2}}){END}(?![^\W_])"
    )
