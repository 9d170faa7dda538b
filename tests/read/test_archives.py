"""Packed files: read without unpacking to the disk, and no bomb fills the memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import resource
import subprocess
import sys
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources
from tests.read.making import STORY, as_docx, as_jsonl, html


def zstd(data: bytes) -> bytes:
    """Zstandard, by its library."""
    zstandard = pytest.importorskip("zstandard")
    packed: bytes = zstandard.ZstdCompressor().compress(data)
    return packed


Members = dict[str, bytes] | list[tuple[str, bytes]]


def zipped(members: Members) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items() if isinstance(members, dict) else members:
            with warnings.catch_warnings(action="ignore"):  # of two files of one name
                archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Members, mode: str = "w") -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items() if isinstance(members, dict) else members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def read(path: Path, data: bytes, **options: object) -> list[Source | Skipped]:
    """What a file of this content gives."""
    path.write_bytes(data)
    return list(read_sources([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]


METHODS: list[tuple[str, Callable[[bytes], bytes]]] = [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd)]


@pytest.mark.parametrize(("suffix", "pack"), METHODS, ids=[case[0] for case in METHODS])
@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.jsonl", "x"])
def test_a_compressed_file_is_what_is_in_it(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes], name: str) -> None:
    """By its inner suffix, or by its content; its id has neither suffix, its path both."""
    data = {"x.txt": STORY.encode(), "x.html": html(), "x.jsonl": as_jsonl(), "x": html()}[name]
    (source,) = read(tmp_path / f"{name}.{suffix}", pack(data))
    assert isinstance(source, Source), source
    assert (source.text, source.path) == (STORY, str(tmp_path / f"{name}.{suffix}"))
    assert source.id == ("x#a7" if name == "x.jsonl" else "x")


def test_content_tells_a_packed_file_without_a_suffix(tmp_path: Path) -> None:
    """As when it comes through a pipe."""
    (source,) = read(tmp_path / "x", gzip.compress(html()))
    assert isinstance(source, Source)
    assert (source.text, source.format) == (STORY, "html")


def test_the_format_asked_for_is_that_of_the_content(tmp_path: Path) -> None:
    """Unpacking comes first."""
    (source,) = read(tmp_path / "x.gz", gzip.compress(as_jsonl()), input_format="jsonl")
    assert isinstance(source, Source)
    assert source.text == STORY


MEMBERS = {
    "b/x.txt": STORY.encode(),
    "a/x.html": html(),
    "a/.hidden.txt": b"no",
    "__MACOSX/a/._x.html": b"no",
    "a/photo.jpg": b"no",
    "list.jsonl.gz": gzip.compress(as_jsonl()),
    "empty.txt": b"",
}
ARCHIVES = [
    ("x.zip", zipped),
    ("x.tar", tarred),
    ("x.tar.gz", lambda members: tarred(members, "w:gz")),
    ("x.tgz", lambda members: tarred(members, "w:gz")),
    ("x.tar.bz2", lambda members: tarred(members, "w:bz2")),
    ("x.tar.xz", lambda members: tarred(members, "w:xz")),
    ("x.tar.zst", lambda members: zstd(tarred(members))),
]


@pytest.mark.parametrize(("name", "pack"), ARCHIVES, ids=[case[0] for case in ARCHIVES])
def test_an_archive_is_read_like_a_folder(tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    """Known suffixes, nothing hidden; a member's id is its way there, and what cannot be read of it is passed over."""
    path = tmp_path / name
    found = read(path, pack(MEMBERS))
    assert sorted(s.id for s in found if isinstance(s, Source)) == ["x/a/x.html", "x/b/x.txt", "x/list.jsonl.gz#a7"]
    assert {s.text for s in found if isinstance(s, Source)} == {STORY}
    assert [s for s in found if isinstance(s, Skipped)] == [Skipped(f"{path}/empty.txt", "is empty")]


def test_an_archive_in_an_archive_is_read_but_not_for_ever(tmp_path: Path) -> None:
    """Three deep and no further: there are files that contain themselves."""
    data = {"x.txt": STORY.encode()}
    assert isinstance(read(tmp_path / "x.zip", zipped({"y.zip": zipped(data)}))[0], Source)
    for _ in range(5):
        data = {"deep.zip": zipped(data)}
    (skipped,) = read(tmp_path / "y.zip", zipped(data))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "is an archive in an archive in an archive; unpack it first"


