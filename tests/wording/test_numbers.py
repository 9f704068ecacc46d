"""A distance is said in the same words by the server and by the browser: one table of cases for both."""

import csv
import json
import shutil
import subprocess

import pytest

from dashboard.frontend.browser import read_source
from dashboard.wording.numbers import UNDER_1_KM, distance
from tests.helpers.paths import ROOT

with (ROOT / "tests" / "data" / "distances.csv").open(encoding="utf-8", newline="") as _file:
    CASES = [(float(case["km"]), case["words"]) for case in csv.DictReader(_file)]

_ASK = """
const [{ kilometres }, cases] = [await import(process.argv[1]), JSON.parse(process.argv[2])];
console.log(JSON.stringify(cases.map((km) => kilometres(km, { moins: process.argv[3] }))));
"""


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("km", "words"), CASES)
def test_a_distance_is_said_as_one_would(km: float, words: str):
    assert plain(distance(km)) == words


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_browser_says_the_same(tmp_path):
    module = tmp_path / "distance.mjs"
    module.write_text(read_source("distance.js"), encoding="utf-8")
    kilometres = json.dumps([km for km, _ in CASES])
    command = ["node", "--input-type=module", "--eval", _ASK, "--", module.as_uri(), kilometres, UNDER_1_KM]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert json.loads(said) == [distance(km) for km, _ in CASES]
