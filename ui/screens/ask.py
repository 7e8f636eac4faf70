"""The ask page: one field, the answer with its claims, and the open source beside it."""

from dataclasses import replace
from html import escape

import streamlit as st

from kb.model.answer import AnswerStatus
from ui.messages import screens
from ui.screens.claims import show_answer, show_near_misses, show_open_points, show_searched
from ui.screens.filters import show_filters
from ui.screens.frame import Frame, address_now, go, show
from ui.screens.kept import keep_once
from ui.screens.markup import element, label
from ui.screens.source import show_source
from ui.screens.states import declined
from ui.screens.taken_as import show_intent, show_understood


def page(frame: Frame) -> None:
    address = frame.address
    if not address.question and address.source is None:
        with st.container(key="page_narrow"):
            _show_welcome(frame)
            _show_field(frame)
            _show_examples(frame)
        return
    _show_field(frame)
    if address.source is None:
        _show_answer(frame, wide=True)
        return
    with st.container(key="beside"):
        left, right = st.columns([6, 5], gap="medium")
        with left:
            if address.question:
                _show_answer(frame, wide=False)
        with right:
            show_source(address.source, frame)


def _show_welcome(frame: Frame) -> None:
    show(element("p", escape(frame.say(screens.PURPOSE))), "quiet")


def _show_field(frame: Frame) -> None:
    if st.session_state.get("question_shown") != frame.address.question or "question" not in st.session_state:
        st.session_state["question_shown"] = st.session_state["question"] = frame.address.question
    with (
        st.form("question_form", border=False),
        st.container(key="question_box", horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            frame.say(screens.QUESTION), key="question", placeholder=frame.say(screens.QUESTION_HINT), max_chars=2000
        )
        st.form_submit_button(frame.say(screens.ASK_BUTTON), type="primary", on_click=_ask)
    show_filters(frame)


def _ask(question: str = "") -> None:
    """The question in the field, or an example."""
    wanted = question or st.session_state["question"].strip()
    go(replace(address_now(), question=wanted, source=None, ignoring=(), intent=None))


def _show_examples(frame: Frame) -> None:
    offered = frame.overview.examples(frame.language)
    if not offered:
        return
    show(element("h2", escape(frame.say(screens.EXAMPLES)), "small"))
    for at, question in enumerate(offered):
        st.button(label(question), key=f"example_{at}", on_click=_ask, args=(question,))


def _show_answer(frame: Frame, *, wide: bool) -> None:
    with st.spinner(frame.say(screens.LOOKING)):
        address = frame.address
        answer = frame.knowledge.ask(address.question, address.filters, address.ignoring, address.intent)
    keep_once(answer)
    show_understood(answer.understood, frame)
    if answer.status is AnswerStatus.DECLINED:
        declined(answer, frame)
    else:
        show_answer(answer, frame, wide=wide)
        show_open_points(answer, frame)
    show_near_misses(answer, frame)
    show_searched(answer, frame)
    show_intent(answer.intent, frame)
