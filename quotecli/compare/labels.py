"""Who speaks, read from the shape of a record's lines.

Every house writes its transcripts in its own way, so no one pattern is a label: a shape is one where it comes back at the beginnings of
lines, or carries a name that the articles quote. The cost of that evidence is a speaker whom nobody quotes and who speaks once, in a shape
of his own: what he says stays with whoever spoke before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quotecli.compare.people import name_words, same_name
from quotecli.compare.words import keys
from quotecli.lexicon.en.frequency import table
from quotecli.lexicon.en.names import GIVEN
from quotecli.lexicon.en.people import HONORIFICS, PARTICLES, ROLES, TITLES
from quotecli.lexicon.en.records import ASKERS, NO_SPEAKERS, NOBODY, STAGE
from quotecli.lexicon.en.verbs import SAY_FINITE

LONGEST = 8  # words of a label
MANY = 3  # different labels of one shape that need no other evidence
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?:[ ]?[AaPp]\.?[Mm]\.?)?"
TIME = rf"[\[(<]?{CLOCK}(?:[ ]?(?:-->|[-–—])[ ]?{CLOCK})?[\])>]?"
WHO = r"(?P<who>[^\W_][^\n:\[\]<>(){}*\t#|]{0,70}?)"
EXTRA = r"(?P<extra>(?:[ \t]*[(\[][^()\[\]\n]{1,60}[)\]])*)"
BOLD = r"(?:\*{1,3}|_{1,2})?"

# Membership: a name of the shape, and what a line looks like behind its bullets, arrows and times; the first that fits. Those that prose
# has too ("Ann Lee — the mayor — left") are loose: one of them alone is no evidence.
SHAPES: tuple[tuple[str, str], ...] = (
    ("colon", rf"{BOLD}{WHO}{BOLD}{EXTRA}{BOLD}[ \t\u00a0]*(?:{TIME})?[ \t]*:{BOLD}(?=\s|$)"),
    ("lone", r"(?P<who>[QA])(?:\.?(?=[ ]{2,}\S|\t)|\.(?=\s))"),
    ("bracket", rf"[\[(]{WHO}(?:,?[ \t]+{CLOCK})?[\])][ \t]*:?(?=\s|$)|<(?P<angled>[^\W_][^\n:<>]{{0,60}})>[ \t]*:?(?=\s|$)"),
    ("bold", rf"(?:\*\*|__){WHO}(?:\*\*|__){EXTRA}(?=[ \t]+\S)"),
    ("dot", r"(?P<who>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sen|Rep|Senator|Representative|Chair\w*|The)\.?[ ][^\n.:,;—]{2,60})\.(?=\s)"),
    ("dash", rf"{BOLD}{WHO}{BOLD}{EXTRA}[ \t]+(?:[—–―]|--?)[ \t]+(?=\S)"),
    ("timed", rf"{BOLD}{WHO}{BOLD}[ \t]+{TIME}(?=[ \t]+\S)"),
    ("line", rf"{BOLD}{WHO}{BOLD}{EXTRA}[ \t]*(?:[|·•–—-][ \t]*)?(?:{TIME})?{BOLD}[ \t]*$"),
    ("line", rf"{BOLD}{WHO}{BOLD}[ \t]*\|[ \t]*[^\W\d_a-z][^\n.?!|]{{1,50}}$"),
    ("tab", rf"{BOLD}{WHO}{BOLD}{EXTRA}(?:\t+|[ \t]*\|[ \t]*)(?=\S)"),
)
LOOSE = frozenset({"bracket", "bold", "dot", "dash", "timed", "tab", "line"})


class Label(NamedTuple):
    """What may be a label: its shape, the speaker as printed, and where it stands."""

    shape: str
    name: str | None  # None for >> alone: another speaks, and nobody says who
    start: int
    end: int  # of the label; the words follow
    apart: bool = True  # whether the line stands by itself: after an empty one, or with a time or a mark before the name

    def folded(self) -> str:
        """The name for counting."""
        return " ".join((self.name or "").casefold().split())


@cache
def lead() -> re.Pattern[str]:
    """What stands at the beginning of a line before a name: arrows, bullets, heading marks, a time."""
    mark = r">{1,3}|[-•*–—|](?=[ \t])|\#{1,6}(?=[ \t])|\(?\d+[.)](?=[ \t])|\d+\t"
    return re.compile(rf"(?:[ \t]*(?:{mark}|{TIME}(?=\s)(?:[ \t]*[-–—|](?=[ \t]))?))*[ \t]*")


@cache
def behind() -> re.Pattern[str]:
    """A time between a label and the words."""
    return re.compile(rf"[ \t]*(?:(?=[\[(<]){TIME}(?=\s)|{TIME}[ \t]*$)", re.MULTILINE)


@cache
def behind_quotation() -> re.Pattern[str]:
    """The four words behind a closing mark."""
    return re.compile(r"[^\W\d_][,.?!…—-][”\"’']{1,2} ((?:[^\W_][^\W_.’'-]{0,20}[., ]{1,2}){1,4})")


@cache
def shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The shapes as patterns."""
    return tuple((name, re.compile(pattern, re.MULTILINE)) for name, pattern in SHAPES)


