"""What a release is made of: files that parse, versions that agree, a wheel with all it needs."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import quotecli

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = SETTINGS["project"]
PYTHONS = [found[1] for line in PROJECT["classifiers"] if (found := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line))]
YAML = [
    *(ROOT / ".github").rglob("*.yml"),
    *(ROOT / "tools").rglob("*.yaml"),
    ROOT / ".pre-commit-hooks.yaml",
    ROOT / "CITATION.cff",
]

spec = importlib.util.spec_from_file_location("release", ROOT / "tools" / "release.py")
assert spec
assert spec.loader
release = importlib.util.module_from_spec(spec)
spec.loader.exec_module(release)


def read(*parts: str) -> Any:
    """A file of YAML."""
    return yaml.safe_load(ROOT.joinpath(*parts).read_text("utf-8"))


@pytest.mark.parametrize("path", YAML, ids=lambda path: path.name)
def test_what_is_written_in_yaml_parses(path: Path) -> None:
    """A slip in a file that only a server reads would be seen on the day of the release."""
    assert yaml.safe_load(path.read_text("utf-8"))


def workflow(name: str) -> Any:
    """A workflow, its `on` being `on` and no truth of YAML 1.1."""
    told = read(".github", "workflows", name)
    return {("on" if key is True else key): value for key, value in told.items()}


@pytest.mark.parametrize(("name", "job"), [("ci.yml", "test"), ("release.yml", "smoke")])
def test_a_workflow_runs_on_every_python_that_we_name(name: str, job: str) -> None:
    """The classifiers are a promise."""
    assert workflow(name)["jobs"][job]["strategy"]["matrix"]["python"] == PYTHONS
    assert f">={PYTHONS[0]}" == PROJECT["requires-python"]


def test_a_wheel_is_tried_on_every_system_before_it_is_published() -> None:
    """Linux, macOS and Windows; and only a tag publishes."""
    jobs = workflow("release.yml")["jobs"]
    assert jobs["smoke"]["strategy"]["matrix"]["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert {"smoke", "wheels", "container", "bill-of-materials"} <= set(jobs["publish"]["needs"])
    assert jobs["publish"]["if"] == "github.ref_type == 'tag'"


def test_a_compiled_wheel_is_built_for_every_python_that_we_name() -> None:
    """And each is tried, and is not released where it has come out as Python."""
    told = SETTINGS["tool"]["cibuildwheel"]
    assert told["build"].split() == [f"cp{version.replace('.', '')}-*" for version in PYTHONS]
    assert told["environment"] == {"QUOTES_COMPILE": "1"}
    assert "smoke.py --compiled" in told["test-command"]


@pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
def test_a_workflow_may_no_more_than_it_must(name: str) -> None:
    """Reading is the rule; who may more says so, and holds no password; needs are jobs that there are; scripts are there."""
    told = workflow(name)
    assert told["permissions"] == {"contents": "read"}
    may = {job: one["permissions"] for job, one in told["jobs"].items() if "permissions" in one}
    assert may in ({}, {"publish": {"id-token": "write"}, "announce": {"contents": "write"}})
    text = (ROOT / ".github" / "workflows" / name).read_text("utf-8")
    assert "secrets." not in text
    for one in told["jobs"].values():
        needs = one.get("needs", [])
        assert {needs} if isinstance(needs, str) else set(needs) <= set(told["jobs"])
    for script in re.findall(r"tools/[\w./]+", text):
        assert (ROOT / script).exists()


FORMS = sorted(path.name for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_for_what_it_needs(name: str) -> None:
    """As the server wants it: a name, a description, fields with ids of their own and labels."""
    form = read(".github", "ISSUE_TEMPLATE", name)
    assert form["name"]
    assert form["description"]
    fields = form["body"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["type"] in ("input", "textarea") and field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)


def test_the_citation_names_what_is_cited() -> None:
    """What the Citation File Format demands, and our version and licence."""
    told = read("CITATION.cff")
    assert told["cff-version"] == "1.2.0"
    assert told["message"]
    assert told["title"]
    assert all(author.get("name") or author.get("family-names") for author in told["authors"])
    assert (told["version"], told["license"], told["type"]) == (quotecli.__version__, PROJECT["license"], "software")


def test_the_recipe_asks_for_what_the_package_does() -> None:
    """A draft that goes on with the package; conda's `typer-slim` is our typer."""
    recipe = read("tools", "conda", "recipe.yaml")
    run = [line.replace("typer-slim", "typer").replace(" ", "") for line in recipe["requirements"]["run"][1:]]
    assert run == PROJECT["dependencies"]
    assert recipe["build"]["python"]["entry_points"] == [f"{name} = {entry}" for name, entry in PROJECT["scripts"].items()]
    assert recipe["package"]["name"] == PROJECT["name"]
    assert recipe["about"]["summary"] == PROJECT["description"]


