"""A Tweede Kamer for tests: in memory, with SyncFeed, OData and files, that changes between "days" and fails as told.

Written from what is known of the real one (SOURCES, 1.1-1.2). Use it as ``serving(chamber.answer)``; the settings of a
source that asks it are ``chamber.settings(server.address)``.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from kb.settings import TweedeKamerSettings
from tests.ingest.serving import NOT_FOUND, Asked, Reply
from tests.ingest.sources.tweede_kamer import server_feed
from tests.ingest.sources.tweede_kamer.server_house import House
from tests.ingest.sources.tweede_kamer.server_odata import BadRequest, Table, nodes
from tests.ingest.sources.tweede_kamer.server_state import CATEGORIES, Entity, Faults

_WRONG = b'{"error":{"code":"","message":"An error has occurred."}}'


@dataclass(slots=True)
class Chamber(House):
    """A `House` that answers. ``down`` maps a part of an address to how many more times it is answered 500."""

    page_size: int = 250
    faults: Faults = field(default_factory=Faults)
    down: dict[str, int] = field(default_factory=dict)

    def settings(self, address: str, since: str = "2024-01-01", version: str = "v5") -> TweedeKamerSettings:
        odata = "OData/v5" if version == "v5" else "OData/v4/2.0"
        return replace(
            TweedeKamerSettings(),
            syncfeed=f"{address}/SyncFeed/2.0",
            odata=f"{address}/{odata}",
            since=since,
            requests=10_000,
        )

    def answer(self, asked: Asked) -> Reply:
        for part, left in self.down.items():
            if part in asked.target and left > 0:
                self.down[part] = left - 1
                return Reply(_WRONG, 500, "application/json")
        if self.faults.html_for and self.faults.html_for in asked.target:
            return Reply(
                b"<!DOCTYPE html><html><head><title>Storing</title></head><body>Even geduld</body></html>",
                200,
                "text/html",
            )
        path = unquote(asked.path)
        base = f"http://{asked.headers.get('Host', '')}/SyncFeed/2.0"
        if path == "/SyncFeed/2.0/Feed":
            return self._feed(asked, base)
        if path.startswith("/SyncFeed/2.0/Entiteiten/"):
            entity = self.find(path.rsplit("/", 1)[1])
            return (
                Reply(server_feed.element(entity, self.faults).encode(), 200, "application/xml")
                if entity
                else NOT_FOUND
            )
        if path.startswith("/SyncFeed/2.0/Resources/"):
            return self._file(path.rsplit("/", 1)[1])
        return self._odata(asked, path)

    def _feed(self, asked: Asked, base: str) -> Reply:
        category, after = asked.query.get("category", ""), int(asked.query.get("skiptoken", "0"))
        if category not in CATEGORIES:
            return Reply(_WRONG, 500, "application/json")
        found = list(self._after(category, after))
        if not found and self.faults.repeats_last_page:
            live = [one for one in self.entities.values() if one.category == category]
            found = sorted(live, key=lambda one: one.token)[-self.page_size :]
        body = server_feed.page(
            category, found[: self.page_size], base, after, len(found) <= self.page_size, self.faults
        )
        return Reply(body, 200, "application/atom+xml")

    def _after(self, category: str, after: int) -> Iterator[Entity]:
        """One more than a page, in the order of changes; an entity stands where it was last changed."""
        left = self.page_size + 1
        for entity in self.generated.after(category, after, left):
            if entity.key not in self.entities:
                left -= 1
                yield entity
        order = self.order[category]
        start = bisect_right(order, (after, "~"))
        for token, key in order[start:]:
            if left <= 0:
                return
            if self.entities[key].token == token:
                left -= 1
                yield self.entities[key]

    def _file(self, key: str) -> Reply:
        data = self.files.get(key) or self.generated.file(key)
        if self.faults.json_for_files:
            return Reply(_WRONG, 200, "application/json")
        if data is None:
            return Reply(b'{"error":"not found"}', 404, "application/json")
        called = {"": "text/plain", "none": ""}.get(self.faults.file_type, self.faults.file_type)
        return Reply(data, 200, called, headers=(("ETag", f'"{hash(data)}"'),))

    def _odata(self, asked: Asked, path: str) -> Reply:
        version = "v5" if path.startswith("/OData/v5/") else "v4" if path.startswith("/OData/v4/2.0/") else ""
        rest = path.removeprefix("/OData/v5/").removeprefix("/OData/v4/2.0/")
        if not version:
            return NOT_FOUND
        if rest.startswith("Document(") and rest.endswith(")/resource"):
            return self._file(rest[9:-10])
        try:
            return self._rows(asked, rest, Table(version, self.faults, self.find, self.referring))
        except BadRequest as error:
            return Reply(json.dumps({"error": {"code": "", "message": str(error)}}).encode(), 400, "application/json")

    def _rows(self, asked: Asked, category: str, table: Table) -> Reply:
        query = asked.query
        if category not in CATEGORIES or "%24" in asked.target or "$filter=" not in asked.target:
            raise BadRequest("options are written with a plain $")
        top, skip = int(query.get("$top", self.faults.rows_in_page)), int(query.get("$skip", "0"))
        if top > self.faults.most_rows and "$top" in query:
            raise BadRequest(f"The limit of '{self.faults.most_rows}' for Top query has been exceeded.")
        if nodes(query["$filter"]) > self.faults.most_nodes:
            raise BadRequest(f"The node count limit of '{self.faults.most_nodes}' has been exceeded.")
        rows = [
            one for one in self.entities.values() if one.category == category if table.matches(one, query["$filter"])
        ]
        by = query.get("$orderby", "Id asc")
        if by == "Id asc":
            rows.sort(key=lambda one: one.key)
        else:
            name = by.split()[0][0].lower() + by.split()[0][1:]
            rows.sort(key=lambda one: str(one.fields.get(name) or ""), reverse=by.endswith("desc"))
        shown = rows[skip : skip + top]
        if not shown and rows and self.faults.repeats_last_rows:
            shown = rows[-top:]
        answer: dict[str, object] = {"@odata.context": "$metadata#" + category}
        if not self.faults.without_count:
            answer["@odata.count"] = len(rows)
        answer["value"] = [table.selected(one, query.get("$select", ""), query.get("$expand", "")) for one in shown]
        if self.faults.next_links and skip + top < len(rows):
            target = asked.target.replace(f"$skip={skip}", f"$skip={skip + top}")
            answer["@odata.nextLink"] = f"http://{asked.headers.get('Host', '')}{target}"
        return Reply(json.dumps(answer).encode(), 200, "application/json")
