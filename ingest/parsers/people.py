"""Who asks, who is asked, who answers: from the words of a header to `Person` values.

"de leden Bushoff en Patijn(beiden GroenLinks-PvdA)" spreads the party over both; "de Ministers van Buitenlandse Zaken
en voor Buitenlandse Handel" gives two addressees; "Minister Van Hijum (...), mede namens de Minister van ..." gives
an answerer and an office on whose behalf.
"""

import re
from collections.abc import Iterable

from ingest.parsers.names import person_key, repaired
from kb.model.people import Part, Person

_LEAD = re.compile(r"^(?:van\s+)?(?:(?:het|de)\s+)?(?:leden|lid)\s+(?:(?:leden|lid)\s+)?", re.IGNORECASE)
_SHARED = re.compile(r"^\s*(?:beide[n]?|allen|alle[n]?\s+\w+|respectievelijk)\s+", re.IGNORECASE)
_PARTY = re.compile(r"([^()]*)\(([^()]*)\)")

OFFICE = r"(?:minister-president|ministers?|staatss?ecretaris(?:sen)?|premier|viceminister-president|regering)"
_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_NAMED = re.compile(
    rf"\b({OFFICE})\s+(?!van\s+(?!de[rn]?\b|het\b|[A-Z])|voor\b)([A-ZÀ-Ý’'][^(),]*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?",
    re.IGNORECASE,
)

# the other way round: "minister van Buitenlandse Zaken (Van Weel)"
_OFFICE_FIRST = re.compile(
    rf"\b((?i:{OFFICE}))\s+(van|voor)\s+([A-ZÀ-Ý][^()]{{3,80}}?)\s*\(([A-ZÀ-Ý][\wÀ-ÿ’'. -]{{1,40}})\)"
)

# portfolios that were ever joined by a bare "en" in a header; longest first, so that no part is taken for the whole
_PORTFOLIOS = sorted(
    (
        "Algemene Zaken", "Asiel en Migratie", "Binnenlandse Zaken en Koninkrijksrelaties",
        "Binnenlandse Zaken en Koninkrijkrelaties", "Binnenlandse Zaken", "Buitenlandse Handel en Ontwikkelingshulp",
        "Buitenlandse Handel en Ontwikkelingssamenwerking", "Buitenlandse Zaken", "Defensie", "Economische Zaken",
        "Economische Zaken en Klimaat", "Economische Zaken en Klimaatbeleid",
        "Economische Zaken, Landbouw en Innovatie",
        "Financiën", "Infrastructuur en Milieu", "Infrastructuur en Waterstaat", "Justitie en Veiligheid",
        "Klimaat en Energie", "Klimaat en Groene Groei", "Koninkrijksrelaties en Digitalisering",
        "Landbouw, Natuur en Voedselkwaliteit", "Landbouw, Visserij, Voedselzekerheid en Natuur", "Langdurige Zorg",
        "Langdurige Zorg en Sport", "Medische Zorg", "Natuur en Stikstof", "Onderwijs, Cultuur en Wetenschap",
        "Primair en Voortgezet Onderwijs", "Rechtsbescherming", "Sociale Zaken en Werkgelegenheid",
        "Veiligheid en Justitie", "Volksgezondheid, Welzijn en Sport", "Volksgezondheid Welzijn en Sport",
        "Volkshuisvesting en Ruimtelijke Ordening", "Wonen en Rijksdienst", "Armoedebeleid, Participatie en Pensioenen",
    ),
    key=len,
    reverse=True,
)  # fmt: skip


def spoken_together(names: Iterable[str]) -> str:
    """ "A", "A en B", "A, B en C"; each once."""
    given = list(dict.fromkeys(names))
    if len(given) < 2:
        return given[0] if given else ""
    return f"{', '.join(given[:-1])} en {given[-1]}"


