"""`documents.toml`: what it gives, and one clear problem for each thing that cannot be used."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.parsed import Given
from ingest.sources.folder.metadata import FolderMetadata, read_metadata
from ingest.sources.folder.numbers import number_of
from kb.model.document import Number
from kb.model.terms import Kind, Parliament


def read(tmp_path: Path, text: str | bytes) -> FolderMetadata:
    (tmp_path / "documents.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_metadata(tmp_path, ["brief.pdf", "nota.docx"])


def test_every_field_is_read(tmp_path: Path) -> None:
    metadata = read(
        tmp_path,
        """
        ["brief.pdf"]
        kind = "letter"
        parliament = "tweede_kamer"
        date = 2022-01-31
        asked = 2022-01-01
        answered = 2022-01-30
        number = "KST-31288-948"
        numbers = ["2024Z18561", "SV 30 (2024-2025)"]
        title = " Voortgang "
        url = "https://example.org/brief"
        themes = ["onderzoek", "veiligheid"]
        """,
    )
    assert metadata.problems == ()
    assert metadata.of("brief.pdf").given == Given(
        file_name="brief.pdf",
        kind=Kind.LETTER,
        parliament=Parliament.TWEEDE_KAMER,
        title="Voortgang",
        date=dt.date(2022, 1, 31),
        asked=dt.date(2022, 1, 1),
        answered=dt.date(2022, 1, 30),
        numbers=(
            Number("kamerstuk", "kst-31288-948"),
            Number("zaak", "2024Z18561"),
            Number("sv", "SV 30 (2024-2025)"),
        ),
        themes=("onderzoek", "veiligheid"),
        url="https://example.org/brief",
    )
    assert metadata.of("nota.docx").given == Given(file_name="nota.docx")


@pytest.mark.parametrize(
    ("line", "message", "advice"),
    [
        ('knd = "letter"', 'knd of "brief.pdf" is not a field.', "Did you mean kind?"),
        ('kleur = "rood"', 'kleur of "brief.pdf" is not a field.', "Known: answered, asked, date"),
        ('kind = "lettre"', "must be a kind of document, not 'lettre'.", "Did you mean letter?"),
        ("kind = 3", "must be a kind of document, not 3.", "Known:"),
        ('parliament = "vlaams"', "must be a parliament, not 'vlaams'.", "Did you mean vlaams_parlement?"),
        ('date = "31 januari 2022"', "must be a date such as 2022-01-31, without quotes", ""),
        ("asked = 2022-01-31T10:00:00", "asked of", ""),
        ("title = 12", "must be text in quotes, not 12.", ""),
        ("themes = [1]", "must be a list of texts in quotes", ""),
        ('number = "948"', "must be an official number in its full form, not '948'.", "Such as kst-31288-948"),
    ],
)
def test_a_field_that_cannot_be_used_is_one_problem_and_the_others_are_kept(
    tmp_path: Path, line: str, message: str, advice: str
) -> None:
    metadata = read(tmp_path, f'["brief.pdf"]\n{line}\nurl = "https://example.org"\n')
    (problem,) = metadata.problems
    assert str(tmp_path / "documents.toml") in problem.message
    assert message in problem.message
    assert advice in problem.advice
    assert metadata.of("brief.pdf").given == Given(file_name="brief.pdf", url="https://example.org")


def test_a_file_that_is_not_there_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    metadata = read(tmp_path, '["brieven.pdf"]\nkind = "letter"\n')
    (problem,) = metadata.problems
    assert 'there is no file "brieven.pdf"' in problem.message
    assert problem.advice == "Did you mean brief.pdf?"


def test_an_entry_that_is_no_table_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, '"brief.pdf" = "letter"\n').problems
    assert '"brief.pdf" must be a table' in problem.message


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'["brief.pdf"\n', "is not valid TOML"),
        (b'["brief.pdf"]\ntitle = "co\xf6rdinatie"\n', "is not in UTF-8"),
        (b'["brief.pdf"]\n["brief.pdf"]\n', "is not valid TOML"),
    ],
)
def test_a_broken_file_is_one_problem(tmp_path: Path, data: bytes, why: str) -> None:
    metadata = read(tmp_path, data)
    (problem,) = metadata.problems
    assert why in problem.message
    assert metadata.of("brief.pdf").given == Given(file_name="brief.pdf")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, b'\xef\xbb\xbf["brief.pdf"]\nkind = "letter"\n').of("brief.pdf").given.kind is Kind.LETTER


def test_no_file_gives_nothing(tmp_path: Path) -> None:
    assert read_metadata(tmp_path, []) == FolderMetadata()


@pytest.mark.parametrize(
    ("written", "scheme", "value"),
    [
        ("kst-31288-948", "kamerstuk", "kst-31288-948"),
        ("KST-36410-viii-106", "kamerstuk", "kst-36410-VIII-106"),
        ("AH-TK-20242025-594", "publication", "ah-tk-20242025-594"),
        ("kv-tk-2024z18775", "publication", "kv-tk-2024Z18775"),
        ("2024z18561", "zaak", "2024Z18561"),
        ("2024D45678", "document", "2024D45678"),
        ("SV 30  (2024-2025)", "sv", "SV 30 (2024-2025)"),
        ("13-G (2025-2026) nr. 1", "stuk", "13-G (2025-2026) nr. 1"),
        ("schv-1836653", "schv", "schv-1836653"),
        ("31288", "dossier", "31288"),
    ],
)
def test_the_scheme_of_a_number_follows_from_its_form(written: str, scheme: str, value: str) -> None:
    assert number_of(written) == Number(scheme, value)


@pytest.mark.parametrize("written", ["", "948", "nr. 948", "kst", "2024-2025", "SV", "31 288, nr. 948"])
def test_a_number_of_unknown_form_is_none(written: str) -> None:
    assert number_of(written) is None
