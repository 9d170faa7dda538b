"""Inside a paragraph no word is lost and no character is without its place in the page."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotecli.model import Source
from quotecli.read import read_sources
from quotecli.read.html.blocks import parse
from quotecli.read.html.text import assemble

CONSTRUCTS = [
    ("emphasis", "“We will <em>never</em> raise taxes,”", "“We will never raise taxes,”"),
    ("strong and bold", "“We <strong>will</strong> <b>not</b>”", "“We will not”"),
    ("italics inside a word", "“un<i>believ</i>able”", "“unbelievable”"),
    ("a link", '“We <a href="/tax">raise taxes</a> now”', "“We raise taxes now”"),
    ("a link with spaces inside", "“We<a href=x> raise </a>taxes”", "“We raise taxes”"),
    ("a whole quotation linked", '<a href="/x?a=1&amp;b=2">“We will not,”</a> she said', "“We will not,” she said"),
    ("a share button's class", 'He said “We <span class="share-quote">never do</span> it”', "He said “We never do it”"),
    ("a tweetable span", '“We <span class="tweet-this social share">never</span> do”', "“We never do”"),
    ("a time", 'on <time datetime="2024-05-01">Wednesday</time> he said', "on Wednesday he said"),
    ("a button in the sentence", "“We <button type=button>never</button> do”", "“We never do”"),
    ("a tooltip", '“We <abbr title="Value Added Tax">VAT</abbr> <dfn>payers</dfn>”', "“We VAT payers”"),
    ("inserted and deleted", "“We <ins>can</ins> <del>will</del> <s>may</s>”", "“We can will may”"),
    ("marked words", "“We <mark>will</mark> <u>not</u> <small>go</small>”", "“We will not go”"),
    ("a quotation element", "He said <q>no</q>.", "He said “no”."),
    ("a quotation inside another", "He said <q>she said <q>no</q> twice</q>.", "He said “she said ‘no’ twice”."),
    ("a citation", "in <cite>The Post</cite> he said", "in The Post he said"),
    ("a line break", "“One line<br>and another”", "“One line\nand another”"),
    ("a closed line break", "“One line<br/> and <br /> another”", "“One line\nand\nanother”"),
    ("a place to break", "“super<wbr>califragilistic”", "“supercalifragilistic”"),
    ("words not to part", "“up to <nobr>100 km</nobr> away”", "“up to 100 km away”"),
    ("a raised footnote number", 'fair.<sup><a href="#n1">1</a></sup> So', "fair. So"),
    ("a bracketed footnote", 'fair.<sup class="ref"><a href="#n1">[12]</a></sup> So', "fair. So"),
    ("a raised ordinal", "the 21<sup>st</sup> day", "the 21st day"),
    ("a chemical formula", "CO<sub>2</sub> and m<sup>2</sup>", "CO2 and m2"),
    ("a footnote beside a formula", 'm<sup>2</sup> of <a href="/x">land</a> m<sup>3</sup>', "m2 of land m3"),
    ("an image", 'We <img src="x.jpg" alt="not this"> go', "We go"),
    ("a picture", "We <picture><source srcset=x><img src=x alt=y></picture> go", "We go"),
    ("an icon", "We <svg viewBox='0 0 1 1'><title>icon</title><text>no</text></svg>go", "We go"),
    ("a script", 'We <script>document.write("<b>no</b>")</script>go', "We go"),
    ("a style", "We <style>p > b { color: red }</style>go", "We go"),
    ("a comment", "We <!-- <b>not</b> -- > this --> go", "We go"),
    ("an empty comment", "We <!--> go <!---> on", "We go on"),
    ("a hidden word", 'We <span class="sr-only">opens a new window</span>go', "We go"),
    ("a word without display", 'We <span style="color:red; display: none">not </span>go', "We go"),
    ("a hidden attribute", "We <span hidden>not </span>go", "We go"),
    ("a class that only sounds hidden", 'We <span class="unhidden not-none">do</span> go', "We do go"),
    ("named entities", "&ldquo;R&amp;D &mdash; caf&eacute;&rdquo;", "“R&D — café”"),
    ("numbered entities", "&#8220;No&#x2019;t &#128512;&#8221;", "“No’t 😀”"),
    ("an entity of two characters", "a &nGt; b", "a ≫⃒ b"),
    ("a Windows number", "&#147;No&#148;", "“No”"),
    ("an entity without its semicolon", "R&ampD and AT&T &copy 2024", "R&D and AT&T © 2024"),
    ("an unknown entity", "a &foo; b & c &#; d", "a &foo; b & c &#; d"),
    ("tags that were escaped", "“&lt;b&gt;no&lt;/b&gt;”", "“<b>no</b>”"),
    ("an entity that looks like markup after decoding", "&amp;ldquo;", "&ldquo;"),
    ("no-break spaces", "«&nbsp;Non&nbsp;»", "«\u00a0Non\u00a0»"),
    ("zero width and soft hyphen", "zero&#8203;width soft&shy;hyphen", "zero\u200bwidth soft\u00adhyphen"),
    ("white space over lines", "“We\n      will\t\tnot\r\n go”", "“We will not go”"),
    ("a space on either side of a tag", "“We <em> will </em> not”", "“We will not”"),
    ("less than", "if 3 < 5 and 5<6 then", "if 3 < 5 and 5<6 then"),
    ("attributes without quotes", "She: <a href=/x?a=b class=y>No</a>", "She: No"),
    ("a greater sign in an attribute", "<a title='a > b' href=\"c > d\">No</a> she said", "No she said"),
    ("a stray mark in a tag", '<a href="x"">No</a> it “is”', "No it “is”"),
    ("crossed tags", "<b>We <i>will</b> not</i> go", "We will not go"),
    ("an end without a start", "We</span></b></div2> go", "We go"),
    ("a start without an end", "<span><em>We go", "We go"),
    ("upper case", "<EM>We</EM> <A HREF=X>go</A>", "We go"),
    ("an element nobody knows", "<x-tooltip term=vat>We</x-tooltip> <blink>go</blink>", "We go"),
    ("a ruby annotation", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> said", "漢 said"),
    ("a processing instruction", "We <?php echo 1 ?>go", "We go"),
]


def text_and_raw_agree(page: str, source: Source) -> None:
    """Every character of the text is what the page has at its place."""
    from html import unescape

    assert source.raw is not None
    last = 0
    for offset, character in enumerate(source.text):
        start, end = source.raw.span(offset, offset + 1)
        assert last <= end, "places go forward"
        last = start
        there = page[start:end]
        if there == character or character in unescape(there) or (there[:1] == "\\" and json.loads(f'"{there}"') == character):
            continue
        assert (character in " \n" and (not there.strip() or "<" in there or there[0] in '\\"')) or (
            character in "“‘’”—" and (there == "" or there[0] == "<")
        ), (
            character,
            there,
        )


def read(folder: Path, page: str) -> Source:
    """The article of a page."""
    file = folder / "page.html"
    file.write_bytes(page.encode())
    (found,) = read_sources([str(file)])
    assert isinstance(found, Source), found
    text_and_raw_agree(page, found)
    return found


@pytest.mark.parametrize(("label", "markup", "text"), CONSTRUCTS, ids=[case[0] for case in CONSTRUCTS])
def test_every_word_stays(tmp_path: Path, label: str, markup: str, text: str) -> None:
    """As the browser shows it, in a paragraph among others."""
    page = f"<!doctype html><body><p>The mayor spoke on Monday.</p>\n<p>{markup}</p>\n<p>She then left the building.</p></body>"
    assert read(tmp_path, page).text.split("\n\n")[1] == text


ABOVE = "The mayor spoke on Monday about it."
BLOCKQUOTES = [
    ("behind a colon", "It read:", "<blockquote>We go.</blockquote>", "“We go.”"),
    ("several", "It read:", "<blockquote><p>We go.</p> <p>We stay.</p></blockquote>", "“We go.\n\n“We stay.”"),
    ("with marks of its own", ABOVE, "<blockquote><p>“We go.</p><p>“We stay.”</p></blockquote>", "“We go.\n\n“We stay.”"),
    ("with its speaker", ABOVE, "<blockquote><p>We go.</p><footer>— Ann Lee</footer></blockquote>", "“We go.”\n\n— Ann Lee"),
    ("a footer without a dash", ABOVE, "<blockquote><p>We go.</p><footer>Ann Lee</footer></blockquote>", "“We go.”\n\n— Ann Lee"),
    (
        "in a figure",
        ABOVE,
        '<figure class="quote"><blockquote>We go.</blockquote><figcaption>— Ann Lee</figcaption></figure>',
        "“We go.”\n\n— Ann Lee",
    ),
    ("a citation", ABOVE, "<blockquote><p>We go.</p><cite>Ann Lee, mayor</cite></blockquote>", "“We go.”\n\n— Ann Lee, mayor"),
    ("a citation in the paragraph", ABOVE, "<blockquote><p>We go. <cite>Ann Lee</cite>, mayor</p></blockquote>", "“We go.”\n\n— Ann Lee, mayor"),
    ("a work in the sentence", "It read:", "<blockquote><p>We read <cite>The Post</cite> daily.</p></blockquote>", "“We read The Post daily.”"),
    ("a name by its class", ABOVE, "<blockquote><p>We go.</p><p class=quote-author>Ann Lee</p></blockquote>", "“We go.”\n\n— Ann Lee"),
    ("a name below a line break", ABOVE, "<blockquote>We go.<br>— Ann Lee</blockquote>", "“We go.”\n— Ann Lee"),
    ("a name as a paragraph", ABOVE, "<blockquote><p>We go.</p><p>Prof. Ann Lee</p></blockquote>", "“We go.”\n\nProf. Ann Lee"),
    ("a name below the block", ABOVE, "<blockquote><p>We go.</p></blockquote><p>— Ann Lee, who is the mayor.</p>", "“We go.”\n\n— Ann Lee, who is the mayor."),
    (
        "a tweet",
        ABOVE,
        '<blockquote class="twitter-tweet"><p lang="en">We go.</p>&mdash; Ann Lee (@ann) <a href="https://x.com/1">May 1, 2024</a></blockquote>',
        "“We go.”\n\n— Ann Lee (@ann) May 1, 2024",
    ),
    (
        "a tweet whose author has a paragraph",
        ABOVE,
        '<blockquote class="twitter-tweet"><p>We go.</p><p>&mdash; Ann Lee (@ann) May 1, 2024</p></blockquote>',
        "“We go.”\n\n— Ann Lee (@ann) May 1, 2024",
    ),
    (
        "a post",
        ABOVE,
        "<blockquote><p>We go.</p><p>A post shared by Ann Lee (@ann)</p></blockquote>",
        "“We go.”\n\nA post shared by Ann Lee (@ann)",
    ),
    ("nobody's words", ABOVE, "<blockquote>The pier was built in 1911.</blockquote>", "The pier was built in 1911."),
    ("nobody's words in a figure", ABOVE, "<figure><blockquote>The pier is old.</blockquote></figure>", "The pier is old."),
    ("nobody's two paragraphs", ABOVE, "<blockquote><p>Summary</p><p>The pier is old.</p></blockquote>", "Summary\n\nThe pier is old."),
]  # fmt: skip


@pytest.mark.parametrize(("label", "above", "markup", "text"), BLOCKQUOTES, ids=[case[0] for case in BLOCKQUOTES])
def test_a_block_quotation_stands_between_marks(tmp_path: Path, label: str, above: str, markup: str, text: str) -> None:
    """As in print, where a colon leads to it or somebody is named below, outside of them; no other block is speech."""
    page = f"<body><p>{above}</p>{markup}<p>She then left the building again.</p></body>"
    assert read(tmp_path, page).text == f"{above}\n\n{text}\n\nShe then left the building again."


def test_a_span_of_words_has_a_span_of_the_page(tmp_path: Path) -> None:
    """From its first character to its last, with the tags between."""
    page = "<body><p>The mayor said: &ldquo;We <em>never</em> lie.&rdquo; Then she left the room.</p></body>"
    source = read(tmp_path, page)
    start = source.text.index("“")
    assert source.raw is not None
    first, last = source.raw.span(start, source.text.index("”") + 1)
    assert page[first:last] == "&ldquo;We <em>never</em> lie.&rdquo;"


def test_the_map_travels_with_its_article(tmp_path: Path) -> None:
    """To other processes and back; it is no part of what makes two articles equal."""
    source = read(tmp_path, "<body><p>The mayor said: &ldquo;We never lie.&rdquo; Then she left the room.</p></body>")
    copy = pickle.loads(pickle.dumps(source))
    assert copy == source
    assert hash(copy) == hash(source)
    assert copy.raw.span(0, 20) == source.raw.span(0, 20)  # type: ignore[union-attr]


PARTS = """<p>|</p>|<q>|</q>|<b>|</b>|<a href='x'>|</a>|<br>|<sup>|</sup>|1| |\n|  |word |“|”|&amp;|&ldquo;|<div>|</div>|<!--|-->|<li>|<pre>|</pre>
|<blockquote>|</blockquote>|<|&|"|<span hidden>|</span>|<script>|</script>|<table><tr><td>|</table>|<p class='x|é|😀|<button>|</button>"""
MARKUP = st.lists(st.sampled_from(PARTS.split("|")), max_size=40).map("".join)


@example("<blockquote><blockquote>word </blockquote>word ")
@given(MARKUP)
def test_any_markup_keeps_every_place(markup: str) -> None:
    """However broken: each character of each block is in the page where its map says."""
    text, raw = assemble(parse(markup).blocks)
    if raw is not None:
        text_and_raw_agree(markup, Source(id="x", path="x", text=text, raw=raw))


@given(st.text(alphabet="<>&/=\"'-! aApbq1;#\n", max_size=60))
def test_any_characters_are_a_page(markup: str) -> None:
    """Without an error, and every place kept."""
    text, raw = assemble(parse(markup).blocks)
    if raw is not None:
        text_and_raw_agree(markup, Source(id="x", path="x", text=text, raw=raw))
