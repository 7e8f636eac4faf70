"""The one error tree. An error carries what went wrong and what to do next; "nothing found" is a value.

LoketError is never raised::

    LoketError
    ├── ConfigError        config.toml or a flag holds something that cannot be used
    ├── InputError         a file, folder or address that cannot be taken in (also: one bad document)
    │   └── NoTextError    the file is readable and holds no text (scanned pages)
    ├── CatalogError       the catalog or an original on disk is missing, damaged, or from another version
    ├── NotFoundError      an id that the corpus does not hold
    ├── LockedError        another process is writing
    ├── IndexUnusableError the index is missing, damaged, or does not fit the settings
    │   └── ModelMismatchError
    ├── SourceError        a source on the network
    │   ├── UnreachableError  no answer, or only failures, after all attempts: try later
    │   ├── AbsentError       it says that there is nothing at that address
    │   ├── RefusedError      it, or a rule of ours, does not allow this
    │   ├── TooLargeError     more bytes than the limit
    │   └── UnexpectedError   an answer that is not what is expected there
    ├── StoreError         the vector engine refused or failed
    └── EmbeddingError     a text could not be embedded

Library errors are translated at the border (``raise ... from error``). Caught in few places: one document in
the pipeline, one command in the command line, one screen in the interface.
"""


class LoketError(Exception):
    """``message`` says what and where in one sentence; ``advice`` says what to do next ("" where nothing can be)."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class ConfigError(LoketError):
    """A setting that cannot be used."""


class InputError(LoketError):
    """Something handed in that cannot be read."""


class NoTextError(InputError):
    """Readable, but without a text layer."""


class CatalogError(LoketError):
    """The catalog or an original is missing, damaged or of another version."""


class NotFoundError(LoketError):
    """An id that is not in the corpus."""


class LockedError(LoketError):
    """Another process holds the writer's lock."""


class IndexUnusableError(LoketError):
    """The index is missing, damaged or does not fit the settings."""


class ModelMismatchError(IndexUnusableError):
    """The index was made with another embedding model than the one configured."""


class SourceError(LoketError):
    """A source on the network did not give what was asked."""


class UnreachableError(SourceError):
    """No answer, or only failures, after all attempts; another time it may work."""


class AbsentError(SourceError):
    """The source says that there is nothing at this address."""


class RefusedError(SourceError):
    """The source, its robots.txt, or a rule of ours does not allow this request."""


class TooLargeError(SourceError):
    """More bytes than the limit."""


class UnexpectedError(SourceError):
    """An answer that is not what is expected there: a page instead of a file, no JSON, a listing without its list."""


class StoreError(LoketError):
    """The vector engine refused or failed."""


class EmbeddingError(LoketError):
    """A text could not be embedded; never replaced by a zero vector."""
