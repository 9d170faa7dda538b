"""The word lists: lower case, each word once, every shelf labelled, every inflection right. A slip here is a wrong speaker there."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import tokenize
from collections import Counter
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import quotecli.lexicon
from quotecli.lexicon.en import names, people, places, verbs, words
from quotecli.lexicon.marks import CLOSING, ELISIONS, OPENING, SHAPES
from quotecli.lexicon.weights import read_weights

MODULES = [
    importlib.import_module(info.name) for info in pkgutil.walk_packages(quotecli.lexicon.__path__, "quotecli.lexicon.") if not info.ispkg
]
FINDING = [module for module in MODULES if module.__name__.rpartition(".")[2] in ("marks", "names", "people", "places", "verbs", "words")]


@cache
def code(path: str) -> str:
    """The text of a module."""
    return Path(path).read_text("utf8")


def literals(module: Any) -> list[tuple[int, list[str]]]:
    """Every word list of a module as it is written: the line it begins on, and its words in order."""
    found = []
    for node in ast.walk(ast.parse(code(module.__file__))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split" and not node.args:
            text = node.func.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.append((text.lineno, text.value.split()))
    return found


def shelves(module: Any) -> list[tuple[str, Any]]:
    """Every collection of words of a module, by its name."""
    return [(name, value) for name, value in vars(module).items() if name.isupper() and isinstance(value, (frozenset, set, list, dict))]


def modules(among: list[Any], known: dict[str, str]) -> list[Any]:
    """The modules by name, those with a known fault under strict xfail."""
    named = [(module.__name__.rpartition(".")[2], module) for module in among]
    return [pytest.param(m, id=n, marks=[pytest.mark.xfail(reason=known[n], strict=True)] if n in known else []) for n, m in named]


TWICE = {
    "names": "given names stand twice in their list",
    "people": "lady, deputy, embassy, pac, email, street",
    "places": "ohio",
    "verbs": "want, learn, rebut, votes",
    "words": "none",
}
UNSAID = {"places": "its four lists", "words": "determiners, the parts of the auxiliaries, places of weekdays"}


@pytest.mark.parametrize("module", modules(FINDING, TWICE))
def test_no_word_stands_twice_in_a_list(module: Any) -> None:
    """A word written twice is a list nobody has read."""
    twice = {line: [word for word, count in Counter(items).items() if count > 1] for line, items in literals(module)}
    assert {line: words for line, words in twice.items() if words} == {}


@pytest.mark.parametrize("module", FINDING, ids=lambda module: module.__name__.rpartition(".")[2])
def test_words_are_in_the_form_in_which_they_are_looked_up(module: Any) -> None:
    """Lower case, no white space at either end, one word each: anything else can never match."""
    for name, shelf in shelves(module):
        entries = [word for word in shelf if isinstance(word, str)]
        assert [word for word in entries if word != word.lower() or word != word.strip() or " " in word or not word] == [], name


@pytest.mark.parametrize("module", modules(MODULES, UNSAID))
def test_every_list_says_what_membership_means(module: Any) -> None:
    """A comment right above the list, or above the group of lists it stands in; a module of one list may say it in its docstring."""
    assert inspect.getdoc(module)
    rows = code(module.__file__).splitlines()
    comments = {
        token.start[0] for token in tokenize.generate_tokens(StringIO(code(module.__file__)).readline) if token.type == tokenize.COMMENT
    }
    tree = ast.parse(code(module.__file__))
    lists = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign)) and _holds_words(node)]
    told = re.findall(r"\w+", inspect.getdoc(module) or "")
    unexplained = [rows[node.lineno - 1] for node in lists if not _explained(node, tree, comments) and _name(node) not in told]
    assert len(lists) <= 1 or unexplained == []


def _name(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _holds_words(node: ast.AST) -> bool:
    return any(isinstance(child, ast.Constant) and isinstance(child.value, str) and len(child.value) > 60 for child in ast.walk(node))


def _explained(node: ast.stmt, tree: ast.Module, comments: set[int]) -> bool:
    """Whether a comment stands above the statement, a string below it, or either at the statement it directly follows."""
    place = tree.body.index(node)
    below = tree.body[place + 1] if place + 1 < len(tree.body) else None
    if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
        return True
    if node.lineno - 1 in comments:
        return True
    above = tree.body[place - 1]
    return isinstance(above, (ast.Assign, ast.AnnAssign)) and above.end_lineno == node.lineno - 1 and _explained(above, tree, comments)


FORMS = [  # lemma, third person, past, participle, -ing
    ("say", "says", "said", "said", "saying"),
    ("tell", "tells", "told", "told", "telling"),
    ("write", "writes", "wrote", "written", "writing"),
    ("reply", "replies", "replied", "replied", "replying"),
    ("deny", "denies", "denied", "denied", "denying"),
    ("cry", "cries", "cried", "cried", "crying"),
    ("admit", "admits", "admitted", "admitted", "admitting"),
    ("quip", "quips", "quipped", "quipped", "quipping"),
    ("slam", "slams", "slammed", "slammed", "slamming"),
    ("dub", "dubs", "dubbed", "dubbed", "dubbing"),
    ("refer", "refers", "referred", "referred", "referring"),
    ("demur", "demurs", "demurred", "demurred", "demurring"),
    ("beg", "begs", "begged", "begged", "begging"),
    ("brag", "brags", "bragged", "bragged", "bragging"),
    ("blog", "blogs", "blogged", "blogged", "blogging"),
    ("offer", "offers", "offered", "offered", "offering"),
    ("utter", "utters", "uttered", "uttered", "uttering"),
    ("answer", "answers", "answered", "answered", "answering"),
    ("whisper", "whispers", "whispered", "whispered", "whispering"),
    ("stutter", "stutters", "stuttered", "stuttered", "stuttering"),
    ("fax", "faxes", "faxed", "faxed", "faxing"),
    ("stress", "stresses", "stressed", "stressed", "stressing"),
    ("gush", "gushes", "gushed", "gushed", "gushing"),
    ("preach", "preaches", "preached", "preached", "preaching"),
    ("go", "goes", "went", "gone", "going"),
    ("echo", "echoes", "echoed", "echoed", "echoing"),
    ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
    ("agree", "agrees", "agreed", "agreed", "agreeing"),
    ("decree", "decrees", "decreed", "decreed", "decreeing"),
    ("argue", "argues", "argued", "argued", "arguing"),
    ("continue", "continues", "continued", "continued", "continuing"),
    ("describe", "describes", "described", "described", "describing"),
    ("pray", "prays", "prayed", "prayed", "praying"),
    ("read", "reads", "read", "read", "reading"),
    ("put", "puts", "put", "put", "putting"),
    ("quiz", "quizzes", "quizzed", "quizzed", "quizzing"),
    ("query", "queries", "queried", "queried", "querying"),
    ("speak", "speaks", "spoke", "spoken", "speaking"),
    ("sing", "sings", "sang", "sung", "singing"),
    ("singe", "singes", "singed", "singed", "singeing"),
    ("forecast", "forecasts", "forecast", "forecast", "forecasting"),
    ("swear", "swears", "swore", "sworn", "swearing"),
    ("begin", "begins", "began", "begun", "beginning"),
    ("get", "gets", "got", "gotten", "getting"),
    ("think", "thinks", "thought", "thought", "thinking"),
    ("shoot", "shoots", "shot", "shot", "shooting"),
    ("label", "labels", "labeled", "labeled", "labeling"),
    ("tag", "tags", "tagged", "tagged", "tagging"),
    ("rebuff", "rebuffs", "rebuffed", "rebuffed", "rebuffing"),
    ("lie", "lies", "lay", "lain", "lying"),
    ("mimic", "mimics", "mimicked", "mimicked", "mimicking"),
]
RARE = {"veto", "decree", "singe", "lie", "mimic"}
"""Lemmas on no shelf: their forms are asked for only where they are there."""


def inflected() -> list[Any]:
    """The rows of the table whose verbs are on a shelf."""
    known = {*verbs.SAY, *verbs.LABEL, *verbs.WEAK, *verbs.OTHER}
    return [pytest.param(*row, id=row[0]) for row in FORMS if row[0] not in RARE or row[0] in known]


@pytest.mark.parametrize(("lemma", "third", "past", "participle", "ing"), inflected())
def test_verbs_are_inflected_as_english_inflects_them(lemma: str, third: str, past: str, participle: str, ing: str) -> None:
    """Doubled consonants, -ies, -es, silent e, irregular forms: each with its code."""
    forms = verbs.inflect(lemma)
    for form, code_ in ((lemma, "b"), (third, "s"), (past, "d"), (participle, "n"), (ing, "g")):
        assert code_ in forms.get(form, ""), (form, forms)
    assert set(forms) <= {lemma, third, past, participle, ing} | BOTH_SPELLINGS.get(lemma, set())


BOTH_SPELLINGS = {  # British forms beside the American ones
    "label": {"labelled", "labelling"},
    "get": {"got"},
    "learn": {"learnt"},
    "dream": {"dreamt"},
}

BOTH = [
    "labelled", "labelling", "signalled", "signalling", "criticised", "apologised", "emphasised", "summarised", "characterised",
    "recognised", "enquired", "favoured", "learnt",
]  # fmt: skip
"""Forms of British news."""


@pytest.mark.parametrize("form", BOTH)
def test_british_spellings_are_known(form: str) -> None:
    """Half of the news is written in Britain's English."""
    assert form in {**verbs.SAY, **verbs.LABEL, **verbs.WEAK, **verbs.OTHER}


