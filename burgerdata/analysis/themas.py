"""How many people named each theme."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.analysis.genoemd import list_basis, list_genoemd, list_open_vragen, list_teksten, list_themas
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.groepen import PER, VAN_ACTIVITEIT, read_groepen
from burgerdata.analysis.kenmerknamen import name_groep
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.meldingen import is_gemeld
from burgerdata.analysis.ongecodeerd import list_ongecodeerd
from burgerdata.analysis.regels import (
    is_gewogen,
    is_golven,
    list_namen,
    list_noten,
    state_bron,
)
from burgerdata.analysis.talen import state_talen
from burgerdata.analysis.themabasis import state_themabasis
from burgerdata.analysis.vermenging import state_vermenging
from burgerdata.designs import make_design, read_burgers
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_procent
from burgerdata.statistics.indicators import estimate_indicators
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_KOLOMMEN = (
    "activiteit_id",
    "instrument",
    "fase",
    "n",
    "basis",
    "aandeel",
    "onder",
    "boven",
    "kwalitatief",
    "gelezen",
)
MENSEN = "Geteld zijn mensen, geen berichten."
"""What stands under a table in which nothing but people is counted."""


def count_themas(
    traject: Traject,
    *,
    per: str | None = None,
    vraag_id: str | None = None,
    themas: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Return a row per theme, group and activity: n, basis, aandeel, onder, boven, kwalitatief, gelezen.

    n and basis are persons of rol burger; activities are never added up. In talks the base is everyone who was there,
    elsewhere who gave an answer with content. Shares are weighted, with a 95% interval; talks give counts only, their
    aandeel is missing. A theme does not count what belongs under it. gelezen is the share of the texts that a person
    read: the other texts were coded by the words of the list.

    Raises
    ------
    MethodeError
        When there are no themes, or ``per`` or a theme does not exist.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["te lang; duurde lang"]})
    >>> count_themas(code_fragmenten(make_example(), lijst))[["thema", "n", "basis", "aandeel"]]
      thema  n  basis  aandeel
    0  Duur  2      2      1.0
    """
    lijst = choose_themas(traject, themas)
    teksten = list_teksten(traject, vraag_id=vraag_id)
    basis, genoemd = (
        list_basis(traject, teksten, alle_aanwezigen=vraag_id is None),
        list_genoemd(traject, teksten),
    )
    delen = [
        _count_activiteit(traject, activiteit, (basis, genoemd, teksten), lijst, per)
        for _, activiteit in _choose_activiteiten(traject, basis, per).iterrows()
    ]
    voor = ["thema_id", "thema", *([per] if per and per not in _KOLOMMEN else [])]
    if not delen:
        return annotate(_empty([*voor, *_KOLOMMEN]), Toelichting("themas", onderwerp="thema's"))
    tabel = pd.concat(delen, ignore_index=True)[[*voor, *_KOLOMMEN]]
    return annotate(tabel, describe_themas(traject, tabel, per=per or "", vraag_id=vraag_id))