def test_names_that_climb_are_only_names(tmp_path: Path) -> None:
    """Nothing is ever written."""
    found = read(tmp_path / "x.zip", zipped({"../../evil.txt": STORY.encode()}))
    assert [s.id for s in found if isinstance(s, Source)] == ["x/../../evil.txt"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.zip"]


WHOLE = gzip.compress(as_jsonl() * 2000)
BAD = [
    ("an empty gzip", "x.txt.gz", b"", "is empty"),
    ("no gzip", "x.txt.gz", b"text", "is not gz"),
    ("a cut gzip", "x.txt.gz", gzip.compress(STORY.encode() * 100)[:60], "is cut short"),
    ("a damaged gzip", "x.txt.gz", gzip.compress(STORY.encode())[:-8] + b"\xff" * 8, "is damaged"),
    ("a cut bzip2", "x.txt.bz2", bz2.compress(STORY.encode() * 100)[:60], "is cut short"),
    ("a cut xz", "x.txt.xz", lzma.compress(STORY.encode() * 100)[:60], "is cut short"),
    ("no ZIP", "x.zip", b"PK\x03\x04 nothing", "is no ZIP archive, or cut short"),
    ("a cut ZIP", "x.zip", zipped(MEMBERS)[:-50], "is no ZIP archive, or cut short"),
    ("a ZIP of photographs", "x.zip", zipped({"a.jpg": b"x"}), "holds no articles"),
    ("no tar", "x.tar", b"text" * 1000, "is no tar archive, or cut short"),
    ("a tar of nothing", "x.tar", tarred({}), "holds no articles"),
    ("too much in a gzip", "x.txt.gz", gzip.compress(b"x" * 20_000_000), "is larger than 10 MB; raise --max-size to read it"),
]


@pytest.mark.parametrize(("label", "name", "data", "reason"), BAD, ids=[case[0] for case in BAD])
def test_damaged_files_are_passed_over(tmp_path: Path, label: str, name: str, data: bytes, reason: str) -> None:
    """In one line."""
    assert read(tmp_path / name, data, max_size=10_000_000) == [Skipped(str(tmp_path / name), reason)]


def test_what_came_before_the_cut_is_done(tmp_path: Path) -> None:
    """Articles of a truncated file stand, and then it is said that it is cut."""
    found = read(
        tmp_path / "x.jsonl.gz", gzip.compress(b"".join(as_jsonl([{"text": f"{n} {hash(n * 7919)}"}]) for n in range(20_000)))[:20_000]
    )
    assert isinstance(found[0], Source)
    assert found[-1] == Skipped(str(tmp_path / "x.jsonl.gz"), "is cut short")


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    """Its neighbours are read."""
    data = bytearray(zipped({"a.txt": STORY.encode() * 9, "b.txt": STORY.encode()}))
    data[60:80] = b"\xff" * 20
    skipped, source = read(tmp_path / "x.zip", bytes(data))
    assert isinstance(skipped, Skipped)
    assert isinstance(source, Source)


def test_an_encrypted_member_is_passed_over(tmp_path: Path) -> None:
    """The flag of the format says so."""
    data = bytearray(zipped({"a.txt": STORY.encode()}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert read(tmp_path / "x.zip", bytes(data)) == [Skipped(f"{tmp_path}/x.zip/a.txt", "is encrypted")]


def test_a_bomb_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A gigabyte in a megabyte of gzip is refused, with a tenth of it in memory at most."""
    with gzip.open(tmp_path / "x.txt.gz", "wb", compresslevel=1) as out:
        for _ in range(1000):
            out.write(b"0" * 1_000_000)
    code = "import sys, resource; from quotecli.read import *; print(list(read_sources([sys.argv[1]], ReadOptions(max_size=50_000_000))))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000)),
    )
    assert b"is larger than 50 MB" in done.stdout


def test_an_archive_holds_files_that_are_read_in_any_order(tmp_path: Path) -> None:
    """Word, ZIP and tar again, also inside a tar, which can only be read from start to end."""
    pytest.importorskip("docx")
    inner = {"a.docx": as_docx(), "b.zip": zipped({"b.txt": STORY.encode()}), "c.tar.gz": tarred({"c.txt": STORY.encode()}, "w:gz")}
    for name, data in (("x.tar", tarred(inner)), ("y.tar.gz", tarred(inner, "w:gz")), ("z.zip", zipped({"in.tar": tarred(inner)}))):
        found = read(tmp_path / name, data)
        assert [Path(s.id).name for s in found if isinstance(s, Source)] == ["a.docx", "b.txt", "c.txt"]


def test_whatever_a_library_raises_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the door and inside an archive: its kind and its first line are told, and the others are done."""

    def fail(*_: object) -> Iterator[Source]:
        yield from ()
        raise LookupError("no such thing\nand more")

    monkeypatch.setattr("quotecli.read.markdown.read", fail)
    (tmp_path / "a.md").write_text("A.")
    (tmp_path / "b.zip").write_bytes(zipped({"a.md": b"A.", "b.txt": b"B."}))
    said = [s.text if isinstance(s, Source) else s.reason for s in read_sources([str(tmp_path)])]
    assert said == ["cannot be read (LookupError: no such thing)"] * 2 + ["B."]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """An archive may hold two; both are read, each under an id of its own."""
    twice = [("a.txt", b"One."), ("a.txt", b"Two.")]
    for name, data in (("x.zip", zipped(twice)), ("x.tar", tarred(twice))):
        found = read(tmp_path / name, data)
        assert [(s.id, s.text) for s in found if isinstance(s, Source)] == [("x/a.txt", "One."), ("x/a.txt~2", "Two.")]


def test_a_name_in_another_encoding_is_shown(tmp_path: Path) -> None:
    """As bytes: no output could take half a character."""
    (source,) = read(tmp_path / "x.tar", tarred({"caf\udce9.txt": b"A."}))
    assert isinstance(source, Source)
    assert source.id == "x/caf\\xe9.txt"


def versioned(data: bytes) -> bytes:
    """A ZIP archive that asks for a version that there is not."""
    return data.replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63")


def damaged_header(data: bytes) -> bytes:
    """A tar archive whose second header is no header."""
    return data[:1024] + b"\xff" * 512 + data[1536:]


def noted(**notes: str) -> bytes:
    """A tar archive whose second member has these notes."""
    info = tarfile.TarInfo("b.txt")
    info.pax_headers = notes
    return tarred({"a.txt": STORY.encode()})[:1024] + info.tobuf(tarfile.PAX_FORMAT) + b"\0" * 1024


BROKEN = [
    ("a ZIP of the future", "x.zip", versioned(zipped({"a.txt": b"A."})), ["cannot be unpacked (zip file version 9.9)"]),
    ("a name that is empty", "x.zip", zipped({"Z.txt": b"A.", "b.txt": b"B."}).replace(b"Z.txt", b"\0.txt"), ["B."]),
    ("a tar with a bad header", "x.tar", damaged_header(tarred({"a.txt": b"A.", "b.txt": b"B."})), ["A.", "is cut short or damaged"]),
    ("a tar cut in a header", "x.tar", tarred({"a.txt": b"A.", "b.txt": b"B."})[:1100], ["A.", "is cut short or damaged"]),
    ("a size beyond all sizes", "x.tar.gz", gzip.compress(noted(size="9" * 15)), [STORY, "is cut short or damaged", "is cut short"]),
    ("a size that no number holds", "x.tar.gz", gzip.compress(noted(size="9" * 30)), [STORY, "is cut short or damaged", "is cut short"]),
    ("a note beyond all notes", "x.tar.gz", gzip.compress(noted(comment="x" * 2_000_000)), [STORY, "is cut short or damaged"]),
]


@pytest.mark.parametrize(("label", "name", "data", "said"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_broken_archive_gives_what_it_holds(tmp_path: Path, label: str, name: str, data: bytes, said: list[str]) -> None:
    """And says that it is broken."""
    assert [s.text if isinstance(s, Source) else s.reason for s in read(tmp_path / name, data)] == said


def test_an_archive_in_an_archive_is_copied_as_far_as_allowed(tmp_path: Path) -> None:
    """What must be read in any order goes to a temporary file, ten times the largest article at most."""
    (skipped,) = read(tmp_path / "x.tar", tarred({"x.zip": b"PK\x05\x06" + b"\0" * 20_000}), max_size=1000)
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "is larger than 10000 bytes and comes out of a pipe or an archive; unpack it first"
