"""What a user wants of the Tweede Kamer -> questions to OData. Pure."""

import datetime as dt
import difflib
from dataclasses import dataclass

from ingest.sources.source import Selection
from ingest.sources.tweede_kamer import numbers
from ingest.sources.tweede_kamer.addresses import Addresses, text_value
from ingest.sources.tweede_kamer.dates import midnight
from ingest.sources.tweede_kamer.fields import CASE, PAPER, PROMISE
from kb.errors import InputError

# The Chamber's kinds of documents with more than a thousand pieces, and those of written questions; others can be
# asked for once they stand in config.toml.
KINDS = (
    "Schriftelijke vragen", "Antwoord schriftelijke vragen", "Antwoord schriftelijke vragen (nader)",
    "Mededeling (uitstel antwoord)", "Mededeling", "Brief regering", "Bijlage", "Motie", "Motie (gewijzigd/nader)",
    "Brief commissie aan bewindspersoon", "Brief lid / fractie", "Amendement", "Position paper",
    "Verslag van een algemeen overleg", "Verslag van een commissiedebat", "Verslag van een schriftelijk overleg",
    "Lijst van vragen", "Lijst van vragen en antwoorden", "Verslag houdende een lijst van vragen en antwoorden",
    "Voorstel van wet", "Memorie van toelichting", "Brief commissie", "Aanhangsel van de Handelingen",
    "Mondelinge vragen", "Interpellatievragen", "Initiatiefnota", "Jaarverslag", "Rapport",
    "Nota n.a.v. het (nader/tweede nader/enz.) verslag", "Verslag van een wetgevingsoverleg",
    "Verslag van een notaoverleg",
)  # fmt: skip
IDS_AT_ONCE = 20  # an address stays well under 2,000 characters


@dataclass(frozen=True, slots=True)
class Question:
    """One question to OData. ``words`` must all stand in a document's subject or title; ``addition`` (None: any) in
    its dossier's name. ``number`` is what the user typed for it, and ``publication`` the id by which it is asked for
    where this question is refused (a column that this version does not have) or finds nothing."""

    category: str
    conditions: tuple[str, ...]
    words: tuple[str, ...] = ()
    addition: str | None = None
    number: str = ""
    publication: str = ""

    @property
    def leads_to_papers(self) -> bool:
        """The rows only name documents."""
        return self.category == CASE

    @property
    def otherwise(self) -> "Question | None":
        """The same piece, asked for by its publication."""
        if not self.publication:
            return None
        return Question(self.category, (_published(self.publication),), self.words, number=self.number)


def questions(selection: Selection, addresses: Addresses) -> tuple[Question, ...]:
    """Raises InputError for a kind or number that the Chamber does not have."""
    if not selection:
        raise InputError("Nothing was selected.", "Say --about, --since, --kind or --number.")
    kinds = _known_kinds(selection, addresses)
    words = tuple(tuple(term.casefold().split()) for term in selection.about.split(",") if term.split())
    if selection.numbers:
        return _numbered(selection, kinds, words, addresses)
    made: list[Question] = []
    papers = [kind for kind in kinds or addresses.settings.kinds if kind != PROMISE]
    for term in words or ((),):
        if papers:
            made.extend(_about(term, (*_of_kinds(papers), *_days("Datum", selection))))
        if PROMISE in kinds or (term and not kinds):
            conditions = (*_contains("Tekst", term), *_days("Aanmaakdatum", selection))
            made.append(Question(PROMISE, conditions, words=term))
    return tuple(made)


def by_keys(keys: list[str], selection: Selection, addresses: Addresses) -> tuple[Question, ...]:
    """The documents of those keys, as far as the rest of the selection wants them."""
    kinds = [kind for kind in _known_kinds(selection, addresses) or addresses.settings.kinds if kind != PROMISE]
    narrowed = (*_of_kinds(kinds), *_days("Datum", selection))
    groups = [keys[at : at + IDS_AT_ONCE] for at in range(0, len(keys), IDS_AT_ONCE)]
    return tuple(Question(PAPER, (_any_of("Id eq {}", group), *narrowed)) for group in groups)


