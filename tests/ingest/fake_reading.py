"""A reader for the tests of the pipeline: text files whose first word says what happens to them."""

import os
import time

from ingest.parsed import Given, Parsed
from kb.errors import InputError, NoTextError
from kb.model.document import Problem, Section
from kb.model.terms import Kind, Role


def fake_read(data: bytes, given: Given) -> Parsed:
    """A function of a module, so that other processes can be told to call it."""
    word = data.split(b" ", 1)[0].decode("ascii", "replace")
    match word:
        case "":
            raise InputError("The file is empty.", "Save it again.")
        case "SCAN":
            raise NoTextError("The pages are pictures.", "Run OCR first.")
        case "CRASH":
            raise ZeroDivisionError
        case "STOP":
            raise KeyboardInterrupt
        case "DIE":
            os._exit(7)
        case "SHAPELESS":
            return Parsed("fake/1", Kind.GENERIC, given.file_name, sections=7)  # type: ignore[arg-type]
        case "SLOW":
            time.sleep(0.02)
    text = data.decode("utf-8", "surrogateescape")
    return Parsed(
        parser="fake/1",
        kind=given.kind or Kind.GENERIC,
        title=given.title or given.file_name,
        sections=(Section("s1", Role.TEXT, text),),
        parliament=given.parliament,
        problems=(Problem("odd", "Iets vreemds."),) if word == "ODD" else (),
        media_type="text/plain",
    )


def process_read(_data: bytes, _given: Given) -> Parsed:
    """Says which process read it."""
    return Parsed("fake/1", Kind.GENERIC, str(os.getpid()), ())
