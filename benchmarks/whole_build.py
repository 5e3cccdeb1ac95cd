"""The whole build, measured side by side in one run: against the floor, by size, by engine, after one change.

    python benchmarks/whole_build.py [--sizes 10 100 1000] [--files 10000] [--peers PYTHON] [--write PAGE]

CPU-seconds are those of all processes; ratios of one run are comparable, the seconds of two machines are not.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from made_corpus import make_corpus
from measuring import COMMAND, ROOT, measure, megabytes, table
from peers import beside_peers

SHARDS = 64
"""Megabytes that make shards of 16 MB for two workers: engines are compared by what they do with those."""

FLOOR = [sys.executable, ROOT / "benchmarks" / "floor.py"]


TIMES = 3
"""Runs of what takes seconds: the least of them is what it takes, the rest is what else the machine does."""


def least(*runs):
    """The least of several turns of each run; they take turns, so that all meet the same machine."""
    measured = [[run() for run in runs] for _ in range(TIMES)]
    return [min(turns, key=lambda one: one.cpu) for turns in zip(*measured, strict=True)]


def build(seeds, work, *options):
    output = work / "out"
    shutil.rmtree(output, ignore_errors=True)
    return measure(
        [
            *COMMAND,
            "build",
            seeds,
            "--output",
            output,
            "--quiet",
            "--report",
            f"json={work}/report.json",
            *options,
        ]
    )


def write_floor(seeds, output):
    shutil.rmtree(output, ignore_errors=True)
    return measure([*FLOOR, seeds, output])


def against_the_floor(work, size):
    """Share of the floor that the build reaches, with dates and without any."""
    rows = []
    for dates, gate in (("dense", 0.20), ("none", 0.30)):
        seeds = make_corpus(work / f"floor-{dates}", size, dates=dates)
        floor, built = least(
            partial(write_floor, seeds, work / f"floor-{dates}-out"),
            partial(build, seeds, work, "--workers", "1"),
        )
        mb = megabytes(seeds)
        share = floor.cpu / built.cpu
        rows.append(
            (dates, f"{mb / floor.cpu:.1f}", f"{mb / built.cpu:.1f}", f"{share:.2f}", f"≥ {gate:.2f}")
        )
        shutil.rmtree(seeds)
    return table(("dates in the text", "floor, MB per CPU-s", "build, MB per CPU-s", "share", "gate"), rows)


def by_document_size(work, size):
    """CPU per MB of many small documents against that of one large one."""
    corpora = {
        label: make_corpus(work / f"documents-{each}", size, document_bytes=each)
        for label, each in (("25 KB", 25_000), ("one file", int(size * 1e6)))
    }
    built = least(*(partial(build, seeds, work, "--workers", "1") for seeds in corpora.values()))
    costs = {
        label: one.cpu / megabytes(seeds) for (label, seeds), one in zip(corpora.items(), built, strict=True)
    }
    for seeds in corpora.values():
        shutil.rmtree(seeds)
    rows = [(label, f"{cost:.3f}") for label, cost in costs.items()]
    rows.append(("ratio (gate ≤ 1.2)", f"{costs['25 KB'] / costs['one file']:.2f}"))
    return table(("documents of", "CPU-s per MB"), rows)


def by_size(work, sizes):
    """Cost per MB and peaks of memory as the corpus grows."""
    rows = []
    first = None
    for size in sizes:
        seeds = make_corpus(work / "sized", size)
        built = build(seeds, work, "--workers", "2")
        mb = megabytes(seeds)
        first = first or built.cpu / mb
        rows.append(
            (
                f"{mb:.0f}",
                f"{built.seconds:.1f}",
                f"{built.cpu / mb:.3f}",
                f"{built.cpu / mb / first:.2f}",
                f"{built.worker:.0f}",
                f"{built.driver:.0f}",
            )
        )
        shutil.rmtree(seeds)
    heads = ("MB", "seconds", "CPU-s per MB", "to the first", "worker peak, MB", "driver peak, MB")
    return table(heads, rows)


def by_engine(work, size):
    """The same corpus in one process, in two, and on a Dask cluster of two workers."""
    seeds = make_corpus(work / "engines", size)
    results = {
        "this process": build(seeds, work, "--workers", "1"),
        "pool of 2": build(seeds, work, "--workers", "2"),
    }
    try:
        with cluster(work) as (address, used):
            before = used()
            run = build(seeds, work, "--dask", address)
            results["Dask, 2 workers"] = run._replace(cpu=run.cpu + used() - before)
    except (FileNotFoundError, ImportError) as error:
        print(f"no Dask here: {error}", file=sys.stderr)
    pool = results["pool of 2"]
    rows = [
        (label, f"{run.seconds:.1f}", f"{run.cpu:.1f}", f"{run.cpu / pool.cpu:.2f}")
        for label, run in results.items()
    ]
    shutil.rmtree(seeds)
    return table(("engine", "seconds", "CPU-s", "CPU to the pool's"), rows)


@contextmanager
def cluster(work):
    """A scheduler and two workers; gives its address, and a function that tells the CPU-seconds used so far."""
    import distributed

    dask = Path(sys.executable).with_name("dask")
    quiet = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "cwd": work,
        "start_new_session": True,
    }
    address = "tcp://127.0.0.1:18786"
    processes = [
        subprocess.Popen(
            [dask, "scheduler", "--host", "127.0.0.1", "--port", "18786", "--no-dashboard"], **quiet
        ),
        *(
            subprocess.Popen(
                [
                    dask,
                    "worker",
                    address,
                    "--nthreads",
                    "1",
                    "--no-nanny",
                    "--no-dashboard",
                    "--memory-limit",
                    "0",
                ],
                **quiet,
            )
            for _ in range(2)
        ),
    ]

    def used():
        ticks = 0
        for process in processes:
            fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    try:
        with distributed.Client(address, timeout=30) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, used
    finally:
        for process in processes:
            process.kill()
            process.wait()


def after_one_change(work, files):
    """Check again after one of many files has changed, against the build of all of them."""
    seeds = make_corpus(work / "changing", files * 0.0025, document_bytes=2500)
    output = work / "out"
    shutil.rmtree(output, ignore_errors=True)
    full = measure([*COMMAND, "build", seeds, "--output", output, "--quiet"])
    texts = sorted(seeds.rglob("*.txt"))
    count = len(texts)
    waiting = iter(texts[count // 2 :])

    def check_again():
        changed = next(waiting)
        changed.write_text(changed.read_text().replace(" the ", " these ", 1))
        # the change asks for a higher version, which is a finding
        return measure([*COMMAND, "check", seeds, "--output", output, "--quiet"], accepted=(0, 1))

    [again] = least(check_again)
    shutil.rmtree(seeds)
    rows = [
        (f"build of {count} files", f"{full.seconds:.1f}", f"{full.cpu:.1f}"),
        ("check after one has changed", f"{again.seconds:.1f}", f"{again.cpu:.1f}"),
        ("ratio (gate ≤ 0.05)", f"{again.seconds / full.seconds:.3f}", f"{again.cpu / full.cpu:.3f}"),
    ]
    return table(("", "seconds", "CPU-s"), rows)


def machine():
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if "model name" in line
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    name = names[0] if names else platform.machine()
    return f"{name}, {cores} cores, {memory:.0f} GiB, Python {platform.python_version()}"


PAGE = """# Performance

