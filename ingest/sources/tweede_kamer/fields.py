"""Field names, one table per entity: in the SyncFeed, in OData v5, in OData v4.

Sources: the xsd of the SyncFeed (TweedeKamerDerStaten-Generaal/OpenDataPortaal), models that clients generated from
the $metadata of v4/2.0, and live payloads of 2026 as others describe them. Of v5 only these renames are known:
Document.DocumentNummer is now Nummer, Document.Volgnummer is now Ondernummer.

"Required" here is what a wanted record always had; a deleted or unwanted one is not compared.
"""

from dataclasses import dataclass
from enum import Enum, auto

from ingest.sources.strict import Shape


class Use(Enum):
    REQUIRED = auto()
    OPTIONAL = auto()
    IGNORED = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """``feed`` is its name in the SyncFeed ("" where it is not there; attributes without their prefix); ``rows`` its
    names in OData, the newest first (empty where it is not there). ``link`` where it names another entity."""

    feed: str
    use: Use = Use.IGNORED
    rows: tuple[str, ...] = ()
    link: bool = False


CASE, ACTOR_OF_CASE, DOSSIER = "Zaak", "ZaakActor", "Kamerstukdossier"
PAPER, ACTOR_OF_PAPER, VERSION, PROMISE = "Document", "DocumentActor", "DocumentVersie", "Toezegging"
# What papers are made of comes before them, so that a paper's id is right the first time.
CATEGORIES = (DOSSIER, CASE, ACTOR_OF_CASE, VERSION, ACTOR_OF_PAPER, PAPER, PROMISE)


def _plain(use: Use, *names: str) -> tuple[Field, ...]:
    return tuple(Field(name, use, (name[0].upper() + name[1:],)) for name in names)


def _links(use: Use, *names: str) -> tuple[Field, ...]:
    """References: in OData a column ("Zaak_Id") or, where asked for, an expansion ("Zaak")."""
    return tuple(
        Field(name, use, (f"{name[0].upper()}{name[1:]}_Id", name[0].upper() + name[1:]), link=True) for name in names
    )


def _only_rows(use: Use, *names: str) -> tuple[Field, ...]:
    return tuple(Field("", use, (name,)) for name in names)


_ENVELOPE = (
    Field("id", Use.REQUIRED, ("Id",)),
    Field("bijgewerkt", Use.REQUIRED, ("GewijzigdOp",)),
    Field("verwijderd", Use.REQUIRED, ("Verwijderd",)),
    Field("annotatie"),
    *_only_rows(Use.IGNORED, "ApiGewijzigdOp"),
)
_ACTOR = (
    *_plain(Use.REQUIRED, "actorNaam", "relatie"),
    *_plain(Use.OPTIONAL, "actorFractie", "functie"),
    *_plain(Use.IGNORED, "actorAfkorting", "sidActor"),
    *_links(Use.IGNORED, "persoon", "fractie", "commissie"),
)

