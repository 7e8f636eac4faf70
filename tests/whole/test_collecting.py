"""Collecting from a Chamber on this machine, through the command line: three days of changes, and fifty thousand
listed documents with the collector killed ten times."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kb.catalog.catalog import Catalog
from kb.model.collecting import PieceState
from tests.ingest.serving import Server, serving
from tests.ingest.sources.tweede_kamer.server import Chamber
from tests.whole.command import HASHING, PROGRAM, ROOT, Loket, environment
from tests.whole.documented import Documented

QUESTIONS = (
    "Wat is de stand van zaken van het fietsloket?",
    "Wat is de stand van zaken van de bijenkast?",
    "Wanneer opent de vistrap?",
    "Wat schrijft de minister over het stageloket?",
)


@contextmanager
def collecting_from(chamber: Chamber, folder: Path, requests: int = 100_000) -> Iterator[tuple[Path, Server]]:
    """Settings whose Tweede Kamer is that chamber."""
    with serving(chamber.answer) as server:
        config = folder / f"config-{server.address.rpartition(':')[2]}.toml"
        config.write_text(
            f'{HASHING}\n[fetch]\ncontact = "tests@example.org"\nattempts = 3\n[tweede_kamer]\n'
            f'syncfeed = "{server.address}/SyncFeed/2.0"\nodata = "{server.address}/OData/v5"\n'
            f"requests = {requests}\nseconds = 1\n",
            encoding="utf-8",
        )
        yield config, server


def pairs(*answer: str) -> tuple[tuple[str, str], ...]:
    return (("Bent u bekend met het bericht?", "Ja."), ("Wat is de stand van zaken?", " ".join(answer)))


@dataclass(slots=True)
class Days:
    """The same Chamber on three days: what comes, is corrected, and goes."""

    chamber: Chamber

    def first(self) -> None:
        ours = self.chamber
        ours.add_question("2024Z10001", "het fietsloket", dt.date(2024, 9, 20))
        ours.add_question("2024Z10002", "de bijenkast", dt.date(2024, 9, 21))
        ours.add_question("2024Z10003", "de vistrap", dt.date(2024, 9, 22))
        ours.add_notice("2024Z10001", "242500011", dt.date(2024, 10, 10))
        ours.add_letter(
            "2024D50001",
            "Stand van zaken stageloket",
            dt.date(2024, 9, 30),
            paragraphs=("Het stageloket is in opbouw en opent in het voorjaar.",),
        )
        ours.add_answer(
            "2024Z10003", "242500013", dt.date(2024, 10, 12), pairs=pairs("De vistrap opent op 1 maart 2025.")
        )

    def second(self) -> None:
        ours = self.chamber
        ours.add_answer(
            "2024Z10001", "242500021", dt.date(2024, 11, 1), pairs=pairs("Het fietsloket is op 28 oktober geopend.")
        )
        ours.add_answer(
            "2024Z10002", "242500022", dt.date(2024, 11, 2), published=False, pairs=pairs("De bijenkast staat stil.")
        )
        ours.touch_all()

    def third(self) -> None:
        ours = self.chamber
        letter = next(key for key in ours.papers() if ours.entities[key].fields["documentNummer"] == "2024D50001")
        ours.delete(letter)
        late = next(key for key in ours.papers() if ours.entities[key].fields["aanhangselnummer"] == "242500022")
        ours.publish(late, "ah-tk-20242025-22")
        vistrap = next(key for key in ours.papers() if ours.entities[key].fields["aanhangselnummer"] == "242500013")
        corrected = ours.files[vistrap].replace(b"1 maart 2025", b"1 juni 2025")
        assert corrected != ours.files[vistrap]
        ours.set_file(vistrap, corrected)
        ours.publish(vistrap, "ah-tk-20242025-13")
        actor = next(one for one in ours.entities.values() if one.fields.get("relatie") == "Indiener")
        ours.change(actor.key, actorFractie="GroenLinks-PvdA")


def contents(corpus: Path) -> dict[str, str]:
    with Catalog.open(corpus) as catalog:
        return {str(entry.id): entry.content_hash for entry in catalog.current()}


def answers(config: Path, corpus: Path) -> list[Any]:
    """What the corpus answers, without the numbers of versions, which tell how often a document came."""
    found = []
    for question in QUESTIONS:
        ran = Loket(corpus, config).here("ask", question, "--json")
        assert ran.code == 0, ran.err
        found.append(without_versions(ran.json))
    return found


def without_versions(value: Any) -> Any:
    if isinstance(value, dict):
        left_out = ("version", "id", "corpus_version", "sources")
        return {key: without_versions(held) for key, held in value.items() if key not in left_out}
    return [without_versions(entry) for entry in value] if isinstance(value, list) else value


def test_three_days_of_changes_end_as_a_fresh_collection_of_the_third(tmp_path: Path) -> None:
    days = Days(Chamber())
    day_by_day = tmp_path / "dag-voor-dag"
    with collecting_from(days.chamber, tmp_path) as (config, server):
        loket = Loket(day_by_day, config)
        reports = []
        for day in (days.first, days.second, days.third):
            day()
            ran = loket.here("fetch", "tweede_kamer", "--json")
            assert ran.code == 0, ran.out + ran.err
            (report,) = ran.json["sources"]
            reports.append(report)
        assert [run["new"] for run in reports] == [6, 2, 0]
        assert [run["removed"] for run in reports] == [0, 0, 1]
        files = server.count("/Resources/")
        assert files == 6 + 2 + 1, "only what changed was fetched again, mass update or not"
        fresh = Loket(tmp_path / "vers", config)
        assert fresh.here("fetch", "tweede_kamer").code == 0
        assert contents(day_by_day) == contents(fresh.corpus)
        assert answers(config, day_by_day) == answers(config, fresh.corpus)
        assert loket.here("verify").code == 0
        said = loket.here("ask", "Wanneer opent de vistrap?", "--json").json
        assert "1 juni 2025" in said["claims"][0]["citations"][0]["quote"]
        gone = loket.here("search", "stageloket in opbouw", "--json").json
        assert all("stageloket" not in match["quote"] for match in gone["matches"])
        again = loket.here("fetch", "tweede_kamer", "--json").json["sources"][0]
        assert (again["new"], again["changed"], again["removed"]) == (0, 0, 0)
        assert server.count("/Resources/") == files + 7


def test_faults_on_the_way_lose_nothing_and_are_told(tmp_path: Path) -> None:
    days = Days(Chamber(page_size=2))
    days.first()
    days.second()
    days.chamber.down = {"category=ZaakActor": 99, "/Resources/": 1}
    with collecting_from(days.chamber, tmp_path) as (config, _):
        loket = Loket(tmp_path / "corpus", config)
        first = loket("fetch", "tweede_kamer", "--json", timeout=120)
        assert first.code == 3
        run = first.json["sources"][0]
        assert run["outcome"] == "failed"
        assert "ZaakActor" in run["message"]
        days.chamber.down = {}
        days.chamber.faults.html_for = "category=Zaak&"
        second = loket("fetch", "tweede_kamer", "--json", timeout=120)
        assert second.code == 3
        days.chamber.faults.html_for = ""
        assert loket("fetch", "tweede_kamer", "--retry").code == 0
        fresh = Loket(tmp_path / "vers", config)
        assert fresh("fetch", "tweede_kamer").code == 0
        assert contents(loket.corpus) == contents(fresh.corpus)
        status = loket("status", "--json").json["sources"][0]
        assert (status["missing"], status["gaps"]) == (0, [])


def test_reports_are_as_documented(tmp_path: Path) -> None:
    documented = Documented.read(ROOT / "docs" / "json.md")
    days = Days(Chamber())
    days.first()
    days.chamber.faults.json_for_files = True
    with collecting_from(days.chamber, tmp_path) as (config, _):
        loket = Loket(tmp_path / "corpus", config)
        planned = loket.here("fetch", "tweede_kamer", "--dry-run", "--json").json
        assert documented.faults(planned, "fetched") == []
        assert len(planned["sources"][0]["planned"]) == 6
        refused = loket.here("fetch", "tweede_kamer", "--json")
        assert (refused.code, documented.faults(refused.json, "fetched")) == (1, [])
        days.chamber.faults.json_for_files = False
        taken = loket.here("fetch", "tweede_kamer", "--retry", "--limit", "2", "--json").json
        assert documented.faults(taken, "fetched") == []
        assert len(taken["sources"][0]["documents"]) == 2
        status = loket.here("status", "--json").json
        assert documented.faults(status, "status") == []
        assert (status["sources"][0]["held"], len(status["sources"][0]["quarantine"])) == (2, 4)
        answer = loket.here("ask", QUESTIONS[0], "--json").json
        assert documented.faults(answer, "answer") == []
        assert answer["searched"]["sources"][0]["missing"] == 4
        assert documented.faults(loket.here("doctor", "tweede_kamer", "--json").json, "doctor") == []


LISTED, FILES, KILLS = 50_000, 2_000, 10


@dataclass(frozen=True, slots=True)
class Fetched:
    peak_megabytes: float
    seconds: float


def fetch_measured(config: Path, corpus: Path) -> Fetched:
    """One fetch in a process of its own, with the most memory that it took."""
    program = (
        "import resource, sys; from ui.cli.main import main; code = main(sys.argv[1:]); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"
    )
    words = ["--corpus", str(corpus), "--config", str(config), "fetch", "tweede_kamer", "--json"]
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        env=environment(),
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    report = json.loads(done.stdout)["sources"][0]
    assert report["outcome"] == "done"
    return Fetched(int(done.stderr.split()[-1]) / 1000, time.monotonic() - begun)


def collected(corpus: Path) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Everything that must be the same however the collecting went: documents, pieces, cursors."""
    with Catalog.open(corpus) as catalog:
        held = catalog.collecting.in_state("tweede_kamer", *PieceState)
        pieces = {piece.key: f"{piece.document} {piece.state} {piece.taken} {piece.sha256}" for piece in held}
        cursors = {
            category: catalog.collecting.cursor("tweede_kamer", category).position
            for category in ("Zaak", "ZaakActor", "Document", "DocumentVersie")
        }
        return {str(entry.id): entry.content_hash for entry in catalog.current()}, pieces, cursors


