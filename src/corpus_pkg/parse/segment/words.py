"""The word lists that ship with the segmenter."""

from __future__ import annotations

import tomllib
from importlib.resources import files

WORDS: dict[str, list[str]] = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))
"""By the name of the list."""
