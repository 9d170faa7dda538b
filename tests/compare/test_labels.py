"""The shapes in which transcripts say who speaks, and their neighbours that say nothing of the kind."""

from __future__ import annotations

import pytest
from made import article, quotes_of

from quotecli.compare import check, names_speakers
from quotecli.compare.labels import labels
from quotecli.compare.transcript import heard, turns

WORDS = [
    ("Dana Ortiz", "We never sold the yard."),
    ("Piet Vos", "The ledger was burnt in March."),
    ("Dana Ortiz", "Nobody asked the port for a survey."),
    ("Piet Vos", "They asked us twice in May."),
]
QUOTES = quotes_of(
    article(
        "a",
        "“We never sold the yard,” said Dana Ortiz. “The ledger was burnt in March,” said Dana Ortiz. “Nobody asked the port for a survey,” said"
        " Dana Ortiz. “They asked us twice in May,” said Piet Vos.",
    ),
    "Dana Ortiz",
    "Dana Ortiz",
    "Dana Ortiz",
    "Piet Vos",
)
EXPECTED = ["verbatim", "misattributed", "verbatim", "verbatim"]

# How a turn is written: {name}, {NAME}, {last}, {LAST}, {given}, {words}, {time}.
FORMS = {
    "name and colon": "{name}: {words}",
    "capitals": "{NAME}: {words}",
    "surname in capitals": "{LAST}: {words}",
    "honorific": "Mr. {LAST}: {words}",
    "honorific and full stop": "  Mr. {LAST}. {words}",
    "full stop, of a State": "  Mr. {LAST} of Ohio. {words}",
    "honorific in small letters": "Mr. {last}. {words}",
    "time before": "[00:0{time}:12] {NAME}: {words}",
    "bare time before": "00:0{time}:12 {name}: {words}",
    "time and dash before": "0{time}:12 - {name}: {words}",
    "time of day before": "10:0{time} AM {name}: {words}",
    "time behind": "{name} [00:0{time}:12]: {words}",
    "time behind the colon": "{name}: [00:0{time}:12] {words}",
    "time in parentheses, a line of its own": "{name} (00:0{time}):\n{words}",
    "own line": "{name}\n{words}",
    "own line with a time behind": "{name}  0:0{time}\n{words}",
    "own line with a time before": "00:0{time}:12 {name}\n{words}",
    "own line, time on the next": "{name}\n00:0{time}:12\n{words}",
    "own line with a bar": "{name} | 0{time}:12\n{words}",
    "own line with an office": "{name}, Port of Harrow\n{words}",
    "arrows": ">> {NAME}: {words}",
    "arrows, touching": ">>{NAME}: {words}",
    "brackets and colon": "[{name}]: {words}",
    "brackets": "[{name}] {words}",
    "angles": "<{name}> {words}",
    "dash": "{name} — {words}",
    "short dash": "{name} – {words}",
    "hyphens": "{name} -- {words}",
    "tab": "{name}\t{words}",
    "bold": "**{name}**: {words}",
    "bold colon": "**{name}:** {words}",
    "bold without colon": "**{name}** {words}",
    "underlined": "__{name}__: {words}",
    "bullet": "- {name}: {words}",
    "bullet and bold": "- **{name}**: {words}",
    "quoted line": "> {name}: {words}",
    "quoted line and bold": "> **{name}:** {words}",
    "heading": "### {name}\n{words}",
    "heading and empty line": "### {name}\n\n{words}",
    "office behind a comma": "{name}, Port Authority: {words}",
    "office in small letters behind a comma": "{name}, the port's director: {words}",
    "office before a comma": "Director, {name}: {words}",
    "seat and party": "{name} (Harrow North) (Lab): {words}",
    "name in parentheses": "The Minister for Ports ({name}): {words}",
    "name in parentheses behind a plain office": "The Secretary of State ({name}): {words}",
    "time inside brackets": "[{name} 00:0{time}:12] {words}",
    "parentheses": "({name}) {words}",
    "time behind, without a colon": "{name} 00:0{time}:12 {words}",
    "office behind a bar, a line of its own": "{name} | Port Director\n{words}",
    "dash before": "— {name}: {words}",
    "number before": "({time}) {name}: {words}",
    "columns": "{time}\t{name}\t{words}",
    "office of several words": "Minister for Ports {name}: {words}",
    "via video": "{NAME} (via video): {words}",
}


