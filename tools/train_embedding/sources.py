"""The training sources: how often each is drawn, and under which licence its text came.

A share is the part of all drawn pairs that comes from that source. Shares are not proportional to size:
the word lists and the film and Europarl sentences are large and say little about parliamentary questions.
Licences are those stated in the README and PROVENANCE files of the data folder.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One source of pairs. `family` names the sources that may share a batch."""

    name: str
    family: str
    share: float
    licence: str


_BELGIAN = "Belgian Chamber, open data (CC0)"
_TWEEDE_KAMER = "Tweede Kamer, open data (CC0)"
_STS = "translated STS benchmark (CC BY-SA)"
_SICK = "SICK-NL (CC BY-SA)"
_WORDNET = "Open Dutch WordNet (CC BY-SA 4.0)"
_PAGES = "made here from LibreOffice help and Internet.nl"
_EUROVOC = "EuroVoc, EU Publications Office (CC BY 4.0)"

SOURCES: tuple[Source, ...] = (
    Source("q_be_oral", "questions", 14.0, _BELGIAN),
    Source("q_be_written_q", "questions", 6.0, _BELGIAN),
    Source("q_be_written_q_ctx", "questions", 8.0, _BELGIAN),
    Source("q_be_written_title", "questions", 6.0, _BELGIAN),
    Source("be_title_q", "questions", 2.0, _BELGIAN),
    Source("be_qa_full", "questions", 2.0, _BELGIAN),
    Source("be_turn_q_a", "questions", 2.0, _BELGIAN),
    Source("q_tk_moties", "government", 5.0, _TWEEDE_KAMER),
    Source("tk_dossier_onderwerp", "government", 6.0, _TWEEDE_KAMER),
    Source("q_vl_besluiten", "government", 3.0, "Flemish Government decisions (MIT)"),
    Source("wob", "government", 2.0, "Dutch government, official texts"),
    Source("overheid_sectie", "government", 2.0, "Dutch government documentation (EUPL / CC0)"),
    Source("wet_artikel", "law", 6.0, "Dutch laws, official texts (no copyright)"),
    Source("q_be_oral_fr", "french", 12.0, _BELGIAN),
    Source("fr_nl_doc", "french", 4.0, "Belgian Chamber questions (MIT package / official)"),
    Source("fr_nl_title", "french", 4.0, _BELGIAN),
    Source("eurovoc_fr_nl", "words", 1.0, _EUROVOC),
    Source("en_nl_verdragen", "english", 5.0, "treaties, official texts (no copyright)"),
    Source("en_nl_opus_filtered", "english", 8.0, "OPUS samples, mostly Europarl (no licence file)"),
    Source("en_nl_libreoffice_help", "english", 2.0, "LibreOffice help (MPL-2.0 / LGPL-3+)"),
    Source("en_nl_internet_nl", "english", 0.3, "Internet.nl (Apache-2.0)"),
    Source("en_nl_coronadashboard", "english", 0.3, "Coronadashboard (EUPL-1.2 / CC0)"),
    Source("sts_en_nl", "english", 0.5, _STS),
    Source("sick_en_nl", "english", 0.3, _SICK),
    Source("eurovoc_en_nl", "words", 1.0, _EUROVOC),
    Source("lex_en_nl", "words", 2.0, _WORDNET),
    Source("lex_syn", "words", 2.0, _WORDNET),
    Source("sts", "sentences", 0.5, _STS),
    Source("nli_sick", "sentences", 0.3, _SICK),
    Source("switched", "questions", 8.0, "made here from the Belgian Chamber and Tweede Kamer pairs"),
    # Not drawn unless a course asks for them (courses.py); made by neighbours.py.
    Source("below_nl", "english", 0.0, _PAGES),
    Source("below_en", "english", 0.0, _PAGES),
    Source("next_en", "english", 0.0, _PAGES),
    Source("next_nl", "english", 0.0, _PAGES),
    Source("treaty_en", "english", 0.0, "made here from the treaties"),
)

#: Sources whose held-out slice is scored; the others only train.
MEASURED = (
    "q_be_oral", "q_be_written_title", "q_be_written_q_ctx", "q_tk_moties",
    "q_be_oral_fr", "switched", "en_nl_verdragen", "en_nl_opus_filtered",
)  # fmt: skip
