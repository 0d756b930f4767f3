"""Write the raw folder of a Monday morning again. Usage: python maak_voorbeeld.py [folder]."""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
sys.path.insert(0, str(HIER))
sys.path.insert(0, str(HIER.parent / "voorbeeld-digitale-aangifte"))

from maandag.bijlagen import write_bijlagen  # noqa: E402
from maandag.enquete import write_enquete  # noqa: E402
from maandag.gesprekken import write_focusgroepen, write_straat  # noqa: E402
from maandag.geplant import write_geplant  # noqa: E402
from maandag.panel import write_panel  # noqa: E402
from maandag.platform import write_community, write_taken  # noqa: E402

from maak.zinnen import read_zinnen  # noqa: E402


def make_voorbeeld(map_: Path) -> Path:
    """Write all files of the example into a folder and return it."""
    ruw = map_ / "ruw"
    ruw.mkdir(parents=True, exist_ok=True)
    zinnen = read_zinnen(HIER / "zinnen.txt")
    write_enquete(ruw, zinnen)
    write_panel(ruw, zinnen)
    write_focusgroepen(ruw, zinnen)
    write_straat(ruw, zinnen)
    write_community(ruw, zinnen)
    write_taken(ruw)
    write_bijlagen(ruw)
    write_geplant(map_)
    return map_


if __name__ == "__main__":
    make_voorbeeld(Path(sys.argv[1]) if len(sys.argv) > 1 else HIER)
