"""What stands left of a Korean, Chinese or Japanese date and belongs to it: 올해, 약, 从."""

from __future__ import annotations

from functools import cache

from .cjk_forms import approximate, patterns


def approximate_left(text: str, floor: int, start: int) -> int | None:
    """Where 약 or its like begins right before ``start``."""
    match = approximate().search(text[max(floor, start - 5) : start])
    return start - len(match[0]) if match else None


def opener_left(text: str, floor: int, start: int) -> int | None:
    """Where 从 or its like, which opens an interval, stands right before ``start``."""
    match = patterns().opener.search(text[max(floor, start - 4) : start])
    return start - len(match[0]) if match else None


def is_lunar(text: str, floor: int, start: int) -> bool:
    """Whether the word for the lunar calendar stands right before ``start``: its months and days are not ours."""
    return patterns().lunar.search(text[max(floor, start - 6) : start]) is not None


@cache
def _by_last_sign() -> dict[str, tuple[tuple[str, str], ...]]:
    """The words that hang a year on another, the longest first, by their last sign."""
    known = patterns().relative
    return {
        sign: tuple(pair for pair in known if pair[0][-1] == sign) for sign in {word[-1] for word, _ in known}
    }


def relative_left(text: str, floor: int, start: int) -> tuple[int, str] | None:
    """Where ``올해`` and its like begin before ``start``, and which year they mean."""
    stop = start
    while stop > floor and text[stop - 1].isspace():
        stop -= 1
    if stop > floor and text[stop - 1] in "의の的":
        stop -= 1
    for phrase, kind in _by_last_sign().get(text[stop - 1 : stop], ()):
        if text.endswith(phrase, max(floor, stop - len(phrase)), stop):
            begin = stop - len(phrase)
            if phrase in ("올", "이해") and begin > floor and text[begin - 1].isalpha():
                continue
            return begin, kind
    return None
