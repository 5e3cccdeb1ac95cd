"""From signatures to links: which documents to compare, which alignments to believe."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from .align import align

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from .align import Pair
    from .signature import Signature, Unit

_LONGEST = 4000
_STRANDS = 6
COMMON = 30
"""Evidence that more documents share says nothing of any two of them."""
EVIDENCE = 4
"""Pieces of rare evidence that two documents share before they are compared."""
LEAST = 2
"""Paragraphs that a document has in a language before they are compared."""
_RUNNING = 25
"""The mean length from which paragraphs are running text, and no menu whose entries alternate by accident."""


class Link(NamedTuple):
    """A paragraph or run of one document renders another one, of the same document or of an earlier one."""

    kind: Literal["paragraph", "block"]
    document: int
    position: int
    """The index of the segment, or of the block in the document's sequence of blocks."""
    of_document: int
    of_position: int
    confidence: float


class _Strand(NamedTuple):
    """What one document says in one language."""

    document: int
    language: str
    units: tuple[Unit, ...]


def link(signatures: Sequence[Signature], common: Container[str] = frozenset()) -> tuple[Link, ...]:
    """Return the links between the units of ``signatures``, in order; each unit and run renders at most one other.

    Two documents are compared only where they stand next to each other or share rare dates, numbers or names, so
    that the work grows with the corpus and not with its square. ``common`` is evidence known not to be rare.
    """
    strands = [_strands(number, signature) for number, signature in enumerate(signatures)]
    found: list[Link] = []
    rendered: set[tuple[int, str]] = set()
    for earlier, later in _candidates(strands, common):
        if (later.document, later.language) in rendered or (earlier.document, earlier.language) in rendered:
            continue
        if pairs := _believed(earlier, later):
            rendered.add((later.document, later.language))
            found += _links(earlier, later, pairs)
    return tuple(sorted(found))


def _strands(document: int, signature: Signature) -> list[_Strand]:
    """Return what the document says in each of its languages, the first to be read first; six at most."""
    by_language: dict[str, list[Unit]] = {}
    for unit in signature.units:
        by_language.setdefault(unit.language, []).append(unit)
    strands = [_Strand(document, language, tuple(units)) for language, units in by_language.items()]
    large = sorted(strands, key=lambda strand: -sum(unit.length for unit in strand.units))[:_STRANDS]
    return [strand for strand in strands if strand in large and len(strand.units) <= _LONGEST]


def _candidates(
    strands: Sequence[Sequence[_Strand]], common: Container[str]
) -> Iterator[tuple[_Strand, _Strand]]:
    """Yield the pairs of strands to compare, in different languages, the earlier one first."""
    partners = _partners(strands, common)
    for number, here in enumerate(strands):
        for later_at, later in enumerate(here):
            for earlier in here[:later_at]:
                yield earlier, later
        for other in sorted({number - 1, *partners[number]} - {-1}):
            for later in here:
                for earlier in strands[other]:
                    if earlier.language != later.language and (
                        other in partners[number] or _alike(earlier, later)
                    ):
                        yield earlier, later


def _alike(earlier: _Strand, later: _Strand) -> bool:
    """Tell whether two neighbours that share no rare evidence have about as many paragraphs, or the same points."""
    ones, others = len(earlier.units), len(later.units)
    if abs(ones - others) <= 2 + 0.1 * max(ones, others):
        return True
    mine, theirs = ({unit.point for unit in strand.units if unit.point} for strand in (earlier, later))
    return len(mine & theirs) >= max(5, 0.6 * min(len(mine), len(theirs)))


def _partners(strands: Sequence[Sequence[_Strand]], common: Container[str]) -> dict[int, list[int]]:
    """Return for each document the earlier ones that share most rare evidence with it, three at most.

    Documents in one and the same language cannot render each other.
    """
    languages = [frozenset(strand.language for strand in here) for here in strands]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, here in enumerate(strands):
        for feature in sorted(set().union(*map(_rare, here))):
            holders[feature].append(number)
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for feature, documents in holders.items():
        if 1 < len(documents) <= COMMON and feature not in common:
            for at, later in enumerate(documents):
                votes[later].update(
                    earlier for earlier in documents[:at] if len(languages[earlier] | languages[later]) > 1
                )
    best: dict[int, list[int]] = defaultdict(list)
    for later, counted in votes.items():
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        best[later] = [earlier for earlier, times in ranked[:3] if times >= EVIDENCE]
    return best


def evidence(signature: Signature) -> set[str]:
    """Return all that a translation of the document would share with it and few others."""
    return set().union(*map(_rare, _strands(0, signature)))


