"""Runs commands and measures them with all their processes: seconds, CPU-seconds, the peak memory of each kind."""

import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "corpus_pkg"]


class Measured(NamedTuple):
    """What a run took."""

    seconds: float
    cpu: float
    driver: float
    """Peak memory of the process that was started, in MB."""
    worker: float
    """The largest peak of the processes below it; that of the driver where there are none."""
    output: str


def measure(command, accepted=(0,)):
    """Run a command to its end; raises CalledProcessError where its exit code is none of those ``accepted``."""
    import os
    import tempfile

    peaks = {}
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], stdout=out, stderr=subprocess.STDOUT, cwd=ROOT
        )
        ended = threading.Event()
        watcher = threading.Thread(target=watch, args=(process.pid, peaks, ended))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watcher.join()
        out.seek(0)
        output = out.read().decode()
    if process.returncode not in accepted:
        print(output[-2000:], file=sys.stderr)
        raise subprocess.CalledProcessError(process.returncode, command, output)
    driver = peaks.pop(process.pid, 0.0)
    return Measured(
        seconds, usage.ru_utime + usage.ru_stime, driver, max(peaks.values(), default=driver), output
    )


def watch(root, peaks, ended):
    """Note the peak memory of a process and of all below it, twenty times a second."""
    while not ended.wait(0.05):
        for pid in (root, *descendants(root)):
            try:
                status = Path(f"/proc/{pid}/status").read_text()
            except OSError:
                continue
            if "VmHWM:" in status:
                peaks[pid] = int(status.partition("VmHWM:")[2].split()[0]) / 1024


def descendants(pid):
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [each for child in map(int, children) for each in (child, *descendants(child))]


def megabytes(folder):
    """The source text of a folder of seeds."""
    return sum(path.stat().st_size for path in folder.rglob("*.txt")) / 1e6


def table(heads, rows):
    made = "\n".join(
        ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        + ["| " + " | ".join(row) + " |" for row in rows]
    )
    print(made, end="\n\n", file=sys.stderr, flush=True)
    return made
