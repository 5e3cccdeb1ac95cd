"""Every code of the catalogue has an input that is found with it, and one like it that is not."""

import ast
from pathlib import Path
from shutil import copytree

import pytest

from corpus_pkg.check import check
from corpus_pkg.corpus import open_corpus
from corpus_pkg.findings import catalogue
from corpus_pkg.review import review_tables
from corpus_pkg.validate import check_package, check_tables
from invalid import package_cases, seed_cases, table_cases
from validate import small_corpus

TESTS = Path(__file__).parents[1]

ELSEWHERE = {
    "seed-crashes-worker": "scale/test_faults.py",
    "parse-failed": "invalid/test_every_code.py",
    "seed-vanished": "invalid/test_every_code.py",
    "frictionless-error": "invalid/test_every_code.py",
    **dict.fromkeys(
        (
            "new-error",
            "identifier-removed",
            "removal-stale",
            "coverage-shrank",
            "seed-removed",
            "seed-emptied",
            "seed-no-longer-decodes",
            "version-too-low",
            "version-exists",
            "package-not-reproduced",
        ),
        "check/test_check.py",
    ),
}
"""Codes whose inputs take more than a folder of seeds, a table or a package: a run that is disturbed, two versions."""


def test_every_code_has_an_input():
    known = {*seed_cases.CASES, *table_cases.CASES, *package_cases.CASES, *ELSEWHERE}
    assert known == set(catalogue())


@pytest.mark.parametrize("code", ELSEWHERE)
def test_a_code_tested_elsewhere_is_tested_there(code):
    tree = ast.parse((TESTS / ELSEWHERE[code]).read_text())
    assert code in {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def found_in_seeds(files, room):
    folder = room / "seeds"
    folder.mkdir(parents=True)
    for name, made in files.items():
        if callable(made):
            made(folder)
        else:
            (folder / name).write_bytes(made)
    checked = check(folder, output=room / "dist", workers=1, today="2026-01-01")
    return {found.code for found in (*checked.findings.kept, *checked.findings.stale)}


@pytest.fixture(scope="module")
def small_package(tmp_path_factory):
    return small_corpus.write(tmp_path_factory.mktemp("invalid") / "small")


@pytest.fixture
def original(small_package, tmp_path):
    return copytree(small_package, tmp_path / "original")


@pytest.fixture
def _tables_are_right(monkeypatch):
    """What tables hold is not the matter here, and looking takes most of the time."""
    monkeypatch.setattr("corpus_pkg.shards.work.check_tables", lambda _tables: [])


@pytest.mark.usefixtures("_tables_are_right")
@pytest.mark.parametrize("code", seed_cases.CASES)
def test_seeds(code, tmp_path):
    bad, good = seed_cases.CASES[code]
    assert code in found_in_seeds(bad, tmp_path / "bad")
    assert code not in found_in_seeds(good, tmp_path / "good")


@pytest.mark.usefixtures("_tables_are_right")
def test_a_seed_that_vanishes_while_it_is_checked(tmp_path, monkeypatch):
    def open_and_lose(folder):
        corpus = open_corpus(folder)
        (folder / "b.txt").unlink()
        return corpus

    monkeypatch.setattr("corpus_pkg.check.run.open_corpus", open_and_lose)
    files = {"a.txt": seed_cases.TEXT, "b.txt": seed_cases.OTHER}
    assert "seed-vanished" in found_in_seeds(files, tmp_path)


class PanicException(BaseException):
    pass


@pytest.mark.parametrize("failure", [ZeroDivisionError, PanicException])
@pytest.mark.usefixtures("_tables_are_right")
def test_a_seed_that_the_parser_fails_on(tmp_path, monkeypatch, failure):
    def fail(*_arguments):
        raise failure

    monkeypatch.setattr("corpus_pkg.shards.work.parse_seed", fail)
    assert "parse-failed" in found_in_seeds({"a.txt": seed_cases.TEXT}, tmp_path)


def test_an_error_of_frictionless_that_no_check_of_ours_has_a_code_for(original, monkeypatch):
    assert "frictionless-error" not in {found.code for found in check_package(original)}
    monkeypatch.setattr("corpus_pkg.validate.framework._CODES", {})
    (original / "data/blocks/blocks.csv").write_text("block_id\n")
    assert "frictionless-error" in {found.code for found in check_package(original)}


def found_in_tables(table, row, cells):
    tables = small_corpus.change(small_corpus.tables(), table, row, **cells)
    return {found.code for found in (*check_tables(tables), *review_tables(tables))}


@pytest.mark.parametrize("code", table_cases.CASES)
def test_tables(code):
    bad, good = table_cases.CASES[code]
    assert code in found_in_tables(*bad)
    assert code not in found_in_tables(*good)


@pytest.mark.parametrize("code", package_cases.CASES)
def test_packages(code, original, tmp_path):
    bad, good = package_cases.CASES[code]
    for change in (bad,) if good is package_cases.nothing else (bad, good):
        package = copytree(original, tmp_path / change.__name__, dirs_exist_ok=True)
        change(package)
        codes = {found.code for found in check_package(package, frictionless=False)}
        assert (code in codes) == (change is bad), codes


def test_a_package_as_it_was_written(original):
    assert check_package(original, frictionless=False) == []
