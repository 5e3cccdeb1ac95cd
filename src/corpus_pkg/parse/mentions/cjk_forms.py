"""The forms of Korean, Chinese and Japanese dates, compiled from ``cjk.toml`` and the calendars."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from . import numerals
from .lexicon import table
from .years import calendar_words

GAP = r"\s{0,3}"
_PARTICLES = "에|의|만|도|엔|부터|까지|경|쯤|께|무렵|이|로|은|는|인|과|와|을|를"
# A part of a period must not be the first syllable of another word (말씀, 초청), but may have a particle.
_ENDS = rf"(?![가-힣])|(?=(?:{_PARTICLES})(?:[가-힣]{{0,2}}(?![가-힣])))"
NUMBER = rf"[0-9０-９{numerals.CHINESE}{numerals.KOREAN}]"
EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_N2, _N4 = (rf"{NUMBER}{{1,{most}}}" for most in (3, 8))
_LONG_YEAR = rf"[两兩]千(?:(?=[〇零○一二三四五六七八九]){NUMBER}{{1,6}}|(?=年{NUMBER}{{1,3}}月))"
"""两千零四年; not 两千年, which is a length as well, but 两千年八月."""
_YEARS = ("this_year", "last_year", "last_year2", "coming_year", "coming_year2", "year_after", "year_before")
RELATIVE = ("same", *_YEARS, "last", "coming", "next", "this")
"""Lists of words that hang a year on another, by the names of ``relative.py``."""
_NO_WORD = r"(?:(?<![一-鿿])|(?<=[至到自从從於于在约約]))"
"""Not behind another word in Chinese signs, but for a preposition."""
_OF = r"(?:[의の的]\s?)?"
"""Between a period and its part: 1944年の夏."""


class Patterns(NamedTuple):
    """The compiled patterns and the words that stand left of a date."""

    date: re.Pattern[str]
    second: re.Pattern[str]
    link: re.Pattern[str]
    closer: re.Pattern[str]
    both: re.Pattern[str]
    """Between the dates of a between, whose closer follows the second."""
    between: re.Pattern[str]
    """That closer."""
    decades: re.Pattern[str]
    centuries: re.Pattern[str]
    opener: re.Pattern[str]
    lunar: re.Pattern[str]
    """What makes the month and day behind it those of the lunar calendar."""
    now: re.Pattern[str]
    relative: tuple[tuple[str, str], ...]


def any_of(*keys: str) -> str:
    """A group that matches any phrase under the keys, the longest first."""
    words = table("cjk.toml")
    phrases: list[str] = []
    for key in keys:
        for phrase in words[key]:
            phrases += [phrase] if isinstance(phrase, str) else phrase
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in ordered) + ")"


def _no_part() -> str:
    """No other word that begins like a part or a season; 冬至 is one but where a year follows: 冬至1999年."""
    return rf"(?!{any_of('not_parts')}(?!{NUMBER}{{2,4}}{GAP}{any_of('year')}))"


def _counted() -> str:
    names = sorted((word for word in calendar_words() if EAST_ASIAN.search(word)), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, names)) + ")"


def _year() -> str:
    """A year with its unit: plain, of an era, or of both, one in brackets."""
    ours = r"(?:\s?[（(]\s?(?P<eg>[12１２][0-9０-９]{3})\s?[）)])?"
    counted = rf"(?P<era>{_counted()})\s?(?P<en>{NUMBER}{{1,4}}|[元원]){ours}"
    beside = rf"(?:\s?[（(]\s?(?P<be>{_counted()})\s?(?P<bn>{_N2}){GAP}{any_of('year')}?\s?[）)])?"  # 1945(昭和20)年
    bare_juche = rf"(?P<jn>{_N2})\s?[（(](?P<jg>{NUMBER}{{4}})[)）]"
    ancient = _before_christ("(?![1-9]00)[1-9][0-9]{2,3}年")
    before = rf"(?:(?P<bc>{ancient})|(?P<ad>{any_of('anno_domini')}))?\s?"
    year = rf"(?:{counted}|{bare_juche}|{before}(?P<short>['’‘])?(?P<y>{_LONG_YEAR}|{_N4}){beside})"
    behind = (
        rf"(?:\s?[（(]\s?(?:(?P<ae>{_counted()})\s?(?P<an>{_N2}|[元원])|{any_of('anno_domini')}?\s?(?P<ag>[12１２][0-9０-９]{{3}}|[一二][〇零○一二三四五六七八九]{{3}}))"
        rf"{GAP}{any_of('year')}?\s?[）)])?"
    )
    unit = (
        rf"{any_of('decade')}(?P<decade>)|{GAP}{any_of('year')}(?P<year>){behind}|\.(?=\s{{0,2}}{_N2}\s?[월月])"
        rf"|(?<=[)）])(?=\.\s?[01]?[0-9]\.\s?[0-3]?[0-9](?![0-9]))"
    )
    return rf"{year}(?:{unit})"


def _before_christ(number: str) -> str:
    """What stands before a year or a century before Christ; 前 alone only where such a ``number`` follows."""
    return rf"{any_of('before_christ')}|{_NO_WORD}前(?={number})"


def _century() -> str:
    """A century by its number, or the last one, with the decade that belongs to it."""
    unit, before = any_of("century"), _before_christ(f"{NUMBER}{{1,3}}世[紀纪]")
    number = rf"第?(?:(?P<bcc>{before})|{any_of('anno_domini')})?\s?(?P<c>{_N2}){GAP}{unit}"
    relative = rf"(?P<lastc>{any_of('previous_century')})|(?P<thisc>{any_of('same_century')})"
    decade = rf"(?:{GAP}{_OF}(?P<cd>{_N2}){any_of('decade')})"
    return rf"(?:{number}|{relative}){decade}?"


def _date() -> str:
    part = "|".join(
        rf"(?P<{name}>{any_of(key)})"
        for name, key in (
            ("first", "first_half"),
            ("second", "second_half"),
            ("early", "early"),
            ("late", "late"),
            ("middle", "middle"),
        )
    )
    season = rf"{_no_part()}(?P<season>{any_of('seasons')})(?:{_ENDS})"
    number, unit = "[1-4一二三四]", any_of("quarter")
    # 第一季 alone is the first season of a series as well.
    season_of_year = rf"(?<=年第{number})季(?![节節目賽赛])"
    quarter = rf"(?P<quarter>{number})(?:/4)?{GAP}{unit}|第(?P<quarter2>{number})(?:{unit}|{season_of_year})"
    to = any_of("dashes", "links")
    month = rf"(?:(?P<m1>[0-9０-９]{{1,2}})\s?{to}\s?)?(?P<m>{_N2}|[유시](?=월)){GAP}{any_of('month')}(?!력)"
    listed = rf"(?=[、，,・和与與及]\s?{NUMBER}{{1,3}}[日号號])"
    # Without its word only at a pause, in figures set close or behind a year: 6月29。
    pause = r"(?=[，。；！？）」』】》;!?)\]]|[,.:](?![0-9])|\s{0,2}(?:$|\n))"
    closed = rf"(?:(?<=月[0-9])|(?<=月[0-9]{{2}})|(?(y)(?<=[一二三四五六七八九十])|(?!))){pause}"
    days = (
        rf"(?:(?P<d1>[0-9０-９{numerals.CHINESE}]{{1,3}})\s?{to}\s?)?"
        rf"(?P<d>{_N2})(?:{GAP}{any_of('day')}(?![가-힣]?대|요일)|{listed}|{closed})"
    )
    numeric = r"\.\s?(?P<nm>[01]?[0-9])\.\s?(?P<nd>[0-3]?[0-9])(?![0-9])"
    return (
        rf"(?:{_century()}|(?:{_year()})?"
        rf"(?:(?<=[)）]){numeric}|{GAP}{_OF}{month}(?:{GAP}{_OF}{days}|(?P<lunar>初[一二三四五六七八九十]))?|{GAP}{_OF}(?:{quarter})|{GAP}{_OF}{season})?)"
        rf"(?:{GAP}{_OF}{_no_part()}(?:{part})(?:{_ENDS})(?:(?<!中)|(?![\u3040-\u9fff])))?"
        rf"(?:{GAP}(?P<approximate>{any_of('approximate')})(?:{_ENDS}))?(?P<uncertain>\s?[（(][?？][）)])?"
    )


@cache
def patterns() -> Patterns:
    """The patterns, compiled once."""
    # A weekday may stand between, one of a sign only in brackets: 3月1日(木)～3月4日, 5월 1일 일요일부터.
    names = [name for row in table("cjk.toml")["weekdays"] for name in row if len(name) > 1]
    named = "|".join(names)
    weekday = rf"(?:\s?(?:[（(]\s?(?:{named}|[月火水木金土日월화수목금토일])(?:・祝)?\s?[)）]|{named}))?"
    links = rf"{weekday}{GAP}(?:(?P<word>{any_of('links')})|{any_of('dashes')}){GAP}"
    second = (
        rf"(?P<d>{_N2}){GAP}{any_of('day')}(?!\s?[間间간]|요일)|(?P<y>[0-9]{{2}}){GAP}{any_of('year')}"
        rf"|(?P<season>{any_of('seasons')})(?:{_ENDS})"
    )
    # 1950-60年代, 六七十年代: both decades of one century.
    dash, century, decade = any_of("dashes", "links"), any_of("century"), any_of("decade")
    tens = "(?:[12][0-9])?[0-9]0"
    decades = (
        rf"(?:(?:(?P<c>{_N2}){GAP}{century}|{any_of('previous_century')}){GAP}{_OF})?"
        rf"(?:(?P<first>{tens})(?:{decade})?\s?(?:{dash}|、)\s?(?P<second>{tens})"
        rf"|(?P<pair>[二三四五六七八][三四五六七八九])十){decade}"
    )
    centuries = (
        rf"(?P<first>{_N2})(?P<whole>{GAP}{century})?\s?(?:(?P<link>{dash})|[、と과와和與与])\s?"
        rf"(?P<second>{_N2}){GAP}{century}(?P<turn>{GAP}{_OF}{any_of('turn')})?"
    )
    relative = [(phrase, kind) for kind in RELATIVE for phrase in table("cjk.toml")[kind]]
    relative.sort(key=lambda pair: -len(pair[0]))
    return Patterns(
        date=re.compile(_date()),
        second=re.compile(second),
        link=re.compile(links),
        closer=re.compile(rf"{GAP}{any_of('closers')}"),
        both=re.compile(rf"{GAP}{any_of('listers')}{GAP}"),
        between=re.compile(rf"{GAP}{any_of('between_closers')}"),
        decades=re.compile(decades),
        centuries=re.compile(centuries),
        now=re.compile(rf"{GAP}{any_of('now')}"),
        opener=re.compile(rf"{any_of('openers')}{GAP}\Z"),
        lunar=re.compile(rf"{any_of('lunar')}{_OF}\s{{0,2}}\Z"),
        relative=tuple(relative),
    )


@cache
def lengths() -> re.Pattern[str]:
    """What makes a number of years a duration."""
    return re.compile(rf"\s?{any_of('lengths')}")


@cache
def relative_season() -> re.Pattern[str]:
    """A season whose year hangs on another: 이듬해 봄."""
    relative = "|".join(re.escape(phrase) for phrase, _ in patterns().relative if len(phrase) > 1)
    signs = "".join(season_years())
    return re.compile(
        rf"(?P<relative>{relative}|(?<![가-힣])올|{_NO_WORD}[{signs}])(?:의|の|的)?{GAP}{_no_part()}(?P<season>{any_of('seasons')})(?:{_ENDS})"
    )


def season_years() -> dict[str, str]:
    """Signs that hang the year of a season, with their kinds: 昨秋."""
    signs: dict[str, str] = table("cjk.toml")["season_years"]
    return signs


@cache
def approximate() -> re.Pattern[str]:
    """약 and its like, up to the end."""
    return re.compile(rf"(?<![가-힣]){any_of('approximate_before')}{GAP}\Z")


def starters() -> frozenset[str]:
    """The first two characters of every word, other than a number, that a date may begin with."""
    words = table("cjk.toml")
    keys = [*RELATIVE, "before_christ", "anno_domini", "korean_months"]
    keys += ["previous_century", "same_century"]
    phrases = [phrase for key in keys for phrase in words[key]]
    phrases += [word for word in calendar_words() if EAST_ASIAN.search(word)]
    seasons = [name[0] for names in words["seasons"] for name in names]
    phrases += [sign + season for sign in ("올", *words["season_years"]) for season in seasons]
    phrases += ["第" + sign for sign in numerals.CHINESE]
    phrases += ["前" + sign for sign in "123456789一二三四五六七八九十"]
    return frozenset(phrase[:2] for phrase in phrases if len(phrase) > 1) | {"올 ", "两千", "兩千"}
