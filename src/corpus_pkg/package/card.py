"""The data card: ``README.md`` of a package, for people and for the Hugging Face Hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.package.descriptor import MEDIA_TYPES
from corpus_pkg.schema import SCHEMA_VERSION, TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus_pkg.package.table_writer import WrittenTable

_RECIPES = """\
## Load it

The paths are relative to this folder.

```python
# pandas
import pandas as pd
mentions = pd.read_parquet("data/mentions/mentions.parquet")
```

```python
# polars
import polars as pl
mentions = pl.scan_parquet("data/mentions/mentions.parquet").collect()
```

```python
# PyArrow
import pyarrow.parquet as pq
mentions = pq.read_table("data/mentions/mentions.parquet")
```

```python
# DuckDB: every mention with the words around it and its place in the seed
import duckdb
mentions = duckdb.sql(\"\"\"
    select source_path, m.line_start, surface, edtf, date_start, date_end, context
    from 'data/mentions/mentions.parquet' m join 'data/documents/documents.parquet' using (document_id)
    order by date_start
\"\"\").to_arrow_table()
```

```sql
-- DuckDB: paragraphs of running text about the 1930s
select distinct p.text
from 'data/paragraphs/paragraphs.parquet' p join 'data/mentions/mentions.parquet' m using (paragraph_id)
where p.role = 'body' and m.date_start <= date '1939-12-31' and m.date_end >= date '1930-01-01';
```

```r
# R
mentions <- arrow::read_parquet("data/mentions/mentions.parquet")
```

```python
# Hugging Face datasets
from datasets import load_dataset
mentions = load_dataset(".", "mentions", split="train")
```
"""


def render_card(
    metadata: Mapping[str, Any], tables: Mapping[str, WrittenTable], formats: Sequence[str]
) -> str:
    """The data card in Markdown, its YAML head included."""
    parts = [
        _front_matter(metadata, formats),
        f"# {metadata.get('title') or metadata['name']}\n\n{metadata.get('description') or ''}".rstrip(),
        f"Version {metadata['version']} of the data, {SCHEMA_VERSION} of the schema.",
        _render_tables(tables, formats),
        _RECIPES.rstrip() if "parquet" in formats else "",
        _INVARIANTS,
        _render_rights(metadata),
        _render_dictionary(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(metadata: Mapping[str, Any], formats: Sequence[str]) -> str:
    """YAML for the Hub: one configuration a table, so that no reader mixes the schemas of two."""
    form = "parquet" if "parquet" in formats else formats[0]
    lines = ["---", f"pretty_name: {_quoted(metadata.get('title') or metadata['name'])}", "configs:"]
    for name in TABLES:
        lines += [f"  - config_name: {name}", f"    data_files: data/{name}/{name}.{form}"]
        if name == TABLES[0]:
            lines.append("    default: true")
    return "\n".join([*lines, "---"])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _render_tables(tables: Mapping[str, WrittenTable], formats: Sequence[str]) -> str:
    lines = ["## What is in it", "", "| table | rows | one row is |", "|---|---:|---|"]
    lines += [f"| `{name}` | {tables[name].rows} | {table_schema(name).description} |" for name in TABLES]
    kinds = " and ".join(f"`data/<table>/<table>.{form}` ({MEDIA_TYPES[form]})" for form in formats)
    lines += [
        "",
        f"Each table lies in {kinds}. `datapackage.json` describes them (Data Package v2), `sources/` holds",
    ]
    lines += ["the seeds as they were read, `SHA256SUMS` the hash of every other file."]
    return "\n".join(lines)


_INVARIANTS = """\
## What you may rely on

- `documents.text[char_start:char_end]` is the untouched text of every row of every table. Offsets count Unicode
  code points from 0 and the end is not included; lines count from 1 and the last one is included.
- Every non-blank line of every document belongs to exactly one paragraph.
- An identifier follows from content, never from position: it stays when something else is edited.
- A year that the text does not carry is never guessed: `year_basis` says where each year came from."""


def _render_rights(metadata: Mapping[str, Any]) -> str:
    licences = [licence.get("title") or licence.get("name") for licence in metadata.get("licenses", ())]
    if licences:
        named = ", ".join(map(str, licences))
        return f"## Rights\n\nLicences: {named}. `documents.rights` says what is known of each text."
    return (
        "## Rights\n\nNo licence has been determined for the texts; `documents.rights` and the sources in"
        " `datapackage.json` say what is known of each."
    )


def _render_dictionary() -> str:
    parts = ["## Data dictionary"]
    for name in TABLES:
        lines = [f"### {name}", "", "| column | type | meaning |", "|---|---|---|"]
        for field in table_schema(name).fields:
            kind = field.type if field.required else f"{field.type}, may be empty"
            allowed = field.constraints.get("enum")
            meaning = field.description + (
                f" One of {', '.join(f'`{item}`' for item in allowed)}." if allowed else ""
            )
            lines.append(f"| `{field.name}` | {kind} | {meaning} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
