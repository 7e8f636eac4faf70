"""officielebekendmakingen.nl in memory, as SOURCES describes it, with its faults. All content is invented."""

import re
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from tests.ingest.serving import Asked, Reply

ANSWERS = "Kamervragen (Aanhangsel)"
QUESTIONS = "Kamervragen zonder antwoord"
ERROR_PAGE = (
    b"<!DOCTYPE html><html lang='nl'><head><title>Fout 404</title></head><body><h1>Pagina niet gevonden</h1>"
    b"<p>Het document dat u zoekt bestaat niet of is niet beschikbaar.</p></body></html>"
)
MAINTENANCE_PAGE = (
    b"<!DOCTYPE html><html><head><title>Onderhoud</title></head><body><p>Wij zijn zo terug.</p></body></html>"
)
_KNOWN_INDEXES = (
    "c.product-area dt.identifier dt.type dt.date dt.title dt.creator dt.available w.hoofddocument w.dossiernummer"
    " w.publicatienaam w.vergaderjaar w.indiener w.ontvanger w.vraagnummer w.aanhangselnummer w.ondernummer"
    " w.datumOntvangst cql.textAndIndexes"
).split()
_CLAUSE = re.compile(r'([a-z]+\.[\w-]+)\s*(==|>=|<=|=)\s*("(?:[^"\\]|\\.)*"|[^\s()]+)')


@dataclass(frozen=True, slots=True)
class Item:
    """One publication. ``xml`` None: there is no XML of it; ``pdf`` None: no PDF."""

    identifier: str
    publication: str
    title: str
    date: str
    text: str = ""
    types: tuple[tuple[str, str], ...] = ()
    modified: str = ""
    session: str = ""
    question: str = ""
    appendix: str = ""
    askers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    asked: str = ""
    answered: str = ""
    dossiers: tuple[str, ...] = ()
    sub_number: str = ""
    xml: bytes | None = None
    pdf: bytes | None = b"%PDF-1.7 invented"


