"""Work that is spread over processes is done once, in order; a process that is ended costs at most the piece it was at."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from itertools import count, islice
from pathlib import Path

import pytest

from quotecli import extract
from quotecli.find import Found, find_quotes
from quotecli.model import Skipped, Source
from quotecli.pipeline import LOST, Options, light, stream
from quotecli.workers import BATCH, Crew

KILL = -1


def doubled(number: int) -> int:
    """Twice as much; `KILL` ends the process it is in, as a system without memory does."""
    if number == KILL:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def lost(number: int) -> int:
    """What stands for a piece that nobody can do."""
    return number


@pytest.mark.parametrize("many", [0, 1, BATCH, 5 * BATCH + 1])
def test_everything_is_done_in_its_order(many: int) -> None:
    """However many pieces there are."""
    assert list(Crew(2, doubled, lost).through(iter(range(many)))) == [2 * number for number in range(many)]


@pytest.mark.parametrize("places", [[0], [40], [3, 4], [10, 70, 199]])
def test_a_process_that_is_ended_costs_the_piece_it_was_at(places: list[int]) -> None:
    """The others of its batch, and the batches of the others, are done again; nothing comes twice."""
    pieces = [KILL if number in places else number for number in range(200)]
    assert list(Crew(2, doubled, lost).through(iter(pieces))) == [KILL if piece == KILL else 2 * piece for piece in pieces]


def test_no_more_is_taken_than_is_in_flight() -> None:
    """An endless supply: what comes out first does not wait for the last."""
    numbers = count()
    assert list(islice(Crew(2, doubled, lost).through(numbers), 3)) == [0, 2, 4]
    assert next(numbers) <= 6 * BATCH


def place(number: int) -> tuple[int, bool]:
    """The piece, and whether it was done in a process of the crew."""
    return number, multiprocessing.parent_process() is not None


@pytest.mark.parametrize("heavy", [range(0), range(0, 200, 7), range(40, 80), range(200)])
def test_what_is_light_is_not_handed_over(heavy: range) -> None:
    """It is done here, in its place among the others: of a table most lines are."""
    done = Crew(2, place, place, light=lambda number: number not in heavy).through(iter(range(200)))
    assert list(done) == [(number, number in heavy) for number in range(200)]


def test_only_articles_with_marks_are_handed_over() -> None:
    """A short one without any is looked through sooner than another process hears of it."""
    assert [light(Source("a", "a.csv", text)) for text in ("We go.", "“We go,” she said.", "We go. " * 1000)] == [True, False, False]
    assert light(Skipped("a", "is empty"))


def fatal(source: Source) -> Found:
    """The quotations, but for one article that takes more than there is."""
    if source.id == "fatal":
        os.kill(os.getpid(), signal.SIGKILL)
    return find_quotes(source)


def test_an_article_that_ends_its_process_is_passed_over_in_words(tmp_path: Path) -> None:
    """The others are done."""
    for name in ("a", "fatal", "z"):
        (tmp_path / f"{name}.txt").write_text("“We open in May,” Ann Lee said.", encoding="utf-8")
    done = list(stream([str(tmp_path)], Options(jobs=2), fatal))
    assert [one.reason if isinstance(one, Skipped) else len(one.quotes) for one in done] == [1, LOST, 1]
    assert len(extract([str(tmp_path)], Options(jobs=2)).quotes) == 3


PARENT = """
import os, signal
from quotecli.workers import Crew
done = Crew(3, abs, abs).through(iter(range(10_000)))
next(done)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_with_their_parent() -> None:
    """However it ended: its output, which they hold open too, comes to an end."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    )
    out, _ = parent.communicate(timeout=60)
    assert (out, parent.returncode) == (b"", -signal.SIGKILL)


SIGNALLED = """
import os, signal
from quotecli.workers import Crew
def heed(number, frame):
    raise SystemExit("taken as the parent takes it")
signal.signal({name}, heed)
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), {name}))
print(list(Crew(2, abs, lambda piece: None).through(iter([-1, 2]))), signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""


@pytest.mark.skipif(not hasattr(os, "register_at_fork"), reason="processes are not forked here")
@pytest.mark.parametrize(("name", "done"), [("signal.SIGINT", "[1, 2]"), ("signal.SIGHUP", "[1, 2]"), ("signal.SIGTERM", "[None, None]")])
def test_a_signal_to_a_process_just_made_is_not_taken_as_its_parent_takes_it(name: str, done: str) -> None:
    """It waits until the process has said what it means there; the parent hears signals as before."""
    told = subprocess.run(
        [sys.executable, "-c", SIGNALLED.format(name=name)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert (told.stdout, told.stderr, told.returncode) == (f"{done} set()\n", "", 0)
