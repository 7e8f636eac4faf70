"""An answer that was shown is kept, once a session however often the page is drawn."""

import datetime as dt

import streamlit as st

from kb.errors import LoketError
from kb.model.answer import Answer


def keep_once(answer: Answer) -> None:
    """In the log, where there is one. An answer that cannot be kept is shown all the same."""
    from kb.answer_log.logged import Logged
    from ui.build import answer_log
    from ui.screens.knowledge import settings

    kept: set[str] = st.session_state.setdefault("answers_kept", set())
    if answer.id in kept:
        return
    kept.add(answer.id)
    log = answer_log(settings())
    if log is None:
        return
    try:
        log.append(Logged(dt.datetime.now(dt.UTC), answer))
    except LoketError:
        return
