"""The one door: paths in, articles out, one at a time; whatever cannot be read is passed over with its reason."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from quotecli.errors import Misuse, UnreadableSource
from quotecli.lexicon.marks import SHAPES
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, Through, blob, megabytes
from quotecli.read.formats import by_name, format_of
from quotecli.read.inputs import STDIN, Input, list_inputs, shown, why
from quotecli.read.options import DEFAULTS, ReadOptions

SPARSE, DENSE, FEW = 50, 4, 2_000
"""An article has one quotation mark or apostrophe in so many bytes of the size that is allowed (100,000 in 5 MB; a long novel has a fifth
of that); and where it has more than a few, one in so many of its characters. Ten seconds and more go by while others are paired."""
SIGNS = frozenset("".join(SHAPES))
DEEPEST = 3
"""A compressed archive of compressed files is two deep; a file that contains itself has no end."""


def read_sources(paths: Sequence[str], options: ReadOptions = DEFAULTS) -> Iterator[Source | Skipped]:
    """Every article at the paths, one at a time, ordered by id whatever the order of the paths.

    A path is a file, a folder (all articles below it), a glob pattern, or "-" for standard input. What cannot be used is yielded
    as a `Skipped` and the others are done. Raises `Misuse` before anything is read when the options name a format, an encoding or a
    reader that there is not, a size that is not positive, or a day that is none.
    """
    options.check()
    if options.input_format is not None:
        by_name(options.input_format)
    if options.since is None and options.until is None:
        return _read(paths, options)
    from quotecli.read.period import within

    return within(_read(paths, options), options.since, options.until)


def _read(paths: Sequence[str], options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every article, of whatever day."""
    for found in list_inputs(paths, options):
        if isinstance(found, Skipped):
            yield found
        else:
            yield from read_input(found, options)


def read_input(found: Input, options: ReadOptions = DEFAULTS) -> Iterator[Source | Skipped]:
    """The articles of one input; the same in whichever process it runs."""
    try:
        with _open(found) as opened:
            yield from read_blob(opened, options)
    except UnreadableSource as error:
        yield Skipped(error.path, error.reason)
    except Misuse:
        raise
    except MemoryError:
        yield Skipped(shown(found.path), "takes more memory than there is; a smaller --max-size passes it over at once")
    except Exception as error:  # strangers' files meet a dozen libraries: whatever one raises costs this file only
        yield Skipped(shown(found.path), why(error))


@contextmanager
def _open(found: Input) -> Iterator[Blob]:
    if found.path != STDIN:
        with open(found.path, "rb", buffering=0) as file:
            yield blob(found.id, shown(found.path), file)
        return
    if sys.stdin is None:
        raise UnreadableSource(STDIN, "standard input is closed")
    yield blob(found.id, STDIN, Through(sys.stdin.buffer.read))


def read_blob(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of one open file, in the format that fits it. Raises UnreadableSource, OSError."""
    if opened.depth > DEEPEST:
        raise UnreadableSource(opened.path, "is an archive in an archive in an archive; unpack it first")
    format = format_of(opened.name, opened.head(), options.input_format)
    for found in format.reader()(opened, options):
        yield found if isinstance(found, Skipped) else bounded(found, options)


def bounded(found: Source, options: ReadOptions) -> Source | Skipped:
    """The article, unless quotations are not to be found in bounded time and memory: text and marks are what that takes them for."""
    if len(found.text) > options.max_size:
        return _too_much(found, f"is larger than {megabytes(options.max_size)}; raise --max-size to read it")
    if len(found.text) <= FEW:
        return found
    most = max(FEW, min(options.max_size // SPARSE, len(found.text) // DENSE))
    if sum(map(found.text.count, SIGNS)) > most:
        return _too_much(found, f"has more than {most:,} quotation marks in {len(found.text):,} characters; no article does")
    return found


def _too_much(found: Source, reason: str) -> Skipped:
    where = f"article {found.id.rpartition('#')[2]}: " if "#" in found.id else ""
    return Skipped(found.path, where + reason)
