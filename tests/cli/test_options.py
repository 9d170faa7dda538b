"""What a help promises: every option that it lists is taken by that command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Run

from quotecli.cli.settings import CONFIGURED

VALUES = {
    "--encoding": "utf-8",
    "--input-format": "jsonl",
    "--glob": "*.jsonl",
    "--since": "2016",
    "--until": "2017-01-31",
    "--max-size": "100000",
    "--text-field": "body",
    "--title-field": "headline",
    "--date-field": "day",
    "--source-field": "paper",
    "--url-field": "link",
    "--author-field": "by",
    "--id-field": "key",
    "--reader": "own",
    "--jobs": "1",
    "--speaker": "lee",
    "--kind": "direct",
    "--min-sources": "2",
    "--min-confidence": "0.1",
    "--aliases": "aliases.toml",
    "--sort": "date",
    "--layout": "inline",
    "--fail-on": "none",
    "--limit": "5",
    "--details": "1",
    "--group-by": "source",
    "--record": "record.jsonl",
    "--format": "table",
    "--output": "out.txt",
    "--color": "always",
    "--width": "90",
    "--marks": "always",
    "--resamples": "9",
    "--hyperlinks": "always",
    "--hyperlink-format": "vscode",
}
"""A value for each option that takes one."""
CONTRADICT = {"--json": "--format", "--no-cluster": "--min-sources"}


@pytest.mark.parametrize("command", CONFIGURED)
def test_every_option_of_the_help_is_taken(quotes: Run, tmp_path: Path, command: str) -> None:
    """All at once, those that contradict each other in a second run, and there is an answer."""
    said = "“The bridge over the Orle will open on the ninth of May, whatever the weather,” Ann Lee said."
    record = '{{"key": "{0}", "body": "{1}", "day": "2016-12-20", "headline": "H", "paper": "P", "link": "http://x/", "by": "B"}}\n'
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.jsonl").write_text(
        "".join(record.format(name, said) for name in "ab"[: 1 if command == "text" else 2]), encoding="utf-8"
    )
    (tmp_path / "aliases.toml").write_text('"Ann Lee" = ["Lee"]\n')
    (tmp_path / "record.jsonl").write_text('{"body": "LEE: Nothing."}\n')  # of the same format, which is that of every input
    options = re.findall(r"│ (--[a-z-]+)", quotes(command, "--help").out)
    assert {"--encoding", "--format", "--help"} < {*options}
    never = {"--help", "--added-since", "--init", "--blind"}  # the second is for archives, the others for another answer
    never |= {"--engine", "--window", "--overlap", "--overwrite"}  # tests/engines
    (tmp_path / "gold.csv").write_text("source,text,speaker\na#a,,\n")
    for left_out in ({*never, *CONTRADICT}, {*never, *CONTRADICT.values(), "--output"}):
        given = [word for one in options if one not in left_out for word in ([one, VALUES[one]] if one in VALUES else [one])]
        first = {"find": ["the bridge will open"], "add": ["news.db"], "eval": ["gold.csv"]}.get(command, [])
        answer = quotes(command, *first, "articles", *given)
        assert (answer.status, answer.err) == (0, "")
        assert (answer.out or (tmp_path / "out.txt").read_text("utf-8")).strip()
