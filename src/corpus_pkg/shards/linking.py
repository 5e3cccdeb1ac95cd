"""Which paragraphs and blocks of a staged corpus render others, in the same document or in another one."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.model import Block, LanguageLabel, Mention, RoleLabel, Segment, Span
from corpus_pkg.parse.parallel import COMMON, EVIDENCE, LEAST, Signature, evidence, link, sign
from corpus_pkg.pieces import load_table, load_tables
from corpus_pkg.schema import arrow_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

COMPARED_AT_ONCE = 64 << 20
"""Code points of source text whose signatures memory holds: documents farther apart are not compared."""

Links = dict[str, tuple[str, float]]
"""From the identifier of a paragraph or block to that of the one it renders, and how sure that is."""

LINKED = frozenset({"translation_of", "translation_confidence"})
"""The columns that links fill."""

Row = dict[str, Any]


class _Outline(NamedTuple):
    """What is asked of every document before any is signed."""

    piece: Path
    document: str
    characters: int
    languages: frozenset[str]
    """Of which it has paragraphs enough to be compared, as primary subtags."""


class _Signed(NamedTuple):
    signature: Signature
    paragraphs: tuple[str, ...]
    blocks: tuple[str, ...]


def link_pieces(pieces: Sequence[Path]) -> Links:
    """Find the translations in staged pieces."""
    links: Links = {}
    window: list[_Outline] = []
    held = 0
    for outline in chain.from_iterable(map(_outline, pieces)):
        if held > COMPARED_AT_ONCE:
            links |= _link(window)
            window, held = [], 0
        window.append(outline)
        held += outline.characters
    return links | _link(window)


def _outline(piece: Path) -> Iterator[_Outline]:
    paragraphs = load_table(piece, "paragraphs", ["document_id", "language", "is_content"])
    counted = paragraphs.filter(paragraphs["is_content"]).group_by(["document_id", "language"])
    sizes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document, tag, count in zip(
        *counted.aggregate([([], "count_all")]).to_pydict().values(), strict=True
    ):
        sizes[document][tag.partition("-")[0]] += count
    for row in load_table(piece, "documents", ["document_id", "characters"]).to_pylist():
        found = sizes[row["document_id"]].items()
        languages = sorted(tag for tag, count in found if count >= LEAST and tag != "und")
        yield _Outline(piece, row["document_id"], row["characters"], _set_of(*languages))


@lru_cache
def _set_of(*languages: str) -> frozenset[str]:
    """Return one set for all documents in the same languages."""
    return frozenset(languages)


def apply_links(tables: Mapping[str, pa.Table], links: Links) -> dict[str, pa.Table]:
    """Give the tables with ``translation_of`` filled where a link is and no correction has had its say."""
    if not links:
        return dict(tables)
    return {
        name: _link_rows(name, table, links) if name in {"paragraphs", "blocks"} else table
        for name, table in tables.items()
    }


def _link_rows(name: str, table: pa.Table, links: Links) -> pa.Table:
    keys = table[f"{name[:-1]}_id"].to_pylist()
    if links.keys().isdisjoint(keys):
        return table
    known = table["translation_of"].to_pylist()
    columns = {
        "translation_of": [old or links.get(key, (None,))[0] for key, old in zip(keys, known, strict=True)]
    }
    if name == "blocks":
        columns["translation_confidence"] = [links.get(key, ("", 0.0))[1] for key in keys]
    schema = arrow_schema(name)
    for column, values in columns.items():
        field = schema.field(column)
        table = table.set_column(schema.get_field_index(column), field, pa.array(values, field.type))
    return table


def _link(window: Sequence[_Outline]) -> Links:
    """Link documents, of which only those are held that may render one of the others."""
    signed, common = _sign_comparable(window)
    links = {}
    for found in link(
        [signed[at].signature if at in signed else Signature(()) for at in range(len(window))], common
    ):
        ids = "paragraphs" if found.kind == "paragraph" else "blocks"
        own = getattr(signed[found.document], ids)[found.position]
        links[own] = (getattr(signed[found.of_document], ids)[found.of_position], round(found.confidence, 4))
    return links


def _sign_comparable(window: Sequence[_Outline]) -> tuple[dict[int, _Signed], frozenset[str]]:
    """Sign what is not in the language of most, its neighbours, and whatever shares rare evidence with it.

    Gives the signed documents by their places in the window, and the evidence that too many of all share.
    """
    spoken = Counter(language for outline in window for language in outline.languages)
    usual = min(spoken, key=lambda language: (-spoken[language], language), default="")
    foreign = {at for at, outline in enumerate(window) if outline.languages - {usual}}
    beside = {at + step for at in foreign for step in (-1, 1)} & set(range(len(window)))
    signed = dict(_sign_places(window, foreign | beside))
    wanted = {each: each for at in sorted(foreign) for each in sorted(evidence(signed[at].signature))}
    shared = {at: _shared(signed[at], wanted) for at in signed}
    others = {at for at, outline in enumerate(window) if outline.languages and at not in signed}
    if wanted:
        shared |= {at: found for at, each in _sign_places(window, others) if (found := _shared(each, wanted))}
    held = Counter(chain.from_iterable(shared.values()))
    common = frozenset(each for each, times in held.items() if times > COMMON)
    akin = {at for at in shared.keys() & others if len(set(shared[at]) - common) >= EVIDENCE}
    return signed | dict(_sign_places(window, akin)), common


def _shared(signed: _Signed, wanted: Mapping[str, str]) -> list[str]:
    """Return the wanted evidence of a document; the text of each piece of it is held once for all documents."""
    return [wanted[each] for each in evidence(signed.signature) if each in wanted]


def _sign_places(window: Sequence[_Outline], places: Iterable[int]) -> Iterator[tuple[int, _Signed]]:
    """Sign the documents at some places of the window, piece by piece."""
    for piece, found in groupby(sorted(places), key=lambda at: window[at].piece):
        named = {window[at].document: at for at in found}
        tables = load_tables(piece)
        rows = {name: _by_document(tables[name], columns, list(named)) for name, columns in _COLUMNS.items()}
        for document, at in named.items():
            yield at, _sign(*(rows[name][document] for name in _COLUMNS))


_COLUMNS = {
    "paragraphs": ["document_id", "paragraph_id", "role", "text", "language", "script"],
    "blocks": ["document_id", "block_id", "kind", "paragraphs"],
    "mentions": ["document_id", "paragraph_id", "edtf"],
}
"""What a signature is made of."""


def _by_document(table: pa.Table, columns: list[str], documents: list[str]) -> defaultdict[str, list[Row]]:
    rows = defaultdict(list)
    wanted = table.select(columns).filter(pc.is_in(table["document_id"], pa.array(documents, pa.string())))
    for row in wanted.to_pylist():
        rows[row["document_id"]].append(row)
    return rows


def _sign(paragraphs: list[Row], blocks: list[Row], mentions: list[Row]) -> _Signed:
    """Turn rows into the values of the stages again, as far as a signature asks for them."""
    nowhere = Span(0, 0)
    labels = [LanguageLabel(row["language"], None, row["script"], 1.0, "text") for row in paragraphs]
    place = {row["paragraph_id"]: index for index, row in enumerate(paragraphs)}
    runs = []
    first = 0
    for row in blocks:
        last = first + row["paragraphs"] - 1 if row["kind"] == "run" else first
        runs.append(
            Block(row["kind"], nowhere, first, last, labels[min(first, len(labels) - 1)], is_primary=False)
        )
        first = last + 1 if row["kind"] == "run" else first
    dated = [Mention(place[row["paragraph_id"]], nowhere, "", row["edtf"], *_UNASKED) for row in mentions]
    signature = sign(
        [Segment(nowhere, 0, 0, row["text"], None, "") for row in paragraphs],
        [RoleLabel(row["role"], "") for row in paragraphs],
        labels,
        runs,
        dated,
    )
    return _Signed(signature, tuple(place), tuple(row["block_id"] for row in blocks))


_UNASKED = (None, None, "", "", "", None, False, "")
"""What a signature does not ask of a mention."""
