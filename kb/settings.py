"""Every setting, typed, from `config.toml`. Nothing is read at import, and an unknown key is refused.

The defaults stand here; `config.toml` repeats them with a comment each, and a test keeps the two equal.
"""

import datetime as dt
import difflib
import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from kb.embedding.settings import EmbeddingSettings
from kb.errors import ConfigError

PROJECT_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    path: str = "corpus"


@dataclass(frozen=True, slots=True)
class IngestSettings:
    max_file_mb: int = 100
    workers: int = 2
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class FetchSettings:
    contact: str = ""
    timeout_seconds: int = 45
    attempts: int = 5
    longest_wait_seconds: int = 300
    sources: tuple[str, ...] = ("tweede_kamer", "officiele_bekendmakingen", "vlaams_parlement", "webpage")


@dataclass(frozen=True, slots=True)
class TweedeKamerSettings:
    syncfeed: str = "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0"
    odata: str = "https://gegevensmagazijn.tweedekamer.nl/OData/v5"
    pages: str = "https://www.tweedekamer.nl/kamerstukken"
    page_size: int = 100
    requests: int = 10
    seconds: int = 1
    since: str = "2024-01-01"
    kinds: tuple[str, ...] = (
        "Schriftelijke vragen",
        "Antwoord schriftelijke vragen",
        "Antwoord schriftelijke vragen (nader)",
        "Mededeling (uitstel antwoord)",
        "Mededeling",
        "Brief regering",
    )


@dataclass(frozen=True, slots=True)
class OfficieleBekendmakingenSettings:
    sru: str = "https://repository.overheid.nl/sru"
    documents: str = "https://zoek.officielebekendmakingen.nl"
    page_size: int = 100
    requests: int = 10
    seconds: int = 30
    since: str = "2024-01-01"
    publications: tuple[str, ...] = ("Kamervragen (Aanhangsel)", "Kamervragen zonder antwoord")


@dataclass(frozen=True, slots=True)
class VlaamsParlementSettings:
    search: str = "https://ws.vlpar.be/api/search/query"
    opendata: str = "https://ws.vlpar.be/e/opendata"
    files: str = "https://docs.vlaamsparlement.be"
    pages: str = "https://www.vlaamsparlement.be/nl/parlementaire-documenten"
    page_size: int = 100
    most_hits: int = 10_000
    overlap_days: int = 45
    requests: int = 3
    seconds: int = 1
    since: str = "2024-06-01"
    kinds: tuple[str, ...] = (
        "schriftelijke vraag",
        "vraag om uitleg",
        "actuele vraag",
        "interpellatie",
        "beleidsdocument",
        "beleids- en begrotingstoelichting",
        "conceptnota",
        "commissieverslag",
    )


@dataclass(frozen=True, slots=True)
class WebpageSettings:
    requests: int = 1
    seconds: int = 2


