"""A row of an ordered table is found wherever it stands, and nothing else is taken for it."""

from hypothesis import given
from hypothesis import strategies as st

from kb.language.lines import row_of

_KEY = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\t\n"), min_size=1, max_size=6)


@given(st.dictionaries(_KEY, st.text("abc\t 1", max_size=8), max_size=40), _KEY)
def test_every_row_is_found_and_no_other(rows: dict[str, str], other: str) -> None:
    table = "".join(f"\n{key}\t{rows[key]}" for key in sorted(rows)) + "\n"
    for key, row in rows.items():
        assert row_of(table, key) == row
    assert row_of(table, other) == rows.get(other, "")
