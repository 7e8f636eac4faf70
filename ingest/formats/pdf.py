"""PDF, page by page, through pypdf."""

import io
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ingest.formats.lines import Extracted
from ingest.formats.page_lines import lines_of
from ingest.formats.pdf_lines import PageText
from ingest.formats.printed import PrintedPage
from ingest.formats.quality import MIN_LETTERS_PER_PAGE, text_problems
from kb.errors import InputError, NoTextError
from kb.model.document import Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 5_000
MAX_SECONDS = 300  # for the text of all pages; only a file made to do harm takes so long
_BROKEN = "Open it in a PDF reader and save it again, or fetch it once more."


def read_pdf(data: bytes) -> Extracted:
    """Lines of all pages. Raises NoTextError for scanned pages, InputError for a file that cannot be read."""
    with _warnings() as warnings:
        reader = _open(data)
        pages, failed = _pages(reader)
        properties = _properties(reader)
    letters = sum(char.isalpha() for page in pages for line in page.lines for char in line.text)
    if letters < MIN_LETTERS_PER_PAGE and not failed:
        raise NoTextError(
            f"The PDF has no text layer: its {len(pages)} page{'s' * (len(pages) != 1)} hold images only.",
            "Run `ocrmypdf --language nld IN.pdf OUT.pdf` and add OUT.pdf, or add the file with OCR switched on.",
        )
    if failed and letters < MIN_LETTERS_PER_PAGE:
        raise InputError(f"None of the {len(pages)} pages of the PDF could be read.", _BROKEN)
    lines, dropped = lines_of(pages)
    problems = [*text_problems(lines), *failed]
    if warnings:
        problems.append(Problem("pdf_repaired", f"The PDF is not quite sound: {warnings[0]}", "Its text was read."))
    return Extracted(MEDIA_TYPE, lines, len(pages), properties, dropped, tuple(problems))


def _open(data: bytes) -> "PdfReader":
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise InputError("The PDF is locked with a password.", "Save it without the password and add it again.")
        count = len(reader.pages)
    except InputError:
        raise
    except (PyPdfError, OSError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise InputError("The PDF is damaged or cut short and cannot be read.", _BROKEN) from error
    except Exception as error:  # a library may raise anything on damaged bytes; nothing of it may get through
        raise InputError("The PDF cannot be read.", _BROKEN) from error
    if count == 0:
        raise InputError("The PDF has no pages.", _BROKEN)
    if count > MAX_PAGES:
        raise InputError(
            f"The PDF has {count} pages; {MAX_PAGES} is the most that is read.", "Split it and add the parts."
        )
    return reader


def _pages(reader: "PdfReader") -> tuple[list[PrintedPage], list[Problem]]:
    pages: list[PrintedPage] = []
    failed: list[Problem] = []
    begin = time.monotonic()
    for number, page in enumerate(reader.pages, start=1):
        if time.monotonic() - begin > MAX_SECONDS:
            raise InputError(f"The PDF takes longer than {MAX_SECONDS} seconds to read.", "Print it to a new PDF.")
        text = PageText()
        height = 0.0
        try:
            page.extract_text(visitor_text=text.visit)
            height = float(page.mediabox.height)
        except Exception:  # one bad page must not lose the others
            failed.append(
                Problem("page_unreadable", f"Page {number} could not be read; what was read of it is kept.", _BROKEN)
            )
        pages.append(PrintedPage(text.lines(), number, height))
    return pages, failed


def _properties(reader: "PdfReader") -> tuple[tuple[str, str], ...]:
    try:
        metadata: dict[str, Any] = dict(reader.metadata or {})
        pairs = [(str(key).lstrip("/").lower(), str(value).strip()) for key, value in metadata.items()]
    except Exception:  # damaged metadata is no reason to refuse the text
        return ()
    return tuple((key, value[:1_000]) for key, value in pairs if value and value != "None")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.messages) < 20:
            self.messages.append(record.getMessage()[:200])


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """pypdf's log messages, kept off standard error."""
    logger: Any = logging.getLogger("pypdf")
    collector = _Collector()
    propagate = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
