"""The words around names, from their table."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the list of that name, in small letters."""
    table = tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))
    return tuple(table[name])


@cache
def is_label(text: str) -> bool:
    """Tell whether ``text`` begins with a word that dates or labels a page, and so names nothing."""
    return _labels().match(text) is not None


@cache
def _labels() -> re.Pattern[str]:
    # Words of Chinese, Japanese and Korean run on.
    listed = [re.escape(word) + ("" if word[0] > "\u2e80" else r"\b") for word in words("labels")]
    return re.compile("|".join(listed), re.IGNORECASE)
