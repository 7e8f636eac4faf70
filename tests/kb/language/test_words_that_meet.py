"""Pairs of words that a search must bring together, and pairs that it must keep apart, through the words leg."""

import pytest

from kb.language.analyzer import DutchAnalyzer
from kb.language.question import QuestionWords

ANALYZER = DutchAnalyzer()

MEET = """
loket | kennisveiligheidsloket
loket voor kennisveiligheid | kennisveiligheidsloket
kennisveiligheids loket | kennisveiligheidsloket
huisartsen | huisarts
wachtlijst | wachtlijsten
gemeente | gemeenten
gemeentebestuur | gemeentebesturen
vergunningen | omgevingsvergunning
zorg | jeugdzorg
uitstoot van stikstof | stikstofuitstoot
tekort aan personeel | personeelstekort
tekort aan woningen | woningtekort
veiligheid in het verkeer | verkeersveiligheid
subsidies | klimaatsubsidie
scholen | basisscholen
coördinatie | coordinatiecentra
Coordinatie | coördinatie
cre´eren | creëren
auto's | auto
covid | covid-19
covid19 | covid-19
PVV | PVV-Kamerlid
31288 | 31 288
2024-02-12 | 12 februari 2024
12-02-2024 | 12 februari 2024
1500000 | € 1.500.000
the strike | staking
la grève du rail | staking
the hospital | ziekenhuis
password | wachtwoord
police | politie
les pensions | pensioen
the unemployment benefit | werkloosheidsuitkering
the attacks on hospitals | aanval
energy transition | energietransitie
climate policy | klimaatbeleid
la santé | gezondheid
"""
APART = """
kamer | kameraad
staking | staken van bomen
minister | ministerie van ster
bank | bankroet
12-02-2024 | 12-03-2024
31 288 | 31 289
ah-tk-20242025-594 | ah-tk-20242025-595
2024Z18792 | 2024Z18793
regering | regen
politie | politiek
universiteit | universeel
gemeente | gemeen
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("asked", "written"), _rows(MEET))
def test_what_is_asked_meets_what_is_written(asked: str, written: str) -> None:
    assert QuestionWords(ANALYZER, asked).words().keys() & ANALYZER.words(written).keys()


@pytest.mark.parametrize(("asked", "written"), _rows(APART))
def test_what_only_looks_alike_stays_apart(asked: str, written: str) -> None:
    question = QuestionWords(ANALYZER, asked).words()
    assert not question.keys() & ANALYZER.words(written.split()[0] if "van" in written else written).keys()


@pytest.mark.parametrize(("typo", "right"), [("kenisveiligheid", "kennisveiligheid"), ("vlaandern", "Vlaanderen")])
def test_a_typo_shares_most_pieces(typo: str, right: str) -> None:
    asked = QuestionWords(ANALYZER, typo).grams()
    shared = asked.keys() & ANALYZER.grams(right).keys()
    assert len(shared) >= len(asked) / 2
