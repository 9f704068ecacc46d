"""The poles that are on the map, as places to go to: each with the frame of what is known of its place."""

from collections.abc import Iterator

from dashboard.domain.catalogue import Catalogue
from dashboard.domain.destination import PolePlace
from dashboard.domain.territory import Gazetteer
from dashboard.domain.territory_records import Bounds


def pole_places(catalogue: Catalogue, gazetteer: Gazetteer) -> Iterator[PolePlace]:
    """Those that have a point, in the catalogue's order; the frame is a point, or that of the territory alone known."""
    columns = ("nom", "commune", "departement", "region", "precision", "epci_code", "code_departement", "code_region")
    rows = catalogue.rows
    cells = zip(rows.index, rows.geometry, *(rows[name] for name in columns), strict=True)
    for pole_id, point, name, commune, departement, region, precision, *codes in cells:
        if point is None or point.is_empty:
            continue
        place = f"{commune} ({departement})" if commune and departement else commune or departement or region
        lonlat = (point.x, point.y)
        yield PolePlace(str(pole_id), name, place, lonlat, _frame(precision, codes, gazetteer) or (*lonlat, *lonlat))


def _frame(precision: str, codes: list[str], gazetteer: Gazetteer) -> Bounds | None:
    epci_code, departement_code, region_code = codes
    area = {
        "epci": gazetteer.epci(epci_code),
        "departement": gazetteer.departement(departement_code),
        "region": gazetteer.region(region_code),
    }.get(precision)
    return area.bounds if area is not None else None
