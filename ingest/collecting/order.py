"""What a run is asked to do."""

from dataclasses import dataclass, field

from ingest.sources.source import Selection


@dataclass(frozen=True, slots=True)
class Order:
    """All that is new since the last run, or with a ``selection`` only that. ``limit``: at most so many files are
    fetched, the newest first; the others wait for the next run. ``dry_run`` lists, and keeps nothing. ``retry`` tries
    what failed before again, however short ago. ``list_only`` fetches no files.
    """

    selection: Selection = field(default_factory=Selection)
    limit: int | None = None
    dry_run: bool = False
    retry: bool = False
    list_only: bool = False
