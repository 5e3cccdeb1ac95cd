"""Runs tasks on an engine through the death of its workers: nothing is lost, nothing is done for ever."""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

Item = TypeVar("Item")
Result = TypeVar("Result")

DEATHS_TOGETHER = 2
"""Deaths of workers that a task may see among others; after that it runs alone, so that the guilty one is known."""
DEATHS_ALONE = 3
"""Deaths of its worker that a task which cannot be split may cause alone: one could be another's doing."""
PATIENCE_SECONDS = 30.0
"""Without any result for so long, the engine is asked whether one can still be expected."""


class Engine(Protocol):
    """Where tasks run: ``submit`` is that of ``concurrent.futures.Executor``."""

    @property
    def elsewhere(self) -> bool:
        """Whether its workers may be of another installation than this process."""

    @property
    def window(self) -> int:
        """Tasks that are worth handing out at once."""

    @property
    def lost(self) -> tuple[type[BaseException], ...]:
        """What a future raises when not its task failed but the worker that had it."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def submit(self, function: Callable[[Any], Any], item: Any, /) -> Future[Any]:  # noqa: ANN401 - as Executor has it
        """Hand out a task."""

    def renew(self) -> bool:
        """Make it fit for work again after a loss; True where all that was handed out is lost."""

    def check(self) -> None:
        """Raises CorpusPkgError where no result can be expected any more."""


@dataclass
class _Task(Generic[Item]):
    item: Item
    deaths: int = 0
    deaths_alone: int = 0


def run_tasks(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    engine: Engine,
    *,
    split: Callable[[Item], Sequence[Item]],
    set_aside: Callable[[Item], Result],
) -> Iterator[Result]:
    """``function`` of each item, in the order in which they end; a failure of ``function`` ends the run.

    A task whose worker died is handed out again; one that has lost several workers runs alone, and if its worker
    dies then too, it is split. ``split`` gives the parts of an item, one where it cannot be divided: that
    one is given to ``set_aside`` in the end, and the run goes on without it. ``engine`` has been entered.
    """
    waiting = deque(_Task(item) for item in items)
    suspects: deque[_Task[Item]] = deque()
    running: dict[Future[Result], _Task[Item]] = {}
    while waiting or suspects or running:
        while waiting and len(running) < engine.window:
            _submit(engine, function, waiting.popleft(), running)
        alone = not running
        if alone:
            _submit(engine, function, suspects.popleft(), running)
        lost: list[_Task[Item]] = []
        while not (done := wait(running, PATIENCE_SECONDS, return_when=FIRST_COMPLETED).done):
            engine.check()
        for future in done:
            task = running.pop(future)
            try:
                result = future.result()
            except engine.lost:
                lost.append(task)
            else:
                yield result
        if lost and engine.renew():
            lost += running.values()
            running.clear()
        for task in lost:
            if not alone:
                task.deaths += 1
                (suspects if task.deaths >= DEATHS_TOGETHER else waiting).append(task)
                continue
            task.deaths_alone += 1
            parts = split(task.item)
            if len(parts) > 1:
                suspects.extendleft(_Task(part) for part in reversed(parts))
            elif task.deaths_alone < DEATHS_ALONE:
                suspects.appendleft(task)
            else:
                yield set_aside(task.item)


def _submit(
    engine: Engine,
    function: Callable[[Item], Result],
    task: _Task[Item],
    running: dict[Future[Result], _Task[Item]],
) -> None:
    try:
        future: Future[Result] = engine.submit(function, task.item)
    except engine.lost as error:  # a pool may break between two submissions
        future = Future()
        future.set_exception(error)
    running[future] = task
