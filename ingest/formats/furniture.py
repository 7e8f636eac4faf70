"""Running heads, feet and page numbers: known by their form, or by coming back on page after page."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.formats.lines import Dropped
from ingest.formats.printed import PrintedLine, PrintedPage, body_size

PUBLICATION = re.compile(r"^((?:ah|kv|kst|h|ag|blg|stb|stcrt)-(?:tk|ek|vv)?-?[\dA-Za-z]+(?:-[\dA-Za-z]+)*)$")
# The foot of a page of the Tweede Kamer; extractors glue its three parts in every way.
CHAMBER_FOOT = re.compile(
    r"^(?:ISSN\s*0921\s*-\s*7398)?\s*(?:[’‘'`]s-Gravenhage\s*\d{4})?\s*"
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[–-]\s?\d{4}, "
    r"(?:[^.?!\d]{1,80}?(?:\s\d{1,4})?|[\d ]{2,7}(?:[- ][IVXLC]+)?, nr\. \d+ \d{1,4})$"
)
PAGE_OF = re.compile(r"^P\s?agina\s+(\d{1,4})(?:\s+van\s+\d{1,4})?$", re.IGNORECASE)
_STUK_HEAD = re.compile(
    r"^(?:\d{1,4}(?:-[A-Z])? \(\d{4}-\d{4}\) [–-] Nr\. \d+(?:-[A-Z])? \d{1,4}"
    r"|\d{1,4} \d{1,4}(?:-[A-Z])? \(\d{4}-\d{4}\) [–-] Nr\. \d+)$"
)
_RULE = re.compile(r"^[/_=.\s]*[/_=]{20,}[/_=.\s]*$")
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (CHAMBER_FOOT, "footer"),
    (PAGE_OF, "page number"),
    (re.compile(r"^ISSN\s*0921\s*-\s*7398(?:\s*[’‘'`]s-Gravenhage\s*\d{4})?$"), "footer"),
    (re.compile(r"^[’‘'`]s-Gravenhage\s*\d{4}$"), "footer"),
    (PUBLICATION, "publication footer"),
    (_STUK_HEAD, "running head"),
    (_RULE, "rule"),
    (re.compile(r"^[-–]\s?\d{1,4}\s?[-–]$"), "page number"),
)
# Beside "Pagina 3 van 9" on the later pages of a ministry's letter: the label, and the number under it.
_LABEL = re.compile(r"^(?:Onze referentie|Ons kenmerk|Uw referentie|Datum|Kenmerk)$")
_VALUE = re.compile(r"^[\w./-]{4,30}$|^\d{1,2} \w+ \d{4}$")
# What opens a question or an answer may stand at the top of every page and is text all the same.
_TEXT = re.compile(
    r"^(?:(?:vra(?:ag|gen)|antwoord(?:en)?|mededeling|toelichting|bijlagen?|ja|nee)\b|\d{1,2}[.)]|[a-z]\))",
    re.IGNORECASE,
)
_EDGE = 4


def drop_furniture(pages: Sequence[PrintedPage]) -> tuple[tuple[PrintedPage, ...], tuple[Dropped, ...]]:
    """The pages without what the layout repeats on them, and what was taken out, with reason and page."""
    repeated = _repeated(pages)
    body = body_size(pages)
    kept: list[PrintedPage] = []
    dropped: list[Dropped] = []
    for at, page in enumerate(pages):
        reasons = _reasons(page, repeated[at], body)
        kept.append(replace(page, lines=tuple(line for n, line in enumerate(page.lines) if n not in reasons)))
        dropped += [Dropped(page.lines[n].text.strip(), reason, page.number) for n, reason in sorted(reasons.items())]
    return tuple(kept), tuple(dropped)


def known_form(text: str) -> str:
    """Why this line is furniture wherever it stands; "" where its form alone does not say so."""
    flat = " ".join(text.split())
    if len(flat) > 160:
        return "rule" if _RULE.match(flat) else ""
    return next((reason for form, reason in _FORMS if form.match(flat)), "")


def _reasons(page: PrintedPage, repeated: dict[int, str], body: float) -> dict[int, str]:
    reasons = dict(repeated)
    for n, line in enumerate(page.lines):
        reason = known_form(line.text) or ("in the margin" if _in_margin(line, page.height, body) else "")
        if reason:
            reasons[n] = reason
    for n in [n for n, reason in reasons.items() if reason == "page number"]:
        if PAGE_OF.match(" ".join(page.lines[n].text.split())):
            reasons.update(_letter_margin(page.lines, n))
    if any(_STUK_HEAD.match(" ".join(page.lines[n].text.split())) for n in reasons):
        reasons |= {n: "running head" for n in _edges(page) if page.lines[n].text.strip() == "Vlaams Parlement"}
    return reasons


def _in_margin(line: PrintedLine, height: float, body: float) -> bool:
    """Small type at the very edge of the paper, where no text is set."""
    if not (height and line.y and line.text.strip() and line.size < body * 0.85):
        return False
    return line.y < height * 0.035 or line.y > height * 0.975


def _letter_margin(lines: Sequence[PrintedLine], at: int) -> dict[int, str]:
    """The reference that stands under the page number: label and value, with blank lines between."""
    found: dict[int, str] = {}
    following = [n for n in range(at + 1, len(lines)) if not lines[n].is_blank][:6]
    for label, value in itertools.pairwise(following):
        if label in found:
            continue
        if not (_LABEL.match(lines[label].text.strip()) and _VALUE.match(lines[value].text.strip())):
            break
        found[label] = found[value] = "running head"
    return found


def _repeated(pages: Sequence[PrintedPage]) -> list[dict[int, str]]:
    """Per page: the lines at its edges that come back on other pages, and the numbers that count the pages."""
    found: list[dict[int, str]] = [{} for _ in pages]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    numbers: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for n in _edges(page):
            text = " ".join(page.lines[n].text.split())
            if _TEXT.match(text) and not text.isdigit():
                continue
            places[text].append((at, n))
            for number in {int(digits) for digits in re.findall(r"\d{1,4}", text)}:
                numbers[re.sub(r"[0-9]+", "#", text), number - at].append((at, n))
    need = max(3, len(pages) // 3)
    for text, where in places.items():
        on = len({at for at, _ in where})
        if not text.isdigit() and (on >= need or (on == len(pages) == 2 and _same_height(pages, where))):
            _note(found, where, "repeated on every page")
    for (form, _), where in numbers.items():
        bare = form == "#"
        if len({at for at, _ in where}) >= (max(3, (len(pages) * 3) // 5) if bare else need):
            _note(found, where, "page number" if bare else "running head")
    return found


def _same_height(pages: Sequence[PrintedPage], where: Sequence[tuple[int, int]]) -> bool:
    heights = [pages[at].lines[n].y for at, n in where]
    return min(heights) > 0 and max(heights) - min(heights) < 1


def _note(found: list[dict[int, str]], where: Iterable[tuple[int, int]], reason: str) -> None:
    for at, n in where:
        found[at].setdefault(n, reason)


def _edges(page: PrintedPage) -> set[int]:
    """Indexes of the lines at the top and the foot: by place on the paper where known, and by order."""
    filled = [n for n, line in enumerate(page.lines) if not line.is_blank]
    edges = {*filled[:_EDGE], *filled[-_EDGE:]}
    if page.height:
        margins = (page.height * 0.12, page.height * 0.92)
        edges |= {n for n in filled if 0 < page.lines[n].y < margins[0] or page.lines[n].y > margins[1]}
    return edges
