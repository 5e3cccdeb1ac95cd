"""Small packages whose rows are written by hand, to be compared."""

from hashlib import sha256

from corpus_pkg.identifiers import Occurrences
from corpus_pkg.package.table_writer import FORMATS
from corpus_pkg.package.writing import write_package
from corpus_pkg.schema import table_schema
from corpus_pkg.tables import to_arrow

DEFAULTS = {"string": "x", "integer": 1, "number": 0.5, "boolean": False, "date": None}


def row(table, **values):
    """A row with something in every column that needs a value."""
    filled = {}
    for field in table_schema(table).fields:
        default = field.constraints.get("enum", [DEFAULTS[field.type]])[0]
        filled[field.name] = default if field.required else None
    return filled | values


def document(identifier, paragraphs, **values):
    """A document of paragraphs in one block; a word that begins with a digit is a mention."""
    text = "\n\n".join(paragraphs)
    rows = {"documents": [], "paragraphs": [], "blocks": [], "mentions": []}
    here = {"document_id": identifier}
    rows["documents"].append(
        row(
            "documents",
            **here,
            **{
                "source_path": f"{identifier}.txt",
                "source_sha256": sha256(text.encode()).hexdigest(),
                "title": paragraphs[0] if paragraphs else None,
                "text": text or None,
                **values,
            },
        )
    )
    blocks, keys, dates = (Occurrences(letter, identifier) for letter in "bpm")
    block = blocks.identify("run en")
    rows["blocks"].append(row("blocks", **here, block_id=block, kind="run", char_end=max(1, len(text))))
    start = heading = 0
    for ordinal, words in enumerate(paragraphs, 1):
        key = keys.identify(words)
        heading = key if words.isupper() else heading
        place = {"char_start": start, "char_end": start + len(words), "line_start": 2 * ordinal - 1}
        rows["paragraphs"].append(
            row(
                "paragraphs",
                **here,
                **place,
                paragraph_id=key,
                ordinal=ordinal,
                block_id=block,
                text=words,
                heading_id=heading if heading and heading != key else None,
            )
        )
        rows["mentions"] += [
            row(
                "mentions",
                **here,
                **place,
                mention_id=dates.identify(f"{key} {word}"),
                paragraph_id=key,
                ordinal=len(rows["mentions"]) + 1,
                surface=word,
                edtf=word,
                context=words,
            )
            for word in words.split()
            if word[0].isdigit()
        ]
        start += len(words) + 2
    return rows


def package(folder, *documents, version="1.0.0", formats=FORMATS, **metadata):
    """Write documents as a package and say where it is."""
    folder.mkdir(parents=True)
    ordered = sorted(documents, key=lambda rows: rows["documents"][0]["document_id"])
    tables = {name: to_arrow(name, [one for rows in ordered for one in rows[name]]) for name in ordered[0]}
    write_package(folder, {"name": "small", "version": version, **metadata}, [tables], [], formats)
    return folder


def change(rows, table, at, **values):
    """The same document with other values in one row."""
    changed = [one | values if number == at else one for number, one in enumerate(rows[table])]
    return rows | {table: changed}