def choose_themas(traject: Traject, themas: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the themes to count, all of the list by default."""
    lijst = list_themas(traject)
    if lijst.empty:
        raise MethodeError("er zijn nog geen thema's; vul themalijst.xlsx of gebruik code_fragmenten")
    if themas is None:
        return lijst
    vreemd = [thema for thema in themas if thema not in set(lijst["thema_id"])]
    if vreemd:
        raise MethodeError(f"thema '{vreemd[0]}' bestaat niet; kies uit {', '.join(lijst['thema_id'])}")
    return lijst[lijst["thema_id"].isin(list(themas))]


def _choose_activiteiten(traject: Traject, basis: pd.DataFrame, per: str | None) -> pd.DataFrame:
    """Return the activities in which a theme can be counted, and with ``per`` can be told."""
    activiteiten = traject.activiteiten
    met_tekst = set(basis["activiteit_id"].unique()) - list_ongecodeerd(traject)
    gekozen = activiteiten[activiteiten["activiteit_id"].isin(met_tekst)]
    if per is None or per in (*VAN_ACTIVITEIT, "groep"):
        return gekozen
    vragen = traject.vragen
    met = vragen[vragen["vraag_id"].eq(per)]["activiteit_id"]
    if met.empty:
        bekend = ", ".join(vragen[vragen["rol"].eq("kenmerk")]["vraag_id"].astype("str").unique())
        raise MethodeError(f"kenmerk '{per}' bestaat niet; kies uit {bekend or '(geen)'}")
    return gekozen[gekozen["activiteit_id"].isin(met.unique())]


def _count_activiteit(
    traject: Traject,
    activiteit: pd.Series,
    gezegd: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    lijst: pd.DataFrame,
    per: str | None,
) -> pd.DataFrame:
    activiteit_id, instrument = str(activiteit["activiteit_id"]), str(activiteit["instrument"])
    basis, genoemd, teksten = (deel[deel["activiteit_id"].eq(activiteit_id)] for deel in gezegd)
    personen = read_burgers(traject.volledig or traject, activiteit_id)
    wie = personen["deelnemer_id"].astype("str")
    in_basis = wie.isin(basis["deelnemer_id"])
    groepen = read_groepen(traject, activiteit, per or "activiteit_id", personen)
    ja = {
        str(thema_id): wie.isin(genoemd[genoemd["thema_id"].eq(thema_id)]["deelnemer_id"])
        .astype("float64")
        .where(in_basis)
        for thema_id in lijst["thema_id"]
    }
    tabel = _count_persons(ja, groepen, in_basis)
    kwalitatief = is_kwalitatief(instrument, int(in_basis.sum()))
    if kwalitatief:
        tabel = tabel.assign(aandeel=float("nan"), onder=float("nan"), boven=float("nan"))
    else:
        tabel = tabel.merge(_share(traject, activiteit_id, ja, groepen), how="left")
    if (
        instrument == "signaal"
    ):  # who complains came forward: there is no population that a margin could be about
        tabel = tabel.assign(onder=float("nan"), boven=float("nan"))
    namen = dict(zip(lijst["thema_id"].astype("str"), lijst["naam"], strict=True))
    fase = "" if pd.isna(activiteit["fase"]) else str(activiteit["fase"])
    tabel = tabel.assign(
        thema=tabel["thema_id"].map(namen).astype("str"),
        activiteit_id=pd.Series(activiteit_id, index=tabel.index, dtype="str"),
        instrument=pd.Series(instrument, index=tabel.index, dtype="str"),
        fase=pd.Series(fase, index=tabel.index, dtype="str"),
        kwalitatief=pd.Series(kwalitatief, index=tabel.index, dtype="bool"),
        gelezen=float(teksten["gelezen"].mean()) if len(teksten) else float("nan"),
    )
    return tabel if per is None or per in tabel else tabel.rename(columns={PER: per})


def _count_persons(ja: dict[str, pd.Series], groepen: pd.Series, in_basis: pd.Series) -> pd.DataFrame:
    """Return thema_id, the group, n and basis; groups without anyone in the base are left out."""
    basis = groepen[in_basis].value_counts(sort=False)
    rijen = [
        (thema_id, str(groep), int((waarde.eq(1) & groepen.eq(groep)).sum()), int(basis[groep]))
        for groep in groepen.cat.categories
        if basis[groep]
        for thema_id, waarde in ja.items()
    ]
    tabel = pd.DataFrame(rijen, columns=["thema_id", PER, "n", "basis"])
    return tabel.astype({"thema_id": "str", PER: "str", "n": "Int32", "basis": "Int32"})


def _share(
    traject: Traject, activiteit_id: str, ja: dict[str, pd.Series], groepen: pd.Series
) -> pd.DataFrame:
    """Return the weighted share of each theme per group with its interval."""
    design = make_design(traject, activiteit_id, kolommen={**ja, PER: groepen})
    namen = {"level": "thema_id", "estimate": "aandeel", "ci_low": "onder", "ci_high": "boven"}
    tabel = estimate_indicators(design, list(ja), by=PER).rename(columns=namen)
    return tabel[[PER, "thema_id", "aandeel", "onder", "boven"]].astype({PER: "str"})


def describe_themas(
    traject: Traject,
    tabel: pd.DataFrame,
    *,
    soort: str = "themas",
    per: str = "",
    vraag_id: str | None = None,
) -> Toelichting:
    """Return the annotation of a table of themes: base, source, and how the texts were coded."""
    ids = list(tabel["activiteit_id"].unique())
    kwalitatief = bool(tabel["kwalitatief"].fillna(True).all())
    noten = [
        *filter(
            None,
            (
                MENSEN,
                state_gelezen(tabel),
                state_talen(traject, ids),
                state_vermenging(traject, ids),
            ),
        )
    ]
    if tabel["kwalitatief"].fillna(True).nunique() > 1:
        noten.append("Percentages alleen voor enquêtes en panels; van gesprekken aantallen.")
    return Toelichting(
        "bronnen" if soort == "bronnen" else "themas",
        onderwerp="thema's",
        vraag=" / ".join(dict.fromkeys(list_open_vragen(traject, ids, vraag_id=vraag_id)["tekst"])),
        antwoorden="Thema's in open antwoorden en gesprekken; wie meer thema's noemt, telt bij elk thema mee.",
        basis=state_themabasis(traject, tabel, vraag_id=vraag_id),
        bron=state_bron(traject, ids),
        per=per,
        groep_naam=name_groep(traject, per, ids),
        noten=(*noten, *list_noten(traject, ids, kwalitatief=kwalitatief)),
        gewogen=any(is_gewogen(traject, naam) for naam in ids),
        kwalitatief=kwalitatief,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
        golven=is_golven(traject, ids),
        namen=list_namen(traject, ids),
        gemeld=is_gemeld(traject, ids),
    )


def state_gelezen(tabel: pd.DataFrame) -> str:
    """Return in one sentence which share of the texts a person read."""
    gelezen = tabel["gelezen"].dropna()
    if gelezen.empty or gelezen.max() == 0:
        return "Codering: op de woorden van de themalijst; niet door mensen nagelezen."
    laag, hoog = format_procent(gelezen.min()), format_procent(gelezen.max())
    bereik = laag if laag == hoog else f"{laag[:-1]}–{hoog}"
    return f"Codering: {bereik} van de teksten door mensen gelezen, de rest op de woorden van de themalijst."


def _empty(kolommen: list[str]) -> pd.DataFrame:
    getallen = {"n": "Int32", "basis": "Int32", "kwalitatief": "bool"} | dict.fromkeys(
        ("aandeel", "onder", "boven", "gelezen"), "float64"
    )
    return pd.DataFrame({naam: pd.Series(dtype=getallen.get(naam, "str")) for naam in kolommen})
