"""The tables of these tests are a module beside them; they are imported by name, as parameters need them early."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
