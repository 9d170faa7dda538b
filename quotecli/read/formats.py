"""The formats that can be read: one file a format, one line here."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from quotecli.errors import Misuse
from quotecli.model import Skipped, Source

if TYPE_CHECKING:
    from quotecli.read.blob import Blob
    from quotecli.read.options import ReadOptions

Reader = Callable[["Blob", "ReadOptions"], Iterator[Source | Skipped]]
"""Yields the articles of one file as they come, and a Skipped for each that cannot be used. Raises UnreadableSource
when nothing more of the file can be."""


class Format(NamedTuple):
    """A kind of file: what it is called, how it is recognised, and which module reads it."""

    name: str  # for --input-format
    suffixes: tuple[str, ...]  # by which files in a folder are known as articles
    module: str  # in this package; it has a `read`
    looks: bytes | None = None  # a pattern that its first bytes match, where the suffix says nothing
    holds: bool = False  # whether it holds files of other formats

    def reader(self) -> Reader:
        """Its reader. The module is imported now: most runs need one or two of them."""
        return cast(Reader, import_module(f"quotecli.read.{self.module}").read)


TEXT = Format("text", (".txt", ".text"), "plain")

FORMATS: tuple[Format, ...] = (
    TEXT,
    Format("markdown", (".md", ".markdown"), "markdown"),
    Format("captions", (".vtt", ".srt"), "captions", rb"(?:\xef\xbb\xbf)?WEBVTT\s"),
    Format("html", (".html", ".htm", ".xhtml"), "html", rb"\W*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b"),
    Format("jsonl", (".jsonl", ".ndjson"), "jsonl", rb"""(?:\xef\xbb\xbf)?\{\s*"[^\n]*\}\r?\n\s*\{"""),
    Format("json", (".json",), "json", rb"""(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"[^"\n]+"\s*:"""),
    Format("csv", (".csv", ".tsv"), "csv", rb"""[^\n]*(?:^|[,;\t"])(?:text|body|content|article)(?:$|[,;\t"\r\n])(?<=[,;\t"\r\n])"""),
    Format("mbox", (".mbox", ".eml", ".mhtml", ".mht"), "mbox", rb"From \S+ [^\n]{0,60}\d{4}\r?\n[\w-]+:|From: <Saved by "),
    Format("rtf", (".rtf",), "rtf", rb"\s{0,9}\{\\rtf"),
    Format("feed", (".rss", ".atom", ".xml"), "feed", rb"\W*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,999}?-->\s*)?<(?:rss|feed|rdf:RDF)\b"),
    Format("odt", (".odt",), "odt", rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text"),
    Format("epub", (".epub",), "epub", rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip"),
    Format("parquet", (".parquet",), "parquet", rb"PAR1"),
    Format("warc", (".warc", ".warc.gz"), "warc", rb"WARC/1\."),
    Format("docx", (".docx",), "docx", rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|word/|_rels/)"),
    Format("pdf", (".pdf",), "pdf", rb"%PDF-"),
    Format("zip", (".zip",), "archives.zip", rb"PK(?:\x03\x04|\x05\x06)", holds=True),
    Format("tar", (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst"), "archives.tar", rb".{257}ustar", holds=True),
    Format("gz", (".gz",), "archives.compressed", rb"\x1f\x8b", holds=True),
    Format("bz2", (".bz2",), "archives.compressed", rb"BZh[1-9]", holds=True),
    Format("xz", (".xz",), "archives.compressed", rb"\xfd7zXZ\0", holds=True),
    Format("zst", (".zst",), "archives.compressed", rb"\x28\xb5\x2f\xfd", holds=True),
)

SUFFIXES: tuple[str, ...] = tuple(suffix for format in FORMATS for suffix in format.suffixes)


def by_suffix(path: str) -> tuple[Format, str] | None:
    """The format that a file's name tells, and the suffix: the longest that fits."""
    name = path.lower()
    fitting = [(format, suffix) for format in FORMATS for suffix in format.suffixes if name.endswith(suffix)]
    return max(fitting, key=lambda found: len(found[1]), default=None)


def stem(path: str) -> str:
    """A file's name without what tells its format: "story" of "story.html.gz"."""
    name = os.path.basename(path)
    found = by_suffix(name)
    base = name[: -len(found[1])] if found else os.path.splitext(name)[0]
    if not base:
        return name
    return stem(base) if found and found[0].holds and by_suffix(base) else base


def known(name: str) -> bool:
    """Whether a file in a folder is an article, by its suffix; a compressed file, by what is in it."""
    found = by_suffix(name)
    if found and found[0].module == "archives.compressed":
        return known(name[: -len(found[1])])
    return found is not None


def format_of(path: str, head: bytes, forced: str | None) -> Format:
    """The format asked for, else the one its suffix names, else the one its first bytes look like, else plain text.

    What is packed is unpacked first, and then is in the format asked for. Raises `Misuse` when no format has that name.
    """
    named = by_suffix(path)
    if named and forced is None:
        return named[0]
    looks = next((f for f in FORMATS if f.looks and re.match(f.looks, head, re.IGNORECASE | re.DOTALL)), TEXT)
    if forced is not None:
        packed = next((f for f in (named and named[0], looks) if f and f.holds), None)
        return packed if packed and by_name(forced).module not in ("docx", "warc") else by_name(forced)
    return looks


def by_name(name: str) -> Format:
    """The format that is called so. Raises `Misuse` when none is."""
    for format in FORMATS:
        if name.lower() == format.name:
            return format
    raise Misuse(f"no input format is called '{name}'; there are {', '.join(f.name for f in FORMATS)}")
