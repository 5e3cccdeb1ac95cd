"""A small valid corpus made by hand, and the means to break it."""

from hashlib import sha256

import pyarrow as pa

from corpus_pkg.model import Block, Description, LanguageLabel, Mention, RoleLabel, Segment, SourceText, Span
from corpus_pkg.schema import TABLES, arrow_schema
from corpus_pkg.tables import ParsedDocument, Provenance, tabulate

EN = LanguageLabel("en", None, "Latn", 0.98, "text")
KO = LanguageLabel("ko", "ko-KP", "Kore", 0.98, "script")

HARVEST = """\
Skip to content

# The Harvest

In October 1926 the school opened with the *first* harvest. It
closed in 1931, and opened again the following May.

주체109(2020)년 6월 15일

학교는 1926년 10월에\u3000문을 열었다.

  The late 1970s were good; see 새해.

12
"""

NOTE = "Note of 15 June 2000\n\nNothing else — nothing at all.\n"


def _segments(text, roles, languages):
    segments, labels, heading = [], [], None
    offset = 0
    for raw in text.split("\n\n"):
        body = raw.strip()
        start = text.index(body, offset)
        first = text.count("\n", 0, start) + 1
        role = roles[len(segments)]
        words = " ".join(body.replace("*", "").split())
        segments.append(
            Segment(
                Span(start, start + len(body)), first, first + body.count("\n"), words, None, "lines.blank"
            )
        )
        level = 1 if role == "heading" else None
        labels.append(RoleLabel(role, "rule", level, None if level else heading))
        heading = len(segments) - 1 if level else heading
        offset = start + len(body)
    runs = []
    for index, label in enumerate(languages):
        if index and label == languages[index - 1]:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    blocks = [
        Block(
            "run", Span(segments[a].span.start, segments[b].span.end), a, b, languages[a], languages[a] == EN
        )
        for a, b in runs
    ]
    return segments, labels, blocks


def _mention(text, segments, surface, value, more=()):
    edtf, start, end, precision = value
    at = text.index(surface)
    index = max(i for i, segment in enumerate(segments) if segment.span.start <= at)
    plain = Mention(
        index,
        Span(at, at + len(surface)),
        surface,
        edtf,
        start,
        end,
        precision,
        "gregorian",
        "explicit",
        None,
        in_name=False,
        rule="rule",
    )
    return plain._replace(**dict(more))


def _document(identifier, text, paragraphs, *, mentions, inlines=()):
    roles, languages = zip(*paragraphs, strict=True)
    segments, labels, blocks = _segments(text, roles, languages)
    for word, label in inlines:
        at = text.index(word)
        index = max(i for i, segment in enumerate(segments) if segment.span.start <= at)
        blocks.append(Block("inline", Span(at, at + len(word)), index, index, label, label == EN))
    blocks.sort(key=lambda block: (block.span.start, block.kind == "inline"))
    found = tuple(_mention(text, segments, *mention) for mention in mentions)
    data = text.encode()
    return ParsedDocument(
        Provenance(identifier, f"{identifier}.txt", sha256(data).hexdigest(), len(data), "text/plain"),
        SourceText(text, "utf-8", 1.0, "validity"),
        tuple(segments),
        tuple(labels),
        tuple(languages),
        (0.9,) * len(segments),
        tuple(blocks),
        found,
        tuple(segments[mention.segment].text for mention in found),
        tuple(text[slice(*b.span)] if b.kind == "inline" else None for b in blocks),
        Description(title="The Harvest"),
        {},
    )


def harvest(identifier="harvest", filling=""):
    """The longer document; ``filling`` goes into its paragraphs of running text."""
    text = HARVEST
    for mark in ("harvest. ", "열었다.", "good; "):
        text = text.replace(mark, mark + filling)
    return _document(
        identifier,
        text,
        [
            ("navigation", EN),
            ("heading", EN),
            ("body", EN),
            ("dateline", KO),
            ("body", KO),
            ("body", EN),
            ("page_furniture", EN),
        ],
        mentions=[
            ("October 1926", ("1926-10", "1926-10-01", "1926-10-31", "month")),
            ("1931", ("1931", "1931-01-01", "1931-12-31", "year")),
            (
                "following May",
                ("1932-05", "1932-05-01", "1932-05-31", "month"),
                {"year_basis": "context", "anchor": 1},
            ),
            (
                "주체109(2020)년 6월 15일",
                ("2020-06-15", "2020-06-15", "2020-06-15", "day"),
                {"calendar": "juche"},
            ),
            ("1926년 10월", ("1926-10", "1926-10-01", "1926-10-31", "month")),
            ("late 1970s", ("1977~/1979~", "1977-01-01", "1979-12-31", "decade")),
        ],
        inlines=[("새해", KO)],
    )


def documents():
    note = _document(
        "note",
        NOTE,
        [("heading", EN), ("body", EN)],
        mentions=[("15 June 2000", ("2000-06-15", "2000-06-15", "2000-06-15", "day"))],
    )
    return [harvest(), note]


def tables():
    """The four tables, new and valid."""
    return tabulate(documents())


def seeds():
    """The bytes of each seed by its path."""
    return {"harvest.txt": HARVEST.encode(), "note.txt": NOTE.encode()}


def change(given, table, row, **cells):
    """The tables with other cells in one row, whatever they hold."""
    rows = given[table].to_pylist()
    rows[row] |= cells
    return given | {table: as_table(table, rows)}


def without(given, table, row):
    """The tables without one row."""
    rows = given[table].to_pylist()
    del rows[row]
    return given | {table: as_table(table, rows)}


def as_table(table, rows):
    """Rows as a table whose columns take null wherever it stands."""
    schema = arrow_schema(table)
    columns = [pa.array([row[field.name] for row in rows], field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def row_where(given, table, **cells):
    """The number of the first row with these cells."""
    rows = given[table].to_pylist()
    return next(n for n, row in enumerate(rows) if cells.items() <= row.items())


assert set(tables()) == set(TABLES)


def write(folder, given=None, formats=("csv", "parquet"), sources=None):
    """Write the package of some tables into a new folder; it is valid if they are."""
    from corpus_pkg.package.writing import write_package

    folder.mkdir(parents=True)
    stored = folder.parent / f"{folder.name}-seeds"
    stored.mkdir()
    for path, data in (sources or seeds()).items():
        (stored / path).write_bytes(data)
    metadata = {"name": "small", "title": "A small corpus", "version": "1.0.0"}
    paths = [(path, stored / path) for path in sorted(sources or seeds())]
    write_package(folder, metadata, [given or tables()], paths, formats)
    return folder
