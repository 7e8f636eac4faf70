"""Every character of the lines is in exactly one section: nothing is lost, nothing is doubled."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.choose import parse
from kb.model.terms import Kind, Role

_LINES = """
    Vraag 1|Vraag 2|Vraag 3, 4 en 5|Antwoord|Antwoord 1|Antwoord op vragen 2 en 3:|Mededeling
    Toelichting: Deze vragen|1.|2.|3. Waarom is dat zo?|8, 9. De cijfers
    1) Dagpost, 3 mei 2024 (www.dagpost.example)|4|Ja.|Zie het antwoord op vraag 1.|SCHRIFTELIJKE VRAAG
    nr. 30|van EVA PLATTEN|datum: 3 mei 2024|aan WOUTER AKKER|VLAAMS MINISTER VAN HAVENS|ANTWOORD
    GECOÖRDINEERD ANTWOORD|op vraag nr. 30 van 3 mei 2024|Havens  -  Sluizen|BIJLAGE|SV 30 – Bijlage 1
    title: Havens|Deze vraag werd gesteld aan de ministers Wouter Akker (30), Ann Wuyts (71)|AH 604
    2024Z18294|(ingezonden 3 mei 2024)
    Vragen van het lid Zand (GvN) aan de Minister van Financiën over sluizen
    Antwoord van Minister Pol (Financiën)|Mededeling van Minister Pol (Financiën) (ontvangen 3 mei 2024)
    Geachte Voorzitter,|Hoogachtend,|De minister van Financiën,|A.B. Pol|2.1 Planning|II. Bespreking|Verslag
    PERSBERICHT|De voorzitter:|De heer Zand (GvN):|Minister Pol:|De Kamer,|gehoord de beraadslaging,
    en gaat over tot de orde van de dag.|Minister van Havens, Ann Wuyts: “Goed zo.”|Wat er nog komt
    Een gewone regel zonder einde die wat langer is dan de andere regels hier|en zo verder.
    Inhoud ............. 3|1 2 3
"""
TEXTS = st.sampled_from([text.strip() for row in _LINES.split("\n") for text in row.split("|") if text.strip()])
SPECIAL = [LineKind.HEADING, LineKind.LIST_ITEM, LineKind.TABLE_ROW, LineKind.NOTE, LineKind.BLANK]


@st.composite
def lines(draw):
    made = []
    for number in range(draw(st.integers(0, 28))):
        kind = draw(st.sampled_from([LineKind.TEXT] * 7 + SPECIAL))
        text = "" if kind is LineKind.BLANK else draw(TEXTS)
        label = draw(st.sampled_from(["", "1", "2"])) if kind is LineKind.NOTE else ""
        label = draw(st.sampled_from(["", "3.", "a)", "•"])) if kind is LineKind.LIST_ITEM else label
        made.append(Line(text, kind, page=1 + number // 9, whole=draw(st.booleans()), label=label))
    return made


def letters(text):
    return Counter(c for c in text if not c.isspace())


def content(sections):
    total = Counter()
    for section in sections:
        total += letters(section.heading) + letters(section.text)
    return total


@pytest.mark.parametrize("kind", [None, Kind.LETTER, Kind.PRESS_TEXT, Kind.REPORT, Kind.POLICY_NOTE, Kind.MOTION])
@settings(max_examples=150, deadline=None)
@given(lines())
def test_no_character_is_lost_or_doubled(kind, made):
    parsed = parse(Extracted("text/plain", tuple(made)), Given(kind=kind))
    wanted = sum((letters(f"{line.label}{line.text}") for line in made), Counter())
    assert content(parsed.sections) == wanted
    keys = [section.key for section in parsed.sections]
    assert len(keys) == len(set(keys))
    for pair in parsed.pairs:
        assert set(pair.question_sections) <= set(keys)
        assert pair.answer_section is None or pair.answer_section in keys
    for reference in parsed.references:
        section = next(one for one in parsed.sections if one.key == reference.section)
        assert section.text[reference.start : reference.end] == reference.printed


def test_a_table_stands_apart_and_its_text_goes_on_behind_it():
    block = Block(
        "a6",
        Role.ANSWER,
        [
            Line("De cijfers staan hieronder:", whole=True),
            Line("Jaar\tAantal", LineKind.TABLE_ROW),
            Line("2024\t12", LineKind.TABLE_ROW),
            Line("Dat zijn er meer dan vorig jaar.", whole=True),
        ],
        (6,),
        "Antwoord 6",
    )
    sections = build_sections([block], Typesetting())
    assert [(one.key, one.role, one.questions) for one in sections] == [
        ("a6", Role.ANSWER, (6,)),
        ("a6+t1", Role.TABLE, (6,)),
        ("a6+3", Role.ANSWER, (6,)),
    ]
    assert sections[1].text == "Jaar\tAantal\n2024\t12"
    assert [one.heading for one in sections] == ["Antwoord 6", "", ""]


def test_a_footnote_is_taken_out_of_the_text_that_it_cuts():
    block = Block(
        "a1",
        Role.ANSWER,
        [Line("Dit is een", page=1), Line("Dagpost", LineKind.NOTE, 1, True, "1"), Line("zin.", page=2)],
    )
    answer, note = build_sections([block], Typesetting())
    assert answer.text == "Dit is een zin."
    assert (answer.page_at(0), answer.page_at(11)) == (1, 2)
    assert (note.key, note.role, note.heading, note.text) == ("n1", Role.NOTE, "1", "Dagpost")


def test_a_second_section_of_a_name_gets_a_key_of_its_own():
    blocks = [Block("q7", Role.QUESTION), Block("q7", Role.QUESTION), Block("q7", Role.QUESTION)]
    make_keys_unique(blocks)
    assert [block.key for block in blocks] == ["q7", "q7_2", "q7_3"]
