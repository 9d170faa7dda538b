"""The report as one page that needs no network: utterances, who is quoted, when, and every article with its quotations in place."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TextIO

from quotecli.model import SPEECH, Cluster, Collation, Quote, Report, Source, Variant
from quotecli.render.rows import UNKNOWN
from quotecli.render.safe import visible
from quotecli.render.styles import change
from quotecli.render.wording import Atlas, Run, count, disputed, pieces, risks, runs, spread, wordings

ASSETS = Path(__file__).parent / "page"
MOST_COLUMNS = 12
"""With more sources than this, the table of speakers counts them instead of giving each a column."""
TAGS = {"same": ("", ""), "gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}


def write_html(report: Report, stream: TextIO, collations: Sequence[Collation] = ()) -> None:
    """Write the page; article text is text there, whatever it looks like, and a Content-Security-Policy lets only our own script run."""
    stream.writelines(Page(report, collations).parts())


def safe(text: object) -> str:
    """Text for an element or an attribute."""
    return escape(visible(str(text)))


def asset(name: str) -> tuple[str, str]:
    """A file of the page, and its hash for the policy."""
    text = (ASSETS / name).read_text("utf-8")
    return text, "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


class Page:
    """One report, with a number for every speaker, source, quote and utterance: ids of articles are strangers' words."""

    def __init__(self, report: Report, collations: Sequence[Collation]) -> None:
        self.report = report
        self.atlas = Atlas(report)
        self.collations = {collation.cluster.id: collation for collation in collations}
        self.sources = {source.id: number for number, source in enumerate(report.sources, 1)}
        self.quotes = {quote.id: number for number, quote in enumerate(report.quotes, 1)}
        self.utterances = {cluster.id: number for number, cluster in enumerate(report.clusters, 1)}
        self.spoken = [quote for quote in report.quotes if quote.kind in SPEECH]
        totals = Counter(name_of(quote) for quote in self.spoken)
        names = sorted(totals, key=lambda name: (name == UNKNOWN, -totals[name], name.casefold()))
        self.speakers = {name: number for number, name in enumerate(names, 1)}

    def parts(self) -> Iterator[str]:
        """The page from top to bottom."""
        style, style_hash = asset("report.css")
        script, script_hash = asset("report.js")
        policy = f"default-src 'none'; style-src {style_hash}; script-src {script_hash}; base-uri 'none'; form-action 'none'"
        yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        yield f"<title>Quotations</title>\n<style>{style}</style>\n</head>\n<body>\n"
        yield from self.head()
        yield '<main id="main">\n'
        for section in (self.shared(), self.alone(), self.who(), self.timeline(), self.articles(), self.skipped()):
            yield from section
        yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"

    def head(self) -> Iterator[str]:
        """Title, totals, contents, filters."""
        parts = [count(len(self.sources), "article"), count(len(self.spoken), "quotation"), count(len(self.speakers), "speaker")]
        yield '<a class="skip" href="#main">Skip to the quotations</a>\n<header>\n<h1>Quotations</h1>\n'
        yield f'<p class="quiet">{" · ".join([*parts, count(len(self.utterances), "shared utterance")])}</p>\n'
        contents = {"shared": "Shared", "alone": "In one source", "who": "Who is quoted", "timeline": "Timeline", "articles": "Articles"}
        links = [f'<a href="#{name}">{title}</a>' for name, title in contents.items() if name != "timeline" or self.dated()]
        yield f'<nav aria-label="Contents">{" · ".join(links)}</nav>\n</header>\n'
        yield '<form role="search" aria-label="Filter" hidden>\n'
        yield f'<label>Speaker <select name="speaker">{options("everyone", self.speakers.items())}</select></label>\n'
        titles = ((self.title(source), self.sources[source.id]) for source in self.report.sources)
        yield f'<label>Source <select name="source">{options("all", titles)}</select></label>\n'
        yield '<label>Search <input type="search" name="search"></label>\n'
        yield '<label><input type="checkbox" name="risk"> only with a risk</label>\n'
        yield '<button type="reset">Show all</button> <small id="shown" role="status"></small>\n</form>\n'

    def title(self, source: Source) -> str:
        """What a source is called."""
        return f"{source.publisher}: {source.title or source.path}" if source.publisher else source.title or source.path

    # ---- utterances ----------------------------------------------------------------------------------------------------
    def shared(self) -> Iterator[str]:
        """The utterances with their wordings."""
        yield '<section id="shared" data-group><h2>What several sources print</h2>\n'
        yield '<p class="quiet"><del>Struck</del>: only in the fullest wording. <ins>Underlined</ins>: only there. '
        yield "!: the meaning may be another.</p>\n"
        for cluster in self.report.clusters:
            yield from self.utterance(cluster)
        yield "</section>\n"

    def utterance(self, cluster: Cluster) -> Iterator[str]:
        """One utterance."""
        grouped = wordings(cluster.variants)
        number = self.utterances[cluster.id]
        names = {name_of(self.atlas.quotes[variant.quote]) for variant in cluster.variants}
        warning = disputed(cluster, self.atlas)
        risk = " data-risk" if warning or any(edit.risk for variant in cluster.variants for edit in variant.edits) else ""
        data = self.data(names, (variant.source for variant in cluster.variants))
        yield f'<article class="utterance" id="u{number}" data-counted{risk} {data}>\n'
        printed = f"{spread(cluster)} · {count(len(grouped), 'wording')}"
        yield f"<h3>{safe(cluster.speaker or UNKNOWN)} <small>{printed}</small></h3>\n"
        yield f'<p class="risk">! {safe(warning)}</p>\n' if warning else ""
        for position, wording in enumerate(grouped):
            first = wording.variants[0]
            words = marked(runs(first, self.atlas.quotes[first.quote]))
            places = ", ".join(self.place(variant, cluster) for variant in wording.variants)
            if position == 0:
                yield f'<blockquote>{words}</blockquote>\n<p class="places">{places}</p>\n<ol start="2">\n'
                continue
            told = [safe(change(edit.before, edit.after)) for edit in risks(first.edits)]
            flag = '<b class="risk">! <span class="spoken">meaning at risk</span></b>' if any(edit.risk for edit in first.edits) else ""
            yield f'<li>{flag}{words}<div class="risk">{"<br>".join(told)}</div><div class="places">{places}</div></li>\n'
        yield "</ol>\n" if grouped else ""
        yield from self.apparatus(cluster)
        yield "</article>\n"

    def place(self, variant: Variant, cluster: Cluster) -> str:
        """A link to the quotation in its article, with the speaker where it is another, and the article it copies."""
        name = name_of(self.atlas.quotes[variant.quote])
        notes = [] if name == (cluster.speaker or UNKNOWN) else [name]
        notes += [f"copy of {original}" for copy, original in cluster.copies if copy == variant.source]
        other = f" ({safe(', '.join(notes))})" if notes else ""
        return f'<a href="#q{self.quotes[variant.quote]}">{safe(self.atlas.where(variant.source, variant.start))}</a>{other}'

    def apparatus(self, cluster: Cluster) -> Iterator[str]:
        """Place by place, who reads what."""
        collation = self.collations.get(cluster.id)
        if not collation or not collation.places:
            return
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("Fullest", "Elsewhere", "Kind", "Where"))
        yield f'<details><summary>Place by place</summary><div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>\n'
        for place in collation.places:
            for reading in place.readings:
                printed = [variant for witness in reading.witnesses for variant in collation.witnesses[witness].variants]
                where = ", ".join(dict.fromkeys(safe(self.atlas.sources[variant.source].path) for variant in printed))
                kind = f"{'! ' if reading.risk else ''}{safe(reading.type)}"
                cells = (safe(place.base) or "(nothing)", safe(reading.text) or "(nothing)", kind, where)
                yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"
        yield "</tbody></table></div></details>\n"

    def data(self, names: Iterable[str], sources: Iterable[str]) -> str:
        """The attributes by which the filters choose."""
        speakers = " ".join(str(self.speakers.get(name, 0)) for name in sorted(names))
        return f'data-speakers="{speakers}" data-sources="{" ".join(str(self.sources[source]) for source in dict.fromkeys(sources))}"'

    # ---- the rest ------------------------------------------------------------------------------------------------------
    def alone(self) -> Iterator[str]:
        """The quotations that no other source has, by speaker."""
        shared = {variant.quote for cluster in self.report.clusters for variant in cluster.variants}
        groups: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.spoken:
            if quote.id not in shared:
                groups[name_of(quote)].append(quote)
        yield '<section id="alone" data-group><h2>In one source only</h2>\n'
        for name in sorted(groups, key=self.speakers.__getitem__):
            yield f"<section data-group><h3>{safe(name)}</h3><ul>\n"
            for quote in groups[name]:
                words = " ".join(safe(text) for _, text in pieces(quote, quote.start, quote.end))
                where = f'<a href="#q{self.quotes[quote.id]}">{safe(self.atlas.where(quote.source, quote.start))}</a>'
                sure = f" · {quote.speaker.confidence:.2f}" if quote.speaker else ""
                yield f'<li id="a{self.quotes[quote.id]}" data-counted {self.data([name], [quote.source])}>“{words}”'
                yield f'<div class="places">{where} · {quote.kind}{sure}</div></li>\n'
            yield "</ul></section>\n"
        yield "</section>\n"

    def who(self) -> Iterator[str]:
        """Who is quoted how often where."""
        counts = Counter((name_of(quote), quote.source) for quote in self.spoken)
        each = len(self.sources) <= MOST_COLUMNS
        heads = [safe(source.title or source.id) for source in self.report.sources] if each else ["Sources"]
        yield '<section id="who" data-group><h2>Who is quoted</h2>\n<div class="scroll" tabindex="0"><table><thead><tr>'
        yield '<th scope="col">Speaker</th><th scope="col">Quotations</th>'
        yield "".join(f'<th scope="col" class="source">{head}</th>' for head in heads) + "</tr></thead><tbody>\n"
        for name in self.speakers:
            cells = [counts[name, source] for source in self.sources]
            where = [source for source, many in zip(self.sources, cells, strict=True) if many]
            yield f'<tr {self.data([name], where)}><th scope="row">{safe(name)}</th><td class="number">{sum(cells)}</td>'
            yield "".join(f'<td class="number">{many or ""}</td>' for many in (cells if each else [len(where)])) + "</tr>\n"
        yield "</tbody></table></div></section>\n"

    def dated(self) -> list[tuple[str, Cluster]]:
        """The utterances with the date of their first appearance, the earliest first."""
        first = (
            (min(filter(None, (self.atlas.sources[v.source].published for v in c.variants)), default=""), c) for c in self.report.clusters
        )
        return sorted(((date, cluster) for date, cluster in first if date), key=lambda pair: (pair[0], self.utterances[pair[1].id]))

    def timeline(self) -> Iterator[str]:
        """When each utterance first appeared, and where it went."""
        if not (dated := self.dated()):
            return
        yield '<section id="timeline" data-group><h2>First appearances</h2><ol>\n'
        for _, cluster in dated:
            sources = {variant.source: self.atlas.sources[variant.source] for variant in cluster.variants}
            printed = sorted((source for source in sources.values() if source.published), key=lambda source: (source.published, source.id))
            names = {name_of(self.atlas.quotes[variant.quote]) for variant in cluster.variants}
            yield f'<li {self.data(names, sources)}><a href="#u{self.utterances[cluster.id]}">{safe(cluster.text)}</a><div class="places">'
            yield ", ".join(f"<time>{safe(source.published)}</time> {safe(self.title(source))}" for source in printed) + "</div></li>\n"
        yield "</ol></section>\n"

    def skipped(self) -> Iterator[str]:
        """What could not be read."""
        if self.report.skipped:
            yield '<section id="skipped"><h2>Skipped</h2><ul>\n'
            yield from (f"<li>{safe(one.path)}: {safe(one.reason)}</li>\n" for one in self.report.skipped)
            yield "</ul></section>\n"

    # ---- articles ------------------------------------------------------------------------------------------------------
    def articles(self) -> Iterator[str]:
        """Each article with its quotations in place."""
        by_source: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.report.quotes:
            by_source[quote.source].append(quote)
        yield '<section id="articles" data-group><h2>Articles</h2>\n'
        for source in self.report.sources:
            quotes = by_source[source.id]
            about = " · ".join(filter(None, (source.published, source.author, source.path if self.title(source) != source.path else "")))
            yield f'<details class="text" open id="s{self.sources[source.id]}" {self.data(map(name_of, quotes), [source.id])}>'
            yield f"<summary><h3>{safe(self.title(source))}</h3> <small>{safe(about)}</small></summary>\n<p>"
            yield from self.lit(source.text, quotes)
            yield "</p></details>\n"
        yield "</section>\n"

    def lit(self, text: str, quotes: Iterable[Quote]) -> Iterator[str]:
        """The text with every quotation lit, nested ones inside theirs."""
        at, ends = 0, [(len(text) + 1, "")]
        for quote in [*sorted(quotes, key=lambda one: (one.start, -one.end)), None]:
            start = quote.start if quote else len(text)
            while ends[-1][0] <= start:
                end, closing = ends.pop()
                yield safe(text[at:end]) + closing
                at = end
            yield safe(text[at:start])
            at = start
            if quote:
                yield self.opening(quote)
                ends.append((min(quote.end, ends[-1][0]), self.closing(quote)))

    def opening(self, quote: Quote) -> str:
        """The mark of a quotation, which says whose words they are."""
        said = name_of(quote) if quote.kind in SPEECH else f"not speech: {quote.why or 'other'}"
        return f'<mark id="q{self.quotes[quote.id]}" class="{quote.kind}" title="{safe(said)}">'

    def closing(self, quote: Quote) -> str:
        """The end of a quotation, with links to where it is dealt with."""
        numbers = [self.utterances[cluster] for cluster in quote.clusters if cluster in self.utterances]
        links = [f'<a href="#u{number}" aria-label="utterance {number}">{number}</a>' for number in numbers]
        if not numbers and quote.kind in SPEECH:
            links = [f'<a href="#a{self.quotes[quote.id]}" aria-label="in the list">↑</a>']
        return "</mark>" + (f"<sup>{' '.join(links)}</sup>" if links else "")


def name_of(quote: Quote) -> str:
    """Who speaks."""
    return (quote.speaker.name if quote.speaker else None) or UNKNOWN


def options(everything: str, names: Iterable[tuple[str, int]]) -> str:
    """The choices of a filter."""
    return f'<option value="">{everything}</option>' + "".join(f'<option value="{number}">{safe(name)}</option>' for name, number in names)


def marked(made: Iterable[Run]) -> str:
    """The runs with what differs marked."""
    return "".join(f"{TAGS[role][0]}{safe(text)}{TAGS[role][1]}" for text, role in made).replace("</del><ins>", "</del> <ins>")
