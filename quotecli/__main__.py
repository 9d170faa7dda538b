"""The command `quotes`."""

from __future__ import annotations

import gc
import os
import sys

from quotecli import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    furnish()
    arguments = sys.argv[1:]
    if arguments == ["--version"] and told():  # asked by scripts and package managers: worth not loading Typer for
        leave(0)
    gc.set_threshold(100_000)  # modules make objects by the ten thousand and hardly any garbage
    try:
        from quotecli.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:  # pressed while the modules were loading
        status = 130
    leave(status)


def furnish() -> None:
    """Put something in the place of each standard stream that is closed, lest the next file that is opened be taken for it.

    Nothing comes from such an input, such an output refuses what is written to it, and remarks go nowhere.
    """
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def told() -> bool:
    """Print the version; whether it could be written. What is wrong, `run` says."""
    try:
        print(f"quotes {__version__}", flush=True)
    except OSError:
        return False
    return True


def leave(status: int) -> None:
    """Exit without taking every module and object apart first, which takes a tenth of a short run."""
    if "multiprocessing" in sys.modules:  # other processes are told to end on the way out
        sys.exit(status)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
