"""The progress bar."""

import io

from ui.cli.progress import Progress
from ui.messages.sentence import Language


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _work(stream: io.StringIO, seconds_each: float) -> str:
    clock = _Clock()
    with Progress(Language.NL, "inlezen", stream, clock) as progress:
        for done in range(1, 11):
            clock.now += seconds_each
            progress(done, 10, f"bestand\x1b {done}.pdf")
    return stream.getvalue()


def test_work_over_a_second_shows_a_bar_and_clears_it() -> None:
    written = _work(_Terminal(), 1.0)
    assert "5/10, 1.0/s, nog 5 s" in written
    assert "bestand\ufffd 5.pdf" in written
    assert written.endswith("\r\x1b[2K")


def test_short_work_shows_nothing() -> None:
    assert _work(_Terminal(), 0.05) == ""


def test_where_there_is_no_terminal_nothing_is_written() -> None:
    assert _work(io.StringIO(), 1.0) == ""


def test_the_bar_is_not_drawn_more_than_ten_times_a_second() -> None:
    stream, clock = _Terminal(), _Clock()
    with Progress(Language.EN, "reading", stream, clock) as progress:
        clock.now = 2.0
        for done in range(1, 1000):
            clock.now += 0.001
            progress(done, 1000)
    assert stream.getvalue().count("reading") <= 12


def test_work_of_unknown_length_shows_its_count_and_rate() -> None:
    stream, clock = _Terminal(), _Clock()
    with Progress(Language.NL, "verzamelen", stream, clock) as progress:
        clock.now = 4.0
        progress(240, 0)
    assert "verzamelen 240, 60/s" in stream.getvalue()
