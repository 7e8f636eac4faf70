"""Bytes of an answer to records. Pure.

An answer is read by local names: SRU 1.2 and 2.0 wrap the same records in other namespaces, and prefixes are anyone's
choice.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.formats.safe_xml import parse_xml
from ingest.sources.officiele_bekendmakingen import fields
from ingest.sources.officiele_bekendmakingen.publication import Publication, is_identifier
from ingest.sources.port import Unusable
from ingest.sources.source import Record
from ingest.sources.strict import Deviation, Finding
from kb.errors import InputError, UnexpectedError
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
    root = _root(data, address)
    if _name(root) not in ("searchretrieveresponse", "diagnostics"):
        raise UnexpectedError(
            f"{address} gave <{_local(root)}> instead of a search answer.",
            "Open it in a browser; the interface may have changed.",
        )
    total = _first(root, "numberofrecords")
    records_part = _child(root, "records")
    refused = [] if records_part is not None and len(records_part) else list(_diagnostics(root))
    if refused:
        if all(any(sign in text.lower() for sign in _OUT_OF_RANGE) for text in refused):
            return Answered(_whole(total), 0)  # fewer than a page ago
        raise UnexpectedError(f"{address} was refused: {'; '.join(refused)}.", "Mend the question, or try later.")
    if not total.isdigit():
        raise UnexpectedError(
            f"{address} does not say how many records there are.",
            "Open it in a browser; the interface may have changed.",
        )
    found = [element for element in records_part if _name(element) == "record"] if records_part is not None else []
    answers = [_record(element, at, address, category) for at, element in enumerate(found, start=1)]
    names = tuple(_local(child) for child in root)
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
    root = _root(data, address)
    pairs = [
        (str(element.get("name")), " ".join(str(element.get("content") or "").split()))
        for element in root.iter()
        if _name(element) == "metadata" and element.get("name")
    ]
    given = _Values(tuple((name.split(".", 1)[-1].lower(), value) for name, value in pairs if value))
    if given.one("identifier") != identifier:
        raise UnexpectedError(f"{address} is not the metadata of {identifier}.", "Open it in a browser.")
    types = tuple(
        (str(element.get("scheme") or ""), str(element.get("content") or "").strip())
        for element in root.iter()
        if _name(element) == "metadata" and element.get("name") == "DC.type"
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
    holder = _child(element, "recorddata")
    inner = _unpacked(holder)
    identifier = _first(inner, "identifier") if inner is not None else ""
    if inner is None or not is_identifier(identifier):
        said = "; ".join(_diagnostics(element)) or (
            f'its identifier is "{identifier}"' if identifier else "it has no identifier"
        )
        problem = Problem("unusable_record", f"Record {at} of {address} cannot be used: {said}.", "Open that address.")
        where = DocumentId("tk", identifier or f"officiele_bekendmakingen {address} {at}")
        return None, fields.RECORD.findings(map(_local, element), f"record {at}"), Unusable(where, address, problem)
    findings = list(fields.RECORD.findings(map(_local, element), identifier))
    values: list[tuple[str, str]] = []
    types: list[tuple[str, str]] = []
    forms: list[str] = []
    for part in inner.iter():
        shape = _PARTS.get(_name(part))
        if shape is None:
            continue
        findings.extend(shape.findings(map(_local, part), identifier))
        for child in part:
            text = " ".join("".join(child.itertext()).split())
            if _name(child) == "type" and shape is fields.KERN:
                types.append((_attribute(child, "scheme"), text))
            elif _name(child) == "itemurl":
                forms.append(_attribute(child, "manifestation").lower())
            elif text and shape is not fields.ENRICHED:
                values.append((_name(child), text))
    present = {_name(part) for part in inner.iter()}
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


def _root(data: bytes, address: str) -> Any:
    try:
        return parse_xml(data.strip())
    except InputError as error:
        start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
        what = "a web page" if b"<html" in start or b"<!doctype html" in start else "no XML that can be read"
        raise UnexpectedError(f"{address} gave {what}.", "Open it in a browser; try again later.") from error


def _unpacked(holder: Any) -> Any:
    """The XML in recordData: as elements, or as text where the packing is "string"."""
    if holder is None:
        return None
    if len(holder):
        return holder
    try:
        return parse_xml((holder.text or "").strip())
    except InputError:
        return None


def _diagnostics(element: Any) -> Iterator[str]:
    """Message, details and number of each diagnostic below."""
    for part in element.iter():
        if _name(part) == "diagnostic":
            said = [_first(part, name) for name in ("message", "details", "uri")]
            yield " ".join(text for text in said if text) or "no reason given"


def _local(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _name(element: Any) -> str:
    return _local(element).lower()


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _name(child) == name), None)


def _first(element: Any, name: str) -> str:
    return next((" ".join("".join(part.itertext()).split()) for part in element.iter() if _name(part) == name), "")


def _attribute(element: Any, name: str) -> str:
    """By local name, since some answers write the namespace with it."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rsplit("}", 1)[-1] == name), "")


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0