FIELDS: dict[str, tuple[Field, ...]] = {
    CASE: (
        *_ENVELOPE,
        *_plain(Use.REQUIRED, "nummer", "soort", "onderwerp", "gestartOp"),
        *_plain(Use.OPTIONAL, "titel", "afgedaan"),
        *_plain(
            Use.IGNORED, "organisatie", "citeertitel", "alias", "grondslagvoorhang", "termijn", "vergaderjaar",
            "volgnummer", "status", "huidigeBehandelstatus", "grootProject", "kabinetsappreciatie",
        ),
        *_links(Use.IGNORED, "kamerstukdossier", "activiteit", "agendapunt", "gerelateerdVanuit", "vervangenVanuit"),
        *_links(Use.IGNORED, "gerelateerdNaar", "vervangenDoor", "besluit"),
        *_only_rows(Use.OPTIONAL, "ZaakActor", "Document"),
    ),
    ACTOR_OF_CASE: (*_ENVELOPE, *_ACTOR, *_links(Use.REQUIRED, "zaak")),
    ACTOR_OF_PAPER: (*_ENVELOPE, *_ACTOR, *_links(Use.REQUIRED, "document")),
    DOSSIER: (
        *_ENVELOPE,
        *_plain(Use.REQUIRED, "nummer"),
        *_plain(Use.OPTIONAL, "toevoeging", "titel"),
        *_plain(Use.IGNORED, "citeertitel", "alias", "hoogsteVolgnummer", "afgesloten", "kamer"),
        *_only_rows(Use.IGNORED, "Document", "Zaak"),
    ),
    VERSION: (
        *_ENVELOPE,
        *_links(Use.REQUIRED, "document"),
        *_plain(Use.OPTIONAL, "versienummer"),
        Field("externeidentifier", Use.OPTIONAL, ("ExterneIdentifier",)),
        *_plain(Use.IGNORED, "status", "bestandsgrootte", "extensie", "datum"),
        *_only_rows(Use.IGNORED, "DocumentPublicatie", "DocumentPublicatieMetadata"),
    ),
    PAPER: (
        *_ENVELOPE,
        Field("documentNummer", Use.REQUIRED, ("Nummer", "DocumentNummer")),
        Field("volgnummer", Use.REQUIRED, ("Ondernummer", "Volgnummer")),
        *_plain(Use.REQUIRED, "soort", "onderwerp", "datum"),
        *_plain(Use.OPTIONAL, "titel", "datumRegistratie", "datumOntvangst", "aanhangselnummer", "kamer"),
        *_plain(Use.OPTIONAL, "contentType", "contentLength"),
        *_links(Use.OPTIONAL, "huidigeDocumentVersie", "zaak", "kamerstukdossier"),
        *_plain(Use.IGNORED, "vergaderjaar", "citeertitel", "alias", "kenmerkAfzender", "organisatie"),
        *_links(Use.IGNORED, "bronDocument", "activiteit", "agendapunt"),
        *_only_rows(Use.OPTIONAL, "DocumentActor", "DocumentVersie"),
        *_only_rows(Use.IGNORED, "BijlageDocument"),
    ),
    PROMISE: (
        *_ENVELOPE,
        *_plain(Use.REQUIRED, "nummer", "tekst", "status"),
        *_plain(Use.OPTIONAL, "aanmaakdatum", "activiteitNummer", "naam", "functie", "datumNakoming", "ministerie"),
        *_plain(Use.OPTIONAL, "notities", "achternaam", "initialen", "tussenvoegsel", "voornaam"),
        *_plain(Use.IGNORED, "achtervoegsel", "titulatuur"),
        # a text with a number in the feed, sometimes several; expanded documents in OData
        Field("kamerbriefNakoming", Use.OPTIONAL, ("KamerbriefNakoming",)),
        # by the xsd one for a person and one for a party; in the live feed of 2026 one name for both, repeated or empty
        *_links(Use.OPTIONAL, "toegezegdAan", "toegezegdAanFractie", "toegezegdAanPersoon"),
        *_links(Use.IGNORED, "activiteit", "isHerhalingVan", "isAanvullingOp", "isWijzigingVan"),
        *_links(Use.IGNORED, "isHerhaaldDoor", "isAangevuldVanuit", "isGewijzigdDoor"),
    ),
}  # fmt: skip


def _shape(place: str, fields: tuple[tuple[str, Use], ...]) -> Shape:
    by_use = {use: tuple(name for name, used in fields if used is use) for use in Use}
    return Shape(place, by_use[Use.REQUIRED], by_use[Use.OPTIONAL], by_use[Use.IGNORED])


FEED_SHAPES = {
    category: _shape(f"SyncFeed {category}", tuple((field.feed, field.use) for field in fields if field.feed))
    for category, fields in FIELDS.items()
}
FEED_LINKS = {
    category: frozenset(field.feed for field in fields if field.link and field.feed)
    for category, fields in FIELDS.items()
}


def row_shape(category: str, place: str) -> Shape:
    """The shape of an OData row whose names were brought to the newest of each field by `newest_names`."""
    return _shape(place, tuple((field.rows[0], field.use) for field in FIELDS[category] if field.rows))


# every accepted name of a row -> the field's own
ROW_FIELDS = {category: {name: field for field in fields for name in field.rows} for category, fields in FIELDS.items()}
