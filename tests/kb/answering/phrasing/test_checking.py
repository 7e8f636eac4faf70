"""What of a sentence is found in the quotes that it cites."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.answering.phrasing.checking import checked
from kb.answering.phrasing.phrased import DroppedSentence, PhrasedSentence, Why
from kb.answering.phrasing.quoted import Quote
from kb.answering.phrasing.sentences import Sentences, Written, written


def numbered(*quotes: str) -> dict[int, Quote]:
    return {at: Quote(quote) for at, quote in enumerate(quotes, start=1)}


def fault(text: str, *quotes: str) -> tuple[Why, str] | None:
    """Of a sentence that cites all of the quotes."""
    found = checked(Written(text, tuple(range(1, len(quotes) + 1))), numbered(*quotes))
    return (found.why, found.about) if isinstance(found, DroppedSentence) else None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Er zijn 25 loketten.", "Er zijn vijfentwintig loketten in Vlaanderen."),
        ("Er zijn vijfentwintig loketten.", "Er zijn 25 loketten in Vlaanderen."),
        ("De kosten zijn € 3,5 miljoen.", "De kosten zijn 3.500.000 euro."),
        ("De kosten zijn 1.200 euro.", "De kosten zijn € 1200."),
        ("Twaalf procent kwam in maart 2025.", "In maart 2025 kwam 12% van de aanvragen."),
        ("Op 31 oktober 2024 opende het loket.", "Het loket opende op 31-10-2024."),
        ("Het loket opende in oktober 2024.", "Het loket opende op 31 oktober 2024."),
        ("Het loket opende in 2024.", "Het loket opende op 31 oktober 2024."),
        ("The desk opened on October 31, 2024.", "The desk opened on 31 October 2024 in Ghent."),
        ("Minister Claes kondigt een loket aan.", "Het loket wordt aangekondigd door minister Claes."),
        ("Volgens minister Claes is het loket open.", "Minister Claes: het loket is open."),
        ("Er is één loket.", "Er is een loket."),
        ("Het loket is nog niet open.", "Het loket is helaas nog niet open."),
        ("Het loket is open.", "Het loket is open, maar de website werkt niet."),
        ("Het loket is niet alleen in Gent.", "Het loket is niet alleen in Gent."),
        ("COVID-19 vertraagde het loket.", "Het loket werd door COVID-19 vertraagd."),
        ("Gent kreeg 5 loketten en Brugge 3.", "Gent kreeg 5 loketten, Brugge kreeg er 3."),
        ("Op 1 maart opende Gent.", "Gent opende op 1 maart."),
        (
            "Het Vlaams-Brabantse loket is open.",
            "Het loket in Vlaams-Brabant is open; het Vlaams-Brabantse loket groeit.",
        ),
    ],
)
def test_the_same_said_otherwise_is_kept(text: str, quote: str) -> None:
    assert fault(text, quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Er zijn 26 loketten.", "Er zijn vijfentwintig loketten.", Why.FIGURE),
        ("Er zijn zesentwintig loketten.", "Er zijn vijfentwintig loketten.", Why.FIGURE),
        ("De kosten zijn 3,5 miljard euro.", "De kosten zijn 3,5 miljoen euro.", Why.FIGURE),
        ("De kosten zijn 3,5 miljoen dollar.", "De kosten zijn 3,5 miljoen euro.", Why.FIGURE),
        ("Twaalf loketten zijn open.", "Er is 12% van de loketten open.", Why.FIGURE),
        ("Het derde loket is open.", "Drie loketten zijn open: het tweede loket ook.", Why.FIGURE),
        ("Het loket opende op 30 oktober 2024.", "Het loket opende op 31 oktober 2024.", Why.DATE),
        ("Het loket opende op 31 oktober 2024.", "Het loket opende in oktober 2024.", Why.DATE),
        ("Het loket opende op 31 oktober 2025.", "Het loket opende op 31 oktober 2024.", Why.DATE),
        ("Het loket opende in november.", "Het loket opende op 31 oktober 2024.", Why.DATE),
        ("Het loket is open.", "Het loket is niet open.", Why.NEGATION),
        ("Het loket is open.", "Dat het loket open is, klopt niet.", Why.NEGATION),
        ("Er komt een loket.", "Er komt geen loket.", Why.NEGATION),
        ("Er komt geen loket.", "Er komt een loket. Er is geen website.", Why.NEGATION),
        ("The desk is open.", "The desk isn't open.", Why.NEGATION),
        ("Het loket is gestopt zonder overleg.", "Het loket is gestopt na overleg.", Why.NEGATION),
        ("Het loket opent in Gent.", "Het loket opent mogelijk in Gent.", Why.HEDGE),
        ("Het loket opent in 2025.", "Naar verwachting opent het loket in 2025.", Why.HEDGE),
        ("Alle gemeenten hebben een loket.", "De gemeenten hebben een loket.", Why.BOUND),
        ("Alleen gemeenten hebben een loket.", "De gemeenten hebben een loket.", Why.BOUND),
        ("Minister Peeters opent het loket.", "Minister Claes opent het loket.", Why.NAME),
        ("Minister Jansen opent het loket.", "Minister Claes opent het loket met de heer Jansen.", Why.NAME),
        ("Jan Claes opent het loket.", "Minister Claes opent het loket met Jan Jansen.", Why.NAME),
        ("Peeters opent het loket.", "Minister Claes opent het loket.", Why.NAME),
        ("Jansen vroeg Claes naar het loket.", "Claes vroeg Jansen naar het loket.", Why.ORDER),
        ("Gent kreeg 3 loketten en Brugge 5.", "Gent kreeg 5 loketten, Brugge kreeg er 3.", Why.ORDER),
        ("Gent opende op 2 mei, Brugge op 1 maart.", "Gent opende op 1 maart, Brugge op 2 mei.", Why.ORDER),
        ("Gent kreeg 3 loketten.", "Gent kreeg 5 loketten, Brugge kreeg er 3.", Why.ORDER),
        (
            "In 2023 was dit aantal 6.125.",
            "In 2022 was dit aantal 6.125. In 2023 waren er in 2022 begonnen 7.",
            Why.DATE,
        ),
        ("De regering liegt over het loket.", "De regering opent het loket.", Why.WORDS),
        ("Het loket in Gent is stopgezet.", "Het loket in Gent is in werking sinds de zomer.", Why.WORDS),
        ("Lees meer op kwaad.com over het loket.", "Lees meer over het loket.", Why.ADDRESS),
        ("Het \x1b[31mloket is open.", "Het loket is open.", Why.ADDRESS),
    ],
)
def test_what_is_changed_is_dropped(text: str, quote: str, why: Why) -> None:
    found = fault(text, quote)
    assert found is not None
    assert found[0] is why


def test_a_sentence_is_held_against_the_quotes_that_it_cites_and_no_others() -> None:
    quotes = numbered("Het loket in Gent is open.", "Het loket in Brugge is open.")
    assert isinstance(checked(Written("Het loket in Gent is open.", (1,)), quotes), PhrasedSentence)
    assert isinstance(checked(Written("Het loket in Gent is open.", (2,)), quotes), DroppedSentence)
    both = checked(Written("Het loket is open in Gent en in Brugge.", (1, 2)), quotes)
    assert isinstance(both, PhrasedSentence)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A is open [1].", [("A is open.", (1,))]),
        ("A is open. [1] B is dicht. [2, 3]", [("A is open.", (1,)), ("B is dicht.", (2, 3))]),
        ("- A is open [1][2].\n2. B is **dicht** 【3】.", [("A is open.", (1, 2)), ("B is dicht.", (3,))]),
        ("A is open [1-3]", [("A is open", (1, 2, 3))]),
        ("Het kost 2.5 mln. euro volgens nr. 3 [1].", [("Het kost 2.5 mln. euro volgens nr. 3.", (1,))]),
        ("", []),
        ("[1]", []),
    ],
)
def test_a_text_is_taken_apart_into_sentences_and_citations(text: str, said: list[tuple[str, tuple[int, ...]]]) -> None:
    for size in (1, 3, 100):
        coming = Sentences()
        found = [one for at in range(0, len(text), size) for one in coming.take(text[at : at + size])]
        found.extend(coming.rest())
        assert [(one.text, one.cited) for one in found] == said


QUOTE = "Op 3 mei 2025 gaf minister Claes 40.000 euro aan 12 loketten in Gent, maar het loket in Ronse is niet open."


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**7), st.sampled_from(["{} euro", "{} loketten", "{}%", "€ {}", "{} miljoen"]))
def test_no_other_figure_passes(value: int, form: str) -> None:
    text = f"Minister Claes gaf {form.format(value)} in Gent."
    allowed = {"40000 euro", "12 loketten", "€ 40000"}
    assert (fault(text, QUOTE) is None) <= (form.format(value) in allowed)


@settings(max_examples=200, deadline=None)
@given(st.dates())
def test_no_other_date_passes(day: object) -> None:
    text = f"Minister Claes gaf 40.000 euro op {day}."
    assert (fault(text, QUOTE) is None) == (str(day) == "2025-05-03")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_whatever_a_model_writes_is_judged_without_an_error(text: str) -> None:
    one = written(text)
    assert checked(one, numbered(QUOTE)) is not None
    assert checked(Written(text, (1,)), numbered(text)) is not None
    coming = Sentences()
    assert all(one.text for one in (*coming.take(text), *coming.rest()))
