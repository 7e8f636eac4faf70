"""The commands that collect, used badly: what is told, and what is kept of a run that breaks off."""

from pathlib import Path

import pytest

from tests.ingest.sources.tweede_kamer.server import Chamber
from tests.whole.command import Loket
from tests.whole.test_collecting import Days, collecting_from


def test_a_source_that_cannot_be_asked_this_does_not_undo_the_others(tmp_path: Path) -> None:
    days = Days(Chamber())
    days.first()
    with collecting_from(days.chamber, tmp_path) as (config, _):
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("[fetch]\n", '[fetch]\nsources = ["tweede_kamer", "webpage"]\n'), encoding="utf-8"
        )
        loket = Loket(tmp_path / "corpus", config)
        ran = loket.here("fetch", "--all", "--since", "2024-01-01", "--json")
        assert ran.code == 1, ran.err
        first, second = ran.json["sources"]
        assert (first["source"], first["new"]) == ("tweede_kamer", 6)
        assert (second["source"], second["outcome"]) == ("webpage", "failed")
        assert "by address only" in second["message"]
        assert ran.json["index"] is not None
        found = loket.here("search", "het stageloket", "--json").json
        assert found["matches"]


@pytest.mark.parametrize(
    "words",
    [
        ("fetch", "tweede_kamer", "--since", "2025-02-30"),
        ("fetch", "tweede_kamer", "--since", "2025-03-01", "--until", "2025-02-01"),
        ("fetch", "tweede_kamer", "--limit", "-1"),
        ("fetch", "tweede_kamer", "--limit", "²"),
        ("fetch", "tweede_kamer", "--about", " "),
        ("fetch", "tweede_kamer", "--number", ""),
        ("fetch", "--all", "tweede_kamer"),
        ("fetch",),
        ("fetch", "tweede_kamers"),
        ("fetch", "dossier"),
        ("fetch", "webpage", "--number", "http://[x"),
        ("fetch", "webpage", "geen adres"),
        ("fetch", "dossier", "."),
        ("fetch", "dossier", "nergens.toml"),
        ("fetch", "tweede_kamer", "kst-31288-948"),
        ("doctor",),
        ("doctor", "dossier"),
        ("doctor", "webpage"),
        ("doctor", "webpage", "http://[x"),
        ("doctor", "tweede_kamer", "x"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wrong_use_is_one_sentence(words: tuple[str, ...], language: str, tmp_path: Path) -> None:
    with collecting_from(Chamber(), tmp_path) as (config, server):
        ran = Loket(tmp_path / "corpus", config).here("--lang", language, *words)
        assert server.asked == []
    assert ran.code in (2, 3), ran.out + ran.err
    assert "Traceback" not in ran.err
    assert "internal" not in ran.err.lower()
    assert ran.err.startswith("loket: ")
    assert not (tmp_path / "corpus").exists(), "nothing was asked for, and a corpus was made"
