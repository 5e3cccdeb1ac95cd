"""The names of rules in words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))


def explain(kind: str, rule: str) -> str:
    """What the rule of a ``kind`` (a table of ``rules.toml``) means; the rule's own name where nobody has said.

    >>> explain("role", "notice:copyright")
    'it has words that a site says about itself: “copyright”'
    """
    name, colon, phrase = rule.partition(":")
    if kind == "date":
        return _explain_date(name)
    told = _words()[kind].get(name, name.replace("_", " "))
    return f"{told}: “{phrase.strip()}”" if colon and phrase.strip() else told


def is_explained(kind: str, rule: str) -> bool:
    """Whether all parts of a rule's name have their words."""
    name = rule.partition(":")[0]
    if kind != "date":
        return name in _words()[kind]
    stem, parts = _split(name)
    return stem in _words()["date"] and all(_part(part) for part in parts)


def _explain_date(name: str) -> str:
    stem, parts = _split(name)
    words = _words()
    told = [words["date"].get(stem, stem), *(_part(part) or part for part in parts)]
    return ", ".join(told)


def _part(part: str) -> str | None:
    """The words of a part, the number of years behind it aside: ``year_after2``."""
    words = _words()["date_part"]
    return words.get(part, words.get(part.rstrip("0123456789")))


def _split(name: str) -> tuple[str, list[str]]:
    """The longest known beginning of a rule of dates, and its other parts: ``cjk.day-range`` has three."""
    parts = name.replace("-range", ".range").split(".")
    for length in range(len(parts), 0, -1):
        if ".".join(parts[:length]) in _words()["date"]:
            return ".".join(parts[:length]), parts[length:]
    return parts[0], parts[1:]
