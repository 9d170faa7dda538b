"""What a page says about itself: JSON-LD first, then `<meta>`, then `<time>` and `<title>`. Nothing is guessed from the text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from quotecli.read.dates import iso
from quotecli.read.html.blocks import Page

ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "opinionnewsarticle", "analysisnewsarticle", "liveblogposting")
TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
DATE = """article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.created parsely-pub-date
    sailthru.date pubdate publishdate publish-date publication_date article.published""".split()
AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "twitter:creator")
PUBLISHER = ("og:site_name", "dc.publisher", "application-name", "publisher", "al:android:app_name", "twitter:site")
URL = ("og:url", "twitter:url", "parsely-link")


@dataclass(frozen=True, slots=True)
class About:
    """None where the page does not say."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601
    author: str | None = None
    url: str | None = None
    language: str | None = None  # "en" of "en-GB"


def about(page: Page) -> About:
    """The description of a page."""
    told = next(iter(sorted(_articles(page.scripts), key=lambda found: -len(found))), {})
    meta = _meta(page)
    dates = [_text(told.get("datePublished")), *(meta.get(name) for name in DATE), *page.times]
    return About(
        title=_first(_text(told.get("headline")), *(meta.get(name) for name in TITLE), _text(page.title)),
        publisher=_first(_names(told.get("publisher")), *(meta.get(name) for name in PUBLISHER)),
        published=next((date for date in map(iso, filter(None, dates)) if date), None),
        author=_first(_names(told.get("author")), *(name for key in AUTHOR if not (name := meta.get(key) or "").startswith("http"))),
        url=_first(_text(told.get("url")), meta.get("canonical"), *(meta.get(name) for name in URL)),
        language=_first(page.language.replace("_", "-").split("-")[0].lower()),
    )


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _text(value: object) -> str | None:
    """One line of text; None of anything else."""
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _meta(page: Page) -> dict[str, str]:
    """`<meta>` by name in lower case, and the canonical link; the first of each counts."""
    found: dict[str, str] = {}
    for tag in page.meta:
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("rel") or ""
        value = _text(tag.get("content") or tag.get("href"))
        if value:
            found.setdefault(name.strip().lower(), value)
    return found


def _articles(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object that is an article."""
    for script in scripts:
        try:
            told = json.loads(script.strip().removeprefix("<!--").removesuffix("-->").removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (found for found in _objects(told) if _is_article(found))


def _objects(told: object) -> Iterator[dict[str, Any]]:
    """The objects at the top, in a list, or in a graph."""
    for found in told if isinstance(told, list) else [told]:
        if isinstance(found, dict):
            yield found
            graph = found.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _is_article(found: dict[str, Any]) -> bool:
    kinds = found.get("@type")
    return any(str(kind).lower() in ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(value: object) -> str | None:
    """The name of a person or an organisation, or of several: "Ann Lee, Bob Roe"."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for one in value if (name := _names(one)))) or None
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = _text(value)
    return None if text and text.startswith("http") else text
