"""Stopping a run by a real signal: 130 or 143, no staging folder left, every published version as it was."""

import signal
import subprocess
import sys
import time
from hashlib import sha256

import pytest

from corpus_pkg.cli.app import run

SENTENCE = (
    "In October {} the people of the {}. district built a mill, and it burned down in the spring of {}.\n\n"
)


def contents(folder):
    return {path: sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped(command, sent, code, tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/corpus.toml").write_text('name = "small"\nversion = "1.0.0"\n')
    (tmp_path / "seeds/a.txt").write_text("The mill\n\nIn 1926 they built a mill.\n")
    (tmp_path / "temporary").mkdir()
    dist = tmp_path / "dist"
    (dist / "small-0.9.0").mkdir(parents=True)
    (dist / "small-0.9.0/README.md").write_text("published")
    published = contents(dist)
    text = "".join(SENTENCE.format(1900 + n % 100, n, 1900 + n % 90) for n in range(60_000))
    (tmp_path / "seeds/b.txt").write_text(text)
    process = subprocess.Popen(
        [sys.executable, "-m", "corpus_pkg", command, "seeds", "--workers", "1", "--verbose"],
        cwd=tmp_path,
        env={"TMPDIR": str(tmp_path / "temporary"), "PATH": "/usr/bin:/bin"},
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        for line in process.stderr:
            if line.startswith("parsing"):
                break
        time.sleep(0.3)
        process.send_signal(sent)
        _, told = process.communicate(timeout=60)
    assert process.returncode == code, told
    assert "nothing that was published has changed" in told
    assert "Traceback" not in told
    left = {path: held for path, held in contents(dist).items() if ".corpus-pkg-cache" not in path.parts}
    assert left == published
    assert [
        path.name for path in dist.iterdir() if path.name not in ("small-0.9.0", ".corpus-pkg-cache")
    ] == []
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_crash_path_is_one_line_and_a_file(tmp_path, monkeypatch, capsys):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("corpus_pkg.cli.app.gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("corpus_pkg.check.check", fail)
    assert run(["check", str(tmp_path)]) == 4
    assert "fault of ours" in capsys.readouterr().err
    (saved,) = tmp_path.glob("corpus-pkg-fault-*.txt")
    assert "Traceback" in saved.read_text()
