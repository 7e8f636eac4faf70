"""Word's automatic numbers, which stand nowhere in the text: counted here as Word counts them."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.formats.docx_text import W

if TYPE_CHECKING:
    from docx.document import Document

_LEVELS = 9
_HEADING = re.compile(r"^(?:heading|kop|titre|überschrift)\s*(\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # restarts after this level (1-based); 0 never
    legal: bool = False


@dataclass(slots=True)
class _Style:
    based_on: str = ""
    name: str = ""
    number: str | None = None
    level: int = 0
    outline: int | None = None


@dataclass(slots=True)
class Numbering:
    """Counts through a document: call ``next_label`` once for every paragraph, in order."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by list (num) id
    _abstract: dict[str, str] = field(default_factory=dict)  # list id -> what it counts with
    _restarting: dict[str, set[int]] = field(default_factory=dict)
    _styles: dict[str, _Style] = field(default_factory=dict)
    _default_style: str = ""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, document: "Document") -> "Numbering":
        found = cls()
        for rel in document.part.rels.values():
            if rel.is_external:
                continue
            element = getattr(rel.target_part, "element", None)
            kind = rel.reltype.rsplit("/", 1)[-1]
            if element is not None and kind == "numbering":
                found._read_lists(element)
            elif element is not None and kind == "styles":
                found._read_styles(element)
        return found

    def next_label(self, paragraph: Any, has_text: bool) -> tuple[str, int]:
        """The number or bullet shown before this paragraph ("" for none) and its level from 0.

        An empty paragraph shows its number in Word too, but it is no item; it still counts.
        """
        number, level = self._place(paragraph)
        levels = self._levels.get(number or "")
        if not number or not levels or level not in levels:
            return "", 0
        counts = self._count(number, level, levels)
        if levels[level].form == "none" or not has_text:
            return "", level
        return self._label(counts, level, levels), level

    def heading_level(self, paragraph: Any) -> int:
        """1 to 9 for headings, 0 for text."""
        outline = _value(paragraph, "pPr/outlineLvl")
        name = _value(paragraph, "pPr/pStyle") or self._default_style
        for _ in range(20):
            style = self._styles.get(name or "")
            if style is None:
                break
            match = _HEADING.match(style.name)
            if match:
                return int(match.group(1))
            if outline is None and style.outline is not None:
                outline = str(style.outline)
            name = style.based_on
        return int(outline) + 1 if outline and outline.isdigit() and int(outline) < _LEVELS else 0

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        number, level = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
        name = _value(paragraph, "pPr/pStyle") or self._default_style
        for _ in range(20):
            style = self._styles.get(name or "")
            if style is None or number is not None:
                break
            if style.number is not None:
                number, level = style.number, level or str(style.level)
            name = style.based_on
        return (None if number == "0" else number), _whole(level, 0)

    def _count(self, number: str, level: int, levels: dict[int, _Level]) -> list[int | None]:
        counts = self._counts.setdefault(self._abstract[number], [None] * _LEVELS)
        restarts = level in self._restarting.get(number, ()) and (number, level) not in self._seen
        self._seen.add((number, level))
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = levels.get(upper, _Level()).start
        current = counts[level]
        counts[level] = levels[level].start if current is None or restarts else current + 1
        for lower in range(level + 1, _LEVELS):
            restart = levels.get(lower, _Level()).restart
            if restart is None or (restart and level < restart):
                counts[lower] = None
        return counts

    def _label(self, counts: list[int | None], level: int, levels: dict[int, _Level]) -> str:
        own = levels[level]
        if own.form == "bullet":
            mark = own.text.strip()
            return mark if mark and mark.isprintable() and not "\ue000" <= mark[0] <= "\uf8ff" and mark != "o" else "•"

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            form = levels.get(at, _Level()).form
            return _shown(counts[at] or 0, "decimal" if own.legal and form != "bullet" else form)

        return re.sub(r"%([1-9])", number, own.text).strip()

    def _read_lists(self, root: Any) -> None:
        abstracts = {item.get(W + "abstractNumId") or "": item for item in root.iter(W + "abstractNum")}
        by_style = {
            link.get(W + "val"): item for item in abstracts.values() for link in item.iterchildren(W + "styleLink")
        }
        for num in root.iterchildren(W + "num"):
            number, abstract = num.get(W + "numId") or "", _value(num, "abstractNumId") or ""
            item = abstracts.get(abstract)
            if item is None:
                continue
            linked = _value(item, "numStyleLink")
            item = by_style.get(linked, item) if linked else item
            levels = {_whole(lvl.get(W + "ilvl"), 0): _level(lvl) for lvl in item.iterchildren(W + "lvl")}
            self._restarting[number] = set()
            for override in num.iterchildren(W + "lvlOverride"):
                self._override(override, number, levels)
            self._levels[number] = {at: level for at, level in levels.items() if 0 <= at < _LEVELS}
            self._abstract[number] = item.get(W + "abstractNumId") or abstract

    def _override(self, override: Any, number: str, levels: dict[int, _Level]) -> None:
        at = _whole(override.get(W + "ilvl"), 0)
        replaced = next(override.iterchildren(W + "lvl"), None)
        if replaced is not None:
            levels[at] = _level(replaced)
        start = _value(override, "startOverride")
        if start is not None:
            old = levels.get(at, _Level())
            levels[at] = _Level(old.form, old.text, _whole(start, old.start), old.restart, old.legal)
            self._restarting[number].add(at)

    def _read_styles(self, root: Any) -> None:
        for style in root.iterchildren(W + "style"):
            if style.get(W + "type") != "paragraph":
                continue
            outline = _value(style, "pPr/outlineLvl")
            self._styles[style.get(W + "styleId") or ""] = _Style(
                _value(style, "basedOn") or "",
                _value(style, "name") or "",
                _value(style, "pPr/numPr/numId"),
                _whole(_value(style, "pPr/numPr/ilvl"), 0),
                int(outline) if outline and outline.isdigit() else None,
            )
            if style.get(W + "default") == "1":
                self._default_style = style.get(W + "styleId") or ""


def _level(lvl: Any) -> _Level:
    restart = _value(lvl, "lvlRestart")
    return _Level(
        _value(lvl, "numFmt") or "decimal",
        _value(lvl, "lvlText") or "",
        _whole(_value(lvl, "start"), 1),
        None if restart is None else _whole(restart, 0),
        next(lvl.iterchildren(W + "isLgl"), None) is not None,
    )


def _value(element: Any, path: str) -> str | None:
    found = element.find("/".join(W + part for part in path.split("/")))
    value = None if found is None else found.get(W + "val")
    return None if value is None else str(value)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default


def _shown(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value < 800 else str(value)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return roman(value).upper() if form == "upperRoman" else roman(value)
    if form == "decimalZero":
        return f"{value:02d}"
    if form == "ordinal":
        return f"{value}e"
    return "" if form in ("none", "bullet") else str(value)


def roman(value: int) -> str:
    """Lower-case Roman numeral; plain digits outside 1 to 3999."""
    if not 0 < value < 4_000:
        return str(value)
    found = ""
    for size, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        found += sign * (value // size)
        value %= size
    return found
