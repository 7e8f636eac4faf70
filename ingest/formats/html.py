"""HTML: the main content as lines, with headings, lists, tables, notes and anchors."""

import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.formats.encoding import decode
from ingest.formats.html_content import main_content, take_notes
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.formats.quality import text_problems
from ingest.formats.sniff import HTML
from kb.errors import InputError, NoTextError
from kb.model.document import Problem

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_BLOCKS = frozenset(
    (
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer"
        " form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th"
        " thead tr ul caption"
    ).split()
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NESTING = re.compile(
    r"<(/?)(?:div|span|table|ul|ol|blockquote|section|article|font|b|i|em|strong|a|dl|center)\b", re.I
)
_MAX_DEPTH = 200
_MAX_NESTING = 1_500  # the parser's time grows with the square of it
_MAX_BYTES = 10_000_000


def read_html(data: bytes) -> Extracted:
    """Lines of the main content; raises NoTextError where the page holds none."""
    from bs4 import BeautifulSoup

    if len(data) > _MAX_BYTES:
        raise InputError(f"The page is {len(data) // 1_000_000} MB, larger than any document.", "Save it as text.")
    text, problems = _decoded(data)
    if _depth(text) > _MAX_NESTING:
        raise InputError("The page nests its parts deeper than any document does.", "Save it as text and add that.")
    with warnings.catch_warnings():  # XHTML, and text that looks like an address, are no news here
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(_DECLARATION.sub("", text.replace("\x00", "")), "lxml")
    properties = tuple(_properties(soup))
    notes = take_notes(soup)
    content, dropped = main_content(soup)
    walker = _Walker()
    lines = (*walker.lines(content), *notes)
    if not any(line.text for line in lines):
        raise NoTextError(
            "The page holds no text.", "It may be filled by a script: save it from the browser and add that."
        )
    return Extracted(HTML, lines, None, properties, dropped, (*problems, *text_problems(lines)))


def _decoded(data: bytes) -> tuple[str, list[Problem]]:
    """By byte order mark, else by the page's own word where the bytes agree with it, else as any text."""
    declared = _CHARSET.search(data[:4_096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii")
        if name.lower() not in ("utf-8", "utf8", "utf-16"):
            name = "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else name
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                try:
                    return data.decode(name), []
                except (LookupError, UnicodeDecodeError):
                    return decode(data)
    return decode(data)


def _depth(text: str) -> int:
    """The deepest nesting of the tags that do not close by themselves."""
    depth = deepest = 0
    for tag in _NESTING.finditer(text):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _properties(soup: "BeautifulSoup") -> Iterator[tuple[str, str]]:
    if soup.title and soup.title.get_text(strip=True):
        yield "title", " ".join(soup.title.get_text().split())[:1_000]
    html = soup.find("html")
    if html is not None and html.get("lang"):
        yield "language", str(html.get("lang"))
    for meta in soup.find_all("meta", limit=200):
        key = meta.get("name") or meta.get("property")
        value = meta.get("content")
        if key and value:
            yield str(key), " ".join(str(value).split())[:1_000]
    canonical = soup.find("link", rel="canonical")
    if canonical is not None and canonical.get("href"):
        yield "canonical", str(canonical.get("href"))


class _Walker:
    """Goes through the tree once; inline text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self._found: list[Line] = []
        self._inline: list[str] = []
        self._kind = LineKind.TEXT
        self._level = 0
        self._label = ""
        self._anchor = ""

    def lines(self, root: Any) -> tuple[Line, ...]:
        self._walk(root, 0, False)
        self._flush()
        return tuple(self._found)

    def _flush(self) -> None:
        rows = [" ".join(row.split()) for row in "".join(self._inline).split("\n")]
        self._inline = []
        for row in rows:
            if row:
                kind = LineKind.LIST_ITEM if self._label else self._kind
                self._found.append(Line(row, kind, None, True, self._label, self._level, self._anchor))
                self._label = ""

    def _walk(self, node: Any, depth: int, pre: bool) -> None:
        if depth > _MAX_DEPTH:
            self._inline.append(" " + " ".join(node.get_text(" ").split()) + " ")
            return
        for child in node.children:
            name = getattr(child, "name", None)
            if name is None:
                if type(child).__name__ == "NavigableString":
                    text = str(child)
                    self._inline.append(text if pre else text.replace("\n", " "))
            elif name == "br":
                self._inline.append("\n")
            elif name not in _BLOCKS:
                self._remember(child)
                self._walk(child, depth + 1, pre)
            else:
                self._flush()
                self._block(child, name, depth, pre or name == "pre")
                self._flush()

    def _remember(self, node: Any) -> None:
        anchor = node.get("id") or (node.get("name") if node.name == "a" else "")
        if anchor:
            self._anchor = str(anchor)

    def _block(self, node: Any, name: str, depth: int, pre: bool) -> None:
        self._remember(node)
        if name in ("ol", "ul"):
            self._list(node, name, depth)
        elif name == "tr":
            self._row(node, depth)
        elif re.fullmatch(r"h[1-6]", name):
            kind, level = self._kind, self._level
            self._kind, self._level = LineKind.HEADING, int(name[1])
            self._walk(node, depth + 1, pre)
            self._flush()
            self._kind, self._level = kind, level
        else:
            self._walk(node, depth + 1, pre)

    def _list(self, node: Any, name: str, depth: int) -> None:
        number = _whole(node.get("start"), 1)
        level, self._level = self._level, self._level + 1
        for child in node.children:
            if getattr(child, "name", None) is None:
                continue
            self._flush()
            if child.name == "li":
                number = _whole(child.get("value"), number)
                self._label = f"{_shown(number, str(node.get('type') or '1'))}." if name == "ol" else "•"
                number += 1
                self._block(child, "li", depth + 1, False)
                self._flush()
                self._label = ""
            else:
                self._walk(child, depth + 1, False)
        self._level = level

    def _row(self, node: Any, depth: int) -> None:
        cells = node.find_all(["td", "th"], recursive=False)
        texts = [" ".join(cell.get_text(" ").split()) for cell in cells]
        if any(cell.find("table") for cell in cells) or max(map(len, texts), default=0) > 1_500 or len(cells) < 2:
            self._walk(node, depth + 1, False)
        elif any(texts):
            self._found.append(Line("\t".join(texts), LineKind.TABLE_ROW, None, True, anchor=self._anchor))


def _whole(value: Any, default: int) -> int:
    text = str(value or "")
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else default


def _shown(number: int, form: str) -> str:
    from ingest.formats.docx_numbering import roman

    if form in ("a", "A") and 0 < number <= 26:
        return chr(ord(form) + number - 1)
    if form in ("i", "I"):
        return roman(number) if form == "i" else roman(number).upper()
    return str(number)
