"""What of a web page is its content: navigation, scripts and cookie texts apart, footnotes found by their links."""

import re
from typing import TYPE_CHECKING, Any

from ingest.formats.lines import Dropped, Line, LineKind

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "button", "input")
_FRAME = {"nav": "navigation", "footer": "page footer", "aside": "sidebar", "form": "form", "dialog": "dialog"}
_ROLES = {
    "navigation": "navigation",
    "banner": "page head",
    "contentinfo": "page footer",
    "complementary": "sidebar",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
_WORDS = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent|navigation|nav|navbar|\w*menu|breadcrumbs?|crumb|kruimelpad|skip-?links?|skip|sidebar"
    r"|share|sharing|sharedaddy|social|deel|delen|note-close|banner|paginering|pagination|print|feedback|footer|masthead"
    r"|site-header|comments|comment-list|reacties)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Lists of other pages; only where they are little more than links.
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|gerelateerd\w*|lees-?ook|zie-?ook|see-?also|page-?links|read-?more)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_LINK = re.compile(r"(?:^|[\s_-])(?:visually-hidden|sr-only|screen-reader-text)(?:$|[\s_-])", re.IGNORECASE)
_FOLDED = re.compile(r"accordion|collaps|tab-?panel|tab-?content|toggle|expand|faq|uitklap", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # CybotCookiebotDialog, breadCrumbNav
_MAIN = ("main", "article")
_MOST_NOTES = 3_000
_MARK = re.compile(r"^[\[(]?(\d{1,3}|\*{1,3}|[a-z])[\])]?$")
_NOTE_WORDS = re.compile(r"noot|noten|note|footnote|fn\d|fnref|voet", re.IGNORECASE)


def main_content(soup: "BeautifulSoup") -> tuple[Any, tuple[Dropped, ...]]:
    """The element that holds the content, and the text that was left out with the reason."""
    dropped: list[Dropped] = []
    controlled = frozenset(id for node in soup.select("[aria-controls]") for id in str(node["aria-controls"]).split())
    for node in soup.find_all(_SILENT):
        if node.decomposed or (node.name == "button" and _is_heading(node)):
            continue
        node.decompose()
    for node in soup.find_all(True):
        if node.decomposed or node.name in ("html", "body", *_MAIN):
            continue
        reason = _frame(node, controlled)
        if reason:
            _leave_out(node, reason, dropped)
    body = soup.body or soup
    chosen = _chosen(body)
    node = chosen
    while node is not body and node.parent is not None:
        for other in [*node.previous_siblings, *node.next_siblings]:
            if getattr(other, "name", None):
                _leave_out(other, "outside the main content", dropped)
        node = node.parent
    return chosen, tuple(dropped)


def _frame(node: Any, controlled: frozenset[str]) -> str:
    if node.name in _FRAME:
        return _FRAME[node.name]
    if node.name == "header" and node.find_parent(_MAIN) is None:
        return "page head" if node.find("h1") is None else ""
    if (node.get("hidden") is not None or node.get("aria-hidden") == "true") and not _folds_open(node, controlled):
        return "hidden"
    role = str(node.get("role") or "")
    if role in _ROLES:
        return _ROLES[role]
    names = " ".join((*(node.get("class") or ()), str(node.get("id") or ""))).strip()
    return _by_name(node, _HUMP.sub("-", names)) if names else ""


def _is_heading(button: Any) -> bool:
    """A button that folds its answer open is the heading over it; made one where it does not stand in one."""
    if button.find_parent(re.compile(r"^h[1-6]$")) is not None:
        button.unwrap()
        return True
    if _named(button, 3, _FOLDED) and button.find_parent(("nav", "header", "footer")) is None:
        button.name = "h3"
        return True
    return False


def _folds_open(node: Any, controlled: frozenset[str]) -> bool:
    """Whether a click shows it: an answer under its question, a tab. ``controlled`` are the ids that buttons name."""
    if node.get("hidden") == "until-found" or str(node.get("id") or "") in controlled:
        return True
    return _named(node, 3, _FOLDED)


def _named(node: Any, levels: int, words: re.Pattern[str]) -> bool:
    """Whether the class or id of the node, or of those right around it, says so."""
    around = (node, *node.parents)[:levels]
    return any(words.search(" ".join((*(each.get("class") or ()), str(each.get("id") or "")))) for each in around)


def _by_name(node: Any, names: str) -> str:
    """By class and id. A name can also say what a page is without ("no-sidebar"): what holds the page's own heading or
    its main part is never the frame."""
    if node.name == "a" and _HIDDEN_LINK.search(names):
        return "navigation"
    framed = _WORDS.search(names) and len(node.get_text()) < 6_000
    elsewhere = not framed and _ELSEWHERE.search(names) and _mostly_links(node)
    if not (framed or elsewhere) or node.find(("h1", *_MAIN)) is not None:
        return ""
    return "page frame" if framed else "links elsewhere"


def _mostly_links(node: Any) -> bool:
    linked = sum(len(link.get_text(strip=True)) for link in node.find_all("a"))
    headings = sum(len(head.get_text(strip=True)) for head in node.find_all(re.compile(r"^h[2-6]$")))
    return linked > 0.6 * max(1, len(node.get_text(strip=True)) - headings)


def _leave_out(node: Any, reason: str, dropped: list[Dropped]) -> None:
    text = " ".join(node.get_text(" ").split())
    if text:
        dropped.append(Dropped(text, reason))
    node.decompose()


def _chosen(body: Any) -> Any:
    """<main> or the one <article>, where that holds most of the text."""
    whole = len(body.get_text())
    for found in (body.find_all("main"), body.find_all(attrs={"role": "main"}), body.find_all("article")):
        if len(found) == 1 and len(found[0].get_text()) > 0.5 * whole:
            return found[0]
    return body


def take_notes(soup: "BeautifulSoup") -> tuple[Line, ...]:
    """Footnotes as NOTE lines, taken out of the tree together with their marks in the text."""
    notes = [*_official_notes(soup), *_linked_notes(soup)]
    for mark in soup.select("a.nootnum, a.noot, sup.noot"):
        mark.decompose()
    return tuple(notes)


def _official_notes(soup: "BeautifulSoup") -> list[Line]:
    """zoek.officielebekendmakingen.nl: div.noot with span.nootnum."""
    notes = []
    for node in soup.select("div.noot, li.noot, p.noot"):
        if node.decomposed:
            continue
        number = node.select_one(".nootnum, .noot-nr, .nr")
        label = number.get_text(strip=True) if number else ""
        anchor = next(
            (str(part.get("id")) for part in ([number, *number.find_all(True)] if number else []) if part.get("id")), ""
        )
        if number:
            number.decompose()
        for close in node.select(".note-close"):
            close.decompose()
        text = " ".join(node.get_text(" ").split())
        notes.append(Line(text, LineKind.NOTE, None, True, label, anchor=anchor or str(node.get("id") or "")))
        node.decompose()
    return notes


def _linked_notes(soup: "BeautifulSoup") -> list[Line]:
    """Marks that link to a note on the same page: a number, raised or named as a note."""
    notes: list[Line] = []
    targets = {str(node.get("id") or node.get("name")): node for node in reversed(soup.select("[id], a[name]"))}
    for link in soup.select('a[href^="#"]', limit=_MOST_NOTES):
        if link.decomposed:
            continue
        mark = _MARK.match(link.get_text(strip=True))
        target = str(link.get("href"))[1:]
        named = " ".join((target, str(link.get("id") or ""), *(link.get("class") or ())))
        if not mark or not target or not (link.find_parent("sup") or link.find("sup") or _NOTE_WORDS.search(named)):
            continue
        note = _note_of(targets.get(target), link)
        if note is None:
            continue
        for back in note.select('a[href^="#"]'):
            back.decompose()
        text = re.sub(rf"^[\[(]?{re.escape(mark.group(1))}[\]).]*\s+", "", " ".join(note.get_text(" ").split()))
        if text:
            notes.append(Line(text, LineKind.NOTE, None, True, mark.group(1), anchor=target))
        note.decompose()
        (link.find_parent("sup") or link).decompose()
    return notes


def _note_of(found: Any, link: Any) -> Any:
    """The block that a mark links to; None where that is no note (missing, around the mark itself, or too long)."""
    if found is None or found.decomposed:
        return None
    block = found if found.name in ("li", "p", "div", "aside", "dd") else found.find_parent(("li", "p", "div", "dd"))
    if block is None or len(block.get_text()) > 3_000 or any(part is link for part in block.descendants):
        return None
    return block
