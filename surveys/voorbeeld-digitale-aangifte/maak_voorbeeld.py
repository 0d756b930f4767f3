"""Write the synthetic example again: ruw/ and the Excel files beside it. Usage: python maak_voorbeeld.py [folder]."""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
sys.path.insert(0, str(HIER))

from maak.beraad import write_beraad  # noqa: E402
from maak.bestanden import write_bestanden, write_citaten  # noqa: E402
from maak.codeerwerk import write_codeerwerk  # noqa: E402
from maak.community import write_community  # noqa: E402
from maak.dialoog import write_dialoog  # noqa: E402
from maak.enquete import write_enquete  # noqa: E402
from maak.focusgroepen import write_focusgroepen  # noqa: E402
from maak.klantpanel import write_klantpanel  # noqa: E402
from maak.lezen import read_teksten  # noqa: E402
from maak.patronen import find_themas  # noqa: E402
from maak.signalen import write_signalen  # noqa: E402
from maak.straat import write_straat  # noqa: E402
from maak.usability import write_usability  # noqa: E402
from maak.zinnen import read_zinnen  # noqa: E402


def make_voorbeeld(map_: Path) -> Path:
    """Write all generated files of the example into a folder and return it."""
    ruw = map_ / "ruw"
    ruw.mkdir(parents=True, exist_ok=True)
    zinnen = read_zinnen(HIER / "maak" / "zinnen.txt")
    write_enquete(ruw / "enquete_digitale_aangifte.sav", zinnen)
    write_klantpanel(ruw, zinnen)
    write_focusgroepen(ruw, zinnen)
    write_straat(ruw / "straat.xlsx", zinnen)
    erbij = zinnen | read_zinnen(HIER / "maak" / "bijdragen.txt")
    write_community(ruw, erbij)
    write_beraad(ruw)
    write_dialoog(ruw, erbij)
    write_usability(ruw)
    write_signalen(ruw / "signalen.csv", erbij)
    write_bestanden(map_)
    write_citaten(map_, read_teksten(ruw), find_themas)
    write_codeerwerk(map_, HIER)
    return map_


if __name__ == "__main__":
    make_voorbeeld(Path(sys.argv[1]) if len(sys.argv) > 1 else HIER)
