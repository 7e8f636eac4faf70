"""A publication to a piece: its id, what is given beside its file, where the file is. Pure."""

import datetime as dt

from ingest.parsed import Given
from ingest.parsers.people import read_askers, read_offices
from ingest.sources.officiele_bekendmakingen.addresses import Addresses
from ingest.sources.officiele_bekendmakingen.files import preferred
from ingest.sources.officiele_bekendmakingen.publication import Publication
from ingest.sources.source import File, Piece
from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament

_ACCEPT = {"xml": "application/xml, text/xml", "pdf": "application/pdf"}
# Only used where the text itself does not show what it is.
_KINDS = {
    "brief regering": Kind.LETTER,
    "brief": Kind.LETTER,
    "motie": Kind.MOTION,
    "motie (gewijzigd/nader)": Kind.MOTION,
    "verslag": Kind.REPORT,
    "verslag van een algemeen overleg": Kind.REPORT,
    "verslag van een commissiedebat": Kind.REPORT,
    "handelingen": Kind.REPORT,
}


def piece_of(publication: Publication, category: str, addresses: Addresses) -> Piece:
    """The stamp is the day of the last change. Where none is given, the publication counts as final, as official
    publications are: a correction is a publication of its own, with ``-n1`` behind the id."""
    identifier = publication.identifier
    stamp = publication.modified or publication.date or "published"
    where = {"xml": addresses.xml(identifier), "pdf": addresses.pdf(identifier)}
    return Piece(
        key=identifier,
        category=category,
        document=DocumentId("tk", publication.known_as),
        given=given_of(publication, addresses.page(identifier)),
        files=tuple(File(where[form], _ACCEPT[form], stamp) for form in preferred(publication)),
        kind=category,  # the coverage counts by what was searched for
        date=_day(publication.date),
    )


def given_of(publication: Publication, page: str) -> Given:
    answer = publication.collection == "ah"
    return Given(
        file_name="",
        kind=_kind(publication),
        parliament=Parliament.TWEEDE_KAMER,
        title=publication.title,
        date=_day(publication.date),
        asked=_day(publication.asked) if publication.collection in ("ah", "kv") else None,
        answered=_day(publication.answered) if answer else None,
        numbers=publication.numbers,
        people=_people(publication),
        page_url=page,
    )


def _kind(publication: Publication) -> Kind | None:
    if publication.collection == "kv":
        return Kind.ORAL_QUESTION if publication.title.lower().startswith("mondelinge") else Kind.OPEN_QUESTION
    if publication.collection == "ah":
        return _kind_of_reply(publication.title.lower())
    return next((_KINDS[value.lower()] for _, value in publication.types if value.lower() in _KINDS), None)


def _kind_of_reply(title: str) -> Kind | None:
    """A bare "Mededeling" may postpone, refer to a letter or withdraw: it hints at nothing."""
    if "uitstel" in title:
        return Kind.POSTPONEMENT
    if title.startswith("nader antwoord"):
        return Kind.FOLLOW_UP_ANSWER
    return None if title.startswith("mededeling") else Kind.ANSWERED_QUESTION


def _people(publication: Publication) -> tuple[Person, ...]:
    """Members as askers; of the receivers the offices, since a name alone does not tell who answers."""
    if publication.collection not in ("ah", "kv"):
        return ()
    askers = (person for named in publication.askers for person in read_askers(named))
    offices = (person for named in publication.addressees for person in read_offices(named, Part.ADDRESSEE))
    return tuple(dict.fromkeys((*askers, *offices)))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
