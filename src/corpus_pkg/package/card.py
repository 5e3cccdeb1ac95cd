"""The data card: ``README.md`` of a package, for people and for the Hugging Face Hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.package.citation import CITABLE_LICENCES
from corpus_pkg.package.descriptor import MEDIA_TYPES
from corpus_pkg.package.yaml_text import quote
from corpus_pkg.schema import SCHEMA_VERSION, TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus_pkg.package.table_writer import WrittenTable

_RECIPES = """\
## Load it

The paths are relative to this folder.

```python
# corpus-pkg: any table as Arrow, polars, pandas or DuckDB, and the lines around any row
import corpus_pkg
package = corpus_pkg.open(".")
mentions = package.mentions.polars().collect()
print(package.context(mentions["mention_id"][0]))
```

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
# Hugging Face datasets: the folder by its name, which "." is not
from pathlib import Path
from datasets import load_dataset
mentions = load_dataset(str(Path.cwd()), "mentions", split="train")
```
"""


def render_card(
    metadata: Mapping[str, Any], tables: Mapping[str, WrittenTable], formats: Sequence[str]
) -> str:
    """The data card in Markdown, its YAML head included."""
    parts = [
        _front_matter(metadata, tables, formats),
        f"# {metadata.get('title') or metadata['name']}\n\n{metadata.get('description') or ''}".rstrip(),
        f"Version {metadata['version']} of the data, {SCHEMA_VERSION} of the schema.",
        _render_tables(tables, formats),
        _RECIPES.rstrip() if "parquet" in formats else "",
        _INVARIANTS,
        _PAGES,
        _render_rights(metadata),
        _render_dictionary(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(
    metadata: Mapping[str, Any], tables: Mapping[str, WrittenTable], formats: Sequence[str]
) -> str:
    """YAML for the Hub: one configuration a table, so that no reader mixes the schemas of two."""
    form = "parquet" if "parquet" in formats else formats[0]
    lines = ["---", f"pretty_name: {quote(metadata.get('title') or metadata['name'])}"]
    lines.append(f"license: {_hub_licence(metadata)}")
    if languages := metadata.get("languages"):
        lines += ["language:", *(f"  - {quote(language)}" for language in languages)]
    lines.append(f"size_categories: [{quote(_size(max(table.rows for table in tables.values())))}]")
    if keywords := metadata.get("keywords"):
        lines += ["tags:", *(f"  - {quote(keyword)}" for keyword in keywords)]
    lines.append("configs:")
    for name in TABLES:
        lines += [f"  - config_name: {name}", f"    data_files: data/{name}/{name}.{form}"]
        if name == TABLES[0]:
            lines.append("    default: true")
    return "\n".join([*lines, "---"])


def _hub_licence(metadata: Mapping[str, Any]) -> str:
    """The licence as the Hub calls it; a licence is never invented."""
    names = [licence.get("name") for licence in metadata.get("licenses", ())]
    if not names:
        return "unknown"
    return str(names[0]).lower() if len(names) == 1 and names[0] in CITABLE_LICENCES else "other"


def _size(rows: int) -> str:
    """The Hub's category for a number of rows."""
    steps = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
    larger = ((10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"), (1_000_000_000, "100M<n<1B"))
    return next((name for most, name in (*steps, *larger) if rows < most), "n>1B")


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


_PAGES = """\
How good the rows were measured to be is in [report/quality.md](report/quality.md), what every column may hold in
[report/dictionary.md](report/dictionary.md)."""


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
