"""Makes data/reference/ from registry packages: python -m dashboard.reference [--packages FOLDER] [--output FOLDER]."""

import argparse
import tempfile
from pathlib import Path

from dashboard.reference import foreign_towns
from dashboard.reference.commune_borders import write_commune_borders
from dashboard.reference.commune_limits import write_commune_limits
from dashboard.reference.files import write_tables
from dashboard.reference.mapshaper_tool import install
from dashboard.reference.packages import PACKAGES, TOWNS, fetch
from dashboard.reference.readme import write_readme
from dashboard.reference.topology import draw_contours
from dashboard.reference.usual_names import write_usual_names

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"


def main() -> None:
    """Download what is missing, check it, and write every file; the same bytes each time."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.reference", description=__doc__)
    parser.add_argument("--packages", type=Path, help="where the packages are kept between runs (default: nowhere)")
    parser.add_argument("--output", type=Path, default=REFERENCE)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        kept = options.packages or Path(temporary)
        kept.mkdir(parents=True, exist_ok=True)
        options.output.mkdir(parents=True, exist_ok=True)
        packages = {package.filename: fetch(package, kept) for package in PACKAGES}
        geography = write_tables(packages, options.output)
        work = Path(temporary) / "work"
        work.mkdir()
        draw_contours(geography, install(kept / "mapshaper"), work, options.output)
        write_commune_borders(
            options.output / "communes_contours.parquet", options.output / "communes_voisines.parquet"
        )
        write_commune_limits(geography.contours, options.output / "communes_limites.parquet")
        foreign_towns.main(packages[TOWNS.filename], options.output)
        write_usual_names(packages, options.output)
        write_readme(options.output)


if __name__ == "__main__":
    main()
