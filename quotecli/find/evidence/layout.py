"""Layout: labels before a colon or inside the marks, signatures behind a dash or below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotecli.find import classes as c
from quotecli.find.site import Candidate, Site, at
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import formulas, grammar
from quotecli.lexicon.en.names import GIVEN
from quotecli.lexicon.en.people import HONORIFICS
from quotecli.model import Span

LINE = 120
"""Characters of a line that tells who said what stands above it."""
DASHES = tuple("-–—―‒~")
LABEL = 79
"""Characters of a quotation in which its label stands."""


@cache
def _label() -> re.Pattern[str]:
    """A name, perhaps with a remark in brackets, and a colon."""
    return re.compile(
        r"(?P<name>(?:[A-Z][\w.'’-]*|of|the|de|van)(?: (?:[A-Z][\w.'’-]*|of|the|de|van)){0,5})(?: \([^()\n]{1,40}\))?: ?(?=\S)"
    )


def beside(site: Site) -> Iterator[Candidate]:
    """What stands right beside the marks, or right inside them, told by one look at what it is."""
    t, i = site.t, site.i
    within = t.starts[i] + 1
    if ":" in t.text[within : within + LABEL]:
        yield from label_inside(site)
    if i > site.lo:
        touching = t.tags[i - 1]
        if touching & c.COLON:
            yield from label_before(site)
            yield from colon(site)
        if touching & (c.CAP | c.COMMA):
            yield from gapped(site)
    following = t.tags[i + 1] if i + 1 < len(t) else 0
    if following & c.DASH:
        yield from after_dash(site)
    elif following & c.OPEN:
        yield from credit(site)


def label_inside(site: Site) -> Iterator[Candidate]:
    """“SMITH: …”."""
    text = site.article.text
    pair = site.t.starts[site.i]
    match = _label().match(text, pair + 1, pair + 1 + LABEL)
    if match is None:
        return
    name = match["name"]
    words = name.split()
    shouted = name.isupper() and len(name) > 2 and len(words) <= 4
    named = 2 <= len(words) <= 4 and words[0].lower().rstrip(".") in GIVEN | HONORIFICS
    if shouted or named:
        yield Candidate(
            match.start("name"), match.end("name"), Span(match.end("name"), match.end("name") + 1), "label-inside", ("label inside",)
        )


def label_before(site: Site) -> Iterator[Candidate]:
    """NAME: “…”; Name, office: “…”; - Name: “…”."""
    t = site.t
    end = site.i - 1
    if end <= site.lo or not t.tags[end] & c.COLON:
        return
    begin = end - 1
    while begin >= site.lo and end - begin <= 14 and not t.tags[begin] & (c.DASH | c.STOP | c.SEMI | c.Q):
        begin -= 1
    begin += 1
    while begin < end and t.tags[begin] & c.SEMI:
        begin += 1
    if begin == end or any(v.form == "fin" and begin <= v.head < end for v in site.clauses.verbs):
        return
    stop = next((x for x in range(begin, end) if t.tags[x] & (c.COMMA | c.OPEN)), end)
    shouted = t.words(begin, stop).isupper() and stop - begin <= 4
    if not shouted and (
        not t.tags[begin] & c.CAP or t.tags[begin] & (c.PREP | c.SUB | c.DET | c.PRON | c.TIME | c.REL | c.COORD | c.ADV | c.AUX)
    ):
        return
    capitals = shouted or all(t.tags[x] & (c.CAP | c.CLOSE) or t.low[x] in grammar.INSIDE_NAMES for x in range(begin, stop))
    yield at(
        t,
        (begin, stop),
        (end, end + 1),
        "label-before",
        ("label before", "label capitals" if capitals else "label words", "label opens" if begin == site.lo else "label later"),
    )


def colon(site: Site) -> Iterator[Candidate]:
    """From the report: “…”; the view of Smith: “…”."""
    t = site.t
    if site.i - 1 < site.lo or not t.tags[site.i - 1] & c.COLON:
        return
    for noun in site.clauses.nouns:
        if noun.a >= site.i:
            return
        p = noun.preposition
        if p >= 0 and t.low[p] in grammar.MADE_BY and noun.speaks:
            yield at(t, noun, (site.i - 1, site.i), "colon", ("colon from",))
            return


def after_dash(site: Site) -> Iterator[Candidate]:
    """“…” — Jane Smith."""
    t = site.t
    j = site.i + 1
    if j + 1 < len(t) and t.tags[j] & c.DASH:
        k = _signed(t, j + 1)
        if k is not None:
            yield at(t, (j + 1, k), (j, j + 1), "after-dash", ("signature", "signature beside"))


def _signed(t: Tokens, j: int) -> int | None:
    """Past the last token of the name that a signature gives at token j; None where it is none."""
    k = j
    while k < len(t) and k - j < 8 and t.tags[k] & (c.CAP | c.PREP | c.POSS) and not t.tags[k] & (c.COMMA | c.BREAK):
        k += 1
    if k == j or not t.tags[j] & c.CAP:
        return None
    if k < len(t) and not t.tags[k] & (c.COMMA | c.BREAK | c.TIME):
        return None
    rest = range(k, min(len(t), k + 12))
    if k < len(t) and any(not t.tags[x] & c.CAP and (t.tags[x] & c.AUX or (t.tags[x] & c.FIN and not t.tags[x] & c.NV)) for x in rest):
        return None
    return k


def signed_below(site: Site) -> bool:
    """Whether the line below gives the words away, in whatever form: behind a dash, as a name alone, as what a platform writes."""
    article, number = site.article, site.block + 1
    if number >= len(article.blocks) or article.pairs[number]:
        return False
    span = article.blocks[number]
    line = article.text[span.start : span.end].lstrip("> ")
    if len(line) > LINE:
        return False
    below = article.tokens(number)
    return line.startswith((*DASHES, *formulas.SHARED)) or _signed(below, 0) == len(below)


def signature_below(site: Site) -> Iterator[Candidate]:
    """“…”⏎— Jane Smith."""
    article = site.article
    if site.block < 0 or site.block + 1 >= len(article.blocks) or article.pairs[site.block + 1]:
        return
    span = article.blocks[site.block + 1]
    line = article.text[span.start : span.end][:140].lstrip("> ")
    if span.end - span.start > LINE or line[:1] not in DASHES:
        return
    below = article.tokens(site.block + 1)
    j = 0
    while j < len(below) and below.tags[j] & (c.DASH | c.SEMI):
        j += 1
    k = _signed(below, j)
    if k is not None:
        yield at(below, (j, k), (0, j), "signature-below", ("signature", "signature below"))


def credit(site: Site) -> Iterator[Candidate]:
    """“…” (Niamh Corrigan, diver)."""
    t = site.t
    j = site.i + 1
    if j + 2 >= len(t) or not t.tags[j] & c.OPEN or not t.tags[j + 1] & c.CAP:
        return
    k = j + 1
    while k < len(t) and k - j < 7 and t.tags[k] & c.CAP:
        k += 1
    if k - j > 2 and k < len(t) and t.tags[k] & (c.COMMA | c.CLOSE):
        yield at(t, (j + 1, k), (j, j + 1), "credit", ("signature", "signature credit"))


def heading(site: Site) -> Iterator[Candidate]:
    """Sorrel Tate, beekeeper⏎“…”: a line that is a name, above words that stand alone."""
    article = site.article
    if site.block <= 0 or article.pairs[site.block - 1] or site.t.sentence_of[site.i] > 0:
        return
    span = article.blocks[site.block - 1]
    if span.end - span.start > 80 or article.text[span.end - 1] in ".!?,;":
        return
    above = article.tokens(site.block - 1)
    j = 0
    while j < len(above) and above.tags[j] & (c.SEMI | c.DASH):
        j += 1
    k = j
    while k < len(above) and k - j < 5 and above.tags[k] & c.CAP and not above.tags[k] & (c.PREP | c.DET | c.SUB):
        k += 1
    words = len(above) - k
    ends = k >= len(above) or bool(above.tags[k] & (c.COMMA | c.OPEN | c.COLON | c.SEMI))
    if 2 <= k - j <= 4 and ends and words <= 8 and not any(above.tags[x] & (c.AUX | c.FIN) for x in range(k, len(above))):
        yield at(above, (j, k), None, "heading", ("heading", "heading bare" if k >= len(above) else "heading with office"))


def gapped(site: Site) -> Iterator[Candidate]:
    """; Jones, “…”: the verb is said once, and each name stands before its own words."""
    t = site.t
    end = site.i - bool(t.tags[site.i - 1] & c.COMMA)
    j = end - 1
    while j > site.lo and t.tags[j] & c.CAP and not t.tags[j] & (c.COMMA | c.SEMI | c.Q):
        j -= 1
    if j == end - 1 or j <= site.lo or not any(t.tags[x] & c.Q for x in range(site.lo, j)):
        return
    joined = t.tags[j] & c.COORD and t.tags[j - 1] & (c.COMMA | c.SEMI | c.Q)
    if joined or (t.tags[j] & c.SEMI and end < site.i):
        yield at(t, (j + 1, end), None, "gapped", ("gapped",))
