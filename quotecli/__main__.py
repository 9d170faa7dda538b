"""The command `quotes`."""

from __future__ import annotations

import gc
import os
import sys

from quotecli import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # asked by scripts and package managers: worth not loading Typer for
        print(f"quotes {__version__}")
        return
    gc.set_threshold(100_000)  # modules make objects by the ten thousand and hardly any garbage
    try:
        from quotecli.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:  # pressed while the modules were loading
        status = 130
    leave(status)


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
