"""Designed states: nothing in yet, nothing found, not working now."""

from html import escape

import streamlit as st

from kb.errors import (
    CatalogError,
    ConfigError,
    EmbeddingError,
    IndexUnusableError,
    LockedError,
    LoketError,
    ModelMismatchError,
    StoreError,
)
from kb.model.answer import Answer
from ui.messages import answers, screens
from ui.messages.sentence import Language, Sentence
from ui.screens.frame import Frame, show
from ui.screens.markup import coded, element
from ui.wording import reason

# The first that fits: an error stands before the kinds that it belongs to.
_TITLES: tuple[tuple[type[LoketError], Sentence], ...] = (
    (ModelMismatchError, screens.TROUBLE_MODEL),
    (IndexUnusableError, screens.TROUBLE_INDEX),
    (StoreError, screens.TROUBLE_INDEX),
    (EmbeddingError, screens.TROUBLE_INDEX),
    (CatalogError, screens.TROUBLE_CATALOG),
    (ConfigError, screens.TROUBLE_SETTINGS),
    (LockedError, screens.TROUBLE_BUSY),
)


def state(title: str, text: str, classes: str = "") -> None:
    show(element("h2", escape(title)) + element("p", coded(text)), f"state {classes}".strip(), role="status")


def declined(answer: Answer, frame: Frame) -> None:
    state(frame.say(answers.DECLINED), reason(answer.reason, frame.language), "declined")


def empty(language: Language) -> None:
    state(screens.EMPTY_TITLE.to(language), screens.EMPTY_ADVICE.to(language))


def trouble(error: LoketError, language: Language) -> None:
    title = next((title for kind, title in _TITLES if isinstance(error, kind)), screens.TROUBLE)
    state(title.to(language), str(error))
    st.button(screens.RETRY.to(language), key="retry")


def unexpected(language: Language) -> None:
    state(screens.TROUBLE.to(language), screens.UNEXPECTED.to(language))
    st.button(screens.RETRY.to(language), key="retry")