def read_askers(phrase: str) -> tuple[Person, ...]:
    """ "de leden Kröger , Thijssen (beiden GroenLinks-PvdA) en Teunissen (PvdD)": one Person each.

    A name without a party of its own takes the next party printed.
    """
    text = _LEAD.sub("", re.sub(r"\s+", " ", phrase).strip())
    people: list[Person] = []
    end = 0
    for match in _PARTY.finditer(text):
        party = re.sub(r"\s+", " ", _SHARED.sub("", match.group(2))).strip()
        for name in _names(match.group(1)):
            people.append(_asker(name, party))
        end = match.end()
    people.extend(_asker(name, "") for name in _names(text[end:]))
    return tuple(people)


def _names(text: str) -> list[str]:
    text = re.sub(r"^\s*(?:,|en\b|,\s*en\b)\s*", " ", text)
    parts = re.split(r"\s*,\s*(?:en\s+)?|\s+en\s+", text)
    cleaned = (_LEAD.sub("", part.strip(" ,.;")) for part in parts)
    kept = (re.sub(r"^(?:het\s+|de\s+)?(?:lid|leden)\s+", "", part) for part in cleaned)
    return [part for part in kept if re.search(r"[A-ZÀ-Ý]", part)]


def _asker(name: str, party: str) -> Person:
    name = re.sub(r"\s+(?=[´`])", "", repaired(name))
    printed = f"{name} ({party})" if party else name
    return Person(Part.ASKER, printed, name, person_key(name), party)


def read_offices(phrase: str, part: Part = Part.ADDRESSEE) -> tuple[Person, ...]:
    """ "de Staatssecretaris van Financiën en de Minister van Sociale Zaken en Werkgelegenheid": one Person each.

    ``printed`` is singular, with the portfolio as printed. Who is absent ("bij afwezigheid van ...") is not asked.
    """
    text = re.sub(r"\s+", " ", phrase).strip(" ,.;:")
    text = re.split(r",?\s*bij\s+afwezigheid\s+van", text)[0]
    # lost spaces: "enVolksgezondheid", "vanFinanciën", "MinisterKlimaat"
    text = re.sub(r"\b(en|van|voor|de|Minister|Staatssecretaris)(?=[A-ZÀ-Ý])", r"\1 ", text)
    text = re.sub(r"(?<=[a-z])(?=en [A-ZÀ-Ý])", lambda m: _unglue(text, m.start()), text)
    people: list[Person] = []
    starts = list(re.finditer(rf"(?:^|\b)(?:de\s+|het\s+|aan\s+de\s+|mede\s+namens\s+de\s+)?({OFFICE})\b", text, re.I))
    for at, match in enumerate(starts):
        stop = starts[at + 1].start() if at + 1 < len(starts) else len(text)
        rest = re.sub(r"(?:\s*,)?(?:\s+en)?(?:\s+aan)?(?:\s+namens)?\s*,?\s*$", "", text[match.end() : stop])
        people.extend(_offices(match.group(1), rest.strip(" ,"), part))
    return tuple(_shared_portfolio(people))


def _unglue(text: str, at: int) -> str:
    """ "Klimaaten Groene Groei": the space belongs before "en" where the word without it is a known one."""
    word = re.split(r"\s", text[:at])[-1]
    return " " if any(word in re.split(r"[ ,]+", known) for known in _PORTFOLIOS) else ""


_UNSPACED = {known.replace(" ", ""): known for known in _PORTFOLIOS}


def _respaced(portfolio: str) -> str:
    """Lost spaces put back where a known portfolio is meant: "BuitenlandseHandel en Ontwikkelingshulp"."""
    return _UNSPACED.get(portfolio.replace(" ", ""), portfolio)


