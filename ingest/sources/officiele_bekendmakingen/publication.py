"""One publication as the search interface describes it, and the forms of its id.

Since the session of 2025-2026 new publications get an id that is a number only (``ah-1271549``, ``kst-1268678``): it
says nothing about session, dossier or place in it, and there is no XML of it. ``kst-1268678`` is not number 78 of
dossier 12686.
"""

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Any

from ingest.parsers.numbers import aanhangsel, aanhangsel_of_digits, kamerstuk, session_name
from kb.model.document import Number

_NUMBER_ONLY = re.compile(r"(?:ah|kv|kst|h|nds)-\d{6,}(?:-n\d+)?")
_WITHOUT_XML = re.compile(r"blg-.*")
_ERRATUM = re.compile(r"-n\d+$")
_IDENTIFIER = re.compile(r"(?:ah|kv|kst|h|nds|blg)-[A-Za-z\d]+(?:-[A-Za-z\d]+)*")
_ZAAK = re.compile(r"(\d{4}Z\d{5})")


@dataclass(frozen=True, slots=True)
class Publication:
    """The fields that are used, as text and as given; dates in ISO form. ``types`` are pairs of scheme and value."""

    identifier: str
    publication: str = ""
    title: str = ""
    types: tuple[tuple[str, str], ...] = ()
    date: str = ""
    modified: str = ""
    session: str = ""
    question: str = ""
    appendix: str = ""
    askers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    asked: str = ""
    answered: str = ""
    dossiers: tuple[str, ...] = ()
    sub_number: str = ""
    main_document: str = ""
    forms: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """For `Record.content`: what is known of it, in one order."""
        return json.dumps({name: value for name, value in asdict(self).items() if value}, ensure_ascii=False)

    @classmethod
    def of_content(cls, content: str) -> "Publication":
        held = json.loads(content)
        known = {entry.name for entry in fields(cls)}
        values: dict[str, Any] = {name: _frozen(value) for name, value in held.items() if name in known}
        return cls(**values)

    @property
    def collection(self) -> str:
        """ah, kv, kst, h, nds, blg."""
        return self.identifier.partition("-")[0]

    @property
    def is_erratum(self) -> bool:
        return bool(_ERRATUM.search(self.identifier))

    @property
    def has_xml(self) -> bool:
        """What the interface lists decides; where it lists no forms, the id does."""
        if self.forms:
            return "xml" in self.forms
        return not is_number_only(self.identifier) and not _WITHOUT_XML.fullmatch(self.identifier)

    @property
    def known_as(self) -> str:
        """The id in the form that says what it is (``ah-tk-20252026-594``), from the other fields where the given one
        is a number only; the given one where that cannot be told. Other sources of the same piece give it too."""
        if not is_number_only(self.identifier) or self.is_erratum:
            return self.identifier
        derived = self._derived()
        return derived.value if derived else self.identifier

    @property
    def numbers(self) -> tuple[Number, ...]:
        scheme = "kamerstuk" if self.collection == "kst" else "publication"
        found = [Number(scheme, self.known_as), Number(scheme, self.identifier)]
        found.extend(Number("zaak", zaak) for zaak in _ZAAK.findall(self.question))
        if self.collection == "ah" and self.appendix.isdigit() and len(self.appendix) < 6:
            found.append(Number("aanhangsel", str(int(self.appendix))))
        found.extend(Number("dossier", dossier) for dossier in map(_dossier, self.dossiers) if dossier)
        return tuple(dict.fromkeys(found))

    def _derived(self) -> Number | None:
        if self.collection == "ah" and self.appendix.isdigit():
            if len(self.appendix) == 9:
                return aanhangsel_of_digits(self.appendix)
            return aanhangsel(self.appendix, session_name(self.session))
        if self.collection == "kv" and (zaak := _ZAAK.search(self.question)):
            return Number("publication", f"kv-tk-{zaak[1]}")
        if self.collection == "kst" and len(self.dossiers) == 1 and re.fullmatch(r"[A-Z]{0,2}\d*", self.sub_number):
            dossier = _dossier(self.dossiers[0])
            return kamerstuk(dossier, "", self.sub_number) if dossier and self.sub_number else None
        return None


def is_identifier(text: str) -> bool:
    return bool(_IDENTIFIER.fullmatch(text))


def is_number_only(identifier: str) -> bool:
    return bool(_NUMBER_ONLY.fullmatch(identifier))


def _dossier(text: str) -> str:
    """ "36 800-VIII" or "36800;VIII" -> 36800-VIII."""
    match = re.fullmatch(r"(\d{2})[ .]?(\d{3})(?:[\s;-]+([A-Z]+|\d{2}))?", text.strip())
    return f"{match[1]}{match[2]}" + (f"-{match[3]}" if match[3] else "") if match else ""


def _frozen(value: object) -> object:
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value
