"""Every task is done once and only once, whatever becomes of the workers; one that kills them all is set aside."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from engine_tasks import DieAtTimes, die_on_seven, double, fail

from corpus_pkg.engine import InProcess, ProcessPool, choose_engine, run_tasks


def split(numbers):
    middle = len(numbers) // 2
    return [numbers[:middle], numbers[middle:]] if middle else [numbers]


def set_aside(numbers):
    return [("aside", number) for number in numbers]


def run(function, items, engine):
    with engine:
        results = run_tasks(function, items, engine, split=split, set_aside=set_aside)
        return sorted((each for result in results for each in result), key=str)


ITEMS = [list(range(first, first + 4)) for first in range(0, 24, 4)]
DOUBLED = sorted((2 * number for number in range(24)), key=str)
DOUBLED_OF_THREE = sorted((2 * number for number in range(12)), key=str)


@pytest.mark.parametrize("engine", [InProcess(), ProcessPool(2)], ids=["in process", "pool"])
def test_every_task_is_done_once(engine):
    assert run(double, ITEMS, engine) == DOUBLED


def test_no_tasks_at_all():
    assert run(double, [], ProcessPool(2)) == []


@pytest.mark.parametrize("engine", [InProcess(), ProcessPool(2)], ids=["in process", "pool"])
def test_a_failure_of_the_task_itself_ends_the_run(engine):
    with pytest.raises(ZeroDivisionError, match="as asked"):
        run(fail, ITEMS, engine)


def test_killed_workers_lose_and_double_nothing(tmp_path):
    assert run(DieAtTimes(tmp_path, 6), ITEMS[:3], ProcessPool(2)) == DOUBLED_OF_THREE
    assert len(list(tmp_path.iterdir())) == 6


def test_an_item_that_always_kills_is_found_and_set_aside():
    expected = sorted([2 * n for n in range(12) if n != 7] + [("aside", 7)], key=str)
    assert run(die_on_seven, ITEMS[:3], ProcessPool(2)) == expected


DRIVER = """
import sys
sys.path.insert(0, {tests!r})
from engine_tasks import note_and_sleep
from corpus_pkg.engine import ProcessPool, run_tasks

if __name__ == "__main__":
    items = [({folder!r}, number) for number in range(2)]
    with ProcessPool(2) as pool:
        list(run_tasks(note_and_sleep, items, pool, split=lambda item: [item], set_aside=print))
"""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_workers_do_not_outlive_a_driver_that_is_killed_or_stopped(tmp_path, blow):
    script = tmp_path / "driver.py"
    script.write_text(DRIVER.format(tests=str(Path(__file__).parent), folder=str(tmp_path)))
    driver = subprocess.Popen([sys.executable, script], stderr=subprocess.DEVNULL)
    notes = [tmp_path / "0.pid", tmp_path / "1.pid"]
    wait_for(lambda: all(note.exists() and note.read_text() for note in notes))
    workers = [int(note.read_text()) for note in notes]
    driver.send_signal(blow)
    driver.wait(10)
    wait_for(lambda: not any(is_alive(worker) for worker in workers))


def wait_for(condition, seconds=30):
    for _ in range(20 * seconds):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to pass")


def is_alive(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


UNGUARDED = """
import sys
sys.path.insert(0, {tests!r})
from engine_tasks import double
from corpus_pkg.engine import ProcessPool, run_tasks

with ProcessPool(2) as pool:
    list(run_tasks(double, [[1], [2]], pool, split=lambda item: [item], set_aside=print))
"""


def test_workers_that_cannot_start_are_no_poison(tmp_path):
    """A script without a guard runs itself in every worker, which then cannot start; that must not go on for ever."""
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED.format(tests=str(Path(__file__).parent)))
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert "no worker process can start" in ended.stderr
    assert ended.returncode == 1


CHOICES = {
    "little work, nothing asked for": (None, 1000, InProcess),
    "one worker": (1, 1 << 30, InProcess),
    "two workers for little work": (2, 1000, ProcessPool),
    "much work on two cores": (None, 1 << 30, ProcessPool),
}


@pytest.mark.parametrize("label", CHOICES)
def test_the_engine_for_the_work(label, monkeypatch):
    workers, size, kind = CHOICES[label]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1})
    assert isinstance(choose_engine(workers, None, size), kind)