# ---- one line ----------------------------------------------------------------------------------------------------------
def candidates(text: str) -> Iterator[Label]:
    """Every line's beginning that has the shape of a label."""
    empty = True  # the line before
    for line in re.compile(r"[^\n]*\n?").finditer(text):
        if not line.group().strip():
            empty = True
            continue
        head = lead().match(text, line.start(), line.end())
        at = head.end() if head else line.start()
        marked = bool(text[line.start() : at].strip())
        found = label_at(text, line.start(), at, empty or marked)
        if found is not None:
            yield found
        elif ">>" in text[line.start() : at]:
            yield Label("arrows", None, line.start(), at)
        empty = marked and not text[at : line.end()].strip()  # a time alone on its line


def label_at(text: str, start: int, at: int, apart: bool) -> Label | None:
    """The label at a place, in the first shape whose name is one."""
    for shape, pattern in shapes():
        match = pattern.match(text, at)
        if not match:
            continue
        who = match["who"] or match.groupdict().get("angled") or ""
        name = speaker_of(who, match.groupdict().get("extra") or "")
        if name is not None:
            timed = bool(re.search(TIME, match.group()))
            late = behind().match(text, match.end())
            return Label(shape, name, start, late.end() if late else match.end(), apart or timed)
    return None


def speaker_of(who: str, extra: str) -> str | None:
    """The speaker that a label names: before the comma, or in the parentheses behind an office. None where that is no name."""
    who = re.sub(rf"[ \t]+{TIME}$", "", who.strip())
    inside: list[str] = [one.strip() for one in re.findall(r"[(\[]([^()\[\]]+)[)\]]", extra)]
    if is_office(who):
        inner = next((one for one in inside if is_name_shape(one) and one.split()[0].casefold() not in STAGE), None)
        if inner is not None and len(inner.split()) > 1:
            return inner
    head, _, tail = who.partition(",")
    if who.split()[0].casefold().strip(".") in HONORIFICS:
        head = head.partition(" of ")[0]  # Mr. LEE of Ohio
    if tail and is_office(head) and is_name_shape(tail.strip()):
        head = tail.strip()
    return head.strip() if is_name_shape(head.strip()) else None


def is_name_shape(who: str) -> bool:
    """Whether words look like a name or an office: capital letters, with particles between; not "Warning", not "My point"."""
    words = who.split()
    if not 1 <= len(words) <= LONGEST or who[-1:] in ",;!?—-":
        return False
    plain = [word.casefold().strip(".'’\"“”") for word in words]
    if plain[0] in NO_SPEAKERS or (len(words) == 1 and len(who) < 2 and who not in "QA"):
        return False
    small = PARTICLES | {"of", "the", "for", "and", "pro", "tempore", "at", "to", "in"}
    return (
        capital(words[0])
        and not words[0][0].isdigit()
        and all(capital(word) or word in small for word in words)
        and plain[-1] not in small - PARTICLES - {"tempore"}
    )


def capital(word: str) -> bool:
    """Whether a word begins with a capital letter, or with one of a script that has none, or is a number."""
    first = word.lstrip("'’\"“(")[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())