Made by `python benchmarks/whole_build.py {arguments}` on {machine}. Texts are drawn word by word from the
seeds of this repository (`benchmarks/made_corpus.py`), a date every 280 characters. Figures of one table were
measured side by side; compare ratios, not seconds. CPU-seconds are those of all processes together; those of the
tables against the floor, of small documents and of checks are the least of three runs.

## Against the floor

The floor is the least that any build does on the same text: read, decode, split, write Parquet and CSV.

{floor}

## Small documents and large ones

{documents}

## As a corpus grows

{sizes}

## Engines

{engines}

## After one change

{change}

## Beside tools that do a part of it

On the same text, in one process each; `benchmarks/peers.py` says how they are run.

{peers}
"""


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=float, nargs="+", default=[5, 10])
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--peers", help="the Python of an environment that peers.py describes")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corpus-pkg-benchmark-") as folder:
        work = Path(folder)
        page = PAGE.format(
            arguments=f"--sizes {' '.join(f'{size:g}' for size in options.sizes)} --files {options.files}",
            machine=machine(),
            floor=against_the_floor(work, options.sizes[0]),
            documents=by_document_size(work, options.sizes[0]),
            sizes=by_size(work, options.sizes),
            engines=by_engine(work, min(options.sizes[-1], SHARDS)),
            change=after_one_change(work, options.files),
            peers=beside_peers(options.peers, work, options.sizes[0]) if options.peers else "Not measured.",
        )
    print(page)
    if options.write:
        options.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
