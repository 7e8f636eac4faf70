"""The widgets that narrow a search. They act at once, and stand in the address."""

import datetime as dt
from dataclasses import replace

import streamlit as st

from kb.model.query import Filters
from kb.model.terms import Parliament
from ui.messages import screens, terms
from ui.screens.frame import Frame, address_now, narrow

_KEYS = ("filter_parliaments", "filter_kinds", "filter_since", "filter_until")
_EARLIEST, _LATEST = dt.date(1815, 1, 1), dt.date(2100, 1, 1)


def show_filters(frame: Frame) -> None:
    """What the widgets show always follows the address."""
    filters = frame.address.filters
    _follow(filters)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="filter_row"):
        _show_widgets(frame)
        if not filters.is_empty:
            st.button(frame.say(screens.CLEAR_FILTERS), key="clear_filters", type="tertiary", on_click=_clear)


def _show_widgets(frame: Frame) -> None:
    filters = frame.address.filters
    st.pills(
        frame.say(screens.PARLIAMENT),
        list(Parliament),
        selection_mode="multi",
        format_func=lambda parliament: frame.say(terms.PARLIAMENTS[parliament]),
        key="filter_parliaments",
        on_change=_changed,
    )
    on = len(filters.kinds) + bool(filters.since) + bool(filters.until)
    name = frame.say(screens.FILTERS_ON, n=on) if on else frame.say(screens.FILTERS)
    with st.popover(name, icon=":material/tune:", key="filter_popover"):
        st.multiselect(
            frame.say(screens.KIND),
            list(dict.fromkeys([*frame.overview.kinds, *filters.kinds])),
            format_func=lambda kind: frame.say(terms.KINDS[kind]),
            placeholder=frame.say(screens.ANY),
            key="filter_kinds",
            on_change=_changed,
        )
        for key, sentence in (("filter_since", screens.SINCE), ("filter_until", screens.UNTIL)):
            st.date_input(
                frame.say(sentence),
                value=None,
                min_value=_EARLIEST,
                max_value=_LATEST,
                format="DD/MM/YYYY",
                key=key,
                on_change=_changed,
            )
        if _reversed():
            st.caption(frame.say(screens.DAYS_REVERSED))


def _follow(filters: Filters) -> None:
    """The address is the truth: set the widgets to it before they are drawn."""
    if st.session_state.get("filters_shown") == filters and all(key in st.session_state for key in _KEYS):
        return
    st.session_state["filters_shown"] = filters
    st.session_state["filter_parliaments"] = list(filters.parliaments)
    st.session_state["filter_kinds"] = list(filters.kinds)
    st.session_state["filter_since"] = filters.since
    st.session_state["filter_until"] = filters.until


def _reversed() -> bool:
    since, until = st.session_state["filter_since"], st.session_state["filter_until"]
    return bool(since and until and since > until)


def _changed() -> None:
    if _reversed():
        return
    state = st.session_state
    filters = replace(
        address_now().filters,
        parliaments=tuple(state["filter_parliaments"]),
        kinds=tuple(state["filter_kinds"]),
        since=state["filter_since"],
        until=state["filter_until"],
    )
    state["filters_shown"] = filters
    narrow(filters)


def _clear() -> None:
    narrow(Filters())
