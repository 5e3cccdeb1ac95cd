import importlib.util
from importlib import resources
from pathlib import Path


def test_the_table_of_months_is_what_cldr_says() -> None:
    """``tools/make_month_tables.py`` writes it; a new babel may change it, then it is written again."""
    path = Path(__file__).parents[2] / "tools" / "make_month_tables.py"
    spec = importlib.util.spec_from_file_location("make_month_tables", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shipped = resources.files("corpus_pkg.parse.mentions").joinpath("months.json").read_text("utf-8")
    assert module.text() == shipped
