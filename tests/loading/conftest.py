import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
VOORBEELD = WORTEL / "surveys" / "voorbeeld-digitale-aangifte"
MAANDAG = WORTEL / "surveys" / "voorbeeld-maandag"

ENQUETE = """respnr;geslacht;leeftijd;cijfer;toelichting;gewicht
1;man;30;7;het duurde lang;1,2
2;vrouw;41;8;;0,8
3;vrouw;67;6;prima geholpen;1,0
4;man;80;;weet niet;1,0
"""
TOML = """titel = "Proef"

[[levering]]
instrument = "enquete"
fase = "praktijk"
bestand = "ruw/enquete.csv"
persoon = "respnr"
gewicht = "gewicht"
"""


@pytest.fixture
def maak_map(tmp_path: Path, schrijf_boek: Callable[..., Path]) -> Callable[..., Path]:
    """Write a folder of a traject: traject.toml, files in ruw/ (text or bytes) and workbooks (sheet -> rows)."""

    def maak(
        toml: str = TOML, *, ruw: dict | None = None, bladen: dict | None = None, sleutel: bool = True
    ) -> Path:
        map_ = tmp_path / "mijn traject"
        (map_ / "ruw").mkdir(parents=True, exist_ok=True)
        (map_ / "traject.toml").write_text(toml, encoding="utf-8")
        for naam, inhoud in ({"enquete.csv": ENQUETE} if ruw is None else ruw).items():
            (map_ / "ruw" / naam).write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode("utf-8"))
        for naam, boek in (bladen or {}).items():
            schrijf_boek(map_ / naam, boek)
        if sleutel:
            (map_ / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
        return map_

    return maak


@pytest.fixture
def maandag(tmp_path: Path) -> Path:
    """Return a copy of the folder that a bureau sent, with spaces in its name and nothing prepared."""
    map_ = tmp_path / "map op maandag"
    shutil.copytree(MAANDAG / "ruw", map_ / "ruw")
    return map_
