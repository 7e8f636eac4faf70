"""XML of the official publications (officiele-publicatie): kamervragen old and new, kamerstukken, handelingen.

Other XML is read in the same way: every element that holds text is a paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ingest.formats.encoding import decode
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.formats.quality import text_problems
from ingest.formats.safe_xml import parse_xml
from ingest.formats.sniff import XML
from kb.errors import InputError, NoTextError
from kb.model.document import Problem

_HEADINGS = frozenset(
    ("titel", "item-titel", "onderwerp", "tussenkop", "kop", "subtitel", "intitule", "stuknr", "spreker", "nr", "kopje")
)
_NOTE = frozenset(("noot", "voetnoot", "eindnoot"))
_INLINE = frozenset(
    (
        "nadruk sup inf extref intref extref-groep naam achternaam voornaam voorvoegsels datum kamervraagonderwerp"
        " politiek functie ondernummer dossiernr marge unl ovl noot voetnoot eindnoot sub b i em strong a span"
        " raadpleging begindatum einddatum organisatie"
    ).split()
)
_NOTE_NUMBER = frozenset(("noot.nr", "nootnr", "noot-nr", "voetnoot.nr"))
_SKIP = frozenset(("metadata", "meta", "nootref", "colspec", "plaatje", "illustratie")) | _NOTE_NUMBER
_HEADING_TEXT = re.compile(r"^(?:vraag|vragen|antwoord|antwoorden)\b[\s\d,.:en/tm-]*$", re.IGNORECASE)
_MAX_DEPTH = 200
_MAX_BYTES = 20_000_000


def read_xml(data: bytes) -> Extracted:
    """Lines of the publication; raises InputError for XML that is not well-formed, NoTextError for one without text."""
    if len(data) > _MAX_BYTES:
        raise InputError(f"The XML is {len(data) // 1_000_000} MB, larger than any publication.", "Split it.")
    root, problems = _root(data)
    lines = tuple(_Reader().lines(root))
    if not any(line.text for line in lines):
        raise NoTextError("The XML holds no text.", "Check that the right file was fetched.")
    return Extracted(XML, lines, None, tuple(_properties(root)), (), (*problems, *text_problems(lines)))


def _root(data: bytes) -> tuple[Any, list[Problem]]:
    if data.lstrip(b" \t\r\n\xef\xbb\xbf")[:1] == b"<" and not _double_encoded(data):
        try:
            return parse_xml(data.lstrip(b" \t\r\n") if not data.startswith(b"\xef\xbb\xbf") else data), []
        except InputError:
            if b"<!ENTITY" in data or _declares_utf8(data):
                raise
    text, problems = decode(data)
    begin = text.find("<")  # a byte order mark read as text stands before it
    body = re.sub(r"^<\?xml[^>]*\?>", "", text[begin:]) if begin >= 0 else text
    return parse_xml(body.strip()), problems


def _double_encoded(data: bytes) -> bool:
    return len(re.findall(rb"\xc3\x83\xc2|\xc3\xa2\xe2\x82\xac|\xc3\xaf\xc2\xbb\xc2\xbf", data)) >= 2


def _declares_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _properties(root: Any) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        tag = _tag(element)
        if tag == "meta" and element.get("name"):
            value = element.get("content") or "".join(element.itertext())
            if value.strip():
                yield str(element.get("name")), " ".join(value.split())[:1_000]
        elif tag in ("tekstregel", "datum") and (element.get("inhoud") or element.get("isodatum")):
            key = element.get("inhoud") or "datum"
            yield key, element.get("isodatum") or " ".join("".join(element.itertext()).split())
        elif tag in ("kamervraagnummer", "dossiernr", "ondernummer", "kamervraagonderwerp"):
            yield tag, " ".join("".join(element.itertext()).split())[:1_000]


def _tag(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


class _Reader:
    def __init__(self) -> None:
        self._notes: list[Line] = []

    def lines(self, root: Any) -> Iterator[Line]:
        return (line for line in self._noted(self._block(root, 0, "")) if line.text or line.label)

    def _noted(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Each line with the notes that stood in it behind it."""
        for line in lines:
            yield line
            notes, self._notes = self._notes, []
            yield from notes
        notes, self._notes = self._notes, []
        yield from notes

    def _block(self, element: Any, depth: int, anchor: str) -> Iterator[Line]:
        if depth > _MAX_DEPTH:
            raise InputError("The XML nests its parts deeper than any document does.", "Check where it comes from.")
        tag = _tag(element)
        anchor = element.get("id") or element.get("{http://www.w3.org/XML/1998/namespace}id") or anchor
        if not tag or tag in _SKIP:
            return
        if tag in ("vraag", "antwoord"):
            yield from self._question_or_answer(element, tag, depth, anchor)
        elif tag == "li":
            yield from self._item(element, depth, anchor)
        elif tag in ("row", "tr"):
            cells = ["\n".join(line.text for line in self._block_or_text(cell, depth, "")) for cell in element]
            row = "\t".join(" ".join(cell.split()) for cell in cells)
            yield Line(row if row.strip() else "", LineKind.TABLE_ROW, None, True, anchor=anchor)
        elif tag == "ondertekening" and len(element) and not (element.text or "").strip():
            for child in element:  # office, name: the name's parts stand apart from each other
                parts = [self._text(part) for part in child if _tag(part)] or [self._text(child)] if _tag(child) else []
                tail = " ".join((child.tail or "").split())
                for text in (" ".join(" ".join(parts).split()), tail):
                    yield Line(text, LineKind.TEXT, None, True, anchor=anchor)
        elif tag == "kop":
            text = " ".join(self._text(child) for child in element if _tag(child) not in _SKIP)
            yield Line(" ".join(text.split()) or self._text(element), LineKind.HEADING, None, True, anchor=anchor)
        else:
            yield from self._block_or_text(element, depth, anchor)

    def _block_or_text(self, element: Any, depth: int, anchor: str) -> Iterator[Line]:
        blocks = [child for child in element if _tag(child) and _tag(child) not in _INLINE | _SKIP]
        if not blocks:
            kind = LineKind.HEADING if _tag(element) in _HEADINGS else LineKind.TEXT
            yield Line(self._text(element), kind, None, True, anchor=anchor)
            return
        yield from self._mixed(element, depth, anchor)

    def _mixed(self, element: Any, depth: int, anchor: str) -> Iterator[Line]:
        """Blocks, with the text between them as paragraphs of its own."""
        loose = [element.text or ""]
        for child in element:
            tag = _tag(child)
            if tag in _NOTE:
                self._notes.append(self._note(child))
            elif not tag or tag in _INLINE | _SKIP:
                loose.append(self._text(child) if tag and tag not in _SKIP else "")
            else:
                if "".join(loose).strip():
                    yield Line(" ".join("".join(loose).split()), whole=True, anchor=anchor)
                loose = []
                yield from self._block(child, depth + 1, anchor)
            loose.append(child.tail or "")
        if "".join(loose).strip():
            yield Line(" ".join("".join(loose).split()), whole=True, anchor=anchor)

    def _question_or_answer(self, element: Any, tag: str, depth: int, anchor: str) -> Iterator[Line]:
        """Always opened by a heading: the one given ("Vraag 1"), or made of the element's name and number."""
        inner = [line for child in element for line in self._noted(self._block(child, depth + 1, anchor))]
        if (element.text or "").strip() and not inner:
            inner = [Line(self._text(element), whole=True, anchor=anchor)]
        first = next((n for n, line in enumerate(inner) if line.text), None)
        name = tag.capitalize()
        if first is not None and _HEADING_TEXT.match(inner[first].text):
            yield Line(inner[first].text, LineKind.HEADING, None, True, anchor=inner[first].anchor)
            del inner[first]
        elif first is not None and inner[first].kind is LineKind.HEADING and inner[first].text[:1].isdigit():
            yield Line(f"{name} {inner[first].text}", LineKind.HEADING, None, True, anchor=anchor)
            del inner[first]
        else:
            number = element.get("nr") or element.get("nummer") or ""
            yield Line(f"{name} {number}".strip(), LineKind.HEADING, None, True, anchor=anchor)
        yield from inner

    def _item(self, element: Any, depth: int, anchor: str) -> Iterator[Line]:
        label = next((self._text(child) for child in element if _tag(child) == "li.nr"), "")
        first = True
        for child in element:
            if _tag(child) == "li.nr":
                continue
            for line in self._block(child, depth + 1, anchor):
                if first and line.kind is LineKind.TEXT:
                    yield Line(line.text, LineKind.LIST_ITEM, None, True, label or "•", anchor=line.anchor)
                    first = False
                else:
                    yield line
        if first and (element.text or "").strip():
            yield Line(self._text(element), LineKind.LIST_ITEM, None, True, label or "•", anchor=anchor)

    def _text(self, element: Any) -> str:
        parts: list[str] = []
        self._gather(element, parts, 0)
        return re.sub(r"\s+([:;,.)])", r"\1", re.sub(r"\(\s+", "(", " ".join("".join(parts).split())))

    def _gather(self, element: Any, parts: list[str], depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        parts.append(element.text or "")
        for child in element:
            tag = _tag(child)
            if tag in _NOTE:
                self._notes.append(self._note(child))
            elif tag and tag not in _SKIP:
                self._gather(child, parts, depth + 1)
            parts.append(child.tail or "")

    def _note(self, element: Any) -> Line:
        number = next((part for part in element.iter() if _tag(part) in _NOTE_NUMBER), None)
        label = "".join(number.itertext()).strip() if number is not None else element.get("nr") or ""
        text = "".join(_note_text(element))
        return Line(" ".join(text.split()), LineKind.NOTE, None, True, label, anchor=element.get("id") or "")


def _note_text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _tag(child) not in _NOTE_NUMBER:
            yield from _note_text(child)
        yield child.tail or ""
