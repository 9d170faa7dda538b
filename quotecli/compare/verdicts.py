"""Every quotation held against the record: is that what was said?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.compare.align import vocabulary
from quotecli.compare.differences import compare, verdict_of
from quotecli.compare.edits import Text, text_of
from quotecli.compare.passages import passages
from quotecli.compare.people import known, same_name
from quotecli.compare.places import FEW, Part, Seeker, Stretch, follows
from quotecli.compare.record import Record, as_wording, values
from quotecli.compare.score import NEAR
from quotecli.compare.transcript import asks, heard, is_anybody, is_role, same_person, turns
from quotecli.compare.words import words_of
from quotecli.model import SPEECH, Edit, Passage, Quote, Source, Verdict

LONGEST = 60  # folded forms of a part; a longer sentence is looked for in pieces
UNTOLD = -0.01  # of a file without labels beside one that names another for the same words: below 0, for that one knows more
SURE = 8.0  # nats from which words found with somebody else are his


class Finding(NamedTuple):
    """A quotation and the parts of it that stand in the record, in the quotation's order."""

    quote: Quote
    text: Text
    owner: Sequence[int]  # of each key of the quotation: its first word
    parts: tuple[Part, ...]

    def main(self) -> Part:
        """The weightiest part."""
        return max(self.parts, key=lambda part: part.evidence)


Transcript = Source | str | Sequence[Source]
"""What was said: a text in memory, an article as read, or several that make one record."""


def check(transcript: Transcript, quotes: Sequence[Quote], speaker: str | None = None) -> tuple[Verdict, ...]:
    """A verdict on every quotation, in order of source and place, against a transcript with or without speaker labels.

    verbatim: word for word; typographic: the same words in another dress (marks, case, spelling, contraction, figures); trimmed: openly
    cut or bracketed, or cut where nothing turns on it; altered: words changed, or cut so that the meaning may; stitched: its parts stand
    apart in the record; misattributed: somebody else's words; not-found; out-of-scope: its speaker does not speak in the record. Only
    speech that stands by itself is judged: kind direct or mixed, not nested. `speaker` limits it to one person, who then counts as
    speaking there. Of a record of several files a passage tells which; their order does not matter.
    """
    record = Record(files_of(transcript), names_in(quotes), vocabulary(word for quote in quotes for word in words_of(quote)))
    judged = sorted((q for q in quotes if q.kind in SPEECH and q.parent is None), key=lambda q: (q.source, q.start))
    if speaker is not None:
        judged = [quote for quote in judged if (name := known(quote)) is not None and same_name(name, speaker)]
    findings = [find(quote, record) for quote in judged]
    scope = Scope(findings, record, speaker)
    return tuple(judge(finding, record, scope) for finding in findings)


def files_of(transcript: Transcript) -> list[tuple[str | None, str]]:
    """The path and text of each file of a record, in one order whatever theirs."""
    if isinstance(transcript, str):
        return [(None, transcript)]
    return sorted((source.path, source.text) for source in ([transcript] if isinstance(transcript, Source) else transcript))


def names_speakers(transcript: Source | str, quotes: Sequence[Quote] = ()) -> bool:
    """Whether a transcript tells who speaks; where it does not, verdicts are about the words alone."""
    text = heard(transcript if isinstance(transcript, str) else transcript.text)
    return any(turn.label for turn in turns(text, names_in(quotes)))


