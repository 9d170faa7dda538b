"""Every quotation held against the record: is that what was said?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.compare.align import align_words
from quotecli.compare.edits import Text, held_against, text_of, weighty
from quotecli.compare.people import known, same_name
from quotecli.compare.record import Part, Record, as_wording
from quotecli.compare.score import NEAR
from quotecli.compare.transcript import asks, is_role, same_person
from quotecli.compare.words import Word, folded, keys, sentences
from quotecli.lexicon.en import variants as lex
from quotecli.model import SPEECH, Edit, Passage, Quote, Source, Verdict, VerdictName

LONGEST = 60  # folded forms of a part; a longer sentence is looked for in pieces
OPEN_GAP, SILENT_GAP = 40, 25  # words of the record between two parts that still make one passage, with an ellipsis and without
SURE = 8.0  # nats from which words found with somebody else are his
DRESS = frozenset({"typographic", "punctuation", "spelling", "contraction", "number-format"})
CUTS = frozenset({"omitted", "omitted-ellipsis", "editorial"})


class Finding(NamedTuple):
    """A quotation and the parts of it that stand in the record, in the quotation's order."""

    quote: Quote
    text: Text
    parts: tuple[Part, ...]

    def main(self) -> Part:
        """The weightiest part."""
        return max(self.parts, key=lambda part: part.evidence)


def check(transcript: Source | str, quotes: Sequence[Quote], speaker: str | None = None) -> tuple[Verdict, ...]:
    """A verdict on every quotation, in order of source and place, against a transcript with or without speaker labels.

    verbatim: word for word; typographic: the same words in another dress (marks, case, spelling, contraction, figures); trimmed: openly
    cut or bracketed, or cut where nothing turns on it; altered: words changed, or cut so that the meaning may; stitched: its parts stand
    apart in the record; misattributed: somebody else's words; not-found; out-of-scope: its speaker does not speak in the record. Only
    speech that stands by itself is judged: kind direct or mixed, not nested. `speaker` limits it to one person, who then counts as
    speaking there.
    """
    record = Record(transcript if isinstance(transcript, str) else transcript.text)
    judged = sorted((q for q in quotes if q.kind in SPEECH and q.parent is None), key=lambda q: (q.source, q.start))
    if speaker is not None:
        judged = [quote for quote in judged if (name := known(quote)) is not None and same_name(name, speaker)]
    findings = [find(quote, record) for quote in judged]
    scope = Scope(findings, record, speaker)
    return tuple(judge(finding, record, scope) for finding in findings)


# ---- finding -----------------------------------------------------------------------------------------------------------
def find(quote: Quote, record: Record) -> Finding:
    """The parts of a quotation in the record: sentence by sentence, and either side of an ellipsis."""
    text = text_of(quote)
    forms = list(folded(text.words))
    wording = as_wording([key for _, key in forms])
    cuts = {high for _, high in sentences(text.words, quote.pieces)}
    cuts |= {index for index, word in enumerate(text.words) if word.kind == "ellipsis"}
    bounds = sorted({*range(0, len(forms), LONGEST), len(forms), *(bisect_left(forms, (cut,)) for cut in cuts)})
    name = known(quote)

    def at_home(label: str | None) -> bool:
        return label is None or name is None or same_person(label, name) or (is_role(label) and not asks(label))

    parts = [part for low, high in pairwise(bounds) for part in record.find(wording, low, high, at_home)]
    return Finding(quote, text, tuple(parts))


class Scope:
    """Who speaks in the record, and whom its labels of office stand for."""

    def __init__(self, findings: Sequence[Finding], record: Record, speaker: str | None) -> None:
        self.labels = sorted({turn.label for turn in record.turns if turn.label and not asks(turn.label)})
        self.holders = self.office_holders(findings, record)
        self.found = {name for f in findings if f.parts and f.main().evidence >= SURE and (name := known(f.quote))} | {speaker or ""}
        self.labelled = record.labelled

    def office_holders(self, findings: Sequence[Finding], record: Record) -> dict[str, str]:
        """By label of office the name to which the articles attribute most of what is said under it."""
        votes: dict[str, Counter[str]] = {label: Counter() for label in self.labels if is_role(label)}
        for finding in findings:
            name = known(finding.quote)
            label = record.label(finding.main().record[0]) if finding.parts else None
            if label in votes and name and not any(same_person(other, name) for other in self.labels):
                votes[label][name] += 1
        return {label: min(names, key=lambda name: (-names[name], name)) for label, names in votes.items() if names}

    def speaks(self, name: str | None) -> bool:
        """Whether a person speaks in the record, as far as can be told."""
        if name is None:
            return False
        if any(same_person(label, name) for label in self.labels) or any(same_name(holder, name) for holder in self.holders.values()):
            return True
        return any(other and same_name(other, name) for other in self.found) and not self.labelled

    def says(self, label: str | None, name: str | None) -> bool:
        """Whether what stands under a label may be that person's."""
        if label is None or name is None or same_person(label, name):
            return True
        if asks(label) or not is_role(label) or any(same_person(other, name) for other in self.labels):
            return False  # a label of office is not hers who has a label of her own
        holder = self.holders.get(label)
        return holder is None or same_name(holder, name)


# ---- judging -----------------------------------------------------------------------------------------------------------
def judge(finding: Finding, record: Record, scope: Scope) -> Verdict:
    """The verdict on one quotation."""
    name = known(finding.quote)
    if not finding.parts:
        return absent(finding, scope)
    main = finding.main()
    mine = scope.says(record.label(main.record[0]), name)
    if not mine and main.evidence < SURE:
        return absent(finding, scope)
    runs = passages(finding, record)
    if len(runs) > 1:
        passage = passage_of(record, *main.record)
        return Verdict(finding.quote, "stitched" if mine else "misattributed", passage, ())
    low, high, edits = compare(finding, record)
    name_of = verdict_of(edits)
    if name_of == "altered" and main.evidence < NEAR:  # "negotiations" is not the record's "negotiate"
        return absent(finding, scope)
    return Verdict(finding.quote, name_of if mine else "misattributed", passage_of(record, low, high), edits)


