"""The survey as the bureau sent it: an SPSS file, and an Excel file of the same name with four rows more."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd

from maak.loting import Loting
from maak.schrijven import write_sav, write_xlsx
from maak.zinnen import Schrijver
from maandag import THEMAS, ZAAD, vragenlijst
from maandag.geplant import IN_ENQUETE

N, PROEF, MEER_IN_EXCEL = 400, 3, 4
WEET_NIET, LEEG = 98.0, float("nan")


def write_enquete(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write both versions."""
    loting = Loting(f"{ZAAD} enquete")
    schrijver = Schrijver(Loting(f"{ZAAD} enquete tekst"), zinnen)
    rijen = [_persoon(loting, schrijver, nummer) for nummer in range(1, N + MEER_IN_EXCEL + 1)]
    for rij, item in zip(loting.meng(rijen[:N]), IN_ENQUETE, strict=False):
        rij["v9"] = item.zin
    alle = pd.DataFrame([*(_proefrij(nummer) for nummer in range(PROEF)), *rijen], columns=list(vragenlijst.TEKSTEN))
    write_sav(ruw / "BOA_data_def_v3.sav", alle.head(PROEF + N), teksten=vragenlijst.TEKSTEN, labels=vragenlijst.LABELS,
              missend=vragenlijst.MISSEND, sets=vragenlijst.SETS, titel="Handhaving in de wijk")
    cellen = [[_cel(waarde) for waarde in rij] for rij in alle.itertuples(index=False)]
    write_xlsx(ruw / "BOA_data_def_v3.xlsx", {"Data": (list(vragenlijst.TEKSTEN), cellen)})


def _cel(waarde: object) -> object:
    """Return a value as Excel shows it: whole numbers without decimals, nothing where nothing was answered."""
    if isinstance(waarde, float):
        return "" if waarde != waarde else int(waarde) if waarde == int(waarde) else waarde
    return waarde


def _persoon(loting: Loting, schrijver: Schrijver, nummer: int) -> dict[str, object]:
    stemming, contact = loting.normaal(), loting.kans(0.38)
    jong = loting.kans(0.2)
    return {
        "resp_id": float(5000 + nummer),
        "startdatum": dt.date(2026, 6, 1) + dt.timedelta(days=loting.geheel(0, 20)),
        "email": f"deelnemer{5000 + nummer}@example.com" if loting.kans(0.3) else "",
        "geslacht": loting.weeg({1.0: 0.49, 2.0: 0.50, 3.0: 0.01}),
        "leeftijd": float(loting.geheel(18, 34) if jong else loting.geheel(35, 84)),
        "opl5": loting.weeg({11.0: 0.07, 12.0: 0.17, 21.0: 0.40, 31.0: 0.22, 32.0: 0.13, 99.0: 0.01}),
        "wijk": loting.weeg({1.0: 0.3, 2.0: 0.25, 3.0: 0.25, 4.0: 0.2}),
        "v1": WEET_NIET if loting.kans(0.03) else float(loting.stap(6.3 + stemming - (0.7 if jong else 0), 0.9, 1, 10)),
        "v2": WEET_NIET if loting.kans(0.04) else float(loting.stap(3.1 + 0.5 * stemming, 0.8, 1, 5)),
        **_stellingen(loting, stemming),
        "v4": 1.0 if contact else 2.0,
        "v5": float(loting.stap(6.6 + stemming, 1.2, 1, 10)) if contact else LEEG,
        **_meldingen(loting),
        "v7": WEET_NIET if loting.kans(0.04) else 99.0 if loting.kans(0.01) else float(loting.stap(3 + 0.4 * stemming, 0.8, 1, 5)),
        "v8": _tekst(loting, schrijver, "ervaring"),
        "v9": _tekst(loting, schrijver, "moet"),
        "weegfactor": round((1.38 if jong else 0.91) * (0.85 + 0.3 * (nummer % 7) / 6), 3),
    }


def _stellingen(loting: Loting, stemming: float) -> dict[str, object]:
    """Return the statements; a low number is agreement, and the last one is put the other way round."""
    ligging = (2.5, 3.4, 3.1, 3.3, 3.7, 3.0)
    return {
        f"v3_{nr}": WEET_NIET if loting.kans(0.05)
        else float(loting.stap(midden + (0.4 if nr == 6 else -0.45) * stemming, 0.9, 1, 5))
        for nr, midden in enumerate(ligging, start=1)
    }


def _meldingen(loting: Loting) -> dict[str, object]:
    geen = loting.kans(0.45)
    kansen = (0.5, 0.3, 0.2, 0.25, 0.2)
    return {f"v6_{nr}": float(not geen and loting.kans(p)) for nr, p in enumerate(kansen, start=1)}


def _tekst(loting: Loting, schrijver: Schrijver, gebruik: str) -> str:
    if not loting.kans(0.72):
        return ""
    if loting.kans(0.08):
        return schrijver.niets()
    if loting.kans(0.015):
        return schrijver.vreemd()
    return schrijver.antwoord([thema for thema in THEMAS if loting.kans(0.15)][:2], gebruik)


def _proefrij(nummer: int) -> dict[str, object]:
    """Return a test row: filled by the bureau before fieldwork, recognisable by its date and its texts."""
    leeg: dict[str, object] = dict.fromkeys(vragenlijst.TEKSTEN, LEEG)
    return leeg | {"resp_id": float(nummer + 1), "startdatum": dt.date(2026, 5, 27), "email": "", "geslacht": 1.0,
                   "leeftijd": 18.0, "v1": 1.0, "v8": "test", "v9": "testtest", "weegfactor": 1.0}
