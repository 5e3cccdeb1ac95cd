"""Which paragraphs and blocks of a staged corpus render others, in the same document or in another one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from corpus_pkg.model import Block, LanguageLabel, Mention, RoleLabel, Segment, Span
from corpus_pkg.parse.parallel import Signature, link, sign
from corpus_pkg.pieces import load_tables
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


class _Signed(NamedTuple):
    signature: Signature
    paragraphs: tuple[str, ...]
    blocks: tuple[str, ...]
    characters: int


def link_pieces(pieces: Sequence[Path]) -> Links:
    """Find the translations in staged pieces."""
    links: Links = {}
    window: list[_Signed] = []
    for signed in _sign_pieces(pieces):
        if sum(each.characters for each in window) > COMPARED_AT_ONCE:
            links |= _link(window)
            window = []
        window.append(signed)
    return links | _link(window)


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


def _link(window: Sequence[_Signed]) -> Links:
    links = {}
    for found in link([signed.signature for signed in window]):
        ids = "paragraphs" if found.kind == "paragraph" else "blocks"
        own = getattr(window[found.document], ids)[found.position]
        links[own] = (getattr(window[found.of_document], ids)[found.of_position], round(found.confidence, 4))
    return links


def _sign_pieces(pieces: Iterable[Path]) -> Iterator[_Signed]:
    for piece in pieces:
        tables = load_tables(piece)
        rows = {name: _by_document(tables[name], columns) for name, columns in _COLUMNS.items()}
        for document in tables["documents"].select(["document_id", "characters"]).to_pylist():
            paragraphs, blocks, mentions = (rows[name][document["document_id"]] for name in _COLUMNS)
            yield _sign(paragraphs, blocks, mentions, document["characters"])


_COLUMNS = {
    "paragraphs": ["document_id", "paragraph_id", "role", "text", "language", "script"],
    "blocks": ["document_id", "block_id", "kind", "paragraphs"],
    "mentions": ["document_id", "paragraph_id", "edtf"],
}
"""What a signature is made of."""


def _by_document(table: pa.Table, columns: list[str]) -> defaultdict[str, list[Row]]:
    rows = defaultdict(list)
    for row in table.select(columns).to_pylist():
        rows[row["document_id"]].append(row)
    return rows


def _sign(paragraphs: list[Row], blocks: list[Row], mentions: list[Row], characters: int) -> _Signed:
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
    ids = (tuple(place), tuple(row["block_id"] for row in blocks))
    return _Signed(signature, *ids, characters)


_UNASKED = (None, None, "", "", "", None, False, "")
"""What a signature does not ask of a mention."""
