"""A finding about change between waves."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.zinnen import HOOGSTE_P, choose_zin, join_quotes, keep_sterk, pick_hoogste, quote
from burgerdata.getallen import format_getal, format_procent, format_verschil
from burgerdata.toelichting import Toelichting


def state_verandering(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the tested change from the first wave to the last, with both values, or that none was measured."""
    lang = _keep_longest(tabel)
    if lang["n_beide"].fillna(0).gt(0).all():
        lang = keep_sterk(lang, "n_beide")
    p = lang["p_aangepast"] if "p_aangepast" in lang else lang["p_waarde"]
    zeker = lang[p.lt(HOOGSTE_P).fillna(False) & lang["verschil"].notna()]
    onderwerp = toelichting.onderwerp
    if zeker.empty:
        return choose_zin([f"Er is geen verandering gemeten in {quote(onderwerp, langst=50)}"])
    if toelichting.per:
        return _state_groepen(zeker, toelichting)
    rij = pick_hoogste(zeker.assign(zeker=-p[zeker.index]), "zeker")
    aandeel = rij["maat"] == "aandeel"
    van, naar = (
        format_procent(rij[kolom]) if aandeel else format_getal(float(rij[kolom]), 1)
        for kolom in ("waarde_van", "waarde_naar")
    )
    steeg = "steeg" if rij["verschil"] > 0 else "daalde"
    hoe = f"{steeg} licht" if van == naar else f"{steeg} van {van} naar {naar}"
    if not aandeel:
        return choose_zin([f"{onderwerp} {hoe}", f"{quote(onderwerp, langst=50)} {hoe}"])
    label = quote(str(rij["label"]), langst=30)
    return choose_zin([f"Het aandeel {label} bij {quote(onderwerp)} {hoe}", f"Het aandeel {label} {hoe}"])


def _keep_longest(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the comparison of the first wave with the last; with two waves that is the only one."""
    tabel = pd.DataFrame(tabel)
    eerste, laatste = tabel["van"].iloc[0], tabel["naar"].iloc[-1]
    lang = tabel[tabel["van"].eq(eerste) & tabel["naar"].eq(laatste)]
    return lang if len(lang) else tabel


def _state_groepen(zeker: pd.DataFrame, toelichting: Toelichting) -> str:
    delen = []
    for omhoog, woord in ((True, "steeg"), (False, "daalde")):
        rijen = zeker[zeker["verschil"].gt(0) == omhoog]
        if len(rijen):
            delen.append((woord, list(dict.fromkeys(rijen[toelichting.per].astype("str")))))
    woord, groepen = delen[0]
    onderwerp = toelichting.onderwerp
    if zeker["label"].ne("").any():
        return choose_zin([f"De antwoorden op {quote(onderwerp)} veranderden bij {join_quotes(groepen)}"])
    return choose_zin(
        [
            f"{onderwerp} {woord} bij {join_quotes(groepen)}",
            f"{quote(onderwerp, langst=30)} {woord} bij {join_quotes(groepen)}",
            f"{onderwerp} {woord} bij een deel van de groepen",
        ]
    )


def explain_verandering(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return the size of the tested change with its interval, and over how many people it was measured."""
    lang = _keep_longest(tabel)
    zelfde_mensen = bool(lang["n_beide"].fillna(0).gt(0).all())
    lang = keep_sterk(lang, "n_beide") if zelfde_mensen else lang
    p = lang["p_aangepast"] if "p_aangepast" in lang else lang["p_waarde"]
    zeker = lang[p.lt(HOOGSTE_P).fillna(False) & lang["verschil"].notna()]
    if toelichting.per or zeker.empty:
        return []
    rij = pick_hoogste(zeker.assign(zeker=-p[zeker.index]), "zeker")
    maal, eenheid = (100, " procentpunt") if rij["maat"] == "aandeel" else (1, "")
    decimalen = 0 if rij["maat"] == "aandeel" else 1
    verschil, onder, boven = (
        format_verschil(float(rij[kolom]) * maal, decimalen) for kolom in ("verschil", "onder", "boven")
    )
    zin = f"Het verschil is {verschil}{eenheid} en ligt waarschijnlijk tussen {onder} en {boven}"
    mensen = f"; gemeten bij {format_getal(rij['n_beide'])} mensen die beide keren antwoord gaven"
    return [f"{zin}{mensen if zelfde_mensen else ''}"]
