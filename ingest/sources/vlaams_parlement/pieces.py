"""Entries to documents to be: pure functions of records.

One file makes one document. The file with the answer is the question's own document (``vp/schv-<id>``). Older questions
have two files, "vrg" and "antw": the answer takes that place, and the question's file becomes ``vp/pfile-<n>``, so that
both can be read and quoted at their place, and the question's document stays one when an answer arrives. Attachments
are ``vp/pfile-<n>`` too, where their type can be read; spreadsheets and pictures are known, and not taken.
"""

import re

from ingest.formats import sniff
from ingest.parsed import Given
from ingest.parsers.names import person_key
from ingest.parsers.numbers import stuk, written_question
from ingest.sources.source import File, Piece, Record
from ingest.sources.vlaams_parlement.addresses import Addresses
from ingest.sources.vlaams_parlement.entries import Actor, Attached, Entry, FileRole
from ingest.sources.vlaams_parlement.fields import ATTACHMENT, LOOSE_FILE, SOURCE, Soort
from kb.model.document import Number
from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament
from kb.settings import VlaamsParlementSettings

_READ = frozenset((sniff.PDF, sniff.DOCX, sniff.DOC, sniff.RTF, sniff.ODT, sniff.HTML, sniff.XML, sniff.TEXT))
_READ_EXTENSIONS = frozenset(("pdf", "docx", "doc", "rtf", "odt", "html", "htm", "xml", "txt"))
_NO_TYPE = frozenset(("", sniff.BINARY, "application/x-download"))
_EXTENSION_OF = {sniff.PDF: ".pdf", sniff.DOCX: ".docx", sniff.DOC: ".doc", sniff.RTF: ".rtf"}
_ORDER = (FileRole.BOTH, FileRole.ANSWER, FileRole.TEXT, FileRole.UNKNOWN, FileRole.SPOKEN, FileRole.QUESTION)
_SPOKEN_ORDER = (FileRole.SPOKEN, *(role for role in _ORDER if role is not FileRole.SPOKEN))
_STUK = re.compile(r"(\d{1,4})(?:-([A-Z]{1,2}))?$")
_KINDS = {
    "beleidsdocument": Kind.POLICY_NOTE,
    "beleids- en begrotingstoelichting": Kind.POLICY_NOTE,
    "conceptnota": Kind.POLICY_NOTE,
    "commissieverslag": Kind.REPORT,
}


def can_be_read(file: Attached) -> bool:
    """By its name, else by what the source calls its type; where neither says anything, its bytes will."""
    if file.extension:
        return file.extension in _READ_EXTENSIONS
    media_type = file.media_type.partition(";")[0].strip().lower()
    return media_type in _NO_TYPE or media_type in _READ


def main_file(entry: Entry) -> Attached | None:
    """The file that is the entry's own document; None where there is none yet, or none that can be read."""
    order = _SPOKEN_ORDER if entry.soort is Soort.VI else _ORDER
    texts = [file for file in entry.files if file.role is not FileRole.ATTACHMENT and can_be_read(file)]
    return min(texts, key=lambda file: order.index(file.role), default=None)


def attachments_of(entry: Entry) -> tuple[Attached, ...]:
    """Every other file that can be read."""
    main = main_file(entry)
    return tuple(file for file in entry.files if file != main and can_be_read(file) and file.piece_key)


def not_taken(entry: Entry) -> tuple[Attached, ...]:
    """Files that are known and not taken, since nothing here reads their type."""
    return tuple(file for file in entry.files if not can_be_read(file))


def keys_of(entry: Entry) -> tuple[str, ...]:
    """Keys of the pieces in which the entry has a part, its own first; also of files it names and does not make, so
    that a file which was a document by itself gives way when it becomes the question's own."""
    files = (file.piece_key for file in entry.files)
    return tuple(dict.fromkeys((entry.key, *(key for key in files if key))))


def own_piece(entry: Entry, settings: VlaamsParlementSettings) -> Piece | None:
    file = main_file(entry)
    if file is None:
        return None
    return Piece(
        entry.key,
        entry.kind,
        DocumentId(SOURCE, entry.key),
        _given(entry, file, settings),
        _files(entry, file, settings),
        entry.kind,
        entry.published,
    )


def file_piece(entry: Entry, key: str, settings: VlaamsParlementSettings) -> Piece | None:
    """The piece of one of its other files. It is listed with its entry and leaves with it; no window of its own shows
    it, and so its category is none that is listed."""
    file = next((file for file in attachments_of(entry) if file.piece_key == key), None)
    if file is None:
        return None
    return Piece(
        key,
        ATTACHMENT,
        DocumentId(SOURCE, key),
        _given_beside(entry, file, settings),
        _files(entry, file, settings),
        f"{ATTACHMENT} bij {entry.kind}",
        entry.published,
    )


def loose_piece(number: str, settings: VlaamsParlementSettings) -> Piece:
    """A file of which only the number is known."""
    addresses = Addresses(settings)
    key = f"pfile-{number}"
    numbers = (Number("pfile", number),)
    given = Given(parliament=Parliament.VLAAMS_PARLEMENT, numbers=numbers, url=addresses.pfile(number))
    files = (File(addresses.pfile(number)), File(addresses.pfile_again(number)))
    return Piece(key, LOOSE_FILE, DocumentId(SOURCE, key), given, files, LOOSE_FILE)


