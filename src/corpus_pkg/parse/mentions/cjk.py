"""Korean, Chinese and Japanese dates: numbers in digits or words, each with its unit behind it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from . import numerals
from .edtf import Date, Value, days_in_month
from .lexicon import table
from .periods import Reading, century, decade, interval, part_of, qualified, year_text
from .years import Year, calendar_words, counted, full_year

GAP = r"\s{0,3}"
_PARTICLES = "에|의|부터|까지|경|쯤|께|무렵|이|로|은|는|인|과|와|을|를"
# A part of a period must not be the first syllable of another word (말씀, 초청), but may have a particle.
_ENDS = rf"(?![가-힣])|(?=(?:{_PARTICLES})(?:[가-힣]{{0,2}}(?![가-힣])))"
NUMBER = rf"[0-9０-９{numerals.CHINESE}{numerals.KOREAN}]"
EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")


class Patterns(NamedTuple):
    """The compiled patterns and the words that stand left of a date."""

    date: re.Pattern[str]
    second: re.Pattern[str]
    link: re.Pattern[str]
    closer: re.Pattern[str]
    relative: tuple[tuple[str, str], ...]


def _any(*keys: str) -> str:
    words = table("cjk.toml")
    phrases: list[str] = []
    for key in keys:
        for phrase in words[key]:
            phrases += [phrase] if isinstance(phrase, str) else phrase
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in ordered) + ")"


def _counted() -> str:
    names = sorted((word for word in calendar_words() if EAST_ASIAN.search(word)), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, names)) + ")"


@cache
def patterns() -> Patterns:
    """The patterns, compiled once."""
    n2, n4 = (rf"{NUMBER}{{1,{most}}}" for most in (3, 8))
    part = (
        rf"(?:{GAP}(?:(?P<%(p)sfirst>{_any('first_half')})|(?P<%(p)ssecond>{_any('second_half')})"
        rf"|(?P<%(p)searly>{_any('early')})|(?P<%(p)slate>{_any('late')})|(?P<%(p)smiddle>{_any('middle')}))(?:{_ENDS}))?"
    )
    season = rf"(?P<season>{_any('seasons')})(?:{_ENDS})"
    quarter = rf"(?P<quarter>[1-4一二三四])(?:/4)?{GAP}{_any('quarter')}|第(?P<quarter2>[1-4一二三四]){_any('quarter')}"
    ours = r"(?:\s?[（(]\s?(?P<eg>[12][0-9]{3})\s?[）)])?"
    counted_year = rf"(?P<era>{_counted()})\s?(?P<en>{NUMBER}{{1,4}}|[元원]){ours}"
    beside = rf"(?:\s?[（(]\s?(?P<be>{_counted()})\s?(?P<bn>{n2}){GAP}{_any('year')}?\s?[）)])?"
    bare_juche = rf"(?P<jn>{n2})\s?[（(](?P<jg>{NUMBER}{{4}})[)）]"
    before = rf"(?:(?P<bc>{_any('before_christ')})|(?P<ad>{_any('anno_domini')}))?\s?"
    year = rf"(?:{counted_year}|{bare_juche}|{before}(?P<short>['’‘])?(?P<y>{n4}){beside})"
    month = rf"(?P<m>{n2}|[유시](?=월)){GAP}{_any('month')}"
    day = rf"(?P<d>{n2}){GAP}{_any('day')}(?![가-힣]?대)"
    numeric = r"\.\s?(?P<nm>[01]?[0-9])\.\s?(?P<nd>[0-3]?[0-9])(?![0-9])"
    unit = (
        rf"{_any('decade')}(?P<decade>)|{GAP}{_any('year')}(?P<year>)|\.(?=\s{{0,2}}{n2}\s?[월月])"
        rf"|(?<=[)）])(?=\.\s?[01]?[0-9]\.\s?[0-3]?[0-9](?![0-9]))"
    )
    source = (
        rf"(?:(?:第)?(?P<bcc>{_any('before_christ')})?\s?(?P<c>{n2}){GAP}{_any('century')}"
        rf"|(?:{year}(?:{unit}))?(?:(?<=[)）]){numeric}|{GAP}{month}(?:{GAP}{day})?|{GAP}(?:{quarter})|{GAP}{season})?)"
        + part % {"p": ""}
        + rf"(?:{GAP}(?P<approximate>{_any('approximate')}))?(?P<uncertain>\s?[（(][?？][）)])?"
    )
    links = rf"{GAP}(?:(?P<word>{_any('links')})|{_any('dashes')}){GAP}"
    second = rf"(?P<d>{n2}){GAP}{_any('day')}|(?P<y>[0-9]{{2}}){GAP}{_any('year')}"
    relative = [(phrase, kind) for kind in ("same", "previous", "next") for phrase in table("cjk.toml")[kind]]
    relative.sort(key=lambda pair: -len(pair[0]))
    return Patterns(
        date=re.compile(source),
        second=re.compile(second),
        link=re.compile(links),
        closer=re.compile(rf"{GAP}{_any('closers')}"),
        relative=tuple(relative),
    )


@cache
def _lengths() -> re.Pattern[str]:
    return re.compile(rf"\s?{_any('lengths')}")


_YEAR_RANGE = re.compile(
    r"([12][0-9]{3})\s?[~∼～〜–—―－-]\s?([12][0-9]{3}|[0-9]{2})\s?[년年](?![대代])(?:사이|까지|間|间)?"
)
_SURE_LENGTHS = re.compile(r"간(?![가-힣])|\s?(?:동안|여\s?년|이상|이내|째|짜리|남짓|以上|以内)")


def _is_length(text: str, year: int, start: int, end: int) -> bool:
    """Whether what follows a number of years makes it a duration: 2000년동안, 5 000년 력사."""
    if _SURE_LENGTHS.match(text, start, end):
        return True
    return (year % 1000 == 0 or not 1400 <= year <= 2100) and bool(_lengths().match(text, start, end))


def read(text: str, start: int, end: int) -> Reading | None:
    """Read the date that starts at ``start``, with an interval that it opens."""
    years = _YEAR_RANGE.match(text, start, end)
    if years:
        first, last = years[1], years[2] if len(years[2]) == 4 else years[1][:2] + years[2]
        value = interval(Date(first), Date(last))
        return Reading(start, years.end(), value, "year", "cjk.year-range") if value else None
    reading = _one(text, start, end)
    if reading is None:
        return None
    found = patterns()
    link = found.link.match(text, reading.end, end)
    if link is None:
        return reading
    other = _one(text, link.end(), end) or _rest(text, link.end(), end, reading)
    if other is None:
        return reading
    value = interval(reading.value, other.value)
    if value is None:
        return reading
    closer = found.closer.match(text, other.end, end)
    stop = closer.end() if closer else other.end
    return reading._replace(end=stop, value=value, unit=other.unit, rule=f"{reading.rule}-range")


def _rest(text: str, start: int, end: int, first: Reading) -> Reading | None:
    """The second end of an interval that says only the day, or only the last two digits of the year."""
    match = patterns().second.match(text, start, end)
    opening = first.value
    if match is None or not isinstance(opening, Date):
        return None
    if match["d"] and opening.day is not None:
        day = numerals.number(match["d"])
        value = opening._replace(day=day)
        return Reading(start, match.end(), value, "day", "cjk.day") if day and _possible(value) else None
    if match["y"] and opening.month is None and opening.year.isdigit():
        return Reading(start, match.end(), Date(opening.year[:2] + match["y"]), "year", "cjk.year")
    return None


def _one(text: str, start: int, end: int) -> Reading | None:
    match = patterns().date.match(text, start, end)
    if match is None:
        return None
    value = _value(match)
    if value is None or _goes_on(match, end):
        return None
    reading, remark, calendar = value
    value_, unit = reading
    bare = unit == "year" and isinstance(value_, Date) and not value_.qualifier and match["y"]
    if bare and isinstance(value_, Date) and _is_length(text, int(value_.year), match.end(), end):
        return None
    rule = f"cjk.{unit}"
    return Reading(start, match.end(), value_, unit, rule, calendar, remark)


_PARTICLE = re.compile(
    r"(?:에|의|부터|까지|경|쯤|께|은|는|이|과|와|을|를|로|달|중|말|초|이면|마다|호)(?![가-힣]{2})|[^가-힣]|$"
)


def _goes_on(match: re.Match[str], end: int) -> bool:
    """Whether a month in Korean words is the head of another word: 구월산, 삼월이."""
    month = match["m"]
    if month is None or match["d"] or match["y"] or month[0] not in numerals.KOREAN + "유시":
        return False
    return _PARTICLE.match(match.string, match.end(), end) is None


def read_season(text: str, start: int, end: int) -> Reading | None:
    """A season whose year hangs on another: 이듬해 봄, 지난해 가을."""
    match = _relative_season().match(text, start, end)
    if match is None:
        return None
    place = next(i for i, names in enumerate(table("cjk.toml")["seasons"]) if match["season"] in names)
    kind = next(kind for phrase, kind in patterns().relative if match["relative"] == phrase)
    return Reading(start, match.end(), Date(month=21 + place), "season", f"cjk.season.{kind}", relative=kind)


@cache
def _relative_season() -> re.Pattern[str]:
    relative = "|".join(re.escape(phrase) for phrase, _ in patterns().relative)
    return re.compile(rf"(?P<relative>{relative})(?:의|の|的)?{GAP}(?P<season>{_any('seasons')})(?:{_ENDS})")


def approximate_left(text: str, floor: int, start: int) -> int | None:
    """Where 약 or its like begins right before ``start``."""
    match = _approximate().search(text[max(floor, start - 5) : start])
    return start - len(match[0]) if match else None


@cache
def _approximate() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣]){_any('approximate_before')}{GAP}\Z")


def starters() -> frozenset[str]:
    """The first two characters of every word, other than a number, that a date may begin with."""
    words = table("cjk.toml")
    keys = ("same", "previous", "next", "before_christ", "anno_domini", "korean_months")
    phrases = [phrase for key in keys for phrase in words[key]]
    phrases += [word for word in calendar_words() if EAST_ASIAN.search(word)]
    return frozenset(phrase[:2] for phrase in phrases if len(phrase) > 1) | {
        "第" + sign for sign in numerals.CHINESE
    }


def _value(match: re.Match[str]) -> tuple[tuple[Value, str], str | None, str] | None:
    year, calendar, remark = "XXXX", "gregorian", None
    if match["c"] is not None:
        number = numerals.number(match["c"])
        if not number or number > 30:
            return None
        value_of_century = century(number, before_christ=bool(match["bcc"]))
        return _finished(match, value_of_century, "century", None, calendar)
    if match["y"] or match["era"] or match["jn"]:
        written = _year(match)
        if written is None:
            return None
        year, calendar = written.text, written.calendar
        remark = "date-calendars-disagree" if written.disagree else None
        if match["decade"] is not None:
            return _finished(match, decade(int(year)), "decade", remark, calendar)
    elif not match["m"]:
        return None
    month = numerals.number(match["m"] or match["nm"] or "") if match["m"] or match["nm"] else None
    day = numerals.number(match["d"] or match["nd"]) if match["d"] or match["nd"] else None
    value: Date = Date(year, month, day)
    if not _possible(value):
        return None
    unit = "day" if day else "month" if month else "year"
    if match["season"]:
        place = next(i for i, names in enumerate(table("cjk.toml")["seasons"]) if match["season"] in names)
        value, unit = value._replace(month=21 + place), "season"
    elif match["quarter"] or match["quarter2"]:
        value, unit = (
            value._replace(month=32 + (numerals.number(match["quarter"] or match["quarter2"]) or 1)),
            "season",
        )
    return _finished(match, value, unit, remark, calendar)


def _finished(
    match: re.Match[str], value: Value, unit: str, remark: str | None, calendar: str
) -> tuple[tuple[Value, str], str | None, str] | None:
    whole: Value | None = value
    for name, part in (
        ("first", "half1"),
        ("second", "half2"),
        ("early", "early"),
        ("late", "late"),
        ("middle", "middle"),
    ):
        if match[name] and whole is not None:
            whole = part_of(part, whole)
    if whole is None:
        return None
    if isinstance(whole, Date) and whole.month in (40, 41):
        unit = "season"
    if match["approximate"]:
        whole = qualified(whole, "~")
    if match["uncertain"]:
        whole = qualified(whole, "?")
    return (whole, unit), remark, calendar


def _year(match: re.Match[str]) -> Year | None:
    if match["era"]:
        number = 1 if match["en"] in table("cjk.toml")["first_year"] else numerals.number(match["en"])
        return counted(match["era"], number or 0, int(match["eg"]) if match["eg"] else None)
    if match["jn"]:
        # Northern usage: the Juche year alone with ours in brackets. Two numbers that do not agree are no year.
        year = counted("주체", numerals.number(match["jn"]) or 0, numerals.number(match["jg"]))
        return year if year and not year.disagree else None
    number = numerals.number(match["y"])
    if number is None:
        return None
    if match["bc"] or match["ad"]:
        return Year(year_text(1 - number if match["bc"] else number)) if number else None
    if match["be"]:
        return counted(match["be"], numerals.number(match["bn"]) or 0, number)
    digits = (
        len(match["y"]) if not any(sign in "십백천十百千" for sign in match["y"]) else 4 if number > 99 else 2
    )
    if digits == 4 and (1000 <= number <= 2199 or match["y"][0] in "0〇" or match["m"]):
        return Year(year_text(number))
    if digits == 2 and match["decade"] is not None and number % 10 == 0:
        return Year(year_text(1900 + number if number >= 20 else 2000 + number))
    if digits == 2 and (match["m"] or match["short"]):
        return Year(year_text(full_year(number)))
    if digits == 3 and match["m"]:
        return Year(year_text(number))
    return None


@lru_cache(maxsize=1024)
def _possible(value: Date) -> bool:
    if value.month is None:
        return value.day is None
    month, day = value.month, value.day
    if not isinstance(month, int) or not 1 <= month <= 12:
        return False
    year = int(value.year) if value.year.isdigit() else 2000
    return day is None or (isinstance(day, int) and 1 <= day <= days_in_month(year, month))


def relative_left(text: str, floor: int, start: int) -> tuple[int, str] | None:
    """Where ``올해`` and its like begin before ``start``, and which year they mean."""
    stop = start
    while stop > floor and text[stop - 1].isspace():
        stop -= 1
    if stop > floor and text[stop - 1] == "의":
        stop -= 1
    for phrase, kind in patterns().relative:
        if text.endswith(phrase, max(floor, stop - len(phrase)), stop):
            begin = stop - len(phrase)
            if phrase in ("올", "이해") and begin > floor and text[begin - 1].isalpha():
                continue
            return begin, kind
    return None
