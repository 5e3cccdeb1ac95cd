"""The runs of a document made anew where a correction changed the language of a paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from corpus_pkg.identifiers import Occurrences

if TYPE_CHECKING:
    from corpus_pkg.corrections.apply import Rows

Row = dict[str, Any]


def regroup_runs(rows: Rows) -> None:
    """Cut the paragraphs of a document into runs of one language and script again, and renumber its blocks.

    A run that begins where one began and says the same keeps what was known of it. The identifier of a run is
    the count of its language and script, so those after a cut move on, as they do in ``tables``.
    """
    document, paragraphs, blocks = rows["documents"][0], rows["paragraphs"], rows["blocks"]
    known = {block["block_id"]: block for block in blocks}
    runs: list[tuple[Row, list[Row]]] = []
    for _, group in groupby(paragraphs, key=lambda row: (row["language"], row["script"])):
        held = list(group)
        runs.append((_run(held, known.get(held[0]["block_id"]), document), held))
    inline = [block for block in blocks if block["kind"] == "inline"]
    whole = sorted(
        [*(run for run, _ in runs), *inline], key=lambda b: (b["char_start"], b["kind"] == "inline")
    )
    renamed = _renumber(whole, document["document_id"])
    for run, held in runs:
        for paragraph in held:
            paragraph["block_id"] = run["block_id"]
    for block in whole:
        block["translation_of"] = renamed.get(block["translation_of"], block["translation_of"])
    rows["blocks"] = whole
    document["blocks"] = len(whole)


def _run(held: list[Row], was: Row | None, document: Row) -> Row:
    first, last = held[0], held[-1]
    same = was is not None and (was["language"], was["script"]) == (first["language"], first["script"])
    kept = dict(was) if was is not None and same else {}
    if kept and kept["char_start"] != first["char_start"]:  # the rest of a run that was cut is another one
        kept |= {"block_id": None, "translation_of": None, "translation_confidence": 0.0}
    fresh = {
        "variety": None,
        "is_primary": first["language"] == document["language"],
        "confidence": 1.0,
        "basis": "configured",
        "translation_of": None,
        "translation_confidence": 0.0,
        "corrected": False,
        "block_id": None,
    }
    return {
        **fresh,
        **kept,
        "document_id": document["document_id"],
        "kind": "run",
        "paragraph_id": None,
        "char_start": first["char_start"],
        "char_end": last["char_end"],
        "line_start": first["line_start"],
        "line_end": last["line_end"],
        "paragraphs": len(held),
        "language": first["language"],
        "script": first["script"],
        "text": None,
    }


def _renumber(blocks: list[Row], document_id: str) -> dict[str | None, str]:
    """Give every block its ordinal and identifier; the new identifiers of those that had another."""
    ids = Occurrences("b", document_id)
    renamed: dict[str | None, str] = {}
    for ordinal, block in enumerate(blocks, 1):
        content = (
            f"inline {block['paragraph_id']} {block['text']}"
            if block["kind"] == "inline"
            else f"run {block['language']} {block['script']}"
        )
        key = ids.identify(content)
        if block["block_id"] not in (None, key):
            renamed[block["block_id"]] = key
        block |= {"block_id": key, "ordinal": ordinal}
    return renamed
