"""What a user does with the screens."""

import json
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from evaluation.screens.browser import settled
from evaluation.screens.serving import Program

api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e '.[dev]')")

pytestmark = pytest.mark.browser

_STATUS = "status of the loket"


def _words(text: str) -> str:
    return " ".join(text.split()).strip("“” ")


def _ask(page: "api.Page", address: str, question: str = _STATUS) -> None:
    page.goto(address)
    settled(page)
    page.get_by_role("textbox").first.fill(question)
    page.get_by_role("textbox").first.press("Enter")
    page.wait_for_url("**q=**")
    settled(page)


def _parameters(page: "api.Page") -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_question_gets_dated_and_cited_claims_of_both_parliaments(page: "api.Page", address: str) -> None:
    _ask(page, address)
    assert {_words(head) for head in page.locator(".voice h2").all_inner_texts()} == {
        "Vlaams Parlement",
        "Tweede Kamer",
    }
    latest = page.locator("article.claim.latest")
    assert latest.count() >= 2
    assert "Laatst bekend op" in latest.first.inner_text()
    assert page.locator("[class*=st-key-cite_] button").count() >= 2
    assert "Gezocht in" in page.locator(".stApp").inner_text()


def test_an_example_is_asked_with_one_click(page: "api.Page", address: str) -> None:
    page.goto(address)
    settled(page)
    page.locator("[class*=st-key-example_] button").first.click()
    page.wait_for_url("**q=**")
    settled(page)
    assert page.locator("article.claim").count() >= 1


def test_a_citation_opens_at_its_passage_without_losing_the_answer(page: "api.Page", address: str) -> None:
    _ask(page, address)
    quoted = _words(page.locator("article.claim blockquote").first.inner_text())
    page.locator("[class*=st-key-cite_] button").first.click()
    page.wait_for_selector(".st-key-source_pane mark")
    settled(page)
    marked = _words(" ".join(page.locator(".st-key-source_pane .source mark").all_inner_texts()))
    assert marked == quoted
    assert page.locator(".st-key-source_pane mark").first.evaluate(
        "mark => { const r = mark.getBoundingClientRect(); return r.top >= 0 && r.top < window.innerHeight; }"
    )
    assert _words(page.locator("article.claim blockquote").first.inner_text()) == quoted
    page.locator(".st-key-close_source button").click()
    page.wait_for_selector(".st-key-source_pane", state="detached")
    assert "source" not in _parameters(page)


def test_a_pdf_shows_its_page_with_the_quote_marked(page: "api.Page", address: str) -> None:
    _ask(page, address, "Hoeveel vragen behandelde het Vlaams Herstelloket in zijn eerste jaar?")
    page.locator("[class*=st-key-cite_] button", has_text="p. ").first.click()
    page.wait_for_selector(".st-key-source_pane img")
    settled(page)
    assert "het citaat is gemarkeerd" in (page.locator(".st-key-source_pane img").get_attribute("alt") or "")


def test_a_parliament_narrows_the_answer_and_stands_in_the_address(page: "api.Page", address: str) -> None:
    _ask(page, address)
    page.get_by_role("button", name="Tweede Kamer").or_(page.get_by_role("checkbox", name="Tweede Kamer")).first.click()
    page.wait_for_url("**parliament=tweede_kamer**")
    settled(page)
    assert [_words(head) for head in page.locator(".voice h2").all_inner_texts()] == ["Tweede Kamer"]
    page.locator(".st-key-clear_filters button").click()
    page.wait_for_function("!location.search.includes('parliament')")
    settled(page)
    assert page.locator(".voice h2").count() == 2


