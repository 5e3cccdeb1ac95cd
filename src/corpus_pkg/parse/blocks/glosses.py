"""Romanised words beside the Korean ones that they spell: ``the ondol (온돌)``, ``(조수방아, josu panga)``."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus_pkg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_BLOCK = 0xAC00
_LONGEST = 12
"""Letter blocks of a word that is glossed, at most."""
_REACH = 60
_WORD = r"[a-zŏŭ][a-zŏŭ'’‘ʼ`-]*"
_BEFORE = re.compile(rf"(?:(?<=[^\w'’-])|^)(?:{_WORD} ){{0,3}}{_WORD}(?=[”\"’'*]?(?:,? | ?[(\[])[(\[“\"]?\Z)")
_AFTER = re.compile(rf"[”\"’']?(?:[,;:/] ?| ?[(\[] ?| )(?P<words>(?:{_WORD} ){{0,3}}{_WORD})")
_MARKS = re.compile("[ '’‘ʼ`-]")
_BREVES = str.maketrans("ŏŭ", "ou")


def beside(text: str, korean: Span, host: Span) -> Iterator[Span]:
    """Yield where words in small Latin letters, right before or after ``korean``, spell what it says.

    ``host`` is the paragraph.
    """
    blocks = "".join(char for char in text[korean.start : korean.end] if "가" <= char <= "힣")
    if not 2 <= len(blocks) <= _LONGEST:
        return
    first = max(host.start, korean.start - _REACH)
    if found := _BEFORE.search(text[first : korean.start]):
        words = found[0].split(" ")
        for at in range(len(words)):
            said = " ".join(words[at:])
            if spells(said, blocks):
                end = first + found.end()
                yield Span(end - len(said), end)
                break
    found = _AFTER.match(text, korean.end, min(host.end, korean.end + _REACH))
    if found:
        words = found["words"].split(" ")
        for count in range(len(words), 0, -1):
            said = " ".join(words[:count])
            if spells(said, blocks):
                yield Span(found.start("words"), found.start("words") + len(said))
                break


def spells(words: str, blocks: str) -> bool:
    """Tell whether Latin letters can be read as the Korean letter blocks."""
    plain = _MARKS.sub("", words).translate(_BREVES)
    return len(plain) >= len(blocks) and _spelling(blocks).fullmatch(plain) is not None


@lru_cache(maxsize=1024)
def _spelling(blocks: str) -> re.Pattern[str]:
    """The pattern of what may spell some letter blocks."""
    initials, vowels, finals = _table()
    parts = []
    for block in blocks:
        rest, final = divmod(ord(block) - _FIRST_BLOCK, len(finals))
        initial, vowel = divmod(rest, len(vowels))
        parts += [f"(?:{initials[initial]})", f"(?:{vowels[vowel]})", f"(?:{finals[final]})"]
    return re.compile("".join(parts))


@cache
def _table() -> tuple[list[str], list[str], list[str]]:
    table = tomllib.loads(files(__package__).joinpath("hangul.toml").read_text("utf-8"))
    return table["initials"], table["vowels"], table["finals"]
