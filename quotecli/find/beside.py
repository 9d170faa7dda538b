"""What the words beside a mark tell: a reporting clause, an announcement, the start of a sentence, the label of a speaker."""

from __future__ import annotations

import re
from functools import cache

from quotecli.lexicon.en.verbs import SAY_FINITE
from quotecli.lexicon.marks import EMPHASIS, INVISIBLE

# Any word may stand where the verb must, and a set tells which it is: a pattern of them all takes longer to compile than a text to read.
_VERB = "((?:e-)?[a-z]+)"
_TELLERS = frozenset("he she they".split())
_ARTICLES = frozenset("the a an".split())
_STOPS = ".!?…"
_UNSEEN = "".join(sorted(INVISIBLE | EMPHASIS)) + " \t\r\n\u00a0\u2028\u2029"


# Few texts ask for these, and each takes as long to compile as a paragraph to read.
@cache
def _pause() -> re.Pattern[str]:
    """A mark behind which a reporting clause may stand."""
    return re.compile(r"[,?!…](?= \w)")


@cache
def _report() -> re.Pattern[str]:
    """A verb that may report what stands before it."""
    return re.compile(rf" {_VERB}(?=(?: [\w.’'-]{{1,30}}){{0,4}}[.,:])|[,.!?](?= ([^\W\d_][\w.’'-]{{1,30}}) {_VERB}\b)")


@cache
def _introduction() -> re.Pattern[str]:
    """A verb that may announce what follows it."""
    return re.compile(rf"\b{_VERB}[,:] ?$|, {_VERB} (?:[\w.’'-]{{1,30}} ){{0,3}}[\w’'-]{{1,30}}\. ?$")


def reports(text: str, start: int, end: int) -> bool:
    """Whether a reporting clause may stand among words that would be a quotation without a closing mark."""
    found = _report().finditer(text, start, end)
    return any(match[1] in SAY_FINITE or (match[3] in SAY_FINITE and _tells(match[2])) for match in found)


def _tells(word: str) -> bool:
    return word in _TELLERS or word[0].isupper()


def reported_from(text: str, start: int, end: int) -> int | None:
    """Where a plain reporting clause begins (the blank in “…, she said.” or “…, said the mayor,”); None where there is none."""
    for match in _pause().finditer(text, start, end):
        if reporting(text[match.end() + 1 : min(end, match.end() + 120)].split()):
            return match.end()
    return None


def reporting(words: list[str]) -> bool:
    """Whether the words begin with a subject and a verb of speech, or the verb and a subject, and soon come to a stop."""
    verb = next((n for n, word in enumerate(words[:8]) if word.rstrip(",.;:") in SAY_FINITE), None)
    if verb is None or not any(word[-1] in ",.;:" for word in words[verb : verb + 6]):
        return False
    if any(word[-1] in ",;:" for word in words[:verb]):
        return False
    subject = words[verb + 1 if verb == 0 else 0 :]
    return bool(subject) and (_tells(subject[0]) or subject[0] in _ARTICLES)


def reported(tail: str) -> bool:
    """Whether a paragraph ends in its own reporting clause: its closing mark was dropped ("The road is shut, he said.)."""
    clause = tail.rstrip(" .").rpartition(",")[2].split()
    return 2 <= len(clause) <= 8 and (clause[-1].lower() in SAY_FINITE or clause[0].lower() in SAY_FINITE)


def introduced(text: str, start: int, end: int) -> bool:
    """Whether what ends there opens a quotation of its own, whatever is still open."""
    match = _introduction().search(text, start, end)
    return match is not None and (match[1] or match[2]) in SAY_FINITE


def announced(text: str, start: int) -> bool:
    """Whether a quotation may well begin there: behind a stop, a comma, a colon or a verb of speech, or with its paragraph."""
    head = text[max(0, start - 20) : start]
    bare = head.rstrip(_UNSEEN)
    if not bare.strip() or "\n" in head[len(bare) :] or bare[-1] in '.:,;!?…—(“"':
        return True
    return bare.split()[-1] in SAY_FINITE


def starts_sentence(text: str, start: int, end: int) -> bool:
    """Whether a mark stands between a sentence and the first word of another."""
    head = text[max(0, start - 3) : start]
    bare = head.rstrip()
    return bare != head and bare[-1:] != "" and bare[-1] in _STOPS and text[end : end + 1].isupper()


def labelled(text: str, start: int) -> bool:
    """Whether a speaker's label stands there, or a stage direction: a transcript goes on with somebody else."""
    head, colon, rest = text[start : start + 60].partition(":")
    if text[start : start + 1] == "(":
        return 3 <= len(stage := text[start + 1 : start + 33].partition(")")[0].rstrip(".")) <= 30 and stage.replace(" ", "").isupper()
    words = head.split(" ")
    if not colon or not rest.strip() or len(words) > 4 or len(words[0]) < 3:
        return False
    return all(len(word) > 1 and word.isupper() and word.translate(_IN_LABELS).isalpha() for word in words)


_IN_LABELS = str.maketrans("", "", ".'’-")
