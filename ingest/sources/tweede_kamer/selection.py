"""What a user wants of the Tweede Kamer -> questions to OData. Pure."""

import datetime as dt
import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.sources.source import Selection
from ingest.sources.tweede_kamer import numbers
from ingest.sources.tweede_kamer.addresses import Addresses, Form, text_value
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
# The interface refuses conditions of more than a hundred nodes; a comparison has four or five (seen in October 2026).
KINDS_AT_ONCE = 8
IDS_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Question:
    """One question to OData. ``words`` must all stand in a row's subject, title or text; ``addition`` (None: any) in
    its dossier's name; ``kinds`` (empty: any) and the days are what a document that came by its key must be.
    ``number`` is what the user typed for it."""

    category: str
    conditions: tuple[str, ...]
    words: tuple[str, ...] = ()
    addition: str | None = None
    number: str = ""
    publication: str = ""
    form: Form = Form.WHOLE
    kinds: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def otherwise(self) -> "Question | None":
        """What to ask where this is refused (a column or expansion that this version does not have) or finds
        nothing: the piece by its publication, a commitment without what belongs to it."""
        if self.publication:
            return Question(self.category, (_published(self.publication),), self.words, number=self.number)
        if self.category == PROMISE and self.form is Form.WHOLE:
            return replace(self, form=Form.BARE)
        return None


def questions(selection: Selection, addresses: Addresses) -> tuple[Question, ...]:
    """Raises InputError for a kind or number that the Chamber does not have."""
    if not selection:
        raise InputError("Nothing was selected.", "Say --about, --since, --kind or --number.")
    kinds = _known_kinds(selection, addresses)
    terms = tuple(tuple(term.casefold().split()) for term in selection.about.split(",") if term.split()) or ((),)
    if selection.numbers:
        return _numbered(selection, kinds, terms, addresses)
    return tuple(question for term in terms for question in _listed(selection, kinds, term, addresses))


def following(question: Question, keys: list[str], selection: Selection, addresses: Addresses) -> tuple[Question, ...]:
    """What to ask after one that gives keys: a search for documents, a search for zaken, the documents of zaken."""
    groups = [keys[at : at + IDS_AT_ONCE] for at in range(0, len(keys), IDS_AT_ONCE)]
    conditions = [(f"Id in ({','.join(group)})",) for group in groups]
    if question.category == CASE and question.form is Form.SEARCH:
        return tuple(Question(CASE, one, form=Form.DOCUMENTS) for one in conditions)
    wanted = tuple(_known_kinds(selection, addresses) or addresses.settings.kinds)
    return tuple(Question(PAPER, one, kinds=wanted, since=selection.since, until=selection.until) for one in conditions)


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


def _listed(
    selection: Selection, kinds: tuple[str, ...], words: tuple[str, ...], addresses: Addresses
) -> Iterator[Question]:
    """Documents with the words in their subject; through their zaak, those that only their question names; and the
    commitments that say them."""
    papers = [kind for kind in kinds or addresses.settings.kinds if kind != PROMISE]
    days = _days("Datum", selection)
    form = Form.SEARCH if words else Form.WHOLE
    for at in range(0, len(papers), KINDS_AT_ONCE):
        conditions = (*_of_kinds(papers[at : at + KINDS_AT_ONCE]), *days, *_contains("Onderwerp", words))
        yield Question(PAPER, conditions, words, form=form)
    if words and any("vragen" in kind or "Mededeling" in kind for kind in papers):
        of_question = f"Soort eq {text_value(numbers.QUESTIONS)}"
        yield Question(CASE, (of_question, *_contains("Onderwerp", words)), words, form=Form.SEARCH)
    if PROMISE in kinds or (words and not kinds):
        yield Question(PROMISE, (*_contains("Tekst", words), *_days("Aanmaakdatum", selection)), words)


def _contains(field: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Only the longest word is asked of the server: `contains` is slow there, several of them far slower."""
    return (f"contains({field},{text_value(max(words, key=len))})",) if words else ()


def _numbered(
    selection: Selection, kinds: tuple[str, ...], terms: tuple[tuple[str, ...], ...], addresses: Addresses
) -> tuple[Question, ...]:
    """Of a whole zaak or dossier come the kinds that are collected; a single piece comes whatever it is."""
    made: list[Question] = []
    for typed in selection.numbers:
        asked = numbers.asked(typed)
        whole = bool(asked.case or (asked.dossier and not asked.serial))
        wanted = kinds or (addresses.settings.kinds if whole else ())
        question = Question(
            PROMISE if asked.promise else PAPER,
            _number_conditions(asked, addresses),
            addition=asked.addition if asked.dossier else None,
            number=typed,
            publication=asked.publication,
            kinds=() if asked.promise else tuple(wanted),
            since=selection.since,
            until=selection.until,
        )
        made.extend(replace(question, words=term) for term in terms)
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
