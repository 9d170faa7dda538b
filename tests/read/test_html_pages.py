"""On a whole page: the paragraphs of the article and nothing else, and what the page says about itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources
from tests.read.test_html_inline import read, text_and_raw_agree

LEAD = "The council of Harwick voted on Tuesday to close the old harbour bridge for eleven months, despite a petition."
SAID = "“We have waited far too long for this,” said Ann Lee, the council’s leader, after the vote."
SHORT = "“No.”"
MORE = "Traders on both sides of the water said that the detour would cost them half of their customers in the winter."
LAST = "The works begin in March, and the bridge opens again the year after, if the money lasts."
STORY = [LEAD, SAID, SHORT, MORE, LAST]
P = [f"<p>{text}</p>" for text in STORY]
MENU = "<ul><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/sport>Sport and nothing but sport</a></ul>"
TEASERS = "".join(
    f"<div class=card><a href=/{n}><h3>Another story number {n}</h3></a><p>In which something quite different happens to {n} people.</p></div>"
    for n in range(3)
)
COMMENTS = "".join(
    f"<div><b>reader{n}</b><p>I have never read such nonsense, and “{n}” is my answer to it all.</p></div>" for n in range(4)
)

OTHERS = "".join(
    f"<div class=item><h3><a href=/{n}>Another story number {n}</a></h3><p>What they called “a great day” ended badly for {n} people.</p></div>"
    for n in range(2)
)
LINKED = "".join(f"<div><a href=/{n}>Another story of number {n}</a><p>It ended badly for {n} people.</p></div>" for n in range(3))
# Four paragraphs long enough to be nothing but the text of an article.
ALL = [
    LEAD,
    SAID.replace("after the vote", "after the vote, while her opponents filed out of the chamber"),
    MORE,
    LAST + " Nobody in the town hall would say on Tuesday what happens if it does not.",
]
LONG = [f"<p>{text}</p>" for text in ALL]

LAYOUTS = [
    ("bare paragraphs", "".join(P), STORY),
    (
        "a newspaper: header, article, aside, footer",
        f"<header><nav>{MENU}</nav></header><main><article><header><h1>Bridge to close</h1><div class=byline>By Jo Hart</div><time datetime=2024-05-01>"
        f"May 1</time></header>{''.join(P)}</article><aside><h2>Most read</h2>{TEASERS}</aside></main><footer><p>© 2024 The Post Ltd. All rights "
        "reserved.</p></footer>",
        STORY,
    ),
    (
        "a cookie banner before everything",
        "<div id=cookie-consent role=dialog><p>We and our 812 partners store and access information on your device. You can change your mind at any "
        f"time.</p><button>Accept</button></div><div id=app><div class=story>{''.join(P)}</div></div>",
        STORY,
    ),
    (
        "advertisements in the middle of the paragraphs",
        f"<article>{P[0]}<div class='ad-slot ad'><p>Advertisement</p><p>Buy two mattresses and get a third one free, this week only, at Bedworld.</p></div>"
        f"{P[1]}<p>Advertisement</p>{P[2]}<div data-component=promo-block class=promo><p>Sign up to our newsletter, the best of the week in your inbox."
        f"</p></div>{P[3]}{P[4]}</article>",
        STORY,
    ),
    (
        "paragraphs in several wrappers, with a gap between",
        f"<div class=layout><div class=article-body-1>{P[0]}{P[1]}</div><div class=outbrain>{TEASERS}</div><div class=article-body-2>{P[2]}{P[3]}</div>"
        f"<div class=article-body-3>{P[4]}</div></div>",
        STORY,
    ),
    (
        "figures with captions and credits",
        f"<article><figure><img src=x><figcaption>The bridge on Monday. “A ruin,” some say. <span class=credit>Photo: Jo Hart</span></figcaption></figure>"
        f"{P[0]}{P[1]}<div class='image-wrap'><img src=y><p class=caption>Ann Lee in her office, where she has worked since 2019.</p></div>{P[2]}{P[3]}"
        f"<p class=photo-credit>Photograph: Jo Hart for this newspaper, all rights reserved</p>{P[4]}</article>",
        STORY,
    ),
    (
        "pull quotes, which say everything twice",
        f"<article>{P[0]}<aside class=pullquote><p>We have waited far too long for this</p></aside>{P[1]}{P[2]}<blockquote class='pull-quote'><p>We have "
        f"waited far too long</p><cite>Ann Lee</cite></blockquote>{P[3]}{P[4]}</article>",
        STORY,
    ),
    (
        "comments as long as the article",
        f"<main><article>{''.join(P)}</article><section id=comments><h2>4 comments</h2>{COMMENTS}</section></main>",
        STORY,
    ),
    (
        "comments longer than the article, which has no element of its own",
        f"<div id=content>{''.join(P)}<div id=comments class=comments-area>{COMMENTS * 5}</div></div>",
        STORY,
    ),
    (
        "links to other stories between the paragraphs, one of them with a quotation in its headline",
        f"<div class=story>{P[0]}<p><strong><a href=/1>‘WE WILL WIN’: MAYOR OF HARWICK HITS BACK AT CRITICS OF THE BRIDGE</a></strong></p>{P[1]}{P[2]}"
        f"<p><a href=/2>Mayor says “we will win” and leaves the hall</a></p>{P[3]}{P[4]}</div>",
        STORY,
    ),
    (
        "a component for every paragraph",
        "<main id=main-content><article>"
        + "".join(f'<div data-component="text-block" class="sc-18fde0d6-0 dlWCEZ"><div>{p}</div></div>' for p in P)
        + '<div data-component="byline-block" class="sc-1"><p>Jo Hart has written about bridges for this newspaper since 1987.</p></div>'
        '<div data-component="links-block"><h2>Related</h2><ul><li><a href=/1>A ferry sinks off Harwick</a></ul></div></article></main>',
        STORY,
    ),
    (
        "related links inside the article",
        f"<article>{P[0]}<p><a href=/1>Read more: Harwick’s other bridge and what became of it in the end</a></p>{P[1]}{P[2]}<div class=related-stories>"
        f"<h3>Related</h3><ul><li><a href=/2>A story about another bridge</a><li><a href=/3>And one about a ferry, which sank</a></ul></div>{P[3]}{P[4]}"
        f"<div class=tags><a href=/t/b>Bridges</a> <a href=/t/h>Harwick</a></div></article><section class=recommended>{TEASERS}</section>",
        STORY,
    ),
    (
        "AMP",
        f"<amp-sidebar id=menu>{MENU}</amp-sidebar><amp-consent><div><p>We use cookies for many purposes, of which this text tells you nothing.</p></div>"
        f"</amp-consent><div class=amp-wp-content>{P[0]}<amp-ad width=300><div>An offer that nobody can refuse, from Bedworld, for you.</div></amp-ad>"
        f"{P[1]}{P[2]}<amp-carousel><figure><figcaption>One of nine pictures of the bridge.</figcaption></figure></amp-carousel>{P[3]}{P[4]}</div>",
        STORY,
    ),
    (
        "a blog's theme, its class names full of tags and comments",
        f"<body class='single has-sidebar comments-open'><div id=page class='site hfeed'><div id=content><article class='post-12 tag-bridges category-news'>"
        f"<h1>Bridge to close</h1><div class='entry-content'>{''.join(P)}<div class='sharedaddy social'><h3>Share this:</h3><ul><li>Tweet</ul></div></div>"
        f"<footer class=entry-footer>Posted in <a>News</a></footer></article><div id=respond class=comment-respond><p>Your email address will not be "
        "published. Required fields are marked with a star.</p></div></div><div id=secondary class='widget-area sidebar'><p>About me: I have written "
        "about Harwick since the days when it had two bridges.</p></div></div>",
        STORY,
    ),
    (
        "no paragraphs at all, as in the nineties",
        f"<table><tr><td width=120><a href=/>Home</a><br><a href=/news>News</a></td><td><font face=Arial>{'<br><br>'.join(STORY)}</font></td></tr></table>",
        ["\n\n".join(STORY)],
    ),
    (
        "divisions for paragraphs",
        f"<div class=nav>{MENU}</div><div class=main>{''.join(f'<div class=par>{text}</div>' for text in STORY)}<div class=more>More.</div></div>",
        STORY,
    ),
    (
        "everything inside a form",
        f"<form action=/ method=post><input type=hidden name=__VIEWSTATE value=x><div id=content>{''.join(P)}</div></form>",
        STORY,
    ),
    (
        "headings and a list",
        f"<article><h1>Bridge to close</h1>{P[0]}{P[1]}{P[2]}<h2>What it costs</h2>{P[3]}<ul><li>The works: £11m, of which the region pays a half.</li>"
        f"<li>The detour: unknown.</li></ul>{P[4]}<h3>Related stories</h3><ul><li><a href=/2>A ferry sinks off Harwick at night</a></ul></article>",
        [LEAD, SAID, SHORT, "What it costs", MORE, "The works: £11m, of which the region pays a half.", "The detour: unknown.", LAST],
    ),
    (
        "the body of the article named",
        f"<div>{TEASERS * 3}</div><div itemprop='articleBody'>{''.join(P * 3)}</div><div>{TEASERS}</div>",
        STORY * 3,
    ),
    # The names that page builders and paywalls give are not to be believed of what reads like an article.
    (
        "a builder's widgets",
        f"<div class='elementor-widget elementor-widget-text-editor'>{LONG[0]}{LONG[1]}</div>"
        f"<div class='elementor-widget elementor-widget-text-editor'>{LONG[2]}{LONG[3]}</div>",
        ALL,
    ),
    (
        "a division for subscribers around every paragraph",
        f"<article><div class=subscriber-preview>{''.join(LONG)}</div>{''.join(f'<div class=subscriber-only>{p}</div>' for p in LONG)}</article>",
        ALL * 2,
    ),
    (
        "a teaser and the remainder",
        f"<article><div class=teaser-content>{''.join(LONG[:3])}</div><div class=remainder>{LONG[3]}</div></article>",
        ALL,
    ),
    ("a paywall around the rest", f"<article>{LONG[0]}<div class=paywall>{''.join(LONG[1:])}</div></article>", ALL),
    ("posts with a class of their own each", "".join(f"<div class='post post-meta' id=p{n}>{p}</div>" for n, p in enumerate(LONG)), ALL),
    ("the first paragraph is called the teaser", f"<article><p class=teaser>{LONG[0][3:-4]}</p>{''.join(LONG[1:])}</article>", ALL),
    ("the first paragraph is a heading", f"<article><h1>Bridge to close</h1><h2>{LONG[0][3:-4]}</h2>{''.join(LONG[1:])}</article>", ALL),
    ("what only small screens hide", f"<article>{LONG[0]}<div class='hidden md:block'>{''.join(LONG[1:])}</div></article>", ALL),
    ("an element that a script made", f"<my-page><template shadowrootmode=open><div>{''.join(LONG)}</div></template></my-page>", ALL),
    # Other articles, in places without a telling name.
    ("a column of other articles", f"<div class=col-8>{''.join(LONG)}</div><div class=col-4><h4>Most read</h4>{OTHERS}</div>", ALL),
    (
        "other articles at the end of this one",
        f"<article>{''.join(LONG)}<section class=more><h2>Keep reading</h2>{OTHERS}</section></article>",
        ALL,
    ),
    ("titles that are links and no headings", f"<div>{''.join(LONG)}</div><div>{LINKED}</div>", ALL),
    (
        "another article below, as one scrolls",
        f"<article><h1>Bridge to close</h1>{''.join(LONG)}</article><article><h1>Ferry sinks</h1>{''.join(P * 2)}</article>",
        ALL,
    ),
    # What stands among the paragraphs.
    (
        "the heading of a box that is left out",
        f"<article>{LONG[0]}<div><h3>Read on</h3><ul><li><a href=/2>A ferry sinks</a></ul></div>{''.join(LONG[1:])}</article>",
        ALL,
    ),
    (
        "a quotation of the article set large",
        f"<article>{''.join(LONG)}<blockquote class=big><p>We have waited far too long for this</p></blockquote></article>",
        ALL,
    ),
    (
        "a quotation that is not of the article",
        f"<article>{''.join(LONG)}<blockquote><p>Build it.</p><cite>Bo Roe</cite></blockquote></article>",
        [*ALL, "“Build it.”", "— Bo Roe"],
    ),
    (
        "an advertisement inside a paragraph",
        f"<article><p>“Too long,” said Ann <div class=ad>Buy now</div>Lee of Harwick.</p>{''.join(LONG)}</article>",
        ["“Too long,” said Ann Lee of Harwick.", *ALL],
    ),
    (
        "words for screen readers",
        f"<article>{''.join(LONG)}<p>The <a href=x>plan<span style='clip:rect(0 0 0 0)'>, opens new tab</span></a> is old.</p></article>",
        [*ALL, "The plan is old."],
    ),
    *(
        (f"a sentence that begins like a note: {text}", f"<article>{''.join(LONG)}<p>{text}</p></article>", [*ALL, text])
        for text in (
            "“Follow us into the fire,” said Ann Lee.",
            "“Sign up or be sorry,” she said.",
            "“Read more books,” he said.",
            "Copyright law is clear, said Ann Lee.",
            "By then nobody cared.",
            "Updated rules came into force in 2019.",
            "Published by her sister in 1984.",
        )
    ),
    *(
        (f"a note: {text}", f"<article>{''.join(LONG)}<p>{text}</p></article>", ALL)
        for text in (
            "By Jo Hart",
            "Follow Jo Hart on X at @jo.",
            "Copyright 2024 The Post. All rights reserved.",
            "Updated May 1, 2024, at 9:30",
            "A version of this article appears in print on May 2, Section A, Page 3, with the headline: “No Bridge”.",
            "5 min read",
            "412",
        )
    ),
]

FOOT = f"<footer><div>{'Nobody should buy or sell on the strength of these figures. ' * 20}</div></footer>"
DIVS = [f"<div class=par>{text}</div>" for text in ALL]
# Names that say what a part is not, has, or belongs to; a page without names that can be believed; what is left open.
LAYOUTS += [
    *(
        (f"the article is called “{name}”", f"<div class='{name}'>{''.join(parts)}</div>{FOOT}", ALL)
        for parts in (LONG, DIVS)
        for name in (
            "has-ads",
            "non-paywall",
            "cb-sidebar-right",
            "page-rail__wrapper",
            "post-3 type-post tag-ferry",
            "no-sidebar",
            "col with-gallery",
        )
    ),
    ("an aside that holds everything", f"<aside class=sidebar>{''.join(LONG)}</aside>", ALL),
    ("an aside that holds everything over a long foot", f"<aside class=sidebar>{''.join(LONG)}</aside>{FOOT}", ALL),
    ("no end of the head, then a division", f"<div>{''.join(LONG)}</div>", ALL),
    ("an icon that closes itself", f"<svg/><svg><title/><style/><path d='M1'/></svg><article>{''.join(LONG)}</article>", ALL),
    ("an icon whose title has an end", f"<svg><title>Home</title><style>a{{b:c}}</style></svg><article>{''.join(LONG)}</article>", ALL),
    ("a formula", f"<math><mi>x</mi><mspace/></math><article>{''.join(LONG)}</article>", ALL),
    (
        "a quotation set large with its speaker",
        f"<article>{''.join(LONG)}<blockquote><p>“We have waited far too long for this”</p><p>Prof. Ann Lee</p></blockquote></article>",
        ALL,
    ),
    (
        "one of two paragraphs of a block was said before",
        f"<article>{''.join(LONG)}<blockquote><p>“We have waited far too long for this.”</p><p>“And we are tired.”</p></blockquote></article>",
        [*ALL, "“And we are tired.”"],
    ),
    (
        "a list of links that say something",
        f"<article>{''.join(LONG)}<ul><li><a href=/1>The mayor has left the party that she led for nine long years</a>. “I am tired,” she said.</li>"
        "<li><a href=/2>A brewer buys the mill by the river</a></li></ul></article>",
        [*ALL, "The mayor has left the party that she led for nine long years. “I am tired,” she said."],
    ),
    (
        "short items between paragraphs",
        f"<article>{''.join(LONG[:2])}<ul><li>Harwick: third place</li><li>Ulm: ninth place</li></ul>{''.join(LONG[2:])}</article>",
        [*ALL[:2], "Harwick: third place", "Ulm: ninth place", *ALL[2:]],
    ),
    (
        "short links between paragraphs",
        f"<article>{''.join(LONG[:2])}<ul><li><a href=/1>Third place</a></li><li><a href=/2>Ninth place</a></li></ul>{''.join(LONG[2:])}</article>",
        ALL,
    ),
    (
        "a line of dialogue in divisions of its own",
        "<div class=story>" + "".join(f"<div><div><span>{text}</span></div></div>" for text in STORY) + "</div>",
        STORY,
    ),
    (
        "a button in a division of its own",
        "<div class=story>" + "".join(f"<div><div><span>{text}</span></div></div>" for text in [*STORY, "Read on"]) + "</div>",
        STORY,
    ),
    (
        "a gallery beside the paragraphs",
        f"<article><div>{LONG[0]}<ul class=gallery>{'<li><p>A cat sleeps on the roof of the town hall, where a stork has its nest.</p></li>' * 5}</ul>"
        f"{''.join(LONG[1:])}</div></article>",
        ALL,
    ),
    (
        "an article that is a gallery",
        f"<div class=gallery>{''.join(LONG)}</div>",
        ALL,
    ),
    (
        "boxes with titles that are no links, below a short article",
        f"<div><div><h1>Bridge to close</h1>{LONG[0]}{LONG[1]}</div>"
        + "".join(
            f"<div class=box><h3>Story {n}</h3><p>What they called “a great day” ended badly for {n} people.</p></div>" for n in range(3)
        )
        + "</div>",
        ALL[:2],
    ),
    (
        "sections with titles, below a heading alone",
        "<div><h1>Bridge to close</h1>" + "".join(f"<div class=box><h3>Part {n}</h3>{p}</div>" for n, p in enumerate(LONG)) + "</div>",
        [text for n, told in enumerate(ALL) for text in ([f"Part {n}", told] if n else [told])],
    ),
    (
        "titles in headers over other articles",
        f"<article>{''.join(LONG)}</article><div>"
        + "".join(
            f"<article class=card><header><h2><a href=/{n}>Another story of number {n}</a></h2><div>post.example</div></header>"
            f"<div><p>It ended badly for {n} people, and for all of their neighbours.</p></div></article>"
            for n in range(3)
        )
        + "</div>",
        ALL,
    ),
    (
        "a lede above the body",
        f"<article><h1>Bridge to close</h1><div>{LONG[0]}</div><div itemprop=articleBody>{''.join(LONG[1:])}</div></article>",
        ALL,
    ),
    (
        "a standfirst above the body, and a date",
        f"<article><h1>Bridge to close</h1><div class=dek>Nobody in Harwick saw it coming, says our reporter.</div><div>Updated 1 May 2024, 9:30.</div>"
        f"<div itemprop=articleBody>{''.join(LONG)}</div></article>",
        ["Nobody in Harwick saw it coming, says our reporter.", *ALL],
    ),
    (
        "a notice above the main heading",
        f"<div><p>This paper has a new design, of which we are proud.</p></div><h1>Bridge to close</h1><div itemprop=articleBody>{''.join(LONG)}</div>",
        ALL,
    ),
    (
        "an appeal",
        f"<div><div><h1>Bridge to close</h1>{''.join(LONG)}</div><div class=fundraising><p>Most of our work begins with “Is it true?”, so give.</p></div></div>",
        ALL,
    ),
    (
        "a transcript at the foot",
        f"<article><p>A film follows a bridge in Harwick.</p><footer><dl><dt>Transcript</dt><dd>{''.join(LONG)}</dd></dl></footer></article>",
        ["A film follows a bridge in Harwick.", *ALL],
    ),
    (
        "a short foot",
        f"<article>{''.join(LONG)}<footer><p>Jo Hart has written about bridges since 1987.</p></footer></article>",
        ALL,
    ),
]


@pytest.mark.parametrize(("label", "body", "paragraphs"), LAYOUTS, ids=[case[0] for case in LAYOUTS])
def test_the_paragraphs_of_the_article_and_nothing_else(tmp_path: Path, label: str, body: str, paragraphs: list[str]) -> None:
    """On pages made like those of real news sites."""
    page = f"<!doctype html><html><head><title>Bridge to close</title></head>{body if body.startswith('<body') else f'<body>{body}</body>'}</html>"
    assert read(tmp_path, page).text == "\n\n".join(paragraphs)


WHOLE_PAGES = sorted((Path(__file__).parent.parent / "cases" / "html").glob("*.html"))


@pytest.mark.parametrize("page", WHOLE_PAGES, ids=[page.stem for page in WHOLE_PAGES])
def test_the_article_of_a_page_in_the_cases(page: Path) -> None:
    """Beside each page stands its article."""
    (source,) = read_sources([str(page)])
    assert isinstance(source, Source), source
    assert source.text.split() == page.with_suffix(".txt").read_text("utf8").split()
    text_and_raw_agree(page.read_text("utf8"), source)


def told(body: str) -> str:
    """As a string of JSON holds it."""
    return json.dumps(body)


PLAIN = "\n\n".join(ALL)
SCRIPTS = [
    ("JSON-LD", f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": {told(PLAIN)}}}</script>', ALL),
    ("JSON-LD in a list, its body markup", f'<script type="application/ld+json">[{{"@type": "Article", "articleBody": {told("".join(LONG))}}}]</script>', ALL),
    ("JSON-LD with entities", f'<script type="application/ld+json">{{"articleBody": {told(PLAIN.replace("“", "&ldquo;"))}}}</script>', ALL),
    ("JSON-LD beside a beginning", f'<p>The council of Harwick voted.</p><script type="application/ld+json">{{"articleBody": {told(PLAIN)}}}</script>', ALL),
    ("JSON-LD that is shorter", f'{"".join(LONG)}<script type="application/ld+json">{{"articleBody": {told(ALL[0] * 2)}}}</script>', ALL),
    ("data, paragraph by paragraph", f'<script id="__NEXT_DATA__" type="application/json">{{"p": [{", ".join("{" + chr(34) + "text" + chr(34) + f": {told(t)}}}" for t in ALL)}]}}</script>', ALL),
    ("data, as markup", f'<script id="__NEXT_DATA__" type="application/json">{{"post": {{"id": 1, "body": {told("".join(LONG))}}}}}</script>', ALL),
    ("a template", f'<script type="text/x-handlebars-template">{"".join(LONG)}</script>', ALL),
    ("an element template", f'<div id=root></div><template>{"".join(LONG)}</template>', ALL),
    ("without scripts", f'<noscript><div>{"".join(LONG)}</div></noscript>', ALL),
    ("a part that a script shows", f'<div style="display:none"><article>{"".join(LONG)}</article></div>', ALL),
]  # fmt: skip


@pytest.mark.parametrize(("label", "body", "paragraphs"), SCRIPTS, ids=[case[0] for case in SCRIPTS])
def test_what_only_a_script_shows(tmp_path: Path, label: str, body: str, paragraphs: list[str]) -> None:
    """A reader sees it, so it is read, and each character has its place."""
    assert read(tmp_path, f"<html><body>{body}</body></html>").text == "\n\n".join(paragraphs)


def test_the_end_of_the_head_may_be_left_out(tmp_path: Path) -> None:
    """Before a body, or before the first division."""
    for body in ("<body><div>", "<div>", "<p>"):
        assert read(tmp_path, f"<html><head><meta charset=utf-8><title>x</title>{body}{''.join(LONG)}").text == "\n\n".join(ALL)


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "No"},
 {"@type": ["NewsArticle"], "headline": "Bridge &amp; tunnel", "datePublished": "2024-05-01T09:30:00+01:00", "url": "https://post.example/1",
 "author": [{"@type": "Person", "name": "Jo Hart"}, {"name": "Al Roe"}], "publisher": {"@type": "Organization", "name": "The Post"}}]}</script>"""


