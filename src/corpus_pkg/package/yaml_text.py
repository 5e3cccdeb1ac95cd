"""Text as YAML that reads back as the same text, whatever is in it."""

from __future__ import annotations

import re

_UNPRINTED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


def quote(text: str) -> str:
    r"""A text in double quotes (YAML 1.2, 7.3.1), what does not print as ``\x``, ``\u`` or a letter.

    >>> quote('a "b"')
    '"a \\"b\\""'
    """
    return '"' + _UNPRINTED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in '"\\':
        return "\\" + letter
    return {"\n": "\\n", "\t": "\\t"}.get(letter) or (
        f"\\x{ord(letter):02x}" if letter < "\x80" else f"\\u{ord(letter):04x}"
    )
