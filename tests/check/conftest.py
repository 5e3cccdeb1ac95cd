"""A small corpus with a published version, and the means to change it."""

from shutil import copytree

import pytest

from corpus_pkg.cli.app import run

TEXTS = {
    "first.txt": "The mill\n\nIn October 1926 they built a mill. It burned down in 1931.\n\nThey built it again.\n",
    "second.txt": "The school\n\nThe school opened on 3 May 1934, and sixty children came to it every day.\n",
}


class SmallCorpus:
    def __init__(self, folder):
        self.folder = folder
        self.seeds, self.dist = folder / "seeds", folder / "dist"
        self.seeds.mkdir()
        self.configure()
        for name, text in TEXTS.items():
            (self.seeds / name).write_text(text)

    def configure(self, version="1.0.0", more=""):
        (self.seeds / "corpus.toml").write_text(f'name = "small"\nversion = "{version}"\n{more}')

    def write(self, name, text):
        (self.seeds / name).write_text(text)

    def run(self, command, *options):
        return run([command, str(self.seeds), "--output", str(self.dist), *options])

    def codes(self, capsys, *options):
        """The exit code of a check, and the codes that it finds with their severities."""
        import json

        code = self.run("check", "--report", "json", *options)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        report = json.loads(captured.out)
        return code, {found["code"]: found["severity"] for found in report["findings"]}, report


@pytest.fixture
def corpus(tmp_path):
    return SmallCorpus(tmp_path)


@pytest.fixture(scope="session")
def _small_package(tmp_path_factory):
    """Built once: a build verifies what it writes, and that takes a second."""
    made = SmallCorpus(tmp_path_factory.mktemp("published"))
    assert made.run("build", "--workers", "1", "--quiet") == 0
    return made.dist


@pytest.fixture
def published(corpus, _small_package):
    copytree(_small_package, corpus.dist)
    return corpus
