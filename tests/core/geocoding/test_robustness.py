"""Whatever is written, each row has one verdict, the same each time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.core.geocoding import Geocoder, Row, Status

WORDS = st.sampled_from(
    [
        "saint",
        "romans",
        "sur",
        "isère",
        "paris",
        "lyon",
        "3e",
        "(26)",
        "26100",
        "cedex",
        "france",
        "la",
        ",",
        "-",
        "/",
        "bp",
        "12",
        "suisse",
        "drôme",
    ]
)
TEXTS = st.text(max_size=60) | st.lists(WORDS, max_size=7).map(" ".join)
ROWS = st.builds(Row, TEXTS, st.text(max_size=8) | st.sampled_from(["26100", "75013", "1004"]), st.text(max_size=4))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ROWS, max_size=5))
def test_any_rows_have_one_verdict_each(geocoder: Geocoder, rows: list[Row]) -> None:
    verdicts = geocoder.locate_many(rows)
    alone = [geocoder.locate(row.query, postcode=row.postcode, departement_code=row.departement_code) for row in rows]
    assert verdicts == alone
    for verdict in verdicts:
        assert (verdict.place is not None) == (verdict.status is Status.OK)
        populations = [candidate.population for candidate in verdict.candidates]
        assert populations == sorted(populations, reverse=True)
        assert 0 <= verdict.confidence <= 1
