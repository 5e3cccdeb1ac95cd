"""The model of py3langid is unpacked once for all processes, and the languages are the same wherever it lies."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
from corpus_pkg.parse.langid.identifier import log_likelihood
from corpus_pkg.parse.langid.model import keep_below
if sys.argv[1:]:
    keep_below(Path(sys.argv[1]))
print(log_likelihood("Zwei Seelen wohnen, ach! in meiner Brust", "Latn").round(9).tolist())
"""


def ask(*arguments: object) -> str:
    """What a new process says of a sentence."""
    command = [sys.executable, "-c", SCRIPT, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def expected() -> str:
    return ask()


def test_it_is_unpacked_once_and_mapped_from_then_on(tmp_path: Path, expected: str) -> None:
    kept = tmp_path / "made" / "for it"
    assert ask(kept) == expected
    (folder,) = kept.iterdir()
    times = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert "nextmove.npy" in times
    assert ask(kept) == expected
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == times


@pytest.mark.parametrize("damage", ["shortened", "empty", "missing"])
def test_what_is_damaged_is_unpacked_again(tmp_path: Path, expected: str, damage: str) -> None:
    ask(tmp_path)
    (file,) = tmp_path.glob("*/ptc.npy")
    whole = file.read_bytes()
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(whole[: 1000 if damage == "shortened" else 0])
    assert ask(tmp_path) == expected
    assert file.read_bytes() == whole
    assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_kept_it_is_unpacked_in_memory(tmp_path: Path, expected: str) -> None:
    (tmp_path / "file").touch()
    assert ask(tmp_path / "file") == expected
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_two_at_once_leave_one(tmp_path: Path, expected: str) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0] for process in both] == [expected, expected]
    (folder,) = tmp_path.iterdir()
    assert folder.name.startswith("py3langid-")
