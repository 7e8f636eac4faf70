"""Every state worth looking at: an address on the sample, and what to do there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from playwright.sync_api import Page

_STATUS = {"nl": "Wat is de stand van zaken van het loket?", "en": "status of the loket"}
_COMPARE = "Hoe ver staan Vlaanderen en Nederland met hun loket voor kapotte toestellen?"
_WHY = "Waarom ging het Vlaams Herstelloket niet eind 2024 open?"
_NOT_THERE = "Wat kost een vergunning voor een ijssalon op Mars?"
_AMOUNT = "Hoeveel vragen behandelde het Vlaams Herstelloket in zijn eerste jaar?"


@dataclass(frozen=True, slots=True)
class State:
    """``path`` for a language; ``act`` is done when the page has settled."""

    name: str
    page: str = ""
    question: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    act: "Callable[[Page], None] | None" = None

    def path(self, language: str) -> str:
        question = dict(self.question)
        parameters = [("lang", language), *self.more]
        if question:
            parameters.append(("q", question.get(language, question["nl"])))
        return f"/{self.page}?{urlencode(parameters)}"


def _both(question: str) -> tuple[tuple[str, str], ...]:
    return (("nl", question),)


def _open_source(page: "Page") -> None:
    page.locator("[class*=st-key-cite_] button").first.click()
    page.wait_for_selector(".st-key-source_pane .source")


def _open_pdf(page: "Page") -> None:
    page.locator("[class*=st-key-cite_] button", has_text="p. ").first.click()
    page.wait_for_selector(".st-key-source_pane img")
    page.locator(".st-key-source_pane img").scroll_into_view_if_needed()


def _open_filters(page: "Page") -> None:
    page.locator(".st-key-filter_popover button").first.click()
    page.wait_for_timeout(500)


def _open_facets(page: "Page") -> None:
    page.locator("[data-testid=stExpander] summary").first.click()
    page.wait_for_timeout(500)


STATES: tuple[State, ...] = (
    State("start"),
    State("status", question=tuple(_STATUS.items())),
    State("source", question=tuple(_STATUS.items()), act=_open_source),
    State("source-pdf", question=_both(_AMOUNT), act=_open_pdf),
    State("why", question=_both(_WHY)),
    State("compare", question=_both(_COMPARE)),
    State("declined", question=_both(_NOT_THERE)),
    State("filters", question=tuple(_STATUS.items()), more=(("parliament", "tweede_kamer"),), act=_open_filters),
    State("no-match", question=tuple(_STATUS.items()), more=(("from", "2099-01-01"),)),
    State("source-gone", question=tuple(_STATUS.items()), more=(("source", "folder/weg.pdf@1#a1:0-9"),)),
    State("search", "search", question=_both("herstelcheque"), act=_open_facets),
    State("search-start", "search"),
    State("search-nothing", "search", question=_both("herstelcheque"), more=(("to", "1900-01-01"),)),
    State("collection", "collection"),
)
