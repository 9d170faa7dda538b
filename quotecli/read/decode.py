"""From bytes to text: what the bytes themselves say, then UTF-8, then an informed guess, which is named as one."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from quotecli.read.mend import mended


class Undecodable(ValueError):
    """The bytes are no text in the encoding asked for, or no text at all. `str(error)` is the reason."""


class Decoded(NamedTuple):
    """A text, and how its bytes were read."""

    text: str
    encoding: str  # "utf-8", "utf-16-le (byte order mark)", "windows-1252 (assumed)", …


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read, by the names that Python has for it. Others are no encodings of pages or mail, but traps: punycode takes hours
# for a long text, and unicode_escape makes halves of characters.
_DECLARABLE = frozenset(
    """utf-8 utf-8-sig utf-16 utf-16-le utf-16-be ascii cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257
    cp1258 iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11 iso8859-13
    iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic tis-620 gb2312 gbk gb18030 big5 big5hkscs euc_jp iso2022_jp
    shift_jis euc_kr""".split()
)
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 100_000  # bytes: enough to tell encodings apart, and 10 ms


def decode(data: bytes, encoding: str | None = None, declared: str | None = None, exact: bool = False) -> Decoded:
    """Decode one article, and mend marks that are certainly broken, which the encoding then says; if `exact`, one character stays one.

    Raises `Undecodable` when the bytes are binary, or do not fit `encoding`.
    """
    decoded = _decoded(data, encoding, declared)
    text, note = mended(decoded.text, exact)
    return Decoded(text, f"{decoded.encoding} ({note})") if note else decoded


def _decoded(data: bytes, encoding: str | None, declared: str | None) -> Decoded:
    """Decode one article: the given encoding, else its byte order mark, the declared encoding, UTF-8, or the likeliest.

    Line ends stay as they came; a byte order mark is not part of the text. Bytes that are UTF-8 but for a few bad places keep
    their text with U+FFFD there, and the encoding says so. Raises `Undecodable` when the bytes are binary, or do not fit `encoding`.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _patched(data[len(mark) :], name, " (byte order mark)")
    if declared is not None and (decoded := _as_declared(data, declared)):
        return decoded
    if b"\0" in data:
        return _wide(data)
    return _utf8(data) or _guess(data)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        where = f" at byte {error.start + 1}" if isinstance(error, UnicodeDecodeError) else ""
        raise Undecodable(f"is not {encoding}{where}; leave --encoding out to have it detected") from None
    return Decoded(text.removeprefix("\ufeff"), encoding.lower())


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    """A page may declare an encoding that does not exist, or another one than it uses: then its bytes decide."""
    try:
        name = codecs.lookup(declared).name
        if name in ("iso8859-1", "cp1252", "ascii"):
            # What is left over from a template. Bytes that happen to be UTF-8 are UTF-8; otherwise browsers read windows-1252.
            if (utf8 := _utf8(data)) and not data.isascii():
                return utf8
            said = declared.strip().lower()
            return Decoded(data.decode("cp1252"), f"windows-1252 ({'declared' if said == 'windows-1252' else f'declared as {said}'})")
        return Decoded(data.decode(name), f"{declared.strip().lower()} (declared)") if name in _DECLARABLE else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _patched(data: bytes, encoding: str, note: str = "") -> Decoded:
    text = data.decode(encoding, "replace")
    own = data.count("\ufffd".encode(encoding)) if encoding.startswith("utf") else 0
    bad = text.count("\ufffd") - own
    places = f" ({bad} bad {'place' if bad == 1 else 'places'} replaced)" if bad > 0 else ""
    return Decoded(text, f"{encoding}{note}{places}")


def _wide(data: bytes) -> Decoded:
    """Plain text holds no NUL bytes, unless it is UTF-16 without its mark: then every other byte of English is one."""
    half = len(data) // 2
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and high.count(0) > 0.7 * half and data.count(0) - high.count(0) < 0.01 * half:
            return _patched(data, encoding, " (assumed)")
    raise Undecodable("is a binary file (it has NUL bytes)")


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, even with a byte cut or pasted wrong, as long as more of it is right; None when it is something else.

    In another encoding hardly any non-ASCII byte starts a valid sequence, so one good character weighs more than one bad.
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return _patched(data, "utf-8") if good >= bad else None


def _guess(data: bytes) -> Decoded:
    first = _NON_ASCII.search(data)
    start = max(0, first.start() - 1000) if first else 0
    name = _likeliest(data[start : start + _SAMPLE])
    try:
        return Decoded(data.decode(name), f"{name} (assumed)")
    except (LookupError, UnicodeError):
        return _patched(data, "windows-1252", " (assumed)")


def _likeliest(sample: bytes) -> str:
    """A page of English has a dozen bytes to tell by; with so little evidence it is one of the two encodings English is stored in."""
    import chardet  # 80 ms the first time, so only when it is needed

    web = chardet.detect(sample, encoding_era=chardet.EncodingEra.MODERN_WEB | chardet.EncodingEra.LEGACY_MAC, prefer_superset=True)
    if web["encoding"] is None or web["confidence"] < 0.1:
        web = chardet.detect(sample, include_encodings=["windows-1252", "mac-roman"], prefer_superset=True)
    return {"macroman": "mac-roman"}.get((web["encoding"] or "windows-1252").lower(), (web["encoding"] or "windows-1252").lower())


def wide(head: bytes, encoding: str | None) -> str | None:
    """The encoding, if characters take two or four bytes in it: such files cannot be cut into lines before they are decoded."""
    if encoding is not None:
        return encoding if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")) else None
    named = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    return None if named == "utf-8" else named[:6]


def likely(head: bytes) -> str:
    """The encoding of a file by its first bytes, in which a character may be cut."""
    try:
        head.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        return "utf-8" if error.end >= len(head) - 3 else decode(head.replace(b"\0", b"")).encoding.split(" ")[0]
