"""A fetcher without manners for the tests of a source: one attempt, no pauses, only its own local server."""

import datetime as dt
import urllib.error
import urllib.request

from ingest.fetching.port import PAGE_LIMIT, Fetched, Validators
from kb.errors import AbsentError, RefusedError, TooLargeError, UnreachableError


class DirectFetcher:
    """Behaves as `ingest.fetching.port.Fetcher` says. ``asked`` are the addresses, in order."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def get(
        self, address: str, *, accept: str = "", limit: int = PAGE_LIMIT, known: Validators | None = None
    ) -> Fetched:
        self.asked.append(address)
        headers = {"Accept": accept} if accept else {}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
                data = answer.read(limit + 1)
                if len(data) > limit:
                    raise TooLargeError(f"{address} is larger than {limit} bytes.")
                return Fetched(
                    answer.url,
                    data,
                    answer.headers.get_content_type(),
                    dt.datetime.now(dt.UTC),
                    Validators(answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")),
                )
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 304:
                    return Fetched(address, b"", "", dt.datetime.now(dt.UTC), known or Validators(), unchanged=True)
                if error.code in (404, 410):
                    raise AbsentError(f"{address} is not there.") from error
                if error.code == 429 or error.code >= 500:
                    raise UnreachableError(f"{address} answered {error.code}.") from error
                raise RefusedError(f"{address} answered {error.code}.") from error
        except OSError as error:
            raise UnreachableError(f"{address} gave no answer.") from error