def record(form: str) -> str:
    """The four turns in a form."""
    made = []
    for time, (name, words) in enumerate(WORDS, start=1):
        given, last = name.split()
        made.append(form.format(name=name, NAME=name.upper(), last=last, LAST=last.upper(), given=given, words=words, time=time))
    return "\n\n".join(made) + "\n"


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_of_label_is_read(form: str) -> None:
    """One of four quotations is given to the wrong person: that one is told, in whatever shape the record names its speakers."""
    assert [one.verdict for one in check(record(form), QUOTES)] == EXPECTED


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_without_the_articles(form: str) -> None:
    """The shape is evidence by itself: nobody of the record need be quoted."""
    assert names_speakers(record(form))


TOUCHING = {label: form for label, form in FORMS.items() if "\n" not in form}


@pytest.mark.parametrize("form", TOUCHING.values(), ids=TOUCHING)
def test_a_form_in_lines_that_touch(form: str) -> None:
    """Turns need no empty line between them; only a name that has a line to itself does."""
    assert [one.verdict for one in check(record(form).replace("\n\n", "\n"), QUOTES)] == EXPECTED


# What has the look of a label, with the words that must stay with whoever spoke before.
OTHERS = {
    "a warning": "Warning: the steps are wet.",
    "a warning in capitals": "WARNING: the steps are wet.",
    "a list": "First: the steps are wet.\nSecond: the quay is closed.\nThird: the ferry runs.",
    "a note that comes again": "Note: the steps are wet.\nNote: the quay is closed.",
    "a sentence with a colon": "The plan is simple: we close the quay.",
    "a clause in capitals of headlines": "My Point Is This: we close the quay.",
    "a time": "10:30 is when the ferry leaves.",
    "a verse": "Matthew 5:9 is on the wall.",
    "prose with a dash": "The quay — the old one — is closed.",
    "a name with a dash, once": "Ann Lee — you know her — is here.",
    "a name and a full stop, once": "Mr. Lee. He is here.",
    "a name at the end of a broken line": "I have spoken to the engineer\nAnn Lee\nand to the harbour master.",
    "an aside": "(Sic) The quay is closed.\n(Two of them) were late.",
    "applause": "[Applause]\nThank you.\n[Applause]\nThank you all.",
    "an editor's bracket": "[They] were late.",
    "a link": "https://example.org/record: read it.",
    "a day": "Monday: closed. \nTuesday: open.",
    "a numbered list": "1. Close the quay.\n2. Open the yard.",
    "a heading": "Opening remarks\n\nThank you.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_label(text: str) -> None:
    """Between two turns of the mayor nobody else speaks."""
    whole = f"MAYOR DORRAN: Good morning.\n{text}\nMAYOR DORRAN: Good night.\n"
    assert {label.name for label in labels(whole)} == {"MAYOR DORRAN"}


@pytest.mark.parametrize("text", [text for text in OTHERS.values() if "WARNING" not in text])
def test_prose_has_no_labels(text: str) -> None:
    """A speech without labels stays one."""
    assert not names_speakers(f"Good morning. We have closed the quay.\n{text}\nGood night.\n")


ARTICLE = "The mayor has closed the quay.\n\n{name}\n{credit}\n\n“The steps are wet,” {told}. “Nobody may pass,” he added.\n"
PICTURES = {
    "a picture's caption": ("Dana Ortiz", "The quay in May", "the mayor said"),
    "a caption and its credit": ("Dana Ortiz", "Dana Ortiz Twitter", "Ortiz said on Monday"),
    "an office in the caption": ("Mayor Dana Ortiz", "Photo: The Harrow Post", "she told reporters"),
    "the caption comes again": ("Dana Ortiz", "Harrow, May 3\n\nDana Ortiz\nThe yard", "said the mayor"),
}


@pytest.mark.parametrize(("name", "credit", "told"), PICTURES.values(), ids=PICTURES)
def test_an_article_is_no_transcript(name: str, credit: str, told: str) -> None:
    """Who checks against an article has the words compared; the names of its pictures say nothing behind them."""
    assert not names_speakers(ARTICLE.format(name=name, credit=credit, told=told), QUOTES)


def test_a_transcript_in_which_somebody_tells_what_was_said() -> None:
    """Its names, each on a line of its own, are more than the words they tell of."""
    turns = [f"{name}\n“Leave the quay,” he said, and I left. {words}" for name, words in WORDS[:2]]
    assert names_speakers("\n\n".join([*turns, *(f"{name}\n{words}" for name, words in WORDS)]))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("ÉMILE ROY: We closed.\nØYVIND BERG: Nobody asked.", ["ÉMILE ROY", "ØYVIND BERG"]),
        ("Łukasz Żak: Tak.\nЮрий Волков: Нет.\nŁukasz Żak: Tak.", ["Łukasz Żak", "Юрий Волков", "Łukasz Żak"]),
        ("Dana Ortiz: One.\nPiet Vos: Two.\nDana Ortiz: Three.", ["Dana Ortiz", "Piet Vos", "Dana Ortiz"]),
        ("Q: When?\nA: In May.", ["Q", "A"]),
        ("Q.  When?\nA.  In May.", ["Q", "A"]),
        ("Alice: One.\nBob: Two.\nCarol: Three.", ["Alice", "Bob", "Carol"]),
        ("Mr Speaker: Order.\nLena Moroz: Yes.\nMr Speaker: Order.", ["Mr Speaker", "Lena Moroz", "Mr Speaker"]),
        ("THE PRESIDENT (through interpreter): One.", ["THE PRESIDENT"]),
        ("Speaker 1: One.\nSpeaker 2: Two.\nSpeaker 1: Three.", ["Speaker 1", "Speaker 2", "Speaker 1"]),
        ("SPEAKER_00: One.\nSPEAKER_01: Two.", ["SPEAKER_00", "SPEAKER_01"]),
        ("The PRESIDENT pro tempore. One.\n\nMr. McCAIN. Two.", ["The PRESIDENT pro tempore", "Mr. McCAIN"]),
        (">> DANA ORTIZ: One.\n>> Two.\n>> DANA ORTIZ: Three.", ["DANA ORTIZ", None, "DANA ORTIZ"]),
        (
            "Jean-Luc O’Brien: One.\nMaria de la Cruz: Two.\nJean-Luc O’Brien: Three.",
            ["Jean-Luc O’Brien", "Maria de la Cruz", "Jean-Luc O’Brien"],
        ),
    ],
)
def test_speakers_as_printed(text: str, speakers: list[str | None]) -> None:
    """The names are those that the record prints, in order, one a turn."""
    assert [turn.label for turn in turns(heard(text))] == speakers


