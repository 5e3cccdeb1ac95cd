"""The encodings that are known, and the names they go by."""

from __future__ import annotations

import codecs
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Encoding(NamedTuple):
    """A codec and how sure we are of it."""

    codec: str
    """A Python codec name."""
    confidence: float
    basis: str
    """As in :class:`corpus_pkg.model.SourceText`."""
    mark: int = 0
    """The number of bytes of the byte-order mark."""


@cache
def table() -> dict[str, dict[str, Any]]:
    """Return the signatures of binary files and the names of encodings."""
    return tomllib.loads(files(__package__).joinpath("encodings.toml").read_text("utf-8"))


def published(codec: str) -> str:
    """Return the name under which a codec is published: IANA's in lower case."""
    name = codecs.lookup(codec).name.replace("-", "_")
    return str(table()["published"].get(name, name.replace("_", "-").replace("iso8859", "iso-8859")))
