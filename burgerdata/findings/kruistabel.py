"""A finding about the answers of groups."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.zinnen import (
    GEEN_TOETS,
    choose_zin,
    is_gelijk,
    is_getoetst,
    keep_sterk,
    name_groepen,
    pick_hoogste,
    quote,
)
from burgerdata.getallen import format_procent
from burgerdata.toelichting import Toelichting


def state_kruistabel(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the clearest difference that the test marked, or that none was shown."""
    onderwerp = quote(toelichting.onderwerp)
    if toelichting.kwalitatief:
        return choose_zin([f"De antwoorden op {onderwerp} staan hier per {toelichting.groep_naam}"])
    if toelichting.gemeld:
        return choose_zin([f"De meldingen over {onderwerp} staan hier per {toelichting.groep_naam}"])
    sterk = keep_sterk(tabel)
    verschil = sterk[sterk["verschilt"].isin(("▲", "▼")) & sterk["aandeel"].notna()]
    if (
        verschil.empty
        and not is_getoetst(sterk)
        and is_gelijk(sterk, toelichting.per, "aandeel", van="label")
    ):
        naar = f"verschillen niet naar {toelichting.groep_naam}"
        return choose_zin([f"De antwoorden op {onderwerp} {naar}", f"De antwoorden {naar}"])
    if verschil.empty and not is_getoetst(sterk):
        return choose_zin(
            [
                f"Bij {onderwerp} zijn te weinig groepen om te vergelijken naar {toelichting.groep_naam}",
                GEEN_TOETS,
            ]
        )
    if verschil.empty:
        return choose_zin(
            [
                f"Bij {onderwerp} is geen verschil aangetoond naar {toelichting.groep_naam}",
                f"Er is geen verschil aangetoond naar {toelichting.groep_naam}",
            ]
        )
    rij = pick_hoogste(verschil.assign(zeker=-verschil["p_aangepast"]), "zeker")
    groep = quote(name_groepen([rij[toelichting.per]], toelichting)[0])
    label = quote(str(rij["label"]))
    woord = "vaker" if rij["verschilt"] == "▲" else "minder vaak"
    return choose_zin(
        [
            f"Bij {groep} antwoordt men op {onderwerp} {woord} {label} dan de rest",
            f"Bij {groep} antwoordt men {woord} {label} dan de rest",
        ]
    )


def explain_kruistabel(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return the share of the clearest marked group beside everyone's."""
    sterk = keep_sterk(tabel)
    verschil = sterk[sterk["verschilt"].isin(("▲", "▼")) & sterk["aandeel"].notna()]
    if toelichting.kwalitatief or toelichting.gemeld or verschil.empty:
        return []
    rij = pick_hoogste(verschil.assign(zeker=-verschil["p_aangepast"]), "zeker")
    groep = quote(name_groepen([rij[toelichting.per]], toelichting)[0])
    zin = f"Bij {groep} antwoordt {format_procent(rij['aandeel'])} {quote(str(rij['label']))}"
    heeft_totaal = "totaal" in tabel and pd.notna(rij["totaal"])
    return [f"{zin}; van iedereen {format_procent(float(rij['totaal']))}" if heeft_totaal else zin]
