"""A catalogue built in a process of its own: there afterwards, made once, and no failure of it stops anybody."""

from pathlib import Path

from dashboard.core.intake.store import build_apart, is_stored
from tests.helpers.paths import DATA, REFERENCE

FILES = [DATA / "projets.csv"]


def test_the_catalogue_is_in_the_store_afterwards_and_is_not_made_twice(tmp_path: Path):
    assert not is_stored(FILES, reference=REFERENCE, store=tmp_path)
    build_apart(FILES, reference=REFERENCE, store=tmp_path)
    assert is_stored(FILES, reference=REFERENCE, store=tmp_path)
    (first,) = tmp_path.iterdir()
    made_at = first.stat().st_mtime_ns
    build_apart(FILES, reference=REFERENCE, store=tmp_path)
    assert [path.stat().st_mtime_ns for path in tmp_path.iterdir()] == [made_at]


def test_what_cannot_be_built_is_left_to_whoever_opens_the_catalogue(tmp_path: Path):
    broken = tmp_path / "poles.csv"
    broken.write_bytes(b"\x00\x01")
    build_apart([broken], reference=REFERENCE, store=tmp_path / "store")
    build_apart([tmp_path / "absent.csv"], reference=REFERENCE, store=tmp_path / "store")
    assert not is_stored([broken], reference=REFERENCE, store=tmp_path / "store")
