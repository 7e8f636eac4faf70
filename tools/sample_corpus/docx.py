"""The forms that come as DOCX: pre-publications, a ministry's letter, a transcript, a Flemish answer."""

from __future__ import annotations

from collections.abc import Iterable

from tools.sample_corpus.pdf import sv_answer_head, sv_head
from tools.sample_corpus.source import MARK, Block, Source
from tools.sample_corpus.word import package, page_break, paragraph, table


def render(source: Source) -> bytes:
    body = {"ah-docx": _ah, "kv-docx": _kv, "ministerie-docx": _ministry, "sv-docx": _sv}.get(
        source.form, _plain
    )
    # The mark stands in the footer of every page: in the text it would read as part of the last answer.
    notes = {} if source.form == "kv-docx" else source.notes
    title = source.get("titel") or source.file.removesuffix(".docx")
    return package(body(source), notes, MARK, title, source.made)


def body_of(blocks: Iterable[Block], *, spaced: bool = True, numbered_heads: bool = False) -> str:
    out: list[str] = []
    rows: list[tuple[str, ...]] = []
    for block in [*blocks, Block("page")]:
        if rows and block.kind != "row":
            out.append(table(rows))
            rows = []
        if block.kind == "row":
            rows.append(block.cells)
        elif block.kind in ("head", "subhead"):
            level = 0 if block.kind == "head" else 1
            out.append(paragraph(block.text, f"Heading{level + 1}", (3, level) if numbered_heads else None))
        elif block.kind == "bullet":
            out.append(paragraph(block.text, "ListParagraph", (1, 0)))
        elif block.kind == "item":
            out.append(paragraph(block.text, "ListParagraph", (2, 0)))
        elif block.kind == "page":
            out.append(page_break())
        else:
            out.append(paragraph(block.text))
            if spaced and block.kind == "para":
                out.append(paragraph())
    return "".join(out[:-1])


def _ah(source: Source) -> str:
    head = [source["nummer"], source["zaak"], source["kop"]]
    return "".join(paragraph(text) for text in head) + paragraph() + body_of(source.blocks)


def _kv(source: Source) -> str:
    """The first days of a question: Word numbers the questions itself, sources stand as "1) ..." below."""
    head = (source["zaak"], "", source["ingezonden"], "", source["kop"], "")
    tail = [paragraph(f"{n}) {text}") for n, text in sorted(source.notes.items())]
    return "".join(paragraph(text) for text in head) + body_of(source.blocks) + paragraph() + "".join(tail)


def _ministry(source: Source) -> str:
    settings = source.settings
    frame = table([["\n".join(settings["adres"]), "\n".join(settings["colofon"])]], lined=False)
    letter = [*settings["briefhoofd"], "", *settings["brief"], ""]
    text = frame + "".join(paragraph(line) for line in letter)
    if source.get("bijlagetitel"):
        text += page_break() + paragraph(source["bijlagetitel"]) + paragraph()
    return text + body_of(source.blocks, numbered_heads=bool(settings.get("genummerd")))


def _sv(source: Source) -> str:
    question = body_of((*sv_head(source), *source.question), spaced=False)
    answer = body_of((*sv_answer_head(source), *source.answer), spaced=False)
    return question + (page_break() + answer if source.answer else "")


def _plain(source: Source) -> str:
    return body_of(source.blocks)
