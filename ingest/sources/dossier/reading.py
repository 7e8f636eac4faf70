"""The file of a dossier. Every fault is told at once, one sentence each."""

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ingest.sources.dossier.dossier import Dossier, Entry
from ingest.sources.folder.numbers import number_of
from ingest.sources.webpage.addresses import normalised
from kb.errors import InputError

# Which schemes of official numbers (`kb.model.document.Number`) each source finds a piece by.
SCHEMES: dict[str, tuple[str, ...]] = {
    "tweede_kamer": ("publication", "kamerstuk", "zaak", "document"),
    "officiele_bekendmakingen": ("publication", "kamerstuk", "zaak"),
    "vlaams_parlement": ("schv", "pfile", "sv"),
}
PAGES = "webpage"
_EXAMPLES = {
    "tweede_kamer": "2024D40329, 2024Z18561 or kst-31288-948",
    "officiele_bekendmakingen": "kst-31288-948 or ah-tk-20242025-594",
    "vlaams_parlement": "schv-1836653 or pfile-2086017",
}
# Ids of the Vlaams Parlement that are no number in a text: of oral questions and of initiatives.
_BARE_ID = re.compile(r"(?:vi|pi)-\d{5,9}")
_KEYS = ("title", "description", "piece")
_ENTRY_KEYS = ("source", "number", "address", "note")
_ADVICE = "corpus/README.md describes the form."


def read_dossier(path: Path) -> Dossier:
    """Raises InputError with every fault in the file."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or 'no such file'}).", "Check its name.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8.", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is not valid TOML: {error}.", _ADVICE) from error
    faults = list(_strangers(table, _KEYS, "it"))
    title, description = table.get("title", ""), table.get("description", "")
    if not isinstance(title, str) or not title.strip():
        faults.append("title must say what the dossier is about")
    if not isinstance(description, str):
        faults.append("description must be text in quotes")
    pieces = table.get("piece", [])
    if not isinstance(pieces, list) or not pieces or not all(isinstance(piece, dict) for piece in pieces):
        faults.append("it needs at least one [[piece]]")
        pieces = []
    entries: list[Entry] = []
    for at, piece in enumerate(pieces, start=1):
        found, wrong = _entry(piece, f"piece {at}")
        if found in entries:
            wrong = (*wrong, f"piece {at} stands in it before: {found.name}")
        entries.append(found)
        faults.extend(wrong)
    if faults:
        raise InputError(" ".join(f"{path}: {fault}." for fault in faults), _ADVICE)
    return Dossier(title.strip(), tuple(entries), description.strip())


def _entry(piece: dict[str, Any], where: str) -> tuple[Entry, tuple[str, ...]]:
    faults = list(_strangers(piece, _ENTRY_KEYS, where))
    for key in _ENTRY_KEYS:
        if key in piece and not (isinstance(piece[key], str) and piece[key].strip()):
            faults.append(f"{where}: {key} must be text in quotes")
    values = {key: piece[key].strip() for key in _ENTRY_KEYS if isinstance(piece.get(key), str)}
    source, number, address = (values.get(key, "") for key in ("source", "number", "address"))
    entry = Entry(source, number, address, values.get("note", ""))
    if faults:
        return entry, tuple(faults)
    if source not in (*SCHEMES, PAGES):
        known = ", ".join((*SCHEMES, PAGES))
        return entry, (f'{where}: source must be one of {known}, not "{source}"',)
    if source == PAGES:
        return _page(entry, where)
    if address or not number:
        return entry, (f"{where}: {source} finds a piece by its number, such as {_EXAMPLES[source]}",)
    if source == "vlaams_parlement" and _BARE_ID.fullmatch(number.lower()):
        return Entry(source, number.lower(), "", entry.note), ()
    known_number = number_of(number)
    if known_number is None or known_number.scheme not in SCHEMES[source]:
        return entry, (f'{where}: "{number}" is not a number that {source} knows, such as {_EXAMPLES[source]}',)
    return Entry(source, known_number.value, "", entry.note), ()


def _page(entry: Entry, where: str) -> tuple[Entry, tuple[str, ...]]:
    if entry.number or not entry.address:
        return entry, (f"{where}: webpage finds a page by its address, such as https://www.rijksoverheid.nl/...",)
    try:
        return Entry(PAGES, "", normalised(entry.address), entry.note), ()
    except InputError as error:
        return entry, (f"{where}: {error.message.rstrip('.')}",)


def _strangers(table: Iterable[str], known: tuple[str, ...], where: str) -> Iterable[str]:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
            meant = f'did you mean "{near[0]}"?' if near else f"known: {', '.join(known)}"
            yield f'{where} has no field "{key}" ({meant})'
