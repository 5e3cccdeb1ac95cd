"""From a seed's bytes to its source text, in which every offset of the package counts."""

from __future__ import annotations

import re

from corpus_pkg.errors import UndecodableError
from corpus_pkg.model import Remark, SourceText, Span

from . import mojibake
from .detect import declared_wrongly, detect
from .encodings import Encoding, published, table

__all__ = ["decode"]

_UNCERTAIN = 0.5
_LISTED = 16
_HEAD = 4096
_VALID = 0.95
"""Valid UTF-8 is surer than this; UTF-8 with broken bytes is not."""
# No form feed and no vertical tab, which part pages and lines.
_CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 32), 127)))


def decode(data: bytes, *, encoding: str | None = None, mend: bool = False) -> SourceText:
    r"""Return the source text of ``data``: no byte-order mark, every ``\r\n`` and lone ``\r`` a ``\n``.

    ``encoding`` is what the configuration says of this seed, and then nothing is detected. ``mend`` undoes
    mojibake (UTF-8 that was read in another encoding); without it mojibake is only remarked on.

    Raises:
        UndecodableError: the bytes are no text, or no known encoding reads them.

    """
    found = _configured(data, encoding) if encoding is not None else detect(data)
    text = data[found.mark :].decode(found.codec, "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if mend:
        text = mojibake.mend(text)
    name = published(found.codec)
    remarks = mojibake.remark(text)
    if found.confidence < _UNCERTAIN:
        message = f"the encoding is probably {name} (confidence {found.confidence:.2f})"
        remarks.append(Remark("encoding-uncertain", Span(0, len(text)), message))
    if found.basis == "validity" and found.confidence < _VALID:
        remarks += _stretches(
            text, "\ufffd", "encoding-mixed", "bytes that are not valid UTF-8, shown as U+FFFD"
        )
    else:
        remarks += _stretches(text, "\ufffd", "replacement-characters", "a character that was lost: U+FFFD")
    remarks += _stretches(text, "\x00", "nul-characters", "a NUL character stands in the text")
    remarks += _stretches(text, _CONTROLS, "control-characters", "a control character stands in the text")
    if found.basis not in {"configured", "declared"} and (wrong := declared_wrongly(data, found)):
        at = max(0, text[:_HEAD].lower().find(wrong))
        message = f"the text declares {wrong}, but reads as {name}"
        remarks.append(Remark("encoding-declared-wrong", Span(at, min(len(text), at + len(wrong))), message))
    return SourceText(text, name, found.confidence, found.basis, tuple(remarks))


def _configured(data: bytes, encoding: str) -> Encoding:
    codec = table()["declared"].get(encoding.lower(), encoding)
    try:
        data.decode(codec)
    except LookupError:
        raise UndecodableError(f"no encoding is called {encoding!r}", 0) from None
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"the bytes are not {encoding}, as configured: {error.reason}", error.start
        ) from None
    mark = next(
        (
            len(m)
            for m in (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\xff\xfe", b"\xfe\xff")
            if data.startswith(m)
        ),
        0,
    )
    return Encoding(codec, 1.0, "configured", mark)


def _stretches(text: str, chars: str, code: str, message: str) -> list[Remark]:
    """Return a remark for each run of ``chars``, the first sixteen of them."""
    if not any(char in text for char in chars):
        return []
    runs = [Span(*m.span()) for m in re.finditer(f"[{re.escape(chars)}]+", text)]
    total = f" ({len(runs)} places in all)" if len(runs) > 1 else ""
    return [Remark(code, span, message + total) for span in runs[:_LISTED]]
