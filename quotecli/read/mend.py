"""Marks that a wrong decoding has broken, where it is certain what they were: nothing else of a text is touched.

Two cases, both of Windows: its marks as C1 control characters, where quotation marks are among them (one character stays one), and
UTF-8 that was read as Windows' encoding (“â€œ” for ““”), which is told by marks that no language writes. Offsets count in the mended text.
"""

from __future__ import annotations

import re
from functools import cache

SURROGATE = "[\ud800-\udfff]"
_C1 = re.compile("[\x91-\x94]")
_CERTAIN = "â€[œ\x9d™˜“”¦]"


def mended(text: str, exact: bool = False) -> tuple[str, str]:
    """The text, and what was mended in it: "" of most; if `exact`, only what keeps its length."""
    if text.isascii():
        return text, ""
    if not exact and "â€" in text and re.search(_CERTAIN, text):
        tail = f"[{re.escape(''.join(map(chr, _bytes())))}]"
        read_wrongly = f"[\xc3-\xdf]{tail}|[\xe0-\xef]{tail}{{2}}|Â[\xa0-\xbf]"
        return re.sub(read_wrongly, _right, text), "UTF-8 that had been read as windows-1252 mended"
    if _C1.search(text):
        # Without \x8b and \x9b: the second begins a control sequence, and what sends one means no guillemet.
        signs = {code: _as_windows(code) for code in range(0x80, 0xA0) if code not in (0x8B, 0x9B)}
        return text.translate(signs), "control characters read as the marks of windows-1252"
    return text, ""


def _as_windows(code: int) -> str:
    """A byte as windows-1252 shows it; five of its bytes have no character, and stay control characters."""
    return bytes([code]).decode("cp1252", "ignore") or chr(code)


@cache
def _bytes() -> dict[int, int]:
    """UTF-8's second and third bytes, by the characters that windows-1252 shows for them."""
    return {ord(_as_windows(code)): code for code in range(0x80, 0xC0)}


def _right(found: re.Match[str]) -> str:
    """The character that the signs were, if they were one."""
    data = bytes([ord(found[0][0]), *(_bytes()[ord(sign)] for sign in found[0][1:])])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
