"""Safe HTML and Markdown from plain text. Every character of a document is escaped here; nothing of it is markup."""

import re
from html import escape

from kb.model.document import Section
from ui.safe_text import safe

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&])")
_CODE = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"\w+")
_WORD_OR_NOT = re.compile(r"\w+|\W+")
_SMALL = frozenset(
    """de het een van voor met aan bij door naar over uit zijn wordt worden niet ook dan die dat deze dit als wat wie
    hoe welke waar the and for with from are was were what who how when where which that this have has not""".split()
)
_PARAGRAPH = re.compile(r"\n{2,}")


def label(text: str) -> str:
    """Plain text for a place where Streamlit reads Markdown (labels of buttons): on one line, every sign escaped."""
    return _MARKDOWN.sub(r"\\\1", " ".join(safe(text).split()))


def element(tag: str, inner: str, classes: str = "", **attributes: str) -> str:
    """``inner`` is HTML already; values of attributes are plain text. ``aria_label`` becomes aria-label.

    No control character or direction mark comes through.
    """
    given = {"class": classes, **{name.replace("_", "-"): value for name, value in attributes.items()}}
    written = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
    return safe(f"<{tag}{written}>{inner}</{tag}>")


def paragraphs(text: str, mark: tuple[int, int] | None = None) -> str:
    """``text`` as paragraphs; ``mark`` (start, end) in characters is set in ``<mark>``, also across paragraphs.

    A mark outside the text, or an empty one, is left out: nothing is marked where nothing stands.
    """
    start, end = mark if mark and 0 <= mark[0] < mark[1] <= len(text) else (0, 0)
    out: list[str] = []
    at = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        inner = _marked(text[at:stop], max(start, at) - at, min(end, stop) - at)
        if text[at:stop].strip():
            out.append(element("p", inner))
        at = gap.end() if gap else stop
    return "".join(out)


def _marked(text: str, start: int, end: int) -> str:
    if start >= end:
        return _lines(text)
    return f"{_lines(text[:start])}<mark>{_lines(text[start:end])}</mark>{_lines(text[end:])}"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def with_words_marked(text: str, query: str) -> str:
    """``text`` as paragraphs, with the words that hold a word of ``query`` marked, also as part of a compound.

    Only to help the eye: what was found, and why, is the search's own affair.
    """
    sought = [_stem(word) for word in _WORD.findall(query.casefold()) if len(word) > 2 and word not in _SMALL]
    if not sought:
        return paragraphs(text)
    inner = "".join(
        f"<mark>{escape(part)}</mark>" if _WORD.fullmatch(part) and _holds(part, sought) else escape(part)
        for part in _WORD_OR_NOT.findall(text)
    )
    return "".join(element("p", one.replace("\n", "<br>")) for one in _PARAGRAPH.split(inner) if one.strip())


def _stem(word: str) -> str:
    """Without the ending that a plural or a verb form adds, where enough is left."""
    return next(
        (word[: -len(end)] for end in ("en", "s", "e") if word.endswith(end) and len(word) - len(end) > 3), word
    )


def _holds(word: str, sought: list[str]) -> bool:
    folded = word.casefold()
    return any(folded.startswith(one) or (len(one) > 4 and one in folded) for one in sought)


def coded(text: str) -> str:
    """A sentence of ours, with what stands in `backticks` as code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def section_html(section: Section, mark: tuple[int, int] | None = None) -> str:
    """Heading and text; tables and lists keep their lines."""
    heading = element("h4", escape(section.heading)) if section.heading else ""
    return heading + paragraphs(section.text, mark)


def definitions(rows: list[tuple[str, str]]) -> str:
    """Label and value in two columns; both plain text."""
    inner = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows)
    return element("dl", inner, "facts")
