"""What a stranger does with a package: the stock validator, and every recipe of the data card that runs in Python."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CARD = Path(__file__).parents[2] / "src/corpus_pkg/package/card.py"
RECIPES = [
    recipe
    for recipe in re.findall(r"```python\n(.*?)```", CARD.read_text().replace('\\"', '"'), re.DOTALL)
    if "datasets" not in recipe  # tests/package loads them with Hugging Face datasets
]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.split()[1])
def test_recipe_of_the_data_card(recipe, seeds_package, monkeypatch):
    monkeypatch.chdir(seeds_package)
    assert recipe in Path("README.md").read_text()
    found = {}
    exec(recipe, found)  # noqa: S102 - it is what the card tells readers to run
    assert len(found["mentions"]) > 100


def test_sql_recipe_of_the_data_card(seeds_package, monkeypatch):
    import duckdb

    monkeypatch.chdir(seeds_package)
    (query,) = re.findall(r"```sql\n(.*?)```", Path("README.md").read_text(), re.DOTALL)
    assert duckdb.sql(query).fetchall()


def test_a_stock_frictionless_accepts_the_package(seeds_package):
    """In a process of its own, where our parser plugin is not registered."""
    ended = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json"],
        cwd=seeds_package,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.count("VALID") == 8
