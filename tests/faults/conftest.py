"""The real engine over three communes and a few streets, and a proxy before it."""

from collections.abc import Iterator

import pytest

from dashboard.core.geocoding import Candidate, Precision
from tests.addok.engine import addok_server, commune_documents, street_document
from tests.faults.fault_proxy import FaultProxy, fault_proxy

ROMANS = Candidate("26281", "26281", "Romans-sur-Isère", "26", Precision.COMMUNE, 33464, 5.0517, 45.0453)
VALENCE = Candidate("26362", "26362", "Valence", "26", Precision.COMMUNE, 64483, 4.8924, 44.9333)


@pytest.fixture(scope="session")
def engine() -> Iterator[str]:
    """Address of the engine."""
    communes = {
        "insee_code": ["26281", "26362", "69123", "69383"],
        "name": ["Romans-sur-Isère", "Valence", "Lyon", "Lyon 3e Arrondissement"],
        "kind": ["commune", "commune", "commune", "arrondissement"],
        "parent_code": ["", "", "", "69123"],
        "departement_code": ["26", "26", "69", "69"],
        "population": [33464, 64483, 520774, 100000],
        "postcodes": [["26100"], ["26000"], ["69001", "69003"], ["69003"]],
        "lon": [5.0517, 4.8924, 4.8357, 4.8520],
        "lat": [45.0453, 44.9333, 45.7640, 45.7600],
    }
    romans = {"city": "Romans-sur-Isère", "citycode": "26281", "postcode": "26100"}
    valence = {"city": "Valence", "citycode": "26362", "postcode": "26000"}
    streets = [
        street_document("Rue Jacquemart", lon=5.0530, lat=45.0440, **romans),
        street_document("Avenue Gambetta", lon=5.0480, lat=45.0430, **romans),
        street_document("Rue du Tortorel", lon=5.0300, lat=45.0500, **romans),
        street_document("Rue Victor Hugo", lon=4.8930, lat=44.9330, **valence),
        street_document(
            "Rue Paul Bert", city="Lyon 3e Arrondissement", citycode="69383", postcode="69003", lon=4.852, lat=45.758
        ),
    ]
    with addok_server([*commune_documents(communes, {"26": "Drôme", "69": "Rhône"}), *streets]) as address:
        yield address


@pytest.fixture
def proxy(engine: str) -> Iterator[FaultProxy]:
    """A proxy to the engine, without any fault planned."""
    with fault_proxy(engine) as between:
        yield between
