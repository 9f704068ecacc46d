"""The stages of the geocoder, in order: the first that has something to say of a row settles it."""

from functools import lru_cache

from dashboard.core.geocoding.case_stages import (
    arrondissement,
    foreign_country,
    foreign_town,
    intercommunal,
    name_of_an_area,
    no_place,
    word_or_name,
)
from dashboard.core.geocoding.lookups import Stage, anywhere, inside, of_sorting_office, served
from dashboard.core.geocoding.name_stages import article_astray, departement_in_words, short_form, whole_name
from dashboard.core.geocoding.postcode_stages import (
    commune_of_postcode,
    name_elsewhere,
    postcode_alone,
    slip_of_postcode,
)
from dashboard.core.geocoding.remark_stages import name_with_remark
from dashboard.core.geocoding.slip_stages import slip_anywhere, slip_in_departement, slip_in_postcode
from dashboard.core.geocoding.word_stages import abbreviated, beginning, words_in_departement, words_in_postcode

Stages = tuple[tuple[str, Stage], ...]

EARLY_STAGES: Stages = (
    ("foreign_country", foreign_country),
    ("postcode_alone", postcode_alone),
    ("arrondissement", arrondissement),
    ("name_of_an_area", name_of_an_area),
    ("foreign_town", foreign_town),
    ("name_in_postcode", whole_name(served)),
    ("article_in_postcode", article_astray(served)),
    ("name_in_cedex", whole_name(of_sorting_office)),
    ("name_in_departement", whole_name(inside)),
    ("article_in_departement", article_astray(inside)),
    ("word_or_name", word_or_name),
    ("name", whole_name(anywhere)),
    ("article", article_astray(anywhere)),
    ("intercommunal", intercommunal),
    ("short_form_in_postcode", short_form(served)),
    ("short_form_in_departement", short_form(inside)),
    ("words_in_postcode", words_in_postcode),
    ("slip_in_postcode", slip_in_postcode),
)
"""Name of the stage, told in the verdict as its method, and the function that decides."""

LATE_STAGES: Stages = (
    ("words_in_departement", words_in_departement),
    ("slip_in_departement", slip_in_departement),
    ("slip_of_postcode", slip_of_postcode),
    ("name_elsewhere", name_elsewhere),
    ("commune_of_postcode", commune_of_postcode),
    ("no_place", no_place),
    ("departement_in_words", departement_in_words),
    ("name_with_remark", name_with_remark),
    ("beginning", beginning),
    ("abbreviated", abbreviated),
    ("slip", slip_anywhere),
)
"""Those that come after, for the rows whose neighbours were looked up, many rows at once."""


_ANYWHERE = frozenset({"name", "article", "departement_in_words", "beginning", "abbreviated", "slip"})
"""Those for the rows of which nothing says where."""


@lru_cache(maxsize=16)
def applying(is_late: bool, has_postcode: bool, has_departement: bool, is_cedex: bool) -> Stages:
    """The stages that may have something to say of a row that has these hints: their names say what they look into."""
    return tuple(
        (name, stage)
        for name, stage in (LATE_STAGES if is_late else EARLY_STAGES)
        if (has_postcode or not name.endswith("_in_postcode"))
        and (has_departement or not name.endswith("_in_departement"))
        and (is_cedex or name != "name_in_cedex")
        and not (has_departement and name in _ANYWHERE)
    )