@pytest.mark.parametrize("lemma", sorted({*verbs.SAY_LEMMAS, *verbs.LABEL_LEMMAS, *verbs.WEAK_LEMMAS} - {"e-mail"}))
def test_every_inflected_form_looks_like_english(lemma: str) -> None:
    """Letters only, none three times in a row, and no -yed or -ys behind a consonant."""
    for form in verbs.inflect(lemma):
        assert form.replace("-", "").isalpha(), form
        assert not re.search(r"(.)\1\1|[^aeiou]y(?:ed|s)$", form), form


def test_the_three_strengths_do_not_overlap() -> None:
    """A form governs at one distance only."""
    assert not set(verbs.SAY) & set(verbs.LABEL)
    assert not set(verbs.SAY) & set(verbs.WEAK)
    assert not set(verbs.LABEL) & set(verbs.WEAK)


@pytest.mark.parametrize("word", ["provide", "provided", "address", "addressed", "believe", "believed"])
def test_verbs_that_mislead_are_not_verbs_of_saying(word: str) -> None:
    """Whoever provides, addresses or believes has not been quoted forty words away."""
    assert word not in verbs.SAY


@pytest.mark.parametrize("word", ["continued", "tweeted", "emailed", "posted", "quipped", "according"])
def test_verbs_that_help_are_there(word: str) -> None:
    """Cues that lists of reporting verbs forget; `according` is no verb and stands on none of the shelves."""
    known = {**verbs.SAY, **verbs.LABEL, **verbs.WEAK}
    assert (word in known) is (word != "according")