def is_office(who: str) -> bool:
    """Whether a label begins with an office and names nobody: The Minister for Ports, MR SPEAKER, Secretary of State."""
    words = [word.casefold().strip(".") for word in who.split()]
    words = words[1:] if words[:1] == ["the"] else words
    head = words[: next((i for i, word in enumerate(words) if word in ("of", "for", "pro", "to", "at")), len(words))]
    tail = words[len(head) + 2 :]  # "Minister for Ports Ann Lee" names somebody
    return bool(head) and all(word in TITLES or word in ROLES for word in head) and GIVEN.isdisjoint(tail)


# ---- all lines ---------------------------------------------------------------------------------------------------------
def labels(text: str, names: Collection[str] = (), lines: bool = True) -> list[Label]:
    """The labels of a record, in order; `names` are those that the articles quote. `lines`: whether a name may have a line to itself."""
    found = [label for label in candidates(text) if (lines or label.shape not in ("line", "dash")) and fits(text, label)]
    groups: defaultdict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in found:
        groups[label.shape, label.folded()].append(label)
    times = Counter(label.shape for label in found)
    sure = {key for key, same in groups.items() if is_sure(same, names, times[key[0]] == 1 and found[0] is not same[0])}
    company = Counter(shape for shape, _ in sure)
    many = Counter(shape for shape, name in groups if name and personal(name))
    surnames = any(len(name.split()) == 1 and not personal(name) for _, name in sure)
    open_to_all = {shape for shape in times if company[shape] or (shape not in LOOSE and many[shape] >= MANY)}
    kept = [
        label
        for label in found
        if label.name is None or (label.shape, label.folded()) in sure or (label.shape in open_to_all and joins(label, surnames))
    ]
    alone = sum(label.shape == "line" for label in kept)
    if alone and retells(text, alone):
        kept = [label for label in kept if label.shape != "line"]
    return kept if any(label.name for label in kept) or len(kept) > 1 else []


def fits(text: str, label: Label) -> bool:
    """Whether a name that has a line to itself stands apart there, with words on the next."""
    if label.shape != "line":
        return True
    return label.apart and bool(text[label.end :].strip())


def retells(text: str, lines: int) -> bool:
    """Whether a text tells who said what it quotes as often as a name has a line to itself: an article, the names under its pictures."""
    told = 0
    for match in behind_quotation().finditer(text):
        told += not SAY_FINITE.isdisjoint(re.findall(r"\w+", match[1].lower()))
        if told >= max(2, lines):
            return True
    return False


def is_sure(same: Sequence[Label], names: Collection[str], alone: bool) -> bool:
    """Whether a label is one by itself: quoted by the articles, in capital letters, asking, or there again and again.

    `alone`: it is the only line of its shape, and not the record's first.
    """
    shape, name, folded = same[0].shape, same[0].name, same[0].folded()
    if name is None:
        return False
    if any(known_as(name, other) for other in names):
        return shape not in LOOSE or not alone
    if shape == "lone" or (shape == "colon" and (name.isupper() or folded in ASKERS)):
        return True
    if shape == "dot" and re.search(r"[^\W\d_a-z]{2}", name.split(maxsplit=1)[-1]):
        return True
    return len(same) > 1 and (shape not in LOOSE or personal(folded))


def known_as(label: str, name: str) -> bool:
    """Whether a label names a person of the articles."""
    return not is_office(label) and bool(set(name_words(label)) & set(name_words(name))) and same_name(label, name)


def joins(label: Label, surnames: bool) -> bool:
    """Whether a label that comes once is one among others of its shape; `surnames`: whether some of those are a surname alone."""
    if label.name is None or (label.shape == "line" and not label.apart):
        return False
    return label.name.isupper() or personal(label.folded()) or (surnames and is_strange(label.folded()))


def is_strange(word: str) -> bool:
    """Whether a word is none that English news has."""
    return not any(table().met(form) for form in keys(word))


def personal(folded: str) -> bool:
    """Whether a label looks like a person's: an office, somebody unnamed, two words or more, a given name."""
    words = [word.strip(".") for word in folded.split()]
    return len(words) > 1 or is_office(folded) or folded in ASKERS or words[0] in GIVEN or words[0] in NOBODY
