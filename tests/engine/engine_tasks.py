"""Tasks that workers of other processes can import."""

import os
import signal
import time
from pathlib import Path


def double(numbers):
    return [2 * number for number in numbers]


def fail(_numbers):
    raise ZeroDivisionError("as asked")


def die_on_seven(numbers):
    """A poison item: whoever takes it dies, each time."""
    if 7 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(numbers)


class DieAtTimes:
    """The first few to take any item die: what an operator's kill or a lost machine looks like."""

    def __init__(self, folder, times):
        self.folder, self.times = str(folder), times

    def __call__(self, numbers):
        for death in range(self.times):
            try:
                (Path(self.folder) / str(death)).touch(exist_ok=False)
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)
        return double(numbers)


def note_and_sleep(item):
    folder, number = item
    (Path(folder) / f"{number}.pid").write_text(str(os.getpid()))
    time.sleep(60)


def double_slowly(numbers):
    time.sleep(0.4)
    return double(numbers)
