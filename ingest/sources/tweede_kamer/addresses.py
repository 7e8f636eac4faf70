"""Every address of the Tweede Kamer that is asked or shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import quote

from ingest.sources.tweede_kamer.fields import CASE, PAPER, PROMISE, ROW_FIELDS
from kb.settings import TweedeKamerSettings


class Form(Enum):
    """What is asked of the rows."""

    WHOLE = auto()  # everything, with what belongs to it
    BARE = auto()  # everything of the rows themselves
    SEARCH = auto()  # only what tells whether a row is meant: expanding makes the interface search twice
    DOCUMENTS = auto()  # the keys of the documents of zaken


# One form for every whole document, so that what comes is always the same.
_OPTIONS = {
    (PAPER, Form.WHOLE): "$expand=DocumentActor,HuidigeDocumentVersie,Kamerstukdossier,Zaak($expand=ZaakActor)",
    (PROMISE, Form.WHOLE): "$expand=KamerbriefNakoming,ToegezegdAan",
    (PAPER, Form.SEARCH): "$select=Id,Onderwerp,Titel",
    (CASE, Form.SEARCH): "$select=Id,Onderwerp,Titel",
    (CASE, Form.DOCUMENTS): "$select=Id&$expand=Document($select=Id)",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    settings: TweedeKamerSettings

    def feed(self, category: str, token: str = "") -> str:
        base = f"{self.settings.syncfeed.rstrip('/')}/Feed?category={quote(category)}"
        return f"{base}&skiptoken={quote(token)}" if token else base

    def entity(self, key: str) -> str:
        return f"{self.settings.syncfeed.rstrip('/')}/Entiteiten/{quote(key)}"

    def file(self, key: str) -> str:
        """The file of a document, by the SyncFeed."""
        return f"{self.settings.syncfeed.rstrip('/')}/Resources/{quote(key)}"

    def file_by_odata(self, key: str) -> str:
        return f"{self.settings.odata.rstrip('/')}/Document({quote(key)})/resource"

    def rows(
        self,
        category: str,
        conditions: Iterable[str],
        top: int,
        skip: int,
        order: str = "Id asc",
        form: Form = Form.WHOLE,
    ) -> str:
        """A question to OData: deleted rows left out, a fixed order, the number of all rows asked along.

        The `$` of the options stays as it is (one client saw the encoded form refused); values are encoded.
        """
        condition = " and ".join(("Verwijderd eq false", *conditions))
        options = [f"$filter={_encoded(condition)}", f"$orderby={_encoded(order)}", f"$top={top}", f"$skip={skip}"]
        if (category, form) in _OPTIONS:
            options.append(_OPTIONS[category, form])
        return f"{self.settings.odata.rstrip('/')}/{category}?{'&'.join(options)}&$count=true"

    def column(self, category: str, name: str) -> str:
        """The name of a field in the configured version of OData; ``name`` is the newest."""
        names = ROW_FIELDS[category][name].rows
        return names[-1] if "/v4" in self.settings.odata.lower() and not ROW_FIELDS[category][name].link else names[0]

    @property
    def version(self) -> str:
        return "OData v4" if "/v4" in self.settings.odata.lower() else "OData v5"

    def page(self, case: str, paper: str) -> str:
        """Where a reader finds a document; a zaak number may be absent."""
        if not (case or paper):
            return ""
        return f"{self.settings.pages.rstrip('/')}/detail?id={quote(case or paper)}&did={quote(paper or case)}"


def text_value(text: str) -> str:
    """A text in a condition: quotes doubled."""
    return "'" + text.replace("'", "''") + "'"


def _encoded(value: str) -> str:
    return quote(value, safe="(),/:=$'")
