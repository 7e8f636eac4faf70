"""What of a page is its text: nothing of it is lost, little of the site around it comes along."""

import pytest

from ingest.formats.read import extract
from tests.ingest.sources.webpage.more_pages import MORE_EXAMPLES
from tests.ingest.sources.webpage.pages import EXAMPLES, Example

ALL = pytest.mark.parametrize("example", [*EXAMPLES, *MORE_EXAMPLES], ids=lambda example: example.name)


def text_of(example: Example) -> str:
    return " ".join(" ".join(line.text.split()) for line in extract(example.data).lines)


@ALL
def test_every_sentence_of_the_page_is_kept(example: Example) -> None:
    text = text_of(example)
    assert [said for said in example.kept if " ".join(said.split()) not in text] == []


@ALL
def test_the_site_around_it_is_left_out(example: Example) -> None:
    text = text_of(example)
    assert tuple(words for words in example.left_out if " ".join(words.split()) in text) == example.stays
