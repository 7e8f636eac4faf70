"""Every source through the command line, against a local server that behaves as it does, and misbehaves."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kb.catalog.catalog import Catalog
from kb.settings import VlaamsParlementSettings
from tests.ingest.serving import Asked, Reply, Server, serving
from tests.ingest.sources.officiele_bekendmakingen.server import Gazette, a_question, an_answer
from tests.ingest.sources.tweede_kamer.server import Chamber
from tests.ingest.sources.vlaams_parlement.server import Parlement
from tests.ingest.sources.webpage.server import Site, a_page
from tests.whole.command import HASHING, Loket

RECENT = dt.date.today().replace(day=1) - dt.timedelta(days=20)
EARLIER = (RECENT - dt.timedelta(days=70)).replace(day=10)
OLD = EARLIER.replace(day=1) - dt.timedelta(days=90)
SINCE = OLD.replace(day=1).isoformat()


@dataclass(slots=True)
class Web:
    """The four sources on this machine."""

    chamber: Chamber
    parlement: Parlement
    gazette: Gazette
    site: Site
    config: Path
    servers: dict[str, Server]

    def address(self, name: str) -> str:
        return self.servers[name].address


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    with ExitStack() as stack:
        chamber, parlement, gazette, site = Chamber(), Parlement(), Gazette(), Site()
        answers: dict[str, Callable[[Asked], Reply]] = {
            "chamber": chamber.answer,
            "parlement": parlement.answer,
            "gazette": gazette.answer,
            "site": site.answer,
        }
        servers = {name: stack.enter_context(serving(answer)) for name, answer in answers.items()}
        flemish: VlaamsParlementSettings = parlement.settings(servers["parlement"].address)
        config = tmp_path / "config.toml"
        config.write_text(
            f"{HASHING}\n[fetch]\nattempts = 3\n"
            f'[tweede_kamer]\nsyncfeed = "{servers["chamber"].address}/SyncFeed/2.0"\n'
            f'odata = "{servers["chamber"].address}/OData/v5"\nrequests = 1000\n'
            f'[officiele_bekendmakingen]\nsru = "{servers["gazette"].address}/sru"\n'
            f'documents = "{servers["gazette"].address}"\nrequests = 1000\nseconds = 1\nsince = "{SINCE}"\n'
            f'[vlaams_parlement]\nsearch = "{flemish.search}"\nopendata = "{flemish.opendata}"\n'
            f'files = "{flemish.files}"\npages = "{flemish.pages}"\nrequests = 1000\nsince = "{SINCE}"\n'
            f"[webpage]\nrequests = 1000\nseconds = 1\n",
            encoding="utf-8",
        )
        yield Web(chamber, parlement, gazette, site, config, servers)


@contextmanager
def cap_of(web: Web, cap: int) -> Iterator[None]:
    """The search gives so few hits to one question, and the settings know it."""
    text = web.config.read_text(encoding="utf-8")
    web.parlement.cap = cap
    web.config.write_text(
        text.replace("[vlaams_parlement]", f"[vlaams_parlement]\nmost_hits = {cap}"), encoding="utf-8"
    )
    yield
    web.parlement.cap = 10_000
    web.config.write_text(text, encoding="utf-8")


def contents(corpus: Path) -> dict[str, str]:
    with Catalog.open(corpus) as catalog:
        return {str(entry.id): entry.content_hash for entry in catalog.current()}


def fetched(loket: Loket, source: str, *more: str, code: int = 0) -> dict[str, Any]:
    ran = loket.here("fetch", source, *more, "--json")
    assert ran.code == code, ran.out[-3000:] + ran.err
    report: dict[str, Any] = ran.json["sources"][0]
    return report


def test_flemish_questions_stay_in_step_through_a_narrow_search(web: Web, tmp_path: Path) -> None:
    ours = web.parlement
    ours.doubled = ours.leaking = True
    for number in range(12):
        ours.add_question(
            1_900_000 + number, published=RECENT.replace(day=1 + number), title=f"Loket {number}  -  Werking"
        )
    for number in range(5):
        ours.add_question(1_800_000 + number, published=OLD.replace(day=2 + number), title=f"Dijk {number}  -  Hoogte")
    loket = Loket(tmp_path / "corpus", web.config)
    with cap_of(web, 7):  # a month of twelve questions, each of which is found twice
        first = fetched(loket, "vlaams_parlement")
    assert (first["outcome"], first["new"]) == ("done", 17)
    ours.change(1_900_003, title="Loket 3  -  Sluiting")
    ours.delete(1_900_004)
    ours.add_question(1_900_050, published=RECENT.replace(day=20), title="Loket 50  -  Opening")
    second = fetched(loket, "vlaams_parlement")
    assert (second["new"], second["changed"], second["removed"]) == (1, 1, 1)
    fresh = Loket(tmp_path / "vers", web.config)
    fetched(fresh, "vlaams_parlement")
    assert contents(loket.corpus) == contents(fresh.corpus)
    coverage = loket.here("status", "--json").json["sources"][0]
    assert (coverage["missing"], coverage["held"]) == (0, 17)


def test_a_flemish_interface_that_fails_or_changes_is_told_and_loses_nothing(web: Web, tmp_path: Path) -> None:
    ours = web.parlement
    for number in range(3):
        ours.add_question(1_900_000 + number, published=RECENT.replace(day=1 + number))
    server = web.servers["parlement"]
    loket = Loket(tmp_path / "corpus", web.config)
    server.fail("/api/search", Reply(b"", 429, headers=(("Retry-After", "1"),)), times=2)
    server.fail("pfile", Reply(b"<!doctype html><html><body>Onderhoud</body></html>", 200, "text/html"), times=2)
    first = fetched(loket, "vlaams_parlement", code=1)  # both addresses of a file gave a page
    assert (first["new"], first["failed"]) == (2, 1)
    server.fail("/api/search", Reply(b"<html>Access policy: log out</html>", 200, "text/html"), times=999)
    assert fetched(loket, "vlaams_parlement", code=3)["outcome"] == "failed"
    server.faults.clear()
    ours.renamed = {"procedureverloop": "verloop"}
    ours.change(1_900_001, title="Iets anders  -  Geheel")
    third = fetched(loket, "vlaams_parlement", "--retry", code=1)
    assert third["failed"] == 0
    told = {(found["deviation"], found["field"]) for found in third["findings"]}
    assert {("missing", "procedureverloop"), ("new", "verloop")} <= told
    assert len(contents(loket.corpus)) == 3


def test_official_publications_stay_in_step_and_fall_back_to_what_there_is(web: Web, tmp_path: Path) -> None:
    ours = web.gazette
    ours.add(*(an_answer(9_100 + number, RECENT.replace(day=1 + number).isoformat()) for number in range(4)))
    ours.add(a_question(91_307, EARLIER.isoformat()))
    loket = Loket(tmp_path / "corpus", web.config)
    server = web.servers["gazette"]
    server.fail("ah-tk-20242025-9101.xml", Reply(b"<!DOCTYPE html><html><h1>Fout</h1></html>", 200, "text/html"))
    first = fetched(loket, "officiele_bekendmakingen", code=1)  # its PDF, which is tried then, is none
    assert (first["new"], first["failed"]) == (4, 1)
    ours.delete("ah-tk-20242025-9102")
    ours.add(an_answer(9_150, RECENT.replace(day=15).isoformat()))
    second = fetched(loket, "officiele_bekendmakingen", "--retry")
    assert (second["new"], second["removed"], second["failed"]) == (2, 1, 0)
    fresh = Loket(tmp_path / "vers", web.config)
    fetched(fresh, "officiele_bekendmakingen")
    assert contents(loket.corpus) == contents(fresh.corpus)


def test_an_answer_in_both_dutch_sources_is_one_document_from_the_better(web: Web, tmp_path: Path) -> None:
    web.chamber.add_question("2024Z91500", "de herstelcheque", dt.date(2024, 10, 1))
    web.chamber.add_answer("2024Z91500", "242501500", dt.date(2024, 11, 1))
    loket = Loket(tmp_path / "corpus", web.config)
    fetched(loket, "tweede_kamer")
    official = an_answer(1_500, RECENT.isoformat())
    assert official.identifier == "ah-tk-20242025-1500"
    web.gazette.add(official)
    assert fetched(loket, "officiele_bekendmakingen")["changed"] == 1
    shown = loket.here("show", "tk/ah-tk-20242025-1500", "--json").json
    assert shown["provenance"]["media_type"] == "application/xml"
    web.chamber.touch_all()
    fetched(loket, "tweede_kamer")
    assert loket.here("show", "tk/ah-tk-20242025-1500", "--json").json["version"] == shown["version"]


def test_a_followed_page_is_asked_again_and_makes_a_version_only_when_its_text_changes(
    web: Web, tmp_path: Path
) -> None:
    site, address = web.site, web.address("site")
    site.nonce = True
    site.pages["/loket"] = a_page("Het loket", "Het loket is open op werkdagen.", changed="14 oktober 2026")
    loket = Loket(tmp_path / "corpus", web.config)
    first = loket.here("fetch", "webpage", f"{address}/loket", "--json")
    assert first.code == 0, first.out + first.err
    before = contents(loket.corpus)
    assert len(before) == 1
    fetched(loket, "webpage")
    assert contents(loket.corpus) == before
    site.pages["/loket"] = a_page("Het loket", "Het loket is gesloten.", changed="15 oktober 2026")
    assert fetched(loket, "webpage")["changed"] == 1
    del site.pages["/loket"]
    gone = loket.here("fetch", "webpage", "--json").json["sources"][0]
    assert gone["removed"] == 1
    assert contents(loket.corpus) == {}


def test_a_dossier_is_collected_by_one_command(web: Web, tmp_path: Path) -> None:
    web.parlement.add_question(1_900_001, published=RECENT, pfile=2_400_001)
    web.gazette.add(an_answer(9_100, RECENT.isoformat()))
    web.chamber.add_letter("2024D50001", "Stand van zaken", dt.date(2021, 9, 30))  # before `since`: asked by name
    web.site.pages["/beleid"] = a_page("Beleid", "Er is een loket.")
    dossier = tmp_path / "loket.toml"
    pieces = (
        ("vlaams_parlement", "number", "schv-1900001"),
        ("officiele_bekendmakingen", "number", "ah-tk-20242025-9100"),
        ("tweede_kamer", "number", "2024D50001"),
        ("webpage", "address", f"{web.address('site')}/beleid"),
    )
    dossier.write_text(
        'title = "Het loket"\n'
        + "".join(f'[[piece]]\nsource = "{source}"\n{field} = "{value}"\n' for source, field, value in pieces),
        encoding="utf-8",
    )
    loket = Loket(tmp_path / "corpus", web.config)
    ran = loket.here("fetch", "dossier", dossier, "--json")
    assert ran.code == 0, ran.out + ran.err
    assert [report["new"] for report in ran.json["sources"]] == [1, 1, 1, 1]
    everything = loket.here("fetch", "--all", "--json")
    assert everything.code == 0, everything.out + everything.err
    assert "tk/2024D50001" in contents(loket.corpus) or any("kst-" in id for id in contents(loket.corpus))


def test_a_file_of_300_megabytes_and_a_way_into_the_house_are_left_alone(web: Web, tmp_path: Path) -> None:
    huge, inward = (
        web.chamber.add_letter(number, "Brief", dt.date(2024, 10, 1), serial=serial)
        for number, serial in (("2024D50001", 1), ("2024D50002", 2))
    )
    web.chamber.add_letter("2024D50003", "Brief", dt.date(2024, 10, 1), serial=3)
    server = web.servers["chamber"]
    server.fail(f"/Resources/{huge}", Reply(b"\0" * 1_000_000, repeat=300), times=99)
    inside = (("Location", "http://169.254.169.254/latest/meta-data"),)
    server.fail(f"/Resources/{inward}", Reply(b"", 302, headers=inside), times=99)
    loket = Loket(tmp_path / "corpus", web.config)
    report = fetched(loket, "tweede_kamer", code=1)
    assert (report["new"], report["failed"]) == (1, 2)
    said = " ".join(problem["message"] for line in report["documents"] for problem in line["problems"])
    assert "larger than 100 MB" in said
    assert "169.254.169.254" in said


def test_nobody_there_is_one_clear_failure(web: Web, tmp_path: Path) -> None:
    loket = Loket(tmp_path / "corpus", web.config)
    web.servers["chamber"].answer = lambda _: Reply(b"", 503)
    ran = loket("fetch", "tweede_kamer", timeout=120)
    assert ran.code == 3
    assert "503" in ran.out
    assert not loket("status", "--json").json["documents"]


def prepared(web: Web, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[float, str, dict[str, Any]]:
    """`loket up` without its screens, with a network; how long it took, what it said, and what is in."""
    monkeypatch.setenv("LOKET_OFFLINE", "0")
    loket = Loket(corpus, web.config)
    ran = loket.here("up", "--check")
    assert ran.code in (0, 1), ran.err
    return ran.seconds, ran.out, loket.here("status", "--json").json


def test_up_takes_the_real_dossier_where_the_parliaments_give_it(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.parlement.add_question(1_836_653, published=RECENT, pfile=2_086_017)
    web.chamber.add_letter("2020D53599", "Samenwerking", dt.date(2020, 12, 18))
    _, said, status = prepared(web, tmp_path / "corpus", monkeypatch)
    assert "kennisveiligheid" in said
    assert status["by_source"] == {"vp": 1, "tk": 1}


def test_up_takes_the_sample_where_they_have_nothing(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, said, status = prepared(web, tmp_path / "corpus", monkeypatch)
    assert status["by_source"] == {"folder": 43}
    assert "kennisveiligheid" in said


def test_up_does_not_wait_for_parliaments_that_do_not_answer(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.cli.up._DOSSIER_SECONDS", 3)
    for server in web.servers.values():
        server.answer = lambda _: Reply(b"", 200, delay=50)
    seconds, _, status = prepared(web, tmp_path / "corpus", monkeypatch)
    assert status["by_source"] == {"folder": 43}
    assert seconds < 45, "three of them for the parliaments, the rest for the sample on a busy machine"
