"""What the caller may decide about reading."""

# Annotations are evaluated as they stand here: as strings, each of the options' would be compiled when the program starts.

import codecs
from typing import NamedTuple

from quotecli.errors import Misuse

MAX_SIZE = 5_000_000
"""The largest article that is read unless the caller says otherwise, in bytes (decompressed) and in characters of its text.

Reading and finding take about 80 bytes a character of news, 200 of the worst, a text of nothing but marks: so 1 GB bears it. A long book
is 5 MB.
"""


class ReadOptions(NamedTuple):
    """How inputs are found and read; the defaults suit a folder of articles."""

    encoding: str | None = None  # of every input; None: byte order mark, declaration, UTF-8, else detected
    input_format: str | None = None  # of every input, a name of `formats.FORMATS`; None: suffix, else content
    max_size: int = MAX_SIZE  # bytes of one article, decompressed
    hidden: bool = False  # whether hidden files and folders inside a folder are read
    glob: tuple[str, ...] = ()  # names to read inside folders, instead of the known suffixes; "!name" leaves out
    text_field: str | None = None  # the field of a record (JSON, CSV, Parquet) with the article; None: the usual names
    title_field: str | None = None
    date_field: str | None = None
    source_field: str | None = None  # the publisher
    url_field: str | None = None
    author_field: str | None = None
    id_field: str | None = None  # None: records are numbered
    reader: str | None = None  # of HTML: "own" or "trafilatura"
    since: str | None = None  # only articles of this day or later: a date, a month or a year, as ISO 8601 writes them
    until: str | None = None  # only articles of this day or earlier

    record: bool = False  # whether what is read is held against articles: captions then stay as they stand, with their times

    def check(self) -> None:
        """Raises `Misuse` for an encoding or a reader that there is not, a size that is not positive, or a day that is none."""
        if self.encoding is not None and not _is_encoding(self.encoding):
            raise Misuse(f"no encoding is called '{self.encoding}'; try utf-8, windows-1252 or mac-roman")
        if self.reader not in (None, "own", "trafilatura"):
            raise Misuse(f"no reader of HTML is called '{self.reader}'; there are own and trafilatura")
        if self.max_size <= 0:
            raise Misuse(f"the largest size must be at least 1 byte, not {self.max_size}")
        if self.since is not None or self.until is not None:
            from quotecli.read.period import check

            check("--since", self.since)
            check("--until", self.until)


DEFAULTS = ReadOptions()


def _is_encoding(name: str) -> bool:
    """Whether it is a codec from bytes to text: `rot13` and `base64` are not."""
    try:
        return codecs.lookup(name)._is_text_encoding and isinstance(b"".decode(name), str)
    except (LookupError, UnicodeError, ValueError):
        return False
