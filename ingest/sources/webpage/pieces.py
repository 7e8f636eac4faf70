"""A visited address to a piece. Pure."""

from ingest.formats import sniff
from ingest.parsed import Given
from ingest.sources.source import File, Piece
from ingest.sources.webpage.addresses import document_of, parliament_of
from ingest.sources.webpage.records import CATEGORY, Visited

_WORDS = {sniff.HTML: "page", sniff.PDF: "pdf"}


def piece_of(visited: Visited) -> Piece | None:
    """None for a page that is not there. The stamp is that of the text, so that a page whose bytes differ at every
    visit is not taken in again."""
    if visited.absent:
        return None
    given = Given(
        parliament=parliament_of(visited.address),
        title=visited.title,
        date=visited.date,
        url=visited.address,
        page_url=visited.address,
    )
    return Piece(
        key=visited.address,
        category=CATEGORY,
        document=document_of(visited.address),
        given=given,
        files=(File(visited.address, visited.media_type, visited.stamp),),
        kind=_WORDS.get(visited.media_type, "file"),
        date=visited.date,
    )


def refuses(expected: str, data: bytes) -> str:
    """``expected`` is what the address gave when it was visited."""
    found = sniff.media_type(data)
    if found == expected:
        return ""
    return f"it is {found}, and was {expected} when it was visited"
