"""Where tasks run: in this process, in a pool of processes, or on a Dask cluster."""

from __future__ import annotations

import os

from corpus_pkg.engine.cluster import DaskCluster
from corpus_pkg.engine.local import InProcess, ProcessPool
from corpus_pkg.engine.run import Engine, run_tasks

__all__ = ["DaskCluster", "Engine", "InProcess", "ProcessPool", "choose_engine", "run_tasks"]

_WORTH_A_POOL = 2 << 20
"""Source bytes that are parsed sooner than the processes of a pool have loaded their libraries."""


def choose_engine(workers: int | None, dask: str | None, size: int) -> Engine:
    """The engine that was asked for; without ``workers``, as many processes as cores where ``size`` is worth it.

    ``dask`` is the address of a scheduler, ``size`` in bytes of source. Raises UsageError where Dask is not
    installed.
    """
    if dask is not None:
        return DaskCluster(dask)
    if workers is None:
        workers = len(os.sched_getaffinity(0)) if size > _WORTH_A_POOL else 1
    return InProcess() if workers == 1 else ProcessPool(workers)
