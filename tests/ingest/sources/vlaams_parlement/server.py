"""A small Vlaams Parlement in memory, for a local server: it answers as ../shared/docs/SOURCES.md describes, faults
included. All people, titles and texts are made up.

    parlement = Parlement()
    parlement.add_question(1_700_001, ...)
    with serving(parlement.answer) as server:
        source = VlaamsParlement(parlement.settings(server.address))
"""

import datetime as dt
import json
import re
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import escape

from kb.settings import VlaamsParlementSettings
from tests.ingest.serving import NOT_FOUND, Asked, Reply

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOGOUT = Reply(
    b"<!DOCTYPE html><html><head><title>Access policy</title></head><body>Your session is finished.</body></html>",
    media_type="text/html",
)

# kind: family, soort as the search writes it, aggregaat, aggregaattype
_AS_WRITTEN = {
    "schriftelijke vraag": ("schv", "SCHV", "Vraag of interpellatie", "Schriftelijke vraag"),
    "vraag om uitleg": ("vi", "VI", "Vraag of interpellatie", "Vraag om uitleg"),
    "actuele vraag": ("vi", "VI", "Vraag of interpellatie", "Actuele vraag"),
    "interpellatie": ("vi", "VI", "Vraag of interpellatie", "Interpellatie"),
    "beleidsdocument": ("pi", "PI", "Beleidsdocument van de Vlaamse Regering", "Beleidsnota"),
    "beleids- en begrotingstoelichting": ("pi", "PI", "Begrotingsontwerp en -documenten", "Begroting"),
    "conceptnota": ("pi", "PI", "Conceptnota voor nieuwe regelgeving", "Conceptnota"),
    "commissieverslag": ("pi", "PI", "Verslag van commissie of plenaire vergadering", "Verslag"),
}


@dataclass(slots=True)
class Stored:
    """A file. ``spoken`` is the path of a web page instead of a pfile."""

    pfile: str
    role: str = "vraag en antwoord"
    name: str = ""
    media_type: str = PDF
    body: bytes | None = None
    changed: str = "2025-01-01"
    spoken: str = ""


@dataclass(slots=True)
class Thing:
    """A question or paper."""

    id: int
    kind: str = "schriftelijke vraag"
    title: str = "Fietspaden  -  Onderhoud"
    number: int = 1
    serial: str = ""
    asker: tuple[str, str, str] = ("Griet", "Wevelaar", "Groen")
    ministers: tuple[tuple[str, str], ...] = (("Joost", "Perdaens"),)
    asked: dt.date | None = None
    answered: dt.date | None = None
    published: dt.date | None = None
    themes: tuple[str, ...] = ("Mobiliteit en Openbare Werken",)
    files: list[Stored] = field(default_factory=list)
    status: str = ""
    report_on_page: str = ""  # the web page of the question leads to this path; the search does not say it
    in_opendata: bool = True

    @property
    def family(self) -> str:
        return _AS_WRITTEN[self.kind][0]

    @property
    def session(self) -> str:
        day = self.asked or self.published or dt.date(2024, 10, 1)
        year = day.year if day.month > 9 or (day.month == 9 and day.day >= 22) else day.year - 1
        return f"{year}-{year + 1}"


