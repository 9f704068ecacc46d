"""Every figure that the project claims, measured now, each beside the plain way of doing the same.

    make bench                 all of it, one part after the other
    python -m tests.bench map  one part: any bench_<part>.py of this folder

These machines are noisy: medians and ratios mean more than milliseconds.
"""

import subprocess
import sys
from pathlib import Path

PARTS = tuple(sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")))


def main(asked: list[str]) -> int:
    """Run the parts; 0 if all ran to their end."""
    unknown = sorted(set(asked) - set(PARTS))
    if unknown:
        print(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    failed = []
    for part in asked or PARTS:
        print(f"\n== {part}", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.bench.bench_{part}"], check=False).returncode:
            failed.append(part)
    if failed:
        print(f"\ndid not end well: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
