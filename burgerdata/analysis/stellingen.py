"""Statements of one series beside each other, from most to least favourable."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, read_gevraagd
from burgerdata.analysis.inkorten import shorten
from burgerdata.analysis.regels import describe_gevraagd, name_onderwerp
from burgerdata.analysis.scores import estimate_scores
from burgerdata.analysis.verdeling import summarise_gevraagd
from burgerdata.errors import MethodeError
from burgerdata.getallen import join_woorden
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

KOLOMMEN = [
    *("activiteit_id", "vraag_id", "kort", "code", "label", "volgorde"),
    *("n", "basis", "aandeel", "netto", "kant", "kant_onder", "kant_boven"),
]
_KANT = ("kant", "kant_onder", "kant_boven")
_MET_NUMMER = 34
"""Letters of a name with a number behind it, so that a sentence never cuts the number off."""


def summarise_stellingen(
    traject: Traject, *, reeks: str | None = None, vragen: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return a row per statement and answer: its names, volgorde, n, basis, aandeel, netto, kant, kant_onder, kant_boven.

    ``netto`` is the share of favourable answers minus that of unfavourable ones, between -1 and 1, neutral left out;
    rows go from the highest to the lowest. ``kant`` is the share of all answers on the same side of the middle as this
    one, with its 95% interval (logit, on the design): equal for the answers of a side, missing for the middle one and
    in talks. Without ``reeks`` or ``vragen`` all statements about content are shown.

    Raises
    ------
    MethodeError
        When there are no statements, or they have different answer scales, with the series to choose from.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> summarise_stellingen(make_example(), vragen=["cijfer"])[["kort", "label", "n", "netto"]].head(2)
                kort label  n  netto
    0  rapportcijfer     1  0   0.75
    1  rapportcijfer     2  0   0.75
    """
    gesteld = find_stellingen(traject, reeks, vragen)
    schalen = {tuple(g.opties["label"]) for g in gesteld}
    if len(schalen) > 1:
        namen = sorted({str(g.vraag["reeks"]) for g in gesteld if pd.notna(g.vraag["reeks"])})
        nu = f" (nu: {', '.join(namen)})" if namen else ""
        raise MethodeError(
            f"de stellingen hebben {len(schalen)} verschillende antwoordschalen en passen niet in één tabel; geef in "
            f"vragen.xlsx stellingen met dezelfde antwoorden dezelfde reeks{nu}"
        )
    namen = name_apart(gesteld)
    delen = [_summarise(gevraagd, naam) for gevraagd, naam in zip(gesteld, namen, strict=True)]
    tabel = pd.concat(delen, ignore_index=True)
    tabel = tabel.sort_values(["activiteit_id", "netto"], ascending=[True, False], kind="stable")
    toelichting = describe_gevraagd(
        "stellingen",
        gesteld,
        onderwerp=_name_reeks(gesteld),
        geordend=True,
        noten=_turned_notes(gesteld, namen),
    )
    return annotate(tabel[KOLOMMEN].reset_index(drop=True), toelichting)


def _name_reeks(gesteld: Sequence[Gevraagd]) -> str:
    """Return what the table is about: one judgement by its name, satisfaction with several things, else the statements."""
    gebruik = {str(g.vraag["gebruik"]) for g in gesteld}
    if len(gesteld) == 1 and gebruik <= {"tevredenheid", "vertrouwen"}:
        return name_onderwerp(gesteld[0].vraag)
    return "hoe tevreden mensen zijn" if gebruik == {"tevredenheid"} else "de stellingen"


def find_stellingen(traject: Traject, reeks: str | None, vragen: Sequence[str] | None) -> list[Gevraagd]:
    """Return the answered statements of these questions or this series, else all statements about content."""
    tabel = traject.vragen
    if vragen is not None:
        gekozen = tabel[tabel["vraag_id"].isin(list(vragen)) & tabel["soort"].isin(("stelling", "schaal"))]
    elif reeks is not None:
        gekozen = tabel[tabel["reeks"].eq(reeks) & tabel["soort"].isin(("stelling", "schaal"))]
    else:
        gekozen = tabel[tabel["soort"].eq("stelling") & tabel["rol"].eq("inhoud")]
    gesteld = [read_gevraagd(traject, vraag) for _, vraag in gekozen.iterrows()]
    gesteld = [g for g in gesteld if (g.labels.notna() & g.binnen).any()]
    if not gesteld:
        bekend = ", ".join(tabel["reeks"].dropna().astype("str").unique()) or "(geen)"
        raise MethodeError(f"er zijn geen beantwoorde stellingen in deze keuze; reeksen: {bekend}")
    return gesteld


