"""What was done with the input: status, reason, and whether people heard."""

from __future__ import annotations

import pandas as pd

from burgerdata.findings.besluitdag import NIETS, find_momenten
from burgerdata.getallen import join_woorden
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.opvolging import gives_reason, is_gehoord
from burgerdata.schema.labels import STATUS_LABEL
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

MOTIVEREN = ("deels_overgenomen", "niet_overgenomen", "buiten_kaders")
"""Statuses that need a reason on every rung."""
BINDEND = ("adviseren", "coproduceren", "meebeslissen")
"""Rungs on which every decision needs a reason, also to do what was asked."""
_OPEN = "nog te besluiten"
INGEVULD = "doorwerking.xlsx"
GEEN_MOTIVERING = "motivering ontbreekt"
"""What ``let_op`` says of a decision to which a reason belongs and that has none."""


def trace_doorwerking(traject: Traject) -> pd.DataFrame:
    """Return a row per input of doorwerking.xlsx, most certain status first, with what is still missing.

    Columns: inbreng_id, thema_id, thema, samenvatting, fase, trede, status (in words), motivering, besluit_datum,
    terugkoppeling_datum, dagen_tot_terugkoppeling, teruggekoppeld (where people heard on a day that is not known),
    eigenaar, let_op. ``let_op`` names a missing reason (of what was
    not wholly taken over, and from rung adviseren up of every decision), a decision before the material was
    collected, and inputs of trede informeren.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> inbreng = pd.DataFrame({"inbreng_id": ["i1"], "samenvatting": "Korter", "status": "niet_overgenomen"})
    >>> trace_doorwerking(make_example().replace_tabellen(doorwerking=inbreng))[["status", "let_op"]]
                 status                let_op
    0  niet overgenomen  motivering ontbreekt
    """
    doorwerking, themas = traject.doorwerking, traject.themas
    namen = dict(zip(themas["thema_id"].astype("str"), themas["naam"], strict=True))
    thema_id = doorwerking["thema_id"].astype("str").fillna("")
    volgorde = doorwerking["status"].cat.codes.where(doorwerking["status"].notna(), 99)
    dagen = (doorwerking["terugkoppeling_datum"] - doorwerking["besluit_datum"]).dt.days
    tabel = pd.DataFrame(
        {
            "inbreng_id": doorwerking["inbreng_id"].astype("str"),
            "thema_id": thema_id,
            "thema": thema_id.map(lambda thema: namen.get(thema, "")).astype("str"),
            "samenvatting": doorwerking["samenvatting"],
            "fase": doorwerking["fase"].astype("str").fillna(""),
            "trede": doorwerking["trede"].astype("str").fillna(""),
            "status": doorwerking["status"]
            .astype("str")
            .map(lambda woord: STATUS_LABEL.get(woord, _OPEN))
            .astype("str"),
            "motivering": doorwerking["motivering"],
            "besluit_datum": doorwerking["besluit_datum"],
            "terugkoppeling_datum": doorwerking["terugkoppeling_datum"],
            "dagen_tot_terugkoppeling": dagen.astype("Int32"),
            **_tell_gehoord(doorwerking),
            "eigenaar": doorwerking["eigenaar"],
            "let_op": _list_gaps(traject, doorwerking),
        }
    )
    tabel = tabel.iloc[volgorde.to_numpy().argsort(kind="stable")].reset_index(drop=True)
    return annotate(tabel, _describe(traject))


def _tell_gehoord(doorwerking: pd.DataFrame) -> dict[str, pd.Series]:
    """Return how people heard of a point where the day of it is not known; nothing where each has its day."""
    dag, kanaal = doorwerking["terugkoppeling_datum"], doorwerking["terugkoppeling_kanaal"]
    zonder_dag = is_gehoord(dag, kanaal) & dag.isna()
    return {"teruggekoppeld": kanaal.where(zonder_dag, "").astype("str")} if zonder_dag.any() else {}


