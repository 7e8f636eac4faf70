"""Designed states: nothing in yet, nothing found, not working now."""

from html import escape

import streamlit as st

from kb.errors import LoketError
from kb.model.answer import Answer
from ui.messages import answers, screens
from ui.messages.sentence import Language
from ui.screens.frame import Frame, show
from ui.screens.markup import coded, element
from ui.wording import reason


def state(title: str, text: str, classes: str = "") -> None:
    show(element("h2", escape(title)) + element("p", coded(text)), f"state {classes}".strip(), role="status")


def declined(answer: Answer, frame: Frame) -> None:
    state(frame.say(answers.DECLINED), reason(answer.reason, frame.language), "declined")


def empty(language: Language) -> None:
    state(screens.EMPTY_TITLE.to(language), screens.EMPTY_ADVICE.to(language))


def trouble(error: LoketError, language: Language) -> None:
    state(screens.TROUBLE.to(language), str(error))
    st.button(screens.RETRY.to(language), key="retry")


def unexpected(language: Language) -> None:
    state(screens.TROUBLE.to(language), screens.UNEXPECTED.to(language))
    st.button(screens.RETRY.to(language), key="retry")
