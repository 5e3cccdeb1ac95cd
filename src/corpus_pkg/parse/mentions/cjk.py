"""Korean, Chinese and Japanese dates: numbers in digits or words, each with its unit behind it."""

from __future__ import annotations

import re

from . import numerals
from .cjk_forms import EAST_ASIAN, lengths, patterns, relative_season, season_years, starters
from .cjk_values import PARTS, possible, season, value_of
from .edtf import Date, Interval
from .periods import Reading, century, decade, interval, turn

__all__ = ["EAST_ASIAN", "read", "read_season", "starters"]

_SIGN = f"[{numerals.CHINESE[:12]}]"
_YEAR_RANGE = re.compile(
    r"([12][0-9]{3})\s?[~∼～〜–—―－至到から-]{1,2}\s?([12][0-9]{3}|[0-9]{2})\s?[년年](?![대代])(?:사이|까지|まで|間|间)?"
    rf"|([一二]{_SIGN}{{3}})(?:[~～〜–—―－至到-]{{1,2}}|から)([一二]{_SIGN}{{3}}|{_SIGN}{{2}})年(?!代)(?:まで|間|间)?"
)
"""Two years that share their unit: 1937-1945年, 1950~53년, 一九八七至八九年."""
_SURE_LENGTHS = re.compile(r"간(?![가-힣])|\s?(?:동안|여\s?년|이상|이내|째|짜리|남짓|以上|以内)")


def _is_length(text: str, year: int, start: int, end: int) -> bool:
    """Whether what follows a number of years makes it a duration: 2000년동안, 5 000년 력사."""
    if _SURE_LENGTHS.match(text, start, end):
        return True
    return (year % 1000 == 0 or not 1400 <= year <= 2100) and bool(lengths().match(text, start, end))


def read(text: str, start: int, end: int) -> Reading | None:
    """Read the date that starts at ``start``, with an interval that it opens."""
    years = _YEAR_RANGE.match(text, start, end)
    if years:
        first, last = (
            f"{numerals.number(written)}" for written in (years[1] or years[3], years[2] or years[4])
        )
        value = interval(Date(first), Date(last if len(last) == 4 else first[:2] + last.zfill(2)))
        return Reading(start, years.end(), value, "year", "cjk.year-range") if value else None
    found = patterns()
    pair = _pair(text, start, end)
    if pair is not None:
        closer = found.closer.match(text, pair.end, end)
        return pair._replace(end=closer.end()) if closer else pair
    reading = _one(text, start, end)
    if reading is None:
        return None
    if reading.rule.endswith("-range"):
        closer = found.closer.match(text, reading.end, end)
        return reading._replace(end=closer.end()) if closer else reading
    now = found.now.match(text, reading.end, end)
    if now and isinstance(reading.value, Date) and reading.value.year != "XXXX":
        return reading._replace(
            end=now.end(), value=Interval(reading.value, ".."), rule=f"{reading.rule}.open"
        )
    link = found.link.match(text, reading.end, end)
    if link is None:
        return _between(text, end, reading)
    other = _rest(text, link.end(), end, reading) or _one(text, link.end(), end)
    if other is None:
        return reading
    value = interval(reading.value, other.value)
    if value is None:
        return reading
    closer = found.closer.match(text, other.end, end)
    stop = closer.end() if closer else other.end
    return reading._replace(end=stop, value=value, unit=other.unit, rule=f"{reading.rule}-range")


def _between(text: str, end: int, first: Reading) -> Reading:
    """The interval whose two ends are joined as in a list and closed behind the second: 2007年与2009年间."""
    found = patterns()
    both = found.both.match(text, first.end, end)
    other = (_rest(text, both.end(), end, first) or _one(text, both.end(), end)) if both else None
    closer = found.between.match(text, other.end, end) if other else None
    value = interval(first.value, other.value) if other and closer else None
    if other is None or closer is None or value is None:
        return first
    return first._replace(end=closer.end(), value=value, unit=other.unit, rule=f"{first.rule}-range")


def _pair(text: str, start: int, end: int) -> Reading | None:
    """Two decades or two centuries with one unit between them."""
    return _decades(text, start, end) or _centuries(text, start, end)


def _decades(text: str, start: int, end: int) -> Reading | None:
    """1950-60年代, 20世纪七八十年代."""
    match = patterns().decades.match(text, start, end)
    if match is None:
        return None
    number = numerals.number(match["c"]) if match["c"] else None
    base = (number - 1) * 100 if number else 1900
    if match["pair"]:
        years = [base + 10 * (numerals.number(sign) or 0) for sign in match["pair"]]
    else:
        first, last = int(match["first"]), int(match["second"])
        first += base if first < 100 else 0
        years = [first, last + (first // 100 * 100 if last < 100 else 0)]
    value = interval(decade(years[0]), decade(years[1]))
    return Reading(start, match.end(), value, "decade", "cjk.decade-range") if value else None


def _centuries(text: str, start: int, end: int) -> Reading | None:
    """16～18世紀, 19、20世纪之交."""
    match = patterns().centuries.match(text, start, end)
    if match is None or not (match["turn"] or (match["link"] and not match["whole"])):
        return None
    first, last = (numerals.number(match[name]) or 0 for name in ("first", "second"))
    if not 0 < first < last <= 21:
        return None
    if match["turn"]:
        return Reading(start, match.end(), turn(last), "year", "cjk.turn") if last - first == 1 else None
    value = interval(century(first), century(last))
    return Reading(start, match.end(), value, "century", "cjk.century-range") if value else None


def _rest(text: str, start: int, end: int, first: Reading) -> Reading | None:
    """The second end of an interval that says only the day, the season, or the last two digits of the year."""
    match = patterns().second.match(text, start, end)
    opening = first.value
    if match is None or not isinstance(opening, Date):
        return None
    if match["d"] and opening.day is not None:
        day = numerals.number(match["d"])
        value = opening._replace(day=day)
        return Reading(start, match.end(), value, "day", "cjk.day") if day and possible(value) else None
    if match["season"] and opening.month is not None and opening.day is None:
        return Reading(start, match.end(), season(opening, match["season"]), "season", "cjk.season")
    if match["y"] and opening.month is None and opening.year.isdigit():
        return Reading(start, match.end(), Date(opening.year[:2] + match["y"]), "year", "cjk.year")
    return None


def _one(text: str, start: int, end: int) -> Reading | None:
    match = patterns().date.match(text, start, end)
    if match is None:
        return None
    found = value_of(match)
    if found is None or _goes_on(match, end):
        return None
    (value, unit), remark, calendar = found
    bare = unit == "year" and isinstance(value, Date) and not value.qualifier and match["y"]
    if bare and isinstance(value, Date) and _is_length(text, int(value.year), match.end(), end):
        return None
    if match["lastc"] or match["thisc"]:
        kind = "previous" if match["lastc"] else "same"
        parts = [part for name, part in PARTS if match[name]]
        rule = ".".join([unit, kind, *parts])
        return Reading(start, match.end(), value, unit, rule, relative=kind)
    rule = f"cjk.{unit}-range" if match["d1"] or match["m1"] else f"cjk.{unit}"
    return Reading(start, match.end(), value, unit, rule, calendar, remark)


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
    match = relative_season().match(text, start, end)
    if match is None:
        return None
    kind = dict(patterns().relative).get(match["relative"]) or season_years()[match["relative"]]
    value = season(Date(), match["season"])
    return Reading(start, match.end(), value, "season", f"cjk.season.{kind}", relative=kind)
