"""Pages that MkDocs makes from the program when the site is built: the front page, the commands, JSON, the archive, the library."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    pages = {"index.md": front, "reference/commands.md": commands, "reference/json.md": schemas}
    pages |= {"reference/archive.md": archive, "reference/library.md": library}
    for name, make in pages.items():
        files.append(File.generated(config, name, content="\n".join(make()) + "\n"))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The evidence, and the tables of engines, go where their pages ask for them."""
    return markdown.replace("<!-- evidence -->", "\n".join(evidence())).replace("<!-- tables -->", "\n".join(tables()))


def front() -> Iterator[str]:
    """The README, its links as seen from here; what is not part of the site is named, not linked."""
    text = (
        (ROOT / "README.md")
        .read_text("utf-8")
        .replace("](docs/pages/", "](")
        .replace("[docs/pages](tutorial.md)", "[By the job](tutorial.md)")
    )
    yield re.sub(r"\[([^\]]+)\]\((?:[A-Z]+\.(?:md|cff)|LICENSE|\.github/[^)]+)\)", r"\1", text)


def commands() -> Iterator[str]:
    """Every command with its options, as its help has them."""
    import typer.main

    from quotecli.cli.app import COMMANDS
    from quotecli.cli.app import app as whole

    group: Any = typer.main.get_command(whole)
    context = typer.Context(group)
    yield "# Commands\n"
    for name in COMMANDS:
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        told = inspect.cleandoc((command.help or "").replace("\b", "")).split("Examples:")
        yield f"## quotes {name}\n\n{told[0].strip()}\n"
        if told[1:]:
            yield f"```sh\n{inspect.cleandoc(told[1])}\n```\n"
        yield from options(command)


def options(command: Any) -> Iterator[str]:
    """A table of them, panel by panel."""
    yield "| option | | |\n|---|---|---|"
    for one in command.params:
        if one.param_type_name == "option" and not getattr(one, "hidden", False):
            names = ", ".join(f"`{name}`" for name in (*one.opts, *one.secondary_opts))
            yield f"| {names} | {one.metavar or ''} | {cell(one.help or '')} |"
    yield ""


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("{", "&#123;").replace("<", "&lt;")


def schemas() -> Iterator[str]:
    """What stands in the JSON of each command, key by key."""
    yield "# JSON\n\n`quotes schema COMMAND` prints these as JSON Schema. Offsets count code points, from 0, the end exclusive.\n"
    for path in sorted((ROOT / "quotecli/schema").glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        yield f"## {path.stem}\n\n{schema.get('description', '')}\n"
        yield from keys(schema)
        for name, one in schema.get("$defs", {}).items():
            yield f"### {path.stem}: {name}\n\n{one.get('description', '')}\n"
            yield from keys(one)


def keys(schema: dict[str, Any]) -> Iterator[str]:
    """A table of an object's keys."""
    if schema.get("properties"):
        yield "| key | | |\n|---|---|---|"
        yield from (f"| `{name}` | {kind(one)} | {cell(one.get('description', ''))} |" for name, one in schema["properties"].items())
        yield ""


def kind(schema: dict[str, Any]) -> str:
    """What a value is, in a word or two."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "items" in schema:
        return f"list of {kind(schema['items'])}"
    if "const" in schema or "enum" in schema:
        return cell(", ".join(json.dumps(value) for value in schema.get("enum", [schema.get("const")])))
    types = schema.get("type", "")
    return " or ".join(types) if isinstance(types, list) else str(types)


def archive() -> Iterator[str]:
    """The tables and views as they are made."""
    from quotecli.keep.schema import TABLES, VERSION

    yield f"# The archive\n\nOne SQLite file, schema {VERSION}. Datasette, sqlite-utils, DuckDB, pandas and R open it as it is."
    yield "The views are for everybody; the tables are the program's own: do not write to them. Offsets count code points.\n"
    yield f"```sql{TABLES}```"


def library() -> Iterator[str]:
    """The public names and the nouns that they take and give."""
    import quotecli
    from quotecli import errors, model

    yield f"# Library\n\n```text\n{inspect.getdoc(quotecli)}\n```\n"
    for name in quotecli.__all__:
        yield from documented(f"quotecli.{name}", getattr(quotecli, name))
    for module in (model, errors):
        yield f"## {module.__name__}\n\n{inspect.getdoc(module)}\n"
        for name in getattr(module, "__all__", vars(module)):
            value = getattr(module, name)
            if inspect.isclass(value) and value.__module__.startswith(module.__name__):
                yield from documented(name, value)


def documented(name: str, value: Any) -> Iterator[str]:
    """A heading, the signature, and what the docstring says."""
    yield f"### {name}\n"
    with suppress(TypeError, ValueError):
        yield f"```python\n{name.rpartition('.')[2]}{inspect.signature(value)}\n```\n"
    yield f"{cell(inspect.getdoc(value) or '') if inspect.isclass(value) else inspect.getdoc(value) or ''}\n"


def evidence() -> Iterator[str]:
    """Each kind of evidence with its example."""
    from quotecli.find.evidence.cards import REASONS

    yield "| evidence | what it is, with an example |\n|---|---|"
    yield from (f"| `{name}` | {cell(text)} |" for name, text in REASONS.items())


def tables() -> Iterator[str]:
    """The tables that engines write, column by column."""
    from quotecli.engines.records import ARTICLE, COUNTED, QUOTATION, SUMMARY
    from quotecli.engines.windows import WORDINGS

    parts = {
        "`record=article/`, `record=quotation/` and `record=skipped/`: of the article": ARTICLE,
        "`record=article/` and `record=skipped/` besides": COUNTED,
        "`record=quotation/` besides": QUOTATION,
        "`record=wording/`, a row a wording of an utterance": WORDINGS,
        "`record=summary/`, one row": SUMMARY,
    }
    for title, columns in parts.items():
        yield f"{title}\n\n| column | | |\n|---|---|---|"
        yield from (f"| `{one.name}` | {one.kind} | {cell(one.told)} |" for one in columns)
        yield ""
