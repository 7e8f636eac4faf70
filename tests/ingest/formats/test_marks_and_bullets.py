"""What a layout leaves behind: lines of note marks, bullets of symbol fonts."""

from ingest.formats.lines import LineKind
from ingest.formats.text import text_lines

PAGE = """\
Vraag 1
Kent u de drie rapporten over de wachttijden bij de balie?
1, 2 en 3
Vraag 2
Wat vindt u daarvan, en wat gaat u doen om de balie weer open te krijgen?
1 Rapport van de inspectie, 3 mei 2025
2 Rapport van de raad, 4 mei 2025
3 Rapport van de dienst, 5 mei 2025
"""


def test_a_line_of_note_marks_leaves_nothing() -> None:
    extracted = text_lines(PAGE)
    texts = [line.text for line in extracted.lines if line.kind is not LineKind.NOTE and line.text]
    assert [line.label for line in extracted.lines if line.kind is LineKind.NOTE] == ["1", "2", "3"]
    assert not [text for text in texts if text.strip(" ,") in ("", "en")]


def test_a_bullet_without_a_letter_of_its_own_is_shown_as_one() -> None:
    text = "De maatregelen zijn:\n\x81 meer balies;\n\uf0b7 langere tijden.\n"
    items = [line for line in text_lines(text).lines if line.kind is LineKind.LIST_ITEM]
    assert [(item.label, item.text) for item in items] == [("•", "meer balies;"), ("•", "langere tijden.")]


def test_a_broken_quotation_mark_is_no_bullet() -> None:
    (line,) = (line for line in text_lines("\x93Goed,\x94 zei de minister.\n").lines if line.text)
    assert line.kind is LineKind.TEXT
