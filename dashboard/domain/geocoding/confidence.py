"""How often each stage is right, measured on the development set and published by `make bench`."""

_SHARES = {
    "arrondissement": 0.991,
    "article": 0.970,
    "article_in_departement": 0.667,
    "name": 0.999,
    "name_in_cedex": 0.993,
    "name_in_departement": 0.998,
    "name_in_postcode": 0.999,
    "post_town": 0.667,
    "short_form_in_departement": 0.994,
    "short_form_in_postcode": 0.988,
    "slip": 0.998,
    "slip_in_departement": 0.900,
    "slip_in_postcode": 0.998,
}
"""Name of the stage → share of right answers among those that it accepted, held back when few were seen (Laplace)."""

_UNMEASURED = 0.5
"""Of a stage that the development set never reaches: nothing is known."""


def confidence_of(method: str) -> float:
    """Share of right answers of the stage of that name, between 0 and 1."""
    return _SHARES.get(method, _UNMEASURED)


MEASURED_METHODS = tuple(_SHARES)
"""Names of the stages that the development set reaches."""
