"""Read news articles; find the direct quotations and who said them; compare the wordings in which outlets print one utterance.

    from quotecli import extract
    report = extract(["articles/"])
    for quote in report.quotes:
        print(quote.speaker and quote.speaker.name, quote.text)

The whole program, over files, folders and archives:

    extract(paths, options)     a Report: articles, quotations with their speakers, utterances with their wordings
    stream(paths, options)      the quotations of each article as soon as they are found, in constant memory
    explain(paths, options)     an Explanation an article: what was weighed for each quotation, and what was refused
    Options, ReadOptions        what the caller may decide: of an extraction, and of how files are read (`Options(read=ReadOptions(…))`)

Its steps, for texts that are in memory already:

    find_quotes(Source)         the quotations of one article
    link_people(articles)       the same with speakers named alike across articles
    cluster(quotes)             which quotations are one utterance: a Cluster each
    collate(cluster, quotes)    the wordings of one word by word: a Collation
    diff(a, b)                  what differs between two wordings: an Edit each
    check(record, quotes)       a Verdict on each quotation: is that what was said?

What they take and give, frozen, picklable, and described field by field in `quotecli.model`:

    Report                      sources, quotes, clusters, skipped; to_json(), to_dict(), from_json(), to_dataframe(), sentence(quote)
    Source, Skipped             an article as read; an input that could not be used, and why
    Quote, Speaker, Cue         a quotation, whoever it is attributed to, the words that report it
    Cluster, Variant, Edit      an utterance, one wording of it, one difference from the base
    Collation                   an utterance laid out for reading
    Verdict, Passage            a quotation held against the record, the words of the record
    Explanation, Sentence       why an article was read so; a quotation in its sentence
    Span                        a stretch of a text: `text[start:end]`, in code points

In a notebook a Report shows who printed what, a Cluster or a Collation what differs, a Quote its words, a Sentence the words in their
place. A `repr` is one line and never holds an article's text.

What can go wrong is a QuotesError, whose text is one clear line:

    Misuse                      the call does not make sense
    UnreadableSource            an input cannot be used; `extract` puts these into `skipped` instead
    UnreadableReport            what `Report.from_json` was given is no report (a ValueError, too)
    MissingLibrary              what was asked for takes a library that is not installed (an ImportError, too)
    EngineFailed                Daft or Ray could not go on
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, whose import would take half the time of `quotes --version`
if TYPE_CHECKING:
    from quotecli.compare import check, cluster, collate, diff
    from quotecli.errors import EngineFailed, MissingLibrary, Misuse, QuotesError, UnreadableReport, UnreadableSource
    from quotecli.find import find_quotes, link_people
    from quotecli.model import (
        Cluster,
        Collation,
        Cue,
        Edit,
        Explanation,
        Passage,
        Quote,
        Report,
        Sentence,
        Skipped,
        Source,
        Span,
        Speaker,
        Variant,
        Verdict,
    )
    from quotecli.pipeline import Options, explain, extract, stream
    from quotecli.read import ReadOptions

__version__ = "0.1.0"
__all__ = [
    "Cluster",
    "Collation",
    "Cue",
    "Edit",
    "EngineFailed",
    "Explanation",
    "MissingLibrary",
    "Misuse",
    "Options",
    "Passage",
    "Quote",
    "QuotesError",
    "ReadOptions",
    "Report",
    "Sentence",
    "Skipped",
    "Source",
    "Span",
    "Speaker",
    "UnreadableReport",
    "UnreadableSource",
    "Variant",
    "Verdict",
    "check",
    "cluster",
    "collate",
    "diff",
    "explain",
    "extract",
    "find_quotes",
    "link_people",
    "stream",
]

_HOMES = {
    "compare": "check cluster collate diff",
    "errors": "EngineFailed MissingLibrary Misuse QuotesError UnreadableReport UnreadableSource",
    "find": "find_quotes link_people",
    "model": "Cluster Collation Cue Edit Explanation Passage Quote Report Sentence Skipped Source Span Speaker Variant Verdict",
    "pipeline": "Options explain extract stream",
    "read": "ReadOptions",
}


def __getattr__(name: str) -> object:
    """Import a public name where it is first used, so that `import quotecli` costs nothing."""
    if name in __all__:
        from importlib import import_module

        home = next(home for home, names in _HOMES.items() if name in names.split())
        return getattr(import_module(f"quotecli.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *__all__})