def test_a_name_once_counts_where_the_articles_quote_it() -> None:
    """“Mark:” alone would be any word; beside an article that quotes Piet Mark it is he."""
    text = "DANA ORTIZ: We sold it.\nMark: The ledger was burnt in March.\nDANA ORTIZ: Thank you."
    assert [turn.label for turn in turns(heard(text), ("Piet Mark",))] == ["DANA ORTIZ", "Mark", "DANA ORTIZ"]


def test_a_surname_once_among_surnames() -> None:
    """Where others are labelled by their surnames, a word that is no English one is a surname too; nobody need quote him."""
    text = "Ortiz: We sold it.\nVos: The ledger was burnt in March.\nRemember: the quay is closed.\nOrtiz: Thank you."
    assert [turn.label for turn in turns(heard(text))] == ["Ortiz", "Vos", "Ortiz"]
    assert [one.verdict for one in check(text, QUOTES[1:2])] == ["misattributed"]


def test_unknown_voices_are_nobody_else() -> None:
    """Where a record says only that somebody spoke, nobody is accused."""
    text = "MODERATOR: Welcome.\n\nUNIDENTIFIED MALE: We never sold the yard.\n\nMODERATOR: Thank you.\n"
    assert [one.verdict for one in check(text, QUOTES[:1])] == ["verbatim"]


def test_many_labels_take_no_time() -> None:
    """Ten thousand speakers are read as fast as two."""
    assert len(labels("".join(f"Speaker {number}: We sold it.\n" for number in range(10_000)))) == 10_000
