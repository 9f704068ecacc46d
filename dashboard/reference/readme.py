"""data/reference/README.md, in French: origin, version, licence and SHA-256 of each source and of each file."""

import hashlib
import json
from pathlib import Path

from dashboard.reference.mapshaper_tool import LOCK
from dashboard.reference.packages import PACKAGES, RETRIEVED_ON
from dashboard.reference.topology import LEAST_DETAIL_M

CONTENTS = {
    "communes.parquet": "communes d’aujourd’hui (collectivités d’outre-mer comprises), arrondissements de Paris, Lyon "
    "et Marseille, communes déléguées et associées : codes, intercommunalité, population, codes postaux, point, cadre",
    "anciens_noms.parquet": "codes et noms portés depuis 1943, avec la commune d’aujourd’hui et la date de fin (vide : "
    "après 2019, jour inconnu)",
    "epci.parquet": "intercommunalités à fiscalité propre",
    "departements.parquet": "les 101 départements",
    "regions.parquet": "les 18 régions",
    "france.topo.json": "fond de carte : couches `departements` et `regions`, arcs partagés",
    "departements.topo.json": "contours des départements",
    "regions.topo.json": "contours des régions",
    "epci.topo.json": "contours des intercommunalités",
    "communes_contours.parquet": "contours des communes (GeoParquet, WKB)",
    "communes_limites.parquet": "limites des communes, non simplifiées, au mètre (une ligne par anneau, pas de "
    "100 000ᵉ de degré d’un sommet au suivant) : elles disent dans quelle commune est un point",
    "communes_voisines.parquet": "couples de communes qui ont une limite commune, tirés des contours (un coin qui "
    "touche ne suffit pas)",
    "villes_etrangeres.parquet": "noms de villes étrangères proches d’un nom français, pour ne pas les prendre pour "
    "des fautes de frappe ; population, 0 pour un autre nom",
    "noms_usuels.parquet": "noms d’usage, localités postales, villages, quartiers et parcs d’activités, avec leur "
    "commune et la source de chacun (La Poste, GeoNames, ou celle que dit `dashboard/reference/usual_names.csv`)",
}
"""File → what it holds."""

_TEXT = """# Géographie de référence

Écrite par `python -m dashboard.reference` (`make data`) à partir de paquets publiés dont l’empreinte est vérifiée ; ne
rien y changer à la main, récrite elle est la même à l’octet près. Coordonnées en degrés, WGS 84 (EPSG:4326).

## Sources, prises le {retrieved}

{sources}

L’outil qui simplifie les contours, mapshaper {mapshaper} (npm, MPL-2.0), ne sert qu’à la construction ; ses empreintes
et celles de ses dépendances sont dans `dashboard/reference/mapshaper/package-lock.json`.

## Fichiers

{files}

## Ce qui a été décidé

- Les contours sont ceux de 2024, ramenés aux communes de 2026 : les communes qui ont fusionné depuis sont réunies, les
  quatre communes rétablies (15031, 15035, 15047, 15171) sont détachées de Neussargues en Pinatelle, dont elles étaient
  des communes déléguées.
- Le point d’une commune est celui de sa mairie s’il est dans son contour ou à moins de 300 m (`mairie`), sinon le point
  intérieur le plus éloigné des bords (`interieur`). Environ 5 % des points de mairies de la source sont faux.
- Le point d’une intercommunalité, d’un département ou d’une région est son centre de gravité, ou, s’il tombe dehors, un
  point de la commune la plus proche.
- Le cadre d’une commune est arrondi vers l’extérieur au millième de degré.
- Les collectivités d’outre-mer (94 communes) n’ont pas de contour : la source n’en donne pas. Leur point est celui du
  chef-lieu (`siege`), d’après GeoNames ou, à défaut, au centième de degré (`dashboard/reference/overseas_seats.py`).
- Quatre communes insulaires n’ont pas d’intercommunalité : Île-de-Bréhat, Île-de-Sein, Ouessant, L’Île-d’Yeu.
- Contours simplifiés (Visvalingam pondéré, frontières communes gardées) : détails de moins de {departements} m pour les
  départements et les régions, {epci} m pour les intercommunalités, {communes} m pour les communes. Dans les trois
  premiers, les îles de moins de 2 km² sans commune sont omises. Ces contours servent à dessiner ; de quel côté d’une
  limite est une adresse, `communes_limites.parquet` le dit.
- Populations municipales (Mayotte : recensement de 2017) ; celles des territoires sont la somme de leurs communes.
"""


def write_readme(folder: Path) -> None:
    """Write README.md about the files that are in the folder."""
    sources = ["| Paquet | Millésime | Contenu | Licence | Fichier et SHA-256 |", "|---|---|---|---|---|"]
    for package in PACKAGES:
        cells = (f"`{package.name}` {package.version} ({package.registry})", package.vintage, package.content)
        sources.append(f"| {' | '.join(cells)} | {package.licence} | `{package.filename}` `{package.sha256}` |")
    files = ["| Fichier | Contenu | Octets | SHA-256 |", "|---|---|---:|---|"]
    for name, content in CONTENTS.items():
        data = (folder / name).read_bytes()
        files.append(f"| `{name}` | {content} | {len(data)} | `{hashlib.sha256(data).hexdigest()}` |")
    version = json.loads((LOCK / "package.json").read_bytes())["dependencies"]["mapshaper"]
    text = _TEXT.format(
        retrieved=RETRIEVED_ON, sources="\n".join(sources), files="\n".join(files), mapshaper=version, **LEAST_DETAIL_M
    )
    typeset = text.replace(" ;", "\u202f;").replace(" :", "\u202f:").replace(" %", "\u202f%")
    (folder / "README.md").write_text(typeset, encoding="utf-8")
