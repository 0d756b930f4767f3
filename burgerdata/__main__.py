"""The commands as a module: ``python -m burgerdata controleer MAP``."""

import sys

from burgerdata.cli import main

if __name__ == "__main__":
    sys.exit(main())
