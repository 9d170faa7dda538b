"""Put random inputs into the program, bounded in time or number, and print how many there were: `python -m tests.fuzz.campaign`.

    --count N      so many inputs, whatever the time (else --seconds, a minute)
    --only NAME    one target
    --seed N       another course; the same seed makes the same inputs
    --guided       let atheris lead by what runs (pip install atheris); without it, inputs are made anew or out of earlier ones by chance

An input that breaks a promise is written to build/fuzz/ as TARGET-HASH; put it into tests/fuzz/seeds/ with the repair, where it stays a test.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

if "--guided" in sys.argv:  # what is imported now is what it follows
    import atheris

    with atheris.instrument_imports(include=["quotecli"], enable_loader_override=False):
        from tests.fuzz.targets import APART, TARGETS
else:
    from tests.fuzz.targets import APART, TARGETS

BROKEN = Path("build/fuzz")
SEEDS = Path(__file__).parent / "seeds"
KEPT, LONGEST, PACE = 500, 90, 10_000
"""Inputs that others are made of; bytes of one made anew; inputs after which the counts are printed."""


def inputs(chance: Random) -> Iterator[bytes]:
    """Without end: anew, or an earlier one cut, joined with another, or changed in places."""
    kept = [path.read_bytes() for path in sorted(SEEDS.glob("*-*"))] or [b""]
    while True:
        made = bytearray(chance.choice(kept) if chance.random() < 0.4 else chance.randbytes(chance.randrange(LONGEST)))
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(made) + 1)
            match chance.randrange(5):
                case 0:
                    made[at:at] = chance.choice(kept)[: chance.randrange(LONGEST)]
                case 1:
                    del made[at : at + chance.randrange(9)]
                case 2:
                    made[at : at + 1] = chance.randbytes(1)
                case 3:
                    made[at:at] = made[at : at + chance.randrange(30)]
                case _:
                    made[at:at] = APART
        data = bytes(made[: 4 * LONGEST])
        if len(kept) < KEPT:
            kept.append(data)
        elif chance.random() < 0.1:
            kept[chance.randrange(KEPT)] = data
        yield data


def tried(name: str, data: bytes) -> bool:
    """Whether the target holds; an input for which it does not is kept."""
    try:
        TARGETS[name][1](data)
    except Exception:
        BROKEN.mkdir(parents=True, exist_ok=True)
        path = BROKEN / f"{name}-{sha256(data).hexdigest()[:10]}"
        path.write_bytes(data)
        print(f"{path}\n{traceback.format_exc(limit=-3)}", file=sys.stderr, flush=True)
        return False
    return True


def by_chance(names: list[str], seed: int, count: int | None, seconds: float) -> int:
    """Try inputs; returns how many broke a promise."""
    chance, done, broken, end = Random(seed), Counter[str](), 0, time.monotonic() + seconds
    shares = [TARGETS[name][0] for name in names]
    for data in inputs(chance):
        (name,) = chance.choices(names, shares)
        broken += not tried(name, data)
        done[name] += 1
        over = done.total() >= count if count else time.monotonic() > end
        if over or done.total() % PACE == 0:
            print(f"{done.total():,} inputs, {broken} broken: {', '.join(f'{name} {done[name]:,}' for name in names)}", flush=True)
        if over:
            return broken
    return broken


def guided(name: str, seed: int, count: int | None, seconds: float) -> None:
    """Let atheris try inputs for one target; it ends the process."""

    def one(data: bytes) -> None:
        if not tried(name, data):
            raise AssertionError(f"{name} is broken")

    atheris.Setup(
        [sys.argv[0], f"-seed={seed}", f"-runs={count}" if count else f"-max_total_time={int(seconds)}", "-print_final_stats=1"], one
    )
    atheris.Fuzz()


def main() -> int:
    """Read what was asked for; the exit status is 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--only", choices=TARGETS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    asked = parser.parse_args()
    if asked.guided:
        guided(asked.only or "find", asked.seed, asked.count, asked.seconds)
    return int(by_chance([asked.only] if asked.only else [*TARGETS], asked.seed, asked.count, asked.seconds) > 0)


if __name__ == "__main__":
    sys.exit(main())