def ld(text: str) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{text}</script>'


META = """<meta property="og:title" content="Bridge to close"><meta property="og:site_name" content="Post Online"><meta name=author content="J. Hart">
<meta property="article:published_time" content="2024-05-02T08:00:00Z"><link rel=canonical href="https://post.example/2">"""
ABOUT = [
    ("JSON-LD", JSON_LD, ("Bridge & tunnel", "The Post", "2024-05-01T09:30:00+01:00", "Jo Hart, Al Roe", "https://post.example/1")),
    ("meta", META, ("Bridge to close", "Post Online", "2024-05-02T08:00:00Z", "J. Hart", "https://post.example/2")),
    ("both: JSON-LD first", META + JSON_LD, ("Bridge & tunnel", "The Post", "2024-05-01T09:30:00+01:00", "Jo Hart, Al Roe", "https://post.example/1")),
    ("a title alone", "<title>Bridge\n to &quot;close&quot;</title>", ('Bridge to "close"', None, None, None, None)),
    ("a date in words", '<meta name="date" content="Wed, 1 May 2024 10:00"><title>x</title>', ("x", None, "2024-05-01", None, None)),
    ("a date that could be two", '<meta name="date" content="03/04/2024"><title>x</title>', ("x", None, None, None, None)),
    ("JSON-LD that is broken", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>' + META, ("Bridge to close", "Post Online", "2024-05-02T08:00:00Z", "J. Hart", "https://post.example/2")),
    ("JSON-LD of something else", '<script type="application/ld+json">[1, {"@type": "Recipe", "headline": "Cake"}]</script><title>x</title>', ("x", None, None, None, None)),
    ("JSON-LD of deep nesting", f'<script type="application/ld+json">{"[" * 100_000}</script><title>x</title>', ("x", None, None, None, None)),
    ("nothing", "", (None, None, None, None, None)),
    ("JSON-LD of a deep author", ld('{"@type": "NewsArticle", "headline": "A", "author": ' + "[" * 500 + '"B"' + "]" * 500 + "}"), ("A", None, None, None, None)),
    ("JSON-LD of deep names", ld('{"@type": "NewsArticle", "headline": "A", "author": ' + '{"name": ' * 500 + '"B"' + "}" * 501), ("A", None, None, None, None)),
    ("half a character", ld('{"@type": "NewsArticle", "headline": "A \\ud800."}'), ("A \ufffd.", None, None, None, None)),
    ("JSON-LD that refers", ld('{"@graph": [{"@type": "NewsArticle", "headline": "A", "publisher": {"@id": "#p"}, "author": {"@id": "#a"}}, {"@type": "Organization", "@id": "#p", "name": "The Post"}, {"@type": "Person", "@id": "#a", "name": "Jo Hart"}]}'), ("A", "The Post", None, "Jo Hart", None)),
    ("JSON-LD inside a page's", ld('{"@type": "WebPage", "name": "No", "mainEntity": {"@type": "http://schema.org/ReviewNewsArticle", "headline": "A"}}'), ("A", None, None, None, None)),
    ("JSON-LD with a comma too many", ld('//<![CDATA[\n{"@type": "NewsArticle", "headline": "A",}\n//]]>'), ("A", None, None, None, None)),
    ("JSON-LD of a related article, and more of it", META + ld('[{"@type": "NewsArticle", "headline": "Ferry sinks", "datePublished": "2020-01-01", "author": "No", "url": "https://post.example/9"}, {"@type": "NewsArticle", "headline": "Bridge to close", "url": "https://post.example/2"}]'), ("Bridge to close", "Post Online", "2024-05-02T08:00:00Z", "J. Hart", "https://post.example/2")),
    ("a title with the name of the site", '<title>Bridge to close | The Post</title><meta property="og:site_name" content="The Post">', ("Bridge to close", "The Post", None, None, None)),
    ("a byline", '<meta name=author content="By Jo Hart">', (None, None, None, "Jo Hart", None)),
    ("a handle", '<meta name=author content="@johart">', (None, None, None, None, None)),
    ("a login and a name", '<meta name=author content="jhart2"><meta name=sailthru.author content="By Jo Hart">', (None, None, None, "Jo Hart", None)),
    ("a login alone", '<meta name=author content="jhart2">', (None, None, None, "jhart2", None)),
    ("whoever keeps the site", '<meta name=author content="admin">', (None, None, None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("label", "head", "known"), ABOUT, ids=[case[0] for case in ABOUT])
def test_what_a_page_says_about_itself(tmp_path: Path, label: str, head: str, known: tuple[str | None, ...]) -> None:
    """The most precise place first; nothing is guessed."""
    source = read(tmp_path, f"<html><head>{head}</head><body>{''.join(P)}</body></html>")
    assert (source.title, source.publisher, source.published, source.author, source.url) == known


def test_the_date_of_a_time_element_and_the_language(tmp_path: Path) -> None:
    """Where there is no better."""
    source = read(tmp_path, f"<html lang=fr-CA><body><time datetime='2024-05-01T10:00'>May</time>{''.join(P)}</body></html>")
    assert (source.published, source.language, source.format) == ("2024-05-01T10:00", "fr", "html")


SEEN = [
    ("rel", "<a rel=author href=/jo>Jo Hart</a>", ("Jo Hart", None)),
    ("itemprop", "<b itemprop=author><b itemprop=name>Jo Hart</b></b><b itemprop=datePublished>1 May 2024</b>", ("Jo Hart", "2024-05-01")),
    (
        "class",
        "<div class='post-byline'>By Jo Hart and Al Roe</div><span class=entry-date>May 1, 2024</span>",
        ("Jo Hart, Al Roe", "2024-05-01"),
    ),
    ("author's class", "<p class=author-name>JO HART</p><p class=timestamp>13.5.2024, 10 Uhr</p>", ("JO HART", "2024-05-13")),
    ("a byline with the place", "<div class=byline>By Jo Hart | The Post | Updated 9:30</div>", ("Jo Hart", None)),
    ("the surer name first", "<div class=byline>By Al Roe</div><a rel=author>Jo Hart</a>", ("Jo Hart", None)),
    ("a line that begins as a byline", "<p>By Jo Hart</p>", ("Jo Hart", None)),
    ("a date with dots", "<span class=date>1. Mai 2024</span>", (None, "2024-05-01")),
    ("a date that can be but one day", "<span class=date>5/13/2024</span>", (None, "2024-05-13")),
    ("a date that could be two", "<span class=date>3/4/2024</span>", (None, None)),
    ("no name", "<div class=byline>By our reporter in the field of bridges</div>", (None, None)),
    ("a button", "<a class=author>More about the author</a>", (None, None)),
    ("a class that only holds the word", "<div class=authority>Ann Lee</div>" + "<p>Fares.</p>" * 8 + "<div class=candidate>1 May 2024</div>", (None, None)),
    ("a hidden byline", "<div class=byline style='display:none'>Jo Hart</div>", (None, None)),
    # names of one word, and names before words that are none
    ("one word after a by", "<div class=byline>By Reuters</div>", ("Reuters", None)),
    ("a name, then a verb of another language", "<p>Von Jo van Hart publiziert am 1. Mai 2024</p>", ("Jo van Hart", "2024-05-01")),
    ("a name and a day", "<p class=meta>By Jo Hart Monday, May 1, 2024</p>", ("Jo Hart", "2024-05-01")),
    ("a label", "<p>Texto: Jo Hart · 1 de maio de 2024</p>", ("Jo Hart", "2024-05-01")),
    ("a date before the name", "<div>Posted on May 1, 2024 by Jo Hart</div>", ("Jo Hart", "2024-05-01")),
    ("one word without a by", "<div class=author>Staff</div>", (None, None)),
    ("whoever keeps the site", "<div class=author>by Admin</div>", (None, None)),
    ("a sentence that begins so", "<p>By Monday Night the ferry had stopped.</p>", (None, None)),
    # names inside a byline
    ("two in one line, the place behind", "<div class=byline><b class=author>Jo Hart and Al Roe</b> <i>Harwick Daily Post of Ferries</i></div>", ("Jo Hart, Al Roe", None)),
    ("two elements in one byline", "<div class=byline><b class=author>Jo Hart</b> <b class=author>Al Roe</b> <i>Harwick Daily Post</i></div>", ("Jo Hart, Al Roe", None)),
    ("an element that names nobody", "<div class=byline><b class=author></b> By Jo Hart</div>", ("Jo Hart", None)),
    # dates in the line by the heading
    ("a date in figures", "<div>Filed: [ 2024-05-01 17:32 ]</div>", (None, "2024-05-01")),
    ("a month of another language", "<p>24 сентября 2018</p>", (None, "2018-09-24")),
    ("a day in a sentence", "<p>The ferry of Harwick, which sank on the night of 1 May 2024, is to be raised by the city.</p>", (None, None)),
    ("a span of years", "<p>1999 - 2024</p>", (None, None)),
    # comments have authors and dates of their own
    ("a comment", "<ol class=comment-list><li><b class=author>Al Roe</b><time datetime=2024-06-01></time></li></ol>", (None, None)),
    ("a comment by its own name", "<div class='comment-body'><div class=byline>By Al Roe</div><b class=date>1 June 2024</b></div>", (None, None)),
    ("a page with comments", "<div class='post comments-open'><div class=byline>By Jo Hart</div><b class=date>1 May 2024</b></div>", ("Jo Hart", "2024-05-01")),
    ("a related article", "<div class=related-articles><div class=byline>By Al Roe</div><time datetime=2024-06-01></time></div>", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("label", "markup", "known"), SEEN, ids=[case[0] for case in SEEN])
def test_bylines_and_dates_that_a_reader_sees(tmp_path: Path, label: str, markup: str, known: tuple[str | None, str | None]) -> None:
    """Where the head says nothing, by the names of elements; only what looks like a name or a date is believed."""
    source = read(tmp_path, f"<html><body><h1>Bridge to close</h1>{markup}{''.join(P)}</body></html>")
    assert (source.author, source.published) == known


HEADS = [
    ("a login", "jhart2", "By Jo Hart", "Jo Hart"),
    ("one of several", "Jo Hart", "By Jo Hart and Al Roe", "Jo Hart, Al Roe"),
    ("others", "Al Roe", "By Jo Hart", "Al Roe"),
    ("more than are seen", "Jo Hart, Al Roe", "By Jo Hart", "Jo Hart, Al Roe"),
    ("the same in capitals", "Jo Hart", "BY JO HART", "Jo Hart"),
]


@pytest.mark.parametrize(("label", "head", "seen", "author"), HEADS, ids=[case[0] for case in HEADS])
def test_the_head_and_the_byline_together(tmp_path: Path, label: str, head: str, seen: str, author: str) -> None:
    """The head is believed, unless it holds a login or the byline names more people."""
    page = f"<html><head><meta name=author content='{head}'></head><body><h1>Bridge to close</h1><p class=byline>{seen}</p>{''.join(P)}</body></html>"
    assert read(tmp_path, page).author == author


ADDRESSES = [
    ("https://post.example/2024/05/01/bridge", "2024-05-01"),
    ("https://post.example/news/2019/11/19/bridge/42", "2019-11-19"),
    ("https://post.example/world/2024/may/01/bridge", "2024-05-01"),
    ("https://post.example/bridge-2024-05-01.html", "2024-05-01"),
    ("https://post.example/20240501/bridge", "2024-05-01"),
    ("https://post.example/2024/bridge-1", None),
    ("https://post.example/story/20245/1999", None),
]


@pytest.mark.parametrize(("address", "date"), ADDRESSES)
def test_the_date_in_the_address(tmp_path: Path, address: str, date: str | None) -> None:
    """Most papers write it there."""
    source = read(tmp_path, f"<html><head><link rel=canonical href='{address}'></head><body>{''.join(P)}</body></html>")
    assert source.published == date


ENCODINGS = [
    ('<meta charset="windows-1252">', "windows-1252", "windows-1252 (declared)"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "windows-1252", "windows-1252 (declared as iso-8859-1)"),
    ("<meta charset=utf-16>", "utf-8", "utf-8 (declared)"),
    (f"<style>{'a{b:c}' * 2000}</style><meta charset=windows-1251>", "windows-1251", "windows-1251 (declared)"),
    ("<meta charset=utf-8>", "utf-8", "utf-8 (declared)"),
    ("<meta charset=utf-8>", "windows-1252", "windows-1252 (assumed)"),
    ("<meta charset=nonsense>", "utf-8", "utf-8"),
    ("", "utf-16", "utf-16-le (byte order mark)"),
]


@pytest.mark.parametrize(("meta", "written", "encoding"), ENCODINGS)
def test_the_declared_encoding_counts_if_it_fits(tmp_path: Path, meta: str, written: str, encoding: str) -> None:
    """Pages lie: then their bytes decide."""
    file = tmp_path / "page.html"
    file.write_bytes(f"<html><head>{meta}</head><body>{''.join(P)}</body></html>".encode(written))
    (source,) = read_sources([str(file)])
    assert isinstance(source, Source)
    assert (source.text, source.encoding) == ("\n\n".join(STORY), encoding)


def test_content_tells_a_page_without_a_suffix(tmp_path: Path) -> None:
    """And --input-format overrules both."""
    file = tmp_path / "page"
    file.write_text(f"\n<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html><body>{''.join(P)}</body>")
    (page,) = read_sources([str(file)])
    (text,) = read_sources([str(file)], ReadOptions(input_format="text"))
    assert isinstance(page, Source)
    assert isinstance(text, Source)
    assert (page.format, text.format) == ("html", "text")


HOSTILE = [
    ("nested divisions without end", "<div>" * 300_000 + "text", "has more than 200,000 elements; no article does"),
    ("no text", "<html><body><div><img src=x></div><script>var a = '<p>no</p>'</script></body></html>", "has no paragraphs of text"),
    ("an application without a page", '<html><body><div id="root"></div></body></html>', "has no paragraphs of text"),
    ("a front page", f"<html><body><nav>{MENU}</nav></body></html>", "has no paragraphs of text"),
]


@pytest.mark.parametrize(("label", "page", "reason"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_what_is_no_article_is_passed_over(tmp_path: Path, label: str, page: str, reason: str) -> None:
    """In one line."""
    file = tmp_path / "page.html"
    file.write_text(page)
    assert list(read_sources([str(file)])) == [Skipped(str(file), reason)]


BROKEN = [
    "<a ",
    "<div>Words that run on for so long that they count. ",
    '<a b="',
    "<!--",
    "</b ",
    "<p>",
    "<b>",
    "</b>",
    "<b></i>",
    "<q>",
    "&",
    "&#",
    "<li>",
    "<sup>",
    "<td>",
    "= ",
    "<x a='",
    "<![CDATA[",
    "<pre>\n",
    " ",
]


@pytest.mark.parametrize("part", BROKEN)
def test_broken_pages_take_no_longer_than_whole_ones(tmp_path: Path, part: str) -> None:
    """Time grows with the page: forty thousand broken pieces are read, or refused; where it grew faster this would not end."""
    file = tmp_path / "page.html"
    file.write_text(f"<body>{P[0]}<p>{part * 40_000}")
    assert len(list(read_sources([str(file)]))) == 1


def test_trafilatura_chooses_and_the_characters_stay_ours(tmp_path: Path) -> None:
    """It drops words inside some elements; they are here, with their places."""
    pytest.importorskip("trafilatura")
    said = "<p>“We have <span class='share-quote'>waited</span> far too <time>long</time> for this,” said Ann Lee after the vote on Tuesday.</p>"
    page = f"<html><body><nav>{MENU}</nav><article>{P[0]}{said}{P[3]}{P[4]}</article></body></html>"
    file = tmp_path / "page.html"
    file.write_text(page)
    (source,) = read_sources([str(file)], ReadOptions(reader="trafilatura"))
    assert isinstance(source, Source)
    assert source.text.split("\n\n") == [
        LEAD,
        "“We have waited far too long for this,” said Ann Lee after the vote on Tuesday.",
        MORE,
        LAST,
    ]
    text_and_raw_agree(page, source)
