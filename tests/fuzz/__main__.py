"""Feeds artdiff what nobody should: ``python -m tests.fuzz --inputs 100000``.

Articles, cut, spoilt and spliced, in files of every kind, and texts that hypothesis makes up, go through the readers,
the segmentation, the engine and the reports. Nothing may raise but the project's own errors where they are caught, take
longer than two seconds, or point outside its document or paragraph. What fails is told with the call that does it
again; the exit status is then 1.
"""

import argparse
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from tests.fuzz.running import Run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000, help="to feed at the most; default: %(default)s")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="to go on at the most; default: no bound")
    parser.add_argument("--seed", type=int, default=1, help="which inputs; default: %(default)s")
    parser.add_argument("--only", type=int, help="the one input of this number")
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    with tempfile.TemporaryDirectory() as folder:
        run = Run(Path(folder), options.seed)
        for number in count() if options.only is None else [options.only]:
            if run.inputs >= options.inputs or time.monotonic() >= end:
                break
            run.feed(number)
    for place, told in run.failures.items():
        print(f"\n== {place}, {len(told)} times\n{told[0]}", *told[1:4], sep="\n")
    print(f"{run.inputs} inputs, the slowest {run.slowest:.2f} s, {sum(map(len, run.failures.values()))} failures")
    sys.exit(bool(run.failures))


if __name__ == "__main__":
    main()
