"""`loket parse`: how a file is read. Needs no corpus, index or model."""

import argparse
import datetime as dt
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from kb.errors import InputError
from kb.model.document import Document, Provenance
from kb.model.identity import DocumentId
from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.document_text import write_document, write_references
from ui.cli.exits import Exit
from ui.jsonform import written
from ui.messages import commands

if TYPE_CHECKING:
    from ingest.parsed import Parsed


def arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path, help=parser.say(commands.HELP_FILE))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ingest.parsed_json import parsed_as_json
    from ingest.reading import read_document
    from ingest.sources.folder.metadata import read_metadata

    path: Path = given.file
    data = _read(path, context)
    beside = read_metadata(path.absolute().parent, [path.name]).of(path.name)
    parsed = read_document(data, beside.given)
    if given.json:
        context.terminal.line(written(parsed_as_json(parsed), indented=True))
    else:
        write_document(_as_document(parsed, path, data), context)
        write_references(parsed.references, context)
    return Exit.DONE


def _read(path: Path, context: Context) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = context.say(commands.FILE_UNREADABLE, file=path, why=error.strerror)
        raise InputError(message, context.say(commands.CHECK_PATH)) from error


def _as_document(parsed: "Parsed", path: Path, data: bytes) -> Document:
    """As it would be stored, for showing."""
    provenance = Provenance(
        location=str(path),
        media_type=parsed.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        retrieved_at=dt.datetime.now(dt.UTC),
        url=parsed.url,
    )
    return Document(
        id=DocumentId("file", path.name),
        version=1,
        kind=parsed.kind,
        title=parsed.title,
        provenance=provenance,
        parliament=parsed.parliament,
        numbers=parsed.numbers,
        dates=parsed.dates,
        people=parsed.people,
        themes=parsed.themes,
        session=parsed.session,
        sections=parsed.sections,
        pairs=parsed.pairs,
        references=parsed.references,
        problems=parsed.problems,
    )
