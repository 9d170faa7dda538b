"""What a page says about itself: JSON-LD first, then `<meta>`, then what stands by the heading as a reader sees it (`bylines`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from quotecli.read.dates import iso
from quotecli.read.html.bylines import byline, dated, fuller, in_address, is_login, said_dates
from quotecli.read.html.tree import Page
from quotecli.read.mend import SURROGATE

ARTICLES = ("article", "blogposting", "liveblogposting", "report")
"""Ends of the types of an article: NewsArticle, ReviewNewsArticle and so on."""
TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
DATE = """article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.created parsely-pub-date
    sailthru.date pubdate publishdate publish-date publication_date article.published""".split()
AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "twitter:creator")
PUBLISHER = ("og:site_name", "dc.publisher", "application-name", "publisher", "al:android:app_name", "twitter:site")
DEEPEST = 4
"""Lists and objects in one another that are looked into: a page has two or three."""
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
    meta = _meta(page)
    told = _own(list(_articles(script.text for script in page.scripts if script.kind == "ld")), meta, page)
    address = _first(_text(told.get("url")), meta.get("canonical"), *(meta.get(name) for name in URL))
    sure, named = said_dates(page)
    title = _bare(_first(_text(told.get("headline")), *(meta.get(name) for name in TITLE), _titled(page)), meta)
    dates = (_text(told.get("datePublished")), *(meta.get(name) for name in DATE), *sure, in_address(address or ""), *named)
    return About(
        title=title,
        publisher=_first(_names(told.get("publisher")), *(meta.get(name) for name in PUBLISHER)),
        published=next((date for date in map(iso, filter(None, dates)) if date), None) or dated(page, title),
        author=fuller(_author(told, meta), byline(page, title)),
        url=address,
        language=_first(page.language.replace("_", "-").split("-")[0].lower()),
    )


def _own(articles: list[dict[str, Any]], meta: dict[str, str], page: Page) -> dict[str, Any]:
    """The object that is about this page, not about a related one: by address, by title, else the fullest."""
    address = meta.get("canonical") or meta.get("og:url") or ""
    title = meta.get("og:title") or page.title

    def near(found: dict[str, Any]) -> tuple[bool, int]:
        about = {_text(found.get(name)) for name in ("url", "@id", "mainEntityOfPage")} | {
            _text(_part(found.get("mainEntityOfPage"), "@id"))
        }
        headline = _text(found.get("headline")) or ""
        return bool((address and address in about) or (headline and headline in title)), len(found)

    return max(articles, key=near, default={})


def _part(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None


def _titled(page: Page) -> str | None:
    """What `<title>` says; where the main heading is a part of it, the rest is the site's."""
    title = _text(page.title)
    return page.heading if page.heading and (not title or (page.heading in title and len(page.heading) > len(title) / 2)) else title


def _bare(title: str | None, meta: dict[str, str]) -> str | None:
    """The title without the name of the site behind or before it."""
    site = meta.get("og:site_name")
    if title and site:
        for parting in (" | ", " - ", " – ", " — ", " · ", ": "):
            title = title.removesuffix(parting + site).removeprefix(site + parting)
    return title


def _author(told: dict[str, Any], meta: dict[str, str]) -> str | None:
    """Whom the head names, without the "By" of a byline; a name rather than a login."""
    said = [_names(told.get("author")), *(name for key in AUTHOR if not (name := meta.get(key) or "").startswith(("http", "@")))]
    names = [re.sub(r"^by\s+(?=[A-Z])", "", name, flags=re.IGNORECASE) for name in said if name]
    return next((name for name in names if not is_login(name)), names[0] if names else None)


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _text(value: object) -> str | None:
    """One line of text; None of anything else."""
    return " ".join(re.sub(SURROGATE, "\ufffd", unescape(value)).split()) or None if isinstance(value, str) else None


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
    """Every JSON-LD object that is an article; what it only refers to, a publisher by its "@id", is put in its place."""
    objects = [found for script in scripts for told in _loaded(script) for found in _objects(told)]
    known = {found["@id"]: found for found in objects if isinstance(found.get("@id"), str) and len(found) > 1}
    for found in objects:
        if _is_article(found):
            yield {name: _resolved(value, known) for name, value in found.items()}


def _loaded(script: str) -> list[object]:
    """What a script says; nothing where it is no JSON."""
    bare = re.sub(r"^[\s\ufeff]*(?:<!--|(?://)?\s*<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>|;)\s*$", "", script).strip()
    for text in (bare, re.sub(r",(\s*[}\]])", r"\1", bare)):
        try:
            return [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
    return []


def _objects(told: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects at the top, in a list, in a graph, or what a page is mainly about."""
    for found in told if isinstance(told, list) else [told]:
        if isinstance(found, dict):
            yield found
            if depth < DEEPEST:
                for name in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
                    yield from _objects(found.get(name), depth + 1)
        elif isinstance(found, list) and depth < DEEPEST:
            yield from _objects(found, depth + 1)


def _resolved(value: object, known: dict[str, dict[str, Any]], depth: int = 0) -> object:
    if isinstance(value, list) and depth < DEEPEST:
        return [_resolved(one, known, depth + 1) for one in value]
    if isinstance(value, dict) and len(value) == 1 and value.get("@id") in known:
        return known[value["@id"]]
    return value


def _is_article(found: dict[str, Any]) -> bool:
    kinds = found.get("@type")
    return any(str(kind).lower().endswith(ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(value: object, depth: int = 0) -> str | None:
    """The name of a person or an organisation, or of several: "Ann Lee, Bob Roe"."""
    if depth > DEEPEST:
        return None
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for one in value if (name := _names(one, depth + 1)))) or None
    if isinstance(value, dict):
        return _names(value.get("name"), depth + 1)
    text = _text(value)
    return None if text and text.startswith("http") else text