@dataclass(slots=True)
class Parlement:
    """``cap``: hits given to one question. ``doubled``: every hit twice. ``leaking``: each page holds one hit of
    another kind. ``repeats_last_page``: pages after the last are the last. ``most_per_page``: below what is asked for.
    ``renamed``: fields of details under another name. ``as_xml``: JSON is never given."""

    cap: int = 10_000
    doubled: bool = False
    leaking: bool = False
    repeats_last_page: bool = False
    most_per_page: int = 100
    as_xml: bool = False
    renamed: dict[str, str] = field(default_factory=dict)
    short_of: int = 0  # hits that are counted and never given
    themadatum_refused: bool = False
    site: str = ""
    file_published: dict[str, dt.date | None] = field(default_factory=dict)  # where it is not that of its question
    things: dict[int, Thing] = field(default_factory=dict)
    _files: dict[str, tuple[Thing, Stored]] = field(default_factory=dict)
    _cache: dict[str, list[tuple[Thing, Stored | None]]] = field(default_factory=dict)

    def settings(self, address: str, **changes: Any) -> VlaamsParlementSettings:
        """All four hosts are this one."""
        self.site = address
        return replace(
            VlaamsParlementSettings(
                search=f"{address}/api/search/query",
                opendata=f"{address}/e/opendata",
                files=address,
                pages=f"{address}/nl/parlementaire-documenten",
                most_hits=self.cap,
                requests=1_000,
            ),
            **changes,
        )

    # what happens in it

    def add(self, thing: Thing) -> Thing:
        self.things[thing.id] = thing
        for file in thing.files:
            self._files[file.pfile] = (thing, file)
        self._cache.clear()
        return thing

    def add_question(
        self, id: int, *, published: dt.date | None, answered: bool = True, pfile: int | None = None, **rest: Any
    ) -> Thing:
        """A written question; with its answer, one file of both, published two days after it."""
        day = published or dt.date(2025, 1, 15)
        asked = rest.pop("asked", day - dt.timedelta(days=40))
        thing = Thing(id, published=published, asked=asked, number=rest.pop("number", id % 900 + 1), **rest)
        if answered:
            thing.answered = rest.get("answered_on", day - dt.timedelta(days=2))
            if not thing.files:
                thing.files = [Stored(str(pfile or id + 500_000))]
        return self.add(thing)

    def add_many(self, count: int, first: dt.date, days: int, first_id: int = 1_700_000) -> None:
        """Answered questions, spread evenly over the days; 50,000 take about 60 MB."""
        for number in range(count):
            self.add_question(first_id + number, published=first + dt.timedelta(days=number % days))

    def add_answer(self, id: int, *, answered: dt.date, published: dt.date, pfile: int) -> Thing:
        """The answer to a question that stands without: a file is added to it."""
        thing = self.things[id]
        thing.answered, thing.published = answered, published
        thing.files.append(Stored(str(pfile)))
        return self.add(thing)

    def change(self, id: int, **fields: Any) -> Thing:
        """Files print it too, so that they change with it."""
        thing = replace(self.things[id], **fields)
        for file in thing.files:
            file.changed = f"{file.changed} bis" if file.body is None and file.role != "bijlage" else file.changed
        return self.add(thing)

    def correct_file(self, pfile: str, body: bytes, changed: str) -> None:
        _, stored = self._files[pfile]
        stored.body, stored.changed = body, changed
        self._cache.clear()

    def delete(self, id: int) -> None:
        thing = self.things.pop(id)
        for file in thing.files:
            self._files.pop(file.pfile, None)
        self._cache.clear()

    # what it answers

    def answer(self, asked: Asked) -> Reply:
        path = asked.path
        if path == "/robots.txt":
            return Reply(b"User-agent: *\nDisallow: /admin\n", media_type="text/plain")
        if path.startswith("/api/search/query/"):
            return self._search(asked)
        if path.startswith("/e/opendata/"):
            return self._opendata(asked)
        if path in ("/pfile", "/files/pfile"):
            return self._file(asked.query.get("id", ""))
        return self._web_page(path)

    def _search(self, asked: Asked) -> Reply:
        query = unquote(asked.path.removeprefix("/api/search/query/"))
        if self.themadatum_refused and "inmeta:themadatum" in query:
            return Reply(b'{"error":"unknown field"}', 400, "application/json")
        hits = self._hits(query)
        size = min(int(asked.query.get("max", "10")), self.most_per_page)
        page = int(asked.query.get("page", "1"))
        given = hits[: min(self.cap, len(hits) - self.short_of)]
        if self.repeats_last_page and given:
            page = min(page, (len(given) - 1) // size + 1)
        shown = given[(page - 1) * size : page * size]
        result = [self._hit(thing, file) for thing, file in shown]
        if self.leaking:
            result.append(_LEAK)
        count = min(len(hits), self.cap)
        first = (page - 1) * size + 1
        body: dict[str, Any] = {"count": count, "firstindex": first, "lastindex": first + len(shown) - 1}
        if result or count:
            body["result"] = result
        return self._reply(body, "searchresult", asked)

    def _hits(self, query: str) -> list[tuple[Thing, Stored | None]]:
        if query in self._cache:
            return self._cache[query]
        wanted = dict(re.findall(r"(aggregaat|aggregaattype):([^.&]+)", query))
        days = re.search(r"inmeta:(\w+):daterange:(\S{10})\.\.(\S{10}?)(?=[&+]|$)", query)
        session = re.search(r"inmeta:zittingsjaar=(\d{4}-\d{4})", query)
        number = re.search(r"inmeta:nummer=(\w+)", query)
        words = re.match(r"([^+&]+)", query)
        first, last = (dt.date.fromisoformat(days.group(at)) for at in (2, 3)) if days else (dt.date.min, dt.date.max)
        found: list[tuple[Thing, Stored | None]] = []
        for thing in self.things.values():
            _, _, group, type_ = _AS_WRITTEN[thing.kind]
            if wanted.get("aggregaat") not in (None, group) or wanted.get("aggregaattype") not in (None, type_):
                continue
            if (session and session.group(1) != thing.session) or (number and number.group(1) != str(thing.number)):
                continue
            if words and words.group(1).lower() not in thing.title.lower():
                continue
            for file in thing.files or [None]:
                if days:
                    of = {"themadatum": thing.asked, "statusdatumSchvBeantwoord": thing.answered}
                    day = of.get(days.group(1), self._published(thing, file))
                    if day is None or not first <= day <= last:
                        continue
                found.extend([(thing, file)] * (2 if self.doubled else 1))
        found.sort(key=lambda pair: (pair[0].published or dt.date.min, pair[0].id), reverse=True)
        self._cache[query] = found
        return found

    def _hit(self, thing: Thing, file: Stored | None) -> dict[str, Any]:
        family, soort, group, type_ = _AS_WRITTEN[thing.kind]
        asker = f"{thing.asker[1]}, {thing.asker[0]}"
        tags = [
            ("paginatype", "Parlementair document"),
            ("soort", soort),
            ("opendata", f"http://ws.vlpar.be/e/opendata/{family}/{thing.id}"),
            ("displayurl", f"https://www.vlaamsparlement.be/parlementaire-documenten/{_FOLDERS[family]}/{thing.id}"),
            ("aggregaat", group),
            ("aggregaattype", type_),
            ("titel", thing.title),
            ("onderwerp", thing.title),
            ("nummer", str(thing.number)),
            ("volgnummer", thing.serial),
            ("zittingsjaar", thing.session),
            ("legislatuur", "2024-2029"),
            ("vraagsteller", asker),
            *(("minister", f"{name}, {given}") for given, name in thing.ministers),
            *(("thema", theme) for theme in thing.themes),
            ("themadatum", _iso(thing.asked)),
            ("publicatiedatum", _iso(self._published(thing, file))),
            ("statusdatumSchvBeantwoord", _iso(thing.answered)),
            ("status", thing.status),
        ]
        if file:
            address = f"{self.site}{file.spoken}" if file.spoken else _pfile_address(file)
            tags += [
                ("document", address),
                ("documenttype", file.role),
                ("documenttitel", file.name),
                ("last_modified", file.changed),
            ]
        metatags = [{"name": name, "value": value} for name, value in tags if value]
        end = f"/pfls/{file.pfile}" if file and not file.spoken else ""
        return {
            "id": f"http://be.vlp.feed/{thing.id}{end}",
            "date": _iso(thing.published),
            "mimetype": file.media_type if file else "text/html",
            "index": 1,
            "rank": 1,
            "snippet": "...",
            "title": thing.title,
            "url": f"https://www.vlaamsparlement.be/x/{thing.id}",
            "metatags": {"metatag": metatags},
        }

    def _published(self, thing: Thing, file: Stored | None) -> dt.date | None:
        return self.file_published.get(file.pfile, thing.published) if file else thing.published

    def _opendata(self, asked: Asked) -> Reply:
        family, _, rest = asked.path.removeprefix("/e/opendata/").partition("/")
        if rest == "lijst":
            ids = asked.query.get("id", "").split(",")
            if not all(id.isdigit() for id in ids):
                return Reply(b'{"error":"id"}', 400, "application/json")
            known = [thing for id in ids if (thing := self._known(family, id))]
            names = {"schv": "schriftelijke-vraag", "vi": "vrageninterpellatie"}
            return self._reply({"items": [{names[family]: self._detail(one)} for one in known]}, "lijst", asked)
        thing = self._known(family, rest)
        return self._reply(self._detail(thing), "detail", asked) if thing else NOT_FOUND

    def _known(self, family: str, id: str) -> Thing | None:
        thing = self.things.get(int(id)) if id.isdigit() else None
        return thing if thing and thing.family == family and thing.in_opendata else None

    def _detail(self, thing: Thing) -> dict[str, Any]:
        made = {"schv": self._written, "vi": self._oral, "pi": self._paper}[thing.family](thing)
        made["zittingsjaar"] = thing.session
        made["titel"] = made["onderwerp"] = thing.title
        made["thema"] = list(thing.themes)
        return {self.renamed.get(name, name): value for name, value in made.items()}

    def _written(self, thing: Thing) -> dict[str, Any]:
        steps = [{"status": "Vraag gesteld aan de minister", "datum": _moment(thing.asked)}]
        if thing.answered:
            steps.append({"status": "Tijdig beantwoord", "datum": _moment(thing.answered)})
        if thing.status:
            steps.append({"status": thing.status})
        given, name, party = thing.asker
        return {
            "id": thing.id,
            "vraagnummer": thing.number,
            "vraagsteller": {"id": 1, "voornaam": given, "naam": name, "fractie": {"id": 2, "naam": party}},
            "minister": {"id": 3, "voornaam": thing.ministers[0][0], "naam": thing.ministers[0][1]},
            "procedureverloop": steps,
            "soort-antwoord": "Gewoon antwoord",
            "tijdig": True,
            "bestand-ordered": [_stored(file) for file in thing.files if file.role != "bijlage"],
            "bijlage": [_stored(file) for file in thing.files if file.role == "bijlage"],
        }

    def _oral(self, thing: Thing) -> dict[str, Any]:
        given, name, party = thing.asker
        asker = {"beschrijving": "Vraagsteller", "contact": [{"voornaam": given, "naam": name, "fractie": party}]}
        ministers = [{"voornaam": one[0], "naam": one[1]} for one in thing.ministers]
        links = [{"rel": "self", "href": f"http://ws.vlpar.be/e/opendata/vi/{thing.id}"}]
        if thing.report_on_page or any(file.spoken for file in thing.files):
            links.append({"rel": "verslag", "href": f"http://ws.vlpar.be/e/opendata/vi/{thing.id}/verslag"})
        detail: dict[str, Any] = {
            "nummer": str(thing.number),
            "objecttype": {"naam": _AS_WRITTEN[thing.kind][3]},
            "objectstatus": thing.status or "afgehandeld",
            "contacttype": [asker, {"beschrijving": "Bevoegde minister", "contact": ministers}],
            "link": links,
        }
        if thing.published:
            detail["journaallijn"] = {"vergadering": {"id": 9, "datumbegin": _moment(thing.published)}}
        return detail  # without an id of its own, as some are

    def _paper(self, thing: Thing) -> dict[str, Any]:
        main = [file for file in thing.files if file.role != "bijlage"]
        detail: dict[str, Any] = {
            "id": thing.id,
            "nummer": str(thing.number),
            "volgnr": thing.serial,
            "objecttype": {"naam": _AS_WRITTEN[thing.kind][3]},
            "bijlage": [_stored(file) for file in thing.files if file.role == "bijlage"],
        }
        if main:
            detail["document"] = {**_stored(main[0]), "url": _pfile_address(main[0])}
        return detail

    def _file(self, pfile: str) -> Reply:
        if pfile not in self._files:
            return NOT_FOUND
        thing, stored = self._files[pfile]
        body = stored.body if stored.body is not None else written_text(thing, stored).encode()
        return Reply(body, media_type=stored.media_type, headers=(("ETag", f'"{hash(body) & 0xFFFFFFFF:x}"'),))

    def _web_page(self, path: str) -> Reply:
        for thing in self.things.values():
            for file in thing.files:
                if file.spoken == path or (thing.report_on_page and thing.report_on_page == path):
                    return Reply(spoken_page(thing).encode(), media_type="text/html; charset=utf-8")
            if thing.report_on_page == path:
                return Reply(spoken_page(thing).encode(), media_type="text/html; charset=utf-8")
            if path.endswith(f"/{thing.id}") and thing.report_on_page:
                link = f'<a href="/nl/contact">Contact</a><a href="{thing.report_on_page}">Bekijk het verslag</a>'
                page = f"<html><body><h1>{escape(thing.title)}</h1>{link}</body></html>"
                return Reply(page.encode(), media_type="text/html")
        return NOT_FOUND

    def _reply(self, body: dict[str, Any], root: str, asked: Asked) -> Reply:
        wants_json = asked.headers.get("Accept", "").startswith("application/json")
        if self.as_xml or not wants_json:
            return Reply(f"<?xml version='1.0'?>{_xml(root, body)}".encode(), media_type="application/xml")
        return Reply(json.dumps(body).encode(), media_type="application/json")


_FOLDERS = {"schv": "schriftelijke-vragen", "vi": "vragen-en-interpellaties", "pi": "parlementaire-initiatieven"}
_LEAK = {
    "id": "http://be.vlp.feed/999/jnl/1",
    "mimetype": "text/html",
    "metatags": {"metatag": [{"name": "soort", "value": "JLN"}, {"name": "titel", "value": "Journaallijn"}]},
}


def written_text(thing: Thing, file: Stored) -> str:
    """What a file prints: a written question with or without its answer, an attachment, a paper."""
    given, name, _ = thing.asker
    minister = " ".join(thing.ministers[0]).upper()
    asker = f"{given} {name}".upper()
    day = _printed(thing.asked)
    if file.role == "bijlage":
        return f"{file.name}\n\nGemeente Averbeke telt {thing.number} laadpalen.\n"
    if thing.family == "pi":
        return (
            f"{thing.kind.capitalize()}\n\n{thing.title}\n\nAanleiding\n\nDe Vlaamse Regering legt deze tekst voor aan "
            f"het parlement.\n\nVoorstel\n\nEr komt {thing.number} miljoen euro voor {thing.title.lower()}.\n"
        )
    text = (
        f"SCHRIFTELIJKE VRAAG\nnr. {thing.number}\nvan {asker}\ndatum: {day}\naan {minister}\n"
        f"VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN\n{thing.title}\n\n"
        f"De gemeenten vragen al lang om duidelijkheid over {thing.title.lower()}.\n\n"
        f"1. Hoeveel kilometer werd er in {thing.session} aangelegd?\n\n2. Welk budget is daarvoor voorzien?\n"
    )
    if thing.answered and file.role != "vraag aan minister":
        text += (
            f"\n{minister}\nVLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN\nANTWOORD\n"
            f"op vraag nr. {thing.number} van {day}\nvan {asker}\n\n"
            f"1. Er werd {thing.number} kilometer aangelegd.\n\n2. Daarvoor is {thing.number} miljoen euro voorzien.\n"
        )
    return text


def spoken_page(thing: Thing) -> str:
    """A report of a meeting as a web page, in the site's own classes."""
    given, name, party = thing.asker
    minister = " ".join(thing.ministers[0])
    turns = (
        ("De voorzitter", f"{given} {name} heeft het woord."),
        (f"{given} {name} ({party})", f"Voorzitter, mijn vraag gaat {thing.title}. Wat doet de minister?"),
        (f"Minister {minister}", f"Wij trekken {thing.number} miljoen euro uit voor dit dossier."),
        ("De voorzitter", "De vraag om uitleg is afgehandeld."),
    )
    speeches = "".join(
        f'<div class="meeting-speech"><div class="meeting-speech__title">{escape(who)}</div>'
        f'<div class="meeting-speech__value"><p>{escape(said)}</p></div></div>'
        for who, said in turns
    )
    return (
        f"<!DOCTYPE html><html lang='nl'><head><title>{escape(thing.title)}</title></head><body><main>"
        f"<h1>{escape(thing.title)}</h1><div class='meeting-speeches__list'>{speeches}</div></main></body></html>"
    )


def _stored(file: Stored) -> dict[str, Any]:
    made = {"URL": _pfile_address(file), "bestandsnaam": file.name}
    if file.role == "bijlage":
        made["doel"] = "BIJLAGE"
    return {name: value for name, value in made.items() if value}


def _pfile_address(file: Stored) -> str:
    return f"https://docs.vlaamsparlement.be/files/pfile?id={file.pfile}"


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _moment(day: dt.date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00+0200" if day else None


_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def _printed(day: dt.date | None) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def _xml(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_xml(name, one) for one in value)
    inner = "".join(_xml(key, one) for key, one in value.items()) if isinstance(value, dict) else escape(str(value))
    return f"<{name}>{inner}</{name}>"
