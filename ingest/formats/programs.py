"""Running another program on a file: in a directory of its own, with a time limit."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.errors import InputError


def convert(data: bytes, program: str, arguments: tuple[str, ...], result: str, seconds: int) -> bytes:
    """Run ``program`` on the bytes and give what it wrote to the file ``result`` in the same directory.

    ``arguments`` may hold "{in}" (the file with ``data``) and "{dir}". Raises InputError where it fails.
    """
    found = shutil.which(program)
    if found is None:
        raise InputError(f"{program} is not installed.", f"Install {program} and try again.")
    with TemporaryDirectory(prefix="loket-") as directory:
        source = Path(directory) / "source"
        source.write_bytes(data)
        filled = [part.replace("{in}", str(source)).replace("{dir}", directory) for part in arguments]
        try:
            done = subprocess.run([found, *filled], cwd=directory, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired as error:
            raise InputError(f"{program} took longer than {seconds} seconds.", "Convert the file by hand.") from error
        except OSError as error:
            raise InputError(f"{program} could not be started.", "Check its installation.") from error
        written = Path(directory) / result
        if done.returncode != 0 or not written.is_file():
            raise InputError(f"{program} could not convert the file.", "Convert it by hand and add the result.")
        return written.read_bytes()
