"""What a Chamber of the tests holds: entities with a place in the order of changes. All content is made up."""

import datetime as dt
from dataclasses import dataclass, field

# The elements of each entity by the xsd of the SyncFeed, in the xsd's order; all are given, empty ones as nil.
ELEMENTS = {
    "Zaak": (
        "nummer soort onderwerp gestartOp organisatie titel citeertitel alias grondslagvoorhang termijn vergaderjaar "
        "volgnummer status huidigeBehandelstatus afgedaan grootProject kabinetsappreciatie"
    ).split(),
    "ZaakActor": "actorNaam actorFractie actorAfkorting functie relatie sidActor".split(),
    "Kamerstukdossier": "titel citeertitel alias nummer toevoeging hoogsteVolgnummer afgesloten kamer".split(),
    "Document": (
        "soort documentNummer titel onderwerp datum volgnummer vergaderjaar kamer citeertitel alias datumRegistratie "
        "datumOntvangst aanhangselnummer kenmerkAfzender organisatie"
    ).split(),
    "DocumentActor": "actorNaam actorFractie functie relatie sidActor".split(),
    "DocumentVersie": "status versienummer bestandsgrootte extensie datum externeidentifier".split(),
    "Toezegging": (
        "aanmaakdatum nummer activiteitNummer naam achternaam initialen tussenvoegsel voornaam achtervoegsel "
        "titulatuur functie status datumNakoming kamerbriefNakoming ministerie tekst"
    ).split(),
}
CATEGORIES = tuple(ELEMENTS)
DAYS = {"gestartOp", "datum", "datumRegistratie", "datumOntvangst", "aanmaakdatum", "datumNakoming", "termijn"}
BOOLEANS = {"afgedaan", "grootProject", "afgesloten"}


@dataclass(slots=True)
class Entity:
    """``fields`` by element name; days as dates. ``links`` are (element name, guid). ``token`` is its place."""

    category: str
    key: str
    token: int = 0
    fields: dict[str, object] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    deleted: bool = False
    touched: dt.datetime = dt.datetime(2024, 11, 1, 12, 0, tzinfo=dt.UTC)
    media_type: str = ""
    length: int = 0


def guid(category: str, number: int) -> str:
    return f"{CATEGORIES.index(category) + 1:08x}-0000-4000-8000-{number:012x}"


def number_in(key: str) -> int:
    return int(key.rsplit("-", 1)[1], 16)


@dataclass(slots=True)
class Faults:
    """How this Chamber deviates. Nothing does by default."""

    tokens_in: str = "both"  # "entries", "feed", "both"
    repeats_last_page: bool = False
    prefix: str = ""  # "ns1": elements and attributes carry it
    capital_booleans: bool = False
    moments: str = "offset"  # "offset", "basic", "zulu", "naive", "date", "mixed"
    renamed: dict[tuple[str, str], str] = field(default_factory=dict)  # (category, element) -> its new name
    without: set[tuple[str, str]] = field(default_factory=set)
    extra: dict[str, str] = field(default_factory=dict)  # category -> a new element
    placeholders: int = 0  # documents with an id and nothing else, at the beginning of the feed
    empty_entries: int = 0  # entries without content, at the beginning of the feed of documents
    html_for: str = ""  # a part of the target that is answered with a page and status 200
    file_type: str = ""  # what every file is called, whatever it is ("": as it should be, "none": not at all)
    json_for_files: bool = False  # an error of the interface where a file was asked for, with status 200
    most_rows: int = 100  # `$top` above it is answered 400
    most_nodes: int = 100  # a `$filter` with more is answered 400
    no_navigation: str = ""  # an expansion that is answered 400
    rows_in_page: int = 250  # without `$top`
    next_links: bool = False  # OData names the next page although `$top` was given
    repeats_last_rows: bool = False
    without_count: bool = False
