import pytest

from ingest.formats.encoding import decode
from ingest.formats.joining import Typesetting, join_lines
from ingest.formats.lines import LineKind
from ingest.formats.read import extract
from ingest.formats.text import read_text

SENTENCE = "Het loket is één jaar open; de minister zei: ‘zo’n vraag komt «vaak» terug’.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_told_from_the_bytes(encoding: str) -> None:
    text, _ = decode((SENTENCE * 5).encode(encoding))
    assert text == SENTENCE * 5


def test_a_guessed_encoding_is_reported() -> None:
    extracted = read_text((SENTENCE * 5).encode("cp1252"))
    assert [problem.code for problem in extracted.problems] == ["encoding"]


def test_double_encoding_is_undone_where_that_works_and_reported_where_not() -> None:
    twice = (SENTENCE * 5).replace("’", "'").replace("‘", "'").encode().decode("cp1252")
    text, problems = decode(twice.encode())
    assert "één jaar" in text
    assert [problem.code for problem in problems] == ["mojibake_repaired"]
    text, problems = decode(("JustitiÃ«le jeugd, daarÃ\xa0, en ook het € teken × 中 " * 3).encode())
    assert [problem.code for problem in problems] == ["mojibake"]


def test_form_feeds_number_the_pages() -> None:
    extracted = read_text(b"Vraag 1\nWanneer?\n\x0cAntwoord 1\nIn mei.\n\x0c\n")
    assert extracted.page_count == 2
    assert [(line.page, line.text) for line in extracted.lines if line.text] == [
        (1, "Vraag 1"),
        (1, "Wanneer?"),
        (2, "Antwoord 1"),
        (2, "In mei."),
    ]


def test_the_printed_foot_of_a_page_numbers_the_pages() -> None:
    foot = "Tweede Kamer, vergaderjaar 2026–2027, Aanhangsel"
    extracted = read_text(f"Vraag 1\nWanneer?\n{foot} 1\nAntwoord 1\nIn mei.\n{foot} 2\n".encode())
    assert {line.text: line.page for line in extracted.lines if line.text}["In mei."] == 2
    assert [item.page for item in extracted.dropped] == [1, 2]


def test_a_text_without_signs_of_pages_has_none() -> None:
    extracted = read_text(b"Vraag 1\nWanneer?\n\n\n\nAntwoord 1\nIn mei.\n")
    assert extracted.page_count is None
    assert {line.page for line in extracted.lines} == {None}


def test_one_word_per_line_is_rejoined() -> None:
    text = (
        "b) Elke \nprojectaanvraag \nwordt \nin \neerste \ninstantie \nonderworpen \naan \neen \n"
        "ontvankelijkheidsanalyse op basis van objectieve criteria. Vervolgens vindt de \nevaluatie plaats.\n"
    )
    extracted = read_text(text.encode())
    assert join_lines(extracted.lines, Typesetting.of(extracted.lines)).text == (
        "b) Elke projectaanvraag wordt in eerste instantie onderworpen aan een ontvankelijkheidsanalyse op basis van "
        "objectieve criteria. Vervolgens vindt de evaluatie plaats."
    )


def test_cells_of_a_table_are_not_taken_for_words_of_a_line() -> None:
    extracted = read_text(b"Per provincie:\nAntwerpen\n110,9\nLimburg\n38,0\nNamen\n12,5\n")
    assert [line.text for line in extracted.lines if line.text][1:] == [
        "Antwerpen",
        "110,9",
        "Limburg",
        "38,0",
        "Namen",
        "12,5",
    ]


def test_a_paragraph_a_line_is_kept_whole() -> None:
    long = "Het kabinet vindt dat het loket voor iedereen open moet staan. " * 5
    extracted = read_text(f"Vraag 1\n{long}\n\nAntwoord op vraag 1\n{long}\nJa.\n".encode())
    assert all(line.whole for line in extracted.lines if line.text)


def test_a_csv_file_is_a_table() -> None:
    extracted = extract(b'jaar;loket\n2026;"Gent; Brugge"\n', "a.csv")
    assert [(line.kind, line.text) for line in extracted.lines] == [
        (LineKind.TABLE_ROW, "jaar\tloket"),
        (LineKind.TABLE_ROW, "2026\tGent; Brugge"),
    ]


def test_text_that_does_not_look_like_text_is_reported() -> None:
    damaged = "Hxt lkt s pn\ufffd \ue001\ue002 (cid:12) qzrt fgh#@ %&* brrt xx\ufffd\ufffd " * 20
    assert "poor_text" in [problem.code for problem in read_text(damaged.encode()).problems]
    assert not read_text((SENTENCE * 10).encode()).problems