def names_in(quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Those whom the articles quote by name."""
    return tuple(sorted({name for quote in quotes if (name := known(quote))}))


# ---- finding -----------------------------------------------------------------------------------------------------------
def find(quote: Quote, record: Record) -> Finding:
    """The parts of a quotation in the record: sentence by sentence, and either side of an ellipsis."""
    text = text_of(quote)
    forms = values(text.words, record.known)
    wording = as_wording([form.key for form in forms])
    dots = {bisect_left(forms, (index,)) for index, word in enumerate(text.words) if word.kind == "ellipsis"}
    cuts = {bisect_left(forms, (high,)) for _, high in passages(text.words, quote.pieces)}
    bounds = sorted({*range(0, len(forms), LONGEST), len(forms), *cuts, *dots})
    name = known(quote)

    def home(key: int) -> float:
        label = record.label(key)
        if label is None and record.labelled and not record.file(key).labelled:
            return UNTOLD
        return float(label is None or name is None or same_person(label, name) or (is_role(label) and not asks(label)))

    stretches = [Stretch(low, high, low in dots) for low, high in pairwise(bounds)]
    return Finding(quote, text, [form.word for form in forms], Seeker(wording, record, home).places(stretches))


class Scope:
    """Who speaks in the record, and whom its labels of office stand for."""

    def __init__(self, findings: Sequence[Finding], record: Record, speaker: str | None) -> None:
        self.labels = sorted({turn.label for turn in record.turns if turn.label and not asks(turn.label)})
        self.holders = self.office_holders(findings, record)
        self.labelled = record.labelled
        self.found = {name for f in findings if self.unnamed(f, record) and (name := known(f.quote))}
        self.found |= {speaker or ""} if not self.labelled else set()
        if not self.labelled and self.found == {""}:
            self.found = self.voices(findings)

    def unnamed(self, finding: Finding, record: Record) -> bool:
        """Whether a quotation surely stands in a file that does not say who speaks."""
        main = finding.main() if finding.parts else None
        return main is not None and main.evidence >= SURE and not record.file(main.record[0]).labelled

    def voices(self, findings: Sequence[Finding]) -> set[str]:
        """Whose voice a record without labels may be when nothing of anybody is found in it: theirs whom the articles quote most."""
        times = Counter(name for finding in findings if (name := known(finding.quote)))
        return {name for name, count in times.items() if count == max(times.values())}

    def office_holders(self, findings: Sequence[Finding], record: Record) -> dict[str, str]:
        """By label of office the name to which the articles attribute most of what is said under it."""
        votes: dict[str, Counter[str]] = {label: Counter() for label in self.labels if is_role(label) and not is_anybody(label)}
        for finding in findings:
            name = known(finding.quote)
            label = record.label(finding.main().record[0]) if finding.parts else None
            if label in votes and name and not any(same_person(other, name) for other in self.labels):
                votes[label][name] += 1
        leading = {label: [name for name, count in names.items() if count == max(names.values())] for label, names in votes.items()}
        return {label: names[0] for label, names in leading.items() if len(names) == 1}

    def speaks(self, name: str | None) -> bool:
        """Whether a person speaks in the record, as far as can be told."""
        if name is None:
            return False
        if any(same_person(label, name) for label in self.labels) or any(same_name(holder, name) for holder in self.holders.values()):
            return True
        return any(other and same_name(other, name) for other in self.found)

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
    runs = together(finding, record)
    if len(runs) > 1:
        passage = passage_of(record, *main.record)
        places = tuple(passage_of(record, run[0].record[0], run[-1].record[1]) for run in runs)
        return Verdict(finding.quote, "stitched" if mine else "misattributed", passage, (), places)
    low, high, edits = compare(finding.quote, finding.text, finding.parts, record)
    name_of = verdict_of(edits)
    few = main.quote[1] - main.quote[0] < FEW
    if name_of == "altered" and main.evidence < NEAR and few:  # "negotiations" is not the record's "negotiate"
        return absent(finding, scope)
    return Verdict(
        finding.quote, name_of if mine else "misattributed", passage_of(record, low, high), tuple(in_file(edit, record) for edit in edits)
    )


def absent(finding: Finding, scope: Scope) -> Verdict:
    """The verdict on a quotation that the record does not have."""
    return Verdict(finding.quote, "not-found" if scope.speaks(known(finding.quote)) else "out-of-scope")


def together(finding: Finding, record: Record) -> list[list[Part]]:
    """The parts, those together that follow one another in the record with little between."""
    runs: list[list[Part]] = []
    for part in finding.parts:
        last = runs[-1][-1] if runs else None
        if last is not None and follows(record, last, part, dotted(finding, last, part)):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def dotted(finding: Finding, last: Part, part: Part) -> bool:
    """Whether an ellipsis stands between two parts."""
    between = finding.text.words[finding.owner[last.quote[1] - 1] : finding.owner[part.quote[0]]]
    return any(word.kind == "ellipsis" for word in between)


def passage_of(record: Record, low: int, high: int) -> Passage:
    """A stretch of the record, given as key indices, with its label and the sentences around it."""
    first, last = record.owner[low], record.last[high - 1]
    start, end = record.text.span(first, last + 1)
    before, after = record.sentence_text(record.sentence(first) - 1), record.sentence_text(record.sentence(last) + 1)
    path, low_raw, high_raw = record.place(start, end)
    return Passage(low_raw, high_raw, record.text.between(start, end), record.label(low), before, after, path)


def in_file(edit: Edit, record: Record) -> Edit:
    """An edit whose offsets in the record are those of its file."""
    _, start, end = record.place(edit.before_start, edit.before_end)
    return edit._replace(before_start=start, before_end=end)
