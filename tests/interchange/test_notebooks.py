"""The notebooks run from their first cell to their last without a network, and their kept outputs are those of now."""

import os
import re
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest

from tests.helpers.paths import ROOT

NOTEBOOKS = ROOT / "notebooks"
LARGEST_BYTES = 100_000
LONGEST_HTML = 20_000
NO_NETWORK = """
import socket

_connect = socket.socket.connect


def _refused(self, address):
    if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise AssertionError(f"a notebook tried to reach {address}")
    return _connect(self, address)


socket.socket.connect = _refused
"""


def executed(path: Path, guard: Path, monkeypatch: pytest.MonkeyPatch) -> nbformat.NotebookNode:
    """The notebook run afresh in its folder; CellExecutionError if a cell fails."""
    (guard / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(guard), str(ROOT)]))
    monkeypatch.setenv("IPYTHONDIR", str(guard))
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    return tidied(notebook)


def tidied(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Without the times, the longest HTML (a whole map) and the catalogue's hash, which our own code changes."""
    for cell in notebook.cells:
        cell.metadata = nbformat.NotebookNode()
        for output in cell.get("outputs", ()):
            if len(output.get("data", {}).get("text/html", "")) > LONGEST_HTML:
                del output["data"]["text/html"]
            if "text" in output:
                output["text"] = re.sub(r"catalogue [0-9a-f]{12}", "catalogue …", output["text"])
            if "text/plain" in output.get("data", {}):
                output["data"]["text/plain"] = re.sub(r" at 0x[0-9a-f]+", "", output["data"]["text/plain"])
    return notebook


def said(notebook: nbformat.NotebookNode) -> list[object]:
    """What each cell holds and shows."""
    return [(cell.source, cell.get("outputs", [])) for cell in notebook.cells]


@pytest.mark.loopback
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_runs_and_its_kept_outputs_are_those_of_now(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
):
    fresh = executed(path, tmp_path, monkeypatch)
    if request.config.getoption("--update-golden"):
        path.write_text(nbformat.writes(fresh, indent=1) + "\n", encoding="utf-8")
    kept = nbformat.read(path, as_version=4)
    assert said(fresh) == said(kept)
    assert path.stat().st_size < LARGEST_BYTES
