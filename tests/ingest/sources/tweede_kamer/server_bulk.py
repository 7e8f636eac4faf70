"""Entities by the ten thousand, reckoned when they are asked for and never held."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tests.ingest.sources.tweede_kamer.server_state import Entity, guid, number_in
from tests.ingest.sources.tweede_kamer.server_texts import answer_text

_FIRST = dt.date(2024, 9, 17)
_OFFICE = "Minister van Onderwijs, Cultuur en Wetenschap"
_NAMES = ("Verbeek", "Lammers", "Okafor", "De Wit", "Yilmaz", "Van Houten", "Peeters")
_THINGS = ("schoolgebouwen", "stages", "lesmateriaal", "fietspaden", "waterkwaliteit", "loketten", "treinverbindingen")


@dataclass(frozen=True, slots=True)
class Bulk:
    """``documents`` documents, ``files`` of them answers with a zaak, actors and a file; of the others one in seven
    is deleted and the rest attachments, which nobody collects."""

    documents: int
    files: int

    @property
    def step(self) -> int:
        return max(1, self.documents // self.files) if self.files else self.documents + 1

    def is_answer(self, at: int) -> bool:
        return bool(self.files) and at % self.step == 0 and at // self.step < self.files

    def after(self, category: str, token: int, most: int) -> Iterator[Entity]:
        """In order of their tokens (1 for the first)."""
        total = {
            "Document": self.documents,
            "Zaak": self.files,
            "DocumentVersie": self.files,
            "ZaakActor": 2 * self.files,
        }
        for at in range(token, min(token + most, total.get(category, 0))):
            entity = self.find(guid(category, at))
            assert entity
            yield entity

    def find(self, key: str) -> Entity | None:
        category, at = key[:8], number_in(key)
        if category == guid("Document", 0)[:8] and at < self.documents:
            return self._document(at)
        if category == guid("Zaak", 0)[:8] and at < self.files:
            return self._case(at)
        if category == guid("DocumentVersie", 0)[:8] and at < self.files:
            return self._version(at)
        if category == guid("ZaakActor", 0)[:8] and at < 2 * self.files:
            return self._actor(at)
        return None

    def file(self, key: str) -> bytes | None:
        at = number_in(key)
        if key[:8] != guid("Document", 0)[:8] or at >= self.documents or not self.is_answer(at):
            return None
        return self._text(at // self.step)

    def _document(self, at: int) -> Entity:
        entity = Entity("Document", guid("Document", at), at + 1)
        if self.is_answer(at):
            own = at // self.step
            entity.fields = {
                "soort": "Antwoord schriftelijke vragen",
                "documentNummer": f"2024D{at:05}",
                "volgnummer": -1,
                "kamer": 2,
                "onderwerp": f"Antwoord op vragen van het lid {_name(own)} (D66) over {_subject(own)}",
                "datum": _day(own) + dt.timedelta(days=21),
                "datumOntvangst": _day(own) + dt.timedelta(days=21),
                "aanhangselnummer": f"2425{own + 1:05}",
                "vergaderjaar": "2024-2025",
                "organisatie": "Tweede Kamer",
            }
            entity.links = [("zaak", guid("Zaak", own)), ("huidigeDocumentVersie", guid("DocumentVersie", own))]
            entity.length, entity.media_type = len(self._text(own)), "text/plain"
        elif at % 7 == 3:
            entity.deleted = True
        else:
            entity.fields = {
                "soort": "Bijlage",
                "documentNummer": f"2024D{at:05}",
                "onderwerp": "Bijlage",
                "volgnummer": -1,
                "datum": _FIRST,
                "kamer": 2,
            }
            entity.length, entity.media_type = 1000, "application/pdf"
        return entity

    def _case(self, own: int) -> Entity:
        fields: dict[str, object] = {
            "nummer": f"2024Z{own:05}",
            "soort": "Schriftelijke vragen",
            "onderwerp": _subject(own),
            "gestartOp": _day(own),
            "volgnummer": -1,
            "status": "Vrijgegeven",
            "afgedaan": True,
            "grootProject": False,
        }
        return Entity("Zaak", guid("Zaak", own), own + 1, fields)

    def _version(self, own: int) -> Entity:
        fields: dict[str, object] = {"versienummer": 1, "externeidentifier": f"ah-tk-20242025-{own + 1}"}
        return Entity(
            "DocumentVersie",
            guid("DocumentVersie", own),
            own + 1,
            fields,
            [("document", guid("Document", own * self.step))],
        )

    def _actor(self, at: int) -> Entity:
        own, is_minister = divmod(at, 2)
        fields: dict[str, object] = (
            {"actorNaam": "Ilse Maas (I.)", "functie": _OFFICE, "relatie": "Gericht aan"}
            if is_minister
            else {"actorNaam": _name(own), "actorFractie": "D66", "functie": "Tweede Kamerlid", "relatie": "Indiener"}
        )
        return Entity("ZaakActor", guid("ZaakActor", at), at + 1, fields, [("zaak", guid("Zaak", own))])

    def _text(self, own: int) -> bytes:
        subject = _subject(own)
        pairs = (
            (f"Kent u het bericht over {subject}?", "Ja, dat bericht ken ik."),
            (
                f"Wat doet u aan {subject}?",
                f"In {2025 + own % 5} volgt een plan voor {subject}, met {own + 1} miljoen euro.",
            ),
        )
        asked = _day(own)
        answered = asked + dt.timedelta(days=21)
        annex = f"2425{own + 1:05}"
        return answer_text(annex, subject, f"{_name(own)} (D66)", _OFFICE, "Maas", asked, answered, pairs).encode()


def _name(own: int) -> str:
    return _NAMES[own % len(_NAMES)]


def _subject(own: int) -> str:
    return f"{_THINGS[own % len(_THINGS)]} in gemeente {own}"


def _day(own: int) -> dt.date:
    return _FIRST + dt.timedelta(days=own % 300)
