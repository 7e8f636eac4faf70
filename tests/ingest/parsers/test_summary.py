"""Headings of a committee's summary: who speaks below them."""

import pytest

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Line
from ingest.parsers.blocks import Block
from ingest.parsers.summary import name_speakers
from kb.model.terms import Role


def speaker_under(heading: str) -> str:
    block = Block("s1", Role.REPORT, [Line("De cijfers zijn bekend.")], heading=heading)
    return name_speakers([block], "", Typesetting())[0][0].speaker


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("3.1.1. Tussenkomst van Tom Lamont", "Tom Lamont"),
        ("Bijkomende vragen van Els Peeters", "Els Peeters"),
        ("2. Antwoorden van minister Ben Weyts", "minister Ben Weyts"),
        ("Reactie van viceminister-president Hilde Mertens", "viceminister-president Hilde Mertens"),
        ("Uiteenzetting door de heer Jan Wouters, administrateur-generaal", "Jan Wouters"),
        ("4.2. Toelichting door het Rekenhof", "het Rekenhof"),
        ("Toelichting van de minister", "minister"),
        ("1. Tussenkomsten van de leden", ""),
        ("Vragen van enkele leden", ""),
        ("Antwoorden van de sprekers", ""),
        ("Toelichting van het ontwerp van decreet", ""),
        ("Presentatie van het Vlaams Actieplan Water", ""),
        ("Inleiding", ""),
    ],
)
def test_a_heading_names_one_speaker_or_none(heading, speaker):
    assert speaker_under(heading) == speaker


def test_the_minister_is_the_only_one_named():
    blocks = [
        Block("s1", Role.REPORT, [Line("Het plan is klaar.")], heading="1. Toelichting door minister Jan Peetermans"),
        Block("s2", Role.REPORT, [Line("Dat klopt.")], heading="2. Antwoord van de minister"),
    ]
    assert [block.speaker for block in name_speakers(blocks, "", Typesetting())[0]] == ["minister Jan Peetermans"] * 2


def test_of_two_ministers_none_is_guessed():
    blocks = [
        Block("s1", Role.REPORT, [Line("Het plan is klaar.")], heading="1. Toelichting door minister Jan Peetermans"),
        Block("s2", Role.REPORT, [Line("Het geld ook.")], heading="2. Toelichting door minister Els Mertens"),
        Block("s3", Role.REPORT, [Line("Dat klopt.")], heading="3. Antwoord van de minister"),
    ]
    assert name_speakers(blocks, "", Typesetting())[0][2].speaker == "minister"
