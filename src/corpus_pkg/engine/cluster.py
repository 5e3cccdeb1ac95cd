"""The engine of many machines: a Dask cluster whose workers see the seeds and the folder of packages."""

from __future__ import annotations

import time
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any, Self

from corpus_pkg.errors import CorpusPkgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from types import TracebackType

ANSWER_SECONDS = 10.0
"""How long a scheduler may take to answer at the start."""
RETURN_SECONDS = 120.0
"""How long a scheduler that was lost may take to come back."""
WORKERLESS_SECONDS = 600.0
"""How long a cluster may be without any worker: a batch system starts them again, a dead cluster does not."""


class DaskCluster:
    """The cluster of the scheduler at ``address``.

    Tasks are submitted as impure: Dask would answer a second try of a pure one with the failure of the first.
    A task that Dask gives up because its workers died (``KilledWorker``), or that a lost scheduler forgot, comes
    back to ``run_tasks``.
    """

    elsewhere = True

    def __init__(self, address: str) -> None:
        try:
            import distributed  # noqa: PLC0415 - an extra, and slow to load
            import distributed.comm.core  # noqa: PLC0415
        except ImportError:
            raise UsageError('--dask needs Dask: install "corpus-pkg[dask]"') from None
        self._address = address
        self._deserted: float | None = None
        """Since when no worker has been seen."""
        self._connect_to: Any = distributed.Client
        self.lost: tuple[type[BaseException], ...] = (
            distributed.KilledWorker,
            distributed.comm.core.CommClosedError,
            CancelledError,
        )

    @property
    def window(self) -> int:
        """Twice the threads of the cluster as it is now: workers may come and go."""
        try:
            threads: dict[str, int] = self._client.nthreads()
        except self.lost:  # the scheduler has just gone: whoever submits will see
            return 2
        return max(2, 2 * sum(threads.values()))

    def __enter__(self) -> Self:
        try:
            self._connect(ANSWER_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError(f"no Dask scheduler answers at {self._address}: {error}") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close(timeout=2)  # futures that nobody holds any more are cancelled by the scheduler

    def submit(self, function: Callable[[Any], Any], item: Any, /) -> Future[Any]:  # noqa: ANN401 - as Executor has it
        """Hand out a task."""
        if self._client.status != "running":
            raise CancelledError
        future: Future[Any] = self._executor.submit(function, item)
        self._deserted = None  # something ended, or all has just begun
        return future

    def renew(self) -> bool:
        """Wait for a scheduler that was lost; where one task was given up, the others run on."""
        if self._client.status == "running":
            return False
        self._client.close(timeout=2)
        deadline = time.monotonic() + RETURN_SECONDS
        while True:
            try:
                self._connect(ANSWER_SECONDS)
            except (OSError, TimeoutError) as error:
                if time.monotonic() > deadline:
                    raise CorpusPkgError(
                        f"the Dask scheduler at {self._address} was lost and did not come back: {error}"
                    ) from None
                time.sleep(1)
            else:
                return True

    def check(self) -> None:
        """Raises CorpusPkgError where the cluster has been without a worker for too long."""
        try:
            deserted = not self._client.nthreads()
        except self.lost:  # the scheduler has just gone: the futures will say so
            return
        if not deserted:
            self._deserted = None
        elif self._deserted is None:
            self._deserted = time.monotonic()
        elif time.monotonic() > self._deserted + WORKERLESS_SECONDS:
            raise CorpusPkgError(
                f"the Dask cluster at {self._address} has had no worker for {WORKERLESS_SECONDS:.0f} s: start"
                " some, and the same command goes on where this run ended"
            )

    def _connect(self, seconds: float) -> None:
        self._client: Any = self._connect_to(self._address, timeout=seconds, set_as_default=False)
        self._executor = self._client.get_executor(pure=False)
        self._deserted = None
