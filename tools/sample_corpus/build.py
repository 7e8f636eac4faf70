"""Which form writes which file, and the metadata that the files do not print themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tools.sample_corpus import docx, pdf, txt, web
from tools.sample_corpus.source import Source, load_all

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
_KEYS = ("kind", "parliament", "date", "number", "title", "url")
_DOCX = ("ah-docx", "kv-docx", "ministerie-docx", "sv-docx", "docx")
_WRITERS: dict[str, Callable[[Source], bytes]] = {
    **dict.fromkeys(pdf.FORMS, pdf.render),
    **dict.fromkeys(_DOCX, docx.render),
    "sv": txt.render_sv,
    "txt": txt.render_plain,
    "obk-html": web.render_publication,
    "web": web.render_web,
    "obk-xml": web.render_xml,
}


def render(source: Source) -> bytes:
    return _WRITERS[source.form](source)


def documents_toml(sources: tuple[Source, ...]) -> str:
    """The shape of any `documents.toml`: keys are file names, every field is optional."""
    out = [
        "# What the files do not print themselves. Keys are file names; every field is optional.",
        "# All documents are fictional; written by `python -m tools.sample_corpus`.",
        "",
    ]
    for source in sorted(sources, key=lambda s: s.file):
        given = source.settings.get("documents", {})
        if unknown := given.keys() - set(_KEYS):
            raise ValueError(f"{source.path.name}: unknown documents keys {sorted(unknown)}")
        if not given:
            continue
        out.append(f'["{source.file}"]')
        for key in _KEYS:
            if key in given:
                value = given[key]  # a text or a date; a JSON string is a TOML string too
                text = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
                out.append(f"{key} = {text}")
        out.append("")
    return "\n".join(out)


def build(target: Path) -> list[Path]:
    """Writes every document and `documents.toml`; deletes nothing."""
    target.mkdir(parents=True, exist_ok=True)
    sources = load_all()
    written = []
    for source in sources:
        path = target / source.file
        path.write_bytes(render(source))
        written.append(path)
    table = target / "documents.toml"
    table.write_text(documents_toml(sources), encoding="utf-8")
    return [*written, table]
