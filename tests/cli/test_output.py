"""What is written where, and what it looks like."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import SEEDS, Run, pythonpath

from quotecli.cli.whole import beside, replaced

TABLE = ("extract", SEEDS)


def test_a_pipe_gets_marks_and_no_colour(quotes: Run) -> None:
    """Nothing but text, with what differs marked."""
    page = quotes(*TABLE).out
    assert "\x1b" not in page
    assert "{-" in page
    assert max(map(len, page.splitlines())) <= 100


@pytest.mark.parametrize(
    ("environ", "option", "colored"),
    [
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "0"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_colour_obeys_the_option_then_the_environment(quotes: Run, environ: dict[str, str], option: str, colored: bool) -> None:
    """Flag, NO_COLOR, FORCE_COLOR."""
    assert ("\x1b[" in quotes(*TABLE, "--color", option, **environ).out) is colored


def test_width_obeys_the_option_then_columns(quotes: Run) -> None:
    """Whatever the pipe."""
    assert max(map(len, quotes(*TABLE, COLUMNS="80").out.splitlines())) == 80
    assert max(map(len, quotes(*TABLE, "--width", "120", COLUMNS="80").out.splitlines())) == 120


@pytest.mark.parametrize(("given", "width"), [("20000", 1000), ("9" * 5000, 1000), ("0", 100), ("-5", 100), ("wide", 100)])
def test_a_width_beyond_any_screen_is_clipped(quotes: Run, given: str, width: int) -> None:
    """To lay out a page of twenty thousand columns takes a minute, and nobody sees it."""
    assert max(map(len, quotes(*TABLE, COLUMNS=given).out.splitlines())) == width


LAYOUTS = ["score", "side", "inline", "apparatus"]
NARROW = [["extract"], ["show"], ["explain"], ["speakers"], ["diff"], *(["diff", "--layout", layout] for layout in LAYOUTS)]


@pytest.mark.parametrize("arguments", NARROW, ids=[" ".join(case) for case in NARROW])
def test_a_page_is_laid_out_however_narrow(quotes: Run, arguments: list[str]) -> None:
    """No crash; every word is there, and nothing is wider than the narrowest page."""
    for columns in ("1", "3", "20"):
        answer = quotes(*arguments, SEEDS, COLUMNS=columns)
        assert (answer.status, answer.err) == (0, "")
        assert max(map(len, answer.out.splitlines())) == 20


def test_an_article_on_a_narrow_page_is_all_there(quotes: Run, article: Path) -> None:
    """The margin gives way to the text."""
    page = quotes("show", article, COLUMNS="20").out
    text = "".join(line.split("│")[-1].replace(" ", "") for line in page.splitlines() if "│" in line)
    assert text == "⟦“We will never raise taxes,”⟧ Ann Lee said on Monday.⟦“Any time,”⟧ she added.".replace(" ", "")


def test_a_terminal_without_unicode_gets_the_words_all_the_same(quotes: Run) -> None:
    """The nearest ASCII, never an error."""
    answer = quotes(*TABLE, PYTHONIOENCODING="ascii")
    assert answer.status == 0
    assert "I don't know when" in answer.out
    assert answer.out.isascii()


def test_json_is_utf8_whatever_the_terminal(quotes: Run) -> None:
    """Programs read it."""
    assert quotes(*TABLE, "--json", PYTHONIOENCODING="ascii").raw == quotes(*TABLE, "--json").raw
    assert "don’t".encode() in quotes(*TABLE, "--json").raw


def test_the_order_of_the_paths_makes_no_difference(quotes: Run) -> None:
    """The same bytes."""
    paths = sorted(SEEDS.iterdir())
    assert quotes("extract", "--json", *paths).raw == quotes("extract", "--json", *reversed(paths)).raw


def test_what_json_prints_satisfies_what_schema_prints(quotes: Run, article: Path) -> None:
    """On the seeds, on a small article with something missing, on nothing."""
    schema = json.loads(quotes("schema").raw)
    for paths in ([SEEDS], [article, "missing.txt"], ["missing.txt"]):
        jsonschema.validate(json.loads(quotes("extract", "--json", *paths).raw), schema, jsonschema.Draft202012Validator)


def test_every_span_is_verbatim(quotes: Run) -> None:
    """`text[start:end]` of the file is what the record says."""
    report = json.loads(quotes("extract", SEEDS, "--json").raw)
    texts = {source["id"]: Path(source["path"]).read_text("utf-8") for source in report["sources"]}
    for quote in report["quotes"]:
        text = texts[quote["source"]]
        assert quote["text"].split("\n")[0] in text[quote["start"] : quote["end"]]
        for part in filter(None, (quote["speaker"], quote["cue"])):
            if part["start"] is not None:
                assert text[part["start"] : part["end"]] == part.get("mention", part.get("text"))
    for cluster in report["clusters"]:
        for variant in cluster["variants"]:
            assert variant["text"].split("\n")[0] in texts[variant["source"]][variant["start"] : variant["end"]]


# ---- jq ----------------------------------------------------------------------------------------------------------------
RECIPES = [
    ("who is quoted how often", '[.quotes[].speaker.name // "unknown"] | group_by(.) | map({name: .[0], times: length}) | length > 0'),
    ("utterances in three sources or more", "[.clusters[] | select(.sources >= 3) | .text] | length > 0"),
    ("wordings that put the meaning at risk", '[.clusters[].variants[].edits[] | select(.risk)] | all(has("from") and has("to"))'),
    ("quotes of one article", "[.sources[0].id as $id | .quotes[] | select(.source == $id)] | length > 0"),
]


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
@pytest.mark.parametrize(("label", "recipe"), RECIPES, ids=[case[0] for case in RECIPES])
def test_jq_recipes(quotes: Run, label: str, recipe: str) -> None:
    """The questions people ask of the JSON."""
    done = subprocess.run(["jq", "-e", recipe], input=quotes("extract", SEEDS, "--json").raw, capture_output=True)
    assert (done.returncode, done.stdout) == (0, b"true\n"), done.stderr


# ---- files -------------------------------------------------------------------------------------------------------------
def test_an_output_file_says_what_standard_output_says(quotes: Run, article: Path, tmp_path: Path) -> None:
    """The format is what the suffix says, and nothing is left beside it."""
    assert quotes("extract", article, "-o", "out.json").out == ""
    assert (tmp_path / "out.json").read_bytes() == quotes("extract", article, "--json").raw
    assert quotes("extract", article, "-o", "out.txt").status == 0
    assert (tmp_path / "out.txt").read_bytes() == quotes("extract", article).raw
    assert quotes("extract", article, "--json", "-o", "-").raw == (tmp_path / "out.json").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.json", "out.txt"]


def test_an_output_file_is_whole_or_not_there(quotes: Run, article: Path, tmp_path: Path) -> None:
    """A fault in the middle leaves what was there before."""
    (tmp_path / "out.json").write_text("before")
    patch = "import quotecli.render.json as j\nj.cluster_record = j.skipped_record = None\n"
    (tmp_path / "sitecustomize.py").write_text(patch)
    answer = quotes("extract", article, "missing.txt", "-o", "out.json", PYTHONPATH=f"{tmp_path}:{pythonpath()}")
    assert answer.status == 70
    assert (tmp_path / "out.json").read_text() == "before"
    assert not list(tmp_path.glob(".*.tmp"))


def test_nobody_may_read_the_new_text_who_may_not_read_the_old(tmp_path: Path) -> None:
    """Not even while it is written; a new file has the mode that every new file has."""
    (tmp_path / "old.json").touch()
    (tmp_path / "old.json").chmod(0o600)
    (tmp_path / "other").touch()
    for name, like in (("old.json", "old.json"), ("new.json", "other")):
        with replaced(str(tmp_path / name)) as stream:
            stream.write(b"text")
            (part,) = tmp_path.glob(".*.tmp")
            assert part.stat().st_mode == (tmp_path / like).stat().st_mode
        assert (tmp_path / name).stat().st_mode == (tmp_path / like).stat().st_mode
        assert (tmp_path / name).read_bytes() == b"text"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    """The temporary one is shorter."""
    path = tmp_path / ("x" * 250 + ".json")
    with replaced(str(path)) as stream:
        stream.write(b"text")
    assert path.read_bytes() == b"text"


def test_what_an_ended_run_left_is_removed_and_what_another_writes_is_not(tmp_path: Path) -> None:
    """A run that was killed cannot do it itself."""
    path = tmp_path / "a.json"
    left = beside(path).with_name(beside(path).name.replace(f"-{os.getpid()}", "-1"))
    left.touch()
    other = tmp_path / ".quotes-00000000-1.tmp"
    other.touch()
    with replaced(str(path)):
        assert not left.exists()
        assert other.exists()
        (part,) = (one for one in tmp_path.glob(".*.tmp") if one != other)
        assert beside(path) == part
        assert part.exists()


def test_an_output_file_that_cannot_be_written_is_named(quotes: Run, article: Path) -> None:
    """The name the user gave, not one of ours."""
    answer = quotes("extract", article, "-o", "no/such/folder/out.json")
    assert answer.status == 2
    assert answer.err == "quotes: no/such/folder/out.json: no such file or directory\n"


def test_a_link_and_a_mode_are_kept(quotes: Run, article: Path, tmp_path: Path) -> None:
    """The file behind a link is replaced, not the link."""
    (tmp_path / "real.json").write_text("before")
    (tmp_path / "real.json").chmod(0o600)
    (tmp_path / "link.json").symlink_to("real.json")
    assert quotes("extract", article, "-o", "link.json").status == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_bytes())["schema"] == "quotes/1"
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_to_as_it_is(quotes: Run, article: Path) -> None:
    """`-o /dev/null` replaces nothing."""
    assert quotes("extract", article, "--format", "json", "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


# ---- formats -----------------------------------------------------------------------------------------------------------
FORMATS = [
    ("json", "json", '{"schema": "quotes/1"'),
    ("jsonl", "jsonl", '{"type": "begin"'),
    ("csv", "csv", '"id","source","path"'),
    ("markdown", "md", "# Quotations"),
    ("html", "html", "<!DOCTYPE html>"),
    ("table", "txt", "1 article"),
]


@pytest.mark.parametrize(("name", "suffix", "begins"), FORMATS, ids=[case[0] for case in FORMATS])
def test_a_format_is_named_or_meant_by_the_suffix(quotes: Run, article: Path, tmp_path: Path, name: str, suffix: str, begins: str) -> None:
    """The same bytes either way."""
    answer = quotes("extract", article, "--format", name)
    assert answer.out.startswith(begins)
    assert quotes("extract", article, "-o", f"out.{suffix}").status == 0
    assert (tmp_path / f"out.{suffix}").read_bytes() == answer.raw


SHEETS = [("csv", "csv", '"'), ("md", "md", "# "), ("markdown", "markdown", "# "), ("html", "htm", "<!DOCTYPE html>")]


@pytest.mark.parametrize("command", [["diff"], ["check", "article.txt"], ["speakers"], ["show"]], ids=lambda command: command[0])
@pytest.mark.parametrize(("name", "suffix", "begins"), SHEETS, ids=[case[0] for case in SHEETS])
def test_every_answer_can_be_sent_on(
    quotes: Run, article: Path, tmp_path: Path, command: list[str], name: str, suffix: str, begins: str
) -> None:
    """As a sheet, a text and a page; the same bytes by name and by suffix, with every quotation of the article."""
    answer = quotes(*command, article, "--format", name)
    assert answer.status == 0
    assert answer.out.startswith(begins)
    assert command[0] == "speakers" or "never raise taxes" in answer.out
    assert quotes(*command, article, "-o", f"out.{suffix}").status == 0
    assert (tmp_path / f"out.{suffix}").read_bytes() == answer.raw


def test_csv_begins_with_a_byte_order_mark_when_asked(quotes: Run, article: Path) -> None:
    """Some spreadsheets take UTF-8 for something else without one."""
    assert quotes("extract", article, "--format", "csv", "--bom").raw.startswith(b'\xef\xbb\xbf"id",')
    assert quotes("speakers", article, "--format", "csv", "--bom").raw.startswith(b'\xef\xbb\xbf"speaker",')


def test_a_stream_of_lines_holds_the_same_quotes(quotes: Run) -> None:
    """Without clusters, JSON Lines come an article at a time."""
    lines = [json.loads(line) for line in quotes("extract", SEEDS, "--no-cluster", "--format", "jsonl").out.splitlines()]
    whole = json.loads(quotes("extract", SEEDS, "--no-cluster", "--json").raw)
    assert [line["id"] for line in lines if line["type"] == "quote"] == [quote["id"] for quote in whole["quotes"]]


def test_what_a_table_leaves_out_is_said(quotes: Run) -> None:
    """On standard error, with the way to see it."""
    answer = quotes(*TABLE, "--limit", "3")
    assert "more rows; --limit 0 shows all" in answer.err
    assert quotes(*TABLE, "--limit", "0").err == ""


SAID = {
    "a": ("Boats are rotting in the harbour", "Nobody asked the baker", "My sister sings better"),
    "b": ("Wolves came down last winter", "Glass is what we make here", "Trains never stop in Orle"),
}
LIMITED = [
    ("extract", ["extract", "a.txt", "b.txt"], 6, "rows"),
    ("diff", ["diff", "a.txt", "b.txt"], 6, "rows"),
    ("check", ["check", "record.txt", "a.txt", "b.txt"], 6, "rows"),
    ("speakers", ["speakers", "a.txt", "b.txt"], 2, "speakers"),
]


@pytest.mark.parametrize(("label", "arguments", "all_of_them", "what"), LIMITED, ids=[case[0] for case in LIMITED])
def test_a_limit_is_kept_wherever_there_are_tables(
    quotes: Run, tmp_path: Path, label: str, arguments: list[str], all_of_them: int, what: str
) -> None:
    """Over all tables of a page together; what it leaves out is said, unless nobody is to be told."""
    for name, speaker in (("a", "Ann Lee"), ("b", "Ben Roe")):
        text = "".join(f"“{words},” {speaker} said.\n\n" for words in SAID[name])
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "record.txt").write_text("LEE: The line will open on the ninth of June.\n", encoding="utf-8")
    whole, shown = (quotes(*arguments, "--limit", limit) for limit in ("0", "1"))
    assert "--limit" not in whole.err
    assert shown.err == whole.err + f"quotes: {all_of_them - 1} more {what}; --limit 0 shows all\n"
    if what == "rows":
        assert [sum(words in page.out for words in (*SAID["a"], *SAID["b"])) for page in (whole, shown)] == [all_of_them, 1]
    assert quotes(*arguments, "--limit", "1", "--quiet").err == ""
    assert quotes(*arguments, "--limit", "1", "--json").raw == quotes(*arguments, "--json").raw


@pytest.mark.parametrize("command", ["show", "explain", "text"])
def test_a_limit_is_not_offered_where_it_would_mean_nothing(quotes: Run, article: Path, tmp_path: Path, command: str) -> None:
    """As a flag it is a mistake; as a setting it is for the others."""
    usual = quotes(command, article)
    assert quotes(command, article, "--limit", "1").status == 2
    (tmp_path / "quotes.toml").write_text("limit = 1\n")
    assert quotes(command, article) == usual


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_an_interrupted_run_leaves_no_output(tmp_path: Path) -> None:
    """Not half a file, not a temporary one."""
    command = [sys.executable, "-m", "quotecli", "extract", "-", "--no-cluster", "-o", "out.jsonl"]
    environ = {**os.environ, "PYTHONPATH": pythonpath()}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environ) as process:
        assert process.stdin
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: when this returns, the command is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.wait() == 130
    assert list(tmp_path.iterdir()) == []


# ---- the text as read --------------------------------------------------------------------------------------------------
def test_the_text_as_read_is_what_offsets_count_in(quotes: Run, tmp_path: Path) -> None:
    """To the letter, for one article; of several, as JSON."""
    words = '"Déjà vu," Zoé said.\r\n\x1b[1m“Yes.”\r\n'
    (tmp_path / "a.txt").write_bytes(words.encode("utf-8"))
    assert quotes("text", "a.txt").raw == words.encode("utf-8")
    (tmp_path / "b.txt").write_bytes('"Déjà vu," Zoé said.'.encode("latin-1"))
    answer = quotes("text", "b.txt")
    assert (answer.status, answer.out) == (0, '"Déjà vu," Zoé said.')
    assert answer.err.startswith("quotes: b.txt: read as ")
    assert quotes("text", ".").status == 2
    assert [one["text"][:9] for one in json.loads(quotes("text", ".", "--json").raw)["articles"]] == ['"Déjà vu,', '"Déjà vu,']
    assert quotes("text", "missing.txt").status == 3


def test_edits_stand_in_both_texts_where_the_json_says(quotes: Run) -> None:
    """`from` in the article of the fullest wording, `to` in the article of the other, to the letter."""
    report = json.loads(quotes("extract", SEEDS, "--json").raw)
    texts = {article["id"]: article["text"] for article in json.loads(quotes("text", SEEDS, "--json").raw)["articles"]}
    edits = [
        (one["variants"][0]["source"], v["source"], edit) for one in report["clusters"] for v in one["variants"] for edit in v["edits"]
    ]
    assert edits
    for fullest, here, edit in edits:
        assert texts[fullest][edit["from_start"] : edit["from_end"]] == edit["from"]
        assert texts[here][edit["start"] : edit["end"]] == edit["to"]


DISPUTED = {"a": "Ann Lee", "b": "Tom Marsh", "c": "Ann Lee"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "."], "1  Ann Lee · 3 articles · 1 wording · ! Tom Marsh, according to b"),
        (["diff", "."], "1  Ann Lee · 3 articles · 1 wording · ! Tom Marsh, according to b"),
        (["extract", ".", "--format", "markdown"], "**!** Tom Marsh, according to b"),
        (["extract", ".", "--format", "html"], '"warning":"Tom Marsh, according to b"'),
        (["extract", ".", "--json"], '"conflicts": [{"kind": "speaker", "speaker": "Tom Marsh", "mention": null, "quotes": ["b:0"]}]'),
    ],
    ids=["table", "diff", "markdown", "html", "json"],
)
def test_who_else_is_said_to_have_said_it(quotes: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    """One utterance attributed to two people is the first thing to look into: its heading says so in every form."""
    for name, speaker in DISPUTED.items():
        text = f"“The bridge over the Orle will open on the ninth of May, whatever the weather,” {speaker} said.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert said in quotes(*arguments).out
