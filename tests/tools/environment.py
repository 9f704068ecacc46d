"""An environment of their own for other people's readers, whose versions would not stand beside ours.

It is made at the first use (`.venv-tools`), from requirements.txt beside this file.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path
from subprocess import PIPE

from tests.helpers.paths import ROOT

_HERE = Path(__file__).parent
_ENVIRONMENT = ROOT / ".venv-tools"


def run_tool(script: str, *arguments: str | Path) -> bytes:
    """What a script of this folder prints, run by the environment's Python; CalledProcessError says what it printed."""
    command = [_python(), _HERE / script, *arguments]
    variables = {**os.environ, "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, env=variables, capture_output=True, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, script, done.stdout, done.stderr.decode())
    return done.stdout


def _python() -> Path:
    python = _ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    requirements = (_HERE / "requirements.txt").read_bytes()
    stamp = _ENVIRONMENT / "requirements.txt"
    if not stamp.exists() or stamp.read_bytes() != requirements:
        venv.create(_ENVIRONMENT, with_pip=True, clear=True)
        install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
        subprocess.run([*install, "--only-binary", ":all:", "-r", _HERE / "requirements.txt"], check=True, stderr=PIPE)
        stamp.write_bytes(requirements)
    return python
