"""`loket up`: a ready system. The sample where the corpus is empty, the index in line, the screens open."""

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from kb.errors import InputError
from ui.cli.arguments import Parser
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.fetched_text import write_fetched
from ui.cli.progress import Progress
from ui.cli.reports import write_indexed, write_taken_in
from ui.cli.wrong_use import WrongUse
from ui.messages import collecting, commands
from ui.messages.sentence import Language

if TYPE_CHECKING:
    from kb.settings import Settings

_DOSSIER_SECONDS = 20


def arguments(parser: Parser) -> None:
    parser.add_argument("--port", metavar="N", type=_port(parser.language), help=parser.say(commands.HELP_PORT))
    parser.add_argument("--no-browser", "--headless", action="store_true", help=parser.say(commands.HELP_NO_BROWSER))
    parser.add_argument("--check", action="store_true", help=parser.say(commands.HELP_CHECK))


def execute(given: argparse.Namespace, context: Context) -> Exit:
    settings = context.settings()
    port = given.port or settings.ui.port
    if not given.check:
        _check_port(settings.ui.address, port, context)
    code = _prepare(settings, context)
    if given.check:
        context.terminal.line(context.say(commands.READY))
        return code
    return _serve(settings, port, context, browser=not given.no_browser)


def _prepare(settings: "Settings", context: Context) -> Exit:
    """Documents there, index in line."""
    from kb.catalog.catalog import Catalog
    from ui.build import add_paths, bring_index_in_line, open_knowledge_base

    documents = 0
    if Catalog.exists(settings.corpus_path):
        with closing(open_knowledge_base(settings)) as knowledge:
            documents = knowledge.status().statistics.documents
    failed = False
    if not documents:
        documents = _take_dossier(settings, context)
    if not documents:
        sample = settings.sample_path
        if not sample.is_dir():
            raise InputError(context.say(commands.NO_SAMPLE, path=sample), context.say(commands.CORPUS_EMPTY_ADVICE))
        context.terminal.line(context.say(commands.SAMPLE_TAKEN))
        with Progress(context.language, context.say(commands.DOING_ADD)) as progress:
            report = add_paths(settings, [sample], progress)
        write_taken_in(report.taken_in, context)
        failed = report.taken_in.failed > 0
    with Progress(context.language, context.say(commands.DOING_INDEX)) as progress:
        index = bring_index_in_line(settings, False, progress)
    write_indexed(index, context)
    context.terminal.out.flush()
    return Exit.PROBLEMS if failed or index.problems else Exit.DONE


def _take_dossier(settings: "Settings", context: Context) -> int:
    """Real documents first, where the parliaments can be reached and give them quickly; how many were taken."""
    from ingest.collecting.order import Order
    from ui.collecting import Hurry, dossier_wanted, fetch, is_offline_wanted, reachable

    path = settings.dossier_path
    if is_offline_wanted() or not path.is_file():
        return 0
    if not reachable(settings):
        context.terminal.line(context.say(collecting.DOSSIER_NOT_TAKEN))
        return 0
    said = context.say(collecting.TRYING_DOSSIER, title=path.stem, seconds=_DOSSIER_SECONDS)
    context.terminal.line(said)
    context.terminal.out.flush()

    def progress(source: str) -> Progress:
        return Progress(context.language, context.say(collecting.DOING, source=source))

    report = fetch(settings, dossier_wanted(path), Order(), progress, Hurry(_DOSSIER_SECONDS))
    taken = sum(one.run.new for one in report.sources)
    if taken:
        context.terminal.line(context.count(collecting.DOSSIER_TAKEN, taken))
        for one in report.sources:
            write_fetched(one, context)
    return taken


def _serve(settings: "Settings", port: int, context: Context, *, browser: bool) -> Exit:
    """Run the screens until they are stopped. They read the same corpus and settings as this command."""
    from kb.settings import PROJECT_ROOT

    address = settings.ui.address
    context.terminal.line(context.say(commands.SCREENS_AT, address=f"http://{address}:{port}"))
    context.terminal.out.flush()
    environment = {**os.environ, "LOKET_CORPUS": str(settings.corpus_path)}
    if context.config is not None:
        environment["LOKET_CONFIG"] = str(context.config.resolve())
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(PROJECT_ROOT / "ui" / "screens" / "app.py")),
        *("--server.port", str(port), "--server.address", address),
        *("--server.headless", "false" if browser else "true"),
    ]
    # In the project's directory Streamlit finds our theme and settings.
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped by a service manager: as by Ctrl-C
    with subprocess.Popen(command, cwd=PROJECT_ROOT, env=environment, stdout=subprocess.DEVNULL) as screens:
        try:
            code = screens.wait()
        except KeyboardInterrupt:
            _stop(screens)
            return Exit.DONE
    if code:
        sys.stderr.write(f"loket: {context.say(commands.SCREENS_FAILED, code=code)}\n")
        return Exit.FAILED
    return Exit.DONE


def _stop(screens: "subprocess.Popen[bytes]") -> None:
    """Ctrl-C reached the screens too, a signal to us alone did not."""
    screens.terminate()
    try:
        screens.wait(5)
    except subprocess.TimeoutExpired:
        screens.kill()


def _check_port(address: str, port: int, context: Context) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            message = context.say(commands.PORT_TAKEN, port=port)
            raise InputError(message, context.say(commands.PORT_ADVICE)) from error


def _port(language: Language) -> Callable[[str], int]:
    def read(given: str) -> int:
        if not given.isdecimal() or not 1 <= int(given) <= 65535:
            raise WrongUse(commands.NOT_A_PORT.to(language, given=given))
        return int(given)

    return read
