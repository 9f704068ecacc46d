"""Other people's readers of what we write, run in an environment of their own (`.venv-tools`, made at first use)."""

import os
import subprocess
from pathlib import Path

from tests.helpers.side_environment import side_python

_HERE = Path(__file__).parent


def run_tool(script: str, *arguments: str | Path) -> bytes:
    """What a script of this folder prints, run by the environment's Python; CalledProcessError says what it printed."""
    python = side_python("tools", _HERE / "requirements.txt", "--require-hashes", "--only-binary", ":all:")
    variables = {**os.environ, "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run([python, _HERE / script, *arguments], env=variables, capture_output=True, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, script, done.stdout, done.stderr.decode())
    return done.stdout
