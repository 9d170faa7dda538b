"""Quotations held against the record."""

import io
import json

import specimens

from quotecli.model import Edit, Passage, Report, Source, Verdict
from quotecli.render.check import write_json, write_table
from quotecli.render.console import Look

RECORD = Source("record", "record.txt", "Q: Taxes?\nLEE: We will never raise taxes. Any time. We are ready [sic] \x1b[1m.\n")


def verdicts() -> tuple[Report, list[Verdict]]:
    """One of several kinds."""
    source = specimens.source("post", "“We will not raise taxes,” Ann Lee said. “Any time.” “Nobody asked.” “Good morning.” Bob Roe said.")
    altered, same = specimens.quote(source, "We will not raise taxes,"), specimens.quote(source, "Any time.")
    missing, other = specimens.quote(source, "Nobody asked."), specimens.quote(source, "Good morning.", "Bob Roe")
    at = source.text.index("not")
    text = RECORD.text
    passage = Passage(15, 41, text[15:41], "LEE", "Taxes?", "Any time. We are ready [sic] \x1b[1m.")
    judged = [
        Verdict(altered, "altered", passage, (Edit("substituted", "never", "not", True, at, at + 3),)),
        Verdict(same, "verbatim", Passage(42, 51, text[42:51], "LEE")),
        Verdict(missing, "not-found"),
        Verdict(other, "out-of-scope"),
    ]
    return Report((source,), (altered, same, missing, other)), judged


def squeezed(page: str) -> str:
    """The page in one line."""
    return " ".join(page.split())


def test_faults_come_first_with_what_the_record_says() -> None:
    """What differs marked, the record's words with their place and surroundings, the rest afterwards."""
    report, judged = verdicts()
    stream = io.StringIO()
    write_table(judged, report, [RECORD], stream, Look(width=90))
    page = stream.getvalue()
    assert page.startswith("4 quotations · 1 altered · 1 not found · 1 verbatim · 1 out of scope")
    assert "We will {-never-}{+not+} raise taxes," in page
    assert "! “never” became “not”" in page
    assert "record 2:6 Taxes? «LEE: We will never raise taxes.» Any time. We are ready [sic] \\x1b[1m." in squeezed(page)
    assert page.index("Altered") < page.index("Not in the record") < page.index("Verbatim") < page.index("Speakers who are not")
    assert "\x1b" not in page


def test_json_holds_every_verdict_with_its_passage() -> None:
    """To the contract."""
    report, judged = verdicts()
    stream = io.BytesIO()
    write_json(judged, report, stream)
    document = json.loads(stream.getvalue())
    assert list(document) == ["schema", "verdicts", "outlets", "speakers", "skipped"]
    first = document["verdicts"][0]
    assert list(first) == ["quote", "verdict", "record", "edits", "places"]
    assert list(first["record"]) == ["path", "start", "end", "text", "speaker", "before", "after"]
    assert first["edits"][0]["from"] == "never"
    assert [one["verdict"] for one in document["verdicts"]] == ["altered", "verbatim", "not-found", "out-of-scope"]
    assert document["verdicts"][2]["record"] is None
