"""Text that was UTF-8 once and was then read in another encoding: found by reading it back.

A stretch is mojibake where its characters, written again in the wrong encoding, are valid UTF-8: in real text the
letters never fall so for long. It can only be mended where no byte was lost on the way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from corpus_pkg.model import Remark, Span

_SINGLE = ("cp1252", "latin-1", "cp1251", "koi8_r", "mac_roman", "cp437", "cp850")
_MULTI = ("cp949", "gb18030", "cp932", "euc_jp", "big5")
_SAMPLE = 1 << 16


class _Reading(NamedTuple):
    """How UTF-8 looks in one wrong single-byte encoding."""

    codec: str
    sequences: re.Pattern[str]
    """One or more UTF-8 sequences of two to four bytes."""
    byte_of: dict[int, int]


@cache
def _reading(codec: str) -> _Reading:
    # Browsers and editors read the bytes that Windows-1252 leaves undefined as C1 controls.
    chars = [bytes([b]).decode(codec, "replace") for b in range(128, 256)]
    chars = [chr(b) if char == "\ufffd" else char for b, char in enumerate(chars, 128)]

    def among(first: int, last: int) -> str:
        return "[" + "".join(map(re.escape, chars[first - 128 : last - 127])) + "]"

    rest = among(0x80, 0xBF)
    pattern = f"(?:{among(0xC2, 0xDF)}{rest}|{among(0xE0, 0xEF)}{rest}{{2}}|{among(0xF0, 0xF4)}{rest}{{3}})+"
    return _Reading(codec, re.compile(pattern), {ord(char): b for b, char in enumerate(chars, 128)})


def remark(text: str) -> list[Remark]:
    """Return one remark where lines of ``text`` are mojibake, at the first of them."""
    if text.isascii():
        return []
    first: Span | None = None
    number = 0
    for line in re.finditer(r"[^\n]*[^\x00-\x7f\n][^\n]*", text):
        if line.start() > _SAMPLE and first is None:
            break
        if _suspected(line[0]):
            first = first or Span(*line.span())
            number += 1
    if first is None:
        return []
    message = f"{number} lines look like UTF-8 that was read in another encoding"
    return [Remark("mojibake-suspected", first, message)]


def mend(text: str) -> str:
    """Return ``text`` with every mojibake line read back, where that loses nothing."""
    if text.isascii():
        return text
    return re.sub(r"[^\n]*[^\x00-\x7f\n][^\n]*", lambda line: _mended(line[0]), text)


def _suspected(line: str) -> str | None:
    """Return the encoding in which a line of UTF-8 seems to have been read."""
    line = line[:4096]
    high = sum(c > "\x7f" for c in line)
    for codec in _SINGLE:
        reading = _reading(codec)
        covered = restored = 0
        for found in reading.sequences.finditer(line):
            back = found[0].translate(reading.byte_of).encode("latin-1").decode("utf-8", "ignore")
            if all(map(_usual, back)):
                covered += len(found[0])
                restored += len(back)
        # Two letters that fall so by chance do occur (a capital before a closing quote); three bytes never do.
        if covered > 0.5 * high and (restored > 1 or covered > 2 * restored):
            return codec
    if high > 7:
        for codec in _MULTI:
            raw = line.encode(codec, "ignore")
            back = raw.decode("utf-8", "ignore")
            restored = sum(len(c.encode("utf-8")) for c in back if c > "\x7f" and _usual(c))
            # Where bytes were lost on the way, what is left of their sequences proves less.
            share = 0.5 if "\ufffd" in line or "?" in line else 0.7
            if restored > share * sum(b > 127 for b in raw) and restored > 11:
                return codec
    return None


def _mended(line: str) -> str:
    codec = _suspected(line)
    if codec in _SINGLE:
        reading = _reading(codec)

        def back(found: re.Match[str]) -> str:
            raw = found[0].translate(reading.byte_of).encode("latin-1")
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError:
                return found[0]

        return reading.sequences.sub(back, line)
    if codec:
        try:
            return line.encode(codec).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return line
    return line


def _usual(char: str) -> bool:
    """Tell whether a character is one that running text is made of."""
    point = ord(char)
    return (
        0xA0 <= point < 0x250
        or 0x2010 <= point < 0x2045
        or (0x370 <= point < 0xFB00 and unicodedata.category(char)[0] in "LMNPS")
        or 0x1F300 <= point < 0x1FB00
    )
