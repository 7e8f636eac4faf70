"""Official numbers: made from fields, and as a user types them."""

import re
from dataclasses import dataclass

from ingest.parsers.numbers import aanhangsel_of_digits, kamerstuk
from ingest.sources.tweede_kamer.entities import Case, Dossier, Paper, Version
from kb.errors import InputError
from kb.model.document import Number

QUESTIONS = "Schriftelijke vragen"
# "ah-1271549", "kst-1268678": since 2025/26 some publications carry a bare number, without dossier or session.
_BARE = re.compile(r"(?:ah|kst|blg)-\d{6,8}")
_PUBLICATION = re.compile(r"(?:ah-tk|kv-tk|kst|nds-tk|h-tk|ah|blg|kv)-[\w-]+", re.IGNORECASE)
_IN_ANNEX = re.compile(r"Antwoord|Mededeling")  # kinds that carry the number of the Aanhangsel as their own


def publications(
    paper: Paper, cases: tuple[Case, ...], dossiers: tuple[Dossier, ...], versions: tuple[Version, ...]
) -> tuple[str, ...]:
    """The publication ids, the one that others refer to first.

    Named by a version where it has the old form; else made from the fields, which are there from the first day; a
    bare number comes last, since no text refers to it.
    """
    newest = sorted(versions, key=lambda one: (one.number, one.publication), reverse=True)
    named = [one.publication.strip() for one in newest if _PUBLICATION.fullmatch(one.publication.strip())]
    formed = [name for name in named if not _BARE.fullmatch(name)]
    made = [number.value for number in (_annex(paper), _question(paper, cases), _kamerstuk(paper, dossiers)) if number]
    return tuple(dict.fromkeys((*formed[:1], *made, *named)))


def _annex(paper: Paper) -> Number | None:
    return aanhangsel_of_digits(paper.annex) if _IN_ANNEX.match(paper.kind) else None


def _question(paper: Paper, cases: tuple[Case, ...]) -> Number | None:
    number = next((case.number for case in cases if case.kind == QUESTIONS and case.number), "")
    return Number("publication", f"kv-tk-{number}") if paper.kind == QUESTIONS and number else None


def _kamerstuk(paper: Paper, dossiers: tuple[Dossier, ...]) -> Number | None:
    """A numbered piece of a dossier. Attachments have no number of their own; the Eerste Kamer counts with letters."""
    if not (paper.serial and dossiers and dossiers[0].number) or paper.kind == "Bijlage" or paper.chamber == "1":
        return None
    return kamerstuk(dossiers[0].number, dossiers[0].addition, paper.serial)


def numbers_of(
    paper: Paper, cases: tuple[Case, ...], dossiers: tuple[Dossier, ...], published: tuple[str, ...]
) -> tuple[Number, ...]:
    """Every official number, the main one first."""
    return (
        *(Number("kamerstuk" if name.startswith("kst-") else "publication", name) for name in published),
        *(Number("zaak", case.number) for case in cases if case.number),
        *((Number("document", paper.number),) if paper.number else ()),
        *(Number("dossier", dossier.name) for dossier in dossiers if dossier.number),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A number as a user typed it. One of: ``key`` (guid), ``paper``, ``case``, ``annex`` (nine digits), ``dossier``
    with or without ``serial``, ``promise``; ``publication`` alone, or the publication that such a number makes."""

    typed: str
    key: str = ""
    paper: str = ""
    case: str = ""
    annex: str = ""
    dossier: str = ""
    addition: str = ""
    serial: str = ""
    publication: str = ""
    promise: str = ""


_GUID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_DOSSIER = r"(?:kst-)?(\d{2} ?\d{3})(?:-([ivxlc]+|[a-z]|\d{2}))?"
_FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(_GUID), ("key",)),
    (re.compile(r"(\d{4}d\d{5})"), ("paper",)),
    (re.compile(r"nds-tk-(\d{4}d\d{5})"), ("paper",)),
    (re.compile(r"(?:kv-tk-)?(\d{4}z\d{5})"), ("case",)),
    (re.compile(r"(tz\d{6}-\d{3})"), ("promise",)),
    (re.compile(r"((?:ah|kst|blg)-\d{6,8})"), ("publication",)),
    (re.compile(rf"{_DOSSIER}(?:-|,? ?nrs?\.? ?|, ?)([1-9]\d{{0,3}})"), ("dossier", "addition", "serial")),
    (re.compile(_DOSSIER), ("dossier", "addition")),
    (re.compile(r"(\d{9})"), ("annex",)),
)
_ANNEX = re.compile(r"ah-tk-\d\d(\d\d)\d\d(\d\d)-(\d{1,5})", re.IGNORECASE)
EXAMPLES = "2024D40329, 2024Z18561, ah-tk-20242025-594, kv-tk-2024Z18561, kst-31288-948 or 31288"


def asked(typed: str) -> Asked:
    """Raises InputError where the form is not known."""
    text = " ".join(typed.split()).lower().removeprefix("tk/")
    if match := _ANNEX.fullmatch(text):
        return Asked(typed, annex=f"{match[1]}{match[2]}{int(match[3]):05}", publication=match[0])
    for form, names in _FORMS:
        if match := form.fullmatch(text):
            values = {name: value or "" for name, value in zip(names, match.groups(), strict=True)}
            if "key" not in names and "publication" not in names:
                values = {name: value.upper().replace(" ", "") for name, value in values.items()}
            if serial := values.get("serial"):
                values["publication"] = kamerstuk(values["dossier"], values["addition"], serial).value
            return Asked(typed, **values)
    raise InputError(f"'{typed}' is no number of the Tweede Kamer.", f"Numbers look like {EXAMPLES}.")
