"""Where tasks run: in this process, or in a pool of processes. Results come in the order of the tasks."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_tasks(function: Callable[[Item], Result], items: Sequence[Item], workers: int) -> Iterator[Result]:
    """``function`` of each item. More than one worker only where there is more than one item."""
    if workers <= 1 or len(items) <= 1:
        yield from map(function, items)
        return
    # spawn: a fork would copy the threads of Arrow and polars in whatever state they are
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(items)), mp_context=context) as pool:
        yield from pool.map(function, items)