def _list_gaps(traject: Traject, doorwerking: pd.DataFrame) -> pd.Series:
    """Return per input what is missing or does not fit, empty where all is well."""
    eind = traject.activiteiten.groupby("fase", observed=True)["einddatum"].max()
    laatste = pd.to_datetime(doorwerking["fase"].astype("str").map({str(f): d for f, d in eind.items()}))
    punten = {
        GEEN_MOTIVERING: needs_reason(traject) & ~doorwerking["motivering"].map(gives_reason).astype("bool"),
        "het besluit viel voordat de gesprekken en metingen klaar waren": doorwerking["besluit_datum"].lt(
            laatste
        ),
        "trede informeren telt niet als participatie": doorwerking["trede"].eq("informeren"),
    }
    uit = pd.Series("", index=doorwerking.index, dtype="str")
    for tekst, geldt in punten.items():
        scheiding = uit.map(lambda eerder: "; " if eerder else "")
        uit = uit.mask(geldt, uit + scheiding + tekst)
    return uit.astype("str")


def needs_reason(traject: Traject) -> pd.Series:
    """Return whether an input was decided on so that a reason belongs to it; its rung is its own, else its phase's."""
    doorwerking, activiteiten = traject.doorwerking, traject.activiteiten
    status = doorwerking["status"]
    fasen = set(activiteiten[activiteiten["trede"].isin(BINDEND)]["fase"].dropna().astype("str"))
    uit_fase = doorwerking["trede"].isna() & doorwerking["fase"].astype("str").isin(fasen)
    besloten = status.notna() & status.ne("in_behandeling")
    uit: pd.Series = status.isin(MOTIVEREN) | (besloten & (doorwerking["trede"].isin(BINDEND) | uit_fase))
    return uit


def _describe(traject: Traject) -> Toelichting:
    stand = traject.doorwerking["besluit_datum"].max()
    noten = (
        "" if pd.isna(stand) else f"Laatste besluit in dit overzicht: {stand:%d-%m-%Y}.",
        _tell_besluitdag(traject, stand),
    )
    return Toelichting(
        "overig",
        onderwerp="wat er met de inbreng is gedaan",
        basis=f"Basis: {len(traject.doorwerking)} punten van burgers.",
        bron=_name_bron(traject),
        noten=tuple(filter(None, noten)),
        synthetisch=traject.instellingen.synthetisch,
    )


def _tell_besluitdag(traject: Traject, stand: pd.Timestamp) -> str:
    """Return when is decided about what is open, and of how many inputs that is the day; nothing without one.

    It reads the same on every day that it is made: only where others were decided on that day or later (``stand``) has
    it passed for certain.
    """
    besluit = traject.instellingen.besluit
    open_ = traject.doorwerking["status"].isna() | traject.doorwerking["status"].eq("in_behandeling")
    if besluit is None or not open_.any():
        return ""
    aantal = int(open_.sum())
    over = f"Over {aantal} {'punt' if aantal == 1 else 'punten'}"
    if momenten := find_momenten(traject.doorwerking["motivering"][open_]):
        return f"{over} is nog niet besloten; volgens de lijst: {join_woorden(momenten)}."
    if pd.notna(stand) and stand.date() >= besluit:
        return f"{over} zou op {besluit:%d-%m-%Y} worden besloten; {NIETS}."
    return f"{over} is nog niet besloten; gepland op {besluit:%d-%m-%Y}."


def find_besluitbestanden(traject: Traject) -> pd.Series:
    """Return per input the file that says what became of it: doorwerking.xlsx, or that of a delivery with decisions."""
    ids = traject.doorwerking["inbreng_id"].astype("str")
    bestand = pd.Series(INGEVULD, index=ids.index, dtype="str")
    for levering in traject.instellingen.leveringen:
        if "besluiten" in ONDERDELEN.get(levering.instrument, ()):
            elders = {
                *levering.metingen.values(),
                *(pad for deel in levering.onderdelen.values() for pad in deel),
            }
            los = [pad for pad in levering.bestanden if pad not in elders]
            namen = levering.onderdelen.get("besluiten") or los or levering.bestanden
            eigen = ids.str.startswith(f"{levering.name_activiteit(levering.meting)}_")
            bestand = bestand.mask(eigen, join_woorden([pad.rpartition("/")[2] for pad in namen]))
    return bestand.astype("str")


def _name_bron(traject: Traject) -> str:
    """Return the files that the inputs come from; who filled them in is known of doorwerking.xlsx only."""
    namen = list(dict.fromkeys(find_besluitbestanden(traject))) or [INGEVULD]
    if namen == [INGEVULD]:
        return f"{INGEVULD}, ingevuld door de opdrachtgever"
    return join_woorden(
        [f"{naam} (ingevuld door de opdrachtgever)" if naam == INGEVULD else naam for naam in namen]
    )