@dataclass(slots=True)
class Gazette:
    """``missing`` is how an absent file is told: "page" (200), "redirect" (to fout404) or "404". ``version`` wraps
    answers as SRU 1.2 or 2.0. ``most`` is how many records one answer holds at most, whatever is asked."""

    items: dict[str, Item] = field(default_factory=dict)
    missing: str = "page"
    version: str = "2.0"
    packing: str = "xml"
    most: int = 1000
    forms_listed: bool = True
    renamed: tuple[str, str] = ("", "")
    added: str = ""
    slipping: bool = False  # equal days in another order at every second page
    robots: str = "User-agent: *\nDisallow:\n"
    maintenance: bool = False

    def add(self, *items: Item) -> None:
        for item in items:
            self.items[item.identifier] = item

    def change(self, identifier: str, **changed: object) -> None:
        self.items[identifier] = replace(self.items[identifier], **changed)  # type: ignore[arg-type]

    def delete(self, identifier: str) -> None:
        del self.items[identifier]

    def answer(self, asked: Asked) -> Reply:
        """Interface and site on one server: ``/sru`` and the rest."""
        return self.search(asked) if asked.path == "/sru" else self.site(asked)

    def site(self, asked: Asked) -> Reply:
        if asked.path == "/robots.txt":
            return Reply(self.robots.encode(), media_type="text/plain")
        if self.maintenance:
            return Reply(MAINTENANCE_PAGE, media_type="text/html")
        if asked.path == "/Errors/fout404.htm":
            return Reply(ERROR_PAGE, media_type="text/html")
        name = asked.path.strip("/")
        identifier, _, form = name.partition("/") if "/" in name else name.rpartition(".")
        item = self.items.get(identifier)
        held = {"xml": item.xml, "pdf": item.pdf, "metadata.xml": _metadata(item)}.get(form) if item else None
        if item and form == "html":
            return Reply(f"<!DOCTYPE html><html><h1>{escape(item.title)}</h1></html>".encode(), media_type="text/html")
        if held is None:
            return self._absent()
        return Reply(held, media_type="application/pdf" if form == "pdf" else "application/xml")

    def search(self, asked: Asked) -> Reply:
        given = asked.query
        if given.get("operation") != "searchRetrieve" or "query" not in given:
            return _diagnostic("Mandatory parameter not supplied", "query")
        cql = given["query"]
        if " AND NOT " in cql:
            return _diagnostic("Query syntax error", "AND NOT")
        clauses = [(index, sign, _plain(value)) for index, sign, value in _CLAUSE.findall(cql)]
        strange = [index for index, _, _ in clauses if index not in _KNOWN_INDEXES]
        if strange:
            return _diagnostic("Unsupported index", strange[0])
        found = [item for item in self.items.values() if _fits(item, clauses)]
        start, count = int(given.get("startRecord", "1")), min(int(given.get("maximumRecords", "10")), self.most)
        found.sort(key=lambda item: item.identifier, reverse=self.slipping and start > 1)
        found.sort(key=lambda item: item.date, reverse="sort.descending" in cql)
        if start > max(1, len(found)):
            return _diagnostic("First record position out of range", str(start), "info:srw/diagnostic/1/61")
        return Reply(self._response(found[start - 1 : start - 1 + count], len(found)).encode(), media_type="text/xml")

    def _response(self, items: list[Item], total: int) -> str:
        old = self.version == "1.2"
        sru = "" if old else "sru:"
        space = (
            'xmlns="http://www.loc.gov/zing/srw/"'
            if old
            else ('xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"')
        )
        records = "".join(
            f"<{sru}record><{sru}recordSchema>gzd</{sru}recordSchema><{sru}recordPacking>{self.packing}"
            f"</{sru}recordPacking><{sru}recordData>{self._packed(item)}</{sru}recordData>"
            f"<{sru}recordPosition>{at}</{sru}recordPosition></{sru}record>"
            for at, item in enumerate(items, start=1)
        )
        body = f"<{sru}records>{records}</{sru}records>" if items else ""
        text = (
            f'<?xml version="1.0" encoding="UTF-8"?><{sru}searchRetrieveResponse {space}>'
            f"<{sru}version>{self.version}</{sru}version><{sru}numberOfRecords>{total}</{sru}numberOfRecords>"
            f"{body}</{sru}searchRetrieveResponse>"
        )
        before, after = self.renamed
        return text.replace(f":{before}>", f":{after}>") if before else text

    def _packed(self, item: Item) -> str:
        data = self._gzd(item)
        return escape(data) if self.packing == "string" else data

    def _gzd(self, item: Item) -> str:
        def element(name: str, *values: str) -> str:
            return "".join(f"<{name}>{escape(value)}</{name}>" for value in values if value)

        w = "overheidwetgeving"
        kinds = "".join(
            f"<dcterms:type scheme={quoteattr(scheme)}>{escape(value)}</dcterms:type>"
            for scheme, value in item.types or (("OVERHEIDop.Parlementair", item.publication),)
        )
        forms = [name for name, held in (("metadata", b"-"), ("xml", item.xml), ("pdf", item.pdf)) if held is not None]
        files = "".join(
            f'<gzd:itemUrl manifestation="{form}">https://r/{item.identifier}.{form}</gzd:itemUrl>' for form in forms
        )
        return (
            '<gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" '
            f'xmlns:{w}="http://standaarden.overheid.nl/wetgeving/"><gzd:originalData><{w}:meta>'
            f"<{w}:owmskern>{element('dcterms:identifier', item.identifier)}{element('dcterms:title', item.title)}"
            f"{kinds}{element('dcterms:modified', item.modified)}</{w}:owmskern>"
            f"<{w}:owmsmantel>{element('dcterms:date', item.date)}</{w}:owmsmantel><{w}:tpmeta>"
            f"{element(f'{w}:publicatienaam', item.publication)}{element(f'{w}:vergaderjaar', item.session)}"
            f"{element(f'{w}:vraagnummer', item.question)}{element(f'{w}:aanhangselnummer', item.appendix)}"
            f"{element(f'{w}:indiener', *item.askers)}{element(f'{w}:ontvanger', *item.addressees)}"
            f"{element(f'{w}:datumIndiening', item.asked)}{element(f'{w}:datumOntvangst', item.answered)}"
            f"{element(f'{w}:dossiernummer', *item.dossiers)}{element(f'{w}:ondernummer', item.sub_number)}{self.added}"
            f"</{w}:tpmeta></{w}:meta></gzd:originalData><gzd:enrichedData>"
            f"<gzd:preferredUrl>https://zoek.officielebekendmakingen.nl/{item.identifier}.html</gzd:preferredUrl>"
            f"{files if self.forms_listed else ''}</gzd:enrichedData></gzd:gzd>"
        )

    def _absent(self) -> Reply:
        if self.missing == "404":
            return Reply(b"", 404, "text/html")
        if self.missing == "redirect":
            return Reply(b"", 302, "text/html", (("Location", "/Errors/fout404.htm"),))
        return Reply(ERROR_PAGE, media_type="text/html")


def question_xml(item: Item, questions: tuple[str, ...], answers: tuple[str, ...] = (), notice: str = "") -> bytes:
    """Official XML of a question page, an answer (as many answers as questions) or a postponement."""
    asked = "".join(
        f"<vraag><nr>Vraag {at}</nr><al>{escape(text)}</al></vraag>"
        + (f"<antwoord><nr>Antwoord {at}</nr><al>{escape(answers[at - 1])}</al></antwoord>" if answers else "")
        for at, text in enumerate(questions, start=1)
    )
    head = f"Vragen van het lid {' en '.join(item.askers)} aan {' en '.join(item.addressees)} over {item.title}"
    sent = f' (ingezonden <datum isodatum="{item.asked}">{_written(item.asked)}</datum>).' if item.asked else "."
    word = "Mededeling" if notice else "Antwoord"
    reply = (
        f'<kamervraagomschrijving type="antwoord">{word} van Minister Zilverberg (Kringloop en Herstel) '
        f'(ontvangen <datum isodatum="{item.answered}">{_written(item.answered)}</datum>).</kamervraagomschrijving>'
        if item.answered
        else ""
    )
    number = item.appendix or item.question
    frame = "Aanhangsel van de Handelingen" if item.appendix else "Vragen"
    remark = f"<kamervraagopmerking><kop><titel>Mededeling</titel></kop><al>{escape(notice)}</al></kamervraagopmerking>"
    return (
        '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<officiele-publicatie><metadata>'
        f'<meta name="DC.identifier" content="{item.identifier}" /></metadata><kamervragen><kamervraagkop>'
        f'<tekstregel inhoud="vergaderjaar">Vergaderjaar {item.session}</tekstregel>'
        f'<tekstregel inhoud="documenttype">{frame}</tekstregel>'
        f"</kamervraagkop><kamervraagnummer>{number}</kamervraagnummer>"
        f'<kamervraagomschrijving type="vraag">{escape(head)}{sent}</kamervraagomschrijving>{reply}'
        f"{asked}{remark if notice else ''}</kamervragen></officiele-publicatie>"
    ).encode()


