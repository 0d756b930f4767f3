"""What the traject is about, as traject.toml says it."""

from __future__ import annotations

import pandas as pd

from burgerdata.getallen import format_datum, format_periode, join_woorden
from burgerdata.schema.labels import FASE_LABEL
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject


def list_onderdelen(traject: Traject) -> pd.DataFrame:
    """Return one row per part that is known: onderdeel, tekst."""
    instellingen, activiteiten = traject.instellingen, traject.activiteiten
    begin, eind = activiteiten["begindatum"].min(), activiteiten["einddatum"].max()
    fasen = activiteiten["fase"].dropna().drop_duplicates().sort_values()
    onderdelen = {
        "beleid": instellingen.beleid,
        "doel van het beleid": instellingen.beleidsdoel,
        "doel van het betrekken": instellingen.doel,
        "ruimte": instellingen.ruimte,
        "doelgroep": join_woorden(list(instellingen.doelgroep)),
        "fasen": join_woorden([FASE_LABEL[fase] for fase in fasen]),
        "periode": "" if pd.isna(begin) or pd.isna(eind) else format_periode(begin, eind),
        "besluit": format_datum(instellingen.besluit) if instellingen.besluit else "",
    }
    gegeven = {naam: tekst for naam, tekst in onderdelen.items() if tekst}
    tabel = pd.DataFrame({"onderdeel": list(gegeven), "tekst": list(gegeven.values())}, dtype="str")
    toelichting = Toelichting(
        "overig", onderwerp="het traject", bron="traject.toml", synthetisch=instellingen.synthetisch
    )
    return annotate(tabel, toelichting)


def state_onderdelen(traject: Traject) -> str:
    """Return what the traject is about and what the policy is for, as far as it was given."""
    instellingen = traject.instellingen
    onderwerp = instellingen.onderwerp or instellingen.titel or "dit beleid"
    lang = f"Het gaat over {onderwerp}; het beleid moet bereiken: {instellingen.beleidsdoel}"
    return lang if instellingen.beleidsdoel and len(lang) <= 90 else f"Het gaat over {onderwerp}"[:90]
