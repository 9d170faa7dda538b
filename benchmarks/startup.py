"""What a user waits for: starting up, and the main job on the five articles in seeds/."""

from __future__ import annotations

from statistics import median

from benchmarks.processes import PYTHON, QUOTES, Usage, in_turn

COMMANDS = {
    "python -c pass": (PYTHON, "-c", "pass"),
    "import typer": (PYTHON, "-c", "import typer"),
    "import typer, rich, regex, rapidfuzz": (PYTHON, "-c", "import typer, rich, regex, rapidfuzz"),
    "quotes --version": (QUOTES, "--version"),
    "quotes extract seeds/ --format json": (QUOTES, "extract", "seeds/", "--format", "json"),
    "quotes extract seeds/ (table)": (QUOTES, "extract", "seeds/", "--format", "table"),
}
YARDSTICKS = ("python -c pass", "import typer", "import typer, rich, regex, rapidfuzz")


def main(runs: int = 21) -> None:
    """Print the processor time of whole processes, and their ratios to the yardsticks."""
    print(f"Start-up and main job: processor time of whole processes, medians of {runs} rounds, ratios too taken round by round")
    print(f"  {'':37}{'ms':>6}{'MB':>5}   {'÷ pass':>7}{'÷ typer':>9}{'÷ all four':>12}")
    taken = in_turn(COMMANDS, runs)
    for name, rounds in taken.items():
        cpu, peak = median(one.cpu for one in rounds), max(one.peak for one in rounds)
        print(f"  {name:37}{cpu * 1000:6.0f}{peak / 1e6:5.0f}   {ratios(rounds, taken)}")


def ratios(rounds: list[Usage], taken: dict[str, list[Usage]]) -> str:
    """To each yardstick, as columns."""
    widths = (7, 9, 12)
    beside = (median(a.cpu / b.cpu for a, b in zip(rounds, taken[name], strict=True)) for name in YARDSTICKS)
    return "".join(f"{ratio:{width}.2f}" for ratio, width in zip(beside, widths, strict=True))


if __name__ == "__main__":
    main()
