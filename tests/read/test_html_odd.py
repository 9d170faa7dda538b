"""Pages as they should not be made and are: none of them comes out empty, and nothing but the article comes out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from quotecli.find import find_quotes
from quotecli.model import Source
from tests.read.test_html_inline import read, text_and_raw_agree

LEAD = "The ferry firm of Eastmere will stop its boats in the winter, its owner told the council on Monday evening."
SAID = "“We have no money for another season on the ice,” said Ilse Marrow, who has run the firm for nine years."
MORE = "The council had offered to pay for the fuel, but not for the repairs that the oldest of the boats is in want of."
LAST = "The last boat leaves the old pier on Sunday at six, and children travel on it without a ticket."
ALL = [LEAD, SAID, MORE, LAST]
TWO = [LEAD, SAID]


def p(texts: list[str], tag: str = "p", attributes: str = "") -> str:
    """Each in an element of its own."""
    return "\n".join(f"<{tag}{' ' * bool(attributes)}{attributes}>{text}</{tag}>" for text in texts)


NAV = "<ul><li><a href=/>Home</a><li><a href=/n>News of the day</a><li><a href=/s>Sport and the results of Sunday</a></ul>"
OTHER = "“I never saw waves like these,” a fisherman of another town told this paper."
TEASER = f"<h3><a href=/1>Storm over the lake</a></h3><p>A storm sank four boats on Friday. {OTHER}</p>"
BANNER = "<p>We and our partners store information on your device, such as cookies, and process personal data, such as addresses.</p>" * 6


class Case(NamedTuple):
    """A page, what of it is the article, and what must not come out."""

    label: str
    body: str
    kept: list[str] = ALL
    left: tuple[str, ...] = ()


CASES = [
    # shown by a script, or by a style that a script takes away
    Case("streamed into place", f"<div id=B></div><div hidden id='S:0'><article>{p(ALL)}</article></div><script>$RC('B','S:0')</script>"),
    Case("transparent until it is loaded", f"<main style='opacity:0' aria-busy=true>{p(ALL)}</main>"),
    Case("a body that is hidden until it is loaded", f"<div style='visibility:hidden' id=page><nav>{NAV}</nav><article>{p(ALL)}</article></div>", left=("Sport",)),
    Case("behind a fold", f"<article><details><summary>Read the full story</summary>{p(ALL)}</details></article>", left=("full story",)),
    Case("in an open dialog", f"<nav>{NAV}</nav><dialog open><h1>Ferry</h1>{p(ALL)}</dialog>", left=("Sport",)),
    Case("in a window of its own", f"<nav>{NAV}</nav><div role=dialog class=modal><h1>Ferry</h1>{p(ALL)}</div>", left=("Sport",)),
    # old ways
    Case("a table with columns", f"<table><tr><td width=120>{NAV}</td><td><font size=2>{'<br><br>'.join(ALL)}</font></td><td>Ads<br>Ads</td></tr></table>", left=("Sport",)),
    Case("tables in tables", f"<table><tr><td><table><tr><td>{NAV}</td></tr></table></td><td><table><tr><td>{p(ALL)}</td></tr></table></td></tr></table>", left=("Sport",)),
    Case("centred, in fonts", f"<center><font face=Arial>{p(ALL)}</font></center>"),
    Case("a wire text set as it came", f"<pre>{chr(10).join(ALL[:1])}\n\n{SAID}\n\n{MORE}\n\n{LAST}</pre>"),
    Case("lines of a division", f"<div id=story>{'<br><br>'.join(ALL)}</div>"),
    Case("spans between line breaks", f"<div>{'<br/><br/>'.join(f'<span class=txt>{one}</span>' for one in ALL)}</div>"),
    Case("a form around the page", f"<form id=aspnetForm action=/><div class=menu>{NAV}</div><div class=content>{p(ALL)}</div></form>", left=("Sport",)),
    Case("elements of its own", f"<news-page><news-nav>{NAV}</news-nav><news-article>{p(ALL, 'news-paragraph')}</news-article></news-page>"),
    Case("elements that close themselves", f"<?xml version='1.0'?><html><body><div class=spacer/><article><a name=top/>{p(ALL)}</article></body></html>"),
    Case("paragraphs that nobody closed", f"<article>{''.join(f'<p>{one}' for one in ALL)}</article>"),
    Case("text in small headings", f"<article><h1>Ferry</h1>{p(ALL, 'h4')}</article>"),
    Case("two columns", f"<div class=row><div class=col-1>{p(ALL[:2])}</div><div class=col-2>{p(ALL[2:])}</div></div>"),
    # open ends
    Case("a menu that nobody closed", f"<nav>{NAV}<article><h1>Ferry</h1>{p(ALL)}</article>"),
    Case("an aside that nobody closed", f"<aside class=tools><a href=/p>Print</a><article><h1>Ferry</h1>{p(ALL)}</article>"),
    Case("a caption that nobody closed", f"<article><figure><img src=/a><figcaption>The pier<div class=text>{p(ALL)}</div></article>"),
    Case("a heading that nobody closed", f"<article><header><h1>Ferry</h1>{p(ALL)}</article>"),
    Case("a footer that nobody closed", f"<footer class=top><article><h1>Ferry</h1>{p(ALL)}</article>"),
    Case("a list in a paragraph", f"<article><p>{LEAD} He named three things:<ul><li>{SAID}</li><li>{MORE}</li></ul>{LAST}</p></article>"),
    Case("two lists in a paragraph", f"<article><p>{LEAD}<ul><li>{SAID}</li></ul>and then<ul><li>{MORE}</li></ul>{LAST}</p></article>"),
    Case("a quotation in a paragraph", f"<article><p>{LEAD} He wrote:<blockquote>{SAID}</blockquote>and to others: {MORE}</p><p>{LAST}</p></article>"),
    # names that say something else
    Case("comments are allowed", f"<article class='post comments-enabled'>{p(ALL)}</article>"),
    Case("no sidebar, related shown", f"<div class='layout no-sidebar has-related has-newsletter'>{p(ALL)}</div>"),
    Case("a teaser in full", f"<article class='teaser teaser--full'><h1>Ferry</h1>{p(ALL)}</article>"),
    Case("below the menu", f"<div id=main-nav-offset><nav>{NAV}</nav><div class=text>{p(ALL)}</div></div>", left=("Sport",)),
    Case("for subscribers", f"<section class='paywall subscriber-content'>{p(ALL)}</section>"),
    Case("without advertisements", f"<div class='advertisement-free ad-free download-article'>{p(ALL)}</div>"),
    Case("a category called so", f"<article class='post category-sponsored tag-newsletter tag-gallery'>{p(ALL)}</article>"),
    Case("a widget of a builder", f"<div class='widget widget-text social-story'>{p(ALL)}</div>"),
    Case("a gallery is the article", f"<article class=gallery>{''.join(f'<div class=slide><h2>Boat {n}</h2><p>{one}</p></div>' for n, one in enumerate(ALL))}</article>"),
    # longer than the article
    Case("a banner about cookies", f"<div class=cookie-banner id=consent>{BANNER}</div><article><h1>Ferry</h1>{p(TWO)}</article>", TWO, ("partners",)),
    Case("terms below it", f"<article><h1>Ferry</h1>{p(TWO)}</article><footer>{BANNER}</footer>", TWO, ("partners",)),
    Case("comments below it", f"<article><h1>Ferry</h1>{p(TWO)}</article><section id=comments>{f'<div class=comment-body><p>{OTHER}</p></div>' * 5}</section>", TWO, ("waves",)),
    # other articles
    Case("cards below it", f"<main><article><h1>Ferry</h1>{p(ALL)}</article><section data-testid=more-stories>{f'<div class=card>{TEASER}</div>' * 3}</section></main>", left=("waves",)),
    Case("cards between its paragraphs", f"<article>{p(ALL[:2])}<div class=recirc><h4>More on this</h4>{TEASER}</div>{p(ALL[2:])}</article>", left=("waves",)),
    Case("a list of the most read", f"<article>{p(ALL)}</article><aside><h2>Most read</h2><ol><li>{TEASER}</li><li>{TEASER}</li></ol></aside>", left=("waves",)),
    Case("another article below", f"<article><h1>Ferry</h1>{p(ALL)}</article><article><h1>Storm</h1><p>A storm sank four boats. {OTHER}</p></article>", left=("waves",)),
    Case("a box in the text", f"<article>{p(ALL[:2])}<aside class=factbox><p>{OTHER}</p></aside>{p(ALL[2:])}</article>", left=("waves",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_an_odd_page_gives_its_article(tmp_path: Path, case: Case) -> None:
    """All of it, in its order, each character in its place."""
    body = (
        case.body
        if case.body.startswith("<?xml")
        else f"<!doctype html><html><head><title>Ferry</title></head><body>{case.body}</body></html>"
    )
    found = read(tmp_path, body)
    places = [found.text.find(one) for one in case.kept]
    assert places == sorted(places)
    assert -1 not in places
    assert not [one for one in case.left if one in found.text]
    text_and_raw_agree(body, found)


WORDS = "Nobody here owns a shovel. We are using trays."
CREDITED = [
    ("Bluesky", f"<blockquote class=bluesky-embed><p lang=en>{WORDS}</p>&mdash; Tam Orrin (<a href=/t>@tamorrin.example</a>) <a href=/p>9 January 2024 at 10:02</a></blockquote>"),
    ("Mastodon", f"<blockquote class=mastodon-embed><a href=/t><div>Post by @tamorrin@a.example</div><div>View on Mastodon</div></a><p>{WORDS}</p></blockquote>"),
    ("TikTok", f"<blockquote class=tiktok-embed cite=/v><section><a href=/t>@tamorrin</a><p>{WORDS}</p><a href=/m>♬ original sound - tamorrin</a></section></blockquote>"),
    ("Threads", f"<blockquote class=text-post-media><div><p>{WORDS}</p></div><div>Post by @tamorrin</div><div>View on Threads</div></blockquote>"),
    ("a card", f"<div class=quote><span class=quote__text>“{WORDS}”</span><span class=quote__author> Tam Orrin</span></div>"),
    ("a figure", f"<figure><blockquote><p>{WORDS}</p></blockquote><figcaption>Tam Orrin, at the harbour</figcaption></figure>"),
    ("a line below", f"<blockquote><p>{WORDS}</p><p class=attribution>Tam Orrin</p></blockquote>"),
    ("a dash in the paragraph", f"<blockquote><p>{WORDS}<br>– Tam Orrin</p></blockquote>"),
    ("a footer", f"<blockquote>{WORDS}<footer>Tam Orrin, <cite>The Courier</cite></footer></blockquote>"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "quotation"), CREDITED, ids=[case[0] for case in CREDITED])
def test_who_said_it_is_no_part_of_the_words(tmp_path: Path, label: str, quotation: str) -> None:
    """Whoever lays them out; and nobody of the paragraph above is said to have said them."""
    found = read(tmp_path, f"<html><body><article><h1>Snow</h1><p>{LEAD}</p>{quotation}<p>{LAST}</p></article></body></html>")
    said = [quote for quote in find_quotes(found).quotes if "shovel" in quote.text]
    assert [quote.text for quote in said] == [WORDS] * len(said)
    assert not [quote for quote in said if quote.speaker and quote.speaker.name not in ("Tam Orrin", "@tamorrin")]
    assert isinstance(found, Source)