def _rare(strand: _Strand) -> Iterator[str]:
    """Yield what a translation of the strand would share with it and few other documents."""
    points = [unit.point for unit in strand.units if unit.point]
    if len(points) > 3:
        yield f"points {len(points)} {points[-1]}"
        # A long numbered text has no other evidence than its numbering: it counts as much as four dates.
        yield from (f"points {len(points)} {points[-1]} {part}" for part in range(EVIDENCE))
    for unit in strand.units:
        yield from (f"date {date}" for date in unit.dates if len(date) > 7)
        yield from (f"number {number}" for number in unit.numbers if len(number) > 2)
        yield from (f"name {name}" for name in unit.names if len(name) > 5)


def _believed(earlier: _Strand, later: _Strand) -> list[Pair]:
    """Return the pairs of an alignment that evidence or regularity bears out, none where it may be chance."""
    shorter = min(len(earlier.units), len(later.units))
    if shorter < LEAST or max(len(earlier.units), len(later.units)) > 4 * shorter + 4:
        return []
    pairs = [pair for pair in align(earlier.units, later.units) if pair.score > 0]
    if len(pairs) < 2:
        return []
    shared = sum(1 for pair in pairs if pair.shared)
    against = sum(1 for pair in pairs if pair.against)
    coverage = len(pairs) / shorter
    regular = _correlation(earlier, later, pairs)
    near = later.document - earlier.document < 2
    by_evidence = (
        shared >= max(3, 3 * against) and coverage >= 0.5 and shared >= 0.15 * len(pairs) and regular > 0.5
    )
    by_form = near and against == 0 and len(pairs) >= 5 and coverage >= 0.8 and regular > 0.85
    running = sum(later.units[pair.other].length for pair in pairs) > _RUNNING * len(pairs)
    by_turns = near and running and against == 0 and len(pairs) >= 3 and coverage >= 0.8 and regular > 0.7
    if by_evidence or by_form or (by_turns and _alternates(earlier, later, pairs)):
        return pairs
    return []


def _correlation(earlier: _Strand, later: _Strand, pairs: Sequence[Pair]) -> float:
    """Return the correlation of the logarithms of the lengths."""
    xs = [math.log(earlier.units[pair.one].length) for pair in pairs]
    ys = [math.log(later.units[pair.other].length) for pair in pairs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    both = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    spread = sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys)
    return both / math.sqrt(spread) if spread > 0 else 0.0


def _alternates(earlier: _Strand, later: _Strand, pairs: Sequence[Pair]) -> bool:
    """Tell whether each paragraph is followed by its rendering, as in a statement printed in two languages."""
    if earlier.document != later.document:
        return False
    steps = [later.units[pair.other].paragraph - earlier.units[pair.one].paragraph for pair in pairs]
    return sum(1 for step in steps if step == 1) >= 0.8 * len(steps)


def _links(earlier: _Strand, later: _Strand, pairs: Sequence[Pair]) -> list[Link]:
    kept = []
    for at, pair in enumerate(pairs):
        beside = (*pairs[max(0, at - 1) : at], *pairs[at + 1 : at + 2])
        steady = sum(1 for o in beside if o.one - pair.one == o.other - pair.other)
        strength = pair.score + steady + 0.5 * min(pair.shared, 3)
        if pair.against == 0 and (pair.shared or steady) and strength > 1.5:
            kept.append((pair, round(min(0.99, 1 / (1 + math.exp(-strength))), 3)))
    found = [
        Link(
            "paragraph",
            later.document,
            later.units[p.other].paragraph,
            earlier.document,
            earlier.units[p.one].paragraph,
            c,
        )
        for p, c in kept
    ]
    return [*found, *_blocks(earlier, later, kept)]


def _blocks(earlier: _Strand, later: _Strand, kept: Sequence[tuple[Pair, float]]) -> Iterator[Link]:
    """Yield for each run of the later strand the run that most of its paragraphs render."""
    sizes = Counter(unit.block for unit in later.units)
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    sure: dict[int, list[float]] = defaultdict(list)
    for pair, confidence in kept:
        block = later.units[pair.other].block
        votes[block][earlier.units[pair.one].block] += 1
        sure[block].append(confidence)
    for block, counted in sorted(votes.items()):
        target, times = min(counted.items(), key=lambda item: (-item[1], item[0]))
        if 2 * times >= sizes[block]:
            confidence = round(
                sum(sure[block]) / len(sure[block]) * min(1.0, 0.5 + times / sizes[block] / 2), 3
            )
            yield Link("block", later.document, block, earlier.document, target, confidence)
