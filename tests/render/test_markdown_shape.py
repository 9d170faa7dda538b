"""Markdown reports have the shape that we give them: nothing of an article is a heading, a rule, a list, a link or an element there."""

from __future__ import annotations

import io
from collections import Counter

import specimens
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quotecli.compare import check, cluster, collate
from quotecli.model import Report, Skipped
from quotecli.render.documents import write
from quotecli.render.documents.check import document as of_check
from quotecli.render.documents.diff import document as of_diff
from quotecli.render.documents.speakers import document as of_speakers
from quotecli.render.markdown import write_markdown

SIGNS = """# ## - + * 1. 2) > *** --- === ___ | ` `` ``` ~~~ <b> </del> <!-- [x](y) ![x](y) [x]: &amp; &#10; \\ : :--- http://a.example
    <http://a.example> ** __ ~~ $ $$ [^1] [ ] e ’ “""".split()
ENDS = ["\u2028", "\u2029", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\t", " ", "    ", "\n\n"]
TEXTS = st.lists(st.sampled_from([*SIGNS, *ENDS]), max_size=8).map("".join).map(lambda text: f"{text}w")
RECORD = specimens.source("record", "LEE: We will not raise the fare on boats before winter comes.")
PARSER = MarkdownIt("commonmark").enable("table")


def report(text: str, within: str = "") -> Report:
    """Two wordings of one utterance, with a text in it, and a third article in which everything is a text."""
    words = [f"“We will {word} raise the fare on boats before {within} winter comes.” Ann Lee said." for word in ("not", "")]
    sources = [specimens.source(name, one) for name, one in zip("ab", words, strict=True)]
    sources.append(specimens.source("c", f"“{text}” {text} said.")._replace(publisher=text, path=text, title=text))
    quotes = [specimens.quote(source, source.text[1 : source.text.rindex("”")]) for source in sources]
    quotes[2] = quotes[2]._replace(speaker=quotes[2].speaker and quotes[2].speaker._replace(name=text, mention=text))
    return Report(tuple(sources), tuple(quotes), cluster(quotes[:2], sources), (Skipped(text, text),))


def pages(made: Report) -> list[str]:
    """The report in Markdown, and what other commands make of it."""
    stream = io.StringIO()
    write_markdown(made, stream)
    several = [stream.getvalue()]
    compared = [collate(one, made.quotes) for one in made.clusters]
    for document in (of_check(check([RECORD], made.quotes), made, [RECORD]), of_diff(made, compared), of_speakers(made)):
        stream = io.StringIO()
        write(document, "md", stream)
        several.append(stream.getvalue())
    return several


def shape(page: str) -> Counter[str]:
    """What a reader of Markdown sees besides words."""
    every = [inner for token in PARSER.parse(page) for inner in (token, *(token.children or ()))]
    return Counter(f"{one.type} {one.tag} {one.content if one.type == 'html_inline' else ''}" for one in every if one.type[:4] != "text")


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("\u2028\u2028## Donald Example\u2028\u2028- w")
@example("---\u2029w")
@example("    w")
@example("1. w")
def test_whatever_an_article_says_the_page_has_one_shape(text: str) -> None:
    """That of a page whose article says nothing but a word; within an utterance, on whose words the verdict depends, it has nothing else."""
    for page, other, plain in zip(pages(report(text)), pages(report(text, text)), pages(report("w")), strict=True):
        assert shape(page) == shape(plain)
        assert {*shape(other)} <= {*shape(plain), "html_inline  <del>", "html_inline  </del>"}
