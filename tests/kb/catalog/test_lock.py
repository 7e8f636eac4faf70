"""One writer per corpus."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kb.catalog.lock import WriterLock
from kb.errors import CatalogError, LockedError

HOLD = """
import sys, time
from pathlib import Path
from kb.catalog.lock import WriterLock
WriterLock(Path(sys.argv[1]), 'loket add rapporten').acquire()
print('held', flush=True)
time.sleep(60)
"""


def test_a_second_writer_is_told_who_writes_and_gets_in_when_it_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockedError) as refused:
            WriterLock(tmp_path).acquire()
        assert f"`loket add rapporten` (process {holder.pid}, since 20" in refused.value.message
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        with WriterLock(tmp_path):
            pass


def test_a_released_lock_is_free_and_names_nobody(tmp_path: Path) -> None:
    for _ in range(2):
        with WriterLock(tmp_path, "loket index"), pytest.raises(LockedError, match="loket index"):
            WriterLock(tmp_path).acquire()
        assert (tmp_path / "writer.lock").read_text() == ""


def test_the_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), WriterLock(tmp_path):
        raise ZeroDivisionError
    with WriterLock(tmp_path):
        pass


def test_a_started_program_does_not_keep_the_lock(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    lock.acquire()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False) as child:
        lock.release()
        with WriterLock(tmp_path):
            pass
        child.kill()


def test_a_directory_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CatalogError, match="cannot be written to"):
        WriterLock(tmp_path / "file" / "corpus").acquire()
