"""What each kind of evidence rests on in the world, what it finds and what it leaves alone, by the name that an attribution carries.

`quotes explain` prints the reason, a test harvests the examples. `finds` pairs a text with the mention to which one of its quotations must
be given on that evidence; of `leaves`, no quotation may be given to anybody on it.
"""

from __future__ import annotations

from typing import NamedTuple


class Card(NamedTuple):
    """One kind of evidence."""

    name: str  # Speaker.via
    reason: str
    finds: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...] = ()


CARDS: tuple[Card, ...] = (
    # Verbs of the sentence.
    Card(
        "after-pronoun",
        "“…,” he said: nothing stands between the quotation, the pronoun and the verb.",
        finds=(("“We will open in May,” she said.", "she"), ("“Why now?” he asked the board.", "he"), ("“We are done“, he added.", "he")),
        leaves=("“Open it,” he was told.",),
    ),
    Card(
        "after-subject",
        "“…,” Smith, a doctor, said: the commonest form of all; an insertion may part the subject from its verb.",
        finds=(
            ("“We will open in May,” Dana Ortiz said.", "Dana Ortiz"),
            ("“We will open in May,” Dana Ortiz, who chairs the board, told reporters.", "Dana Ortiz"),
            ("“Why now?” the mayor’s spokeswoman asked.", "the mayor’s spokeswoman"),
        ),
        leaves=("“We will open in May,” when the roof is done.",),
    ),
    Card(
        "after-inverted",
        "“…,” said Smith: the verb first, then its subject; only verbs of saying turn round.",
        finds=(
            ("“We will open in May,” said Dana Ortiz, the mayor.", "Dana Ortiz"),
            ("“Never,” says a spokesman for the city.", "a spokesman for the city"),
        ),
        leaves=("“We will open in May,” said in a statement that was read out.",),
    ),
    Card(
        "trailing",
        "The plan is “a disgrace” to the town, he said: a fragment early, the reporting clause later in the sentence.",
        finds=(
            ("The plan is “a disgrace” to the town, Dana Ortiz said.", "Dana Ortiz"),
            ("It was “a slow mistake” from the start, said Kim.", "Kim"),
        ),
        leaves=("The plan is “a disgrace” to the town, and the roof leaks.",),
    ),
    Card(
        "before",
        "Smith said (…) “…”: a verb before the words, and whoever acts in it, be it finite, an infinitive or a participle.",
        finds=(
            ("Dana Ortiz said that the plant was “a costly mistake” for the town.", "Dana Ortiz"),
            ("The mayor, a Democrat, said: “We open in May.”", "The mayor"),
            ("Kim visited Ohio on Monday and called the plan “a slow mistake” again.", "Kim"),
            ("Dana Ortiz thinks that the plan is “a mess” for the town.", "Dana Ortiz"),
            ("Calling the plan “a mess,” Dana Ortiz left the room.", "Dana Ortiz"),
            ("Dana Ortiz wants to call it “a slow mistake” again.", "Dana Ortiz"),
        ),
        leaves=("The plan was called “a slow mistake” in the town.",),
    ),
    Card(
        "passive-agent",
        "was called “…” by Smith: the agent speaks, not the subject.",
        finds=(("The plan was called “a slow mistake” by Dana Ortiz.", "Dana Ortiz"),),
        leaves=("The plan was called “a slow mistake” in the town.",),
    ),
    # Nouns that tell whose words they are.
    Card(
        "survey",
        "In a poll by the Post, 40 percent of voters said it was “…”: the poll tells so, and no one of the many said the very words.",
        finds=(
            ("In a May poll by the Tarn Post, 40 percent of farmers said the plan was “dead on arrival.”", "a May poll by the Tarn Post"),
        ),
        leaves=("In a May poll, the plan fared badly, and Dana Ortiz said it was “dead on arrival.”",),
    ),
    Card(
        "before-according",
        "According to Smith, … “…”: the phrase itself names the source.",
        finds=(("According to Dana Ortiz, the plan is “a slow mistake” for the town.", "Dana Ortiz"),),
        leaves=("Dana Ortiz acted according to plan and said: “We open in May.”",),
    ),
    Card(
        "after-according",
        "“…,” according to Smith: the phrase itself names the source.",
        finds=(("“It burned for hours,” according to Dana Ortiz.", "Dana Ortiz"),),
        leaves=("“It burned for hours,” Kim said, according to plan.",),
    ),
    Card(
        "possessor",
        "Smith’s remark that “…”: a noun for something said, close by, and whose it is.",
        finds=(("Few believed Kim’s claim of “a perfect plan” that week.", "Kim"),),
        leaves=("Kim’s sister said that it was “a perfect plan” for the town.",),
    ),
    Card(
        "owner-of",
        "A statement by Smith that “…”: a noun for something said or written, and by whom, behind it.",
        finds=(("The town read a statement by Dana Ortiz that “the bridge is safe.”", "Dana Ortiz"),),
        leaves=("Kim stood by the bridge and said that “the bridge is safe.”",),
    ),
    Card(
        "shouting",
        "The crowd broke into chants of “…”: whoever takes up what is shouted, not whoever hears it.",
        finds=(("The fans of the club broke into chants of “One more year!”", "The fans of the club"),),
        leaves=("Dana Ortiz was met with chants of “One more year!”",),
    ),
    Card(
        "in-the-eyes",
        "To Smith, “…”; for her, “…”: a phrase that says in whose view the words hold.",
        finds=(
            ("The talks were over, because to Dana Ortiz, “a pause is a defeat.”", "Dana Ortiz"),
            ("For Dana Ortiz, “a pause is a defeat.”", "Dana Ortiz"),
        ),
        leaves=("Kim told it to Dana Ortiz: “A pause is a defeat.”",),
    ),
    Card(
        "after-came",
        "“…,” came the reply from Smith: a word or a shout that comes, and from whom.",
        finds=(("“Call the roll,” came shouts from the crowd.", "the crowd"), ("“Never,” came the reply from Dana Ortiz.", "Dana Ortiz")),
        leaves=("“Never,” came the reply.",),
    ),
    Card(
        "first-phrase",
        "A sentence with no verb that we know: English puts its subject first.",
        finds=(("Dana Ortiz in “a fog of words that nobody saw through” again.", "Dana Ortiz"),),
        leaves=("The plan was called “a slow mistake” in the town.",),
    ),
    # Layout.
    Card(
        "label-inside",
        "Transcripts are quoted with their labels: “SMITH: We did.” The label is the speaker, and not the mark’s owner.",
        finds=(("The tape was played.\n\n“ORTIZ: We open in May, and not before.”", "ORTIZ"),),
        leaves=("“Remember: we open in May,” Dana Ortiz said.",),
    ),
    Card(
        "label-before",
        "Interviews, round-ups and transcripts put the name and a colon before the words: SMITH: “…”, - Jane Smith: “…”.",
        finds=(("Pollsters agree - Dana Ortiz: “We counted twice.”", "Dana Ortiz"), ("ORTIZ: “We open in May.”", "ORTIZ")),
        leaves=("Dana Ortiz told the board: “We open in May.”",),
    ),
    Card(
        "colon",
        "From the report: “…”; a letter by Smith: “…”: no verb, but a colon that hands over to whoever is named as the source.",
        finds=(("A letter from Dana Ortiz: “The bridge is not safe.”", "Dana Ortiz"),),
        leaves=("Kim, back from the bridge, said: “It is not safe.”",),
    ),
    Card(
        "gapped",
        "Smith called it “a beacon”; Jones, “a ruin”: the verb is said once, and each name stands before its own words.",
        finds=(("Dana Ortiz called the tower “a beacon”; Kim, “a ruin.”", "Kim"),),
        leaves=("Dana Ortiz called the tower “a beacon,” and, “a ruin.”",),
    ),
    Card(
        "after-dash",
        "Letters, signed lists and epigraphs: “…” — Jane Smith, at the end of the line.",
        finds=(("“Pay the nurses first.” — Jane Smith, Dayton", "Jane Smith"),),
        leaves=("“Pay the nurses first,” Kim said — Dayton has forty.",),
    ),
    Card(
        "signature-below",
        "Readers’ letters and signed lists: the name stands on the next line, behind a dash.",
        finds=(("“Pay the nurses first.”\n\n— Jane Smith, Dayton", "Jane Smith"),),
        leaves=("“Pay the nurses first.”\n\nJane Smith, of Dayton, left.",),
    ),
    Card(
        "credit",
        "Captions and pull quotes: “…” (Niamh Corrigan, diver): the name in brackets right behind the words.",
        finds=(("“The water was black.” (Niamh Corrigan, diver)", "Niamh Corrigan"),),
        leaves=("“The water was black,” Kim said (Niamh Corrigan laughed).",),
    ),
    Card(
        "heading",
        "Round-ups of voices: a line that is a name, perhaps with an office, above words that stand alone.",
        finds=(("Sorrel Tate, beekeeper\n\n“The hives were empty by June.”", "Sorrel Tate"),),
        leaves=("Sorrel Tate, beekeeper\n\n“The hives were empty by June,” Kim said.",),
    ),
    # Other quotations, other sentences.
    Card(
        "same-sentence",
        "Two fragments of one sentence: the second has the speaker of the first.",
        finds=(("Dana Ortiz: “We open in May” and “we stay until the snow comes.”", "Dana Ortiz"),),
        leaves=("Dana Ortiz called the tower “a beacon,” and Kim said it was “a ruin.”",),
    ),
    Card(
        "paragraph",
        "“…,” Smith said. “…”: a quotation that stands alone has the speaker of the one before it in its paragraph.",
        finds=(("“We open in May,” Dana Ortiz said. “It will be loud.”", "Dana Ortiz"),),
        leaves=("“We open in May,” Dana Ortiz said. “It will be loud,” said Kim.",),
    ),
    Card(
        "goes-on",
        "“…,” Smith said. That is “…”: a sentence that points back with It, That or This goes on with the last speaker’s words.",
        finds=(("“We open in May,” Dana Ortiz said. That is “what we promised to everybody.”", "Dana Ortiz"),),
        leaves=("It is “a slow mistake” in the view of many.",),
    ),
    Card(
        "opens-again",
        "“…,” Smith said. “…” was behind it: a sentence that names no other speaker goes on with the one before.",
        finds=(("“We open in May,” Dana Ortiz said. “A slow mistake that nobody stopped” was behind it.", "Dana Ortiz"),),
        leaves=("“We open in May,” Dana Ortiz said. “Never,” said Kim.",),
    ),
    Card(
        "plain-sentence",
        "Smith answered at once. “…”: whoever the sentence before is about speaks next.",
        finds=(("Dana Ortiz answered at once. “We open in May.”", "Dana Ortiz"),),
        leaves=("Dana Ortiz answered at once. “We open in May,” Kim said.",),
    ),
    Card(
        "following-clause",
        "Sloppy copy closes the sentence first: “….” Smith said. A next sentence that is little but subject and verb of saying.",
        finds=(("“We open in May.” Dana Ortiz said.", "Dana Ortiz"),),
        leaves=("“We open in May.” Dana Ortiz has long said to everybody that she means it.",),
    ),
    Card(
        "following-quote",
        "“…?” “…,” Smith said: words that stand alone have the speaker of the quotation behind them, where nothing before tells.",
        finds=(("“Why now?” “We open in May,” Dana Ortiz said.", "Dana Ortiz"),),
        leaves=("Kim asked, “Why now?” “We open in May,” Dana Ortiz said.",),
    ),
    Card(
        "previous-paragraph",
        "A quotation alone in its paragraph, under a paragraph whose last quotation has a speaker: the same goes on.",
        finds=(("“We open in May,” Dana Ortiz said.\n\n“It will be loud.”", "Dana Ortiz"),),
        leaves=("“We open in May,” Dana Ortiz said.\n\nThe hall was full.\n\n“It will be loud.”",),
    ),
    Card(
        "colon-above",
        "The paragraph above ends with a colon: whoever its last sentence is about speaks.",
        finds=(("Dana Ortiz told the board this:\n\n“We open in May.”", "Dana Ortiz"),),
        leaves=("Dana Ortiz told the board this:\n\n“We open in May,” Kim said.",),
    ),
    Card(
        "reported-above",
        "The paragraph above ends in reported speech of one speaker, and the quotation that follows alone is its proof.",
        finds=(("Dana Ortiz said that the plant would open soon.\n\n“It will be loud.”", "Dana Ortiz"),),
        leaves=("Dana Ortiz left the hall.\n\n“It will be loud.”", "Dana Ortiz said so.\n\n“It will be loud,” said Kim."),
    ),
)

REASONS: dict[str, str] = {card.name: card.reason for card in CARDS}
"""What in the world each kind of evidence rests on."""
