"""The collection page: what is in, how fresh, and what could not be taken in with the reason and what to do."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from kb.model.terms import Kind, Parliament
from ui.messages import commands, screens, terms
from ui.messages.spelling import day, number
from ui.screens.address import Place
from ui.screens.claims import SIGNS
from ui.screens.coverage import show_sources
from ui.screens.frame import Frame, open_place, show
from ui.screens.markup import coded, definitions, element
from ui.screens.source import show_source
from ui.wording import date_or_undated

if TYPE_CHECKING:
    from kb.catalog.values import DocumentSummary
    from kb.knowledge_base import Status


_LISTED = 500


def page(frame: Frame) -> None:
    if frame.address.source is None:
        _show_all(frame)
        return
    with st.container(key="beside"):
        left, right = st.columns([6, 5], gap="medium")
        with left:
            _show_all(frame)
        with right:
            show_source(frame.address.source, frame)


def _show_all(frame: Frame) -> None:
    status = frame.knowledge.status()
    show(element("h2", escape(frame.say(screens.IN_COLLECTION))))
    _show_facts(status, frame)
    if not status.in_line:
        show(element("p", coded(frame.say(screens.INDEX_BEHIND))), "state", role="status")
    _show_counts(status, frame)
    show_sources(status.coverage, frame)
    _show_documents(frame)
    _show_problems(status, frame)


def _show_facts(status: "Status", frame: Frame) -> None:
    statistics, language = status.statistics, frame.language
    rows = [(frame.say(screens.DOCUMENTS), number(language, statistics.documents))]
    if status.index is not None:
        rows.append((frame.say(screens.PASSAGES), number(language, status.index.passages)))
    if statistics.first_date and statistics.last_date:
        rows.append((frame.say(screens.OLDEST), day(language, statistics.first_date)))
        rows.append((frame.say(screens.NEWEST), day(language, statistics.last_date)))
    if statistics.undated:
        rows.append((frame.say(screens.UNDATED), number(language, statistics.undated)))
    show(definitions(rows))


def _show_counts(status: "Status", frame: Frame) -> None:
    statistics = status.statistics
    newest = dict(statistics.newest_by_parliament)
    parliaments = [
        (_parliament(name, frame), n, day(frame.language, newest[name]) if name in newest else "")
        for name, n in statistics.by_parliament
    ]
    kinds = [(escape(frame.say(terms.KINDS[Kind(name)])), n) for name, n in statistics.by_kind]
    left, right = st.columns(2, gap="large")
    with left:
        rows = [(name, number(frame.language, n), escape(date)) for name, n, date in parliaments]
        show(_table((frame.say(screens.PARLIAMENT), frame.say(screens.COUNT), frame.say(screens.NEWEST)), rows))
    with right:
        counted = [(name, number(frame.language, n)) for name, n in kinds]
        show(_table((frame.say(screens.KIND), frame.say(screens.COUNT)), counted))


def _parliament(name: str, frame: Frame) -> str:
    """HTML: sign and name."""
    parliament = Parliament(name) if name else None
    sign, classes = SIGNS[parliament]
    named = frame.say(terms.PARLIAMENTS[parliament] if parliament else terms.NO_PARLIAMENT)
    return element("span", element("span", sign, "sign", aria_hidden="true") + " " + escape(named), classes)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Cells are HTML; the second column holds numbers."""
    top = element(
        "tr", "".join(element("th", escape(name), "n" if at == 1 else "", scope="col") for at, name in enumerate(head))
    )
    body = "".join(
        element("tr", "".join(element("td", cell, "n" if at == 1 else "") for at, cell in enumerate(row)))
        for row in rows
    )
    return element("table", element("thead", top) + element("tbody", body), "counts")


def _show_documents(frame: Frame) -> None:
    """A list to choose from: opens the whole document beside it."""
    summaries = sorted(frame.knowledge.summaries(), key=_newest_first)[:_LISTED]
    many = frame.overview.documents > _LISTED
    newest = frame.say(screens.OPEN_NEWEST, n=number(frame.language, _LISTED))
    chosen = st.selectbox(
        newest if many else frame.say(screens.OPEN_DOCUMENT),
        summaries,
        index=None,
        format_func=lambda summary: f"{date_or_undated(summary.dates.latest, frame.language)} · {summary.title}",
        placeholder=frame.say(screens.CHOOSE_DOCUMENT),
    )
    if chosen is not None:
        st.button(
            frame.say(screens.OPEN), on_click=open_place, args=(Place(chosen.id, chosen.version),), key="open_document"
        )


def _newest_first(summary: "DocumentSummary") -> tuple[int, str]:
    latest = summary.dates.latest
    return (-latest.toordinal() if latest else 0, str(summary.id))


def _show_problems(status: "Status", frame: Frame) -> None:
    show(element("h2", escape(frame.say(screens.PROBLEMS))))
    if not status.own_problems:
        show(element("p", escape(frame.say(screens.NO_PROBLEMS))), "quiet")
        return
    head = (frame.say(screens.PROBLEM_OF), frame.say(screens.REASON), frame.say(screens.ADVICE))
    top = element("tr", "".join(element("th", escape(name), scope="col") for name in head))
    body = "".join(
        element(
            "tr",
            "".join(
                element("td", coded(cell)) for cell in (noted.location, noted.problem.message, noted.problem.advice)
            ),
        )
        for noted in status.own_problems
    )
    count = frame.count(commands.PROBLEMS, len(status.own_problems))
    show(element("table", element("caption", escape(count)) + element("thead", top) + element("tbody", body), "counts"))
