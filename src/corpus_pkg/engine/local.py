"""Engines of one machine: this process, and a pool of processes that never outlive it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any, ClassVar, Self

from corpus_pkg.errors import CorpusPkgError
from corpus_pkg.unneeded import pass_over

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event
    from types import TracebackType


class InProcess:
    """Runs each task at once, here."""

    elsewhere = False
    window = 1
    lost: ClassVar[tuple[type[BaseException], ...]] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def submit(self, function: Callable[[Any], Any], item: Any, /) -> Future[Any]:  # noqa: ANN401 - as Executor has it
        """Run a task; what it raises is raised here."""
        future: Future[Any] = Future()
        future.set_result(function(item))
        return future

    def renew(self) -> bool:
        """Nothing can be lost."""
        return False

    def check(self) -> None:
        """Results come at once."""


class ProcessPool:
    """A pool of ``workers`` processes, built anew when one of them dies.

    The workers hold the one end of a pipe whose other end is held here alone. When it closes, because the run
    was stopped or because this process was killed, however it was, they end.
    """

    elsewhere = False
    lost: ClassVar[tuple[type[BaseException], ...]] = (BrokenProcessPool,)

    def __init__(self, workers: int) -> None:
        self.window = workers + 1
        self._workers = workers

    def __enter__(self) -> Self:
        # spawn: a fork would copy the threads of Arrow and polars in whatever state they are
        context = multiprocessing.get_context("spawn")
        self._workers_end, self._lifeline = context.Pipe(duplex=False)
        self._began = context.Event()
        self._executor = ProcessPoolExecutor(
            self._workers,
            mp_context=context,
            initializer=_live_by,
            initargs=(self._workers_end, self._began),
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._lifeline.close()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._lifeline.close()
        self._workers_end.close()

    def submit(self, function: Callable[[Any], Any], item: Any, /) -> Future[Any]:  # noqa: ANN401 - as Executor has it
        """Hand out a task."""
        return self._executor.submit(function, item)

    def renew(self) -> bool:
        """Build the pool anew: one death breaks all of it. Raises CorpusPkgError where no worker ever began."""
        self.__exit__(BrokenProcessPool, None, None)
        if not self._began.is_set():
            raise CorpusPkgError(
                "no worker process can start: memory may be short, or a script calls this outside of"
                " `if __name__ == '__main__':`; --workers 1 (workers=1) needs none"
            )
        self.__enter__()
        return True

    def check(self) -> None:
        """A worker that dies breaks the pool, and that is told at once."""


def _live_by(lifeline: Connection, began: Event) -> None:
    """Leave interrupts to the process that runs the pool, and end when it has gone."""
    began.set()
    pass_over()
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        lifeline.poll(None)  # nothing is ever sent: it returns when the other end has closed
        os._exit(1)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
