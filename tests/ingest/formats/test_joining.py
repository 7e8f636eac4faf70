import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.hyphens import Vocabulary, hyphen_join
from ingest.formats.joining import Typesetting, join_lines
from ingest.formats.lines import Line, LineKind

WIDE = Typesetting(width=60)


def printed(text: str, page: int | None = None) -> list[Line]:
    return [
        Line(row, LineKind.TEXT if row else LineKind.BLANK, page) for row in (row.strip() for row in text.split("\n"))
    ]


@pytest.mark.parametrize(
    ("left", "right", "known", "expected"),
    [
        ("om zich regen-", "boogprovincie te noemen", "", "om zich regenboogprovincie te noemen"),
        ("de bestuurs-", "of regeringsdocumenten", "", "de bestuurs- of regeringsdocumenten"),
        ("een huur-", "dan wel koopwoning", "", "een huur- dan wel koopwoning"),
        ("het wordt als-", "maar groter", "", "het wordt alsmaar groter"),
        ("onderzoeks-", "en ontwikkelingsprojecten", "", "onderzoeks- en ontwikkelingsprojecten"),
        ("binnen CIS-", "Kennisveiligheid", "", "binnen CIS-Kennisveiligheid"),
        ("de WIA-", "uitkering", "", "de WIA-uitkering"),
        ("de dual-", "use goederen", "dual-use", "de dual-use goederen"),
        ("de dual-", "use goederen", "dualuse", "de dualuse goederen"),
        ("de zee-", "eend", "", "de zee-eend"),
        ("vóór 03-02-", "2021", "", "vóór 03-02-2021"),
        ("de non-", "profitsector", "", "de non-profitsector"),
        ("de minister-", "president", "", "de minister-president"),
        ("hij zei -", "en dat klopt", "", "hij zei - en dat klopt"),
        ("het waterlo\u00ad", "ket", "", "het waterloket"),
        ("geen streepje", "hier", "", None),
    ],
)
def test_a_line_end_hyphen_is_kept_or_joined_by_what_follows(
    left: str, right: str, known: str, expected: str | None
) -> None:
    assert hyphen_join(left, right, Vocabulary.of([known])) == expected


def test_lines_of_one_paragraph_are_joined() -> None:
    text = (
        "De regenboogprovincies zijn een initiatief van de regen-\nboogsteden en het water-\nen bodemloket, zegt hij.\n"
    )
    assert join_lines(printed(text), WIDE).text == (
        "De regenboogprovincies zijn een initiatief van de regenboogsteden en het water- en bodemloket, zegt hij."
    )


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    text = "De eerste alinea loopt over de volle breedte van de regel en\neindigt hier.\nDe tweede begint."
    assert join_lines(printed(text), WIDE).text.split("\n\n")[1] == "De tweede begint."


def test_an_abbreviation_or_open_bracket_ends_no_sentence() -> None:
    text = "Zie het verslag over het nieuwe loket (Parl.St.\nVl.Parl. 2026-27, nr.\n12) voor meer."
    assert (
        join_lines(printed(text), WIDE).text
        == "Zie het verslag over het nieuwe loket (Parl.St. Vl.Parl. 2026-27, nr. 12) voor meer."
    )


def test_a_sentence_goes_on_over_a_page_end_and_its_pages_are_known() -> None:
    lines = [
        *printed("Het loket wordt in het najaar geopend, zodat de gemeen-", 3),
        *printed("\n\nten er terechtkunnen.", 4),
    ]
    joined = join_lines(lines, WIDE)
    assert joined.text == "Het loket wordt in het najaar geopend, zodat de gemeenten er terechtkunnen."
    assert [(start.page, joined.text[start.offset :][:3]) for start in joined.pages] == [(3, "Het"), (4, "ten")]


def test_a_note_between_two_lines_does_not_cut_the_sentence() -> None:
    lines = [
        Line("Het loket opent in", page=1),
        Line("Besluit.", LineKind.NOTE, 1, label="1"),
        Line("mei 2026.", page=2),
    ]
    assert join_lines(lines, WIDE).text == "Het loket opent in mei 2026."


