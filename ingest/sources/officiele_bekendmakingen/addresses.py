"""Every address of the search interface and of the site, and the questions in CQL.

The forms of the questions that other clients use with success: ``c.product-area==officielepublicaties AND
w.publicatienaam=="Kamervragen (Aanhangsel)" AND dt.date>=2026-10-01 sortBy dt.date/sort.descending``. That ``<=`` and
an ascending order work too follows from CQL and is not proven. An exclusion would be ``A NOT B``, not ``AND NOT``.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from kb.model.document import Number

AREA = "c.product-area==officielepublicaties"
OLDEST_FIRST = " sortBy dt.date/sort.ascending"
NEWEST_FIRST = " sortBy dt.date/sort.descending"


@dataclass(frozen=True, slots=True)
class Addresses:
    """``sru`` and ``documents`` as in the settings."""

    sru: str
    documents: str

    def search(self, query: str, start: int, count: int) -> str:
        """``start`` counts from 1. The server gives at most 1,000 records at once."""
        return (
            f"{self.sru}?operation=searchRetrieve&version=2.0&query={quote(query, safe='')}"
            f"&startRecord={start}&maximumRecords={count}&recordSchema=gzd"
        )

    def page(self, identifier: str) -> str:
        return f"{self._stem(identifier)}.html"

    def xml(self, identifier: str) -> str:
        return f"{self._stem(identifier)}.xml"

    def pdf(self, identifier: str) -> str:
        return f"{self._stem(identifier)}.pdf"

    def metadata(self, identifier: str) -> str:
        return f"{self._stem(identifier)}/metadata.xml"

    def _stem(self, identifier: str) -> str:
        return f"{self.documents.rstrip('/')}/{quote(identifier, safe='')}"


def query(*clauses: str, order: str = OLDEST_FIRST) -> str:
    """All of the clauses, within the official publications."""
    return " AND ".join((AREA, *(clause for clause in clauses if clause))) + order


def in_publications(names: Iterable[str]) -> str:
    clauses = [f"w.publicatienaam=={quoted(name)}" for name in names]
    return clauses[0] if len(clauses) == 1 else f"({' OR '.join(clauses)})" if clauses else ""


def between(first: dt.date | None, last: dt.date | None) -> str:
    """Both days included."""
    clauses = (f"dt.date>={first}" if first else "", f"dt.date<={last}" if last else "")
    return " AND ".join(clause for clause in clauses if clause)


def with_words(text: str) -> str:
    """In the full text and the fields; the server stems nothing."""
    return f"cql.textAndIndexes={quoted(text)}" if text else ""


def with_number(number: Number) -> str:
    """The publication(s) that carry it; "" for a scheme that this source does not know."""
    if number.scheme in ("publication", "kamerstuk"):
        return f"dt.identifier=={quoted(number.value)}"
    if number.scheme == "zaak":
        return f"w.vraagnummer=={quoted(number.value)}"
    return f"w.dossiernummer=={quoted(number.value)}" if number.scheme == "dossier" else ""


def in_dossier(dossier: str, number: str) -> str:
    """A Kamerstuk by its place in a dossier: for those whose id is a number only."""
    return f"w.dossiernummer=={quoted(dossier)} AND w.ondernummer=={quoted(number)}"


def quoted(text: str) -> str:
    """A CQL string. What a user typed stays one string, whatever it holds."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
