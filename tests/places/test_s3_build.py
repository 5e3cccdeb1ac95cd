"""Building from seeds on a real S3 interface, with the staging area there too: no folder is shared by anyone."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
import s3_tasks
from test_containers import CONTAINERS

from corpus_pkg.build import build
from corpus_pkg.cli.app import run
from corpus_pkg.errors import UsageError
from corpus_pkg.places import to_place
from corpus_pkg.shards import cutting, stage, work
from engine.dask_cluster import Cluster
from places.conftest import put
from publish.cutting_proxy import cutting as cutting_proxy

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_small_pieces")]

ROOT = Path(__file__).parents[2]
VERSION = b'name = "made"\nversion = "%d.0.0"\n'


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Texts of some 3 KB, and containers."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from made_corpus import make_corpus

    folder = make_corpus(tmp_path_factory.mktemp("corpus") / "seeds", 0.06, document_bytes=3000)
    for name in ("c.zip", "c.jsonl.gz", "c.parquet"):
        (folder / name.partition(".")[2]).mkdir()
        (folder / name.partition(".")[2] / name).write_bytes(CONTAINERS[name][0])
    (folder / "corpus.toml").write_bytes(VERSION % 1)
    return folder


@pytest.fixture(scope="module")
def at_home(corpus, tmp_path_factory):
    """The package of that corpus, built from its folder."""
    return build(corpus, tmp_path_factory.mktemp("home"), workers=1, cache=False).package


@pytest.fixture
def _small_pieces(monkeypatch):
    monkeypatch.setattr(stage, "cut_pieces", partial(cutting.cut_pieces, size=8000))
    monkeypatch.setattr(cutting, "SHARD_BYTES", 24_000)
    monkeypatch.setattr(cutting, "LEAST_SHARD_BYTES", 8000)
    monkeypatch.setattr(work, "_SETTLED", -(1 << 62))
    monkeypatch.setattr("corpus_pkg.build.verify", lambda _package, _rows: [])


@pytest.fixture
def seeds(corpus, bucket):
    """That corpus in a bucket."""
    return put(corpus, to_place(f"{bucket}/seeds"))


@pytest.fixture
def area(bucket):
    """A staging area beside it."""
    return to_place(f"{bucket}/staging")


def recorded(monkeypatch, name, place):
    calls, original = [], getattr(work, name)

    def record(*arguments):
        calls.append(arguments[place])
        return original(*arguments)

    monkeypatch.setattr(work, name, record)
    return calls


def sums(package):
    return (package / "SHA256SUMS").read_text()


def test_a_killed_run_goes_on_elsewhere_and_a_changed_object_is_parsed_alone(
    at_home, seeds, area, tmp_path, monkeypatch
):
    command = [sys.executable, s3_tasks.__file__, seeds.address, tmp_path / "killed", area.address, "15000"]
    ended = subprocess.run(command, check=False, capture_output=True, timeout=60)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()

    parsed, read = recorded(monkeypatch, "parse_seed", 1), recorded(monkeypatch, "read_seeds", 0)
    built = build(seeds, tmp_path / "one", workers=1, staging_area=area)
    assert sums(built.package) == sums(at_home)
    assert 0 < len(parsed) < len(built.corpus.seeds)

    parsed.clear()
    read.clear()
    again = build(seeds, tmp_path / "two", workers=1, staging_area=area)
    assert sums(again.package) == sums(at_home)
    assert (parsed, read) == ([], [])

    changed = again.corpus.seeds[9].seed.path
    (seeds / changed).write_bytes((seeds / changed).read_bytes() + b"\nIt was added on 3 May 1950.\n")
    (seeds / "corpus.toml").write_bytes(VERSION % 2)
    assert build(seeds, tmp_path / "two", workers=1, staging_area=area).is_new
    assert parsed == [changed]
    assert len(read) == 1, "the piece of the object, and of no other"


def test_two_runs_at_once_on_a_cluster_whose_machines_share_no_folder(
    at_home, seeds, area, tmp_path, monkeypatch
):
    pytest.importorskip("distributed")
    monkeypatch.setattr(stage, "_run_named", s3_tasks.run_elsewhere)
    cluster = Cluster(tmp_path)
    try:
        with ThreadPoolExecutor(2) as runs:
            outputs = [tmp_path / "one", tmp_path / "two"]
            build_there = partial(build, seeds, dask=cluster.address, staging_area=area)
            for built in runs.map(build_there, outputs):
                assert [f for f in built.findings.kept if f.severity == "error"] == []
                assert sums(built.package) == sums(at_home)
    finally:
        cluster.stop()


def test_a_connection_that_is_cut_ends_the_run_and_the_next_one_goes_on(
    at_home, seeds, swift, tmp_path, monkeypatch
):
    with monkeypatch.context() as through, cutting_proxy(swift, allowed=130_000) as proxy:
        through.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{proxy.port}")
        seeds_, area = (to_place(f"{seeds.parent}/{name}") for name in ("seeds", "staging"))
        with pytest.raises(UsageError, match=r"s3://.* cannot be reached"):
            build(seeds_, tmp_path, workers=1, staging_area=area)
    assert proxy.cut
    assert not (tmp_path / at_home.name).exists()
    area = to_place(f"{seeds.parent}/staging")
    assert any(listed.path.endswith(".arrow") for listed in area.list())
    assert sums(build(seeds, tmp_path, workers=1, staging_area=area).package) == sums(at_home)


FAULTS = {
    "no such bucket": (["s3://nobody-has-made-this/seeds"], "no folder of seeds at s3://nobody-has-made-this/seeds"),
    "no such bucket to stage in": (
        ["SEEDS", "--staging", "s3://nobody-has-made-this/a"],
        "the bucket or container of s3://nobody-has-made-this/a",
    ),
    "a wrong secret": (["SEEDS", "AWS_SECRET_ACCESS_KEY=hunter2-is-no-secret"], "access is denied"),
    "no credentials": (["SEEDS", "AWS_SECRET_ACCESS_KEY=", "AWS_ACCESS_KEY_ID="], "cannot be reached"),
    "nobody answers": (["SEEDS", "AWS_ENDPOINT_URL=http://127.0.0.1:9"], "cannot be reached"),
}  # fmt: skip


@pytest.mark.parametrize("label", FAULTS)
def test_a_fault_is_told_in_one_line(label, bucket, tmp_path, monkeypatch, capsys):
    (to_place(bucket) / "seeds" / "a.txt").write_bytes(b"A mill\n\nIt was built on 3 May 1950.\n")
    arguments, expected = FAULTS[label]
    for name, _, value in (argument.partition("=") for argument in arguments if "=" in argument):
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name)
    given = [f"{bucket}/seeds" if each == "SEEDS" else each for each in arguments if "=" not in each]
    assert run(["build", *given, "--output", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert expected in told
    assert "hunter2" not in told
    assert len(told.splitlines()) == 1
