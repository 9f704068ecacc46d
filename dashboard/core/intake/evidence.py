"""The commune of a row, all that the row says being weighed in one place: a fact beats a guess, and the doubt is told.

The facts are the codes, a name that is word for word a commune's, the postcode, the département, the région, and the
commune that holds the row's own point. A corrected spelling, a homonym and a hamlet are guesses: none is believed
against a fact.
"""

from collections.abc import Iterable
from typing import NamedTuple

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.regions import REGIONS
from dashboard.core.geocoding import Row
from dashboard.core.geocoding.hints import departement_of as departement_of_postcode
from dashboard.core.geocoding.keys import name_keys
from dashboard.core.geography.distance import great_circle_km
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.intake.checking_poles import departement_of
from dashboard.core.intake.locator import Answer
from dashboard.core.intake.position import Note, Stated, with_candidates

NEARBY_KM = 15.0
"""Two communes whose town halls are no farther apart may be taken for one another by who gives a point."""

OVERRULED_FROM = 2.0
"""A code is left aside when so many more facts are against it than for it."""


class Weighed(NamedTuple):
    """The commune believed, as its own code has it (None: no commune is); what gave it; what is in doubt."""

    commune: Commune | None
    origin: str
    notes: list[Note]


def question_of(stated: Stated, gazetteer: Gazetteer) -> Row | None:
    """What to ask the locator about this place; None when its codes are enough."""
    known = gazetteer.commune(stated.code_insee) if stated.code_insee else None
    if known is not None and (not stated.commune or has_name(known, stated.commune, gazetteer)):
        return None
    if not stated.commune and not stated.code_postal:
        return None
    hint = departement_said(stated, gazetteer)
    if not hint and stated.code_insee and not stated.code_postal:
        hint = departement_of(stated.code_insee)
    return Row(stated.commune or stated.code_postal, stated.code_postal, hint)


def departement_said(stated: Stated, gazetteer: Gazetteer) -> str:
    """The code of the département that the row states by its code, its name or its number; "" if it does not."""
    if stated.code_departement:
        return stated.code_departement
    if stated.code_territoire and len(stated.code_territoire) <= 3:
        return stated.code_territoire
    for name in (stated.departement, stated.territoire):
        if name and (found := gazetteer.departement_named(name)):
            return found.code
    return ""


def region_said(stated: Stated) -> str:
    """The code of the région that the row states; "" if it does not, or if the region is unknown."""
    return stated.code_region or REGIONS.find(stated.region) or ""


def has_name(commune: Commune, name: str, gazetteer: Gazetteer) -> bool:
    """Whether this is a name of the commune, of its arrondissement or of the commune of today it belongs to."""
    keys = name_keys(name)[0]
    return keys in {name_keys(place.name)[0] for place in (commune, today_of(commune, gazetteer))}


def today_of(commune: Commune, gazetteer: Gazetteer) -> Commune:
    """The commune of today that it belongs to, itself as a rule."""
    return (gazetteer.commune(commune.parent_code) if commune.parent_code else None) or commune


def weigh(stated: Stated, gazetteer: Gazetteer, answer: Answer | None) -> Weighed:
    """The commune of a row; `answer` is the locator's to `question_of`."""
    return _Scales(stated, gazetteer, answer).weigh()