def _offices(office: str, rest: str, part: Part) -> list[Person]:
    singular, plural = _singular(office)
    if not rest:
        return [Person(part, singular, office=singular)]
    pieces = re.split(r"(?:\s*,)?\s+en\s+(?=(?:van|voor)\s)|\s*,\s*(?=(?:van|voor)\s)", rest)
    made = []
    for piece in pieces:
        link = re.match(r"(van|voor)\s+(?:het\s+)?", piece)
        binding = link.group(1) if link else "van"
        body = piece[link.end() :] if link else piece
        for portfolio in _split_portfolios(body) if plural and len(pieces) == 1 else [_respaced(body)]:
            printed = f"{singular} {binding} {portfolio}" if link else f"{singular} {portfolio}"
            made.append(Person(part, printed, office=singular, portfolio=portfolio))
    return made


def _split_portfolios(text: str) -> list[str]:
    """Known portfolios joined by a bare "en" or a comma; the text as one piece where it is not that."""
    rest, found = text, []
    while rest:
        known = next((p for p in _PORTFOLIOS if rest.lower().startswith(p.lower())), None)
        if known is None:
            return [text]
        found.append(rest[: len(known)])
        rest = rest[len(known) :]
        joint = re.match(r"\s*,?\s*en\s+|\s*,\s*", rest)
        if rest and not joint:
            return [text]
        rest = rest[joint.end() :] if joint else ""
    return found or [text]


def _shared_portfolio(people: list[Person]) -> list[Person]:
    """ "de Minister en Staatssecretaris van Binnenlandse Zaken": the portfolio counts for both."""
    made = list(people)
    for at in range(len(made) - 2, -1, -1):
        one, after = made[at], made[at + 1]
        if not one.portfolio and after.portfolio and one.office.lower() != "minister-president":
            printed = after.printed.replace(after.office, one.office, 1)
            made[at] = Person(one.part, printed, office=one.office, portfolio=after.portfolio)
    return made


def _singular(office: str) -> tuple[str, bool]:
    lower = office.lower()
    if lower.endswith("sen"):
        return office[:-3], True
    if lower.endswith("ministers"):
        return office[:-1], True
    return office, False


def read_answerers(phrase: str, part: Part = Part.ANSWERER) -> tuple[Person, ...]:
    """ "Minister Dijkgraaf (Onderwijs, Cultuur en Wetenschap), mede namens de Minister van ...".

    Closing brackets may be missing ("Karremans (Volksgezondheid, Welzijn en Sport").
    """
    text = re.sub(r"\s+", " ", phrase).strip()
    people: list[Person] = []
    halves = re.split(r",?\s*(?:mede\s+)?namens\s+", text, maxsplit=1)
    people.extend(_office_first(halves[0], part))
    for match in _NAMED.finditer("" if people else halves[0]):
        office, name = match.group(1), repaired(match.group(2).strip())
        portfolio = _respaced(match.group(3).strip(" ,"))
        printed = f"{office} {name} ({portfolio})"
        people.append(Person(part, printed, name, person_key(name, surname_only=True), "", office, portfolio))
    if not people:
        people.extend(read_offices(halves[0], part))
    for half in halves[1:]:
        named = [m for m in _NAMED.finditer(half)]
        if named:
            for match in named:
                office, name, portfolio = match.group(1), repaired(match.group(2).strip()), match.group(3).strip(" ,")
                key = person_key(name, surname_only=True)
                printed = f"{office} {name} ({portfolio})"
                people.append(Person(Part.ON_BEHALF_OF, printed, name, key, "", office, portfolio))
        else:
            people.extend(read_offices(half, Part.ON_BEHALF_OF))
    return tuple(people)


def _office_first(text: str, part: Part) -> list[Person]:
    """People whose name stands behind their portfolio; [] where what stands there is a portfolio."""
    people = []
    for match in _OFFICE_FIRST.finditer(text):
        office, binding, portfolio, name = match.groups()
        if any(name.startswith(known) for known in _PORTFOLIOS):
            continue
        printed = f"{office} {binding} {_respaced(portfolio)} ({name})"
        key = person_key(name, surname_only=True)
        people.append(Person(part, printed, repaired(name), key, "", office, _respaced(portfolio)))
    return people
