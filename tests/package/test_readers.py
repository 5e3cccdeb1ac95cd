"""A package is read by the tools that its data card names, each run as the card says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from corpus_pkg.package.citation import render_citation

HERE = Path(__file__).parent
CFF = json.loads((HERE / "citation-file-format-1.2.0.schema.json").read_text(encoding="utf-8"))
"""The schema of the Citation File Format by its authors, CC BY 4.0: https://doi.org/10.5281/zenodo.5171937."""

OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}

yaml = pytest.importorskip("yaml", reason="PyYAML is of the dev group")


def recipes(package):
    """The card's blocks of code by the first line of each, which names the tool."""
    text = (package / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^```(\w+)\n(?:#|--) (.+?)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return {title.partition(":")[0]: (language, code) for language, title, code in found}


def rows_of(package):
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource["rows"] for resource in described["resources"]}


def run_python(code, package, home):
    environment = os.environ | OFFLINE | {"HF_HOME": str(home)}
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=package,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_card_names_every_tool(seeds_package):
    assert list(recipes(seeds_package)) == [
        "corpus-pkg", "pandas", "polars", "PyArrow", "DuckDB", "R", "Hugging Face datasets",
    ]  # fmt: skip


@pytest.mark.parametrize("tool", ["corpus-pkg", "pandas", "polars", "PyArrow"])
def test_a_recipe_runs_as_it_stands(seeds_package, tool, tmp_path):
    pytest.importorskip("pandas", reason="pandas is of the dev group")
    _, code = recipes(seeds_package)[tool]
    rows = int(run_python(f"{code}\nprint(len(mentions))", seeds_package, tmp_path).split()[-1])
    assert rows == rows_of(seeds_package)["mentions"]


def test_the_recipes_of_duckdb_run_as_they_stand(seeds_package, monkeypatch):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is of the dev group")
    text = (seeds_package / "README.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"^```sql\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (python,) = re.findall(r"^```python\n# DuckDB.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(seeds_package)
    assert duckdb.sql(query).fetchall()
    names = {}
    exec(python, names)  # noqa: S102 - the card's own words
    assert names["mentions"].num_rows > 0


def test_the_recipe_of_r_runs_as_it_stands(seeds_package):
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip("R does not install from PyPI and is not here")
    _, code = recipes(seeds_package)["R"]
    subprocess.run([rscript, "-e", code], cwd=seeds_package, check=True)


def test_hugging_face_loads_every_table_offline(seeds_package, tmp_path):
    pytest.importorskip("datasets", reason="Hugging Face datasets is of the dev group")
    _, code = recipes(seeds_package)["Hugging Face datasets"]
    names = ["documents", "paragraphs", "blocks"]
    others = f"(len(load_dataset(str(Path.cwd()), name, split='train')) for name in {names})"
    counted = run_python(f"{code}\nprint(len(mentions), *{others})", seeds_package, tmp_path).split()
    rows = rows_of(seeds_package)
    expected = [rows[name] for name in ("mentions", "documents", "paragraphs", "blocks")]
    assert [int(count) for count in counted] == expected


def test_croissant_is_valid_and_read_offline(seeds_package):
    mlcroissant = pytest.importorskip("mlcroissant", reason="mlcroissant is of the dev group")
    dataset = mlcroissant.Dataset(jsonld=seeds_package / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    rows = rows_of(seeds_package)
    for name in ("documents", "paragraphs", "blocks", "mentions"):
        records = list(dataset.records(name))
        assert len(records) == rows[name]
    first = records[0]
    assert first["mentions/surface"].decode()


CITED = {
    "nothing but a name": {"name": "small", "version": "1.0.0"},
    "all there is": {
        "name": "small",
        "version": "1.0.0",
        "title": 'A "title": with # signs, \u2028 lines\nand \U0001f600 \x85',
        "description": "- [x] {y}: &z *w !v | > ' %",
        "homepage": "https://example.org/corpus",
        "keywords": ["yes", "1.0", "null"],
        "licenses": [{"name": "CC-BY-4.0"}],
        "contributors": [
            {"givenName": "Ann", "familyName": "O'Neil", "email": "a@example.org", "organization": "Here"},
            {"title": "A society", "path": "https://example.org"},
            {"title": "Another", "path": "not an address"},
        ],
    },
    "a licence that the format does not know": {
        "name": "small",
        "version": "1.0.0",
        "licenses": [{"name": "my-own"}],
    },
}


@pytest.mark.parametrize("metadata", CITED.values(), ids=CITED)
def test_the_citation_is_of_its_schema_and_says_the_same(metadata):
    read = yaml.safe_load(render_citation(metadata))
    jsonschema.Draft7Validator(CFF).validate(read)
    assert read["title"] == metadata.get("title", metadata["name"])
    assert read.get("abstract") == metadata.get("description")
    assert read.get("keywords") == metadata.get("keywords")
    assert ("license" in read) == (metadata.get("licenses") == [{"name": "CC-BY-4.0"}])


def test_the_citation_of_the_seeds_is_of_its_schema(seeds_package):
    jsonschema.Draft7Validator(CFF).validate(yaml.safe_load((seeds_package / "CITATION.cff").read_text()))


def test_the_head_of_the_card_is_yaml_with_a_configuration_a_table(seeds_package):
    _, head, _ = (seeds_package / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    read = yaml.safe_load(head)
    assert [config["config_name"] for config in read["configs"]] == [
        "documents",
        "paragraphs",
        "blocks",
        "mentions",
    ]
    assert all((seeds_package / config["data_files"]).exists() for config in read["configs"])
    assert read["license"] == "unknown"
    assert read["language"][0] == "en"


def test_the_descriptor_says_what_the_mentions_cover(seeds_package):
    described = json.loads((seeds_package / "datapackage.json").read_text())
    assert described["temporal"]["start"] < "1930"
    assert described["temporal"]["end"] > "2020"
    assert described["languages"][:2] == ["en", "ko"]
