"""The checks of the house, in one command: style, types, floors. ``python tests/house.py``."""

import subprocess
import sys
from pathlib import Path

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
)


def main() -> int:
    programs = Path(sys.executable).parent
    failed = 0
    for program, *arguments in CHECKS:
        print(program, *arguments, flush=True)  # noqa: T201 - a script that prints
        failed |= subprocess.run([programs / program, *arguments], check=False).returncode
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
