"""What `quotes extract --engine` does, on one page: files in, tables out, and what became of every row."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Literal

from quotecli.engines.records import Done
from quotecli.engines.windows import Windows
from quotecli.errors import EngineFailed, MissingLibrary, Misuse
from quotecli.model import Skipped
from quotecli.pipeline import Options

Engine = Literal["daft", "ray"]


def extract(
    paths: Sequence[str],
    out: str,
    engine: Engine = "daft",
    options: Options | None = None,
    windows: Windows | None = None,
    again: bool = False,
) -> Done:
    """Write tables of the quotations at the paths below a folder or an address, and with `windows` of the utterances.

    The folder must be empty, or hold a former answer that is to be written `again`. Raises Misuse, MissingLibrary, EngineFailed.
    """
    options = (options or Options()).checked()
    started(engine, options.jobs)
    from quotecli.engines.files import inputs
    from quotecli.engines.tables import Tables

    try:
        tables = Tables(out)
        tables.clear(again)
    except (OSError, ValueError) as error:  # what file systems far and near raise: no such bucket, no leave, no such scheme
        raise Misuse(f"{out}: cannot be written to ({reason(error)})") from None
    try:
        read = inputs(paths, options.read)
        if not read.frames:
            raise Misuse(told(read.skipped))
        return tables.write(read, options, windows)
    except (Misuse, MemoryError):
        raise
    except Exception as error:  # of a foreign engine, on machines of its own
        raise EngineFailed(f"{engine} could not go on: {reason(error)}") from error


def told(skipped: Sequence[Skipped]) -> str:
    """Why there is nothing to read."""
    first, more = skipped[0], len(skipped) - 1
    return f"{first.path}: {first.reason}" + (f"; and {more} more like it" if more else "")


def reason(error: Exception) -> str:
    """The last line of what an engine says, which is what it died of."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[-1] if lines else type(error).__name__)[:300]


def started(engine: Engine, jobs: int | None) -> None:
    """Have Daft run on this machine's cores, or on Ray: the cluster that RAY_ADDRESS names, or one of this machine."""
    # Both report to their makers what they are used for; this program uses no network unless it is told to.
    os.environ.update(DAFT_ANALYTICS_ENABLED="0", RAY_USAGE_STATS_ENABLED="0")
    try:
        import daft

        if engine == "ray":
            on_ray(jobs)
            daft.set_runner_ray(noop_if_initialized=True)
        else:
            daft.set_runner_native()
    except ImportError:
        takes = "Daft and Ray" if engine == "ray" else "Daft"
        raise MissingLibrary(f"--engine {engine} takes {takes}: pip install 'newsquotes[{engine}]'") from None


def on_ray(jobs: int | None) -> None:
    """Join the cluster, or start one of as many workers as there are to be processes."""
    ray: Any = import_module("ray")
    if not ray.is_initialized():
        own = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": jobs, "include_dashboard": False}
        ray.init(**own, logging_level="ERROR", log_to_driver=False)
