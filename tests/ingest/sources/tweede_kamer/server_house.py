"""What happens in a Chamber of the tests: questions, answers, changes, deletions; each takes a place in the order."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.ingest.sources.tweede_kamer import server_texts
from tests.ingest.sources.tweede_kamer.server_bulk import Bulk
from tests.ingest.sources.tweede_kamer.server_state import CATEGORIES, Entity, guid

OFFICE = "Minister van Onderwijs, Cultuur en Wetenschap"


@dataclass(slots=True)
class House:
    """``bulk`` documents are generated besides what is added, ``bulk_files`` of them wanted and with a file."""

    bulk: int = 0
    bulk_files: int = 0
    entities: dict[str, Entity] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    order: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    generated: Bulk = field(init=False)
    _next: dict[str, int] = field(default_factory=dict)
    _tokens: int = 0

    def __post_init__(self) -> None:
        self.generated = Bulk(self.bulk, self.bulk_files)
        self._tokens = 10 * (self.bulk + 1)
        self.order = {category: [] for category in CATEGORIES}

    def add_question(
        self,
        number: str,
        subject: str,
        asked: dt.date,
        *,
        askers: tuple[tuple[str, str], ...] = (("Noor Verbeek (N.)", "D66"),),
        ministers: tuple[tuple[str, str], ...] = (("Ilse Maas (I.)", OFFICE),),
        document: str = "",
        questions: tuple[str, ...] = ("Bent u bekend met het bericht?", "Welke maatregelen neemt u?"),
        text: str = "",
    ) -> str:
        """A zaak with its actors and its question; the key of the question's document."""
        case = self._new(
            "Zaak",
            {
                "nummer": number,
                "soort": "Schriftelijke vragen",
                "onderwerp": subject,
                "gestartOp": asked,
                "organisatie": "Tweede Kamer",
                "volgnummer": -1,
                "status": "Vrijgegeven",
                "afgedaan": False,
                "grootProject": False,
            },
        )
        roles = [
            (name, party, "Tweede Kamerlid", "Indiener" if not at else "Medeindiener")
            for at, (name, party) in enumerate(askers)
        ]
        roles += [(name, None, office, "Gericht aan") for name, office in ministers]
        roles.append(("TK", None, None, "Voortouwcommissie"))
        for name, party, office, relation in roles:
            fields = {"actorNaam": name, "actorFractie": party, "functie": office, "relatie": relation}
            self._new("ZaakActor", fields, [("zaak", case)])
        name, party = askers[0]
        asker = f"{name.partition(' (')[0]} ({party})"
        body = text or server_texts.question_text(number, subject, asker, ministers[0][1], asked, questions)
        title = f"Vragen van het lid {asker} over {subject}"
        key = self.add_paper(
            "Schriftelijke vragen", document or number.replace("Z", "D"), title, asked, body, cases=(case,)
        )
        self.publish(key, f"kv-tk-{number}")
        return key

    def add_answer(
        self,
        number: str,
        annex: str,
        answered: dt.date,
        *,
        document: str = "",
        kind: str = "Antwoord schriftelijke vragen",
        pairs: tuple[tuple[str, str], ...] = (
            ("Bent u bekend met het bericht?", "Ja."),
            ("Welke maatregelen neemt u?", "Het loket wordt in het voorjaar uitgebreid en de toets wordt ingevoerd."),
        ),
        text: str = "",
        published: bool = True,
    ) -> str:
        """The answer (or a further one, by ``kind``) to the question of that zaak number."""
        case, subject, asked, asker = self._question(number)
        body = text or server_texts.answer_text(annex, subject, asker, OFFICE, "Maas", asked, answered, pairs)
        case.fields["afgedaan"] = True
        self._touch(case)
        title = f"Antwoord op vragen van het lid {asker} over {subject}"
        key = self.add_paper(
            kind, document or f"20{annex[:2]}D{annex[4:]}", title, answered, body, cases=(case.key,), annex=annex
        )
        self.add_actor(key, "Ilse Maas (I.)", OFFICE)
        if published:
            self.publish(key, f"ah-tk-20{annex[:2]}20{annex[2:4]}-{int(annex[4:])}")
        return key

    def add_notice(self, number: str, annex: str, sent: dt.date, *, document: str = "") -> str:
        """A postponement of the answer to that zaak."""
        case, subject, asked, asker = self._question(number)
        body = server_texts.notice_text(subject, asker, OFFICE, "Maas", asked, sent, "Bent u bekend met het bericht?")
        title = f"Uitstel beantwoording vragen van het lid {asker} over {subject}"
        return self.add_paper(
            "Mededeling (uitstel antwoord)",
            document or f"20{annex[:2]}D{annex[4:]}",
            title,
            sent,
            body,
            cases=(case.key,),
            annex=annex,
        )

    def add_letter(
        self,
        document: str,
        subject: str,
        day: dt.date,
        *,
        dossier: int = 31288,
        addition: str | None = None,
        serial: int = 1,
        paragraphs: tuple[str, ...] = ("Met deze brief informeer ik uw Kamer over de voortgang van het loket.",),
    ) -> str:
        case = self._new(
            "Zaak",
            {
                "nummer": document.replace("D", "Z"),
                "soort": "Brief regering",
                "onderwerp": subject,
                "gestartOp": day,
                "volgnummer": -1,
                "status": "Vrijgegeven",
                "afgedaan": True,
                "grootProject": False,
            },
        )
        body = server_texts.letter_text(subject, day, "Ilse Maas", paragraphs)
        key = self.add_paper(
            "Brief regering",
            document,
            subject,
            day,
            body,
            cases=(case,),
            dossier=self.dossier(dossier, addition),
            serial=serial,
        )
        self.add_actor(key, "Ilse Maas (I.)", OFFICE)
        return key

    def add_paper(
        self,
        kind: str,
        number: str,
        subject: str,
        day: dt.date,
        text: str,
        *,
        cases: tuple[str, ...] = (),
        dossier: str = "",
        serial: int = -1,
        annex: str | None = None,
    ) -> str:
        """A document with a file (plain text), of any kind."""
        key = self._key("Document")
        version = self._new(
            "DocumentVersie", {"status": "Vrijgegeven", "versienummer": 0, "extensie": ".txt"}, [("document", key)]
        )
        links = [("zaak", case) for case in cases] + [("huidigeDocumentVersie", version)]
        links += [("kamerstukdossier", dossier)] if dossier else []
        entity = Entity(
            "Document",
            key,
            links=links,
            fields={
                "soort": kind,
                "documentNummer": number,
                "onderwerp": subject,
                "titel": subject,
                "datum": day,
                "volgnummer": serial,
                "vergaderjaar": "2024-2025",
                "kamer": 2,
                "datumRegistratie": day,
                "datumOntvangst": day if annex else None,
                "aanhangselnummer": annex,
                "organisatie": "Tweede Kamer",
            },
        )
        self._put(entity)
        self.set_file(key, text.encode())
        return key

    def add_actor(
        self, paper: str, name: str, office: str, relation: str = "Eerste ondertekenaar", party: str | None = None
    ) -> str:
        """Who signed a document."""
        fields = {"actorNaam": name, "functie": office, "relatie": relation, "actorFractie": party}
        return self._new("DocumentActor", fields, [("document", paper)])

    def add_promise(
        self, number: str, text: str, made: dt.date, *, status: str = "Openstaand", **fields: object
    ) -> str:
        return self._new(
            "Toezegging",
            {
                "nummer": number,
                "tekst": text,
                "aanmaakdatum": made,
                "status": status,
                "naam": "Maas, I.",
                "functie": OFFICE,
                "ministerie": "Onderwijs, Cultuur en Wetenschap",
                "activiteitNummer": "2024A01234",
                **fields,
            },
            [("toegezegdAan", guid("Zaak", 999_999))],
        )

    def dossier(self, number: int, addition: str | None = None) -> str:
        held = [
            one.key
            for one in self.entities.values()
            if one.category == "Kamerstukdossier"
            and (one.fields["nummer"], one.fields.get("toevoeging")) == (number, addition)
        ]
        fields = {
            "nummer": number,
            "toevoeging": addition,
            "titel": "Toekomst van het onderwijs",
            "hoogsteVolgnummer": 1,
            "afgesloten": False,
        }
        return held[0] if held else self._new("Kamerstukdossier", fields)

    def change(self, key: str, **fields: object) -> None:
        """New values for elements of an entity; it moves to the end of the order."""
        entity = self._own(key)
        entity.fields = {**entity.fields, **fields}
        self._touch(entity)

    def set_file(self, key: str, data: bytes) -> None:
        """Another file for a document: a new version of it, which keeps the publication."""
        entity = self._own(key)
        self.files[key], entity.length, entity.media_type = data, len(data), "text/plain"
        if before := self._linked(entity, "huidigeDocumentVersie"):
            number = before.fields["versienummer"]
            assert isinstance(number, int)
            fields = {**before.fields, "versienummer": number + 1, "bestandsgrootte": len(data)}
            version = self._new("DocumentVersie", fields, [("document", key)])
            kept = [link for link in entity.links if link[0] != "huidigeDocumentVersie"]
            entity.links = [*kept, ("huidigeDocumentVersie", version)]
        self._touch(entity)

    def publish(self, key: str, publication: str) -> None:
        """The official publication of a document."""
        version = self._linked(self._own(key), "huidigeDocumentVersie")
        assert version
        version.fields = {**version.fields, "externeidentifier": publication}
        self._touch(version)

    def delete(self, key: str) -> None:
        entity = self._own(key)
        entity.deleted, entity.fields, entity.links = True, {}, []
        self.files.pop(key, None)
        self._touch(entity)

    def touch_all(self) -> None:
        """A mass update: every entity gets a new moment and a new place, and nothing else changes."""
        for entity in list(self.entities.values()):
            entity.touched += dt.timedelta(days=1)
            self._touch(entity)

    def papers(self) -> tuple[str, ...]:
        """Keys of the documents that were added and not deleted."""
        return tuple(one.key for one in self.entities.values() if one.category == "Document" and not one.deleted)

    def find(self, key: str) -> Entity | None:
        return self.entities.get(key) or self.generated.find(key)

    def referring(self, category: str, key: str) -> Iterator[Entity]:
        """Those added here (generated ones are not asked for by OData)."""
        return (e for e in self.entities.values() if e.category == category and any(to == key for _, to in e.links))

    # keeping order

    def _own(self, key: str) -> Entity:
        """The entity, taken over from the generated ones where it is one of them."""
        if key not in self.entities:
            generated = self.generated.find(key)
            assert generated, key
            self.entities[key] = generated
        return self.entities[key]

    def _question(self, number: str) -> tuple[Entity, str, dt.date, str]:
        case = next(
            one for one in self.entities.values() if one.category == "Zaak" and one.fields.get("nummer") == number
        )
        actor = next(one for one in self.referring("ZaakActor", case.key) if one.fields["relatie"] == "Indiener")
        asker = f"{str(actor.fields['actorNaam']).partition(' (')[0]} ({actor.fields['actorFractie']})"
        asked = case.fields["gestartOp"]
        assert isinstance(asked, dt.date)
        return case, str(case.fields["onderwerp"]), asked, asker

    def _linked(self, entity: Entity, link: str) -> Entity | None:
        return next((self.entities.get(key) for name, key in entity.links if name == link), None)

    def _key(self, category: str) -> str:
        self._next[category] = self._next.get(category, self.bulk * 10) + 1
        return guid(category, self._next[category])

    def _new(self, category: str, fields: dict[str, object], links: list[tuple[str, str]] | None = None) -> str:
        entity = Entity(category, self._key(category), fields=fields, links=links or [])
        self._put(entity)
        return entity.key

    def _put(self, entity: Entity) -> None:
        self.entities[entity.key] = entity
        self._touch(entity)

    def _touch(self, entity: Entity) -> None:
        self._tokens += 1
        entity.token = self._tokens
        self.order[entity.category].append((entity.token, entity.key))
