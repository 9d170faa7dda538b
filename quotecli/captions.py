"""Captions as a record: WebVTT, SubRip and their kin, cues joined, rolling automatic captions told once.

Parsed here by hand: what is asked of a caption is its words and its voice, a tenth of what a subtitle library models, and every word must
keep its place in the file, which none of them tells.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from quotecli.heard import Heard, Voice

ROLLING = 0.3  # the share of cues that begin with the line before, from which captions roll
MANY = 2  # cues below which a line that comes again is a refrain


class Line(NamedTuple):
    """A line of a cue without its tags."""

    text: str
    starts: tuple[int, ...]  # of each character, in the file
    ends: tuple[int, ...]
    voices: tuple[Voice, ...]  # at: offset in this line

    def since(self, at: int) -> Line:
        """What stands behind an offset."""
        return Line(self.text[at:], self.starts[at:], self.ends[at:], tuple(Voice(max(0, v.at - at), v.name) for v in self.voices))


@cache
def timing() -> re.Pattern[str]:
    """00:01.000 --> 00:04.000 align:start, 00:00:01,000 --> 00:00:04,000, and 0:00:01.000,0:00:04.000."""
    moment = r"\d{1,3}:\d\d(?::\d\d)?[.,]\d{1,3}"
    return re.compile(rf"^[ \t]*{moment}(?:[ \t]*-->[ \t]*|,){moment}[^\n]*$", re.MULTILINE)


@cache
def piece() -> re.Pattern[str]:
    """A voice tag, any other tag or override, an entity, or one character."""
    return re.compile(
        r"<v(?:\.[^\s>]*)?[ \t]+(?P<voice>[^>\n]+)>|(?P<quiet></v>)|</?[a-zA-Z0-9][^>\n]{0,80}>|\{\\[^}\n]{0,80}\}"
        r"|(?P<entity>&(?:\#\d{1,7}|\#x[\da-fA-F]{1,6}|\w{2,8});)|(?P<char>.)"
    )


def is_captions(text: str) -> bool:
    """Whether a text is a file of captions: it says so, or it opens with a cue."""
    return bool(re.match(r"\ufeff?WEBVTT(?=\s|$)|\ufeff?\s*(?:\d+[ \t]*\r?\n)?" + timing().pattern.lstrip("^"), text, re.MULTILINE))


def heard_captions(text: str) -> Heard:
    """The words of captions, a line a line, with the voices that their tags name."""
    cues = [lines for lines in map(tuple, cue_lines(text)) if lines]
    lines = roll(cues) if rolls(cues) else [line for cue in cues for line in cue]
    voices: list[Voice] = []
    at = 0
    for line in lines:
        voices += [Voice(at + voice.at, voice.name) for voice in line.voices]
        at += len(line.text) + 1
    starts = [offset for line in lines for offset in (*line.starts, line.ends[-1])]
    ends = [offset for line in lines for offset in (*line.ends, line.ends[-1])]
    tagged = any(voice.name for voice in voices)
    return Heard("".join(line.text + "\n" for line in lines), tuple(starts), tuple(ends), tuple(voices) if tagged else ())


def cue_lines(text: str) -> list[list[Line]]:
    """The lines of every cue, in order: what stands between a timing and the next empty line or timing."""
    marks = list(timing().finditer(text))
    cues = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        low = mark.end() + 1
        stop = re.compile(r"\r?\n\r?\n|(?:\A|\n)\d+[ \t]*\r?\n?\Z").search(text, low, end)
        body_end = stop.start() if stop else end
        found = [clean(text, line.start(), line.end()) for line in re.compile(r"[^\r\n]+").finditer(text, low, max(low, body_end))]
        spoken = [line for line in found if line.text.strip()]
        if spoken and not spoken[0].voices:
            spoken[0] = spoken[0]._replace(voices=(Voice(0, None),))  # a cue without a tag is nobody's that is told
        cues.append(spoken)
    return cues


def clean(text: str, low: int, high: int) -> Line:
    """A line without tags, its entities read, each character with its place."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    voices: list[Voice] = []
    for match in piece().finditer(text, low, high):
        if match["voice"] or match["quiet"]:
            voices.append(Voice(len(chars), match["voice"] and " ".join(unescape(match["voice"]).split())))
        for char in unescape(match["entity"]) if match["entity"] else match["char"] or "":
            chars.append(" " if char.isspace() else char)
            starts.append(match.start())
            ends.append(match.end())
    if voices and voices[-1].at == len(chars):
        voices.pop()  # the closing tag at the end of the line: the next cue says for itself
    return Line("".join(chars), tuple(starts), tuple(ends), tuple(voices))


# ---- rolling captions --------------------------------------------------------------------------------------------------
def rolls(cues: list[tuple[Line, ...]]) -> bool:
    """Whether captions roll up: many cues begin with what the cue before ended with, and go on; a refrain does not go on."""
    again = sum(0 < repeated(one, two) < len(two) or grows(one, two) for one, two in pairwise(cues))
    return again >= MANY and again >= ROLLING * len(cues)


def roll(cues: list[tuple[Line, ...]]) -> list[Line]:
    """Every line of rolling captions once."""
    lines = list(cues[0])
    for one, two in pairwise(cues):
        if grows(one, two):
            tail = one[-1].text.strip()
            lines += [two[0].since(two[0].text.index(tail) + len(tail)), *two[1:]]
        else:
            lines += two[repeated(one, two) :]
    return lines


def grows(one: tuple[Line, ...], two: tuple[Line, ...]) -> bool:
    """Whether a cue begins with the last line before and puts words behind it, as captions do that are painted word by word."""
    return two[0].text.strip().startswith(f"{one[-1].text.strip()} ")


def repeated(one: tuple[Line, ...], two: tuple[Line, ...]) -> int:
    """How many lines a cue repeats of the cue before."""
    before, after = [line.text.strip() for line in one], [line.text.strip() for line in two]
    return max((k for k in range(1, min(len(one), len(two)) + 1) if before[-k:] == after[:k]), default=0)
