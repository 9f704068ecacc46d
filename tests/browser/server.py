"""The real command, `streamlit run dashboard/app.py`, on a free port of this machine."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.helpers.paths import ROOT

READY_WITHIN_S = 120
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is Chromium without its windows: the same pages for a quarter less of the processor."""


class ServerFailed(Exception):
    """The command stopped, or is not ready in time; the message holds what it printed."""


def find_browser() -> str:
    """Path of the browser; FileNotFoundError says how to get one."""
    for name in _BROWSERS:
        if path := shutil.which(name):
            return path
    raise FileNotFoundError(
        "no Chromium: `make test` installs it as root, else `sudo apt-get install chromium-headless-shell`"
    )


def free_port() -> int:
    """A port that nothing listens to now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_dashboard(
    environment: Mapping[str, str] | None = None, *, folder: str = "", wait_for: int = 200
) -> Iterator[str]:
    """Address of a dashboard started by the real command, ready (`/pret` answers `wait_for`); stopped at the end.

    `folder`: where the site lives on its host, "" or "/folder". Its cache is new unless the environment names one.
    """
    with running_script("dashboard/app.py", environment, folder=folder) as (url, process):
        wait_until_ready(f"{url}/pret", process, wait_for)
        yield url


@contextmanager
def running_elsewhere(start: str, folder: Path) -> Iterator[str]:
    """Address of a dashboard started from another folder, by `streamlit run` or by `uvicorn`."""
    port = str(free_port())
    command = {
        "streamlit run": ["streamlit", "run", str(ROOT / "dashboard" / "app.py"), "--server.port", port],
        "uvicorn": ["uvicorn", "dashboard.app:app", "--port", port, "--app-dir", str(ROOT)],
    }[start]
    with _running([sys.executable, "-m", *command], folder, {"PTCE_CACHE": str(folder / "cache")}) as process:
        url = f"http://127.0.0.1:{port}"
        wait_until_ready(f"{url}/pret", process)
        yield url


@contextmanager
def running_script(
    script: str, environment: Mapping[str, str] | None = None, *, folder: str = ""
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Address and process of `streamlit run script`, from its start on; what it printed is in a ServerFailed."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.baseUrlPath", folder]
    with tempfile.TemporaryDirectory() as scratch:
        variables = {"PTCE_CACHE": str(Path(scratch) / "cache"), **(environment or {})}
        with _running(command, ROOT, variables) as process:
            yield f"http://127.0.0.1:{port}{folder}", process


@contextmanager
def _running(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **variables}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield process
        except ServerFailed as failure:
            log.seek(0)
            raise ServerFailed(f"{failure}\n{log.read().decode(errors='replace')}") from None
        finally:
            process.terminate()
            process.wait(timeout=20)


def read_status(url: str) -> tuple[int, bytes]:
    """Status and body of an answer; (0, b"") while nothing listens."""
    try:
        with urlopen(url, timeout=30) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.read()
    except (URLError, ConnectionError):
        return 0, b""


def wait_until_ready(url: str, process: subprocess.Popen[bytes], wanted: int = 200) -> None:
    """Return when `url` (a `/pret`) answers `wanted`; ServerFailed when it will not."""
    pause = Event()
    for _ in range(READY_WITHIN_S * 5):
        if process.poll() is not None:
            raise ServerFailed(f"the command stopped with {process.returncode}")
        status, body = read_status(url)
        starting = status == 503 and "démarre" in " ".join(json.loads(body)["manque"])
        if status == wanted and not starting:
            return
        if status and not starting:
            raise ServerFailed(f"{url} answered {status}: {body.decode()}")
        pause.wait(0.2)
    raise ServerFailed(f"{url} is not ready after {READY_WITHIN_S} s")
