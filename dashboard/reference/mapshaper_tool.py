"""mapshaper (npm, MPL-2.0), the tool that simplifies contours without parting neighbours; used at build time only."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

LOCK = Path(__file__).parent / "mapshaper"
"""package.json and package-lock.json: the version, and the hash of every file that npm installs."""


def install(folder: Path) -> Path:
    """The program, installed in `folder` under the hashes of the lock; no script of a package is run."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCK / name, folder / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "node_modules" / ".bin" / "mapshaper"


def run(program: Path, folder: Path, arguments: Sequence[str]) -> None:
    """Run its commands in `folder`; CalledProcessError if it fails."""
    subprocess.run([str(program), *arguments, "-quiet"], cwd=folder, check=True)
