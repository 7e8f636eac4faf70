"""The text of one Word paragraph: what is shown; its notes, text boxes, deletions and hidden parts apart."""

from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Wrappers whose children stand where the wrapper stands
BLOCKS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent"))
_GONE = frozenset(
    W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr")
)
_SIGNS = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_MAX_DEPTH = 80


@dataclass(slots=True)
class Piece:
    """``text`` holds line breaks as "\\n"; ``notes`` are (kind, id) in order; ``boxes`` text box contents."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    bookmark: str = ""


def pieces_of(paragraph: Any) -> Piece:
    piece = Piece()
    parts: list[str] = []
    _walk(paragraph, piece, parts, 0)
    piece.text = "".join(parts)
    return piece


def _walk(element: Any, piece: Piece, parts: list[str], depth: int) -> None:
    if depth > _MAX_DEPTH:
        return
    for child in element.iterchildren():
        tag = child.tag
        if not isinstance(tag, str) or _set_apart(child, tag, piece):
            continue
        if tag == W + "t":
            parts.append(child.text or "")
        elif tag in _SIGNS:
            if not (tag == W + "br" and child.get(W + "type") in ("page", "column")):
                parts.append(_SIGNS[tag])
        elif tag == W + "sym":
            parts.append(_symbol(child.get(W + "char") or ""))
        elif tag == _MC + "AlternateContent":
            chosen = next(child.iterchildren(_MC + "Choice"), None)
            chosen = chosen if chosen is not None else next(child.iterchildren(_MC + "Fallback"), None)
            if chosen is not None:
                _walk(chosen, piece, parts, depth + 1)
        else:
            _walk(child, piece, parts, depth + 1)


def _set_apart(child: Any, tag: str, piece: Piece) -> bool:
    """Takes what is no running text of the paragraph; False where the element is none of that."""
    if tag in (W + "del", W + "moveFrom"):
        gone = "".join(text.text or "" for text in child.iter(W + "delText", W + "t"))
        piece.dropped.append((gone, "tracked deletion"))
    elif tag == W + "r" and _is_hidden(child):
        piece.dropped.append(("".join(text.text or "" for text in child.iter(W + "t")), "hidden text"))
    elif tag in (W + "footnoteReference", W + "endnoteReference"):
        piece.notes.append((tag[len(W) : -len("Reference")], child.get(W + "id") or ""))
    elif tag == W + "txbxContent":
        piece.boxes.append(child)
    elif tag == W + "bookmarkStart":
        name = child.get(W + "name") or ""
        if not piece.bookmark and not name.startswith("_"):
            piece.bookmark = name
    else:
        return tag in _GONE
    return True


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val") not in ("0", "false", "off")


def _symbol(code: str) -> str:
    """A character of a symbol font: most are bullets and arrows; letters of such fonts mean nothing as text."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= value <= 0xF0FF else chr(value) if 0x20 <= value < 0xD800 else ""
