"""The library is the product too: three functions, typed, documented, picklable, and cheap to import."""

from __future__ import annotations

import inspect
import os
import pickle
import re
import subprocess
import sys
import typing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quotecli
from quotecli import model
from quotecli.errors import QuotesError
from quotecli.model import Cluster, Edit, Quote, Report, Source

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
FUNCTIONS = [name for name in quotecli.__all__ if name[0].islower()]


def test_the_three_main_functions_are_public() -> None:
    """`from quotecli import extract, cluster, diff`."""
    assert {"extract", "cluster", "diff"} <= set(FUNCTIONS)


def test_the_public_names_are_listed() -> None:
    """For completion in a shell."""
    assert set(quotecli.__all__) <= set(dir(quotecli))


@pytest.mark.parametrize("name", quotecli.__all__)
def test_every_public_name_stands_on_the_page_of_names(name: str) -> None:
    """`help(quotecli)` is that page; and each name is there and says what it is."""
    assert re.search(rf"\b{name}\b", inspect.getdoc(quotecli) or "")
    assert inspect.getdoc(getattr(quotecli, name))


def test_the_page_of_names_has_no_others() -> None:
    """What it names at the beginning of a line can be imported."""
    lines = re.findall(r"^    ([A-Za-z_]+(?:, [A-Za-z_]+)*)(?:\(.*?\))?  +", quotecli.__doc__ or "", re.M)
    assert {name for line in lines for name in line.split(", ")} == set(quotecli.__all__) - {"QuotesError"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_public_functions_are_there_and_say_what_they_do(name: str) -> None:
    """A docstring, and a type for every parameter and for the result."""
    function = getattr(quotecli, name)
    assert inspect.getdoc(function)
    hints = typing.get_type_hints(function)
    assert set(hints) == {*inspect.signature(function).parameters, "return"}


def test_what_is_not_there_is_an_attribute_error() -> None:
    """Lazy exports must not turn a slip of the pen into another kind of error."""
    with pytest.raises(AttributeError, match="utterances"):
        quotecli.utterances  # noqa: B018


def test_importing_the_package_imports_none_of_its_rooms() -> None:
    """`import quotecli` costs next to nothing; a room is imported when it is first used."""
    code = "import sys, quotecli; print(*sorted(m for m in sys.modules if m.startswith('quotecli') or m in ('rich', 'typer', 'rapidfuzz')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == ["quotecli"]


@pytest.fixture(scope="module")
def report() -> Report:
    """What the main job answers for the seeds."""
    return quotecli.extract([str(ROOT / "seeds")])


def test_the_report_is_made_of_the_nouns(report: Report) -> None:
    """Sources, quotes, clusters, in tuples."""
    assert [type(source) for source in report.sources] == [Source] * len(SEEDS)
    assert {type(quote) for quote in report.quotes} == {Quote}
    assert {type(cluster) for cluster in report.clusters} == {Cluster}
    assert report.skipped == ()


def test_the_report_survives_pickling(report: Report) -> None:
    """So that it can come out of any worker of any engine."""
    assert pickle.loads(pickle.dumps(report)) == report


def test_the_record_is_verbatim(report: Report) -> None:
    """For every quote, mention, cue and variant, the article has at its place exactly what the record says."""
    texts = {source.id: source.text for source in report.sources}
    quotes = {quote.id: quote for quote in report.quotes}
    for quote in report.quotes:
        text = texts[quote.source]
        assert quote.text == "\n".join(text[s:e] for s, e in quote.pieces)
        assert quote.cue is None or text[quote.cue.start : quote.cue.end] == quote.cue.text
        assert quote.speaker is None or text[quote.speaker.start : quote.speaker.end] == quote.speaker.mention
    for variant in (v for cluster in report.clusters for v in cluster.variants):
        quote = quotes[variant.quote]
        inside = [(max(s, variant.start), min(e, variant.end)) for s, e in quote.pieces]
        assert variant.text == "\n".join(texts[variant.source][s:e] for s, e in inside if s < e)


def test_clusters_and_quotes_name_one_another(report: Report) -> None:
    """A quote lists the clusters that hold a variant of it, and no others."""
    for quote in report.quotes:
        assert set(quote.clusters) == {c.id for c in report.clusters if any(v.quote == quote.id for v in c.variants)}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(SEEDS))
