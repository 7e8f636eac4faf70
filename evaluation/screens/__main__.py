"""`python -m evaluation.screens --out DIR`: every state in both languages, light and dark, wide and narrow.

Takes the sample in, in a corpus of its own, and runs `loket up` on it. `--only NAME` (may be repeated) picks states;
`--quick` takes Dutch, light and wide only. A state that does not come is reported, and the exit code is then 1.
"""

import argparse
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.screens.browser import browser, chromium, settled
from evaluation.screens.serving import Program, screens, settings_for
from evaluation.screens.states import STATES, State

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_WIDTHS = {"wide": (1280, 900), "narrow": (390, 844)}


def _picture(opened: "Browser", address: str, state: State, language: str, scheme: str, width: str, out: Path) -> str:
    """Take one picture; why it failed, "" where it did not."""
    from playwright.sync_api import Error

    across, down = _WIDTHS[width]
    context = opened.new_context(
        viewport={"width": across, "height": down}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    try:
        page.goto(address + state.path(language))
        settled(page)
        if state.act is not None:
            state.act(page)
            settled(page)
        page.wait_for_timeout(500)
        page.screenshot(path=out / f"{state.name}-{language}-{scheme}-{width}.png")
        return ""
    except Error as error:
        return str(error).splitlines()[0]
    finally:
        context.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.screens", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", action="append", choices=[state.name for state in STATES], default=[])
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    path = chromium()
    if path is None:
        sys.stderr.write("No Chromium here: apt-get install chromium, or name one in LOKET_CHROMIUM.\n")
        return 3
    given.out.mkdir(parents=True, exist_ok=True)
    states = [state for state in STATES if not given.only or state.name in given.only]
    ways = [("nl", "light", "wide")] if given.quick else list(product(("nl", "en"), ("light", "dark"), _WIDTHS))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder) / "corpus", settings_for(Path(folder)))
        with screens(program) as address, browser(path) as opened:
            for state, (language, scheme, width) in product(states, ways):
                why = _picture(opened, address, state, language, scheme, width, given.out)
                if why:
                    failed += 1
                    sys.stderr.write(f"{state.name} {language} {scheme} {width}: {why}\n")
    taken = len(states) * len(ways) - failed
    sys.stdout.write(f"{taken} pictures in {given.out}\n")
    return 1 if failed else 0


sys.exit(main())
