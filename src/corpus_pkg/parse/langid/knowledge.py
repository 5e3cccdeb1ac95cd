"""The tables of languages: which there are, the scripts they are written in, their words and letters."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@cache
def table(name: str) -> dict[str, Any]:
    """Return one of the tables that stand next to this module."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """Return every tag that a text can be given, in a fixed order; the last is ``und``."""
    known = table("languages")
    found = set(known["script"].values())
    for shared in known["shared"].values():
        found |= set(shared.split())
    return (*sorted(found), "und")


@cache
def index_of(language: str) -> int:
    """Return the place of a tag in :func:`languages`."""
    return languages().index(language)


@cache
def written_in(script: str) -> NDArray[np.bool_]:
    """Return which languages are written in ``script``: (languages,)."""
    known = table("languages")
    some = set(known["shared"].get(script, known["script"].get(script, "und")).split())
    return np.array([tag in some for tag in languages()])


@cache
def words() -> dict[str, tuple[int, ...]]:
    """Return for each function word the languages that have it; a stem ends with an asterisk."""
    holders: dict[str, list[int]] = {}
    for tag, listed in table("words").items():
        for word in dict.fromkeys(listed.split()):
            holders.setdefault(word, []).append(index_of(tag))
    return {word: tuple(some) for word, some in holders.items()}


@cache
def word_stems() -> frozenset[str]:
    """Return the first three letters of every stem among :func:`words`."""
    return frozenset(word[:3] for word in words() if word.endswith("*"))


@cache
def letters(script: str) -> dict[str, NDArray[np.float64]]:
    """Return for each letter that not every language of ``script`` writes, 1 for those that do not.

    A language whose letters are not known counts as half.
    """
    alphabets: dict[str, str] = table("letters").get(script, {})
    here = written_in(script)
    unknown = np.array(
        [0.5 if there and tag not in alphabets else 0.0 for tag, there in zip(languages(), here, strict=True)]
    )
    found = {}
    for letter in sorted(set("".join(alphabets.values()))):
        without = unknown.copy()
        for tag, alphabet in alphabets.items():
            without[index_of(tag)] = 0.0 if letter in alphabet else 1.0
        found[letter] = without
    return found


@cache
def autonyms() -> dict[str, int]:
    """Return for each language's own name, case-folded, the place of its tag."""
    return {
        name.casefold(): index_of(tag)
        for tag, names in table("autonyms").items()
        for name in names
        if tag in languages()
    }
