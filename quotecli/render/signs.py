"""The rows of the table of weights in plain words.

A sign is a few short words, "before say fin"; `FORMS` tells how signs look, with a slot in capitals for each word that varies, and what
they say. The first form that fits is taken; a sign that fits none is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

VERBS = {
    "say": "a verb of saying",
    "label": "a verb of labelling",
    "weak": "a verb of thought or display",
    "issued": "a verb that puts out a document",
    "other": "a verb that does not report",
}
NOUNS = {
    "body": "an organisation",
    "document": "a document",
    "impersonal": "nobody in particular (“it”, “many”)",
    "name": "a name",
    "narrator": "“I” or “we”",
    "number": "a number",
    "person": "a pronoun",
    "place": "a place",
    "relative": "“who” or “which”",
    "role": "a role",
    "somebody": "somebody described",
    "thing": "a thing",
    "time": "a time",
}
SLOTS: dict[str, Mapping[str, str]] = {
    "VERB": VERBS,
    "NOUN": NOUNS,
    "FORM": {
        "bare": "a bare verb",
        "fin": "a finite verb",
        "inf": "an infinitive",
        "ing": "a form in -ing",
        "part": "a past participle",
    },
    "FAR": {
        "1": "right before the words",
        "3": "two or three words before",
        "8": "up to eight words before",
        "16": "up to sixteen words before",
        "far": "more than sixteen words before",
    },
    "RANK": {"0": "the nearest", "1": "the second nearest", "2": "the third nearest or a further one"},
    "CLAUSE": {
        "as": "a clause with “as”",
        "aside": "an insertion",
        "main": "the main clause",
        "relative": "a relative clause",
        "reported": "what somebody reports",
        "sub": "a subordinate clause",
    },
    "HOW": {
        "agent": "is the verb’s agent: called so by Smith",
        "asked": "is whom the sentence asks about: did Smith say",
        "aside": "stands in an insertion: costs, he added, were",
        "blamed": "is whom another blames or quotes: accused Smith of saying",
        "coordinated": "has two verbs: came and said",
        "direct": "is the verb’s plain subject",
        "gerund": "acts in a verb behind a preposition: by saying",
        "infinitive": "is the subject of the verb over it: wants to say",
        "insertion": "has its verb behind an insertion: Smith, a doctor, said",
        "inverted": "stands behind its verb: said Smith",
        "moved": "is made to act: led Smith to say",
        "none": "is not plainly the verb’s subject",
        "opening": "is the subject of the clause that it opens: Calling it …, Smith left",
        "own": "stands right before a form in -ing: a voice saying",
        "participle": "is the subject of the clause that it hangs on: left, saying",
        "with": "acts in a form in -ing behind “with”: with its chief, Smith, saying",
    },
    "TOUCH": {
        "and": "“and”",
        "be": "a form of “be”",
        "colon": "a colon",
        "comma": "a comma",
        "dash": "a dash",
        "det": "an article or a possessive",
        "else": "some other word",
        "noun": "a noun",
        "prep": "a preposition",
        "quote": "another quotation",
        "start": "nothing",
        "that": "“that”",
        "verb": "a verb",
    },
    "LEADS": {"leads": "a comma, a question mark or the like leads on", "rests": "nothing leads on from them"},
    "WHERE": {"next": "right behind the words", "early": "soon behind the words", "late": "later in the sentence"},
    "FINAL": {
        ",": "with a comma",
        ".": "with a full stop",
        "?": "with a question or an exclamation mark",
        "else": "with a dash or dots",
        "none": "without a mark",
    },
    "ENDS": {
        "comma": "a comma follows",
        "ends": "the sentence ends there",
        "obj": "an object follows",
        "on": "the clause goes on",
        "prep": "a preposition follows",
        "time": "a time follows",
    },
    "INNER": {"noun": "", "person": ", whose subject is a pronoun"},
    "OPENS": {
        "alone": "the words stand alone",
        "he": "the sentence begins with “he” or “she”",
        "inside": "the words stand inside their sentence",
        "opens": "the words open their sentence",
        "that": "the sentence begins with “it” or “that”",
    },
    "STRANGE": {
        "again": "the sentences between name the speaker again",
        "he": "a sentence about “him” or “her” between",
        "none": "nothing between",
        "says": "somebody else speaks between",
        "somebody": "a sentence about somebody else between",
        "thing": "a sentence about a thing between",
    },
    "ASKED": {"answer": "right behind a question", "asked": "the words before are a question", "told": "the words before are no question"},
    "GAP": {"1": "the sentence right before", "2": "two sentences before", "3": "three or more sentences before"},
    "UP": {"1": "in the paragraph above", "2": "two paragraphs above"},
    "ABOVE": {
        "asked": "the words above are a question",
        "wondered": "the words above end with a question, and tell something first",
        "told": "the words above are no question",
        "brief question": "a brief question in a paragraph of its own: another voice",
        "words": "no brief question",
        "own": "the speaker above is named with them",
        "carried": "the speaker above is carried over as well",
        "last": "the words above end their paragraph",
        "tail": "more follows behind the words above",
    },
    "WHOLE": {"whole": "nothing but quotations in the paragraph", "part": "other words in the paragraph"},
    "SIDE": {"before": "before the words", "after": "behind the words"},
    "NEAR": {"near": "close by", "far": "further off"},
    "SPEECH": {"speech": "a noun for something said", "document": "a noun for something written", "noun": "another noun"},
    "AT": {
        "1": "right before the words",
        "4": "close before the words",
        "open": "where the sentence opens",
        "that": "with “that” before the words",
        "far": "further off",
    },
    "BY": {"by": "“by”", "from": "“from”", "of": "“of”"},
    "VIEW": {"touch": "touches the words", "open": "opens the sentence", "else": "stands elsewhere"},
    "PLACE": {"before": "the sentence before", "above": "the paragraph above"},
}  # fmt: skip

FORMS: tuple[tuple[str, str], ...] = (
    # A verb before the words.
    ("before VERB FORM", "VERB before the words, FORM"),
    ("before VERB rank RANK", "VERB before the words, RANK"),
    ("before VERB FAR", "VERB, FAR"),
    ("before LEADS", "a verb before the words, and LEADS"),
    ("before crosses dash", "a dash between the verb and the colon"),
    ("touch TOUCH VERB", "VERB before, and TOUCH right before the words"),
    ("how HOW", "the mention HOW"),
    ("noun who NOUN", "the mention is “who”, which stands for NOUN"),
    ("noun NOUN", "the mention is NOUN"),
    ("clause CLAUSE VERB", "VERB in CLAUSE"),
    ("crossed denied", "a denied verb of saying stands nearer"),
    ("crossed feigned", "a verb of saying that is only acted stands nearer: as if to say"),
    ("crossed told", "nearer, in what is reported, somebody who is named tells or asks another"),
    ("over CLAUSE", "CLAUSE is over before the words"),
    ("of share", "the mention is a share of many"),
    ("crossed document", "a document says the words itself, right before them"),
    ("crossed participle HOW", "somebody else says it, in a form in -ing nearer to the words, and the mention HOW"),
    ("crossed participle", "somebody else says it, in a form in -ing nearer to the words"),
    ("crossed VERB FAR", "VERB stands nearer, FAR"),
    ("crossed CLAUSE VERB", "VERB stands nearer, in CLAUSE"),
    ("crossed CLAUSE INNER", "a reporting verb stands nearer, in CLAUSEINNER"),
    ("crossed how HOW", "nearer, somebody else HOW"),
    ("crosses claim", "somebody’s claim stands between the verb and the words"),
    ("handed over", "the verb addresses somebody and hands over to the words"),
    ("document reads", "a document that says so itself, right before the words: a sign that read"),
    ("between dashes", "the verb stands in an insertion between dashes"),
    ("denied", "the verb is denied"),
    ("feigned", "the verb is only acted: as if to say"),
    ("conditional", "the verb is conditional"),
    ("aside", "the verb’s clause is over before the words"),
    ("display FAR", "a verb that shows written words, FAR"),
    ("reported by another person", "somebody else reports it, and the mention is a pronoun"),
    ("reported by another noun", "somebody else reports it"),
    ("reported perfect person", "somebody else reports it as past by then, and the mention is a pronoun"),
    ("reported perfect noun", "somebody else reports it as past by then"),
    ("rival HOW", "second choice for the verb’s subject; the first HOW"),
    ("rival", "only the second choice for the verb’s subject"),
    # A verb behind the words.
    ("after final FINAL WHERE", "the words end FINAL, the verb stands WHERE"),
    ("inverted final FINAL WHERE", "the words end FINAL, the verb stands WHERE and before its subject"),
    ("after closing ENDS", "behind subject and verb, ENDS"),
    ("inverted closing ENDS", "behind verb and subject, ENDS"),
    ("after content FINAL", "the clause has content of its own, and the words end FINAL"),
    ("after clause CLAUSE", "the verb stands in CLAUSE"),
    ("after how HOW", "the mention HOW"),
    ("after noun who NOUN", "the mention is “who”, which stands for NOUN"),
    ("after noun NOUN", "the mention is NOUN"),
    ("after LEADS VERB WHERE", "VERB WHERE, and LEADS"),
    ("inverted LEADS VERB WHERE", "VERB before its subject, WHERE, and LEADS"),
    ("after VERB WHERE", "VERB WHERE"),
    ("inverted VERB WHERE", "VERB before its subject, WHERE"),
    ("after FORM", "the verb behind the words is FORM"),
    ("inverted FORM", "the verb before its subject is FORM"),
    ("after opened", "a comma or a dash opens the reporting clause"),
    ("after inside", "nothing parts the verb’s clause from the sentence"),
    ("after another", "another quotation stands between"),
    ("after no mark", "the words end without a mark, and the verb is none of saying"),
    ("is what", "“is how” or “is what” stands between the words and the verb"),
    ("as put it", "as Smith put it"),
    ("as put", "a clause with “as” and a reporting verb: as Smith said"),
    ("relayed", "somebody says that this one said it"),
    # Nouns that tell whose words they are.
    ("according to a record", "“according to” the words’ record or reporter, and somebody says them nearer"),
    ("according SIDE NEAR", "“according to” SIDE, NEAR"),
    ("according SIDE crossed", "“according to” SIDE, and a verb of saying between them"),
    ("according free", "no verb of saying stands between"),
    ("according", "“according to”"),
    ("owner SPEECH AT", "SPEECH, AT"),
    ("owner crossed", "a reporting verb stands between the noun and the words"),
    ("owner claim", "somebody’s claim with “that”, “to” or “of” before the words"),
    ("owner pronoun", "a possessive pronoun owns it"),
    ("owner name", "a possessive owns it"),
    ("owner BY", "BY tells whose it is"),
    ("survey", "a survey tells what many of those asked say"),
    ("shouting", "the mention takes up what is shouted"),
    ("view VIEW", "“to Smith”, “for her” VIEW"),
    ("came", "“came the reply from”"),
    ("first told", "the first noun phrase is told something"),
    ("first denied", "the words are denied"),
    ("first claim", "the words are what others shout or claim"),
    ("first NOUN", "the first noun phrase of the sentence is NOUN"),
    ("first", "the first noun phrase of the sentence"),
    # Layout.
    ("label inside", "a label inside the marks"),
    ("label before", "a label and a colon before the words"),
    ("label capitals", "nothing but a name in the label"),
    ("label words", "other words in the label"),
    ("label opens", "the label opens the sentence"),
    ("label later", "the label stands later in the sentence"),
    ("colon from", "“from” or “by”, and a colon before the words"),
    ("colon above OPENS", "the paragraph above ends with a colon, and OPENS"),
    ("colon above VERB", "the paragraph above ends with a colon behind VERB"),
    ("gapped", "a name without a verb, where the verb was said before"),
    ("signature beside", "the signature stands beside the words"),
    ("signature below", "the signature stands below the words"),
    ("signature credit", "the signature stands in brackets"),
    ("signature", "a signature"),
    ("heading bare", "the line above is the name alone"),
    ("heading with office", "the line above is the name with an office"),
    ("heading", "a line above that is a name"),
    # Other quotations and sentences.
    ("same from VIA", "in the same sentence, a speaker found by VIA"),
    ("same sentence", "the speaker of an earlier quotation of the sentence"),
    ("same touch", "the earlier quotation touches this one"),
    ("same near", "the earlier quotation is near"),
    ("same far", "the earlier quotation is far"),
    ("same joined", "“and” or a comma joins the two"),
    ("same free", "nothing joins the two"),
    ("same told", "somebody’s reporting verb stands between the two"),
    ("same verb", "a verb stands between the two"),
    ("same bare", "no verb stands between the two"),
    ("same LEADS", "LEADS"),
    ("paragraph gap GAP", "the speaker of GAP, in this paragraph"),
    ("paragraph from guess", "that speaker was a guess"),
    ("paragraph from clause", "that speaker was read from a clause"),
    ("paragraph OPENS ASKED", "OPENS, ASKED"),
    ("paragraph OPENS STRANGE", "OPENS, STRANGE"),
    ("paragraph OPENS", "the speaker before, in this paragraph; OPENS"),
    ("told PLACE ends colon", "PLACE ends with a colon"),
    ("told PLACE ends stop", "PLACE ends without a colon"),
    ("told PLACE OPENS VERB", "PLACE has VERB, and OPENS"),
    ("told listener", "that sentence speaks to whoever answers"),
    ("told free", "that sentence asks nobody"),
    ("told CLAUSE", "its verb stands in CLAUSE"),
    ("told NOUN", "that sentence is about NOUN"),
    ("above between again", "the paragraph between names the speaker above again"),
    ("above between else", "the paragraph between is not about the speaker above"),
    ("above UP ABOVE", "UP: ABOVE"),
    ("above UP OPENS WHOLE", "UP: OPENS, WHOLE"),
    ("above UP OPENS", "the speaker UP; OPENS"),
    ("next clause whole", "the next sentence is nothing but subject and verb of saying"),
    ("next clause more", "the next sentence says a little more"),
    ("next clause", "the next sentence says who"),
    ("next quote ASKED", "the speaker of the next quotation"),
    ("next quote first", "the words open the paragraph"),
    ("next quote later", "the words stand later in the paragraph"),
    ("next quote", "the speaker of the next quotation"),
    # Nobody.
    ("nobody alone", "nobody, for words that stand alone"),
    ("nobody beside", "nobody, for words with others beside them"),
    ("nobody", "none of these"),
)


@cache
def in_words(sign: str) -> str:
    """What a sign says, in plain words."""
    words = sign.split(" ")
    for form, saying in FORMS:
        found = _fits(form.split(" "), words)
        if found is not None:
            for slot, value in found:
                saying = saying.replace(slot, value, 1)
            return saying
    return sign


def _fits(form: list[str], words: list[str]) -> list[tuple[str, str]] | None:
    """What each slot of the form stands for in the sign; None where the sign looks otherwise. The last slot may be of several words."""
    if len(words) > len(form):
        words = [*words[: len(form) - 1], " ".join(words[len(form) - 1 :])]
    if len(words) != len(form):
        return None
    found = []
    for part, word in zip(form, words, strict=True):
        if not part.isupper():
            if part != word:
                return None
        elif part == "VIA":
            found.append((part, word))
        elif word in SLOTS[part]:
            found.append((part, SLOTS[part][word]))
        else:
            return None
    return found