def _known_kinds(selection: Selection, addresses: Addresses) -> tuple[str, ...]:
    known = {kind.casefold(): kind for kind in (*KINDS, *addresses.settings.kinds, PROMISE)}
    found = []
    for kind in selection.kinds:
        if kind.casefold() not in known:
            near = difflib.get_close_matches(kind.casefold(), known, n=1, cutoff=0.0)[0]
            raise InputError(
                f"'{kind}' is no kind of document of the Tweede Kamer that is known here.",
                f"Did you mean '{known[near]}'? Another can be added to tweede_kamer.kinds in config.toml.",
            )
        found.append(known[kind.casefold()])
    return tuple(found)


def _about(words: tuple[str, ...], narrowed: tuple[str, ...]) -> list[Question]:
    """Documents with the words in their subject; and, through their zaak, those that only their question names."""
    if not words:
        return [Question(PAPER, narrowed)]
    case = f"Soort eq {text_value(numbers.QUESTIONS)}"
    found = [Question(PAPER, (*narrowed, *_contains("Onderwerp", words)), words)]
    if any(kind in condition for kind in ("vragen", "Mededeling") for condition in narrowed):
        found.append(Question(CASE, (case, *_contains("Onderwerp", words)), words))
    return found


def _contains(field: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Only the longest word is asked of the server: `contains` is slow there, several of them far slower."""
    return (f"contains({field},{text_value(max(words, key=len))})",) if words else ()


def _numbered(
    selection: Selection, kinds: tuple[str, ...], words: tuple[tuple[str, ...], ...], addresses: Addresses
) -> tuple[Question, ...]:
    made = []
    for typed in selection.numbers:
        asked = numbers.asked(typed)
        whole = bool(asked.case or (asked.dossier and not asked.serial))
        narrowed = _of_kinds(kinds or (addresses.settings.kinds if whole else ()))
        category = PROMISE if asked.promise else PAPER
        days = _days("Aanmaakdatum" if asked.promise else "Datum", selection)
        conditions = (*_number_conditions(asked, addresses), *(() if asked.promise else narrowed), *days)
        addition = asked.addition if asked.dossier else None
        for term in words or ((),):
            made.append(Question(category, conditions, term, addition, typed, asked.publication))
    return tuple(made)


def _number_conditions(asked: numbers.Asked, addresses: Addresses) -> tuple[str, ...]:
    if asked.key:
        return (f"Id eq {asked.key}",)
    if asked.paper:
        return (f"{addresses.column(PAPER, 'Nummer')} eq {text_value(asked.paper)}",)
    if asked.case:
        return (f"Zaak/any(z: z/Nummer eq {text_value(asked.case)})",)
    if asked.annex:
        return (f"Aanhangselnummer eq {text_value(asked.annex)}",)
    if asked.publication and not asked.dossier:
        return (_published(asked.publication),)
    if asked.promise:
        return (f"Nummer eq {text_value(asked.promise)}",)
    dossier = f"Kamerstukdossier/any(d: d/Nummer eq {int(asked.dossier)})"
    serial = f"{addresses.column(PAPER, 'Ondernummer')} eq {int(asked.serial or 0)}"
    return (dossier, serial) if asked.serial else (dossier,)


def _published(publication: str) -> str:
    return f"DocumentVersie/any(v: v/ExterneIdentifier eq {text_value(publication)})"


def _of_kinds(kinds: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (_any_of("Soort eq {}", [text_value(kind) for kind in kinds]),) if kinds else ()


def _any_of(form: str, values: list[str]) -> str:
    return f"({' or '.join(form.format(value) for value in values)})"


def _days(field: str, selection: Selection) -> tuple[str, ...]:
    first = (f"{field} ge {midnight(selection.since)}",) if selection.since else ()
    last = (f"{field} lt {midnight(selection.until + dt.timedelta(days=1))}",) if selection.until else ()
    return (*first, *last)
