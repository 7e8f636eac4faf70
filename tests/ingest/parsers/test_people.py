import pytest

from ingest.parsers.names import person_key, repaired, titled, titled_portfolio
from ingest.parsers.people import read_answerers, read_askers, read_offices, spoken_together
from kb.model.people import Part


@pytest.mark.parametrize(
    ("phrase", "askers"),
    [
        ("het lid Van Houwelingen (FVD)", ["Van Houwelingen (FVD)"]),
        ("de leden Mutluer (GroenLinks-PvdA) en Kostic´ (PvdD)", ["Mutluer (GroenLinks-PvdA)", "Kostic´ (PvdD)"]),
        (
            "de leden Bushoff en Patijn(beiden GroenLinks-PvdA)",
            ["Bushoff (GroenLinks-PvdA)", "Patijn (GroenLinks-PvdA)"],
        ),
        ("de leden lid Inge van Dijk (CDA) en Dijk (SP)", ["Inge van Dijk (CDA)", "Dijk (SP)"]),
        ("het leden Yeşilgöz-Zegerius en Aartsen (beiden VVD)", ["Yeşilgöz-Zegerius (VVD)", "Aartsen (VVD)"]),
        (
            "de leden Sneller , Bamenga , Rooderkerk (allen D66) en Gabriëls (GroenLinks-PvdA)",
            ["Sneller (D66)", "Bamenga (D66)", "Rooderkerk (D66)", "Gabriëls (GroenLinks-PvdA)"],
        ),
        ("het lid DaniëlleJansen (Nieuw Sociaal Contract)", ["Daniëlle Jansen (Nieuw Sociaal Contract)"]),
        ("het lid Van Haga (Groep Van Haga)", ["Van Haga (Groep Van Haga)"]),
        ("de leden Lahlah en Chakor (GroenLinks-PvdA)", ["Lahlah (GroenLinks-PvdA)", "Chakor (GroenLinks-PvdA)"]),
    ],
)
def test_askers_come_with_their_party(phrase, askers):
    people = read_askers(phrase)
    assert [person.printed for person in people] == askers
    assert all(person.part is Part.ASKER and person.key for person in people)


@pytest.mark.parametrize(
    ("phrase", "offices"),
    [
        ("de Minister van Onderwijs, Cultuur en Wetenschap", ["Minister van Onderwijs, Cultuur en Wetenschap"]),
        (
            "de Ministers van Buitenlandse Zaken en voor Buitenlandse Handel en Ontwikkelingshulp",
            ["Minister van Buitenlandse Zaken", "Minister voor Buitenlandse Handel en Ontwikkelingshulp"],
        ),
        (
            "de Staatssecretaris van Financiën en de Minister van Sociale Zaken en Werkgelegenheid",
            ["Staatssecretaris van Financiën", "Minister van Sociale Zaken en Werkgelegenheid"],
        ),
        (
            "de ministers van Justitie en Veiligheid en Binnenlandse Zaken en Koninkrijkrelaties",
            ["minister van Justitie en Veiligheid", "minister van Binnenlandse Zaken en Koninkrijkrelaties"],
        ),
        (
            "de Ministers van Buitenlandse Zaken, van Justitie en Veiligheid en van Asiel en Migratie",
            [
                "Minister van Buitenlandse Zaken",
                "Minister van Justitie en Veiligheid",
                "Minister van Asiel en Migratie",
            ],
        ),
        (
            "de Staatssecretarissen van Onderwijs, Cultuur en Wetenschap enVolksgezondheid, Welzijn en Sport",
            [
                "Staatssecretaris van Onderwijs, Cultuur en Wetenschap",
                "Staatssecretaris van Volksgezondheid, Welzijn en Sport",
            ],
        ),
        (
            "de Minister en Staatssecretaris vanBinnenlandse Zaken en Koninkrijksrelaties",
            [
                "Minister van Binnenlandse Zaken en Koninkrijksrelaties",
                "Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
            ],
        ),
        (
            "de Minister van Economische Zaken, bij afwezigheid van de Staatssecretaris van Financiën,",
            ["Minister van Economische Zaken"],
        ),
        ("de minister-president", ["minister-president"]),
        ("de Staatsecretaris van Cultuur en Media", ["Staatsecretaris van Cultuur en Media"]),
        (
            "de Minister voor BuitenlandseHandel en Ontwikkelingshulp",
            ["Minister voor Buitenlandse Handel en Ontwikkelingshulp"],
        ),
    ],
)
def test_addressees_are_spread_out_per_minister(phrase, offices):
    assert [person.printed for person in read_offices(phrase)] == offices


