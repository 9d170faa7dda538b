"""Factiva's pages: every article by itself, with what stands above its text, and every character in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecli.model import Source
from quotecli.read import read_sources
from tests.read.making import factiva_list, factiva_table
from tests.read.test_exports import TOLD


def read(path: Path, page: str) -> list[Source]:
    """The articles of a page."""
    path.write_text(page, encoding="utf-8")
    return [one for one in read_sources([str(path)]) if isinstance(one, Source)]


@pytest.mark.parametrize("make", [factiva_list, factiva_table], ids=["lines", "a table"])
def test_every_article_of_a_page_stands_by_itself(tmp_path: Path, make: object) -> None:
    """With its headline, outlet, date and byline; nobody crosses from one to the next."""
    page = make(TOLD)  # type: ignore[operator]
    found = read(tmp_path / "export.html", page)
    assert [(one.title, one.publisher, one.published, one.author and one.author.removeprefix("By "), one.text) for one in found] == TOLD
    assert [(one.id, one.language, one.format) for one in found] == [("export#1", "en", "html"), ("export#2", "en", "html")]
    for one in found:
        assert one.raw is not None
        for at in range(0, len(one.text), 7):
            place = one.raw.span(at, at + 1)
            assert page[place.start : place.end] == one.text[at] or one.text[at] == "\n"


OTHERS = [
    ("a class of another site", "<div class='article enArticles'>{}</div>"),
    ("an article without paragraphs of its own", "<div class='article enArticle'>{}</div>"),
    ("words about it", "<p>The class is article enArticle.</p>{}"),
]


@pytest.mark.parametrize(("label", "page"), OTHERS, ids=[case[0] for case in OTHERS])
def test_another_page_is_one_article(tmp_path: Path, label: str, page: str) -> None:
    """As ever."""
    text = "<p>The council voted on Tuesday to close the harbour bridge for good.</p><p>“We have waited too long,” said Ann Lee.</p>"
    (found,) = read(tmp_path / "a.html", f"<html><body>{page.format(text)}</body></html>")
    assert found.text.endswith("“We have waited too long,” said Ann Lee.")
