"""Environments beside ours, for other people's programs whose versions would not stand with our own."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

from uv import find_uv_bin

from tests.helpers.paths import ROOT


def side_python(name: str, requirements: Path, *options: str) -> Path:
    """The Python of `.venv-<name>`, made at the first use and again when its requirements have changed.

    Tests that run side by side wait for the first one to make it.
    """
    folder, wanted = ROOT / f".venv-{name}", requirements.read_bytes()
    python, stamp = folder / "bin" / "python", folder / "requirements.txt"
    with _one_at_a_time(ROOT / f".venv-{name}.lock"):
        if not stamp.exists() or stamp.read_bytes() != wanted:
            _uv("venv", "--clear", "--python", sys.executable, folder)
            _uv("pip", "install", "--python", python, *options, "-r", requirements)
            stamp.write_bytes(wanted)
    return python


def _uv(*arguments: str | Path) -> None:
    variables = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    subprocess.run([find_uv_bin(), *arguments, "--quiet"], env=variables, check=True, stderr=PIPE)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Hold this file alone; the system lets go of it if the process dies."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
