"""Two invented coders and their workbooks: what the kit itself would write, filled in with a few human slips."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pandas as pd

from maak.loting import Loting
from maak.patronen import find_themas
from maak.themas import NAMEN

CODEURS = {"noor": 150, "sam": 60}
"""Each coder and how many texts; those of the second are a part of those of the first."""
BRONNEN = ("focusgroep", "straatgesprek", "enquete", "klantpanel")
"""The sources that were coded by hand."""
_MIST, _ERBIJ = 0.07, 0.03
_LOS = ("traject.toml", "sleutel.txt")


def write_codeerwerk(map_: Path, hier: Path) -> None:
    """Write codeerwerk/ of the example; the texts and their ids are read by the kit from the files in ``map_``."""
    import burgerdata as bd
    from burgerdata.analysis.genoemd import list_teksten

    with tempfile.TemporaryDirectory() as tijdelijk:
        kopie = Path(tijdelijk)
        shutil.copytree(map_, kopie, dirs_exist_ok=True, ignore=shutil.ignore_patterns("codeerwerk", "rapport", "werk"))
        for naam in _LOS:
            shutil.copyfile(hier / naam, kopie / naam)
        traject = bd.load_traject(kopie)
    teksten_ = list_teksten(traject)
    gesorteerd = teksten_[teksten_["activiteit_id"].astype("str").str.startswith(BRONNEN)].sort_values("fragment_id")
    volgorde = Loting("codeerwerk").meng(gesorteerd["fragment_id"].tolist())
    teksten = dict(zip(gesorteerd["fragment_id"], gesorteerd["tekst"], strict=True))
    for codeur, aantal in CODEURS.items():
        _write_werkboek(map_, traject, codeur, {naam: teksten[naam] for naam in volgorde[:aantal]})


def _write_werkboek(map_: Path, traject, codeur: str, teksten: dict[str, str]) -> None:
    from burgerdata.analysis.voorstellen import Raming
    from burgerdata.codeerwerk.layout import INGEVULD
    from burgerdata.codeerwerk.match import list_keuzes
    from burgerdata.codeerwerk.show import show_regels
    from burgerdata.codeerwerk.write import Inhoud, write_werkboek

    loting = Loting(f"codeur {codeur}")
    leeg = pd.DataFrame({"fragment_id": [], "tekst": []}, dtype="str")
    regels = pd.DataFrame({"fragment_id": list(teksten), "dubbel": "ja" if codeur == "sam" else ""}, dtype="str")
    regels = regels.assign(**dict.fromkeys(INGEVULD, ""))
    codes = [_code(tekst, loting) for tekst in teksten.values()]
    for nummer in range(3):
        regels[f"thema {nummer + 1}"] = [code[nummer] if len(code) > nummer else "" for code in codes]
    regels = regels.assign(klaar="j", **{"citaat?": ["j" if plek == 3 else "" for plek in range(len(regels))]})
    getoond = show_regels(traject, regels, Raming(leeg, pd.DataFrame(), (), 0))
    nieuw = pd.DataFrame({"naam": [], "omschrijving": []}, dtype="str")
    themas = traject.themas
    inhoud = Inhoud(codeur, getoond, regels.iloc[:0], nieuw, themas, list_keuzes(themas))
    write_werkboek(map_ / "codeerwerk" / f"{codeur}.xlsx", inhoud)


def _code(tekst: str, loting: Loting) -> list[str]:
    """Return the themes that a person gives: what is there, now and then one missed or one too many."""
    gevonden = [naam for naam in NAMEN if naam in find_themas(tekst) and not loting.kans(_MIST)]
    if loting.kans(_ERBIJ):
        gevonden.append(loting.kies([naam for naam in NAMEN if naam not in gevonden]))
    return gevonden[:3]
