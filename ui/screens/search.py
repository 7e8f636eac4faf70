"""The search page: passages with their words marked, and counts to narrow by."""

from dataclasses import replace
from html import escape

import streamlit as st

from kb.model.query import Filters
from kb.model.terms import Kind, Parliament
from ui.messages import answers, screens, terms
from ui.screens.claims import show_passage
from ui.screens.filters import show_filters
from ui.screens.frame import Frame, address_now, go, narrow, show
from ui.screens.markup import element, label
from ui.screens.source import show_source
from ui.screens.states import state
from ui.screens.taken_as import show_understood
from ui.wording import matches

_STEP = 10
_MOST = 100


def page(frame: Frame) -> None:
    _show_field(frame)
    address = frame.address
    if address.source is None:
        _show_results(frame)
        return
    with st.container(key="beside"):
        left, right = st.columns([6, 5], gap="medium")
        with left:
            _show_results(frame)
        with right:
            show_source(address.source, frame)


def _show_field(frame: Frame) -> None:
    if st.session_state.get("query_shown") != frame.address.question or "query" not in st.session_state:
        st.session_state["query_shown"] = st.session_state["query"] = frame.address.question
    with (
        st.form("search_form", border=False),
        st.container(key="question_box", horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            frame.say(screens.SEARCH_FOR), key="query", placeholder=frame.say(screens.SEARCH_HINT), max_chars=2000
        )
        st.form_submit_button(frame.say(screens.SEARCH_BUTTON), type="primary", on_click=_search)
    show_filters(frame)


def _search() -> None:
    st.session_state["shown_matches"] = _STEP
    go(replace(address_now(), question=st.session_state["query"].strip(), source=None, ignoring=()))


def _show_results(frame: Frame) -> None:
    address = frame.address
    if not address.question:
        state(frame.say(screens.SEARCH), frame.say(screens.SEARCH_EMPTY))
        return
    limit = st.session_state.get("shown_matches", _STEP)
    result = frame.knowledge.search(address.question, address.filters, limit, address.ignoring)
    show_understood(result.understood, frame)
    if not result.matches:
        state(frame.say(answers.NO_MATCHES), frame.say(screens.NOTHING_FOUND_ADVICE))
        return
    show(element("h2", escape(matches(result, frame.language))))
    _show_facets(frame)
    for at, match in enumerate(result.matches):
        ways = ", ".join(frame.say(terms.FOUND_BY[way]) for way in match.found_by)
        found = frame.say(answers.FOUND_BY, ways=ways) if ways else ""
        show_passage(frame.knowledge.cite(match.passage), frame, key=f"match_{at}", extra=found, query=address.question)
    if len(result.matches) == limit and limit < _MOST and (result.total > limit or not result.total_is_exact):
        st.button(frame.say(screens.MORE), key="more", on_click=_more)


def _more() -> None:
    st.session_state["shown_matches"] = min(_MOST, st.session_state.get("shown_matches", _STEP) + _STEP)


def _show_facets(frame: Frame) -> None:
    """Counts under the filters that are on; a click narrows further."""
    facets = frame.knowledge.facets(frame.address.filters)
    filters = frame.address.filters
    with st.expander(frame.say(screens.NARROW)):
        with st.container(horizontal=True):
            for name, n in facets.parliaments:
                parliament = Parliament(name)
                _facet(frame.say(terms.PARLIAMENTS[parliament]), n, replace(filters, parliaments=(parliament,)))
        with st.container(horizontal=True):
            for name, n in facets.kinds:
                kind = Kind(name)
                _facet(frame.say(terms.KINDS[kind]), n, replace(filters, kinds=(kind,)))


def _facet(name: str, n: int, filters: Filters) -> None:
    st.button(label(f"{name} ({n})"), key=f"facet_{name}", on_click=narrow, args=(filters,))
