"""Captions read as an article: words in paragraphs, by voice, without times, numbers and tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecli.find import find_quotes
from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources

VOICES = """WEBVTT

00:01.000 --> 00:03.000
<v Ann Lee>We open &amp; close in May,

00:03.000 --> 00:05.000
<v Ann Lee>and “that <i>is

00:05.000 --> 00:07.000
<v Ann Lee>it</i>,” Bob Roe said.

00:07.000 --> 00:09.000
<v Bob Roe>I said no.
"""
NUMBERED = """1
00:00:01,000 --> 00:00:03,000
“We will open

2
00:00:03,000 --> 00:00:05,000
in May,” Bob Roe said.

3
00:00:06,000 --> 00:00:07,000
- No.
- Yes.
"""
READ = [
    ("voices", "x.vtt", VOICES, "Ann Lee: We open & close in May, and “that is it,” Bob Roe said.\n\nBob Roe: I said no."),
    ("numbers and dashes", "x.srt", NUMBERED, "“We will open in May,” Bob Roe said.\n\n- No.\n\n- Yes."),
    ("told by its head", "x", VOICES, "Ann Lee: We open & close in May, and “that is it,” Bob Roe said.\n\nBob Roe: I said no."),
    ("no captions", "x.srt", "“We go,” she said.", "“We go,” she said."),
]


@pytest.mark.parametrize(("label", "name", "content", "text"), READ, ids=[case[0] for case in READ])
def test_captions_are_words_in_paragraphs(tmp_path: Path, label: str, name: str, content: str, text: str) -> None:
    """A quotation goes on over cues."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    (article,) = read_sources([str(tmp_path / name)])
    assert isinstance(article, Source)
    assert (article.text, article.format) == (text, "captions")


def test_whoever_is_quoted_in_captions_is_found(tmp_path: Path) -> None:
    """As in any article."""
    (tmp_path / "x.srt").write_text(NUMBERED, encoding="utf-8")
    (article,) = read_sources([str(tmp_path)])
    assert isinstance(article, Source)
    assert [(one.text, one.speaker and one.speaker.name) for one in find_quotes(article).quotes] == [("We will open in May,", "Bob Roe")]


def test_a_record_of_captions_stays_as_it_stands(tmp_path: Path) -> None:
    """So that what is found in it has its place in the file."""
    (tmp_path / "x.vtt").write_text(VOICES, encoding="utf-8")
    (record,) = read_sources([str(tmp_path)], ReadOptions(record=True))
    assert isinstance(record, Source)
    assert record.text == VOICES


def test_captions_without_words_are_no_article(tmp_path: Path) -> None:
    """Said as such."""
    (tmp_path / "x.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n", encoding="utf-8")
    (found,) = read_sources([str(tmp_path)])
    assert isinstance(found, Skipped)
    assert found.reason == "has captions without a word"
