"""Bytes to text: the encoding is told from the bytes, and damage that was done before is reported."""

import codecs
import re

from kb.model.document import Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 that was read as cp1252: "Ã«" for "ë", "â€™" for "’"
_MOJIBAKE = re.compile(r"Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ\u009d“”˜¦¢\u009c]|Â[«»°§ ]|ï»¿")


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text, without a byte order mark, line ends as "\\n"; problems tell of an encoding that was guessed."""
    text, problems = _decode(data)
    found = len(_MOJIBAKE.findall(text))
    if found >= 2:
        repaired = _repair(text)
        if repaired is not None:
            text = repaired
            problems.append(
                Problem("mojibake_repaired", "The text was UTF-8 read as Windows-1252 once; that was undone.")
            )
        else:
            problems.append(
                Problem(
                    "mojibake",
                    f"The text holds {found} signs of a wrong encoding (such as 'Ã«' for 'ë').",
                    "Fetch the file from its source again.",
                )
            )
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), problems


def _decode(data: bytes) -> tuple[str, list[Problem]]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, errors="replace"), []
    if _looks_like_utf16(data):
        name = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
        return data.decode(name, errors="replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            problem = Problem("encoding", f"Some bytes are not UTF-8 (the first at {error.start}); they were replaced.")
            return data.decode("utf-8", errors="replace"), [problem]
    problem = Problem("encoding", "The text is not UTF-8; it was read as Windows-1252 (Western European).")
    return data.decode("cp1252", errors="replace"), [problem]


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:4_000]
    return len(head) >= 8 and max(head[::2].count(0), head[1::2].count(0)) > len(head) * 0.3


def _mostly_utf8(data: bytes) -> bool:
    """True where most bytes above 127 form right UTF-8: a few were damaged, the encoding is still UTF-8."""
    head = data[:1_000_000]
    high = sum(byte > 127 for byte in head)
    wrong = head.decode("utf-8", errors="replace").count("\ufffd")
    return high > 0 and wrong < high * 0.2


def _repair(text: str) -> str | None:
    """The text with the double encoding undone; None where that does not give sound text."""
    try:
        repaired = text.lstrip("\ufeff").encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return None if _MOJIBAKE.search(repaired) else repaired
