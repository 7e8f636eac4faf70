"""Bytes of an answer to records. Pure.

An answer is read by local names: SRU 1.2 and 2.0 wrap the same records in other namespaces, and prefixes are anyone's
choice.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from ingest.sources.officiele_bekendmakingen import fields
from ingest.sources.officiele_bekendmakingen.elements import (
    TRY,
    attribute,
    child_of,
    diagnostics,
    first_text,
    local_name,
    name_of,
    root_of,
    unpacked,
    whole,
    without_query,
)
from ingest.sources.officiele_bekendmakingen.publication import Publication, is_identifier
from ingest.sources.port import Unusable
from ingest.sources.source import Record
from ingest.sources.strict import Deviation, Finding
from kb.errors import UnexpectedError
from kb.model.document import Problem
from kb.model.identity import DocumentId

_PARTS = {
    "owmskern": fields.KERN,
    "owmsmantel": fields.MANTEL,
    "tpmeta": fields.TPMETA,
    "enricheddata": fields.ENRICHED,
}
_CATEGORY_OF = {
    "ah": "Kamervragen (Aanhangsel)",
    "kv": "Kamervragen zonder antwoord",
    "kst": "Kamerstuk",
    "blg": "Kamerstuk",
    "nds": "Niet-dossierstuk",
    "h": "Handelingen",
}
CATEGORIES = tuple(dict.fromkeys(_CATEGORY_OF.values()))
_OUT_OF_RANGE = ("/61", "out of range", "firstrecordposition")


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of the interface. ``total`` is what the whole question finds, ``received`` how many records came."""

    total: int
    received: int
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    unusable: tuple[Unusable, ...] = ()


def read_answer(data: bytes, address: str, category: str = "") -> Answered:
    """The records of an answer. ``category`` is what was asked for; "" where it may be any.

    Raises UnexpectedError for a web page, damaged XML, a diagnostic (with its message), and an answer without a total.
    """
    root = root_of(data, address)
    if name_of(root) not in ("searchretrieveresponse", "diagnostics"):
        raise UnexpectedError(f"{without_query(address)} gave <{local_name(root)}> instead of a search answer.", TRY)
    total = first_text(root, "numberofrecords")
    records_part = child_of(root, "records")
    refused = [] if records_part is not None and len(records_part) else list(diagnostics(root))
    if refused:
        if all(any(sign in text.lower() for sign in _OUT_OF_RANGE) for text in refused):
            return Answered(whole(total), 0)  # fewer than a page ago
        raise UnexpectedError(f"{without_query(address)} refused the question: {'; '.join(refused)}.", TRY)
    if not total.isdigit():
        raise UnexpectedError(f"{without_query(address)} does not say how many records there are.", TRY)
    found = [element for element in records_part if name_of(element) == "record"] if records_part is not None else []
    answers = [_record(element, at, address, category) for at, element in enumerate(found, start=1)]
    names = tuple(local_name(child) for child in root)
    return Answered(
        int(total),
        len(found),
        tuple(record for record, _, _ in answers if record),
        (*fields.RESPONSE.findings(names, address), *(one for _, findings, _ in answers for one in findings)),
        tuple(fault for _, _, fault in answers if fault),
    )


def read_metadata(data: bytes, address: str, identifier: str) -> tuple[Record, tuple[Finding, ...]]:
    """The record that a metadata.xml makes, for a publication that the search interface does not give.

    Raises UnexpectedError where it is not the metadata of that publication.
    """
    root = root_of(data, address)
    pairs = [
        (str(element.get("name")), " ".join(str(element.get("content") or "").split()))
        for element in root.iter()
        if name_of(element) == "metadata" and element.get("name")
    ]
    given = _Values(tuple((name.split(".", 1)[-1].lower(), value) for name, value in pairs if value))
    if given.one("identifier") != identifier:
        raise UnexpectedError(f"{address} is not the metadata of {identifier}.", "Open it in a browser.")
    types = tuple(
        (str(element.get("scheme") or ""), str(element.get("content") or "").strip())
        for element in root.iter()
        if name_of(element) == "metadata" and element.get("name") == "DC.type"
    )
    publication, findings = _publication(identifier, given, types, (), "metadata.xml")
    strange = fields.METADATA.findings((name for name, _ in pairs), identifier)
    return record_of(publication), (*strange, *findings)


