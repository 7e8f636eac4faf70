"""The program that Streamlit runs: the frame around the pages, the language, and what to show when it does not go."""

import logging
from collections.abc import Callable
from dataclasses import replace
from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from kb.errors import LoketError
from ui.messages import screens
from ui.messages.sentence import Language, Sentence
from ui.screens import ask, collection, search, states
from ui.screens.frame import Frame, address_now, show
from ui.screens.knowledge import knowledge, settings
from ui.screens.markup import element
from ui.screens.overview import overview
from ui.screens.style import SHEET

_LOG = logging.getLogger("loket.screens")
_PAGES: tuple[tuple[str, Sentence, Callable[[Frame], None]], ...] = (
    ("ask", screens.ASK, ask.page),
    ("search", screens.SEARCH, search.page),
    ("collection", screens.COLLECTION, collection.page),
)


def main() -> None:
    st.set_page_config(page_title="Loket", page_icon="◆", layout="wide", menu_items={})
    language = _language()
    pages = [
        st.Page(_guarded(page, language), title=title.to(language), url_path=name, default=name == "ask")
        for name, title, page in _PAGES
    ]
    # Streamlit's own navigation folds into a side bar on a phone; ours stays where it is.
    chosen = st.navigation(pages, position="hidden")
    st.html(SHEET)
    # Streamlit writes lang="en" whatever the page speaks; a screen reader goes by it.
    st.html(f"<script>document.documentElement.lang = '{language.value}'</script>", unsafe_allow_javascript=True)
    _show_header(pages, language)
    chosen.run()


def _language() -> Language:
    """The one in the address, else the one chosen before, else the one in the settings."""
    asked = st.query_params.get("lang", "") or st.session_state.get("language", "")
    if asked not in tuple(Language):
        try:
            asked = settings().ui.language
        except LoketError:
            asked = Language.NL
    language = Language(asked)
    st.session_state["language"] = language.value
    return language


def _show_header(pages: list[StreamlitPage], language: Language) -> None:
    """Name, pages and language; a question and its filters go along to the other pages."""
    address = replace(address_now(), source=None).written()
    along = [(name, value) for name, values in address.items() for value in values]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head"):
        show(element("h1", escape(screens.NAME.to(language)), "brand"))
        with st.container(horizontal=True, gap="small", key="pages"):
            for page in pages:
                st.page_link(page, query_params=along)
        st.segmented_control(
            screens.LANGUAGE.to(language),
            list(Language),
            default=language,
            required=True,
            format_func=lambda one: one.value.upper(),
            key=f"choose_{language}",
            label_visibility="collapsed",
            on_change=_choose,
            args=(language,),
        )


def _choose(before: Language) -> None:
    chosen = st.session_state[f"choose_{before}"] or before
    st.session_state["language"] = chosen.value
    st.query_params["lang"] = chosen.value


def _guarded(page: Callable[[Frame], None], language: Language) -> Callable[[], None]:
    """The page, with a designed state for everything that goes wrong in it."""

    def run() -> None:
        try:
            opened = knowledge()
            whole = overview(opened) if opened else None
            if opened is None or whole is None or not whole.documents:
                states.empty(language)
                return
            if whole.is_sample:
                show(escape(screens.SAMPLE_NOTE.to(language)), "quiet note", tag="p")
            page(Frame(language, address_now(), opened, whole))
        except LoketError as error:
            states.trouble(error, language)
        except Exception:
            _LOG.exception("a page failed")
            states.unexpected(language)

    return run


main()
