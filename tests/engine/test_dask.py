"""On a Dask cluster as in one process, whatever becomes of its workers and its scheduler."""

import threading
from pathlib import Path

import pytest
from dask_cluster import Cluster, free_port
from engine_tasks import DieAtTimes, die_on_seven, double, double_slowly, fail

from corpus_pkg.engine import DaskCluster, choose_engine, run_tasks
from corpus_pkg.errors import CorpusPkgError, UsageError

pytestmark = pytest.mark.slow

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()


def split(numbers):
    middle = len(numbers) // 2
    return [numbers[:middle], numbers[middle:]] if middle else [numbers]


def set_aside(numbers):
    return [("aside", number) for number in numbers]


def run(function, items, cluster):
    with DaskCluster(cluster.address) as engine:
        results = run_tasks(function, items, engine, split=split, set_aside=set_aside)
        return sorted((each for result in results for each in result), key=str)


ITEMS = [list(range(first, first + 2)) for first in range(0, 12, 2)]
DOUBLED = sorted((2 * number for number in range(12)), key=str)


def test_every_task_is_done_once(cluster):
    assert run(double, ITEMS, cluster) == DOUBLED


def test_a_failure_of_the_task_itself_ends_the_run(cluster):
    with pytest.raises(ZeroDivisionError, match="as asked"):
        run(fail, ITEMS, cluster)


def test_killed_workers_lose_and_double_nothing(cluster, tmp_path):
    assert run(DieAtTimes(tmp_path, 6), ITEMS, cluster) == DOUBLED
    assert len(list(tmp_path.iterdir())) == 6


def test_an_item_that_always_kills_is_found_and_set_aside(cluster):
    expected = sorted([*(2 * n for n in range(12) if n != 7), ("aside", 7)], key=str)
    assert run(die_on_seven, ITEMS, cluster) == expected


def test_a_scheduler_that_is_lost_and_comes_back(cluster):
    blow = threading.Timer(1.5, cluster.restart)
    blow.start()
    try:
        assert run(double_slowly, ITEMS * 3, cluster) == sorted(DOUBLED * 3, key=str)
    finally:
        blow.join()


def test_a_package_from_a_cluster_is_the_same_to_the_byte(cluster, tmp_path):
    from corpus_pkg.build import build

    seeds = Path(__file__).parents[2] / "seeds"
    here = build(seeds, tmp_path / "here", workers=1, cache=False).package
    there = build(seeds, tmp_path / "there", dask=cluster.address).package
    assert (here / "SHA256SUMS").read_text() == (there / "SHA256SUMS").read_text()


def test_workers_that_never_come_are_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus_pkg.engine.run.PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr("corpus_pkg.engine.cluster.WORKERLESS_SECONDS", 0.5)
    deserted = Cluster(tmp_path, workers=0)
    try:
        with pytest.raises(CorpusPkgError, match="no worker"):
            run(double, ITEMS, deserted)
    finally:
        deserted.stop()


def test_no_scheduler(monkeypatch):
    monkeypatch.setattr("corpus_pkg.engine.cluster.ANSWER_SECONDS", 0.5)
    with (
        pytest.raises(UsageError, match="no Dask scheduler answers"),
        choose_engine(None, f"tcp://127.0.0.1:{free_port()}", 1),
    ):
        pass
