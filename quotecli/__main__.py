"""The command `quotes`."""

from __future__ import annotations

import sys

from quotecli import __version__


def main() -> None:
    """Run the command line and leave with its exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # asked by scripts and package managers: worth not loading Typer for
        print(f"quotes {__version__}")
        return
    try:
        from quotecli.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:  # pressed while the modules were loading
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
