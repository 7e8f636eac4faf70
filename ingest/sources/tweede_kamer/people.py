"""Actors -> people with the part they play in a document."""

import re
from collections.abc import Iterable

from ingest.parsers.names import person_key
from ingest.parsers.people import read_offices
from ingest.sources.tweede_kamer.entities import Actor, Paper
from ingest.sources.tweede_kamer.records import ASKED, ASKING
from kb.model.people import Part, Person

_INITIALS = re.compile(r"\s*\((?:[A-Z][a-z]?\.\s?)+\)\s*$")  # "Aukje de Vries (A.)"


def people_of(paper: Paper, of_cases: Iterable[Actor], of_paper: Iterable[Actor]) -> tuple[Person, ...]:
    """Who asks and who is asked (from the zaak), who answers or signs (from the document)."""
    cases = sorted(of_cases, key=lambda actor: (_RANK.get(actor.relation, 9), actor.name))
    people = [_member(actor) for actor in cases if actor.relation in ASKING and actor.name]
    people += [_minister(actor, Part.ADDRESSEE) for actor in cases if actor.relation == ASKED and actor.name]
    signing = _SIGNING_PART.get(paper.kind.split(" ")[0])
    if signing:
        signed = sorted(of_paper, key=lambda actor: (not actor.relation.startswith("Eerste"), actor.name))
        # a member of the Chamber signs a question, never its answer
        people += [_minister(actor, signing) for actor in signed if actor.name and not actor.party]
    return tuple(dict.fromkeys(people))


_RANK = {relation: rank for rank, relation in enumerate((*ASKING, ASKED))}
_SIGNING_PART = {"Antwoord": Part.ANSWERER, "Mededeling": Part.NOTIFIER, "Brief": Part.SIGNATORY}


def _name(actor: Actor) -> str:
    return _INITIALS.sub("", actor.name)


def _member(actor: Actor) -> Person:
    name = _name(actor)
    printed = f"{name} ({actor.party})" if actor.party else name
    return Person(Part.ASKER, printed, name, person_key(actor.name), actor.party)


def _minister(actor: Actor, part: Part) -> Person:
    """ "minister van Onderwijs, Cultuur en Wetenschap": office and portfolio apart, as the parsers do."""
    name, key = _name(actor), person_key(actor.name)
    offices = read_offices(actor.office, part)
    if not offices:
        return Person(part, f"{actor.office} {name}".strip(), name, key)
    # "viceminister-president, minister van Financiën": the one with a portfolio
    office = next((one for one in offices if one.portfolio), offices[0])
    said = office.office[:1].upper() + office.office[1:]
    printed = f"{said} {name} ({office.portfolio})" if office.portfolio else f"{said} {name}"
    return Person(part, printed, name, key, "", said, office.portfolio)
