"""The store of the catalogue: whole or absent, rebuilt when damaged, never in the way."""

import os
from pathlib import Path

import geopandas as gpd
import geopandas.testing
import pytest

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.intake.store import load, open_catalogue, save
from dashboard.errors import CatalogueMissing
from tests.helpers.gazetteers import GAZETTEER, GEOCODER
from tests.helpers.paths import REFERENCE

POLES = "id;nom;code insee;secteurs;année;budget\na;Pôle « A »;26281;numerique;2012;1\nb;B;;;;\nc;;;;;\nd;D;26281;;;\n"


class CountedLoading:
    """What reads the geography, and how many times it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return GAZETTEER, GEOCODER


@pytest.fixture
def poles(tmp_path: Path) -> Path:
    path = tmp_path / "poles.csv"
    path.write_text(POLES, encoding="utf-8")
    return path


def opened(poles: Path, loading: CountedLoading | None = None) -> Catalogue:
    return open_catalogue(
        [poles], reference=REFERENCE, store=poles.parent / "store", load_places=loading or CountedLoading()
    )


def stored(poles: Path) -> Path:
    (path,) = (poles.parent / "store").iterdir()
    return path


def test_what_is_stored_is_read_back_identical(poles: Path):
    loading = CountedLoading()
    built, again = opened(poles, loading), opened(poles, loading)
    assert loading.asked == 1
    geopandas.testing.assert_geodataframe_equal(built.rows, again.rows)
    assert (again.sources, again.accounting, again.content_hash) == (
        built.sources,
        built.accounting,
        built.content_hash,
    )
    assert again.rows.at["a", "secteurs"] == ("numerique",)


def test_the_stored_file_is_a_geoparquet_that_others_can_open(poles: Path):
    opened(poles)
    rows = gpd.read_parquet(stored(poles))
    assert (rows.crs.to_epsg(), rows.loc["a", "nom"], rows.loc["a", "geometry"].geom_type) == (
        4326,
        "Pôle « A »",
        "Point",
    )


@pytest.mark.parametrize("where", [0.0, 0.3, 0.6, 0.999])
def test_a_damaged_store_is_built_again(poles: Path, where: float):
    opened(poles)
    path = stored(poles)
    content = bytearray(path.read_bytes())
    content[int(len(content) * where)] ^= 0xFF
    path.write_bytes(bytes(content))
    loading = CountedLoading()
    assert opened(poles, loading).accounting.rows_in == 4
    assert loading.asked == 1


def test_a_truncated_store_is_built_again(poles: Path):
    opened(poles)
    path = stored(poles)
    path.write_bytes(path.read_bytes()[:100])
    loading = CountedLoading()
    opened(poles, loading)
    assert loading.asked == 1


def test_a_changed_file_is_built_again(poles: Path):
    first = opened(poles)
    poles.write_text(POLES + "e;E;26281;;;\n", encoding="utf-8")
    second = opened(poles)
    assert (len(first.rows), len(second.rows)) == (3, 4)
    assert first.content_hash != second.content_hash


def test_a_store_that_cannot_be_written_only_costs_time(poles: Path):
    blocked = poles.parent / "store"
    blocked.write_text("a file, not a folder")
    assert opened(poles).accounting.rows_in == 4
    assert save(opened(poles), blocked) is False


def test_a_store_keeps_the_latest_catalogues_only(poles: Path):
    for rank in range(7):
        poles.write_text(POLES.replace("2012", str(2010 + rank)), encoding="utf-8")
        opened(poles)
        for number, path in enumerate(sorted((poles.parent / "store").iterdir(), key=lambda p: p.stat().st_mtime)):
            os.utime(path, (number, number))
    assert len(list((poles.parent / "store").iterdir())) == 5
    assert load(poles.parent / "store", opened(poles).content_hash) is not None


def test_no_draft_is_left_behind(poles: Path):
    opened(poles)
    assert stored(poles).suffix == ".parquet"


def test_a_missing_file_says_its_name(tmp_path: Path):
    with pytest.raises(CatalogueMissing) as refusal:
        open_catalogue([tmp_path / "absent.csv"], reference=REFERENCE, store=None, load_places=CountedLoading())
    assert (refusal.value.code, refusal.value.detail) == ("missing_data", "absent.csv")
