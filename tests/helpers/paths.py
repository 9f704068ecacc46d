"""Where the project's files are, however deep the test that asks."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
REFERENCE = Path(os.environ.get("PTCE_TEST_REFERENCE", DATA / "reference"))
TESTS = ROOT / "tests"
