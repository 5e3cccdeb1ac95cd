"""Text that was UTF-8 once and was then read in another encoding: found by reading it back.

A stretch is mojibake where its characters, written again in the wrong encoding, are valid UTF-8: in real text the
letters never fall so for long. It can only be mended where no byte was lost on the way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.model import Remark, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SINGLE = ("cp1252", "latin-1", "cp1251", "koi8_r", "mac_roman", "cp437", "cp850")
_MULTI = ("cp949", "gb18030", "cp932", "euc_jp", "big5")
_SAMPLE = 400
_EAST = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]")
_LOST = re.compile("[\ufffd?\\s]+")
_ASCII = bytes(range(128))
_PIECE = 6
_SERIES = re.compile(
    rb"[\x80-\xbf]{0,2}(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*"
    rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf])?"
)
_HIGH = re.compile(r"[^\x00-\x7f]")
_SPACED = bytes(b if b > 127 else 32 for b in range(256))


class _Reading(NamedTuple):
    """How UTF-8 looks in one wrong single-byte encoding."""

    chars: str
    """What the bytes from 128 on read as."""
    byte_of: dict[int, int]


@cache
def _reading(codec: str) -> _Reading:
    # Browsers and editors read the bytes that Windows-1252 leaves undefined as C1 controls.
    chars = [bytes([b]).decode(codec, "replace") for b in range(128, 256)]
    chars = [chr(b) if char == "\ufffd" else char for b, char in enumerate(chars, 128)]
    return _Reading("".join(chars), {ord(char): b for b, char in enumerate(chars, 128)})


def _sequences(codec: str, among: frozenset[str]) -> re.Pattern[str] | None:
    """Return the pattern of UTF-8 sequences as ``codec`` misreads them, of the characters that occur at all."""
    chars = _reading(codec).chars

    def some(first: int, last: int) -> str:
        return "".join(re.escape(c) for c in chars[first - 128 : last - 127] if c in among)

    rest = some(0x80, 0xBF)
    leads = ((some(0xC2, 0xDF), 1), (some(0xE0, 0xEF), 2), (some(0xF0, 0xF4), 3))
    kinds = [f"[{lead}][{rest}]{{{more}}}" for lead, more in leads if lead]
    return re.compile(f"(?:{'|'.join(kinds)})+") if rest and kinds else None


def remark(text: str) -> list[Remark]:
    """Return one remark where lines of ``text`` are mojibake, at the first of them."""
    found = [line for line, _, _ in _lines(text)]
    if not found:
        return []
    number = f"{len(found)} lines look" if len(found) > 1 else "a line looks"
    message = f"{number} like UTF-8 that was read in another encoding"
    return [Remark("mojibake-suspected", found[0], message)]


def mend(text: str) -> str:
    """Return ``text`` with every mojibake line read back, where that loses nothing."""
    parts: list[str] = []
    end = 0
    for span, codec, sequences in _lines(text):
        parts += (text[end : span.start], _mended(text[span.start : span.end], codec, sequences))
        end = span.end
    return "".join([*parts, text[end:]])


def _lines(text: str) -> Iterator[tuple[Span, str, re.Pattern[str] | None]]:
    """Yield the lines that are mojibake, in order, and what they were read in."""
    if text.isascii():
        return
    # Each run of characters above ASCII once: a page of real text has few, and looking at them is cheap.
    runs = list(dict.fromkeys(text.encode("utf-8", "surrogatepass").translate(_SPACED).split()))
    words = b" ".join(runs).decode("utf-8", "surrogatepass")
    among = frozenset(words)
    suspected: dict[Span, tuple[int, str, re.Pattern[str]]] = {}
    for codec in _SINGLE:
        sequences = _sequences(codec, among)
        if sequences and sequences.search(words):
            for span in _holding(text, sequences):
                restored = _restored(text[span.start : span.end], codec, sequences)
                if restored > suspected.get(span, (0,))[0]:
                    suspected[span] = (restored, codec, sequences)
    if suspected:
        for span in sorted(suspected):
            yield span, *suspected[span][1:]
        return
    sample = b" ".join(runs[:_SAMPLE]).decode("utf-8", "surrogatepass")
    if _EAST.search(sample) and (codec := next((c for c in _MULTI if _is_multi(sample, c)), "")):
        for span in _holding(text, _HIGH):
            if _is_multi(text[span.start : span.end], codec):
                yield span, codec, None


def _holding(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield the lines of ``text`` that hold a match of ``pattern``, each once."""
    end = 0
    while found := pattern.search(text, end):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        if end < 0:
            end = len(text)
        yield Span(start, end)


def _restored(line: str, codec: str, sequences: re.Pattern[str]) -> int:
    """Return how many characters of a line are UTF-8 as a single-byte ``codec`` misreads it, 0 for a few."""
    covered = restored = 0
    for found in sequences.finditer(line):
        back = found[0].translate(_reading(codec).byte_of).encode("latin-1").decode("utf-8", "ignore")
        if all(map(_usual, back)):
            covered += len(found[0])
            restored += len(back)
    high = sum(c > "\x7f" for c in line)
    # Two letters that fall so by chance do occur (a capital before a closing quote); three bytes never do.
    return covered if covered > 0.5 * high and (restored > 1 or covered > 2 * restored) else 0


def _is_multi(line: str, codec: str) -> bool:
    """Tell whether a line is UTF-8 as a multi-byte ``codec`` misreads it.

    Where bytes were lost on the way (they became U+FFFD or a question mark) the pieces between them must each be
    part of a valid series; pieces of a character or two prove nothing.
    """
    fitting = telling = 0
    for piece in _LOST.split(line):
        raw = piece.encode(codec, "ignore").translate(None, _ASCII)
        if len(raw) >= _PIECE:
            telling += len(raw)
            fitting += len(raw) if _SERIES.fullmatch(raw) else 0
    return telling >= 2 * _PIECE and fitting > 0.6 * telling


def _mended(line: str, codec: str, sequences: re.Pattern[str] | None) -> str:
    if sequences is None:
        try:
            return line.encode(codec).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return line

    def back(found: re.Match[str]) -> str:
        raw = found[0].translate(_reading(codec).byte_of).encode("latin-1")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return found[0]

    return sequences.sub(back, line)


def _usual(char: str) -> bool:
    """Tell whether a character is one that running text is made of."""
    point = ord(char)
    return (
        0xA0 <= point < 0x250
        or 0x2010 <= point < 0x2045
        or (0x370 <= point < 0xFB00 and unicodedata.category(char)[0] in "LMNPS")
        or 0x1F300 <= point < 0x1FB00
    )
