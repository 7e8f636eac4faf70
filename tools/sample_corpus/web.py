"""The official publications as HTML page and as XML, and a plain web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from tools.sample_corpus.lines import inline
from tools.sample_corpus.source import MARK, Block, Source

_SHORT = {"B": "strong", "I": "em"}


def _html(text: str, file: str) -> str:
    out = ""
    for piece in inline(text):
        if piece.style == "note":
            anchor = f"ID-{file}-n{piece.text}"
            out += f'<a class="nootnum supernote-click-{anchor}" href="#{anchor}">{piece.text}</a>'
        else:
            tag = _SHORT.get(piece.style)
            out += (
                f"<{tag}>{escape(piece.text, quote=False)}</{tag}>"
                if tag
                else escape(piece.text, quote=False)
            )
    return out


def _grouped(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Heading with what stands under it; text before the first heading comes with an empty heading."""
    label, under = "", list[Block]()
    for block in blocks:
        if block.kind == "label":
            if label or under:
                yield label, under
            label, under = block.text, []
        else:
            under.append(block)
    yield label, under


def _body(blocks: Iterable[Block], file: str) -> str:
    out, rows, items = [], list[str](), list[str]()
    tag = "ul"
    for block in [*blocks, Block("page")]:
        if rows and block.kind != "row":
            out.append(f"<table>\n{''.join(rows)}</table>")
            rows = []
        if items and block.kind not in ("bullet", "item"):
            out.append(f"<{tag}>\n{''.join(items)}</{tag}>")
            items = []
        if block.kind == "row":
            cell = "td" if rows else "th"
            rows.append(
                "<tr>" + "".join(f"<{cell}>{_html(c, file)}</{cell}>" for c in block.cells) + "</tr>\n"
            )
        elif block.kind in ("bullet", "item"):
            tag = "ul" if block.kind == "bullet" else "ol"
            items.append(f"<li>{_html(block.text, file)}</li>\n")
        elif block.kind in ("head", "subhead"):
            level = "h2" if block.kind == "head" else "h3"
            out.append(f"<{level}>{_html(block.text, file)}</{level}>")
        elif block.kind != "page":
            out.append(f"<p>{_html(block.text, file)}</p>")
    return "\n".join(out)


def render_publication(source: Source) -> bytes:
    file = source.file.removesuffix(".html")
    parts = []
    for n, (label, under) in enumerate(_grouped(source.blocks)):
        kind = "antwoord" if label.startswith("Antwoord") else "vraag" if label else "kamervraagomschrijving"
        kind = "kamervraagopmerking" if label == "Mededeling" else kind
        head = f'<h2 class="stuktitel no-toc"><a id="d16e{40 + n}"></a>{label}</h2>\n' if label else ""
        parts.append(f'<div class="{kind}">\n{head}{_body(under, file)}\n</div>')
    notes = "".join(
        f'<div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-ID-{file}-n{n}">'
        f'<h5 class="note-close"><a class="note-close" href="#close-ID-{file}-n{n}">X</a> Noot</h5>'
        f'<sup><span class="nootnum"><a id="ID-{file}-n{n}"></a>{n}</span></sup><p>{escape(text)}</p></div>\n'
        for n, text in sorted(source.notes.items())
    )
    inner = (
        f'<div class="stuk">\n<p class="vergaderjaar">{source["kop"]}</p>\n'
        '<p class="reeks">Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven '
        f'antwoorden</p>\n<h1 class="nummer">{source["nummer"]}</h1>\n' + "\n".join(parts) + "\n</div>\n"
        f'<div id="noten">\n<hr />\n{notes}</div>\n'
    )
    menu = '<nav class="hoofdnavigatie"><a href="#">Home</a> <a href="#">Uitgebreid zoeken</a></nav>\n'
    return _page(source["titel"], menu + f'<main id="broodtekst">\n{inner}</main>\n')


def render_web(source: Source) -> bytes:
    file = source.file.removesuffix(".html")
    menu = "".join(f'<a href="#">{escape(item)}</a> ' for item in source.settings["menu"])
    main = f"<h1>{escape(source['titel'])}</h1>\n{_body(source.blocks, file)}\n"
    text = f'<header><p class="site">{source["site"]}</p><nav>{menu}</nav></header>\n<main>\n{main}</main>\n'
    return _page(f"{source['titel']} | {source['site']}", text)


def _page(title: str, body: str) -> bytes:
    head = f'<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n</head>'
    foot = f'<footer><p class="fictief">{MARK}</p></footer>'
    return f'<!DOCTYPE html>\n<html lang="nl">\n{head}\n<body>\n{body}{foot}\n</body>\n</html>\n'.encode()


def render_xml(source: Source) -> bytes:
    """`kamervragen` of an officiele-publicatie. The first two blocks are the question and answer lines."""
    asked, answered, *blocks = source.blocks
    parts = []
    for label, under in _grouped(blocks):
        tag = "antwoord" if label.startswith("Antwoord") else "vraag"
        parts.append(
            f"<{tag}>\n<nr>{label}</nr>\n{''.join(_xml_block(b, source.notes) for b in under)}</{tag}>"
        )
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<metadata>\n'
        f'<meta name="OVERHEIDop.vraagnummer" scheme="" content="{source["zaak"]}" />\n'
        f'<meta name="OVERHEIDop.aanhangselNummer" scheme="" content="{source["nummer"]}" />\n</metadata>\n'
        "<kamervragen>\n<kamervraagkop>\n"
        f'<tekstregel inhoud="vergaderjaar">{source["kop"]}</tekstregel>\n'
        '<tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>\n'
        '<tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel>\n'
        f'<tekstregel inhoud="herkomst">{MARK}</tekstregel>\n</kamervraagkop>\n'
        f"<kamervraagnummer>{source['nummer']}</kamervraagnummer>\n"
        f'<kamervraagomschrijving type="vraag">{_omschrijving(asked.text)}</kamervraagomschrijving>\n'
        f'<kamervraagomschrijving type="antwoord">{_omschrijving(answered.text)}</kamervraagomschrijving>\n'
        + "\n".join(parts)
        + "\n</kamervragen>\n</officiele-publicatie>\n"
    )
    return text.encode()


def _omschrijving(text: str) -> str:
    """**Name** is a surname, *over ...* the subject, as the official schema marks them."""
    out = escape(text, quote=False)
    out = re.sub(r"\*\*(.+?)\*\*", r"<naam><achternaam>\1</achternaam></naam>", out)
    return re.sub(r"\*(.+?)\*", r"<kamervraagonderwerp>\1</kamervraagonderwerp>", out)


def _xml_block(block: Block, notes: dict[int, str]) -> str:
    if block.kind in ("bullet", "item"):
        mark = "•" if block.kind == "bullet" else ""
        return f"<lijst><li><li.nr>{mark}</li.nr><al>{_xml(block.text, notes)}</al></li></lijst>\n"
    if block.kind == "row":
        raise ValueError("tables are not written as XML yet")
    return f"<al>{_xml(block.text, notes)}</al>\n"


def _xml(text: str, notes: dict[int, str]) -> str:
    out = ""
    for piece in inline(text):
        if piece.style == "note":
            note = escape(notes[int(piece.text)], quote=False)
            out += (
                f'<noot id="n{piece.text}" type="voet"><noot.nr>{piece.text}</noot.nr>'
                f"<noot.al>{note}</noot.al></noot>"
            )
        else:
            out += escape(piece.text, quote=False)
    return out
