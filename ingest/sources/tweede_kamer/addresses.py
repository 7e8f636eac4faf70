"""Every address of the Tweede Kamer that is asked or shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from ingest.sources.tweede_kamer.fields import ACTOR_OF_CASE, CASE, PAPER, PROMISE, ROW_FIELDS
from kb.settings import TweedeKamerSettings

# One form for every question about documents, so that what comes is always whole.
_WITH = {
    PAPER: "DocumentActor,HuidigeDocumentVersie,Kamerstukdossier,Zaak($expand=ZaakActor)",
    CASE: "Document($select=Id)",
    PROMISE: "KamerbriefNakoming,ToegezegdAan",
    ACTOR_OF_CASE: "",
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

    def rows(self, category: str, conditions: Iterable[str], top: int, skip: int, order: str = "Id asc") -> str:
        """A question to OData: deleted rows left out, a fixed order, the number of all rows asked along.

        The `$` of the options stays as it is (one client saw the encoded form refused); values are encoded.
        """
        condition = " and ".join(("Verwijderd eq false", *conditions))
        options = [f"$filter={_encoded(condition)}", f"$orderby={_encoded(order)}", f"$top={top}", f"$skip={skip}"]
        if _WITH[category]:
            options.append(f"$expand={_WITH[category]}")
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
