"""The real screens on the sample corpus, in a real browser. Skipped, with the reason, where there is none."""

from collections.abc import Iterator

import pytest

from evaluation.screens.browser import browser, chromium
from evaluation.screens.serving import Program, screens, settings_for

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e '.[dev]')")

_NASTY = """Verslag over <b>markup</b> in documenten

Het proefstation voor zebrapaden <script>document.title = "gekaapt"</script> ligt in Ternat. **Vet** en
<img src=x onerror="document.title='gekaapt'"> :red[rood] worden getoond zoals ze er staan.
"""
_GONE = """Nota over het draaiorgelarchief

Het draaiorgelarchief van de stad verhuist in 2027 naar een nieuw gebouw aan de haven.
"""


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The sample as `loket up` takes it in, and two documents of the user."""
    folder = tmp_path_factory.mktemp("screens")
    made = Program(folder / "corpus", settings_for(folder))
    made.run("up", "--check")
    own = folder / "eigen"
    own.mkdir()
    (own / "markup.txt").write_text(_NASTY, encoding="utf-8")
    (own / "archief.txt").write_text(_GONE, encoding="utf-8")
    made.run("add", str(own))
    return made


@pytest.fixture(scope="session")
def address(program: Program) -> Iterator[str]:
    if chromium() is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with screens(program) as served:
        yield served


@pytest.fixture(scope="session")
def chrome(address: str) -> Iterator["playwright.Browser"]:
    assert address
    path = chromium()
    assert path is not None
    with browser(path) as opened:
        yield opened


@pytest.fixture
def page(chrome: "playwright.Browser") -> Iterator["playwright.Page"]:
    context = chrome.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()
