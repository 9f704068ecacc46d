"""`python -m dashboard …`"""

import sys

from dashboard.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
