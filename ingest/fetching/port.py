"""What a source may ask of the network, and what it gets back."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

PAGE_LIMIT = 50_000_000  # bytes of one page of a listing; files have the limit of ingest.max_file_mb


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a file, to ask later whether it changed (RFC 9110, section 8.8)."""

    etag: str = ""
    last_modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer with a good status. ``address`` is where it came from in the end, after redirects; ``media_type`` is
    what the server called it, without parameters and in lower case, and may be wrong.

    ``unchanged`` (and no data) where the server said that nothing changed since the validators sent along.
    """

    address: str
    data: bytes
    media_type: str
    retrieved_at: dt.datetime
    validators: Validators = Validators()
    unchanged: bool = False


class Fetcher(Protocol):
    """Gets things from the hosts of one source. All waiting, retrying and refusing is in here; a source just asks."""

    def get(
        self, address: str, *, accept: str = "", limit: int = PAGE_LIMIT, known: Validators | None = None
    ) -> Fetched:
        """What stands at ``address``, at most ``limit`` bytes.

        Raises the errors under `kb.errors.SourceError`: AbsentError (404, 410), RefusedError (a host that this source
        does not name, a private address, robots.txt, 401, 403, another 4xx), TooLargeError, and UnreachableError
        (no answer, 429 or 5xx, after all attempts).
        """
        ...
