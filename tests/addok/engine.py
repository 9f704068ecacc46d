"""A real addok server, the engine of the national service, over our reference geography and a few streets.

Needs redis-server (Debian). The national versions of addok (requirements.txt beside this file) live in an environment
of their own, made at the first use: addok's pytest plugin would otherwise take over every test of the project.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import log
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.helpers.side_environment import side_python

_CONFIG = """
EXTRA_FIELDS = [{"key": "citycode"}]
FILTERS = ["type", "postcode", "citycode"]
BATCH_WORKERS = 1
ATTRIBUTION = "test"
"""
_PARIS = 2_100_000


@contextmanager
def addok_server(documents: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The address (http://127.0.0.1:port) of a server that knows these documents; it stops when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="addok"))
    processes: list[subprocess.Popen[bytes]] = []
    port = _free_port()
    environment = {
        **os.environ,
        "REDIS_SOCKET": str(folder / "redis.sock"),
        "ADDOK_CONFIG_MODULE": str(folder / "addok.conf"),
        "ADDOK_LOG_DIR": str(folder),
        "PYTHONWARNINGS": "ignore",
    }
    (folder / "addok.conf").write_text(_CONFIG)
    with (folder / "documents.ndjson").open("w") as file:
        file.writelines(json.dumps(document) + "\n" for document in documents)
    try:
        redis = [_program("redis-server"), "--port", "0", "--unixsocket", environment["REDIS_SOCKET"], "--save", ""]
        processes.append(_started([*redis, "--dir", str(folder)], folder, environment))
        _until(lambda: Path(environment["REDIS_SOCKET"]).exists())
        python = side_python("addok", Path(__file__).with_name("requirements.txt"))
        for command in (["batch", str(folder / "documents.ndjson")], ["ngrams"]):
            subprocess.run(
                [python.with_name("addok"), *command], env=environment, check=True, capture_output=True, cwd=folder
            )
        gunicorn = [str(python), "-m", "gunicorn", "addok.http.wsgi", "-b", f"127.0.0.1:{port}", "--timeout", "120"]
        processes.append(_started(gunicorn, folder, environment))
        _until(lambda: _answers(f"http://127.0.0.1:{port}/health"))
        yield f"http://127.0.0.1:{port}"
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def commune_documents(communes: Mapping[str, list[Any]], departements: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """One document per commune, arrondissement and delegated commune, as the national index has them."""
    columns = ("insee_code", "name", "kind", "parent_code", "departement_code", "population", "postcodes", "lon", "lat")
    rows = list(zip(*(communes[name] for name in columns), strict=True))
    postcodes = {code: codes for code, _, kind, _, _, _, codes, _, _ in rows if kind == "commune"}
    for code, name, kind, parent, departement, population, codes, lon, lat in rows:
        served = list(codes) or list(postcodes.get(parent, ()))
        yield {
            "_id": f"{code}-{kind}",
            "id": code,
            "type": "municipality",
            "name": name,
            "city": name,
            "citycode": code if kind in ("commune", "arrondissement") else parent,
            "postcode": served,
            "context": f"{departement}, {departements.get(departement, '')}",
            "importance": log(max(population, 1)) / log(_PARIS),
            "lon": lon or 0.0,
            "lat": lat or 0.0,
        }


def street_document(name: str, *, city: str, citycode: str, postcode: str, lon: float, lat: float) -> dict[str, Any]:
    """A street with the house numbers 1 to 20, each ten metres north of the one before."""
    return {
        "_id": f"{citycode}-{name}",
        "id": f"{citycode}_{abs(hash(name)) % 9999:04d}",
        "type": "street",
        "name": name,
        "city": city,
        "citycode": citycode,
        "postcode": postcode,
        "context": city,
        "importance": 0.5,
        "lon": lon,
        "lat": lat,
        "housenumbers": {str(n): {"lat": lat + n * 0.0001, "lon": lon, "id": f"{citycode}_{n}"} for n in range(1, 21)},
    }


def _started(command: list[str], folder: Path, environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    with (folder / "log").open("ab") as log_file:
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=log_file, stderr=log_file)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise RuntimeError(f"{name} is needed by these tests (Debian package {name})")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=1) as response:
            return response.status == 200
    except OSError:
        return False


def _until(is_ready: Any, *, within_s: float = 60.0) -> None:
    ends_at = time.monotonic() + within_s
    while not is_ready():
        if time.monotonic() > ends_at:
            raise RuntimeError("the engine did not start")
        time.sleep(0.05)
