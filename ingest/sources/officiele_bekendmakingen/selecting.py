"""What a user asked for: by number, by words, by days and by publication."""

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.parsers.references import find_references
from ingest.sources.folder.numbers import number_of
from ingest.sources.officiele_bekendmakingen.addresses import (
    NEWEST_FIRST,
    Addresses,
    between,
    in_dossier,
    in_publications,
    query,
    with_number,
    with_words,
)
from ingest.sources.officiele_bekendmakingen.listing import Listing, windows_of
from ingest.sources.officiele_bekendmakingen.publication import is_identifier
from ingest.sources.officiele_bekendmakingen.records import CATEGORIES, read_metadata
from ingest.sources.port import Unusable
from ingest.sources.source import Page, Selection
from kb.errors import AbsentError, InputError, RefusedError, UnexpectedError
from kb.model.document import Number, Problem, Section
from kb.model.identity import DocumentId
from kb.model.terms import Parliament, Role

_KAMERSTUK = re.compile(
    r"(?:kamerstuk(?:ken)?|tk|kst)?\s*(?:ii\b)?\s*,?\s*(?<!\d)(\d{2})[ .]?(\d{3})(?:[\s-]+([ivxlc]+|[a-z]|\d{2}))?"
    r"\s*(?:,|-|\s)\s*(?:nr\.?|nummer|n°)?\s*(\d{1,4})",
    re.IGNORECASE,
)
_EXAMPLES = 'Such as ah-tk-20242025-594, kv-tk-2024Z18561, 2024Z18561, "31 288, nr. 948" or the dossier 31288.'


@dataclass(frozen=True, slots=True)
class Selecting:
    listing: Listing
    addresses: Addresses
    fetcher: Fetcher
    publications: tuple[str, ...]  # those of the settings, for a selection without its own

    def pages(self, selection: Selection, since: dt.date, today: dt.date) -> Iterator[Page]:
        kinds = known_kinds(selection.kinds, self.publications)
        numbers = tuple(number_in(written) for written in selection.numbers)
        narrowed = (with_words(selection.about), between(selection.since, selection.until))
        if numbers:
            for number in numbers:
                yield from self._numbered(number, in_publications(kinds), *narrowed)
        elif selection.about:
            wanted = in_publications(kinds or self.publications)
            yield from self.listing.whole(query(wanted, *narrowed, order=NEWEST_FIRST))
        else:
            for category in kinds or self.publications:
                last = min(selection.until or today, today)
                for window in windows_of(category, selection.since or since, "", last):
                    asked = query(in_publications([category]), between(window.first, window.last))
                    yield from self.listing.whole(asked, category)

    def _numbered(self, number: Number, *narrowed: str) -> Iterator[Page]:
        """A piece by its id from the site's own description, which comes at once; where there is none, or more was
        asked, from the search interface: by the number, and a Kamerstuk by its place in a dossier too."""
        if is_identifier(number.value) and not any(narrowed) and (page := self._described(number)):
            yield page
            return
        questions = [with_number(number)]
        if place := re.fullmatch(r"kst-(\d{5}(?:-[A-Z\d]+)*?)-([A-Z]?\d{1,4})", number.value):
            questions.append(in_dossier(place[1], place[2]))
        for asked in questions:
            found = False
            for page in self.listing.whole(query(asked, *narrowed, order=NEWEST_FIRST)):
                found = found or bool(page.records)
                yield page
            if found:
                return
        absent = Problem(
            "not_found",
            f"officielebekendmakingen.nl has nothing under {number.value}.",
            "Check the number; a new piece can take some days to appear there.",
        )
        yield Page((), "", unusable=(Unusable(DocumentId("tk", number.value), number.value, absent),))

    def _described(self, number: Number) -> Page | None:
        """None where there is no description; a missing one gives an error page with status 200, or a redirect."""
        address = self.addresses.metadata(number.value)
        try:
            answer = self.fetcher.get(address, accept="application/xml")
            record, findings = read_metadata(answer.data, address, number.value)
        except (AbsentError, RefusedError, UnexpectedError):
            return None
        return Page((record,), "", findings=findings)


def number_in(written: str) -> Number:
    """ "31 288 nr 948", "Aanhangsel Handelingen 2024-2025, nr. 594", "AH-TK-20242025-594-n1" -> the number.

    Raises InputError for what is no number of this source.
    """
    text = " ".join(written.split())
    number = number_of(text)
    if number is None and (found := _KAMERSTUK.fullmatch(text)):
        dossier, addition = found[1] + found[2], f"-{found[3].upper()}" if found[3] else ""
        number = Number("kamerstuk", f"kst-{dossier}{addition}-{int(found[4])}")
    if number is None:
        section = Section("number", Role.TEXT, text)
        found_in = (reference.number for reference in find_references([section], Parliament.TWEEDE_KAMER))
        number = next((found for found in found_in if found), None)
    if number is None or not with_number(number):
        raise InputError(f'"{written}" is not a number that officielebekendmakingen.nl knows.', _EXAMPLES)
    return Number(number.scheme, re.sub(r"-N(\d+)$", r"-n\1", number.value) if _is_erratum(text) else number.value)


def _is_erratum(text: str) -> bool:
    return bool(re.search(r"\d-n\d+$", text, re.IGNORECASE))


def known_kinds(wanted: tuple[str, ...], configured: tuple[str, ...]) -> tuple[str, ...]:
    """The publications meant, in the source's own spelling. Raises InputError for another."""
    known = tuple(dict.fromkeys((*configured, *CATEGORIES)))
    found = []
    for kind in wanted:
        same = next((name for name in known if name.lower() == kind.strip().lower()), None)
        if same is None:
            near = difflib.get_close_matches(kind, known, n=1, cutoff=0.5)
            advice = f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(known)}."
            raise InputError(f'officielebekendmakingen.nl has no publication "{kind}".', advice)
        found.append(same)
    return tuple(found)
