"""Captions as an article: their words, a paragraph a voice, each headed by its name. Offsets count in these words, not in the file.

As a record they are read as they stand, so that what is found in it keeps its place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from quotecli.captions import heard_captions, is_captions
from quotecli.errors import UnreadableSource
from quotecli.heard import Heard, Voice
from quotecli.model import Source
from quotecli.read.blob import Blob
from quotecli.read.options import ReadOptions

_TURN = re.compile(r"\n(?=\s?(?:>>|[-–—]\s))")
"""Before a line that another speaker begins, where captions name nobody."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The file as one article."""
    article = blob.article(blob.text(options), "captions")
    if options.record or not is_captions(article.text):
        yield article
        return
    text = "\n\n".join(_paragraphs(heard_captions(article.text)))
    if not text:
        raise UnreadableSource(blob.path, "has captions without a word")
    yield article._replace(text=text)


def _paragraphs(heard: Heard) -> Iterator[str]:
    """What each voice says in a row, then the next."""
    voices = [Voice(0, None), *heard.voices, Voice(len(heard.text), None)]
    spoken = ((one.name, heard.text[one.at : following.at]) for one, following in pairwise(voices))
    for name, parts in groupby(spoken, key=itemgetter(0)):
        for number, words in enumerate(_TURN.split("".join(part for _, part in parts))):
            if said := " ".join(words.split()):
                yield f"{name}: {said}" if name and not number else said
