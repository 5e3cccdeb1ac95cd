"""Identifiers that follow from content, never from position.

An identifier is a letter for the table and 64 bits of BLAKE2b over what the row is (its document, its kind, its
text) and, among rows that are the same in all of that, an occurrence number. So the same seed gives the same
identifiers everywhere, and an edit changes the identifiers of what was edited and no other. With 64 bits the
odds of two rows of a corpus of a hundred million sharing one are below one in a thousand; validation checks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from hashlib import blake2b


class Occurrences:
    """Hands out the identifiers of one table of one document."""

    def __init__(self, letter: str, document_id: str) -> None:
        self._letter = letter
        self._document = document_id.encode()
        self._seen: Counter[str] = Counter()

    def identify(self, content: str) -> str:
        """The identifier of the next row that is ``content``."""
        self._seen[content] += 1
        key = b"%s\x1f%d\x1f%s" % (self._document, self._seen[content], content.encode())
        return self._letter + blake2b(key, digest_size=8).hexdigest()


_SUFFIX = re.compile(r"(?<=[^/])\.[A-Za-z0-9]{1,8}$")
_UNNAMED = re.compile(r"[^a-z0-9.]+")


def slug(path: str) -> str:
    """A document identifier out of a path: lower case, ``a-z0-9._-``, other letters as their code points.

    >>> slug("Reden/1946 신년사.txt")
    'reden-1946-c2e0-b144-c0ac'
    """
    stem = _SUFFIX.sub("", path)
    plain = unicodedata.normalize("NFKD", stem) if stem.isascii() else _spell(stem)
    return _UNNAMED.sub("-", plain.lower()).strip("-.") or "document"


def _spell(text: str) -> str:
    """Accents dropped where a Latin letter remains, every other letter as its code point in hexadecimal."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        base = unicodedata.normalize("NFKD", letter)[0]
        out.append(base if base.isascii() else f"-{ord(letter):x}-" if letter.isalnum() else "-")
    return "".join(out)
