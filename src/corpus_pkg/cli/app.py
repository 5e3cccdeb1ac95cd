"""The commands put together, and how a run ends: every way out has its exit code."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, NoReturn

import typer

from corpus_pkg.cli import options
from corpus_pkg.cli.build import build
from corpus_pkg.cli.check import check
from corpus_pkg.cli.diff import diff
from corpus_pkg.cli.findings import findings
from corpus_pkg.cli.init import init
from corpus_pkg.cli.publish import publish
from corpus_pkg.cli.trace import trace
from corpus_pkg.cli.validate import validate
from corpus_pkg.errors import CorpusPkgError
from corpus_pkg.unneeded import pass_over

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

COMMANDS: dict[Callable[..., int], str] = {
    build: "corpus-pkg build seeds --output dist",
    check: "corpus-pkg check seeds --against origin/main",
    validate: "corpus-pkg validate dist/my-corpus-1.0.0",
    trace: "corpus-pkg trace dist/my-corpus-1.0.0 seeds/speech.txt:12",
    diff: "corpus-pkg diff dist/my-corpus-1.0.0 dist/my-corpus-1.1.0",
    publish: "corpus-pkg publish dist/my-corpus-1.0.0 s3://my-bucket/corpora",
    findings: "corpus-pkg findings seed-undecodable",
    init: "corpus-pkg init my-corpus",
}
"""Each command and an example of it."""

app = typer.Typer(
    name="corpus-pkg",
    help="Turn a folder of raw texts into a versioned, validated data package.",
    epilog="Example: corpus-pkg build seeds --output dist",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _callback(*, version: options.Version = False) -> None:
    del version


for _command, _example in COMMANDS.items():
    app.command(epilog=f"Example: {_example}")(_command)


INTERRUPTED = 130


class Terminated(BaseException):
    """SIGTERM came."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    pass_over()
    # What is loaded are a million objects without a cycle, which Python would look through again and again.
    gc.set_threshold(50_000)
    # Before Arrow is loaded, for all of it and for the workers: its own pools keep what has been freed.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    # Before polars is: its allocator gives back at once what has been freed.
    os.environ.setdefault("MIMALLOC_PURGE_DELAY", "0")
    # Before numpy is: products of a few rows gain nothing by a second thread, which waits in a busy loop.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; gives 0 to 4 as ``errors`` and ``options.FailOn`` say, 130 or 143 when stopped."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = typer.main.get_command(app).main(list(arguments), "corpus-pkg", standalone_mode=False) or 0
    except typer.TyperException as error:
        error.show()  # type: ignore[attr-defined]  # all that are raised here have it
        return error.exit_code
    except CorpusPkgError as error:
        return _say(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Terminated:
        return _say("terminated; nothing that was published has changed", 143)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: there is nobody to tell
        return 0
    except OSError as error:
        return _say(f"the system refused: {error}", 2)
    except Exception:  # noqa: BLE001 - the one place where whatever we did not foresee ends
        return _report_fault(traceback.format_exc())
    if code == INTERRUPTED:  # typer makes this of KeyboardInterrupt too, and says nothing
        return _say("interrupted; nothing that was published has changed", INTERRUPTED)
    return code


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated


def _say(message: str, code: int) -> int:
    typer.echo(f"corpus-pkg: {message}", err=True)
    return code


def _report_fault(trace: str) -> int:
    """One line for the user, the rest in a file to be sent to us."""
    last = trace.rstrip().rpartition("\n")[2]
    file = Path(gettempdir()) / f"corpus-pkg-fault-{sha256(trace.encode()).hexdigest()[:12]}.txt"
    try:
        file.write_text(trace, encoding="utf-8")
        where = f"the traceback is in {file}: please send it to the maintainers with the command you typed"
    except OSError:
        where = "the traceback could not be saved"
    return _say(f"a fault of ours: {last}; {where}", 4)