def test_what_was_understood_is_shown_and_can_be_let_go_and_taken_again(page: "api.Page", address: str) -> None:
    _ask(page, address, "status herstelcheque sinds 2026")
    chips = page.locator(".st-key-understood button")
    assert "vanaf 1 januari 2026" in chips.first.inner_text()
    shown = page.locator("article.claim").all_inner_texts()
    assert not any("2025" in text.split("\n")[0] for text in shown), "what was said before 2026 is left out"
    chips.first.click()
    page.wait_for_url("**literal=dates**")
    settled(page)
    assert chips.count() == 1
    chips.first.click()
    page.wait_for_function("!location.search.includes('literal=')")
    settled(page)
    assert "vanaf 1 januari 2026" in chips.first.inner_text()
    assert page.locator("article.claim").all_inner_texts() == shown


def test_the_kind_of_answer_can_be_corrected(page: "api.Page", address: str) -> None:
    _ask(page, address, "Vlaams Herstelloket")
    assert page.locator("article.claim.latest").count() == 1
    page.get_by_role("combobox", name="Soort antwoord").click()
    page.keyboard.type("wanneer", delay=30)
    page.wait_for_timeout(500)  # the list narrows to what was typed
    page.keyboard.press("Enter")
    page.wait_for_url("**as=when**")
    settled(page)
    assert page.locator("article.claim.latest").count() == 0


def test_what_the_documents_do_not_answer_is_declined_with_the_nearest(page: "api.Page", address: str) -> None:
    _ask(page, address, "Wat kost een vergunning voor een ijssalon op Mars?")
    assert "Geen antwoord in de documenten" in page.locator(".state.declined").inner_text()
    assert page.locator("article.claim").count() == 0


def test_a_mailed_link_opens_the_same_question_filters_and_source(
    page: "api.Page", address: str, chrome: "api.Browser"
) -> None:
    page.goto(f"{address}/?q={quote(_STATUS)}&parliament=vlaams_parlement&from=2024-01-01&lang=en")
    settled(page)
    page.locator("[class*=st-key-cite_] button").first.click()
    page.wait_for_selector(".st-key-source_pane mark")
    settled(page)
    link, shown = page.url, _words(page.locator(".st-key-source_pane mark").first.inner_text())
    other = chrome.new_context(viewport={"width": 1000, "height": 800}).new_page()
    other.goto(link)
    other.wait_for_selector(".st-key-source_pane mark")
    settled(other)
    assert _words(other.locator(".st-key-source_pane mark").first.inner_text()) == shown
    assert other.get_by_role("textbox").first.input_value() == _STATUS
    assert "Flemish Parliament" in other.locator(".voice h2").first.inner_text()
    assert other.locator(".voice h2").count() == 1
    assert "Filters (1 on)" in other.locator(".st-key-filter_row").inner_text()
    other.context.close()


def test_the_language_is_switched_and_kept(page: "api.Page", address: str) -> None:
    _ask(page, address)
    page.get_by_role("radio", name="EN").click()
    page.wait_for_url("**lang=en**")
    page.wait_for_selector("text=Latest known on")
    settled(page)
    assert "Flemish Parliament" in page.locator(".stApp").inner_text()
    assert page.locator("html").get_attribute("lang") == "en"


def test_searching_shows_passages_with_counts(page: "api.Page", address: str) -> None:
    page.goto(f"{address}/search?q=herstelcheque")
    settled(page)
    assert page.locator("article.passage").count() == 10
    assert "herstelcheque" in page.locator("article.passage blockquote mark").first.inner_text().lower()


def test_the_collection_says_what_is_in_and_what_is_not(page: "api.Page", address: str, program: Program) -> None:
    page.goto(f"{address}/collection")
    settled(page)
    status = json.loads(program.run("status", "--json"))
    assert str(status["documents"]) in page.locator("dl.facts").inner_text()
    assert "Wat niet ging" in page.locator(".stApp").inner_text()


