"""What is asked: where the cases stand, and when an answer to one is right."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from conformance.tool import Said, Tool
from quotecli.evaluate.agree import words

TESTS = Path(__file__).resolve().parent.parent / "tests"
MARKS = "“”‘’\"'«»„‚‹›,;.:!? \n\t`"
"""Left out at both ends of a quotation before its words are compared."""

Case = dict[str, Any]


class Section(NamedTuple):
    """Some cases of one kind."""

    name: str
    about: str  # what a right answer is, in one line
    cases: Callable[[], list[Case]]
    right: Callable[[Tool, Case], bool]


def lines(*names: str) -> list[Case]:
    """The cases of some files below tests/."""
    return [json.loads(line) for name in names for line in (TESTS / name).read_text("utf8").splitlines() if line.strip()]


@cache
def articles() -> tuple[Case, ...]:
    """The cases that are small articles."""
    return tuple(lines(*(f"cases/{path.name}" for path in sorted((TESTS / "cases").glob("*.jsonl")))))


def entries(case: Case) -> list[Case]:
    """The quotations of a case, each an object."""
    return [{"span": one} if isinstance(one, str) else one for one in case.get("quotes", ())]


# ---- where quotations begin and end ------------------------------------------------------------------------------------
def marks() -> list[Case]:
    """Articles of which all quotations are told."""
    found = json.loads((TESTS / "cases" / "marks.json").read_text("utf8"))["cases"]
    return [*found, *(case for case in articles() if "quotes" in case)]


def spans_right(tool: Tool, case: Case) -> bool:
    """Every quotation from mark to mark, and no other; what is no speech may be given or not."""
    found = [case["text"][one.start : one.end] for one in outermost(tool.quotations(case["text"]))]
    optional = [one["span"] for one in entries(case) if one.get("kind") == "other"]
    wanted = [one["span"] for one in entries(case) if one.get("kind") != "other"]
    return sorted(span for span in found if span not in optional) == sorted(wanted)


def outermost(found: Iterable[Said]) -> list[Said]:
    """Those that stand in no other."""
    every = sorted(set(found), key=lambda one: (one.start, -one.end))
    return [one for one in every if not any(other is not one and other.start <= one.start and one.end <= other.end for other in every)]


# ---- who said it -------------------------------------------------------------------------------------------------------
def mentions() -> list[Case]:
    """Articles that tell which words name the speaker, or that none do."""
    return [case for case in articles() if any("mention" in one or "never" in one for one in entries(case))]


def mentions_right(tool: Tool, case: Case) -> bool:
    """The words that name the speaker, for every quotation of which they are told; nobody where nobody is named."""
    found = {case["text"][one.start : one.end]: one for one in tool.quotations(case["text"])}
    return all(mention_right(found.get(one["span"]), one) for one in entries(case))


def mention_right(said: Said | None, wanted: Case) -> bool:
    """Likewise, for one."""
    if "mention" not in wanted and "never" not in wanted:
        return True
    given = said and (said.mention or said.speaker)
    if "never" in wanted and said and wanted["never"] in (said.speaker, said.mention):
        return False
    if "mention" not in wanted:
        return True
    return not given if wanted["mention"] is None else said is not None and words(given) == words(wanted["mention"])


def names() -> list[Case]:
    """Articles that tell who the speaker is, by name."""
    return [case for case in articles() if any("speaker" in one for one in entries(case)) or asked(case)]


def asked(case: Case) -> list[tuple[str, list[str | None]]]:
    """The beginnings of quotations that are speech, each with the names of which one is right."""
    return [(begins, who) for begins, who in case.get("want", ()) if who != "other" and "other" not in who]


def names_right(tool: Tool, case: Case) -> bool:
    """One of the names that are right, for every quotation of which they are told."""
    text, found = case["text"], list(tool.quotations(case["text"]))
    by_span = {text[one.start : one.end]: one for one in found}
    told = [(by_span.get(one["span"]), [one["speaker"]]) for one in entries(case) if "speaker" in one]
    told += [(begun(text, found, begins), who) for begins, who in asked(case)]
    return all(said is not None and any(same(said.speaker, name) for name in who) for said, who in told)


def same(said: str | None, wanted: str | None) -> bool:
    """The same name but for articles and titles; nobody, where nobody is wanted."""
    return bool(said) is bool(wanted) and words(said) == words(wanted)


def bare(words: str) -> str:
    """Words with single blanks, without the marks around them and at the beginning of each paragraph."""
    return " ".join(" ".join(line.lstrip(MARKS) for line in words.split("\n")).split()).rstrip(MARKS)


def begun(text: str, found: Sequence[Said], begins: str) -> Said | None:
    """The quotation, being speech, whose words begin so."""
    wanted = bare(begins) or begins  # of an empty pair, the marks
    return next((one for one in found if one.speech and bare(text[one.start : one.end]).startswith(wanted)), None)


# ---- what is no quotation ----------------------------------------------------------------------------------------------
def others() -> list[Case]:
    """Articles with titles, terms, nicknames and slogans between marks."""
    return [case for case in articles() if no_speech(case)]


def no_speech(case: Case) -> list[str]:
    """The words between marks that nobody said, or their beginnings."""
    return [one["span"] for one in entries(case) if one.get("kind") == "other"] + [
        begins for begins, who in case.get("want", ()) if who == "other"
    ]


def kept_out(tool: Tool, case: Case) -> bool:
    """None of them is given as a quotation."""
    found = list(tool.quotations(case["text"]))
    return not any(begun(case["text"], found, words) for words in no_speech(case))


# ---- wordings, records, pages ------------------------------------------------------------------------------------------
def pages() -> list[Case]:
    """Pages, each with the text of its article."""
    files = sorted((TESTS / "cases" / "html").glob("*.html"))
    return [{"label": path.stem, "html": path.read_bytes(), "text": path.with_suffix(".txt").read_text("utf8")} for path in files]


def verdicts_right(tool: Tool, case: Case) -> bool:
    """For every quotation that is told, one of the verdicts that are right."""
    given = [(bare(said), verdict) for said, verdict in tool.verdicts(case["record"], case["article"])]
    told = [next((verdict for said, verdict in given if said.startswith(bare(begins))), None) for begins, _ in case["verdicts"]]
    return all(one in right for one, (_, right) in zip(told, case["verdicts"], strict=True))


SECTIONS = (
    Section("spans", "every quotation from mark to mark, and no other", marks, spans_right),
    Section("mentions", "the words in the article that name the speaker; nobody where none do", mentions, mentions_right),
    Section("names", "the speaker's name", names, names_right),
    Section("kept out", "titles, terms and nicknames between marks are no quotations", others, kept_out),
    Section(
        "wordings",
        "whether two quotations report one utterance",
        lambda: lines("compare/cases/wordings.jsonl"),
        lambda tool, case: tool.same(case["one"], case["other"]) is case["same"],
    ),
    Section(
        "risks",
        "whether what differs between two wordings may change the meaning",
        lambda: lines("compare/risk.jsonl"),
        lambda tool, case: tool.risk(case["full"], case["other"]) is case["risk"],
    ),
    Section(
        "verdicts",
        "each quotation of an article against the record",
        lambda: lines("compare/cases/record.jsonl", "compare/cases/blind.jsonl"),
        verdicts_right,
    ),
    Section(
        "pages",
        "the article of a web page, and nothing else",
        pages,
        lambda tool, case: tool.page(case["html"]).split() == case["text"].split(),
    ),
)
