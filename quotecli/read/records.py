"""Many articles in a file: which field of a record is what, and the record as an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob
from quotecli.read.dates import iso
from quotecli.read.mend import SURROGATE, mended
from quotecli.read.options import ReadOptions
from quotecli.read.seen import Seen

# The names that data sets of news use, likeliest first; compared without case, "_", "-" and spaces.
TEXT = """text body content article articletext articlebody fulltext maintext bodytext textcontent contenttext plaintext rawtext cleantext
    storytext story transcript document doc""".split()
TITLE = "title headline articletitle heading subject".split()
DATE = """published date publisheddate publicationdate publishedat datepublished pubdate publishdate dateline createdat created timestamp
    datetime time""".split()
PUBLISHER = """publisher source sourcename publication outlet newspaper outletname sitename site domain medium media medianame hostname
    website""".split()
URL = "url link uri articleurl sourceurl weburl canonicalurl permalink".split()
AUTHOR = "author authors byline creator writer".split()
LANGUAGE = ("language", "lang")
ID = "id articleid docid documentid uuid guid".split()
SAID = 100
"""Records of one file that are no articles, each said in a line of its own."""
LAYOUTS = 1000
"""Sets of names that are kept of one file: in a hostile one every record has names of its own."""
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields in one file, or one record; None where there is no such field."""

    text: str
    title: str | None
    date: str | None
    publisher: str | None
    url: str | None
    author: str | None
    language: str | None
    id: str | None


class NoText(ValueError):
    """No field holds the article. `str(error)` is the reason, with the fields there are."""


def fields(names: Iterable[str], options: ReadOptions) -> Fields:
    """Which field is what: the options decide, else the usual names. Raises `NoText` when none is the article."""
    there = list(names)
    known = {plain(name): name for name in reversed(there)}

    def find(asked: str | None, usual: Iterable[str]) -> str | None:
        return asked or next((known[name] for name in usual if name in known), None)

    text = find(options.text_field, TEXT)
    if text is None or (text.split(".")[0] not in there and text not in there):
        missing = f"has no field '{text}'" if text else "has no field that is named like an article's text"
        raise NoText(f"{missing}; it has {listed(there)}: choose with --text-field")
    return Fields(
        text=text,
        title=find(options.title_field, TITLE),
        date=find(options.date_field, DATE),
        publisher=find(options.source_field, PUBLISHER),
        url=find(options.url_field, URL),
        author=find(options.author_field, AUTHOR),
        language=find(None, LANGUAGE),
        id=find(options.id_field, ID),
    )


def plain(name: str) -> str:
    """A field's name as names are compared."""
    return _PLAIN.sub("", name.lower())


def columns(path: str, names: Sequence[str], options: ReadOptions) -> Fields:
    """Which column of a table is what. Raises UnreadableSource when none is the article, or one that was asked for is not there."""
    for kind in ("title", "date", "source", "url", "author", "id"):
        asked: str | None = getattr(options, f"{kind}_field")
        if asked is not None and asked not in names and asked.split(".")[0] not in names:
            raise UnreadableSource(path, f"has no column '{asked}'; it has {listed(names)}: choose with --{kind}-field")
    try:
        return fields(names, options)
    except NoText as error:
        raise UnreadableSource(path, str(error).replace("field ", "column ", 1)) from None


def listed(names: Sequence[str]) -> str:
    """The names as a message shows them."""
    return (", ".join(name if len(name) <= 60 else name[:60] + "…" for name in names[:12]) + (", …" if len(names) > 12 else "")) or "none"