DISJOINT = [
    ("subject and possessive pronouns", words.SUBJECT_PRONOUNS, words.POSSESSIVE_PRONOUNS),
    ("subject pronouns and determiners", words.SUBJECT_PRONOUNS, words.DETERMINERS),
    ("pronouns and auxiliaries", words.SUBJECT_PRONOUNS | words.OBJECT_PRONOUNS, words.AUXILIARIES),
    ("coordinators and prepositions", words.COORDINATORS, words.PREPOSITIONS - {"but"}),
    ("adverbs and words in -ly that are none", words.ADVERBS, words.NOT_ADVERBS),
    ("determiners and time words", words.DETERMINERS, words.TIME_WORDS),
    ("names of women and of men, where one gender is certain", names.ONE_GENDER_FEMALE, names.ONE_GENDER_MALE),
    ("certain names and names of either", names.ONE_GENDER_FEMALE | names.ONE_GENDER_MALE, names.EITHER),
    ("roles and bodies", people.ROLES, people.BODIES),
    ("roles and documents", people.ROLES, people.DOCUMENTS),
    ("bodies and documents", people.BODIES, people.DOCUMENTS),
    ("roles and pronouns", people.ROLES, words.SUBJECT_PRONOUNS | words.INDEFINITE),
    ("titles and small words", people.TITLES, words.PREPOSITIONS | words.DETERMINERS | words.COORDINATORS),
    ("roles and small words", people.ROLES, words.PREPOSITIONS | words.DETERMINERS | words.COORDINATORS),
    ("particles and pronouns", people.PARTICLES, words.SUBJECT_PRONOUNS),
    ("suffixes and particles", people.SUFFIXES, people.PARTICLES),
    ("demonyms and places", places.DEMONYMS, places.PLACES),
]  # fmt: skip


