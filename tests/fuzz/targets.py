"""What must hold whatever is put in: a target takes bytes, makes an input of them, and asserts."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from unicodedata import category

from quotecli.compare import chains, check, cluster, collate, diff
from quotecli.errors import UnreadableSource
from quotecli.find import Found, find_quotes, link_people
from quotecli.find.explained import find_explained
from quotecli.find.marks import find_marks
from quotecli.keep.door import opened
from quotecli.model import KINDS, Explanation, Report, Skipped, Source
from quotecli.read.blob import blob
from quotecli.read.door import read_blob
from quotecli.read.options import ReadOptions
from quotecli.render.console import decide
from quotecli.render.csv import write_csv
from quotecli.render.explain import write_text
from quotecli.render.html import write_html
from quotecli.render.json import write_report
from quotecli.render.markdown import write_markdown
from quotecli.render.table import write_table
from quotecli.text import Lines
from tests.fuzz.making import text_of, wounded

APART = b"\xf9"
"""Parts the articles of one input."""


IMPLIED = frozenset(" \n”’")
"""What a page may show without a character for it: a blank between elements, the closing mark of a `<q>` that is left open."""


def source(text: str, name: str = "a") -> Source:
    """An article."""
    return Source(name, f"{name}.txt", text)


def sound(found: Found, placed: bool = True) -> None:
    """Every record is a span of the text as it came, and what refers to another refers to one that is there."""
    text, lines, ids = found.source.text, Lines(found.source.text), {quote.id for quote in found.quotes}
    assert [quote.start for quote in found.quotes] == sorted(quote.start for quote in found.quotes)
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == "\n".join(text[piece.start : piece.end] for piece in quote.pieces)
        assert all(quote.start <= piece.start <= piece.end <= quote.end for piece in quote.pieces)
        assert not placed or (quote.line, quote.column) == lines.at(quote.start)
        assert quote.kind in KINDS
        assert {quote.parent, quote.continues} - {None} <= ids
        if speaker := quote.speaker:
            assert 0 <= speaker.confidence <= 1
            assert speaker.mention is None or speaker.mention == text[speaker.start : speaker.end]
        assert quote.cue is None or quote.cue.text == text[quote.cue.start : quote.cue.end]


def finds(data: bytes) -> None:
    """Quotations are what was printed."""
    sound(find_quotes(source(text_of(data))))


def marks(data: bytes) -> None:
    """Every decision is local: paragraphs without marks behind a text move none of its pairs."""
    text = text_of(data)
    alone, more = find_marks(text), find_marks(f"{text}\n\nThe boats went out again at nine.\n\nNobody was hurt.")
    if more.paragraphs[: len(alone.paragraphs)] == alone.paragraphs:  # a wrapped text may become none, or the other way round
        assert [(one.start, one.end) for one in more.pairs] == [(one.start, one.end) for one in alone.pairs]


def reads(data: bytes) -> None:
    """A file is read, or refused with a reason; nothing else comes out of a reader than what is meant to."""
    name, content = wounded(data)
    options = ReadOptions(max_size=200_000)
    with suppress(UnreadableSource):
        for one in read_blob(blob("x", name, io.BytesIO(content)), options):
            if isinstance(one, Skipped):
                assert one.reason
                continue
            assert 0 < len(one.text) <= options.max_size
            one.text.encode()
            if one.raw:
                spans = [one.raw.span(at, at + 1) for at in range(0, len(one.text), 7)]
                assert all(a.start < a.end or one.text[7 * number] in IMPLIED for number, a in enumerate(spans))
                assert spans == sorted(spans)


def several(data: bytes) -> list[Found]:
    """The articles of an input, with what is found in each; the second has words of the first."""
    texts = [text_of(part) for part in data.split(APART)[:3]]
    if len(texts) > 1:
        texts[1] += "\n\n" + texts[0][: len(texts[0]) // 2 * 2]
    return [find_quotes(source(text, name)) for text, name in zip(texts, "abc", strict=False)]


def report_of(found: list[Found]) -> Report:
    """The articles brought together."""
    linked = link_people([one.quotes for one in found])
    quotes = [quote for one in linked for quote in one]
    sources = [one.source for one in found]
    return Report(tuple(sources), tuple(quotes), cluster(quotes, sources))


def compares(data: bytes) -> None:
    """Every wording is one that an article prints, every difference stands where it is said to stand; a text differs not from itself."""
    report = report_of(several(data))
    texts, quotes = {one.id: one.text for one in report.sources}, {one.id: one for one in report.quotes}
    for utterance in report.clusters:
        assert utterance.sources >= 2
        collate(utterance, report.quotes)
        for variant in utterance.variants:
            assert quotes[variant.quote].start <= variant.start < variant.end <= quotes[variant.quote].end
            for edit in variant.edits:
                assert 0 <= edit.start <= edit.end <= len(texts[variant.source])
    for quote in report.quotes[:3]:
        assert diff(quote, quote) == ()


def checks(data: bytes) -> None:
    """What a verdict shows of the record stands there."""
    first, _, rest = data.partition(APART)
    record = source(text_of(first) + " We will open the bridge in May, and it is a disgrace.", "record")
    for verdict in check([record], find_quotes(source(text_of(rest))).quotes):
        if passage := verdict.record:
            assert 0 <= passage.start <= passage.end <= len(record.text)


def acting(text: str) -> bool:
    """Whether anything in it would act on a terminal."""
    return any(
        (category(sign) in ("Cc", "Cs") and sign != "\n") or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for sign in text
    )


def hostile(report: Report, text: str) -> Report:
    """The report with a text for everything that an outlet says of an article, and of one that was passed over."""
    sources = (one._replace(title=text, publisher=text, path=text) for one in report.sources)
    return report._replace(sources=tuple(sources), skipped=(Skipped(text, text),))


@cache
def empty_page() -> str:
    """The HTML page of nothing."""
    stream = io.StringIO()
    write_html(Report(), stream)
    return stream.getvalue()


def renders(data: bytes) -> None:
    """Whatever an article says is words: on a terminal, in a sheet, on a page."""
    found = several(data)
    report = hostile(report_of(found), text_of(data[:6]))
    binary, sheet, page, mark, table = io.BytesIO(), io.StringIO(), io.StringIO(), io.StringIO(), io.StringIO()
    write_report(report, binary)
    told = json.loads(binary.getvalue())
    assert [one["id"] for one in told["quotes"]] == [one.id for one in report.quotes]
    write_csv(report, sheet)
    heads, *rows = csv.reader(io.StringIO(sheet.getvalue(), newline=""))
    assert all(len(row) == len(heads) and not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row) for row in rows)
    write_html(report, page, [collate(one, report.quotes) for one in report.clusters], chains=chains(report.clusters, report.sources))
    assert len(re.findall(r"<script|<style|<base|<meta|<link|<iframe", page.getvalue())) == len(
        re.findall(r"<script|<style|<base|<meta|<link|<iframe", empty_page())
    )
    write_markdown(report, mark)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]", mark.getvalue())
    write_table(report, table, decide(table))
    write_text([Explanation(one.source, one.quotes, one.refusals, {}, ()) for one in found], table, decide(table))
    assert not acting(table.getvalue())


def keeps(data: bytes) -> None:
    """An archive gives back what was put in; of a wounded one the words are right or refused (a line's number may be another)."""
    (found, *_) = several(data)
    text = found.source.text
    if not text or "\x00" in text:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        with opened(str(path), write=True) as archive, archive.batch():
            archive.put(found.source, found.quotes)
        with opened(str(path)) as archive:
            assert [kept.quotes for kept in archive.articles() if not isinstance(kept, Skipped)] == [found.quotes]
        content = bytearray(path.read_bytes())
        for number in range(0, len(data) - 2, 3):
            content[(data[number] << 8 | data[number + 1]) * 7 % len(content)] = data[number + 2]
        path.write_bytes(content)
        with suppress(UnreadableSource), opened(str(path)) as archive:
            for kept in archive.articles():
                if not isinstance(kept, Skipped):
                    sound(Found(kept.source, tuple(sorted(kept.quotes, key=lambda quote: quote.start)), ()), placed=False)


def explains(data: bytes) -> None:
    """What is explained is what is found."""
    article = source(text_of(data))
    found, explained = find_quotes(article), find_explained(article)
    assert found.quotes == explained.quotes
    assert all(0 <= one.start <= one.end <= len(article.text) for one in explained.refusals)


TARGETS: dict[str, tuple[int, Callable[[bytes], None]]] = {
    "marks": (60, marks),
    "find": (25, finds),
    "read": (8, reads),
    "explain": (2, explains),
    "compare": (2, compares),
    "check": (2, checks),
    "render": (1, renders),
    "archive": (1, keeps),
}
"""Each with its share of the inputs: what is quick gets most."""