class Articles:
    """Makes the records of one file into articles, each with an id of its own."""

    def __init__(self, blob: Blob, options: ReadOptions, format: str) -> None:
        self.blob, self.options, self.format = blob, options, format
        self.ids = Seen()
        self.known: dict[tuple[str, ...], Fields | str] = {}  # or why not, by the names of a record: most of a file have the same

    def fields(self, record: Mapping[str, Any]) -> Fields:
        """Which field of a record is what. Raises `NoText`."""
        names = tuple(record)
        found = self.known.get(names)
        if found is None:
            found = self._told(names)
            if len(self.known) < LAYOUTS:
                self.known[names] = found
        if isinstance(found, str):
            raise NoText(found)
        return found

    def _told(self, names: tuple[str, ...]) -> Fields | str:
        try:
            return fields(names, self.options)
        except NoText as error:
            return str(error)

    def article(self, record: Mapping[str, Any], number: int, encoding: str | None, known: Fields | None = None) -> Source:
        """One record, the `number`th of its file, as an article; `known` where all have the same fields.

        Raises `NoText`, UnreadableSource.
        """
        named = known or self.fields(record)

        def line(name: str | None) -> str | None:
            return None if name is None else one_line(value(record, name))

        whole, broken = mended(one_string(value(record, named.text), "\n\n"))
        text = shown(whole)
        if not text or text.isspace():
            raise UnreadableSource(self.blob.path, f"its field '{named.text}' is empty")
        date = value(record, named.date)
        language, key = line(named.language), line(named.id)
        return Source(
            id=f"{self.blob.id}#{number}" if known and known.id is None else self.id(key, number),
            path=self.blob.path,
            text=text,
            title=line(named.title),
            publisher=line(named.publisher),
            published=iso(date.isoformat() if hasattr(date, "isoformat") else str(date)) if date else None,
            author=line(named.author),
            language=language.lower().replace("_", "-").split("-")[0] if language else "en",
            url=line(named.url),
            encoding=" ".join(filter(None, (encoding, f"({broken})"))) if broken else encoding,
            format=self.format,
            key=key,
        )

    def id(self, said: str | None, number: int) -> str:
        """The file's id and the record's own, or its number; where the own one repeats, both."""
        name = f"{self.blob.id}#{said or number}"
        if self.ids.new(name):
            return name
        again = f"{name}~{number}"
        self.ids.new(again)
        return again


class Remarks:
    """What is said of the records of a file that are no articles: a line each up to a number that somebody reads, then how many more."""

    def __init__(self, blob: Blob) -> None:
        self.blob, self.good, self.bad = blob, 0, 0

    def of(self, reason: str) -> Iterator[Skipped]:
        """One more that is none."""
        self.bad += 1
        if self.bad <= SAID:
            yield Skipped(self.blob.path, reason)

    def rest(self, what: str) -> Iterator[Skipped]:
        """How many were not said one by one."""
        if self.bad > SAID:
            yield Skipped(self.blob.path, f"{self.bad - SAID} more {what} are no articles either")


def value(record: Mapping[str, Any], name: str | None) -> Any:
    """A field; "article.body" is also the body inside the article."""
    if name is None or name in record:
        return record.get(name) if name else None
    found: Any = record
    for step in name.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def one_string(found: Any, between: str = ", ") -> str:
    """A value as text: a list is its parts, an object its name."""
    if isinstance(found, str):
        # JSON may hold halves of characters, which no output could take.
        return found if found.isascii() else re.sub(SURROGATE, "\ufffd", found)
    if isinstance(found, Mapping):
        return one_string(found.get("name") or found.get("text") or "")
    if isinstance(found, (list, tuple)):
        return between.join(part for each in found if (part := one_string(each, between)))
    if isinstance(found, float) and not isfinite(found):  # JSON's NaN is no number, and no text
        return ""
    return str(found) if isinstance(found, (int, float)) and not isinstance(found, bool) else ""


def shown(text: str) -> str:
    """A field's text as a reader sees it: its marks mended, without markup and entities."""
    text, _ = mended(text)
    if "<" in text or "&" in text:
        from quotecli.read.html.fragment import unmarked

        return unmarked(text)
    return text


def one_line(found: Any) -> str | None:
    """A value as one line, without markup; None of nothing."""
    return None if found is None else " ".join(shown(one_string(found)).split()) or None