def absent(finding: Finding, scope: Scope) -> Verdict:
    """The verdict on a quotation that the record does not have."""
    return Verdict(finding.quote, "not-found" if scope.speaks(known(finding.quote)) else "out-of-scope")


def passages(finding: Finding, record: Record) -> list[list[Part]]:
    """The parts, those together that follow one another in the record with little between."""
    runs: list[list[Part]] = []
    for part in finding.parts:
        last = runs[-1][-1] if runs else None
        if last is not None and follows(last, part, finding, record):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def follows(last: Part, part: Part, finding: Finding, record: Record) -> bool:
    """Whether the record goes on, in the same turn, from one part to the next; an ellipsis between them excuses more words."""
    gap = part.record[0] - last.record[1]
    if record.turn_of[record.owner[part.record[0]]] != record.turn_of[record.owner[last.record[1] - 1]]:
        return False
    owners = [index for index, _ in folded(finding.text.words)]
    between = finding.text.words[owners[last.quote[1] - 1] : owners[part.quote[0]]]
    return -2 <= gap <= (OPEN_GAP if any(word.kind == "ellipsis" for word in between) else SILENT_GAP)


def compare(finding: Finding, record: Record) -> tuple[int, int, tuple[Edit, ...]]:
    """The stretch of the record, as key indices, that the quotation reports, and the quotation's differences from it."""
    forms = list(folded(finding.text.words))
    first, last = finding.parts[0], finding.parts[-1]
    low, high = min(p.record[0] for p in finding.parts), max(p.record[1] for p in finding.parts)
    low_word = max(record.owner[low] - 2 * first.quote[0], record.sentences[record.sentence(record.owner[low])][0])
    end_word = record.owner[high - 1]
    high_word = min(end_word + 1 + 2 * (len(forms) - last.quote[1]) + 1, record.sentences[record.sentence(end_word)][1])
    words = record.words[low_word:high_word]
    places = align_words(words, finding.text.words)
    both = [place for place in places if place.b[0] < place.b[1] and place.a[0] < place.a[1]]
    words = words[both[0].a[0] : both[-1].a[1]] if both else words
    text = record.text._replace(words=tuple(words))
    edits, _ = held_against(text, finding.text)
    ends = record_ends(record, words[0].start, words[-1].end)
    return *ends, (*edge_cuts(finding, record, ends), *(edit for edit in edits if not closing(edit, finding.text)))


def record_ends(record: Record, start: int, end: int) -> tuple[int, int]:
    """The key indices of a stretch of the transcript."""
    inside = [k for k, owner in enumerate(record.owner) if start <= record.words[owner].start < end]
    return inside[0], inside[-1] + 1


def closing(edit: Edit, text: Text) -> bool:
    """Whether only the mark before the closing quotation mark differs: the outlet's sentence needs it, not the speaker's."""
    last = text.words[-1]
    return edit.type in ("typographic", "punctuation") and edit.end >= last.end and not (set(edit.before + edit.after) - set(",. "))


def edge_cuts(finding: Finding, record: Record, ends: tuple[int, int]) -> tuple[Edit, ...]:
    """What is cut from the sentence at either end of a quotation that begins with a capital letter, ends with a full stop."""
    if finding.quote.kind != "direct":
        return ()
    first, last = record.owner[ends[0]], record.owner[ends[1] - 1]
    start, end = record.sentences[record.sentence(first)][0], record.sentences[record.sentence(last)][1]
    opening = next((word for word in finding.text.words if word.kind == "word"), None)
    whole = opening is not None and opening.text[:1].isupper() and not finding.quote.continues
    found = []
    if whole and start < first and cuttable(record.words[start:first]):
        found.append(cut(record, start, first, finding.text.words[0].start))
    if finding.text.words[-1].text in ".?!" and cuttable(record.words[last + 1 : end]):
        found.append(cut(record, last + 1, end, finding.text.words[-1].end))
    return tuple(found)


def cuttable(words: Sequence[Word]) -> bool:
    """Whether some words of a sentence belong to what was said: there are any, and no quotation mark or colon sets them apart."""
    return any(word.kind in ("word", "number") for word in words) and not any(word.text in '“”"«»:' for word in words)


def cut(record: Record, low: int, high: int, at: int) -> Edit:
    """The words of the record low:high as an edit at a place of the article; a risk where they turn or limit the statement."""
    start, end = record.text.span(low, high)
    limits = {form for word in lex.LIMITS for form in keys(word)}
    risk = bool(limits & weighty(record.words[low:high], record.words).keys())
    return Edit("omitted", record.text.between(start, end), "", risk, at, at, start, end)


def verdict_of(edits: Sequence[Edit]) -> VerdictName:
    """The verdict that a quotation's differences make."""
    types = {edit.type for edit in edits}
    if not types:
        return "verbatim"
    if types <= DRESS:
        return "typographic"
    return "trimmed" if types <= DRESS | CUTS and not any(edit.risk for edit in edits) else "altered"


def passage_of(record: Record, low: int, high: int) -> Passage:
    """A stretch of the record, given as key indices, with its label and the sentences around it."""
    first, last = record.owner[low], record.owner[high - 1]
    start, end = record.text.span(first, last + 1)
    before, after = record.sentence_text(record.sentence(first) - 1), record.sentence_text(record.sentence(last) + 1)
    return Passage(start, end, record.text.between(start, end), record.label(low), before, after)
