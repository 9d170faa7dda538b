"""Mail: one article a message, its subject the title. The plain part is read, else the HTML part. Pages saved as MHTML are mail too."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import EmailPolicy
from functools import lru_cache
from typing import Any, cast

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import COPY, Blob, megabytes
from quotecli.read.decode import Undecodable, decode
from quotecli.read.html import article
from quotecli.read.inputs import why
from quotecli.read.options import ReadOptions

LONGEST = 10_000
"""Characters of a header that are read: no title is longer, and the time grows with the square."""


class Lenient(EmailPolicy):
    """Headers as strangers write them: in bytes that no header may hold, or so that the library fails on them."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header; an empty one where it cannot be read."""
        return _parsed(name, value[:LONGEST])


PLAIN = EmailPolicy()


@lru_cache(maxsize=256)
def _parsed(name: str, value: str) -> Any:
    """A header; most parts of a page that was saved as mail have the same ones, and each is asked for several times."""
    try:
        return PLAIN.header_fetch_parse(name, _decoded(value))
    except Exception:  # whatever the library's parser of addresses, dates and parameters comes upon
        return PLAIN.header_fetch_parse(name, "")


def _decoded(value: str) -> str:
    """The header with its bytes as UTF-8, else as Windows has them."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every message; its id ends with its number where the file holds several."""
    number = 0
    for number, (data, several) in enumerate(_messages(blob, options), 1):
        one = blob._replace(id=f"{blob.id}#{number}" if several else blob.id)
        try:
            if len(data) > options.max_size * COPY:  # pictures come with it
                raise UnreadableSource(blob.path, f"is larger than {megabytes(options.max_size)}; raise --max-size to read it")
            yield _article(one, data, options)
        except UnreadableSource as error:
            yield _skipped(blob, error.reason, number, several)
        except Exception as error:  # mail is stranger than its library: it costs this message only
            yield _skipped(blob, why(error), number, several)
    if not number:
        raise UnreadableSource(blob.path, "is empty")


def _skipped(blob: Blob, reason: str, number: int, several: bool) -> Skipped:
    return Skipped(blob.path, f"message {number}: {reason}" if several else reason)


def _messages(blob: Blob, options: ReadOptions) -> Iterator[tuple[bytes, bool]]:
    """The bytes of each, no more than allowed and one; a mailbox parts them by lines that begin with "From "."""
    mailbox = blob.head().startswith(b"From ")
    lines: list[bytes] = []
    size, empty = 0, True
    while line := blob.stream.readline(1 << 20):
        if mailbox and empty and line.startswith(b"From "):
            if lines:
                yield b"".join(lines), mailbox
            lines, size = [], 0
        elif size <= options.max_size * COPY:
            lines.append(line[1:] if mailbox and line.startswith((b">From ", b">>From ")) else line)
            size += len(line)
        empty = not line.strip()
    if lines:
        yield b"".join(lines), mailbox


def _article(blob: Blob, data: bytes, options: ReadOptions) -> Source:
    from email import message_from_bytes

    message = cast(EmailMessage, message_from_bytes(data, policy=Lenient()))
    part = message.get_body(("plain", "html"))
    if part is None or not part.get_content_type().startswith("text/"):
        raise UnreadableSource(blob.path, "has no text")
    payload = cast(bytes, part.get_payload(decode=True) or b"")
    try:
        decoded = decode(payload, options.encoding, part.get_content_charset())
    except (Undecodable, LookupError) as error:
        raise UnreadableSource(blob.path, str(error)) from None
    if not decoded.text.strip():
        raise UnreadableSource(blob.path, "is empty")
    found = article(blob, decoded.text, options) if part.get_content_subtype() == "html" else blob.article(decoded, "mbox")
    if saved_from := _header(message, "snapshot-content-location"):  # a page that a browser saved in one file: nobody sent it
        return found._replace(url=found.url or saved_from, encoding=decoded.encoding)
    return found._replace(
        title=_header(message, "subject") or found.title,
        published=_date(message),
        author=_sender(message),
        encoding=decoded.encoding,
        format="mbox",
    )


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name) or "").split()) or None


def _sender(message: EmailMessage) -> str | None:
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "from") or "")
    return name or address or None


def _date(message: EmailMessage) -> str | None:
    when = getattr(message.get("date"), "datetime", None)
    return when.isoformat() if when else None
