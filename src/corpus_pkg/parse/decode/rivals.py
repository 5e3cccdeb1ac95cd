"""Encodings that read the same bytes: the evidence to choose by, and the choice."""

from __future__ import annotations

import codecs
import re

from . import plausibility
from .encodings import Encoding, table

_SAMPLE = 1 << 16
_TELLING = 8
"""Fewer bytes above ASCII prove little."""
_HIGH = re.compile(rb"[\x80-\xff]")


def best(data: bytes, candidates: list[tuple[str, float, str]]) -> Encoding:
    """Return the encoding among ``candidates`` (codec, confidence, language) whose text suits its language best.

    The encodings of one region read most bytes alike; letters that the language does not write part them.
    """
    first, confidence, _ = candidates[0]
    if confidence < 0.9 and first not in table()["wide"]["encodings"]:
        scored = []
        for order, (codec, likely, language) in enumerate(candidates):
            if not codec or codec in table()["wide"]["encodings"] or likely < 0.4 * confidence:
                continue
            text = data.decode(codec, "replace")
            strange = plausibility.strangeness(text, language) + text.count("\ufffd")
            scored.append((round(strange + 1 - likely / confidence, 2), order, codec, text))
        scored.sort()
        strange, _, first, text = scored[0]
        # Where all that suit the language as well read the same, it does not matter which of them it was.
        readings = {other for worse, _, _, other in scored if worse <= strange + 0.02}
        if strange < 0.1:
            telling = len(_HIGH.findall(data, 0, 4096)) >= _TELLING
            alone = len(readings) == 1
            confidence = max(confidence, 0.9 if alone and telling else 0.6 if alone or telling else 0.45)
    codec = table()["supersets"].get(codecs.lookup(first).name, first)
    return Encoding(codec, round(min(0.99, confidence), 2), "statistics")


def sample(data: bytes) -> bytes:
    """Return the lines with bytes above ASCII: all the evidence, and at most 64 KiB of it."""
    if len(data) <= _SAMPLE:
        return data
    kept: list[bytes] = []
    size = end = 0
    while size < _SAMPLE and (found := _HIGH.search(data, end)):
        start = max(end, data.rfind(b"\n", end, found.start()) + 1)
        stop = data.find(b"\n", found.end())
        end = len(data) if stop < 0 else stop + 1
        kept.append(data[start : min(end, start + 4096)])
        size += len(kept[-1])
    return b"".join(kept)
