"""Whatever befalls a run: nothing is lost, nothing is doubled, and what was published stays as it was."""

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from scale_tasks import DieAtTimes, die_of_poison, run_named

from corpus_pkg.build import build, build_part
from corpus_pkg.cache import CACHE_NAME
from engine.dask_cluster import Cluster

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
COMMAND = [sys.executable, "-m", "corpus_pkg", "build"]


def sums(package):
    return [line for line in (package / "SHA256SUMS").read_text().splitlines() if "  data/" in line]


def state(folder):
    """All files of a folder, hidden ones apart, and what is in them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and CACHE_NAME not in path.parts
    }


def kill_midway(seeds, output, where, stop=40_000):
    ended = subprocess.run(
        [sys.executable, HERE / "scale_tasks.py", seeds, output, str(where), str(stop)],
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


@pytest.mark.usefixtures("small_pieces")
def test_a_run_that_was_killed_goes_on_where_it_was(corpus, undisturbed, tmp_path, parsed):
    kill_midway(corpus, tmp_path, 1)
    assert not (tmp_path / undisturbed.name).exists()
    assert sums(build(corpus, tmp_path, workers=1).package) == sums(undisturbed)
    assert 0 < len(parsed) < 30
    assert {path.name for path in tmp_path.iterdir()} == {undisturbed.name, CACHE_NAME}


@pytest.mark.usefixtures("small_pieces")
def test_six_workers_and_the_driver_killed(corpus, undisturbed, tmp_path, monkeypatch):
    kill_midway(corpus, tmp_path / "out", 2)
    deaths = tmp_path / "deaths"
    deaths.mkdir()
    monkeypatch.setattr("corpus_pkg.shards.stage._run_named", DieAtTimes(deaths, 6))
    assert sums(build(corpus, tmp_path / "out", workers=2).package) == sums(undisturbed)
    assert len(list(deaths.iterdir())) == 6


@pytest.mark.usefixtures("small_pieces")
def test_six_workers_and_the_driver_killed_on_a_cluster(corpus, undisturbed, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    deaths = tmp_path / "deaths"
    deaths.mkdir()
    cluster = Cluster(tmp_path)
    try:
        kill_midway(corpus, tmp_path / "out", cluster.address)
        monkeypatch.setattr("corpus_pkg.shards.stage._run_named", DieAtTimes(deaths, 6))
        built = build(corpus, tmp_path / "out", dask=cluster.address)
    finally:
        cluster.stop()
    assert sums(built.package) == sums(undisturbed)
    assert len(list(deaths.iterdir())) == 6


POISON = ("seed-crashes-worker", "poison.txt")


@pytest.fixture
def poisoned(seeds, monkeypatch):
    """Seeds with one that nobody survives, and that the corpus knows of."""
    (seeds / "poison.txt").write_text("Nobody survives October 17, 1926.\n")
    (seeds / "corpus.toml").write_text(
        'name = "made"\nversion = "1.0.0"\n'
        '[[waive]]\ncode = "seed-crashes-worker"\npath = "poison.txt"\nreason = "known"\n'
    )
    monkeypatch.setattr("corpus_pkg.shards.stage._run_named", die_of_poison)
    # as many deaths as there must be are in tests/engine
    monkeypatch.setattr("corpus_pkg.engine.run.DEATHS_ALONE", 1)
    return seeds


@pytest.mark.usefixtures("small_pieces")
def test_a_seed_that_kills_its_worker_is_named_and_left_out(
    poisoned, undisturbed, tmp_path, parsed, monkeypatch
):
    built = build(poisoned, tmp_path / "out", workers=2)
    assert [(found.code, found.path) for found in built.findings.waived] == [POISON]
    assert sums(built.package) == sums(undisturbed)

    monkeypatch.setattr("corpus_pkg.shards.stage._run_named", run_named)
    again = build(poisoned, tmp_path / "out", workers=1)
    assert again.findings == built.findings
    assert not again.is_new
    assert parsed == []


@pytest.mark.usefixtures("small_pieces")
def test_a_seed_that_kills_the_workers_of_its_part(poisoned, undisturbed, tmp_path):
    told = [build_part(poisoned, tmp_path, (number, 2), workers=2).waived for number in (1, 2)]
    assert [(found.code, found.path) for part in told for found in part] == [POISON]
    built = build(poisoned, tmp_path, finalize=True)
    assert [(found.code, found.path) for found in built.findings.waived] == [POISON]
    assert sums(built.package) == sums(undisturbed)


@pytest.fixture
def published(seeds, tmp_path):
    """A package that is there already; then the seeds change, and so does their version."""
    package = build(seeds, tmp_path / "out", workers=1).package
    for number in range(12):
        shutil.copytree(seeds / "000", seeds / f"more-{number}")
    (seeds / "corpus.toml").write_text('name = "made"\nversion = "2.0.0"\n')
    return package


@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_stopped_leaves_all_as_it_was(blow, workers, seeds, published, tmp_path):
    before = state(tmp_path / "out")
    command = [*COMMAND, seeds, "--output", tmp_path / "out", "--workers", workers, "--verbose"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as run:
        for line in run.stderr:
            if line.startswith(b"parsing"):
                break
        time.sleep(0.5)
        run.send_signal(blow)
        rest = run.stderr.read().decode()
    assert run.returncode == 128 + blow, rest
    assert "Traceback" not in rest
    assert state(tmp_path / "out") == before
    assert published.is_dir()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_that_is_full(workers, seeds, published, tmp_path):
    """The kernel refuses to let any file grow beyond a limit, as it does when the disk is full."""
    before = state(tmp_path / "out")

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    run = subprocess.run(
        [*COMMAND, seeds, "--output", tmp_path / "out", "--workers", workers],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 2, run.stderr
    assert os.strerror(errno.EFBIG) in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert state(tmp_path / "out") == before
    assert published.is_dir()
    assert not list((tmp_path / "out").rglob("*.part"))


@pytest.fixture
def small_disk(tmp_path):
    """A file system of two megabytes."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mounted]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount, and not everywhere")
    yield mounted
    subprocess.run(["umount", "--lazy", mounted], check=True)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_without_space(workers, seeds, small_disk):
    """The first version fits; the second, many times as large, does not, and leaves no trace beside the cache."""
    small = small_disk.parent / "small"
    small.mkdir()
    shutil.copy(seeds / "corpus.toml", small)
    (small / "one.txt").write_text("A mill\n\nIt was built on 3 May 1950.\n")
    assert build(small, small_disk, workers=1, cache=False).is_new
    before = state(small_disk)
    for number in range(12):
        shutil.copytree(seeds / "000", seeds / f"more-{number}")
    (seeds / "corpus.toml").write_text('name = "made"\nversion = "2.0.0"\n')
    run = subprocess.run(
        [*COMMAND, seeds, "--output", small_disk, "--workers", workers],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 2, run.stderr
    assert os.strerror(errno.ENOSPC) in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert state(small_disk) == before
    assert not list(small_disk.rglob("*.part"))


def test_two_builds_into_one_place_at_once(corpus, undisturbed, tmp_path):
    runs = [
        subprocess.Popen(
            [*COMMAND, corpus, "--output", tmp_path, "--workers", "1", "--quiet"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(2)
    ]
    told = [run.communicate(timeout=60)[1] for run in runs]
    assert {run.returncode for run in runs} <= {0, 3}, told
    assert 0 in {run.returncode for run in runs}, told
    assert sums(tmp_path / undisturbed.name) == sums(undisturbed)
    assert {path.name for path in tmp_path.iterdir()} == {undisturbed.name, CACHE_NAME}
