"""Northern and southern Korean, by spellings that only one of the two norms allows."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import LanguageLabel, Segment

_ENOUGH = 3


@cache
def _spellings() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of telling spellings, and those among them that are northern."""
    table = tomllib.loads(files(__package__).joinpath("korean.toml").read_text("utf-8"))
    both = set(table["KR"]["both"].split())
    stems = [w for side in ("KP", "KR") for w in table[side]["stems"].split() if w not in both]
    endings = [w for side in ("KP", "KR") for w in table[side]["endings"].split()]
    northern = frozenset((table["KP"]["stems"] + " " + table["KP"]["endings"]).split())
    listed = [re.escape(word) for word in sorted(stems, key=len, reverse=True)]
    within = [re.escape(word) for word in sorted(endings, key=len, reverse=True)]
    return re.compile(f"(?<![가-힣])(?:{'|'.join(listed)})|{'|'.join(within)}"), northern


def spelling(text: str) -> tuple[int, int]:
    """Return how many spellings of ``text`` are northern only, and how many southern only."""
    pattern, northern = _spellings()
    found = pattern.findall(text)
    north = sum(1 for word in found if word in northern)
    return north, len(found) - north


def with_variety(segments: Sequence[Segment], labels: Sequence[LanguageLabel]) -> list[LanguageLabel]:
    """Set the variety of Korean paragraphs: by their own spelling, else by that of the whole document.

    A document speaks for its paragraphs where it has three telling spellings and nine in ten agree.
    """
    rows = [i for i, label in enumerate(labels) if label.language == "ko" and label.script == "Kore"]
    result = list(labels)
    if not rows:
        return result
    counts = {row: spelling(segments[row].text) for row in rows}
    whole = _side(sum(n for n, _ in counts.values()), sum(s for _, s in counts.values()), _ENOUGH)
    for row in rows:
        result[row] = labels[row]._replace(variety=_side(*counts[row], 1) or whole)
    return result


def _side(north: int, south: int, enough: int) -> str | None:
    if north + south < enough:
        return None
    if north >= 0.9 * (north + south):
        return "ko-KP"
    return "ko-KR" if south >= 0.9 * (north + south) else None