def test_versions_agree() -> None:
    """The package, the citation, the recipe and the changelog."""
    assert release.faults(None, release.versions(), (ROOT / "CHANGELOG.md").read_text("utf-8")) == []


TOLD = {"quotecli/__init__.py": "1.2.0", "CITATION.cff": "1.2.0"}
CHANGES = "# Changelog\n\n## [1.2.0] - 2026-05-04\n\n### Added\n\n- This.\n\n## [1.1.0] - 2025-01-01\n\n- That.\n"
RELEASES = [
    ("all agree", "v1.2.0", TOLD, CHANGES, ""),
    ("another tag", "v1.3.0", TOLD, CHANGES, "the tag is v1.3.0"),
    ("another citation", "v1.2.0", {**TOLD, "CITATION.cff": "1.1.0"}, CHANGES, "CITATION.cff says 1.1.0"),
    ("no date", "v1.2.0", TOLD, CHANGES.replace("2026-05-04", "not released yet"), "no date for 1.2.0"),
    ("no date, and no tag yet", None, TOLD, CHANGES.replace("2026-05-04", "not released yet"), ""),
    ("no changelog", None, TOLD, CHANGES.replace("[1.2.0]", "[1.1.9]"), "says nothing of 1.2.0"),
]


@pytest.mark.parametrize(("tag", "told", "changes", "fault"), [case[1:] for case in RELEASES], ids=[case[0] for case in RELEASES])
def test_what_does_not_agree_is_not_released(tag: str | None, told: dict[str, str], changes: str, fault: str) -> None:
    """The fault is named; the notes of a version are its own."""
    found = release.faults(tag, told, changes)
    assert fault in " ".join(found)
    assert bool(found) is bool(fault)
    assert release.section("1.2.0", CHANGES) == ("2026-05-04", "### Added\n\n- This.")


def test_the_wheel_holds_what_is_read_at_work(tmp_path: Path) -> None:
    """Every file of the package: code, tables of weights, schemas, style and script of the page, and the manual page."""
    subprocess.run([sys.executable, "tools/make_wheel.py", str(tmp_path)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "quotecli").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert {Path(name).suffix for name in ours} >= {".py", ".tsv", ".css", ".js", ".json", ".typed"}
    assert ours <= held
    assert any(name.endswith(".data/data/share/man/man1/quotes.1") for name in held)


def test_the_container_runs_the_command() -> None:
    """What it copies is there and not left out, its command is the package's, and it does not run as root."""
    lines = (ROOT / "tools" / "Dockerfile").read_text("utf-8").splitlines()
    said = dict(line.split(" ", 1) for line in lines if line[:1].isupper())
    (script,) = PROJECT["scripts"]
    assert said["ENTRYPOINT"] == f'["{script}"]'
    assert said["USER"] != "root"
    assert said["FROM"].startswith(f"python:{PYTHONS[-2]}")
    kept = (ROOT / "tools" / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert all((ROOT / line[1:]).exists() for line in kept if line.startswith("!"))
    needed = ("quotecli", "data", "pyproject.toml", "setup.py", PROJECT["readme"], *PROJECT["license-files"])
    assert {f"!{name}" for name in needed} <= set(kept)


@pytest.mark.parametrize(("article", "status"), [("courier.txt", 0), ("herald.txt", 1)])
def test_the_hook_stops_a_commit_with_words_that_were_not_said(article: str, status: int) -> None:
    """As pre-commit runs it: the entry, the arguments of who uses it, the files that changed."""
    (hook,) = read(".pre-commit-hooks.yaml")
    assert hook["require_serial"]  # or the verdicts come in pieces
    entry = [*shlex.split(hook["entry"]), "--record", "examples/transcript.txt", f"examples/{article}"]
    assert entry[0] in PROJECT["scripts"]
    ran = subprocess.run([sys.executable, "-m", "quotecli", *entry[1:]], cwd=ROOT, capture_output=True)
    assert ran.returncode == status
