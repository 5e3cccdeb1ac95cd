"""Numbers as they are written in dates: digits of any script, Chinese and Sino-Korean numerals, Roman numerals."""

from __future__ import annotations

import re
import unicodedata

_CHINESE = dict(
    zip("〇零○一二三四五六七八九元廿卅", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 20, 30), strict=True)
)
_CHINESE |= dict(zip("壹貳參肆伍陸柒捌玖两兩", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2), strict=True))
_KOREAN = dict(zip("영공일이삼사오육륙칠팔구유시", (0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 6, 10), strict=True))
_POWERS = {"十": 10, "拾": 10, "십": 10, "百": 100, "백": 100, "千": 1000, "천": 1000}
_ONES = _CHINESE | _KOREAN

CHINESE = "〇零○一二三四五六七八九十百千廿卅元"
KOREAN = "영공일이삼사오육륙칠팔구십백천"

ROMAN = r"(?:(?=[XVIХІΧΙ])(?:[XХΧ]{0,2})(?:[IІΙ][XХΧ]|[IІΙ]V|V?[IІΙ]{0,3}))"
"""Roman numerals to 29, as centuries have them; typed with Cyrillic or Greek letters too."""
_LATIN = str.maketrans("хіχι", "xixi")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def number(digits: str) -> int | None:
    """Value of digits of any script, or of a Chinese or Korean numeral; None where it is neither."""
    if digits.isascii():
        return int(digits) if digits.isdigit() else None
    total, ones, powers = 0, 0, False
    plain = ""
    for sign in digits:
        if sign in _POWERS:
            total += (ones or 1) * _POWERS[sign]
            ones, powers = 0, True
        elif sign in _ONES:
            value = _ONES[sign]
            if value >= 10:
                total, powers = total + value, True
            else:
                ones, plain = value, plain + str(value)
        else:
            value = unicodedata.decimal(sign, -1)
            if value < 0:
                return None
            ones, plain = value, plain + str(value)
    if powers:
        return total + ones
    return int(plain) if plain else None


def roman(numeral: str) -> int:
    """Value of a Roman numeral."""
    values = [_ROMAN[letter] for letter in numeral.lower().translate(_LATIN)]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


IS_ROMAN = re.compile(r"[IVXХІΧΙ]+", re.IGNORECASE)
