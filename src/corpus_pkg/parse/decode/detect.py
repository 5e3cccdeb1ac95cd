"""Which encoding a seed's bytes are in: the evidence in its order of weight, from byte-order mark to statistics."""

from __future__ import annotations

import codecs
import re

from corpus_pkg.errors import UndecodableError

from . import plausibility, rivals
from .encodings import Encoding, table

_SAMPLE = 1 << 16
_RIVALS = 8
_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp_2"),
    (b"\x1b$@", "iso2022_jp_2"),
    (b"\x1b(J", "iso2022_jp_2"),
    (b"\x1b$(D", "iso2022_jp_2"),
)
_DECLARATION = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{3,24})"""
    rb"""|<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w.:-]{3,24})"""
    rb"""|^content-type:[^\r\n]{0,100}?charset\s*=\s*"?([\w.:-]{3,24})""",
    re.IGNORECASE | re.MULTILINE,
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS = bytes(code for code in range(32) if _CONTROL.match(bytes([code])))


def detect(data: bytes) -> Encoding:
    """Return the encoding of ``data``.

    Raises:
        UndecodableError: the bytes are no text, or none that a known encoding reads.

    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(codec, 1.0, "bom", len(mark))
    refuse_binary(data)
    if data.isascii():
        return _ascii(data)
    if 0 in data and (wide := _wide(data)):
        return wide
    if (utf8 := _utf8(data)) and utf8.confidence > 0.9:
        return utf8
    if declared := _declared(data):
        return declared
    return utf8 or _statistical(data)


def refuse_binary(data: bytes) -> None:
    """Raise :class:`UndecodableError` where the first bytes are the signature of a binary format."""
    for name, signature in table()["signatures"].items():
        if data.startswith(bytes.fromhex(signature)):
            raise UndecodableError(f"the bytes are {name}, not text", 0)


def _ascii(data: bytes) -> Encoding:
    if b"\x1b" in data:
        for escape, codec in _ESCAPES:
            if escape in data and _reads(data, codec):
                return Encoding(codec, 0.99, "escape")
    # HZ (RFC 1843) needs both brackets, and a tilde and brace also stand in programs and in TeX.
    if (
        b"~" in data  # one byte is looked for many times as fast as two
        and b"~{" in data
        and b"~}" in data
        and (text := _reads(data, "hz"))
        and plausibility.characters(text) > 0.99
    ):
        return Encoding("hz", 0.9, "escape")
    # ASCII written two or four bytes a character is half NULs at the least, and Cyrillic full of other controls; a
    # stray NUL in plain text is no sign.
    if (
        0 in data
        and (data.count(0) > 0.3 * len(data) or _is_full_of_controls(data))
        and (wide := _wide(data))
    ):
        return wide
    _refuse_controls(data)
    return Encoding("utf-8", 1.0, "validity")


def _is_full_of_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample) + 2


def _refuse_controls(data: bytes) -> None:
    """Raise where so many control characters stand in the bytes that they cannot be text."""
    if _is_full_of_controls(data) and (first := _CONTROL.search(data)):
        raise UndecodableError(
            "the bytes are full of control characters: a binary file, not text", first.start()
        )


def _reads(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> Encoding | None:
    """Return UTF-16 or UTF-32 without a mark, where the bytes read as characters that go together."""
    sample = data[:_SAMPLE]
    best: tuple[float, float, str] = (0.0, 0.0, "")
    for codec, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = sample[: len(sample) - len(sample) % width].decode(codec, "replace")
        if text and (len(data) % width == 0 or len(text) > 200):
            broken = text.count("\ufffd") + text.count("\x00")
            score = round(
                plausibility.characters(text) * plausibility.coherence(text) - broken / len(text), 2
            )
            # Latin letters read in the other byte order are Chinese characters: the plainer reading wins.
            best = max(best, (score, sum(c < "\x80" for c in text) / len(text), codec))
    if best[0] < 0.9:
        return None
    return Encoding(best[2], min(0.97, best[0]), "statistics")


def _utf8(data: bytes) -> Encoding | None:
    """Return UTF-8 where the bytes are valid, or broken in a few places only."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        stray = len(re.findall("[\udc80-\udcff]", text))
        valid = len(text) - stray - len(data.translate(None, bytes(range(128, 256))))
        # Measured on 27 encodings: sequences twice as many as strays, and few strays, occur in no other one.
        if valid >= 2 * stray and stray <= 0.02 * len(data):
            return Encoding("utf-8", round(max(0.5, 0.9 - stray / (valid + stray)), 2), "validity")
        return None
    if 0 in data or b"\x1b" in data:
        _refuse_controls(data)
    return Encoding("utf-8", 0.99, "validity")


def _declaration(data: bytes) -> str:
    """Return the label of the encoding that a web page, an XML file or a mail header names, empty for none."""
    found = _DECLARATION.search(data, 0, 4096)
    return next(g for g in found.groups() if g).decode("ascii").lower() if found else ""


def _declared(data: bytes) -> Encoding | None:
    """Return the encoding that the document declares, where the bytes read in it."""
    if not (label := _declaration(data)):
        return None
    codec = table()["declared"].get(label, label)
    try:
        if not codecs.lookup(codec)._is_text_encoding:  # noqa: SLF001 - the only way to ask
            return None
    except LookupError:
        return None
    text = _reads(data, codec)
    if text is None or plausibility.characters(text) < 0.98:
        return None
    return Encoding(codec, 0.95, "declared")


def declared_wrongly(data: bytes, found: Encoding) -> str:
    """Return the label that the document declares where its bytes do not read alike in that encoding."""
    if data.isascii() and b"\x1b" not in data:
        return ""
    if not (label := _declaration(data)):
        return ""
    codec = table()["declared"].get(label, label)
    sample = data[found.mark : _SAMPLE]
    try:
        return "" if sample.decode(codec, "replace") == sample.decode(found.codec, "replace") else label
    except LookupError:
        return label


def _statistical(data: bytes) -> Encoding:
    import chardet  # noqa: PLC0415 - its models cost 50 ms that a UTF-8 corpus need not pay

    sample = rivals.sample(data)
    excluded = table()["excluded"]["encodings"]
    found = chardet.detect_all(sample, ignore_threshold=True, compat_names=False, exclude_encodings=excluded)
    found_all = [(f["encoding"] or "", float(f["confidence"]), f["language"] or "") for f in found[:_RIVALS]]
    if not found_all[0][0] and (wide := _wide(data)):
        return wide
    if not found_all[0][0].startswith(("utf-16", "utf-32")):
        _refuse_controls(data)
    if not found_all[0][0]:
        raise UndecodableError("no known encoding reads the bytes", _first_high(data))
    best = rivals.best(sample, found_all)
    if plausibility.characters(sample.decode(best.codec, "replace")) < 0.9:
        raise UndecodableError("no known encoding reads the bytes as text", _first_high(data))
    return best


def _first_high(data: bytes) -> int:
    found = _HIGH.search(data)
    return found.start() if found else 0