ON_BOTH = {"bodies and documents": "website"}
CUT_OFF = {"weekdays and months are times, but for the names among them": "tues, thur, thurs, sep"}


def pairs(lists: list[Any], known: dict[str, str]) -> list[Any]:
    """Two lists and how they stand to each other."""
    return [pytest.param(*two, id=n, marks=[pytest.mark.xfail(reason=known[n], strict=True)] if n in known else []) for n, *two in lists]


@pytest.mark.parametrize(("left", "right"), pairs(DISJOINT, ON_BOTH))
def test_lists_that_exclude_each_other_do(left: frozenset[str], right: frozenset[str]) -> None:
    """A word on both would make the finder contradict itself."""
    assert left & right == frozenset()


CONTAINED = [
    ("honorifics are titles", people.HONORIFICS, people.TITLES),
    ("weekdays and months are times, but for the names among them", words.WEEKDAYS_MONTHS - {"may"}, words.TIME_WORDS | words.ABBREVIATIONS),
    ("abbreviations at an end are abbreviations", words.ABBREVIATIONS_AT_END, words.ABBREVIATIONS),
    ("the parts of BE are auxiliaries", words.BE, words.AUXILIARIES),
]  # fmt: skip


@pytest.mark.parametrize(("part", "whole"), pairs(CONTAINED, CUT_OFF))
def test_lists_that_are_part_of_another_are(part: frozenset[str], whole: frozenset[str]) -> None:
    """A word left out of the larger list would never be reached."""
    assert part - whole == frozenset()


def test_every_mark_has_a_side() -> None:
    """What a mark's shape opens or closes agrees with the two strings of marks by side."""
    for mark, (family, opens, closes) in SHAPES.items():
        assert family
        assert opens or closes
        if len(mark) == 1 and opens != closes:
            assert (mark in OPENING) == opens, mark
            assert (mark in CLOSING) == closes, mark


def test_elisions_are_what_follows_the_apostrophe() -> None:
    """'tis, 'em: without the apostrophe itself, and no word that stands by itself at the start of a quotation."""
    assert not any("'" in word or "’" in word for word in ELISIONS)
    assert not ELISIONS & (words.DETERMINERS | words.SUBJECT_PRONOUNS | words.AUXILIARIES)


@pytest.mark.parametrize("name", ["weights", "kinds"])
def test_a_table_of_weights_has_each_sign_once_in_order(name: str) -> None:
    """A sign, its weight, how often it was met: as the tools that make the tables write them, so that a change is read line by line."""
    head, *rows = (Path(quotecli.lexicon.__file__).parent / "en" / f"{name}.tsv").read_text("utf8").splitlines()
    assert head.startswith("# sign\tweight")
    signs = [row.split("\t")[0] for row in rows]
    assert signs == sorted(set(signs))
    assert all(re.fullmatch(r"[^\t]+\t-?\d+\.\d\d\t\d+", row) for row in rows)
    assert read_weights(name).keys() == set(signs)