def an_answer(number: int, date: str, title: str = "de herstelcheque", **more: object) -> Item:
    """An answer in the session 2024-2025 with XML: number 9120 is ah-tk-20242025-9120."""
    item = Item(
        identifier=f"ah-tk-20242025-{number}",
        publication=ANSWERS,
        title=title,
        date=date,
        session="2024-2025",
        question=f"2024Z{90_000 + number}",
        appendix=str(number),
        askers=("Koekkoek (GvN)",),
        addressees=("de Minister van Kringloop en Herstel",),
        asked="2024-10-01",
        answered=date,
    )
    texts = ("Is dat zo?", "Wanneer gaat het loket open?")
    said = (f"Ja, dat is zo, in zaak {number}.", "Het loket gaat in de herfst open.")
    made = replace(item, xml=question_xml(item, texts, said))
    return replace(made, **more)  # type: ignore[arg-type]


def a_question(serial: int, date: str, title: str = "de herstelcheque", **more: object) -> Item:
    """A question without answer, with XML: serial 91307 is kv-tk-2024Z91307."""
    item = Item(
        identifier=f"kv-tk-2024Z{serial}",
        publication=QUESTIONS,
        title=title,
        date=date,
        session="2024-2025",
        question=f"2024Z{serial}",
        askers=("Koekkoek (GvN)",),
        addressees=("de Minister van Kringloop en Herstel",),
        asked=date,
    )
    made = replace(item, xml=question_xml(item, ("Kent u het bericht?", "Wat vindt u ervan?")))
    return replace(made, **more)  # type: ignore[arg-type]


def _fits(item: Item, clauses: list[tuple[str, str, str]]) -> bool:
    names = [value for index, _, value in clauses if index == "w.publicatienaam"]
    if names and item.publication not in names:
        return False
    tests = {
        "dt.identifier": lambda value: item.identifier == value,
        "w.vraagnummer": lambda value: item.question == value,
        "w.dossiernummer": lambda value: value in item.dossiers,
        "w.ondernummer": lambda value: item.sub_number == value,
        "cql.textAndIndexes": lambda value: value.lower() in _words(item),
    }
    days = {">=": lambda value: item.date >= value, "<=": lambda value: item.date <= value}
    return all(
        (days[sign](value) if index == "dt.date" and sign in days else tests.get(index, lambda _: True)(value))
        for index, sign, value in clauses
    )


def _words(item: Item) -> str:
    return f"{item.title} {item.text} {(item.xml or b'').decode(errors='replace')}".lower()


def _metadata(item: Item) -> bytes:
    fields = [
        ("DC.identifier", item.identifier),
        ("DC.title", item.title),
        ("DC.type", item.publication),
        ("DCTERMS.available", item.date),
        ("OVERHEIDop.publicationName", item.publication),
        ("OVERHEIDop.vergaderjaar", item.session),
        ("OVERHEIDop.vraagnummer", item.question),
        ("OVERHEIDop.aanhangselNummer", item.appendix),
        *(("OVERHEIDop.indiener", asker) for asker in item.askers),
        *(("OVERHEIDop.ontvanger", office) for office in item.addressees),
        ("OVERHEIDop.datumIndiening", item.asked),
        ("OVERHEIDop.datumOntvangst", item.answered),
        *(("OVERHEIDop.dossiernummer", dossier) for dossier in item.dossiers),
        ("OVERHEIDop.ondernummer", item.sub_number),
    ]
    rows = "".join(f"<metadata name={quoteattr(n)} content={quoteattr(v)} />" for n, v in fields if v)
    return f'<?xml version="1.0" encoding="utf-8"?><metadata_gegevens>{rows}</metadata_gegevens>'.encode()


def _diagnostic(message: str, details: str, uri: str = "") -> Reply:
    text = (
        '<diagnostics><diagnostic xmlns="http://www.loc.gov/zing/srw/diagnostic/">'
        f"<uri>{uri}</uri><details>{escape(details)}</details><message>{escape(message)}</message></diagnostic></diagnostics>"
    )
    return Reply(text.encode(), media_type="text/xml")


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


def _written(day: str) -> str:
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    return f"{int(day[8:10])} {months[int(day[5:7]) - 1]} {day[:4]}" if day else ""
