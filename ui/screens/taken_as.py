"""How a question was taken: what it named beside its subject, each to be switched off, and its intent, to be corrected.

A filter that nobody sees is a wrong answer waiting to happen: so each stands above the answer, in words.
"""

from dataclasses import replace
from html import escape

import streamlit as st

from kb.model.answer import Intent
from kb.model.query import Recognised, Understood
from ui.messages import screens, terms
from ui.screens.frame import Frame, address_now, go, show
from ui.screens.markup import label
from ui.understood import part


def show_understood(understood: Understood | None, frame: Frame) -> None:
    """One button for each thing that was understood; pressing it takes the words as words. Those switched off come
    back by one more."""
    parts = understood.parts if understood else ()
    ignored = frame.address.ignoring
    if not parts and not ignored:
        return
    with st.container(key="understood", horizontal=True, vertical_alignment="center"):
        show(escape(frame.say(screens.TAKEN_WITH)), "quiet", tag="p")
        for at, one in enumerate(parts):
            said = part(one, frame.language)
            st.button(
                label(f"✕ {said}"),
                key=f"understood_{at}",
                on_click=_ignore,
                args=(one.what,),
                help=label(frame.say(screens.SWITCH_OFF, what=said)),
            )
        if ignored:
            st.button(label(f"↺ {frame.say(screens.SWITCH_ON)}"), key="understood_again", on_click=_ignore_nothing)


def show_intent(intent: Intent, frame: Frame) -> None:
    """What kind of answer was looked for; another choice asks again."""
    st.selectbox(
        frame.say(screens.INTENT),
        list(Intent),
        index=list(Intent).index(intent),
        format_func=lambda one: frame.say(terms.INTENTS[one]),
        key=f"intent_{frame.address.question}_{intent}",
        on_change=_take_as,
        args=(f"intent_{frame.address.question}_{intent}",),
        width=320,
    )


def _ignore(what: Recognised) -> None:
    address = address_now()
    go(replace(address, ignoring=tuple(dict.fromkeys((*address.ignoring, what))), source=None))


def _ignore_nothing() -> None:
    go(replace(address_now(), ignoring=(), source=None))


def _take_as(key: str) -> None:
    go(replace(address_now(), intent=Intent(st.session_state[key]), source=None))
