"""Kinds and fields, one table each. No raw answer of these two interfaces was at hand: the names are those that four
independent clients read. "Required" is what all of them rely on; the first live answer may well hold more, and then
`loket doctor vlaams_parlement` names it.
"""

from dataclasses import dataclass
from enum import StrEnum

from ingest.sources.strict import Shape


class Soort(StrEnum):
    """The three families of the open data interface; the value is the part of its path."""

    SCHV = "schv"
    VI = "vi"
    PI = "pi"


@dataclass(frozen=True, slots=True)
class Listed:
    """One kind, and how it is searched for. ``words``: the server knows no filter for it, so that titles decide."""

    kind: str
    soort: Soort
    aggregaat: str
    aggregaattype: str = ""
    words: str = ""


_QUESTIONS = "Vraag of interpellatie"
BUDGET_NOTE = "beleids- en begrotingstoelichting"
KINDS = {
    listed.kind: listed
    for listed in (
        Listed("schriftelijke vraag", Soort.SCHV, _QUESTIONS, "Schriftelijke vraag"),
        Listed("vraag om uitleg", Soort.VI, _QUESTIONS, "Vraag om uitleg"),
        Listed("actuele vraag", Soort.VI, _QUESTIONS, "Actuele vraag"),
        Listed("interpellatie", Soort.VI, _QUESTIONS, "Interpellatie"),
        Listed("beleidsdocument", Soort.PI, "Beleidsdocument van de Vlaamse Regering"),
        Listed(BUDGET_NOTE, Soort.PI, "Begrotingsontwerp en -documenten", words=BUDGET_NOTE),
        Listed("conceptnota", Soort.PI, "Conceptnota voor nieuwe regelgeving"),
        Listed("commissieverslag", Soort.PI, "Verslag van commissie of plenaire vergadering"),
    )
}
SOURCE = "vp"  # of the ids of documents
# What people call them.
ALIASES = {
    "bbt": BUDGET_NOTE,
    "beleidsnota": "beleidsdocument",
    "beleidsbrief": "beleidsdocument",
    "sv": "schriftelijke vraag",
    "schv": "schriftelijke vraag",
    "verslag": "commissieverslag",
}
LOOSE_FILE = "bestand"  # a pfile that was asked for by its number, of which nothing else is known
ATTACHMENT = "bijlage"

SEARCH = Shape(
    "search answer",
    required=("count",),
    optional=("result", "firstindex", "lastindex"),
    ignored=("facet_category", "page", "max", "query", "collection", "time"),
)
HIT = Shape(
    "search hit",
    required=("id", "metatags"),
    optional=("mimetype",),
    ignored=("date", "index", "rank", "snippet", "title", "url"),
)
_META_USED = (
    "aggregaattype",
    "publicatiedatum",
    "displayurl",
    "document",
    "documenttype",
    "documenttitel",
    "titel",
    "onderwerp",
    "nummer",
    "volgnummer",
    "zittingsjaar",
    "thema",
    "minister",
    "vraagsteller",
    "themadatum",
    "statusdatumSchvBeantwoord",
    "status",
    "initiatief",
    "last_modified",
)
METATAGS = Shape(
    "search hit metatags",
    required=("soort", "opendata"),
    optional=_META_USED,
    ignored=(
        "legislatuur",
        "aggregaat",
        "bevoegdheid",
        "basisstuk",
        "paginatype",
        "indiener",
        "commissie",
        "datum",
        "eerstepublicatie",
        "statusdatum",
        "fractie",
        "taal",
        "spreker",
        "collection",
    ),
)
WRITTEN = Shape(
    "opendata schv",
    required=("id", "vraagnummer", "onderwerp", "zittingsjaar", "vraagsteller", "minister", "procedureverloop"),
    optional=("titel", "thema", "themas", "soort-antwoord", "tijdig", "bestand-ordered", "document", "bijlage"),
    ignored=("link", "legislatuur", "publicatiedatum", "laatste-wijziging", "disclaimer"),
)
ORAL = Shape(
    "opendata vi",
    required=("onderwerp", "objecttype", "contacttype"),
    optional=(
        "id",
        "titel",
        "nummer",
        "zittingsjaar",
        "thema",
        "themas",
        "objectstatus",
        "procedureverloop",
        "journaallijn",
        "link",
        "document",
        "bijlage",
        "filewebpath",
    ),
    ignored=("commissie", "legislatuur", "laatste-wijziging", "disclaimer", "volgnr", "datum"),
)
PAPER = Shape(
    "opendata pi",
    required=("id", "document"),
    optional=(
        "titel",
        "onderwerp",
        "nummer",
        "volgnr",
        "zittingsjaar",
        "thema",
        "themas",
        "objectstatus",
        "status",
        "objecttype",
        "contacttype",
        "procedureverloop",
        "journaallijn",
        "bijlage",
        "filewebpath",
        "link",
    ),
    ignored=(
        "is-basis-van",
        "journaallijn-stemmingen",
        "materie",
        "legislatuur",
        "commissie",
        "laatste-wijziging",
        "disclaimer",
        "datum",
    ),
)
MEETING = Shape(
    "opendata vergadering",
    required=("id", "datumbegin"),
    ignored=(
        "datumeinde",
        "datumagendering",
        "omschrijving",
        "omschrijving-kort",
        "plenairehandelingen",
        "commissiehandelingen",
        "journaallijn",
        "agenda-item",
        "agenda-gewijzigd",
        "agenda-versie",
        "besloten-vergadering",
        "vergadering-met-verslag",
        "voorlopig-verslag",
        "uses-beknopt-verslag",
        "uses-webhandelingen",
        "vergaderingnummer",
        "vergaderzaal",
        "video-youtube-id",
        "laatste-wijziging",
        "status",
        "type",
        "subtype",
        "voorzitter",
        "commissie",
        "link",
    ),
)
DETAIL = {Soort.SCHV: WRITTEN, Soort.VI: ORAL, Soort.PI: PAPER}
