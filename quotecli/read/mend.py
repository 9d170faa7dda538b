"""Marks that a wrong decoding has broken, where it is certain what they were: nothing else of a text is touched.

Two cases, both of Windows: its marks as C1 control characters, where quotation marks are among them (one character stays one), and
UTF-8 that was read as Windows' encoding (“â€œ” for ““”), which is told by marks that no language writes. Offsets count in the mended text.
"""

from __future__ import annotations

import re

SURROGATE = re.compile("[\ud800-\udfff]")
_C1 = re.compile("[\x91-\x94]")
# Without \x8b and \x9b: the second begins a control sequence, and what sends one means no guillemet.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0) if code not in (0x8B, 0x9B)}
# UTF-8's second and third bytes as windows-1252 shows them; five of its bytes have no character, and stay control characters.
_TAIL = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0))
_BYTES = {ord(sign): 0x80 + number for number, sign in enumerate(_TAIL)}
_CERTAIN = re.compile("â€[œ\x9d™˜“”¦]")
_READ_WRONGLY = re.compile(f"[\xc3-\xdf][{re.escape(_TAIL)}]|[\xe0-\xef][{re.escape(_TAIL)}]{{2}}|Â[\xa0-\xbf]")


def mended(text: str, exact: bool = False) -> tuple[str, str]:
    """The text, and what was mended in it: "" of most; if `exact`, only what keeps its length."""
    if text.isascii():
        return text, ""
    if not exact and _CERTAIN.search(text):
        return _READ_WRONGLY.sub(_right, text), "UTF-8 that had been read as windows-1252 mended"
    if _C1.search(text):
        return text.translate(_WINDOWS), "control characters read as the marks of windows-1252"
    return text, ""


def _right(found: re.Match[str]) -> str:
    """The character that the signs were, if they were one."""
    data = bytes([ord(found[0][0]), *(_BYTES[ord(sign)] for sign in found[0][1:])])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