def test_who_answers_is_told_from_who_is_spoken_for():
    people = read_answerers(
        "Staatssecretaris Van Huffelen (Binnenlandse Zaken en Koninkrijksrelaties), mede namens de Staatssecretarissen "
        "van Volksgezondheid, Welzijn en Sport en van Justitie en Veiligheid"
    )
    assert [(person.part, person.printed) for person in people] == [
        (Part.ANSWERER, "Staatssecretaris Van Huffelen (Binnenlandse Zaken en Koninkrijksrelaties)"),
        (Part.ON_BEHALF_OF, "Staatssecretaris van Volksgezondheid, Welzijn en Sport"),
        (Part.ON_BEHALF_OF, "Staatssecretaris van Justitie en Veiligheid"),
    ]
    assert people[0].key == "van huffelen"


@pytest.mark.parametrize(
    ("phrase", "printed"),
    [
        (
            "Staatssecretaris Karremans (Volksgezondheid, Welzijn en Sport",
            ["Staatssecretaris Karremans (Volksgezondheid, Welzijn en Sport)"],
        ),
        (
            "Minister Bruins Slot (BZ) van Minister Schreinemacher (BHO)",
            ["Minister Bruins Slot (BZ)", "Minister Schreinemacher (BHO)"],
        ),
        (
            "Minister Van Weel (JenV) en antwoord van Staatssecretaris Pol (JenV)",
            ["Minister Van Weel (JenV)", "Staatssecretaris Pol (JenV)"],
        ),
        (
            "Minister Faber – Van de Klashorst (Asiel en Migratie)",
            ["Minister Faber – Van de Klashorst (Asiel en Migratie)"],
        ),
    ],
)
def test_misprinted_answerers_are_read(phrase, printed):
    assert [person.printed for person in read_answerers(phrase)] == printed


def test_printed_forms_of_one_person_meet_under_one_key():
    assert person_key("Aukje de Vries (A.)") == person_key("A. de Vries") == person_key("De Vries") == "de vries"
    assert person_key("Faber – van de Klashorst") == person_key("Faber-Van de Klashorst")
    assert person_key("Kostic´") == person_key("Kostić") == "kostic"
    assert person_key("D. Yeşilgöz-Zegerius") == person_key("Dilan Yeşilgöz-Zegerius", full_name=True)


def test_a_surname_of_two_words_is_not_cut():
    assert person_key("Bruins Slot", surname_only=True) == "bruins slot"
    assert person_key("H.G.J. Bruins Slot", full_name=True) == "bruins slot"
    assert person_key("Six Dijkstra") == "six dijkstra"
    assert person_key("El Abassi") == "el abassi"


def test_glued_and_capital_names_are_shown_readable():
    assert repaired("DaniëlleJansen") == "Daniëlle Jansen"
    assert repaired("McAlister") == "McAlister"
    assert titled("EVA PLATTEAU") == "Eva Platteau"
    assert titled_portfolio("ECONOMIE, INNOVATIE EN INDUSTRIE") == "Economie, Innovatie en Industrie"
    assert spoken_together(["A", "B", "A", "C"]) == "A, B en C"


def test_a_name_may_stand_behind_the_portfolio():
    phrase = "minister van Buitenlandse Zaken (Van Weel) en de staatssecretaris voor Buitenlandse Handel (De Vries)"
    people = read_answerers(phrase)
    assert [(person.name, person.key, person.portfolio) for person in people] == [
        ("Van Weel", "van weel", "Buitenlandse Zaken"),
        ("De Vries", "de vries", "Buitenlandse Handel"),
    ]
