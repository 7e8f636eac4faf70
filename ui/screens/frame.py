"""What every page needs: the user's language, what the address holds, the knowledge base, and moving on from here."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from kb.model.answer import Citation
from kb.model.query import Filters
from ui.messages.sentence import Counted, Language, Sentence
from ui.screens.address import Address, Place
from ui.screens.markup import element
from ui.screens.overview import Overview

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Frame:
    language: Language
    address: Address
    knowledge: "KnowledgeBase"
    overview: Overview

    def say(self, sentence: Sentence, **values: object) -> str:
        return sentence.to(self.language, **values)

    def count(self, counted: Counted, n: int, **values: object) -> str:
        return counted.to(self.language, n, **values)


def address_now() -> Address:
    return Address.read({name: st.query_params.get_all(name) for name in st.query_params})


def go(address: Address) -> None:
    """Write the address; in a callback, so that the run that follows shows it."""
    kept = {"lang": st.query_params["lang"]} if "lang" in st.query_params else {}
    st.query_params.from_dict({**address.written(), **kept})


def open_place(place: Place | None) -> None:
    """Open a source beside what is shown; None closes it."""
    go(replace(address_now(), source=place))


def open_citation(citation: Citation) -> None:
    open_place(Place.of(citation))


def narrow(filters: Filters) -> None:
    go(replace(address_now(), filters=filters, source=None))


def show(inner: str, classes: str = "", tag: str = "div", **attributes: str) -> None:
    """HTML that `ui.screens.markup` built."""
    st.html(element(tag, inner, f"lk {classes}".strip(), **attributes))
