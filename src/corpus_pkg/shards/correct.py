"""Corrections applied to staged pieces: a corrected piece is staged beside the one that was parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.cache import digest_of
from corpus_pkg.corrections import apply_corrections, find_unmet
from corpus_pkg.corrections.cells import table_of
from corpus_pkg.pieces import load_keys, load_record, load_tables, store_piece
from corpus_pkg.review import review_tables
from corpus_pkg.validate import check_tables, collect_keys

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus_pkg.corrections import Correction
    from corpus_pkg.findings import Finding
    from corpus_pkg.staging import Staging


def correct_pieces(
    pieces: Sequence[Path], corrections: Sequence[Correction], cache: Staging
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Give the pieces with their rows corrected, and findings about corrections that no row meets.

    What a piece's rows follow from does not hold the corrections, so one more line of them parses nothing again:
    only the pieces with corrected rows are validated anew. Few rows are corrected, so this process does it.
    """
    if not corrections:
        return tuple(pieces), ()
    numbers = pa.array(
        [int(c.identifier[1:], 16) for c in corrections if table_of(c.identifier) != "documents"], pa.uint64()
    )
    documents = pa.array(sorted({c.identifier for c in corrections}), pa.string())
    corrected = []
    met: frozenset[int] = frozenset()
    for piece in pieces:
        keys = load_keys(piece)
        if _has_any(keys, numbers, documents):
            piece, found = _correct(piece, corrections, cache)  # noqa: PLW2901 - the piece in its new form
            met |= found
        corrected.append(piece)
    return tuple(corrected), tuple(find_unmet(corrections, met))


def _has_any(keys: pa.Table, numbers: pa.Array, documents: pa.Array) -> bool:
    names = pc.unique(keys["document_id"]).cast(pa.string())
    return bool(
        pc.any(pc.is_in(keys["value"], numbers)).as_py() or pc.any(pc.is_in(names, documents)).as_py()
    )


def _correct(piece: Path, corrections: Sequence[Correction], cache: Staging) -> tuple[Path, frozenset[int]]:
    tables = load_tables(piece)
    outcome = apply_corrections(tables, corrections)
    applied = tuple(correction for correction in corrections if correction.line in outcome.met)
    target = cache.piece(digest_of((piece.stem, applied)))
    if applied and not target.exists():
        before = [*check_tables(tables), *review_tables(tables)]
        others = [found for found in load_record(piece).findings if found not in before]
        after = [*check_tables(outcome.tables), *review_tables(outcome.tables)]
        findings = sorted([*others, *outcome.findings, *after])
        store_piece(target, outcome.tables, collect_keys(outcome.tables), tuple(findings))
    return (target if applied else piece), outcome.met
