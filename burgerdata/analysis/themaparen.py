"""Which themes the same people name, and who said nothing at all."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from burgerdata.analysis.genoemd import list_basis, list_genoemd, list_teksten
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.groepen import read_groepen
from burgerdata.analysis.kenmerknamen import name_groep
from burgerdata.analysis.regels import state_bron
from burgerdata.analysis.themas import choose_themas
from burgerdata.designs import read_burgers
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject


def count_samenhang(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and pair of themes that someone named both: activiteit_id, themas, n, n_a, n_b, basis, lift.

    n counts people who named both, n_a and n_b who named each; lift is n divided by what would be expected if the
    two had nothing to do with each other. Rows stand by n. Nothing is added up over activities.

    Raises
    ------
    MethodeError
        When there are no themes, or nobody named two.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur", "Vorm"], "woorden_wel": ["te lang; duurde lang", "formulier"]})
    >>> tabel = count_samenhang(code_fragmenten(make_example(), lijst))
    >>> tabel[["thema_a", "thema_b", "n", "n_a", "n_b", "basis"]].values.tolist()
    [['Duur', 'Vorm', 1, 2, 1, 2]]
    """
    themas, teksten = choose_themas(traject), list_teksten(traject)
    basis, genoemd = list_basis(traject, teksten), list_genoemd(traject, teksten)
    namen = dict(zip(themas["thema_id"].astype("str"), themas["naam"].astype("str"), strict=True))
    rijen = []
    for activiteit_id, deel in genoemd.groupby("activiteit_id", observed=True, sort=False):
        wie = {thema: set(deel.loc[deel["thema_id"].eq(thema), "deelnemer_id"]) for thema in namen}
        totaal = int(basis["activiteit_id"].eq(activiteit_id).sum())
        for een, twee in combinations(namen, 2):
            if n := len(wie[een] & wie[twee]):
                lift = n * totaal / (len(wie[een]) * len(wie[twee]))
                paar = (een, namen[een], twee, namen[twee])
                rijen.append((str(activiteit_id), *paar, n, len(wie[een]), len(wie[twee]), totaal, lift))
    if not rijen:
        raise MethodeError("niemand noemt twee thema's; samenhang is hier niet te zien")
    kolommen = [
        "activiteit_id",
        "thema_a_id",
        "thema_a",
        "thema_b_id",
        "thema_b",
        "n",
        "n_a",
        "n_b",
        "basis",
        "lift",
    ]
    tabel = pd.DataFrame(rijen, columns=kolommen).astype(dict.fromkeys(("n", "n_a", "n_b", "basis"), "Int32"))
    volgorde = {naam: nr for nr, naam in enumerate(traject.activiteiten["activiteit_id"].astype("str"))}
    tabel = tabel.assign(_rang=tabel["activiteit_id"].map(volgorde))
    tabel = tabel.sort_values(["_rang", "n"], ascending=[True, False], kind="stable").drop(columns="_rang")
    noot = "Geteld zijn mensen, geen berichten. Wie twee thema's noemt, hoeft geen verband te zien."
    return annotate(
        tabel.reset_index(drop=True), _describe(traject, tabel, "thema's die samen worden genoemd", noot)
    )


def count_sprekers(traject: Traject, *, per: str) -> pd.DataFrame:
    """Return who of each group said anything: activiteit_id, the group under the name of ``per``, n, basis, aandeel.

    n are the burgers of rol burger who wrote or said something with content, basis all of them. A group that hardly
    spoke is missing from every theme, and no number of themes shows it.

    Raises
    ------
    MethodeError
        When ``per`` is known in none of the activities with texts.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> count_sprekers(make_example(), per="leeftijdsgroep")[["leeftijdsgroep", "n", "basis"]].values.tolist()
    [['18-34', 3, 4], ['35+', 0, 4]]
    """
    teksten = list_teksten(traject)
    delen = []
    for _, activiteit in traject.activiteiten.iterrows():
        activiteit_id = str(activiteit["activiteit_id"])
        sprak = teksten[teksten["activiteit_id"].eq(activiteit_id)]["deelnemer_id"]
        vragen = traject.vragen[traject.vragen["activiteit_id"].eq(activiteit_id)]["vraag_id"]
        if sprak.empty or (per != "groep" and not vragen.eq(per).any()):
            continue
        personen = read_burgers(traject.volledig or traject, activiteit_id)
        groep = read_groepen(traject, activiteit, per, personen)
        zei = personen["deelnemer_id"].astype("str").isin(sprak)
        geteld = zei.groupby(groep, observed=False).agg(["sum", "size"])
        delen.append(
            pd.DataFrame(
                {
                    "activiteit_id": activiteit_id,
                    per: geteld.index.astype("str"),
                    "n": geteld["sum"].to_numpy(),
                    "basis": geteld["size"].to_numpy(),
                }
            )
        )
    if not delen:
        raise MethodeError(f"'{per}' is niet bekend van de mensen die iets zeiden; kies een ander kenmerk")
    tabel = pd.concat(delen, ignore_index=True)
    tabel = tabel[tabel["basis"].gt(0)].reset_index(drop=True)
    tabel = tabel.astype({"activiteit_id": "str", per: "str", "n": "Int32", "basis": "Int32"})
    aandeel = tabel["n"].astype("float64") / tabel["basis"].astype("float64")
    noot = "Wie niets zei of schreef, komt in geen enkel thema terug."
    return annotate(tabel.assign(aandeel=aandeel), _describe(traject, tabel, "wie iets zei", noot, per=per))


def _describe(
    traject: Traject, tabel: pd.DataFrame, onderwerp: str, noot: str, *, per: str = ""
) -> Toelichting:
    ids = list(tabel["activiteit_id"].unique())
    return Toelichting(
        "overig",
        onderwerp=onderwerp,
        basis="Basis: mensen van rol burger, per bron.",
        bron=state_bron(traject, ids),
        per=per,
        groep_naam=name_groep(traject, per, ids) if per else "",
        noten=(noot,),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
