"""How the entries of a chronology begin: with a year or a day, and a sign that parts it from what happened."""

from __future__ import annotations

import re

_YEAR = r"(?:1\d{3}|20\d\d)(?:\s?[-–—~/]\s?(?:\d{4}|\d{2}))?(?:\s?[年년]|\s?гг?\.)?"
_ERA_YEAR = r"(?:(?:明治|大正|昭和|平成|令和|民国|民國|主体|主體)[\d元〇一二三四五六七八九十]{1,4}|\d{4})年"
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = r"[^\W\d_]{3,10}"
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th|er|º)?"
# A weekday or an hour may stand before the sign.
_SIGN = (
    r"(?:,?\s\(?[^\W\d_]{2,10}\.?\)?)?(?:,?\s\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"
    r"(?:\s?[:：]\s|\s[-–—]\s|[–—]\s|\t|\s{3,})"
)
_ABOUT = (
    r"(?:(?i:um|ca?\.|seit|ab|bis|nach|vor|circa|about|around|since|from|until|after|before|by|vers|depuis|dès|avant|après"
    r"|desde|hasta|hacia|antes de|dal|fino al|около|с|до|после)\s)"
)
_ENTRY = re.compile(
    rf"{_YEAR}(?:{_SIGN}|\.\s)|{_ABOUT}{_YEAR}{_SIGN}"
    rf"|{_DAY}(?:\s?[-–—]\s?{_DAY})?\s(?:de\s)?{_MONTH}\.?(?:,?\s(?:de\s)?\d{{4}})?{_SIGN}"
    rf"|{_MONTH}\.?\s{_DAY}(?:\s?[-–—]\s?{_DAY})?(?:,?\s\d{{4}})?{_SIGN}"
    rf"|(?:\d{{4}}[-./])?\d{{1,2}}[-./]\d{{1,2}}(?:[-./]\d{{2,4}})?\.?{_SIGN}"
    rf"|(?:{_YEAR}\s)?\d{{1,2}}\s?[월月](?:\s?\d{{1,2}}\s?[일日])?{_SIGN}"
    # Japanese and Chinese have no spaces: one after a date is a sign.
    rf"|{_ERA_YEAR}(?:[（(][^）)]{{2,12}}[）)])?\s?(?:{_COUNT}月)?(?:{_COUNT}日)?[\s　](?=[^\s\d])"
    rf"|\d{{1,2}}月(?:\d{{1,2}}日)?[\s　](?=[^\s\d])"
)
_YEARS = r"(?:1\d{3}|20\d\d)"
_EAST = rf"(?:(?:公元)?{_ERA_YEAR}(?:[（(][^）)]{{2,12}}[）)])?|\d{{2,4}}年代|\d{{1,2}}世[纪紀])"
_WHOLE = re.compile(
    # A whole date and a stop: April 7, 1928. The advance is resumed. 1929 Jan. 1. Union.
    rf"(?:{_MONTH}\.?\s{_DAY},\s{_YEARS}|{_DAY}\s{_MONTH}\.?\s{_YEARS}|{_YEARS},?\s{_MONTH}\.?\s{_DAY}|{_YEARS},\s{_DAY}\s{_MONTH})\.\s(?=\S)"
    # A date and a capital, as a table of two columns is flattened: May 1942 The first boat is launched.
    rf"|(?:{_MONTH}\.?\s(?:{_DAY},\s)?|{_DAY}\s{_MONTH}\.?\s)?{_YEARS}\s(?=[A-ZÀ-ÞА-Я])"
    # Japanese and Chinese: a date and a comma, whatever tells it more closely between them.
    rf"|{_EAST}[^。，、,：:]{{0,16}}[，、,：:]|\d{{1,2}}月(?:\d{{1,2}}日)?[^。，、,：:]{{0,4}}[，、,：:]"
)
_EAST_START = re.compile(_EAST)
_LIKE = re.compile(r"[^\W\d_][\w./ –-]{2,24}?\.?(?:\s?[:：]\s|\s[-–—]\s)")
_YEAR_ALONE = re.compile(rf"{_YEAR}\s?[:：.]?\Z")

_CLOCK = r"(?:,?\s(?:(?:at|um|à|às|a las|alle|в|o|kl\.?)\s)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?)?"
_DAY_ALONE = re.compile(
    rf"(?:{_DAY}\s(?:de\s)?{_MONTH}\.?,?\s(?:de\s)?\d{{4}}|{_MONTH}\.?\s{_DAY},?\s\d{{4}}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d){_CLOCK}\Z"
    r"|(?:(?:주체|主体)\s?\d{1,3}\s?[(（])?\d{4}\s?[)）]?\s?[년年]\s?\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日]\Z"
)
_MONTH_ALONE = re.compile(
    r"[^\W\d_]{3,12}(?:\sde)?\s(?:19|20)\d\d(?:\s?\(\d{1,4}\))?\Z|(?:19|20)\d\d\s?[년年]\s?\d{1,2}\s?[월月](?:\s?\(\d{1,4}\))?\Z"
)


def begins_entry(text: str) -> bool:
    """True where a line begins with a date and the sign after it: ``16 June – The bridge is opened.``."""
    return _ENTRY.match(text) is not None


def may_begin_entry(text: str) -> bool:
    """True where a line begins with a date as running text does too: ``1919年5月4日，北京学生游行。``."""
    return _WHOLE.match(text) is not None


def begins_dated(text: str) -> bool:
    """True where a Japanese or Chinese line begins with a year, a decade or a century."""
    return _EAST_START.match(text) is not None


def is_like_entry(text: str) -> bool:
    """True for what is an entry without a figure between such with one: ``Late November: …``, ``mid-Dec. – …``."""
    return _LIKE.match(text) is not None


def is_year_alone(text: str) -> bool:
    """True for a line that is a year, or some years, and nothing else."""
    return text[0] in "12" and _YEAR_ALONE.match(text) is not None


def is_day_alone(text: str) -> bool:
    """True for a line that is a whole date, and perhaps an hour, and nothing else: ``11 October 2015 at 9:14 am``."""
    return len(text) <= 44 and _DAY_ALONE.match(text) is not None


def is_month_alone(text: str) -> bool:
    """True for a line that is a month of a year, and perhaps a count, as archives list them: ``May 2011 (3)``."""
    return len(text) <= 30 and _MONTH_ALONE.match(text) is not None