def record_of(publication: Publication, category: str = "") -> Record:
    """``refs``: the question that it belongs to, so that question, postponement and answer find each other."""
    return Record(
        category or category_of(publication), publication.identifier, publication.content, refs=_refs(publication)
    )


def category_of(publication: Publication) -> str:
    return publication.publication or _CATEGORY_OF.get(publication.collection, CATEGORIES[0])


def _refs(publication: Publication) -> tuple[str, ...]:
    values = (number.value for number in publication.numbers if number.scheme in ("zaak", "dossier"))
    return tuple(sorted({*values} - {publication.identifier}))


def _record(
    element: Any, at: int, address: str, category: str
) -> tuple[Record | None, tuple[Finding, ...], Unusable | None]:
    holder = child_of(element, "recorddata")
    inner = unpacked(holder)
    identifier = first_text(inner, "identifier") if inner is not None else ""
    if inner is None or not is_identifier(identifier):
        said = "; ".join(diagnostics(element)) or (
            f'its identifier is "{identifier}"' if identifier else "it has no identifier"
        )
        problem = Problem(
            "unusable_record",
            f"A record of the search interface cannot be used: {said}.",
            f"Open {address} (record {at}).",
        )
        where = DocumentId("tk", identifier or f"officiele_bekendmakingen {address} {at}")
        return None, fields.RECORD.findings(map(local_name, element), f"record {at}"), Unusable(where, address, problem)
    findings = list(fields.RECORD.findings(map(local_name, element), identifier))
    values: list[tuple[str, str]] = []
    types: list[tuple[str, str]] = []
    forms: list[str] = []
    for part in inner.iter():
        shape = _PARTS.get(name_of(part))
        if shape is None:
            continue
        findings.extend(shape.findings(map(local_name, part), identifier))
        for child in part:
            text = " ".join("".join(child.itertext()).split())
            if name_of(child) == "type" and shape is fields.KERN:
                types.append((attribute(child, "scheme"), text))
            elif name_of(child) == "itemurl":
                forms.append(attribute(child, "manifestation").lower())
            elif text and shape is not fields.ENRICHED:
                values.append((name_of(child), text))
    present = {name_of(part) for part in inner.iter()}
    findings.extend(
        Finding(Deviation.MISSING, "SRU record", shape.place.removeprefix("SRU "), identifier)
        for name, shape in _PARTS.items()
        if name not in present
    )
    publication, wrong = _publication(identifier, _Values(tuple(values)), tuple(types), tuple(forms), "SRU record")
    if category and publication.publication not in ("", category):
        findings.append(Finding(Deviation.WRONG, fields.TPMETA.place, "publicatienaam", publication.publication))
    return record_of(publication, category), (*findings, *wrong), None


@dataclass(frozen=True, slots=True)
class _Values:
    """Field names in small letters with their values; a name may come several times."""

    pairs: tuple[tuple[str, str], ...]

    def one(self, *names: str) -> str:
        return next((value for wanted in names for name, value in self.pairs if name == wanted), "")

    def all(self, *names: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for name, value in self.pairs if name in names))


def _publication(
    identifier: str, given: _Values, types: tuple[tuple[str, str], ...], forms: tuple[str, ...], place: str
) -> tuple[Publication, tuple[Finding, ...]]:
    findings: list[Finding] = []

    def day(*names: str) -> str:
        text = given.one(*names)
        try:
            return dt.date.fromisoformat(text[:10]).isoformat() if text else ""
        except ValueError:
            findings.append(Finding(Deviation.WRONG, place, names[0], text))
            return ""

    publication = Publication(
        identifier=identifier,
        publication=given.one("publicatienaam", "publicationname"),
        title=given.one("title"),
        types=tuple(dict.fromkeys((scheme, value) for scheme, value in types if value)),
        date=day("date", "issued", "available"),
        modified=day("modified"),
        session=given.one("vergaderjaar"),
        question=given.one("vraagnummer"),
        appendix=given.one("aanhangselnummer"),
        askers=given.all("indiener"),
        addressees=given.all("ontvanger"),
        asked=day("datumindiening"),
        answered=day("datumontvangst"),
        dossiers=given.all("dossiernummer"),
        sub_number=given.one("ondernummer"),
        main_document=given.one("hoofddocument"),
        forms=tuple(sorted(set(forms))),
    )
    return publication, tuple(findings)