@pytest.mark.slow
def test_fifty_thousand_listed_and_two_thousand_files_killed_ten_times(tmp_path: Path) -> None:
    chamber = Chamber(bulk=LISTED, bulk_files=FILES)
    with collecting_from(chamber, tmp_path) as (config, server):
        whole = fetch_measured(config, tmp_path / "heel")
        requests = len(server.asked)
        killed = tmp_path / "gedood"
        for kill in range(KILLS):
            stop_at = len(server.asked) + requests * (kill + 1) // 60 + 7
            process = subprocess.Popen(
                [*PROGRAM, "--corpus", str(killed), "--config", str(config), "fetch", "tweede_kamer"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                cwd=ROOT,
            )
            while len(server.asked) < stop_at and process.poll() is None:
                time.sleep(0.002)
            assert process.poll() is None, "it ended before it was killed"
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        fetch_measured(config, killed)
        assert collected(killed) == collected(tmp_path / "heel")
        assert len(collected(killed)[0]) == FILES
        verified = Loket(killed, config)("verify")
        assert verified.code == 0, verified.out + verified.err
    small = Chamber(bulk=LISTED // 10, bulk_files=FILES // 10)
    with collecting_from(small, tmp_path) as (config, _):
        tenth = fetch_measured(config, tmp_path / "tiende")
    rate = requests / whole.seconds
    print(f"\n{LISTED} listed, {FILES} files: {whole.seconds:.0f} s, {rate:.0f} requests/s; peak memory "
          f"{whole.peak_megabytes:.0f} MB, at a tenth of it {tenth.peak_megabytes:.0f} MB")  # fmt: skip
    assert whole.peak_megabytes < 1.5 * tenth.peak_megabytes


def test_the_configured_pace_is_all_that_limits(tmp_path: Path) -> None:
    """20 requests a second: so many files take that time, and hardly more."""
    chamber = Chamber(bulk=100, bulk_files=60)
    with collecting_from(chamber, tmp_path, requests=20) as (config, server):
        assert Loket(tmp_path / "corpus", config)("fetch", "tweede_kamer").code == 0
        times = [asked.at for asked in server.asked]
    spent = times[-1] - times[0]
    least = (len(times) - 1) / 20
    assert least * 0.98 <= spent <= least * 1.6 + 1
