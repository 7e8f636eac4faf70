"""Official numbers in a query, in the normal forms under which documents carry them."""

import pytest

from kb.search.numbers import named_in, numbers_in, without_numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("31 288 nr. 948", ("kst-31288-948",)),
        ("kamerstukken II 36410-VIII, nr 106", ("kst-36410-VIII-106",)),
        ("wat staat er in SV 30 (2024-2025)?", ("SV 30 (2024-2025)",)),
        ("ah-tk-20242025-594", ("ah-tk-20242025-594",)),
        ("2024z18792", ("2024Z18792",)),
        ("Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 2147", ("ah-tk-20232024-2147",)),
        ("schv-1836653", ("1836653",)),
        ("SCHV 1836653", ("1836653",)),
        ("https://docs.vlaamsparlement.be/pfile?id=2086017", ("2086017",)),
        ("https://www.vlaamsparlement.be/nl/parlementaire-documenten/schriftelijke-vragen/1836653", ("1836653",)),
        ("zijn er 1836653 fietsen?", ()),
        ("de begroting van 2025", ()),
    ],
)
def test_numbers_are_recognised_in_the_forms_people_write(query: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(query) == numbers


def test_what_a_query_says_beside_its_numbers_is_left() -> None:
    assert without_numbers("het loket in schv-1836653 en 2024Z18792") == "het loket in en"
    assert named_in("zie schv-1836653") == (("1836653", 4, 16),)
