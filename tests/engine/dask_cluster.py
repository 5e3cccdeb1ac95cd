"""A Dask cluster of processes that are started again when they end."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

DASK = Path(sys.executable).with_name("dask")


class Cluster:
    """A scheduler and workers in processes of their own, as a batch system would start them."""

    def __init__(self, folder, workers=2):
        self.folder, self.size = folder, workers
        tests = Path(__file__).parents[1]
        self.paths = [str(tests / "engine"), str(tests / "scale")]  # where the tasks are that workers import
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self.start()

    def start(self):
        port = self.address.rpartition(":")[2]
        self.processes = [
            self._run("scheduler", "--host", "127.0.0.1", "--port", port),
            *(self._run("worker", self.address, "--no-nanny", "--nthreads", "1") for _ in range(self.size)),
        ]

    def _run(self, kind, *arguments):
        """Start it, and again whenever it ends: a nanny gives up where its worker dies while it still begins."""
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join((*self.paths, *sys.path)),
            # the first death is told at once, so that it is ours to go on
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        with (self.folder / f"{kind}.log").open("ab") as log:
            return subprocess.Popen(
                [
                    "sh",
                    "-c",
                    'while :; do "$@"; sleep 0.1; done',
                    "sh",
                    DASK,
                    kind,
                    *arguments,
                    "--no-dashboard",
                ],
                stdout=log,
                stderr=log,
                env=environment,
                cwd=self.folder,
                start_new_session=True,
            )

    def stop(self):
        for process in self.processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def restart(self):
        self.stop()
        time.sleep(1)
        self.start()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
