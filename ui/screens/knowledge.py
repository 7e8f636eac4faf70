"""The knowledge base, opened once for all users and brought up to date when a new generation of the index appears."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from kb.settings import Settings, load_settings

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase


def settings() -> Settings:
    """As `loket up` was given them: LOKET_CONFIG and LOKET_CORPUS."""
    config = os.environ.get("LOKET_CONFIG")
    return load_settings(Path(config) if config else None)


def knowledge() -> "KnowledgeBase | None":
    """None where nothing was ever taken in; LoketError where it cannot be opened. Tried again at the next visit."""
    from kb.catalog.catalog import Catalog

    configured = settings()
    if not Catalog.exists(configured.corpus_path):
        return None
    opened = _opened(configured)
    opened.refresh()
    return opened


@st.cache_resource(show_spinner=False)
def _opened(_settings: Settings) -> "KnowledgeBase":
    from ui.build import open_knowledge_base

    return open_knowledge_base(_settings)
