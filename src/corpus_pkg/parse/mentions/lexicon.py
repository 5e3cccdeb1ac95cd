"""The words of a language for dates: its TOML table, and CLDR's month names (``months.json``).

A new language is a new file in ``languages/``, with ``same_as`` where it differs little from another; one
without a file gets what its CLDR months give.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from .preposed import lengths, with_forms, with_prepositions

SPACE = r"\s{1,8}"
"""White space inside an expression: it may wrap over a line end and be indented there."""


class Lexicon(NamedTuple):
    """Month names with their numbers, and every other list of the language's table."""

    language: str
    months: dict[str, int]
    lists: dict[str, Any]
    preposed: dict[str, int]
    """Characters of the preposition with which a word is written as one."""

    def words(self, key: str) -> list[str]:
        """The phrases under a key; none where the language has none."""
        return list(self.lists.get(key, []))

    def phrases(self, *keys: str) -> str:
        """One alternation of all phrases under the keys; matches nothing where there are none."""
        return alternation([phrase for key in keys for phrase in self.words(key)])

    def nested(self, key: str) -> str:
        """One alternation of a list of lists."""
        return alternation([phrase for phrases in self.words(key) for phrase in phrases])

    def number(self, key: str, surface: str) -> int | None:
        """The place, from 0, of a phrase in a list, or in a list of lists."""
        wanted = " ".join(surface.split()).lower()
        for place, entry in enumerate(self.words(key)):
            if wanted in [phrase.lower() for phrase in ([entry] if isinstance(entry, str) else entry)]:
                return place
        return None


def alternation(phrases: list[str]) -> str:
    """A group that matches any of the phrases, the longest first, in which a space is any white space."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return r"(?!)"
    # Grouped by first character, so that a failing match tries each only once.
    groups: dict[str, list[str]] = {}
    for phrase in ordered:
        groups.setdefault(phrase[0].lower(), []).append(_bounded(phrase))
    branches = [
        f"{_sign(sign)}(?:{_shared([bounded[len(re.escape(sign)) :] for bounded in group])})"
        if not sign.isspace()
        else f"{SPACE}(?:{'|'.join(group)})"
        for sign, group in groups.items()
    ]
    return "(?:" + "|".join(branches) + ")"


def _shared(endings: list[str]) -> str:
    """The endings as branches; many of them grouped by their first letter again, the longest still first."""
    if len(endings) < _MANY:
        return "|".join(endings)
    groups: dict[str, list[str]] = {}
    for ending in endings:
        letter = ending[0] if ending and ending[0].isalpha() else ""
        groups.setdefault(letter, []).append(ending[len(letter) :])
    return "|".join(
        f"{letter}(?:{_shared(group)})" if letter else "|".join(group)
        for letter, group in sorted(groups.items(), key=lambda item: not item[0])
    )


_MANY = 24
"""Phrases with one beginning, as of which they are tried letter by letter."""


def _sign(sign: str) -> str:
    upper = sign.upper()
    return re.escape(sign) if upper == sign or len(upper) > 1 else f"[{sign}{upper}]"


def _bounded(phrase: str) -> str:
    text = SPACE.join(re.escape(word) for word in phrase.split())
    # A word in an alphabet must end where its phrase does; a sign, a syllable block or a word in a script that
    # writes no spaces (Thai, Lao, Burmese, Khmer) need not.
    return text + r"(?!\w)" if phrase[-1].isalpha() and not _is_unspaced(phrase[-1]) else text


def _is_unspaced(sign: str) -> bool:
    return sign >= "\u3000" or any(
        first <= sign <= last for first, last in ("\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff")
    )


def _resource(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


@cache
def cldr_months() -> dict[str, list[list[str]]]:
    """Month names of every language in CLDR, from January."""
    table: dict[str, list[list[str]]] = json.loads(_resource("months.json"))
    return table


@cache
def table(name: str) -> dict[str, Any]:
    """A packaged TOML table; empty where there is none of that name."""
    file = resources.files(__package__).joinpath(name)
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language subtag; one without months where nobody knows any."""
    lists = table(f"languages/{language}.toml")
    if "same_as" in lists:
        lists = {**table(f"languages/{lists['same_as']}.toml"), **lists}
    months: dict[str, int] = {}
    for number, names in enumerate(cldr_months().get(language, []), start=1):
        months |= {name.lower(): number for name in names}
    for number, names in enumerate(lists.get("months", []), start=1):
        months |= {name.lower(): number for name in names}
    for name in lists.get("not_months", []):
        months.pop(name, None)
    preposed = lengths(lists, months)
    return Lexicon(language, with_prepositions(months, lists), with_forms(lists), preposed)