def _summarise(gevraagd: Gevraagd, naam: str) -> pd.DataFrame:
    tabel = _add_kanten(summarise_gevraagd(gevraagd, None), gevraagd)
    opties = gevraagd.opties.set_index("code")
    gunst = _favour(gevraagd)
    netto = float((tabel["aandeel"] * tabel["code"].map(gunst)).sum(min_count=1))
    return tabel.assign(
        vraag_id=pd.Series(gevraagd.vraag_id, index=tabel.index, dtype="str"),
        kort=pd.Series(naam, index=tabel.index, dtype="str"),
        volgorde=tabel["code"].map(opties["volgorde"]).astype("Int32"),
        netto=netto,
    )


def _add_kanten(tabel: pd.DataFrame, gevraagd: Gevraagd) -> pd.DataFrame:
    """Return the division with, per answer, the share of the half of the scale that it is in, and the interval of that."""
    opties = gevraagd.opties.sort_values("volgorde", kind="stable")
    helft, label = len(opties) // 2, gevraagd.labels.astype("str")
    kanten = {"laag": opties.head(helft), "hoog": opties.tail(helft)} if helft else {}
    getallen = {naam: tabel["aandeel"] * float("nan") for naam in _KANT}
    if kanten:
        aandelen = {
            kant: label.isin(deel["label"].astype("str")).astype("float64").where(gevraagd.labels.notna())
            for kant, deel in kanten.items()
        }
        geschat = estimate_scores(gevraagd, aandelen, {}, per=None).iloc[0]
        for kant, deel in kanten.items():
            erbij = tabel["code"].isin(deel["code"].astype("str"))
            for naam in _KANT:
                getallen[naam] = getallen[naam].mask(erbij, float(geschat[naam.replace("kant", kant)]))
    return tabel.assign(**getallen)


def _favour(gevraagd: Gevraagd) -> pd.Series:
    """Return 1 for a favourable option, -1 for an unfavourable one and 0 for the middle of the scale."""
    return pd.Series(rate_opties(gevraagd)[0].to_numpy(), index=gevraagd.opties["code"])


def rate_opties(gevraagd: Gevraagd) -> tuple[pd.Series, pd.Series]:
    """Return per option its side (1 favourable, 0 the middle, -1 unfavourable) and its place, favourable being high."""
    opties = gevraagd.opties
    waarde = opties["waarde"] if opties["waarde"].notna().all() else opties["volgorde"].astype("float64")
    plaats = waarde - (waarde.min() + waarde.max()) / 2
    plaats = (-plaats if gevraagd.vraag["omkeren"] else plaats).astype("float64")
    return pd.Series(np.sign(plaats.to_numpy()), index=plaats.index), plaats


def name_apart(gesteld: Sequence[Gevraagd]) -> list[str]:
    """Return the short name of each question, with a number behind one that several questions of an activity have."""
    namen = [name_onderwerp(g.vraag) for g in gesteld]
    sleutels = [(g.activiteit_id, naam) for g, naam in zip(gesteld, namen, strict=True)]
    return [
        f"{shorten(naam, _MET_NUMMER)} ({sleutels[:plek].count(sleutel) + 1})"
        if sleutels.count(sleutel) > 1
        else naam
        for plek, (sleutel, naam) in enumerate(zip(sleutels, namen, strict=True))
    ]


def _turned_notes(gesteld: Sequence[Gevraagd], namen: Sequence[str]) -> list[str]:
    """Return which statements are favourable at the other end than most."""
    gunstig = {g: str(g.opties["label"].iloc[int(_favour(g).to_numpy().argmax())]) for g in gesteld}
    labels = list(gunstig.values())
    meest = max(dict.fromkeys(labels), key=labels.count)
    anders = [naam for naam, label in zip(namen, labels, strict=True) if label != meest]
    if not anders:
        return []
    namen = join_woorden([f"‘{naam}’" for naam in anders])
    return [f"Volgorde: van gunstig naar ongunstig; bij {namen} is oneens gunstig."]