@dataclass(frozen=True, slots=True)
class StoreSettings:
    engine: str = "edge"
    url: str = "http://127.0.0.1:6333"
    collection: str = "loket"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    limit: int = 10


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    max_claims: int = 6
    near_misses: int = 3
    log: bool = True
    log_days: int = 365


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The key, where the endpoint wants one, is read from LOKET_MODEL_KEY."""

    url: str = ""
    name: str = ""
    timeout_seconds: int = 60


@dataclass(frozen=True, slots=True)
class UiSettings:
    language: str = "nl"
    address: str = "127.0.0.1"
    port: int = 8501


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; ``root`` is the directory that relative paths count from (where `config.toml` stands)."""

    root: Path = PROJECT_ROOT
    corpus: CorpusSettings = field(default_factory=CorpusSettings)
    ingest: IngestSettings = field(default_factory=IngestSettings)
    embedding: EmbeddingSettings = field(default_factory=EmbeddingSettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    tweede_kamer: TweedeKamerSettings = field(default_factory=TweedeKamerSettings)
    officiele_bekendmakingen: OfficieleBekendmakingenSettings = field(default_factory=OfficieleBekendmakingenSettings)
    vlaams_parlement: VlaamsParlementSettings = field(default_factory=VlaamsParlementSettings)
    webpage: WebpageSettings = field(default_factory=WebpageSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    search: SearchSettings = field(default_factory=SearchSettings)
    answer: AnswerSettings = field(default_factory=AnswerSettings)
    model: ModelSettings = field(default_factory=ModelSettings)
    ui: UiSettings = field(default_factory=UiSettings)

    @property
    def corpus_path(self) -> Path:
        return self.root / self.corpus.path

    @property
    def sample_path(self) -> Path:
        return PROJECT_ROOT / "corpus" / "sample"

    @property
    def dossier_path(self) -> Path:
        """What `loket up` asks of the parliaments for a corpus that is empty."""
        return PROJECT_ROOT / "corpus" / "dossiers" / "kennisveiligheid.toml"


_CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("embedding", "kind"): ("static", "sentence-transformers", "hashing"),
    ("store", "engine"): ("edge", "server"),
    ("ui", "language"): ("nl", "en"),
}
_AT_LEAST_ONE = {
    ("ingest", "max_file_mb"),
    ("ingest", "workers"),
    ("fetch", "timeout_seconds"),
    ("fetch", "attempts"),
    ("tweede_kamer", "page_size"),
    ("tweede_kamer", "requests"),
    ("tweede_kamer", "seconds"),
    ("officiele_bekendmakingen", "page_size"),
    ("officiele_bekendmakingen", "requests"),
    ("officiele_bekendmakingen", "seconds"),
    ("vlaams_parlement", "page_size"),
    ("vlaams_parlement", "most_hits"),
    ("vlaams_parlement", "requests"),
    ("vlaams_parlement", "seconds"),
    ("webpage", "requests"),
    ("webpage", "seconds"),
    ("embedding", "batch_size"),
    ("search", "limit"),
    ("answer", "max_claims"),
    ("answer", "log_days"),
    ("model", "timeout_seconds"),
    ("ui", "port"),
}


_DATES = {(source, "since") for source in ("tweede_kamer", "officiele_bekendmakingen", "vlaams_parlement")}
_WANTED = {str: "text in quotes", int: "a whole number", bool: "true or false", tuple: "a list of texts in quotes"}


def load_settings(config: Path | None = None, corpus: Path | None = None) -> Settings:
    """Settings from a file (``config``, or LOKET_CONFIG, or the project's own `config.toml`).

    ``corpus``, or else LOKET_CORPUS, moves the state (relative to the working directory). Raises ConfigError.
    """
    path = config or Path(os.environ.get("LOKET_CONFIG") or PROJECT_ROOT / "config.toml")
    settings = _from_table(_read(path), path)
    state = corpus or (Path(os.environ["LOKET_CORPUS"]) if os.environ.get("LOKET_CORPUS") else None)
    if state is not None:
        settings = replace(settings, corpus=CorpusSettings(path=str(state.resolve())))
    return settings


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"The settings file {path} cannot be read ({error.strerror}).", "Name another with --config."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"The settings file {path} is not valid TOML: {error}.", "Mend that line.") from error


def _from_table(table: dict[str, Any], path: Path) -> Settings:
    settings = Settings(root=path.resolve().parent)
    sections = {section.name: getattr(settings, section.name) for section in fields(settings) if section.name != "root"}
    for name, values in table.items():
        if name not in sections:
            raise ConfigError(f"{path}: unknown section [{name}].", _nearest(name, sections))
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: {name} stands outside a section.", "Put it under one, such as [corpus].")
        settings = replace(settings, **{name: _section(sections[name], name, values, path)})
    return settings


def _section(default: Any, section: str, values: dict[str, Any], path: Path) -> Any:
    known = {entry.name: getattr(default, entry.name) for entry in fields(default)}
    for key, value in values.items():
        where = f"{path}: {section}.{key}"
        if key not in known:
            raise ConfigError(f"{where} is not a setting.", _nearest(key, known))
        if isinstance(known[key], tuple) and isinstance(value, list) and all(isinstance(one, str) for one in value):
            values[key] = tuple(value)
            continue
        if type(value) is not type(known[key]):
            wanted = _WANTED[type(known[key])]
            raise ConfigError(f"{where} must be {wanted}, not {value!r}.", f"The default is {known[key]!r}.")
        choices = _CHOICES.get((section, key))
        if choices and value not in choices:
            raise ConfigError(f"{where} cannot be {value!r}.", f"Choose one of: {', '.join(choices)}.")
        if (section, key) in _DATES and not _is_date(value):
            raise ConfigError(f"{where} must be a date such as 2024-01-01, not {value!r}.", "Write it in quotes.")
        if (section, key) in _AT_LEAST_ONE and value < 1:
            raise ConfigError(f"{where} must be at least 1, not {value}.", f"The default is {known[key]!r}.")
    return replace(default, **values)


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _nearest(name: str, known: dict[str, Any]) -> str:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    return f"Did you mean {close[0]}? Known: {', '.join(known)}." if close else f"Known: {', '.join(known)}."
