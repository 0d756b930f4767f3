"""Tasks of a usability test: who succeeded, how long it took those who did, and how many errors were made."""

from __future__ import annotations

import math

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, read_gevraagd
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.kwalitatief import GROOTSTE, is_kwalitatief
from burgerdata.analysis.regels import ONGEWOGEN, is_gewogen, state_bron
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal, format_procent
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_Z = 1.959963984540054
"""The 97.5% point of the normal distribution."""
_TELLINGEN = ("n", "deels", "niet", "basis", "tijd_n", "fouten_n")


def summarise_taken(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and task: taak_id, taak, n, deels, niet, basis, aandeel, onder, boven, tekst, and times and errors.

    n is who succeeded wholly, basis who did the task, both persons of rol burger; tekst is "8 van de 10" up to 30
    people, a percentage above. The interval is 95%, adjusted Wald (Agresti & Coull 1998), which Sauro & Lewis (2005)
    advise for completion rates of small samples. tijd_mediaan, tijd_q1 and tijd_q3 are seconds of those who succeeded
    (tijd_n of them); fouten_mediaan and fouten_hoogst are of everyone whose errors were counted (fouten_n). All are counted
    without weights, and a note says so where the activity has them.

    Raises
    ------
    MethodeError
        When the traject has no tasks.

    Examples
    --------
    >>> from burgerdata.analysis.example_usability import make_usability
    >>> summarise_taken(make_usability())[["taak", "tekst", "onder", "boven", "tijd_mediaan"]].round(2)
                    taak       tekst  onder  boven  tijd_mediaan
    0  formulier vinden  4 van de 5   0.36   0.98          45.0
    1          betalen  1 van de 5   0.02   0.64         120.0
    """
    vragen = traject.vragen
    taken = vragen[vragen["soort"].eq("taak")]
    rijen = [rij for _, vraag in taken.iterrows() if (rij := _summarise(traject, vraag))]
    if not rijen:
        raise MethodeError("er zijn geen taken gedaan; summarise_taken is voor usability-onderzoek")
    tabel = pd.DataFrame(rijen)
    tekst = dict.fromkeys(("activiteit_id", "taak_id", "taak", "tekst"), "str")
    tabel = tabel.astype(tekst | dict.fromkeys(_TELLINGEN, "Int32"))
    return annotate(tabel, _describe(traject, tabel))


def adjust_wald(n: int, basis: int) -> tuple[float, float]:
    """Return the 95% adjusted Wald interval of n successes out of a base, between 0 and 1.

    Examples
    --------
    >>> [round(grens, 2) for grens in adjust_wald(4, 5)]
    [0.36, 0.98]
    """
    if not basis:
        return math.nan, math.nan
    groter = basis + _Z**2
    midden = (n + _Z**2 / 2) / groter
    half = _Z * math.sqrt(midden * (1 - midden) / groter)
    return max(midden - half, 0.0), min(midden + half, 1.0)


def state_aantal(n: int, basis: int) -> str:
    """Return "8 van de 10" up to 30 people, a whole percentage above.

    Examples
    --------
    >>> state_aantal(8, 10), state_aantal(40, 50)
    ('8 van de 10', '80%')
    """
    if basis <= GROOTSTE:
        return f"{format_getal(n)} van de {format_getal(basis)}"
    return format_procent(n / basis)


def _summarise(traject: Traject, vraag: pd.Series) -> dict[str, object] | None:
    taak = read_gevraagd(traject, vraag)
    if taak.personen.empty:
        return None
    codes = taak.labels.astype("str").map(dict(zip(taak.opties["label"], taak.opties["code"], strict=True)))
    codes = codes[taak.binnen]
    geteld = {code: int(codes.eq(code).sum()) for code in ("gelukt", "deels", "niet")}
    basis = sum(geteld.values())
    if not basis:
        return None
    onder, boven = adjust_wald(geteld["gelukt"], basis)
    tijd = _read_meting(traject, taak, "seconden")[codes.index]
    tijd = tijd[codes.eq("gelukt")].dropna()
    fouten = _read_meting(traject, taak, "fouten")[codes.index].dropna()
    return {
        "activiteit_id": taak.activiteit_id,
        "taak_id": taak.vraag_id,
        "taak": str(vraag["tekst"]),
        "n": geteld["gelukt"],
        "deels": geteld["deels"],
        "niet": geteld["niet"],
        "basis": basis,
        "aandeel": geteld["gelukt"] / basis,
        "onder": onder,
        "boven": boven,
        "tekst": state_aantal(geteld["gelukt"], basis),
        "tijd_n": len(tijd),
        "tijd_mediaan": float(tijd.median()),
        "tijd_q1": float(tijd.quantile(0.25)),
        "tijd_q3": float(tijd.quantile(0.75)),
        "fouten_n": len(fouten),
        "fouten_mediaan": float(fouten.median()),
        "fouten_hoogst": float(fouten.max()),
        "kwalitatief": is_kwalitatief(str(taak.activiteit["instrument"]), basis),
    }


def _read_meting(traject: Traject, taak: Gevraagd, eenheid: str) -> pd.Series:
    """Return what was measured in this unit at the task, per person; missing where it was not."""
    vragen = traject.vragen
    eigen = vragen[
        vragen["activiteit_id"].eq(taak.activiteit_id)
        & vragen["item"].eq(taak.vraag["item"])
        & vragen["soort"].eq("getal")
        & vragen["eenheid"].eq(eenheid)
    ]
    if eigen.empty or pd.isna(taak.vraag["item"]):
        return pd.Series(float("nan"), index=taak.personen.index)
    return read_gevraagd(traject, eigen.iloc[0]).getallen


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    ids = list(tabel["activiteit_id"].unique())
    laag, hoog = int(tabel["basis"].min()), int(tabel["basis"].max())
    n = format_getal(laag) if laag == hoog else f"{format_getal(laag)} tot {format_getal(hoog)}"
    noten = ["Deels gelukt telt niet als gelukt."]
    if any(is_gewogen(traject, str(naam)) for naam in ids):
        noten.append(ONGEWOGEN)
    if tabel["tijd_n"].gt(0).any():
        noten.append(
            "Tijd: in seconden, van wie de taak volbracht. Mediaan: de helft zit erboven, de helft eronder."
        )
    if not tabel["kwalitatief"].all():
        noten.append("Interval: 95%, aangepaste Wald.")
    return Toelichting(
        "overig",
        onderwerp="de taken",
        vraag="Lukt het om deze taak af te ronden?",
        basis=f"Basis: iedereen die de taak deed, n = {n}.",
        bron=state_bron(traject, ids),
        noten=tuple(noten),
        kwalitatief=bool(tabel["kwalitatief"].all()),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