def test_nothing_of_a_document_is_markup(page: "api.Page", address: str) -> None:
    page.goto(f"{address}/search?q={quote('proefstation voor zebrapaden in Ternat')}")
    settled(page)
    assert '<script>document.title = "gekaapt"</script>' in page.locator("article.passage").first.inner_text()
    page.locator("[class*=st-key-cite_] button").first.click()
    page.wait_for_selector(".st-key-source_pane .source")
    settled(page)
    pane = page.locator(".st-key-source_pane")
    assert "<img src=x onerror=" in pane.inner_text()
    assert "**Vet**" in pane.inner_text()
    assert pane.locator("img[src=x]").count() == 0
    assert page.title() != "gekaapt"


def test_a_document_removed_under_an_open_answer_is_not_quoted(
    page: "api.Page", address: str, program: Program
) -> None:
    page.goto(f"{address}/search?q=draaiorgelarchief")
    settled(page)
    page.locator("[class*=st-key-cite_] button", has_text="draaiorgelarchief").first.click()
    page.wait_for_selector(".st-key-source_pane mark")
    opened = _parameters(page)["source"][0].partition("@")[0]
    program.run("remove", opened)
    page.reload()
    settled(page)
    assert "zit niet meer in de verzameling" in page.locator(".st-key-source_pane").inner_text()
    assert page.locator(".st-key-source_pane mark").count() == 0
    assert "naar een nieuw gebouw aan de haven" not in page.locator(".stApp").inner_text()


@pytest.mark.parametrize("source", ["folder/bestaat-niet.pdf@1#a1:0-10", "onzin", "folder/x@99999999999"])
def test_a_broken_link_gives_a_designed_state(page: "api.Page", address: str, source: str) -> None:
    page.goto(f"{address}/?q={quote(_STATUS)}&source={quote(source)}&kind=onzin&from=gisteren")
    settled(page)
    assert page.locator("article.claim").count() >= 1
    assert "Traceback" not in page.locator(".stApp").inner_text()


def test_a_narrow_window_needs_no_sideways_scrolling(chrome: "api.Browser", address: str) -> None:
    context = chrome.new_context(viewport={"width": 360, "height": 740})
    narrow = context.new_page()
    narrow.goto(f"{address}/?q={quote(_STATUS)}")
    settled(narrow)
    narrow.locator("[class*=st-key-cite_] button").first.click()
    narrow.wait_for_selector(".st-key-source_pane mark")
    settled(narrow)
    assert narrow.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    pane, answer = narrow.locator(".st-key-source_pane").bounding_box(), narrow.locator(".voice").first.bounding_box()
    assert pane is not None
    assert answer is not None
    assert pane["y"] < answer["y"]
    context.close()


def test_the_keyboard_reaches_a_source(page: "api.Page", address: str) -> None:
    _ask(page, address)
    page.get_by_role("textbox").first.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('[class*=st-key-cite_]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".st-key-source_pane mark")


def test_a_question_goes_along_to_the_search_page(page: "api.Page", address: str) -> None:
    page.goto(f"{address}/?q=herstelcheque&parliament=vlaams_parlement&lang=en")
    settled(page)
    page.get_by_role("link", name="Search").click()
    page.wait_for_url("**/search?**")
    page.wait_for_selector("article.passage")
    settled(page)
    assert page.get_by_role("textbox").first.input_value() == "herstelcheque"
    assert _parameters(page)["parliament"] == ["vlaams_parlement"]
    assert page.get_by_role("button", name="Search").count() == 1


def test_back_opens_what_was_there_before(page: "api.Page", address: str) -> None:
    _ask(page, address)
    page.locator("[class*=st-key-cite_] button").first.click()
    page.wait_for_selector(".st-key-source_pane mark")
    page.go_back()
    page.wait_for_selector(".st-key-source_pane", state="detached")
    settled(page)
    assert page.locator("article.claim").count() >= 1


def test_no_furniture_of_streamlit_is_left(page: "api.Page", address: str) -> None:
    page.goto(address)
    settled(page)
    text = page.locator("body").inner_text()
    assert "Deploy" not in text
    assert "Made with" not in text
    assert page.locator('[data-testid="stMainMenu"]:visible').count() == 0
