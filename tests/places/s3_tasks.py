"""What runs in processes of their own: drivers that are killed, and workers on machines that share no folder."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

from corpus_pkg.build import build
from corpus_pkg.cache import Cache
from corpus_pkg.places import to_place
from corpus_pkg.shards import cutting, stage

UNSEEN = Path("/unseen")

run_named = stage._run_named


def run_elsewhere(shard, plan):
    """Work as on a machine that sees none of the folders of the one that leads."""
    cache = plan.cache._replace(local=Cache(UNSEEN))
    return run_named(shard, plan._replace(cache=cache, unpacked=UNSEEN))


def main():
    """Build until so many bytes are parsed, and be killed then."""
    seeds, output, area, stop = sys.argv[1:5]
    cutting.SHARD_BYTES = cutting.LEAST_SHARD_BYTES = 8000
    stage.cut_pieces = partial(cutting.cut_pieces, size=8000)

    def stop_midway(step, done, _all):
        if step == "parsing" and done >= int(stop):
            os.kill(os.getpid(), signal.SIGKILL)

    build(to_place(seeds), Path(output), workers=2, staging_area=to_place(area), progress=stop_midway)


if __name__ == "__main__":
    main()