def test_items_stand_on_lines_of_their_own() -> None:
    text = (
        "De minister noemt drie punten:\n1. het loket;\n2. het geld, dat nog moet worden gevonden in de begroting\n"
        "van 2027;\n- de mensen."
    )
    assert join_lines(printed(text), WIDE).text.split("\n") == [
        "De minister noemt drie punten:",
        "1. het loket;",
        "2. het geld, dat nog moet worden gevonden in de begroting van 2027;",
        "- de mensen.",
    ]


def test_a_year_at_the_start_of_a_line_opens_no_item() -> None:
    text = "Dat gebeurde volgens het besluit van de ministerraad (van\n10) pas in het najaar van dat jaar."
    assert "(van 10) pas" in join_lines(printed(text), WIDE).text


def test_a_number_alone_on_its_line_belongs_to_the_text_below() -> None:
    assert join_lines(printed("1.\nHet loket opent in mei."), WIDE).text == "1. Het loket opent in mei."


def test_restored_numbers_and_rows_are_part_of_the_text() -> None:
    lines = [
        Line("Vragen", LineKind.HEADING, whole=True),
        Line("Wanneer?", LineKind.LIST_ITEM, whole=True, label="1."),
        Line("Waar?", LineKind.LIST_ITEM, whole=True, label="a)", level=1),
        Line("2026\t400", LineKind.TABLE_ROW, whole=True),
        Line("2027\t500", LineKind.TABLE_ROW, whole=True),
        Line("Slot.", whole=True),
    ]
    assert join_lines(lines).text == "Vragen\n\n1. Wanneer?\na) Waar?\n\n2026\t400\n2027\t500\n\nSlot."


def test_blank_lines_between_all_lines_mean_nothing() -> None:
    rows = "het loket gaat open en\n\nde gemeenten komen er\nmet hun vragen over het\n\nwater en de bodem. "
    lines = printed((rows + "\n") * 8)
    joined = join_lines(lines, Typesetting.of(lines))
    assert "gaat open en de gemeenten komen er met hun vragen over het water" in joined.text


def test_an_address_broken_over_lines_is_one_word() -> None:
    text = "Zie https://www.waterlokaal.example/bestanden/\nbesluit-2026.pdf voor meer."
    assert (
        join_lines(printed(text), WIDE).text
        == "Zie https://www.waterlokaal.example/bestanden/besluit-2026.pdf voor meer."
    )


_TEXTS = st.text(st.sampled_from("abcé ABC1.2?-–,;:()«»•\t/"), max_size=70).map(lambda text: text.strip())
_LINES = st.lists(
    st.builds(
        Line,
        text=_TEXTS,
        kind=st.sampled_from([LineKind.TEXT, LineKind.TEXT, LineKind.BLANK, LineKind.LIST_ITEM, LineKind.TABLE_ROW]),
        page=st.sampled_from([None, 1, 2]),
        whole=st.booleans(),
        label=st.sampled_from(["", "1.", "•"]),
    ).map(lambda line: line if line.kind is not LineKind.BLANK else Line("", LineKind.BLANK, line.page)),
    max_size=12,
)


@given(_LINES)
def test_nothing_but_space_and_hyphens_changes(lines: list[Line]) -> None:
    joined = join_lines(lines)
    given_text = "".join(f"{line.label}{line.text}" for line in lines)
    assert _letters(joined.text) == _letters(given_text)
    assert joined.text == joined.text.strip("\n ")
    assert [start.offset for start in joined.pages] == sorted({start.offset for start in joined.pages})
    assert len(joined.starts) == len(lines)
    for line, start in zip(lines, joined.starts, strict=True):
        shown = f"{line.label} {line.text}".strip()
        assert joined.text[start:].startswith(shown[:-1] if shown.endswith("-") else shown)


def _letters(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char != "-")