def test_the_order_of_the_files_does_not_matter(report: Report, order: list[Path]) -> None:
    """Shuffled paths, the same report."""
    shuffled = quotecli.extract([str(path) for path in order])
    assert [q.id for q in shuffled.quotes] == [q.id for q in report.quotes]
    assert shuffled.quotes == report.quotes
    assert shuffled.clusters == report.clusters


def test_the_json_is_the_same_to_the_byte() -> None:
    """The command too: any order of files, any order that Python gives its sets, one document."""

    def told(paths: list[Path], seed: str) -> bytes:
        command = [sys.executable, "-m", "quotecli", "extract", "--format", "json", *map(str, paths)]
        return subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}).stdout

    first = told(SEEDS, "0")
    assert told(SEEDS[::-1], "1") == first
    assert told(SEEDS[2:] + SEEDS[:2], "2") == first


def test_a_file_named_twice_counts_once(report: Report) -> None:
    """Naming a folder and a file in it is no second source."""
    again = quotecli.extract([str(ROOT / "seeds"), str(SEEDS[0])])
    assert [source.id for source in again.sources] == [source.id for source in report.sources]


def test_what_cannot_be_read_is_skipped_with_a_reason(tmp_path: Path) -> None:
    """Nothing vanishes, nothing raises."""
    (tmp_path / "good.txt").write_text("“We open in May,” Dana Ortiz said.", "utf8")
    (tmp_path / "empty.txt").write_text("", "utf8")
    answer = quotecli.extract([str(tmp_path), str(tmp_path / "missing.txt")])
    assert [quote.text for quote in answer.quotes] == ["We open in May,"]
    assert {Path(skipped.path).name for skipped in answer.skipped} == {"empty.txt", "missing.txt"}
    assert all(skipped.reason for skipped in answer.skipped)


def test_diff_takes_words_or_quotes(report: Report) -> None:
    """The plainest use: two wordings, what changed between them."""
    edits = quotecli.diff("We will open the plant in May.", "We won't open the plant in May.")
    assert edits
    assert {type(edit) for edit in edits} == {Edit}
    assert any(edit.risk for edit in edits)
    assert quotecli.diff("The same words.", "The same words.") == ()
    assert quotecli.diff(report.quotes[0], report.quotes[0]) == ()


def test_cluster_takes_the_quotes_alone(report: Report) -> None:
    """Sources are optional; the answer is a tuple of clusters, the empty one for nothing."""
    assert quotecli.cluster(()) == ()
    assert {type(cluster) for cluster in quotecli.cluster(report.quotes)} == {Cluster}


NOUNS = [noun for noun in (getattr(model, name) for name in model.__all__) if inspect.isclass(noun)]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_noun_says_what_it_is_and_stays_as_it_is(noun: type) -> None:
    """A docstring, types that resolve; frozen, or only to be read."""
    assert inspect.getdoc(noun)
    assert typing.get_type_hints(noun)
    parameters = getattr(noun, "__dataclass_params__", None)
    told = [value for name, value in vars(noun).items() if not name.startswith("_") and isinstance(value, property)]
    read_only = "__dict__" not in dir(noun) and told and all(one.fset is None for one in told)
    assert issubclass(noun, tuple) or (parameters is not None and parameters.frozen) or read_only


def test_errors_have_one_root() -> None:
    """`except QuotesError` catches whatever the package raises on purpose; each can be imported from the package."""
    from quotecli import errors

    raised = [e for e in vars(errors).values() if inspect.isclass(e) and e.__module__ == errors.__name__]
    assert raised
    assert all(issubclass(e, QuotesError) and inspect.getdoc(e) for e in raised)
    assert {e.__name__ for e in raised} <= set(quotecli.__all__)
