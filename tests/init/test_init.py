"""A new corpus builds and checks at once; a folder with something in it is left alone."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from corpus_pkg.cli.app import run
from corpus_pkg.config import load_config
from corpus_pkg.findings import CHANGE, catalogue

ROOT = Path(__file__).parents[2]


def test_a_new_corpus_checks_and_builds(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "My Corpus!"
    assert run(["init", str(folder)]) == 0
    assert capsys.readouterr().out.strip() == str(folder)
    monkeypatch.chdir(folder)
    assert run(["check"]) == 0
    assert "no findings" in capsys.readouterr().out
    assert run(["build", "--quiet"]) == 0
    assert capsys.readouterr().out.strip() == "dist/my-corpus-0.1.0"
    assert run(["check", "--fail-on", "notice"]) == 0
    assert "The same as my-corpus 0.1.0" in capsys.readouterr().out


def test_the_files_of_a_new_corpus_are_what_they_say(tmp_path):
    assert run(["init", str(tmp_path / "c"), "--quiet"]) == 0
    for workflow in (tmp_path / "c/.github/workflows").iterdir():
        assert {"name", "jobs", "permissions"} <= set(yaml.safe_load(workflow.read_text()))
    yaml.safe_load((tmp_path / "c/.pre-commit-config.yaml").read_text())
    texts = [path.read_text() for path in (tmp_path / "c").rglob("*") if path.is_file()]
    assert not any("{{name}}" in text or "{{version}}" in text for text in texts)


def test_what_the_new_configuration_offers_is_what_a_configuration_may_say(tmp_path):
    """Every line that is commented out must be right once its mark is removed."""
    assert run(["init", str(tmp_path / "c"), "--quiet"]) == 0
    file = tmp_path / "c/seeds/corpus.toml"
    lines = [
        line.removeprefix("# ") if re.match(r"# ([a-z_-]+ = |\[)", line) else line
        for line in file.read_text().split("\n")
    ]
    opened = "\n".join(lines)
    known = tomllib.loads(opened)
    assert {"licenses", "contributors", "waive", "removed", "check"} <= set(known)
    file.write_text(opened)
    assert load_config(file).gates


def test_a_folder_that_is_not_empty_is_refused(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert run(["init", str(tmp_path)]) == 3
    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_fresh_repository_counts_as_empty(tmp_path):
    (tmp_path / ".git").mkdir()
    assert run(["init", str(tmp_path), "--quiet"]) == 0


WRONG = {
    "a file in its place": ["{}/file"],
    "a name that no package may have": ["{}/new", "--name", "My Corpus"],
}


@pytest.mark.parametrize("label", WRONG)
def test_a_wrong_call_ends_with_2(label, tmp_path):
    (tmp_path / "file").write_text("")
    assert run(["init", *(argument.format(tmp_path) for argument in WRONG[label])]) == 2
    assert not (tmp_path / "new").exists()


def test_a_given_name_is_taken(tmp_path):
    assert run(["init", str(tmp_path / "신년사"), "--name", "new-year", "--quiet"]) == 0
    assert load_config(tmp_path / "신년사/seeds/corpus.toml").name == "new-year"


def test_the_documented_workflow_is_the_one_that_is_written(tmp_path):
    page = (ROOT / "docs/continuous-integration.md").read_text()
    assert run(["init", str(tmp_path / "c"), "--quiet"]) == 0
    workflow = (tmp_path / "c/.github/workflows/corpus.yml").read_text()
    assert workflow.partition("\n")[2] in page


def test_every_gate_is_documented():
    page = (ROOT / "docs/continuous-integration.md").read_text()
    assert [
        code for code, entry in catalogue().items() if entry.level == CHANGE and f"`{code}`" not in page
    ] == []
