"""Bad input has a clear end: a finding or a refusal, never a traceback, half a package or a lost line."""

import resource
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corpus_pkg.cli.app import run

SPEECH = "A speech\n\nComrades, the year 1946 was a year of building.\n"

BAD_SEEDS = {
    "an empty file": (b"", "seed-empty"),
    "white space alone": (b" \n\t\n\n", "seed-blank"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64), "seed-binary"),
    "an archive": (b"PK\x03\x04" + bytes(range(256)), "seed-binary"),
}


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def build(seeds, *options):
    return run(["build", str(seeds), "--output", str(seeds.parent / "dist"), *options])


def packages(seeds):
    return [path.name for path in (seeds.parent / "dist").glob("*") if path.name[0] != "."]


def text_of(seeds):
    (package,) = packages(seeds)
    table = pq.read_table(seeds.parent / "dist" / package / "data/documents/documents.parquet")
    return table["text"].to_pylist()


@pytest.mark.parametrize("label", BAD_SEEDS)
def test_a_bad_seed_is_a_finding_and_nothing_is_packaged(label, seeds, capsys):
    data, code = BAD_SEEDS[label]
    (seeds / "bad.txt").write_bytes(data)
    (seeds / "good.txt").write_text(SPEECH)
    assert build(seeds) == 1
    captured = capsys.readouterr()
    assert f"error[{code}]" in captured.err
    assert "bad.txt" in captured.err
    assert captured.out == ""
    assert packages(seeds) == []


def test_bytes_that_are_not_of_the_configured_encoding_are_named_by_their_offset(seeds, capsys):
    (seeds / "corpus.toml").write_text('name = "c"\n[[document]]\npath = "bad.txt"\nencoding = "utf-8"\n')
    (seeds / "bad.txt").write_bytes(b"A line.\nna\xefve\n")
    assert build(seeds) == 1
    err = capsys.readouterr().err
    assert "bad.txt:2" in err
    assert "byte 10" in err
    assert "error[seed-undecodable]" in err


GOOD_SEEDS = {
    "a byte-order mark is dropped": (b"\xef\xbb\xbfOne.\n", "One.\n"),
    "Windows line ends": (b"One.\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n"),
    "old Mac line ends": (b"One.\r\rTwo.\r", "One.\n\nTwo.\n"),
    "no line end at the end": (b"One.", "One."),
    "a form feed and a line separator are no line ends": ("One.\x0cTwo.\u2028Three.\n".encode(), None),
    "NUL bytes are kept, and said": (b"One \x00 two.\n\nThree, four and five.\n", None),
}


@pytest.mark.parametrize("label", GOOD_SEEDS)
def test_odd_text_is_read_whole(label, seeds):
    data, expected = GOOD_SEEDS[label]
    (seeds / "odd.txt").write_bytes(data)
    assert build(seeds) == 0, label
    assert text_of(seeds) == [expected or data.decode()]


def test_a_single_line_of_many_megabytes(seeds):
    line = "In 1946 the people built a mill, and the mill fed the town. " * 200_000
    (seeds / "long.txt").write_text(line)
    assert build(seeds, "--format", "parquet") == 0
    assert text_of(seeds) == [line]


def test_two_seeds_of_one_identifier(seeds, capsys):
    for name in ("a b.txt", "a-b.txt"):
        (seeds / name).write_text(SPEECH)
    assert build(seeds) == 1
    assert "error[document-id-duplicate]" in capsys.readouterr().err


def test_a_link_to_nowhere(seeds, capsys):
    (seeds / "gone.txt").symlink_to("nowhere.txt")
    (seeds / "good.txt").write_text(SPEECH)
    assert build(seeds) == 1
    assert "gone.txt: error[seed-link-broken]" in capsys.readouterr().err


def test_a_seed_that_may_not_be_read(seeds, capsys, monkeypatch):
    """Made by hand, because the root user may read everything."""

    read_bytes = Path.read_bytes

    def refuse(path):
        if path.name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    (seeds / "closed.txt").write_text(SPEECH)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert build(seeds) == 1
    assert "closed.txt: error[seed-unreadable]" in capsys.readouterr().err


def test_no_folder_of_seeds(tmp_path, capsys):
    assert run(["build", str(tmp_path / "nothing"), "--output", str(tmp_path / "dist")]) == 2
    assert "corpus-pkg init" in capsys.readouterr().err


def test_an_empty_folder_of_seeds(seeds, capsys):
    assert build(seeds) == 1
    assert "error[seeds-empty]" in capsys.readouterr().err
    assert packages(seeds) == []


def test_seeds_that_have_become_empty_are_refused(seeds, capsys):
    (seeds / "corpus.toml").write_text('name = "c"\n')
    (seeds / "good.txt").write_text(SPEECH)
    assert build(seeds) == 0
    (seeds / "good.txt").unlink()
    assert build(seeds) == 3
    assert "no seeds any more" in capsys.readouterr().err
    assert packages(seeds) == ["c-0.1.0"]


CONFIGURATIONS = {
    "not TOML": ("name = \n", "corpus.toml"),
    "an unknown key": ('titel = "x"\n', "title"),
    "a version that is none": ('version = "1"\n', "version"),
}


@pytest.mark.parametrize("label", CONFIGURATIONS)
def test_a_broken_configuration(label, seeds, capsys):
    text, named = CONFIGURATIONS[label]
    (seeds / "corpus.toml").write_text(text)
    (seeds / "good.txt").write_text(SPEECH)
    assert build(seeds) == 2
    assert named in capsys.readouterr().err


def test_a_target_that_is_a_file(seeds, capsys):
    (seeds / "good.txt").write_text(SPEECH)
    (seeds.parent / "dist").write_text("in the way")
    assert build(seeds) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert (seeds.parent / "dist").read_text() == "in the way"


def test_a_target_with_no_room(seeds):
    """A limit on the size of files stands for a full disk: writing fails half-way."""
    (seeds / "good.txt").write_text(SPEECH * 200)
    command = [sys.executable, "-m", "corpus_pkg", "build", seeds, "--output", seeds.parent / "dist"]
    ended = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000)),
    )
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    assert packages(seeds) == []