class _Scales:
    """What one row says, on its way to a commune."""

    def __init__(self, stated: Stated, gazetteer: Gazetteer, answer: Answer | None) -> None:
        self._stated, self._gazetteer, self._answer = stated, gazetteer, answer
        self._notes: list[Note] = []
        self._here = gazetteer.commune(stated.point_insee) if stated.point_insee else None
        self._departement = departement_said(stated, gazetteer) or ("" if self._here else stated.point_insee)
        self._region = region_said(stated)

    def weigh(self) -> Weighed:
        by_code = self._by_code()
        by_name = self._gazetteer.commune(self._answer.code) if self._answer and self._answer.status == "ok" else None
        if by_code is not None:
            return self._of_code(by_code, by_name)
        if self._answer is not None and by_name is None:
            return self._of_doubt(self._answer)
        if by_name is not None and self._stated.commune and self._is_refuted(by_name):
            self._note("commune", "commune_doubtful", with_candidates(self._stated.commune, [_label(by_name)]))
            return Weighed(self._here, "fichier", self._notes)
        return Weighed(by_name, "nom_commune", self._notes)

    def _by_code(self) -> Commune | None:
        code = self._stated.code_insee
        if not code:
            return None
        commune = self._gazetteer.commune(code)
        former = self._gazetteer.former_commune(code) if commune is None else None
        if former is not None or (commune is not None and commune.kind in ("deleguee", "associee")):
            self._note("code_insee", "former_insee_code", code, Severity.INFO)
        if commune is None and former is None:
            self._note("code_insee", "unknown_insee_code", code)
        return commune or former

    def _of_code(self, by_code: Commune, by_name: Commune | None) -> Weighed:
        """The code is believed before the name, unless the rest of the row is against it."""
        is_confirmed = self._stated.commune and (self._answer is None or self._is_same(by_code, by_name))
        for_it, against = self._support(by_code), self._support(by_name) if by_name else self._opposition(by_code)
        if not is_confirmed and against - for_it >= OVERRULED_FROM:
            said = with_candidates(self._stated.code_insee, [_label(by_code)])
            self._note("code_insee", "insee_code_overruled", said)
            return Weighed(by_name, "nom_commune", self._notes)
        if self._stated.commune and not is_confirmed:
            self._note("commune", "commune_name_differs", self._stated.commune)
        return Weighed(by_code, "code_insee", self._notes)

    def _of_doubt(self, answer: Answer) -> Weighed:
        """Where the name (or the postcode alone) leaves a choice, the facts that the locator was not told settle it."""
        choice = [self._gazetteer.commune(one.commune_code) for one in answer.candidates]
        found = self._settled([commune for commune in choice if commune is not None])
        if found is not None and answer.status == "ambiguous":
            return Weighed(found, "nom_commune", self._notes)
        labels = [candidate.label for candidate in answer.candidates]
        if self._stated.commune:
            codes = {"ambiguous": "commune_ambiguous", "conflict": "commune_conflict"}
            code = codes.get(answer.status, "commune_not_found")
            self._note("commune", code, with_candidates(self._stated.commune, labels))
        elif answer.status == "ambiguous":
            self._note("code_postal", "postcode_shared", with_candidates(self._stated.code_postal, labels))
        return Weighed(found if found is self._here else None, "nom_commune", self._notes)

    def _settled(self, choice: list[Commune]) -> Commune | None:
        """The only one that the point, the département and the région leave; None if none or several are left."""
        left = {one.insee_code: one for one in choice if not self._is_refuted(one)}
        if self._here is not None and self._here.insee_code in left:
            return self._here
        is_told = self._here is not None or self._departement or self._region
        return next(iter(left.values())) if is_told and len(left) == 1 else None

    def _is_refuted(self, commune: Commune) -> bool:
        """Whether a fact is against this commune, of which the row does not give the whole name."""
        today = today_of(commune, self._gazetteer)
        if self._departement not in ("", today.departement_code) or self._region not in ("", today.region_code):
            return not self._is_named(commune)
        is_elsewhere = self._here is not None and not self._is_nearby(today, self._here)
        return is_elsewhere and not self._is_named(commune)

    def _is_named(self, commune: Commune) -> bool:
        is_sure = self._answer is not None and self._answer.status == "ok" and commune.kind == "commune"
        return is_sure and has_name(commune, self._stated.commune, self._gazetteer)

    def _is_nearby(self, commune: Commune, other: Commune) -> bool:
        km = great_circle_km(lon=commune.lon, lat=commune.lat, lons=other.lon, lats=other.lat)
        return commune.insee_code == other.insee_code or float(km) <= NEARBY_KM

    def _is_same(self, commune: Commune, other: Commune | None) -> bool:
        return other is not None and today_of(commune, self._gazetteer) == today_of(other, self._gazetteer)

    def _support(self, commune: Commune) -> float:
        """How many facts of the row are for this commune: its postcode, its département, its point."""
        today = today_of(commune, self._gazetteer)
        return sum(
            (
                self._stated.code_postal in {*commune.postcodes, *today.postcodes},
                self._departement == today.departement_code,
                self._here is not None and self._is_nearby(today, self._here),
            )
        )

    def _opposition(self, commune: Commune) -> float:
        """How many facts of the row put it in another département than this commune's."""
        departement = today_of(commune, self._gazetteer).departement_code
        postal = departement_of_postcode(self._stated.code_postal) if self._stated.code_postal else ""
        said = (postal, self._departement, self._here.departement_code if self._here else "")
        return sum(one not in ("", departement) for one in said)

    def _note(self, field: str, code: str, value: str, severity: Severity = Severity.WARNING) -> None:
        self._notes.append(Note(field, code, severity, value))


def contradictions(stated: Stated, commune: Commune, gazetteer: Gazetteer) -> Iterable[Note]:
    """What else the row says that is not true of its commune."""
    today = today_of(commune, gazetteer)
    postcodes = {*commune.postcodes, *today.postcodes}
    if stated.code_postal and stated.code_postal not in postcodes:
        is_another = bool(gazetteer.communes_of_postcode(stated.code_postal))
        is_elsewhere = departement_of_postcode(stated.code_postal) != today.departement_code
        if postcodes and (is_another or is_elsewhere):
            yield Note("code_postal", "postcode_of_another_commune", Severity.WARNING, stated.code_postal)
    if stated.code_departement and stated.code_departement != today.departement_code:
        yield Note("code_departement", "departement_mismatch", Severity.WARNING, stated.code_departement)
    region = region_said(stated)
    if region and today.region_code and region != today.region_code:
        key = "code_region" if stated.code_region else "region"
        yield Note(key, "region_mismatch", Severity.WARNING, stated.code_region or stated.region)


def _label(commune: Commune) -> str:
    return f"{commune.name} ({commune.departement_code})"
