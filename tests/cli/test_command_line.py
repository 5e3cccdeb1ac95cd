"""The command line as it is typed: help, versions, wrong words, exit codes, what goes to which stream."""

import subprocess
import sys

import pytest

from corpus_pkg import cli
from corpus_pkg.cli import app as cli_app
from corpus_pkg.cli.app import COMMANDS, run
from corpus_pkg.errors import RefusedError


@pytest.mark.parametrize("command", [command.__name__ for command in COMMANDS])
def test_every_command_has_help_with_an_example(command, capsys):
    assert run([command, "--help"]) == 0
    out = capsys.readouterr().out
    for word in ("Example: corpus-pkg", "--quiet", "--verbose", "--version"):
        assert word in out


def test_help_imports_nothing_heavy():
    """The promise is 0.3 s of CPU; what would break it is a heavy library, so none may be loaded."""
    code = (
        "import sys; from corpus_pkg.cli.app import run; run(['build', '--help']);"
        "sys.exit(bool({'pyarrow', 'polars', 'pandera', 'frictionless', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("corpus-pkg ")


WRONG_CALLS = {
    "no such command": ["bild"],
    "no such option": ["build", "--outptu", "x"],
    "no such format": ["build", "--format", "xlsx"],
    "no such report": ["build", "--report", "jsno"],
    "two reports to one stream": ["build", "--report", "json", "--report", "sarif"],
    "no such severity": ["build", "--fail-on", "fatal"],
    "no such code": ["findings", "seed-emtpy"],
    "no package": ["validate"],
}


@pytest.mark.parametrize("label", WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_says_why(label, capsys):
    assert run(WRONG_CALLS[label]) == 2
    captured = capsys.readouterr()
    assert captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_a_wrong_word_is_answered_with_the_nearest(capsys):
    run(["findings", "seed-emtpy"])
    assert "did you mean seed-empty?" in capsys.readouterr().err


ENDS = {
    "refused": (RefusedError("no"), 3),
    "interrupted": (KeyboardInterrupt(), 130),
    "terminated": (cli_app.Terminated(), 143),
    "a fault of ours": (ZeroDivisionError("division by zero"), 4),
    "the system refuses": (OSError(28, "No space left on device", "dist"), 2),
}


@pytest.mark.parametrize("label", ENDS)
def test_exit_codes(label, monkeypatch, capsys, tmp_path):
    error, code = ENDS[label]

    def fail(*_arguments, **_options):
        raise error

    monkeypatch.setattr(cli_app, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("corpus_pkg.build.build", fail)
    assert run(["build"]) == code
    err = capsys.readouterr().err
    assert len(err.strip().splitlines()) == 1
    saved = list(tmp_path.glob("corpus-pkg-fault-*.txt"))
    assert bool(saved) == (code == 4)
    if saved:
        assert "Traceback" in saved[0].read_text()
        assert str(saved[0]) in err


def test_data_and_talk_do_not_mix(tmp_path, capsys):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("A title\n\nIn 1946 they built a mill.\n")
    assert run(["build", str(seeds), "--output", str(tmp_path / "dist")]) == 0
    captured = capsys.readouterr()
    assert captured.out.strip() == str(tmp_path / "dist/seeds-0.1.0")
    assert "mentions" in captured.err
    assert run(["build", str(seeds), "--output", str(tmp_path / "dist"), "--quiet"]) == 0
    captured = capsys.readouterr()
    assert captured.out.strip() == str(tmp_path / "dist/seeds-0.1.0")
    assert captured.err == ""


def test_the_module_runs_like_the_command():
    assert callable(cli.main)
    ended = subprocess.run(
        [sys.executable, "-m", "corpus_pkg", "--version"], capture_output=True, check=False
    )
    assert ended.returncode == 0
