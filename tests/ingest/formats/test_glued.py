"""Lost line ends: a space comes back only where it is certain."""

import pytest

from ingest.formats.glued import mended

FILL = "Dit is een lange regel die door een ander programma uit meer dan een gedrukte regel is gemaakt, met woorden "


@pytest.mark.parametrize(
    ("glued", "right"),
    [
        ("hetaantal meldingen", "het aantal meldingen"),
        ("om die reden tebeschermen", "om die reden te beschermen"),
        ("de regels inNederland", "de regels in Nederland"),
        ("zijn ontvangen.Ik zal antwoorden", "zijn ontvangen. Ik zal antwoorden"),
        ("aan onderwijs,verblijf en zorg", "aan onderwijs, verblijf en zorg"),
    ],
)
def test_a_lost_space_comes_back(glued: str, right: str) -> None:
    assert mended([FILL + glued]) == [FILL + right]


@pytest.mark.parametrize(
    "kept",
    [
        "de tewerkstelling en de detentie",
        "een eenvoudige deelneming aan vanouds bekende diensten",
        "de eHealth-voorziening van McKinsey en de iPhone",
        "zie www.loket.nl/nieuws.Daar en Lto.nl, 15 november",
        "https://www.loket.nl/kaart,zoom,stad en deel.Nieuws/kaart,zoom",
        "het kennisveiligheidsloket en de hogeschoolbestuurders",
        "de enveloppen en de isolatieplaten",
    ],
)
def test_what_may_be_a_word_stays(kept: str) -> None:
    assert mended([FILL + kept]) == [FILL + kept]


@pytest.mark.parametrize(
    ("glued", "elsewhere", "right"),
    [
        ("de Tunesischekustwacht greep in", "De Tunesische kustwacht.", "de Tunesische kustwacht greep in"),
        ("een deel vande mensen", "Een van de redenen.", "een deel van de mensen"),
        ("het deel opzwemles", "Het btw-tarief op zwemles?", "het deel op zwemles"),
        ("de cybersecuritytesten", "Alle cybersecurity testen.", "de cybersecuritytesten"),
        ("de zorgorganisatie", "Die zorg organisatie.", "de zorgorganisatie"),
    ],
)
def test_words_that_the_text_prints_apart_elsewhere_come_apart(glued: str, elsewhere: str, right: str) -> None:
    assert mended([FILL + glued, elsewhere]) == [FILL + right, elsewhere]


def test_a_line_of_usual_length_is_left_alone() -> None:
    assert mended(["De regels inNederland en hetaantal."]) == ["De regels inNederland en hetaantal."]
