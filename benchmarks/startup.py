"""What a user waits for: starting up, and the main job on the five articles in seeds/."""

from __future__ import annotations

from benchmarks.processes import PYTHON, QUOTES, Usage, medians

COMMANDS = {
    "python -c pass": (PYTHON, "-c", "pass"),
    "import typer": (PYTHON, "-c", "import typer"),
    "import typer, rich, regex, rapidfuzz": (PYTHON, "-c", "import typer, rich, regex, rapidfuzz"),
    "quotes --version": (QUOTES, "--version"),
    "quotes extract seeds/ --format json": (QUOTES, "extract", "seeds/", "--format", "json"),
    "quotes extract seeds/ (table)": (QUOTES, "extract", "seeds/", "--format", "table"),
}
YARDSTICKS = ("python -c pass", "import typer", "import typer, rich, regex, rapidfuzz")


def main(runs: int = 11) -> None:
    """Print the processor time of whole processes, and their ratios to the yardsticks."""
    print(f"Start-up and main job: processor time of whole processes, medians of {runs} runs taken in turn")
    print(f"  {'':37}{'ms':>6}{'MB':>5}   {'÷ pass':>7}{'÷ typer':>9}{'÷ all four':>12}")
    taken = medians(COMMANDS, runs)
    for name, usage in taken.items():
        print(f"  {name:37}{usage.cpu * 1000:6.0f}{usage.peak / 1e6:5.0f}   {ratios(usage, taken)}")


def ratios(usage: Usage, taken: dict[str, Usage]) -> str:
    """To each yardstick, as columns."""
    widths = (7, 9, 12)
    return "".join(f"{usage.cpu / taken[name].cpu:{width}.2f}" for name, width in zip(YARDSTICKS, widths, strict=True))


if __name__ == "__main__":
    main()