def loose_record(number: str) -> Record:
    return Record(LOOSE_FILE, f"pfile-{number}", f'{{"pfile": "{number}"}}')


def refusal(address: str, data: bytes) -> str:
    """Why these bytes cannot be the document at ``address``; "" where they can."""
    kind = sniff.media_type(data)
    if kind == sniff.EMPTY:
        return "it is empty"
    if "pfile" in address:
        if kind == sniff.HTML:
            return "it is a web page, not the file"
        return "" if kind in _READ else f"files of the kind {kind} are not read"
    if kind != sniff.HTML:
        return "" if kind in _READ else f"it is no web page, but of the kind {kind}"
    return "" if b"/verslag/" in data or b"meeting-speech" in data else "it is another page than that of a report"


def _files(entry: Entry, file: Attached, settings: VlaamsParlementSettings) -> tuple[File, ...]:
    addresses = Addresses(settings)
    if file.pfile:
        both = (addresses.pfile(file.pfile), addresses.pfile_again(file.pfile))
        return tuple(File(address, stamp=file.changed) for address in both)
    # A page changes a little with every visit. Where the search has no date of change for it, what became of the
    # question stands for one: a report that is corrected later without that is not seen.
    stamp = file.changed or f"{entry.status} {entry.spoken or ''}".strip()
    pages = addresses.spoken(file.address) or (file.address,)
    return tuple(File(address, "text/html", stamp) for address in pages)


def _address(file: Attached, addresses: Addresses) -> str:
    """Where a reader finds the file."""
    return addresses.pfile(file.pfile) if file.pfile else next(iter(addresses.spoken(file.address)), file.address)


def _given(entry: Entry, file: Attached, settings: VlaamsParlementSettings) -> Given:
    addresses = Addresses(settings)
    return Given(
        file_name=_file_name(entry, file),
        kind=_kind(entry, file),
        parliament=Parliament.VLAAMS_PARLEMENT,
        title=entry.title,
        date=entry.spoken or entry.published,
        asked=entry.asked,
        answered=entry.answered if file.role is not FileRole.QUESTION else None,
        numbers=_numbers(entry, file),
        themes=entry.themes,
        url=_address(file, addresses),
        people=tuple(_people(entry, file)),
        page_url=addresses.page(entry.soort, entry.id),
    )


def _given_beside(entry: Entry, file: Attached, settings: VlaamsParlementSettings) -> Given:
    addresses = Addresses(settings)
    if file.role is FileRole.QUESTION:
        return _given(entry, file, settings)
    name = file.name.removesuffix(f".{file.extension}") if file.extension else file.name
    return Given(
        file_name=_file_name(entry, file),
        parliament=Parliament.VLAAMS_PARLEMENT,
        title=f"{name or 'Bijlage'} (bij {entry.title})" if entry.title else name,
        date=entry.spoken or entry.published,
        numbers=(Number("pfile", file.pfile),) if file.pfile else (),
        themes=entry.themes,
        url=_address(file, addresses),
        page_url=addresses.page(entry.soort, entry.id),
    )


def _file_name(entry: Entry, file: Attached) -> str:
    """With the session, which the number of a written question wants and which not every file prints."""
    extension = f".{file.extension}" if file.extension else _EXTENSION_OF.get(file.media_type, "")
    return f"{entry.key} ({entry.session}){extension}" if entry.session else f"{entry.key}{extension}"


def _kind(entry: Entry, file: Attached) -> Kind | None:
    if entry.soort is Soort.VI:
        return Kind.ORAL_QUESTION
    if entry.soort is Soort.PI:
        return _KINDS.get(entry.kind)
    if file.role is FileRole.QUESTION or not (entry.answered or file.role in (FileRole.BOTH, FileRole.ANSWER)):
        return Kind.WITHDRAWN if entry.withdrawn else Kind.OPEN_QUESTION
    return Kind.ANSWERED_QUESTION


def _numbers(entry: Entry, file: Attached) -> tuple[Number, ...]:
    found = []
    if entry.soort is Soort.SCHV:
        found.append(Number("schv", str(entry.id)))
        if entry.number.isdigit():
            found.append(written_question(entry.number, entry.session))
    elif match := _STUK.match(entry.number):
        serial = entry.serial if entry.soort is Soort.PI else ""
        if entry.session:
            found.append(stuk(match.group(1), match.group(2) or "", entry.session, serial))
    if file.pfile:
        found.append(Number("pfile", file.pfile))
    return tuple(found)


def _people(entry: Entry, file: Attached) -> list[Person]:
    """As the parsers make them. A minister answers where there is an answer."""
    people = [_person(actor, Part.ASKER) for actor in entry.askers]
    people.extend(_person(actor, Part.ADDRESSEE) for actor in entry.ministers)
    if entry.soort is Soort.SCHV and _kind(entry, file) is Kind.ANSWERED_QUESTION:
        people.extend(_person(actor, Part.ANSWERER) for actor in entry.ministers)
    return people


def _person(actor: Actor, part: Part) -> Person:
    printed = f"{actor.name} ({actor.party})" if actor.party else actor.name
    return Person(part, printed, actor.name, person_key(actor.name, full_name=bool(actor.given)), actor.party)
